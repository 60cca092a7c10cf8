//! Second factors: a phone is enrolled with two codes, and recovery codes are handed out.

use groat_books::{Office, SecondFactor};
use groat_ledger::journal::Fact;
use groat_ledger::{PersonId, Role};
use groat_vault::factor::{self, EnrolError, FactorSecret, Step};
use groat_vault::{KeyBundle, RecoveryCode, UnusedCodes};
use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::session::{OpenOffice, Session, SignedIn, office_key};
use crate::sign_in::clock_differs;
use crate::{App, Code, Fault};

/// Who the codes on a phone are from, as the phone shows it.
const ISSUER: &str = "Groat";

/// What a phone needs to show codes. To be shown once, and kept nowhere.
pub struct NewFactor {
    /// The text of the code picture.
    pub uri: Zeroizing<String>,
    /// To be typed instead: the secret in groups of four.
    pub text: Zeroizing<String>,
}

/// Codes for the day a phone is gone. To be shown once, and kept nowhere.
pub type RecoveryCodes = Vec<Zeroizing<String>>;

/// A phone that is being enrolled.
#[derive(Debug)]
pub(crate) struct Enrolment {
    person: PersonId,
    role: Role,
    secret: FactorSecret,
    bundle: KeyBundle,
    pub(crate) begun_at: Timestamp,
}

/// A phone that showed two right codes.
pub(crate) struct Enrolled {
    factor: SecondFactor,
    codes: Vec<RecoveryCode>,
}

impl Enrolled {
    pub(crate) fn texts(&self) -> RecoveryCodes {
        self.codes.iter().map(RecoveryCode::text).collect()
    }

    /// Keeps factor and recovery codes in the office.
    pub(crate) async fn keep(
        &self,
        office: &Office,
        person: PersonId,
        at: Timestamp,
    ) -> Result<(), Fault> {
        let hashes: Vec<[u8; 32]> =
            UnusedCodes::of(&self.codes).hashes().iter().map(|hash| hash.0).collect();
        Ok(office.enrol(person, &self.factor, &hashes, at).await?)
    }
}

impl App {
    /// Begins to enrol the phone of a person who has none yet, or of the one at the desk anew
    /// after a fresh code.
    ///
    /// # Errors
    /// [`Code::PersonUnknown`], [`Code::RightMissing`] for a volunteer, [`Code::CodeNeeded`] where
    /// a phone was enrolled before, [`Code::PassphraseWrong`], [`Code::WaitFirst`], the codes of
    /// books.
    pub async fn begin_factor(
        &self,
        person: PersonId,
        passphrase: &str,
    ) -> Result<NewFactor, Fault> {
        let _alone = self.presence.trying.lock().await;
        let found = self.active(person).await?;
        if found.role == Role::Volunteer {
            return Err(Fault::new(Code::RightMissing).at("person"));
        }
        let now = self.clock.now();
        let fresh = matches!(self.presence.session(), Session::SignedIn(there)
            if there.person == person && there.is_fresh(now));
        if found.is_enrolled && !fresh {
            return Err(Fault::new(Code::CodeNeeded).at("person"));
        }
        self.gate(person).await?;
        let bundle = self.unlock(person, passphrase, "passphrase").await?;
        let names = self.books.people().await?.names;
        let secret = FactorSecret::from_bytes(self.draw()?);
        let new = new_factor(&secret, names.get(&person).map_or("", String::as_str));
        let enrolment = Enrolment { person, role: found.role, secret, bundle, begun_at: now };
        self.presence.with(|state| state.enrolment = Some(enrolment));
        Ok(new)
    }

    /// Enrols the phone with two codes, signs its person in, and hands out recovery codes.
    ///
    /// # Errors
    /// [`Code::FactorNotBegun`], the codes of codes at "first_code" and "second_code", the codes of
    /// books.
    pub async fn finish_factor(&self, first: &str, second: &str) -> Result<RecoveryCodes, Fault> {
        let _alone = self.presence.trying.lock().await;
        let enrolled = self.presence.with(|state| {
            let begun = state.enrolment.as_ref();
            let begun = begun.ok_or_else(|| Fault::new(Code::FactorNotBegun))?;
            self.enrolled(&begun.secret, first, second)
        })?;
        let begun = self.presence.with(|state| state.enrolment.take());
        let Enrolment { person, role, bundle, .. } =
            begun.ok_or_else(|| Fault::new(Code::FactorNotBegun))?;
        let office = Office::open(self.folder(), &office_key(&bundle)).await?;
        let now = self.clock.now();
        let kept = async {
            enrolled.keep(&office, person, now).await?;
            self.note_sign_in(person, vec![Fact::SecondFactorEnrolled { person }]).await
        };
        if let Err(refused) = kept.await {
            office.close().await;
            return Err(refused);
        }
        let seat = SignedIn { person, role, active_at: now, code_at: Some(now), approval: None };
        self.seat(seat, Some(OpenOffice { office, bundle })).await;
        Ok(enrolled.texts())
    }

    /// Checks the two codes of a new phone.
    pub(crate) fn enrolled(
        &self,
        secret: &FactorSecret,
        first: &str,
        second: &str,
    ) -> Result<Enrolled, Fault> {
        let Step(last_step) = factor::enrol(secret, first, second, self.unix_seconds())?;
        let factor = SecondFactor { secret: *secret.expose(), last_step };
        let codes = RecoveryCode::sheet(&Zeroizing::new(self.draw()?));
        Ok(Enrolled { factor, codes })
    }
}

pub(crate) fn new_factor(secret: &FactorSecret, name: &str) -> NewFactor {
    NewFactor { uri: secret.uri(ISSUER, name), text: secret.text() }
}

impl From<EnrolError> for Fault {
    fn from(error: EnrolError) -> Fault {
        match error {
            EnrolError::First(error) => Fault::from(error).at("first_code"),
            EnrolError::Second(error) => Fault::from(error).at("second_code"),
            EnrolError::ClockDiffers { minutes } => clock_differs(minutes).at("second_code"),
            _ => Fault::new(Code::CodeSame).at("second_code"),
        }
    }
}
