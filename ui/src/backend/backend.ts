// What the window can ask of the program behind it. Two rooms answer: `tauri.ts` in the real
// window, `fake.ts` in tests and in a plain browser.
import type { Calls, Changed, DisplayView, Fault, Progress } from "../wire.gen";

export type CallName = keyof Calls;
export type Args<N extends CallName> = Calls[N][0];
export type Answer<N extends CallName> = Calls[N][1];

/** Rejects with a `Fault`, whose sentences are ready to be shown. */
export interface Backend {
  call<N extends CallName>(name: N, args: Args<N>): Promise<Answer<N>>;
  /** The books changed, by this window or by another: read again. */
  onChanged(hear: (changed: Changed) => void): void;
  /** What the donor's window shows has changed. */
  onDisplay(hear: (view: DisplayView) => void): void;
  /** Long work has come further. */
  onProgress(hear: (progress: Progress) => void): void;
}

export function isFault(thrown: unknown): thrown is Fault {
  return (
    typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown
  );
}
