// How long to wait after wrong tries. The seconds can be seen; a screen reader is told only the
// beginning and the end.
import { formatSpan } from "../format";
import { speech, t } from "../language.svelte";
import { announcements } from "../parts/announcements.svelte";

export class Countdown {
  /** Whole seconds still to wait. */
  left = $state(0);
  #until = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Begins, or goes on where the program counts the same. */
  start(seconds: number): void {
    const until = Date.now() + seconds * 1000;
    if (seconds === 0) {
      this.stop();
      return;
    }
    if (this.left > 0 && Math.abs(until - this.#until) < 2000) return;
    this.#until = until;
    this.left = seconds;
    announcements.say(t("wait-left", { span: formatSpan(speech.language, seconds) }));
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#count(), 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.left = 0;
  }

  #count(): void {
    this.left = Math.max(0, Math.round((this.#until - Date.now()) / 1000));
    if (this.left > 0) return;
    this.stop();
    announcements.say(t("wait-over"));
  }
}
