//! Who makes a call, and with what they are let in: a process that ends cannot stay signed in.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::{env, fs, io};

use groat_app::{App, Code, Fault, Permit, PersonStanding, Right, Session};
use groat_phrases::{Id, Locale, sentence};
use groat_wire::views::{PersonView, Role};

use crate::args::Common;

/// Who makes a call.
pub struct Caller {
    name: Option<String>,
    passphrase_file: Option<PathBuf>,
    locale: Locale,
    /// Whether a person can be asked.
    asks: bool,
}

impl Caller {
    /// Takes who it is from the arguments; asks only where a person sits before the terminal.
    pub fn of(common: &Common, locale: Locale) -> Caller {
        Caller {
            name: common.person.clone(),
            passphrase_file: common.passphrase_file.clone(),
            locale,
            asks: !common.json && io::stdin().is_terminal() && io::stderr().is_terminal(),
        }
    }

    /// Whether the call needs somebody to sign in first.
    pub async fn must_sign_in(app: &App, right: Right) -> Result<bool, Fault> {
        Ok(right != Right::Always && app.session().await?.session == Session::Locked)
    }

    /// Signs in where the call needs it, and asks whether it may be made.
    pub async fn enter(&self, app: &App, right: Right) -> Result<Permit, Fault> {
        if Caller::must_sign_in(app, right).await? {
            self.sign_in(app).await?;
        }
        app.may(right).await
    }

    async fn sign_in(&self, app: &App) -> Result<(), Fault> {
        let name = self.name.as_deref().ok_or_else(|| Fault::new(Code::PersonMissing))?;
        let person = app.find_person(name).await?;
        let (secret, code) = match PersonView::from(&person).role {
            Role::Volunteer => (self.secret("GROAT_PIN", Id::AskPin)?, None),
            Role::Treasurer | Role::Admin => {
                let code = match person.person.is_enrolled {
                    true => Some(self.secret("GROAT_CODE", Id::AskCode)?),
                    false => None,
                };
                (self.passphrase()?, code)
            }
        };
        app.sign_in(person.id, &secret, code.as_deref()).await
    }

    /// What stands on the recovery sheet.
    pub fn sheet(&self) -> Result<String, Fault> {
        self.secret("GROAT_SHEET", Id::AskSheet)
    }

    /// The passphrase; where a backup is restored, what stands on the sheet will do too.
    pub fn passphrase(&self) -> Result<String, Fault> {
        let Some(path) = &self.passphrase_file else {
            return self.secret("GROAT_PASSPHRASE", Id::AskPassphrase);
        };
        let text = fs::read_to_string(path).map_err(|error| {
            let name = path.display().to_string();
            Fault::new(Code::SecretMissing).with("variable", name).because(error)
        })?;
        Ok(text.lines().next().unwrap_or_default().to_owned())
    }

    /// The new PIN or passphrase of a person.
    pub fn new_secret(&self, role: Role) -> Result<String, Fault> {
        let id = match role {
            Role::Volunteer => Id::AskNewPin,
            Role::Treasurer | Role::Admin => Id::AskNewPassphrase,
        };
        self.secret("GROAT_NEW_SECRET", id)
    }

    /// Whether a person needs another kind of secret in a role.
    pub fn changes_secret(before: &PersonStanding, role: Role) -> bool {
        let is_volunteer = |role| role == Role::Volunteer;
        is_volunteer(PersonView::from(before).role) != is_volunteer(role)
    }

    /// A secret from the environment, or from the person before the terminal, unseen.
    fn secret(&self, variable: &str, asked: Id) -> Result<String, Fault> {
        if let Some(given) = env::var(variable).ok().filter(|given| !given.is_empty()) {
            return Ok(given);
        }
        let missing = || Fault::new(Code::SecretMissing).with("variable", variable.to_owned());
        if !self.asks {
            return Err(missing());
        }
        let prompt = sentence(self.locale, asked, &[]);
        rpassword::prompt_password(format!("{prompt} ")).map_err(|error| missing().because(error))
    }
}
