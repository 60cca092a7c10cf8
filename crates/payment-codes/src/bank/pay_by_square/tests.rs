//! What the published vectors do not show: the packing, limits, codes of other makers.

use proptest::prelude::*;

use super::*;
use crate::{Flaw, Value};

fn donation() -> Request {
    Request::new()
        .with(Field::PayeeName, "Nadacia Priklad")
        .with(Field::Iban, "SK9611000000002918599669")
        .with(Field::Amount, "15.00")
        .with(Field::Currency, "EUR")
        .with(Field::VariableSymbol, "20260042")
        .with(Field::Message, "Dar LB-2K7Q")
}

fn plain(request: &Request) -> String {
    encode(request).unwrap().plain.unwrap()
}

fn refused(field: Field, value: impl Into<Value>) -> Flaw {
    let Refusal { field: named, flaw } = encode(&donation().with(field, value)).unwrap_err();
    assert_eq!(named, field);
    flaw
}

fn read(text: &str) -> Result<Reading, Refusal> {
    decode(text, Options::default())
}

fn odd(text: &str) -> Vec<(Field, Oddity)> {
    crate::reading::found(&read(text).unwrap())
}

/// Packs our values with one of them in place of another.
fn with_value(number: usize, value: &str) -> String {
    let plain = plain(&donation());
    let mut values: Vec<&str> = plain.split('\t').collect();
    values[number - 1] = value;
    packing::packed(&values.join("\t")).unwrap()
}

/// Flips bits of the bytes behind the letters.
fn with_byte(letters: &str, at: usize, bits: u8) -> String {
    let mut bytes = data_encoding::BASE32HEX_NOPAD.decode(letters.as_bytes()).unwrap();
    bytes[at] ^= bits;
    data_encoding::BASE32HEX_NOPAD.encode(&bytes)
}

/// Codes as their makers published them: QrPaymentSR (smhg/sepa-qr-data-php issue 13), the portal
/// at bysquare.com, and three of the wire format tests of xseman/bysquare, which write version 2.
const OF_OTHERS: [(&str, &str); 4] = [
    (
        "0004U0001M8GLP3E8KPT058IQ99QISMB02IH36MOD4BCKQQGVDE4641AOA2NURPCOPSALFG0LPG1C6N0E2JMC7RG\
         2F4L2E57OCSHOUROGHOC8VTTPHHRFHU6VFTM8N80",
        "\t1\t1\t500\tEUR\t20200720\t123456\t\t\t\t\t1\tSK6807200002891987426353\tNBSBSKBX\t0\t0\
         \t\t\t",
    ),
    (
        "0003G000FQ5D2ING92PTN9NSUVOENM25ALB59SIMJKNBAJQ244S31UOGUAH7C4ULCGBEGV34FG00",
        "\t1\t1\t1\tEUR\t\t\t\t\t\t\t1\tSK8975000000000012345671\t\t0\t0\tA\t\t",
    ),
    (
        "0804O0002G0L2UES834BQT9SQJQA9M5QGN1AHN4VO0KB6MVM9RPFU06E5LQEOQUN07FTDIF96UAS90AOPDCSE86C\
         MTRAI45IDKRHJ6BUOIG1162LVVVRAKA000",
        "test-001\t1\t1\t100\tEUR\t\t123\t\t\t\t\t1\tSK9611000000002918599669\t\t0\t0\
         \tJohn Doe\t\t",
    ),
    (
        "0803U0008MG52E0Q0RIN3U8H327ELACLMJC1081SL31ETI56TODN1C4GGCJ47SQ15FPVNSEAV0BUCRJ7AR1D9KUHU\
         NDVVVOF20000",
        "\t1\t1\t0\tEUR\t\t\t\t\t\t\t1\tSK9611000000002918599669\t\t0\t0\tJohn Doe\t\t",
    ),
];

#[test]
fn codes_of_other_makers_are_unpacked() {
    let version = (Field::Version, Oddity::Form { example: "0" });
    let findings = [
        vec![(Field::PayeeName, Oddity::Missing)],
        vec![],
        vec![version.clone()],
        vec![version, (Field::Amount, Oddity::AmountZero)],
    ];
    for ((letters, values), findings) in OF_OTHERS.into_iter().zip(findings) {
        assert_eq!(read(letters).unwrap().plain.as_deref(), Some(values));
        assert_eq!(odd(letters), findings);
        assert_eq!(Standard::recognise(letters), Some(Standard::PayBySquare));
    }
    let request = read(OF_OTHERS[0].0).unwrap().request;
    assert_eq!(request.word(Field::DueDate), Some("2020-07-20"));
    assert_eq!(request.word(Field::Amount), Some("500.00"));
    assert_eq!(request.word(Field::Bic), Some("NBSBSKBX"));
}

#[test]
fn standing_orders_and_debits_are_refused() {
    let standing = "0804A0001OCO302A7G11HN9RBP2DAPNOO7UAQDI5DKVTEI505RED837BEV7GRH84QHMRCTLF41JKN2R2\
                    4B7GPVKN9M6PDSNMTTV0LMDFVVC46000";
    assert_eq!(read(standing).unwrap_err().field, Field::PaymentType);
    for (number, value) in [(2, "2"), (2, ""), (3, "2"), (3, "4"), (15, "1"), (16, "1")] {
        assert!(read(&with_value(number, value)).is_err(), "{number} {value}");
    }
}

#[test]
fn the_header_tells_versions_and_kinds() {
    let letters = encode(&donation()).unwrap().payload;
    for version in [1, 2] {
        let later = with_byte(&letters, 0, version);
        let oddity = Oddity::Form { example: "0" };
        assert_eq!(odd(&later), [(Field::Version, oddity)]);
        assert_eq!(Standard::recognise(&later), Some(Standard::PayBySquare));
    }
    let refuse = |flaw| Err(Refusal::new(Field::Payload, flaw));
    let found = "3".to_owned();
    assert_eq!(read(&with_byte(&letters, 0, 3)), refuse(Flaw::UnknownVersion { found }));
    for (at, bits) in [(0, 0x10), (1, 0x10), (1, 0x01)] {
        assert_eq!(read(&with_byte(&letters, at, bits)), refuse(Flaw::OtherStandard));
    }
    for cut in [0, 1, 4, 7, 8, 12] {
        assert!(read(letters.get(..cut).unwrap()).is_err());
    }
}

#[test]
fn a_length_or_a_checksum_that_does_not_fit_is_refused() {
    let letters = encode(&donation()).unwrap().payload;
    let shorter = with_byte(&letters, 2, 0x01);
    let longer = with_byte(&letters, 3, 0xff);
    assert!(matches!(read(&shorter).unwrap_err().flaw, Flaw::Checksum { .. }));
    assert_eq!(read(&longer).unwrap_err().flaw, Flaw::Broken { place: "LZMA".to_owned() });
    let flaw = Flaw::TooManyBytes { max: 4296, found: 4297 };
    assert_eq!(read(&"0".repeat(4297)), Err(Refusal::new(Field::Payload, flaw)));
    let flaw = Flaw::ForeignSign { at: 2, found: 'w', why: None };
    assert_eq!(read("00w5K000"), Err(Refusal::new(Field::Payload, flaw)));
    assert_eq!(odd(&format!(" {letters}\n")).len(), 2);
}

#[test]
fn texts_fill_their_places_and_no_more() {
    for (field, max) in [
        (Field::InvoiceId, 10),
        (Field::Message, 140),
        (Field::PayeeName, 70),
        (Field::PayeeStreet, 70),
        (Field::PayeeCity, 70),
    ] {
        let request = donation().with(field, "n".repeat(max));
        assert_eq!(read(&encode(&request).unwrap().payload).unwrap().request, request);
        let flaw = Flaw::TooLong { max, found: max + 1 };
        assert_eq!(refused(field, "n".repeat(max + 1)), flaw);
    }
    for (field, max) in
        [(Field::VariableSymbol, 10), (Field::ConstantSymbol, 4), (Field::SpecificSymbol, 10)]
    {
        let request = donation().with(field, "0".repeat(max));
        assert_eq!(read(&encode(&request).unwrap().payload).unwrap().request, request);
        let flaw = Flaw::TooLong { max, found: max + 1 };
        assert_eq!(refused(field, "0".repeat(max + 1)), flaw);
        let flaw = Flaw::ForeignSign { at: 0, found: 'A', why: None };
        assert_eq!(refused(field, "A1"), flaw);
    }
}

#[test]
fn the_whole_has_550_characters_at_most() {
    let pair = || Value::List(vec!["SK9611000000002918599669".into(), "TATRSKBX".into()]);
    let mut request = donation();
    request.take(Field::Iban);
    let with = |count: usize| {
        let accounts = Value::List(std::iter::repeat_with(pair).take(count).collect());
        request.clone().with(Field::Accounts, accounts)
    };
    let alone = plain(&with(12)).len();
    let note = |length: usize| with(12).with(Field::Message, "n".repeat(11 + length));
    assert_eq!(plain(&note(550 - alone)).len(), 550);
    let flaw = Flaw::TooManyBytes { max: 550, found: 551 };
    let refusal = Refusal::new(Field::Payload, flaw);
    assert_eq!(encode(&note(551 - alone)), Err(refusal));
    assert_eq!(read(&encode(&with(12)).unwrap().payload).unwrap().request, with(12));
}

#[test]
fn amounts_take_up_to_fifteen_characters() {
    for (amount, currency) in [
        ("0.01", "EUR"),
        ("999999999999.99", "EUR"),
        ("999999999999999", "JPY"),
        ("99999999999.999", "KWD"),
    ] {
        let request = donation().with(Field::Amount, amount).with(Field::Currency, currency);
        let payload = encode(&request).unwrap().payload;
        assert_eq!(read(&payload).unwrap().request, request);
    }
    assert!(matches!(refused(Field::Amount, "1000000000000"), Flaw::TooLarge { .. }));
    assert_eq!(refused(Field::Amount, "1.001"), Flaw::TooPrecise { decimals: 2 });
    for code in ["XXX", "eur", "978"] {
        assert_eq!(refused(Field::Currency, code), Flaw::Form { example: "EUR" });
    }
    assert_eq!(read(&with_value(4, "15,00")).unwrap_err().field, Field::Amount);
    assert_eq!(read(&with_value(5, "XXX")).unwrap_err().field, Field::Currency);
    let mut no_currency = donation();
    no_currency.take(Field::Currency);
    let refusal = Refusal::new(Field::Currency, Flaw::Missing);
    assert_eq!(encode(&no_currency), Err(refusal));
}

#[test]
fn letters_lose_their_marks_and_tabs_become_blanks() {
    let request = donation().with(Field::Message, "Ďakujeme,\tĽuboš – „ahoj“");
    assert!(plain(&request).contains("\tDakujeme, Lubos - \"ahoj\"\t"));
    let flaw = Flaw::ForeignSign { at: 0, found: 'Д', why: None };
    assert_eq!(refused(Field::Message, "Дар"), flaw);
    let flaw = Flaw::ForeignSign { at: 1, found: '\n', why: None };
    assert_eq!(refused(Field::Message, "a\nb"), flaw);
    let marked = with_value(11, "Ďakujeme");
    let oddity = Oddity::ForeignSign { at: 0, found: 'Ď', why: None };
    assert_eq!(odd(&marked), [(Field::Message, oddity)]);
    assert_eq!(read(&marked).unwrap().request.word(Field::Message), Some("Ďakujeme"));
}

#[test]
fn a_reference_stands_in_place_of_symbols() {
    let other = Field::VariableSymbol;
    assert_eq!(refused(Field::OriginatorsReference, "RF68LB2K7Q"), Flaw::NotWith { other });
    let mut request = donation().with(Field::OriginatorsReference, "R".repeat(35));
    request.take(Field::VariableSymbol);
    assert_eq!(read(&encode(&request).unwrap().payload).unwrap().request, request);
    request.put(Field::OriginatorsReference, "R".repeat(36));
    let flaw = Flaw::TooLong { max: 35, found: 36 };
    let refusal = Refusal::new(Field::OriginatorsReference, flaw);
    assert_eq!(encode(&request), Err(refusal));
    let both = with_value(10, "RF68LB2K7Q");
    let oddity = Oddity::NotWith { other };
    assert_eq!(odd(&both), [(Field::OriginatorsReference, oddity)]);
}

#[test]
fn accounts_are_one_or_a_list_of_pairs() {
    let list = |pairs: &[&[&str]]| {
        let pair =
            |pair: &&[&str]| Value::List(pair.iter().map(|text| Value::from(*text)).collect());
        Value::List(pairs.iter().map(pair).collect())
    };
    let (first, second) = ("SK9611000000002918599669", "SK3112000000198742637541");
    assert_eq!(refused(Field::Accounts, list(&[&[first]])), Flaw::NotWith { other: Field::Iban });
    let mut bare = donation();
    bare.take(Field::Iban);
    let with = |accounts: Value| encode(&bare.clone().with(Field::Accounts, accounts));
    assert_eq!(with(list(&[&[first]])), encode(&donation()));
    assert!(with(list(&[&[first, ""], &[second, "TATRSKBX"]])).is_ok());
    for (accounts, flaw) in [
        (list(&[&[]]), Flaw::Kind),
        (list(&[&[first, "", ""]]), Flaw::Kind),
        (Value::List(vec![first.into()]), Flaw::Kind),
        (Value::from(first), Flaw::Kind),
    ] {
        assert_eq!(with(accounts), Err(Refusal::new(Field::Accounts, flaw)));
    }
    let refusal = with(list(&[&["SK9711000000002918599669"]])).unwrap_err();
    assert_eq!(refusal.field, Field::Accounts);
    let refusal = with(Value::List(vec![])).unwrap_err();
    assert_eq!(refusal, Refusal::new(Field::Iban, Flaw::Missing));
    assert_eq!(read(&with_value(12, "0")).unwrap_err().field, Field::Iban);
    assert!(read(&with_value(12, "65535")).is_err());
    assert_eq!(read(&with_value(12, "x")).unwrap_err().field, Field::Accounts);
}

#[test]
fn a_bank_of_another_country_than_the_account_is_told() {
    let oddity = Oddity::NotWith { other: Field::Iban };
    assert_eq!(odd(&with_value(14, "GIBACZPX")), [(Field::Bic, oddity)]);
    assert_eq!(odd(&with_value(14, "TATRSKBX")), []);
    let oddity = Oddity::NotNormalised;
    assert_eq!(odd(&with_value(13, "SK96 1100 0000 0029 1859 9669")), [(Field::Iban, oddity)]);
}

#[test]
fn other_values_are_read_with_findings() {
    let oddity = Oddity::ForeignSign { at: 0, found: 'h', why: None };
    assert_eq!(odd(&with_value(7, "hello")), [(Field::VariableSymbol, oddity)]);
    assert_eq!(odd(&with_value(17, "")), [(Field::PayeeName, Oddity::Missing)]);
    assert_eq!(odd(&with_value(19, "\t")), [(Field::Payload, Oddity::TrailingLines { count: 1 })]);
    assert!(read(&with_value(19, "\tmore")).is_err());
    assert_eq!(read(&with_value(6, "20260230")).unwrap_err().field, Field::DueDate);
    assert_eq!(read(&with_value(6, "2026-02-1")).unwrap_err().field, Field::DueDate);
    let without_payee = plain(&donation());
    let without_payee: Vec<&str> = without_payee.split('\t').take(16).collect();
    let letters = packing::packed(&without_payee.join("\t")).unwrap();
    assert_eq!(odd(&letters), [(Field::PayeeName, Oddity::Missing)]);
}

#[test]
fn codes_of_other_standards_are_not_taken_for_one() {
    for text in [
        "00020101021126330014BR.GOV.BCB.PIX0111123456789015204000053039865802BR5913NGO",
        "458101710000001220004829900000000559582243294671120131",
        "0005K000",
        "0005K000ECMPBG5G931AN1IT887M78ULCH7T lower",
    ] {
        assert!(!is_begun(text), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read_back(
        name in "[ -~]{0,69}[a-z]",
        note in "[ -~]{0,140}",
        cents in 1..100_000_000_000_000_i64,
        symbol in "[0-9]{1,10}",
    ) {
        let mut request = donation()
            .with(Field::PayeeName, name)
            .with(Field::Message, note)
            .with(Field::Amount, format!("{}.{:02}", cents / 100, cents % 100))
            .with(Field::VariableSymbol, symbol);
        let encoded = encode(&request).unwrap();
        let reading = read(&encoded.payload).unwrap();
        prop_assert_eq!(&reading.findings, &[]);
        prop_assert_eq!(&reading.plain, &encoded.plain);
        prop_assert_eq!(encode(&reading.request).unwrap(), encoded);
        if request.word(Field::Message).is_none() {
            request.take(Field::Message);
        }
        prop_assert_eq!(reading.request, request);
    }

    #[test]
    fn any_stream_gives_an_answer(stream in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut bytes = vec![0, 0, 0xff, 0xff, 0];
        bytes.extend(stream);
        prop_assert!(read(&data_encoding::BASE32HEX_NOPAD.encode(&bytes)).is_err());
    }
}
