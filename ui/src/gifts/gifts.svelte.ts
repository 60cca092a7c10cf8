// The gifts of one drive, newest first, as the person searches them.
import type { Backend } from "../backend/backend";
import { asFault } from "../parts/faults";
import type { CorrectionReason, Fault, GiftState, GiftView } from "../wire.gen";

export class Gifts {
  gifts = $state.raw<GiftView[]>([]);
  matches = $state(0);
  total = $state(0);
  search = $state("");
  state = $state<GiftState | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** False until the first answer, so that no list is called empty before it was read. */
  known = $state(false);
  readonly more = $derived(this.gifts.length < this.matches);

  readonly #backend: Backend;
  readonly #page: number;
  #drive: string | null = null;
  #limit: number;
  #asked = 0;

  constructor(backend: Backend, page: number) {
    this.#backend = backend;
    this.#page = page;
    this.#limit = page;
  }

  async choose(drive: string): Promise<void> {
    if (drive !== this.#drive) {
      this.#drive = drive;
      this.#limit = this.#page;
      this.gifts = [];
      this.matches = 0;
      this.total = 0;
      this.known = false;
    }
    await this.read();
  }

  /** Reads again what is shown. An answer that was overtaken by a newer question is dropped. */
  async read(): Promise<void> {
    const drive = this.#drive;
    if (drive === null) return;
    this.#asked += 1;
    const turn = this.#asked;
    try {
      const list = await this.#backend.call("gift_list", {
        drive,
        search: this.search,
        state: this.state,
        limit: this.#limit,
        offset: 0,
      });
      if (turn !== this.#asked) return;
      this.gifts = list.gifts;
      this.matches = list.matches;
      this.total = list.total;
      this.known = true;
      this.fault = null;
    } catch (thrown) {
      if (turn === this.#asked) this.fault = asFault(thrown);
    }
  }

  async readFromTop(): Promise<void> {
    this.#limit = this.#page;
    await this.read();
  }

  async showMore(): Promise<void> {
    this.#limit += this.#page;
    await this.read();
  }

  /** Shows one gift as it now is, before the list is read again. */
  put(gift: GiftView): void {
    const at = this.gifts.findIndex((one) => one.id === gift.id);
    this.gifts =
      at < 0
        ? [gift, ...this.gifts].slice(0, this.#limit)
        : this.gifts.map((one) => (one.id === gift.id ? gift : one));
  }

  async correct(gift: GiftView, reason: CorrectionReason): Promise<GiftView> {
    const corrected = await this.#backend.call("gift_correct", { gift: gift.id, reason });
    this.put(corrected);
    return corrected;
  }

  async seen(gift: GiftView): Promise<GiftView> {
    const seen = await this.#backend.call("ask_seen", { gift: gift.id });
    this.put(seen);
    return seen;
  }
}
