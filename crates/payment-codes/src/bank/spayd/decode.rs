//! From the text of a code back to the request, with findings on what is odd about it.

use groat_money::{Currency, Money};
use thiserror::Error;

use super::attributes::Values;
use super::{
    ALTERNATIVES_MAX, AMOUNT_HUNDREDTHS_MAX, MESSAGE_LENGTH_MAX, NAME_LENGTH_MAX,
    PAYER_REFERENCE_LENGTH_MAX, SYMBOL_LENGTH_MAX, SpaydAccount, SpaydAmount, SpaydField,
    SpaydRequest, other_length_max,
};
use crate::{Bic, BicError, Day, ForeignSign, Iban, IbanError, first_foreign_sign};

const AMOUNT_LENGTH_MAX: usize = 10;

/// A code that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpaydReading {
    /// What it asks for.
    pub request: SpaydRequest,
    /// What is odd about it.
    pub findings: Vec<SpaydFinding>,
}

/// Something in a readable code that the standard does not allow or that a treasurer should see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpaydFinding {
    /// A byte order mark stands before the header.
    ByteOrderMark,
    /// No currency is named; crowns are meant.
    CurrencyMissing,
    /// Another currency than crowns, which banks need not read.
    CurrencyNotCzk {
        /// The currency.
        found: Currency,
    },
    /// The amount is nothing; apps show 0 instead of asking for one. Read as an open amount.
    AmountZero,
    /// A part has too many characters.
    TooLong {
        /// Which part.
        field: SpaydField,
        /// How many characters it may have.
        max: usize,
        /// How many it has.
        found: usize,
    },
    /// A part has a sign that may not stand in a payment.
    ForeignSign {
        /// Which part.
        field: SpaydField,
        /// The place, counted in characters from zero.
        at: usize,
        /// The sign.
        found: char,
        /// Why it may not stand there.
        why: ForeignSign,
    },
    /// A part has blanks around it or small letters where it has none.
    NotNormalised {
        /// Which part.
        field: SpaydField,
    },
    /// A percent sign that begins no encoded byte; read as itself.
    PercentAlone {
        /// Which part.
        field: SpaydField,
    },
}

/// Why a text is not the text of such a code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SpaydRefusal {
    /// It does not begin with `SPD*`: a code of another kind.
    #[error("the text does not begin with SPD*")]
    NotSpayd,
    /// A version other than 1.0.
    #[error("version {found:?} is not known")]
    UnknownVersion {
        /// What stands after the first asterisk.
        found: String,
    },
    /// What stands between two asterisks is no key with its value; an asterisk inside a value is
    /// written `%2A`.
    #[error("{found:?} is not a key with a value")]
    NotAnAttribute {
        /// What stands there.
        found: String,
    },
    /// A key has no value.
    #[error("{key} has no value")]
    NoValue {
        /// The key.
        key: String,
    },
    /// A key stands twice.
    #[error("{key} stands twice")]
    Repeated {
        /// The key.
        key: String,
    },
    /// The percent-encoded bytes of a value are not UTF-8.
    #[error("the value of {key} is not UTF-8")]
    NotUtf8 {
        /// The key.
        key: String,
    },
    /// The checksum fits the text neither with nor without the closing asterisk.
    #[error("the checksum {found:?} does not fit")]
    Checksum {
        /// What the code says it is.
        found: String,
        /// What fits the text without the closing asterisk.
        computed: String,
    },
    /// There is no account.
    #[error("the account is missing")]
    AccountMissing,
    /// An account is not an IBAN.
    #[error("the IBAN cannot be read")]
    Iban {
        /// The account or the alternatives.
        field: SpaydField,
        /// What is wrong with it.
        #[source]
        why: IbanError,
    },
    /// What stands behind an account's plus is not a BIC.
    #[error("the BIC cannot be read")]
    Bic {
        /// The account or the alternatives.
        field: SpaydField,
        /// What is wrong with it.
        #[source]
        why: BicError,
    },
    /// More than two alternative accounts.
    #[error("a code has at most {ALTERNATIVES_MAX} alternative accounts, not {found}")]
    TooManyAlternatives {
        /// How many there are.
        found: usize,
    },
    /// The currency is not one of ISO 4217.
    #[error("{found:?} is not a currency")]
    UnknownCurrency {
        /// The value.
        found: String,
    },
    /// The amount cannot be read.
    #[error("{found:?} is not an amount: {why:?}")]
    Amount {
        /// The value.
        found: String,
        /// What is wrong with it.
        why: SpaydAmountFlaw,
    },
    /// A symbol or the payer's reference is not digits, or has too many.
    #[error("the {field} is not 1 to {max} digits")]
    NotDigits {
        /// Which part.
        field: SpaydField,
        /// How many digits it may have.
        max: usize,
    },
    /// The due date is no day of the calendar.
    #[error("{found:?} is not a day")]
    DueDate {
        /// The value.
        found: String,
    },
}

/// What is wrong with an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpaydAmountFlaw {
    /// Not digits with at most one dot and the currency's decimals, two at most.
    NotDecimal,
    /// Above 9999999.99.
    TooLarge,
}

/// Reads a code from its text.
///
/// # Errors
/// [`SpaydRefusal`]: the first cause, the form of the whole before the parts.
pub fn decode(text: &str) -> Result<SpaydReading, SpaydRefusal> {
    let mut findings = Vec::new();
    let unmarked = text.strip_prefix('\u{feff}').unwrap_or(text);
    if unmarked.len() < text.len() {
        findings.push(SpaydFinding::ByteOrderMark);
    }
    let mut values = Values::part(unmarked, &mut findings)?;
    let account = values.take(SpaydField::Account).ok_or(SpaydRefusal::AccountMissing)?;
    let account = read_account(SpaydField::Account, &account, &mut findings)?;
    let alternatives = match values.take(SpaydField::Alternatives) {
        Some(value) => read_alternatives(&value, &mut findings)?,
        None => Vec::new(),
    };
    let amount = read_amount(&mut values, &mut findings)?;
    let mut symbol = |field, max| values.take(field).map(|value| digits(field, value, max));
    let payer_reference =
        symbol(SpaydField::PayerReference, PAYER_REFERENCE_LENGTH_MAX).transpose()?;
    let variable_symbol = symbol(SpaydField::VariableSymbol, SYMBOL_LENGTH_MAX).transpose()?;
    let specific_symbol = symbol(SpaydField::SpecificSymbol, SYMBOL_LENGTH_MAX).transpose()?;
    let constant_symbol = symbol(SpaydField::ConstantSymbol, SYMBOL_LENGTH_MAX).transpose()?;
    let mut read_text = |field, max| {
        values.take(field).inspect(|value| check(field, value, Some(max), &mut findings))
    };
    let payee_name = read_text(SpaydField::PayeeName, NAME_LENGTH_MAX);
    let message = read_text(SpaydField::Message, MESSAGE_LENGTH_MAX);
    let due_date = values.take(SpaydField::DueDate).map(|value| {
        Day::parse_compact(&value).map_err(|_| SpaydRefusal::DueDate { found: value })
    });
    let due_date = due_date.transpose()?;
    let instant = values.take_if(SpaydField::PaymentType, |value| value == "IP").is_some();
    for (key, value) in &values.0 {
        check(SpaydField::of_key(key), value, other_length_max(key), &mut findings);
    }
    let request = SpaydRequest {
        account,
        alternatives,
        amount,
        payer_reference,
        variable_symbol,
        specific_symbol,
        constant_symbol,
        payee_name,
        due_date,
        instant,
        message,
        others: values.0,
    };
    Ok(SpaydReading { request, findings })
}

fn read_account(
    field: SpaydField,
    value: &str,
    findings: &mut Vec<SpaydFinding>,
) -> Result<SpaydAccount, SpaydRefusal> {
    let (iban, bic) = match value.split_once('+') {
        Some((iban, bic)) => (iban, Some(bic)),
        None => (value, None),
    };
    let iban = Iban::parse(iban).map_err(|why| SpaydRefusal::Iban { field, why })?;
    let bic = bic.map(Bic::parse).transpose();
    let bic = bic.map_err(|why| SpaydRefusal::Bic { field, why })?;
    let account = SpaydAccount { iban, bic };
    if account.to_string() != value {
        findings.push(SpaydFinding::NotNormalised { field });
    }
    Ok(account)
}

fn read_alternatives(
    value: &str,
    findings: &mut Vec<SpaydFinding>,
) -> Result<Vec<SpaydAccount>, SpaydRefusal> {
    match value.split(',').count() {
        found if found > ALTERNATIVES_MAX => Err(SpaydRefusal::TooManyAlternatives { found }),
        _ => value
            .split(',')
            .map(|account| read_account(SpaydField::Alternatives, account, findings))
            .collect(),
    }
}

fn read_amount(
    values: &mut Values,
    findings: &mut Vec<SpaydFinding>,
) -> Result<SpaydAmount, SpaydRefusal> {
    let code = values.take(SpaydField::Currency).unwrap_or_else(|| {
        findings.push(SpaydFinding::CurrencyMissing);
        "CZK".to_owned()
    });
    let currency = Currency::from_code(&code);
    let currency = currency.map_err(|_| SpaydRefusal::UnknownCurrency { found: code })?;
    if currency.code() != "CZK" {
        findings.push(SpaydFinding::CurrencyNotCzk { found: currency });
    }
    let Some(found) = values.take(SpaydField::Amount) else {
        return Ok(SpaydAmount::Open(currency));
    };
    let refusal = |why| SpaydRefusal::Amount { found: found.clone(), why };
    if found.starts_with('-') || currency.exponent() > 2 {
        return Err(refusal(SpaydAmountFlaw::NotDecimal));
    }
    let amount = Money::from_decimal_text(&found, currency);
    let amount = amount.map_err(|_| refusal(SpaydAmountFlaw::NotDecimal))?;
    let hundredths = match currency.exponent() {
        0 => amount.minor().saturating_mul(100),
        1 => amount.minor().saturating_mul(10),
        _ => amount.minor(),
    };
    if hundredths > AMOUNT_HUNDREDTHS_MAX || found.len() > AMOUNT_LENGTH_MAX {
        return Err(refusal(SpaydAmountFlaw::TooLarge));
    }
    if hundredths == 0 {
        findings.push(SpaydFinding::AmountZero);
        return Ok(SpaydAmount::Open(currency));
    }
    Ok(SpaydAmount::Fixed(amount))
}

fn digits(field: SpaydField, value: String, max: usize) -> Result<String, SpaydRefusal> {
    let fits = value.len() <= max && value.bytes().all(|byte| byte.is_ascii_digit());
    if fits { Ok(value) } else { Err(SpaydRefusal::NotDigits { field, max }) }
}

fn check(field: SpaydField, value: &str, max: Option<usize>, findings: &mut Vec<SpaydFinding>) {
    let found = value.chars().count();
    if let Some(max) = max.filter(|max| found > *max) {
        findings.push(SpaydFinding::TooLong { field, max, found });
    }
    if let Some(sign) = first_foreign_sign(value) {
        let (at, found, why) = (sign.at, sign.found, sign.why);
        findings.push(SpaydFinding::ForeignSign { field, at, found, why });
    }
}
