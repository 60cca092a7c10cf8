# The sentences of the desk's window and of the donor's window.
# Whole sentences only. <b>…</b> marks words that carry weight; values come in already formatted.

app-name = Groat
window-title = { $drive } – Groat
display-title = Groat – donor’s window
language = Language

## Something went wrong that no rule foresaw

fault-window = This did not work, and the reason is not known.
fault-window-hint = Nothing was lost. Please try again; if it happens again, close Groat and open it.

## First start

set-up-title = Who is collecting?
set-up-explained = Three answers, once. Then you can ask for the first gift.
set-up-name = Your organisation
set-up-name-hint = The name people know you by. Donors see it.
set-up-holder = Account holder, exactly as on the bank statement
set-up-holder-hint = The donor’s bank compares this name, and warns when it differs.
set-up-iban = IBAN
set-up-bic = BIC
set-up-bic-hint = Banks in this country want it too. It stands on the bank statement.
set-up-done = That’s us. Go on.
set-up-stays-here = Gifts go straight to this account. Everything you enter stays on this computer.
iban-begin = It begins with two letters for the country.
iban-remaining = { $count ->
    [one] { $country }: one more character.
   *[other] { $country }: { $count } more characters.
  }
iban-good = ✓ A bank account in { $country }; the check digits fit.

## Opening a drive

drive-form-first-title = What are you collecting for?
drive-form-title = Open a drive
drive-form-explained = A drive is one collection for one purpose. A name is enough to begin.
drive-name = Name of the drive
drive-name-hint = Short: it stands in large letters in the donor’s window.
drive-purpose = What the money is for
drive-purpose-hint = One concrete line for the donor, such as “A drinking fountain for the market square”.
drive-suggested = Three amounts to offer
drive-suggested-hint = Smallest first. Nothing is chosen beforehand, and any other amount stays possible.
drive-suggested-first = Small
drive-suggested-second = Middle
drive-suggested-third = Large
drive-goal = Goal, if there is one
drive-goal-hint = Leave it empty and no goal is shown.
drive-open = Open the drive
drive-leave = Not now

## Drives

drives-title = Drives
drives-new = Open another drive
drive-since = Open since { $day }
drive-was-open = Closed. Open from { $from } to { $to }
drive-chosen = You are here
drive-choose = Collect for this
drive-choose-named = Collect for this: { $drive }
drive-read = Read the books
drive-read-named = Read the books: { $drive }
drive-close = Close the drive
drive-close-title = Close “{ $drive }”?
drive-close-explained = Nothing more can be asked or taken in cash for it. Its books stay, and promised gifts can still arrive.
drive-close-confirm = Close it
drive-close-leave = Keep it open
said-drive-closed = { $drive } is closed.

## The header

go-label = Pages
go-ask = Ask
go-gifts = Gifts
go-drives = Drives
display-toggle = Donor’s window
comfort = Text and keys
comfort-size = Text size
comfort-smaller = Smaller text
comfort-larger = Larger text
comfort-percent = { $percent } %
comfort-letter-keys = The letters C and S work as keys
comfort-close = Done
key-digits = begin an amount
key-enter = ask for the typed amount
key-cash = the amount is cash
key-seen = they paid, I saw it
key-away = one step back
key-size-name = Ctrl −
key-size = text smaller; Ctrl + larger, Ctrl 0 as it was

## Asking

ask-title = How much would they like to give?
ask-title-cash = How much cash is it?
ask-any = Any amount
ask-any-hint = they type it
ask-any-cash = type it below
ask-typed = Another amount
ask-typed-hint = Another amount, then Enter
ask-do = Ask
ask-record = Record
ask-cash = Cash
ask-closed-title = “{ $drive }” is closed
ask-closed-explained = Its books stay readable under Gifts. To collect again, open another drive.
teach-title = The payment code will stand here
teach-tap = Tap an amount. The code appears here and in the donor’s window.
teach-scan = The donor scans it inside their banking app and confirms.
teach-seen = They show you “done”: tap “They paid, I saw it”.
code-title = Payment code
code-picture = Payment code for { $amount }
code-picture-any = Payment code without an amount
code-scan = Scan <b>inside the banking app</b>
code-payee = to { $holder } · { $iban }
code-number = Gift number { $number }
code-seen = They paid, I saw it
code-new = New ask
code-never-mind = Never mind
code-cash-instead = They gave cash instead
done-seen = Seen. Thank you.
done-seen-explained = It counts as promised until the bank statement shows it.
done-cash = In the tin. Thank you.
done-cash-explained = It counts as in hand.
said-asked = Asked for { $amount }. The code is shown.
said-asked-any = Asked for any amount. The code is shown.
said-seen = Seen. Thank you.
said-cash = { $amount } in cash recorded.
said-undone = Undone. The correction stays in the books.

## Where a drive stands

standing-title = Where the drive stands
standing-count = { $count ->
    [one] one gift
   *[other] { $count } gifts
  }
standing-open = { $count ->
    [one] one without an amount
   *[other] { $count } without an amount
  }
standing-missing = { $missing } still missing to the goal of { $goal }
standing-reached = The goal of { $goal } is reached.
state-asked = Asked
state-promised = Promised
state-in-hand = In hand
state-corrected = Undone

## Gifts

last-gifts = Last gifts
last-gifts-none = No gifts yet. Tap an amount above to ask for the first one; coins are recorded with “Cash”.
gift-cash = cash
gift-bank = banking app
gift-bank-number = banking app · { $number }
gift-open-amount = any amount
gift-reason-mistake = undone: a mistake
gift-reason-not-given = undone: it was not given
gift-named-cash = { $amount } in cash
gift-named-number = { $amount }, gift number { $number }
gift-seen = Paid, seen
gift-seen-named = Paid, seen: { $gift }
gift-undo = Undo
gift-undo-named = Undo: { $gift }
correct-title = Undo this gift?
correct-explained = Nothing is deleted: the gift stays in the books, struck through, with the reason beside it.
correct-why = Why?
correct-mistake = It was a mistake
correct-not-given = It was not given after all
correct-confirm = Undo it
correct-leave = Leave it as it is
gifts-title = Gifts
gifts-search = Search
gifts-search-hint = An amount or a gift number
gifts-state = State
gifts-all = All
gifts-shown = { $count ->
    [one] One gift, newest first
   *[other] { $shown } of { $count } gifts, newest first
  }
gifts-found = { $count ->
    [0] No gift found.
    [one] One gift found.
   *[other] { $count } gifts found.
  }
gifts-none = Here every gift of this drive will be listed: asked, promised, in hand, and what was undone.
gifts-none-ask = Ask for the first gift
gifts-no-match = No gift fits this search.
gifts-show-all = Show all gifts
gifts-more = Show more
gifts-export = Export as CSV
said-exported = { $count ->
    [one] One gift saved as { $file }.
   *[other] { $count } gifts saved as { $file }.
  }

## The donor's window

donor-idle = Ask us: your phone’s banking app is all you need.
donor-any = Any amount
donor-any-hint = Type it in your banking app. Every amount is welcome.
donor-step-open = Open your banking app
donor-step-scan = Scan the code <b>inside the app</b>
donor-step-confirm = Check and confirm
donor-check = Your bank will show: { $holder }
donor-check-else = If it shows another name, please do not confirm.
donor-number = Gift number { $number } · account { $iban }
donor-said-ask = A payment code for { $amount } is shown.
donor-said-any = A payment code for any amount is shown.
donor-thanks = Thank you!
donor-thanks-for = for { $drive }
donor-goal = { $filled } of { $goal } already
