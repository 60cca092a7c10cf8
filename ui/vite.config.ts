// Two windows, two entries. Nothing is inlined: the content security policy of the windows allows
// scripts, styles and fonts from files only.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  clearScreen: false,
  server: { port: 5173, strictPort: true, fs: { allow: [".", "../crates/phrases/locales"] } },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { main: "index.html", display: "display.html" } },
  },
  // The tests mount components, so they need Svelte's browser build.
  ...(mode === "test" ? { resolve: { conditions: ["browser"] } } : {}),
  test: { environment: "happy-dom", include: ["src/**/*.test.ts"] },
}));
