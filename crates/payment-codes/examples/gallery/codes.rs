//! One made-up code of every standard.

use std::collections::BTreeMap;

use groat_payment_codes::{
    Field as F, Refusal, Request, Standard as S, Value, lightning_address_lnurl,
};

/// A code to be shown.
pub struct Shown {
    pub standard: S,
    pub title: &'static str,
    pub country: &'static str,
    text: Text,
}

/// Where its text comes from.
enum Text {
    /// What it asks for.
    Asked(&'static [(F, &'static str)]),
    /// An issuer made it.
    Issued(&'static str),
}

impl Shown {
    pub fn payload(&self) -> Result<String, Refusal> {
        match self.text {
            Text::Issued(payload) => Ok(payload.to_owned()),
            // Wallets refuse a bare address in a code.
            Text::Asked([(F::LightningAddress, address)]) => lightning_address_lnurl(address),
            Text::Asked(fields) => Ok(self.standard.encode(&request(fields))?.payload),
        }
    }
}

fn request(fields: &[(F, &str)]) -> Request {
    let value = |(field, text): &(F, &str)| match field {
        F::Editable => (*field, Value::List(vec![Value::from(*text)])),
        F::Accounts => (*field, template(text)),
        _ => (*field, Value::from(*text)),
    };
    fields.iter().map(value).collect()
}

/// The one account of a scheme that is made up.
fn template(owner: &str) -> Value {
    let tags = [("00", owner), ("01", "4242")];
    let tags = tags.map(|(tag, text)| (tag.to_owned(), Value::from(text)));
    Value::Table(BTreeMap::from([("26".to_owned(), Value::Table(BTreeMap::from(tags)))]))
}

/// Finds the code of a standard.
pub fn shown(standard: S) -> Option<&'static Shown> {
    ALL.iter().find(|shown| shown.standard == standard)
}

const fn asked(
    standard: S,
    title: &'static str,
    country: &'static str,
    fields: &'static [(F, &'static str)],
) -> Shown {
    Shown { standard, title, country, text: Text::Asked(fields) }
}

const fn issued(
    standard: S,
    title: &'static str,
    country: &'static str,
    payload: &'static str,
) -> Shown {
    Shown { standard, title, country, text: Text::Issued(payload) }
}

const ALL: &[Shown] = &[
    asked(
        S::Epc,
        "EPC, GiroCode",
        "Austria, Belgium, Finland, Germany, Netherlands; some apps of all euro countries",
        &[
            (F::PayeeName, "Verein Lichtblick e.V."),
            (F::Iban, "DE89370400440532013000"),
            (F::Purpose, "CHAR"),
            (F::Message, "1042618037 Winterhilfe"),
        ],
    ),
    asked(
        S::SwissQrBill,
        "Swiss QR-bill",
        "Switzerland, Liechtenstein",
        &[
            (F::PayeeName, "Bergwacht Verein Beispiel"),
            (F::PayeeStreet, "Seeweg"),
            (F::PayeeHouseNo, "7"),
            (F::PayeeZip, "6003"),
            (F::PayeeCity, "Luzern"),
            (F::PayeeCountry, "CH"),
            (F::Iban, "CH5800791123000889012"),
            (F::Currency, "CHF"),
            (F::ReferenceType, "SCOR"),
            (F::Reference, "RF981042618037"),
            (F::Message, "Winterhilfe"),
        ],
    ),
    asked(
        S::Spayd,
        "QR Platba",
        "Czechia",
        &[
            (F::Iban, "CZ6508000000192000145399"),
            (F::Amount, "100.00"),
            (F::VariableSymbol, "1042618037"),
            (F::PayeeName, "Útulek pro kočky"),
            (F::Message, "Na krmivo"),
        ],
    ),
    asked(
        S::PayBySquare,
        "PAY by square",
        "Slovakia",
        &[
            (F::PayeeName, "Nadacia Priklad"),
            (F::Iban, "SK9611000000002918599669"),
            (F::Amount, "5.00"),
            (F::Currency, "EUR"),
            (F::VariableSymbol, "1042618037"),
            (F::Message, "Dar"),
        ],
    ),
    asked(
        S::MnbHct,
        "MNB code, withdrawn",
        "Hungary until 2024",
        &[
            (F::PayeeName, "Példa Alapítvány"),
            (F::Bic, "OTPVHUHB"),
            (F::Iban, "HU42117730161111101800000000"),
            (F::Amount, "5000"),
            (F::ValidUntil, "2031-07-01T23:59:59+02:00"),
            (F::Purpose, "CHAR"),
            (F::Message, "Adomány"),
        ],
    ),
    asked(
        S::UpnQr,
        "UPN QR",
        "Slovenia",
        &[
            (F::PayeeName, "Društvo Primer"),
            (F::PayeeStreet, "Pohorska ulica 22"),
            (F::PayeeCity, "2000 Maribor"),
            (F::Iban, "SI56020170014356205"),
            (F::Reference, "SI1210426180372"),
            (F::Purpose, "CHAR"),
            (F::Message, "Donacija za zavetišče"),
        ],
    ),
    asked(
        S::Hub3,
        "HUB3",
        "Croatia",
        &[
            (F::PayeeName, "Udruga Primjer"),
            (F::PayeeStreet, "Alkarski prolaz 13B"),
            (F::PayeeCity, "21230 Sinj"),
            (F::Iban, "HR1210010051863000160"),
            (F::Amount, "20.00"),
            (F::Model, "HR00"),
            (F::Reference, "1042618037"),
            (F::Purpose, "CHAR"),
            (F::Message, "Donacija za azil"),
        ],
    ),
    asked(
        S::NbsIps,
        "NBS IPS QR",
        "Serbia",
        &[
            (F::PayeeName, "Fondacija Primer"),
            (F::Account, "265110031000001213"),
            (F::Amount, "1000.00"),
            (F::Purpose, "289"),
            (F::Message, "Donacija"),
            (F::Model, "97"),
            (F::Reference, "331042618037"),
        ],
    ),
    asked(
        S::Zbp2d,
        "ZBP 2D code",
        "Poland",
        &[
            (F::PayeeName, "Fundacja Przykład"),
            (F::Account, "60102010260000042270201111"),
            (F::Amount, "50.00"),
            (F::Message, "1042618037 Darowizna"),
        ],
    ),
    asked(
        S::NbuQr,
        "NBU QR",
        "Ukraine",
        &[
            (F::PayeeName, "БО \"Фонд Приклад\""),
            (F::Iban, "UA053052990000026000000000017"),
            (F::TaxId, "12345678"),
            (F::Message, "1042618037 Внесок"),
            (F::Format, "002"),
        ],
    ),
    asked(
        S::Swish,
        "Swish",
        "Sweden",
        &[(F::SwishNumber, "1230000017"), (F::Message, "1042618037"), (F::Editable, "amount")],
    ),
    asked(
        S::UsingQr,
        "UsingQR",
        "Sweden, bankgiro and plusgiro",
        &[
            (F::PayeeName, "Exempelföreningen"),
            (F::OrganisationNumber, "802412-3453"),
            (F::AccountType, "BG"),
            (F::Account, "5050-1055"),
            (F::Amount, "200.00"),
            (F::Reference, "10426180377"),
            (F::DueDate, "2026-12-31"),
        ],
    ),
    asked(
        S::VirtualBarcode,
        "Virtual bar code",
        "Finland",
        &[(F::Iban, "FI7944052020036082"), (F::Reference, "10426180374")],
    ),
    asked(
        S::Links,
        "Payment links",
        "anywhere: PayPal, Stripe, MobilePay and twenty more",
        &[
            (F::Provider, "stripe"),
            (F::Link, "https://donate.stripe.com/test_abc123"),
            (F::Reference, "1042618037"),
        ],
    ),
    asked(
        S::Emv,
        "EMVCo merchant code",
        "what the codes below are made of",
        &[
            (F::Accounts, "org.example.pay"),
            (F::Mcc, "8398"),
            (F::Currency, "EUR"),
            (F::Country, "FR"),
            (F::PayeeName, "AIDE"),
            (F::City, "PARIS"),
        ],
    ),
    asked(
        S::Pix,
        "PIX",
        "Brazil",
        &[
            (F::PayeeName, "Instituto Rio Limpo"),
            (F::Key, "doe@riolimpo.example"),
            (F::City, "São Paulo"),
            (F::Amount, "25.50"),
            (F::Reference, "1042618037"),
        ],
    ),
    asked(
        S::PayNow,
        "PayNow",
        "Singapore",
        &[
            (F::PayeeName, "Clean Water Fund"),
            (F::ProxyType, "uen"),
            (F::Proxy, "T08SS0123A"),
            (F::Amount, "50.00"),
            (F::Reference, "1042618037"),
        ],
    ),
    asked(
        S::PromptPay,
        "PromptPay",
        "Thailand",
        &[(F::ProxyType, "tax_id"), (F::Proxy, "0994000165501"), (F::Amount, "100.07")],
    ),
    asked(
        S::VietQr,
        "VietQR",
        "Vietnam",
        &[
            (F::BankBin, "970436"),
            (F::Account, "0011009876543"),
            (F::Amount, "100000"),
            (F::Reference, "1042618037"),
        ],
    ),
    asked(
        S::DuitNow,
        "DuitNow QR",
        "Malaysia",
        &[
            (
                F::BasePayload,
                "00020101021126580014A000000615000101065887340212MBBQR000000103100000000000520483985303\
     4585802MY5924PERTUBUHAN SUNGAI BERSIH6008SELANGOR63044861",
            ),
            (F::Amount, "50.00"),
        ],
    ),
    asked(
        S::Fps,
        "FPS",
        "Hong Kong",
        &[(F::ProxyType, "fps_id"), (F::Proxy, "7654321"), (F::Amount, "100.00")],
    ),
    asked(
        S::Khqr,
        "KHQR",
        "Cambodia",
        &[
            (F::PayeeName, "Clean Water Fund"),
            (F::AccountId, "ngo@devb"),
            (F::Currency, "KHR"),
            (F::Reference, "1042618037"),
        ],
    ),
    asked(
        S::Qris,
        "QRIS",
        "Indonesia",
        &[
            (
                F::BasePayload,
                "00020101021126610014COM.GO-JEK.WWW01189360091400000000010210G0000000010303URE51440014I\
     D.CO.QRIS.WWW0215ID10260000000010303URE5204839853033605802ID5921Yayasan Sungai Bersih6\
     007BANDUNG61054011162070703A016304BA0C",
            ),
            (F::Amount, "25000"),
        ],
    ),
    asked(
        S::QrPh,
        "QR Ph",
        "Philippines",
        &[(
            F::BasePayload,
            "00020101021127750012com.p2pqrpay0111PAPHPHM1XXX0208999644030411099859039430513+6399859\
     039435204601653036085802PH5912PayMaya User6011Mandaluyong630475C3",
        )],
    ),
    issued(
        S::BharatQr,
        "Bharat QR",
        "India, cards and UPI",
        "00020101021102164000010000000050061660000100000000500825KVBL00012071207500010012826350\
     010A0000005240110TEST12@vpa02031.027240010A00000052401066005635204549953033565802IN590\
     4Test6007CHENNAI610660006162130709600563001630429C2",
    ),
    issued(
        S::LankaQr,
        "LANKAQR",
        "Sri Lanka",
        "0002010102112632002816728000581200000000100000055204581253031445802LK5909Vits Food6007\
     Colombo61050080062580032537c0a88562e4a599cab63d1992f0dac05181600766683296-00056304AC61",
    ),
    issued(
        S::NepalPay,
        "NepalPay, Fonepay",
        "Nepal",
        "0002010102111516999900000000000027360032c81d4e2ebcf211e6869b7df92533d2db29310022NCHL00\
     010001O0000121810101X49190010com.alipay0101Y5204591253035245802NP5916HIMALAYAN PHARMA6\
     008Kirtipur6304EE80",
    ),
    issued(
        S::Raast,
        "Raast",
        "Pakistan",
        "0002010102110216429975000027082904150000000000013412876003231036b0edd21412ebb229b0a244\
     8f56a0108ALFHPKKA0224PK03ALFH00110010091230165204541153035865802PK5909SATRADERS6007Kar\
     achi6304E067",
    ),
    issued(
        S::LaoQr,
        "LaoQR",
        "Laos",
        "00020101021115312031041800520446JDBMSZZXE44BFS038680016A005266284662577010832170418020\
     30020325mchVKyozC3MbjS51h67qal4Os5204581253034185802LA5915JDBMSZZXE44BFS06009Vientiane\
     63043F88",
    ),
    issued(
        S::GhQr,
        "GhQR",
        "Ghana",
        "0002010102110213404587568745904155326311155509945204625353039365802GH5915MAXMART LIMIT\
     ED6005ACCRA62240708620037450308620037456304C913",
    ),
    issued(
        S::Jpqr,
        "JPQR",
        "Japan",
        "0002016003xxx01021129300012D156000000000510A93FO3230Q31280012D156000000010308123456782\
     6680019jp.or.paymentsjapan01130000000000001020400010306000001040600000153033925903xxx6\
     4180002JA0108メルペイ カフェ520441115802JP610710661436304DEE9",
    ),
    issued(
        S::Argentina,
        "Transferencias 3.0",
        "Argentina",
        "00020101021143520016com.mercadolibre0128https://mpago.la/pos/1043915501300091234567895\
     204970053030325802AR5909FULL NAME6010CITY LEGAL63040AAB",
    ),
    issued(
        S::BreB,
        "Bre-B",
        "Colombia",
        "0002015502010102115802CO5919COMERCE TEST NAME S49250103RBM0014CO.COM.RBM.RED9030010610\
     17760016CO.COM.RBM.TRXID80270103APP0016CO.COM.RBM.CANAL91460124GUF0xSSTpRVM+lvm0v0EfNX\
     e0014CO.COM.RBM.SEC81250102030015CO.COM.RBM.CIVA601566572 PUEBLO RI8223010100014CO.COM\
     .RBM.IVA503001091234567890013CO.COM.RBM.CU6105665728324010100015CO.COM.RBM.BASE6220070\
     3000080200110363184250102030015CO.COM.RBM.CINC520400008523010100014CO.COM.RBM.INC53031\
     7064290002ES0119COMERCE TEST NAME S63040152",
    ),
    issued(
        S::Yape,
        "Yape, Plin",
        "Peru",
        "00020101021139320f1e2d3c4b5a69788796a5b4c3d2e1f05204561153036045802PE5906YAPERO6004Lim\
     a63047FD4",
    ),
    asked(
        S::Upi,
        "UPI",
        "India",
        &[
            (F::PayeeName, "Green Valley Trust"),
            (F::Vpa, "greenvalley@example"),
            (F::Message, "1042618037 Flood relief"),
        ],
    ),
    asked(
        S::BitcoinUri,
        "Bitcoin, BIP-321",
        "wallets anywhere",
        &[
            (F::Address, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
            (F::Label, "Clean Water Fund"),
        ],
    ),
    issued(
        S::Bolt11,
        "Lightning invoice, BOLT 11",
        "wallets anywhere",
        "lnbc1pvjluezsp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygspp5qqqsyqcyq5rqwzqf\
     qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdpl2pkx2ctnv5sxxmmwwd5kgetjypeh2ursdae8g6twvus8g6r\
     fwvs8qun0dfjkxaq9qrsgq357wnc5r2ueh7ck6q93dj32dlqnls087fxdwk8qakdyafkq3yap9us6v52vjjsrv\
     ywa6rt52cm9r9zqt8r2t7mlcwspyetp5h2tztugp9lfyql",
    ),
    asked(
        S::Bolt12,
        "Lightning offer, BOLT 12",
        "wallets anywhere",
        &[(
            F::Lno,
            "lno1pgx9getnwss8vetrw3hhyuckyypwa3eyt44h6txtxquqh7lz5djge4afgfjn7k4rgrkuag0jsd5xvxg",
        )],
    ),
    asked(
        S::Lnurl,
        "LNURL, Lightning address",
        "wallets anywhere",
        &[(F::LightningAddress, "donate@ngo.example")],
    ),
    asked(
        S::EthereumUri,
        "Ethereum, ERC-681",
        "wallets anywhere",
        &[(F::Address, "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"), (F::ChainId, "1")],
    ),
    asked(
        S::SolanaPay,
        "Solana Pay",
        "wallets anywhere",
        &[
            (F::Recipient, "mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN"),
            (F::Label, "Clean Water Fund"),
        ],
    ),
    asked(
        S::MoneroUri,
        "Monero",
        "wallets anywhere",
        &[(
            F::Address,
            "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyo\
     ogDavup3H",
        )],
    ),
];
