//! The tagged fields of an invoice.

use crate::coins::bech32_long::{bytes_and_rest, hex};
use crate::{Field, Flaw, Refusal};

const PAYMENT_HASH: u8 = 1;
const FEATURES: u8 = 5;
const EXPIRY: u8 = 6;
const FALLBACK: u8 = 9;
const DESCRIPTION: u8 = 13;
const PAYMENT_SECRET: u8 = 16;
const NODE_ID: u8 = 19;
const DESCRIPTION_HASH: u8 = 23;

/// Words of a hash or a secret of 256 bits, and of a key of 264.
const HASH_WORDS: usize = 52;
const KEY_WORDS: usize = 53;

/// BOLT #9, the even bits that an invoice may require: onions of variable length, the payment
/// secret, payments in parts, blinded routes, metadata.
const KNOWN_FEATURES: [usize; 5] = [8, 14, 16, 24, 48];
/// A feature and the one it needs.
const DEPENDENT_FEATURES: [(usize, usize); 2] = [(16, 14), (14, 8)];

/// What the tagged fields say; of those that may stand once, the first counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Fields {
    pub(super) payment_hash: Option<String>,
    pub(super) has_secret: bool,
    /// Whether there is one, be it empty.
    pub(super) has_description: bool,
    pub(super) description: Option<String>,
    pub(super) description_hash: Option<String>,
    pub(super) node_id: Option<Vec<u8>>,
    pub(super) expiry_seconds: Option<u64>,
}

/// The invoice of an old node, which any node on the way could probe.
pub(super) fn secret_missing() -> Refusal {
    broken("s")
}

fn broken(place: &str) -> Refusal {
    Refusal::new(Field::Lightning, Flaw::Broken { place: place.to_owned() })
}

impl Fields {
    /// Reads the fields between the time and the signature.
    ///
    /// # Errors
    /// [`Flaw::Broken`] where a field ends behind the last word, needs an unknown feature, or has
    /// a fallback address no network has; [`Flaw::NotInCharset`], [`Flaw::TooLarge`].
    pub(super) fn read(mut words: &[u8]) -> Result<Fields, Refusal> {
        let mut fields = Fields::default();
        while let Some((head, rest)) = words.split_first_chunk::<3>() {
            let [kind, high, low] = *head;
            let length = usize::from(high) * 32 + usize::from(low);
            let value = rest.split_at_checked(length).ok_or_else(|| broken("length"))?;
            fields.take(kind, value.0)?;
            words = value.1;
        }
        if words.is_empty() { Ok(fields) } else { Err(broken("length")) }
    }

    fn take(&mut self, kind: u8, value: &[u8]) -> Result<(), Refusal> {
        match (kind, value.len()) {
            (PAYMENT_HASH, HASH_WORDS) => put(&mut self.payment_hash, || hash(value)),
            (PAYMENT_SECRET, HASH_WORDS) => self.has_secret = true,
            (DESCRIPTION_HASH, HASH_WORDS) => put(&mut self.description_hash, || hash(value)),
            (NODE_ID, KEY_WORDS) => put(&mut self.node_id, || bytes_and_rest(value).0),
            (DESCRIPTION, _) if !self.has_description => {
                self.has_description = true;
                self.description = description(value)?;
            }
            (EXPIRY, _) if self.expiry_seconds.is_none() => {
                let too_large = Flaw::TooLarge { max: u64::MAX.to_string() };
                let number = number(value);
                let number = number.ok_or(Refusal::new(Field::ExpirySeconds, too_large))?;
                self.expiry_seconds = Some(number);
            }
            (FEATURES, _) => check_features(value)?,
            (FALLBACK, _) => check_fallback(value)?,
            _ => {}
        }
        Ok(())
    }
}

fn put<T>(place: &mut Option<T>, value: impl FnOnce() -> T) {
    place.get_or_insert_with(value);
}

fn hash(words: &[u8]) -> String {
    hex(&bytes_and_rest(words).0)
}

fn description(words: &[u8]) -> Result<Option<String>, Refusal> {
    let text = String::from_utf8(bytes_and_rest(words).0).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Refusal::new(Field::Description, Flaw::NotInCharset { at })
    })?;
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// Reads words as one number, the most significant first; none where it is too large.
pub(super) fn number(words: &[u8]) -> Option<u64> {
    words.iter().try_fold(0_u64, |number, word| {
        number.checked_mul(32).map(|number| number | u64::from(*word))
    })
}

/// BOLT #9: an unknown odd feature is ignored, an even one is required and must be known.
fn check_features(words: &[u8]) -> Result<(), Refusal> {
    let is_set = |bit: usize| {
        let word = words.iter().rev().nth(bit / 5);
        word.is_some_and(|word| word >> (bit % 5) & 1 == 1)
    };
    let mut required = (0..words.len() * 5).step_by(2).filter(|bit| is_set(*bit));
    if let Some(unknown) = required.find(|bit| !KNOWN_FEATURES.contains(bit)) {
        return Err(broken(&format!("9 ({unknown})")));
    }
    let offered = |bit: usize| is_set(bit) || is_set(bit + 1);
    match DEPENDENT_FEATURES.iter().find(|(one, other)| offered(*one) && !offered(*other)) {
        Some((_, missing)) => Err(broken(&format!("9 ({missing})"))),
        None => Ok(()),
    }
}

/// Witness programs have 2 to 40 bytes, those of version 0 20 or 32, hashes of keys and scripts 20.
fn check_fallback(words: &[u8]) -> Result<(), Refusal> {
    let Some((version, program)) = words.split_first() else { return Err(broken("f")) };
    let length = program.len() * 5 / 8;
    let fits = match version {
        0 => matches!(length, 20 | 32),
        1..=16 => (2..=40).contains(&length),
        17 | 18 => length == 20,
        _ => true,
    };
    if fits { Ok(()) } else { Err(broken("f")) }
}
