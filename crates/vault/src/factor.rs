//! The second factor: six digits that a phone counts out every half minute.
//!
//! TOTP (RFC 6238) with what every authenticator app knows: a secret of 160 bits, SHA-1, six
//! digits, 30 seconds. Some apps ignore other choices without a word.
//!
//! # Choices
//! * The step of now and the one before are accepted, so that a code may be typed in peace; a step
//!   is accepted once and none before it afterwards.
//! * A code that was right at another time within a day tells that a clock is wrong. For times
//!   gone by [`check`] says so at once: such a code opens nothing any more. For times to come it
//!   does not, because that would tell a guesser a code that will open later, and 2,880 codes are
//!   right some time within a day. [`clock_difference`] says it after two codes in a row, which
//!   nobody guesses; [`enrol`] has two codes anyway.

use std::fmt::{self, Write};
use std::ops::RangeInclusive;

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use subtle::{ConditionallySelectable, ConstantTimeEq};
use thiserror::Error;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Seconds of one step.
pub const STEP_SECONDS: u64 = 30;
const STEPS_A_DAY: i64 = 2_880;
const STEPS_A_MINUTE: i64 = 2;
/// How many steps may lie between two codes that are typed one after the other: five minutes.
const STEPS_BETWEEN: u64 = 10;
const GROUP: usize = 4;

/// The secret a phone and the desk share: 160 bits. Wiped on drop.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct FactorSecret([u8; 20]);

/// One half minute, counted from 1970 UTC. The last one accepted is stored for each person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step(pub u64);

/// Why a code is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CodeError {
    /// Not six digits.
    #[error("a code has six digits")]
    Malformed,
    /// Not the code of now, nor of the last day.
    #[error("the code is wrong")]
    Wrong,
    /// It was accepted before, or a later one was.
    #[error("the code was used already")]
    UsedAlready,
    /// It was right at another time: the phone's clock or this computer's is wrong, or the code is
    /// an old one.
    #[error("the code fits a clock that differs by {minutes} minutes")]
    ClockDiffers {
        /// By how many minutes the phone is ahead of this computer; negative where it is behind.
        /// Never nought.
        minutes: i64,
    },
}

/// Why a phone is not enrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum EnrolError {
    /// The first code cannot be right.
    #[error("the first code: {0}")]
    First(CodeError),
    /// The second code cannot be right.
    #[error("the second code: {0}")]
    Second(CodeError),
    /// Both codes are the same: the phone had not counted on yet.
    #[error("the second code is the first one again")]
    Same,
    /// Both fit, but another time.
    #[error("the codes fit a clock that differs by {minutes} minutes")]
    ClockDiffers {
        /// By how many minutes the phone is ahead of this computer; negative where it is behind.
        /// Never nought.
        minutes: i64,
    },
}

impl FactorSecret {
    /// Takes 20 random bytes as a secret.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 20]) -> FactorSecret {
        FactorSecret(bytes)
    }

    /// Returns the bytes. What is copied out of here is the caller's to wipe.
    #[must_use]
    pub fn expose(&self) -> &[u8; 20] {
        &self.0
    }

    /// Returns the secret as people type it into an app: base32 (RFC 4648), eight groups of four.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let plain = self.base32();
        let mut text = Zeroizing::new(String::with_capacity(40));
        for (at, sign) in plain.chars().enumerate() {
            if at > 0 && at % GROUP == 0 {
                text.push(' ');
            }
            text.push(sign);
        }
        text
    }

    /// Returns the link that a code picture carries to the app:
    /// `otpauth://totp/<issuer>:<account>?secret=…&issuer=…&algorithm=SHA1&digits=6&period=30`.
    ///
    /// Every sign of both names but letters, digits and `-._~` is percent-encoded as UTF-8.
    #[must_use]
    pub fn uri(&self, issuer: &str, account: &str) -> Zeroizing<String> {
        let (issuer, account) = (percent_encoded(issuer), percent_encoded(account));
        let secret = self.base32();
        Zeroizing::new(format!(
            "otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}\
             &algorithm=SHA1&digits=6&period={STEP_SECONDS}",
            secret.as_str()
        ))
    }

    fn base32(&self) -> Zeroizing<String> {
        Zeroizing::new(BASE32_NOPAD.encode(&self.0))
    }

    /// The number of a step, below a million.
    fn code(&self, step: Step) -> u32 {
        truncate(&self.0, step.0) % 1_000_000
    }

    /// Whether a code is a step's, compared in constant time.
    fn fits(&self, code: u32, step: Step) -> bool {
        self.code(step).ct_eq(&code).into()
    }
}

impl fmt::Debug for FactorSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl Step {
    /// The step of an instant, in seconds since 1970 UTC.
    #[must_use]
    pub fn at(unix_seconds: u64) -> Step {
        Step(unix_seconds / STEP_SECONDS)
    }

    /// The step so many steps later, if there is one.
    fn later(self, steps: i64) -> Option<Step> {
        self.0.checked_add_signed(steps).map(Step)
    }
}

/// Checks a typed code: the secret, the code, the time in seconds since 1970 UTC and the step
/// accepted last. Blanks in the code are let pass.
///
/// The step that comes back must be stored before whoever typed the code is let in.
///
/// # Errors
/// [`CodeError`]
pub fn check(
    secret: &FactorSecret,
    code: &str,
    unix_seconds: u64,
    last_accepted: Option<Step>,
) -> Result<Step, CodeError> {
    let code = read(code)?;
    let now = Step::at(unix_seconds);
    let used = |step: Step| last_accepted.is_some_and(|last| step <= last);
    // The step of now first: should both have the same digits, the later one is used up.
    match [0, -1].into_iter().filter_map(|back| fitting(secret, code, now, back)).next() {
        Some(step) if used(step) => Err(CodeError::UsedAlready),
        Some(step) => Ok(step),
        None => Err(gone_by(secret, code, now, used)),
    }
}

/// Tells by how many minutes the phone is ahead of this computer (behind, where negative) from two
/// codes that were refused one after the other; none where they fit no common clock, or the right
/// one.
///
/// Nothing is accepted by it. Codes are right together only if the second is up to five minutes
/// later than the first, which a guesser hits once in 17 million tries.
#[must_use]
pub fn clock_difference(
    secret: &FactorSecret,
    first: &str,
    second: &str,
    unix_seconds: u64,
) -> Option<i64> {
    let (first, second) = (read(first).ok()?, read(second).ok()?);
    let now = Step::at(unix_seconds);
    let off = nearest(-STEPS_A_DAY..=STEPS_A_DAY)
        .find(|off| pair(secret, first, second, now, *off).is_some())?;
    minutes_of(off)
}

/// Enrols a phone with two codes that it showed one after the other, the second one just now.
///
/// The step that comes back is the last one accepted and must be stored as such.
///
/// # Errors
/// [`EnrolError`]
pub fn enrol(
    secret: &FactorSecret,
    first: &str,
    second: &str,
    unix_seconds: u64,
) -> Result<Step, EnrolError> {
    let first_code = read(first).map_err(EnrolError::First)?;
    let second_code = read(second).map_err(EnrolError::Second)?;
    let now = Step::at(unix_seconds);
    let accepted =
        [0, -1].into_iter().find_map(|off| pair(secret, first_code, second_code, now, off));
    if let Some(step) = accepted {
        return Ok(step);
    }
    if first_code == second_code {
        return Err(EnrolError::Same);
    }
    if let Some(minutes) = clock_difference(secret, first, second, unix_seconds) {
        return Err(EnrolError::ClockDiffers { minutes });
    }
    let second_fits =
        [0, -1].into_iter().any(|off| fitting(secret, second_code, now, off).is_some());
    Err(if second_fits {
        EnrolError::First(CodeError::Wrong)
    } else {
        EnrolError::Second(CodeError::Wrong)
    })
}

/// Why a code that is not of now is refused: it was right within the last day, or never.
fn gone_by(secret: &FactorSecret, code: u32, now: Step, used: impl Fn(Step) -> bool) -> CodeError {
    for off in (-STEPS_A_DAY..=-2).rev() {
        if let (Some(step), Some(minutes)) = (fitting(secret, code, now, off), minutes_of(off)) {
            return if used(step) {
                CodeError::UsedAlready
            } else {
                CodeError::ClockDiffers { minutes }
            };
        }
    }
    CodeError::Wrong
}

/// The step at a distance from now, if the code is its.
fn fitting(secret: &FactorSecret, code: u32, now: Step, off: i64) -> Option<Step> {
    now.later(off).filter(|step| secret.fits(code, *step))
}

/// The second code's step at a distance from now, if the first code is of a step shortly before.
fn pair(secret: &FactorSecret, first: u32, second: u32, now: Step, off: i64) -> Option<Step> {
    let step = fitting(secret, second, now, off)?;
    let earliest = step.0.saturating_sub(STEPS_BETWEEN);
    (earliest..step.0).any(|before| secret.fits(first, Step(before))).then_some(step)
}

/// All distances, the nearest to nought first.
fn nearest(range: RangeInclusive<i64>) -> impl Iterator<Item = i64> {
    let end = *range.end();
    (0..=end).flat_map(|off| [off, -off]).skip(1).filter(move |off| range.contains(off))
}

/// Minutes of a distance in steps, rounded away from nought; none for the steps that are accepted.
fn minutes_of(off: i64) -> Option<i64> {
    let minutes = (off.abs() + STEPS_A_MINUTE - 1) / STEPS_A_MINUTE;
    (!(-1..=0).contains(&off)).then_some(minutes * off.signum())
}

/// Reads six digits, blanks let pass.
fn read(code: &str) -> Result<u32, CodeError> {
    let signs = || code.chars().filter(|sign| !sign.is_whitespace());
    if signs().count() != 6 {
        return Err(CodeError::Malformed);
    }
    signs().try_fold(0, |number, sign| {
        sign.to_digit(10).map(|digit| number * 10 + digit).ok_or(CodeError::Malformed)
    })
}

/// The 31 bits that HOTP (RFC 4226, section 5.3) takes out of an HMAC-SHA-1 of the counter.
///
/// # Panics
/// Never: HMAC takes keys of every length.
#[expect(clippy::expect_used, reason = "HMAC takes keys of every length")]
fn truncate(secret: &[u8], counter: u64) -> u32 {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).expect("HMAC takes every key");
    mac.update(&counter.to_be_bytes());
    let hash: [u8; 20] = mac.finalize().into_bytes().into();
    let [.., last] = hash;
    let place = usize::from(last & 15);
    // The place is 15 at most and the hash 20 long, so four bytes always stand there. All windows
    // are walked, so that the time taken does not tell the place.
    let windows = hash.windows(4).enumerate();
    windows.fold(0, |taken, (at, window)| {
        let value = window.iter().fold(0, |value, byte| (value << 8) | u32::from(*byte));
        u32::conditional_select(&taken, &value, at.ct_eq(&place))
    }) & 0x7FFF_FFFF
}

fn percent_encoded(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

#[cfg(test)]
mod tests;
