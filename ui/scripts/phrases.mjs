// Writes src/phrases.gen.ts: every message id of window.ftl with the variables it wants, and the
// languages there are. With --check it only says whether the file is fresh.
import { FluentResource } from "@fluent/bundle";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const locales = new URL("../../crates/phrases/locales/", import.meta.url);
const target = new URL("../src/phrases.gen.ts", import.meta.url);

function variables(node, found = new Set()) {
  if (Array.isArray(node)) node.forEach((part) => variables(part, found));
  else if (node !== null && typeof node === "object") {
    if (node.type === "var") found.add(node.name);
    Object.values(node).forEach((part) => variables(part, found));
  }
  return found;
}

const languages = readdirSync(locales)
  .filter((name) => readdirSync(new URL(`${name}/`, locales)).includes("window.ftl"))
  .sort((a, b) => (a === "en" ? -1 : b === "en" ? 1 : a < b ? -1 : 1));
const source = readFileSync(new URL("en/window.ftl", locales), "utf8");
const rows = new FluentResource(source).body
  .filter((message) => !message.id.startsWith("-"))
  .map((message) => {
    const names = [...variables(message.value)].sort().map((name) => JSON.stringify(name));
    return `  "${message.id}": ${names.length > 0 ? names.join(" | ") : "never"};`;
  });
const text = `// Generated from crates/phrases/locales by \`npm run generate\`. Do not edit.
${languages.map((name) => `import ${name} from "../../crates/phrases/locales/${name}/window.ftl?raw";`).join("\n")}

/** Every sentence of the windows, and the variables it wants. */
export type Phrases = {
${rows.join("\n")}
};

/** The catalogues, by language. */
export const catalogues = { ${languages.join(", ")} };
`;

if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    console.error("src/phrases.gen.ts is stale: run `npm run generate`");
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
