import { expect, test, vi } from "vitest";
import { openFake } from "../backend/fake";
import { passphrase } from "../backend/fake-office";
import { Gate } from "./gate.svelte";

const removal = { person: "p3" };

test("an act that needs a code waits for it and then goes on by itself", async () => {
  const gate = new Gate(openFake("office"));
  const heard = vi.fn();
  gate.ondesk = heard;
  const act = gate.call("person_remove", removal);
  await vi.waitFor(() => expect(gate.want).toBe("code"));
  await expect(gate.confirm("123456")).rejects.toMatchObject({ code: "code-wrong", field: "code" });
  expect(gate.want).toBe("code");
  await gate.confirm("000000");
  const desk = await act;
  expect(desk.people.find((one) => one.id === "p3")?.removed).toBe(true);
  expect(heard).toHaveBeenCalledOnce();
  expect(gate.want).toBeNull();
});

test("whoever leaves the question gets the refusal, and nothing was done", async () => {
  const gate = new Gate(openFake("office"));
  const act = gate.call("person_remove", removal);
  await vi.waitFor(() => expect(gate.want).toBe("code"));
  gate.leave();
  await expect(act).rejects.toMatchObject({ code: "code-needed" });
  const desk = await gate.call("desk_read", {});
  expect(desk.people.every((one) => !one.removed)).toBe(true);
});

test("with four eyes the second person is asked after the code, and each approval counts once", async () => {
  const gate = new Gate(openFake("four-eyes"));
  const act = gate.call("person_remove", removal);
  await vi.waitFor(() => expect(gate.want).toBe("code"));
  await gate.confirm("000000");
  await vi.waitFor(() => expect(gate.want).toBe("approval"));
  await expect(gate.approve("p1", passphrase, "000000")).rejects.toMatchObject({ code: "approval-own" });
  await gate.approve("p2", passphrase, "000000");
  await act;
  const next = gate.call("person_remove", { person: "p4" });
  await vi.waitFor(() => expect(gate.want).toBe("approval"));
  gate.leave();
  await expect(next).rejects.toMatchObject({ code: "approval-needed" });
});

test("two acts that need the same wait together", async () => {
  const gate = new Gate(openFake("office"));
  const acts = [
    gate.call("person_remove", removal),
    gate.call("person_remove", { person: "p4" }),
  ];
  await vi.waitFor(() => expect(gate.want).toBe("code"));
  await gate.confirm("000000");
  await Promise.all(acts);
});

test("a desk that was locked meanwhile is noticed", async () => {
  const gate = new Gate(openFake("locked"));
  gate.onlocked = vi.fn();
  await expect(gate.call("donor_list", { search: "", limit: 5, offset: 0 })).rejects.toMatchObject({
    code: "desk-locked",
  });
  expect(gate.onlocked).toHaveBeenCalledOnce();
});
