// Stands between the window and the program: an act that needs a fresh code or a second person
// waits here until they were given, and then goes on by itself.
import type { Answer, Args, Backend, CallName } from "../backend/backend";
import { isFault } from "../backend/backend";
import type { DeskView } from "../wire.gen";

export type Want = "code" | "approval";

/** Calls that give codes themselves: what is wrong with them is said where they were typed. */
const own: readonly CallName[] = [
  "sign_in",
  "code_confirm",
  "approve",
  "factor_finish",
  "office_begin",
  "office_finish",
];

function wantOf(thrown: unknown): Want | null {
  if (!isFault(thrown)) return null;
  if (thrown.code === "code-needed") return "code";
  return thrown.code === "approval-needed" ? "approval" : null;
}

export class Gate implements Backend {
  /** What the person is asked for now. */
  want = $state.raw<Want | null>(null);
  /** Hears that the desk was locked meanwhile. */
  onlocked: () => void = () => undefined;
  /** Hears how the desk is after a code was given. */
  ondesk: (desk: DeskView) => void = () => undefined;

  readonly #inner: Backend;
  #asked: Promise<boolean> | null = null;
  #answer: (given: boolean) => void = () => undefined;

  constructor(inner: Backend) {
    this.#inner = inner;
  }

  async call<N extends CallName>(name: N, args: Args<N>): Promise<Answer<N>> {
    for (;;) {
      try {
        return await this.#inner.call(name, args);
      } catch (thrown) {
        if (isFault(thrown) && thrown.code === "desk-locked" && name !== "desk_read") this.onlocked();
        const want = own.includes(name) ? null : wantOf(thrown);
        // Whoever leaves the question gets the refusal as the act's own answer.
        if (want === null || !(await this.#ask(want))) throw thrown;
      }
    }
  }

  onChanged: Backend["onChanged"] = (hear) => this.#inner.onChanged(hear);
  onDisplay: Backend["onDisplay"] = (hear) => this.#inner.onDisplay(hear);
  onProgress: Backend["onProgress"] = (hear) => this.#inner.onProgress(hear);

  async confirm(code: string): Promise<void> {
    this.#given(await this.#inner.call("code_confirm", { code }));
  }

  async approve(person: string, secret: string, code: string): Promise<void> {
    this.#given(await this.#inner.call("approve", { person, secret, code }));
  }

  leave(): void {
    this.#end(false);
  }

  #given(desk: DeskView): void {
    this.ondesk(desk);
    this.#end(true);
  }

  #end(given: boolean): void {
    this.want = null;
    this.#asked = null;
    this.#answer(given);
  }

  /** Acts that wait for the same thing wait together. */
  #ask(want: Want): Promise<boolean> {
    if (this.#asked !== null && this.want === want) return this.#asked;
    if (this.#asked !== null) this.#end(false);
    this.#asked = new Promise((resolve) => (this.#answer = resolve));
    this.want = want;
    return this.#asked;
  }
}
