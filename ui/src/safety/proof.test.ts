import { expect, test, vi } from "vitest";
import { openFake } from "../backend/fake";
import { Proof } from "./proof.svelte";

test("whole books are called whole, and how far it came can be seen", async () => {
  const proof = new Proof(openFake("office"));
  const running = proof.verify();
  await vi.waitFor(() => expect(proof.progress?.total).toBe(1234));
  await running;
  expect(proof.whole).toBe(true);
  expect(proof.progress).toBeNull();
});

test("what does not fit is said, and nothing is called whole", async () => {
  const proof = new Proof(openFake("damaged"));
  await proof.verify();
  expect(proof.whole).toBe(false);
  expect(proof.view?.troubles).toHaveLength(2);
});

test("stopping proves nothing and is no fault", async () => {
  const proof = new Proof(openFake("office"));
  proof.begin();
  await vi.waitFor(() => expect(proof.progress).not.toBeNull());
  await proof.stop();
  await vi.waitFor(() => expect(proof.running).toBe(false));
  expect(proof).toMatchObject({ stopped: true, fault: null, view: null });
  proof.begin();
  expect(proof.running).toBe(false);
});
