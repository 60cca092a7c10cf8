//! Amounts, dates and countries by the rules of a language (Unicode CLDR, through ICU4X).
//!
//! Where the signs of a currency and a number stand to each other is a sentence of the catalogue,
//! because ICU4X writes no currencies yet; a test holds it to what CLDR says.

use std::sync::LazyLock;

use groat_money::{AmountError, Currency, Money, NumberSymbols, read_typed};
use icu_calendar::Iso;
use icu_datetime::fieldsets::{YMD, YMDT};
use icu_datetime::input::{Date as IcuDate, DateTime as IcuDateTime, Time as IcuTime};
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu_decimal::input::Decimal;
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use jiff::civil::{Date, DateTime};

use crate::catalogue::message;
use crate::{Arg, Locale};

/// Writes an amount with its currency: "€5.00", "5,00 €" (with a no-break space), "¥500".
///
/// Unit: the currency's whole units, with all decimals the currency has; never rounded. Euro,
/// pound, dollar and yen have their sign, other currencies their ISO 4217 code.
/// [`read_amount`] reads every positive amount back.
///
/// ```
/// use groat_money::{Currency, Money};
/// use groat_phrases::{Locale, format};
/// let gift = Money::from_minor(123_450, Currency::EUR);
/// assert_eq!(format::money(Locale::En, gift), "€1,234.50");
/// assert_eq!(format::money(Locale::De, gift), "1.234,50\u{a0}€");
/// ```
#[must_use]
pub fn money(locale: Locale, money: Money) -> String {
    let text = money.decimal_text();
    let (negative, text) = match text.strip_prefix('-') {
        Some(unsigned) => (true, unsigned),
        None => (false, text.as_str()),
    };
    let number = ("number", Arg::Text(number(locale, text).into()));
    let code = money.currency().code();
    let written = match sign(money.currency()) {
        Some(sign) => message(locale, "format-money-sign", &[("sign", sign.into()), number]),
        None => message(locale, "format-money-code", &[("code", code.into()), number]),
    };
    let written = written.unwrap_or_else(|| format!("{text} {code}"));
    if !negative {
        return written;
    }
    message(locale, "format-money-negative", &[("money", Arg::text(written.as_str()))])
        .unwrap_or_else(|| format!("-{written}"))
}

/// Writes an amount without its currency, as a person would type it: "1,234.50", "1.234,50".
#[must_use]
pub fn amount(locale: Locale, money: Money) -> String {
    number(locale, &money.decimal_text())
}

/// Writes a decimal text (ASCII digits, at most one dot) with the signs of the language.
///
/// All decimals are kept as they are. A text that is no decimal number comes back unchanged.
#[must_use]
pub fn number(locale: Locale, decimal: &str) -> String {
    match (&rules(locale).number, decimal.parse::<Decimal>()) {
        (Some(formatter), Ok(number)) => formatter.format(&number).to_string(),
        _ => decimal.to_owned(),
    }
}

/// Returns the signs that the language writes numbers with.
#[must_use]
pub const fn number_symbols(locale: Locale) -> NumberSymbols {
    match locale {
        Locale::En => NumberSymbols { decimal: '.', group: Some(',') },
        Locale::De => NumberSymbols { decimal: ',', group: Some('.') },
    }
}

/// Reads a positive amount as a reader of the language types it.
///
/// # Errors
/// Those of [`groat_money::read_typed`], one variant a cause.
pub fn read_amount(locale: Locale, text: &str, currency: Currency) -> Result<Money, AmountError> {
    read_typed(text, number_symbols(locale), currency)
}

/// Writes a civil day: "23 Nov 2026", "23.11.2026" (CLDR, medium length).
#[must_use]
pub fn date(locale: Locale, date: Date) -> String {
    match (&rules(locale).date, icu_date(date)) {
        (Some(formatter), Some(day)) => formatter.format(&day).to_string(),
        _ => date.to_string(),
    }
}

/// Writes a civil day and time to the minute: "23 Nov 2026, 14:05", "23.11.2026, 14:05".
#[must_use]
pub fn date_time(locale: Locale, at: DateTime) -> String {
    match (&rules(locale).date_time, icu_date(at.date()), icu_time(at)) {
        (Some(formatter), Some(date), Some(time)) => {
            formatter.format(&IcuDateTime { date, time }).to_string()
        }
        _ => at.to_string(),
    }
}

/// Returns the name of a country by its two letters of ISO 3166 ("XK" for Kosovo).
///
/// Known are all countries that have a currency of their own or share one, in small or capital
/// letters; other codes come back as they are.
#[must_use]
pub fn country_name(locale: Locale, code: &str) -> String {
    let id = format!("country-{}", code.to_ascii_uppercase());
    message(locale, &id, &[]).unwrap_or_else(|| code.to_owned())
}

/// Returns what people call a standard of payment codes, by its name in the published vectors.
///
/// A name that nobody knows comes back as it is.
#[must_use]
pub fn code_name(locale: Locale, standard: &str) -> String {
    named(locale, "code-name", standard)
}

/// Returns what people call an answer of set-up, such as `fps_id`.
///
/// A word that nobody knows comes back as it is.
#[must_use]
pub fn choice_name(locale: Locale, word: &str) -> String {
    named(locale, "choice", word)
}

fn named(locale: Locale, kind: &str, word: &str) -> String {
    let part = |sign: char| if sign.is_ascii_alphanumeric() { sign } else { '-' };
    let id: String = word.to_ascii_lowercase().chars().map(part).collect();
    message(locale, &format!("{kind}-{id}"), &[]).unwrap_or_else(|| word.to_owned())
}

/// The signs that [`read_typed`] reads; every other currency has its code.
fn sign(currency: Currency) -> Option<&'static str> {
    match currency.code() {
        "EUR" => Some("€"),
        "GBP" => Some("£"),
        "USD" => Some("$"),
        "JPY" => Some("¥"),
        _ => None,
    }
}

/// The formatters of one language. `None` would mean that ICU4X lacks its rules: the plain forms
/// of numbers and dates stand in, and a test says so before any reader does.
struct Rules {
    number: Option<DecimalFormatter>,
    date: Option<DateTimeFormatter<YMD>>,
    date_time: Option<DateTimeFormatter<YMDT>>,
}

fn rules(locale: Locale) -> &'static Rules {
    static EN: LazyLock<Rules> = LazyLock::new(|| Rules::of(Locale::En));
    static DE: LazyLock<Rules> = LazyLock::new(|| Rules::of(Locale::De));
    match locale {
        Locale::En => &EN,
        Locale::De => &DE,
    }
}

impl Rules {
    fn of(locale: Locale) -> Rules {
        let tag = locale.format_tag().parse().unwrap_or(icu_locale_core::Locale::UNKNOWN);
        let numbers = DecimalFormatterPreferences::from(&tag);
        let dates = DateTimeFormatterPreferences::from(&tag);
        Rules {
            number: DecimalFormatter::try_new(numbers, Default::default()).ok(),
            date: DateTimeFormatter::try_new(dates, YMD::medium()).ok(),
            date_time: DateTimeFormatter::try_new(dates, YMD::medium().with_time_hm()).ok(),
        }
    }
}

fn icu_date(date: Date) -> Option<IcuDate<Iso>> {
    let month = u8::try_from(date.month()).ok()?;
    let day = u8::try_from(date.day()).ok()?;
    IcuDate::try_new_iso(date.year().into(), month, day).ok()
}

fn icu_time(at: DateTime) -> Option<IcuTime> {
    let hour = u8::try_from(at.hour()).ok()?;
    let minute = u8::try_from(at.minute()).ok()?;
    IcuTime::try_new(hour, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil;
    use proptest::prelude::*;

    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::from_code(code).unwrap()
    }

    #[test]
    fn amounts_are_written_as_the_language_writes_them() {
        let cases = [
            (500, "EUR", "€5.00", "5,00\u{a0}€"),
            (123_456_789, "EUR", "€1,234,567.89", "1.234.567,89\u{a0}€"),
            (1, "GBP", "£0.01", "0,01\u{a0}£"),
            (100_050, "USD", "$1,000.50", "1.000,50\u{a0}$"),
            (500, "JPY", "¥500", "500\u{a0}¥"),
            (1_000, "CHF", "CHF\u{a0}10.00", "10,00\u{a0}CHF"),
            (1_250, "KWD", "KWD\u{a0}1.250", "1,250\u{a0}KWD"),
            (-500, "EUR", "-€5.00", "-5,00\u{a0}€"),
        ];
        for (minor, code, english, german) in cases {
            let amount = Money::from_minor(minor, currency(code));
            assert_eq!(money(Locale::En, amount), english);
            assert_eq!(money(Locale::De, amount), german);
        }
    }

    #[test]
    fn number_signs_are_the_ones_of_icu() {
        for locale in Locale::ALL {
            let symbols = number_symbols(*locale);
            let expected = format!("1{}234{}50", symbols.group.unwrap(), symbols.decimal);
            assert_eq!(number(*locale, "1234.50"), expected);
        }
    }

    #[test]
    fn days_and_times_are_written_as_the_language_writes_them() {
        let day = civil::date(2026, 11, 3);
        assert_eq!(date(Locale::En, day), "3 Nov 2026");
        assert_eq!(date(Locale::De, day), "03.11.2026");
        assert_eq!(date_time(Locale::En, day.at(14, 5, 59, 0)), "3 Nov 2026, 14:05");
        assert_eq!(date_time(Locale::De, day.at(4, 5, 0, 0)), "03.11.2026, 04:05");
        assert_eq!(date(Locale::De, civil::Date::MAX), "31.12.9999");
    }

    #[test]
    fn countries_have_names_and_unknown_codes_stay() {
        assert_eq!(country_name(Locale::En, "nl"), "Netherlands");
        assert_eq!(country_name(Locale::De, "AT"), "Österreich");
        assert_eq!(country_name(Locale::De, "QQ"), "QQ");
        assert_eq!(country_name(Locale::De, "{$x}"), "{$x}");
    }

    #[test]
    fn every_country_with_a_currency_has_a_name() {
        for country in groat_money::countries() {
            for locale in Locale::ALL {
                assert_ne!(country_name(*locale, country), country);
            }
        }
    }

    #[test]
    fn codes_are_called_as_people_know_them_and_unknown_ones_by_their_name() {
        assert_eq!(code_name(Locale::De, "SWISS_QR_BILL"), "Schweizer QR-Rechnung");
        assert_eq!(code_name(Locale::En, "Argentina T3.0"), "Transferencias 3.0");
        assert_eq!(code_name(Locale::En, "no such"), "no such");
    }

    #[test]
    fn the_wrong_language_is_not_guessed() {
        assert!(read_amount(Locale::En, "1.000,00", Currency::EUR).is_err());
        assert!(read_amount(Locale::De, "1,000.00", Currency::EUR).is_err());
        let thousand = Money::from_minor(100_000, Currency::EUR);
        assert_eq!(read_amount(Locale::De, "1.000,00", Currency::EUR), Ok(thousand));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            minor in 1i64..=i64::MAX,
            code in prop::sample::select(vec!["EUR", "GBP", "USD", "JPY", "CHF", "KWD"]),
        ) {
            let gift = Money::from_minor(minor, currency(code));
            for locale in Locale::ALL {
                let back = read_amount(*locale, &money(*locale, gift), gift.currency());
                prop_assert_eq!(back, Ok(gift));
                let back = read_amount(*locale, &amount(*locale, gift), gift.currency());
                prop_assert_eq!(back, Ok(gift));
            }
        }

        #[test]
        fn any_text_is_written_somehow(text: String) {
            for locale in Locale::ALL {
                let _ = number(*locale, &text);
                let _ = country_name(*locale, &text);
            }
        }
    }
}
