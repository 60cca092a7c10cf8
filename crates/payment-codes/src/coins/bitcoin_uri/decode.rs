//! From the text of a Bitcoin URI to the request.

use super::address;
use super::{BITCOIN, CURRENCY, SCHEME};
use crate::coins::decimal::completed;
use crate::coins::uri::{self, Parameter};
use crate::coins::{bolt11, bolt12, lnurl};
use crate::{Field, Flaw, Oddity, Options, Reading, Refusal, Standard, Value};

/// Schemes that open a browser or a mail program instead of the app that asks for the proof.
const WEB_SCHEMES: [&str; 5] = ["http", "https", "file", "javascript", "mailto"];

pub(crate) fn decode(text: &str, options: Options) -> Result<Reading, Refusal> {
    let (mut reading, text) = uri::begun(Standard::BitcoinUri, text);
    let Some(rest) = uri::without_scheme(text, SCHEME) else { return bare(reading, text) };
    reading.request.put(Field::Currency, CURRENCY);
    let (path, query) = uri::path_and_query(rest);
    put_address(&mut reading, path, options)?;
    let mut asked = Asked { capitals: text.starts_with("BITCOIN:"), ..Asked::default() };
    for parameter in uri::parameters(query)? {
        asked.take(&mut reading, parameter)?;
    }
    uri::drop_empty(&mut reading, &[Field::Label, Field::Message]);
    asked.put(&mut reading, options)?;
    Ok(reading)
}

fn put_address(reading: &mut Reading, path: &str, options: Options) -> Result<(), Refusal> {
    let bare = path.trim_start_matches('/');
    if bare.len() < path.len() {
        reading.find(Field::Address, Oddity::NotNormalised);
    }
    if !bare.is_empty() {
        let check = if options.check_address { address::checked } else { address::unchecked };
        reading.request.put(Field::Address, check(Field::Address, bare)?);
    }
    Ok(())
}

/// Reads an address that stands alone, as many print it.
fn bare(mut reading: Reading, text: &str) -> Result<Reading, Refusal> {
    let address = address::checked(Field::Address, text).map_err(|refusal| match refusal.flaw {
        Flaw::Form { .. } => Refusal::new(Field::Payload, Flaw::OtherStandard),
        _ => refusal,
    })?;
    reading.find(Field::Address, Oddity::Form { example: "bitcoin:ADDRESS" });
    reading.request.put(Field::Currency, CURRENCY);
    reading.request.put(Field::Address, address);
    Ok(reading)
}

/// What the parameters ask for that may stand several times, and what is kept in mind.
#[derive(Debug, Default)]
struct Asked {
    /// Whether the whole text is in capitals, so that those of a value mean nothing.
    capitals: bool,
    lightning: Vec<String>,
    lno: Vec<String>,
    bc: Vec<String>,
    sp: Vec<String>,
    tb: Vec<String>,
    pay: bool,
    pop: bool,
}

impl Asked {
    fn take(&mut self, reading: &mut Reading, parameter: Parameter<'_>) -> Result<(), Refusal> {
        let key = uri::decoded(Field::Payload, parameter.key)?.to_ascii_lowercase();
        let (required, name) = match key.strip_prefix("req-") {
            Some(name) => (true, name),
            None => (false, key.as_str()),
        };
        let value = parameter.value;
        match name {
            "amount" => amount(reading, value)?,
            "label" => text(reading, Field::Label, value)?,
            "message" => text(reading, Field::Message, value)?,
            "lightning" => self.lightning.push(uri::decoded(Field::Lightning, value)?),
            "lno" => self.lno.push(uri::decoded(Field::Lno, value)?),
            "bc" => self.bc.push(uri::decoded(Field::Bc, value)?),
            "sp" => self.sp.push(uri::decoded(Field::Sp, value)?),
            "tb" => self.tb.push(uri::decoded(Field::Tb, value)?),
            "pop" => self.take_pop(reading, &key, value)?,
            _ if required => return Err(uri::broken(&key)),
            _ => {
                uri::decoded(Field::Payload, value)?;
                self.pay |= name == "pay";
                uri::find_unknown(reading, &key);
            }
        }
        Ok(())
    }

    /// BIP-321: at most one, and no payment where it is required and would open a browser.
    fn take_pop(&mut self, reading: &mut Reading, key: &str, value: &str) -> Result<(), Refusal> {
        if self.pop {
            return Err(Refusal::new(Field::Payload, Flaw::Repeated));
        }
        self.pop = true;
        let callback = uri::decoded(Field::Payload, value)?;
        let scheme = callback.split(':').next().unwrap_or_default();
        let in_browser = WEB_SCHEMES.iter().any(|web| scheme.eq_ignore_ascii_case(web));
        if key == "req-pop" && in_browser {
            return Err(uri::broken(key));
        }
        uri::find_unknown(reading, key);
        Ok(())
    }

    fn put(self, reading: &mut Reading, options: Options) -> Result<(), Refusal> {
        let paid = [&self.lightning, &self.lno, &self.bc, &self.sp, &self.tb];
        let payable = self.pay || paid.iter().any(|values| !values.is_empty());
        if reading.request.value(Field::Address).is_none() && !payable {
            return Err(Refusal::new(Field::Address, Flaw::Missing));
        }
        let check = options.check_address;
        if check {
            self.lightning.iter().try_for_each(|text| check_lightning(reading, text))?;
            self.lno.iter().try_for_each(|text| bolt12::joined_on_main(text).map(|_| ()))?;
        }
        if !self.lightning.is_empty() {
            reading.find(Field::Lightning, Oddity::OneTime);
        }
        if !self.tb.is_empty() {
            reading.find(Field::Tb, Oddity::OtherNetwork { network: "testnet".to_owned() });
        }
        put_one_or_more(reading, Field::Lightning, self.lightning, self.capitals);
        put_one_or_more(reading, Field::Lno, self.lno, self.capitals);
        put_addresses(reading, Field::Bc, self.bc, check)?;
        put_addresses(reading, Field::Sp, self.sp, check)?;
        put_addresses(reading, Field::Tb, self.tb, check)
    }
}

fn text(reading: &mut Reading, field: Field, value: &str) -> Result<(), Refusal> {
    if value.contains('+') {
        reading.find(field, Oddity::NotNormalised);
    }
    uri::put_text(reading, field, value)
}

/// The grammar of BIP-321 allows a dot without digits on one of its sides.
fn amount(reading: &mut Reading, value: &str) -> Result<(), Refusal> {
    uri::once(reading, Field::Amount)?;
    let text = uri::decoded(Field::Amount, value)?;
    let completed = completed(&text);
    if completed != text {
        reading.find(Field::Amount, Oddity::AmountDecimals);
    }
    reading.request.put(Field::Amount, BITCOIN.amount(Field::Amount, &completed)?);
    Ok(())
}

/// Further addresses, in small letters.
fn put_addresses(
    reading: &mut Reading,
    field: Field,
    texts: Vec<String>,
    check: bool,
) -> Result<(), Refusal> {
    let normal = |text: String| match (field, check) {
        (Field::Bc, true) => address::checked_segwit(field, &text, "bc"),
        (Field::Bc, false) => address::unchecked(field, &text),
        (Field::Tb, true) => address::checked_segwit(field, &text, "tb"),
        (Field::Sp, true) => address::silent_payment(field, &text),
        _ => Ok(text.to_ascii_lowercase()),
    };
    let addresses = texts.into_iter().map(normal).collect::<Result<Vec<String>, Refusal>>()?;
    if !addresses.is_empty() {
        reading.request.put(field, addresses);
    }
    Ok(())
}

/// An invoice, or what some wallets also find under `lightning`.
fn check_lightning(reading: &mut Reading, text: &str) -> Result<(), Refusal> {
    if lnurl::is_bech32(text) {
        reading.find(Field::Lightning, Oddity::Form { example: "lightning=lnbc1…" });
        return lnurl::url_of(text).map(|_| ());
    }
    if bolt12::is_offer(text) {
        reading.find(Field::Lightning, Oddity::Form { example: "lno=lno1…" });
        return bolt12::joined_on_main(text).map(|_| ());
    }
    let invoice = bolt11::read(text)?;
    invoice.on_main_network()?;
    let asked = invoice.amount();
    if let (Some(expected), Some(amount)) = (asked, reading.request.word(Field::Amount))
        && expected != amount
    {
        reading.find(Field::Lightning, Oddity::AmountDiffers { expected: amount.to_owned() });
    }
    Ok(())
}

fn put_one_or_more(reading: &mut Reading, field: Field, texts: Vec<String>, capitals: bool) {
    let small = |text: String| if capitals { text.to_ascii_lowercase() } else { text };
    let mut texts: Vec<String> = texts.into_iter().map(small).collect();
    match texts.pop() {
        Some(last) if texts.is_empty() => reading.request.put(field, last),
        Some(last) => {
            texts.push(last);
            reading.request.put(field, Value::from(texts));
        }
        None => {}
    }
}
