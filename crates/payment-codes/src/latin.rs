//! Latin letters without their marks, and the punctuation of word processors in plain signs.

/// Adds the plain form of a letter, in its size: `é` adds `e`, `Æ` adds `AE`, `ß` adds `ss`.
/// Tells whether there is one; nothing is added where there is none.
pub(crate) fn push_folded(plain: &mut String, sign: char) -> bool {
    if let Some(letters) = folded_capital(sign) {
        plain.push_str(letters);
        return true;
    }
    if !sign.is_lowercase() {
        return false;
    }
    let mut letters = String::new();
    for capital in sign.to_uppercase() {
        match folded_capital(capital) {
            Some(folded) => letters.push_str(folded),
            None if capital.is_ascii() => letters.push(capital),
            None => return false,
        }
    }
    letters.make_ascii_lowercase();
    plain.push_str(&letters);
    true
}

/// The capitals of Latin-1 and Latin Extended-A, and the punctuation that word processors write.
pub(crate) fn folded_capital(sign: char) -> Option<&'static str> {
    Some(match sign {
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => "A",
        'Æ' => "AE",
        'Ç' | 'Ć' | 'Ĉ' | 'Ċ' | 'Č' => "C",
        'Ď' | 'Đ' | 'Ð' => "D",
        'È'..='Ë' | 'Ē' | 'Ĕ' | 'Ė' | 'Ę' | 'Ě' => "E",
        'Ĝ' | 'Ğ' | 'Ġ' | 'Ģ' => "G",
        'Ĥ' | 'Ħ' => "H",
        'Ì'..='Ï' | 'Ĩ' | 'Ī' | 'Ĭ' | 'Į' | 'İ' => "I",
        'Ĳ' => "IJ",
        'Ĵ' => "J",
        'Ķ' => "K",
        'Ĺ' | 'Ļ' | 'Ľ' | 'Ŀ' | 'Ł' => "L",
        'Ñ' | 'Ń' | 'Ņ' | 'Ň' | 'Ŋ' => "N",
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ŏ' | 'Ő' => "O",
        'Œ' => "OE",
        'Ŕ' | 'Ŗ' | 'Ř' => "R",
        'Ś' | 'Ŝ' | 'Ş' | 'Š' | 'Ș' => "S",
        'ẞ' => "SS",
        'Ţ' | 'Ť' | 'Ŧ' | 'Ț' => "T",
        'Þ' => "TH",
        'Ù'..='Ü' | 'Ũ' | 'Ū' | 'Ŭ' | 'Ů' | 'Ű' | 'Ų' => "U",
        'Ŵ' => "W",
        'Ý' | 'Ŷ' | 'Ÿ' => "Y",
        'Ź' | 'Ż' | 'Ž' => "Z",
        '‘' | '’' | '‚' | '‛' => "'",
        '“' | '”' | '„' | '‟' => "\"",
        '‐'..='―' => "-",
        '…' => "...",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_keep_their_size() {
        let plain = |text: &str| {
            let mut plain = String::new();
            let whole = text.chars().all(|sign| push_folded(&mut plain, sign));
            whole.then_some(plain)
        };
        assert_eq!(plain("ãÃçđĐøŁßæŒıſ"), Some("aAcdDoLssaeOEis".to_owned()));
        assert_eq!(plain("„“’–…"), Some("\"\"'-...".to_owned()));
        for text in ["д", "希", "ŉ", "❤", "a"] {
            // A plain letter has no other form; callers keep it as it is.
            assert_eq!(plain(text), if text == "a" { Some("a".to_owned()) } else { None });
        }
    }
}
