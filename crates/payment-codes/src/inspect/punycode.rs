//! The letters behind `xn--` in the name of a host.
//!
//! Standard: RFC 3492, Punycode, decoding alone, in a dozen lines; a crate for it brings the tables
//! of all of Unicode along, which only making such names needs.

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const INITIAL_BIAS: u32 = 72;
const INITIAL_N: u32 = 0x80;
/// No label of a host is longer.
const LENGTH_MAX: usize = 63;

/// Returns the label that stands behind `xn--`.
pub(super) fn decoded(label: &str) -> Option<String> {
    if label.len() > LENGTH_MAX {
        return None;
    }
    let (plain, deltas) = label.rsplit_once('-').unwrap_or(("", label));
    let mut signs: Vec<char> = plain.chars().collect();
    let (mut n, mut i, mut bias) = (INITIAL_N, 0_u32, INITIAL_BIAS);
    let mut digits = deltas.chars().map(digit).peekable();
    while digits.peek().is_some() {
        let (before, mut weight, mut k) = (i, 1_u32, BASE);
        loop {
            let digit = digits.next()??;
            i = i.checked_add(digit.checked_mul(weight)?)?;
            let t = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
            if digit < t {
                break;
            }
            weight = weight.checked_mul(BASE - t)?;
            k += BASE;
        }
        let count = u32::try_from(signs.len()).ok()? + 1;
        bias = adapted(i - before, count, before == 0);
        n = n.checked_add(i / count)?;
        i %= count;
        signs.insert(usize::try_from(i).ok()?, char::from_u32(n)?);
        i += 1;
    }
    Some(signs.into_iter().collect())
}

fn digit(sign: char) -> Option<u32> {
    match sign {
        '0'..='9' => sign.to_digit(10).map(|digit| digit + 26),
        'a'..='z' | 'A'..='Z' => sign.to_digit(36).map(|digit| digit - 10),
        _ => None,
    }
}

fn adapted(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / count;
    let mut k = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_of_the_standard_are_read() {
        // RFC 3492, section 7.1, and names that are registered.
        for (label, text) in [
            ("mnchen-3ya", "münchen"),
            ("egbpdaj6bu4bxfgehfvwxn", "ليهمابتكلموشعربي؟"),
            ("ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"),
            ("b1abfaaepdrnnbgefbadotcwatmq2g4l", "почемужеонинеговорятпорусски"),
            ("bcher-kva", "bücher"),
            ("venm-85d", "venmо"),
        ] {
            assert_eq!(decoded(label).as_deref(), Some(text), "{label}");
        }
    }

    #[test]
    fn what_is_no_punycode_is_left() {
        for label in ["mnchen-3y", "a-é", "99999999", "-", &"z".repeat(64)] {
            let _ = decoded(label);
        }
        assert_eq!(decoded("a-é"), None);
        assert_eq!(decoded(&"9".repeat(60)), None);
    }
}
