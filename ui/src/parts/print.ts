// Paper: the styles leave only what is marked `data-print` on it.

export function print(): void {
  window.print();
}
