// The desk as this window knows it: who collects, which drives there are, which one is chosen and
// which page is open. Read again whenever the books change.
import type { Backend } from "../backend/backend";
import { speech } from "../language.svelte";
import { asFault } from "../parts/faults";
import { keep, kept } from "../parts/keep";
import type { Language } from "../phrases";
import type { DeskView, DriveView, Fault, PersonView, Right } from "../wire.gen";

export type Page =
  | "ask"
  | "gifts"
  | "drives"
  | "new-drive"
  | "accounts"
  | "donors"
  | "people"
  | "safety";

export class Desk {
  view = $state.raw<DeskView | null>(null);
  page = $state<Page>("ask");
  fault = $state.raw<Fault | null>(null);
  chosen = $state<string | null>(kept("drive"));
  /** Counts the readings, so that lists know when to read again. */
  readings = $state(0);

  readonly writable = $derived(this.view !== null && this.view.read_only === null);
  readonly locked = $derived(this.view?.session.state === "locked");
  /** Who is signed in; nobody where the desk knows no people. */
  readonly person = $derived.by<PersonView | null>(() => {
    const id = this.view?.session.person ?? null;
    return this.view?.people.find((one) => one.id === id) ?? null;
  });
  /** Whether something may be recorded by whoever is at the desk. */
  readonly collects = $derived(this.writable && this.may("collect"));
  /** Whether drives may be opened and closed, and the books taken along. */
  readonly keeps = $derived(this.writable && this.may("office"));
  /** The drive at hand: the chosen one, else the newest that is open, else the newest. */
  readonly drive = $derived.by<DriveView | null>(() => {
    const drives = this.view?.drives ?? [];
    return (
      drives.find((drive) => drive.id === this.chosen) ??
      drives.find((drive) => drive.closed_on === null) ??
      drives[0] ??
      null
    );
  });

  readonly backend: Backend;
  #reading = false;
  #again = false;

  constructor(backend: Backend) {
    this.backend = backend;
  }

  /** For menus and buttons only: the program behind the window refuses by itself. */
  may(right: Right): boolean {
    const session = this.view?.session;
    return session?.state === "nobody" || session?.rights.includes(right) === true;
  }

  /** Forgets what was on the screen; the donor's window goes on by itself. */
  async lock(): Promise<void> {
    await this.try(async () => {
      this.take(await this.backend.call("lock", {}));
    });
  }

  async start(): Promise<void> {
    this.backend.onChanged(() => void this.read());
    await this.read();
  }

  /** However many changes come at once, one reading is under way and at most one waits. */
  async read(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    while (this.#again) {
      this.#again = false;
      try {
        this.take(await this.backend.call("desk_read", {}));
      } catch (thrown) {
        this.fault = asFault(thrown);
      }
    }
    this.#reading = false;
  }

  take(view: DeskView): void {
    // Somebody else at the desk begins where everybody begins.
    if (view.session.person !== this.view?.session.person) this.page = "ask";
    this.view = view;
    this.fault = null;
    this.readings += 1;
    if (speech.language !== view.locale) speech.speak(view.locale);
  }

  /** Does one act whose fault, if any, is the whole window's. */
  async try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.fault = null;
    } catch (thrown) {
      this.fault = asFault(thrown);
    }
  }

  async speak(language: Language): Promise<void> {
    await this.try(async () => {
      this.take(await this.backend.call("locale_set", { locale: language }));
    });
  }

  async choose(drive: DriveView): Promise<void> {
    this.chosen = drive.id;
    keep("drive", drive.id);
    this.page = drive.closed_on === null ? "ask" : "gifts";
    await this.try(async () => {
      await this.backend.call("display_clear", { drive: drive.id });
    });
  }

  async opened(drive: DriveView): Promise<void> {
    await this.read();
    await this.choose(drive);
  }

  async toggleDisplay(busy: boolean): Promise<void> {
    await this.try(async () => {
      const { open } = await this.backend.call("display_toggle", {});
      if (this.view !== null) this.view = { ...this.view, display_open: open };
      // A code that is being paid stays; otherwise the window greets with the drive at hand.
      if (open && !busy && this.drive !== null) {
        await this.backend.call("display_clear", { drive: this.drive.id });
      }
    });
  }
}
