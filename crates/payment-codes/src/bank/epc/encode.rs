//! From a request to the text of its code.

use groat_money::{Currency, Money};

use super::{
    AMOUNT_MINOR_MAX, EpcError, EpcField, EpcRequest, EpcVersion, INFORMATION_LENGTH_MAX,
    NAME_LENGTH_MAX, PAYLOAD_BYTES_MAX, Purpose, Remittance, TEXT_LENGTH_MAX,
};
use crate::{Bic, first_foreign_sign};

/// Writes the text of the code: UTF-8, line feeds, nothing after the last filled line.
///
/// The amount is written with two decimals; nothing is rounded, cut or trimmed.
///
/// # Errors
/// [`EpcError`], the first cause in the order of the lines.
///
/// ```
/// use groat_payment_codes::{Iban, epc};
/// let iban = Iban::parse("DE89 3704 0044 0532 0130 00")?;
/// let mut request = epc::EpcRequest::new("Verein Lichtblick e.V.", iban);
/// request.remittance = epc::Remittance::text("1042618037", "Winterhilfe");
/// assert_eq!(
///     epc::encode(&request)?,
///     "BCD\n002\n1\nSCT\n\nVerein Lichtblick e.V.\nDE89370400440532013000\n\n\n\n\
///      1042618037 Winterhilfe"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn encode(request: &EpcRequest) -> Result<String, EpcError> {
    let country = request.iban.country();
    if !country.is_in_sepa() {
        return Err(EpcError::OutsideSepa { country });
    }
    if request.bic.is_none() {
        if request.version == EpcVersion::V001 {
            return Err(EpcError::BicNeededInVersion001);
        }
        if EpcRequest::needs_bic(country) {
            return Err(EpcError::BicNeededOutsideEea { country });
        }
    }
    check_value(EpcField::PayeeName, &request.payee_name, NAME_LENGTH_MAX)?;
    let amount = request.amount.map(amount_line).transpose()?.unwrap_or_default();
    let (reference, text) = remittance_lines(request)?;
    let information = request.information.as_deref().unwrap_or_default();
    if request.information.is_some() {
        check_value(EpcField::Information, information, INFORMATION_LENGTH_MAX)?;
    }
    let purpose = request.purpose.as_ref().map(Purpose::to_string).unwrap_or_default();
    let lines = [
        "BCD",
        request.version.as_str(),
        "1",
        "SCT",
        request.bic.as_ref().map(Bic::as_str).unwrap_or_default(),
        &request.payee_name,
        request.iban.as_str(),
        &amount,
        &purpose,
        reference,
        text,
        information,
    ];
    let payload = lines.join("\n");
    let filled = payload.trim_end_matches('\n').len();
    if filled > PAYLOAD_BYTES_MAX {
        return Err(EpcError::PayloadTooLong { bytes: filled });
    }
    Ok(payload.get(..filled).unwrap_or_default().to_owned())
}

fn amount_line(amount: Money) -> Result<String, EpcError> {
    if amount.currency() != Currency::EUR {
        return Err(EpcError::NotEuro { found: amount.currency() });
    }
    if !(1..=AMOUNT_MINOR_MAX).contains(&amount.minor()) {
        return Err(EpcError::AmountOutOfRange { amount });
    }
    Ok(format!("EUR{}", amount.decimal_text()))
}

fn remittance_lines(request: &EpcRequest) -> Result<(&str, &str), EpcError> {
    match &request.remittance {
        Remittance::None => Ok(("", "")),
        Remittance::Reference(reference) => Ok((reference.as_str(), "")),
        Remittance::Ogm(ogm) => match request.iban.country() {
            country if country.code() != "BE" => Err(EpcError::OgmOutsideBelgium { country }),
            _ => Ok((ogm.as_str(), "")),
        },
        Remittance::National(_) => Err(EpcError::NationalReference),
        Remittance::Text(text) => {
            check_value(EpcField::Text, text, TEXT_LENGTH_MAX)?;
            Ok(("", text))
        }
    }
}

fn check_value(field: EpcField, value: &str, max: usize) -> Result<(), EpcError> {
    if value.trim().is_empty() {
        return Err(EpcError::Empty { field });
    }
    if let Some(sign) = first_foreign_sign(value) {
        return Err(EpcError::ForeignSign { field, at: sign.at, found: sign.found, why: sign.why });
    }
    match value.chars().count() {
        found if found > max => Err(EpcError::TooLong { field, max, found }),
        _ => Ok(()),
    }
}
