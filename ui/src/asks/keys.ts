// What a key means on the ask screen, wherever the focus is.

export type KeyAct =
  | { kind: "type"; key: string }
  | { kind: "seen" }
  | { kind: "cash" }
  | { kind: "away" };

/** `letters` is false where the person has put the letter keys off. */
export function actOfKey(event: KeyboardEvent, letters: boolean): KeyAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target !== null && target.closest("dialog") !== null) return null;
  const inAmount = target?.id === "amount";
  const elsewhere = target?.closest("input, textarea, select") !== null && target !== null;
  if (elsewhere && !inAmount) return null;
  if (event.key === "Escape") return { kind: "away" };
  // In the field itself digits find their own way.
  if (/^[0-9.,]$/u.test(event.key)) return inAmount ? null : { kind: "type", key: event.key };
  if (!letters || event.repeat) return null;
  const letter = event.key.toLowerCase();
  if (letter === "s") return { kind: "seen" };
  if (letter === "c") return { kind: "cash" };
  return null;
}
