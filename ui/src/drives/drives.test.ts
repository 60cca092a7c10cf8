import { mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";
import { openFake } from "../backend/fake";
import type { DriveView, StandingView } from "../wire.gen";
import DriveForm from "./DriveForm.svelte";
import Standing from "./Standing.svelte";

let shown: Record<string, unknown>;
afterEach(async () => {
  await unmount(shown);
  document.body.replaceChildren();
});
const euro = (amount: string) => ({ amount, currency: "EUR" });
const part = (name: string) => document.querySelector(`[data-part="${name}"]`)?.textContent ?? "";

const standing: StandingView = {
  asked: { count: 1, sum: euro("5.00"), open: 0 },
  promised: { count: 2, sum: euro("10.00"), open: 1 },
  in_hand: { count: 3, sum: euro("7.50"), open: 0 },
  corrected: 0,
  goal: euro("100.00"),
  filled: euro("7.50"),
  missing: euro("92.50"),
  filled_share: 75,
  promised_share: 100,
};

test("each state has its own total; what has no amount is counted, not summed", () => {
  shown = mount(Standing, { target: document.body, props: { standing } });
  expect(part("in-hand")).toContain("€7.50");
  expect(part("promised")).toContain("€10.00");
  expect(part("promised")).toContain("one without an amount");
  expect(part("standing")).toContain("€92.50 still missing");
});

test("without a goal no bar is shown", () => {
  const open = { ...standing, goal: null, missing: null, filled_share: null, promised_share: null };
  shown = mount(Standing, { target: document.body, props: { standing: open } });
  expect(document.querySelector(".bar")).toBeNull();
});

test("a wrong goal is said at the goal, and the drive opens when it is right", async () => {
  const opened = vi.fn<(drive: DriveView) => void>();
  shown = mount(DriveForm, {
    target: document.body,
    props: {
      backend: openFake("set-up"),
      currency: "EUR",
      first: true,
      writable: true,
      onopened: opened,
      onleave: () => undefined,
    },
  });
  const type = (id: string, text: string) => {
    const input = document.querySelector<HTMLInputElement>(`#${id}`);
    if (input === null) throw new Error(`${id} is not there`);
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const submit = () => document.querySelector<HTMLElement>('[data-act="open-drive"]')?.click();
  type("drive-name", "Fountain 2026");
  type("goal", "a lot");
  submit();
  await vi.waitFor(() => expect(document.activeElement?.id).toBe("goal"));
  expect(document.querySelector("#goal-fault")).not.toBeNull();
  type("goal", "1000");
  submit();
  await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
  expect(opened.mock.calls[0]?.[0].suggested.map((money) => money.amount)).toEqual([
    "2.00",
    "5.00",
    "10.00",
  ]);
});
