// What the window can ask of the program behind it. Two rooms answer: `tauri.ts` in the real
// window, `fake.ts` in tests and in a plain browser.
import type {
  AmountArg,
  AskView,
  Changed,
  CorrectionReason,
  DeskView,
  DisplayView,
  DriveView,
  ExportView,
  Fault,
  GiftListView,
  GiftState,
  GiftView,
  IbanView,
  Locale,
  StandingView,
} from "../wire.gen";

/** The command table: for each name what goes in and what comes back. */
export type Calls = {
  desk_read: [Record<string, never>, DeskView];
  locale_set: [{ locale: Locale }, DeskView];
  iban_check: [{ text: string }, IbanView];
  organisation_set_up: [
    { name: string; holder: string; iban: string; bic: string | null },
    DeskView,
  ];
  drive_open: [
    { name: string; purpose: string; goal: string | null; suggested: [string, string, string] },
    DriveView,
  ];
  drive_close: [{ drive: string }, DriveView];
  ask_open: [{ drive: string; amount: AmountArg | null }, AskView];
  ask_seen: [{ gift: string }, GiftView];
  cash_record: [{ drive: string; amount: AmountArg }, GiftView];
  gift_correct: [{ gift: string; reason: CorrectionReason }, GiftView];
  gift_list: [
    { drive: string; search: string; state: GiftState | null; limit: number; offset: number },
    GiftListView,
  ];
  drive_standing: [{ drive: string }, StandingView];
  drive_export: [{ drive: string }, ExportView];
  display_toggle: [Record<string, never>, { open: boolean }];
  display_clear: [{ drive: string | null }, null];
  display_read: [Record<string, never>, DisplayView];
};

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
}

export function isFault(thrown: unknown): thrown is Fault {
  return (
    typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown
  );
}
