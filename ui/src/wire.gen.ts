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
export type CodeMark = {
  /** One SVG path, in the units of the code. */
  path: string,
  /** Whether it is drawn dark like the modules, or light like the ground. */
  dark: boolean,
  /** How wide the line along the path is, with round ends; absent where the path is filled. */
  line: string | null,
};
export type CodePicture = {
  /** Its width, without the quiet zone. */
  width: number,
  /** Its height, without the quiet zone. */
  height: number,
  /** How much has to stay empty on every side. */
  quiet: number,
  /** All dark modules as one SVG path. */
  path: string,
  /** What is drawn over it, in this order: the Swiss cross. */
  marks: Array<CodeMark>,
};
export type GiftState = "asked" | "promised" | "in_hand" | "corrected";
export type Rail = "bank" | "cash";
export type CorrectionReason = "mistake" | "not_given";
export type CountryView = {
  /** Two letters of ISO 3166. */
  code: string,
  /** Its name in the desk's language. */
  name: string,
  /** Three letters of ISO 4217. */
  currency: string,
};
export type CurrencyView = {
  /** Three letters of ISO 4217. */
  code: string,
  /** How many decimals its amounts have. */
  decimals: number,
  /** Amounts to offer, smallest first: what a new drive starts from. */
  suggested: Array<MoneyView>,
};
export type Reader = "banking-app" | "upi-app" | "app" | "camera" | "lightning-wallet" | "bitcoin-wallet" | "ethereum-wallet" | "solana-wallet";
export type Maker = "organisation" | "registered" | "issuer" | "issuer-alone" | "contract" | "own-server";
export type ReturnOfNumber = "reference" | "text" | "uncertain" | "no";
export type ChoiceView = {
  /** What is handed back. */
  value: string,
  /** What people read, in the desk's language. */
  label: string,
};
export type QuestionView = {
  /** The part of the account; the key among its values, and what a fault points at. */
  field: string,
  /** What people call it, in the desk's language. */
  label: string,
  /** Whether there is no code without an answer. */
  needed: boolean,
  /** The longest answer, in characters. */
  length_max: number,
  /** A made-up answer; empty where none helps. */
  example: string,
  /** The answers there are, where they are few; otherwise none. */
  choices: Array<ChoiceView>,
};
export type OfferView = {
  /** The standard of its codes. */
  standard: string,
  /** What people call it, in the desk's language. */
  title: string,
  /** Whether donors of the country know it and have an app for it. */
  at_home: boolean,
  /** Who can make its codes. */
  maker: Maker,
  /** With what donors read them. */
  reader: Reader,
  /** The name of the app, where it must be one. */
  app: string | null,
  /** The currencies its codes carry; none where the donor types the amount. */
  currencies: Array<string>,
  /** What set-up asks, in the order to ask it. */
  questions: Array<QuestionView>,
};
export type OffersView = {
  /** The country they were asked for. */
  country: string,
  /** Its currency. */
  currency: string | null,
  /** The kinds; empty where nobody reads a code. */
  offers: Array<OfferView>,
};
export type AccountArg = {
  /** The standard. */
  standard: string,
  /** What was typed; what is empty counts as absent. */
  values: { [key in string]: string },
};
export type AccountCheckView = {
  /** The first thing that is missing or wrong; absent when codes can be made. */
  fault: Fault | null,
  /** The account as it will be shown. */
  destination: string | null,
  /** A code of it, to be tried with one's own phone: without a gift in the books. */
  code: CodePicture | null,
};
export type AccountView = {
  /** Its name in the books. */
  id: string,
  /** The standard of its codes. */
  standard: string,
  /** What people call the standard, in the desk's language. */
  title: string,
  /** Who is paid. */
  holder: string,
  /** The account, key or link as people write it. */
  destination: string,
  /** The same, short enough for a line under a code: "DE … 3000". */
  short: string,
  /** Who can make its codes. */
  maker: Maker,
  /** With what donors read them. */
  reader: Reader,
  /** The name of the app, where it must be one. */
  app: string | null,
  /** The currencies its codes carry; none where the donor types the amount. */
  currencies: Array<string>,
  /** Whether its codes carry the amount; otherwise the donor types it. */
  carries_amount: boolean,
  /** Whether it can ask for any amount. */
  takes_open: boolean,
  /** Whether the gift number comes back with the payment. */
  number_returns: ReturnOfNumber,
  /** Whether nothing is asked for with it any more. */
  retired: boolean,
};
export type RailView = {
  /** The account. */
  account: string,
  /** The standard of the code. */
  standard: string,
  /** What people call it, in the desk's language. */
  title: string,
  /** With what the donor reads the code. */
  reader: Reader,
  /** The name of the app, where it must be one. */
  app: string | null,
  /** Whether the donor's app shows the amount; otherwise the donor types it. */
  carries_amount: boolean,
  /** Whether the gift number comes back with the payment. */
  number_returns: ReturnOfNumber,
};
export type OrganisationView = {
  /** What people call it. */
  name: string,
  /** Where it is, two letters of ISO 3166. */
  country: string | null,
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
  /** The currency it collects, three letters of ISO 4217. */
  currency: string,
  /** How many decimals its amounts have. */
  decimals: number,
  /** The accounts that can be asked for it, the best first; none where it collects cash alone. */
  rails: Array<string>,
  /** The account that the next ask takes when none is named. */
  rail: string | null,
  /** Amounts to offer, smallest first. */
  suggested: Array<MoneyView>,
  /** The day it was opened: "2026-11-23". */
  opened_on: string,
  /** The day it was closed. */
  closed_on: string | null,
  /** Where it stands. */
  standing: StandingView,
};
export type Role = "volunteer" | "treasurer" | "admin";
export type Right = "look" | "collect" | "office" | "sensitive" | "admin";
export type SessionState = "nobody" | "locked" | "signed_in";
export type SessionView = {
  /** Whether somebody is signed in. */
  state: SessionState,
  /** Who. */
  person: string | null,
  /** What that person is. */
  role: Role | null,
  /** How long the last code counts as fresh, in seconds; zero where there is none. */
  fresh_seconds: number,
  /** Whether somebody else approved the next sensitive act. */
  approved: boolean,
  /** What that person may see in menus. */
  rights: Array<Right>,
};
export type PersonView = {
  /** The person in the books. */
  id: string,
  /** What people call them. */
  name: string,
  /** What they are. */
  role: Role,
  /** Whether they may no longer sign in. */
  removed: boolean,
  /** Whether a phone shows codes for them. */
  second_factor: boolean,
  /** How long they have to wait after wrong tries, in seconds. */
  wait_seconds: number,
};
export type ClockState = "right" | "set_back";
export type GuardView = {
  /** Whether the key of this desk lies in the system's keyring; otherwise in a file. */
  keyring: boolean,
  /** Whether an office was set up. */
  office: boolean,
  /** Whether sensitive acts need a second person. */
  four_eyes: boolean,
  /** The day of the last good backup: "2026-11-23". */
  backup_on: string | null,
  /** Whether it is time for a backup. */
  backup_due: boolean,
  /** How many sealed notes wait for the office to open. */
  waiting_notes: number,
  /** Whether the clock can be believed. */
  clock: ClockState,
};
export type DeskView = {
  /** The language of the desk. */
  locale: Locale,
  /** All languages. */
  locales: Array<Locale>,
  /** Who collects, once that was said. */
  organisation: OrganisationView | null,
  /** The accounts gifts are paid to, oldest first; the retired ones too. None while it is locked. */
  accounts: Array<AccountView>,
  /** The currency that a new drive starts with. */
  currency: string,
  /** All drives, newest first. None while it is locked. */
  drives: Array<DriveView>,
  /** Why nothing can be recorded here, as a sentence. */
  read_only: string | null,
  /** Whether the donor's window is open. */
  display_open: boolean,
  /** Who is at the desk. */
  session: SessionView,
  /** Everybody the desk knows, also those who were removed. */
  people: Array<PersonView>,
  /** What guards the books. */
  guard: GuardView,
};
export type WordsView = {
  /** The words, parted by blanks. */
  words: string,
};
export type FactorView = {
  /** For the phone's camera. */
  picture: CodePicture,
  /** To be typed instead: the secret in groups of four. */
  text: string,
};
export type OfficeBegunView = {
  /** The recovery key for the sheet, in groups. */
  recovery: Array<string>,
  /** What the admin's phone needs to show codes. */
  factor: FactorView,
};
export type RecoveryCodesView = {
  /** The codes, in groups. */
  codes: Array<string>,
  /** The desk afterwards. */
  desk: DeskView,
};
export type DonorField = "name" | "contact" | "message" | "tax_number";
export type Purpose = "tax" | "books" | "thanks" | "display";
export type DonorFieldView = {
  /** The field. */
  field: DonorField,
  /** What it is kept for. */
  purpose: Purpose,
  /** The day it is deleted; absent where nothing says so. */
  delete_on: string | null,
};
export type DonorView = {
  /** The donor in the books. */
  id: string,
  /** What stands in the books instead of a name. */
  token: string,
  /** The name. */
  name: string | null,
  /** How to reach them. */
  contact: string | null,
  /** What they said. */
  message: string | null,
  /** Whether that may be shown. */
  message_may_show: boolean,
  /** The tax number, but for its last signs. */
  tax_number_masked: string | null,
  /** How many gifts they gave. */
  gifts: number,
  /** What each field is kept for, and how long. */
  fields: Array<DonorFieldView>,
};
export type DonorListView = {
  /** The donors. */
  donors: Array<DonorView>,
  /** How many fit the search. */
  matches: number,
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
  /** The account it was asked for; cash has none. */
  account: string | null,
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
  /** How it is paid. */
  rail: RailView,
  /** Who is paid, as the donor's app must show it. */
  holder: string,
  /** The account, short: "DE … 3000". */
  destination: string,
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
  /** How it is paid. */
  rail: RailView,
  /** Who is paid. */
  holder: string,
  /** The account, short: "DE … 3000". */
  destination: string,
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
export type CheckpointView = {
  /** The last entry it covers. */
  seq: number,
  /** Its digits: six groups of five. */
  groups: Array<string>,
  /** When that entry was written: an ISO 8601 instant in UTC. */
  at: string,
};
export type ProofView = {
  /** How many entries were looked at. */
  entries: number,
  /** How many of them are signed. */
  signed: number,
  /** How many are older than signatures. */
  unsigned: number,
  /** Where the books stand now. */
  checkpoint: CheckpointView,
  /** What does not hold, in whole sentences; none where the books are whole. */
  troubles: Array<string>,
  /** What this does not prove, in whole sentences. */
  not_proven: Array<string>,
};
export type CompareView = {
  /** Whether the past is the one of the paper. */
  holds: boolean,
  /** What that means, as a sentence. */
  message: string,
};
export type Progress = {
  /** How much is done. */
  done: number,
  /** Of how much. */
  total: number,
};
export type BackupView = {
  /** The file's name; absent where the person closed the dialog. */
  saved: string | null,
  /** How many entries it holds. */
  entries: number,
  /** Where its books stand. */
  checkpoint: CheckpointView,
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
  country_list: [Record<string, never>, Array<CountryView>];
  country_offers: [{
  /** Two letters of ISO 3166. */
  country: string, }, OffersView];
  currency_list: [Record<string, never>, Array<CurrencyView>];
  account_check: [{
  /** The standard. */
  standard: string,
  /** What was typed; what is empty counts as absent. */
  values: { [key in string]: string }, }, AccountCheckView];
  organisation_set_up: [{
  /** What people call the organisation. */
  name: string,
  /** Where it is, two letters of ISO 3166. */
  country: string,
  /** Where gifts go; absent where it collects cash alone. */
  account: AccountArg | null, }, DeskView];
  account_add: [{
  /** The standard. */
  standard: string,
  /** What was typed; what is empty counts as absent. */
  values: { [key in string]: string }, }, DeskView];
  account_retire: [{
  /** The account. */
  account: string, }, DeskView];
  drive_open: [{
  /** Its name for the people at the desk. */
  name: string,
  /** What the money is for. */
  purpose: string,
  /** What it wants to reach. */
  goal: string | null,
  /** The currency it collects, three letters of ISO 4217; absent takes the desk's. */
  currency: string | null,
  /** Amounts to offer. */
  suggested: [string, string, string], }, DriveView];
  drive_close: [{
  /** The drive. */
  drive: string, }, DriveView];
  ask_open: [{
  /** For which drive. */
  drive: string,
  /** To which account; absent takes the one that was taken last. */
  account: string | null,
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
  sign_in: [{
  /** The person. */
  person: string,
  /** The PIN of a volunteer, the passphrase of the others. */
  secret: string,
  /** The code on the phone, or a recovery code; volunteers have none. */
  code: string | null, }, DeskView];
  lock: [Record<string, never>, DeskView];
  code_confirm: [{
  /** The code on the phone. */
  code: string, }, DeskView];
  approve: [{
  /** Who approves. */
  person: string,
  /** Their passphrase. */
  secret: string,
  /** The code on their phone. */
  code: string, }, DeskView];
  factor_begin: [{
  /** The person. */
  person: string,
  /** Their passphrase. */
  passphrase: string, }, FactorView];
  factor_finish: [{
  /** A code. */
  first_code: string,
  /** The one after it. */
  second_code: string, }, RecoveryCodesView];
  passphrase_suggest: [Record<string, never>, WordsView];
  passphrase_change: [{
  /** The passphrase so far. */
  old: string,
  /** The one from now on. */
  new: string, }, DeskView];
  office_begin: [{
  /** What people call the first admin. */
  name: string,
  /** The passphrase of the first admin. */
  passphrase: string, }, OfficeBegunView];
  office_recovery_check: [{
  /** The recovery key as it was typed from the sheet. */
  typed: string, }, null];
  office_finish: [{
  /** A code. */
  first_code: string,
  /** The one after it. */
  second_code: string, }, RecoveryCodesView];
  office_cancel: [Record<string, never>, null];
  person_add: [{
  /** What people call them. */
  name: string,
  /** What they are. */
  role: Role,
  /** The PIN of a volunteer, the passphrase of the others. */
  secret: string, }, DeskView];
  person_remove: [{
  /** The person. */
  person: string, }, DeskView];
  role_give: [{
  /** The person. */
  person: string,
  /** What they are from now on. */
  role: Role,
  /** The PIN or passphrase that the new role needs; absent where the one they have will do. */
  secret: string | null, }, DeskView];
  four_eyes_set: [{
  /** Whether sensitive acts need a second person. */
  on: boolean, }, DeskView];
  recover: [{
  /** Who forgot a passphrase. */
  person: string,
  /** What stands on the recovery sheet. */
  sheet: string,
  /** The new passphrase. */
  new: string, }, DeskView];
  books_verify: [Record<string, never>, ProofView];
  books_verify_stop: [Record<string, never>, null];
  checkpoint_compare: [{
  /** The number of the entry, as it stands on the paper. */
  seq: string,
  /** The thirty digits, as they were typed. */
  digits: string, }, CompareView];
  backup_make: [Record<string, never>, BackupView];
  backup_restore: [{
  /** The passphrase or the recovery sheet. */
  secret: string, }, DeskView];
  donor_note: [{
  /** The gift. */
  gift: string,
  /** The name. */
  name: string,
  /** How to reach them. */
  contact: string,
  /** What they said. */
  message: string,
  /** Whether that may be shown. */
  message_may_show: boolean,
  /** The tax number. */
  tax_number: string, }, null];
  donor_list: [{
  /** A part of a name, a contact or a token. */
  search: string,
  /** How many at most. */
  limit: number,
  /** How many to pass over. */
  offset: number, }, DonorListView];
  donor_forget: [{
  /** The donor. */
  donor: string, }, DonorView];
  donor_export: [Record<string, never>, ExportView];
};
