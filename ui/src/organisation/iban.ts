// How an IBAN looks while it is typed. Whether it is right is decided behind the window.

/** In groups of four, with the caret behind the same character as before. */
export function groupIban(text: string, caret: number): { text: string; caret: number } {
  const bare = (part: string) => part.replace(/\s/gu, "").toUpperCase();
  const whole = bare(text);
  const before = bare(text.slice(0, caret)).length;
  return {
    text: whole.replace(/(.{4})(?=.)/gu, "$1 "),
    caret: before + Math.max(0, Math.floor((before - 1) / 4)),
  };
}
