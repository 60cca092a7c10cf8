//! How long what a receipt rests on must be kept: a date computed for each value, as the law of the
//! country says. A country that is not here has no date: its values are deleted when asked.

use jiff::civil::{Date, date};

/// The rule of one country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// Two letters of ISO 3166.
    pub country: &'static str,
    /// Whole calendar years after the year of the gift.
    pub years: i16,
    /// What has to be kept.
    pub what: &'static str,
    /// Where it says so.
    pub source: &'static str,
}

/// The rules there are. Where papers of different kinds are kept for different times, the longest
/// counts: the program does not know which of them the organisation gives out.
pub const RETENTION: &[Retention] = &[
    Retention {
        country: "DE",
        years: 10,
        what: "copies of donation receipts",
        source: "§ 50 EStDV; 7 years where receipts go out by e-mail alone",
    },
    Retention {
        country: "ES",
        years: 10,
        what: "papers that identify donors",
        source: "Real Decreto 304/2014, art. 42",
    },
    Retention {
        country: "FR",
        years: 6,
        what: "copies of receipts and proof of every gift",
        source: "Livre des procédures fiscales, art. L. 14 A (law of 24 August 2021)",
    },
    Retention {
        country: "GB",
        years: 6,
        what: "Gift Aid declarations, after the last donation claimed",
        source: "gov.uk, Gift Aid and top-up payment guidance",
    },
    Retention {
        country: "JP",
        years: 5,
        what: "the list of donors",
        source: "npoweb.jp, 2013, which names no law",
    },
    Retention {
        country: "KR",
        years: 5,
        what: "details of receipts by donor",
        source: "healingthing.com and ai.bznav.com, 2025, which name no law",
    },
];

/// The rule of a country; `None` where no rule is known, which does not mean that there is none.
#[must_use]
pub fn retention(country: &str) -> Option<&'static Retention> {
    RETENTION.iter().find(|rule| rule.country == country)
}

impl Retention {
    /// The first day on which something of a day need no longer be kept: years count from the end
    /// of the calendar year.
    #[must_use]
    pub fn over_on(&self, day: Date) -> Date {
        let year = day.year().saturating_add(self.years).saturating_add(1);
        date(year.min(Date::MAX.year()), 1, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_count_from_the_end_of_the_year() {
        let over = |country, day| retention(country).map(|rule| rule.over_on(day));
        assert_eq!(over("DE", date(2026, 1, 1)), Some(date(2037, 1, 1)));
        assert_eq!(over("DE", date(2026, 12, 31)), Some(date(2037, 1, 1)));
        assert_eq!(over("FR", date(2026, 11, 24)), Some(date(2033, 1, 1)));
        assert_eq!(over("GB", date(2026, 11, 24)), Some(date(2033, 1, 1)));
        assert_eq!(over("JP", date(2026, 11, 24)), Some(date(2032, 1, 1)));
        assert_eq!(over("CH", date(2026, 11, 24)), None, "no rule is known");
        assert_eq!(over("DE", Date::MAX), Some(date(9999, 1, 1)));
    }

    #[test]
    fn every_rule_says_where_it_comes_from() {
        for rule in RETENTION {
            assert!(rule.years > 0 && !rule.what.is_empty() && !rule.source.is_empty());
            assert!(rule.country.len() == 2, "{}", rule.country);
        }
    }
}
