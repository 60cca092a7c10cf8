//! One entry: who, when, what.

use groat_money::{Currency, Money};
use groat_payment_codes::{GiftNumber, Standard};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::journal::{EntryHash, SignerKey};
use crate::{
    AccountId, Commitment, CorrectionReason, DeskId, DonorId, DriveId, ErasureReason, GiftId,
    Means, PersonId, Role,
};

/// One entry of the journal of one desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The desk that wrote it.
    pub desk: DeskId,
    /// Its place on that desk, from 1, without gaps.
    pub seq: u64,
    /// Who was at the desk, where the desk knows.
    pub person: Option<PersonId>,
    /// When it was written, to the millisecond. Order follows `seq`, never this.
    pub at: Timestamp,
    /// IANA name of the desk's zone at that instant.
    pub zone: String,
    /// What happened.
    pub fact: Fact,
}

/// Where the gift number stands in the EPC codes of an [`Fact::AccountDeclared`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceForm {
    /// As the first word of the remittance text.
    Text,
    /// As an ISO 11649 creditor reference.
    CreditorReference,
}

/// What happened. No names and no free text: ids, amounts, reasons, commitments.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fact {
    /// The organisation named itself.
    OrganisationNamed {
        /// Commitment to the name.
        texts: Commitment,
    },
    /// The desk drew a number for its gift numbers.
    NumbersDrawn {
        /// The desk part of the gift numbers, 1000 to 9999.
        desk_number: u16,
        /// The k of the first gift number, 0 to 99,999.
        first_serial: u32,
    },
    /// An account with EPC codes was declared: how the first program said it. Later ones add
    /// accounts of every standard by [`Fact::AccountAdded`].
    AccountDeclared {
        /// Commitment to holder, IBAN and BIC.
        texts: Commitment,
        /// How its codes carry the gift number.
        reference: ReferenceForm,
    },
    /// An account that gifts are paid to was added.
    AccountAdded {
        /// Commitment to the standard and to what codes are made of: holder, number, key.
        values: Commitment,
        /// The standard of its codes.
        standard: Standard,
    },
    /// An account was retired: nothing is asked for with it any more. What was asked stays.
    AccountRetired {
        /// Which one.
        account: AccountId,
    },
    /// A drive was opened.
    DriveOpened {
        /// Commitment to name and purpose.
        texts: Commitment,
        /// The currency of the drive.
        currency: Currency,
        /// What it wants to reach.
        goal: Option<Money>,
        /// Amounts offered, smallest first.
        suggested: Vec<Money>,
        /// IANA name of the zone that fixes the civil day of its gifts.
        zone: String,
        /// The civil day in that zone.
        day: Date,
    },
    /// A drive was closed.
    DriveClosed {
        /// Which one.
        drive: DriveId,
        /// The civil day in the drive's zone.
        day: Date,
    },
    /// A gift was asked for; its code is shown after this entry is on the disk.
    Asked {
        /// For which drive.
        drive: DriveId,
        /// To which account.
        account: AccountId,
        /// Under which number.
        number: GiftNumber,
        /// The currency, also without an amount.
        currency: Currency,
        /// How much, or `None` where the donor decides in the banking app.
        amount: Option<Money>,
        /// The civil day in the drive's zone.
        day: Date,
    },
    /// A volunteer saw "done" on the donor's phone.
    Promised {
        /// Which gift.
        gift: GiftId,
    },
    /// Cash was received at the desk.
    CashReceived {
        /// For which drive.
        drive: DriveId,
        /// How much.
        amount: Money,
        /// The civil day in the drive's zone.
        day: Date,
    },
    /// A gift was undone.
    Corrected {
        /// Which gift.
        gift: GiftId,
        /// Why.
        reason: CorrectionReason,
    },
    /// The desk said which key it signs with from here on.
    SignerDeclared {
        /// The public half.
        key: SignerKey,
    },
    /// A new desk began on the books of another one that were restored from a backup: its
    /// checkpoints cover the other desk's entries too.
    DeskContinued {
        /// The desk that wrote the restored books.
        from: DeskId,
        /// Its last entry in the backup.
        seq: u64,
        /// That entry's hash.
        hash: EntryHash,
    },
    /// A person may sign in from here on.
    PersonAdded {
        /// Who.
        person: PersonId,
        /// As what.
        role: Role,
        /// Commitment to the name.
        name: Commitment,
    },
    /// A person was given a role, or anew what lets them in.
    RoleGiven {
        /// Who.
        person: PersonId,
        /// What.
        role: Role,
    },
    /// A person may not sign in any more.
    PersonRemoved {
        /// Who.
        person: PersonId,
    },
    /// A person signed in.
    SignedIn {
        /// Who.
        person: PersonId,
    },
    /// Somebody tried to be a person, and was not let in.
    SignInRefused {
        /// Who they said to be.
        person: PersonId,
        /// What was wrong.
        means: Means,
    },
    /// A person's phone shows codes from here on.
    SecondFactorEnrolled {
        /// Whose.
        person: PersonId,
    },
    /// A person's passphrase was replaced by means of the recovery sheet.
    RecoverySheetUsed {
        /// Whose.
        person: PersonId,
    },
    /// A recovery code stood in for the phone; it counts no second time.
    RecoveryCodeUsed {
        /// Whose.
        person: PersonId,
    },
    /// A second person approved what the one at the desk does next.
    Approved {
        /// The second person.
        person: PersonId,
    },
    /// It was switched whether sensitive acts need a second person.
    FourEyesSet {
        /// Whether they do.
        on: bool,
    },
    /// A donor said a name, or said it anew.
    DonorNamed {
        /// With which gift.
        gift: GiftId,
        /// The donor.
        donor: DonorId,
        /// Commitment to what is kept of them.
        values: Commitment,
    },
    /// What was kept of a donor is gone.
    DonorErased {
        /// The donor.
        donor: DonorId,
        /// Why.
        reason: ErasureReason,
    },
}

impl Fact {
    /// The word that names this kind of fact in an entry's body.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Fact::OrganisationNamed { .. } => "organisation-named",
            Fact::NumbersDrawn { .. } => "numbers-drawn",
            Fact::AccountDeclared { .. } => "account-declared",
            Fact::AccountAdded { .. } => "account-added",
            Fact::AccountRetired { .. } => "account-retired",
            Fact::DriveOpened { .. } => "drive-opened",
            Fact::DriveClosed { .. } => "drive-closed",
            Fact::Asked { .. } => "asked",
            Fact::Promised { .. } => "promised",
            Fact::CashReceived { .. } => "cash-received",
            Fact::Corrected { .. } => "corrected",
            Fact::SignerDeclared { .. } => "signer-declared",
            Fact::DeskContinued { .. } => "desk-continued",
            Fact::PersonAdded { .. } => "person-added",
            Fact::RoleGiven { .. } => "role-given",
            Fact::PersonRemoved { .. } => "person-removed",
            Fact::SignedIn { .. } => "signed-in",
            Fact::SignInRefused { .. } => "sign-in-refused",
            Fact::SecondFactorEnrolled { .. } => "second-factor-enrolled",
            Fact::RecoverySheetUsed { .. } => "recovery-sheet-used",
            Fact::RecoveryCodeUsed { .. } => "recovery-code-used",
            Fact::Approved { .. } => "approved",
            Fact::FourEyesSet { .. } => "four-eyes-set",
            Fact::DonorNamed { .. } => "donor-named",
            Fact::DonorErased { .. } => "donor-erased",
        }
    }
}
