//! How long a payment code takes from its text to its modules, ours and four other encoders, in one
//! thread and in one run: the encoders take turns on the same few hundred texts, so that whatever
//! else the machine does hits all of them alike.
//!
//! Everybody gets the same job: bytes, level M, smallest version, best of eight masks.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use groat_money::{Currency, Money};
use groat_payment_codes::epc::{self, EpcRequest, Purpose, Remittance};
use groat_payment_codes::{DeskNumber, GiftNumber, Iban, qr};

const CODES: u32 = 10_000;
const CODES_PER_TURN: u32 = 250;
const ROUNDS: usize = 3;
/// One in so many codes is drawn by everybody and read back by a decoder.
const READ_BACK_ONE_IN: usize = 500;

/// An encoder as the bench sees it.
struct Encoder {
    name: &'static str,
    /// Draws a code and throws it away; false where it fails.
    encode: fn(&[u8]) -> bool,
    /// Draws a code and shows it.
    show: fn(&[u8]) -> Option<Square>,
}

/// A drawn code: its modules row by row, true where dark.
struct Square {
    side: usize,
    dark: Vec<bool>,
}

const ENCODERS: [Encoder; 5] = [
    Encoder { name: "groat", encode: groat::encode, show: groat::show },
    Encoder { name: "fast_qr", encode: fast_qr::encode, show: fast_qr::show },
    Encoder { name: "libqrencode", encode: libqrencode::encode, show: libqrencode::show },
    Encoder { name: "qrcodegen", encode: qrcodegen::encode, show: qrcodegen::show },
    Encoder { name: "qrcode", encode: qrcode::encode, show: qrcode::show },
];

/// Runs the bench and prints its table.
///
/// # Errors
/// Where an encoder fails, or a code is not read back as it was written.
pub fn run() -> Result<(), Box<dyn Error>> {
    if cfg!(debug_assertions) {
        eprintln!("These figures mean nothing: the bench was built without --release.");
    }
    let payloads = payloads()?;
    let lengths = || payloads.iter().map(String::len);
    println!(
        "{} EPC codes of {} to {} bytes ({} on average), level M, one thread, {ROUNDS} rounds",
        payloads.len(),
        lengths().min().unwrap_or(0),
        lengths().max().unwrap_or(0),
        lengths().sum::<usize>() / payloads.len(),
    );
    let start = Instant::now();
    let drawn = payloads.first().is_some_and(|payload| groat::encode(payload.as_bytes()));
    println!("first code, patterns of its version included: {:?} ({drawn})\n", start.elapsed());

    println!("{:<12}{:>10}{:>10}{:>10}{:>10}", "us a code", "median", "best", "worst", "ratio");
    let mut ours = None;
    for (encoder, mut times) in ENCODERS.iter().zip(measure(&payloads)?) {
        times.sort_unstable();
        let [best, median, worst] = [0, times.len() / 2, times.len() - 1]
            .map(|place| times.get(place).copied().unwrap_or_default().as_nanos());
        let ours = *ours.get_or_insert(median.max(1));
        let [median_us, best, worst] = [median, best, worst].map(|time| hundredths(time / 10));
        let ratio = hundredths(100 * median / ours);
        println!("{:<12}{median_us:>10}{best:>10}{worst:>10}{ratio:>10}", encoder.name);
    }
    let read = read_back(&payloads)?;
    println!("\n{read} codes of each encoder read back by rxing, all as they were written");
    Ok(())
}

/// What 10,000 donors would be shown: different amounts, numbers, names and purposes.
fn payloads() -> Result<Vec<String>, Box<dyn Error>> {
    let accounts =
        ["DE89370400440532013000", "AT611904300234573201", "FR1420041010050500013M02606"];
    let names = ["Verein Lichtblick e.V.", "Straßenkinder Köln gGmbH", "Freunde der Stadtbücherei"];
    let purposes =
        ["Winterhilfe", "Spende für die Küche", "Dach der Dorfkirche, zweiter Abschnitt"];
    let desk = DeskNumber::new(1042)?;
    let mut ibans = accounts.iter().cycle();
    let mut names = names.iter().cycle().skip(1);
    let mut payloads = Vec::new();
    for (k, purpose) in (0..CODES).zip(purposes.iter().flat_map(|purpose| [purpose; 5]).cycle()) {
        let iban = Iban::parse(ibans.next().copied().unwrap_or_default())?;
        if k % 7 == 0 {
            names.next();
        }
        let name = names.clone().next().copied().unwrap_or_default();
        let mut request = EpcRequest::new(name, iban);
        let minor = i64::from(k) * 37 % 50_000 + 1;
        request.amount = (k % 5 > 0).then(|| Money::from_minor(minor, Currency::EUR));
        request.purpose = (k % 2 == 0).then_some(Purpose::CHARITY);
        request.remittance = Remittance::text(&GiftNumber::of(desk, k).digits(), purpose);
        payloads.push(epc::encode(&request)?);
    }
    Ok(payloads)
}

/// Time a code, one figure a turn, for each encoder.
fn measure(payloads: &[String]) -> Result<[Vec<Duration>; 5], Box<dyn Error>> {
    let mut times = [const { Vec::new() }; 5];
    let turns = payloads.chunks(usize::try_from(CODES_PER_TURN)?);
    for turn in turns.cycle().take(turns_in_all(payloads)?) {
        for (encoder, times) in ENCODERS.iter().zip(&mut times) {
            let start = Instant::now();
            let drawn = turn.iter().all(|payload| (encoder.encode)(black_box(payload.as_bytes())));
            let time = start.elapsed();
            if !drawn {
                return Err(format!("{} failed", encoder.name).into());
            }
            times.push(time / CODES_PER_TURN);
        }
    }
    Ok(times)
}

fn turns_in_all(payloads: &[String]) -> Result<usize, Box<dyn Error>> {
    Ok(ROUNDS * payloads.len() / usize::try_from(CODES_PER_TURN)?)
}

fn read_back(payloads: &[String]) -> Result<usize, Box<dyn Error>> {
    let mut read = 0;
    for payload in payloads.iter().step_by(READ_BACK_ONE_IN) {
        for encoder in &ENCODERS {
            let square = (encoder.show)(payload.as_bytes()).ok_or("a code was not drawn")?;
            if square.scanned()? != *payload {
                return Err(format!("{}: read back otherwise than written", encoder.name).into());
            }
        }
        read += 1;
    }
    Ok(read)
}

impl Square {
    /// Takes every module of a square by its column and row.
    fn of(side: usize, is_dark: impl Fn(usize, usize) -> bool) -> Square {
        let places = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
        Square { side, dark: places.map(|(x, y)| is_dark(x, y)).collect() }
    }

    /// Reads the code from a picture with three pixels a module and a quiet zone of four modules.
    fn scanned(&self) -> Result<String, Box<dyn Error>> {
        const SCALE: usize = 3;
        let quiet = 4;
        let width = (self.side + 2 * quiet) * SCALE;
        let module = |pixel: usize| (pixel / SCALE).checked_sub(quiet).filter(|at| *at < self.side);
        let dark = |(x, y): (usize, usize)| {
            let place = module(x).zip(module(y)).map(|(x, y)| y * self.side + x);
            place.and_then(|place| self.dark.get(place)).copied().unwrap_or(false)
        };
        let pixels = (0..width).flat_map(|y| (0..width).map(move |x| (x, y)));
        let grey = pixels.map(|pixel| if dark(pixel) { 0 } else { 255 }).collect();
        let width = u32::try_from(width)?;
        Ok(rxing::helpers::detect_in_luma(grey, width, width, None)?.getText().to_owned())
    }
}

/// Writes a count of hundredths with two decimals.
fn hundredths(count: u128) -> String {
    format!("{}.{:02}", count / 100, count % 100)
}

mod groat {
    use super::{Square, black_box, qr};

    pub(super) fn encode(payload: &[u8]) -> bool {
        black_box(qr::Code::encode(payload, qr::EcLevel::Medium)).is_ok()
    }

    pub(super) fn show(payload: &[u8]) -> Option<Square> {
        let code = qr::Code::encode(payload, qr::EcLevel::Medium).ok()?;
        Some(Square::of(code.size(), |x, y| code.is_dark(x, y)))
    }
}

mod fast_qr {
    use fast_qr::{ECL, Mode, QRBuilder, QRCode};

    use super::{Square, black_box};

    pub(super) fn encode(payload: &[u8]) -> bool {
        black_box(drawn(payload)).is_some()
    }

    pub(super) fn show(payload: &[u8]) -> Option<Square> {
        let code = drawn(payload)?;
        let dark = |x: usize, y: usize| {
            code.data.get(y * code.size + x).is_some_and(|module| module.value())
        };
        Some(Square::of(code.size, dark))
    }

    fn drawn(payload: &[u8]) -> Option<QRCode> {
        QRBuilder::new(payload).mode(Mode::Byte).ecl(ECL::M).build().ok()
    }
}

mod qrcodegen {
    use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

    use super::{Square, black_box};

    pub(super) fn encode(payload: &[u8]) -> bool {
        black_box(drawn(payload)).is_some()
    }

    pub(super) fn show(payload: &[u8]) -> Option<Square> {
        let code = drawn(payload)?;
        let at = |place: usize| i32::try_from(place).unwrap_or(-1);
        let side = usize::try_from(code.size()).ok()?;
        Some(Square::of(side, |x, y| code.get_module(at(x), at(y))))
    }

    fn drawn(payload: &[u8]) -> Option<QrCode> {
        let segments = [QrSegment::make_bytes(payload)];
        let (level, first, last) = (QrCodeEcc::Medium, Version::MIN, Version::MAX);
        QrCode::encode_segments_advanced(&segments, level, first, last, None, false).ok()
    }
}

mod qrcode {
    use qrcode::bits::Bits;
    use qrcode::{Color, EcLevel, QrCode, Version};

    use super::{Square, black_box};

    pub(super) fn encode(payload: &[u8]) -> bool {
        black_box(drawn(payload)).is_some()
    }

    pub(super) fn show(payload: &[u8]) -> Option<Square> {
        let code = drawn(payload)?;
        let (side, colours) = (code.width(), code.into_colors());
        let dark = |x: usize, y: usize| colours.get(y * side + x) == Some(&Color::Dark);
        Some(Square::of(side, dark))
    }

    fn drawn(payload: &[u8]) -> Option<QrCode> {
        let filled = |version| {
            let mut bits = Bits::new(Version::Normal(version));
            let pushed =
                bits.push_byte_data(payload).and_then(|()| bits.push_terminator(EcLevel::M));
            pushed.ok().map(|()| bits)
        };
        QrCode::with_bits((1..=40).find_map(filled)?, EcLevel::M).ok()
    }
}

#[expect(unsafe_code, reason = "libqrencode is written in C")]
mod libqrencode {
    use std::ffi::{c_int, c_uchar};
    use std::ptr::NonNull;

    use super::{Square, black_box};

    const LEVEL_M: c_int = 1;
    const SMALLEST_VERSION: c_int = 0;

    /// `QRcode` of qrencode.h.
    #[repr(C)]
    struct RawCode {
        version: c_int,
        width: c_int,
        data: *mut c_uchar,
    }

    #[link(name = "qrencode")]
    unsafe extern "C" {
        fn QRcode_encodeData(
            size: c_int,
            data: *const c_uchar,
            version: c_int,
            level: c_int,
        ) -> *mut RawCode;
        fn QRcode_free(code: *mut RawCode);
    }

    struct Code(NonNull<RawCode>);

    impl Drop for Code {
        fn drop(&mut self) {
            // SAFETY: the pointer came from QRcode_encodeData and is freed once, here.
            unsafe { QRcode_free(self.0.as_ptr()) }
        }
    }

    pub(super) fn encode(payload: &[u8]) -> bool {
        black_box(drawn(payload)).is_some()
    }

    pub(super) fn show(payload: &[u8]) -> Option<Square> {
        let code = drawn(payload)?;
        // SAFETY: a code that was made points to width × width readable bytes until it is freed.
        let (side, modules) = unsafe {
            let raw = code.0.as_ref();
            let side = usize::try_from(raw.width).ok()?;
            (side, std::slice::from_raw_parts(raw.data, side * side))
        };
        Some(Square::of(side, |x, y| modules.get(y * side + x).is_some_and(|bits| bits & 1 == 1)))
    }

    fn drawn(payload: &[u8]) -> Option<Code> {
        let size = c_int::try_from(payload.len()).ok()?;
        // SAFETY: the function reads `size` bytes of the payload and keeps none of them.
        let code = unsafe { QRcode_encodeData(size, payload.as_ptr(), SMALLEST_VERSION, LEVEL_M) };
        NonNull::new(code).map(Code)
    }
}
