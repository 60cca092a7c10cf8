// Chooses who answers. The conditions are constants of the build, so that the fake is left out of
// every production bundle.
import type { Backend } from "./backend";
import { tauri } from "./tauri";

export async function openBackend(): Promise<Backend> {
  if (import.meta.env.DEV || import.meta.env.MODE === "fake") {
    if (!("__TAURI_INTERNALS__" in window)) {
      const { openFake } = await import("./fake");
      return openFake(new URLSearchParams(window.location.search).get("scene") ?? "empty");
    }
  }
  return tauri;
}
