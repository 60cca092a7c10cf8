//! An account of every standard that an organisation makes codes of, from set-up to a code shown once more.

use groat_app::{App, NewDrive, suggested};
use groat_money::Currency;
use groat_payment_codes::rails::Maker;
use groat_payment_codes::{Options, Standard, rails};

use crate::given::{account, app, folder};

const NAME: (&str, &str) = ("payee_name", "Friends");

/// Codes of issuers, from the published examples; two of them without their amounts.
const LANKAQR: &str = "0002010102112632002816728000581200000000100000055204581253031445802LK5909Vits Food6007Co\
     lombo61050080062580032537c0a88562e4a599cab63d1992f0dac05181600766683296-00056304AC61";
const NEPALPAY: &str = "0002010102111516999900000000000027360032c81d4e2ebcf211e6869b7df92533d2db29310022NCHL0001\
     0001O0000121810101X49190010com.alipay0101Y5204591253035245802NP5916HIMALAYAN PHARMA6008K\
     irtipur6304EE80";
const RAAST: &str = "0002010102110216429975000027082904150000000000013412876003231036b0edd21412ebb229b0a2448f\
     56a0108ALFHPKKA0224PK03ALFH00110010091230165204541153035865802PK5909SATRADERS6007Karachi\
     6304E067";
const LAOQR: &str = "00020101021115312031041800520446JDBMSZZXE44BFS038680016A00526628466257701083217041802030\
     020325mchVKyozC3MbjS51h67qal4Os5204581253034185802LA5915JDBMSZZXE44BFS06009Vientiane6304\
     3F88";
const GHQR: &str = "0002010102110213404587568745904155326311155509945204625353039365802GH5915MAXMART LIMITED\
     6005ACCRA62240708620037450308620037456304C913";
const ARGENTINA: &str = "00020101021143520016com.mercadolibre0128https://mpago.la/pos/104391550130009123456789520\
     4970053030325802AR5909FULL NAME6010CITY LEGAL63040AAB";
const BRE_B: &str = "0002015502010102115802CO5919COMERCE TEST NAME S49250103RBM0014CO.COM.RBM.RED903001061017\
     760016CO.COM.RBM.TRXID80270103APP0016CO.COM.RBM.CANAL91460124GUF0xSSTpRVM+lvm0v0EfNXe001\
     4CO.COM.RBM.SEC81250102030015CO.COM.RBM.CIVA601566572 PUEBLO RI8223010100014CO.COM.RBM.I\
     VA503001091234567890013CO.COM.RBM.CU6105665728324010100015CO.COM.RBM.BASE622007030000802\
     00110363184250102030015CO.COM.RBM.CINC520400008523010100014CO.COM.RBM.INC530317064290002\
     ES0119COMERCE TEST NAME S63040152";
const YAPE: &str = "00020101021139320f1e2d3c4b5a69788796a5b4c3d2e1f05204561153036045802PE5906YAPERO6004Lima6\
     3047FD4";

/// Made-up accounts; keys and addresses from the published examples.
const ACCOUNTS: &[(&str, &[(&str, &str)])] = &[
    ("EPC", &[NAME, ("iban", "DE19 9999 9999 0000 1234 56")]),
    (
        "SWISS_QR_BILL",
        &[
            NAME,
            ("iban", "CH58 0079 1123 0008 8901 2"),
            ("payee_zip", "6003"),
            ("payee_city", "Luzern"),
        ],
    ),
    ("SPAYD", &[NAME, ("iban", "CZ65 0800 0000 1920 0014 5399")]),
    ("PAY_BY_SQUARE", &[NAME, ("iban", "SK31 1200 0000 1987 4263 7541")]),
    (
        "UPN_QR",
        &[
            NAME,
            ("iban", "SI56 0201 7001 4356 205"),
            ("payee_street", "Pohorska ulica 22"),
            ("payee_city", "2000 Maribor"),
        ],
    ),
    (
        "HUB3",
        &[
            NAME,
            ("iban", "HR12 1001 0051 8630 0016 0"),
            ("payee_street", "Alkarski prolaz 13B"),
            ("payee_city", "21230 Sinj"),
        ],
    ),
    ("NBS_IPS", &[NAME, ("account", "265110031000001213"), ("purpose", "289")]),
    ("ZBP_2D", &[NAME, ("account", "60 1020 1026 0000 0422 7020 1111")]),
    ("NBU_QR", &[NAME, ("iban", "UA213223130000026007233566001"), ("tax_id", "12345678")]),
    ("SWISH", &[NAME, ("swish_number", "123 000 00 17")]),
    (
        "USINGQR_SE",
        &[
            NAME,
            ("organisation_number", "802412-3453"),
            ("account_type", "BG"),
            ("account", "5050-1055"),
        ],
    ),
    ("FI_VIRTUAL_BARCODE", &[NAME, ("iban", "FI79 4405 2020 0360 82")]),
    ("PIX", &[NAME, ("key", "doe@riolimpo.example"), ("city", "Sao Paulo")]),
    ("PayNow", &[NAME, ("proxy", "T08SS0123A")]),
    ("PromptPay", &[NAME, ("proxy_type", "tax_id"), ("proxy", "0-9940-00165-50-1")]),
    ("VietQR", &[NAME, ("bank_bin", "970436"), ("account", "0011009876543")]),
    ("FPS", &[NAME, ("proxy_type", "fps_id"), ("proxy", "7654321")]),
    ("KHQR", &[NAME, ("account_id", "ngo@devb")]),
    (
        "DuitNow",
        &[
            NAME,
            (
                "base_payload",
                "00020101021126610014A000000615000101065641670215QRMID0000000021031001234259515204\
                 30005303458540500.005802MY5923MASJID AN-NUR GLENMARIE6009SHAH ALAM6105401506304CF92",
            ),
        ],
    ),
    (
        "QRIS",
        &[
            NAME,
            (
                "base_payload",
                "00020101021126610014COM.GO-JEK.WWW01189360091400000000010210G0000000010303URE51440\
                 014ID.CO.QRIS.WWW0215ID10260000000010303URE5204839853033605802ID5921Yayasan Sungai\
                 \u{20}Bersih6007BANDUNG61054011162070703A016304BA0C",
            ),
        ],
    ),
    (
        "QR Ph",
        &[
            NAME,
            (
                "base_payload",
                "00020101021127750012com.p2pqrpay0111PAPHPHM1XXX0208999644030411099859039430513+639\
                 9859039435204601653036085802PH5912PayMaya User6011Mandaluyong630475C3",
            ),
        ],
    ),
    ("UPI", &[NAME, ("vpa", "greenvalley@okaxis")]),
    ("LINKS", &[NAME, ("provider", "paypal.me"), ("user", "friends")]),
    ("LNURL", &[NAME, ("lightning_address", "donate@ngo.example")]),
    (
        "BOLT12",
        &[
            NAME,
            (
                "lno",
                "lno1pgx9getnwss8vetrw3hhyuckyypwa3eyt44h6txtxquqh7lz5djge4afgfjn7k4rgrkuag0jsd5xvxg",
            ),
        ],
    ),
    ("BIP21", &[NAME, ("address", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")]),
    (
        "EIP-681",
        &[NAME, ("address", "0xfb6916095ca1df60bb79Ce92ce3ea74c37c5d359"), ("chain_id", "1")],
    ),
    (
        "Monero",
        &[
            NAME,
            (
                "address",
                "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQ\
                 UiyoogDavup3H",
            ),
        ],
    ),
    ("Solana Pay", &[NAME, ("recipient", "mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN")]),
    (
        "USINGQR_SE",
        &[
            NAME,
            ("organisation_number", "802412-3453"),
            ("account_type", "BG"),
            ("account", "5050-1055"),
        ],
    ),
    ("FI_VIRTUAL_BARCODE", &[NAME, ("iban", "FI79 4405 2020 0360 82")]),
    ("LANKAQR", &[NAME, ("base_payload", LANKAQR)]),
    ("NepalPay", &[NAME, ("base_payload", NEPALPAY)]),
    ("Raast", &[NAME, ("base_payload", RAAST)]),
    ("LaoQR", &[NAME, ("base_payload", LAOQR)]),
    ("GhQR", &[NAME, ("base_payload", GHQR)]),
    ("Argentina T3.0", &[NAME, ("base_payload", ARGENTINA)]),
    ("Bre-B", &[NAME, ("base_payload", BRE_B)]),
    ("Yape", &[NAME, ("base_payload", YAPE)]),
    (
        "Monero",
        &[
            NAME,
            (
                "address",
                "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQ\
                 UiyoogDavup3H",
            ),
        ],
    ),
];

/// The standards that set-up can ask about. Codes that only their issuer has, shown as they are,
/// go the same way, and each is tried in `payment-codes`.
fn asked_about() -> impl Iterator<Item = &'static Standard> {
    let asked = |standard: &&Standard| {
        !rails::questions(**standard).is_empty() && standard.maker() != Maker::IssuerAlone
    };
    Standard::ALL.iter().filter(asked)
}

#[test]
fn every_standard_that_set_up_asks_about_has_an_account_here() {
    for standard in asked_about() {
        assert!(ACCOUNTS.iter().any(|(name, _)| *name == standard.name()), "{standard}");
    }
}

#[tokio::test]
async fn every_account_asks_with_and_without_an_amount_and_shows_the_same_code_again() {
    for (standard, parts) in ACCOUNTS {
        let folder = folder();
        let app = app(folder.path()).await;
        let new = account(standard, parts);
        app.set_up("Friends", Some("DE"), Some(&new)).await.unwrap_or_else(|fault| {
            panic!("{standard}: {fault} {:?}", fault.params);
        });
        let known = app.accounts().await.unwrap().remove(0);
        let traits = known.traits();
        assert!(!known.destination().is_empty(), "{standard}");
        assert!(app.sample_code(&new.check().unwrap()).is_some(), "{standard}");
        let drive = open(&app).await;
        if traits.takes_open {
            check(&app, drive, None).await;
        }
        check(&app, drive, Some(0)).await;
        check(&app, drive, Some(2)).await;
        assert_eq!(app.verify(&mut |_, _| true).await.unwrap().troubles, []);
        app.close().await;
    }
}

/// A drive in the currency of the only account, with as long a purpose as a person may type.
async fn open(app: &App) -> groat_ledger::DriveId {
    let currency: Currency = app.currency().await.unwrap();
    let mut purpose = "Clean water, ".repeat(9);
    loop {
        let new = NewDrive {
            name: "Fountain".to_owned(),
            purpose: purpose.clone(),
            currency,
            goal: None,
            suggested: suggested(currency).to_vec(),
        };
        match app.open_drive(new).await {
            Ok(opened) => return opened.drive.id,
            Err(fault) => assert_eq!(fault.field.as_deref(), Some("purpose"), "{fault}"),
        }
        purpose.pop();
    }
}

async fn check(app: &App, drive: groat_ledger::DriveId, place: Option<usize>) {
    let found = app.drive(drive).await.unwrap().drive;
    let amount = place.map(|place| found.suggested[place]);
    let asked = app.ask(drive, None, amount).await;
    let asked = asked.unwrap_or_else(|fault| panic!("{}: {fault}", found.currency));
    let standard = asked.account.standard();
    standard.decode(&asked.payload, Options::default()).unwrap();
    let again = app.code_of(asked.gift.id).await.unwrap();
    assert_eq!((&again.payload, again.account.id()), (&asked.payload, asked.account.id()));
}
