//! From the text of a code back to the request, with findings on what is odd about it.

use super::proxy::ProxyKind;
use super::{
    BILL_PAYMENT, CREDIT_TRANSFER, CROSS_BORDER, REFERENCE_LENGTH_MAX, foreign_in_reference,
};
use crate::emv::code::Code;
use crate::emv::national::Scheme;
use crate::{Field, Flaw, Oddity, Options, Reading, Refusal, Standard};

const PROMPTPAY: Scheme = Scheme {
    standard: Standard::PromptPay,
    country: &["TH"],
    currencies: &["764"],
    needed: &[53, 58],
};

/// Reads a credit transfer or a bill payment. A code with both is read as the latter, which has the
/// reference.
///
/// # Errors
/// [`Refusal`]: the text is no code of PromptPay, or one that points to nobody.
pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    let account = if matches!(code.sub(30, 0), Some(BILL_PAYMENT | CROSS_BORDER)) {
        30
    } else if code.sub(29, 0) == Some(CREDIT_TRANSFER) {
        29
    } else {
        return Err(Refusal::new(Field::Payload, Flaw::OtherStandard));
    };
    let (mut reading, _) = PROMPTPAY.begin(&code)?;
    match account {
        30 => read_bill(&code, &mut reading)?,
        _ => read_transfer(&code, &mut reading)?,
    }
    code.find_others(&mut reading, &[account]);
    Ok(reading)
}

fn read_transfer(code: &Code<'_>, reading: &mut Reading) -> Result<(), Refusal> {
    let accounts: Vec<u8> = (1..=4).filter(|sub| code.sub(29, *sub).is_some()).collect();
    let [sub] = accounts.as_slice() else {
        let flaw = if accounts.is_empty() { Flaw::Missing } else { Flaw::Repeated };
        return Err(Refusal::new(Field::Proxy, flaw));
    };
    let written = code.sub(29, *sub).unwrap_or_default();
    let kinds = [ProxyKind::Mobile, ProxyKind::TaxId, ProxyKind::EWallet];
    match kinds.into_iter().find(|kind| kind.sub_tag() == *sub) {
        Some(kind) => {
            reading.request.put(Field::ProxyType, kind.word());
            reading.request.put(Field::Proxy, kind.read(written)?);
        }
        None => {
            reading.request.put(Field::ProxyType, "bank_account");
            reading.request.put(Field::Proxy, written);
            reading.find(Field::ProxyType, Oddity::OftenRefused);
        }
    }
    code.put_labels(reading, &[]);
    code.find_unknown_in(reading, 29, &[0, 1, 2, 3, 4]);
    Ok(())
}

fn read_bill(code: &Code<'_>, reading: &mut Reading) -> Result<(), Refusal> {
    let needed = |sub, field| code.sub(30, sub).ok_or(Refusal::new(field, Flaw::Missing));
    let biller = ProxyKind::Biller.read(needed(1, Field::Proxy)?)?;
    if ProxyKind::Biller.written(&biller).is_err() {
        reading.find(Field::Proxy, Oddity::Form { example: "099400016550100" });
    }
    reading.request.put(Field::ProxyType, ProxyKind::Biller.word());
    reading.request.put(Field::Proxy, biller);
    read_reference(Field::Reference, needed(2, Field::Reference)?, reading);
    if let Some(second) = code.sub(30, 3) {
        read_reference(Field::Reference2, second, reading);
    }
    if code.sub(30, 0) == Some(CROSS_BORDER) {
        reading.request.put(Field::Kind, "cross_border");
        reading.find(Field::Kind, Oddity::Issued);
    }
    code.put_labels(reading, &[(7, Field::Terminal)]);
    code.find_unknown_in(reading, 30, &[0, 1, 2, 3]);
    Ok(())
}

fn read_reference(field: Field, written: &str, reading: &mut Reading) {
    let found = written.chars().count();
    if found > REFERENCE_LENGTH_MAX {
        reading.find(field, Oddity::TooLong { max: REFERENCE_LENGTH_MAX, found });
    }
    if let Some((at, found)) = foreign_in_reference(written) {
        reading.find(field, Oddity::ForeignSign { at, found, why: None });
    }
    reading.request.put(field, written);
}
