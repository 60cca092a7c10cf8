// What a screen reader is told: one sentence at a time, the newest last.
class Announcements {
  text = $state("");
  #turn = false;

  say(sentence: string) {
    // The same sentence twice is two events; an invisible difference makes the reader speak again.
    this.#turn = !this.#turn;
    this.text = this.#turn ? sentence : `${sentence}\u00A0`;
  }

  /** What was said stays in the page until the next sentence: a locked desk keeps none. */
  forget() {
    this.text = "";
  }
}

export const announcements = new Announcements();
