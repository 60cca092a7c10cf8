//! Texts in the signs that every Czech bank shows and that make a small code.

use crate::latin;

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
            _ => match latin::folded_capital(sign) {
                Some(letters) => plain.push_str(letters),
                None => plain.push(sign),
            },
        }
    }
    plain
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
