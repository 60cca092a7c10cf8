//! What ten thousand donors would be shown, of each family of standards: different amounts, numbers
//! and messages to one payee.

use std::error::Error;

use groat_payment_codes::{DeskNumber, Field, GiftNumber, Request, Standard};

use super::matrix::Job;

/// Codes of one standard that stand for its kin.
pub(super) struct Family {
    pub(super) name: &'static str,
    pub(super) standard: Standard,
    pub(super) request: fn(u32) -> Result<Request, Box<dyn Error>>,
    /// The same for the encoders of others; `None` where it is no QR code.
    pub(super) job: Option<Job>,
}

const BYTES: Option<Job> = Some(Job { better: false, shortest: false, padded: 0 });
const SHORTEST: Option<Job> = Some(Job { better: false, shortest: true, padded: 0 });
const BETTER: Option<Job> = Some(Job { better: true, shortest: true, padded: 0 });
const SLOVENIAN: Option<Job> = Some(Job { better: false, shortest: false, padded: 411 });

pub(super) const FAMILIES: &[Family] = &[
    Family { name: "EPC", standard: Standard::Epc, request: epc, job: BYTES },
    Family { name: "Swiss", standard: Standard::SwissQrBill, request: swiss, job: BYTES },
    Family { name: "SPAYD", standard: Standard::Spayd, request: spayd, job: SHORTEST },
    Family {
        name: "PAY by square",
        standard: Standard::PayBySquare,
        request: slovak,
        job: SHORTEST,
    },
    Family { name: "UPN QR", standard: Standard::UpnQr, request: upn, job: SLOVENIAN },
    Family { name: "HUB3", standard: Standard::Hub3, request: hub3, job: None },
    Family { name: "NBS IPS", standard: Standard::NbsIps, request: nbs, job: SHORTEST },
    Family { name: "ZBP", standard: Standard::Zbp2d, request: zbp, job: SHORTEST },
    Family { name: "NBU", standard: Standard::NbuQr, request: nbu, job: BETTER },
    Family { name: "Swish", standard: Standard::Swish, request: swish, job: SHORTEST },
    Family { name: "EMV: PIX", standard: Standard::Pix, request: pix, job: BYTES },
    Family { name: "EMV: VietQR", standard: Standard::VietQr, request: vietqr, job: BYTES },
    Family { name: "UPI", standard: Standard::Upi, request: upi, job: SHORTEST },
    Family { name: "BIP21", standard: Standard::BitcoinUri, request: bitcoin, job: SHORTEST },
    Family { name: "LNURL", standard: Standard::Lnurl, request: lnurl, job: SHORTEST },
];

/// Ten digits of a gift number.
fn number(k: u32) -> Result<String, Box<dyn Error>> {
    Ok(GiftNumber::of(DeskNumber::new(1042)?, k).digits())
}

fn amount(k: u32) -> String {
    let minor = k * 37 % 50_000 + 100;
    format!("{}.{:02}", minor / 100, minor % 100)
}

fn message(k: u32, text: &str) -> Result<String, Box<dyn Error>> {
    Ok(format!("{} {text}", number(k)?))
}

/// Names, amounts and purposes as donors of a German drive see them.
pub(super) fn epc(k: u32) -> Result<Request, Box<dyn Error>> {
    let place = usize::try_from(k)?;
    let pick = |of: &[&'static str], place: usize| of.get(place % of.len()).copied().unwrap_or("");
    let accounts =
        ["DE89370400440532013000", "AT611904300234573201", "FR1420041010050500013M02606"];
    let names = ["Straßenkinder Köln gGmbH", "Freunde der Stadtbücherei", "Verein Lichtblick e.V."];
    let purposes =
        ["Winterhilfe", "Spende für die Küche", "Dach der Dorfkirche, zweiter Abschnitt"];
    Ok(Request::new()
        .with(Field::PayeeName, pick(&names, place / 7))
        .with(Field::Iban, pick(&accounts, place))
        .with_some(Field::Amount, (!k.is_multiple_of(5)).then(|| amount(k)))
        .with(Field::Currency, "EUR")
        .with_some(Field::Purpose, k.is_multiple_of(2).then_some("CHAR"))
        .with(Field::Message, message(k, pick(&purposes, place / 5))?))
}

pub(super) fn swiss(k: u32) -> Result<Request, Box<dyn Error>> {
    Ok(Request::new()
        .with(Field::PayeeName, "Bergwacht Verein Beispiel")
        .with(Field::PayeeStreet, "Seeweg")
        .with(Field::PayeeHouseNo, "7")
        .with(Field::PayeeZip, "6003")
        .with(Field::PayeeCity, "Luzern")
        .with(Field::PayeeCountry, "CH")
        .with(Field::Iban, "CH5800791123000889012")
        .with(Field::Amount, amount(k))
        .with(Field::Currency, "CHF")
        .with(Field::ReferenceType, "NON")
        .with(Field::Message, message(k, "Spende Winterhilfe")?))
}

fn spayd(k: u32) -> Result<Request, Box<dyn Error>> {
    Ok(Request::new()
        .with(Field::Iban, "CZ2806000000000168540115")
        .with(Field::Amount, amount(k))
        .with(Field::Currency, "CZK")
        .with(Field::VariableSymbol, number(k)?)
        .with(Field::Message, "DAR NA UTULEK"))
}

fn slovak(k: u32) -> Result<Request, Box<dyn Error>> {
    Ok(Request::new()
        .with(Field::PayeeName, "Nadacia Priklad")
        .with(Field::Iban, "SK9611000000002918599669")
        .with(Field::Amount, amount(k))
        .with(Field::Currency, "EUR")
        .with(Field::VariableSymbol, number(k)?)
        .with(Field::Message, "Dar na utulok"))
}

fn upn(k: u32) -> Result<Request, Box<dyn Error>> {
    Ok(Request::new()
        .with(Field::PayeeName, "Društvo Primer")
        .with(Field::PayeeStreet, "Pohorska ulica 22")
        .with(Field::PayeeCity, "2000 Maribor")
        .with(Field::Iban, "SI56020170014356205")
        .with(Field::Amount, amount(k))
        .with(Field::Currency, "EUR")
        .with(Field::Reference, "SI121234567890120")
        .with(Field::Purpose, "CHAR")
        .with(Field::Message, message(k, "Donacija za zavetišče")?))
}

fn hub3(k: u32) -> Result<Request, Box<dyn Error>> {
    Ok(Request::new()
        .with(Field::PayeeName, "Udruga Primjer")
        .with(Field::PayeeStreet, "Alkarski prolaz 13B")
        .with(Field::PayeeCity, "21230 Sinj")
        .with(Field::Iban, "HR1210010051863000160")
        .with(Field::Amount, amount(k))
        .with(Field::Currency, "EUR")
        .with(Field::Model, "HR00")
        .with(Field::Reference, number(k)?)
        .with(Field::Purpose, "CHAR")
        .with(Field::Message, "Donacija za sklonište"))
}

fn nbs(k: u32) -> Result<Request, Box<dyn Error>> {
    Ok(Request::new()
        .with(Field::PayeeName, "Fondacija Primer")
        .with(Field::Account, "265110031000001213")
        .with(Field::Amount, amount(k))
        .with(Field::Currency, "RSD")
        .with(Field::Purpose, "289")
        .with(Field::Message, message(k, "Prilog za kuhinju")?))
}

fn zbp(k: u32) -> Result<Request, Box<dyn Error>> {
    Ok(Request::new()
        .with(Field::PayeeName, "Fundacja Przyklad")
        .with(Field::Account, "60102010260000042270201111")
        .with(Field::Amount, amount(k))
        .with(Field::Currency, "PLN")
        .with(Field::Message, message(k, "Darowizna")?))
}

fn nbu(k: u32) -> Result<Request, Box<dyn Error>> {
    Ok(Request::new()
        .with(Field::PayeeName, "БО \"Фонд Приклад\"")
        .with(Field::Iban, "UA053052990000026000000000017")
        .with(Field::TaxId, "12345678")
        .with(Field::Amount, amount(k))
        .with(Field::Currency, "UAH")
        .with(Field::Message, message(k, "Благодійний внесок")?)
        .with(Field::Format, "002"))
}

fn swish(k: u32) -> Result<Request, Box<dyn Error>> {
    Ok(Request::new()
        .with(Field::SwishNumber, "1230000017")
        .with(Field::Amount, amount(k))
        .with(Field::Currency, "SEK")
        .with(Field::Message, message(k, "Gåva")?))
}

fn pix(k: u32) -> Result<Request, Box<dyn Error>> {
    Ok(Request::new()
        .with(Field::PayeeName, "Instituto Rio Limpo")
        .with(Field::City, "Sao Paulo")
        .with(Field::Key, "doe@riolimpo.example")
        .with(Field::KeyType, "email")
        .with(Field::Amount, amount(k))
        .with(Field::Currency, "BRL")
        .with(Field::Reference, number(k)?)
        .with(Field::Message, "Doacao campanha inverno"))
}

fn vietqr(k: u32) -> Result<Request, Box<dyn Error>> {
    Ok(Request::new()
        .with(Field::BankBin, "970436")
        .with(Field::Account, "0011009876543")
        .with(Field::Service, "account")
        .with(Field::Amount, (k + 10_000).to_string())
        .with(Field::Currency, "VND")
        .with(Field::Reference, format!("QUYNUOCSACH {}", number(k)?))
        .with(Field::Poi, "12"))
}

fn upi(k: u32) -> Result<Request, Box<dyn Error>> {
    Ok(Request::new()
        .with(Field::Vpa, "greenvalley@okaxis")
        .with(Field::PayeeName, "Green Valley Trust")
        .with(Field::Amount, amount(k))
        .with(Field::Currency, "INR")
        .with(Field::Reference, number(k)?)
        .with(Field::Message, "Donation for the library"))
}

fn bitcoin(k: u32) -> Result<Request, Box<dyn Error>> {
    Ok(Request::new()
        .with(Field::Address, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")
        .with(Field::Amount, format!("0.{:08}", k + 10_000))
        .with(Field::Currency, "BTC")
        .with(Field::Label, "Clean Water Fund")
        .with(Field::Message, message(k, "winter & more")?))
}

fn lnurl(k: u32) -> Result<Request, Box<dyn Error>> {
    let url = format!("https://pay.ngo.example/lnurlp/17?ref={}", number(k)?);
    Ok(Request::new().with(Field::Url, url))
}
