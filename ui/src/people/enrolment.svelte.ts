// A phone that is to show codes for a person: the secret to scan, and two codes from one after the
// other as a proof that it works.
import { Act } from "../parts/act.svelte";
import type { DeskView, FactorView, RecoveryCodesView } from "../wire.gen";

export class Enrolment {
  factor = $state.raw<FactorView | null>(null);
  first = $state("");
  second = $state("");
  /** The codes for the day the phone is gone, and the desk as it is then. */
  ended = $state.raw<RecoveryCodesView | null>(null);
  readonly act = new Act({
    first_code: "first-code",
    second_code: "second-code",
  });

  readonly #finish: (first: string, second: string) => Promise<RecoveryCodesView>;

  constructor(finish: (first: string, second: string) => Promise<RecoveryCodesView>) {
    this.#finish = finish;
  }

  begin(factor: FactorView): void {
    this.factor = factor;
    this.first = "";
    this.second = "";
    this.act.fault = null;
  }

  async finish(): Promise<void> {
    await this.act.run(async () => {
      this.ended = await this.#finish(this.first, this.second);
    });
  }

  /** The codes are on paper: they are forgotten here. */
  putAway(): DeskView | null {
    const desk = this.ended?.desk ?? null;
    this.factor = null;
    this.ended = null;
    this.first = "";
    this.second = "";
    return desk;
  }
}
