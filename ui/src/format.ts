// Numbers, money, dates and names of countries, by the rules of the person's language.
// An amount stays decimal text all the way: it is never turned into a float.
import type { MoneyView } from "./wire.gen";

/** English is written as in Europe, where this version collects: "23 Nov 2026", 24 hours. */
const conventions = (locale: string) => (locale === "en" ? "en-GB" : locale);

const rightToLeft = new Set(["ar", "fa", "he", "ur", "yi"]);

/** `short` leaves out ",00": for suggested amounts, which are read at a glance. */
export function formatMoney(locale: string, money: MoneyView, length: "full" | "short" = "full") {
  const style = new Intl.NumberFormat(conventions(locale), {
    style: "currency",
    currency: money.currency,
    trailingZeroDisplay: length === "short" ? "stripIfInteger" : "auto",
  });
  return style.format(money.amount as Intl.StringNumericLiteral);
}

export function currencySymbol(locale: string, currency: string): string {
  const parts = new Intl.NumberFormat(conventions(locale), { style: "currency", currency }).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? currency;
}

/** A civil day, written `2026-11-23` on the wire; it has no zone, so none may shift it. */
export function formatDay(locale: string, day: string): string {
  const style = new Intl.DateTimeFormat(conventions(locale), { dateStyle: "medium", timeZone: "UTC" });
  return style.format(new Date(`${day}T00:00:00Z`));
}

/** The time of day, and the day before it where the instant is not of today. */
export function formatMoment(locale: string, instant: string, now: Date = new Date()): string {
  const at = new Date(instant);
  const today = at.toDateString() === now.toDateString();
  const style = today
    ? new Intl.DateTimeFormat(conventions(locale), { timeStyle: "short" })
    : new Intl.DateTimeFormat(conventions(locale), { dateStyle: "short", timeStyle: "short" });
  return style.format(at);
}

export function formatCountry(locale: string, code: string): string {
  return new Intl.DisplayNames([locale], { type: "region" }).of(code) ?? code;
}

/** A language by its own name, as a person looking for it would search. */
export function languageName(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

export function direction(locale: string): "ltr" | "rtl" {
  return rightToLeft.has(new Intl.Locale(locale).language) ? "rtl" : "ltr";
}
