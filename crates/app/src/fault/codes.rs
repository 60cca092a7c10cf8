//! The stable codes of all faults, and the kinds that decide the exit status.

/// The kinds of faults, which decide the exit status of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What was typed or handed in cannot be used.
    Input,
    /// A rule of the books refuses it.
    Rule,
    /// The books are damaged, held by somebody else, or cannot be reached.
    Books,
    /// Anything else.
    Other,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident $text:literal $kind:ident;)*) => {
        /// The codes of all faults. Each has a sentence in every language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// The stable word of the code.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }

            /// What kind of fault it is.
            #[must_use]
            pub fn kind(self) -> Kind {
                match self { $(Code::$name => Kind::$kind,)* }
            }
        }
    };
}

codes! {
    /// No amount was given.
    AmountEmpty "amount-empty" Input;
    /// A sign that does not belong into an amount.
    AmountUnreadable "amount-unreadable" Input;
    /// A decimal or grouping sign that may mean two things.
    AmountAmbiguous "amount-ambiguous" Input;
    /// A minus before the amount.
    AmountNegative "amount-negative" Input;
    /// Nothing is no gift.
    AmountZero "amount-zero" Input;
    /// More decimals than the currency has.
    AmountTooPrecise "amount-too-precise" Input;
    /// More than a code or the books carry.
    AmountTooLarge "amount-too-large" Input;
    /// Two suggested amounts are the same.
    SuggestedRepeated "suggested-repeated" Input;
    /// An amount in another currency than the drive's.
    CurrencyDiffers "currency-differs" Input;
    /// A standard whose codes need an amount.
    AmountNeeded "amount-needed" Input;
    /// Three letters that name no currency.
    CurrencyUnknown "currency-unknown" Input;

    /// No IBAN was given.
    IbanEmpty "iban-empty" Input;
    /// The first two letters name no country with IBANs.
    IbanUnknownCountry "iban-unknown-country" Input;
    /// Too short or too long for its country.
    IbanWrongLength "iban-wrong-length" Input;
    /// A letter where a digit stands in this country, or the other way round.
    IbanWrongStructure "iban-wrong-structure" Input;
    /// The two check digits do not fit the rest.
    IbanCheckDigits "iban-check-digits" Input;
    /// A sign that no IBAN has.
    IbanForeignSign "iban-foreign-sign" Input;
    /// Euro transfers by code do not reach this country.
    IbanOutsideSepa "iban-outside-sepa" Input;
    /// Outside the EEA a code needs the bank's BIC.
    BicMissing "bic-missing" Input;
    /// Not eight or eleven letters and digits in the form of a BIC.
    BicMalformed "bic-malformed" Input;

    /// A name that is no standard's.
    StandardUnknown "standard-unknown" Input;
    /// There is no such account.
    AccountUnknown "account-unknown" Input;
    /// The account is retired.
    AccountRetired "account-retired" Rule;
    /// The same account is there already.
    AccountRepeated "account-repeated" Rule;
    /// The codes of the account carry other currencies.
    AccountOtherCurrency "account-other-currency" Rule;
    /// No account can be asked for in the currency of the drive.
    NoAccount "no-account" Rule;
    /// Two letters that name no country.
    CountryUnknown "country-unknown" Input;

    /// The organisation has no name.
    NameEmpty "name-empty" Input;
    /// The organisation's name is too long.
    NameTooLong "name-too-long" Input;
    /// No account holder was given.
    HolderEmpty "holder-empty" Input;
    /// The account holder does not fit the code.
    HolderTooLong "holder-too-long" Input;
    /// The account holder has a sign that banks do not carry.
    HolderSign "holder-sign" Input;
    /// The drive has no name.
    DriveNameEmpty "drive-name-empty" Input;
    /// The drive's name is too long.
    DriveNameTooLong "drive-name-too-long" Input;
    /// No line says what the money is for.
    PurposeEmpty "purpose-empty" Input;
    /// The purpose does not fit the code.
    PurposeTooLong "purpose-too-long" Input;
    /// The purpose has a sign that banks do not carry.
    PurposeSign "purpose-sign" Input;
    /// A control character in a text.
    TextControlSign "text-control-sign" Input;
    /// A mark that turns the direction of writing.
    TextDirectionMark "text-direction-mark" Input;
    /// A line break in a text of one line.
    TextLineBreak "text-line-break" Input;
    /// All texts together are too long for the code.
    CodeTooLong "code-too-long" Input;

    /// Nobody said yet who collects.
    NotSetUp "not-set-up" Rule;
    /// It was said already who collects.
    AlreadySetUp "already-set-up" Rule;
    /// The drive is closed.
    DriveClosed "drive-closed" Rule;
    /// There is no such drive.
    DriveUnknown "drive-unknown" Input;
    /// There is no such gift.
    GiftUnknown "gift-unknown" Input;
    /// The gift was seen before.
    GiftAlreadySeen "gift-already-seen" Rule;
    /// The gift was corrected before.
    GiftAlreadyCorrected "gift-already-corrected" Rule;
    /// Cash cannot be seen on a phone.
    GiftNotAsked "gift-not-asked" Rule;
    /// Not the ten digits of a gift number.
    NumberMalformed "number-malformed" Input;
    /// The check digit of a gift number does not fit.
    NumberCheckDigit "number-check-digit" Input;

    /// Not an entry and thirty digits.
    CheckpointMalformed "checkpoint-malformed" Input;
    /// Somebody else has the books open for writing.
    BooksHeld "books-held" Books;
    /// The books can only be read here.
    BooksReadOnly "books-read-only" Books;
    /// There are no books.
    BooksMissing "books-missing" Books;
    /// An earlier program wrote the books, and they are open for reading only.
    BooksOutOfDate "books-out-of-date" Books;
    /// A later program wrote the books.
    BooksTooNew "books-too-new" Books;
    /// The books contradict themselves.
    BooksDamaged "books-damaged" Books;
    /// The books cannot be reached.
    BooksUnavailable "books-unavailable" Books;
    /// This computer does not have the key of the books.
    BooksKeyMissing "books-key-missing" Books;
    /// The key does not open the books, or their first page is damaged.
    BooksKeyRefused "books-key-refused" Books;
    /// This program was built without the cipher.
    NoCipher "no-cipher" Books;
    /// The disk is full.
    DiskFull "disk-full" Books;
    /// The file is no backup, or not a whole one.
    BackupUnreadable "backup-unreadable" Input;
    /// A later program made the backup.
    BackupTooNew "backup-too-new" Input;
    /// Neither a passphrase of the office nor the recovery sheet of a backup.
    BackupSecretWrong "backup-secret-wrong" Input;
    /// A backup that was made or opened, and does not hold.
    BackupNotGood "backup-not-good" Books;
    /// The recovery sheet is that of other books.
    RecoverySheetWrong "recovery-sheet-wrong" Input;
    /// Books stand where a backup should be restored.
    BooksThere "books-there" Rule;
    /// Long work was stopped by the person.
    Stopped "stopped" Other;
    /// A file could not be written.
    FileNotWritten "file-not-written" Other;

    /// There is no such command.
    CommandUnknown "command-unknown" Input;
    /// This window may not do that.
    CommandNotAllowed "command-not-allowed" Rule;
    /// What was handed to a command is not what it takes.
    ArgumentsMalformed "arguments-malformed" Input;

    /// No such standard of payment codes.
    PayloadUnknownStandard "payload-unknown-standard" Input;
    /// The text is not a code of its standard.
    PayloadMalformed "payload-malformed" Input;
    /// The checksum of a code does not fit its text.
    PayloadChecksum "payload-checksum" Input;
    /// A symbol or reference that is not digits, or too many.
    SymbolMalformed "symbol-malformed" Input;
    /// No day of the calendar.
    DateMalformed "date-malformed" Input;
    /// A purpose code is at most four letters or digits.
    PurposeCodeMalformed "purpose-code-malformed" Input;
    /// A structured reference of the wrong form.
    ReferenceMalformed "reference-malformed" Input;
    /// The check digits of a reference do not fit.
    ReferenceCheckDigits "reference-check-digits" Input;
    /// A reference is too long.
    ReferenceTooLong "reference-too-long" Input;
    /// No reference where one is needed.
    ReferenceEmpty "reference-empty" Input;
    /// A sign that does not belong into this scheme's references.
    ReferenceSign "reference-sign" Input;
    /// A reference with fewer signs than its scheme needs.
    ReferenceTooShort "reference-too-short" Input;
    /// A reference without the letters or digits its scheme begins with.
    ReferenceNoPrefix "reference-no-prefix" Input;
    /// A reference in blocks, too many or an empty one.
    ReferenceBlocks "reference-blocks" Input;
    /// Zeros alone, which stand for no reference.
    ReferenceZero "reference-zero" Input;
    /// The length digit of an OCR number does not fit.
    ReferenceLengthDigit "reference-length-digit" Input;
    /// The scheme has no check digit for this number.
    ReferenceNoCheckDigit "reference-no-check-digit" Input;
    /// A structured reference and a text exclude each other.
    RemittanceBoth "remittance-both" Input;
    /// The information for the payer is too long.
    InformationTooLong "information-too-long" Input;

    /// A part without which there is no code.
    FieldMissing "field-missing" Input;
    /// A part the standard has no place for.
    FieldNotCarried "field-not-carried" Input;
    /// A list where a text is needed, or the other way round.
    FieldKind "field-kind" Input;
    /// A part with more characters than the standard has.
    FieldTooLong "field-too-long" Input;
    /// More values than the standard has places for.
    FieldTooMany "field-too-many" Input;
    /// A part with a number of characters that the standard does not have.
    FieldLength "field-length" Input;
    /// A part that takes more bytes than the code has.
    FieldBytes "field-bytes" Input;
    /// A sign that a part may not have.
    FieldSign "field-sign" Input;
    /// A part that is not of its form.
    FieldForm "field-form" Input;
    /// A part that is none of the few values there are.
    FieldNotOneOf "field-not-one-of" Input;
    /// A part that excludes another.
    FieldNotWith "field-not-with" Input;
    /// A part that needs another.
    FieldNeeds "field-needs" Input;
    /// A part that stands twice.
    FieldRepeated "field-repeated" Input;
    /// Check digits that do not fit.
    CheckDigits "check-digits" Input;
    /// Capitals and small letters where only one kind may be.
    MixedCase "mixed-case" Input;
    /// No decimal number.
    NotDecimal "not-decimal" Input;
    /// More decimals than the standard has.
    TooPrecise "too-precise" Input;
    /// A number above what the standard carries.
    TooLarge "too-large" Input;
    /// A number below what the standard carries.
    TooSmall "too-small" Input;
    /// A version nobody here knows.
    VersionUnknown "version-unknown" Input;
    /// Bytes that have no meaning in their character set.
    NotInCharset "not-in-charset" Input;
    /// A part that its issuer bound against changes.
    Bound "bound" Input;
    /// An address of another network.
    OtherNetwork "other-network" Input;
    /// A code that one payment or a short time uses up, where one is needed that stays.
    OneTime "one-time" Input;

    /// The desk is locked.
    DeskLocked "desk-locked" Rule;
    /// The person at the desk may not do this.
    RightMissing "right-missing" Rule;
    /// A code from the phone is needed.
    CodeNeeded "code-needed" Rule;
    /// A second person has to approve.
    ApprovalNeeded "approval-needed" Rule;
    /// Nobody approves their own act.
    ApprovalOwn "approval-own" Rule;
    /// No office was set up.
    OfficeMissing "office-missing" Rule;
    /// The office was set up already.
    OfficeExists "office-exists" Rule;
    /// No setting up of an office was begun.
    OfficeNotBegun "office-not-begun" Rule;
    /// The recovery sheet was not typed back.
    RecoveryUnchecked "recovery-unchecked" Rule;
    /// A group of the recovery sheet is mistyped.
    RecoveryMistyped "recovery-mistyped" Input;
    /// Not as many signs as a recovery sheet has.
    RecoveryLength "recovery-length" Input;
    /// Another PIN.
    PinWrong "pin-wrong" Rule;
    /// A PIN that everybody tries first.
    PinWeak "pin-weak" Input;
    /// Not four to eight digits.
    PinMalformed "pin-malformed" Input;
    /// Another passphrase.
    PassphraseWrong "passphrase-wrong" Rule;
    /// A passphrase that is too short.
    PassphraseShort "passphrase-short" Input;
    /// A passphrase that is too long.
    PassphraseLong "passphrase-long" Input;
    /// A passphrase of words that are tried first.
    PassphraseCommon "passphrase-common" Input;
    /// A passphrase that repeats itself or runs along the keyboard.
    PassphrasePattern "passphrase-pattern" Input;
    /// Neither six digits nor a recovery code.
    CodeMalformed "code-malformed" Input;
    /// Another code.
    CodeWrong "code-wrong" Rule;
    /// A code that was used already.
    CodeUsed "code-used" Rule;
    /// The same code twice.
    CodeSame "code-same" Input;
    /// The clocks of phone and computer differ.
    ClockDiffers "clock-differs" Rule;
    /// No unused recovery code is this one.
    RecoveryCodeWrong "recovery-code-wrong" Rule;
    /// Too many wrong tries in a row.
    WaitFirst "wait-first" Rule;
    /// So many wrong tries that an admin has to help.
    PersonLockedOut "person-locked-out" Rule;
    /// Nobody said who is asking.
    PersonMissing "person-missing" Rule;
    /// Neither PIN, passphrase nor code was handed in.
    SecretMissing "secret-missing" Rule;
    /// There is no such person.
    PersonUnknown "person-unknown" Input;
    /// The person has no name.
    PersonNameEmpty "person-name-empty" Input;
    /// The person's name is too long.
    PersonNameTooLong "person-name-too-long" Input;
    /// Somebody else has this name.
    PersonNameTaken "person-name-taken" Input;
    /// The last admin stays one.
    LastAdmin "last-admin" Rule;
    /// The person has no second factor.
    FactorMissing "factor-missing" Rule;
    /// No phone is being enrolled.
    FactorNotBegun "factor-not-begun" Rule;
    /// Too few people could approve.
    FourEyesTooFew "four-eyes-too-few" Rule;
    /// More people than the office has room for.
    PeopleTooMany "people-too-many" Rule;
    /// No name was given for a donor.
    DonorNameEmpty "donor-name-empty" Input;
    /// A text about a donor that is too long.
    DonorTextTooLong "donor-text-too-long" Input;
    /// There is no such donor.
    DonorUnknown "donor-unknown" Input;
    /// Too little memory to check a passphrase.
    MemoryShort "memory-short" Other;

    /// Something that should not happen.
    Internal "internal" Other;
}
