// Faults on their way to the field they name.
import { isFault } from "../backend/backend";
import { t } from "../language.svelte";
import type { Fault } from "../wire.gen";

/** Whatever was thrown, as a fault with a sentence. */
export function asFault(thrown: unknown): Fault {
  if (isFault(thrown)) return thrown;
  console.error(thrown);
  return { code: "window", field: null, message: t("fault-window"), hint: t("fault-window-hint") };
}

/** The fault if it is about this field. */
export function faultOf(fault: Fault | null, field: string): Fault | null {
  return fault !== null && fault.field === field ? fault : null;
}

/** The fault if it is about none of these fields, so that no fault stays unsaid. */
export function faultElsewhere(fault: Fault | null, fields: readonly string[]): Fault | null {
  return fault !== null && (fault.field === null || !fields.includes(fault.field)) ? fault : null;
}

/** Puts the person where the fault is. */
export function focusFault(fault: Fault, inputs: Readonly<Record<string, string>>): void {
  const id = fault.field === null ? undefined : inputs[fault.field];
  if (id !== undefined) document.getElementById(id)?.focus();
}
