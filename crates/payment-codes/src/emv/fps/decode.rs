//! From the text of a code back to the request, with findings on what is odd about it.

use super::proxy::ProxyKind;
use super::{OWNER, foreign_in_label};
use crate::emv::asked::{LABEL_LENGTH_MAX, is_digits};
use crate::emv::code::Code;
use crate::emv::national::Scheme;
use crate::emv::said::look_at;
use crate::{Field, Flaw, Oddity, Options, Reading, Refusal, Standard};

const FPS: Scheme = Scheme {
    standard: Standard::Fps,
    country: &["HK"],
    currencies: &["344", "156"],
    needed: &[52, 53, 58, 59, 60],
};

/// Reads a code.
///
/// # Errors
/// [`Refusal`]: the text is no FPS code, or one that points to nobody.
pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    let account = code.account_of(OWNER)?;
    let (mut reading, _) = FPS.begin(&code)?;
    if code.sub(account, 0).is_some_and(|owner| owner != OWNER) {
        reading.find(Field::Accounts, Oddity::NotNormalised);
    }
    if let Some(bank) = code.sub(account, 1) {
        if !is_digits(bank, 3) {
            return Err(Refusal::new(Field::BankCode, Flaw::Form { example: "004" }));
        }
        reading.request.put(Field::BankCode, bank);
    }
    read_proxy(&code, account, &mut reading)?;
    let labels = [(1, Field::BillNumber), (5, Field::Reference)];
    code.put_labels(&mut reading, &labels);
    labels.into_iter().for_each(|(_, field)| look_at_label(field, &mut reading));
    code.find_unknown_in(&mut reading, account, &[0, 1, 2, 3, 4]);
    code.find_others(&mut reading, &[account]);
    Ok(reading)
}

fn read_proxy(code: &Code<'_>, account: u8, reading: &mut Reading) -> Result<(), Refusal> {
    let written = |kind: &ProxyKind| code.sub(account, kind.sub_tag());
    let mut kinds = ProxyKind::ALL.into_iter().filter(|kind| written(kind).is_some());
    let refuse = |flaw| Refusal::new(Field::Proxy, flaw);
    let kind = kinds.next().ok_or(refuse(Flaw::Missing))?;
    if kinds.next().is_some() {
        return Err(refuse(Flaw::Repeated));
    }
    let written = written(&kind).unwrap_or_default();
    let proxy = kind.written(written).unwrap_or_else(|_| written.to_owned());
    look_at_proxy(kind, written, &proxy, reading)?;
    reading.request.put(Field::ProxyType, kind.word());
    reading.request.put(Field::Proxy, proxy);
    Ok(())
}

/// Refuses what can be no proxy of its kind, and finds what has another form in older codes.
fn look_at_proxy(
    kind: ProxyKind,
    written: &str,
    proxy: &str,
    reading: &mut Reading,
) -> Result<(), Refusal> {
    let right = kind.written(written);
    let capitals = written == written.to_ascii_uppercase() && proxy != proxy.to_ascii_lowercase();
    match kind {
        ProxyKind::FpsId if right.is_err() && is_digits(written, written.len()) => {
            reading.find(Field::Proxy, Oddity::Form { example: kind.example() });
            return Ok(());
        }
        ProxyKind::Email if capitals => reading.find(Field::Proxy, Oddity::NotNormalised),
        _ if proxy != written => reading.find(Field::Proxy, Oddity::NotNormalised),
        _ => {}
    }
    right.map(|_| ())
}

fn look_at_label(field: Field, reading: &mut Reading) {
    let Some(label) = reading.request.word(field).map(str::to_owned) else { return };
    match foreign_in_label(&label) {
        Some((at, found)) => reading.find(field, Oddity::ForeignSign { at, found, why: None }),
        None => look_at(reading, field, &label, LABEL_LENGTH_MAX),
    }
}
