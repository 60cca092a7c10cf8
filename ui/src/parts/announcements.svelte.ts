// What a screen reader is told: one sentence at a time, the newest last.
class Announcements {
  text = $state("");
  #turn = false;

  say(sentence: string) {
    // The same sentence twice is two events; an invisible difference makes the reader speak again.
    this.#turn = !this.#turn;
    this.text = this.#turn ? sentence : `${sentence}\u00A0`;
  }
}

export const announcements = new Announcements();
