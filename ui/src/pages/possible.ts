// A mark for those who measure the start: "ask-possible", set once, in the second animation frame
// after the page on which one asks was put up and could be used, when it has been painted.

let marked = false;

export function markAskPossible(): void {
  if (marked) return;
  marked = true;
  requestAnimationFrame(() => {
    requestAnimationFrame(() => performance.mark("ask-possible"));
  });
}
