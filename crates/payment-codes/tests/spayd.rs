//! Czech codes: every published vector in its direction, what is written is read back, what is
//! foreign is read with findings or refused by its cause.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that fails here has found what it looks for"
)]

use groat_money::{Currency, Money};
use groat_payment_codes::spayd::{
    self, SpaydAccount, SpaydAmount, SpaydAmountFlaw, SpaydError, SpaydField, SpaydFinding,
    SpaydRefusal, SpaydRequest,
};
use groat_payment_codes::{Bic, Day, ForeignSign as Why, Iban};
use proptest::prelude::*;
use serde_json::{Value, json};

type Refused = Box<dyn std::error::Error>;

const CZECH: &str = "CZ2806000000000168540115";
/// The checksum of account and currency, without the closing asterisk.
const SUM: &str = "D25437FF";
const SLOVAK: &str = "SK3112000000198742637541";

fn vectors() -> Vec<Value> {
    let path = format!("{}/../../tests/vectors/spayd.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn codes_are_built_and_read_as_published() {
    let vectors = vectors();
    assert_eq!(vectors.len(), 29);
    for vector in vectors {
        match vector["kind"].as_str() {
            Some("build") => built_as_published(&vector),
            Some("parse") => read_as_published(&vector),
            kind => panic!("{kind:?}"),
        }
    }
}

fn built_as_published(vector: &Value) {
    let asked = request_of(&vector["input"]);
    let built = asked.and_then(|request| Ok((spayd::encode(&request)?, request)));
    if vector["valid"] != true {
        assert!(built.is_err(), "{built:?} {vector:#}");
        return;
    }
    let (payload, request) = built.unwrap();
    assert_eq!(payload, vector["payload"].as_str().unwrap(), "{vector:#}");
    let reading = spayd::decode(&payload).unwrap();
    assert_eq!((reading.request, reading.findings), (request, vec![]));
}

fn request_of(input: &Value) -> Result<SpaydRequest, Refused> {
    let filled = |name: &str| input[name].as_str();
    let own = |name: &str| filled(name).map(str::to_owned);
    let currency = Currency::from_code(filled("currency").unwrap())?;
    let amount = match filled("amount") {
        Some(amount) => SpaydAmount::Fixed(Money::from_decimal_text(amount, currency)?),
        None => SpaydAmount::Open(currency),
    };
    let mut request = SpaydRequest::new(Iban::parse(filled("iban").unwrap())?, amount);
    request.account.bic = filled("bic").map(Bic::parse).transpose()?;
    request.variable_symbol = own("variable_symbol");
    request.specific_symbol = own("specific_symbol");
    request.constant_symbol = own("constant_symbol");
    request.payee_name = filled("payee_name").map(spayd::plain);
    request.message = filled("message").map(spayd::plain);
    request.due_date = filled("due_date").map(Day::parse_iso).transpose()?;
    request.instant = filled("payment_type") == Some("IP");
    Ok(request)
}

fn read_as_published(vector: &Value) {
    let reading = spayd::decode(vector["payload"].as_str().unwrap());
    if vector["valid"] != true {
        assert!(reading.is_err(), "{reading:?} {vector:#}");
        return;
    }
    let request = reading.unwrap().request;
    let accounts = request.alternatives.iter().map(ToString::to_string).collect::<Vec<_>>();
    let read = |name: &str| -> Value {
        match name {
            "iban" => request.account.iban.as_str().into(),
            "alt_accounts" => json!(accounts),
            "amount" => request.amount.fixed().map(Money::decimal_text).into(),
            "currency" => request.amount.currency().code().into(),
            "payer_reference" => json!(request.payer_reference),
            "variable_symbol" => json!(request.variable_symbol),
            "specific_symbol" => json!(request.specific_symbol),
            "constant_symbol" => json!(request.constant_symbol),
            "payee_name" => json!(request.payee_name),
            "message" => json!(request.message),
            "due_date" => request.due_date.map(|date| date.to_string()).into(),
            "payment_type" => request.instant.then_some("IP").into(),
            "other_keys" => request.others.iter().cloned().map(|(k, v)| (k, json!(v))).collect(),
            name => panic!("{name} is not compared"),
        }
    };
    for (name, expected) in vector["input"].as_object().unwrap() {
        assert_eq!(&read(name), expected, "{name} of {vector:#}");
    }
}

fn crowns() -> Currency {
    Currency::from_code("CZK").unwrap()
}

fn request() -> SpaydRequest {
    SpaydRequest::new(Iban::parse(CZECH).unwrap(), SpaydAmount::Open(crowns()))
}

#[test]
fn each_part_that_does_not_fit_is_named() {
    use SpaydError::*;
    let refused = |change: &dyn Fn(&mut SpaydRequest)| {
        let mut request = request();
        change(&mut request);
        spayd::encode(&request).unwrap_err()
    };
    let some = |text: &str| Some(text.to_owned());
    let field = SpaydField::Message;
    assert_eq!(refused(&|r| r.message = some(" ")), Empty { field });
    assert_eq!(
        refused(&|r| r.message = Some("é".repeat(61))),
        TooLong { field, max: 60, found: 61 }
    );
    assert_eq!(
        refused(&|r| r.message = some("DAR ❤")),
        ForeignSign { field, at: 4, found: '❤', why: Why::Symbol }
    );
    let field = SpaydField::PayeeName;
    assert_eq!(
        refused(&|r| r.payee_name = Some("N".repeat(36))),
        TooLong { field, max: 35, found: 36 }
    );
    let field = SpaydField::SpecificSymbol;
    assert_eq!(
        refused(&|r| r.specific_symbol = some("12 3")),
        NotDigits { field, at: 2, found: ' ' }
    );
    let field = SpaydField::PayerReference;
    assert_eq!(
        refused(&|r| r.payer_reference = Some("1".repeat(17))),
        TooLong { field, max: 16, found: 17 }
    );
    for (code, minor) in [("CZK", 0), ("CZK", -1), ("CZK", 1_000_000_000), ("JPY", 10_000_000)] {
        let amount = Money::from_minor(minor, Currency::from_code(code).unwrap());
        assert_eq!(
            refused(&|r| r.amount = SpaydAmount::Fixed(amount)),
            AmountOutOfRange { amount }
        );
    }
    let found = Currency::from_code("KWD").unwrap();
    assert_eq!(refused(&|r| r.amount = SpaydAmount::Open(found)), CurrencyTooFine { found });
    assert_eq!(
        refused(&|r| r.alternatives = vec![r.account.clone(); 3]),
        TooManyAlternatives { found: 3 }
    );
    for key in ["", "ACC", "x", "X:Y", "CRC32"] {
        let others = vec![(key.to_owned(), "1".to_owned())];
        let key = key.to_owned();
        assert_eq!(refused(&|r| r.others = others.clone()), OtherKey { key });
    }
    for (key, value, example) in [
        ("NT", "X", "P"),
        ("FRQ", "2M", "1M"),
        ("DL", "20260229", "20261224"),
        ("DH", "2", "0"),
        ("X-PER", "31", "30"),
        ("X-PER", "-1", "30"),
    ] {
        let others = vec![(key.to_owned(), value.to_owned())];
        let key = key.to_owned();
        assert_eq!(refused(&|r| r.others = others.clone()), OtherForm { key, example });
    }
}

#[test]
fn a_refusal_names_its_cause() {
    use SpaydRefusal::*;
    let refusal = |rest: &str| spayd::decode(&format!("SPD*1.0*{rest}")).unwrap_err();
    let with = |rest: &str| refusal(&format!("ACC:{CZECH}*CC:CZK*{rest}"));
    let own = str::to_owned;
    assert_eq!(spayd::decode(""), Err(NotSpayd));
    assert_eq!(spayd::decode("spd*1.0*"), Err(NotSpayd));
    assert_eq!(spayd::decode("SPD*1.1*ACC:X"), Err(UnknownVersion { found: own("1.1") }));
    assert_eq!(with("MSG:5* HVEZDY"), NotAnAttribute { found: own(" HVEZDY") });
    assert_eq!(with("*"), NotAnAttribute { found: own("") });
    assert_eq!(with("AM:"), NoValue { key: own("AM") });
    assert_eq!(with("ACC:1"), Repeated { key: own("ACC") });
    assert_eq!(with("MSG:%FF"), NotUtf8 { key: own("MSG") });
    let computed = own(SUM);
    assert_eq!(with("CRC32:0"), Checksum { found: own("0"), computed });
    assert_eq!(refusal("AM:1.00"), AccountMissing);
    assert!(matches!(refusal("ACC:CZ29"), Iban { field: SpaydField::Account, .. }));
    assert!(matches!(refusal(&format!("ACC:{CZECH}+X")), Bic { field: SpaydField::Account, .. }));
    let three = [CZECH; 3].join(",");
    assert_eq!(with(&format!("ALT-ACC:{three}")), TooManyAlternatives { found: 3 });
    assert_eq!(refusal(&format!("ACC:{CZECH}*CC:Kc")), UnknownCurrency { found: own("Kc") });
    for (text, why) in [
        ("1,00", SpaydAmountFlaw::NotDecimal),
        ("1.", SpaydAmountFlaw::NotDecimal),
        ("-1.00", SpaydAmountFlaw::NotDecimal),
        ("1.005", SpaydAmountFlaw::NotDecimal),
        ("10000000", SpaydAmountFlaw::TooLarge),
        ("00000000001", SpaydAmountFlaw::TooLarge),
    ] {
        assert_eq!(with(&format!("AM:{text}")), Amount { found: own(text), why });
    }
    let field = SpaydField::VariableSymbol;
    assert_eq!(with("X-VS:12A"), NotDigits { field, max: 10 });
    assert_eq!(with("X-VS:12345678901"), NotDigits { field, max: 10 });
    assert_eq!(with("DT:20260229"), DueDate { found: own("20260229") });
}

#[test]
fn what_is_odd_is_found() {
    use SpaydFinding::*;
    let found = |text: &str| spayd::decode(text).unwrap().findings;
    let with = |rest: &str| found(&format!("SPD*1.0*ACC:{CZECH}*CC:CZK*{rest}"));
    assert_eq!(with("X-VS:1*\n"), []);
    assert_eq!(found(&format!("\u{feff}SPD*1.0*ACC:{CZECH}")), [ByteOrderMark, CurrencyMissing]);
    let euro = Currency::EUR;
    assert_eq!(found(&format!("SPD*1.0*ACC:{SLOVAK}*CC:EUR")), [CurrencyNotCzk { found: euro }]);
    assert_eq!(with("AM:0.00"), [AmountZero]);
    let field = SpaydField::Message;
    assert_eq!(with(&format!("MSG:{}", "M".repeat(61))), [TooLong { field, max: 60, found: 61 }]);
    assert_eq!(
        with("MSG:A%E2%80%AEB"),
        [ForeignSign { field, at: 1, found: '\u{202e}', why: Why::Direction }]
    );
    assert_eq!(with("MSG: A"), [NotNormalised { field }]);
    assert_eq!(with("MSG:100% DAR"), [PercentAlone { field }]);
    let field = SpaydField::Checksum;
    let small = format!("CRC32:{}", SUM.to_lowercase());
    assert_eq!(
        (with(&format!("CRC32:{SUM}")), with(&small)),
        (vec![], vec![NotNormalised { field }])
    );
    let field = SpaydField::Account;
    let small = CZECH.to_lowercase();
    assert_eq!(found(&format!("SPD*1.0*ACC:{small}*CC:CZK")), [NotNormalised { field }]);
}

#[test]
fn other_payment_types_and_keys_are_kept() {
    let text = format!("SPD*1.0*ACC:{CZECH}*CC:CZK*PT:P2P*X-URL:HTTPS://EXAMPLE.ORG/");
    let reading = spayd::decode(&text).unwrap();
    assert!(!reading.request.instant);
    assert_eq!(reading.request.others.len(), 2);
    assert_eq!(spayd::encode(&reading.request), Ok(text));
}

fn value(max: usize) -> impl Strategy<Value = String> {
    let sign = "[ -~äöüßéłžђΕίД№€]";
    prop::string::string_regex(&format!("{sign}{{0,{}}}[A-Za-z*%Д]{sign}{{0,1}}", max - 2)).unwrap()
}

fn account() -> impl Strategy<Value = SpaydAccount> {
    (prop::sample::select(vec![CZECH, SLOVAK]), any::<bool>()).prop_map(|(iban, bic)| {
        SpaydAccount {
            iban: Iban::parse(iban).unwrap(),
            bic: bic.then(|| Bic::parse("AGBACZPP").unwrap()),
        }
    })
}

prop_compose! {
    fn any_request()(
        account in account(),
        alternatives in prop::collection::vec(account(), 0..=2),
        code in prop::sample::select(vec!["CZK", "EUR", "JPY"]),
        minor in prop::option::of(1i64..=9_999_999),
        payer_reference in prop::option::of("[0-9]{1,16}"),
        [variable_symbol, specific_symbol, constant_symbol] in
            prop::array::uniform3(prop::option::of("[0-9]{1,10}")),
        payee_name in prop::option::of(value(35)),
        date in prop::option::of((1u16..=9999, 1u8..=12, 1u8..=28)),
        instant: bool,
        message in prop::option::of(value(60)),
        others in prop::collection::btree_map("X-Q[A-Z]{2,7}", value(20), 0..3),
    ) -> SpaydRequest {
        let currency = Currency::from_code(code).unwrap();
        SpaydRequest {
            account,
            alternatives,
            amount: match minor {
                Some(minor) => SpaydAmount::Fixed(Money::from_minor(minor, currency)),
                None => SpaydAmount::Open(currency),
            },
            payer_reference,
            variable_symbol,
            specific_symbol,
            constant_symbol,
            payee_name,
            due_date: date.map(|(year, month, day)| Day::new(year, month, day).unwrap()),
            instant,
            message,
            others: others.into_iter().collect(),
        }
    }
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded_to_the_same_request(request in any_request()) {
        let payload = spayd::encode(&request).unwrap();
        prop_assert!(payload.is_ascii());
        let reading = spayd::decode(&payload).unwrap();
        prop_assert_eq!(&reading.request, &request);
        let foreign = |finding: &SpaydFinding| matches!(finding, SpaydFinding::CurrencyNotCzk { .. });
        prop_assert!(reading.findings.iter().all(foreign), "{:?}", reading.findings);
        prop_assert_eq!(spayd::encode(&reading.request), Ok(payload));
    }

    #[test]
    fn any_text_gives_an_answer(text: String, rest in "([A-Z-]{1,4}:[ -~é]{0,12}[*]?){0,6}") {
        let _ = spayd::decode(&text);
        let _ = spayd::decode(&format!("SPD*1.0*ACC:{CZECH}*{rest}"));
        let _ = spayd::plain(&text);
    }

    #[test]
    fn a_damaged_code_gives_an_answer(
        request in any_request(),
        place: prop::sample::Index,
        with: char,
    ) {
        let mut signs: Vec<char> = spayd::encode(&request).unwrap().chars().collect();
        let place = place.index(signs.len());
        signs[place] = with;
        let _ = spayd::decode(&signs.iter().collect::<String>());
        signs.remove(place);
        let _ = spayd::decode(&signs.iter().collect::<String>());
    }
}
