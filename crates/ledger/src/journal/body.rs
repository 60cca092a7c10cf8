//! The body of an entry: deterministic CBOR (RFC 8949, section 4.2), format version 1.
//!
//! A map with the keys 0 to 6 in order:
//! `0` format version, `1` kind, `2` id \[desk (16 bytes), seq\], `3` person (16 bytes or null),
//! `4` instant in milliseconds since 1970 UTC, `5` IANA zone of the desk, `6` the facts: an array
//! whose places are fixed for each kind, in the order of the fields of [`Fact`].
//! Money is \[minor units, currency code\], a day is "2026-11-23", what is absent is null.
//!
//! [`decode`] refuses every byte string that [`encode`] would not have written.

use std::convert::Infallible;
use std::ops::RangeInclusive;

use groat_money::{Currency, Money};
use groat_payment_codes::{GiftNumber, SERIALS_PER_DESK, Standard};
use jiff::Timestamp;
use jiff::civil::Date;
use minicbor::data::Type;
use minicbor::{Decoder, Encoder};
use thiserror::Error;

use crate::journal::{Entry, EntryHash, Fact, ReferenceForm, SignerKey};
use crate::{
    AccountId, Commitment, CorrectionReason, DeskId, DonorId, DriveId, ErasureReason, GiftId,
    Means, PersonId, Role,
};

/// The format version this program writes and reads.
pub const FORMAT_VERSION: u8 = 1;

/// Why bytes are not the body of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BodyError {
    /// A later program wrote it.
    #[error("format version {found} is newer than {FORMAT_VERSION}")]
    Version {
        /// The version found.
        found: u8,
    },
    /// The kind is not one of this version.
    #[error("unknown kind of entry {found:?}")]
    Kind {
        /// The kind found.
        found: String,
    },
    /// A field has no valid value.
    #[error("field {field} has no valid value")]
    Field {
        /// The field.
        field: &'static str,
    },
    /// The bytes are not CBOR of the expected shape.
    #[error("not the shape of an entry")]
    Shape,
    /// The same entry would be written in other bytes.
    #[error("not written in the one deterministic form")]
    NotCanonical,
}

impl From<minicbor::decode::Error> for BodyError {
    fn from(_: minicbor::decode::Error) -> BodyError {
        BodyError::Shape
    }
}

/// Encodes an entry.
#[must_use]
pub fn encode(entry: &Entry) -> Vec<u8> {
    let mut body = Encoder::new(Vec::with_capacity(160));
    // Writing to a vector cannot fail.
    let Ok(()) = write_entry(&mut body, entry) else { return Vec::new() };
    body.into_writer()
}

/// Decodes an entry.
///
/// # Errors
/// [`BodyError`]; also for bytes that mean an entry but are not its one encoding.
pub fn decode(bytes: &[u8]) -> Result<Entry, BodyError> {
    let mut body = Decoder::new(bytes);
    let entry = read_entry(&mut body)?;
    if body.position() != bytes.len() || encode(&entry) != bytes {
        return Err(BodyError::NotCanonical);
    }
    Ok(entry)
}

type Writer = Encoder<Vec<u8>>;
type Written = Result<(), minicbor::encode::Error<Infallible>>;

fn write_entry(w: &mut Writer, entry: &Entry) -> Written {
    w.map(7)?.u8(0)?.u8(FORMAT_VERSION)?;
    w.u8(1)?.str(entry.fact.kind())?;
    w.u8(2)?.array(2)?.bytes(&entry.desk.0)?.u64(entry.seq)?;
    w.u8(3)?;
    match entry.person {
        Some(person) => w.bytes(&person.0)?,
        None => w.null()?,
    };
    w.u8(4)?.i64(entry.at.as_millisecond())?;
    w.u8(5)?.str(&entry.zone)?;
    w.u8(6)?;
    write_fact(w, &entry.fact)
}

fn write_fact(w: &mut Writer, fact: &Fact) -> Written {
    match fact {
        Fact::OrganisationNamed { texts } => {
            w.array(1)?.bytes(&texts.0)?;
        }
        Fact::NumbersDrawn { desk_number, first_serial } => {
            w.array(2)?.u16(*desk_number)?.u32(*first_serial)?;
        }
        Fact::AccountDeclared { texts, reference } => {
            w.array(2)?.bytes(&texts.0)?.str(reference_word(*reference))?;
        }
        Fact::AccountAdded { values, standard } => {
            w.array(2)?.bytes(&values.0)?.str(standard.name())?;
        }
        Fact::AccountRetired { account } => {
            w.array(1)?;
            write_id(w, account.desk, account.seq)?;
        }
        Fact::DriveOpened { texts, currency, goal, suggested, zone, day } => {
            w.array(6)?.bytes(&texts.0)?.str(currency.code())?;
            write_money(w, *goal)?;
            w.array(u64::try_from(suggested.len()).unwrap_or(0))?;
            suggested.iter().try_for_each(|amount| write_money(w, Some(*amount)))?;
            w.str(zone)?.str(&day.to_string())?;
        }
        Fact::DriveClosed { drive, day } => {
            w.array(2)?;
            write_id(w, drive.desk, drive.seq)?;
            w.str(&day.to_string())?;
        }
        Fact::Asked { drive, account, number, currency, amount, day } => {
            w.array(6)?;
            write_id(w, drive.desk, drive.seq)?;
            write_id(w, account.desk, account.seq)?;
            w.str(&number.digits())?.str(currency.code())?;
            write_money(w, *amount)?;
            w.str(&day.to_string())?;
        }
        Fact::Promised { gift } => {
            w.array(2)?;
            write_id(w, gift.desk, gift.seq)?;
            w.str("volunteer")?;
        }
        Fact::CashReceived { drive, amount, day } => {
            w.array(3)?;
            write_id(w, drive.desk, drive.seq)?;
            write_money(w, Some(*amount))?;
            w.str(&day.to_string())?;
        }
        Fact::Corrected { gift, reason } => {
            w.array(2)?;
            write_id(w, gift.desk, gift.seq)?;
            w.str(reason_word(*reason))?;
        }
        Fact::SignerDeclared { key } => {
            w.array(1)?.bytes(&key.0)?;
        }
        Fact::DeskContinued { from, seq, hash } => {
            w.array(3)?.bytes(&from.0)?.u64(*seq)?.bytes(&hash.0)?;
        }
        Fact::PersonAdded { person, role, name } => {
            w.array(3)?.bytes(&person.0)?.str(role_word(*role))?.bytes(&name.0)?;
        }
        Fact::RoleGiven { person, role } => {
            w.array(2)?.bytes(&person.0)?.str(role_word(*role))?;
        }
        Fact::SignInRefused { person, means } => {
            w.array(2)?.bytes(&person.0)?.str(means_word(*means))?;
        }
        Fact::PersonRemoved { person }
        | Fact::SignedIn { person }
        | Fact::SecondFactorEnrolled { person }
        | Fact::RecoveryCodeUsed { person }
        | Fact::RecoverySheetUsed { person }
        | Fact::Approved { person } => {
            w.array(1)?.bytes(&person.0)?;
        }
        Fact::FourEyesSet { on } => {
            w.array(1)?.bool(*on)?;
        }
        Fact::DonorNamed { gift, donor, values } => {
            w.array(3)?;
            write_id(w, gift.desk, gift.seq)?;
            w.bytes(&donor.0)?.bytes(&values.0)?;
        }
        Fact::DonorErased { donor, reason } => {
            w.array(2)?.bytes(&donor.0)?.str(erasure_word(*reason))?;
        }
    }
    Ok(())
}

fn write_id(w: &mut Writer, desk: DeskId, seq: u64) -> Written {
    w.array(2)?.bytes(&desk.0)?.u64(seq)?;
    Ok(())
}

fn write_money(w: &mut Writer, money: Option<Money>) -> Written {
    match money {
        Some(money) => w.array(2)?.i64(money.minor())?.str(money.currency().code())?,
        None => w.null()?,
    };
    Ok(())
}

fn reference_word(form: ReferenceForm) -> &'static str {
    match form {
        ReferenceForm::Text => "text",
        ReferenceForm::CreditorReference => "rf",
    }
}

fn reason_word(reason: CorrectionReason) -> &'static str {
    match reason {
        CorrectionReason::Mistake => "mistake",
        CorrectionReason::NotGiven => "not-given",
    }
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Volunteer => "volunteer",
        Role::Treasurer => "treasurer",
        Role::Admin => "admin",
    }
}

fn means_word(means: Means) -> &'static str {
    match means {
        Means::Pin => "pin",
        Means::Passphrase => "passphrase",
        Means::Code => "code",
    }
}

fn erasure_word(reason: ErasureReason) -> &'static str {
    match reason {
        ErasureReason::Asked => "asked",
        ErasureReason::Expired => "expired",
    }
}

fn read_entry(r: &mut Decoder<'_>) -> Result<Entry, BodyError> {
    expect(r.map()? == Some(7))?;
    read_key(r, 0)?;
    let version = r.u8()?;
    if version != FORMAT_VERSION {
        return Err(BodyError::Version { found: version });
    }
    read_key(r, 1)?;
    let kind = r.str()?;
    read_key(r, 2)?;
    let (desk, seq) = read_id(r)?;
    read_key(r, 3)?;
    let person = if read_null(r)? { None } else { Some(read_person(r)?) };
    read_key(r, 4)?;
    let at =
        Timestamp::from_millisecond(r.i64()?).map_err(|_| BodyError::Field { field: "instant" })?;
    read_key(r, 5)?;
    let zone = r.str()?.to_owned();
    read_key(r, 6)?;
    let fact = read_fact(r, kind)?;
    Ok(Entry { desk, seq, person, at, zone, fact })
}

fn read_fact(r: &mut Decoder<'_>, kind: &str) -> Result<Fact, BodyError> {
    let places = r.array()?;
    let fact = match kind {
        "organisation-named" => Fact::OrganisationNamed { texts: read_commitment(r)? },
        "numbers-drawn" => Fact::NumbersDrawn {
            desk_number: within(r.u16()?, 1000..=9999, "desk number")?,
            first_serial: within(r.u32()?, 0..=SERIALS_PER_DESK - 1, "first serial")?,
        },
        "account-declared" => {
            Fact::AccountDeclared { texts: read_commitment(r)?, reference: read_reference(r)? }
        }
        "account-added" => {
            Fact::AccountAdded { values: read_commitment(r)?, standard: read_standard(r)? }
        }
        "account-retired" => Fact::AccountRetired { account: read_account(r)? },
        "drive-opened" => Fact::DriveOpened {
            texts: read_commitment(r)?,
            currency: read_currency(r)?,
            goal: read_money(r)?,
            suggested: read_amounts(r)?,
            zone: r.str()?.to_owned(),
            day: read_day(r)?,
        },
        "drive-closed" => Fact::DriveClosed { drive: read_drive(r)?, day: read_day(r)? },
        "asked" => Fact::Asked {
            drive: read_drive(r)?,
            account: read_account(r)?,
            number: GiftNumber::parse(r.str()?)
                .map_err(|_| BodyError::Field { field: "number" })?,
            currency: read_currency(r)?,
            amount: read_money(r)?,
            day: read_day(r)?,
        },
        "promised" => {
            let gift = read_gift(r)?;
            if r.str()? != "volunteer" {
                return Err(BodyError::Field { field: "seen by" });
            }
            Fact::Promised { gift }
        }
        "cash-received" => Fact::CashReceived {
            drive: read_drive(r)?,
            amount: read_money(r)?.ok_or(BodyError::Field { field: "amount" })?,
            day: read_day(r)?,
        },
        "corrected" => Fact::Corrected { gift: read_gift(r)?, reason: read_reason(r)? },
        "signer-declared" => Fact::SignerDeclared { key: SignerKey(read_bytes(r, "signer key")?) },
        "desk-continued" => Fact::DeskContinued {
            from: DeskId(read_bytes(r, "desk")?),
            seq: r.u64()?,
            hash: EntryHash(read_bytes(r, "hash")?),
        },
        "person-added" => Fact::PersonAdded {
            person: read_person(r)?,
            role: read_role(r)?,
            name: read_commitment(r)?,
        },
        "role-given" => Fact::RoleGiven { person: read_person(r)?, role: read_role(r)? },
        "person-removed" => Fact::PersonRemoved { person: read_person(r)? },
        "signed-in" => Fact::SignedIn { person: read_person(r)? },
        "sign-in-refused" => Fact::SignInRefused { person: read_person(r)?, means: read_means(r)? },
        "second-factor-enrolled" => Fact::SecondFactorEnrolled { person: read_person(r)? },
        "recovery-code-used" => Fact::RecoveryCodeUsed { person: read_person(r)? },
        "recovery-sheet-used" => Fact::RecoverySheetUsed { person: read_person(r)? },
        "approved" => Fact::Approved { person: read_person(r)? },
        "four-eyes-set" => Fact::FourEyesSet { on: r.bool()? },
        "donor-named" => Fact::DonorNamed {
            gift: read_gift(r)?,
            donor: DonorId(read_bytes(r, "donor")?),
            values: read_commitment(r)?,
        },
        "donor-erased" => {
            Fact::DonorErased { donor: DonorId(read_bytes(r, "donor")?), reason: read_erasure(r)? }
        }
        other => return Err(BodyError::Kind { found: other.to_owned() }),
    };
    // A wrong count of places is found by encoding again; an indefinite length is refused here.
    expect(places.is_some())?;
    Ok(fact)
}

fn expect(holds: bool) -> Result<(), BodyError> {
    if holds { Ok(()) } else { Err(BodyError::Shape) }
}

fn within<T: PartialOrd>(
    found: T,
    range: RangeInclusive<T>,
    field: &'static str,
) -> Result<T, BodyError> {
    if range.contains(&found) { Ok(found) } else { Err(BodyError::Field { field }) }
}

fn read_key(r: &mut Decoder<'_>, key: u8) -> Result<(), BodyError> {
    expect(r.u8()? == key)
}

fn read_null(r: &mut Decoder<'_>) -> Result<bool, BodyError> {
    let absent = r.datatype()? == Type::Null;
    if absent {
        r.null()?;
    }
    Ok(absent)
}

fn read_bytes<const N: usize>(
    r: &mut Decoder<'_>,
    field: &'static str,
) -> Result<[u8; N], BodyError> {
    r.bytes()?.try_into().map_err(|_| BodyError::Field { field })
}

fn read_id(r: &mut Decoder<'_>) -> Result<(DeskId, u64), BodyError> {
    expect(r.array()? == Some(2))?;
    Ok((DeskId(read_bytes(r, "desk")?), r.u64()?))
}

fn read_drive(r: &mut Decoder<'_>) -> Result<DriveId, BodyError> {
    read_id(r).map(|(desk, seq)| DriveId { desk, seq })
}

fn read_account(r: &mut Decoder<'_>) -> Result<AccountId, BodyError> {
    read_id(r).map(|(desk, seq)| AccountId { desk, seq })
}

fn read_gift(r: &mut Decoder<'_>) -> Result<GiftId, BodyError> {
    read_id(r).map(|(desk, seq)| GiftId { desk, seq })
}

fn read_commitment(r: &mut Decoder<'_>) -> Result<Commitment, BodyError> {
    read_bytes(r, "commitment").map(Commitment)
}

fn read_currency(r: &mut Decoder<'_>) -> Result<Currency, BodyError> {
    Currency::from_code(r.str()?).map_err(|_| BodyError::Field { field: "currency" })
}

fn read_money(r: &mut Decoder<'_>) -> Result<Option<Money>, BodyError> {
    if read_null(r)? {
        return Ok(None);
    }
    expect(r.array()? == Some(2))?;
    let minor = r.i64()?;
    Ok(Some(Money::from_minor(minor, read_currency(r)?)))
}

fn read_amounts(r: &mut Decoder<'_>) -> Result<Vec<Money>, BodyError> {
    let count = r.array()?.ok_or(BodyError::Shape)?;
    (0..count)
        .map(|_| read_money(r)?.ok_or(BodyError::Field { field: "suggested amount" }))
        .collect()
}

fn read_day(r: &mut Decoder<'_>) -> Result<Date, BodyError> {
    r.str()?.parse().map_err(|_| BodyError::Field { field: "day" })
}

fn read_standard(r: &mut Decoder<'_>) -> Result<Standard, BodyError> {
    Standard::from_name(r.str()?).ok_or(BodyError::Field { field: "standard" })
}

fn read_reference(r: &mut Decoder<'_>) -> Result<ReferenceForm, BodyError> {
    match r.str()? {
        "text" => Ok(ReferenceForm::Text),
        "rf" => Ok(ReferenceForm::CreditorReference),
        _ => Err(BodyError::Field { field: "reference form" }),
    }
}

fn read_reason(r: &mut Decoder<'_>) -> Result<CorrectionReason, BodyError> {
    match r.str()? {
        "mistake" => Ok(CorrectionReason::Mistake),
        "not-given" => Ok(CorrectionReason::NotGiven),
        _ => Err(BodyError::Field { field: "reason" }),
    }
}

fn read_person(r: &mut Decoder<'_>) -> Result<PersonId, BodyError> {
    read_bytes(r, "person").map(PersonId)
}

fn read_role(r: &mut Decoder<'_>) -> Result<Role, BodyError> {
    match r.str()? {
        "volunteer" => Ok(Role::Volunteer),
        "treasurer" => Ok(Role::Treasurer),
        "admin" => Ok(Role::Admin),
        _ => Err(BodyError::Field { field: "role" }),
    }
}

fn read_means(r: &mut Decoder<'_>) -> Result<Means, BodyError> {
    match r.str()? {
        "pin" => Ok(Means::Pin),
        "passphrase" => Ok(Means::Passphrase),
        "code" => Ok(Means::Code),
        _ => Err(BodyError::Field { field: "means" }),
    }
}

fn read_erasure(r: &mut Decoder<'_>) -> Result<ErasureReason, BodyError> {
    match r.str()? {
        "asked" => Ok(ErasureReason::Asked),
        "expired" => Ok(ErasureReason::Expired),
        _ => Err(BodyError::Field { field: "reason of erasure" }),
    }
}
