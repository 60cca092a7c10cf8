// Small choices of the person at this desk, kept between starts. Losing them harms nobody, so a
// storage that refuses is no fault.

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`groat.${name}`, value);
  } catch {
    return;
  }
}

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`groat.${name}`);
  } catch {
    return null;
  }
}
