import { expect, test } from "vitest";
import { checkIban } from "../backend/fake";
import { groupIban } from "./iban";

test("groups of four, in capitals", () => {
  expect(groupIban("de7551210800", 12).text).toBe("DE75 5121 0800");
});

test("the caret stays behind the character it stood behind", () => {
  expect(groupIban("DE755", 5)).toEqual({ text: "DE75 5", caret: 6 });
  // Typed in the middle: the caret follows the new digit, not the end.
  expect(groupIban("DE75 51921 0800", 8)).toEqual({ text: "DE75 5192 1080 0", caret: 8 });
});

test("taking away a blank does not trap the caret", () => {
  expect(groupIban("DE755121", 4)).toEqual({ text: "DE75 5121", caret: 4 });
});

test("a pasted IBAN may have any blanks", () => {
  expect(groupIban(" DE75\u00A05121 0800\t12", 17).text).toBe("DE75 5121 0800 12");
});

test("the stand-in for the program checks as the program does", () => {
  expect(checkIban("DE75 5121 0800 1245 1261 99")).toMatchObject({ complete: true, country: "DE" });
  expect(checkIban("DE75 5121 0800 1245 1261 98").fault?.field).toBe("iban");
  expect(checkIban("CH93 0076 2011 6238 5295 7")).toMatchObject({ complete: true, bic_needed: true });
});
