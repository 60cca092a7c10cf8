// One act that a person sets off from a form or a dialog: never twice at once, and what was wrong
// with it stays said, beside its field, until it goes through.
import type { Fault } from "../wire.gen";
import { asFault, faultElsewhere, faultOf, focusFault } from "./faults";

export class Act {
  fault = $state.raw<Fault | null>(null);
  pending = $state(false);
  readonly #inputs: Readonly<Record<string, string>>;
  /** The fault if it is about none of the fields. */
  readonly elsewhere = $derived.by(() => faultElsewhere(this.fault, Object.keys(this.#inputs)));

  /** `inputs` names the element of each field that a fault can point at. */
  constructor(inputs: Readonly<Record<string, string>> = {}) {
    this.#inputs = inputs;
  }

  /** The fault if it is about this field. */
  at(field: string): Fault | null {
    return faultOf(this.fault, field);
  }

  async run(act: () => Promise<void>): Promise<void> {
    if (this.pending) return;
    this.pending = true;
    try {
      await act();
      this.fault = null;
    } catch (thrown) {
      this.fault = asFault(thrown);
      focusFault(this.fault, this.#inputs);
    } finally {
      this.pending = false;
    }
  }
}
