import { expect, test } from "vitest";
import { direction, formatCountry, formatDay, formatMoment, formatMoney, languageName } from "./format";

const euro = (amount: string) => ({ amount, currency: "EUR" });

test("an amount beyond what a float can hold stays exact", () => {
  expect(formatMoney("en", euro("90071992547409931.27"))).toBe("€90,071,992,547,409,931.27");
});

test("a suggested amount drops its empty cents, and only those", () => {
  expect(formatMoney("en", euro("5.00"), "short")).toBe("€5");
  expect(formatMoney("de", euro("2.50"), "short")).toBe("2,50\u00A0€");
});

test("a civil day is the same day in every zone", () => {
  expect(formatDay("en", "2026-11-23")).toBe("23 Nov 2026");
  expect(formatDay("de", "2026-11-23")).toBe("23.11.2026");
});

test("a gift of today shows its time, an older one its day too", () => {
  const now = new Date(2026, 10, 23, 15, 0);
  expect(formatMoment("de", new Date(2026, 10, 23, 14, 32).toISOString(), now)).toBe("14:32");
  expect(formatMoment("de", new Date(2026, 10, 22, 14, 32).toISOString(), now)).toBe(
    "22.11.26, 14:32",
  );
});

test("countries and languages have their names", () => {
  expect(formatCountry("de", "AT")).toBe("Österreich");
  expect(languageName("de")).toBe("Deutsch");
  expect(direction("ar")).toBe("rtl");
  expect(direction("de")).toBe("ltr");
});
