//! What a code says is read back before anybody sees it.
//!
//! Three things are compared: who is paid, how much, and the number, each with what was asked; and
//! the reading, written again, must be the same text, so that nothing else stands in it either.

use super::account::{Account, Ask};
use super::issued;
use super::placing::InPlace;
use crate::request::same_decimal;
use crate::{Field, Flaw, Options, Reading, Refusal, Request, Standard, Value};

/// Who is paid: what names an account, a key or a link.
pub(super) const DESTINATION: &[Field] = &[
    Field::Iban,
    Field::Bic,
    Field::Account,
    Field::AccountType,
    Field::BankBin,
    Field::BankCode,
    Field::Key,
    Field::Vpa,
    Field::Mcc,
    Field::SwishNumber,
    Field::ProxyType,
    Field::Proxy,
    Field::AccountId,
    Field::MerchantId,
    Field::AcquiringBank,
    Field::OrganisationNumber,
    Field::TaxId,
    Field::Address,
    Field::ChainId,
    Field::Recipient,
    Field::SplToken,
    Field::Lno,
    Field::Url,
    Field::Provider,
    Field::User,
    Field::Link,
    Field::Phone,
    Field::Token,
];

/// Reads a code back and returns the reading, if it says what was asked.
///
/// # Errors
/// [`Flaw::Broken`] at [`Field::Payload`], naming what differs; what the decoder refuses.
pub(super) fn read_back(
    account: &Account,
    ask: &Ask<'_>,
    place: &InPlace,
    payload: &str,
) -> Result<Reading, Refusal> {
    let standard = account.standard();
    let reading = standard.decode(payload, Options::default())?;
    let read = &reading.request;
    let differs = |field: Field| {
        let place = format!("self-test: {field}");
        Refusal::new(Field::Payload, Flaw::Broken { place })
    };
    if !is_same_amount(&place.request, read) {
        return Err(differs(Field::Amount));
    }
    if place.number.is_some_and(|place| place.number_in(read) != Some(ask.number)) {
        return Err(differs(Field::Reference));
    }
    match account.values().word(Field::BasePayload) {
        Some(base) if standard.maker().is_issuer() => {
            let base = standard.decode(base, Options::default())?;
            match issued::pays_the_same(&base.request, read) {
                true => Ok(reading),
                false => Err(differs(Field::BasePayload)),
            }
        }
        _ => {
            let other = DESTINATION.iter().find(|field| !is_same(&place.request, read, **field));
            match other {
                Some(field) => Err(differs(*field)),
                None if is_written_from(standard, read, payload) => Ok(reading),
                None => Err(differs(Field::Payload)),
            }
        }
    }
}

/// An open amount is read as none, and the currency where the code has one.
fn is_same_amount(asked: &Request, read: &Request) -> bool {
    let same = match (asked.word(Field::Amount), read.word(Field::Amount)) {
        (None, None) => true,
        (Some(asked), Some(read)) => same_decimal(asked, read),
        _ => false,
    };
    let currencies = (asked.word(Field::Currency), read.word(Field::Currency));
    same && !matches!(currencies, (Some(asked), Some(read)) if asked != read)
}

/// What set-up told is in the form of the standard already; accounts kept by an earlier version may
/// have blanks.
fn is_same(asked: &Request, read: &Request, field: Field) -> bool {
    let Some(asked) = asked.value(field).and_then(Value::as_text) else { return true };
    let read = match read.value(field) {
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Whole(number)) => number.to_string(),
        _ => return false,
    };
    let squeezed = |text: &str| text.replace(' ', "");
    asked == read || squeezed(asked) == squeezed(&read)
}

fn is_written_from(standard: Standard, read: &Request, payload: &str) -> bool {
    standard.encode(read).is_ok_and(|again| again.payload == payload)
}

#[cfg(test)]
mod tests {
    use groat_money::{Currency, Money};

    use super::super::placing::place;
    use super::*;
    use crate::GiftNumber;

    fn ask(number: &str, minor: i64, currency: &str) -> Ask<'static> {
        let currency = Currency::from_code(currency).unwrap();
        let number = GiftNumber::parse(number).unwrap();
        Ask {
            number,
            amount: Some(Money::from_minor(minor, currency)),
            currency: None,
            message: "",
            at_ms: 0,
        }
    }

    /// What the self-test says of the code of one ask where another was asked.
    fn differs(asked: (&Account, Ask<'_>), shown: (&Account, Ask<'_>)) -> String {
        let (place, _) = place(asked.0, &asked.1).unwrap();
        let (_, payload) = super::super::placing::place(shown.0, &shown.1).unwrap();
        read_back(asked.0, &asked.1, &place, &payload).unwrap_err().flaw.to_string()
    }

    fn account(standard: Standard, answers: &[(Field, &str)]) -> Account {
        let answers = answers.iter().map(|(field, text)| (*field, Value::from(*text)));
        Account::new(standard, answers.collect()).unwrap()
    }

    const NAME: (Field, &str) = (Field::PayeeName, "Verein");

    #[test]
    fn a_code_for_another_payee_amount_or_number_is_never_shown() {
        let (one, other) = ("1042618037", "1042236067");
        for (standard, currency, pair) in [
            (
                Standard::Epc,
                "EUR",
                [(Field::Iban, "DE89370400440532013000"), (Field::Iban, "DE02120300000000202051")],
            ),
            (
                Standard::Upi,
                "INR",
                [(Field::Vpa, "greenvalley@okaxis"), (Field::Vpa, "greenva11ey@okaxis")],
            ),
            (
                Standard::Swish,
                "SEK",
                [(Field::SwishNumber, "1230000017"), (Field::SwishNumber, "1230000018")],
            ),
        ] {
            let [ours, theirs] = pair.map(|own| account(standard, &[NAME, own]));
            let asked = ask(one, 500, currency);
            let said = [
                ((&theirs, asked), pair[0].0.name()),
                ((&ours, ask(one, 5000, currency)), "amount"),
                ((&ours, Ask { amount: None, ..asked }), "amount"),
                ((&ours, ask(other, 500, currency)), "reference"),
            ];
            for (shown, part) in said {
                let flaw = differs((&ours, asked), shown);
                assert_eq!(flaw, format!("breaks off at self-test: {part}"), "{standard}");
            }
        }
    }

    #[test]
    fn what_is_not_written_by_us_is_never_shown() {
        let iban = (Field::Iban, "DE89370400440532013000");
        let ours = account(Standard::Epc, &[NAME, iban]);
        let asked = ask("1042618037", 500, "EUR");
        let (place, payload) = place(&ours, &asked).unwrap();
        // Trailing lines are read all the same, and are not what we write.
        let padded = format!("{payload}\n\n");
        let refusal = read_back(&ours, &asked, &place, &padded).unwrap_err();
        assert_eq!(refusal.flaw.to_string(), "breaks off at self-test: payload");
        assert!(read_back(&ours, &asked, &place, &payload).is_ok());
    }

    #[test]
    fn another_issuers_code_is_never_shown() {
        const ONE: &str = "00020101021126580014A000000615000101065887340212MBBQR0000001031000000000005204839853034585802MY5924PERTUBUHAN SUNGAI BERSIH6008SELANGOR63044861";
        const OTHER: &str = "00020201021126470014A000000615000101065641670215QRMID00000000425204839853034585802MY5919RUMAH KASIH HARAPAN6004IPOH61053000063043AB0";
        let [ours, theirs] =
            [ONE, OTHER].map(|base| account(Standard::DuitNow, &[(Field::BasePayload, base)]));
        let asked = ask("1042618037", 500, "MYR");
        let flaw = differs((&ours, asked), (&theirs, asked));
        assert_eq!(flaw, "breaks off at self-test: base_payload");
    }
}
