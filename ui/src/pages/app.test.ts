// From first start to a gift that was seen, by the marks that the tests of the real window use.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { choose, find, key, open, says, shut, tap, type } from "./steps";

beforeEach(() => localStorage.clear());
afterEach(shut);

test("set up, open a drive, ask, seen, cash", async () => {
  open("empty");
  await type("#name", "Water Friends Lindau");
  await choose("#country", "DE");
  await type("#payee_name", "Wasserfreunde Lindau e.V.");
  await type("#iban", "de75512108001245126199");
  await says("A bank account in ");
  await find('[data-part="ready"]');
  expect((await find<HTMLInputElement>("#iban")).value).toBe("DE75 5121 0800 1245 1261 99");
  await tap("set-up");

  await type("#drive-name", "Fountain 2026");
  expect((await find<HTMLInputElement>("#suggested-1")).value).toBe("5");
  await tap("open-drive");
  await says("No gifts yet.");

  await tap("suggest-1");
  await find('[data-part="desk-code"]');
  await says("They paid, I saw it");
  key("s");
  await says("Seen. Thank you.");
  expect((await find("[data-gift]")).dataset["state"]).toBe("promised");

  key("2");
  await vi.waitFor(() => expect(document.activeElement?.id).toBe("amount"));
  key("c");
  await vi.waitFor(async () =>
    expect((await find('[data-part="in-hand"]')).textContent).toContain("€2.00"),
  );
});

test("faults stand at their fields, the first one has the focus, and nothing typed is lost", async () => {
  open("empty");
  await type("#name", "Water Friends Lindau");
  await choose("#country", "DE");
  await find("#payee_name");
  await tap("set-up");
  await says("Please name the account holder.");
  const holder = await find<HTMLInputElement>("#payee_name");
  expect(holder.getAttribute("aria-describedby")).toContain("payee_name-fault");
  expect(document.activeElement).toBe(holder);
  expect((await find<HTMLInputElement>("#name")).value).toBe("Water Friends Lindau");
});

test("a bank that wants a BIC is asked for one, others are not", async () => {
  open("empty");
  await choose("#country", "DE");
  await type("#iban", "DE75");
  await says("more characters");
  expect(document.querySelector("#bic")).toBeNull();
  await type("#iban", "CH9300762011623852957");
  await find("#bic");
});

test("a correction is confirmed, and stays in the list", async () => {
  open("busy");
  await tap("go-gifts");
  await tap("state-in_hand");
  await vi.waitFor(() => expect(document.querySelector('[data-state="asked"]')).toBeNull());
  const row = await find("[data-gift]");
  row.querySelector<HTMLElement>('[data-act="correct"]')?.click();
  await tap("confirm-correct");
  await vi.waitFor(() => expect(document.querySelector("dialog[open]")).toBeNull());
  await tap("state-all");
  await vi.waitFor(() =>
    expect(
      document.querySelector<HTMLElement>(`[data-gift="${row.dataset["gift"]}"]`)?.dataset["state"],
    ).toBe("corrected"),
  );
});

test("closed books of another window can be read, not written", async () => {
  open("read-only");
  await says("Another window has the books open");
  for (const act of ["suggest-0", "any-amount", "ask", "cash"]) {
    expect((await find(`[data-act="${act}"]`)).getAttribute("aria-disabled")).toBe("true");
  }
  await tap("suggest-0");
  expect(document.querySelector('[data-act="correct"]')).toBeNull();
  expect(document.querySelector('[data-part="desk-code"]')).toBeNull();
});

test("a closed drive stays readable and asks no more", async () => {
  open("busy");
  await tap("go-gifts");
  await tap("close-drive");
  await tap("confirm-close");
  await tap("go-drives");
  await says("Closed. Open from");
});

test("the window speaks the language that is chosen", async () => {
  open("busy");
  const select = await find<HTMLSelectElement>("header select");
  select.value = "de";
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await says("Wie viel möchte die Person geben?");
  expect(document.documentElement.lang).toBe("de");
});

test("a country without a code of its own begins with cash, and another way can be added", async () => {
  open("empty");
  await type("#name", "Mizu");
  await choose("#country", "JP");
  await says("Banks of this country read no code");
  await tap("set-up");
  await type("#drive-name", "Water");
  await tap("open-drive");
  await says("Only cash can be recorded here");
  expect(document.querySelector('[data-act="cash"]')).toBeNull();
  await tap("suggest-0");
  await says("In the tin. Thank you.");

  await tap("go-accounts");
  await tap("add-account");
  (await find<HTMLInputElement>('input[value="LNURL"]')).click();
  await type("#payee_name", "Mizu");
  await type("#lightning_address", "give@mizu.example");
  await tap("keep-account");
  await says("give@mizu.example");
  await tap("go-ask");
  await tap("suggest-1");
  await says("They type");
});

test("another way to pay is one tap, asks anew and stays", async () => {
  open("rails");
  await tap("suggest-0");
  await find('[data-part="desk-code"]');
  await says("Scan inside the banking app");
  const lightning = await find<HTMLInputElement>('[data-rail="LNURL"] input');
  lightning.checked = true;
  lightning.dispatchEvent(new Event("change", { bubbles: true }));
  await says("Scan with a Lightning wallet");
  await says("They type");
  const undone = () => document.querySelectorAll('[data-state="corrected"]').length;
  await vi.waitFor(() => expect(undone()).toBeGreaterThan(0));
  await tap("new-ask");
  await says("The payment code will stand here");
  const again = async () => {
    await tap("suggest-1");
    await find('[data-part="desk-code"]');
  };
  await vi.waitFor(again, { timeout: 10_000 });
  await says("Scan with a Lightning wallet");
});
