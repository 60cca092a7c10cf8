//! The keys of the directory (DICT): their forms, their check digits, and how people type them.
//!
//! Source: DICT API, bacen/pix-dict-api, schema of keys. Check digits: Receita Federal, modulo 11;
//! letters in a CNPJ, issued from July 2026, count as their ASCII code less 48 (IN RFB 2229/2024).

use super::super::email::is_email;
use crate::{Field, Flaw, Refusal};

const EMAIL_LENGTH_MAX: usize = 77;
const KINDS: &[&str] = &["cpf", "cnpj", "phone", "email", "evp"];

/// A key as the directory stores it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) kind: &'static str,
    pub(super) text: String,
}

impl Key {
    /// Reads a key as people type it, of the kind that is named or else the one it looks like.
    ///
    /// # Errors
    /// [`Flaw::NotOneOf`] for another kind, [`Flaw::Form`], [`Flaw::CheckDigits`],
    /// [`Flaw::TooLong`].
    pub(super) fn of(kind: Option<&str>, typed: &str) -> Result<Key, Refusal> {
        let (kind, text) = match kind.unwrap_or_else(|| look(typed)) {
            "cpf" => ("cpf", cpf(typed)?),
            "cnpj" => ("cnpj", cnpj(typed)?),
            "phone" => ("phone", phone(typed)?),
            "email" => ("email", email(typed)?),
            "evp" => ("evp", random(typed)?),
            found => {
                let flaw = Flaw::NotOneOf { allowed: KINDS, found: found.to_owned() };
                return Err(Refusal::new(Field::KeyType, flaw));
            }
        };
        Ok(Key { kind, text })
    }
}

/// Tells the kind of a key by its looks.
fn look(typed: &str) -> &'static str {
    match without(typed, TAX_SEPARATORS).len() {
        _ if typed.contains('@') => "email",
        _ if typed.trim_start().starts_with('+') => "phone",
        11 => "cpf",
        14 => "cnpj",
        _ => "evp",
    }
}

const TAX_SEPARATORS: &[char] = &['.', '-', '/', ' '];
const PHONE_SEPARATORS: &[char] = &[' ', '(', ')', '-'];

fn without(text: &str, separators: &[char]) -> String {
    text.chars().filter(|sign| !separators.contains(sign)).collect()
}

fn wrong(example: &'static str) -> Refusal {
    Refusal::new(Field::Key, Flaw::Form { example })
}

fn cpf(typed: &str) -> Result<String, Refusal> {
    let number = without(typed, TAX_SEPARATORS);
    if number.len() != 11 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(wrong("529.982.247-25"));
    }
    checked(number, &[11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
}

fn cnpj(typed: &str) -> Result<String, Refusal> {
    let number = without(typed, TAX_SEPARATORS).to_ascii_uppercase();
    let (root, digits) = number.split_at_checked(12).ok_or(wrong("11.222.333/0001-81"))?;
    let digits_right = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !digits_right || !root.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(wrong("11.222.333/0001-81"));
    }
    checked(number, &[6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
}

/// Passes a number on whose last two digits fit: each is eleven less the weighted sum of all before
/// it modulo 11, or zero. The weights are those of the second; the first has all but the foremost.
/// One sign over and over fits too and is nobody's number.
fn checked(number: String, weights: &[u32]) -> Result<String, Refusal> {
    let values: Vec<u32> =
        number.bytes().map(|byte| u32::from(byte).saturating_sub(u32::from(b'0'))).collect();
    let digit = |count: usize, weights: &[u32]| {
        let pairs = values.iter().take(count).zip(weights);
        match pairs.map(|(value, weight)| value * weight).sum::<u32>() % 11 {
            0 | 1 => 0,
            rest => 11 - rest,
        }
    };
    let count = weights.len();
    let first = digit(count.saturating_sub(1), weights.get(1..).unwrap_or_default());
    let fits = values.ends_with(&[first, digit(count, weights)]);
    match fits && values.iter().any(|value| Some(value) != values.first()) {
        true => Ok(number),
        false => Err(Refusal::new(Field::Key, Flaw::CheckDigits)),
    }
}

/// An E.164 number with the sign of its country code, `^\+[1-9]\d{1,14}$`.
fn phone(typed: &str) -> Result<String, Refusal> {
    let number = without(typed, PHONE_SEPARATORS);
    let digits = number.strip_prefix('+').unwrap_or_default();
    let right = (2..=15).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0');
    if right { Ok(number) } else { Err(wrong("+5561912345678")) }
}

fn email(typed: &str) -> Result<String, Refusal> {
    if !is_email(typed) {
        return Err(wrong("doe@ngo.example"));
    }
    match typed.len() {
        found if found > EMAIL_LENGTH_MAX => {
            Err(Refusal::new(Field::Key, Flaw::TooLong { max: EMAIL_LENGTH_MAX, found }))
        }
        _ => Ok(typed.to_ascii_lowercase()),
    }
}

/// A random key, which is a UUID with its hyphens.
fn random(typed: &str) -> Result<String, Refusal> {
    let parts: Vec<&str> = typed.split('-').collect();
    let right = parts.iter().map(|part| part.len()).eq([8, 4, 4, 4, 12])
        && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_hexdigit()));
    match right {
        true => Ok(typed.to_ascii_lowercase()),
        false => Err(wrong("123e4567-e12b-12d1-a456-426655440000")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(kind: &str, typed: &str) -> Result<String, Flaw> {
        Key::of(Some(kind), typed).map(|key| key.text).map_err(|refusal| refusal.flaw)
    }

    #[test]
    fn keys_are_stored_without_what_people_put_between() {
        for (kind, typed, stored) in [
            ("cpf", "529.982.247-25", "52998224725"),
            ("cpf", " 529 982 247/25", "52998224725"),
            ("cnpj", "11.222.333/0001-81", "11222333000181"),
            ("cnpj", "12.abc.345/01de-35", "12ABC34501DE35"),
            ("phone", "+55 (81) 98765-4321", "+5581987654321"),
            ("phone", "+12", "+12"),
            ("email", "Doe@Rio.Example", "doe@rio.example"),
            ("evp", "123E4567-E12B-12D1-A456-426655440000", "123e4567-e12b-12d1-a456-426655440000"),
        ] {
            assert_eq!(key(kind, typed), Ok(stored.to_owned()), "{typed}");
            assert_eq!(Key::of(None, typed).map(|key| key.kind), Ok(kind), "{typed}");
        }
    }

    #[test]
    fn check_digits_must_fit() {
        for (kind, typed) in [
            ("cpf", "52998224726"),
            ("cpf", "52998224715"),
            ("cpf", "11111111111"),
            ("cpf", "00000000000"),
            ("cnpj", "11222333000182"),
            ("cnpj", "11222333000191"),
            ("cnpj", "12ABC34501DE36"),
            ("cnpj", "00000000000000"),
        ] {
            assert_eq!(key(kind, typed), Err(Flaw::CheckDigits), "{typed}");
        }
    }

    #[test]
    fn other_forms_are_refused() {
        for (kind, typed) in [
            ("cpf", "5299822472"),
            ("cpf", "529982247255"),
            ("cpf", "5299822472A"),
            ("cpf", "529_982_247_25"),
            ("cnpj", "1122233300018"),
            ("cnpj", "112223330001811"),
            ("cnpj", "12ABC34501DEA5"),
            ("cnpj", "11222333000é"),
            ("phone", "81987654321"),
            ("phone", "+0581987654321"),
            ("phone", "+1"),
            ("phone", "+1234567890123456"),
            ("phone", "+55819x7654321"),
            ("email", "doe.rio.example"),
            ("email", "doe@rio"),
            ("evp", "123e4567e12b12d1a456426655440000"),
            ("evp", "123e4567-e12b-12d1-a456-42665544000g"),
            ("evp", "123e4567-e12b-12d1-a456-4266554400000"),
        ] {
            assert!(matches!(key(kind, typed), Err(Flaw::Form { .. })), "{kind} {typed}");
        }
        let host = format!("{}.example", "a".repeat(60));
        let max = EMAIL_LENGTH_MAX - host.len() - 1;
        assert!(key("email", &format!("{}@{host}", "d".repeat(max))).is_ok());
        let long = Flaw::TooLong { max: 77, found: 78 };
        assert_eq!(key("email", &format!("{}@{host}", "d".repeat(max + 1))), Err(long));
        let unknown = Key::of(Some("iban"), "x").unwrap_err();
        assert_eq!(unknown.field, Field::KeyType);
    }
}
