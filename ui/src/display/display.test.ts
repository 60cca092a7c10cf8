import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";
import type { Answer, Backend, CallName } from "../backend/backend";
import { drawCode } from "../backend/fake";
import type { DisplayView } from "../wire.gen";
import Display from "./Display.svelte";
import { showsGoal } from "./shown";

const idle = {
  locale: "en",
  organisation: "Water Friends Lindau",
  drive: { name: "Fountain 2026", purpose: "A drinking fountain" },
  standing: null,
  screen: { kind: "idle" },
} satisfies DisplayView;
const ask = {
  ...idle,
  screen: {
    kind: "ask",
    amount: { amount: "5.00", currency: "EUR" },
    code: drawCode("BCD"),
    holder: "Wasserfreunde Lindau e.V.",
    rail: {
      account: "2",
      standard: "EPC",
      title: "Euro transfer (GiroCode)",
      reader: "banking-app",
      app: null,
      carries_amount: true,
      number_returns: "text",
    },
    destination: "DE … 6199",
    number: "1042 618 037",
  },
} satisfies DisplayView;

let page: Record<string, unknown> | undefined;
afterEach(async () => {
  if (page !== undefined) await unmount(page);
  page = undefined;
  document.body.replaceChildren();
});

async function open(): Promise<(view: DisplayView) => void> {
  let hear: (view: DisplayView) => void = () => undefined;
  const backend: Backend = {
    call: <N extends CallName>() => Promise.resolve(idle as unknown as Answer<N>),
    onChanged: () => undefined,
    onProgress: () => undefined,
    onDisplay: (listener) => {
      hear = listener;
    },
  };
  page = mount(Display, { target: document.body, props: { backend } });
  await vi.waitFor(() => expect(document.body.textContent).toContain("Fountain 2026"));
  return (view) => hear(view);
}
const part = (name: string) => document.querySelector(`[data-part="${name}"]`);

test("the code is in the page before the event returns, and marked when painted", async () => {
  const show = await open();
  show(ask);
  expect(part("code")?.querySelector("path")?.getAttribute("d")).toBe(ask.screen.code.path);
  expect(part("amount")?.textContent).toContain("€5.00");
  expect(part("number")?.textContent).toContain("1042 618 037");
  expect(document.body.textContent).toContain("Wasserfreunde Lindau e.V.");
  await vi.waitFor(() => expect(document.documentElement.dataset["shown"]).toBe("1042 618 037"));
});

test("any amount says where it is typed", async () => {
  const show = await open();
  show({ ...ask, screen: { ...ask.screen, amount: null } });
  expect(document.body.textContent).toContain("Type it in your banking app");
});

test("thanks name the amount and the drive, and the mark is gone", async () => {
  const show = await open();
  show(ask);
  await vi.waitFor(() => expect(document.documentElement.dataset["shown"]).toBeDefined());
  show({ ...idle, screen: { kind: "thanks", amount: ask.screen.amount } });
  expect(part("thanks")?.textContent).toContain("€5.00");
  expect(part("thanks")?.textContent).toContain("Fountain 2026");
  expect(document.documentElement.dataset["shown"]).toBeUndefined();
});

test("a donor's language lasts until the next greeting", async () => {
  const show = await open();
  document.querySelector<HTMLButtonElement>('[lang="de"]')?.click();
  flushSync();
  show(ask);
  expect(document.body.textContent).toContain("Ihre Bank zeigt");
  expect(document.documentElement.lang).toBe("de");
  show(idle);
  show(ask);
  expect(document.body.textContent).toContain("Your bank will show");
});

test("the goal is shown from about a third on", () => {
  expect([null, 0, 332, 333, 1000].map(showsGoal)).toEqual([false, false, false, true, true]);
});
