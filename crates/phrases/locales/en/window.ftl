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

## The lock

lock = Lock
lock-title = Who is at the desk?
lock-somebody-else = Somebody else
key-lock-name = Ctrl L
key-lock = lock the desk
role = Role
role-volunteer = Volunteer
role-volunteer-may = Asks for gifts, records them and undoes mistakes. Signs in with a PIN.
role-treasurer = Treasurer
role-treasurer-may = Also opens and closes drives, reads names and takes the books along. Signs in with a passphrase and a phone.
role-admin = Admin
role-admin-may = Also decides who else may do what. Signs in with a passphrase and a phone.
pin = PIN
pin-pad = Digits of the PIN
pin-back = Back
pin-new = PIN
pin-rules = 4 to 8 digits. The volunteer chooses it.
pin-again = The same PIN again
pin-differs = The two PINs are not the same.
passphrase = Passphrase
passphrase-rules = At least 15 characters, blanks too. Several words that do not belong together are easy to remember; well-known words and patterns are not taken.
passphrase-suggest = Suggest words
passphrase-suggest-hint = Words that nobody can guess. Your own are as good.
passphrase-by-them = Please let this person type it: nobody else should know it.
said-passphrase = Suggested words stand in the field.
secret-show = Show
secret-hide = Hide
# $what: the label of the field.
secret-show-named = Show: { $what }
secret-hide-named = Hide: { $what }
phone-code = Code from your phone
phone-code-hint = Six digits; they change every half minute.
recovery-code = Recovery code
recovery-code-hint = One of the ten codes on paper. Each counts once.
sign-in = Open
sign-in-go-on = Go on
sign-in-recovery = My phone is not here: use a recovery code
sign-in-phone = Use the code from my phone
sign-in-no-phone = No phone shows codes for you yet. That comes next, and takes two minutes.
wait-title = There were several wrong tries.
# $span: minutes and seconds.
wait-left = Please wait: { $span }
wait-over = You can try again now.

## A fresh code, a second person

fresh-title = One moment: is it you?
fresh-explained = This touches money or names. Please type the code that your phone shows now.
fresh-code-hint = Six digits; a recovery code from paper does as well.
fresh-give = Go on
fresh-leave = Do not do it
approve-title = A second person, please
approve-explained = This desk wants four eyes for it: another treasurer or admin looks at it and agrees here.
approve-who = Who agrees?
approve-secret = Their passphrase
approve-code = Code from their phone
approve-give = Agree
approve-nobody = There is nobody else who could agree: it takes another treasurer or admin with a phone set up.

## Setting up the office

office-title = The treasurer’s office
office-begin = Set up the office
# $step, $steps: numbers.
office-step = Step { $step } of { $steps }
office-next = Go on
office-back = Back
office-leave = Not now
office-title-name = Who keeps the books?
office-title-passphrase = A passphrase only you know
office-title-sheet = A sheet for the day you forget it
office-title-typed = Is everything on the sheet?
office-title-phone = Your phone as the second key
office-title-codes = Codes for the day the phone is gone
office-why = Names of donors, and who may do what, belong behind a lock: from then on everybody at this desk signs in, and only treasurers can read names.
office-needs = It takes about five minutes. You need a phone with an app for codes, and a printer or a pen.
office-name = Your name
office-name-hint = Everybody at the desk sees it. You will decide who else may sign in.
office-passphrase-explained = It opens the office. Nobody can look it up for you, and neither can we.
office-sheet-explained = Print it or copy it by hand, and keep it where you keep the papers of the organisation. Whoever has it can open the office.
office-sheet-have = I have it on paper
office-typed-explained = Please type it from the paper. Then it is sure that it can be read later.
office-group = Group { $number }
sheet-title = Recovery sheet – { $organisation }
sheet-groups = The groups of the recovery sheet
sheet-use = These groups open the office of Groat when the passphrase is lost. Keep this sheet locked away, and not beside the computer.
sheet-date = Made on { $day }
print = Print
factor-first-time = Before the first time: connect your phone.
factor-app = Open an app for sign-in codes on your phone. If there is none, every app store has free ones; look for “authenticator”.
factor-scan = Let the app scan this picture. It will then show six digits, new ones every half minute, without internet.
factor-picture = Picture for the app on your phone
factor-by-hand = The app cannot scan
factor-first = The code it shows now
factor-first-hint = Six digits.
factor-second = The next code
factor-second-hint = Wait until the digits change.
factor-finish = It works, go on
codes-explained = Each of these codes stands in for your phone once. They are shown here now and never again: print them or copy them by hand, and keep them away from this computer.
codes-sheet = Recovery codes – { $name }
codes-once = Each code counts once. Cross out what was used.
codes-away = I have put them away

## People

go-people = People
people-title = People
people-add = Add somebody
people-alone = Only one person can open the office. Please add a second treasurer or admin, for the day that person is ill or away.
person-new = One more person
person-name = Name
person-name-hint = The one everybody here uses. It stands on the lock screen.
person-phone-later = At the first sign-in this person connects a phone.
person-keep = Add
person-leave = Not now
person-self = you
person-phone = phone connected
person-no-phone = no phone yet
person-removed = removed
person-remove = Remove
person-remove-named = Remove: { $name }
person-remove-title = Remove { $name }?
person-remove-explained = This person can no longer sign in. What they recorded stays in the books, with their name.
person-remove-confirm = Remove
person-remove-leave = Keep
role-change = Change role
role-change-named = Change role: { $name }
role-change-title = What is { $name } from now on?
role-give = Give this role
role-leave = Leave it as it is
role-new-pin = The PIN was forgotten: give a new one
role-new-passphrase = The passphrase was forgotten: give a new one
phone-renew = Connect another phone
phone-renew-explained = The codes of the old phone and the old recovery codes then no longer count.
phone-renew-leave = Not now
said-person-added = { $name } can sign in.
said-person-removed = { $name } was removed.
said-role-given = { $name } has the new role.

## Safety

go-safety = Safety
go-safety-due = backup due
safety-title = Safety
clock-set-back = The clock of this computer is behind the newest entry in the books. Please check date and time; entries keep their order either way.
proof-title = Are the books whole?
proof-explained = Groat can look at every entry and say whether one was changed, left out or slipped in.
proof-begin = Check now
proof-again = Check again
proof-running = Looking at every entry
proof-progress = { $done } of { $total }
proof-stop = Stop
proof-stopped = Stopped: nothing is proven.
proof-whole = { $entries ->
    [one] The books are whole: one entry checked
   *[other] The books are whole: { $entries } entries checked
  }
proof-broken = { $count ->
    [one] Something does not fit
   *[other] { $count } things do not fit
  }
proof-broken-next = Please do not go on with these books: make a copy of their folder, and restore the last good backup on another computer.
proof-how = How do you know?
proof-proven = What is proven
proof-chain = { $entries ->
    [one] The one entry carries its own fingerprint.
   *[other] All { $entries } entries hang together: each carries the fingerprint of the one before it.
  }
proof-signed = { $signed ->
    [one] One of them is signed with the key of this desk.
   *[other] { $signed } of them are signed with the key of this desk.
  }
proof-unsigned = { $unsigned ->
    [one] One is older than signatures: the first signed entry after it vouches for it.
   *[other] { $unsigned } are older than signatures: the first signed entry after them vouches for them.
  }
proof-sums = The sums on the screen are the sums of the entries.
# $seq: a number. $at: day and time.
proof-until = All of this up to entry { $seq }, written { $at }.
proof-not-proven = What is not proven
checkpoint-title = For your paper
checkpoint-explained = Thirty digits stand for everything up to this entry. Write them into the minutes or print them: whoever has the paper sees later whether anything before it was changed.
checkpoint-sheet = Checkpoint – { $organisation }
checkpoint-entry = Up to entry { $seq }, written { $at }
checkpoint-digits = Six groups of five digits
checkpoint-use = Compare it in Groat under Safety, “How do you know?”.
compare-title = Compare with a paper
compare-seq = Up to entry
compare-digits = The thirty digits on the paper
compare-do = Compare
backup-title = Backup
backup-due = It is time for a backup: a lost computer would take everything since the last one with it.
backup-never = There was no backup yet.
backup-last = The last good backup was on { $day }.
backup-explained = It is locked like the books; best on a stick that lies elsewhere.
backup-make = Save a backup…
said-backup = { $entries ->
    [one] Saved as { $file } and read back: one entry.
   *[other] Saved as { $file } and read back: { $entries } entries.
  }
keys-title = What protects the books
keys-keyring = The books are encrypted. Their key lies in the keyring of this computer, and opens when you sign in to the computer.
keys-keyring-not = A stolen disk or stick says nothing. Whoever sits at this computer while you are signed in can open Groat.
keys-file = The books are encrypted, but this computer has no keyring: their key lies in a file beside them that only you can read.
keys-file-not = That keeps out other users of this computer. Whoever takes the whole disk takes the key along, unless the disk itself is encrypted.
keys-office = The treasurer’s office is set up: names and secrets open only with a passphrase, and everybody signs in.
passphrase-change = Change my passphrase
passphrase-change-title = Another passphrase
passphrase-old = The passphrase so far
passphrase-new = The new passphrase
passphrase-keep = Change it
passphrase-leave = Leave it as it is
said-passphrase-changed = The new passphrase counts from now on.
eyes-title = Four eyes
eyes-explained = Ways to pay, names and roles change only when a second treasurer or admin agrees at this desk.
eyes-explained-admin = Ways to pay, names and roles change only when a second treasurer or admin agrees at this desk. An admin can switch this.
said-eyes-on = Four eyes: on.
said-eyes-off = Four eyes: off.
restore = Restore from a backup…
restore-title = Go on with a backup
restore-explained = First what opens it, then you choose the file. This desk is empty, so nothing is overwritten.
restore-secret = Passphrase or recovery sheet
restore-secret-hint = The one that counted when the backup was made. Groups from the sheet with or without blanks.
restore-do = Choose the file
restore-leave = Not now
said-restored = The books are back.

## Donors

go-donors = Donors
drive-none-yet = No drive is open yet. A treasurer opens one; then you can collect.
donor-note = Note the donor…
donor-note-title = Note the donor
donor-where = It is sealed at once: only a treasurer of your organisation can read it, for the receipt and for thanks. It leaves this computer with nobody.
donor-no-office = Names need a place where not everybody can read them. The treasurer sets it up once; until then please write them on paper.
donor-name = Name
donor-contact = Contact
donor-contact-hint = Only if they want to hear from you: e-mail, telephone or address.
donor-message = Message
donor-show = The message may be shown to others
donor-tax = Tax number
donor-tax-hint = Only where a receipt needs one.
donor-keep = Note it
donor-leave = Not now
donor-noted = The donor is noted.
said-donor-noted = Noted and sealed.
donors-title = Donors
donors-explained = People who let their names be noted. Whoever only gave stays nameless.
donors-export = Export names…
said-donors-exported = Saved as { $file }. Please keep it as carefully as the books.
donors-search = Search
donors-search-hint = A name, a contact, or the sign that stands in the books
donors-found = { $count ->
    [0] Nobody found.
    [one] One person found.
   *[other] { $count } people found.
  }
donors-none = Nobody yet. After a gift, “Note the donor…” brings a name here.
donors-no-match = Nobody fits this search.
# $token: what stands in the books instead of a name.
donor-gifts = { $count ->
    [one] one gift · { $token } in the books
   *[other] { $count } gifts · { $token } in the books
  }
donor-may-show = may be shown
donor-may-not-show = not to be shown
donor-nothing-left = Nothing is kept about this person.
purpose-tax = the tax office
purpose-books = the books
purpose-thanks = thanks
purpose-display = showing it
# $purpose: one of the purposes above.
donor-kept = for { $purpose }
donor-kept-until = for { $purpose }, until { $day }
forget = Forget this person…
forget-named = Forget this person: { $name }
forget-title = Forget { $name }?
forget-explained = A person may ask for this at any time. It cannot be undone.
forget-goes = This goes at once
forget-stays = This has to stay, because the law wants it kept
forget-gifts = The gifts stay in the books, without a name: sums and proofs hold.
forget-confirm = Forget
forget-leave = Keep
# $token: what stands in the books instead of a name.
forgotten-now = Forgotten. In the books stands { $token }, and nothing leads from there to a person.
forgotten-left = Still kept, by law, and deleted by itself:
forgotten-backups = Older backups still know the name: please delete those that are not needed.
forgotten-done = Done
said-forgotten = Forgotten. In the books stands { $token }.

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
