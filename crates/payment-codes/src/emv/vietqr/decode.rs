//! From the text of a code back to the request, with findings on what is odd about it.

use super::{ACCOUNT_LENGTH_MAX, AMOUNT_LIMITS, OWNER, SERVICES, foreign_in_reference};
use crate::emv::asked::{LABEL_LENGTH_MAX, is_digits};
use crate::emv::code::Code;
use crate::emv::national::Scheme;
use crate::emv::said::look_at;
use crate::emv::tlv;
use crate::{Field, Flaw, Oddity, Options, Reading, Refusal, Standard};

/// The owner of VNPAY-QR.
const VNPAY: &str = "A000000775";

const VIETQR: Scheme = Scheme {
    standard: Standard::VietQr,
    country: &["VN"],
    currencies: &["704"],
    needed: &[53, 58],
};

/// Reads a transfer of NAPAS 247 or a code of VNPAY.
///
/// # Errors
/// [`Refusal`]: the text is neither, or it points to nobody.
pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    let (account, is_transfer) = match code.account_of(OWNER) {
        Ok(account) => (account, true),
        Err(Refusal { flaw: Flaw::OtherStandard, .. }) => (code.account_of(VNPAY)?, false),
        Err(refusal) => return Err(refusal),
    };
    let (mut reading, _) = VIETQR.begin(&code)?;
    if is_transfer {
        read_transfer(&code, account, &mut reading)?;
    } else {
        read_vnpay(&code, account, &mut reading)?;
    }
    code.find_others(&mut reading, &[account]);
    Ok(reading)
}

fn read_transfer(code: &Code<'_>, account: u8, reading: &mut Reading) -> Result<(), Refusal> {
    check_amount(reading)?;
    let missing = || Refusal::new(Field::Account, Flaw::Missing);
    read_beneficiary(code.sub(account, 1).ok_or_else(missing)?, reading)?;
    read_service(code.sub(account, 2), reading)?;
    code.put_labels(reading, &[(8, Field::Reference)]);
    if let Some(text) = code.sub(62, 8) {
        let found = text.chars().count();
        if found > LABEL_LENGTH_MAX {
            reading.find(Field::Reference, Oddity::TooLong { max: LABEL_LENGTH_MAX, found });
        }
        if let Some((at, found)) = foreign_in_reference(text) {
            reading.find(Field::Reference, Oddity::ForeignSign { at, found, why: None });
        }
    }
    code.find_unknown_in(reading, account, &[0, 1, 2]);
    Ok(())
}

/// Refuses an amount that NAPAS 247 does not transfer.
fn check_amount(reading: &Reading) -> Result<(), Refusal> {
    let whole = reading.request.word(Field::Amount).and_then(|text| text.split('.').next());
    let dong: i64 = whole.and_then(|whole| whole.parse().ok()).unwrap_or_default();
    if dong > AMOUNT_LIMITS.minor_max {
        let flaw = Flaw::TooLarge { max: AMOUNT_LIMITS.minor_max.to_string() };
        return Err(Refusal::new(Field::Amount, flaw));
    }
    Ok(())
}

fn read_beneficiary(template: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let broken = |place| Refusal::new(Field::Payload, place);
    let tags = tlv::part(template, "38-01-").map_err(broken)?;
    let [bin, account] = [0, 1].map(|id| {
        let mut values = tags.iter().filter(move |tag| tag.id == id).map(|tag| tag.value);
        (values.next().unwrap_or_default(), values.next().is_some())
    });
    if bin.1 || account.1 {
        return Err(Refusal::new(Field::Account, Flaw::Repeated));
    }
    if !is_digits(bin.0, 6) {
        return Err(Refusal::new(Field::BankBin, Flaw::Form { example: "970436" }));
    }
    let foreign = account.0.chars().enumerate().find(|(_, sign)| !sign.is_ascii_alphanumeric());
    match (account.0, foreign) {
        ("", _) => return Err(Refusal::new(Field::Account, Flaw::Missing)),
        (_, Some((at, found))) => {
            let flaw = Flaw::ForeignSign { at, found, why: None };
            return Err(Refusal::new(Field::Account, flaw));
        }
        (account, None) => look_at(reading, Field::Account, account, ACCOUNT_LENGTH_MAX),
    }
    reading.request.put(Field::BankBin, bin.0);
    reading.request.put(Field::Account, account.0);
    for tag in tags.iter().filter(|tag| tag.id > 1) {
        let key = format!("38-01-{:02}", tag.id);
        reading.find(Field::Account, Oddity::Unknown { key });
    }
    Ok(())
}

fn read_service(written: Option<&str>, reading: &mut Reading) -> Result<(), Refusal> {
    let Some(written) = written else {
        return Err(Refusal::new(Field::Service, Flaw::Missing));
    };
    let known = SERVICES.into_iter().find(|(_, service)| *service == written);
    let (word, _) = known.ok_or_else(|| {
        let allowed: &[&str] = &["QRIBFTTA", "QRIBFTTC"];
        Refusal::new(Field::Service, Flaw::NotOneOf { allowed, found: written.to_owned() })
    })?;
    reading.request.put(Field::Service, word);
    Ok(())
}

/// Reads a merchant's code, whose labels carry the order.
fn read_vnpay(code: &Code<'_>, account: u8, reading: &mut Reading) -> Result<(), Refusal> {
    let missing = || Refusal::new(Field::MerchantId, Flaw::Missing);
    reading.request.put(Field::MerchantId, code.sub(account, 1).ok_or_else(missing)?);
    reading.request.put(Field::Kind, "vnpay");
    reading.find(Field::Kind, Oddity::Issued);
    let labels = [
        (1, Field::BillNumber),
        (3, Field::Store),
        (5, Field::Reference),
        (7, Field::Terminal),
        (8, Field::Purpose),
    ];
    code.put_labels(reading, &labels);
    code.find_unknown_in(reading, account, &[0, 1]);
    Ok(())
}
