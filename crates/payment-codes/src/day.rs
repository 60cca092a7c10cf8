//! A day of the calendar, as codes carry it.

use std::fmt;

use thiserror::Error;

/// A day of the years 1 to 9999 that the Gregorian calendar has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// The text is no day of the calendar in the form that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a day of the calendar")]
pub struct DayError;

impl Day {
    /// Makes a day of its year, month and day.
    ///
    /// # Errors
    /// [`DayError`]: the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Day, DayError> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return Err(DayError),
        };
        match (1..=9999).contains(&year) && (1..=days).contains(&day) {
            true => Ok(Day { year, month, day }),
            false => Err(DayError),
        }
    }

    /// Reads `2026-12-24`.
    ///
    /// # Errors
    /// [`DayError`] for anything else.
    pub fn parse_iso(text: &str) -> Result<Day, DayError> {
        let parts: Vec<&str> = text.split('-').collect();
        match parts.as_slice() {
            [year, month, day] => Day::of_figures(year, month, day),
            _ => Err(DayError),
        }
    }

    /// Reads `20261224`.
    ///
    /// # Errors
    /// [`DayError`] for anything else.
    pub fn parse_compact(text: &str) -> Result<Day, DayError> {
        let part = |range| text.get(range).unwrap_or_default();
        match text.len() {
            8 => Day::of_figures(part(0..4), part(4..6), part(6..8)),
            _ => Err(DayError),
        }
    }

    /// Makes the day so many days after the first of January 1970 (Gregorian calendar carried
    /// through; the working is Howard Hinnant's, *chrono-Compatible Low-Level Date Algorithms*).
    ///
    /// # Errors
    /// [`DayError`]: it lies behind the year 9999.
    pub fn after_1970(days: u64) -> Result<Day, DayError> {
        // Counted from the first of March of the year 0, in eras of 400 years.
        let days = days.checked_add(719_468).ok_or(DayError)?;
        let (era, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = era * 400 + year + u64::from(month <= 2);
        let narrow = |number: u64| u8::try_from(number).map_err(|_| DayError);
        Day::new(u16::try_from(year).map_err(|_| DayError)?, narrow(month)?, narrow(day)?)
    }

    /// Returns the year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns `20261224`.
    #[must_use]
    pub fn compact(self) -> String {
        format!("{:04}{:02}{:02}", self.year, self.month, self.day)
    }

    fn of_figures(year: &str, month: &str, day: &str) -> Result<Day, DayError> {
        let figures = |text: &str, count: usize| {
            let digits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<u16>().ok().filter(|_| digits).ok_or(DayError)
        };
        let short = |text: &str| u8::try_from(figures(text, 2)?).map_err(|_| DayError);
        Day::new(figures(year, 4)?, short(month)?, short(day)?)
    }
}

/// ISO 8601: `2026-12-24`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_read() {
        for text in ["2026-12-24", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
            let date = Day::parse_iso(text).unwrap();
            assert_eq!(date.to_string(), text);
            assert_eq!(Day::parse_compact(&date.compact()), Ok(date));
        }
        for text in ["2026-02-29", "1900-02-29", "2026-13-01", "2026-04-31", "0000-01-01"] {
            assert_eq!(Day::parse_iso(text), Err(DayError), "{text}");
            assert_eq!(Day::parse_compact(&text.replace('-', "")), Err(DayError));
        }
        for text in ["", "2026-1-1", "20261224", "2026-12-24-", "+026-12-24", "2026-12-2é"] {
            assert_eq!(Day::parse_iso(text), Err(DayError), "{text}");
        }
        for text in ["", "2026122", "202612240", "2026+224", "20é61224", "éééé"] {
            assert_eq!(Day::parse_compact(text), Err(DayError), "{text}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        for (days, text) in [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (789, "1972-02-29"),
            (10_956, "1999-12-31"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (21_915, "2030-01-01"),
            (47_540, "2100-02-28"),
            (47_541, "2100-03-01"),
            (2_932_896, "9999-12-31"),
        ] {
            assert_eq!(Day::after_1970(days).unwrap().to_string(), text);
        }
        assert_eq!(Day::after_1970(2_932_897), Err(DayError));
        assert_eq!(Day::after_1970(u64::MAX), Err(DayError));
    }
}
