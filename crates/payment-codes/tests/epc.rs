//! What is written is read back; what is foreign is read with findings, or refused by its cause.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails here has found what it looks for"
)]

use groat_money::{Currency, Money};
use groat_payment_codes::epc::{
    self, EpcAmountFlaw, EpcError, EpcField, EpcFinding, EpcRefusal, EpcRequest, EpcVersion,
    Purpose, Remittance,
};
use groat_payment_codes::{Bic, CreditorReference, ForeignSign as Why, Iban, Ogm};
use proptest::prelude::*;

const GERMAN: &str = "DE89370400440532013000";
const SWISS: &str = "CH9300762011623852957";
const BELGIAN: &str = "BE68539007547034";

fn request() -> EpcRequest {
    EpcRequest::new("Verein Lichtblick e.V.", Iban::parse(GERMAN).unwrap())
}

fn refused(change: impl FnOnce(&mut EpcRequest)) -> EpcError {
    let mut request = request();
    change(&mut request);
    epc::encode(&request).unwrap_err()
}

#[test]
fn each_part_that_does_not_fit_is_named() {
    use EpcError::*;
    let field = EpcField::PayeeName;
    assert_eq!(refused(|r| r.payee_name = " ".to_owned()), Empty { field });
    let long = "é".repeat(71);
    assert_eq!(refused(|r| r.payee_name = long), TooLong { field, max: 70, found: 71 });
    let (field, why) = (EpcField::Text, Why::Direction);
    assert_eq!(
        refused(|r| r.remittance = Remittance::text("1", "a\u{202e}b")),
        ForeignSign { field, at: 3, found: '\u{202e}', why }
    );
    let (field, why) = (EpcField::Information, Why::Symbol);
    assert_eq!(
        refused(|r| r.information = Some("Danke 🎁".to_owned())),
        ForeignSign { field, at: 6, found: '🎁', why }
    );
    let franc = Currency::from_code("CHF").unwrap();
    assert_eq!(refused(|r| r.amount = Some(Money::from_minor(1, franc))), NotEuro { found: franc });
    for minor in [0, -1, 100_000_000_000, i64::MIN] {
        let amount = Money::from_minor(minor, Currency::EUR);
        assert_eq!(refused(|r| r.amount = Some(amount)), AmountOutOfRange { amount });
    }
    assert_eq!(refused(|r| r.version = EpcVersion::V001), BicNeededInVersion001);
    let iban = Iban::parse(SWISS).unwrap();
    let country = iban.country();
    assert_eq!(refused(|r| r.iban = iban), BicNeededOutsideEea { country });
    let ogm = Ogm::from_base("1234567890").unwrap();
    let country = request().iban.country();
    assert_eq!(refused(|r| r.remittance = Remittance::Ogm(ogm)), OgmOutsideBelgium { country });
    assert_eq!(refused(|r| r.remittance = Remittance::National("1".to_owned())), NationalReference);
}

#[test]
fn the_budget_of_331_bytes_is_kept_to_the_byte() {
    let fill = |text: usize| {
        let mut request = request();
        request.payee_name = "ä".repeat(70);
        request.amount = Some(Money::from_minor(500, Currency::EUR));
        request.remittance = Remittance::Text("ö".repeat(text));
        epc::encode(&request)
    };
    let longest = (1..140).map_while(|text| fill(text).ok()).last().unwrap();
    assert_eq!(longest.len(), 331);
    assert_eq!(
        fill(longest.matches('ö').count() + 1).unwrap_err(),
        EpcError::PayloadTooLong { bytes: 333 }
    );
}

/// A code from its lines, by the name of the one line that is changed.
fn lines(changes: &[(usize, &str)]) -> String {
    let mut lines = ["BCD", "002", "1", "SCT", "", "Verein", GERMAN, "EUR5.00", "", "", "Spende"];
    for (line, text) in changes {
        lines[line - 1] = text;
    }
    lines.join("\n")
}

#[test]
fn a_refusal_names_its_cause() {
    use EpcRefusal::*;
    let refusal = |line, text| epc::decode_text(&lines(&[(line, text)])).unwrap_err();
    let own = str::to_owned;
    assert_eq!(refusal(1, "SPD*1.0"), NotEpc);
    assert_eq!(epc::decode_text(""), Err(NotEpc));
    assert_eq!(refusal(2, "003"), UnknownVersion { found: own("003") });
    assert_eq!(refusal(3, "9"), UnknownCharset { found: own("9") });
    assert_eq!(refusal(4, "INST"), UnknownIdentification { found: own("INST") });
    assert!(matches!(refusal(5, "COBADEFF___"), Bic(_)));
    assert_eq!(refusal(6, ""), Missing { field: EpcField::PayeeName });
    assert_eq!(refusal(7, " "), Missing { field: EpcField::Iban });
    assert!(matches!(refusal(7, "DE88370400440532013000"), Iban(_)));
    for (text, why) in [
        ("5.00", EpcAmountFlaw::NotEuro),
        ("eur5.00", EpcAmountFlaw::NotEuro),
        ("EUR", EpcAmountFlaw::NoFigures),
        ("EUR5,00", EpcAmountFlaw::NotDecimal),
        ("EUR-5.00", EpcAmountFlaw::NotDecimal),
        ("EUR 5.00", EpcAmountFlaw::NotDecimal),
        ("EUR5.", EpcAmountFlaw::NotDecimal),
        ("EUR5.001", EpcAmountFlaw::NotDecimal),
        ("EUR0000000005.00", EpcAmountFlaw::NotDecimal),
        ("EUR0.00", EpcAmountFlaw::OutOfRange),
        ("EUR1000000000", EpcAmountFlaw::OutOfRange),
    ] {
        assert_eq!(refusal(8, text), Amount { found: own(text), why });
    }
    assert!(matches!(refusal(9, "CHARI"), Purpose(_)));
    assert_eq!(refusal(10, "RF18539007547034"), ReferenceAndText);
    assert_eq!(epc::decode_text(&(lines(&[]) + "\na\nb")), Err(TooManyLines { found: 13 }));
    assert_eq!(epc::decode(b"BCD\n002\n1\nSCT\n\nK\xf6ln"), Err(NotInCharset { at: 16 }));
}

#[test]
fn what_is_odd_is_found() {
    use EpcFinding::*;
    let found = |text: &str| epc::decode_text(text).unwrap().findings;
    let changed = |line, text| found(&lines(&[(line, text)]));
    assert_eq!(found(&lines(&[])), []);
    assert_eq!(
        found(&format!("\u{feff}{}\n\n", lines(&[]))),
        [ByteOrderMark, TrailingLines { count: 2 }]
    );
    assert_eq!(changed(2, "001"), [BicMissing]);
    assert_eq!(changed(7, SWISS), [BicMissing]);
    assert_eq!(
        changed(7, "de89 3704 0044 0532 0130 00"),
        [NotNormalised { field: EpcField::Iban }]
    );
    assert_eq!(changed(5, "cobadeff"), [NotNormalised { field: EpcField::Bic }]);
    let (field, why) = (EpcField::PayeeName, Why::Direction);
    assert_eq!(changed(6, "V\u{202e}"), [ForeignSign { field, at: 1, found: '\u{202e}', why }]);
    let long = "x".repeat(141);
    let field = EpcField::Text;
    assert_eq!(changed(11, &long), [TooLong { field, max: 140, found: 141 }]);
    assert_eq!(changed(6, &"x".repeat(400)).last(), Some(&PayloadTooLong { bytes: 455 }));
}

#[test]
fn line_10_is_read_by_its_scheme() {
    let read = |iban, line| {
        let reading = epc::decode_text(&lines(&[(7, iban), (10, line), (11, "")])).unwrap();
        (reading.request.remittance, reading.findings.len())
    };
    let ogm = Ogm::from_base("1234567890").unwrap();
    assert_eq!(read(BELGIAN, "123456789002"), (Remittance::Ogm(ogm), 1));
    let national = |line: &str| (Remittance::National(line.to_owned()), 2);
    assert_eq!(read(GERMAN, "123456789002"), national("123456789002"));
    assert_eq!(read(BELGIAN, "123456789012"), national("123456789012"));
    assert_eq!(read(GERMAN, "RF19539007547034"), national("RF19539007547034"));
    let reference = CreditorReference::parse("RF18539007547034").unwrap();
    assert_eq!(read(GERMAN, "RF18539007547034"), (Remittance::Reference(reference), 1));
}

fn value(max: usize) -> impl Strategy<Value = String> {
    // Letters, digits and punctuation of several scripts; at least one is no blank.
    let sign = "[ -~äöüßéłžђΕίД№€]";
    prop::string::string_regex(&format!("{sign}{{0,{}}}[A-Za-zöД]", max - 1)).unwrap()
}

prop_compose! {
    fn any_request()(
        payee_name in value(60),
        iban in prop::sample::select(vec![GERMAN, SWISS, BELGIAN]),
        bic in prop::bool::ANY,
        minor in prop::option::of(1i64..=99_999_999_999),
        purpose in prop::option::of("[A-Z0-9]{1,4}"),
        kind in 0..4,
        text in value(60),
        base in "[A-Z0-9]{1,21}",
        digits in "[0-9]{10}",
        information in prop::option::of(value(30)),
    ) -> EpcRequest {
        let iban = Iban::parse(iban).unwrap();
        let belgian = iban.country().code() == "BE";
        let needs_bic = EpcRequest::needs_bic(iban.country());
        EpcRequest {
            payee_name,
            bic: (bic || needs_bic).then(|| Bic::parse("COBADEFFXXX").unwrap()),
            amount: minor.map(|minor| Money::from_minor(minor, Currency::EUR)),
            purpose: purpose.map(|purpose| Purpose::parse(&purpose).unwrap()),
            remittance: match kind {
                0 => Remittance::None,
                1 => Remittance::Reference(CreditorReference::from_base(&base).unwrap()),
                2 if belgian => Remittance::Ogm(Ogm::from_base(&digits).unwrap()),
                _ => Remittance::Text(text),
            },
            information,
            version: if bic { EpcVersion::V001 } else { EpcVersion::V002 },
            iban,
        }
    }
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded_to_the_same_request(request in any_request()) {
        match epc::encode(&request) {
            Ok(payload) => {
                prop_assert!(payload.len() <= epc::PAYLOAD_BYTES_MAX);
                let reading = epc::decode(payload.as_bytes()).unwrap();
                prop_assert_eq!(&reading.request, &request);
                prop_assert_eq!(reading.findings, []);
                prop_assert_eq!(epc::encode(&reading.request), Ok(payload));
            }
            Err(error) => {
                let too_long = matches!(error, EpcError::PayloadTooLong { bytes } if bytes > 331);
                prop_assert!(too_long, "{error}");
            }
        }
    }

    #[test]
    fn any_bytes_give_an_answer(bytes: Vec<u8>) {
        let _ = epc::decode(&bytes);
    }

    #[test]
    fn a_damaged_code_gives_an_answer(
        request in any_request(),
        place: prop::sample::Index,
        with: char,
    ) {
        let Ok(payload) = epc::encode(&request) else { return Ok(()) };
        let mut signs: Vec<char> = payload.chars().collect();
        let place = place.index(signs.len());
        signs[place] = with;
        let damaged: String = signs.iter().collect();
        let _ = epc::decode(damaged.as_bytes());
        let _ = epc::decode_text(&damaged);
        signs.remove(place);
        let _ = epc::decode_text(&signs.iter().collect::<String>());
    }
}
