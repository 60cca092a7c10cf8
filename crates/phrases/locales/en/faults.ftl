# What went wrong, told to a person: `fault-<code>` says what and where, `fault-<code>-hint` what to
# do. Plain words, whole sentences, nobody blamed. Comments name the values a sentence is given.

## Amounts

fault-amount-empty = The amount is missing.
fault-amount-empty-hint = Please choose or type an amount.
# $found: the first sign that does not belong. $example: an amount in the signs that are read here.
fault-amount-unreadable = “{ $found }” does not belong in an amount.
fault-amount-unreadable-hint = Please write amounts like this: { $example }
# $found: the sign in question. $example: as above.
fault-amount-ambiguous = The “{ $found }” in this amount can mean two things, so nothing was guessed.
fault-amount-ambiguous-hint = Please write amounts like this: { $example }
fault-amount-negative = An amount cannot be less than nothing.
fault-amount-negative-hint = A gift recorded by mistake can be undone in the list of gifts.
fault-amount-zero = The amount is zero.
fault-amount-zero-hint = If the donor is to choose, ask for “Any amount”.
# $currency: three letters. $decimals: a count.
fault-amount-too-precise =
    { $decimals ->
        [0] Amounts in { $currency } have no decimals.
        [one] Amounts in { $currency } have one decimal at most.
       *[other] Amounts in { $currency } have { $decimals } decimals at most.
    }
fault-amount-too-precise-hint = Please leave out the digits beyond; nothing is rounded here.
# $max: the largest amount.
fault-amount-too-large = This amount is too large: { $max } is the most.
fault-amount-too-large-hint = Perhaps a zero slipped in?

## The account

fault-iban-empty = The IBAN is missing.
fault-iban-empty-hint = It stands on the bank statement and in the banking app.
# $country: the first two signs.
fault-iban-unknown-country = No IBAN begins with “{ $country }”.
fault-iban-unknown-country-hint = An IBAN begins with two letters for its country, such as DE, AT or NL.
# $country-name. $expected, $found: counts of characters.
fault-iban-wrong-length = An IBAN of this country ({ $country-name }) has { $expected } characters; this one has { $found }.
fault-iban-wrong-length-hint = Please compare it with the bank statement, four characters at a time.
# $position: counted from 1, without blanks. $expected: digit, capital or capital-or-digit.
fault-iban-wrong-structure =
    { $expected ->
        [digit] Character { $position } of this IBAN must be a digit.
        [capital] Character { $position } of this IBAN must be a letter.
       *[capital-or-digit] Character { $position } of this IBAN must be a letter or a digit.
    }
fault-iban-wrong-structure-hint = The letters O and I are easily taken for the digits 0 and 1.
fault-iban-check-digits = This IBAN is not right: its check digits do not fit.
fault-iban-check-digits-hint = Most likely two digits are swapped or one is mistyped. Please compare it digit by digit with the bank statement.
# $found: the sign. $position: counted from 1, without blanks.
fault-iban-foreign-sign = “{ $found }” (character { $position }) does not belong in an IBAN.
fault-iban-foreign-sign-hint = An IBAN has only the letters A to Z and the digits 0 to 9; blanks do no harm.
# $country-name
fault-iban-outside-sepa = Codes for the banking app do not reach accounts in this country ({ $country-name }).
fault-iban-outside-sepa-hint = Please use an account in the SEPA area: the EU and some of its neighbours.
# $country-name
fault-bic-missing = For an account in this country ({ $country-name }) the BIC is needed too.
fault-bic-missing-hint = It stands beside the IBAN on the bank statement.
fault-bic-malformed = This is not a complete BIC.
fault-bic-malformed-hint = A BIC has 8 or 11 letters and digits, such as MARKDEF1100.

# $found: what was given.
fault-standard-unknown = Groat knows no standard of payment codes called “{ $found }”.
fault-standard-unknown-hint = In the terminal, groat code advise names those that suit a country.
fault-account-unknown = There is no such account in these books.
fault-account-unknown-hint = Please choose one from the list (in the terminal: groat account list).
# $account: the account, short.
fault-account-retired = The account { $account } is retired; nothing is asked for with it any more.
fault-account-retired-hint = Please choose another one. What it was asked for before goes on.
fault-account-repeated = Gifts go to this account already.
fault-account-repeated-hint = It can be chosen as it is.
# $account: the account, short. $currency: three letters.
fault-account-other-currency = The codes of { $account } carry other currencies, and this drive collects { $currency }.
fault-account-other-currency-hint = Please choose another account, or open a drive in its currency.
# $currency: three letters.
fault-no-account = There is no account that can be asked for { $currency }.
fault-no-account-hint = Cash can be recorded. For codes, please add an account (in the terminal: groat account add).
# $country: what was given.
fault-country-unknown = “{ $country }” is not a country.
fault-country-unknown-hint = Countries are named by two letters, such as DE or BR.

## Names and texts

fault-name-empty = The name of the organisation is missing.
fault-name-empty-hint = Please write it as donors know it.
# $max, $found: counts of characters.
fault-name-too-long = This name has { $found } characters; there is room for { $max }.
fault-name-too-long-hint = Please shorten it.
fault-holder-empty = The account holder is missing.
fault-holder-empty-hint = Please write the name exactly as on the bank statement: the donor’s bank compares it with the IBAN.
# $max, $found: counts of characters.
fault-holder-too-long = This account holder has { $found } characters; banks carry { $max }.
fault-holder-too-long-hint = Please use the short form that the bank itself prints on the statement.
# $found: the sign. $position: counted from 1.
fault-holder-sign = Banks do not carry “{ $found }” (character { $position }) in a name.
fault-holder-sign-hint = Please write the name exactly as on the bank statement.
fault-drive-name-empty = The drive has no name yet.
fault-drive-name-empty-hint = A short one is best, such as “Summer fair”.
# $max, $found: counts of characters.
fault-drive-name-too-long = This name has { $found } characters; there is room for { $max }.
fault-drive-name-too-long-hint = Please shorten it.
fault-purpose-empty = The line that says what the money is for is missing.
fault-purpose-empty-hint = Donors read it in their banking app, such as “New swings for the playground”.
# $max, $found: counts of characters.
fault-purpose-too-long = This line has { $found } characters; there is room for { $max }.
fault-purpose-too-long-hint = Please shorten it: it has to fit into the bank transfer.
# $found: the sign. $position: counted from 1.
fault-purpose-sign = Banks do not carry “{ $found }” (character { $position }) in a transfer.
fault-purpose-sign-hint = Letters, digits and ordinary punctuation reach every bank.
# The fields a text may stand in, to be read before a colon or comma.
text-field =
    { $field ->
        [name] Name
        [holder] Account holder
        [iban] IBAN
        [bic] BIC
        [purpose] What the money is for
        [goal] Goal
        [contact] Contact
        [message] Message
        [tax_number] Tax number
        [amount] Amount
        [search] Search
       *[other] { $field }
    }
# $field: a token of text-field. $position: counted from 1.
fault-text-control-sign = { text-field }, character { $position }: an invisible control character stands here.
fault-text-control-sign-hint = It often slips in when text is copied. Please type this text by hand.
# $field: a token of text-field. $position: counted from 1.
fault-text-direction-mark = { text-field }, character { $position }: an invisible mark stands here that turns the direction of writing.
fault-text-direction-mark-hint = Such a mark can make a text look like another. Please type this text by hand.
fault-text-line-break = This text has to stand on one line.
fault-text-line-break-hint = Please put a blank in place of the line break.
# $bytes, $max: sizes.
fault-code-too-long = Together the texts are too long for the code: they take { $bytes } places, and it has { $max }.
fault-code-too-long-hint = Please shorten the line that says what the money is for. Letters such as ä or é take two places each.
fault-suggested-repeated = Two of the suggested amounts are the same.
fault-suggested-repeated-hint = Please choose three different ones.

## The desk, its drives and gifts

fault-not-set-up = It is not set up yet who collects here.
fault-not-set-up-hint = Please enter the organisation and its account first (in the terminal: groat init).
fault-already-set-up = An organisation is already set up here.
fault-already-set-up-hint = Another organisation needs books of its own (in the terminal: --books).
# $name. $date: the day.
fault-drive-closed = The drive “{ $name }” was closed on { $date }.
fault-drive-closed-hint = A mistake in it can still be undone. For new gifts, please open a new drive.
fault-drive-unknown = There is no such drive in these books.
fault-drive-unknown-hint = Please choose one from the list (in the terminal: groat drive list).
fault-gift-unknown = There is no such gift in these books.
fault-gift-unknown-hint = Please look for it in the list of gifts, by number or amount.
fault-gift-already-seen = This gift has already been marked as seen.
fault-gift-already-corrected = This gift has already been undone.
fault-gift-already-corrected-hint = The correction stays in the books. If the gift was given after all, please record it anew.
fault-gift-not-asked = Cash is in hand already; only a gift asked for with a code can be marked as seen.
fault-number-malformed = A gift number has ten digits.
fault-number-malformed-hint = It stands below the code, such as 1042 618 037.
fault-number-check-digit = There is no such gift number: a digit is mistyped, or two are swapped.
fault-number-check-digit-hint = Please compare it digit by digit.

## The books

# $found: what was typed.
fault-checkpoint-malformed = “{ $found }” is no checkpoint.
fault-checkpoint-malformed-hint = Please type the number of the entry, a colon and the thirty digits as they are printed, for example 812: 69076 74099 97721 35623 92065 52226.
# $face: window, terminal or unknown. $user: the name on this computer. $process: its number.
# $since: day and time.
fault-books-held =
    { $face ->
        [window] Groat’s window has these books open for writing (user { $user }, process { $process }, since { $since }).
        [terminal] A groat command in the terminal has these books open for writing (user { $user }, process { $process }, since { $since }).
       *[unknown] These books are open for writing elsewhere.
    }
fault-books-held-hint = Reading is possible meanwhile. To write here, please close them there first.
fault-books-read-only = These books are open for reading only, so nothing was recorded.
fault-books-read-only-hint = Please close them everywhere else, and then open them here again.
# $path: the folder.
fault-books-missing = There are no books in { $path }.
fault-books-missing-hint = Please check the folder. In the terminal, groat init makes new books there.
# $found, $supported: numbers of the format.
fault-books-out-of-date = These books were written by an earlier Groat (format { $found }; this one reads { $supported }).
fault-books-out-of-date-hint = Please open them once to write here; a copy of the earlier format is kept beside them.
# $found, $supported: numbers of the format.
fault-books-too-new = These books were written by a newer Groat (format { $found }; this one reads up to { $supported }).
fault-books-too-new-hint = Please install the newest Groat. Nothing was changed.
# $detail: what does not fit, in technical words.
fault-books-damaged = The books are damaged ({ $detail }).
fault-books-damaged-hint = Nothing was changed. Please keep a copy of the folder as it is; in the terminal, groat verify shows what still holds.
# $detail: the system's own words.
fault-books-unavailable = The books cannot be reached ({ $detail }).
fault-books-unavailable-hint = Please check that the folder is there and may be written to, and try again.
# $path: the folder of the books.
fault-books-key-missing = This computer does not have the key of the books in { $path }.
fault-books-key-missing-hint = They were made on another computer or by another user. Please open them there and save a backup: it can be restored here with the passphrase or the recovery sheet.
fault-books-key-refused = The key on this computer does not open the books.
fault-books-key-refused-hint = Either their file is damaged, or it belongs to other books. Nothing was changed. Please keep a copy of the folder as it is, and restore the newest backup.
fault-no-cipher = This program was built without encryption, so it opens and makes no books.
fault-no-cipher-hint = Please get the program anew from where it is published.
fault-disk-full = The disk is full, so nothing was recorded.
fault-disk-full-hint = Please make some room and try again.
fault-backup-unreadable = This file is not a backup of Groat, or not a whole one.
fault-backup-unreadable-hint = Please choose the file that was saved as a backup. If it was copied from a stick, please copy it once more.
# $found, $supported: numbers of formats.
fault-backup-too-new = This backup was made by a newer Groat (form { $found }; this one knows up to { $supported }).
fault-backup-too-new-hint = Please install the newest Groat here and try again. The file is not changed.
fault-backup-secret-wrong = This opens nothing in the backup.
fault-backup-secret-wrong-hint = Please type the passphrase of a treasurer or admin as it was when the backup was made, or everything on the recovery sheet.
fault-backup-not-good = The backup does not hold.
fault-backup-not-good-hint = Nothing was changed. Please use an older backup, or save a new one to another place.
fault-recovery-sheet-wrong = This recovery sheet does not belong to these books.
fault-recovery-sheet-wrong-hint = Please take the sheet that was printed when the office of these books was set up.
fault-books-there = There are books already in this place.
fault-books-there-hint = A backup is restored only where there are none. Please choose another folder, or move the books away first.
fault-stopped = Stopped before the end; nothing was changed.
fault-stopped-hint = You can begin again whenever you like.
# $path. $detail: the system's own words.
fault-file-not-written = { $path } could not be written ({ $detail }).
fault-file-not-written-hint = Please choose another folder or another name.

## Calls and codes

fault-command-unknown = Groat does not know this call.
fault-command-not-allowed = This window may not do that.
# $detail: what does not fit, in technical words.
fault-arguments-malformed = Groat could not read what was asked of it ({ $detail }).
fault-payload-unknown-standard = This code follows no standard that Groat knows.
fault-payload-unknown-standard-hint = Groat reads the payment codes of banks, payment services and wallets.
# $detail: what does not fit, in technical words.
fault-payload-malformed = This code does not follow the rules of its standard ({ $detail }).
# $drive, $currency: three letters each.
fault-currency-differs = This drive collects { $drive }; the amount is in { $currency }.
fault-currency-differs-hint = Amounts in { $currency } need a drive of their own.
fault-amount-needed = The codes of this account need an amount.
fault-amount-needed-hint = Please choose or type one, or ask for another account.
# $max: how many digits it may have.
fault-symbol-malformed = This has to be a number of at most { $max } digits.
fault-symbol-malformed-hint = Letters, blanks and hyphens have no place in it.
# $found: what was given.
fault-date-malformed = “{ $found }” is not a day of the calendar.
fault-date-malformed-hint = A day is written as year, month and day, such as 2026-12-24.
fault-payload-checksum = This code is damaged: its checksum does not fit.
fault-payload-checksum-hint = Please scan it again. If that changes nothing, the code was altered after it was made.
# $currency: what was given.
fault-currency-unknown = “{ $currency }” is not a currency.
fault-currency-unknown-hint = Currencies are named by three capital letters, such as CZK.
fault-purpose-code-malformed = A purpose code has one to four capital letters or digits.
fault-purpose-code-malformed-hint = For gifts it is CHAR; it may be left out.
fault-reference-malformed = This is not a creditor reference.
fault-reference-malformed-hint = It begins with RF and two digits, followed by up to 21 letters and digits.
fault-reference-check-digits = This reference is not right: its check digits do not fit.
fault-reference-check-digits-hint = Most likely two digits are swapped or one is mistyped.
fault-reference-too-long = This reference is too long.
fault-reference-empty = The reference is missing.
# $found: the sign. $position: counted from 1, without blanks.
fault-reference-sign = “{ $found }” (character { $position }) does not belong in this reference.
# $needed, $found: counts of characters.
fault-reference-too-short = This reference is too short: it needs at least { $needed } characters and has { $found }.
# $expected: letters and digits, such as SI12.
fault-reference-no-prefix = This reference does not begin with { $expected }.
# $max: how many blocks it may have.
fault-reference-blocks = Hyphens part this reference into too many blocks, or into an empty one; there may be { $max }.
fault-reference-zero = Zeros alone are not a reference.
fault-reference-length-digit = This reference is not right: its length digit does not fit.
fault-reference-length-digit-hint = The digit before the last one repeats the last digit of the length. Most likely a digit is missing or doubled.
fault-reference-no-check-digit = No check digit exists for this number, so it cannot become a reference.
fault-reference-no-check-digit-hint = Please take the next number.
fault-remittance-both = A code carries either a creditor reference or a text, not both.
fault-remittance-both-hint = Please leave one of them out.
fault-information-too-long = The note to the donor is too long for the code.
fault-information-too-long-hint = There is room for 70 characters.

## Parts of a code that its standard does not take

# $field, here and below: the part it is about, as people know it.
fault-field-missing = { $field }: this is missing.
fault-field-missing-hint = There is no code without it.
fault-field-not-carried = { $field }: this code has no place for it.
fault-field-not-carried-hint = Please leave it out.
fault-field-kind = { $field }: this is of the wrong kind, such as a list where a text belongs.
# $max, $found: counts of characters.
fault-field-too-long = { $field }: this has { $found } characters; there is room for { $max }.
fault-field-too-long-hint = Please shorten it.
# $max, $found: counts.
fault-field-too-many = { $field }: there are { $found }; there is room for { $max }.
fault-field-too-many-hint = Please leave out the least important ones.
# $found: a count of characters. $allowed: the counts there may be, parted by commas.
fault-field-length = { $field }: this has { $found } characters; possible are { $allowed }.
fault-field-length-hint = Most likely one is missing or typed twice.
# $max, $found: sizes.
fault-field-bytes = { $field }: this takes { $found } places; there is room for { $max }.
fault-field-bytes-hint = Please shorten the texts. Letters such as ä or é take two places each.
# $found: the sign. $position: counted from 1.
fault-field-sign = { $field }, character { $position }: “{ $found }” cannot stand there.
fault-field-sign-hint = Please write it in letters, digits and ordinary punctuation.
# $example: one that is right.
fault-field-form = { $field }: this is not of the right form.
fault-field-form-hint = A right one looks like this: { $example }
# $found: what stands there. $allowed: what may stand there, parted by commas.
fault-field-not-one-of = { $field }: “{ $found }” is not possible here.
fault-field-not-one-of-hint = Possible are: { $allowed }
# $other: the part it excludes.
fault-field-not-with = { $field } and { $other } exclude each other.
fault-field-not-with-hint = Please leave one of them out.
# $other: the part it needs.
fault-field-needs = { $field }: this needs one more part ({ $other }).
fault-field-needs-hint = Please fill in both, or leave both out.
fault-field-repeated = { $field }: this stands twice.
fault-field-repeated-hint = Please leave one of them out.
fault-check-digits = { $field }: the check digits do not fit.
fault-check-digits-hint = Most likely two digits are swapped or one is mistyped.
fault-mixed-case = { $field }: capitals and small letters are mixed.
fault-mixed-case-hint = Please copy it as it was given out; most likely a letter changed its size on the way.
# $found: what stands there.
fault-not-decimal = { $field }: “{ $found }” is not a number.
fault-not-decimal-hint = A number has digits and at most one dot, such as 1000.50.
# $decimals: a count.
fault-too-precise =
    { $decimals ->
        [0] { $field }: decimals have no place here.
        [one] { $field }: there may be one decimal at most.
       *[other] { $field }: there may be { $decimals } decimals at most.
    }
fault-too-precise-hint = Please leave out the digits beyond; nothing is rounded here.
# $max, $min: numbers.
fault-too-large = { $field }: { $max } is the most.
fault-too-small = { $field }: { $min } is the least.
# $found: what stands there.
fault-version-unknown = Groat does not know version “{ $found }” of this standard.
# $position: counted from 1.
fault-not-in-charset = This code cannot be read: byte { $position } has no meaning in its character set.
fault-not-in-charset-hint = Please scan it again. If that changes nothing, the code was made with a mistake.
fault-bound = { $field }: whoever issued this code bound it against changes.
fault-bound-hint = It can only be shown as it is.
fault-other-network = { $field }: this belongs to another network, such as a test network.
fault-other-network-hint = Money sent there would be lost. Please use an address of the main network.
fault-one-time = { $field }: this code is for one payment or for a short time only.
fault-one-time-hint = Please ask whoever issued it for one that can be paid again and again.

## People and the office

fault-desk-locked = The desk is locked.
fault-desk-locked-hint = Please sign in first.
fault-right-missing = Your role does not include this.
fault-right-missing-hint = Please ask a treasurer or an admin to do it.
fault-code-needed = This needs a fresh code from the phone.
fault-code-needed-hint = Please type the six digits that the phone shows now.
fault-approval-needed = This needs a second person to approve it.
fault-approval-needed-hint = Please ask another treasurer or admin to approve it here with passphrase and code.
fault-approval-own = Nobody can approve what they do themselves.
fault-approval-own-hint = Please ask another treasurer or admin.
fault-office-missing = No office has been set up yet.
fault-office-missing-hint = People, roles and the names of donors come with the office. Please set it up first.
fault-office-exists = The office has been set up already.
fault-office-exists-hint = An admin can add more people under “People”.
fault-office-not-begun = Setting up the office was not begun, or it was called off.
fault-office-not-begun-hint = Please begin again; nothing was saved.
fault-recovery-unchecked = The recovery sheet has not been typed back yet.
fault-recovery-unchecked-hint = Please type what stands on the sheet. Without the sheet, a forgotten passphrase cannot be helped.
# $group: which group of signs, counted from 1.
fault-recovery-mistyped = Group { $group } is not the one on the recovery sheet.
fault-recovery-mistyped-hint = Please look at these five signs again.
# $found: a count of signs.
fault-recovery-length =
    { $found ->
        [one] The recovery sheet has 40 signs; this is one sign.
       *[other] The recovery sheet has 40 signs; these are { $found }.
    }
fault-recovery-length-hint = Please type all eight groups of five signs.
fault-pin-wrong = This is not the right PIN.
fault-pin-wrong-hint = Please try again. If it is forgotten, an admin can give a new one.
fault-pin-weak = This PIN is one of the first that anybody would try.
fault-pin-weak-hint = Please choose digits that neither repeat nor count up or down.
fault-pin-malformed = A PIN has four to eight digits.
fault-pin-malformed-hint = Please use only the digits 0 to 9.
fault-passphrase-wrong = This is not the right passphrase.
fault-passphrase-wrong-hint = Please try again; capitals and small letters differ. If it is forgotten, another admin can give a new one.
# $min, $found: counts of characters.
fault-passphrase-short = A passphrase needs at least { $min } characters; this one has { $found }.
fault-passphrase-short-hint = Several words that do not belong together are easy to remember and hard to guess.
# $max, $found: counts of characters.
fault-passphrase-long = A passphrase has at most { $max } characters; this one has { $found }.
fault-passphrase-long-hint = Please leave something out.
fault-passphrase-common = This passphrase is made of words that are tried first.
fault-passphrase-common-hint = Please take other words, or have some suggested.
fault-passphrase-pattern = This passphrase repeats itself or runs along the keyboard.
fault-passphrase-pattern-hint = Please take several different words, or have some suggested.
fault-code-malformed = This is no code.
fault-code-malformed-hint = A code from the phone has six digits, a recovery code 24 letters and digits.
fault-code-wrong = This code is not right.
fault-code-wrong-hint = Please type the code that the phone shows now. It changes every half minute.
fault-code-used = This code was used already.
fault-code-used-hint = Please wait for the next one; that takes half a minute at most.
fault-code-same = The second code is the first one again.
fault-code-same-hint = Please wait until the phone shows another code, and type that.
# $minutes: a count. $direction: ahead or behind, the phone against this computer.
fault-clock-differs =
    { $direction ->
        [behind] { $minutes ->
            [one] This code belongs to a minute ago.
           *[other] This code belongs to { $minutes } minutes ago.
        }
       *[ahead] { $minutes ->
            [one] The phone’s clock is a minute ahead of this computer’s.
           *[other] The phone’s clock is { $minutes } minutes ahead of this computer’s.
        }
    }
fault-clock-differs-hint = Please compare the clocks of phone and computer and set the wrong one right, or type a newer code.
fault-recovery-code-wrong = No unused recovery code is this one.
fault-recovery-code-wrong-hint = Please compare it with the list. Every code counts once, and a new list replaces the old one.
# $minutes: a count.
fault-wait-first =
    { $minutes ->
        [one] There were too many wrong tries. The next one can be made in a minute.
       *[other] There were too many wrong tries. The next one can be made in { $minutes } minutes.
    }
fault-wait-first-hint = Other people can sign in meanwhile.
fault-person-locked-out = There were a hundred wrong tries, so nobody can sign in with this name.
fault-person-locked-out-hint = An admin can give a new PIN or passphrase.
fault-person-missing = These books know people, and nobody said who is asking.
fault-person-missing-hint = Please say so with --as NAME. The names are listed by groat person list.
# $variable: the name of a variable of the environment.
fault-secret-missing = PIN, passphrase or code is missing, and nobody can be asked here.
fault-secret-missing-hint = It can be handed in as { $variable }.
fault-person-unknown = Nobody here has this name.
fault-person-unknown-hint = Please choose a person from the list.
fault-person-name-empty = The person’s name is missing.
fault-person-name-empty-hint = The name is what people at the desk choose when they sign in.
# $max, $found: counts of characters.
fault-person-name-too-long = A person’s name has at most { $max } characters; this one has { $found }.
fault-person-name-too-long-hint = A first name is enough.
# $name: as it was typed.
fault-person-name-taken = Somebody else here is called { $name }.
fault-person-name-taken-hint = Please add something that tells the two apart.
fault-last-admin = Without an admin nobody could ever add people again.
fault-last-admin-hint = Please make somebody else an admin first.
fault-factor-missing = No phone shows codes for this person yet.
fault-factor-missing-hint = Please set that up first; it takes a minute.
fault-factor-not-begun = Setting up the phone was not begun, or it took too long.
fault-factor-not-begun-hint = Please begin again; nothing was saved.
fault-four-eyes-too-few = Approving needs two people whose phones show codes.
fault-four-eyes-too-few-hint = Please add another treasurer or admin and set up their phone first.
fault-people-too-many = The office has no room for more people.
fault-people-too-many-hint = Please remove people who do not work here any more.
fault-donor-name-empty = The donor’s name is missing.
fault-donor-name-empty-hint = Without a name nothing needs to be noted: the gift is in the books already.
# $field: a token of text-field. $max, $found: counts of characters.
fault-donor-text-too-long = { text-field }: there is room for { $max } characters; this has { $found }.
fault-donor-text-too-long-hint = Please shorten it.
fault-donor-unknown = This donor is not in these books.
fault-donor-unknown-hint = Please look in the list of donors; somebody may have noted them under another name.
fault-memory-short = This computer has too little free memory to check the secret.
fault-memory-short-hint = Please close other programs and try again.

## Anything else

fault-internal = Something went wrong inside Groat that should never happen.
fault-internal-hint = What was recorded before is safe in the books. Please start Groat again.
