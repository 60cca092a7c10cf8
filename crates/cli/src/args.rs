//! The calls and their arguments. Help is in English; everything said by a call comes from
//! `phrases`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use groat_phrases::Locale;
use groat_wire::views::CorrectionReason;
use serde_json::Value;

/// Collect gifts and keep the books: every act of Groat, without a window.
#[derive(Debug, Parser)]
#[command(name = "groat", version, propagate_version = true, arg_required_else_help = true)]
pub struct Cli {
    /// What is not about one call.
    #[command(flatten)]
    pub common: Common,
    /// The call.
    #[command(subcommand)]
    pub call: Call,
}

/// Arguments of every call.
#[derive(Debug, Clone, Args)]
pub struct Common {
    /// The folder of the books (default: this user's own)
    #[arg(long, global = true, value_name = "DIR")]
    pub books: Option<PathBuf>,
    /// Answer with one JSON object
    #[arg(long, global = true)]
    pub json: bool,
    /// The language to speak: en or de (default: the system's)
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub locale: Option<Locale>,
    /// Who asks, where the books know people; PIN or passphrase and code are taken from GROAT_PIN,
    /// GROAT_PASSPHRASE and GROAT_CODE, or asked for
    #[arg(long = "as", global = true, value_name = "NAME")]
    pub person: Option<String>,
    /// A file whose first line is the passphrase
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

/// Everything that can be asked of `groat`.
#[derive(Debug, Subcommand)]
pub enum Call {
    /// Say once who collects and where the money goes
    Init(Init),
    /// List, add or retire the accounts that gifts are paid to
    #[command(subcommand)]
    Account(Account),
    /// List, add or remove the people of the desk, or give them roles
    #[command(subcommand)]
    Person(Person),
    /// Open, list or close drives
    #[command(subcommand)]
    Drive(Drive),
    /// Ask for a gift: write it into the books and show its payment code
    Ask(Ask),
    /// Record that a gift was seen or received
    #[command(subcommand)]
    Record(Record),
    /// Undo a gift by a further entry
    Correct(Correct),
    /// Show where a drive stands
    Report(OfDrive),
    /// Write all gifts of a drive to a CSV file
    Export(Export),
    /// Prove the journal and everything folded from it
    Verify(Verify),
    /// Fold every table anew from the journal
    Refold,
    /// Save everything to one encrypted file, and prove it
    Backup {
        /// The file to write
        file: PathBuf,
    },
    /// Bring a backup back where there are no books, with a passphrase or the recovery sheet
    Restore {
        /// The file of the backup
        file: PathBuf,
    },
    /// Give somebody of the office a new passphrase, by the recovery sheet
    Recover {
        /// Whose
        name: String,
    },
    /// Show everything once, on books that are thrown away
    Demo(Demo),
    /// Encode, decode and draw payment codes
    #[command(subcommand)]
    Code(Code),
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// A checkpoint from paper: the entry, a colon, and its thirty digits ("812: 69076 74099 …")
    #[arg(long, value_name = "ENTRY:DIGITS")]
    pub against: Option<String>,
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// What donors call the organisation
    #[arg(long)]
    pub name: String,
    /// Where it is, two letters (default: the country of the IBAN)
    #[arg(long, value_name = "COUNTRY", required_unless_present = "iban")]
    pub country: Option<String>,
    /// Where the money goes; left out, the desk collects cash alone.
    #[command(flatten)]
    pub account: OfStandard,
}

/// An account by its standard and parts, or by holder and IBAN.
#[derive(Debug, Args)]
pub struct OfStandard {
    /// The standard of its codes, as `groat code advise` names it
    #[arg(long, value_name = "NAME")]
    pub standard: Option<String>,
    /// A part of the account, such as key=name@example.org; once for each
    #[arg(long, value_name = "PART=TEXT", value_parser = part, requires = "standard")]
    pub set: Vec<(String, String)>,
    /// The account holder exactly as on the bank statement, for euro transfers
    #[arg(long, requires = "iban", conflicts_with = "standard")]
    pub holder: Option<String>,
    /// The account, for euro transfers
    #[arg(long, requires = "holder", conflicts_with = "standard")]
    pub iban: Option<String>,
    /// The bank, where the account is kept outside the EEA
    #[arg(long, requires = "iban")]
    pub bic: Option<String>,
}

fn part(text: &str) -> Result<(String, String), &'static str> {
    let (name, value) = text.split_once('=').ok_or("a part is written NAME=TEXT")?;
    Ok((name.trim().to_owned(), value.to_owned()))
}

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
pub enum Account {
    /// List all accounts, oldest first
    List,
    /// Add an account
    Add(OfStandard),
    /// Ask for nothing more with an account; what was asked goes on
    Retire {
        /// Its id, as in the list
        account: String,
    },
}

/// What can be done with people.
#[derive(Debug, Subcommand)]
pub enum Person {
    /// List everybody, by name
    List,
    /// Add a person; their PIN or passphrase is taken from GROAT_NEW_SECRET, or asked for
    Add {
        /// What people call them
        name: String,
        /// What they are
        #[arg(long, value_enum)]
        role: Role,
    },
    /// Give a person a role, and a new PIN or passphrase where the role needs another one
    Role {
        /// Their name
        name: String,
        /// What they are from now on
        #[arg(value_enum)]
        role: Role,
        /// Give a new PIN or passphrase in any case
        #[arg(long)]
        new_secret: bool,
    },
    /// Remove a person: they can never sign in again, what they did stays
    Remove {
        /// Their name
        name: String,
    },
}

/// What a person is to the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Role {
    /// Asks and records, with a PIN
    Volunteer,
    /// Keeps the books, with passphrase and code
    Treasurer,
    /// Says who else may do so, with passphrase and code
    Admin,
}

impl From<Role> for groat_wire::views::Role {
    fn from(role: Role) -> groat_wire::views::Role {
        match role {
            Role::Volunteer => groat_wire::views::Role::Volunteer,
            Role::Treasurer => groat_wire::views::Role::Treasurer,
            Role::Admin => groat_wire::views::Role::Admin,
        }
    }
}

/// What can be done with drives.
#[derive(Debug, Subcommand)]
pub enum Drive {
    /// Open a drive
    Open(DriveOpen),
    /// List all drives, newest first
    List,
    /// Close a drive
    Close {
        /// Its id, as in the list
        drive: String,
    },
}

/// Arguments of `drive open`.
#[derive(Debug, Args)]
pub struct DriveOpen {
    /// Its name, for the people at the desk
    pub name: String,
    /// What the money is for; donors read it in their banking app
    #[arg(long, value_name = "TEXT")]
    pub purpose: String,
    /// The currency it collects, three letters (default: the country's)
    #[arg(long, value_name = "CURRENCY")]
    pub currency: Option<String>,
    /// What the drive wants to reach, such as 1500 or 1500.50
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub goal: Option<String>,
    /// Amounts to offer (default: three that are customary in the currency, such as 2,5,10)
    #[arg(long, value_name = "AMOUNTS", value_delimiter = ',', allow_negative_numbers = true)]
    pub suggest: Vec<String>,
}

/// The drive a call is about.
#[derive(Debug, Args)]
pub struct OfDrive {
    /// Its id, as in the list (default: the newest open one)
    #[arg(long, value_name = "ID")]
    pub drive: Option<String>,
}

/// Arguments of `ask`.
#[derive(Debug, Args)]
pub struct Ask {
    /// How much, such as 5 or 5.50; left out, the donor decides
    #[arg(allow_negative_numbers = true)]
    pub amount: Option<String>,
    /// The account, by its id in the list (default: the one asked for last)
    #[arg(long, value_name = "ID")]
    pub account: Option<String>,
    /// The drive.
    #[command(flatten)]
    pub of: OfDrive,
}

/// What can be recorded.
#[derive(Debug, Subcommand)]
pub enum Record {
    /// The donor's phone said that the payment is done
    Seen(Gift),
    /// Notes and coins were received
    Cash {
        /// How much, such as 2.50
        #[arg(allow_negative_numbers = true)]
        amount: String,
        /// The drive.
        #[command(flatten)]
        of: OfDrive,
    },
}

/// The gift a call is about.
#[derive(Debug, Args)]
pub struct Gift {
    /// The gift number, or the id in the report
    #[arg(required = true, num_args = 1.., value_name = "GIFT")]
    words: Vec<String>,
}

impl Gift {
    /// The gift that an answer names.
    pub fn of(answer: &Value, pointer: &str) -> Gift {
        let name = answer.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
        Gift { words: vec![name.to_owned()] }
    }

    /// The name as one text: gift numbers have blanks.
    pub fn named(&self) -> String {
        self.words.join(" ")
    }
}

/// Arguments of `correct`.
#[derive(Debug, Args)]
pub struct Correct {
    /// The gift.
    #[command(flatten)]
    pub gift: Gift,
    /// Why it is undone
    #[arg(long, value_enum)]
    pub reason: Reason,
}

/// Why a gift is undone.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Reason {
    /// Something was entered wrong
    Mistake,
    /// The donor did not give, or gave in another way
    NotGiven,
}

impl From<Reason> for CorrectionReason {
    fn from(reason: Reason) -> CorrectionReason {
        match reason {
            Reason::Mistake => CorrectionReason::Mistake,
            Reason::NotGiven => CorrectionReason::NotGiven,
        }
    }
}

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The drive.
    #[command(flatten)]
    pub of: OfDrive,
    /// The file to write
    pub file: PathBuf,
}

/// Arguments of `demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// Where to write the CSV file (default: a new folder for temporary files)
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// What can be done with payment codes.
#[derive(Debug, Subcommand)]
pub enum Code {
    /// Requests as JSON lines on standard input, payloads on standard output
    Encode,
    /// Payloads as JSON lines on standard input, their fields on standard output
    Decode,
    /// References to make or check as JSON lines on standard input
    Reference,
    /// Organisations as JSON lines on standard input, which codes suit them on standard output
    Advise,
    /// Draw one code
    Render(Render),
}

/// Arguments of `code render`.
#[derive(Debug, Args)]
pub struct Render {
    /// The kind of picture
    #[arg(long, value_enum)]
    pub format: Format,
    /// The width in millimetres, quiet zone included (default: the standard's own, or 40)
    #[arg(long, value_name = "MM", value_parser = clap::value_parser!(u32).range(10..=2000))]
    pub size: Option<u32>,
    /// The text of the code (default: standard input)
    pub payload: Option<String>,
    /// The file to write (default: standard output)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// A kind of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For web pages and layout programs
    Svg,
    /// Black and white pixels, about 300 to the inch
    Png,
    /// One page, as large as the code
    Pdf,
    /// Half blocks for a terminal
    Text,
}
