// Asking for one gift at a time: what is shown now, what is being typed, what went wrong.
import type { Backend } from "../backend/backend";
import { formatMoney } from "../format";
import { speech, t } from "../language.svelte";
import { announcements } from "../parts/announcements.svelte";
import { asFault } from "../parts/faults";
import type { AmountArg, AskView, Fault, GiftView, MoneyView } from "../wire.gen";

export type Mode = "ask" | "cash";

export class Asking {
  mode = $state<Mode>("ask");
  /** No code can be asked for with: whatever is tapped or typed is cash. */
  cashOnly = $state(false);
  typed = $state("");
  /** The ask whose code stands on the screen. */
  shown = $state.raw<AskView | null>(null);
  /** How the donor pays: the account that was tapped; null takes the one that was taken last. */
  rail = $state<string | null>(null);
  /** The gift just finished, until the next one begins: seen on a phone, or taken in cash. */
  done = $state.raw<GiftView | null>(null);
  fault = $state.raw<Fault | null>(null);
  #waiting = $state(0);
  readonly pending = $derived(this.#waiting > 0);

  readonly #backend: Backend;
  readonly #ongift: (gift: GiftView) => void;
  #drive = "";
  #work: Promise<void> = Promise.resolve();

  constructor(backend: Backend, ongift: (gift: GiftView) => void) {
    this.#backend = backend;
    this.#ongift = ongift;
  }

  /** Says whether cash is all there is for the drive at hand. */
  limit(cashOnly: boolean): void {
    if (cashOnly === this.cashOnly) return;
    this.cashOnly = cashOnly;
    this.mode = this.#usual();
  }

  choose(drive: string): void {
    if (drive === this.#drive) return;
    this.#drive = drive;
    this.mode = this.#usual();
    this.rail = null;
    this.shown = null;
    this.done = null;
    this.fault = null;
  }

  /** Another way to pay: for the next ask, and for the code that is shown, which is asked anew. */
  async pay(rail: string): Promise<void> {
    this.rail = rail;
    await this.#inTurn(async () => {
      const shown = this.shown;
      if (shown === null || shown.rail.account === rail) return;
      await this.#takeBack(shown);
      const amount = shown.gift.amount;
      await this.#open(amount === null ? null : { decimal: amount.amount });
    });
  }

  /** A suggested amount, or none: asks at once, or records cash in cash mode. */
  async tap(money: MoneyView | null): Promise<void> {
    // Taps while one is under way are the same tap.
    if (this.pending) return;
    if (this.mode === "cash") {
      if (money !== null) await this.#inTurn(() => this.#recordCash({ decimal: money.amount }));
    } else {
      await this.#inTurn(() =>
        this.#open(money === null ? null : { decimal: money.amount }),
      );
    }
  }

  /** What was typed, as an ask or as cash, by the mode. */
  async enter(): Promise<void> {
    await this.#enter(this.mode);
  }

  /** Typed already: cash at once. Otherwise the next amount is cash, or no longer. */
  async cash(): Promise<void> {
    if (this.typed.trim() !== "") await this.#enter("cash");
    else this.mode = this.mode === "cash" ? this.#usual() : "cash";
  }

  async seen(): Promise<void> {
    const shown = this.shown;
    if (shown === null || this.pending) return;
    await this.#inTurn(async () => {
      const gift = await this.#backend.call("ask_seen", { gift: shown.gift.id });
      this.shown = null;
      this.done = gift;
      this.#ongift(gift);
      announcements.say(t("said-seen"));
    });
  }

  async neverMind(): Promise<void> {
    const shown = this.shown;
    if (shown === null || this.pending) return;
    await this.#inTurn(async () => {
      await this.#takeBack(shown);
      announcements.say(t("said-undone"));
    });
  }

  /** The donor found coins after all: the ask came to nothing, the cash is recorded. */
  async cashInstead(): Promise<void> {
    const shown = this.shown;
    if (shown === null || this.pending) return;
    await this.#inTurn(async () => {
      await this.#takeBack(shown);
      if (shown.gift.amount === null) this.mode = "cash";
      else await this.#recordCash({ decimal: shown.gift.amount.amount });
    });
  }

  async newAsk(): Promise<void> {
    this.shown = null;
    this.done = null;
    this.mode = this.#usual();
    this.fault = null;
    await this.#inTurn(async () => {
      await this.#backend.call("display_clear", { drive: this.#drive });
    });
  }

  /** One step back: out of cash mode, then the typed amount, then the code. */
  async away(): Promise<void> {
    if (this.mode !== this.#usual()) this.mode = this.#usual();
    else if (this.typed !== "") this.typed = "";
    else if (this.shown !== null || this.done !== null) await this.newAsk();
    this.fault = null;
  }

  /** A gift was changed elsewhere, in the list below. */
  changed(gift: GiftView): void {
    if (this.shown?.gift.id === gift.id && gift.state !== "asked") this.shown = null;
    if (this.done?.id === gift.id && gift.state === "corrected") this.done = null;
  }

  #usual(): Mode {
    return this.cashOnly ? "cash" : "ask";
  }

  async #enter(mode: Mode): Promise<void> {
    const typed = this.typed.trim();
    if (typed === "") return;
    // The field is free at once, for the next donor; what could not be read comes back.
    this.typed = "";
    await this.#inTurn(async () => {
      try {
        await (mode === "cash" ? this.#recordCash({ typed }) : this.#open({ typed }));
      } catch (thrown) {
        if (this.typed === "") this.typed = typed;
        throw thrown;
      }
    });
  }

  async #open(amount: AmountArg | null): Promise<void> {
    const ask = await this.#backend.call("ask_open", {
      drive: this.#drive,
      account: this.rail,
      amount,
    });
    this.shown = ask;
    this.done = null;
    this.#ongift(ask.gift);
    announcements.say(
      ask.gift.amount === null
        ? t("said-asked-any")
        : t("said-asked", { amount: formatMoney(speech.language, ask.gift.amount) }),
    );
  }

  async #recordCash(amount: AmountArg): Promise<void> {
    const gift = await this.#backend.call("cash_record", { drive: this.#drive, amount });
    this.mode = this.#usual();
    // A code that still waits for its donor stays on the screen.
    if (this.shown === null) this.done = gift;
    this.#ongift(gift);
    if (gift.amount !== null) {
      announcements.say(t("said-cash", { amount: formatMoney(speech.language, gift.amount) }));
    }
  }

  async #takeBack(shown: AskView): Promise<void> {
    const gift = await this.#backend.call("gift_correct", {
      gift: shown.gift.id,
      reason: "not_given",
    });
    this.shown = null;
    this.#ongift(gift);
  }

  /** One act after the other, so that fast typing loses nothing and nothing overtakes. */
  #inTurn(act: () => Promise<void>): Promise<void> {
    this.#waiting += 1;
    this.#work = this.#work.then(async () => {
      try {
        await act();
        this.fault = null;
      } catch (thrown) {
        this.fault = asFault(thrown);
      } finally {
        this.#waiting -= 1;
      }
    });
    return this.#work;
  }
}
