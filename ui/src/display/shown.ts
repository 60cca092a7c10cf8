// A mark for those who measure how soon a code is visible: the number of the code, set in the
// second animation frame after it was put into the page, when the frame with it has been painted.

export function markShown(number: string | null): void {
  if (number === null) {
    delete document.documentElement.dataset["shown"];
    return;
  }
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      document.documentElement.dataset["shown"] = number;
    });
  });
}

/** The goal is shown from about a third on: a long way still to go discourages. */
export function showsGoal(filledShare: number | null): boolean {
  return filledShare !== null && filledShare >= 333;
}
