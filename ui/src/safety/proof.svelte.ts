// Proving that the books are whole: how far the looking has come, and what came out of it.
import type { Backend } from "../backend/backend";
import { t } from "../language.svelte";
import { announcements } from "../parts/announcements.svelte";
import { asFault } from "../parts/faults";
import type { Fault, Progress, ProofView } from "../wire.gen";

export class Proof {
  view = $state.raw<ProofView | null>(null);
  progress = $state.raw<Progress | null>(null);
  running = $state(false);
  stopped = $state(false);
  fault = $state.raw<Fault | null>(null);
  readonly whole = $derived(this.view !== null && this.view.troubles.length === 0);

  readonly #backend: Backend;
  #stopping = false;

  constructor(backend: Backend) {
    this.#backend = backend;
    backend.onProgress((progress) => {
      if (this.running) this.progress = progress;
    });
  }

  /** Looks at the books whenever the page opens: what was whole an hour ago proves nothing now. Not
      where somebody stopped it before. */
  begin(): void {
    if (!this.stopped) void this.verify();
  }

  async verify(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.stopped = false;
    this.#stopping = false;
    this.fault = null;
    this.progress = null;
    try {
      this.view = await this.#backend.call("books_verify", {});
      const { entries, troubles } = this.view;
      announcements.say(
        troubles.length === 0 ? t("proof-whole", { entries }) : t("proof-broken", { count: troubles.length }),
      );
    } catch (thrown) {
      // Whoever stops it knows why there is no answer.
      this.stopped = this.#stopping;
      if (!this.stopped) this.fault = asFault(thrown);
      else announcements.say(t("proof-stopped"));
    } finally {
      this.running = false;
      this.progress = null;
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#backend.call("books_verify_stop", {});
  }
}
