// Setting up the office, step by step. Going back loses nothing that was typed; whoever changes
// the name or the passphrase afterwards gets a new sheet, because the old one belongs to them.
import type { Backend } from "../backend/backend";
import { Act } from "../parts/act.svelte";
import type { DeskView, OfficeBegunView } from "../wire.gen";
import { Enrolment } from "./enrolment.svelte";

export const steps = ["name", "passphrase", "sheet", "typed", "phone", "codes"] as const;
export type Step = (typeof steps)[number];

export class Office {
  step = $state<Step>("name");
  name = $state("");
  passphrase = $state("");
  begun = $state.raw<OfficeBegunView | null>(null);
  /** The sheet as it is typed back, group by group. */
  typed = $state<string[]>([]);
  /** The first group that is not as on the sheet. */
  wrong = $state<number | null>(null);
  readonly act = new Act({ name: "office-name", passphrase: "office-passphrase" });
  readonly enrolment: Enrolment;
  readonly at = $derived(steps.indexOf(this.step));

  readonly #backend: Backend;
  #begunFor = "";

  constructor(backend: Backend) {
    this.#backend = backend;
    this.enrolment = new Enrolment((first_code, second_code) =>
      backend.call("office_finish", { first_code, second_code }),
    );
  }

  suggest = async (): Promise<string> => (await this.#backend.call("passphrase_suggest", {})).words;

  /** Goes on; what is missing or wrong keeps the step. */
  async next(): Promise<void> {
    await this.act.run(async () => {
      switch (this.step) {
        case "name":
          this.step = "passphrase";
          break;
        case "passphrase":
          await this.#begin();
          break;
        case "sheet":
          this.step = "typed";
          break;
        case "typed":
          await this.#check();
          break;
        case "phone":
        case "codes":
          break;
      }
    });
    if (this.act.fault?.field === "name") this.step = "name";
  }

  async finish(): Promise<void> {
    await this.enrolment.finish();
    if (this.enrolment.ended !== null) this.step = "codes";
  }

  back(): void {
    const before = steps[this.at - 1];
    if (before === undefined || this.step === "codes") return;
    this.act.fault = null;
    this.step = before;
  }

  /** Leaves before the end: nothing was made. */
  async cancel(): Promise<void> {
    if (this.begun !== null) await this.#backend.call("office_cancel", {});
  }

  putAway(): DeskView | null {
    return this.enrolment.putAway();
  }

  async #begin(): Promise<void> {
    const wanted = `${this.name}\n${this.passphrase}`;
    if (this.begun === null || wanted !== this.#begunFor) {
      if (this.begun !== null) await this.#backend.call("office_cancel", {});
      this.begun = null;
      const { name, passphrase } = this;
      this.begun = await this.#backend.call("office_begin", { name, passphrase });
      this.#begunFor = wanted;
      this.typed = this.begun.recovery.map(() => "");
      this.wrong = null;
      this.enrolment.begin(this.begun.factor);
    }
    this.step = "sheet";
  }

  async #check(): Promise<void> {
    this.wrong = null;
    try {
      await this.#backend.call("office_recovery_check", { typed: this.typed.join(" ") });
      this.step = "phone";
    } catch (thrown) {
      this.wrong = this.#firstDiffering();
      throw thrown;
    }
  }

  /** Only to lead the eye: whether the sheet was typed right is decided behind the window. */
  #firstDiffering(): number | null {
    const bare = (text: string) => text.replace(/[^0-9a-z]/giu, "").toUpperCase();
    const groups = this.begun?.recovery ?? [];
    const at = groups.findIndex((group, index) => bare(this.typed[index] ?? "") !== bare(group));
    return at < 0 ? null : at;
  }
}
