//! An account of every standard that set-up has questions for, made up.

use groat_money::{Currency, Money};
use groat_payment_codes::rails::{Account, Ask, Code};
use groat_payment_codes::{Field, GiftNumber, Options, Reading, Refusal, Request, Standard, Value};

/// An account as a treasurer types it.
#[derive(Debug, Clone, Copy)]
pub struct Given {
    pub standard: Standard,
    pub answers: &'static [(Field, &'static str)],
    /// What is asked for: currency, minor units, and the amount as the code says it; none where the
    /// donor types it.
    pub asked: Asked,
}

const fn given(
    standard: Standard,
    answers: &'static [(Field, &'static str)],
    asked: Asked,
) -> Given {
    Given { standard, answers, asked }
}

pub const NAME: (Field, &str) = (Field::PayeeName, "Verein Lichtblick");
/// A currency, minor units, and the amount as a code says it.
type Asked = (&'static str, i64, Option<&'static str>);

pub const EURO: Asked = ("EUR", 1250, Some("12.50"));
const TYPED: Asked = ("EUR", 500, None);

pub const DUITNOW: &str = "00020101021126580014A000000615000101065887340212MBBQR0000001031000000000005204839853034585802MY5924PERTUBUHAN SUNGAI BERSIH6008SELANGOR63044861";
pub const QRIS: &str = "00020101021126610014COM.GO-JEK.WWW01189360091400000000010210G0000000010303URE51440014ID.CO.QRIS.WWW0215ID10260000000010303URE5204839853033605802ID5921Yayasan Sungai Bersih6007BANDUNG61054011162070703A016304BA0C";
pub const QR_PH: &str = "00020101021127750012com.p2pqrpay0111PAPHPHM1XXX0208999644030411099859039430513+6399859039435204601653036085802PH5912PayMaya User6011Mandaluyong630475C3";
pub const LNO: &str =
    "lno1pgx9getnwss8vetrw3hhyuckyypwa3eyt44h6txtxquqh7lz5djge4afgfjn7k4rgrkuag0jsd5xvxg";
const YAPE: &str = "00020101021139320f1e2d3c4b5a69788796a5b4c3d2e1f05204561153036045802PE5906YAPERO6004Lima63047FD4";
const NEPALPAY: &str = "0002010102111516999900000000000027360032c81d4e2ebcf211e6869b7df92533d2db29310022NCHL00010001O0000121810101X49190010com.alipay0101Y5204591253035245802NP5916HIMALAYAN PHARMA6008Kirtipur6304EE80";
const RAAST: &str = "0002010102110216429975000027082904150000000000013412876003231036b0edd21412ebb229b0a2448f56a0108ALFHPKKA0224PK03ALFH00110010091230165204541153035865802PK5909SATRADERS6007Karachi6304E067";
const LAOQR: &str = "00020101021115312031041800520446JDBMSZZXE44BFS038680016A00526628466257701083217041802030020325mchVKyozC3MbjS51h67qal4Os5204581253034185802LA5915JDBMSZZXE44BFS06009Vientiane63043F88";
const GHQR: &str = "0002010102110213404587568745904155326311155509945204625353039365802GH5915MAXMART LIMITED6005ACCRA62240708620037450308620037456304C913";
const ARGENTINA: &str = "00020101021143520016com.mercadolibre0128https://mpago.la/pos/1043915501300091234567895204970053030325802AR5909FULL NAME6010CITY LEGAL63040AAB";
/// The published codes of Bre-B and LANKAQR without their amounts, the former reusable.
const BRE_B: &str = "0002015502010102115802CO5919COMERCE TEST NAME S49250103RBM0014CO.COM.RBM.RED903001061017760016CO.COM.RBM.TRXID80270103APP0016CO.COM.RBM.CANAL91460124GUF0xSSTpRVM+lvm0v0EfNXe0014CO.COM.RBM.SEC81250102030015CO.COM.RBM.CIVA601566572 PUEBLO RI8223010100014CO.COM.RBM.IVA503001091234567890013CO.COM.RBM.CU6105665728324010100015CO.COM.RBM.BASE62200703000080200110363184250102030015CO.COM.RBM.CINC520400008523010100014CO.COM.RBM.INC530317064290002ES0119COMERCE TEST NAME S63040152";
const LANKAQR: &str = "0002010102112632002816728000581200000000100000055204581253031445802LK5909Vits Food6007Colombo61050080062580032537c0a88562e4a599cab63d1992f0dac05181600766683296-00056304AC61";

pub const GIVEN: &[Given] = &[
    given(Standard::Epc, &[NAME, (Field::Iban, "DE89 3704 0044 0532 0130 00")], EURO),
    given(
        Standard::SwissQrBill,
        &[
            NAME,
            (Field::Iban, "CH58 0079 1123 0008 8901 2"),
            (Field::PayeeStreet, "Seeweg"),
            (Field::PayeeHouseNo, "7"),
            (Field::PayeeZip, "6003"),
            (Field::PayeeCity, "Luzern"),
        ],
        ("CHF", 500, Some("5.00")),
    ),
    given(
        Standard::Spayd,
        &[NAME, (Field::Iban, "CZ65 0800 0000 1920 0014 5399")],
        ("CZK", 10_000, Some("100.00")),
    ),
    given(
        Standard::PayBySquare,
        &[NAME, (Field::Iban, "sk31 1200 0000 1987 4263 7541"), (Field::Bic, "tatrskbx")],
        EURO,
    ),
    given(
        Standard::UpnQr,
        &[
            NAME,
            (Field::Iban, "SI56 0201 7001 4356 205"),
            (Field::PayeeStreet, "Pohorska ulica 22"),
            (Field::PayeeCity, "2000 Maribor"),
        ],
        EURO,
    ),
    given(
        Standard::Hub3,
        &[
            (Field::PayeeName, "Udruga Čistoća"),
            (Field::Iban, "HR12 1001 0051 8630 0016 0"),
            (Field::PayeeStreet, "Alkarski prolaz 13B"),
            (Field::PayeeCity, "21230 Sinj"),
        ],
        EURO,
    ),
    given(
        Standard::NbsIps,
        &[NAME, (Field::Account, "265-1100310000012-13")],
        ("RSD", 100_000, Some("1000.00")),
    ),
    given(
        Standard::Zbp2d,
        &[
            (Field::PayeeName, "Fundacja Świt"),
            (Field::Account, "60 1020 1026 0000 0422 7020 1111"),
            (Field::TaxId, "5260250274"),
        ],
        ("PLN", 5_000, Some("50.00")),
    ),
    given(
        Standard::NbuQr,
        &[
            (Field::PayeeName, "БО «Фонд Приклад»"),
            (Field::Iban, "UA05 305299 0000026000000000017"),
            (Field::TaxId, "12345678"),
        ],
        ("UAH", 10_000, Some("100.00")),
    ),
    given(
        Standard::UsingQr,
        &[
            (Field::PayeeName, "Exempelföreningen"),
            (Field::OrganisationNumber, "802412-3453"),
            (Field::AccountType, "BG"),
            (Field::Account, "50501055"),
        ],
        ("SEK", 20_000, Some("200.00")),
    ),
    given(Standard::VirtualBarcode, &[NAME, (Field::Iban, "FI79 4405 2020 0360 82")], EURO),
    given(
        Standard::Swish,
        &[NAME, (Field::SwishNumber, "123 000 00 17")],
        ("SEK", 10_000, Some("100.00")),
    ),
    given(
        Standard::Pix,
        &[
            (Field::PayeeName, "Associação São Vicente"),
            (Field::Key, "11.222.333/0001-81"),
            (Field::City, "São Paulo"),
        ],
        ("BRL", 2_550, Some("25.50")),
    ),
    given(Standard::PayNow, &[NAME, (Field::Proxy, "T08SS0123A")], ("SGD", 5_000, Some("50.00"))),
    given(
        Standard::PromptPay,
        &[NAME, (Field::Proxy, "0-9940-00165-50-1")],
        ("THB", 10_000, Some("100.00")),
    ),
    given(
        Standard::VietQr,
        &[
            (Field::PayeeName, "Quỹ Ủng Hộ"),
            (Field::BankBin, "970436"),
            (Field::Account, "0011009876543"),
        ],
        ("VND", 100_000, Some("100000")),
    ),
    given(Standard::DuitNow, &[(Field::BasePayload, DUITNOW)], ("MYR", 5_000, Some("50.00"))),
    given(Standard::Fps, &[NAME, (Field::Proxy, "9123 4567")], ("HKD", 10_000, Some("100.00"))),
    given(Standard::Khqr, &[NAME, (Field::AccountId, "ngo@devb")], ("KHR", 400_000, Some("4000"))),
    given(Standard::Qris, &[(Field::BasePayload, QRIS)], ("IDR", 2_500_000, Some("25000"))),
    given(Standard::QrPh, &[(Field::BasePayload, QR_PH)], ("PHP", 5_000, Some("50.00"))),
    given(Standard::LankaQr, &[(Field::BasePayload, LANKAQR)], ("LKR", 500, None)),
    given(Standard::NepalPay, &[(Field::BasePayload, NEPALPAY)], ("NPR", 500, None)),
    given(Standard::Raast, &[(Field::BasePayload, RAAST)], ("PKR", 500, None)),
    given(Standard::LaoQr, &[(Field::BasePayload, LAOQR)], ("LAK", 500, None)),
    given(Standard::GhQr, &[(Field::BasePayload, GHQR)], ("GHS", 500, None)),
    given(Standard::Argentina, &[(Field::BasePayload, ARGENTINA)], ("ARS", 500, None)),
    given(Standard::BreB, &[(Field::BasePayload, BRE_B)], ("COP", 500, None)),
    given(Standard::Yape, &[(Field::BasePayload, YAPE), NAME], ("PEN", 500, None)),
    given(
        Standard::Upi,
        &[(Field::PayeeName, "हरित घाटी"), (Field::Vpa, "greenvalley@okaxis")],
        ("INR", 25_050, Some("250.50")),
    ),
    given(Standard::Lnurl, &[NAME, (Field::LightningAddress, "donate@ngo.example")], TYPED),
    given(Standard::Bolt12, &[NAME, (Field::Lno, LNO)], TYPED),
    given(
        Standard::BitcoinUri,
        &[NAME, (Field::Address, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")],
        TYPED,
    ),
    given(
        Standard::EthereumUri,
        &[NAME, (Field::Address, "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359")],
        TYPED,
    ),
    given(
        Standard::SolanaPay,
        &[NAME, (Field::Recipient, "mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN")],
        TYPED,
    ),
    given(
        Standard::MoneroUri,
        &[
            NAME,
            (
                Field::Address,
                "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H",
            ),
        ],
        TYPED,
    ),
    given(
        Standard::Links,
        &[NAME, (Field::Provider, "paypal.me"), (Field::User, "HelferBeispiel")],
        EURO,
    ),
];

impl Given {
    pub fn answers(&self) -> Request {
        self.answers.iter().map(|(field, text)| (*field, Value::from(*text))).collect()
    }

    pub fn account(&self) -> Account {
        self.try_with(&[]).unwrap_or_else(|refusal| panic!("{}: {refusal}", self.standard))
    }

    /// Makes the account with other answers in place of its own; an empty one is left out.
    pub fn try_with(&self, changes: &[(Field, &str)]) -> Result<Account, Refusal> {
        let mut answers = self.answers();
        for (field, text) in changes {
            match text.is_empty() {
                true => drop(answers.take(*field)),
                false => answers.put(*field, *text),
            }
        }
        Account::new(self.standard, answers)
    }

    pub fn amount(&self) -> Money {
        let (currency, minor, _) = self.asked;
        money(currency, minor)
    }
}

pub fn given_of(standard: Standard) -> &'static Given {
    GIVEN.iter().find(|given| given.standard == standard).unwrap()
}

pub fn money(currency: &str, minor: i64) -> Money {
    Money::from_minor(minor, Currency::from_code(currency).unwrap())
}

pub fn number() -> GiftNumber {
    GiftNumber::parse("1042 618 037").unwrap()
}

/// The last second of 2026, in milliseconds.
pub const AT_MS: u64 = 1_798_761_599_000;

pub fn ask(amount: Option<Money>, message: &str) -> Ask<'_> {
    Ask { number: number(), amount, currency: None, message, at_ms: AT_MS }
}

pub fn code(account: &Account, amount: Option<Money>, message: &str) -> Code {
    account
        .code(&ask(amount, message))
        .unwrap_or_else(|refusal| panic!("{}: {refusal}", account.standard()))
}

/// What a stranger's reader makes of the code. A page that is no provider's is a link only to those
/// who look for one.
pub fn read(code: &Code) -> Reading {
    let options = Options::default();
    match Standard::recognise(&code.payload) {
        Some(standard) => {
            assert_eq!(standard, code.standard, "{}", code.payload);
            groat_payment_codes::decode(&code.payload, options).unwrap()
        }
        None => {
            assert_eq!(code.standard, Standard::Links, "{}", code.payload);
            code.standard.decode(&code.payload, options).unwrap()
        }
    }
}

pub fn word(code: &Code, field: Field) -> String {
    read(code).request.word(field).unwrap_or_default().to_owned()
}
