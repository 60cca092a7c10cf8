// The program behind the window, played in memory: for tests, and for looking at the window in a
// plain browser. Made-up people and accounts only; never part of a production bundle.
import { encode } from "uqr";
import type {
  AccountArg,
  AccountView,
  AmountArg,
  AskView,
  CodePicture,
  Changed,
  CorrectionReason,
  DeskView,
  DisplayView,
  DriveView,
  Fault,
  GiftState,
  GiftView,
  IbanView,
  Locale,
  MoneyView,
  OfferView,
  QuestionView,
  RailView,
  StandingView,
  SumView,
} from "../wire.gen";
import type { Answer, Args, Backend, CallName } from "./backend";
import { FakeOffice } from "./fake-office";

type Drive = Omit<DriveView, "standing"> & { goal: MoneyView | null; gifts: GiftView[] };
type Organisation = { name: string; country: string };
type Calls = { [N in CallName]: (args: Args<N>) => Answer<N> | Promise<Answer<N>> };

const lengths: Record<string, number> = { DE: 22, AT: 20, NL: 18, FR: 27, CH: 21, GB: 22, ES: 24 };
const beyondEea = new Set(["CH", "GB"]);
const channel = "groat-fake-display";

const cents = (text: string) => {
  const [whole = "0", part = ""] = text.split(".");
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, "0").slice(0, 2));
};
const euros = (minor: bigint): MoneyView => ({
  amount: `${minor / 100n}.${(minor % 100n).toString().padStart(2, "0")}`,
  currency: "EUR",
});

function fault(code: string, field: string | null, message: string, hint: string | null = null) {
  return { code, field, message, hint } satisfies Fault;
}

const question = (field: string, label: string, example = "", needed = true): QuestionView => ({
  field,
  label,
  needed,
  length_max: 70,
  example,
  choices: [],
});

/** A few kinds of account, as the program answers them. */
const kinds: Record<string, OfferView> = {
  EPC: {
    standard: "EPC",
    title: "Bank transfer (GiroCode)",
    at_home: true,
    maker: "organisation",
    reader: "banking-app",
    app: null,
    currencies: ["EUR"],
    questions: [
      question("payee_name", "Payee"),
      question("iban", "IBAN"),
      question("bic", "BIC", "", false),
    ],
  },
  PIX: {
    standard: "PIX",
    title: "Pix",
    at_home: true,
    maker: "registered",
    reader: "banking-app",
    app: null,
    currencies: ["BRL"],
    questions: [
      question("payee_name", "Payee"),
      question("key", "Pix key", "doe@riolimpo.example"),
      question("city", "Town", "Sao Paulo"),
    ],
  },
  LNURL: {
    standard: "LNURL",
    title: "Lightning",
    at_home: false,
    maker: "own-server",
    reader: "lightning-wallet",
    app: null,
    currencies: [],
    questions: [
      question("payee_name", "Payee"),
      question("lightning_address", "Lightning address", "donate@ngo.example"),
    ],
  },
};
const homes: Record<string, string[]> = { DE: ["EPC"], CH: ["EPC"], BR: ["PIX"], JP: [] };
const countries = [
  { code: "BR", name: "Brazil", currency: "BRL" },
  { code: "DE", name: "Germany", currency: "EUR" },
  { code: "JP", name: "Japan", currency: "JPY" },
  { code: "CH", name: "Switzerland", currency: "CHF" },
];

/** One path for all dark modules, run by run, in module units from the code's own corner. */
export function drawCode(payload: string): CodePicture {
  const { data, size } = encode(payload, { ecc: "M", border: 0 });
  let path = "";
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (x < size && row[x]) x += 1;
      path += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  });
  return { width: size, height: size, quiet: 4, path, marks: [] };
}

function remainder97(iban: string): number {
  const turned = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const sign of turned) {
    for (const digit of parseInt(sign, 36).toString()) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}

const grouped = (iban: string) => iban.replace(/(.{4})(?=.)/gu, "$1 ");

export function checkIban(text: string): IbanView {
  const iban = text.replace(/\s/gu, "").toUpperCase();
  const code = iban.slice(0, 2);
  const length = lengths[code] ?? null;
  const view: IbanView = {
    grouped: grouped(iban),
    complete: false,
    country: length === null ? null : code,
    length,
    typed: iban.length,
    bic_needed: beyondEea.has(code),
    fault: null,
    fault_at: null,
  };
  const foreign = iban.search(/[^A-Z0-9]/u);
  if (foreign >= 0) {
    view.fault = fault("iban_sign", "iban", "An IBAN has only letters and digits.");
    view.fault_at = foreign + Math.floor(foreign / 4);
  } else if (code.length === 2 && length === null) {
    view.fault = fault("iban_country", "iban", "No country’s IBANs begin like this.");
    view.fault_at = 0;
  } else if (length !== null && iban.length >= length) {
    view.complete = iban.length === length && remainder97(iban) === 1;
    if (iban.length > length) {
      view.fault = fault("iban_long", "iban", `This IBAN is too long: ${length} characters are wanted.`);
      view.fault_at = length + Math.floor(length / 4);
    } else if (!view.complete) {
      view.fault = fault(
        "iban_check",
        "iban",
        "The check digits do not fit: one character is probably mistyped.",
        "Compare it group by group with the bank statement.",
      );
      view.fault_at = 2;
    }
  }
  return view;
}

function sum(gifts: GiftView[]): SumView {
  const known = gifts.flatMap((gift) => (gift.amount === null ? [] : [cents(gift.amount.amount)]));
  return {
    count: gifts.length,
    sum: euros(known.reduce((all, one) => all + one, 0n)),
    open: gifts.length - known.length,
  };
}

function standingOf(drive: Drive): StandingView {
  const of = (state: GiftState) => drive.gifts.filter((gift) => gift.state === state);
  const inHand = sum(of("in_hand"));
  const promised = sum(of("promised"));
  const goal = drive.goal === null ? null : cents(drive.goal.amount);
  const filled = cents(inHand.sum.amount);
  const share = (part: bigint) => {
    if (goal === null) return null;
    const permille = (part * 1000n) / goal;
    return permille > 1000n ? 1000 : Number(permille);
  };
  return {
    asked: sum(of("asked")),
    promised,
    in_hand: inHand,
    corrected: of("corrected").length,
    goal: drive.goal,
    filled: euros(filled),
    missing: goal === null ? null : euros(goal > filled ? goal - filled : 0n),
    filled_share: share(filled),
    promised_share: share(cents(promised.sum.amount)),
  };
}

function accountOf({ standard, values }: AccountArg, id: string): AccountView {
  const kind = kinds[standard];
  if (kind === undefined) throw fault("unknown", "standard", "There is no such code.");
  const { at_home: _home, questions: _questions, ...rest } = kind;
  const destination = values["iban"] ?? values["key"] ?? values["lightning_address"] ?? "";
  const bare = destination.replace(/\s/gu, "");
  return {
    ...rest,
    id,
    holder: values["payee_name"] ?? "",
    destination: standard === "EPC" ? grouped(bare) : bare,
    short: standard === "EPC" ? `${bare.slice(0, 2)} … ${bare.slice(-4)}` : bare,
    carries_amount: standard !== "LNURL",
    takes_open: true,
    number_returns: standard === "LNURL" ? "no" : standard === "PIX" ? "reference" : "text",
    retired: false,
  };
}

function railOf(account: AccountView): RailView {
  const { standard, title, reader, app, carries_amount, number_returns } = account;
  return { account: account.id, standard, title, reader, app, carries_amount, number_returns };
}

/** What is missing or wrong about an account that is being typed. */
function checkAccount({ standard, values }: AccountArg): Fault | null {
  for (const { field, label, needed } of kinds[standard]?.questions ?? []) {
    if (needed && (values[field] ?? "").trim() === "") {
      const words = field === "payee_name" ? "Please name the account holder." : `${label}: this is missing.`;
      return fault("field-missing", field, words);
    }
    if (field === "iban") {
      const checked = checkIban(values["iban"] ?? "");
      if (!checked.complete) {
        return checked.fault ?? fault("iban_short", "iban", "This IBAN is not complete yet.");
      }
    }
  }
  return null;
}

class FakeDesk {
  locale: Locale = "en";
  organisation: Organisation | null = null;
  accounts: AccountView[] = [];
  /** The account that was taken last. */
  lastRail: string | null = null;
  drives: Drive[] = [];
  readOnly: string | null = null;
  displayOpen = false;
  serial = 61_803;
  current: { drive: Drive | null; gift: string | null; screen: DisplayView["screen"] } = {
    drive: null,
    gift: null,
    screen: { kind: "idle" },
  };
  changed: ((changed: Changed) => void)[] = [];
  display: ((view: DisplayView) => void)[] = [];
  air = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(channel);
  readonly office: FakeOffice;

  constructor(scene: string) {
    this.office = new FakeOffice(scene, drawCode);
    if (scene !== "empty") {
      this.organisation = { name: "Water Friends Lindau", country: "DE" };
      const holder = "Wasserfreunde Lindau e.V.";
      this.keep("EPC", { payee_name: holder, iban: "DE75512108001245126199" });
      if (scene === "rails") this.keep("LNURL", { payee_name: holder, lightning_address: "give@lindau.example" });
    }
    if (["busy", "read-only", "long", "rails"].includes(scene) || this.office.guard.office) this.fill();
    if (scene === "long") this.stretch();
    if (scene === "read-only") {
      this.readOnly = "Another window has the books open (since 09:12). You can read here.";
    }
    this.air?.addEventListener("message", (event: MessageEvent<DisplayView>) => {
      for (const hear of this.display) hear(event.data);
    });
  }

  private keep(standard: string, values: AccountArg["values"]) {
    this.accounts.push(accountOf({ standard, values }, String(this.accounts.length + 2)));
  }

  private rails(currency: string): AccountView[] {
    const takes = ({ currencies, retired }: AccountView) =>
      !retired && (currencies.length === 0 || currencies.includes(currency));
    return this.accounts.filter(takes);
  }

  private fill() {
    const suggested = ["2.00", "5.00", "10.00"].map((amount) => ({ amount, currency: "EUR" }));
    const old: Drive = {
      currency: "EUR",
      decimals: 2,
      rails: [],
      rail: null,
      id: "d1",
      name: "Summer fair 2025",
      purpose: "New books for the reading room",
      suggested,
      opened_on: "2025-07-04",
      closed_on: "2025-07-06",
      goal: null,
      gifts: [],
    };
    const drive: Drive = {
      ...old,
      id: "d2",
      name: "Fountain 2026",
      purpose: "A drinking fountain for the market square",
      opened_on: "2026-11-20",
      closed_on: null,
      goal: { amount: "1000.00", currency: "EUR" },
      gifts: [],
    };
    this.drives = [drive, old];
    const seeds: [string | null, GiftState, "bank" | "cash"][] = [
      ["5.00", "asked", "bank"],
      ["10.00", "promised", "bank"],
      ["2.50", "in_hand", "cash"],
      ["5.00", "promised", "bank"],
      [null, "promised", "bank"],
      ["20.00", "corrected", "bank"],
      ["385.00", "in_hand", "cash"],
      ["75.00", "promised", "bank"],
      ["25.00", "in_hand", "cash"],
      ["2.00", "asked", "bank"],
    ];
    for (let round = 0; round < 4; round += 1) {
      seeds.forEach(([amount, state, rail], index) => {
        if (round > 0 && amount !== null && amount.length > 5) return;
        const made = this.gift(amount === null ? null : { amount, currency: "EUR" }, rail, state);
        made.at = new Date(Date.now() - (round * 10 + index) * 260_000).toISOString();
        if (state === "corrected") {
          made.before = "asked";
          made.reason = "not_given";
        }
        drive.gifts.push(made);
      });
    }
    old.gifts.push(this.gift({ amount: "312.40", currency: "EUR" }, "cash", "in_hand"));
    this.current.drive = drive;
  }

  /** The longest words and the largest amounts that anybody will bring. */
  private stretch() {
    const name = "Förderverein der Freiwilligen Feuerwehr Wasserburg am Bodensee-Hochwasserrückhaltebecken";
    const holder = "Förderverein der Freiwilligen Feuerwehr Wasserburg am Bodensee e.V. i.G.";
    this.organisation = { name, country: "DE" };
    this.accounts = [];
    this.keep("EPC", { payee_name: holder, iban: "DE75512108001245126199" });
    for (const drive of this.drives) {
      drive.name = "Hochwasserrückhaltebeckeninstandsetzungsspendenaktion Sommer 2026";
      drive.purpose = "Neue Pumpen, Schläuche und Sandsäcke für alle sieben Ortsteile, bevor das Wasser kommt";
      drive.suggested = ["1000.00", "2500.50", "999999.99"].map((amount) => ({
        amount,
        currency: "EUR",
      }));
      drive.goal = { amount: "999999999.99", currency: "EUR" };
    }
  }

  private gift(amount: MoneyView | null, rail: "bank" | "cash", state: GiftState): GiftView {
    this.serial = (this.serial + 61_803) % 100_000;
    const digits = `1042${String(this.serial).padStart(5, "0")}${this.serial % 10}`;
    return {
      id: `g${this.serial}`,
      at: new Date().toISOString(),
      amount,
      state,
      before: null,
      rail,
      account: rail === "cash" ? null : "2",
      number: rail === "cash" ? null : digits.replace(/(\d{4})(\d{3})(\d{3})/u, "$1 $2 $3"),
      reason: null,
    };
  }

  private amount(arg: AmountArg): MoneyView {
    if ("decimal" in arg) return { amount: arg.decimal, currency: "EUR" };
    return this.readAmount(arg.typed, "amount");
  }

  private readAmount(typed: string, field: string): MoneyView {
    const decimal = this.locale === "de" ? /^\d{1,6}(,\d{1,2})?$/u : /^\d{1,6}(\.\d{1,2})?$/u;
    const text = typed.trim();
    if (!decimal.test(text)) {
      const example = this.locale === "de" ? "12,50" : "12.50";
      throw fault("amount", field, `“${text}” is not an amount.`, `Write it like ${example}.`);
    }
    const minor = cents(text.replace(",", "."));
    if (minor === 0n) throw fault("amount_zero", field, "An amount is more than nothing.");
    return euros(minor);
  }

  private driveOf(id: string): Drive {
    const drive = this.drives.find((one) => one.id === id);
    if (drive === undefined) throw fault("not_found", null, "This drive is not in the books.");
    return drive;
  }

  private openDriveOf(id: string): Drive {
    const drive = this.driveOf(id);
    if (drive.closed_on !== null) throw fault("drive_closed", null, "This drive is closed.");
    return drive;
  }

  private giftOf(id: string): { drive: Drive; gift: GiftView } {
    for (const drive of this.drives) {
      const gift = drive.gifts.find((one) => one.id === id);
      if (gift !== undefined) return { drive, gift };
    }
    throw fault("not_found", null, "This gift is not in the books.");
  }

  private view(drive: Drive): DriveView {
    const { goal: _goal, gifts: _gifts, ...rest } = drive;
    const rails = this.rails(drive.currency).map((account) => account.id);
    const rail = rails.find((id) => id === this.lastRail) ?? rails[0] ?? null;
    return { ...rest, rails, rail, standing: standingOf(drive) };
  }

  private desk(): DeskView {
    const own = this.organisation;
    return {
      locale: this.locale,
      locales: ["en", "de"],
      organisation: own,
      accounts: this.office.locked ? [] : [...this.accounts],
      currency: "EUR",
      drives: this.office.locked ? [] : this.drives.map((drive) => this.view(drive)),
      read_only: this.readOnly,
      display_open: this.displayOpen,
      session: this.office.session(),
      people: this.office.persons(),
      guard: this.office.guarded(),
    };
  }

  displayView(): DisplayView {
    const { drive, screen } = this.current;
    return {
      locale: this.locale,
      organisation: this.organisation?.name ?? null,
      drive: drive === null ? null : { name: drive.name, purpose: drive.purpose },
      standing: drive === null ? null : standingOf(drive),
      screen,
    };
  }

  private show(drive: Drive | null, gift: string | null, screen: DisplayView["screen"]) {
    this.current = { drive, gift, screen };
    const view = this.displayView();
    for (const hear of this.display) hear(view);
    this.air?.postMessage(view);
    if (this.air !== null) localStorage.setItem(channel, JSON.stringify(view));
  }

  private wrote(...drives: string[]) {
    queueMicrotask(() => {
      for (const hear of this.changed) hear({ drives });
    });
  }

  private readonly calls: Calls = {
    desk_read: () => this.desk(),
    locale_set: ({ locale }) => {
      this.locale = locale;
      return this.desk();
    },
    iban_check: ({ text }) => checkIban(text),
    country_list: () => countries,
    country_offers: ({ country }) => {
      const home = homes[country] ?? [];
      const at = (standard: string, at_home: boolean): OfferView[] => {
        const kind = kinds[standard];
        return kind === undefined ? [] : [{ ...kind, at_home }];
      };
      const offers = [...home.flatMap((one) => at(one, true)), ...at("LNURL", false)];
      return { country, currency: "EUR", offers };
    },
    currency_list: () => [
      { code: "EUR", decimals: 2, suggested: [] },
      {
        code: "JPY",
        decimals: 0,
        suggested: ["500", "1000", "3000"].map((amount) => ({ amount, currency: "JPY" })),
      },
    ],
    account_check: (account) => {
      const wrong = checkAccount(account);
      if (wrong !== null) return { fault: wrong, destination: null, code: null };
      const { short } = accountOf(account, "0");
      return { fault: null, destination: short, code: drawCode(`try ${short}`) };
    },
    account_add: (account) => {
      this.office.may("sensitive");
      const wrong = checkAccount(account);
      if (wrong !== null) throw wrong;
      this.keep(account.standard, account.values);
      this.wrote();
      return this.desk();
    },
    account_retire: ({ account: id }) => {
      this.office.may("sensitive");
      this.accounts = this.accounts.map((one) => (one.id === id ? { ...one, retired: true } : one));
      this.wrote();
      return this.desk();
    },
    organisation_set_up: ({ name, country, account }) => {
      if (name.trim() === "") throw fault("empty", "name", "Please say who collects.");
      const wrong = account === null ? null : checkAccount(account);
      if (wrong !== null) throw wrong;
      this.organisation = { name, country };
      if (account !== null) this.keep(account.standard, account.values);
      this.wrote();
      return this.desk();
    },
    drive_open: ({ name, purpose, goal, suggested, currency }) => {
      if (name.trim() === "") throw fault("empty", "name", "Please give the drive a name.");
      const drive: Drive = {
        currency: currency ?? "EUR",
        decimals: 2,
        rails: [],
        rail: null,
        id: `d${this.drives.length + 1}`,
        name,
        purpose,
        suggested: suggested.map((typed, at) => this.readAmount(typed, `suggested.${at}`)),
        opened_on: new Date().toISOString().slice(0, 10),
        closed_on: null,
        goal: goal === null ? null : this.readAmount(goal, "goal"),
        gifts: [],
      };
      this.drives.unshift(drive);
      this.show(drive, null, { kind: "idle" });
      this.wrote(drive.id);
      return this.view(drive);
    },
    drive_close: ({ drive: id }) => {
      const drive = this.openDriveOf(id);
      drive.closed_on = new Date().toISOString().slice(0, 10);
      this.wrote(id);
      return this.view(drive);
    },
    ask_open: ({ drive: id, account, amount }) => {
      const drive = this.openDriveOf(id);
      const rails = this.rails(drive.currency);
      const wanted = account ?? this.lastRail;
      const own = rails.find((one) => one.id === wanted) ?? rails[0];
      if (own === undefined) throw fault("not_set_up", null, "No account takes this.");
      this.lastRail = own.id;
      const money = amount === null ? null : this.amount(amount);
      const gift = this.gift(money, "bank", "asked");
      drive.gifts.unshift(gift);
      const number = gift.number ?? "";
      const line = money === null ? "" : `EUR${money.amount}`;
      const text = `${number.replaceAll(" ", "")} ${drive.name}`;
      const iban = own.destination.replaceAll(" ", "");
      const payload = `BCD\n002\n1\nSCT\n\n${own.holder}\n${iban}\n${line}\nCHAR\n\n${text}`;
      const { holder, short: destination } = own;
      const code = drawCode(payload);
      const rail = railOf(own);
      const ask: AskView = { gift: { ...gift, account: own.id }, code, payload, rail, holder, destination, number };
      const screen = { kind: "ask", amount: money, code, rail, holder, destination, number };
      this.show(drive, gift.id, screen as DisplayView["screen"]);
      this.wrote(id);
      return ask;
    },
    ask_seen: ({ gift: id }) => {
      const { drive, gift } = this.giftOf(id);
      gift.state = "promised";
      this.show(drive, null, { kind: "thanks", amount: gift.amount });
      this.wrote(drive.id);
      return gift;
    },
    cash_record: ({ drive: id, amount }) => {
      const drive = this.openDriveOf(id);
      const gift = this.gift(this.amount(amount), "cash", "in_hand");
      drive.gifts.unshift(gift);
      this.wrote(id);
      return gift;
    },
    gift_correct: ({ gift: id, reason }: { gift: string; reason: CorrectionReason }) => {
      const { drive, gift } = this.giftOf(id);
      gift.before = gift.state;
      gift.state = "corrected";
      gift.reason = reason;
      if (this.current.gift === id) this.show(drive, null, { kind: "idle" });
      this.wrote(drive.id);
      return gift;
    },
    gift_list: ({ drive: id, search, state, limit, offset }) => {
      const drive = this.driveOf(id);
      const wanted = search.replaceAll(" ", "").replace(",", ".");
      const found = drive.gifts.filter(
        (gift) =>
          (state === null || gift.state === state) &&
          (wanted === "" ||
            gift.number?.replaceAll(" ", "").includes(wanted) === true ||
            gift.amount?.amount.startsWith(wanted) === true),
      );
      return {
        gifts: found.slice(offset, offset + limit),
        matches: found.length,
        total: drive.gifts.length,
      };
    },
    drive_standing: ({ drive }) => standingOf(this.driveOf(drive)),
    drive_export: ({ drive }) => ({
      saved: "fountain-2026.csv",
      gifts: this.driveOf(drive).gifts.length,
    }),
    display_toggle: () => {
      this.displayOpen = !this.displayOpen;
      return { open: this.displayOpen };
    },
    display_clear: ({ drive }) => {
      this.show(drive === null ? null : this.driveOf(drive), null, { kind: "idle" });
      return null;
    },
    display_read: () => {
      const kept = this.air === null ? null : localStorage.getItem(channel);
      return kept === null ? this.displayView() : (JSON.parse(kept) as DisplayView);
    },
    sign_in: ({ person, secret, code }) => this.then(() => this.office.signIn(person, secret, code)),
    lock: () => this.then(() => this.office.lock()),
    code_confirm: ({ code }) => this.then(() => this.office.confirm(code)),
    approve: ({ person, secret, code }) => this.then(() => this.office.approve(person, secret, code)),
    factor_begin: ({ person, passphrase }) => this.office.factorBegin(person, passphrase),
    factor_finish: ({ first_code, second_code }) => {
      const codes = this.office.factorFinish(first_code, second_code);
      this.wrote();
      return { codes, desk: this.desk() };
    },
    passphrase_suggest: () => ({ words: "harbour quiet lantern seven meadow" }),
    passphrase_change: ({ old, new: next }) => {
      this.office.may("sensitive");
      return this.then(() => this.office.passphraseChange(old, next));
    },
    office_begin: ({ name, passphrase }) => this.office.officeBegin(name, passphrase),
    office_recovery_check: ({ typed }) => this.office.recoveryCheck(typed),
    office_finish: ({ first_code, second_code }) => {
      const codes = this.office.officeFinish(first_code, second_code);
      this.wrote();
      return { codes, desk: this.desk() };
    },
    office_cancel: () => this.office.officeCancel(),
    person_add: ({ name, role, secret }) => {
      this.office.may("admin");
      return this.then(() => this.office.personAdd(name, role, secret));
    },
    person_remove: ({ person }) => {
      this.office.may("admin");
      return this.then(() => this.office.personRemove(person));
    },
    role_give: ({ person, role, secret }) => {
      this.office.may("admin");
      return this.then(() => this.office.roleGive(person, role, secret));
    },
    four_eyes_set: ({ on }) => {
      this.office.may("admin");
      return this.then(() => (this.office.guard.four_eyes = on));
    },
    books_verify: () => this.office.verify(),
    books_verify_stop: () => this.office.verifyStop(),
    checkpoint_compare: ({ seq, digits }) => this.office.compare(seq, digits),
    donor_note: ({ gift, name, contact, message, message_may_show, tax_number }) =>
      this.office.note(gift, name, contact, message, message_may_show, tax_number),
    donor_list: ({ search, limit, offset }) => {
      this.office.may("office");
      return this.office.donorList(search, limit, offset);
    },
    donor_forget: ({ donor }) => {
      this.office.may("sensitive");
      return this.office.donorForget(donor);
    },
    donor_export: () => {
      this.office.may("sensitive");
      return { saved: "donors-2026.csv", gifts: this.office.donors.length };
    },
    backup_make: () => {
      const made = this.office.backup();
      this.wrote();
      return made;
    },
    // What a sheet opens is the program's business; here everything on it is right.
    recover: () => this.desk(),
    backup_restore: ({ secret }) =>
      this.then(() => {
        this.office.restore(secret);
        this.organisation = { name: "Water Friends Lindau", country: "DE" };
        this.keep("EPC", { payee_name: "Wasserfreunde Lindau e.V.", iban: "DE75512108001245126199" });
        this.fill();
      }),
  };

  /** Does something to the people and answers with the desk as it is then. */
  private then(act: () => void): DeskView {
    act();
    this.wrote();
    return this.desk();
  }

  async call<N extends CallName>(name: N, args: Args<N>): Promise<Answer<N>> {
    const answer = await this.calls[name](args);
    // What crosses to a real window is a copy: nobody holds on to a row of the books.
    return structuredClone(answer);
  }
}

export function openFake(scene: string): Backend {
  const desk = new FakeDesk(scene);
  return {
    call: <N extends CallName>(name: N, args: Args<N>) =>
      new Promise<Answer<N>>((resolve, reject) => {
        setTimeout(() => {
          desk.call(name, args).then(resolve, reject);
        }, 0);
      }),
    onChanged: (hear) => desk.changed.push(hear),
    onDisplay: (hear) => desk.display.push(hear),
    onProgress: (hear) => desk.office.progress.push(hear),
  };
}
