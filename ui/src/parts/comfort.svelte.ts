// Text size and letter keys, as the person at this desk likes them.
import { keep, kept } from "./keep";
import { measureRoom } from "./room";

export const textSizes = [100, 112, 125, 150, 175, 200] as const;
export type TextSize = (typeof textSizes)[number];

/** The next size up or down; the ends stay where they are. */
export function stepSize(size: TextSize, by: 1 | -1): TextSize {
  return textSizes[textSizes.indexOf(size) + by] ?? size;
}

class Comfort {
  size = $state<TextSize>(100);
  /** Single letters as shortcuts trouble people who speak to their machine: they can be put off. */
  letterKeys = $state(true);

  restore() {
    const size = textSizes.find((one) => String(one) === kept("text-size"));
    if (size !== undefined) this.resize(size);
    this.letterKeys = kept("letter-keys") !== "off";
  }

  resize(size: TextSize) {
    this.size = size;
    document.documentElement.style.fontSize = `${size}%`;
    measureRoom();
    keep("text-size", String(size));
  }

  useLetterKeys(use: boolean) {
    this.letterKeys = use;
    keep("letter-keys", use ? "on" : "off");
  }

  /** Answers the keys every browser has for this; true where one was meant. */
  key(event: KeyboardEvent): boolean {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
    if (event.key === "+" || event.key === "=") this.resize(stepSize(this.size, 1));
    else if (event.key === "-") this.resize(stepSize(this.size, -1));
    else if (event.key === "0") this.resize(100);
    else return false;
    return true;
  }
}

export const comfort = new Comfort();
