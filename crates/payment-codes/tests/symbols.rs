//! What each standard's code is like: kind, version, level, signs, mark and size.
#![expect(clippy::unwrap_used, reason = "a test that fails here has found what it looks for")]

use groat_payment_codes::Standard;
use groat_payment_codes::picture::{
    ARMS_LENGTH, DrawError, Length, Picture, Print, Symbology, draw,
};
use groat_payment_codes::qr::EcLevel;
use proptest::prelude::*;
use rxing::BarcodeFormat;

const UPN: &str = "UPNQR\n\n\n\n\n\n\n\n00000000000\n\n\nCHAR\nDonacija za zavetišče\n\n\
                   SI56020170014356205\nSI121234567890120\nDruštvo Primer\nPohorska ulica 22\n\
                   2000 Maribor\n139\n";
const BARS: &str = "479440520200360820048831500000000868516259619897100612";

fn drawn(standard: Standard, text: &str) -> Picture {
    draw(Some(standard), text).unwrap()
}

fn version(standard: Standard, text: &str) -> u8 {
    drawn(standard, text).qr_version().unwrap().0
}

fn bytes(count: usize) -> String {
    "x".repeat(count)
}

fn in_hand(dots_per_inch: u32) -> Print {
    Print { distance: ARMS_LENGTH, dots_per_inch }
}

#[test]
fn every_standard_is_drawn_at_level_m_or_better() {
    for standard in Standard::ALL {
        let rules = standard.symbol();
        assert!(!rules.levels().contains(&EcLevel::Low), "{standard}");
        assert!(!rules.versions().is_empty() && *rules.versions().end() <= 40, "{standard}");
    }
}

#[test]
fn a_text_that_fills_the_largest_version_is_drawn_and_one_more_is_refused() {
    for (standard, version, max) in [
        (Standard::Epc, 13, 331),
        (Standard::SwissQrBill, 25, 997),
        (Standard::PayBySquare, 17, 504),
        (Standard::MnbHct, 13, 331),
        (Standard::NbuQr, 20, 666),
        (Standard::Pix, 40, 2331),
    ] {
        assert_eq!(self::version(standard, &bytes(max)), version, "{standard}");
        let found = max + 1;
        assert_eq!(
            draw(Some(standard), &bytes(found)).unwrap_err(),
            DrawError::TooLong { found, max },
            "{standard}"
        );
    }
}

#[test]
fn ends_and_lower_bounds_of_versions_are_kept() {
    assert_eq!(version(Standard::NbuQr, "x"), 14);
    assert_eq!(version(Standard::SwissQrBill, "x"), 14);
    assert_eq!(version(Standard::UpnQr, "x"), 15);
    assert_eq!(version(Standard::Epc, "x"), 1);
}

#[test]
fn the_better_level_is_left_only_where_it_does_not_hold_the_text() {
    let level = |count| drawn(Standard::NbuQr, &bytes(count)).qr_version().unwrap();
    assert_eq!(level(482), (20, EcLevel::Quartile));
    assert_eq!(level(483), (17, EcLevel::Medium));
}

#[test]
fn digits_and_capitals_take_less_room_only_where_the_standard_allows_it() {
    let text = "0123456789".repeat(9);
    assert_eq!(version(Standard::Pix, &text), 6);
    assert_eq!(version(Standard::Swish, &text), 3);
    // 345 bytes are what a Hungarian code may have; they fit where enough of them are digits.
    let text = format!("{}{}", bytes(300), "0".repeat(45));
    assert_eq!(version(Standard::MnbHct, &text), 13);
}

#[test]
fn lightning_is_drawn_in_capitals_and_what_has_case_is_not() {
    let invoice = format!("lnbc1{}", "q0".repeat(150));
    let small = drawn(Standard::Bolt11, &invoice);
    let large = drawn(Standard::Bolt11, &invoice.to_uppercase());
    assert!(small.modules() == large.modules());
    assert_eq!(small.qr_version().unwrap().0, 10);
    let link = "https://example.org/?lightning=lnurl1qq";
    assert!(
        drawn(Standard::Lnurl, link).modules()
            != drawn(Standard::Lnurl, &link.to_uppercase()).modules()
    );
}

#[test]
fn a_slovenian_code_has_77_modules_and_no_foreign_letters() {
    assert_eq!(drawn(Standard::UpnQr, UPN).modules().width(), 77);
    let foreign = draw(Some(Standard::UpnQr), "UPNQR\nД").unwrap_err();
    assert_eq!(foreign, DrawError::Sign { at: 6, found: 'Д' });
    let long = draw(Some(Standard::UpnQr), &"š".repeat(412)).unwrap_err();
    assert_eq!(long, DrawError::TooLong { found: 412, max: 411 });
    assert!(draw(Some(Standard::UpnQr), &"š".repeat(411)).is_ok());
}

#[test]
fn a_croatian_code_is_pdf417_of_nine_columns() {
    let picture = drawn(Standard::Hub3, "HRVHUB30\nŠ\n");
    assert_eq!(picture.symbology(), Symbology::Pdf417);
    // Start, stop, two indicators and nine columns of 17 modules; the stop has one more.
    assert_eq!(picture.modules().width(), 13 * 17 + 1);
    assert_eq!(picture.height_in_modules(), 3 * picture.modules().height() + 4);
    let most = bytes(931);
    assert_eq!(drawn(Standard::Hub3, &most).modules().height(), 90);
    assert!(draw(Some(Standard::Hub3), &bytes(932)).is_err());
}

#[test]
fn bytes_of_every_length_and_value_are_read_from_a_croatian_code() {
    for length in 1..40 {
        let text: String = ('\u{a1}'..'\u{2ff}').cycle().skip(length * 11).take(length).collect();
        assert_eq!(read_from_bars(&text), text.as_bytes(), "{text}");
    }
}

/// The bytes of a PDF417, which its reader takes for ISO 8859-1.
fn read_from_bars(text: &str) -> Vec<u8> {
    let picture = drawn(Standard::Hub3, text);
    let (width, height) = (picture.modules().width() + 8, picture.modules().height() * 4 + 8);
    let is_dark = |x: usize, y: usize| {
        let inside = x.checked_sub(4).zip(y.checked_sub(4));
        inside.is_some_and(|(x, y)| picture.modules().is_dark(x, y / 4))
    };
    let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let grey = pixels.map(|(x, y)| if is_dark(x, y) { 0 } else { 255 }).collect();
    let [width, height] = [width, height].map(|side| u32::try_from(side).unwrap());
    let kind = Some(BarcodeFormat::PDF_417);
    let read = rxing::helpers::detect_in_luma(grey, width, height, kind).unwrap();
    read.getText().chars().map(|sign| u8::try_from(sign).unwrap()).collect()
}

#[test]
fn a_finnish_code_is_bars_of_an_even_number_of_digits() {
    let picture = drawn(Standard::VirtualBarcode, BARS);
    assert_eq!(picture.symbology(), Symbology::Code128);
    // Start, 27 pairs of digits, check and stop.
    assert_eq!(picture.modules().width(), 11 + 27 * 11 + 11 + 13);
    for wrong in ["123", "12a4", "１２"] {
        assert_eq!(draw(Some(Standard::VirtualBarcode), wrong).unwrap_err(), DrawError::Digits);
    }
}

#[test]
fn nothing_is_not_drawn() {
    assert_eq!(draw(None, "").unwrap_err(), DrawError::Empty);
}

#[test]
fn only_swiss_and_ukrainian_codes_carry_a_mark() {
    for standard in Standard::ALL {
        let text = if *standard == Standard::VirtualBarcode { BARS } else { "X" };
        let marked = drawn(*standard, text).svg(Length::mm(50)).contains("<g ");
        let wants = matches!(standard, Standard::SwissQrBill | Standard::NbuQr);
        assert_eq!(marked, wants, "{standard}");
    }
}

#[test]
fn an_svg_has_one_path_for_all_modules() {
    let picture = drawn(Standard::Hub3, "HRVHUB30\n");
    let svg = picture.svg(Length::mm(58));
    assert_eq!(svg.matches("<path d=\"").count(), 1);
    assert!(svg.contains("shape-rendering=\"crispEdges\""));
    assert!(picture.svg_path().starts_with("M0 0h8v3h-8z"), "{}", picture.svg_path());
}

#[test]
fn a_swiss_code_has_one_size_and_a_slovenian_one_too() {
    let size = drawn(Standard::SwissQrBill, "SPC").least_size(in_hand(300));
    // 73 modules are 46 mm, with 8 modules around them, which is the first whole number above 5 mm.
    assert_eq!(size.module, Length::micrometres(631));
    assert_eq!(size.width, Length::micrometres(46_000 * 89 / 73 + 1));
    assert!(drawn(Standard::SwissQrBill, "SPC").fixed_width() == Some(size.width));
    let size = drawn(Standard::UpnQr, UPN).least_size(in_hand(600));
    assert_eq!(size.module, Length::micrometres(424));
    assert!(drawn(Standard::Epc, "x").fixed_width().is_none());
}

#[test]
fn modules_are_large_enough_for_the_hand_and_whole_dots_of_the_printer() {
    let epc = drawn(Standard::Epc, &bytes(150));
    assert_eq!(epc.modules().width(), 49);
    // Five dots of 1/300 inch are the first that reach 0.4 mm, four of 1/203 inch.
    assert_eq!(epc.least_size(in_hand(300)).module, Length::micrometres(424));
    assert_eq!(epc.least_size(in_hand(203)).module, Length::micrometres(501));
    assert_eq!(epc.least_size(in_hand(60)).module, Length::micrometres(847), "two dots");
    assert_eq!(epc.least_size(in_hand(300)).width.in_mm_rounded_up(), 25);
}

#[test]
fn a_poster_is_a_tenth_of_the_distance() {
    let epc = drawn(Standard::Epc, &bytes(150));
    let from =
        |distance| epc.least_size(Print { distance: Length::mm(distance), dots_per_inch: 600 });
    assert!((200..203).contains(&(from(2000).module.in_micrometres() * 49 / 1000)));
    assert!(from(401).module >= Length::micrometres(500));
    let bars = drawn(Standard::VirtualBarcode, BARS);
    let far = bars.least_size(Print { distance: Length::mm(800), dots_per_inch: 600 });
    assert!(far.module >= Length::micrometres(500), "twice as far, twice as large");
}

#[test]
fn sizes_stay_between_what_a_standard_names() {
    let small =
        drawn(Standard::Spayd, "SPD*1.0*ACC:CZ3301000000000002970297").least_size(in_hand(300));
    assert!(small.width >= Length::mm(23));
    let square = drawn(Standard::PayBySquare, &"A0B".repeat(240));
    let size = square.least_size(in_hand(203));
    assert!(size.module.in_micrometres() * 85 <= 36_085, "{size:?}");
    let poster = square.least_size(Print { distance: Length::mm(1000), dots_per_inch: 300 });
    assert!(poster.width >= Length::mm(100));
}

#[test]
fn a_terminal_shows_a_code_dark_on_light() {
    let text = drawn(Standard::Swish, "C1230000017;;LB-2K7Q;2").text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((lines.len(), lines[0].chars().count()), (17, 33));
    assert!(lines[2].starts_with("████ ▄▄▄▄▄ "), "{}", lines[2]);
}

#[test]
fn pdf_operators_paint_the_ground_the_modules_and_the_mark() {
    let operators = drawn(Standard::NbuQr, "x").pdf_operators();
    assert!(operators.starts_with("1 g\n0 0 81 81 re f\n0 g\n4 4 7 1 re\n"), "{operators}");
    assert_eq!(operators.matches(" c\n").count(), 4, "a circle");
    assert!(operators.ends_with("S\nQ\n"));
    let bars = drawn(Standard::VirtualBarcode, BARS).pdf_operators();
    assert!(bars.contains("\n10 4 2 50 re\n"), "{bars}");
}

proptest! {
    #[test]
    fn any_text_gives_a_picture_or_a_reason(text: String, place in 0..Standard::ALL.len()) {
        let standard = Standard::ALL.get(place).copied();
        if let Ok(picture) = draw(standard, &text) {
            let rules = standard.unwrap().symbol();
            if let Some((version, level)) = picture.qr_version() {
                prop_assert!(rules.versions().contains(&version), "{version}");
                prop_assert!(rules.levels().contains(&level), "{level:?}");
            }
            prop_assert!(picture.png(1).is_ok());
            prop_assert!(!picture.svg(Length::mm(1)).is_empty());
            prop_assert!(picture.least_size(in_hand(300)).module >= Length::micrometres(250));
        }
    }
}
