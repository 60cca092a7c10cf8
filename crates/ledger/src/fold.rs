//! The fold: what stands in the books, computed from the journal and from nothing else.

use std::collections::{BTreeMap, BTreeSet};

use groat_payment_codes::{DeskNumber, GiftNumber, SERIALS_PER_DESK};
use thiserror::Error;

use crate::journal::{Entry, Fact, SignerKey};
use crate::{
    Account, AccountId, AskError, Commitment, DeskId, Donor, DonorId, Drive, DriveId, Gift, GiftId,
    GiftState, People, Rail, Standing,
};

/// Everything the journal says, oldest entry first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Commitment to the organisation's name, the latest one.
    pub organisation: Option<Commitment>,
    /// Accounts by id.
    pub accounts: BTreeMap<AccountId, Account>,
    /// Drives by id.
    pub drives: BTreeMap<DriveId, Drive>,
    /// Gifts by id.
    pub gifts: BTreeMap<GiftId, Gift>,
    /// The gift numbers each desk gives out now.
    pub numbering: BTreeMap<DeskId, Numbering>,
    /// The key each desk signs with now.
    pub signers: BTreeMap<DeskId, SignerKey>,
    /// Everybody the desks know.
    pub people: People,
    /// Donors who gave a name.
    pub donors: BTreeMap<DonorId, Donor>,
}

/// Where a desk stands in its gift numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbering {
    /// The desk part of the numbers, 1000 to 9999.
    pub desk_number: u16,
    /// The k of the first number.
    pub first_serial: u32,
    /// How many were given out.
    pub used: u32,
}

/// All numbers of a desk number were given out; the desk needs a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("desk number {desk_number} has given out all its gift numbers")]
pub struct NumbersUsedUp {
    /// The desk number.
    pub desk_number: u16,
}

/// An entry that cannot follow what was before it. Rules are checked before an entry is written,
/// so this means that the books were damaged or written by something else.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("entry {seq} of desk {desk} contradicts an earlier one: {what}")]
pub struct Contradiction {
    /// The desk of the entry.
    pub desk: DeskId,
    /// The entry.
    pub seq: u64,
    /// What does not fit.
    pub what: &'static str,
}

impl Numbering {
    /// The gift number to give out next.
    ///
    /// # Errors
    /// [`NumbersUsedUp`] after 100,000 numbers.
    pub fn next(self) -> Result<GiftNumber, NumbersUsedUp> {
        let used_up = NumbersUsedUp { desk_number: self.desk_number };
        if self.used >= SERIALS_PER_DESK {
            return Err(used_up);
        }
        let desk = DeskNumber::new(self.desk_number).map_err(|_| used_up)?;
        Ok(GiftNumber::of(desk, self.first_serial % SERIALS_PER_DESK + self.used))
    }
}

impl Ledger {
    /// Adds one entry to what stands.
    ///
    /// # Errors
    /// [`Contradiction`] where the entry cannot follow; nothing is changed then.
    pub fn apply(&mut self, entry: &Entry) -> Result<(), Contradiction> {
        let (desk, seq) = (entry.desk, entry.seq);
        let contradiction = |what| Contradiction { desk, seq, what };
        match &entry.fact {
            Fact::OrganisationNamed { texts } => self.organisation = Some(*texts),
            Fact::NumbersDrawn { desk_number, first_serial } => {
                let (desk_number, first_serial) = (*desk_number, *first_serial);
                self.numbering.insert(desk, Numbering { desk_number, first_serial, used: 0 });
            }
            Fact::AccountDeclared { .. } | Fact::AccountAdded { .. } => {
                let account = entry.begun_account().ok_or(contradiction("not an account"))?;
                self.accounts.insert(account.id, account);
            }
            Fact::AccountRetired { account } => {
                let account =
                    self.accounts.get_mut(account).ok_or(contradiction("unknown account"))?;
                account.retire().map_err(|_| contradiction("the account is retired"))?;
                account.is_retired = true;
            }
            Fact::DriveOpened { .. } => {
                let drive = opened(entry).ok_or(contradiction("not a drive"))?;
                self.drives.insert(drive.id, drive);
            }
            Fact::DriveClosed { drive, day } => {
                let drive = self.drives.get_mut(drive).ok_or(contradiction("unknown drive"))?;
                drive.close(*day).map_err(|_| contradiction("the drive is closed"))?;
                drive.closed_on = Some(*day);
            }
            Fact::Asked { drive, account, number, .. } => {
                let gift = self.begun(drive, entry).map_err(contradiction)?;
                let account = self.accounts.get(account).ok_or(contradiction("unknown account"))?;
                account.for_ask().map_err(|_| contradiction("the account is retired"))?;
                let numbering =
                    self.numbering.get_mut(&desk).ok_or(contradiction("no numbers drawn"))?;
                if numbering.next().ok() != Some(*number) {
                    return Err(contradiction("not the next gift number"));
                }
                numbering.used += 1;
                self.gifts.insert(gift.id, gift);
            }
            Fact::CashReceived { drive, .. } => {
                let gift = self.begun(drive, entry).map_err(contradiction)?;
                self.gifts.insert(gift.id, gift);
            }
            Fact::Promised { gift } => {
                let gift = self.gifts.get_mut(gift).ok_or(contradiction("unknown gift"))?;
                gift.promise().map_err(|_| contradiction("the gift cannot be promised"))?;
                *gift = gift.after(&entry.fact);
            }
            Fact::Corrected { gift, reason } => {
                let gift = self.gifts.get_mut(gift).ok_or(contradiction("unknown gift"))?;
                gift.correct(*reason).map_err(|_| contradiction("the gift is corrected"))?;
                *gift = gift.after(&entry.fact);
            }
            Fact::SignerDeclared { key } => {
                self.signers.insert(desk, *key);
            }
            Fact::DeskContinued { from, .. } => {
                if seq > 2 || *from == desk || !self.signers.contains_key(from) {
                    return Err(contradiction("not the beginning of a desk after another"));
                }
            }
            Fact::PersonAdded { .. }
            | Fact::RoleGiven { .. }
            | Fact::PersonRemoved { .. }
            | Fact::SignedIn { .. }
            | Fact::SignInRefused { .. }
            | Fact::SecondFactorEnrolled { .. }
            | Fact::RecoveryCodeUsed { .. }
            | Fact::RecoverySheetUsed { .. }
            | Fact::Approved { .. }
            | Fact::FourEyesSet { .. } => {
                let applied = self.people.apply(&entry.fact, entry.person);
                applied.map_err(|refused| contradiction(refused.what()))?;
            }
            Fact::DonorNamed { gift, donor, values } => {
                if !self.gifts.contains_key(gift) {
                    return Err(contradiction("unknown gift"));
                }
                let erased = self.donors.get(donor).is_some_and(|donor| donor.erased.is_some());
                if erased {
                    return Err(contradiction("the donor was erased"));
                }
                let (values, gifts) = (*values, BTreeSet::new());
                let named =
                    self.donors.entry(*donor).or_insert(Donor { values, gifts, erased: None });
                named.values = values;
                named.gifts.insert(*gift);
            }
            Fact::DonorErased { donor, reason } => {
                let donor = self.donors.get_mut(donor).ok_or(contradiction("unknown donor"))?;
                if donor.erased.is_some() {
                    return Err(contradiction("the donor was erased"));
                }
                donor.erased = Some(*reason);
            }
        }
        Ok(())
    }

    /// Where a drive stands; `None` for an unknown drive or a sum beyond 64 bits.
    #[must_use]
    pub fn standing(&self, drive: DriveId) -> Option<Standing> {
        let found = self.drives.get(&drive)?;
        Standing::of(found, self.gifts.values().filter(|gift| gift.drive == drive)).ok()
    }

    fn begun(&self, drive: &DriveId, entry: &Entry) -> Result<Gift, &'static str> {
        let gift = begun(entry).ok_or("not a gift")?;
        let drive = self.drives.get(drive).ok_or("unknown drive")?;
        if gift.currency != drive.currency {
            return Err("another currency than the drive's");
        }
        drive.accepts(gift.amount).map_err(|refused| match refused {
            AskError::DriveClosed { .. } => "the drive is closed",
            AskError::CurrencyDiffers { .. } => "another currency than the drive's",
            AskError::NotPositive => "a gift of nothing",
            AskError::AccountRetired => "the account is retired",
        })?;
        Ok(gift)
    }
}

/// The drive that an entry opens, if it opens one.
#[must_use]
pub(crate) fn opened(entry: &Entry) -> Option<Drive> {
    let Fact::DriveOpened { texts, currency, goal, suggested, zone, day } = &entry.fact else {
        return None;
    };
    Some(Drive {
        id: DriveId { desk: entry.desk, seq: entry.seq },
        currency: *currency,
        goal: *goal,
        suggested: suggested.clone(),
        zone: zone.clone(),
        opened_on: *day,
        closed_on: None,
        texts: *texts,
    })
}

/// The gift that an entry begins, if it begins one.
#[must_use]
pub(crate) fn begun(entry: &Entry) -> Option<Gift> {
    let id = GiftId { desk: entry.desk, seq: entry.seq };
    let at = entry.at;
    match &entry.fact {
        Fact::Asked { drive, account, number, currency, amount, day } => Some(Gift {
            id,
            drive: *drive,
            account: Some(*account),
            number: Some(*number),
            rail: Rail::Bank,
            currency: *currency,
            amount: *amount,
            state: GiftState::Asked,
            before: None,
            reason: None,
            at,
            day: *day,
        }),
        Fact::CashReceived { drive, amount, day } => Some(Gift {
            id,
            drive: *drive,
            account: None,
            number: None,
            rail: Rail::Cash,
            currency: amount.currency(),
            amount: Some(*amount),
            state: GiftState::InHand,
            before: None,
            reason: None,
            at,
            day: *day,
        }),
        _ => None,
    }
}

impl Entry {
    /// The drive that this entry opens, if it opens one.
    #[must_use]
    pub fn opened_drive(&self) -> Option<Drive> {
        opened(self)
    }

    /// The gift that this entry begins, if it begins one.
    #[must_use]
    pub fn begun_gift(&self) -> Option<Gift> {
        begun(self)
    }
}
