//! The eight character sets of line 3. One is UTF-8, the others are parts of ISO 8859.

/// The character set a code says it is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EpcCharset {
    /// 1: UTF-8.
    Utf8,
    /// 2: ISO 8859-1, western Europe.
    Latin1,
    /// 3: ISO 8859-2, central Europe.
    Latin2,
    /// 4: ISO 8859-4, northern Europe.
    Latin4,
    /// 5: ISO 8859-5, Cyrillic.
    Cyrillic,
    /// 6: ISO 8859-7, Greek.
    Greek,
    /// 7: ISO 8859-10, Nordic.
    Latin6,
    /// 8: ISO 8859-15, western Europe with the euro sign.
    Latin9,
}

impl EpcCharset {
    /// Returns every set in the order of its digits, 1 to 8.
    #[must_use]
    pub fn all() -> [EpcCharset; 8] {
        use EpcCharset::{Cyrillic, Greek, Latin1, Latin2, Latin4, Latin6, Latin9, Utf8};
        [Utf8, Latin1, Latin2, Latin4, Cyrillic, Greek, Latin6, Latin9]
    }

    /// Returns the digit of line 3.
    #[must_use]
    pub fn digit(self) -> char {
        match self {
            EpcCharset::Utf8 => '1',
            EpcCharset::Latin1 => '2',
            EpcCharset::Latin2 => '3',
            EpcCharset::Latin4 => '4',
            EpcCharset::Cyrillic => '5',
            EpcCharset::Greek => '6',
            EpcCharset::Latin6 => '7',
            EpcCharset::Latin9 => '8',
        }
    }

    pub(super) fn from_line(line: &str) -> Option<EpcCharset> {
        let mut signs = line.chars();
        let digit = signs.next().filter(|_| signs.next().is_none())?;
        EpcCharset::all().into_iter().find(|set| set.digit() == digit)
    }

    /// Returns how many bytes a text took before it was read: one a sign in all sets but UTF-8.
    pub(super) fn bytes_of(self, text: &str) -> usize {
        match self {
            EpcCharset::Utf8 => text.len(),
            _ => text.chars().count(),
        }
    }

    /// Reads bytes in this set; an error is the place of the first byte that has no meaning in it.
    pub(super) fn read(self, bytes: &[u8]) -> Result<String, usize> {
        let upper = match self {
            EpcCharset::Utf8 => {
                let read = std::str::from_utf8(bytes);
                return read.map(str::to_owned).map_err(|error| error.valid_up_to());
            }
            EpcCharset::Latin1 => LATIN1,
            EpcCharset::Latin2 => LATIN2,
            EpcCharset::Latin4 => LATIN4,
            EpcCharset::Cyrillic => CYRILLIC,
            EpcCharset::Greek => GREEK,
            EpcCharset::Latin6 => LATIN6,
            EpcCharset::Latin9 => LATIN9,
        };
        let upper: Vec<char> = upper.chars().collect();
        let sign = |byte: u8| match byte {
            0..0xa0 => Some(char::from(byte)),
            _ => upper.get(usize::from(byte - 0xa0)).copied().filter(|sign| *sign != '\u{fffd}'),
        };
        bytes.iter().enumerate().map(|(at, byte)| sign(*byte).ok_or(at)).collect()
    }
}

// The signs of bytes A0 to FF, 96 a set, from the mapping tables of the Unicode Consortium
// (MAPPINGS/ISO8859). U+FFFD stands for a byte without meaning.
const LATIN1: &str = "\
    \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
    ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
const LATIN2: &str = "\
    \u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎ\
    ĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";
const LATIN4: &str = "\
    \u{a0}ĄĸŖ¤ĨĻ§¨ŠĒĢŦ\u{ad}Ž¯°ą˛ŗ´ĩļˇ¸šēģŧŊžŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎĪ\
    ĐŅŌĶÔÕÖ×ØŲÚÛÜŨŪßāáâãäåæįčéęëėíîīđņōķôõö÷øųúûüũū˙";
const CYRILLIC: &str = "\
    \u{a0}ЁЂЃЄЅІЇЈЉЊЋЌ\u{ad}ЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
    абвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ";
const GREEK: &str = "\
    \u{a0}‘’£€₯¦§¨©ͺ«¬\u{ad}\u{fffd}―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟ\
    ΠΡ\u{fffd}ΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\u{fffd}";
const LATIN6: &str = "\
    \u{a0}ĄĒĢĪĨĶ§ĻĐŠŦŽ\u{ad}ŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏ\
    ÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ";
const LATIN9: &str = "\
    \u{a0}¡¢£€¥Š§š©ª«¬\u{ad}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
    ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_gives_the_bytes_of_its_upper_half_a_meaning() {
        for set in [LATIN1, LATIN2, LATIN4, CYRILLIC, GREEK, LATIN6, LATIN9] {
            assert_eq!(set.chars().count(), 96, "{set}");
        }
        assert_eq!(EpcCharset::Latin1.read(b"Fran\xe7ois").as_deref(), Ok("François"));
        assert_eq!(EpcCharset::Latin9.read(b"\xa4").as_deref(), Ok("€"));
        assert_eq!(EpcCharset::Cyrillic.read(b"\xf0").as_deref(), Ok("№"));
        assert_eq!(EpcCharset::Greek.read(b"\xc5\xdf").as_deref(), Ok("Εί"));
        assert_eq!(EpcCharset::Greek.read(b"a\xff"), Err(1));
        assert_eq!(EpcCharset::Utf8.read(b"ab\xe7"), Err(2));
    }

    #[test]
    fn only_the_digits_one_to_eight_name_a_set() {
        assert_eq!(EpcCharset::from_line("2"), Some(EpcCharset::Latin1));
        for line in ["", "0", "9", "11", "1 ", "UTF-8"] {
            assert_eq!(EpcCharset::from_line(line), None, "{line}");
        }
    }
}
