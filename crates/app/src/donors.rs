//! Donors who want their name noted: kept in the office alone, found again, forgotten when they
//! ask or when their time is over.
//!
//! The office's file is written first and the journal's entry is the commit: a donor whom the
//! journal never named is swept away when the office opens. Forgetting goes the other way round:
//! from the journal's entry on the donor is out, and what is left of them is swept away.

use std::collections::BTreeMap;
use std::path::Path;

use groat_books::{DonorField, KeptDonor, KeptField, KnownDonor, Purpose, SealedNote};
use groat_ledger::journal::Fact;
use groat_ledger::{Donor, DonorId, ErasureReason, GiftId};
use groat_vault::sealed::{self, OfficeKey};
use jiff::civil::Date;

use crate::donor_texts::{NewDonor, masked, note_context, tax_context};
use crate::export::{CsvFile, guarded};
use crate::retention::retention;
use crate::session::OpenOffice;
use crate::surroundings::day_in;
use crate::{App, Code, Fault, keys};

/// The signs of tokens: those that are not mistaken for each other.
const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// A donor as the office sees them.
#[derive(Clone, PartialEq, Eq)]
pub struct DonorStanding {
    /// The donor in the books.
    pub id: DonorId,
    /// What stands in the books instead of a name: "D-7KQ2".
    pub token: String,
    /// The name.
    pub name: Option<String>,
    /// How to reach them.
    pub contact: Option<String>,
    /// What they said.
    pub message: Option<String>,
    /// Whether that may be shown.
    pub may_show: bool,
    /// The tax number but for its last signs.
    pub tax_number_masked: Option<String>,
    /// Their gifts.
    pub gifts: Vec<GiftId>,
    /// What is left, what it is kept for, and until when.
    pub fields: Vec<(DonorField, Purpose, Option<Date>)>,
}

/// Never shows who it is.
impl std::fmt::Debug for DonorStanding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DonorStanding").field("token", &self.token).finish_non_exhaustive()
    }
}

/// Some of the donors that fit a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DonorPage {
    /// The donors.
    pub donors: Vec<DonorStanding>,
    /// How many fit.
    pub matches: usize,
}

/// The columns of an export, in English as those of gifts are.
const HEADER: [&str; 9] = [
    "donor",
    "name",
    "contact",
    "message",
    "message_may_show",
    "tax_number",
    "gifts",
    "tax_until",
    "erased",
];

impl App {
    /// Notes who gave a gift. While the office is closed the note waits, sealed, until somebody of
    /// the office signs in.
    ///
    /// # Errors
    /// [`Code::OfficeMissing`] where no office was set up; [`Code::DonorNameEmpty`],
    /// [`Code::DonorTextTooLong`] and the codes of texts; [`Code::GiftUnknown`],
    /// [`Code::BooksDamaged`] where the office's public key was exchanged, the codes of books.
    pub async fn note_donor(&self, gift: GiftId, new: &NewDonor) -> Result<DonorId, Fault> {
        let new = new.check()?;
        if self.books.people().await?.people.by_id.is_empty() {
            return Err(Fault::new(Code::OfficeMissing));
        }
        self.gift(gift).await?;
        let _alone = self.presence.noting.lock().await;
        let (donor, author) = (DonorId(self.draw()?), self.author());
        if let Ok((_, open)) = self.at_office() {
            let noted_on = day_in(author.at, &author.zone);
            let fact = self.keep_donor(&open, donor, (gift, noted_on), &new).await?;
            let mut writing = self.books.write(author).await?;
            writing.append(fact).await?;
            writing.commit().await?;
            return Ok(donor);
        }
        let (context, random) = (note_context(gift, donor), self.draw()?);
        let sealed = sealed::seal(self.office_public().await?, &new.pack(), &context, &random)
            .map_err(|error| exchanged().because(error))?;
        let note = SealedNote { donor, gift, sealed, at: author.at };
        let mut writing = self.books.write(author).await?;
        writing.keep_sealed_note(&note).await?;
        writing.commit().await?;
        Ok(donor)
    }

    /// How many notes wait for the office to open.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn waiting_notes(&self) -> Result<u64, Fault> {
        Ok(self.books.waiting_notes().await?)
    }

    /// Donors by name, those without one last. A search is part of a name, a contact or a token.
    ///
    /// # Errors
    /// [`Code::OfficeMissing`], [`Code::DeskLocked`] or [`Code::RightMissing`] without an open
    /// office, the codes of books.
    pub async fn donors(&self, search: &str, limit: u32, offset: u32) -> Result<DonorPage, Fault> {
        let (_, open) = self.at_office()?;
        let wanted = search.trim().to_lowercase();
        let (kept, known) = (open.office.kept_donors().await?, self.books.donors().await?);
        let named = kept.iter().filter_map(|kept| Some((kept, known.get(&kept.id)?)));
        let mut fits: Vec<DonorStanding> = named
            .map(|(kept, donor)| standing(&open, kept, donor))
            .filter(|one| {
                let texts = [one.name.as_ref(), one.contact.as_ref(), Some(&one.token)];
                texts.into_iter().flatten().any(|text| text.to_lowercase().contains(&wanted))
            })
            .collect();
        fits.sort_by_cached_key(|one| {
            let name = one.name.as_ref().map(|name| name.to_lowercase());
            (name.is_none(), name, one.token.clone())
        });
        let matches = fits.len();
        let from = usize::try_from(offset).unwrap_or(usize::MAX);
        let most = usize::try_from(limit).unwrap_or(usize::MAX);
        Ok(DonorPage { donors: fits.into_iter().skip(from).take(most).collect(), matches })
    }

    /// The id of a donor as it is written.
    ///
    /// # Errors
    /// [`Code::DonorUnknown`] pointing at "donor".
    pub fn donor_id(&self, text: &str) -> Result<DonorId, Fault> {
        DonorId::parse(text).ok_or_else(unknown)
    }

    /// Forgets a donor who asked for it: what thanks and shows is deleted at once, the name in the
    /// books makes room for the token, and what a law wants kept stays until its day. Where no law
    /// is known, everything goes. Asked twice, it is done once.
    ///
    /// # Errors
    /// [`Code::DonorUnknown`], [`Code::OfficeMissing`], [`Code::DeskLocked`] or
    /// [`Code::RightMissing`] without an open office, the codes of books.
    pub async fn forget_donor(&self, donor: DonorId) -> Result<DonorStanding, Fault> {
        let (_, open) = self.at_office()?;
        let _alone = self.presence.noting.lock().await;
        let mut writing = self.books.write(self.author()).await?;
        match writing.donor(donor).await? {
            KnownDonor::Unknown => return Err(unknown()),
            KnownDonor::Erased => drop(writing),
            KnownDonor::Named => {
                let reason = ErasureReason::Asked;
                writing.append(Fact::DonorErased { donor, reason }).await?;
                writing.commit().await?;
            }
        }
        let kept = open.office.kept_donors().await?.into_iter().find(|kept| kept.id == donor);
        let mut kept = kept.ok_or_else(unknown)?;
        let fields = erasable(&kept, true, self.today());
        if !fields.is_empty() {
            open.office.erase(donor, &fields).await?;
        }
        open.office.empty_log().await?;
        kept.fields.retain(|field, _| !fields.contains(field));
        let known = self.books.donors().await?;
        Ok(standing(&open, &kept, known.get(&donor).ok_or_else(unknown)?))
    }

    /// Writes everything that is kept of donors to a file and returns their number. Tax numbers
    /// stand there in full.
    ///
    /// # Errors
    /// As [`App::donors`]; [`Code::FileNotWritten`].
    pub async fn export_donors(&self, path: &Path) -> Result<u64, Fault> {
        let (_, open) = self.at_office()?;
        let (kept, known) = (open.office.kept_donors().await?, self.books.donors().await?);
        let (mut file, ids) = (CsvFile::begin(path, &HEADER)?, self.ids());
        let mut written = 0;
        for kept in &kept {
            let Some(donor) = known.get(&kept.id) else { continue };
            let one = standing(&open, kept, donor);
            let text = |text: Option<String>| guarded(&text.unwrap_or_default());
            let gifts: Vec<_> = one.gifts.iter().map(|gift| ids.text(gift)).collect();
            let until = kept.fields.values().filter_map(|kept| kept.delete_on).max();
            file.row(&[
                one.token,
                text(one.name),
                text(one.contact),
                text(one.message),
                if one.may_show { "yes" } else { "no" }.to_owned(),
                text(tax_number(&open, kept)),
                gifts.join(" "),
                until.map(|day| day.to_string()).unwrap_or_default(),
                match donor.erased {
                    Some(ErasureReason::Asked) => "asked",
                    Some(ErasureReason::Expired) => "expired",
                    None => "",
                }
                .to_owned(),
            ])?;
            written += 1;
        }
        file.finish()?;
        Ok(written)
    }

    /// What has to be done as soon as the office opens: notes that waited are written, what was
    /// cut off is finished, and values whose day has come are deleted.
    pub(crate) async fn settle_donors(&self, open: &OpenOffice) -> Result<(), Fault> {
        let _alone = self.presence.noting.lock().await;
        if self.books.office_public().await?.is_none() {
            // Of an office that was set up by an earlier program: its slots name the key.
            let mut writing = self.books.write(self.author()).await?;
            writing.keep_office_public(open.bundle.office_key().0).await?;
            writing.commit().await?;
        }
        self.write_waiting(open).await?;
        let known = self.books.donors().await?;
        let waiting = self.books.sealed_notes().await?;
        let (today, mut erased) = (self.today(), false);
        for mut kept in open.office.kept_donors().await? {
            let Some(donor) = known.get(&kept.id) else {
                // Begun, and never acknowledged; a note that still waits is written anew anyway.
                if !waiting.iter().any(|note| note.donor == kept.id) {
                    open.office.drop_donor(kept.id).await?;
                    erased = true;
                }
                continue;
            };
            let fields = erasable(&kept, donor.erased.is_some(), today);
            if !fields.is_empty() {
                open.office.erase(kept.id, &fields).await?;
                kept.fields.retain(|field, _| !fields.contains(field));
                erased = true;
            }
            if kept.fields.is_empty() && donor.erased.is_none() {
                let mut writing = self.books.write(self.author()).await?;
                let (donor, reason) = (kept.id, ErasureReason::Expired);
                writing.append(Fact::DonorErased { donor, reason }).await?;
                writing.commit().await?;
            }
        }
        if erased { Ok(open.office.empty_log().await?) } else { Ok(()) }
    }

    /// Writes the notes that waited. One that does not open stays where it is, to be looked into.
    async fn write_waiting(&self, open: &OpenOffice) -> Result<(), Fault> {
        for note in self.books.sealed_notes().await? {
            let context = note_context(note.gift, note.donor);
            let opened = sealed::open(&open.bundle.office_secret, &note.sealed, &context);
            let Some(new) = opened.ok().and_then(|plain| NewDonor::unpack(&plain)) else {
                continue;
            };
            let mut writing = self.books.write(self.author()).await?;
            // A note that came back with an old copy of the file was written before.
            if writing.donor(note.donor).await? == KnownDonor::Unknown {
                let noted_on = day_in(note.at, &self.author().zone);
                let of = (note.gift, noted_on);
                let fact = self.keep_donor(open, note.donor, of, &new).await?;
                writing.append(fact).await?;
            }
            writing.drop_sealed_note(note.donor).await?;
            writing.commit().await?;
        }
        Ok(())
    }

    /// Keeps a donor in the office; answers what the journal has to say of it.
    async fn keep_donor(
        &self,
        open: &OpenOffice,
        donor: DonorId,
        (gift, noted_on): (GiftId, Date),
        new: &NewDonor,
    ) -> Result<Fact, Fault> {
        let country = self.organisation().await?.and_then(|organisation| organisation.country);
        let rule = country.as_deref().and_then(retention);
        let (salt, context) = (self.salt()?, tax_context(donor));
        let (secret, number) = (&open.bundle.office_secret, new.tax_number.as_bytes());
        // Under the secret that opens sealed notes, not under the key of the file: whoever gets at
        // the file and its key does not read tax numbers yet.
        let number = sealed::encrypt_again(secret, number, &context, &self.draw()?);
        let values = new.commitment(&salt);
        let known = open.office.kept_donors().await?;
        let tokens: Vec<_> =
            known.iter().filter(|kept| kept.id != donor).map(|kept| kept.token.as_str()).collect();
        let kept = KeptDonor {
            id: donor,
            token: self.token(&tokens)?,
            salt: Some(salt),
            commitment: values,
            fields: new.fields(number, rule.map(|rule| rule.over_on(noted_on))),
        };
        open.office.keep_donor(&kept).await?;
        Ok(Fact::DonorNamed { gift, donor, values })
    }

    /// Draws a token that nobody has: four signs, more where those get scarce.
    fn token(&self, taken: &[&str]) -> Result<String, Fault> {
        let mut length = 4;
        loop {
            let drawn: [u8; 8] = self.draw()?;
            let signs = drawn.iter().take(length);
            let signs: Option<String> = signs
                .map(|byte| SIGNS.get(usize::from(byte % 32)).map(|s| char::from(*s)))
                .collect();
            let token = format!("D-{}", signs.unwrap_or_default());
            if !taken.contains(&token.as_str()) {
                return Ok(token);
            }
            length = (length + 1).min(drawn.len());
        }
    }

    /// The key to seal to. The file of keys can be written by anybody, so it must name the key that
    /// the encrypted books name as well.
    async fn office_public(&self) -> Result<OfficeKey, Fault> {
        let kept = self.books.office_public().await?.map(OfficeKey);
        let named = keys::read(self.folder())?.and_then(|keys| keys.office());
        match (kept, named) {
            (Some(kept), Some(named)) if kept == named => Ok(kept),
            _ => Err(exchanged()),
        }
    }

    fn today(&self) -> Date {
        let author = self.author();
        day_in(author.at, &author.zone)
    }
}

/// The values of a donor that may not stay: those whose day has come, and for one who was erased
/// all that no law wants kept.
fn erasable(kept: &KeptDonor, is_erased: bool, today: Date) -> Vec<DonorField> {
    let goes = |field: &KeptField| match field.delete_on {
        Some(day) => day <= today || (is_erased && field.purpose != Purpose::Tax),
        None => is_erased,
    };
    kept.fields.iter().filter(|(_, field)| goes(field)).map(|(name, _)| *name).collect()
}

fn standing(open: &OpenOffice, kept: &KeptDonor, donor: &Donor) -> DonorStanding {
    let text = |field| kept.fields.get(&field).map(plain);
    let message = kept.fields.get(&DonorField::Message);
    DonorStanding {
        id: kept.id,
        token: kept.token.clone(),
        name: text(DonorField::Name),
        contact: text(DonorField::Contact),
        message: text(DonorField::Message),
        may_show: message.is_some_and(|message| message.is_shown),
        tax_number_masked: tax_number(open, kept).map(|number| masked(&number)),
        gifts: donor.gifts.iter().copied().collect(),
        fields: fields(&kept.fields),
    }
}

fn fields(kept: &BTreeMap<DonorField, KeptField>) -> Vec<(DonorField, Purpose, Option<Date>)> {
    kept.iter().map(|(name, field)| (*name, field.purpose, field.delete_on)).collect()
}

fn plain(field: &KeptField) -> String {
    String::from_utf8_lossy(&field.value).into_owned()
}

/// The tax number in full; one that does not open is shown as masked to nothing.
fn tax_number(open: &OpenOffice, kept: &KeptDonor) -> Option<String> {
    let closed = &kept.fields.get(&DonorField::TaxNumber)?.value;
    let context = tax_context(kept.id);
    let number = sealed::decrypt_again(&open.bundle.office_secret, closed, &context);
    Some(number.map(|plain| String::from_utf8_lossy(&plain).into_owned()).unwrap_or_default())
}

fn unknown() -> Fault {
    Fault::new(Code::DonorUnknown).at("donor")
}

/// The fault of a public key that is not the one of the books.
fn exchanged() -> Fault {
    Fault::new(Code::BooksDamaged).with("detail", "the office's public key")
}
