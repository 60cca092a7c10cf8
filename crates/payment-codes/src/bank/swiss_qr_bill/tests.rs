use proptest::prelude::*;

use super::*;
use crate::{
    CreditorReference, ForeignSign, Oddity, Options, Qrr, Reading, ReferenceError, Request, Value,
};

const ORDINARY: &str = "CH5800791123000889012";
const QR: &str = "CH4431999123000889012";

fn request() -> Request {
    Request::new()
        .with(Field::PayeeName, "Bergwacht")
        .with(Field::PayeeZip, "6003")
        .with(Field::PayeeCity, "Luzern")
        .with(Field::PayeeCountry, "CH")
        .with(Field::Iban, ORDINARY)
}

fn refused(field: Field, value: impl Into<Value>) -> Refusal {
    encode(&request().with(field, value)).unwrap_err()
}

fn read(text: &str) -> Result<Reading, Refusal> {
    decode(text, Options::default())
}

fn oddities(text: &str) -> Vec<(Field, Oddity)> {
    crate::reading::found(&read(text).unwrap())
}

/// A code with message and two procedures, and other lines in their places.
fn lines(changes: &[(usize, &str)]) -> String {
    let request = request()
        .with(Field::Message, "Spende")
        .with(Field::AlternativeSchemes, vec!["eBill/B/a".to_owned(), "TW".to_owned()]);
    let payload = encode(&request).unwrap().payload;
    let mut lines: Vec<&str> = payload.split('\n').collect();
    assert_eq!(lines.len(), 34);
    for (number, line) in changes {
        lines[number - 1] = line;
    }
    lines.join("\n")
}

#[test]
fn the_type_follows_from_account_and_reference_where_it_is_not_named() {
    let kind = |iban: &str, reference: &str| {
        let request = request().with(Field::Iban, iban).with(Field::Reference, reference);
        let payload = encode(&request)?.payload;
        Ok(payload.split('\n').nth(27).unwrap().to_owned())
    };
    assert_eq!(kind(ORDINARY, ""), Ok("NON".to_owned()));
    assert_eq!(kind(ORDINARY, "rf18 5390 0754 7034"), Ok("SCOR".to_owned()));
    assert_eq!(kind(QR, "21 00000 00003 13947 14300 09017"), Ok("QRR".to_owned()));
    assert_eq!(kind(QR, ""), Err(Refusal::new(Field::Reference, Flaw::Missing)));
}

#[test]
fn account_and_type_must_go_together() {
    let with = |iban: &str, kind: &str| {
        encode(&request().with(Field::Iban, iban).with(Field::ReferenceType, kind)).unwrap_err()
    };
    let not_with = |field, other| Refusal::new(field, Flaw::NotWith { other });
    assert_eq!(with(QR, "SCOR"), not_with(Field::ReferenceType, Field::Iban));
    assert_eq!(with(QR, "NON"), not_with(Field::ReferenceType, Field::Iban));
    assert_eq!(with(ORDINARY, "QRR"), not_with(Field::Iban, Field::ReferenceType));
    assert_eq!(read(&lines(&[(4, QR)])), Err(not_with(Field::ReferenceType, Field::Iban)));
    assert_eq!(read(&lines(&[(28, "QRR")])), Err(not_with(Field::Iban, Field::ReferenceType)));
    let non =
        request().with(Field::ReferenceType, "NON").with(Field::Reference, "RF18539007547034");
    assert_eq!(encode(&non), Err(not_with(Field::Reference, Field::ReferenceType)));
    for (bank_id, is_qr) in [("29999", false), ("30000", true), ("31999", true), ("32000", false)] {
        let iban = with_bank_id(bank_id);
        assert_eq!(is_qr_iban(&iban), is_qr, "{iban}");
    }
    assert!(!is_qr_iban(&Iban::parse("DE89370400440532013000").unwrap()));
}

fn with_bank_id(bank_id: &str) -> Iban {
    let right = |check| Iban::parse(&format!("CH{check:02}{bank_id}001234567890")).ok();
    (2..=98).find_map(right).unwrap()
}

#[test]
fn each_part_has_its_most() {
    for (field, max) in [
        (Field::PayeeName, 70),
        (Field::PayeeStreet, 70),
        (Field::PayeeHouseNo, 16),
        (Field::PayeeZip, 16),
        (Field::PayeeCity, 35),
        (Field::Message, 140),
    ] {
        assert!(encode(&request().with(field, "ș".repeat(max))).is_ok());
        let flaw = Flaw::TooLong { max, found: max + 1 };
        assert_eq!(refused(field, "ș".repeat(max + 1)), Refusal::new(field, flaw));
    }
    let with = |message: usize, bill: usize| {
        let bill = format!("//{}", "1".repeat(bill - 2));
        let request = request().with(Field::Message, "m".repeat(message));
        encode(&request.with(Field::BillInformation, bill)).map_err(|refusal| refusal.flaw)
    };
    assert!(with(100, 40).is_ok());
    assert_eq!(with(100, 41), Err(Flaw::TooLong { max: 40, found: 41 }));
    let schemes = |count: usize, length: usize| {
        let schemes = vec!["a".repeat(length); count];
        encode(&request().with(Field::AlternativeSchemes, schemes)).map_err(|refusal| refusal.flaw)
    };
    assert!(schemes(2, 100).is_ok());
    assert_eq!(schemes(3, 1), Err(Flaw::TooMany { max: 2, found: 3 }));
    assert_eq!(schemes(1, 101), Err(Flaw::TooLong { max: 100, found: 101 }));
    assert_eq!(schemes(1, 0), Err(Flaw::Missing));
}

#[test]
fn the_budget_of_997_bytes_is_kept_to_the_byte() {
    let fill = |bytes: usize| {
        let request = request()
            .with(Field::PayeeName, "ä".repeat(70))
            .with(Field::PayeeStreet, "ä".repeat(70))
            .with(Field::PayerName, "ä".repeat(50))
            .with(Field::PayerZip, "9400")
            .with(Field::PayerCity, "Rorschach")
            .with(Field::PayerCountry, "CH")
            .with(Field::Message, "ö".repeat(140))
            .with(Field::AlternativeSchemes, vec!["ü".repeat(100), "x".repeat(bytes)]);
        encode(&request).map(|encoded| encoded.payload.len())
    };
    let rest = PAYLOAD_BYTES_MAX + 1 - fill(1).unwrap();
    assert_eq!(fill(rest), Ok(PAYLOAD_BYTES_MAX));
    let flaw = Flaw::TooManyBytes { max: PAYLOAD_BYTES_MAX, found: PAYLOAD_BYTES_MAX + 1 };
    assert_eq!(fill(rest + 1), Err(Refusal::new(Field::Payload, flaw)));
}

#[test]
fn the_set_of_signs_is_the_standards() {
    for sign in [' ', '~', '\u{a0}', '\u{17f}', 'Ș', 'ș', 'Ț', 'ț', '€'] {
        assert!(encode(&request().with(Field::Message, format!("a{sign}b"))).is_ok(), "{sign:?}");
    }
    for (found, why) in [
        ('\n', Some(ForeignSign::Control)),
        ('\u{7f}', Some(ForeignSign::Control)),
        ('\u{9f}', Some(ForeignSign::Control)),
        ('\u{ad}', Some(ForeignSign::Invisible)),
        ('\u{180}', None),
        ('’', None),
        ('❤', Some(ForeignSign::Symbol)),
    ] {
        let text = format!("a{found}b");
        let flaw = Flaw::ForeignSign { at: 1, found, why };
        assert_eq!(refused(Field::Message, &text), Refusal::new(Field::Message, flaw));
        if found != '\n' {
            let oddity = Oddity::ForeignSign { at: 1, found, why };
            assert_eq!(oddities(&lines(&[(30, &text)])), [(Field::Message, oddity)]);
        }
    }
}

#[test]
fn a_refusal_names_the_field_that_was_typed() {
    let missing = |field| Refusal::new(field, Flaw::Missing);
    assert_eq!(refused(Field::PayeeName, " "), missing(Field::PayeeName));
    assert_eq!(refused(Field::PayeeCountry, ""), missing(Field::PayeeCountry));
    let country = Flaw::Form { example: COUNTRY_EXAMPLE };
    for text in ["ch", "C", "CHE", "C1"] {
        assert_eq!(
            refused(Field::PayeeCountry, text),
            Refusal::new(Field::PayeeCountry, country.clone())
        );
    }
    assert_eq!(refused(Field::Amount, "0.00"), Refusal::new(Field::Amount, Flaw::Zero));
    assert_eq!(refused(Field::ReferenceType, "SCOR"), missing(Field::Reference));
    assert_eq!(refused(Field::ReferenceType, "RF").field, Field::ReferenceType);
    assert_eq!(refused(Field::BillInformation, "S1/10").field, Field::BillInformation);
    assert_eq!(refused(Field::AlternativeSchemes, 1u64).flaw, Flaw::Kind);
    assert_eq!(refused(Field::Purpose, "CHAR").flaw, Flaw::NotCarried);
    let zeros = request().with(Field::Iban, QR).with(Field::Reference, "0".repeat(27));
    assert_eq!(encode(&zeros).unwrap_err().flaw, ReferenceError::Zero.into());
}

#[test]
fn a_payer_is_named_whole_or_not_at_all() {
    let missing = |field| Refusal::new(field, Flaw::Missing);
    assert_eq!(refused(Field::PayerName, "A"), missing(Field::PayerZip));
    assert_eq!(refused(Field::PayerStreet, "Seeweg"), missing(Field::PayerName));
    let payer = [(21, "S"), (22, "Pia"), (25, "9400"), (26, "Rorschach"), (27, "CH")];
    let reading = read(&lines(&payer)).unwrap();
    assert_eq!(reading.request.word(Field::PayerCity), Some("Rorschach"));
    for (left_out, field) in
        [(0, Field::Payload), (1, Field::PayerName), (2, Field::PayerZip), (4, Field::PayerCountry)]
    {
        let mut half = payer;
        half[left_out].1 = "";
        assert_eq!(read(&lines(&half)).unwrap_err().field, field);
    }
}

#[test]
fn line_ends_are_taken_as_bank_apps_take_them() {
    let code = lines(&[]);
    let ends = || vec![(Field::Payload, Oddity::LineEnds)];
    assert_eq!(oddities(&code), []);
    assert_eq!(oddities(&code.replace('\n', "\r\n")), []);
    assert_eq!(oddities(&code.replace('\n', "\r")), ends());
    assert_eq!(oddities(&code.replacen('\n', "\r\n", 1)), ends());
    assert_eq!(read(&code.replace('\n', "\r")).unwrap().request, read(&code).unwrap().request);
    let trailing = |count| vec![(Field::Payload, Oddity::TrailingLines { count })];
    assert_eq!(oddities(&format!("{code}\n")), trailing(1));
    assert_eq!(oddities(&lines(&[(33, ""), (34, "")])), trailing(3));
    let empty = vec![(Field::AlternativeSchemes, Oddity::Empty)];
    assert_eq!(oddities(&lines(&[(33, "")])), empty);
    assert_eq!(read(&format!("{code}\nx")).unwrap_err().field, Field::Payload);
}

#[test]
fn each_line_is_refused_by_its_field() {
    for (number, line, field) in [
        (1, "SPD", Field::Payload),
        (2, "0210", Field::Version),
        (3, "2", Field::Charset),
        (4, "DE89370400440532013000", Field::Iban),
        (5, "K", Field::Payload),
        (5, "", Field::Payload),
        (6, "", Field::PayeeName),
        (9, " ", Field::PayeeZip),
        (11, "Ch", Field::PayeeCountry),
        (15, "x", Field::Payload),
        (19, "0.00", Field::Amount),
        (19, "50", Field::Amount),
        (19, "050.00", Field::Amount),
        (19, "1 000.00", Field::Amount),
        (19, "-5.00", Field::Amount),
        (19, "1000000000.00", Field::Amount),
        (20, "USD", Field::Currency),
        (20, "", Field::Currency),
        (28, "", Field::ReferenceType),
        (28, "SCOR", Field::Reference),
        (29, "RF18539007547034", Field::Reference),
        (31, "", Field::Payload),
        (32, "eBill/B/a", Field::BillInformation),
    ] {
        assert_eq!(read(&lines(&[(number, line)])).unwrap_err().field, field, "{number} {line}");
    }
    let cut: Vec<String> = lines(&[]).split('\n').take(30).map(str::to_owned).collect();
    assert_eq!(read(&cut.join("\n")).unwrap_err().field, Field::Payload);
}

#[test]
fn what_is_odd_is_read_and_found() {
    assert_eq!(oddities(&lines(&[(7, "Seeweg 7")])), []);
    let long = "n".repeat(71);
    let too_long = Oddity::TooLong { max: 70, found: 71 };
    assert_eq!(oddities(&lines(&[(6, &long)])), [(Field::PayeeName, too_long)]);
    let spaced = "CH58 0079 1123 0008 8901 2";
    assert_eq!(oddities(&lines(&[(4, spaced)])), [(Field::Iban, Oddity::NotNormalised)]);
    let scor = [(28, "SCOR"), (29, "RF18 5390 0754 7034")];
    assert_eq!(oddities(&lines(&scor)), [(Field::Reference, Oddity::NotNormalised)]);
    let bill = format!("//{}", "1".repeat(139));
    let too_long = Oddity::TooLong { max: 134, found: 141 };
    assert_eq!(oddities(&lines(&[(32, &bill)])), [(Field::BillInformation, too_long)]);
}

prop_compose! {
    fn any_request()(
        parts in prop::array::uniform6("[A-Za-z0-9äöüÉŽ€ș&./ -]{0,11}[A-Za-z0-9]"),
        payer: bool,
        cents in prop::option::of(1i64..=99_999_999_999),
        currency in prop::sample::select(CURRENCIES),
        qr: bool,
        base in prop::option::of("[0-9]{1,20}[1-9]"),
        message in prop::option::of("[A-Za-z0-9äöü ,.]{0,60}[a-z]"),
        bill in prop::option::of("//[A-Z0-9/]{0,40}"),
        schemes in prop::collection::vec("[A-Za-z/]{1,30}", 0..=2),
    ) -> Request {
        let amount = cents.map(|cents| format!("{}.{:02}", cents / 100, cents % 100));
        let (kind, reference) = match (qr, base) {
            (true, base) => {
                let base = base.unwrap_or("7".to_owned());
                ("QRR", Some(Qrr::from_base(&base).unwrap().to_string()))
            }
            (false, Some(base)) => {
                ("SCOR", Some(CreditorReference::from_base(&base).unwrap().to_string()))
            }
            (false, None) => ("NON", None),
        };
        let mut request = Request::new()
            .with(Field::Iban, if qr { QR } else { ORDINARY })
            .with_some(Field::Amount, amount)
            .with(Field::Currency, currency)
            .with(Field::ReferenceType, kind)
            .with_some(Field::Reference, reference)
            .with_some(Field::Message, message)
            .with_some(Field::BillInformation, bill)
            .with_some(Field::AlternativeSchemes, Some(schemes).filter(|them| !them.is_empty()));
        for address in if payer { vec![&PAYEE, &PAYER] } else { vec![&PAYEE] } {
            for (part, text) in address.iter().zip(&parts) {
                let text = if is_country_field(part.field) { "LI" } else { text };
                request = request.with(part.field, text);
            }
        }
        request
    }
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded_to_the_same_request(request in any_request()) {
        let payload = encode(&request).unwrap().payload;
        let reading = read(&payload).unwrap();
        prop_assert_eq!(&reading.request, &request);
        prop_assert_eq!(reading.findings, []);
        prop_assert_eq!(encode(&reading.request).unwrap().payload, payload);
    }
}
