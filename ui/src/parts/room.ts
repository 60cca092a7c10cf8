// How much room a line has, in letters instead of pixels: the same window has half the room when
// the text is twice the size. Media queries do not see the text size of the page, and container
// queries are not asked again when it changes, so the steps are set here, as `data-room` on the
// root, for the styles to ask: `[data-room~="under-56"]`.

const steps = [44, 56, 60, 62, 72] as const;

/** The steps, in rem, that a width stays under. */
export function roomOf(widthPixels: number, rootPixels: number): string {
  return steps
    .filter((step) => widthPixels < step * rootPixels)
    .map((step) => `under-${step}`)
    .join(" ");
}

export function measureRoom(): void {
  const root = document.documentElement;
  const rootPixels = Number.parseFloat(getComputedStyle(root).fontSize);
  root.dataset["room"] = roomOf(window.innerWidth, rootPixels);
}

/** Measures now and whenever the window changes. */
export function watchRoom(): void {
  measureRoom();
  window.addEventListener("resize", measureRoom);
}
