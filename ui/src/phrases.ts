// Sentences from the Fluent catalogues, in one language at a time.
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { formatMoney } from "./format";
import { catalogues, type Phrases } from "./phrases.gen";
import type { MoneyView } from "./wire.gen";

export type PhraseId = keyof Phrases;
/** A word that a sentence chooses its form by; it is never shown. */
export type Token = { token: string };
export type Value = string | number | MoneyView | Token;
export type Args<Id extends PhraseId> = Record<Phrases[Id], Value>;
/** The second argument is wanted exactly where the sentence has variables. */
export type MaybeArgs<Id extends PhraseId> = [Phrases[Id]] extends [never]
  ? []
  : [args: Args<Id>];
export type Language = keyof typeof catalogues;
/** A piece of a sentence: plain words, words that carry weight, or a value from outside. */
export type Piece =
  | { kind: "text"; text: string; strong: boolean }
  | { kind: "value"; value: Exclude<Value, Token> };

export const languages = Object.keys(catalogues) as Language[];

const open = "\uE000";
const close = "\uE001";
const cut = /(\uE000[a-z_]+\uE001|<b>|<\/b>)/u;

// Two bundles for each language: one puts direction marks around values, the other leaves that to
// the elements which `Sentence.svelte` puts around them.
type Bundles = { plain: FluentBundle; marked: FluentBundle };
const bundles = new Map<Language, Bundles>();

function bundlesOf(language: Language): Bundles {
  const known = bundles.get(language);
  if (known !== undefined) return known;
  const resource = new FluentResource(catalogues[language]);
  const made = {
    plain: new FluentBundle(language),
    marked: new FluentBundle(language, { useIsolating: false }),
  };
  made.plain.addResource(resource);
  made.marked.addResource(resource);
  bundles.set(language, made);
  return made;
}

function pattern(bundle: FluentBundle, id: PhraseId) {
  const value = bundle.getMessage(id)?.value;
  // A test walks all ids in all languages, so this line serves half-written catalogues only.
  return value ?? id;
}

/** One whole sentence as plain text: for labels, titles and what a screen reader is told. */
export function say<Id extends PhraseId>(language: Language, id: Id, args?: Args<Id>): string {
  const { plain } = bundlesOf(language);
  const words: Record<string, string | number> = {};
  for (const [name, value] of Object.entries<Value>(args ?? {})) {
    words[name] = typeof value === "object" ? plainWord(language, value) : value;
  }
  return plain.formatPattern(pattern(plain, id), words).replaceAll(/<\/?b>/gu, "");
}

function plainWord(language: Language, value: MoneyView | Token): string {
  return "token" in value ? value.token : formatMoney(language, value);
}

/** One whole sentence in pieces, so that values and strong words can have elements of their own. */
export function sayPieces<Id extends PhraseId>(
  language: Language,
  id: Id,
  args?: Args<Id>,
): Piece[] {
  const { marked } = bundlesOf(language);
  const values: Record<string, Value> = { ...args };
  const words: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "object" && "token" in value) words[name] = value.token;
    else words[name] = typeof value === "number" ? value : `${open}${name}${close}`;
  }
  let strong = false;
  const pieces: Piece[] = [];
  for (const part of marked.formatPattern(pattern(marked, id), words).split(cut)) {
    if (part === "<b>") strong = true;
    else if (part === "</b>") strong = false;
    else if (part.startsWith(open)) {
      const value = values[part.slice(1, -1)];
      if (value !== undefined && !(typeof value === "object" && "token" in value)) pieces.push({ kind: "value", value });
    } else if (part !== "") pieces.push({ kind: "text", text: part, strong });
  }
  return pieces;
}
