// Numbers, money, dates and names of countries, by the rules of the person's language.
// An amount stays decimal text all the way: it is never turned into a float.
import type { MoneyView } from "./wire.gen";

/** English is written as in Europe, where this version collects: "23 Nov 2026", 24 hours. */
const conventions = (locale: string) => (locale === "en" ? "en-GB" : locale);

/** Making a style takes milliseconds and using it none, so each is made once. */
function once<Style>(make: (locale: string, kind: string) => Style) {
  const made = new Map<string, Style>();
  return (locale: string, kind: string): Style => {
    const key = `${locale} ${kind}`;
    const style = made.get(key) ?? make(conventions(locale), kind);
    made.set(key, style);
    return style;
  };
}

const fullAmount = once(
  (locale, currency) => new Intl.NumberFormat(locale, { style: "currency", currency }),
);
const shortAmount = once(
  (locale, currency) =>
    new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      trailingZeroDisplay: "stripIfInteger",
    }),
);
const moments = once(
  (locale, kind) =>
    new Intl.DateTimeFormat(
      locale,
      kind === "time" ? { timeStyle: "short" } : { dateStyle: "short", timeStyle: "short" },
    ),
);

const rightToLeft = new Set(["ar", "fa", "he", "ur", "yi"]);

/** `short` leaves out ",00": for suggested amounts, which are read at a glance. */
export function formatMoney(locale: string, money: MoneyView, length: "full" | "short" = "full") {
  const style = (length === "short" ? shortAmount : fullAmount)(locale, money.currency);
  return style.format(money.amount as Intl.StringNumericLiteral);
}

export function currencySymbol(locale: string, currency: string): string {
  const parts = fullAmount(locale, currency).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? currency;
}

/** A currency by its code and its name, as a person looking for it would search. */
export function currencyName(locale: string, currency: string): string {
  const name = new Intl.DisplayNames([locale], { type: "currency" }).of(currency) ?? currency;
  return name === currency ? currency : `${currency} – ${name}`;
}

/** An amount as a person would type it: no symbol, no grouping, no decimals that say nothing. */
export function inputMoney(locale: string, money: MoneyView): string {
  const style = new Intl.NumberFormat(conventions(locale), {
    useGrouping: false,
    maximumFractionDigits: 4,
  });
  return style.format(money.amount as Intl.StringNumericLiteral);
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
  return moments(locale, today ? "time" : "day").format(at);
}

/** A span of whole seconds, as one says it: "2 minutes, 8 seconds". */
export function formatSpan(locale: string, seconds: number): string {
  const part = (unit: "minute" | "second", count: number) =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [
    ...(minutes > 0 ? [part("minute", minutes)] : []),
    ...(rest > 0 || minutes === 0 ? [part("second", rest)] : []),
  ];
  return new Intl.ListFormat(locale, { type: "unit", style: "long" }).format(parts);
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
