//! From the values to the letters of a code and back.
//!
//! The values in UTF-8, before them their CRC-32 (ISO 3309) in four bytes, the lowest first; all of
//! that as one raw LZMA stream (lc 3, lp 0, pb 2, a dictionary of 128 KiB); before it a header of
//! four half bytes (type 0, version, document type 0, nothing) and the unpacked length in two
//! bytes, the lowest first; all of that in base 32 with the alphabet `0–9 A–V`, without padding.
//!
//! The length bounds what a stream can unpack to, so that no text makes a reader take more than a
//! dictionary and 64 KiB. An end mark is tolerated.

use std::io::{Read, Write};

use crc::{CRC_32_ISO_HDLC, Crc};
use data_encoding::BASE32HEX_NOPAD;
use lzma_rust2::{LzmaOptions, LzmaReader, LzmaWriter};

use crate::{Field, Flaw, Refusal};

/// The most letters a QR code holds in alphanumeric mode (version 40, level L).
const LETTERS_MAX: usize = 4296;
const CHECKSUM: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
const CHECKSUM_LENGTH: usize = 4;
/// The version that is written.
pub(super) const VERSION: u8 = 0;
const VERSION_MAX: u8 = 2;
const DICTIONARY: u32 = 1 << 17;
const LITERAL_CONTEXT_BITS: u32 = 3;
const LITERAL_PLACE_BITS: u32 = 0;
const PLACE_BITS: u32 = 2;

/// Tells whether a text begins as such a code does: the header, a length below 1024 and the zero
/// with which every LZMA stream begins. No EMV code does, though they begin with zeros too.
pub(crate) fn is_begun(text: &str) -> bool {
    let text = text.trim_end();
    let letters = text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    letters
        && text.len() > 20
        && matches!(
            text.as_bytes(),
            [b'0', b'0' | b'4' | b'8', b'0', _, _, b'0', b'0' | b'8' | b'G' | b'O', b'0', ..]
        )
}

/// Packs values into the letters of a code.
///
/// # Errors
/// [`Flaw::TooManyBytes`], and [`Flaw::Broken`] where the values do not come back from the letters.
pub(super) fn packed(values: &str) -> Result<String, Refusal> {
    let mut content = CHECKSUM.checksum(values.as_bytes()).to_le_bytes().to_vec();
    content.extend_from_slice(values.as_bytes());
    let (max, found) = (usize::from(u16::MAX), content.len());
    let length = u16::try_from(found);
    let length = length.map_err(|_| refuse(Flaw::TooManyBytes { max, found }))?;
    let mut bytes = vec![VERSION, 0];
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.extend(compressed(&content).map_err(|_| broken("LZMA"))?);
    let letters = BASE32HEX_NOPAD.encode(&bytes);
    match unpacked(&letters)?.0 == values {
        true => Ok(letters),
        false => Err(broken("LZMA")),
    }
}

fn compressed(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(6);
    options.dict_size = DICTIONARY;
    options.lc = LITERAL_CONTEXT_BITS;
    options.lp = LITERAL_PLACE_BITS;
    options.pb = PLACE_BITS;
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    writer.write_all(content)?;
    writer.finish()
}

/// Unpacks the letters of a code into its values and the version in its header.
///
/// # Errors
/// [`Flaw::ForeignSign`], [`Flaw::OtherStandard`], [`Flaw::UnknownVersion`], [`Flaw::Broken`],
/// [`Flaw::Checksum`], [`Flaw::NotInCharset`].
pub(super) fn unpacked(letters: &str) -> Result<(String, u8), Refusal> {
    let bytes = of_letters(letters)?;
    let [first, second, low, high, stream @ ..] = bytes.as_slice() else {
        return Err(broken("header"));
    };
    let (kind, version) = (first >> 4, first & 0x0f);
    if (kind, *second) != (0, 0) {
        return Err(refuse(Flaw::OtherStandard));
    }
    if version > VERSION_MAX {
        return Err(refuse(Flaw::UnknownVersion { found: version.to_string() }));
    }
    let length = u16::from_le_bytes([*low, *high]);
    let content = decompressed(stream, length).map_err(|_| broken("LZMA"))?;
    let (checksum, values) =
        content.split_at_checked(CHECKSUM_LENGTH).ok_or_else(|| broken("CRC-32"))?;
    let computed = CHECKSUM.checksum(values).to_le_bytes();
    if checksum != computed {
        let [found, computed] = [checksum, &computed].map(hex);
        return Err(refuse(Flaw::Checksum { found, computed }));
    }
    let text = std::str::from_utf8(values);
    let text = text.map_err(|error| refuse(Flaw::NotInCharset { at: error.valid_up_to() }))?;
    Ok((text.to_owned(), version))
}

fn of_letters(letters: &str) -> Result<Vec<u8>, Refusal> {
    if letters.len() > LETTERS_MAX {
        return Err(refuse(Flaw::TooManyBytes { max: LETTERS_MAX, found: letters.len() }));
    }
    let fits = |sign: char| sign.is_ascii_digit() || ('A'..='V').contains(&sign);
    if let Some((at, found)) = letters.chars().enumerate().find(|(_, sign)| !fits(*sign)) {
        return Err(refuse(Flaw::ForeignSign { at, found, why: None }));
    }
    BASE32HEX_NOPAD.decode(letters.as_bytes()).map_err(|_| broken("base 32"))
}

fn decompressed(stream: &[u8], length: u16) -> std::io::Result<Vec<u8>> {
    let mut content = vec![0; usize::from(length)];
    let mut reader = LzmaReader::new(
        stream,
        length.into(),
        LITERAL_CONTEXT_BITS,
        LITERAL_PLACE_BITS,
        PLACE_BITS,
        DICTIONARY,
        None,
    )?;
    reader.read_exact(&mut content)?;
    Ok(content)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().rev().map(|byte| format!("{byte:02X}")).collect()
}

fn refuse(flaw: Flaw) -> Refusal {
    Refusal::new(Field::Payload, flaw)
}

fn broken(place: &str) -> Refusal {
    refuse(Flaw::Broken { place: place.to_owned() })
}
