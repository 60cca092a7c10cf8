// The donors whose names were noted, as the treasurer searches them.
import type { Backend } from "../backend/backend";
import { asFault } from "../parts/faults";
import type { DonorView, Fault } from "../wire.gen";

export class Donors {
  donors = $state.raw<DonorView[]>([]);
  matches = $state(0);
  search = $state("");
  fault = $state.raw<Fault | null>(null);
  /** False until the first answer, so that no list is called empty before it was read. */
  known = $state(false);
  readonly more = $derived(this.donors.length < this.matches);

  readonly #backend: Backend;
  readonly #page: number;
  #limit: number;
  #asked = 0;

  constructor(backend: Backend, page: number) {
    this.#backend = backend;
    this.#page = page;
    this.#limit = page;
  }

  /** Reads again what is shown. An answer that was overtaken by a newer question is dropped. */
  async read(): Promise<void> {
    this.#asked += 1;
    const turn = this.#asked;
    try {
      const list = await this.#backend.call("donor_list", {
        search: this.search,
        limit: this.#limit,
        offset: 0,
      });
      if (turn !== this.#asked) return;
      this.donors = list.donors;
      this.matches = list.matches;
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

  async forget(donor: DonorView): Promise<DonorView> {
    const left = await this.#backend.call("donor_forget", { donor: donor.id });
    this.donors = this.donors.map((one) => (one.id === left.id ? left : one));
    return left;
  }
}
