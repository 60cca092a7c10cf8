//! From the text of a code to its keys and values, with the checksum over them.

use crc::{CRC_32_ISO_HDLC, Crc};

use super::{HEADER, SpaydField, SpaydFinding, SpaydRefusal, is_key};

const CHECKSUM: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// The keys and decoded values that were not taken yet, in the order of the code.
pub(super) struct Values(pub(super) Vec<(String, String)>);

impl Values {
    pub(super) fn part(
        text: &str,
        findings: &mut Vec<SpaydFinding>,
    ) -> Result<Values, SpaydRefusal> {
        let (mut values, mut signed, mut checksum) = (Vec::new(), Vec::new(), None);
        for attribute in after_header(text)?.split('*') {
            let (key, raw) = parted(attribute)?;
            let repeated = || SpaydRefusal::Repeated { key: key.to_owned() };
            let field = SpaydField::of_key(key);
            if field == SpaydField::Checksum {
                match checksum.replace(raw) {
                    None => continue,
                    Some(_) => return Err(repeated()),
                }
            }
            if values.iter().any(|(earlier, _): &(String, String)| earlier == key) {
                return Err(repeated());
            }
            signed.push((key, raw));
            values.push((key.to_owned(), read_value(key, raw, findings)?));
        }
        if let Some(found) = checksum {
            check_sum(found, signed, findings)?;
        }
        Ok(Values(values))
    }

    pub(super) fn take(&mut self, field: SpaydField) -> Option<String> {
        self.take_if(field, |_| true)
    }

    pub(super) fn take_if(
        &mut self,
        field: SpaydField,
        fits: impl Fn(&str) -> bool,
    ) -> Option<String> {
        let wanted = |(key, value): &(String, String)| Some(&**key) == field.key() && fits(value);
        let place = self.0.iter().position(wanted)?;
        Some(self.0.remove(place).1)
    }
}

/// Returns what stands between the header and the end, without the closing asterisk.
fn after_header(text: &str) -> Result<&str, SpaydRefusal> {
    let rest = text.strip_prefix("SPD*").ok_or(SpaydRefusal::NotSpayd)?;
    let Some(rest) = text.strip_prefix(HEADER) else {
        let found = rest.split('*').next().unwrap_or_default().to_owned();
        return Err(SpaydRefusal::UnknownVersion { found });
    };
    let rest = rest.trim_end_matches(['\r', '\n']);
    Ok(rest.strip_suffix('*').unwrap_or(rest))
}

/// Parts a key from its value, which is not empty.
fn parted(attribute: &str) -> Result<(&str, &str), SpaydRefusal> {
    let parted = attribute.split_once(':').filter(|(key, _)| is_key(key));
    let not_one = || SpaydRefusal::NotAnAttribute { found: attribute.to_owned() };
    match parted.ok_or_else(not_one)? {
        (key, value) if value.trim().is_empty() => {
            Err(SpaydRefusal::NoValue { key: key.to_owned() })
        }
        parted => Ok(parted),
    }
}

/// Takes off the blanks around a value and decodes it.
fn read_value(
    key: &str,
    raw: &str,
    findings: &mut Vec<SpaydFinding>,
) -> Result<String, SpaydRefusal> {
    let (field, value) = (SpaydField::of_key(key), raw.trim());
    if value.len() < raw.len() {
        findings.push(SpaydFinding::NotNormalised { field });
    }
    let (decoded, alone) = percent_decoded(value);
    if alone {
        findings.push(SpaydFinding::PercentAlone { field });
    }
    String::from_utf8(decoded).map_err(|_| SpaydRefusal::NotUtf8 { key: key.to_owned() })
}

/// Decodes `%2A` and the like; tells whether a percent sign was left that begins no such byte.
fn percent_decoded(value: &str) -> (Vec<u8>, bool) {
    let nibble =
        |byte: u8| char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok());
    let mut decoded = Vec::with_capacity(value.len());
    let mut alone = false;
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let encoded = match after {
            [high, low, ..] if *first == b'%' => nibble(*high).zip(nibble(*low)),
            _ => None,
        };
        match encoded {
            Some((high, low)) => {
                decoded.push(high << 4 | low);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                alone |= *first == b'%';
                decoded.push(*first);
            }
        }
    }
    (decoded, alone)
}

/// The sum runs over the header and the attributes sorted by key, then value. Whether the closing
/// asterisk counts is read in two ways, and one library writes small letters.
fn check_sum(
    found: &str,
    mut signed: Vec<(&str, &str)>,
    findings: &mut Vec<SpaydFinding>,
) -> Result<(), SpaydRefusal> {
    signed.sort_unstable();
    let attributes: Vec<String> =
        signed.iter().map(|(key, value)| format!("{key}:{value}")).collect();
    let text = format!("{HEADER}{}", attributes.join("*"));
    let sums = [text.clone(), format!("{text}*")]
        .map(|text| format!("{:08X}", CHECKSUM.checksum(text.as_bytes())));
    if !sums.contains(&found.to_ascii_uppercase()) {
        let [computed, _] = sums;
        return Err(SpaydRefusal::Checksum { found: found.to_owned(), computed });
    }
    if !sums.iter().any(|sum| sum == found) {
        findings.push(SpaydFinding::NotNormalised { field: SpaydField::Checksum });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_signs_are_decoded_or_left() {
        let decoded = |text| percent_decoded(text);
        assert_eq!(decoded("5%2A %c3%A9"), ("5* é".as_bytes().to_vec(), false));
        assert_eq!(decoded("100% %4"), (b"100% %4".to_vec(), true));
        assert_eq!(decoded("%+1"), (b"%+1".to_vec(), true));
    }
}
