import { FluentResource } from "@fluent/bundle";
import { describe, expect, test } from "vitest";
import { languages, say, sayPieces } from "./phrases";
import { catalogues } from "./phrases.gen";

const sources = import.meta.glob<string>("./**/*.{ts,svelte}", {
  query: "?raw",
  import: "default",
  eager: true,
});

function variables(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const part of node) variables(part, found);
  else if (node !== null && typeof node === "object") {
    if ("type" in node && node.type === "var" && "name" in node) found.add(String(node.name));
    for (const part of Object.values(node)) variables(part, found);
  }
  return found;
}

function messages(language: keyof typeof catalogues): Record<string, string[]> {
  const rows = new FluentResource(catalogues[language]).body.map(
    (message) => [message.id, [...variables(message.value)].sort()] as const,
  );
  return Object.fromEntries(rows);
}

describe("the catalogues", () => {
  test.each(languages)("%s has every sentence, with the same variables", (language) => {
    expect(messages(language)).toEqual(messages("en"));
  });

  test.each(languages)("%s says no sentence twice under one name", (language) => {
    const ids = new FluentResource(catalogues[language]).body.map((message) => message.id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test("no sentence is unused", () => {
    const code = Object.entries(sources)
      .filter(([path]) => !path.includes(".test.") && !path.includes(".gen."))
      .map(([, text]) => text)
      .join("\n");
    const unused = Object.keys(messages("en")).filter((id) => !code.includes(`"${id}"`));
    expect(unused).toEqual([]);
  });
});

describe("a sentence", () => {
  test("follows the plural of its language", () => {
    expect(say("en", "standing-count", { count: 1 })).toBe("one gift");
    expect(say("de", "standing-count", { count: 3 })).toContain("3");
  });

  test("writes money by the rules of its language", () => {
    const amount = { amount: "1234.50", currency: "EUR" };
    expect(say("en", "said-asked", { amount })).toContain("€1,234.50");
    expect(say("de", "said-asked", { amount })).toContain("1.234,50\u00A0€");
  });

  test("takes no marks from values: a name is a name", () => {
    const pieces = sayPieces("en", "donor-check", {
      holder: "<b>Evil</b>",
      reader: { token: "banking-app" },
    });
    expect(pieces.at(-1)).toEqual({ kind: "value", value: "<b>Evil</b>" });
    expect(pieces.every((piece) => piece.kind === "value" || !piece.strong)).toBe(true);
  });

  test("keeps its own strong words", () => {
    expect(sayPieces("en", "code-scan", { reader: { token: "banking-app" }, app: "" })).toEqual([
      { kind: "text", text: "Scan ", strong: false },
      { kind: "text", text: "inside the banking app", strong: true },
    ]);
  });
});
