//! What FPS finds an account by, and how people type it.

use crate::emv::asked::is_digits;
use crate::emv::email::is_email;
use crate::{Field, Flaw, Refusal};

/// The kinds of proxy, each in its own sub-tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProxyKind {
    FpsId,
    Mobile,
    Email,
}

impl ProxyKind {
    pub(super) const ALL: [ProxyKind; 3] = [ProxyKind::FpsId, ProxyKind::Mobile, ProxyKind::Email];

    /// Finds a kind by the word of the request.
    ///
    /// # Errors
    /// [`Flaw::NotOneOf`].
    pub(super) fn named(word: &str) -> Result<ProxyKind, Refusal> {
        ProxyKind::ALL.into_iter().find(|kind| kind.word() == word).ok_or_else(|| {
            let allowed: &[&str] = &["fps_id", "mobile", "email"];
            Refusal::new(Field::ProxyType, Flaw::NotOneOf { allowed, found: word.to_owned() })
        })
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            ProxyKind::FpsId => "fps_id",
            ProxyKind::Mobile => "mobile",
            ProxyKind::Email => "email",
        }
    }

    /// Returns the sub-tag of 26 it stands in.
    pub(super) fn sub_tag(self) -> u8 {
        match self {
            ProxyKind::FpsId => 2,
            ProxyKind::Mobile => 3,
            ProxyKind::Email => 4,
        }
    }

    pub(super) fn example(self) -> &'static str {
        match self {
            ProxyKind::FpsId => "7654321",
            ProxyKind::Mobile => "+852-91234567",
            ProxyKind::Email => "give@ngo.example",
        }
    }

    /// Returns a proxy as the code writes it. A mobile number may be typed with or without its
    /// country code, with blanks or hyphens.
    ///
    /// # Errors
    /// [`Flaw::Form`].
    pub(super) fn written(self, typed: &str) -> Result<String, Refusal> {
        let written = match self {
            ProxyKind::FpsId => {
                let right = is_digits(typed, 7) || is_digits(typed, 9);
                right.then(|| typed.to_owned())
            }
            ProxyKind::Mobile => mobile(typed),
            ProxyKind::Email => is_email(typed).then(|| typed.to_owned()),
        };
        let wrong = || Refusal::new(Field::Proxy, Flaw::Form { example: self.example() });
        written.ok_or_else(wrong)
    }
}

fn mobile(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|sign| !" -".contains(*sign)).collect();
    let local = match digits.strip_prefix("+852").or_else(|| digits.strip_prefix("852")) {
        Some(local) if local.len() == 8 => local,
        _ => &digits,
    };
    is_digits(local, 8).then(|| format!("+852-{local}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mobile_number_is_typed_in_many_ways() {
        for typed in
            ["91234567", "9123 4567", "9123-4567", "+852-91234567", "+852 9123 4567", "85291234567"]
        {
            let written = ProxyKind::Mobile.written(typed);
            assert_eq!(written.as_deref(), Ok("+852-91234567"), "{typed}");
        }
        for wrong in [
            "",
            "9123456",
            "912345678",
            "+86-13800138000",
            "+8529123456",
            "+85391234567",
            "9123456x",
            "+91234567",
        ] {
            assert!(ProxyKind::Mobile.written(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn ids_and_addresses_stay_as_they_are() {
        for right in ["7654321", "166554432"] {
            assert_eq!(ProxyKind::FpsId.written(right).as_deref(), Ok(right));
        }
        for wrong in ["", "765432", "76543210", "1665544321", "765432a", "765 4321"] {
            assert!(ProxyKind::FpsId.written(wrong).is_err(), "{wrong}");
        }
        let address = "Give@ngo.example";
        assert_eq!(ProxyKind::Email.written(address).as_deref(), Ok(address));
        assert!(ProxyKind::Email.written("give.ngo.example").is_err());
        for kind in ProxyKind::ALL {
            assert_eq!(ProxyKind::named(kind.word()), Ok(kind));
        }
        assert!(ProxyKind::named("phone").is_err());
    }
}
