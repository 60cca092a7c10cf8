//! Codes compared with an encoder and read by a decoder that were written elsewhere.

use groat_payment_codes::qr::{Code, EcLevel};
use proptest::prelude::*;
use qrcode::bits::Bits;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

const LEVELS: [(EcLevel, QrCodeEcc); 4] = [
    (EcLevel::Low, QrCodeEcc::Low),
    (EcLevel::Medium, QrCodeEcc::Medium),
    (EcLevel::Quartile, QrCodeEcc::Quartile),
    (EcLevel::High, QrCodeEcc::High),
];

fn assert_same(payload: &[u8], level: usize) {
    let (ours, theirs) = LEVELS[level];
    let ours = Code::encode(payload, ours).unwrap();
    // The other encoder raises the level where it costs no room, unless it is told not to.
    let segments = [QrSegment::make_bytes(payload)];
    let theirs = QrCode::encode_segments_advanced(
        &segments,
        theirs,
        Version::MIN,
        Version::MAX,
        None,
        false,
    );
    let theirs = theirs.unwrap();
    let size = usize::try_from(theirs.size()).unwrap();
    assert_eq!((ours.size(), ours.version()), (size, theirs.version().value()));
    for y in 0..theirs.size() {
        let row = |dark: &dyn Fn(i32) -> bool| -> String {
            (0..theirs.size()).map(|x| if dark(x) { '#' } else { '.' }).collect()
        };
        let ours = row(&|x| ours.is_dark(usize::try_from(x).unwrap(), usize::try_from(y).unwrap()));
        assert_eq!(ours, row(&|x| theirs.get_module(x, y)), "row {y} of {}", payload.len());
    }
}

/// Reads a code as a scanner would, from its picture.
fn scanned(code: &Code) -> String {
    let side = code.size() + 8;
    let scale = 3;
    let light = |at: usize| {
        let (x, y) = (at % (side * scale) / scale, at / (side * scale) / scale);
        x < 4 || y < 4 || !code.is_dark(x - 4, y - 4)
    };
    let grey = (0..side * side * scale * scale).map(|at| if light(at) { 255 } else { 0 });
    let side = u32::try_from(side * scale).unwrap();
    let read = rxing::helpers::detect_in_luma(grey.collect(), side, side, None);
    read.unwrap().getText().to_owned()
}

#[test]
fn every_version_and_level_equals_another_encoders_code() {
    let text: Vec<u8> = (0..2954u32).map(|place| (place * 167 % 251) as u8).collect();
    for (level, (ours, theirs)) in LEVELS.iter().enumerate() {
        for version in 1..=40 {
            let bits = match theirs {
                QrCodeEcc::Low => qrcode::EcLevel::L,
                QrCodeEcc::Medium => qrcode::EcLevel::M,
                QrCodeEcc::Quartile => qrcode::EcLevel::Q,
                QrCodeEcc::High => qrcode::EcLevel::H,
            };
            let bits = Bits::new(qrcode::Version::Normal(version)).max_len(bits).unwrap();
            let full = (bits - if version < 10 { 12 } else { 20 }) / 8;
            assert_same(&text[..full], level);
            let next = Code::encode(&text[..full + 1], *ours).map(|code| code.version());
            assert_eq!(next.ok(), u8::try_from(version + 1).ok().filter(|next| *next <= 40));
        }
    }
}

#[test]
fn texts_with_long_runs_equal_another_encoders_code() {
    for level in 0..4 {
        for byte in [0x00, 0xff, 0x55, 0xec, 0x0f, b'0'] {
            for length in [1, 17, 90, 331, 700, 1200] {
                assert_same(&vec![byte; length], level);
            }
        }
    }
}

#[test]
fn the_largest_sepa_code_is_of_version_13() {
    assert_eq!(Code::encode([b'x'; 331], EcLevel::Medium).unwrap().version(), 13);
    assert_eq!(Code::encode([b'x'; 332], EcLevel::Medium).unwrap().version(), 14);
}

#[test]
fn a_scanner_reads_what_was_written() {
    for text in [
        "BCD\n002\n1\nSCT\n\nStraßenkinder Köln gGmbH\nDE02120300000000202051\nEUR7.50\n\n\nSK 0042 für",
        "0123456789",
        "HTTPS://EXAMPLE.ORG/A1",
        "ქართული 日本語",
    ] {
        for (level, _) in LEVELS {
            assert_eq!(scanned(&Code::encode(text, level).unwrap()), text);
            assert_eq!(scanned(&Code::encode_shortest(text, level).unwrap()), text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]
    #[test]
    fn any_bytes_equal_another_encoders_code(
        payload in prop::collection::vec(any::<u8>(), 0..400),
        level in 0usize..4,
    ) {
        assert_same(&payload, level);
    }

    #[test]
    fn the_shortest_form_reads_the_same_and_is_never_larger(
        text in "([0-9]{0,20}[A-Z0-9 $%*+./:-]{0,20}[a-zäöü]{0,6}){1,4}",
        level in 0usize..4,
    ) {
        let (level, _) = LEVELS[level];
        let shortest = Code::encode_shortest(&text, level).unwrap();
        prop_assert!(shortest.version() <= Code::encode(&text, level).unwrap().version());
        if !text.is_empty() {
            prop_assert_eq!(scanned(&shortest), text);
        }
    }
}
