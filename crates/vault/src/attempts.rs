//! How long to wait after wrong passphrases, PINs or codes.
//!
//! Five failures are free; then one waits 1, 2, 4, 8 and from there on 15 minutes; after 100 in a
//! row the account is locked (the ceiling of NIST SP 800-63B, section 5.2.2). Each account counts
//! for itself, so that nobody locks another's out. Count and instant belong on the disk: they must
//! survive a restart.

/// How many failures in a row cost nothing.
pub const FREE_FAILURES: u32 = 5;
/// At how many failures in a row an account is locked.
pub const LOCKED_AT: u32 = 100;

const MINUTE_MS: i64 = 60_000;

/// Whether a try is let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// A try is let through.
    Open,
    /// No try is let through yet.
    Wait {
        /// For how many milliseconds from now, more than none.
        milliseconds: i64,
    },
    /// No try is let through any more, until another person with the right to it opens the account.
    Locked,
}

/// Tells whether a try is let through: failures in a row, the instant of the last one and of now,
/// both in milliseconds since 1970 UTC.
///
/// A clock that was set back makes nobody wait longer than the full pause, which then begins anew.
///
/// # Limits
/// A clock that was set forward shortens the pause; whoever may set the clock of the computer is
/// held up by the count alone.
#[must_use]
pub fn gate(failures: u32, last_failure_ms: i64, now_ms: i64) -> Gate {
    if failures >= LOCKED_AT {
        return Gate::Locked;
    }
    let pause = pause_ms(failures);
    let gone = now_ms.saturating_sub(last_failure_ms).max(0);
    match pause - gone.min(pause) {
        0 => Gate::Open,
        milliseconds => Gate::Wait { milliseconds },
    }
}

/// The whole pause after so many failures.
fn pause_ms(failures: u32) -> i64 {
    let minutes = match failures.saturating_sub(FREE_FAILURES) {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 4,
        4 => 8,
        _ => 15,
    };
    minutes * MINUTE_MS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_a_quarter_of_an_hour() {
        let pauses: Vec<i64> = (4..=12).map(|count| pause_ms(count) / MINUTE_MS).collect();
        assert_eq!(pauses, [0, 0, 1, 2, 4, 8, 15, 15, 15]);
    }

    #[test]
    fn a_pause_ends_to_the_millisecond() {
        assert_eq!(gate(5, 1_000, 1_000), Gate::Open);
        assert_eq!(gate(6, 1_000, 1_000), Gate::Wait { milliseconds: 60_000 });
        assert_eq!(gate(6, 1_000, 60_999), Gate::Wait { milliseconds: 1 });
        assert_eq!(gate(6, 1_000, 61_000), Gate::Open);
    }

    #[test]
    fn a_hundred_failures_lock() {
        assert_eq!(gate(99, 0, i64::MAX), Gate::Open);
        assert_eq!(gate(100, 0, i64::MAX), Gate::Locked);
        assert_eq!(gate(u32::MAX, 0, i64::MAX), Gate::Locked);
    }

    #[test]
    fn a_clock_set_back_costs_one_pause_at_most() {
        assert_eq!(gate(6, i64::MAX, i64::MIN), Gate::Wait { milliseconds: 60_000 });
    }

    #[test]
    fn ten_thousand_guesses_are_a_hundred_tries() {
        let (mut failures, mut last, mut tried) = (0, 0, 0);
        for guess in 0..10_000 {
            let now = guess * 20 * MINUTE_MS;
            if gate(failures, last, now) == Gate::Open {
                (failures, last, tried) = (failures + 1, now, tried + 1);
            }
        }
        assert_eq!(tried, 100);
    }
}
