//! What the published vectors do not show: formats, hosts, character sets, limits, quirks.

use data_encoding::BASE64URL_NOPAD;
use proptest::prelude::*;

use super::*;
use crate::{
    Flaw, ForeignSign, Oddity, Options, Reading, Refusal, Request, Standard, Value,
    decode as decode_any,
};

fn donation() -> Request {
    Request::new()
        .with(Field::PayeeName, "БО \"Фонд Приклад\"")
        .with(Field::Iban, "UA053052990000026000000000017")
        .with(Field::TaxId, "12345678")
        .with(Field::Amount, "100.00")
        .with(Field::Currency, "UAH")
        .with(Field::Message, "Благодійний внесок LB-2K7Q")
}

fn later() -> Request {
    donation().with(Field::Format, "003")
}

fn plain(request: &Request) -> String {
    encode(request).unwrap().plain.unwrap()
}

fn refused(field: Field, value: impl Into<Value>) -> Flaw {
    let Refusal { field: named, flaw } = encode(&later().with(field, value)).unwrap_err();
    assert_eq!(named, field);
    flaw
}

fn read(text: &str) -> Result<Reading, Refusal> {
    decode(text, Options::default())
}

fn odd(text: &str) -> Vec<(Field, Oddity)> {
    crate::reading::found(&read(text).unwrap())
}

fn linked(bytes: &[u8]) -> String {
    format!("https://qr.bank.gov.ua/{}", BASE64URL_NOPAD.encode(bytes))
}

/// Links our lines of format 003 with one of them in place of another.
fn with_line(number: usize, line: &str) -> String {
    let plain = plain(&later());
    let mut lines: Vec<&str> = plain.split('\n').collect();
    lines[number - 1] = line;
    linked(lines.join("\n").as_bytes())
}

#[test]
fn the_resolution_s_own_example_is_read_and_written() {
    // Appendix 4, example 4, as skules777/nbu-qr-code-kotlin has its bytes: windows-1251.
    let link = "https://qr.bank.gov.ua/QkNECjAwMwoyCklDVAoK0s7CIKvUyiCExcLOk7sKVUE2NzMwMDUyODAwMDAw\
                MjY1MDA1MDQzNTQwNzcKVUFIMTUwCjM3MTkzMDcxCk9USFIvR0REUwoxMjI1MTAyNTc2Cj9NZXJjaGFudEJ1\
                c2luZXNzTmFtZT0iUk9aRVRLQS5VQSIsIM_u6vPv6uAg8u7i4PCz4iwg5-Ds7uLr5e3t_yC5ODIxNTU4OTY1\
                Lgo_PEluc3RyRm9yQ2R0ckFndD48SW5zdHJJbmY-TWVyY2hJRDowMTIzNC1UZXJtSWQ6NDMyMTA8L0luc3Ry\
                SW5mPjwvSW5zdHJGb3JDZHRyQWd0PgpGRkZGCjI1MDMyMTEyMDAwMAoyNTAxMjkxMjAwMDAK";
    let reading = read(link).unwrap();
    let word = |field| reading.request.word(field);
    assert_eq!(word(Field::PayeeName), Some("ТОВ «ФК „ЕВО“»"));
    assert_eq!(word(Field::Iban), Some("UA673005280000026500504354077"));
    assert_eq!(word(Field::Amount), Some("150.00"));
    assert_eq!(word(Field::Service), Some("ICT"));
    assert_eq!(word(Field::Category), Some("OTHR/GDDS"));
    assert_eq!(word(Field::Reference), Some("1225102576"));
    assert_eq!(word(Field::Lock), Some("FFFF"));
    assert_eq!(word(Field::ValidUntil), Some("2025-03-21T12:00:00"));
    assert_eq!(word(Field::CreatedAt), Some("2025-01-29T12:00:00"));
    assert_eq!(odd(link), [(Field::Amount, Oddity::AmountFixed)]);
    let again = encode(&reading.request).unwrap();
    assert_eq!((again.payload.as_str(), again.plain), (link, reading.plain.clone()));
}

#[test]
fn the_format_follows_from_what_is_asked_for() {
    let begins = |request: &Request| {
        let encoded = encode(request).unwrap();
        let host = HOSTS.iter().find(|host| encoded.payload.starts_with(**host)).copied();
        (host.unwrap(), encoded.plain.unwrap()[4..7].to_owned())
    };
    assert_eq!(begins(&donation()), (HOSTS[0], "002".to_owned()));
    assert_eq!(begins(&later()), (HOSTS[1], "003".to_owned()));
    for (field, value) in [
        (Field::Reference, "LB-2K7Q"),
        (Field::Category, "CHAR/DONR"),
        (Field::Lock, "FEFF"),
        (Field::ValidUntil, "2026-12-31"),
        (Field::CreatedAt, "2026-12-01"),
        (Field::Service, "XCT"),
    ] {
        let request = donation().with(field, value);
        assert_eq!(begins(&request), (HOSTS[1], "003".to_owned()));
        let refusal = encode(&request.with(Field::Format, "002")).unwrap_err();
        assert_eq!(refusal.field, field);
    }
    for format in ["001", "004", "2"] {
        assert!(matches!(refused(Field::Format, format), Flaw::NotOneOf { .. }));
    }
    assert!(matches!(refused(Field::Service, "SCT"), Flaw::NotOneOf { .. }));
    assert_eq!(refused(Field::Bic, "NBUAUAUX"), Flaw::NotCarried);
}

#[test]
fn both_hosts_carry_both_formats_and_no_other_host_does() {
    for request in [donation(), later()] {
        let payload = encode(&request).unwrap().payload;
        let letters = payload.rsplit('/').next().unwrap();
        for host in HOSTS {
            assert_eq!(odd(&format!("{host}{letters}")), []);
        }
        for host in [
            "http://bank.gov.ua/qr/",
            "https://bank.gov.ua/",
            "https://qr.bank.gov.ua/qr/",
            "https://bank.gov.ua.example/qr/",
            "https://qr-bank.gov.ua/",
            "https://bank.gov.ua@evil.example/qr/",
            "https://bank.gov.ua:443/qr/",
            "https://www.bank.gov.ua/qr/",
            "https://bаnk.gov.ua/qr/",
            "https://privatbank.example/qr/",
        ] {
            let refusal = read(&format!("{host}{letters}")).unwrap_err();
            assert_eq!(refusal.field, Field::Payload, "{host}");
        }
    }
    let fake = "https://bank.gov.ua.example/qr/QkNE";
    assert_eq!(Standard::recognise(fake), Some(Standard::NbuQr));
    let flaw = Flaw::NotOneOf { allowed: &HOSTS, found: "bank.gov.ua.example".to_owned() };
    assert_eq!(decode_any(fake, Options::default()), Err(Refusal::new(Field::Payload, flaw)));
    assert_eq!(Standard::recognise("https://example.org/bank.gov.ua"), None);
}

#[test]
fn texts_fill_their_lines_and_no_more() {
    for (field, max) in [NAME, SHOWN, REFERENCE] {
        let short = later().with(Field::Message, "Gift").with(Field::PayeeName, "Fund");
        let request = short.with(field, "n".repeat(max));
        let reading = read(&encode(&request).unwrap().payload).unwrap();
        assert_eq!(reading.request.word(field).unwrap().len(), max);
        let flaw = Flaw::TooLong { max, found: max + 1 };
        assert_eq!(refused(field, "n".repeat(max + 1)), flaw);
        let oddity = Oddity::TooLong { max, found: max + 1 };
        let number = if field == Field::PayeeName { 6 } else { 11 };
        let number = if field == Field::Information { 13 } else { number };
        let text = with_line(number, &"n".repeat(max + 1));
        assert!(odd(&text).contains(&(field, oddity)));
    }
    for field in [Field::PayeeName, Field::Iban, Field::TaxId, Field::Message] {
        assert_eq!(refused(field, ""), Flaw::Missing);
    }
}

#[test]
fn the_link_holds_475_letters() {
    for (charset, bytes_per_letter) in [("1", 2), ("2", 1)] {
        let request = later().with(Field::Charset, charset).with(Field::Message, "п");
        let free = BYTES_MAX - encoded_length(&request, charset);
        let full = request.clone().with(Field::Message, "п".repeat(1 + free / bytes_per_letter));
        let letters = encode(&full).unwrap().payload.len() - HOSTS[1].len();
        assert!((474..=LETTERS_MAX).contains(&letters), "{letters}");
        let more = request.with(Field::Message, "п".repeat(2 + free / bytes_per_letter));
        let refusal = encode(&more).unwrap_err();
        assert_eq!(refusal.field, Field::Payload);
        assert!(matches!(refusal.flaw, Flaw::TooManyBytes { max: BYTES_MAX, .. }));
    }
    let long = with_line(12, &"x".repeat(420));
    assert!(matches!(odd(&long)[..], [(Field::Payload, Oddity::TooManyBytes { max: 475, .. })]));
    let longer = with_line(12, &"x".repeat(4000));
    assert!(matches!(read(&longer).unwrap_err().flaw, Flaw::TooManyBytes { .. }));
}

fn encoded_length(request: &Request, charset: &str) -> usize {
    let plain = plain(request);
    if charset == "1" { plain.len() } else { plain.chars().count() }
}

#[test]
fn only_signs_of_windows_1251_are_written() {
    let all = "Ґґ Її Єє №5 «„“» – — ’ € § ° ± µ ½";
    for (at, found) in all.char_indices().filter(|(_, sign)| !is_cyrillic_set(*sign)) {
        assert_eq!((at, found), (all.find('½').unwrap(), '½'));
    }
    let allowed = all.trim_end_matches('½').trim_end();
    for charset in ["1", "2"] {
        let request = later().with(Field::Message, allowed).with(Field::Charset, charset);
        let reading = read(&encode(&request).unwrap().payload).unwrap();
        assert_eq!(reading.request.word(Field::Message), Some(allowed));
        assert_eq!(reading.request.word(Field::Charset), Some(charset));
        assert_eq!(reading.findings, []);
    }
    for (found, why) in [
        ('½', None),
        ('ő', None),
        ('\t', Some(ForeignSign::Control)),
        ('\n', Some(ForeignSign::Control)),
        ('\u{a0}', Some(ForeignSign::Blank)),
        ('\u{ad}', Some(ForeignSign::Invisible)),
        ('❤', Some(ForeignSign::Symbol)),
    ] {
        let flaw = Flaw::ForeignSign { at: 1, found, why };
        for (field, _) in [NAME, TEXT, SHOWN] {
            assert_eq!(refused(field, format!("a{found}")), flaw);
        }
        if found != '\n' {
            let oddity = Oddity::ForeignSign { at: 1, found, why };
            assert_eq!(odd(&with_line(12, &format!("a{found}"))), [(Field::Message, oddity)]);
        }
    }
    let cyrillic = Flaw::ForeignSign { at: 0, found: 'Л', why: None };
    assert_eq!(refused(Field::Reference, "ЛБ"), cyrillic);
    assert!(matches!(refused(Field::Charset, 3), Flaw::NotOneOf { .. }));
}

#[test]
fn amounts_are_written_with_two_decimals_or_none() {
    let line = |amount: &str| {
        let plain = plain(&later().with(Field::Amount, amount));
        plain.split('\n').nth(7).map(str::to_owned).unwrap()
    };
    assert_eq!(line("0.01"), "UAH0.01");
    assert_eq!(line("10.5"), "UAH10.50");
    assert_eq!(line("999999999.99"), "UAH999999999.99");
    assert_eq!(line("1000"), "UAH1000");
    let max = "999999999.99".to_owned();
    assert_eq!(refused(Field::Amount, "1000000000"), Flaw::TooLarge { max });
    assert_eq!(refused(Field::Amount, "0.00"), Flaw::Zero);
    assert_eq!(odd(&with_line(8, "UAH10.5")), [(Field::Amount, Oddity::AmountDecimals)]);
    assert_eq!(odd(&with_line(8, "UAH10.00")), [(Field::Amount, Oddity::AmountDecimals)]);
    assert_eq!(odd(&with_line(8, "UAH010")), [(Field::Amount, Oddity::NotNormalised)]);
    assert_eq!(odd(&with_line(8, "UAH0")), [(Field::Amount, Oddity::AmountZero)]);
    for text in ["UAH", "UAH1,000", "UAH10.555", "UAH-1", "UAH1000000000"] {
        assert_eq!(read(&with_line(8, text)).unwrap_err().field, Field::Amount, "{text}");
    }
    for text in ["USD10", "100", "uah1"] {
        assert_eq!(read(&with_line(8, text)).unwrap_err().field, Field::Currency, "{text}");
    }
}

#[test]
fn codes_of_payees_have_eight_or_ten_digits() {
    for code in ["12345678", "1234567890"] {
        assert_eq!(odd(&encode(&later().with(Field::TaxId, code)).unwrap().payload), []);
    }
    for (code, found) in [("1234567", 7), ("123456789", 9), ("12345678901", 11)] {
        let flaw = Flaw::Length { allowed: TAX_ID_LENGTHS, found };
        assert_eq!(refused(Field::TaxId, code), flaw);
    }
    assert!(matches!(refused(Field::TaxId, "АА123456"), Flaw::ForeignSign { .. }));
    let oddity = Oddity::Form { example: "12345678" };
    assert_eq!(odd(&with_line(9, "АА123456")), [(Field::TaxId, oddity)]);
    assert_eq!(read(&with_line(9, "")).unwrap_err().field, Field::TaxId);
}

#[test]
fn category_and_lock_have_their_forms() {
    for text in ["CHAR", "CHAR/", "char/donr", "CHAR-DONR", "CHAR/DONRX"] {
        assert_eq!(refused(Field::Category, text), Flaw::Form { example: CATEGORY_EXAMPLE });
    }
    let oddity = Oddity::Form { example: CATEGORY_EXAMPLE };
    assert_eq!(odd(&with_line(10, "CHAR")), [(Field::Category, oddity)]);
    for text in ["FF7", "FF7FF", "GGGG", "+FFF"] {
        assert_eq!(refused(Field::Lock, text), Flaw::Form { example: LOCK_EXAMPLE });
        assert_eq!(read(&with_line(14, text)).unwrap_err().field, Field::Lock);
    }
    assert!(plain(&later().with(Field::Lock, "feff")).ends_with("\nFEFF\n\n\n"));
    assert_eq!(odd(&with_line(14, "FEFF")), []);
    assert_eq!(odd(&with_line(14, "FFFF")), [(Field::Amount, Oddity::AmountFixed)]);
    let lower = [(Field::Lock, Oddity::NotNormalised)];
    assert_eq!(odd(&with_line(14, "feff")), lower);
}

#[test]
fn instants_are_civil_ones() {
    for (typed, line, read_again) in [
        ("2026-12-31T23:30:05", "261231233005", "2026-12-31T23:30:05"),
        ("2026-12-31 23:30", "261231233000", "2026-12-31T23:30:00"),
        ("2026-12-31", "261231235959", "2026-12-31T23:59:59"),
    ] {
        let encoded = encode(&later().with(Field::ValidUntil, typed)).unwrap();
        assert_eq!(encoded.plain.unwrap().split('\n').nth(14), Some(line));
        let reading = read(&encoded.payload).unwrap();
        assert_eq!(reading.request.word(Field::ValidUntil), Some(read_again));
    }
    let created = plain(&later().with(Field::CreatedAt, "2026-12-01"));
    assert!(created.ends_with("\n\n261201000000\n"), "{created}");
    for text in [
        "2026-02-30",
        "1999-12-31",
        "2026-12-31T24:00:00",
        "2026-12-31T23:60",
        "2026-12-31T23:59:59Z",
        "2026-12-31T23:59:59+02:00",
        "2026-12-31T",
        "tomorrow",
    ] {
        let flaw = Flaw::NotADay { found: text.to_owned() };
        assert_eq!(refused(Field::ValidUntil, text), flaw);
    }
    for text in ["261231", "2612312460000", "26123123595", "26-231235959", "2612312é5959"] {
        assert_eq!(read(&with_line(15, text)).unwrap_err().field, Field::ValidUntil, "{text}");
    }
}

#[test]
fn codes_of_other_makers_are_read_with_findings() {
    let text = plain(&donation().with(Field::Format, "002"));
    let oddity = Oddity::TrailingLines { count: 1 };
    assert_eq!(odd(&linked(format!("{text}\n").as_bytes())), [(Field::Payload, oddity)]);
    let link = linked(text.as_bytes());
    assert_eq!(odd(&format!("{link}==")), [(Field::Payload, Oddity::NotNormalised)]);
    assert_eq!(odd(&format!("{link}\n")), [(Field::Payload, Oddity::BlanksAround)]);
    let signed = with_line(17, "RFU");
    let key = "signature".to_owned();
    assert_eq!(odd(&signed), [(Field::OtherKeys, Oddity::Unknown { key })]);
    let request = read(&signed).unwrap().request;
    let Some(Value::Table(others)) = request.value(Field::OtherKeys) else { panic!() };
    assert_eq!(others.get("signature"), Some(&Value::from("RFU")));
    let lower = with_line(7, "ua053052990000026000000000017");
    assert_eq!(odd(&lower), [(Field::Iban, Oddity::NotNormalised)]);
}

#[test]
fn format_001_is_read_without_a_link() {
    let text = plain(&donation().with(Field::Format, "002")).replace("\n002\n", "\n001\n");
    for text in [text.clone(), text.replace('\n', "\r\n"), format!("   \r\n{text}")] {
        assert_eq!(Standard::recognise(&text), Some(Standard::NbuQr));
        let request = read(&text).unwrap().request;
        assert_eq!(request.word(Field::Format), Some("001"));
        assert_eq!(request.word(Field::Amount), Some("100.00"));
        assert_eq!(encode(&request).unwrap_err().field, Field::Format);
    }
    assert_eq!(read(&text.replace("\n001\n", "\n002\n")).unwrap_err().field, Field::Format);
    assert_eq!(read(&linked(text.as_bytes())).unwrap_err().field, Field::Format);
    let epc = "BCD\n001\n1\nSCT\n";
    assert_ne!(Standard::recognise(epc), Some(Standard::NbuQr));
    assert_eq!(read(epc), Err(Refusal::new(Field::Payload, Flaw::OtherStandard)));
}

#[test]
fn broken_codes_are_refused() {
    let text = plain(&later());
    for (text, field) in [
        (with_line(1, "BCE"), Field::Payload),
        (with_line(2, "004"), Field::Format),
        (with_line(3, "3"), Field::Charset),
        (with_line(4, "SCT"), Field::Service),
        (with_line(6, ""), Field::PayeeName),
        (with_line(7, "AT611904300234573201"), Field::Iban),
        (with_line(12, ""), Field::Message),
        (linked(text.trim_end().as_bytes()), Field::Payload),
        (linked(format!("{text}\nmore").as_bytes()), Field::Payload),
        (linked(plain(&donation()).replace("\n002\n", "\n003\n").as_bytes()), Field::Payload),
        (linked(&[text.as_bytes(), b"\xff"].concat()), Field::Payload),
        (linked(text.replace('\n', "\r\n").as_bytes()), Field::Payload),
        (format!("{}+", linked(text.as_bytes())), Field::Payload),
        (format!("{}?a=b", linked(text.as_bytes())), Field::Payload),
        (HOSTS[0].to_owned(), Field::Payload),
    ] {
        assert_eq!(read(&text).map_err(|refusal| refusal.field), Err(field), "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        name in "[А-Яа-яҐґЄєІіЇї «»№-]{0,19}[a-zа-я]",
        text in "[ -~А-Яа-яґєії]{0,59}[a-zа-я]",
        kopecks in 1..100_000_000_000_i64,
        format in prop::sample::select(FORMATS),
        charset in prop::sample::select(CHARSETS),
        reference in "[A-Z0-9-]{1,35}",
    ) {
        let mut request = donation()
            .with(Field::Format, format)
            .with(Field::Charset, charset)
            .with(Field::PayeeName, name)
            .with(Field::Message, text)
            .with(Field::Amount, format!("{}.{:02}", kopecks / 100, kopecks % 100));
        if format == "003" {
            request.put(Field::Reference, reference);
        }
        let encoded = encode(&request).unwrap();
        let reading = read(&encoded.payload).unwrap();
        prop_assert_eq!(&reading.findings, &[]);
        prop_assert_eq!(&reading.plain, &encoded.plain);
        prop_assert_eq!(encode(&reading.request).unwrap(), encoded);
        prop_assert_eq!(reading.request, request);
    }
}
