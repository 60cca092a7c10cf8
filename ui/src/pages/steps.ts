// What the tests of the whole window do again and again, by the marks that the tests of the real
// window use too.
import { mount, unmount } from "svelte";
import { expect, vi } from "vitest";
import { openFake } from "../backend/fake";
import App from "./App.svelte";

let app: Record<string, unknown> | undefined;

export function open(scene: string): void {
  app = mount(App, { target: document.body, props: { backend: openFake(scene) } });
}

export async function shut(): Promise<void> {
  if (app !== undefined) await unmount(app);
  app = undefined;
  document.body.replaceChildren();
}

export function find<E extends HTMLElement>(selector: string): Promise<E> {
  return vi.waitFor(() => {
    const element = document.querySelector<E>(selector);
    if (element === null) throw new Error(`${selector} is not there`);
    return element;
  });
}

export async function type(selector: string, text: string): Promise<void> {
  const input = await find<HTMLInputElement>(selector);
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

export async function choose(selector: string, value: string): Promise<void> {
  const select = await find<HTMLSelectElement>(selector);
  await vi.waitFor(() => {
    if (select.querySelector(`[value="${value}"]`) === null) throw new Error("not read yet");
  });
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

export const tap = async (act: string): Promise<void> => (await find(`[data-act="${act}"]`)).click();
/** What stands in the window, without the marks around values that keep directions apart. */
export const says = (text: string): Promise<void> =>
  vi.waitFor(() =>
    expect(document.body.textContent.replaceAll(/[\u2068\u2069]/gu, "")).toContain(text),
  );
export const gone = (selector: string): Promise<void> =>
  vi.waitFor(() => expect(document.querySelector(selector)).toBeNull());
export const key = (name: string, more: KeyboardEventInit = {}): boolean =>
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, ...more }));
