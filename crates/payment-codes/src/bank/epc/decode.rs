//! From the text of a code back to the request, with findings on what is odd about it.

use groat_money::{Currency, Money};
use thiserror::Error;

use super::{
    AMOUNT_MINOR_MAX, EpcCharset, EpcField, EpcRequest, EpcVersion, INFORMATION_LENGTH_MAX,
    NAME_LENGTH_MAX, PAYLOAD_BYTES_MAX, Purpose, PurposeError, Remittance, TEXT_LENGTH_MAX,
};
use crate::{
    Bic, BicError, CreditorReference, CreditorReferenceError, ForeignSign, Iban, IbanError, Ogm,
    first_foreign_sign,
};

const LINES: usize = 12;
const REFERENCE_LENGTH_MAX: usize = 35;
const FIGURES_LENGTH_MAX: usize = 12;

/// A code that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EpcReading {
    /// What it asks for.
    pub request: EpcRequest,
    /// The character set it names.
    pub charset: EpcCharset,
    /// What is odd about it, in the order of the lines.
    pub findings: Vec<EpcFinding>,
}

/// Something in a readable code that the standard does not allow or that a treasurer should see.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum EpcFinding {
    /// A byte order mark stands before the first line.
    ByteOrderMark,
    /// Empty lines follow the last filled one.
    TrailingLines {
        /// How many line ends are too many.
        count: usize,
    },
    /// The code holds more than 331 bytes.
    PayloadTooLong {
        /// How many bytes it holds.
        bytes: usize,
    },
    /// The BIC is missing though the version or the account's country needs it.
    BicMissing,
    /// The account is kept where no SEPA credit transfer can go.
    OutsideSepa,
    /// A part has too many characters.
    TooLong {
        /// Which part.
        field: EpcField,
        /// How many characters it may have.
        max: usize,
        /// How many it has.
        found: usize,
    },
    /// A part has a sign that may not stand in a payment.
    ForeignSign {
        /// Which part.
        field: EpcField,
        /// The place, counted in characters from zero.
        at: usize,
        /// The sign.
        found: char,
        /// Why it may not stand there.
        why: ForeignSign,
    },
    /// A part is written with blanks or small letters where it has none.
    NotNormalised {
        /// Which part.
        field: EpcField,
    },
    /// Line 10 holds something that is neither a creditor reference nor a Belgian structured
    /// communication; many apps ignore it.
    ReferenceOfUnknownScheme,
    /// Line 10 begins with RF, and is not a creditor reference.
    ReferenceBroken(CreditorReferenceError),
}

/// Why a text is not the text of such a code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum EpcRefusal {
    /// It does not begin with `BCD`: a code of another kind.
    #[error("the text does not begin with BCD")]
    NotEpc,
    /// Line feeds with and without carriage returns.
    #[error("line ends of two kinds are mixed")]
    MixedLineEnds,
    /// A version other than 001 and 002.
    #[error("version {found:?} is not known")]
    UnknownVersion {
        /// Line 2.
        found: String,
    },
    /// A character set other than 1 to 8.
    #[error("character set {found:?} is not known")]
    UnknownCharset {
        /// Line 3.
        found: String,
    },
    /// A byte that has no meaning in the character set the code names.
    #[error("byte {at} has no meaning in the code's character set")]
    NotInCharset {
        /// Its place, from zero.
        at: usize,
    },
    /// An identification other than SCT.
    #[error("identification {found:?} is not SCT")]
    UnknownIdentification {
        /// Line 4.
        found: String,
    },
    /// Something follows line 12.
    #[error("the text has {found} lines, {LINES} are allowed")]
    TooManyLines {
        /// How many lines there are.
        found: usize,
    },
    /// A mandatory line is missing or blank.
    #[error("the {field} is missing")]
    Missing {
        /// Which part.
        field: EpcField,
    },
    /// Line 5 is not a BIC.
    #[error("the BIC cannot be read")]
    Bic(#[source] BicError),
    /// Line 7 is not an IBAN.
    #[error("the IBAN cannot be read")]
    Iban(#[source] IbanError),
    /// Line 8 is not `EUR` and an amount from 0.01 to 999999999.99.
    #[error("{found:?} is not an amount: {why:?}")]
    Amount {
        /// Line 8.
        found: String,
        /// What is wrong with it.
        why: EpcAmountFlaw,
    },
    /// Line 9 is not a purpose code.
    #[error("the purpose cannot be read")]
    Purpose(#[source] PurposeError),
    /// Lines 10 and 11 are both filled; they exclude each other.
    #[error("reference and text exclude each other")]
    ReferenceAndText,
}

/// What is wrong with an amount line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EpcAmountFlaw {
    /// It does not begin with `EUR`.
    NotEuro,
    /// `EUR` and nothing after it; an open amount leaves the line empty.
    NoFigures,
    /// Not digits with at most one dot and two decimals.
    NotDecimal,
    /// Below 0.01 or above 999999999.99.
    OutOfRange,
}

/// Reads a code from its bytes, in the character set it names.
///
/// # Errors
/// [`EpcRefusal`], the first cause in the order of the lines.
pub fn decode(bytes: &[u8]) -> Result<EpcReading, EpcRefusal> {
    // Every set agrees on ASCII, which is all that the first three lines hold.
    let unmarked = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head: Vec<&[u8]> = unmarked.split(|byte| *byte == b'\n').take(3).collect();
    let line = |at: usize| {
        let line = head.get(at).copied().unwrap_or_default();
        String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line)).into_owned()
    };
    if line(0) != "BCD" {
        return Err(EpcRefusal::NotEpc);
    }
    version(&line(1))?;
    let charset = charset(&line(2))?;
    let text = charset.read(unmarked);
    let text =
        text.map_err(|at| EpcRefusal::NotInCharset { at: at + bytes.len() - unmarked.len() })?;
    let mut reading = decode_text(&text)?;
    reading.findings.retain(|finding| !matches!(finding, EpcFinding::PayloadTooLong { .. }));
    if bytes.len() > PAYLOAD_BYTES_MAX {
        reading.findings.push(EpcFinding::PayloadTooLong { bytes: bytes.len() });
    }
    if unmarked.len() < bytes.len() {
        reading.findings.insert(0, EpcFinding::ByteOrderMark);
    }
    Ok(reading)
}

/// Reads a code that a scanner has already turned from bytes into text.
///
/// # Errors
/// [`EpcRefusal`], the first cause in the order of the lines.
pub fn decode_text(text: &str) -> Result<EpcReading, EpcRefusal> {
    let mut findings = Vec::new();
    let unmarked = text.strip_prefix('\u{feff}').unwrap_or(text);
    if unmarked.len() < text.len() {
        findings.push(EpcFinding::ByteOrderMark);
    }
    let lines = Lines::part(unmarked)?;
    let version = version(lines.line(1))?;
    let charset = charset(lines.line(2))?;
    if lines.line(3) != "SCT" {
        return Err(EpcRefusal::UnknownIdentification { found: lines.line(3).to_owned() });
    }
    let bic = lines.filled(4).map(|line| bic(line, &mut findings)).transpose()?;
    let payee_name = lines.filled(5).ok_or(EpcRefusal::Missing { field: EpcField::PayeeName })?;
    check_value(EpcField::PayeeName, payee_name, NAME_LENGTH_MAX, &mut findings);
    let iban = lines.filled(6).ok_or(EpcRefusal::Missing { field: EpcField::Iban })?;
    let iban = read_iban(iban, &mut findings)?;
    if !iban.country().is_in_sepa() {
        findings.push(EpcFinding::OutsideSepa);
    }
    if bic.is_none() && (version == EpcVersion::V001 || EpcRequest::needs_bic(iban.country())) {
        findings.push(EpcFinding::BicMissing);
    }
    let amount = lines.filled(7).map(amount).transpose()?;
    let purpose = lines.filled(8).map(Purpose::parse).transpose().map_err(EpcRefusal::Purpose)?;
    let remittance = match (lines.filled(9), lines.filled(10)) {
        (Some(_), Some(_)) => return Err(EpcRefusal::ReferenceAndText),
        (Some(reference), None) => line_10(reference, &iban, &mut findings),
        (None, Some(text)) => {
            check_value(EpcField::Text, text, TEXT_LENGTH_MAX, &mut findings);
            Remittance::Text(text.to_owned())
        }
        (None, None) => Remittance::None,
    };
    let information = lines.filled(11);
    if let Some(value) = information {
        check_value(EpcField::Information, value, INFORMATION_LENGTH_MAX, &mut findings);
    }
    if lines.trailing > 0 {
        findings.push(EpcFinding::TrailingLines { count: lines.trailing });
    }
    let bytes = charset.bytes_of(text);
    if bytes > PAYLOAD_BYTES_MAX {
        findings.push(EpcFinding::PayloadTooLong { bytes });
    }
    let (payee_name, information) = (payee_name.to_owned(), information.map(str::to_owned));
    let request =
        EpcRequest { payee_name, iban, bic, amount, purpose, remittance, information, version };
    Ok(EpcReading { request, charset, findings })
}

/// The lines of a code up to the last one that is filled.
struct Lines<'a> {
    filled: Vec<&'a str>,
    trailing: usize,
}

impl<'a> Lines<'a> {
    fn part(text: &'a str) -> Result<Lines<'a>, EpcRefusal> {
        let feeds = text.matches('\n').count();
        let returns = text.matches("\r\n").count();
        if !matches!(text.split(['\r', '\n']).next(), Some("BCD")) {
            return Err(EpcRefusal::NotEpc);
        }
        let end = match returns {
            0 => "\n",
            _ if returns == feeds => "\r\n",
            _ => return Err(EpcRefusal::MixedLineEnds),
        };
        let mut filled: Vec<&str> = text.split(end).collect();
        let all = filled.len();
        while filled.last().is_some_and(|line| line.is_empty()) {
            filled.pop();
        }
        match filled.len() {
            found if found > LINES => Err(EpcRefusal::TooManyLines { found }),
            found => Ok(Lines { filled, trailing: all - found }),
        }
    }

    fn line(&self, at: usize) -> &'a str {
        self.filled.get(at).copied().unwrap_or_default()
    }

    fn filled(&self, at: usize) -> Option<&'a str> {
        self.filled.get(at).copied().filter(|line| !line.trim().is_empty())
    }
}

fn version(line: &str) -> Result<EpcVersion, EpcRefusal> {
    [EpcVersion::V001, EpcVersion::V002]
        .into_iter()
        .find(|version| version.as_str() == line)
        .ok_or_else(|| EpcRefusal::UnknownVersion { found: line.to_owned() })
}

fn charset(line: &str) -> Result<EpcCharset, EpcRefusal> {
    EpcCharset::from_line(line).ok_or_else(|| EpcRefusal::UnknownCharset { found: line.to_owned() })
}

fn bic(line: &str, findings: &mut Vec<EpcFinding>) -> Result<Bic, EpcRefusal> {
    let bic = Bic::parse(line).map_err(EpcRefusal::Bic)?;
    if bic.as_str() != line {
        findings.push(EpcFinding::NotNormalised { field: EpcField::Bic });
    }
    Ok(bic)
}

fn read_iban(line: &str, findings: &mut Vec<EpcFinding>) -> Result<Iban, EpcRefusal> {
    let iban = Iban::parse(line).map_err(EpcRefusal::Iban)?;
    if iban.as_str() != line {
        findings.push(EpcFinding::NotNormalised { field: EpcField::Iban });
    }
    Ok(iban)
}

fn amount(line: &str) -> Result<Money, EpcRefusal> {
    let refusal = |why| EpcRefusal::Amount { found: line.to_owned(), why };
    let figures = line.strip_prefix("EUR").ok_or_else(|| refusal(EpcAmountFlaw::NotEuro))?;
    if figures.is_empty() {
        return Err(refusal(EpcAmountFlaw::NoFigures));
    }
    if figures.starts_with('-') || figures.len() > FIGURES_LENGTH_MAX {
        return Err(refusal(EpcAmountFlaw::NotDecimal));
    }
    let amount = Money::from_decimal_text(figures, Currency::EUR);
    let amount = amount.map_err(|_| refusal(EpcAmountFlaw::NotDecimal))?;
    if !(1..=AMOUNT_MINOR_MAX).contains(&amount.minor()) {
        return Err(refusal(EpcAmountFlaw::OutOfRange));
    }
    Ok(amount)
}

fn line_10(line: &str, iban: &Iban, findings: &mut Vec<EpcFinding>) -> Remittance {
    check_value(EpcField::Reference, line, REFERENCE_LENGTH_MAX, findings);
    if line.bytes().all(|byte| byte.is_ascii_digit())
        && iban.country().code() == "BE"
        && let Ok(ogm) = Ogm::parse(line)
    {
        return Remittance::Ogm(ogm);
    }
    match CreditorReference::parse(line) {
        Ok(reference) => {
            if reference.as_str() != line {
                findings.push(EpcFinding::NotNormalised { field: EpcField::Reference });
            }
            return Remittance::Reference(reference);
        }
        Err(CreditorReferenceError::NotRf) => findings.push(EpcFinding::ReferenceOfUnknownScheme),
        Err(broken) => findings.push(EpcFinding::ReferenceBroken(broken)),
    }
    Remittance::National(line.to_owned())
}

fn check_value(field: EpcField, value: &str, max: usize, findings: &mut Vec<EpcFinding>) {
    let found = value.chars().count();
    if found > max {
        findings.push(EpcFinding::TooLong { field, max, found });
    }
    if let Some(sign) = first_foreign_sign(value) {
        let (at, found, why) = (sign.at, sign.found, sign.why);
        findings.push(EpcFinding::ForeignSign { field, at, found, why });
    }
}
