use proptest::prelude::*;

use super::*;

fn request() -> Request {
    Request::new()
        .with(Field::PayeeName, "Példa Alapítvány")
        .with(Field::Bic, "OTPVHUHBXXX")
        .with(Field::Iban, "HU42117730161111101800000000")
        .with(Field::ValidUntil, "2031-07-01T23:59:59+02:00")
}

fn payload() -> String {
    encode(&request().with(Field::Amount, "5000").with(Field::TaxCode, "N7")).unwrap().payload
}

fn read(text: &str) -> Result<Reading, Refusal> {
    decode(text, Options::default())
}

fn oddities(text: &str) -> Vec<Oddity> {
    read(text).unwrap().findings.into_iter().map(|finding| finding.oddity).collect()
}

fn with_line(number: usize, line: &str) -> String {
    let payload = payload();
    let mut lines: Vec<&str> = payload.split('\n').collect();
    lines[number - 1] = line;
    lines.join("\n")
}

#[test]
fn an_instant_needs_a_day_a_time_and_an_offset_of_budapest() {
    let flaw = |text: &str| encode(&request().with(Field::ValidUntil, text)).unwrap_err().flaw;
    for text in [
        "2031-07-01",
        "2031-07-01T23:59+02:00",
        "2031-07-01T23:59:59",
        "2031-07-01T23:59:59Z",
        "2031-07-01T23:59:59+03:00",
        "2031-07-01T23:59:59-01:00",
        "2031-07-01T23:59:59.5+02:00",
        "2031-07-01T24:00:00+02:00",
        "2031-07-01T23:60:00+02:00",
        "2031-07-01T+1:00:00+02:00",
    ] {
        assert_eq!(flaw(text), Flaw::Form { example: INSTANT_EXAMPLE }, "{text}");
    }
    let text = "2031-02-29T12:00:00+01:00";
    assert_eq!(flaw(text), Flaw::NotADay { found: text.to_owned() });
    for text in ["20310701235959", "20310701235959+3", "20310701245959+2", "2031070123595é+2"] {
        assert_eq!(read(&with_line(8, text)).unwrap_err().field, Field::ValidUntil, "{text}");
    }
}

#[test]
fn amounts_are_whole_forints_of_at_most_twelve_digits() {
    let amount = |text: &str| encode(&request().with(Field::Amount, text)).map_err(|r| r.flaw);
    assert!(amount("999999999999").unwrap().payload.contains("\nHUF999999999999\n"));
    assert_eq!(amount("1000000000000"), Err(Flaw::TooLarge { max: "999999999999.00".to_owned() }));
    assert_eq!(amount("5000.00"), Err(Flaw::TooPrecise { decimals: 0 }));
    for text in ["HUF", "5000", "HUF5000.00", "HUF0", "HUF5 000", "HUF-1", "EUR5"] {
        assert_eq!(read(&with_line(7, text)).unwrap_err().field, Field::Amount, "{text}");
    }
    assert_eq!(oddities(&with_line(7, "HUF05000")), [Oddity::Withdrawn, Oddity::NotNormalised]);
}

#[test]
fn line_ends_at_the_end_may_be_missing_or_too_many() {
    let payload = payload();
    assert_eq!(oddities(&payload), [Oddity::Withdrawn]);
    let bare = payload.trim_end_matches('\n');
    let odd = |oddity| vec![Oddity::Withdrawn, oddity];
    assert_eq!(oddities(bare), odd(Oddity::EndMissing));
    assert_eq!(read(bare).unwrap().request, read(&payload).unwrap().request);
    assert_eq!(oddities(&(payload.clone() + "\n\n")), odd(Oddity::TrailingLines { count: 2 }));
    assert_eq!(oddities(&payload.replace('\n', "\r\n")), odd(Oddity::LineEnds));
    let eighteen = Flaw::Broken { place: "18".to_owned() };
    assert_eq!(read(&(payload + "x")).unwrap_err().flaw, eighteen);
}

#[test]
fn each_line_is_refused_by_its_field() {
    for (number, line, field) in [
        (1, "RTP", Field::Payload),
        (1, "HTC", Field::Payload),
        (2, "002", Field::Version),
        (3, "2", Field::Charset),
        (4, "", Field::Bic),
        (4, "OTPV", Field::Bic),
        (5, " ", Field::PayeeName),
        (6, "HU43117730161111101800000000", Field::Iban),
        (6, "AT611904300234573201", Field::Iban),
        (8, "", Field::ValidUntil),
        (9, "CHA", Field::Purpose),
    ] {
        assert_eq!(read(&with_line(number, line)).unwrap_err().field, field, "{line}");
    }
    for (number, line) in [(4, "OTPVHUHB"), (6, "hu42117730161111101800000000")] {
        assert_eq!(oddities(&with_line(number, line)), [Oddity::Withdrawn, Oddity::NotNormalised]);
    }
}

#[test]
fn each_part_has_its_most() {
    for (field, max) in
        [(Field::PayeeName, 70), (Field::Message, 70), (Field::ShopId, 35), (Field::TaxCode, 35)]
    {
        let flaw = |length| encode(&request().with(field, "é".repeat(length)));
        assert!(flaw(max).is_ok());
        assert_eq!(flaw(max + 1).unwrap_err().flaw, Flaw::TooLong { max, found: max + 1 });
    }
    let fill = |text: usize| {
        let request = request()
            .with(Field::PayeeName, "é".repeat(70))
            .with(Field::Message, "m".repeat(70))
            .with(Field::ShopId, "s".repeat(35))
            .with(Field::DeviceId, "s".repeat(text));
        encode(&request)
    };
    let rest = BYTES_MAX - fill(0).unwrap().payload.len();
    assert_eq!(fill(rest).unwrap().payload.len(), BYTES_MAX);
    let flaw = Flaw::TooManyBytes { max: BYTES_MAX, found: BYTES_MAX + 1 };
    assert_eq!(fill(rest + 1).unwrap_err(), Refusal::new(Field::Payload, flaw));
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded_to_the_same_request(
        name in "[A-Za-zéáű .]{0,20}[a-z]",
        forints in prop::option::of(1i64..=999_999_999_999),
        (day, hour, minute, summer) in (1u8..=28, 0u8..24, 0u8..60, any::<bool>()),
        purpose in prop::option::of("[A-Z]{4}"),
        numbers in prop::collection::vec(prop::option::of("[A-Za-z0-9-]{1,12}"), 7),
    ) {
        let offset = if summer { "02" } else { "01" };
        let instant = format!("2031-07-{day:02}T{hour:02}:{minute:02}:00+{offset}:00");
        let mut request = request()
            .with(Field::PayeeName, name)
            .with(Field::Currency, "HUF")
            .with(Field::ValidUntil, instant)
            .with_some(Field::Amount, forints.map(|forints| forints.to_string()))
            .with_some(Field::Purpose, purpose);
        for (field, number) in NUMBERS.into_iter().zip(numbers) {
            request = request.with_some(field, number);
        }
        let payload = encode(&request).unwrap().payload;
        let reading = read(&payload).unwrap();
        prop_assert_eq!(&reading.request, &request);
        prop_assert_eq!(encode(&reading.request).unwrap().payload, payload);
    }
}
