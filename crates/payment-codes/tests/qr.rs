//! Codes compared with an encoder and read by a decoder that were written elsewhere.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test that fails here has found what it looks for"
)]

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

/// Reads a code as a scanner would, from its PNG picture.
fn scanned(code: &Code) -> String {
    let file = code.png(3).unwrap();
    let mut picture = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let mut rows = vec![0; picture.output_buffer_size().unwrap()];
    let frame = picture.next_frame(&mut rows).unwrap();
    let row = |bits: &[u8]| -> Vec<u8> {
        let pixels = bits.iter().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1));
        pixels.take(frame.width as usize).map(|light| light * 255).collect()
    };
    let grey = rows.chunks(frame.line_size).flat_map(row).collect();
    let read = rxing::helpers::detect_in_luma(grey, frame.width, frame.height, None);
    read.unwrap().getText().to_owned()
}

#[test]
fn versions_and_levels_equal_another_encoders_code() {
    let text: Vec<u8> = (0..2954u32).map(|place| (place * 167 % 251) as u8).collect();
    for (level, (ours, theirs)) in LEVELS.iter().enumerate() {
        // Every version at the level codes are drawn in; elsewhere the ends of each kind, to save time.
        let all = *theirs == QrCodeEcc::Medium;
        let few = [1, 2, 6, 7, 9, 10, 11, 12, 14, 26, 27, 28, 40];
        for version in (1..=40).filter(|version| all || few.contains(version)) {
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
            for length in [1, 17, 90, 331, 700] {
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

#[test]
fn pictures_show_the_modules() {
    for payload in ["BCD", &"x".repeat(331), &"x".repeat(1500)] {
        let code = Code::encode(payload, EcLevel::Medium).unwrap();
        let size = code.size();
        let mut drawn = vec![vec![false; size]; size];
        let path = code.svg_path();
        for run in path.split_terminator('z') {
            let numbers: Vec<usize> = run
                .split(|sign: char| !sign.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .collect();
            let [x, y, length, 1, back] = numbers[..] else { panic!("{run}") };
            assert_eq!((length, format!("M{x} {y}h{length}v1h-{length}")), (back, run.to_owned()));
            // A run ends where a light module follows, or a longer run would have been drawn.
            assert!(!code.is_dark(x + length, y));
            drawn[y][x..x + length].fill(true);
        }
        for (y, drawn) in drawn.iter().enumerate() {
            let row: Vec<bool> = (0..size).map(|x| code.is_dark(x, y)).collect();
            assert_eq!(*drawn, row);
        }
        let svg = code.svg(40);
        let view = format!("width=\"40mm\" height=\"40mm\" viewBox=\"-4 -4 {0} {0}\"", size + 8);
        assert!(svg.contains(&view) && svg.contains(&path), "{svg}");
    }
}

#[test]
fn terminal_text_is_dark_on_light_with_a_quiet_zone() {
    let code = Code::encode("BCD", EcLevel::Medium).unwrap();
    let plain: Vec<String> = code.text().lines().map(str::to_owned).collect();
    assert_eq!(plain.len(), 15);
    assert!(plain.iter().all(|line| line.chars().count() == 29));
    assert_eq!(
        (plain[0].as_str(), plain[1].as_str()),
        ("█".repeat(29).as_str(), "█".repeat(29).as_str())
    );
    assert!(plain[2].starts_with("████ ▄▄▄▄▄ "), "{}", plain[2]);
    let coloured = code.coloured_text();
    let line = coloured.lines().nth(2).unwrap();
    assert!(line.starts_with("\u{1b}[30;107m    █▀▀▀▀▀█") && line.ends_with("\u{1b}[0m"), "{line}");
}

#[test]
fn pictures_of_no_size_are_refused() {
    let code = Code::encode("BCD", EcLevel::Medium).unwrap();
    assert!(code.png(0).is_err() && code.png(u32::MAX).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
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
