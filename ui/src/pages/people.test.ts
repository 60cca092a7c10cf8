// The desk with people: the lock, the office, sensitive acts, donors, safety.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { passphrase, pin, recovery } from "../backend/fake-office";
import { find, gone, key, open, says, shut, tap, type } from "./steps";

beforeEach(() => localStorage.clear());
afterEach(shut);

const who = async (name: string) =>
  (
    await vi.waitFor(() => {
      const all = [...document.querySelectorAll<HTMLElement>('[data-act="who"]')];
      const one = all.find((button) => button.textContent.includes(name));
      if (one === undefined) throw new Error(`${name} is not there`);
      return one;
    })
  ).click();

async function giveCode() {
  await find('[data-part="gate"][data-want="code"]');
  await type("#fresh-code", "000000");
  await tap("give-code");
}

test("a locked desk shows names and nothing of the books; a PIN opens it", async () => {
  open("locked");
  await find('[data-part="lock"]');
  expect(document.body.textContent).not.toContain("Fountain 2026");
  expect(document.querySelector("[data-gift]")).toBeNull();
  await who("Elif");
  for (const digit of [..."2244"]) await tap(`pin-${digit}`);
  expect((await find<HTMLInputElement>("#secret")).value).toBe("2244");
  await tap("pin-back");
  await tap("sign-in");
  await says("This is not the PIN.");
  for (const digit of [...pin]) await tap(`pin-${digit}`);
  await tap("sign-in");
  await find('[data-act="suggest-0"]');
  expect((await find('[data-part="signed-in"]')).textContent).toContain("Elif");
  for (const act of ["go-safety", "go-people", "go-donors", "go-accounts"]) {
    expect(document.querySelector(`[data-act="${act}"]`)).toBeNull();
  }
});

test("Ctrl and L lock the desk; where nobody signs in they do nothing", async () => {
  open("office");
  await tap("go-people");
  await says("Jonas Keller");
  await tap("go-ask");
  await type("#amount", "5");
  await tap("cash");
  await says("€5.00 in cash recorded.");
  key("l", { ctrlKey: true });
  await find('[data-part="lock"]');
  expect(document.body.textContent).not.toContain("€5.00");
  expect(document.querySelector("header nav")).toBeNull();
  await shut();
  open("busy");
  await find('[data-act="suggest-0"]');
  key("l", { ctrlKey: true });
  expect(document.querySelector('[data-act="lock"]')).toBeNull();
  await find('[data-act="suggest-0"]');
});

test("the wait after wrong tries stands in words and rests the pad", async () => {
  open("wait");
  await who("Elif");
  await says("Please wait: 2 minutes, 8 seconds");
  expect((await find<HTMLButtonElement>('[data-act="pin-1"]')).disabled).toBe(true);
  expect((await find('[data-act="sign-in"]')).getAttribute("aria-disabled")).toBe("true");
});

test("a treasurer opens with passphrase and code", async () => {
  open("locked");
  await who("Jonas");
  await type("#secret", passphrase);
  await type("#code", "000000");
  await tap("sign-in");
  await find('[data-act="lock"]');
});

test("the office is set up step by step, and then the desk has people", async () => {
  open("busy");
  await tap("go-safety");
  await tap("begin-office");
  await type("#office-name", "Mara Brandt");
  await tap("office-next");
  await tap("suggest-office-passphrase");
  await vi.waitFor(async () =>
    expect((await find<HTMLInputElement>("#office-passphrase")).value).toContain("harbour"),
  );
  await tap("office-next");
  expect((await find('[data-part="recovery-groups"]')).textContent).toContain(recovery[3]);
  await tap("office-next");
  await find("#group-0");
  expect(document.querySelector('[data-part="recovery-groups"]')).toBeNull();
  for (const [at, group] of recovery.entries()) await type(`#group-${at}`, at === 4 ? "XXXXX" : group);
  await tap("office-next");
  await says("Group 5 is not as on the sheet.");
  expect(document.activeElement?.id).toBe("group-4");
  await type("#group-4", recovery[4] ?? "");
  await tap("office-next");
  await find('[data-part="factor-code"]');
  await type("#first-code", "000000");
  await type("#second-code", "111111");
  await tap("factor-finish");
  expect((await find('[data-part="recovery-codes"]')).querySelectorAll("li")).toHaveLength(10);
  await tap("codes-away");
  await says("Only one person can open the office.");
  expect((await find('[data-part="signed-in"]')).textContent).toContain("Mara Brandt");
  expect(document.querySelector('[data-part="recovery-codes"]')).toBeNull();
});

test("adding and removing people asks for a code once and goes on by itself", async () => {
  open("office");
  await tap("go-people");
  await tap("add-person");
  await type("#person-name", "Noor");
  await type("#person-secret", pin);
  await type("#person-again", "2469");
  await tap("keep-person");
  await says("The two PINs are not the same.");
  await type("#person-again", pin);
  await tap("keep-person");
  await giveCode();
  await says("Noor can sign in.");
  (await find<HTMLElement>('[data-person="p4"] [data-act="remove-person"]')).click();
  await tap("confirm-remove");
  await vi.waitFor(() =>
    expect(document.querySelector('[data-person="p4"]')?.classList.contains("removed")).toBe(true),
  );
});

test("a role across the passphrase needs a new secret", async () => {
  open("office");
  await tap("go-people");
  (await find<HTMLElement>('[data-person="p3"] [data-act="change-role"]')).click();
  (await find<HTMLInputElement>('dialog[open] [data-act="role-treasurer"]')).click();
  await says("nobody else should know it");
  await type("#role-secret", "a passphrase of her own");
  await tap("give-role");
  await giveCode();
  await vi.waitFor(() =>
    expect(document.querySelector<HTMLElement>('li[data-person="p3"]')?.dataset["role"]).toBe("treasurer"),
  );
});

test("four eyes: code, then a second person, then it is done", async () => {
  open("four-eyes");
  await tap("go-people");
  (await find<HTMLElement>('[data-person="p4"] [data-act="remove-person"]')).click();
  await tap("confirm-remove");
  await giveCode();
  await find('[data-part="gate"][data-want="approval"]');
  // The word that the first question is closed comes only now.
  (await find('dialog[open]:has([data-part="gate"])')).dispatchEvent(new Event("close"));
  await type("#approve-secret", passphrase);
  await type("#fresh-code", "000000");
  await tap("give-code");
  await says("Luis was removed.");
});

test("another phone is connected away from the books", async () => {
  open("office");
  await tap("go-people");
  await tap("renew-phone");
  await type("#secret", passphrase);
  await tap("sign-in");
  await giveCode();
  await type("#first-code", "000000");
  await type("#second-code", "111111");
  await tap("factor-finish");
  await find('[data-part="recovery-codes"]');
  await tap("codes-away");
  await find('[data-act="lock"]');
});

test("the safety page answers by itself and compares a paper", async () => {
  open("office");
  await tap("go-safety");
  await says("The books are whole: 1,234 entries checked");
  await type("#compare-seq", "1234");
  await type("#compare-digits", "48213 90377 15520 66341 02984 71169");
  await tap("compare");
  await says("The paper and the books agree");
  await says("It is time for a backup");
  await tap("backup");
  await says("Saved as groat-backup.zip");
  await gone('[data-part="backup-due"]');
  (await find<HTMLInputElement>('[data-act="four-eyes"]')).click();
  await giveCode();
  await vi.waitFor(async () =>
    expect((await find<HTMLInputElement>('[data-act="four-eyes"]')).checked).toBe(true),
  );
});

test("a donor is noted after a gift, found, and forgotten with a result", async () => {
  open("office");
  await type("#amount", "5");
  await tap("cash");
  await tap("note-donor");
  await type("#donor-name", "Nina Brook");
  await type("#donor-contact", "nina@brook.example");
  await tap("keep-donor");
  await says("The donor is noted.");
  await tap("go-donors");
  await says("Nina Brook");
  (await find<HTMLElement>('[data-donor="n3"] [data-act="forget-donor"]')).click();
  await tap("confirm-forget");
  await giveCode();
  await find('[data-part="forgotten"]');
  await tap("end-forget");
  await vi.waitFor(() =>
    expect(document.querySelector('[data-donor="n3"]')?.textContent).not.toContain("Nina"),
  );
});

test("without an office a name has no place yet", async () => {
  open("busy");
  await type("#amount", "5");
  await tap("cash");
  await tap("note-donor");
  await says("Names need a place");
  await tap("begin-office");
  await find('[data-part="office"]');
  await tap("office-leave");
  await find('[data-act="suggest-0"]');
});

test("an empty desk can go on with a backup", async () => {
  open("empty");
  await tap("restore");
  await type("#restore-secret", "not it");
  await tap("confirm-restore");
  await says("This does not open the backup.");
  await type("#restore-secret", passphrase);
  await tap("confirm-restore");
  await find('[data-part="lock"]');
});

test("a clock that was set back is said calmly", async () => {
  open("set-back");
  await find('[data-part="clock"]');
});
