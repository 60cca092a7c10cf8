//! International bank account number (IBAN).
//!
//! Standard: ISO 13616; lengths and structures from the SWIFT IBAN registry, release 101; members
//! of the European Economic Area and of the SEPA schemes (EPC409-09) as of 2026.
//!
//! # Limits
//! National check digits inside the account part are not checked; a bank may still refuse a number
//! that passes here.
//!
//! # Quirks
//! Blanks may stand anywhere and small letters are raised, because people copy numbers from paper
//! and letters. Hyphens are refused: they are no part of the paper form, and dropping them would
//! hide a number of another kind.

use std::fmt;
use std::iter::repeat_n;

use thiserror::Error;

use crate::iso7064;
use Area::{Eea, Elsewhere, Sepa};

/// An IBAN whose country, length, structure and check digits are right.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Iban {
    text: Box<str>,
    country: IbanCountry,
}

/// A country that issues IBANs.
#[derive(Clone, Copy)]
pub struct IbanCountry {
    row: &'static (&'static str, &'static str, Area),
}

/// What an IBAN needs at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IbanSign {
    /// A digit.
    Digit,
    /// A capital letter.
    Capital,
    /// A capital letter or a digit.
    CapitalOrDigit,
}

/// Why a text is not an IBAN. Places count the signs of the text without its blanks, from zero.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum IbanError {
    /// Nothing but blanks.
    #[error("the IBAN is empty")]
    Empty,
    /// A sign that no IBAN has, such as a hyphen.
    #[error("{found:?} at place {at} does not belong into an IBAN")]
    ForeignSign {
        /// Its place.
        at: usize,
        /// The sign.
        found: char,
    },
    /// The first two letters are no country of the registry.
    #[error("no country with the letters {code} issues IBANs")]
    UnknownCountry {
        /// The two letters.
        code: String,
    },
    /// A digit where the country has a letter, or the other way round.
    #[error("at place {at} a {expected:?} is needed")]
    WrongStructure {
        /// Its place.
        at: usize,
        /// What the country has there.
        expected: IbanSign,
    },
    /// Too many or too few signs for the country.
    #[error("an IBAN of {country:?} has {expected} signs, not {found}")]
    WrongLength {
        /// The country.
        country: IbanCountry,
        /// How many signs its numbers have.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The check digits do not fit the number: a digit is wrong or two are swapped.
    #[error("the check digits do not fit")]
    CheckDigits,
}

/// How far an IBAN has been typed, and what is wrong with it so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IbanProgress {
    /// The text without blanks, in capitals.
    pub normalised: String,
    /// The country, as soon as two letters name one.
    pub country: Option<IbanCountry>,
    /// How many signs the country's numbers have.
    pub expected_length: Option<usize>,
    /// The first thing that cannot become right by typing on.
    pub problem: Option<IbanError>,
    /// The number, once all of it is there and right.
    pub iban: Option<Iban>,
}

impl IbanProgress {
    /// Tells whether as many signs are there as the country needs, right or wrong.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.expected_length.is_some_and(|length| length <= self.normalised.chars().count())
    }

    /// Returns the text in groups of four.
    #[must_use]
    pub fn grouped(&self) -> String {
        iso7064::in_fours(&self.normalised)
    }
}

impl Iban {
    /// Reads an IBAN as people write it.
    ///
    /// # Errors
    /// [`IbanError`], the first cause from the left.
    ///
    /// ```
    /// use groat_payment_codes::Iban;
    /// let iban = Iban::parse("de89 3704 0044 0532 0130 00")?;
    /// assert_eq!(iban.as_str(), "DE89370400440532013000");
    /// # Ok::<(), groat_payment_codes::IbanError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Iban, IbanError> {
        let IbanProgress { normalised, country, problem, iban, .. } = Iban::progress(text);
        match (problem, iban, country) {
            (Some(problem), _, _) => Err(problem),
            (None, Some(iban), _) => Ok(iban),
            (None, None, Some(country)) => Err(IbanError::WrongLength {
                country,
                expected: country.iban_length(),
                found: normalised.len(),
            }),
            (None, None, None) if normalised.is_empty() => Err(IbanError::Empty),
            (None, None, None) => Err(IbanError::UnknownCountry { code: normalised }),
        }
    }

    /// Looks at an IBAN while it is typed: what is still missing is no problem yet.
    #[must_use]
    pub fn progress(text: &str) -> IbanProgress {
        let normalised = iso7064::normalised(text);
        let country = normalised.get(..2).and_then(IbanCountry::from_code);
        let problem = first_problem(&normalised, country);
        let iban = country
            .filter(|country| problem.is_none() && normalised.len() == country.iban_length())
            .map(|country| Iban { text: normalised.as_str().into(), country });
        let expected_length = country.map(IbanCountry::iban_length);
        IbanProgress { normalised, country, expected_length, problem, iban }
    }

    /// Returns the electronic form: capitals and digits without blanks.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the printed form, in groups of four.
    #[must_use]
    pub fn grouped(&self) -> String {
        iso7064::in_fours(&self.text)
    }

    /// Returns the country that issued it.
    #[must_use]
    pub fn country(&self) -> IbanCountry {
        self.country
    }

    /// Returns the last four signs, by which people know their account.
    #[must_use]
    pub fn tail(&self) -> &str {
        self.text.len().checked_sub(4).and_then(|start| self.text.get(start..)).unwrap_or_default()
    }

    /// Tells whether the account is kept inside the European Economic Area.
    #[must_use]
    pub fn is_in_eea(&self) -> bool {
        self.country.is_in_eea()
    }
}

impl fmt::Display for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn first_problem(normalised: &str, country: Option<IbanCountry>) -> Option<IbanError> {
    let foreign = normalised.chars().enumerate().find(|(_, sign)| !sign.is_ascii_alphanumeric());
    if let Some((at, found)) = foreign {
        return Some(IbanError::ForeignSign { at, found });
    }
    let letters = normalised.chars().take(2);
    if let Some(at) = letters.into_iter().position(|sign| sign.is_ascii_digit()) {
        return Some(IbanError::WrongStructure { at, expected: IbanSign::Capital });
    }
    let Some(country) = country else {
        let code = normalised.get(..2)?;
        return Some(IbanError::UnknownCountry { code: code.to_owned() });
    };
    let misfit = normalised.chars().zip(country.signs()).enumerate();
    if let Some((at, (_, expected))) =
        misfit.into_iter().find(|(_, (sign, need))| !need.fits(*sign))
    {
        return Some(IbanError::WrongStructure { at, expected });
    }
    let (expected, found) = (country.iban_length(), normalised.len());
    if found > expected {
        return Some(IbanError::WrongLength { country, expected, found });
    }
    (found == expected && !iso7064::passes(normalised)).then_some(IbanError::CheckDigits)
}

impl IbanSign {
    fn fits(self, sign: char) -> bool {
        match self {
            IbanSign::Digit => sign.is_ascii_digit(),
            IbanSign::Capital => sign.is_ascii_uppercase(),
            IbanSign::CapitalOrDigit => sign.is_ascii_digit() || sign.is_ascii_uppercase(),
        }
    }
}

impl IbanCountry {
    /// Finds a country of the IBAN registry by its two capital letters.
    #[must_use]
    pub fn from_code(code: &str) -> Option<IbanCountry> {
        REGISTRY.iter().find(|(known, ..)| *known == code).map(|row| IbanCountry { row })
    }

    /// Returns every country of the registry, by its letters.
    pub fn all() -> impl Iterator<Item = IbanCountry> {
        REGISTRY.iter().map(|row| IbanCountry { row })
    }

    /// Returns the two letters of ISO 3166 (XK for Kosovo).
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row.0
    }

    /// Returns how many signs an IBAN of this country has.
    #[must_use]
    pub fn iban_length(self) -> usize {
        self.signs().count()
    }

    /// Tells whether the country belongs to the European Economic Area.
    #[must_use]
    pub fn is_in_eea(self) -> bool {
        self.row.2 == Eea
    }

    /// Tells whether banks of the country take part in the SEPA schemes.
    #[must_use]
    pub fn is_in_sepa(self) -> bool {
        self.row.2 != Elsewhere
    }

    /// What each place needs, from the registry's notation: `4!n2!a` is four digits, two capitals.
    fn signs(self) -> impl Iterator<Item = IbanSign> {
        let head = [IbanSign::Capital, IbanSign::Capital, IbanSign::Digit, IbanSign::Digit];
        let account = self.row.1.split_inclusive(['n', 'a', 'c']).flat_map(|part| {
            let (count, kind) = part.split_once('!').unwrap_or_default();
            let sign = match kind {
                "n" => IbanSign::Digit,
                "a" => IbanSign::Capital,
                _ => IbanSign::CapitalOrDigit,
            };
            repeat_n(sign, count.parse().unwrap_or(0))
        });
        head.into_iter().chain(account)
    }
}

impl PartialEq for IbanCountry {
    fn eq(&self, other: &IbanCountry) -> bool {
        self.code() == other.code()
    }
}

impl Eq for IbanCountry {}

impl std::hash::Hash for IbanCountry {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.code().hash(state);
    }
}

impl fmt::Debug for IbanCountry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Where a country stands to the European payment schemes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Area {
    Eea,
    Sepa,
    Elsewhere,
}

/// Country, structure after the check digits, area.
const REGISTRY: &[(&str, &str, Area)] = &[
    ("AD", "4!n4!n12!c", Sepa),
    ("AE", "3!n16!n", Elsewhere),
    ("AL", "8!n16!c", Sepa),
    ("AT", "5!n11!n", Eea),
    ("AZ", "4!a20!c", Elsewhere),
    ("BA", "3!n3!n8!n2!n", Elsewhere),
    ("BE", "3!n7!n2!n", Eea),
    ("BG", "4!a4!n2!n8!c", Eea),
    ("BH", "4!a14!c", Elsewhere),
    ("BI", "5!n5!n11!n2!n", Elsewhere),
    ("BR", "8!n5!n10!n1!a1!c", Elsewhere),
    ("BY", "4!c4!n16!c", Elsewhere),
    ("CH", "5!n12!c", Sepa),
    ("CR", "4!n14!n", Elsewhere),
    ("CY", "3!n5!n16!c", Eea),
    ("CZ", "4!n16!n", Eea),
    ("DE", "8!n10!n", Eea),
    ("DJ", "5!n5!n11!n2!n", Elsewhere),
    ("DK", "4!n9!n1!n", Eea),
    ("DO", "4!c20!n", Elsewhere),
    ("EE", "2!n14!n", Eea),
    ("EG", "4!n4!n17!n", Elsewhere),
    ("ES", "4!n4!n1!n1!n10!n", Eea),
    ("FI", "3!n11!n", Eea),
    ("FK", "2!a12!n", Elsewhere),
    ("FO", "4!n9!n1!n", Elsewhere),
    ("FR", "5!n5!n11!c2!n", Eea),
    ("GB", "4!a6!n8!n", Sepa),
    ("GE", "2!a16!n", Elsewhere),
    ("GI", "4!a15!c", Sepa),
    ("GL", "4!n9!n1!n", Elsewhere),
    ("GR", "3!n4!n16!c", Eea),
    ("GT", "4!c20!c", Elsewhere),
    ("HN", "4!a20!n", Elsewhere),
    ("HR", "7!n10!n", Eea),
    ("HU", "3!n4!n1!n15!n1!n", Eea),
    ("IE", "4!a6!n8!n", Eea),
    ("IL", "3!n3!n13!n", Elsewhere),
    ("IQ", "4!a3!n12!n", Elsewhere),
    ("IS", "4!n2!n6!n10!n", Eea),
    ("IT", "1!a5!n5!n12!c", Eea),
    ("JO", "4!a4!n18!c", Elsewhere),
    ("KW", "4!a22!c", Elsewhere),
    ("KZ", "3!n13!c", Elsewhere),
    ("LB", "4!n20!c", Elsewhere),
    ("LC", "4!a24!c", Elsewhere),
    ("LI", "5!n12!c", Eea),
    ("LT", "5!n11!n", Eea),
    ("LU", "3!n13!c", Eea),
    ("LV", "4!a13!c", Eea),
    ("LY", "3!n3!n15!n", Elsewhere),
    ("MC", "5!n5!n11!c2!n", Sepa),
    ("MD", "2!c18!c", Sepa),
    ("ME", "3!n13!n2!n", Sepa),
    ("MK", "3!n10!c2!n", Sepa),
    ("MN", "4!n12!n", Elsewhere),
    ("MR", "5!n5!n11!n2!n", Elsewhere),
    ("MT", "4!a5!n18!c", Eea),
    ("MU", "4!a2!n2!n12!n3!n3!a", Elsewhere),
    ("NI", "4!a20!n", Elsewhere),
    ("NL", "4!a10!n", Eea),
    ("NO", "4!n6!n1!n", Eea),
    ("OM", "3!n16!c", Elsewhere),
    ("PK", "4!a16!c", Elsewhere),
    ("PL", "8!n16!n", Eea),
    ("PS", "4!a21!c", Elsewhere),
    ("PT", "4!n4!n11!n2!n", Eea),
    ("QA", "4!a21!c", Elsewhere),
    ("RO", "4!a16!c", Eea),
    ("RS", "3!n13!n2!n", Sepa),
    ("RU", "9!n5!n15!c", Elsewhere),
    ("SA", "2!n18!c", Elsewhere),
    ("SC", "4!a2!n2!n16!n3!a", Elsewhere),
    ("SD", "2!n12!n", Elsewhere),
    ("SE", "3!n16!n1!n", Eea),
    ("SI", "5!n8!n2!n", Eea),
    ("SK", "4!n6!n10!n", Eea),
    ("SM", "1!a5!n5!n12!c", Sepa),
    ("SO", "4!n3!n12!n", Elsewhere),
    ("ST", "4!n4!n11!n2!n", Elsewhere),
    ("SV", "4!a20!n", Elsewhere),
    ("TL", "3!n14!n2!n", Elsewhere),
    ("TN", "2!n3!n13!n2!n", Elsewhere),
    ("TR", "5!n1!n16!c", Elsewhere),
    ("UA", "6!n19!c", Elsewhere),
    ("VA", "3!n15!n", Sepa),
    ("VG", "4!a16!n", Elsewhere),
    ("XK", "4!n10!n2!n", Elsewhere),
    ("YE", "4!a4!n18!c", Elsewhere),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_those_of_the_registry() {
        let lengths = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";
        let ours: Vec<String> = IbanCountry::all()
            .map(|country| format!("{}{}", country.code(), country.iban_length()))
            .collect();
        assert_eq!(ours.join(" "), lengths);
    }

    #[test]
    fn areas_are_told_apart() {
        let area = |code| {
            let country = IbanCountry::from_code(code).unwrap();
            (country.is_in_eea(), country.is_in_sepa())
        };
        assert_eq!(area("DE"), (true, true));
        assert_eq!(area("NO"), (true, true));
        assert_eq!(area("CH"), (false, true));
        assert_eq!(area("GB"), (false, true));
        assert_eq!(area("TR"), (false, false));
        assert_eq!(IbanCountry::all().filter(|country| country.is_in_eea()).count(), 30);
    }

    #[test]
    fn each_mistake_is_named_at_its_place() {
        use IbanError::*;
        let problem = |text: &str| Iban::parse(text).unwrap_err();
        assert_eq!(problem(" "), Empty);
        assert_eq!(problem("DE89-3704"), ForeignSign { at: 4, found: '-' });
        assert_eq!(problem("DE89 37ü4"), ForeignSign { at: 6, found: 'ü' });
        assert_eq!(problem("DE89\u{202e}"), ForeignSign { at: 4, found: '\u{202e}' });
        assert_eq!(problem("D"), UnknownCountry { code: "D".to_owned() });
        assert_eq!(problem("XX89"), UnknownCountry { code: "XX".to_owned() });
        assert_eq!(problem("1E"), WrongStructure { at: 0, expected: IbanSign::Capital });
        assert_eq!(problem("DEA9"), WrongStructure { at: 2, expected: IbanSign::Digit });
        assert_eq!(problem("GB29 1"), WrongStructure { at: 4, expected: IbanSign::Capital });
        assert_eq!(problem("DE89370400440532013001"), CheckDigits);
        let country = IbanCountry::from_code("DE").unwrap();
        assert_eq!(problem("DE89"), WrongLength { country, expected: 22, found: 4 });
        assert_eq!(
            problem("DE893704004405320130000"),
            WrongLength { country, expected: 22, found: 23 }
        );
    }

    #[test]
    fn typing_a_right_number_is_no_problem_at_any_moment() {
        let whole = "mt84 MALT 0110 0001 2345 MTLC AST0 01S";
        for (end, _) in whole.char_indices() {
            let progress = Iban::progress(&whole[..end]);
            assert_eq!(progress.problem, None, "{progress:?}");
            assert!(!progress.is_complete());
            assert_eq!(progress.country.is_some(), end >= 2);
        }
        let progress = Iban::progress(whole);
        assert!(progress.is_complete());
        assert_eq!(progress.grouped(), whole.to_uppercase());
        assert_eq!(progress.iban.as_ref().map(Iban::tail), Some("001S"));
    }

    #[test]
    fn check_digits_nobody_makes_are_refused() {
        // 00 to 01 and 97 to 99 are congruent: exactly one of each pair is ever made.
        let base = "DE{}370400440532013000";
        let passing = (0..100)
            .filter(|digits| Iban::parse(&base.replace("{}", &format!("{digits:02}"))).is_ok());
        assert_eq!(passing.collect::<Vec<_>>(), [89]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_gives_an_answer(text: String) {
            if let Ok(iban) = Iban::parse(&text) {
                proptest::prop_assert_eq!(Iban::parse(&iban.grouped()), Ok(iban));
            }
        }
    }
}
