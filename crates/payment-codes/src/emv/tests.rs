//! What holds for every scheme whose codes are issued, and how schemes are told apart. The codes
//! stand in public test files of apps of their countries; their checksums fit.

use proptest::prelude::*;

use super::draft::Draft;
use super::*;
use crate::{Field, Finding, Flaw, Oddity, Options, Reading, Request};

const LAO: &str = "\
    00020101021138580016A00526628466257701080000041802030010315I90BYP17BC295VZ5303418580\
    2LA630491B3";
const PLIN: &str = "\
    0002015802PE265600323d645b1012cf4c4ea6ad5c2a24de8be60116Plin Network P2P010211520448\
    2953036045912P2P Transfer6004Lima6304B2CB";
const YAPE: &str = "\
    0002010102113944xB3OUUH8sSyMnW2MTDK4Kz39zx0n6qhY78AfFg1sCEs=5204561153036045802PE590\
    6YAPERO6004Lima6304F349";
const PH_PERSON: &str = "\
    00020101021127830012com.p2pqrpay0111GXCHPHM2XXX02089996440303152170200000006560417DW\
    QM4TK3JDNWIWRDY5204601653036085802PH5908Setnayan6011Holy Spirit6104123463045E2D";
const PH_MERCHANT: &str = "\
    00020101021228500011ph.ppmi.p2m0111PAPHPHM1XXX03091021405290503310520472995303608540\
    41.005802PH5903Rui6006Manila62440014com.paymaya.qr052228oYUr47CjKVCKh57wfb3s6304C116";
const RAAST: &str = "\
    0002010102112876003213bb98ea283b452b9d979bf570fc49ed0108TMICFBPK0224PK50TMFB00000000\
    118677755204539953035865802PK5915ZAHID COLD DRIN6009Charsadda64380002EN0115ZAHID COL\
    D DRIN0209Charsadda62520528OPS1|38563|ZAHID COLD DRINKS030712013180805Other6304B41D";
const LANKA: &str = "\
    0002010102112632002816861001000000000000022202225204939953031445802LK5911ABC Grocery\
    6003cbc62130509LOLC_IPAY85310012IPAY_INS_REF0111Q00000147556304AC66";
const BRE_B: &str = "\
    00020101021126340014CO.COM.RBM.LLA0412@redeban101549250014CO.COM.RBM.RED0103RBM50290\
    013CO.COM.RBM.CU01080000000051220013CO.COM.RBM.CA01010520400005303170550202560105802\
    CO59010600106101062440713PASPAS12345670802001010PAS1234567110363180270016CO.COM.RBM.\
    CANAL0103APP81250015CO.COM.RBM.CIVA01020282230014CO.COM.RBM.IVA0101083240015CO.COM.R\
    BM.BASE0101084250015CO.COM.RBM.CINC01020285230014CO.COM.RBM.INC0101090300016CO.COM.R\
    BM.TRXID010600000091460014CO.COM.RBM.SEC0124Y6GE3k5C2d2JQX0Asy+jkQHc630408CA";
/// Public with another checksum; this one fits.
const NEPAL: &str = "\
    00020101021129270023NCHL000004010401OZBFEMF52047299530352454010560105802NP5912RITES\
    H NABIL6009Kathmandu6244010100306Store10709Terminal10812Bill payment64060002en630466\
    18";

const ISSUED: &[(Standard, &str)] = &[
    (Standard::LaoQr, LAO),
    (Standard::Yape, PLIN),
    (Standard::Yape, YAPE),
    (Standard::QrPh, PH_PERSON),
    (Standard::QrPh, PH_MERCHANT),
    (Standard::Raast, RAAST),
    (Standard::LankaQr, LANKA),
    (Standard::BreB, BRE_B),
    (Standard::NepalPay, NEPAL),
];

fn read(standard: Standard, text: &str) -> Reading {
    standard.decode(text, Options::default()).unwrap()
}

fn has(reading: &Reading, field: Field, oddity: Oddity) -> bool {
    reading.findings.contains(&Finding { field, oddity })
}

#[test]
fn issued_codes_are_recognised_read_and_printed_as_they_are() {
    for (standard, text) in ISSUED {
        assert_eq!(recognise(text), Some(*standard), "{text}");
        let reading = read(*standard, text);
        assert!(has(&reading, Field::Payload, Oddity::Issued), "{standard}");
        assert_eq!(reading.request.word(Field::BasePayload), Some(*text));
        assert_eq!(standard.encode(&reading.request).unwrap().payload, *text);
        let request = Request::new().with(Field::BasePayload, *text);
        assert_eq!(standard.encode(&request).unwrap().payload, *text);
    }
}

#[test]
fn issued_codes_take_neither_amount_nor_reference_nor_another_country() {
    for (standard, text) in ISSUED.iter().filter(|(_, text)| *text != PH_PERSON) {
        for field in [Field::Amount, Field::Reference, Field::Country] {
            let request = Request::new().with(Field::BasePayload, *text).with(field, "7");
            let refusal = standard.encode(&request).unwrap_err();
            assert_eq!((refusal.field, refusal.flaw), (field, Flaw::Bound), "{standard}");
        }
        let nothing = standard.encode(&Request::new()).unwrap_err();
        assert_eq!((nothing.field, nothing.flaw), (Field::BasePayload, Flaw::Missing));
    }
}

#[test]
fn a_code_is_not_read_as_one_of_another_scheme() {
    for (standard, text) in ISSUED {
        for (other, _) in ISSUED.iter().filter(|(other, _)| other != standard) {
            let refusal = other.decode(text, Options::default()).unwrap_err();
            assert_eq!(refusal.flaw, Flaw::OtherStandard, "{standard} as {other}");
        }
    }
}

#[test]
fn an_amount_is_added_between_persons_in_the_philippines() {
    let base = Request::new().with(Field::BasePayload, PH_PERSON);
    let asked = base.clone().with(Field::Amount, "390.8");
    let payload = Standard::QrPh.encode(&asked).unwrap().payload;
    assert!(payload.starts_with("000201010212"), "{payload}");
    assert!(payload.contains("53036085406390.805802PH"), "{payload}");
    let reading = read(Standard::QrPh, &payload);
    assert_eq!(reading.request.word(Field::Amount), Some("390.80"));
    assert_eq!(Standard::QrPh.encode(&reading.request).unwrap().payload, payload);
    let again = Request::new().with(Field::BasePayload, payload.as_str());
    let refusal = Standard::QrPh.encode(&again.with(Field::Amount, "1")).unwrap_err();
    assert_eq!((refusal.field, refusal.flaw), (Field::Amount, Flaw::Bound));
    let refusal = Standard::QrPh.encode(&base.with(Field::Reference, "A")).unwrap_err();
    assert_eq!((refusal.field, refusal.flaw), (Field::Reference, Flaw::NotCarried));
}

#[test]
fn integrity_values_and_single_use_are_told() {
    assert!(has(&read(Standard::BreB, BRE_B), Field::Unreserved, Oddity::Bound));
    assert!(has(&read(Standard::QrPh, PH_MERCHANT), Field::Poi, Oddity::OneTime));
    assert!(!has(&read(Standard::LankaQr, LANKA), Field::Additional, Oddity::Bound));
}

#[test]
fn amounts_and_fees_of_zero_are_open_where_they_are_in_use() {
    let nepal = read(Standard::NepalPay, NEPAL);
    assert_eq!(nepal.request.word(Field::Amount), None);
    assert!(has(&nepal, Field::Amount, Oddity::AmountZero));
    assert!(has(&nepal, Field::FeeFixed, Oddity::AmountZero));
    assert!(has(&read(Standard::BreB, BRE_B), Field::FeeFixed, Oddity::AmountZero));
    assert!(has(&read(Standard::LaoQr, LAO), Field::City, Oddity::Missing));
}

#[test]
fn schemes_are_told_by_owner_and_country() {
    let with = |account: &str, country: &str| format!("000201{account}5802{country}6304");
    let owned = |id: u8, owner: &str| {
        let length = owner.len() + 4;
        format!("{id}{length:02}00{:02}{owner}", owner.len())
    };
    for (id, owner, country, standard) in [
        (26, "BR.GOV.BCB.PIX", "BR", Standard::Pix),
        (26, "br.gov.bcb.pix", "BR", Standard::Pix),
        (26, "SG.PAYNOW", "SG", Standard::PayNow),
        (30, "A000000677010112", "TH", Standard::PromptPay),
        (29, "A000000677010111", "TH", Standard::PromptPay),
        (38, "A000000727", "VN", Standard::VietQr),
        (26, "A0000006150001", "MY", Standard::DuitNow),
        (26, "hk.com.hkicl", "HK", Standard::Fps),
        (29, "name@bank", "KH", Standard::Khqr),
        (30, "name@bank", "KH", Standard::Khqr),
        (51, "ID.CO.QRIS.WWW", "ID", Standard::Qris),
        (28, "ph.ppmi.p2m", "PH", Standard::QrPh),
        (26, "A000000524", "IN", Standard::BharatQr),
        (26, "fonepay.com", "NP", Standard::NepalPay),
        (32, "GH.NET.GHIPSS.GHQR", "GH", Standard::GhQr),
        (43, "com.mercadolibre", "AR", Standard::Argentina),
        (26, "jp.or.paymentsjapan", "JP", Standard::Jpqr),
        (26, "CO.COM.CRB.LLA", "CO", Standard::BreB),
        (26, "org.example.pay", "JP", Standard::Emv),
        (26, "org.example.pay", "ID", Standard::Emv),
        (26, "na.com.namqr", "NA", Standard::Emv),
        (26, "com.zeropay", "KR", Standard::Emv),
        (26, "name@bank", "TH", Standard::Emv),
    ] {
        let text = with(&owned(id, owner), country);
        assert_eq!(recognise(&text), Some(standard), "{text}");
    }
    assert_eq!(recognise(&with("02164000123456789012", "IN")), Some(Standard::BharatQr));
    assert_eq!(recognise("000202"), Some(Standard::Emv));
    for text in ["", "0002", "000203", "01021100020126", "https://000201", "1000201"] {
        assert_eq!(recognise(text), None, "{text}");
    }
}

/// Accounts, and what else makes a code one of the scheme: tag, sub-tag (none for a bare value),
/// text.
type Marks = &'static [(u8, Option<u8>, &'static str)];

const SCHEMES: &[(Standard, &str, &str, Marks)] = &[
    (Standard::BharatQr, "IN", "356", &[(26, Some(0), "A000000524"), (26, Some(1), "a@bank")]),
    (Standard::LankaQr, "LK", "144", &[(26, Some(0), "1672800058120000000010000005")]),
    (Standard::NepalPay, "NP", "524", &[(26, Some(0), "fonepay.com"), (26, Some(7), "2222")]),
    (Standard::Raast, "PK", "586", &[(28, Some(0), "31036b0edd21412ebb229b0a2448f56a")]),
    (Standard::LaoQr, "LA", "418", &[(38, Some(0), "A005266284662577")]),
    (Standard::GhQr, "GH", "936", &[(4, None, "532631115550994")]),
    (
        Standard::Jpqr,
        "JP",
        "392",
        &[
            (26, Some(0), "jp.or.paymentsjapan"),
            (26, Some(1), "0000000000001"),
            (26, Some(2), "0001"),
            (26, Some(3), "000001"),
            (26, Some(4), "000001"),
            (61, None, "1066143"),
            (64, Some(0), "JA"),
            (64, Some(1), "メルペイ"),
        ],
    ),
    (Standard::Argentina, "AR", "032", &[(43, Some(0), "app.palta"), (50, Some(0), "20361110001")]),
    (Standard::BreB, "CO", "170", &[(26, Some(0), "CO.COM.CRB.LLA"), (26, Some(4), "@alias")]),
    (Standard::Yape, "PE", "604", &[(39, None, "0f1e2d3c4b5a69788796a5b4c3d2e1f0")]),
    (Standard::QrPh, "PH", "608", &[(28, Some(0), "ph.ppmi.p2m"), (28, Some(1), "PAPHPHM1XXX")]),
];

proptest! {
    #[test]
    fn issued_codes_come_back_as_they_were(
        scheme in prop::sample::select(SCHEMES),
        name in "[!-~]([ -~]{0,23}[!-~])?",
        city in "[!-~]{1,15}",
        mcc in "[1-9][0-9]{3}",
        amount in prop::option::of(1_u32..=99_999),
    ) {
        let (standard, country, currency, marks) = scheme;
        let mut draft = Draft::new();
        for (id, sub, text) in marks {
            match sub {
                Some(sub) => draft.put_in(*id, *sub, Field::Accounts, *text),
                None => draft.put(*id, Field::Accounts, *text),
            }
        }
        let decimals = if currency == "392" { "" } else { ".00" };
        let amount = amount.map(|amount| format!("{amount}{decimals}"));
        draft.put(52, Field::Mcc, mcc.as_str());
        draft.put(53, Field::CurrencyCode, currency);
        draft.put_some(54, Field::Amount, amount.as_deref());
        draft.put(58, Field::Country, country);
        draft.put(59, Field::PayeeName, name.as_str());
        draft.put(60, Field::City, city.as_str());
        let text = draft.write().unwrap().payload;
        prop_assert_eq!(recognise(&text), Some(standard));
        let request = read(standard, &text).request;
        prop_assert_eq!(request.word(Field::PayeeName), Some(name.as_str()));
        prop_assert_eq!(request.word(Field::City), Some(city.as_str()));
        prop_assert_eq!(request.word(Field::Mcc), Some(mcc.as_str()));
        prop_assert_eq!(request.word(Field::Amount), amount.as_deref());
        let again = standard.encode(&request).unwrap().payload;
        prop_assert_eq!(&again, &text);
        prop_assert_eq!(read(standard, &again).request, request);
    }
}

#[test]
fn each_scheme_has_its_own_country_and_currency() {
    for (standard, country, currency, marks) in SCHEMES {
        let (id, sub, mark) = marks[0];
        let code = |country: &str, currency: &str| {
            let mut draft = Draft::new();
            match sub {
                Some(sub) => draft.put_in(id, sub, Field::Accounts, mark),
                None => draft.put(id, Field::Accounts, mark),
            }
            draft.put(52, Field::Mcc, "8398");
            draft.put(53, Field::CurrencyCode, currency);
            draft.put(58, Field::Country, country);
            draft.put(59, Field::PayeeName, "AID");
            draft.put(60, Field::City, "CITY");
            standard.decode(&draft.write().unwrap().payload, Options::default())
        };
        assert!(code(country, "978").is_err(), "{standard}");
        assert!(code("FR", currency).is_err(), "{standard}");
    }
}
