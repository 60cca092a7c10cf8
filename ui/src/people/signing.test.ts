import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openFake } from "../backend/fake";
import { passphrase, pin } from "../backend/fake-office";
import { announcements } from "../parts/announcements.svelte";
import type { DeskView } from "../wire.gen";
import { Countdown } from "./countdown.svelte";
import { NewSecret } from "./secret.svelte";
import { Signing } from "./signing.svelte";

async function at(name: string) {
  const backend = openFake("locked");
  const opened = vi.fn<(desk: DeskView) => void>();
  const refused = vi.fn();
  const signing = new Signing(backend, opened, refused);
  const { people } = await backend.call("desk_read", {});
  const person = people.find((one) => one.name.startsWith(name));
  if (person === undefined) throw new Error(`${name} is not there`);
  signing.choose(person);
  return { signing, opened, refused };
}

test("a PIN opens the desk for a volunteer; a wrong one is begun anew", async () => {
  const { signing, opened, refused } = await at("Elif");
  signing.secret = "1111";
  await signing.open();
  expect(signing.act.at("secret")).not.toBeNull();
  expect(signing.secret).toBe("");
  expect(refused).toHaveBeenCalledOnce();
  signing.secret = pin;
  await signing.open();
  expect(opened.mock.calls[0]?.[0].session).toMatchObject({ state: "signed_in", role: "volunteer" });
  expect(signing.person).toBeNull();
});

test("a passphrase stays to be mended; a code is typed anew", async () => {
  const { signing, opened } = await at("Jonas");
  signing.secret = passphrase;
  signing.code = "999999";
  await signing.open();
  expect(signing.act.at("code")).not.toBeNull();
  expect(signing.secret).toBe(passphrase);
  expect(signing.code).toBe("");
  signing.code = "000000";
  await signing.open();
  expect(opened).toHaveBeenCalledOnce();
});

test("a recovery code stands in for the phone", async () => {
  const { signing, opened } = await at("Mara");
  signing.means = "recovery";
  signing.secret = passphrase;
  signing.code = "qk7d m2xa 9tre hw4p c3vb 8nfg";
  await signing.open();
  expect(opened).toHaveBeenCalledOnce();
});

test("whoever has no phone yet connects one first, and then is at the desk", async () => {
  const { signing, opened } = await at("Theodora");
  expect(signing.coded).toBe(false);
  signing.secret = passphrase;
  await signing.open();
  expect(signing.enrolment.factor).not.toBeNull();
  expect(signing.secret).toBe("");
  signing.enrolment.first = "000000";
  signing.enrolment.second = "111111";
  await signing.enrolment.finish();
  expect(signing.enrolment.ended?.codes).toHaveLength(10);
  expect(opened).not.toHaveBeenCalled();
  signing.enrolled();
  expect(opened).toHaveBeenCalledOnce();
});

test("what was typed for one person is not there for the next", async () => {
  const { signing } = await at("Jonas");
  signing.secret = "something";
  signing.leave();
  expect(signing.secret).toBe("");
});

test("two PINs that differ are a slip of the hand", () => {
  const secret = new NewSecret();
  secret.pin = "2468";
  secret.again = "2469";
  expect(() => secret.for("volunteer")).toThrow(expect.objectContaining({ field: "again" }));
  secret.again = "2468";
  expect(secret.for("volunteer")).toBe("2468");
});

describe("waiting", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test("is seen by the second and heard twice", () => {
    const countdown = new Countdown();
    countdown.start(65);
    expect(announcements.text).toContain("1 minute");
    const said = announcements.text;
    vi.advanceTimersByTime(3000);
    expect(countdown.left).toBe(62);
    // The program counts the same: nothing new is said.
    countdown.start(62);
    expect(announcements.text).toBe(said);
    vi.advanceTimersByTime(62_000);
    expect(countdown.left).toBe(0);
    expect(announcements.text).toContain("You can try again now.");
  });
});
