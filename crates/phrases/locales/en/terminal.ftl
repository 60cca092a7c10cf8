# What the `groat` command says to people. Amounts, days and counts come in by the language's rules.

## Setting up and drives

# $organisation. $holder, $destination: the account.
terminal-init-done = { $organisation } is set up. Gifts go to { $holder }, { $destination }.
# $organisation
terminal-init-cash-only = { $organisation } is set up to collect cash. For codes, add an account: groat account add
# $path: the folder.
terminal-init-books = The books lie in { $path }.
terminal-init-next = Next, open a drive: groat drive open
# $title: what people call its codes. $destination: account, key or link. $id: what other commands
# call it by.
terminal-account-added = { $title }: gifts can go to { $destination } now ({ $id }).
# $destination
terminal-account-retired = Nothing is asked for with { $destination } any more. What was asked goes on.
terminal-account-list-empty = There is no account; this desk collects cash. Add one: groat account add
terminal-account-is-retired = retired

# $name: a person. $role: as below.
terminal-person-added = { $name } can sign in now ({ $role }).
terminal-person-next = Before the first time, this person sets up their phone in the window of Groat.
terminal-person-role = { $name }: { $role } from now on.
terminal-person-removed = { $name } cannot sign in any more. What was recorded stays.
terminal-person-list-empty = The desk knows no people yet. The first one is added in the window of Groat, with the office.
terminal-person-is-removed = removed
terminal-role-volunteer = volunteer
terminal-role-treasurer = treasurer
terminal-role-admin = admin
# Asked before a person types something that is not shown.
terminal-ask-pin = PIN:
terminal-ask-passphrase = Passphrase:
terminal-ask-code = Code from the phone:
terminal-ask-new-pin = New PIN, four to eight digits:
terminal-ask-new-passphrase = New passphrase, 15 characters or more:
# $name. $id: what other commands call it by.
terminal-drive-opened = The drive “{ $name }” is open ({ $id }).
terminal-drive-closed = The drive “{ $name }” is closed. A mistake in it can still be undone.
terminal-drive-list-empty = There are no drives yet. Open the first one: groat drive open
# $count
terminal-drive-list-heading =
    { $count ->
        [one] { $count } drive
       *[other] { $count } drives
    }
# $date: the day it was opened.
terminal-drive-open-since = open since { $date }
# $opened, $closed: days.
terminal-drive-closed-on = open from { $opened } to { $closed }

## Asking and recording

# $amount. $number: the gift number in groups.
terminal-asked = Asked for { $amount }. Gift number { $number }.
# $number
terminal-asked-any = Asked for any amount. Gift number { $number }.
# $number
terminal-asked-next = Once the donor’s phone says it is done: groat record seen { $number }
terminal-scan = Scan this inside your banking app.
terminal-scan-why = The ordinary camera shows only text.
terminal-scan-upi = Scan this with any UPI app.
# $app: the name of the app.
terminal-scan-app = Scan this with { $app }.
terminal-scan-camera = Scan this with the camera.
terminal-scan-lightning = Scan this with a Lightning wallet.
terminal-scan-bitcoin = Scan this with a Bitcoin wallet.
terminal-scan-ethereum = Scan this with an Ethereum wallet.
terminal-scan-solana = Scan this with a Solana wallet.
# $amount
terminal-type-amount = The code carries no amount; the donor types { $amount }.
terminal-number-stays-here = The gift number does not travel with this payment; it is found again by amount and time.
# $number. $amount.
terminal-seen = Seen on the donor’s phone: { $amount }, gift number { $number }.
# $number
terminal-seen-any = Seen on the donor’s phone, gift number { $number }. The amount is not known yet.
# $amount
terminal-recorded = Recorded: { $amount } in cash.
# $gift: what other commands call the gift by.
terminal-recorded-next = If that was a mistake: groat correct { $gift } --reason mistake
# $amount
terminal-corrected = Undone: { $amount } no longer counts. The correction stays visible in the books.
terminal-corrected-any = Undone: this ask no longer counts. The correction stays visible in the books.

## Words of tables

terminal-amount = Amount
terminal-any-amount = Any amount
terminal-holder = Account holder
terminal-payee = Payee
terminal-iban = IBAN
terminal-purpose = Purpose
terminal-number = Gift number
terminal-gift = Gift
terminal-when = When
terminal-state = State
terminal-rail = Way
terminal-state-asked = Asked
terminal-state-promised = Promised
terminal-state-in-hand = In hand
terminal-state-corrected = Undone
terminal-rail-cash = Cash
terminal-reason-mistake = A mistake
terminal-reason-not-given = Not given after all

## The report

# $drive, $organisation: names.
terminal-report-heading = { $drive }, { $organisation }
# $count. $sum.
terminal-report-in-hand =
    { $count ->
        [0] In hand: nothing yet
        [one] In hand: { $sum } from { $count } gift
       *[other] In hand: { $sum } from { $count } gifts
    }
# $count. $sum. Promised: somebody saw the payment on the donor's phone.
terminal-report-promised =
    { $count ->
        [0] Promised: nothing yet
        [one] Promised: { $sum } from { $count } gift
       *[other] Promised: { $sum } from { $count } gifts
    }
# $count. $sum. Asked: a code was shown, and nobody saw a payment yet.
terminal-report-asked =
    { $count ->
        [0] Asked: nothing open
        [one] Asked: { $sum } in { $count } code
       *[other] Asked: { $sum } in { $count } codes
    }
# $count: gifts without an amount in the line above.
terminal-report-without-amount =
    { $count ->
        [one] { $count } of them without an amount, counted and not summed
       *[other] { $count } of them without an amount, counted and not summed
    }
# $count
terminal-report-corrected =
    { $count ->
        [0] Undone: none
       *[other] Undone: { $count }
    }
# $goal. $missing.
terminal-report-goal = Goal: { $goal }; { $missing } to go
# $goal
terminal-report-goal-reached = Goal: { $goal }, reached
terminal-report-no-goal = No goal set
# $count
terminal-report-last =
    { $count ->
        [one] The last gift
       *[other] The last { $count } gifts
    }
terminal-report-empty = No gifts yet.

## Proving and exporting

# $file. $entries: how many.
terminal-backup-done =
    { $entries ->
        [one] Saved and proved: { $file } with 1 entry. It opens with a passphrase of the office or the recovery sheet.
       *[other] Saved and proved: { $file } with { $entries } entries. It opens with a passphrase of the office or the recovery sheet.
    }
# $day: of the backup. $entries: how many. $folder.
terminal-restore-done =
    { $entries ->
        [one] The backup of { $day } with 1 entry is restored to { $folder }.
       *[other] The backup of { $day } with { $entries } entries is restored to { $folder }.
    }
# $name: of a person.
terminal-recover-done = { $name } has a new passphrase. The code on the phone stays the same.
terminal-ask-sheet = Recovery sheet:

# $entries
terminal-verify-chain-holds =
    { $entries ->
        [one] { $entries } entry, every link of the chain holds.
       *[other] { $entries } entries, every link of the chain holds.
    }
# $entry: its number. $digits: six groups of five digits.
terminal-verify-checkpoint =
    Up to entry { $entry } the past is: { $digits }
    Whoever keeps these digits on paper can prove later that nothing before them was changed (groat verify --against).
terminal-verify-not-cut-off = Not proven: that nothing was cut off after the newest digits you have on paper.
terminal-verify-not-promises = Not proven: that a promise was kept. Only a bank statement shows that.
# $unsigned: how many entries.
terminal-verify-unsigned =
    { $unsigned ->
        [one] The oldest entry was written before this desk signed; the signature of the one after it covers it.
       *[other] The oldest { $unsigned } entries were written before this desk signed; the signature of the one after them covers them.
    }
# $entry: its number.
terminal-verify-against-holds = The digits from paper hold: nothing up to entry { $entry } was changed since they were written down.
terminal-verify-against-differs = The digits from paper do not belong to entry { $entry } of these books. Either a digit was misread, or the past was changed after they were written down.
terminal-verify-fold-agrees = The books agree with the journal.
# $entries
terminal-verify-progress =
    { $entries ->
        [one] { $entries } entry checked …
       *[other] { $entries } entries checked …
    }
# $troubles: how many things do not hold.
terminal-verify-troubles =
    { $troubles ->
        [one] { $troubles } thing does not hold:
       *[other] { $troubles } things do not hold:
    }
# $detail: in technical words.
terminal-verify-chain-broken = The chain is broken: { $detail }
# $table: its name. $rows: how many.
terminal-verify-fold-differs =
    { $rows ->
        [one] The table { $table } differs from the journal in { $rows } row; groat refold makes it anew.
       *[other] The table { $table } differs from the journal in { $rows } rows; groat refold makes it anew.
    }
# $detail: in technical words.
terminal-verify-contradiction = An entry does not follow from those before it: { $detail }
# $detail: what it belongs to.
terminal-verify-text-changed = A text kept beside the journal was changed: { $detail }
# $detail: the words of the database.
terminal-verify-file-damaged = The file of the books does not agree with itself: { $detail }
terminal-verify-stopped = Stopped before the end.
# $entries
terminal-refold-done =
    { $entries ->
        [one] The books were folded anew from { $entries } entry.
       *[other] The books were folded anew from { $entries } entries.
    }
# $file. $gifts: a count.
terminal-export-done =
    { $gifts ->
        [0] { $file } is written. There are no gifts in it yet.
        [one] { $file } is written, with { $gifts } gift.
       *[other] { $file } is written, with { $gifts } gifts.
    }
# $file
terminal-code-drawn = The code is drawn in { $file }.

## The practice drive

terminal-demo-start = A practice drive from the first ask to the export, on books that are thrown away. No bank has this account.
terminal-demo-set-up = First, who collects and where the money goes.
terminal-demo-drive = Then a drive with a goal.
terminal-demo-ask = A donor wants to give by phone. The code asks for it:
terminal-demo-seen = The donor’s phone says the payment is done; one tap marks it as seen.
terminal-demo-cash = The next donor puts coins on the table.
terminal-demo-mistake = A mistake is not erased: a correction undoes it, and both stay in the books.
terminal-demo-report = So this is where the drive stands:
terminal-demo-verify = The books can be proved at any time:
terminal-demo-export = For the treasurer, everything as a table:
terminal-demo-end = That was all. To begin in earnest: groat init
# The organisation, the account holder, the drive and the purpose of the practice drive.
terminal-demo-organisation = Friends of the Village Fountain
terminal-demo-holder = Village Fountain Trust
terminal-demo-name = Summer fair
terminal-demo-purpose = A new pump for the fountain

## Books that others write

# $face: window, terminal or unknown.
terminal-reading-only =
    { $face ->
        [window] For reading only: Groat’s window has these books open for writing.
        [terminal] For reading only: another groat command has these books open for writing.
       *[unknown] For reading only: these books are open for writing elsewhere.
    }

## What is odd about a code that was read

# The parts of a code and of an account, to be read before a colon and beside a field to fill in.
# $field: the name of the part; one that people hardly meet is shown as it is.
code-field =
    { $field ->
        [payload] Code
        [payee_name] Payee
        [payee_street] Street
        [payee_house_no] House number
        [payee_zip] Postal code
        [payee_city] Town
        [payee_country] Country
        [payer_name] Payer
        [payer_street] Payer’s street
        [payer_house_no] Payer’s house number
        [payer_zip] Payer’s postal code
        [payer_city] Payer’s town
        [payer_country] Payer’s country
        [iban] IBAN
        [bic] BIC
        [account] Account number
        [account_type] Kind of account
        [accounts] Accounts
        [alt_accounts] Other accounts
        [amount] Amount
        [min_amount] Least amount
        [currency] Currency
        [currency_code] Number of the currency
        [reference] Reference
        [reference_type] Kind of reference
        [reference2] Second reference
        [model] Reference model
        [message] Message
        [information] Note to the donor
        [purpose] Purpose code
        [category] Category of the purpose
        [version] Version
        [charset] Character set
        [format] Format
        [due_date] Due date
        [issue_date] Issue date
        [valid_until] Valid until
        [created_at] Made on
        [expiry] Last day
        [created_ms] Made at
        [expires_ms] Valid until
        [variable_symbol] Variable symbol
        [specific_symbol] Specific symbol
        [constant_symbol] Constant symbol
        [payer_reference] Payer’s reference
        [originators_reference] Originator’s reference
        [payment_type] Payment type
        [other_keys] Other keys
        [bill_information] Bill information
        [alternative_schemes] Alternative procedures
        [tax_id] Tax number
        [lock] Locked parts
        [editable] Parts the donor may change
        [shop_id] Shop
        [device_id] Device
        [invoice_id] Bill
        [customer_id] Customer
        [loyalty_id] Loyalty number
        [tax_code] Tax code
        [swish_number] Swish number
        [organisation_number] Organisation number
        [provider] Payment service
        [user] Name, number or link
        [link] Link
        [email] E-mail address
        [phone] Telephone number
        [token] Token
        [profile] Profile
        [country] Country
        [city] Town
        [postal_code] Postal code
        [mcc] Merchant category
        [tip] Tip
        [base_payload] Code from the bank
        [key] Key
        [key_type] Kind of key
        [kind] Kind
        [url] Web address
        [proxy] Registered number or address
        [proxy_type] Kind of registration
        [bill_number] Bill number
        [bank_code] Bank code
        [bank_bin] Number of the bank
        [service] Kind of transfer
        [terminal] Terminal
        [acquirer_id] Acquirer
        [merchant_id] Merchant number
        [account_id] Account ID
        [acquiring_bank] Bank
        [mobile] Mobile number
        [store] Store
        [vpa] UPI ID
        [address] Address
        [label] Label
        [lightning] Lightning invoice
        [lno] Lightning offer
        [lightning_address] Lightning address
        [network] Network
        [amount_msat] Amount in millisatoshi
        [description] Description
        [timestamp] Made at
        [expiry_s] Seconds it is valid
        [issuer] Issuer
        [chain_id] Number of the chain
        [recipient] Recipient’s address
        [spl_token] Token
        [memo] Memo
       *[other] { $field }
    }
