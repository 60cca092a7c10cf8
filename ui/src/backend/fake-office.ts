// The people, keys, donors and proofs of the desk that `fake.ts` plays. The codes on everybody's
// phone are 000000 and then 111111; PINs are 2468; passphrases are `passphrase` below.
import type {
  BackupView,
  CheckpointView,
  CodePicture,
  DonorFieldView,
  DonorView,
  Fault,
  GuardView,
  PersonView,
  Progress,
  ProofView,
  Right,
  Role,
  SessionView,
} from "../wire.gen";

export const passphrase = "copper kettle morning bridge window";
export const pin = "2468";
export const recovery = ["K7QD4", "2MXA9", "9TREB", "HW4PC", "C3VB8", "8NFGK", "J6YST", "5ZTM2"];

const codes = [
  "QK7D-M2XA-9TRE-HW4P-C3VB-8NFG",
  "B4TZ-8KQM-W2XN-R7PD-H5VC-3GJS",
  "N9FW-C6TA-K2QR-X8MB-D4ZP-7VHG",
  "T3GX-P7WD-5NKC-V9QA-M8RF-2BJH",
  "F8RM-2ZVT-Q6KP-B3WX-G9DC-7HNA",
  "W5HC-K9BN-3TQX-P2MG-V7RA-D8FZ",
  "D2PV-X6RQ-8MWB-N4GT-K3HZ-9CFA",
  "M7NB-G3TK-V5DX-2QWP-R9CH-F6ZA",
  "H4ZK-W8VD-7PRB-C2XM-T6NQ-G3FA",
  "R6CX-9GMT-B4KV-H7WQ-N2DP-8ZFA",
];
/** From the smallest upwards, as a clock on the wall would say how long to wait. */
const pauses = [1, 2, 4, 8, 15];
const free = 5;

type Kept = PersonView & { secret: string; wrong: number };
type Noted = DonorView & { of: string[] };

function fault(code: string, field: string | null, message: string, hint: string | null = null) {
  return { code, field, message, hint } satisfies Fault;
}
const bare = (text: string) => text.replace(/[^0-9a-z]/giu, "").toUpperCase();

export class FakeOffice {
  people: Kept[] = [];
  donors: Noted[] = [];
  signedIn: string | null = null;
  freshUntil = 0;
  approved = false;
  entries = 1234;
  guard: Omit<GuardView, "waiting_notes"> = {
    keyring: true,
    office: false,
    four_eyes: false,
    backup_on: null,
    backup_due: false,
    clock: "right",
  };
  progress: ((progress: Progress) => void)[] = [];
  #begun: { name: string; passphrase: string; checked: boolean } | null = null;
  #enrolling: Kept | null = null;
  #stopped = false;
  #draw: (text: string) => CodePicture;

  constructor(scene: string, draw: (text: string) => CodePicture) {
    this.#draw = draw;
    if (!["office", "locked", "wait", "volunteer", "four-eyes", "damaged", "set-back"].includes(scene)) {
      return;
    }
    this.guard = { ...this.guard, office: true, backup_on: "2026-11-02", backup_due: true };
    this.#add("Mara Brandt", "admin", passphrase, true);
    this.#add("Jonas Keller", "treasurer", passphrase, true);
    this.#add("Elif Aydın", "volunteer", pin, false);
    this.#add("Luis", "volunteer", pin, false);
    this.#add("Theodora von der Wasserburg-Hohenstein", "treasurer", passphrase, false);
    this.#note(["d2"], "Ingrid Lind", "ingrid.lind@lindau.example", "In memory of Karl.", true, "78 093 614 52");
    this.#note(["d2"], "Bäckerei Sommer", "+49 8382 000 000", "", false, "");
    if (scene === "wait") this.#wait("Elif Aydın", 128);
    if (scene === "set-back") this.guard.clock = "set_back";
    if (scene === "four-eyes") this.guard.four_eyes = true;
    if (scene === "locked" || scene === "wait") return;
    const who = scene === "volunteer" ? "Elif Aydın" : "Mara Brandt";
    this.signedIn = this.people.find((one) => one.name === who)?.id ?? null;
    this.damaged = scene === "damaged";
  }
  damaged = false;

  get locked(): boolean {
    return this.people.length > 0 && this.signedIn === null;
  }
  get #role(): Role | null {
    return this.people.find((one) => one.id === this.signedIn)?.role ?? null;
  }
  private get freshSeconds(): number {
    return Math.max(0, Math.round((this.freshUntil - Date.now()) / 1000));
  }

  session(): SessionView {
    const role = this.#role;
    const rights: Right[] =
      this.people.length === 0
        ? ["look", "collect", "office"]
        : role === null
          ? []
          : role === "volunteer"
            ? ["look", "collect"]
            : ["look", "collect", "office", "sensitive", ...(role === "admin" ? (["admin"] as const) : [])];
    return {
      state: this.people.length === 0 ? "nobody" : role === null ? "locked" : "signed_in",
      person: this.signedIn,
      role,
      fresh_seconds: this.freshSeconds,
      approved: this.approved,
      rights,
    };
  }

  persons(): PersonView[] {
    return this.people.map(({ secret: _secret, wrong: _wrong, ...shown }) => shown);
  }

  guarded(): GuardView {
    return { ...this.guard, waiting_notes: 0 };
  }

  /** Refuses what the person at the desk may not do. */
  may(right: Right): void {
    const { state, rights } = this.session();
    if (state === "locked") throw fault("desk-locked", null, "The desk is locked.", "Please sign in.");
    if (state === "nobody") return;
    if (!rights.includes(right)) {
      throw fault("right-missing", null, "Only a treasurer can do this.");
    }
    if (right !== "sensitive" && right !== "admin") return;
    if (this.freshSeconds === 0) {
      throw fault("code-needed", null, "This needs a fresh code from your phone.");
    }
    if (this.guard.four_eyes) {
      if (!this.approved) {
        throw fault("approval-needed", null, "This needs a second person to approve it.");
      }
      this.approved = false;
    }
  }

  signIn(id: string, secret: string, code: string | null): void {
    const person = this.#person(id);
    if (person.wait_seconds > 0) {
      throw fault("wait-first", "person", "Please wait before the next try.");
    }
    this.#secret(person, secret);
    if (person.role !== "volunteer") {
      if (!person.second_factor) {
        throw fault("factor-missing", null, "No phone shows codes for this person yet.");
      }
      if (!codes.some((one) => bare(one) === bare(code ?? ""))) this.#code(code ?? "");
      this.freshUntil = Date.now() + 300_000;
    }
    person.wrong = 0;
    this.signedIn = id;
  }

  lock(): void {
    this.signedIn = null;
    this.freshUntil = 0;
    this.approved = false;
  }

  confirm(code: string): void {
    this.#code(code);
    this.freshUntil = Date.now() + 300_000;
  }

  approve(id: string, secret: string, code: string): void {
    if (id === this.signedIn) {
      throw fault("approval-own", "person", "Somebody else has to approve this.");
    }
    this.#secret(this.#person(id), secret);
    this.#code(code);
    this.approved = true;
  }

  officeBegin(name: string, words: string) {
    if (name.trim() === "") throw fault("person-name-empty", "name", "Please say who keeps the books.");
    this.#strong(words, "passphrase");
    this.#begun = { name, passphrase: words, checked: false };
    return { recovery: [...recovery], factor: this.#factor(name) };
  }

  recoveryCheck(typed: string): null {
    const at = recovery.findIndex((group, index) => bare(typed).slice(index * 5, index * 5 + 5) !== group);
    if (at >= 0) {
      throw fault(
        "recovery-mistyped",
        "typed",
        `Group ${at + 1} is not as on the sheet.`,
        "Please compare it sign by sign.",
      );
    }
    if (this.#begun !== null) this.#begun.checked = true;
    return null;
  }

  officeFinish(first: string, second: string): string[] {
    this.#twoCodes(first, second);
    if (this.#begun === null || !this.#begun.checked) {
      throw fault("office-not-begun", null, "Please begin again.");
    }
    const admin = this.#add(this.#begun.name, "admin", this.#begun.passphrase, true);
    this.#begun = null;
    this.guard = { ...this.guard, office: true, backup_due: true };
    this.signedIn = admin.id;
    this.freshUntil = Date.now() + 300_000;
    return codes;
  }

  officeCancel(): null {
    this.#begun = null;
    return null;
  }

  factorBegin(id: string, words: string) {
    const person = this.#person(id);
    if (person.second_factor && this.freshSeconds === 0) {
      throw fault("code-needed", "person", "This needs a fresh code from your phone.");
    }
    this.#secret(person, words, "passphrase");
    this.#enrolling = person;
    return this.#factor(person.name);
  }

  factorFinish(first: string, second: string): string[] {
    this.#twoCodes(first, second);
    if (this.#enrolling === null) throw fault("factor-not-begun", null, "Please begin again.");
    this.#enrolling.second_factor = true;
    this.signedIn = this.#enrolling.id;
    this.freshUntil = Date.now() + 300_000;
    return codes;
  }

  personAdd(name: string, role: Role, secret: string): void {
    if (name.trim() === "") throw fault("person-name-empty", "name", "Please say who this is.");
    this.#fits(role, secret);
    this.#add(name, role, secret, false);
  }

  personRemove(id: string): void {
    const admins = this.people.filter((one) => one.role === "admin" && !one.removed);
    if (admins.every((one) => one.id === id)) {
      throw fault("last-admin", null, "Somebody has to decide who may do what.");
    }
    this.#person(id).removed = true;
  }

  roleGive(id: string, role: Role, secret: string | null): void {
    const person = this.#person(id);
    const same = (person.role === "volunteer") === (role === "volunteer");
    if (!same || secret !== null) {
      this.#fits(role, secret ?? "");
      person.secret = secret ?? "";
      person.wait_seconds = 0;
      person.wrong = 0;
    }
    person.role = role;
  }

  passphraseChange(old: string, next: string): void {
    const person = this.people.find((one) => one.id === this.signedIn);
    if (person === undefined) return;
    if (person.secret !== old) throw fault("passphrase-wrong", "old", "This is not the passphrase.");
    this.#strong(next, "new");
    person.secret = next;
  }

  /** Looks at all entries, a part at a time, so that the bar can be seen. */
  async verify(): Promise<ProofView> {
    this.#stopped = false;
    for (let done = 0; done < this.entries; done += 100) {
      for (const hear of this.progress) hear({ done, total: this.entries });
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (this.#stopped) throw fault("stopped", null, "Stopped. Nothing was proven.");
    }
    return {
      entries: this.entries,
      signed: 1034,
      unsigned: 200,
      checkpoint: this.checkpoint(),
      troubles: this.damaged
        ? ["Entry 812 is not what it was when it was written.", "The sums of “Fountain 2026” differ from its entries."]
        : [],
      not_proven: [
        "Whether somebody left the last entries out, if no checkpoint on paper is newer.",
        "Whether a gift that was seen really arrived: the bank statement says that.",
      ],
    };
  }

  verifyStop(): null {
    this.#stopped = true;
    return null;
  }

  checkpoint(): CheckpointView {
    return {
      seq: this.entries,
      groups: ["48213", "90377", "15520", "66341", "02984", "71169"],
      at: new Date(Date.now() - 3_600_000).toISOString(),
    };
  }

  compare(seq: string, digits: string) {
    const typed = bare(digits);
    if (!/^\d+$/u.test(seq.trim())) throw fault("number", "seq", "Which entry is it? It stands beside the digits.");
    if (typed.length !== 30) {
      throw fault("checkpoint-digits", "digits", `A checkpoint has 30 digits; these are ${typed.length}.`);
    }
    const holds = typed === this.checkpoint().groups.join("");
    return {
      holds,
      message: holds
        ? "The paper and the books agree: nothing up to this entry was changed."
        : "The paper and the books differ. Please ask who wrote the paper.",
    };
  }

  note(gift: string, name: string, contact: string, message: string, show: boolean, tax: string): null {
    if (!this.guard.office) throw fault("office-missing", null, "Names can be noted once the office is set up.");
    if (name.trim() === "") throw fault("empty", "name", "Please write a name.");
    this.#note([gift], name, contact, message, show, tax);
    return null;
  }

  donorList(search: string, limit: number, offset: number) {
    const wanted = search.trim().toLowerCase();
    const fits = this.donors.filter((one) =>
      [one.name, one.contact, one.token].some((text) => text?.toLowerCase().includes(wanted) === true),
    );
    const donors = fits.slice(offset, offset + limit).map(({ of: _of, ...shown }) => shown);
    return { donors, matches: fits.length };
  }

  donorForget(id: string): DonorView {
    const donor = this.donors.find((one) => one.id === id);
    if (donor === undefined) throw fault("not_found", null, "This person is not in the books.");
    const tax = donor.fields.filter((one) => one.field === "tax_number");
    Object.assign(donor, {
      name: tax.length > 0 ? donor.name : null,
      contact: null,
      message: null,
      message_may_show: false,
      fields: donor.fields
        .filter((one) => one.field === "tax_number" || (one.field === "name" && tax.length > 0))
        .map((one) => ({ ...one, purpose: "tax" as const, delete_on: "2037-01-01" })),
    });
    const { of: _of, ...shown } = donor;
    return shown;
  }

  backup(): BackupView {
    this.guard = { ...this.guard, backup_on: new Date().toISOString().slice(0, 10), backup_due: false };
    return { saved: "groat-backup.zip", entries: this.entries, checkpoint: this.checkpoint() };
  }

  restore(secret: string): void {
    if (secret !== passphrase && bare(secret) !== recovery.join("")) {
      throw fault("restore-secret", "secret", "This does not open the backup.", "Nothing was changed. Please try again.");
    }
    this.guard = { ...this.guard, office: true };
    this.#add("Mara Brandt", "admin", passphrase, true);
  }

  #add(name: string, role: Role, secret: string, second_factor: boolean): Kept {
    const id = `p${this.people.length + 1}`;
    const person = { id, name, role, removed: false, second_factor, wait_seconds: 0, secret, wrong: 0 };
    this.people.push(person);
    return person;
  }

  #note(of: string[], name: string, contact: string, message: string, show: boolean, tax: string): void {
    const fields: DonorFieldView[] = [{ field: "name", purpose: tax === "" ? "thanks" : "tax", delete_on: "2037-01-01" }];
    if (contact !== "") fields.push({ field: "contact", purpose: "thanks", delete_on: "2028-11-24" });
    if (message !== "") fields.push({ field: "message", purpose: "display", delete_on: "2027-02-20" });
    if (tax !== "") fields.push({ field: "tax_number", purpose: "tax", delete_on: "2037-01-01" });
    const serial = this.donors.length + 1;
    this.donors.push({
      of,
      id: `n${serial}`,
      token: `D-${1000 + serial * 37}`,
      name,
      contact: contact === "" ? null : contact,
      message: message === "" ? null : message,
      message_may_show: show,
      tax_number_masked: tax === "" ? null : `••• ${bare(tax).slice(-3)}`,
      gifts: 1,
      fields,
    });
  }

  #wait(name: string, seconds: number): void {
    const person = this.people.find((one) => one.name === name);
    if (person !== undefined) person.wait_seconds = seconds;
  }

  #person(id: string): Kept {
    const person = this.people.find((one) => one.id === id && !one.removed);
    if (person === undefined) throw fault("not_found", null, "This person is not known here.");
    return person;
  }

  #secret(person: Kept, secret: string, field = "secret"): void {
    if (person.secret === secret) return;
    person.wrong += 1;
    const over = person.wrong - free;
    if (over >= 0) {
      person.wait_seconds = (pauses[Math.min(over, pauses.length - 1)] ?? 15) * 60;
      setTimeout(() => (person.wait_seconds = 0), person.wait_seconds * 1000);
    }
    throw person.role === "volunteer"
      ? fault("pin-wrong", field, "This is not the PIN.")
      : fault("passphrase-wrong", field, "This is not the passphrase.");
  }

  #code(code: string): void {
    if (bare(code) === "000000") return;
    throw fault("code-wrong", "code", "This code does not count.", "Wait for the next one on the phone.");
  }

  #twoCodes(first: string, second: string): void {
    if (bare(first) !== "000000") {
      throw fault("code-wrong", "first_code", "This code does not count.", "Is the clock of the phone right?");
    }
    if (bare(second) !== "111111") {
      throw fault("code-wrong", "second_code", "This is not the code after it.", "Wait until the phone shows a new one.");
    }
  }

  #factor(name: string) {
    const text = "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP";
    const secret = text.replaceAll(" ", "");
    return { picture: this.#draw(`otpauth://totp/Groat:${encodeURIComponent(name)}?secret=${secret}&issuer=Groat`), text };
  }

  #fits(role: Role, secret: string): void {
    if (role !== "volunteer") this.#strong(secret, "secret");
    else if (!/^\d{4,8}$/u.test(secret)) throw fault("pin-malformed", "secret", "A PIN has 4 to 8 digits.");
  }

  #strong(words: string, field: string): void {
    if (words.length < 15) {
      throw fault("passphrase-short", field, "This passphrase is too short.", "At least 15 characters.");
    }
  }
}
