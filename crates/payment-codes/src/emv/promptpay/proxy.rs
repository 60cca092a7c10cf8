//! What PromptPay finds an account by, and how people type it.

use crate::emv::asked::is_digits;
use crate::{Field, Flaw, Refusal};

/// The kinds of proxy that anybody can write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProxyKind {
    Mobile,
    TaxId,
    EWallet,
    Biller,
}

/// What stands before a mobile number in place of its 0.
const MOBILE_PREFIX: &str = "0066";
const KINDS: &[&str] = &["mobile", "tax_id", "ewallet", "biller"];

impl ProxyKind {
    /// Finds a kind by the word of the request.
    ///
    /// # Errors
    /// [`Flaw::NotOneOf`].
    pub(super) fn named(word: &str) -> Result<ProxyKind, Refusal> {
        match word {
            "mobile" => Ok(ProxyKind::Mobile),
            "tax_id" => Ok(ProxyKind::TaxId),
            "ewallet" => Ok(ProxyKind::EWallet),
            "biller" => Ok(ProxyKind::Biller),
            found => {
                let flaw = Flaw::NotOneOf { allowed: KINDS, found: found.to_owned() };
                Err(Refusal::new(Field::ProxyType, flaw))
            }
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            ProxyKind::Mobile => "mobile",
            ProxyKind::TaxId => "tax_id",
            ProxyKind::EWallet => "ewallet",
            ProxyKind::Biller => "biller",
        }
    }

    /// Returns the sub-tag it stands in, of tag 29 and for billers of tag 30.
    pub(super) fn sub_tag(self) -> u8 {
        match self {
            ProxyKind::Mobile | ProxyKind::Biller => 1,
            ProxyKind::TaxId => 2,
            ProxyKind::EWallet => 3,
        }
    }

    fn example(self) -> &'static str {
        match self {
            ProxyKind::Mobile => "0812345678",
            ProxyKind::TaxId => "0994000165501",
            ProxyKind::EWallet => "012345678901234",
            ProxyKind::Biller => "099400016550100",
        }
    }

    pub(super) fn wrong(self) -> Refusal {
        Refusal::new(Field::Proxy, Flaw::Form { example: self.example() })
    }

    /// Returns a proxy as the code writes it, from one that was typed with blanks, hyphens or a
    /// country code.
    ///
    /// # Errors
    /// [`Flaw::Form`].
    pub(super) fn written(self, typed: &str) -> Result<String, Refusal> {
        let spaced: &[char] =
            if self == ProxyKind::Mobile { &[' ', '-', '+'] } else { &[' ', '-'] };
        let digits: String = typed.chars().filter(|sign| !spaced.contains(sign)).collect();
        let written = match self {
            ProxyKind::Mobile => mobile(&digits),
            ProxyKind::TaxId => Some(digits).filter(|digits| is_digits(digits, 13)),
            ProxyKind::EWallet | ProxyKind::Biller => {
                Some(digits).filter(|digits| is_digits(digits, 15))
            }
        };
        written.ok_or_else(|| self.wrong())
    }

    /// Returns a proxy as people know it, from the one that a code of this kind has.
    ///
    /// # Errors
    /// [`Flaw::Form`]. The number of a biller may have another length; banks have given such out.
    pub(super) fn read(self, written: &str) -> Result<String, Refusal> {
        let read = match self {
            ProxyKind::Mobile => written
                .strip_prefix(MOBILE_PREFIX)
                .filter(|digits| is_digits(digits, 9))
                .map(|digits| format!("0{digits}")),
            ProxyKind::TaxId => Some(written).filter(|id| is_digits(id, 13)).map(str::to_owned),
            ProxyKind::EWallet => Some(written).filter(|id| is_digits(id, 15)).map(str::to_owned),
            ProxyKind::Biller => {
                Some(written).filter(|id| is_digits(id, id.len())).map(str::to_owned)
            }
        };
        read.ok_or_else(|| self.wrong())
    }
}

/// Writes a mobile number with its country code; one that begins with 66 has it already.
fn mobile(digits: &str) -> Option<String> {
    let national = match digits.strip_prefix("66") {
        Some(rest) => format!("0{rest}"),
        None => digits.to_owned(),
    };
    let number = national.strip_prefix('0').filter(|number| is_digits(number, 9))?;
    Some(format!("{MOBILE_PREFIX}{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mobile_number_is_typed_in_many_ways() {
        for typed in [
            "0812345678",
            "081-234-5678",
            "+66812345678",
            "66812345678",
            "+66 81 234 5678",
            "081 234 5678",
        ] {
            assert_eq!(ProxyKind::Mobile.written(typed).as_deref(), Ok("0066812345678"), "{typed}");
        }
        assert_eq!(ProxyKind::Mobile.read("0066812345678").as_deref(), Ok("0812345678"));
        for wrong in [
            "",
            "812345678",
            "081234567",
            "08123456789",
            "0066812345678",
            "+65812345678",
            "081234567x",
            "(081)2345678",
        ] {
            assert_eq!(ProxyKind::Mobile.written(wrong), Err(ProxyKind::Mobile.wrong()), "{wrong}");
        }
        for wrong in ["0060812345678", "0066081234567x", "006681234567", "0812345678"] {
            assert_eq!(ProxyKind::Mobile.read(wrong), Err(ProxyKind::Mobile.wrong()), "{wrong}");
        }
    }

    #[test]
    fn numbers_have_their_length() {
        for (kind, typed, written) in [
            (ProxyKind::TaxId, "0-9940-00165-50-1", "0994000165501"),
            (ProxyKind::EWallet, "0123-4567-8901-234", "012345678901234"),
            (ProxyKind::Biller, "0994000165501 00", "099400016550100"),
        ] {
            assert_eq!(kind.written(typed).as_deref(), Ok(written));
            assert_eq!(kind.read(written).as_deref(), Ok(written));
            assert_eq!(ProxyKind::named(kind.word()), Ok(kind));
            for wrong in [written.get(1..).unwrap(), "", "x", &format!("{written}0"), "+66"] {
                assert_eq!(kind.written(wrong), Err(kind.wrong()), "{wrong}");
            }
        }
        assert!(ProxyKind::named("phone").is_err());
        assert!(ProxyKind::TaxId.read("099400016550").is_err());
        assert_eq!(ProxyKind::Biller.read("0112233445566").as_deref(), Ok("0112233445566"));
        assert!(ProxyKind::Biller.read("01122334455x6").is_err());
    }
}
