import { expect, test } from "vitest";
import { comfort, stepSize } from "./comfort.svelte";
import { asFault, faultElsewhere, faultOf } from "./faults";
import { roomOf } from "./room";

test("text grows in steps and stops at double", () => {
  expect(stepSize(100, 1)).toBe(112);
  expect(stepSize(200, 1)).toBe(200);
  expect(stepSize(100, -1)).toBe(100);
});

test("the keys of every browser change it, and it is remembered", () => {
  comfort.resize(100);
  expect(comfort.key(new KeyboardEvent("keydown", { key: "+", ctrlKey: true }))).toBe(true);
  expect(document.documentElement.style.fontSize).toBe("112%");
  comfort.size = 100;
  comfort.restore();
  expect(comfort.size).toBe(112);
  comfort.key(new KeyboardEvent("keydown", { key: "0", ctrlKey: true }));
  expect(comfort.size).toBe(100);
  expect(comfort.key(new KeyboardEvent("keydown", { key: "+" }))).toBe(false);
});

test("twice the text is half the room", () => {
  expect(roomOf(1280, 16)).toBe("");
  expect(roomOf(1024, 16)).toBe("under-72");
  expect(roomOf(800, 32)).toBe("under-44 under-56 under-60 under-62 under-72");
});

test("a fault is said beside its field, or beside none; never nowhere", () => {
  const fault = { code: "x", field: "goal", message: "No.", hint: null };
  expect(faultOf(fault, "goal")).toBe(fault);
  expect(faultOf(fault, "name")).toBeNull();
  expect(faultElsewhere(fault, ["goal"])).toBeNull();
  expect(faultElsewhere(fault, ["name"])).toBe(fault);
});

test("a fault from the program stays as it was said", () => {
  const fault = { code: "x", field: null, message: "No.", hint: null };
  expect(asFault(fault)).toBe(fault);
});
