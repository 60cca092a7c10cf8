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
set-up-explained = A few answers, once. Then you can ask for the first gift.
set-up-name = Your organisation
set-up-name-hint = The name people know you by. Donors see it.
set-up-holder = Account holder, exactly as on the bank statement
set-up-holder-hint = The donor’s bank compares this name, and warns when it differs.
set-up-iban = IBAN
set-up-done = That’s us. Go on.
set-up-stays-here = Gifts go straight to this account. Everything you enter stays on this computer.
account-country = Country
account-country-none = Choose a country
account-kinds = How donors pay
account-no-home = Banks of this country read no code that you could make yourself. Choose another way, or begin with cash.
account-more = More ways to pay
account-fine = Fine points
account-cash = Cash only, for now
account-cash-explained = You can add a way to pay at any time.
account-optional = May stay empty.
# $example: one of the right form. $optional: account-optional, or nothing.
account-example = Such as { $example } { $optional }
account-base-hint = The text of the code that your bank or payment service gave you: scan it with any code reader and paste what it shows.
# $reader: what reads the code. $app: the name of the app.
account-reader = { $reader ->
    [banking-app] Donors need their banking app.
    [upi-app] Donors need any UPI app.
    [app] Donors need the app { $app }.
    [camera] Donors need only their camera.
    [lightning-wallet] Donors need a Lightning wallet.
    [bitcoin-wallet] Donors need a Bitcoin wallet.
    [ethereum-wallet] Donors need an Ethereum wallet.
    [solana-wallet] Donors need a Solana wallet.
   *[other] Donors need an app that reads it.
  }
# $maker: who can make the code.
account-maker = { $maker ->
    [registered] Your bank must know this number or key before gifts can arrive. Please ask it once.
    [issuer] Your bank or payment service gives you a code. Groat only puts the amount into it.
    [contract] You need an account with this service. It may take a fee.
    [own-server] You need a wallet or server that answers for you.
   *[other] Only your bank or payment service can make this code.
  }
account-ready = A code can be made.
account-ready-picture = A code to try
# $reader, $app as above.
account-try = { $reader ->
    [banking-app] Try it now: scan this in your own banking app and look whether the right name shows. Do not pay.
    [camera] Try it now: point your own camera at it and look whether the right page opens.
   *[other] Try it now with your own phone and look whether it goes to you. Do not pay.
  }
account-to = to <b>{ $holder }</b> · { $account }
account-types-amount = They type the amount themselves.
# $returns: how the gift number comes back.
account-number = { $returns ->
    [reference] The gift number comes back with the payment.
    [text] The gift number comes back in the text of the payment.
    [uncertain] The gift number may get lost: donors can change it.
   *[no] The gift number does not travel: gifts are found again by amount and time.
  }
account-retired = Ended. What was paid with it stays in the books.
account-retire = End
account-retire-named = End: { $account }
account-retire-title = End “{ $account }”?
account-retire-explained = No more codes will be made for it. Codes on paper keep working as long as the account does, and their gifts still count.
account-retire-confirm = End it
account-retire-leave = Keep it
accounts-title = Ways to pay
accounts-add = Add a way to pay
accounts-new = One more way to pay
accounts-keep = Add it
accounts-leave = Not now
accounts-none = There is none yet: gifts come in as cash.
said-account-added = Added. It can be chosen when you ask.
said-account-retired = Ended.
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
drive-currency = Currency
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
go-accounts = Ways to pay
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
ask-any-not = this code needs an amount
ask-cash-only = Only cash can be recorded here: no way to pay fits the currency of this drive.
rails-title = How do they pay?
ask-typed = Another amount
ask-typed-hint = Another amount, then Enter
ask-do = Ask
ask-record = Record
ask-cash = Cash
ask-closed-title = “{ $drive }” is closed
ask-closed-explained = Its books stay readable under Gifts. To collect again, open another drive.
teach-title = The payment code will stand here
teach-tap = Tap an amount. The code appears here and in the donor’s window.
teach-scan = The donor scans it with their phone and confirms.
teach-seen = They show you “done”: tap “They paid, I saw it”.
code-title = Payment code
code-picture = Payment code for { $amount }
code-picture-any = Payment code without an amount
# $reader: what reads the code. $app: the name of the app.
code-scan = { $reader ->
    [banking-app] Scan <b>inside the banking app</b>
    [upi-app] Scan with <b>any UPI app</b>
    [app] Scan inside <b>{ $app }</b>
    [camera] Scan with the <b>camera</b>
    [lightning-wallet] Scan with a <b>Lightning wallet</b>
    [bitcoin-wallet] Scan with a <b>Bitcoin wallet</b>
    [ethereum-wallet] Scan with an <b>Ethereum wallet</b>
    [solana-wallet] Scan with a <b>Solana wallet</b>
   *[other] Scan with <b>the phone</b>
  }
code-types-amount = They type { $amount } themselves.
code-number-stays = The number does not travel with this payment.
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
gift-bank = by code
gift-bank-number = by code · { $number }
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

donor-idle = Ask us: your phone is all you need.
donor-any = Any amount
# $reader: what reads the code.
donor-any-hint = { $reader ->
    [banking-app] Type it in your banking app. Every amount is welcome.
    [camera] Type it on the page that opens. Every amount is welcome.
   *[other] Type it in your app. Every amount is welcome.
  }
# $reader: what reads the code. $app: the name of the app.
donor-step-open = { $reader ->
    [banking-app] Open your banking app
    [upi-app] Open any UPI app
    [app] Open { $app }
    [camera] Open your camera
    [lightning-wallet] Open your Lightning wallet
    [bitcoin-wallet] Open your Bitcoin wallet
    [ethereum-wallet] Open your Ethereum wallet
    [solana-wallet] Open your Solana wallet
   *[other] Open your app
  }
donor-step-scan = { $reader ->
    [camera] Point it at the code and <b>open the link</b>
    [app] Scan the code <b>inside { $app }</b>
   *[other] Scan the code <b>inside the app</b>
  }
donor-step-type = Type { $amount }
donor-step-confirm = Check and confirm
donor-check = { $reader ->
    [banking-app] Your bank will show: { $holder }
    [camera] The page belongs to: { $holder }
   *[other] It goes to: { $holder }
  }
donor-check-else = If it shows another name, please do not confirm.
donor-number = Gift number { $number } · account { $iban }
donor-said-ask = A payment code for { $amount } is shown.
donor-said-any = A payment code for any amount is shown.
donor-thanks = Thank you!
donor-thanks-for = for { $drive }
donor-goal = { $filled } of { $goal } already
