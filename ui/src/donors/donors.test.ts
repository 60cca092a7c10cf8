import { expect, test } from "vitest";
import { openFake } from "../backend/fake";
import { Donors } from "./donors.svelte";
import { keptSentence } from "./words";

test("donors are searched by name and contact; tax numbers are masked", async () => {
  const donors = new Donors(openFake("office"), 25);
  donors.search = "ingrid";
  await donors.read();
  expect(donors.donors.map((one) => one.name)).toEqual(["Ingrid Lind"]);
  expect(donors.donors[0]?.tax_number_masked).toBe("••• 452");
});

test("an answer overtaken by a newer question is dropped", async () => {
  const donors = new Donors(openFake("office"), 25);
  donors.search = "nobody";
  const old = donors.read();
  donors.search = "";
  await Promise.all([old, donors.read()]);
  expect(donors.matches).toBe(2);
});

test("what is kept says for what and until when", () => {
  expect(keptSentence({ field: "name", purpose: "tax", delete_on: "2037-01-01" })).toContain("1 Jan 2037");
  expect(keptSentence({ field: "name", purpose: "books", delete_on: null })).not.toContain("until");
});
