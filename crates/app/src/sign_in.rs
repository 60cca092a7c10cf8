//! Signing in: PIN, or passphrase and code; and waiting after wrong tries.

use std::sync::Arc;

use groat_books::{Author, Office, WrongTries};
use groat_ledger::journal::Fact;
use groat_ledger::{Means, Person, PersonId, Role};
use groat_vault::attempts::{Gate, gate};
use groat_vault::factor::{self, CodeError, FactorSecret, Step};
use groat_vault::{
    CodeHash, Cost, Key, KeyBundle, Keys, OpenError, OutOfMemory, Passphrase, Pin, PinHash,
    PutError, RecoveryCode, RecoveryCodeError, RecoveryKey, SlotRandom, UnusedCodes,
};
use jiff::Timestamp;

use crate::passphrases::blocking;
use crate::session::{Approval, OpenOffice, Session, SignedIn, office_key};
use crate::{App, Code, Fault, keys};

/// The most digits that are read as a code from a phone; recovery codes are longer.
const PHONE_DIGITS_MAX: usize = 8;

/// What stood in for the second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    Phone,
    RecoveryCode,
}

impl App {
    /// Signs a person in, in the place of whoever was: a volunteer by PIN, the others by
    /// passphrase and the code on their phone, or a recovery code.
    ///
    /// # Errors
    /// [`Code::PersonUnknown`], [`Code::WaitFirst`], [`Code::PersonLockedOut`],
    /// [`Code::PinWrong`], [`Code::PassphraseWrong`], [`Code::CodeNeeded`],
    /// [`Code::FactorMissing`], the codes of codes and books.
    pub async fn sign_in(
        &self,
        person: PersonId,
        secret: &str,
        code: Option<&str>,
    ) -> Result<(), Fault> {
        let _alone = self.presence.trying.lock().await;
        let found = self.active(person).await?;
        self.gate(person).await?;
        let (now, role) = (self.clock.now(), found.role);
        let seat = SignedIn { person, role, active_at: now, code_at: None, approval: None };
        if role == Role::Volunteer {
            self.check_pin(person, secret).await?;
            self.note_sign_in(person, Vec::new()).await?;
            self.seat(seat, None).await;
            return Ok(());
        }
        let code = code.filter(|code| !code.trim().is_empty());
        if found.is_enrolled && code.is_none() {
            return Err(Fault::new(Code::CodeNeeded).at("code"));
        }
        let bundle = self.unlock(person, secret, "secret").await?;
        let (Some(code), true) = (code, found.is_enrolled) else {
            return Err(Fault::new(Code::FactorMissing).at("person"));
        };
        let office = Office::open(self.folder(), &office_key(&bundle)).await?;
        let noted = match self.check_code(&office, person, code).await {
            Ok(proof) => self.note_sign_in(person, proof.facts(person)).await,
            Err(refused) => Err(refused),
        };
        if let Err(refused) = noted {
            office.close().await;
            return Err(refused);
        }
        let open = OpenOffice { office, bundle };
        self.seat(SignedIn { code_at: Some(now), ..seat }, Some(open)).await;
        Ok(())
    }

    /// Makes the code of the person at the desk fresh again.
    ///
    /// # Errors
    /// As [`App::sign_in`]; [`Code::OfficeMissing`] where nobody is signed in who has a code.
    pub async fn confirm_code(&self, code: &str) -> Result<(), Fault> {
        let _alone = self.presence.trying.lock().await;
        let (signed_in, open) = self.at_office()?;
        self.gate(signed_in.person).await?;
        let proof = self.check_code(&open.office, signed_in.person, code).await?;
        let facts = proof.facts(signed_in.person);
        self.note_right_try(signed_in.person, self.author(), facts).await?;
        let now = self.clock.now();
        self.presence.with(|state| match &mut state.session {
            Session::SignedIn(there) if there.person == signed_in.person => {
                there.code_at = Some(now);
                there.active_at = now;
            }
            _ => {}
        });
        Ok(())
    }

    /// Lets a second person approve the next sensitive act of the one at the desk.
    ///
    /// # Errors
    /// [`Code::ApprovalOwn`], [`Code::RightMissing`] for a volunteer; as [`App::sign_in`].
    pub async fn approve(&self, by: PersonId, secret: &str, code: &str) -> Result<(), Fault> {
        let _alone = self.presence.trying.lock().await;
        let (signed_in, open) = self.at_office()?;
        let known = self.books.people().await?.people;
        let approved = match known.approve(by, Some(signed_in.person)) {
            Ok(approved) => approved,
            Err(refused) => return Err(crate::people::refused(refused).at("person")),
        };
        self.gate(by).await?;
        // Only the passphrase is checked by it; the keys are the same for all of the office.
        drop(self.unlock(by, secret, "secret").await?);
        let proof = self.check_code(&open.office, by, code).await?;
        let facts = proof.facts(by).into_iter().chain([approved]).collect();
        self.note_right_try(by, self.author(), facts).await?;
        let approval = Some(Approval { by, at: self.clock.now() });
        self.presence.with(|state| match &mut state.session {
            Session::SignedIn(there) if there.person == signed_in.person => {
                there.approval = approval;
            }
            _ => {}
        });
        Ok(())
    }

    /// Gives a person of the office a new passphrase, by the printed recovery sheet. The code on
    /// their phone is asked for at the next sign-in as ever.
    ///
    /// # Errors
    /// [`Code::RecoveryLength`] and [`Code::RecoveryMistyped`] for what is no sheet,
    /// [`Code::RecoverySheetWrong`] for another one's, the codes of new passphrases at "new", as
    /// [`App::sign_in`].
    pub async fn recover(&self, person: PersonId, sheet: &str, new: &str) -> Result<(), Fault> {
        let _alone = self.presence.trying.lock().await;
        let found = self.active(person).await?;
        if found.role == Role::Volunteer {
            return Err(Fault::new(Code::PersonUnknown).at("person"));
        }
        self.gate(person).await?;
        let sheet = RecoveryKey::parse(sheet)?;
        let new = Passphrase::parse(new).map_err(|error| Fault::from(error).at("new"))?;
        let slots = self.slots()?;
        let bundle = match slots.open_recovery(&sheet) {
            Ok(bundle) => bundle,
            Err(_) => {
                let wrong = Fault::new(Code::RecoverySheetWrong).at("typed");
                return Err(self.note_wrong_try(person, Means::Passphrase, wrong).await);
            }
        };
        let office = Office::open(self.folder(), &office_key(&bundle)).await?;
        let open = OpenOffice { office, bundle };
        let given = self.give_slot(&open, slots, person, new).await;
        open.office.close().await;
        given?;
        let author = Author { person: Some(person), ..self.author() };
        self.note_right_try(person, author, vec![Fact::RecoverySheetUsed { person }]).await
    }

    /// The person of the office at the desk, and what is open because of it.
    pub(crate) fn at_office(&self) -> Result<(SignedIn, Arc<OpenOffice>), Fault> {
        self.presence.with(|state| match (&state.session, &state.open) {
            (Session::SignedIn(signed_in), Some(open)) => Ok((*signed_in, open.clone())),
            (Session::SignedIn(_), None) => Err(Fault::new(Code::RightMissing)),
            (Session::Locked, _) => Err(Fault::new(Code::DeskLocked)),
            (Session::Nobody, _) => Err(Fault::new(Code::OfficeMissing)),
        })
    }

    /// A person who may sign in.
    pub(crate) async fn active(&self, person: PersonId) -> Result<Person, Fault> {
        let known = self.books.people().await?.people;
        let found = known.active(person).copied();
        found.map_err(|_| Fault::new(Code::PersonUnknown).at("person"))
    }

    /// Refuses a try that comes too soon after wrong ones.
    pub(crate) async fn gate(&self, person: PersonId) -> Result<(), Fault> {
        match gate_of(self.books.wrong_tries().await?.get(&person), self.clock.now()) {
            Gate::Open => Ok(()),
            Gate::Wait { milliseconds } => {
                let minutes = milliseconds.saturating_add(59_999) / 60_000;
                let minutes = u32::try_from(minutes).unwrap_or(u32::MAX);
                Err(Fault::new(Code::WaitFirst).with("minutes", minutes).at("person"))
            }
            Gate::Locked => Err(Fault::new(Code::PersonLockedOut).at("person")),
        }
    }

    async fn check_pin(&self, person: PersonId, typed: &str) -> Result<(), Fault> {
        let stored = self.books.pin(person).await?;
        let damaged = |error| Fault::new(Code::BooksDamaged).with("detail", "pin").because(error);
        let stored = stored.map(|bytes| PinHash::decode(&bytes)).transpose().map_err(damaged)?;
        let typed = Pin::typed(typed);
        let right = match stored {
            Some(stored) => blocking(move || stored.verify(&typed)).await?.map_err(no_memory)?,
            None => false,
        };
        match right {
            true => Ok(()),
            false => {
                let wrong = Fault::new(Code::PinWrong).at("secret");
                Err(self.note_wrong_try(person, Means::Pin, wrong).await)
            }
        }
    }

    /// Opens the slot of a person. A wrong passphrase is counted.
    pub(crate) async fn unlock(
        &self,
        person: PersonId,
        passphrase: &str,
        field: &str,
    ) -> Result<KeyBundle, Fault> {
        let slots = self.slots()?;
        let (typed, keys) = (Passphrase::typed(passphrase), self.keys.clone());
        let random = self.slot_random()?;
        let opened = blocking(move || {
            let here = &keys.device.keyring;
            match slots.open_passphrase(person.0, &typed, here) {
                Ok(bundle) => Ok((bundle, None)),
                Err(OpenError::NoSlot) => {
                    let (bundle, settled) = settled(slots, person, &typed, here, &random)?;
                    Ok((bundle, Some(settled)))
                }
                Err(error) => Err(error),
            }
        })
        .await?;
        match opened {
            Ok((bundle, settled)) => {
                settled.map_or(Ok(()), |slots| keys::write(self.folder(), &slots))?;
                Ok(bundle)
            }
            Err(OpenError::Closed | OpenError::NoSlot) => {
                let wrong = Fault::new(Code::PassphraseWrong).at(field);
                Err(self.note_wrong_try(person, Means::Passphrase, wrong).await)
            }
            Err(OpenError::OutOfMemory(error)) => Err(no_memory(error)),
            Err(replaced) => {
                Err(Fault::new(Code::BooksDamaged).with("detail", "keys").because(replaced))
            }
        }
    }

    /// Checks a code and uses it up. A wrong one is counted.
    async fn check_code(
        &self,
        office: &Office,
        person: PersonId,
        typed: &str,
    ) -> Result<Proof, Fault> {
        let signs = typed.chars().filter(|sign| !sign.is_whitespace()).count();
        let digits = typed.chars().all(|sign| sign.is_whitespace() || sign.is_ascii_digit());
        let checked = match digits && signs <= PHONE_DIGITS_MAX {
            true => self.check_phone(office, person, typed).await?,
            false => self.check_recovery_code(office, person, typed).await?,
        };
        match checked {
            Ok(proof) => Ok(proof),
            Err(wrong) if matches!(wrong.code, Code::CodeMalformed) => Err(wrong.at("code")),
            Err(wrong) => Err(self.note_wrong_try(person, Means::Code, wrong.at("code")).await),
        }
    }

    async fn check_phone(
        &self,
        office: &Office,
        person: PersonId,
        typed: &str,
    ) -> Result<Result<Proof, Fault>, Fault> {
        let missing = || Fault::new(Code::BooksDamaged).with("detail", "second factor");
        let known = office.second_factor(person).await?.ok_or_else(missing)?;
        let secret = FactorSecret::from_bytes(known.secret);
        let last = Some(Step(known.last_step));
        match factor::check(&secret, typed, self.unix_seconds(), last) {
            // Whoever comes second with the same code finds it used up.
            Ok(step) if office.use_step(person, step.0).await? => Ok(Ok(Proof::Phone)),
            Ok(_) => Ok(Err(Fault::new(Code::CodeUsed))),
            Err(error) => Ok(Err(error.into())),
        }
    }

    async fn check_recovery_code(
        &self,
        office: &Office,
        person: PersonId,
        typed: &str,
    ) -> Result<Result<Proof, Fault>, Fault> {
        let code = match RecoveryCode::parse(typed) {
            Ok(code) => code,
            Err(error) => return Ok(Err(error.into())),
        };
        let unused = office.recovery_codes(person).await?.into_iter();
        let unused = unused.filter(|(_, used)| !used).map(|(hash, _)| CodeHash(hash)).collect();
        match UnusedCodes::from_hashes(unused).use_up(&code) {
            Ok(hash) if office.use_recovery_code(person, &hash.0, self.clock.now()).await? => {
                Ok(Ok(Proof::RecoveryCode))
            }
            Ok(_) => Ok(Err(Fault::new(Code::RecoveryCodeWrong))),
            Err(error) => Ok(Err(error.into())),
        }
    }

    /// Writes down that a person signed in, and what was used up for it.
    pub(crate) async fn note_sign_in(
        &self,
        person: PersonId,
        mut facts: Vec<Fact>,
    ) -> Result<(), Fault> {
        facts.push(Fact::SignedIn { person });
        let author = Author { person: Some(person), ..self.author() };
        self.note_right_try(person, author, facts).await
    }

    async fn note_right_try(
        &self,
        person: PersonId,
        author: Author,
        facts: Vec<Fact>,
    ) -> Result<(), Fault> {
        let mut writing = self.books.write(author).await?;
        for fact in facts {
            writing.append(fact).await?;
        }
        writing.keep_wrong_tries(person, WrongTries::default()).await?;
        Ok(writing.commit().await?)
    }

    /// Writes down a wrong try and answers its fault; the books' own where that cannot be.
    async fn note_wrong_try(&self, person: PersonId, means: Means, wrong: Fault) -> Fault {
        let noted = async {
            let author = self.author();
            let at = author.at;
            let mut writing = self.books.write(author).await?;
            writing.append(Fact::SignInRefused { person, means }).await?;
            let failures = writing.wrong_tries(person).await?.failures.saturating_add(1);
            writing.keep_wrong_tries(person, WrongTries { failures, last: Some(at) }).await?;
            writing.commit().await
        };
        match noted.await {
            Ok(()) => wrong,
            Err(refused) => refused.into(),
        }
    }

    pub(crate) fn unix_seconds(&self) -> u64 {
        u64::try_from(self.clock.now().as_second()).unwrap_or(0)
    }
}

/// Opens restored books with the slot that travelled in the backup, and puts one of this computer
/// in its place.
fn settled(
    mut slots: Keys,
    person: PersonId,
    typed: &Passphrase,
    here: &Key,
    random: &SlotRandom,
) -> Result<(KeyBundle, Keys), OpenError> {
    let (whose, bundle) = slots.open_travel(typed)?;
    if whose != person.0 {
        return Err(OpenError::Closed);
    }
    let put = slots.put_passphrase(whose, typed, here, &bundle, Cost::STANDARD, random);
    if let Err(PutError::OutOfMemory(error)) = put {
        return Err(OpenError::OutOfMemory(error));
    }
    slots.remove_travel(whose);
    Ok((bundle, slots))
}

impl Proof {
    /// What the journal says of it.
    fn facts(self, person: PersonId) -> Vec<Fact> {
        match self {
            Proof::Phone => Vec::new(),
            Proof::RecoveryCode => vec![Fact::RecoveryCodeUsed { person }],
        }
    }
}

/// Whether a try is let through now.
pub(crate) fn gate_of(tries: Option<&WrongTries>, now: Timestamp) -> Gate {
    let tries = tries.copied().unwrap_or_default();
    let last_ms = tries.last.map_or(0, Timestamp::as_millisecond);
    gate(tries.failures, last_ms, now.as_millisecond())
}

/// Stretching needs more memory than this computer has left.
pub(crate) fn no_memory(error: OutOfMemory) -> Fault {
    Fault::new(Code::MemoryShort).because(error)
}

impl From<CodeError> for Fault {
    fn from(error: CodeError) -> Fault {
        match error {
            CodeError::Malformed => Fault::new(Code::CodeMalformed),
            CodeError::UsedAlready => Fault::new(Code::CodeUsed),
            CodeError::ClockDiffers { minutes } => clock_differs(minutes),
            _ => Fault::new(Code::CodeWrong),
        }
    }
}

impl From<RecoveryCodeError> for Fault {
    fn from(error: RecoveryCodeError) -> Fault {
        match error {
            RecoveryCodeError::Unknown => Fault::new(Code::RecoveryCodeWrong),
            _ => Fault::new(Code::CodeMalformed),
        }
    }
}

/// The fault of a phone whose clock and this computer's differ.
pub(crate) fn clock_differs(minutes: i64) -> Fault {
    let count = u32::try_from(minutes.unsigned_abs()).unwrap_or(u32::MAX);
    let direction = if minutes < 0 { "behind" } else { "ahead" };
    Fault::new(Code::ClockDiffers).with("minutes", count).with("direction", direction)
}
