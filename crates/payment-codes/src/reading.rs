//! What comes of a text that was read: the request, and what is odd about it.

use crate::{Field, ForeignSign, Request, SignInValue, Standard, first_foreign_sign};

/// A code that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The standard it is written in.
    pub standard: Standard,
    /// What it asks for.
    pub request: Request,
    /// What a suspicious treasurer would want to know.
    pub findings: Vec<Finding>,
    /// What the payload says in readable text, where it is not readable itself.
    pub plain: Option<String>,
}

impl Reading {
    /// Makes a reading without findings.
    #[must_use]
    pub fn new(standard: Standard, request: Request) -> Reading {
        Reading { standard, request, findings: Vec::new(), plain: None }
    }

    /// Adds a finding.
    pub fn find(&mut self, field: Field, oddity: Oddity) {
        self.findings.push(Finding { field, oddity });
    }

    /// Puts a text that was read into the request, and finds whether it is too long or has a sign
    /// that may not stand in a payment.
    pub(crate) fn put_text(&mut self, field: Field, text: &str, max: usize) {
        let found = text.chars().count();
        if found > max {
            self.find(field, Oddity::TooLong { max, found });
        }
        if let Some(SignInValue { at, found, why }) = first_foreign_sign(text) {
            self.find(field, Oddity::ForeignSign { at, found, why: Some(why) });
        }
        self.request.put(field, text);
    }

    /// Returns a text without what scanners leave around it, and finds what was there.
    pub(crate) fn without_margins<'a>(&mut self, text: &'a str) -> &'a str {
        let unmarked = text.strip_prefix('\u{feff}').unwrap_or(text);
        if unmarked.len() < text.len() {
            self.find(Field::Payload, Oddity::ByteOrderMark);
        }
        let bare = unmarked.trim();
        if bare.len() < unmarked.len() {
            self.find(Field::Payload, Oddity::BlanksAround);
        }
        bare
    }
}

/// Something in a readable code that the standard does not allow or that deserves a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The part it is about.
    pub field: Field,
    /// What is odd.
    pub oddity: Oddity,
}

/// What is odd about a part. Places count characters from zero, lengths count characters.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Oddity {
    /// A byte order mark stands before the text.
    ByteOrderMark,
    /// Blanks or line ends stand around the text.
    BlanksAround,
    /// Empty lines or separators follow the last filled one.
    TrailingLines {
        /// How many.
        count: usize,
    },
    /// A line end or separator is missing at the end.
    EndMissing,
    /// Lines end in a way the standard does not have, or in more than one.
    LineEnds,
    /// The code holds more bytes than its standard allows.
    TooManyBytes {
        /// How many it may hold.
        max: usize,
        /// How many it holds.
        found: usize,
    },
    /// Too many characters.
    TooLong {
        /// How many there may be.
        max: usize,
        /// How many there are.
        found: usize,
    },
    /// A sign that may not stand in a payment.
    ForeignSign {
        /// Its place.
        at: usize,
        /// The sign.
        found: char,
        /// Why it may not stand there; `None` where the standard's own set does not have it.
        why: Option<ForeignSign>,
    },
    /// Written with blanks or letters of the wrong size.
    NotNormalised,
    /// Not of the form the standard wants.
    Form {
        /// A right one.
        example: &'static str,
    },
    /// Missing although the standard needs it; some apps refuse the code.
    Missing,
    /// Written but empty.
    Empty,
    /// A part the standard does not know; kept as it is.
    Unknown {
        /// Its tag or key.
        key: String,
    },
    /// It stands twice; the first was read, other readers may take the last.
    Repeated,
    /// The parts do not stand in their order.
    OutOfOrder,
    /// A checksum in small letters.
    SmallLetterChecksum,
    /// Two parts that do not go together.
    NotWith {
        /// The other part.
        other: Field,
    },
    /// An amount of nothing, read as open; some apps show 0 instead.
    AmountZero,
    /// Decimals other than the standard writes.
    AmountDecimals,
    /// The donor cannot change the amount.
    AmountFixed,
    /// Another amount than was expected.
    AmountDiffers {
        /// What was expected, in decimal text.
        expected: String,
    },
    /// Another payee or account than was expected.
    Differs {
        /// What was expected.
        expected: String,
    },
    /// A letter of another alphabet that looks like an ordinary one.
    Lookalike {
        /// Its place.
        at: usize,
        /// The letter.
        found: char,
        /// What it looks like.
        like: char,
    },
    /// A host that only looks like a known one, or only contains its name.
    HostLooksLike {
        /// The host.
        host: String,
        /// The known one.
        like: &'static str,
    },
    /// A link that is not protected on its way.
    NotHttps,
    /// The text holds a second code or link.
    SecondCode {
        /// The standard of the second one.
        standard: Standard,
    },
    /// Its issuer bound it against changes: show it as it is.
    Bound,
    /// It can be paid once, or for a short time; do not print it.
    OneTime,
    /// The payee cannot make such a code itself: its bank or acquirer issued it.
    Issued,
    /// The standard was withdrawn; apps may refuse it.
    Withdrawn,
    /// The standard knows it, but many apps refuse codes that have it.
    OftenRefused,
    /// A percent sign that begins no encoded byte; read as itself.
    PercentAlone,
    /// The currency is not named; this one is meant.
    CurrencyMeant {
        /// Three letters.
        currency: &'static str,
    },
    /// A currency that the readers of this standard need not know.
    CurrencyUnusual {
        /// Three letters.
        currency: String,
    },
    /// A reference of no scheme that this crate knows; many apps ignore it.
    ReferenceUnknown,
    /// A reference that begins like one of a scheme and is not right.
    ReferenceBroken,
    /// It pays in a network for tests, where coins are worth nothing.
    OtherNetwork {
        /// The network.
        network: String,
    },
    /// A checksum in the letters of an address does not fit them.
    Checksum {
        /// The address whose checksum fits.
        computed: String,
    },
}

/// Returns what was found, in a form that tests can easily compare.
#[cfg(test)]
pub(crate) fn found(reading: &Reading) -> Vec<(Field, Oddity)> {
    let pairs = reading.findings.iter().cloned();
    pairs.map(|Finding { field, oddity }| (field, oddity)).collect()
}
