import { expect, test } from "vitest";
import { openFake } from "../backend/fake";
import { recovery } from "../backend/fake-office";
import { Office } from "./office.svelte";

async function begun(): Promise<Office> {
  const office = new Office(openFake("busy"));
  office.name = "Mara Brandt";
  await office.next();
  office.passphrase = await office.suggest();
  await office.next();
  return office;
}

test("the steps lead from a name to codes on paper", async () => {
  const office = await begun();
  expect(office.step).toBe("sheet");
  await office.next();
  office.typed = recovery.map((group) => group.toLowerCase());
  await office.next();
  expect(office.step).toBe("phone");
  office.enrolment.first = "000 000";
  office.enrolment.second = "111111";
  await office.finish();
  expect(office.step).toBe("codes");
  expect(office.enrolment.ended?.codes).toHaveLength(10);
  expect(office.putAway()?.session.state).toBe("signed_in");
  expect(office.enrolment.ended).toBeNull();
});

test("going back loses nothing, and the same answers keep the same sheet", async () => {
  const office = await begun();
  await office.next();
  office.typed[0] = "K7QD4";
  for (const step of ["sheet", "passphrase", "name"]) {
    office.back();
    expect(office.step).toBe(step);
  }
  expect(office.name).toBe("Mara Brandt");
  const sheet = office.begun;
  for (let step = 0; step < 3; step += 1) await office.next();
  expect(office.step).toBe("typed");
  expect(office.begun).toBe(sheet);
  expect(office.typed[0]).toBe("K7QD4");
});

test("another passphrase makes another sheet", async () => {
  const office = await begun();
  const sheet = office.begun;
  office.back();
  office.passphrase = "a passphrase of my own";
  await office.next();
  expect(office.begun).not.toBe(sheet);
  expect(office.typed.every((group) => group === "")).toBe(true);
});

test("a weak passphrase and a missing name are said where they are typed", async () => {
  const office = new Office(openFake("busy"));
  office.name = "Mara";
  await office.next();
  office.passphrase = "short";
  await office.next();
  expect(office.step).toBe("passphrase");
  expect(office.act.at("passphrase")).not.toBeNull();
  office.name = " ";
  office.passphrase = "long enough to be good";
  await office.next();
  expect(office.step).toBe("name");
  expect(office.act.at("name")).not.toBeNull();
});

test("the group that is not as on the sheet is found", async () => {
  const office = await begun();
  await office.next();
  office.typed = [...recovery];
  office.typed[2] = "9TREC";
  await office.next();
  expect(office.step).toBe("typed");
  expect(office.wrong).toBe(2);
});

test("the first code counts only with the one after it", async () => {
  const office = await begun();
  office.enrolment.first = "000000";
  office.enrolment.second = "000000";
  await office.finish();
  expect(office.enrolment.act.at("second_code")).not.toBeNull();
  expect(office.step).toBe("sheet");
});
