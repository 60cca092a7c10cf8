//! Texts in the signs that every Czech bank shows and that make a small code.

/// Returns the text in capitals without diacritics: "Příspěvek na péči" is `PRISPEVEK NA PECI`.
///
/// Latin letters lose their marks, and typographic quotes and dashes become plain ones. Signs of
/// other scripts stay: nothing is dropped but combining marks. A letter may become two (`ß`, `æ`).
///
/// ```
/// assert_eq!(groat_payment_codes::spayd::plain("„Kočky“ – péče"), "\"KOCKY\" - PECE");
/// ```
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars().flat_map(char::to_uppercase) {
        match sign {
            '\u{300}'..='\u{36f}' => {}
            _ => match folded(sign) {
                Some(letters) => plain.push_str(letters),
                None => plain.push(sign),
            },
        }
    }
    plain
}

/// The capitals of Latin-1 and Latin Extended-A, and the punctuation that word processors write.
fn folded(sign: char) -> Option<&'static str> {
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
    fn latin_letters_lose_their_marks_and_others_stay() {
        let czech = "Příliš žluťoučký kůň úpěl ďábelské ódy";
        assert_eq!(plain(czech), "PRILIS ZLUTOUCKY KUN UPEL DABELSKE ODY");
        assert_eq!(plain("Straße Łódź Ångström Œuvre"), "STRASSE LODZ ANGSTROM OEUVRE");
        assert_eq!(plain("pe\u{301}c\u{30c}e"), "PECE");
        assert_eq!(plain("Дом № 5 ❤"), "ДОМ № 5 ❤");
    }

    #[test]
    fn what_is_plain_stays_as_it_is() {
        let every: String = ('\u{20}'..'\u{250}').collect();
        let once = plain(&every);
        assert_eq!(plain(&once), once);
    }
}
