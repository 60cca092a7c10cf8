import { expect, test } from "vitest";
import { openFake } from "../backend/fake";
import { Gifts } from "./gifts.svelte";

test("a list shows a page, then more, newest first", async () => {
  const gifts = new Gifts(openFake("busy"), 5);
  await gifts.choose("d2");
  expect(gifts.gifts).toHaveLength(5);
  expect(gifts.more).toBe(true);
  await gifts.showMore();
  expect(gifts.gifts).toHaveLength(10);
});

test("a search by amount, number or state", async () => {
  const gifts = new Gifts(openFake("busy"), 40);
  await gifts.choose("d2");
  const number = gifts.gifts.find((gift) => gift.number !== null)?.number ?? "";
  gifts.search = number;
  await gifts.read();
  expect(gifts.gifts.map((gift) => gift.number)).toEqual([number]);
  gifts.search = "";
  gifts.state = "in_hand";
  await gifts.read();
  expect(gifts.gifts.every((gift) => gift.state === "in_hand")).toBe(true);
  expect(gifts.matches).toBeLessThan(gifts.total);
});

test("an answer overtaken by a newer question is dropped", async () => {
  const gifts = new Gifts(openFake("busy"), 40);
  await gifts.choose("d2");
  gifts.search = "zzz";
  const old = gifts.read();
  gifts.search = "";
  await Promise.all([old, gifts.read()]);
  expect(gifts.matches).toBe(gifts.total);
});

test("a correction stays visible, with what it was before", async () => {
  const gifts = new Gifts(openFake("busy"), 40);
  await gifts.choose("d2");
  const cash = gifts.gifts.find((gift) => gift.rail === "cash");
  if (cash === undefined) throw new Error("the busy drive has cash");
  await gifts.correct(cash, "mistake");
  expect(gifts.gifts.find((gift) => gift.id === cash.id)).toMatchObject({
    state: "corrected",
    before: "in_hand",
    reason: "mistake",
  });
});
