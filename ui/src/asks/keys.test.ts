import { expect, test } from "vitest";
import { actOfKey } from "./keys";

function press(key: string, target: Element = document.body, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent("keydown", { key, ...more });
  Object.defineProperty(event, "target", { value: target });
  return event;
}
function element(markup: string, find: string): Element {
  const holder = document.createElement("div");
  holder.append(document.createRange().createContextualFragment(markup));
  return holder.querySelector(find) ?? holder;
}

test("a digit begins an amount from anywhere", () => {
  expect(actOfKey(press("7"), true)).toEqual({ kind: "type", key: "7" });
  expect(actOfKey(press("7", element("<button></button>", "button")), true)?.kind).toBe("type");
});

test("S and C work in the amount too, where letters have no use", () => {
  const amount = element('<input id="amount">', "input");
  expect(actOfKey(press("c", amount), true)).toEqual({ kind: "cash" });
  expect(actOfKey(press("S", amount), true)).toEqual({ kind: "seen" });
  expect(actOfKey(press("7", amount), true)).toBeNull();
});

test("other fields and dialogs keep their keys", () => {
  expect(actOfKey(press("s", element('<input id="search">', "input")), true)).toBeNull();
  expect(actOfKey(press("s", element("<dialog><button></button></dialog>", "button")), true)).toBeNull();
});

test("letters can be put off; held keys and shortcuts of the system mean nothing", () => {
  expect(actOfKey(press("s"), false)).toBeNull();
  expect(actOfKey(press("s", document.body, { repeat: true }), true)).toBeNull();
  expect(actOfKey(press("c", document.body, { ctrlKey: true }), true)).toBeNull();
});
