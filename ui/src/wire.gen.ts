// Generated from crates/wire by `cargo xtask generate`. Do not edit.
export type Locale = "en" | "de";
export type MoneyView = {
  /** Decimal text with all decimals of the currency: "5.00". */
  amount: string,
  /** ISO 4217 code. */
  currency: string,
};
export type AmountArg = { "typed": string } | { "decimal": string };
export type Fault = {
  /** The stable code. */
  code: string,
  /** The field it points at. */
  field: string | null,
  /** What happened. */
  message: string,
  /** What to do. */
  hint: string | null,
};
export type CodePicture = {
  /** Modules on a side, without the quiet zone. */
  size: number,
  /** One path in module units, from the top left of the code. */
  path: string,
};
export type GiftState = "asked" | "promised" | "in_hand" | "corrected";
export type Rail = "bank" | "cash";
export type CorrectionReason = "mistake" | "not_given";
export type OrganisationView = {
  /** What people call it. */
  name: string,
  /** The account holder. */
  holder: string,
  /** The IBAN in groups of four. */
  iban_grouped: string,
  /** Country and last four signs: "DE … 3000". */
  iban_short: string,
  /** ISO 3166 code of the account's country. */
  country: string,
};
export type SumView = {
  /** The number of gifts. */
  count: number,
  /** The sum of those with an amount. */
  sum: MoneyView,
  /** How many have no amount: counted, never summed. */
  open: number,
};
export type StandingView = {
  /** Codes shown, nothing seen yet. */
  asked: SumView,
  /** Seen, not on the account yet. */
  promised: SumView,
  /** Cash at the desk. */
  in_hand: SumView,
  /** How many were undone. */
  corrected: number,
  /** What the drive wants to reach. */
  goal: MoneyView | null,
  /** What fills the goal: money in hand. */
  filled: MoneyView,
  /** What is missing to the goal. */
  missing: MoneyView | null,
  /** `filled` in per mille of the goal, 0 to 1000. */
  filled_share: number | null,
  /** The promised sum in per mille of the goal, at most what `filled_share` leaves. */
  promised_share: number | null,
};
export type DriveView = {
  /** Its name in the books. */
  id: string,
  /** Its name for people. */
  name: string,
  /** What the money is for. */
  purpose: string,
  /** Amounts to offer, smallest first. */
  suggested: Array<MoneyView>,
  /** The day it was opened: "2026-11-23". */
  opened_on: string,
  /** The day it was closed. */
  closed_on: string | null,
  /** Where it stands. */
  standing: StandingView,
};
export type DeskView = {
  /** The language of the desk. */
  locale: Locale,
  /** All languages. */
  locales: Array<Locale>,
  /** Who collects, once that was said. */
  organisation: OrganisationView | null,
  /** All drives, newest first. */
  drives: Array<DriveView>,
  /** Why nothing can be recorded here, as a sentence. */
  read_only: string | null,
  /** Whether the donor's window is open. */
  display_open: boolean,
};
export type IbanView = {
  /** In groups of four. */
  grouped: string,
  /** Whether it is whole and right. */
  complete: boolean,
  /** ISO 3166 code, as soon as two letters name a country. */
  country: string | null,
  /** How many signs the country's numbers have. */
  length: number | null,
  /** How many signs were typed, without blanks. */
  typed: number,
  /** Whether codes for this account need a BIC. */
  bic_needed: boolean,
  /** What is wrong so far. */
  fault: Fault | null,
  /** Where in `grouped`, counted in characters from zero; absent for the whole. */
  fault_at: number | null,
};
export type GiftView = {
  /** Its name in the books. */
  id: string,
  /** When it was begun: an ISO 8601 instant in UTC. */
  at: string,
  /** The amount; absent where the donor decides. */
  amount: MoneyView | null,
  /** How far it has come. */
  state: GiftState,
  /** The state before it was undone. */
  before: GiftState | null,
  /** How the money travels. */
  rail: Rail,
  /** Its number in groups: "1042 618 037"; cash has none. */
  number: string | null,
  /** Why it was undone. */
  reason: CorrectionReason | null,
};
export type AskView = {
  /** The gift asked for. */
  gift: GiftView,
  /** The code to show. */
  code: CodePicture,
  /** The text of the code. */
  payload: string,
  /** The account holder, as the donor's bank must show it. */
  holder: string,
  /** Country and last four signs of the account. */
  iban_short: string,
  /** The gift number in groups. */
  number: string,
};
export type GiftListView = {
  /** The gifts. */
  gifts: Array<GiftView>,
  /** How many fit the search. */
  matches: number,
  /** How many the drive has. */
  total: number,
};
export type ExportView = {
  /** The file's name; absent where the person closed the dialog. */
  saved: string | null,
  /** How many gifts it has. */
  gifts: number,
};
export type DisplayDrive = {
  /** The drive's name. */
  name: string,
  /** What the money is for. */
  purpose: string,
};
export type Screen = { "kind": "idle" } | { "kind": "ask",
  /** The amount; absent where the donor decides. */
  amount: MoneyView | null,
  /** The code. */
  code: CodePicture,
  /** The account holder. */
  holder: string,
  /** Country and last four signs of the account. */
  iban_short: string,
  /** The gift number in groups. */
  number: string, } | { "kind": "thanks",
  /** The amount; absent where the donor decided. */
  amount: MoneyView | null,
};
export type DisplayView = {
  /** The desk's language. */
  locale: Locale,
  /** Who collects. */
  organisation: string | null,
  /** For which drive. */
  drive: DisplayDrive | null,
  /** Where it stands. */
  standing: StandingView | null,
  /** The screen. */
  screen: Screen,
};
export type DisplayOpen = {
  /** It is. */
  open: boolean,
};
export type Changed = {
  /** Drives that changed. */
  drives: Array<string>,
};
/** The command table: for each name what goes in and what comes back. */
export type Calls = {
  desk_read: [Record<string, never>, DeskView];
  locale_set: [{
  /** The language to speak. */
  locale: Locale, }, DeskView];
  iban_check: [{
  /** What was typed so far. */
  text: string, }, IbanView];
  organisation_set_up: [{
  /** What people call the organisation. */
  name: string,
  /** The account holder exactly as on the bank statement. */
  holder: string,
  /** The account. */
  iban: string,
  /** The bank, where it is needed. */
  bic: string | null, }, DeskView];
  drive_open: [{
  /** Its name for the people at the desk. */
  name: string,
  /** What the money is for. */
  purpose: string,
  /** What it wants to reach. */
  goal: string | null,
  /** Amounts to offer. */
  suggested: [string, string, string], }, DriveView];
  drive_close: [{
  /** The drive. */
  drive: string, }, DriveView];
  ask_open: [{
  /** For which drive. */
  drive: string,
  /** How much; absent leaves it to the donor. */
  amount: AmountArg | null, }, AskView];
  ask_seen: [{
  /** The gift. */
  gift: string, }, GiftView];
  cash_record: [{
  /** For which drive. */
  drive: string,
  /** How much. */
  amount: AmountArg, }, GiftView];
  gift_correct: [{
  /** The gift. */
  gift: string,
  /** Why. */
  reason: CorrectionReason, }, GiftView];
  gift_list: [{
  /** The drive. */
  drive: string,
  /** Digits of a number, or an amount as the person writes it. */
  search: string,
  /** Only gifts in this state. */
  state: GiftState | null,
  /** How many at most. */
  limit: number,
  /** How many to pass over. */
  offset: number, }, GiftListView];
  drive_standing: [{
  /** The drive. */
  drive: string, }, StandingView];
  drive_export: [{
  /** The drive. */
  drive: string, }, ExportView];
  display_toggle: [Record<string, never>, DisplayOpen];
  display_clear: [{
  /** The drive. */
  drive: string | null, }, null];
  display_read: [Record<string, never>, DisplayView];
};
