import { beforeEach, describe, expect, test } from "vitest";
import type { Answer, Args, Backend, CallName } from "../backend/backend";
import { openFake } from "../backend/fake";
import { speech } from "../language.svelte";
import type { GiftView } from "../wire.gen";
import { Asking } from "./asking.svelte";

let calls: string[];
let gifts: GiftView[];
let asking: Asking;

beforeEach(() => {
  speech.speak("en");
  calls = [];
  gifts = [];
  const fake = openFake("busy");
  const backend: Backend = {
    ...fake,
    call: <N extends CallName>(name: N, args: Args<N>): Promise<Answer<N>> => {
      calls.push(name);
      return fake.call(name, args);
    },
  };
  asking = new Asking(backend, (gift) => gifts.push(gift));
  asking.choose("d2");
});

const five = { amount: "5.00", currency: "EUR" };

describe("asking", () => {
  test("one tap asks, and the code is there", async () => {
    await asking.tap(five);
    expect(asking.shown?.gift.amount).toEqual(five);
    expect(asking.shown?.code.path.startsWith("M0 0h7")).toBe(true);
  });

  test("two taps while one is under way are one ask", async () => {
    await Promise.all([asking.tap(five), asking.tap(five)]);
    expect(calls).toEqual(["ask_open"]);
  });

  test("what is typed quickly, one after the other, is asked in that order", async () => {
    asking.typed = "5";
    const first = asking.enter();
    asking.typed = "7.50";
    await Promise.all([first, asking.enter()]);
    expect(gifts.map((gift) => gift.amount?.amount)).toEqual(["5.00", "7.50"]);
  });

  test("what cannot be read comes back into the field with its fault", async () => {
    asking.typed = "1.2.3";
    await asking.enter();
    expect(asking.typed).toBe("1.2.3");
    expect(asking.fault?.field).toBe("amount");
    asking.typed = "12";
    await asking.enter();
    expect(asking.fault).toBeNull();
  });

  test("what is typed meanwhile is not overwritten by what comes back", async () => {
    asking.typed = "1.2.3";
    const first = asking.enter();
    asking.typed = "4";
    await first;
    expect(asking.typed).toBe("4");
  });

  test("any amount is asked without one", async () => {
    await asking.tap(null);
    expect(asking.shown?.gift.amount).toBeNull();
  });

  test("seen ends the ask and keeps its gift in view", async () => {
    await asking.tap(five);
    await asking.seen();
    expect(asking.shown).toBeNull();
    expect(asking.done?.state).toBe("promised");
  });

  test("seen without a code does nothing", async () => {
    await asking.seen();
    expect(calls).toEqual([]);
  });

  test("never mind corrects the ask", async () => {
    await asking.tap(five);
    await asking.neverMind();
    expect(gifts.at(-1)).toMatchObject({ state: "corrected", reason: "not_given" });
    expect(asking.shown).toBeNull();
  });
});

describe("cash", () => {
  test("cash, then an amount: recorded, and back to asking", async () => {
    await asking.cash();
    expect(asking.mode).toBe("cash");
    await asking.tap(five);
    expect(asking.done).toMatchObject({ rail: "cash", state: "in_hand" });
    expect(asking.mode).toBe("ask");
  });

  test("an amount, then cash: recorded at once", async () => {
    asking.typed = "2.50";
    await asking.cash();
    expect(asking.done?.amount?.amount).toBe("2.50");
    expect(asking.typed).toBe("");
  });

  test("cash instead leaves no open ask behind", async () => {
    await asking.tap(five);
    await asking.cashInstead();
    expect(calls).toEqual(["ask_open", "gift_correct", "cash_record"]);
    expect(gifts.at(-1)).toMatchObject({ rail: "cash", amount: five });
  });

  test("cash instead of any amount asks how much it is", async () => {
    await asking.tap(null);
    await asking.cashInstead();
    expect(asking.mode).toBe("cash");
  });

  test("cash taken beside a waiting code leaves the code where it is", async () => {
    await asking.tap(five);
    asking.typed = "1";
    await asking.cash();
    expect(asking.shown).not.toBeNull();
  });
});

test("one step back at a time", async () => {
  await asking.tap(five);
  asking.typed = "3";
  await asking.cash();
  asking.mode = "cash";
  asking.typed = "9";
  await asking.away();
  expect(asking.mode).toBe("ask");
  await asking.away();
  expect(asking.typed).toBe("");
  await asking.away();
  expect(asking.shown).toBeNull();
  expect(calls.at(-1)).toBe("display_clear");
});
