// What no compiler sees: the rules of the house for these files.
import { expect, test } from "vitest";

const sources = Object.entries(
  import.meta.glob<string>("./**/*.{ts,svelte,css}", { query: "?raw", import: "default", eager: true }),
).filter(([path]) => !path.includes(".test."));

function files(pattern: RegExp, except: readonly string[] = []): string[] {
  return sources
    .filter(([path, text]) => pattern.test(text) && !except.includes(path))
    .map(([path]) => path);
}

/** The markup alone: no script, no style, no comment, nothing in braces. */
function markup(text: string): string {
  let rest = text.replaceAll(/<(script|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gu, "");
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replaceAll(/\{[^{}]*\}/gu, "");
  }
  return rest;
}

test("Tauri is known in one file", () => {
  expect(files(/@tauri-apps/u, ["./backend/tauri.ts"])).toEqual([]);
});

test("nothing is styled or scripted inline, and no text becomes markup", () => {
  expect(files(/\sstyle="|\{@html|innerHTML/u)).toEqual([]);
});

test("colours are named in one place", () => {
  expect(files(/#[0-9a-f]{3,8}\b(?=[;\s"])|\brgba?\(/iu, ["./style/tokens.css"])).toEqual([]);
});

test("layouts know start and end, not left and right", () => {
  expect(
    files(/\b(?:margin|padding|border)-(?:left|right)\b|^\s+(?:left|right|float):|text-align: (?:left|right)/mu),
  ).toEqual([]);
});

test("no amount is read as a float", () => {
  expect(files(/parseFloat\((?!getComputedStyle)|Number\([^)]*amount/u)).toEqual([]);
});

test("no template has a sentence of its own", () => {
  const spoken = sources
    .filter(([path]) => path.endsWith(".svelte"))
    .flatMap(([path, text]) =>
      [...markup(text).matchAll(/(?<!=)>([^<>]*\p{L}{3,}[^<>]*)</gu)].map((found) => `${path}: ${found[1]}`),
    );
  expect(spoken).toEqual([]);
});

test("a subject knows no other subject", () => {
  const subjects = ["asks", "gifts", "drives", "organisation", "display", "people", "safety", "donors"];
  const strangers = subjects.flatMap((subject) =>
    sources
      .filter(([path]) => path.startsWith(`./${subject}/`))
      .filter(([, text]) =>
        subjects.some((other) => other !== subject && text.includes(`from "../${other}/`)),
      )
      .map(([path]) => path),
  );
  expect(strangers).toEqual([]);
});
