//! Advice for organisations as there are.

use groat_payment_codes::rails::{Advice, Readiness, Reason, ReturnOfNumber, Situation, advise};
use groat_payment_codes::{Field, Flaw, Request, Standard};

use crate::given::{DUITNOW, NAME};

fn situation(country: &str, accounts: &[&[(Field, &str)]]) -> Situation {
    let request = |fields: &&[(Field, &str)]| {
        fields.iter().fold(Request::new(), |request, (field, text)| request.with(*field, *text))
    };
    Situation {
        country: country.to_owned(),
        currency: None,
        payee_name: Some(NAME.1.to_owned()),
        accounts: accounts.iter().map(request).collect(),
    }
}

fn about(situation: &Situation, standard: Standard) -> Advice {
    let mut all = advise(situation);
    all.retain(|advice| advice.standard == standard);
    assert_eq!(all.len(), 1, "{standard}: {all:?}");
    all.remove(0)
}

fn standards(situation: &Situation) -> Vec<Standard> {
    advise(situation).iter().map(|advice| advice.standard).collect()
}

const GERMAN: (Field, &str) = (Field::Iban, "DE89 3704 0044 0532 0130 00");
const READY: Readiness = Readiness::Ready { account: 0 };

#[test]
fn a_german_club_makes_euro_codes_at_once() {
    let first = advise(&situation("DE", &[&[GERMAN]])).remove(0);
    assert_eq!((first.standard, first.readiness), (Standard::Epc, READY));
    let reasons =
        [Reason::AtHome, Reason::AccountThere, Reason::NumberReturns, Reason::NoFee].to_vec();
    assert_eq!(first.reasons, reasons);
    assert_eq!(first.number_returns, ReturnOfNumber::Text);
    assert_eq!(first.name_in_code.as_deref(), Some("Verein Lichtblick"));
}

#[test]
fn without_an_account_it_is_told_what_is_asked() {
    let epc = about(&Situation { country: "DE".to_owned(), ..Situation::default() }, Standard::Epc);
    let fields = vec![Field::PayeeName, Field::Iban];
    assert_eq!(epc.readiness, Readiness::Needs { fields });
    assert_eq!((epc.name_in_code, epc.number_returns), (None, ReturnOfNumber::Text));
}

#[test]
fn a_swiss_qr_iban_needs_an_address_and_then_brings_its_reference_back() {
    let iban = (Field::Iban, "CH44 3199 9123 0008 8901 2");
    let bill = about(&situation("CH", &[&[iban]]), Standard::SwissQrBill);
    let fields = vec![Field::PayeeZip, Field::PayeeCity];
    assert_eq!(bill.readiness, Readiness::Needs { fields });
    let whole = [iban, (Field::PayeeZip, "6003"), (Field::PayeeCity, "Luzern")];
    let bill = about(&situation("CH", &[&whole]), Standard::SwissQrBill);
    assert_eq!(bill.readiness, READY);
    assert_eq!(bill.number_returns, ReturnOfNumber::Reference);
}

#[test]
fn a_slovak_account_comes_before_the_euro_code_that_few_apps_read() {
    let slovak = situation("SK", &[&[(Field::Iban, "SK31 1200 0000 1987 4263 7541")]]);
    assert_eq!(standards(&slovak)[..2], [Standard::PayBySquare, Standard::Epc]);
    let second = about(&slovak, Standard::Epc);
    assert!(second.reasons.contains(&Reason::SecondChoice), "{second:?}");
    assert_eq!(about(&slovak, Standard::PayBySquare).number_returns, ReturnOfNumber::Reference);
}

#[test]
fn a_brazilian_key_is_ready_and_its_name_loses_the_accents() {
    let key = [(Field::Key, "doe@riolimpo.example"), (Field::City, "São Paulo")];
    let mut brazilian = situation("BR", &[&key]);
    brazilian.payee_name = Some("Associação Rio Limpo".to_owned());
    let first = advise(&brazilian).remove(0);
    assert_eq!((first.standard, first.readiness), (Standard::Pix, READY));
    assert_eq!(first.name_in_code.as_deref(), Some("Associacao Rio Limpo"));
    // An institution may charge a company for it.
    assert!(!first.reasons.contains(&Reason::NoFee) && !first.reasons.contains(&Reason::Fee));
    brazilian.payee_name = Some("Associação Nossa Senhora Aparecida".to_owned());
    match about(&brazilian, Standard::Pix).readiness {
        Readiness::Refused { account: 0, why } => {
            assert_eq!(
                (why.field, why.flaw),
                (Field::PayeeName, Flaw::TooLong { max: 25, found: 34 },)
            );
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn names_are_shown_as_the_code_will_have_them_before_there_is_an_account() {
    let mut czech = situation("CZ", &[]);
    czech.payee_name = Some("Příspěvek na kočky".to_owned());
    let spayd = about(&czech, Standard::Spayd);
    assert_eq!(spayd.name_in_code.as_deref(), Some("PRISPEVEK NA KOCKY"));
    assert_eq!(about(&czech, Standard::Lnurl).name_in_code, None);
    let mut greek = situation("BR", &[]);
    greek.payee_name = Some("Σύλλογος".to_owned());
    assert_eq!(about(&greek, Standard::Pix).name_in_code, None);
}

#[test]
fn an_indian_id_is_ready_and_a_merchants_brings_the_number_back() {
    let personal = situation("IN", &[&[(Field::Vpa, "greenvalley@okaxis")]]);
    let upi = advise(&personal).remove(0);
    assert_eq!((upi.standard, upi.readiness), (Standard::Upi, READY));
    assert_eq!(upi.number_returns, ReturnOfNumber::Uncertain);
    assert!(!upi.reasons.contains(&Reason::NumberReturns));
    let merchant = [(Field::Vpa, "greenvalley.ngo@hdfcbank"), (Field::Mcc, "8398")];
    let upi = advise(&situation("IN", &[&merchant])).remove(0);
    assert_eq!(upi.number_returns, ReturnOfNumber::Reference);
    assert!(upi.reasons.contains(&Reason::NumberReturns));
}

#[test]
fn nothing_is_at_home_where_codes_come_from_contracts_alone() {
    for country in ["JP", "KR", "CN", "GB", "RO", "HU"] {
        let all = advise(&situation(country, &[]));
        assert!(all.iter().all(|advice| !advice.reasons.contains(&Reason::AtHome)), "{country}");
        assert_eq!(all[0].standard, Standard::Links, "{country}");
        assert_eq!(all[0].reasons, [Reason::Anywhere, Reason::Fee]);
    }
}

#[test]
fn an_account_abroad_decides_for_the_donors_of_its_bank() {
    for iban in ["DE89 3704 0044 0532 0130 00", "de89370400440532013000"] {
        let polish = situation("PL", &[&[(Field::Iban, iban)]]);
        let first = advise(&polish).remove(0);
        assert_eq!((first.standard, first.readiness), (Standard::Epc, READY));
        assert_eq!(first.reasons[0], Reason::AccountCountry);
        let zbp = about(&polish, Standard::Zbp2d);
        let fields = vec![Field::PayeeName, Field::Account];
        assert_eq!(zbp.readiness, Readiness::Needs { fields });
        assert_eq!(zbp.reasons[0], Reason::SecondChoice);
    }
    // Not every code that takes the number is read there.
    let czech = situation("CZ", &[&[GERMAN]]);
    let fields = vec![Field::PayeeName, Field::Iban];
    assert_eq!(about(&czech, Standard::Spayd).readiness, Readiness::Needs { fields });
    assert_eq!(standards(&czech)[0], Standard::Epc);
    // A French one with a German account: what was second choice is now the account's own.
    let french = about(&situation("FR", &[&[GERMAN]]), Standard::Epc);
    assert_eq!(french.reasons[0], Reason::AccountCountry);
}

#[test]
fn a_key_of_another_country_is_advised_too() {
    let british = situation("GB", &[&[(Field::Vpa, "greenvalley@okaxis")]]);
    let first = advise(&british).remove(0);
    assert_eq!((first.standard, first.readiness), (Standard::Upi, READY));
    assert_eq!(first.reasons[0], Reason::AccountCountry);
    let issued = situation("SG", &[&[(Field::BasePayload, DUITNOW)]]);
    let first = advise(&issued).remove(0);
    assert_eq!((first.standard, first.readiness), (Standard::DuitNow, READY));
    assert_eq!(first.name_in_code.as_deref(), Some("PERTUBUHAN SUNGAI BERSIH"));
}

#[test]
fn a_code_of_another_currency_comes_last() {
    let mut swiss = situation("CH", &[]);
    swiss.currency = Some("USD".to_owned());
    let all = advise(&swiss);
    let last = all.last().unwrap();
    assert_eq!((last.standard, last.reasons[0]), (Standard::SwissQrBill, Reason::OtherCurrency));
    swiss.currency = Some("EUR".to_owned());
    assert_eq!(standards(&swiss)[0], Standard::SwissQrBill);
}

#[test]
fn a_wrong_account_is_told_with_what_is_wrong() {
    let wrong = situation("DE", &[&[(Field::Iban, "DE88 3704 0044 0532 0130 00")]]);
    match about(&wrong, Standard::Epc).readiness {
        Readiness::Refused { account: 0, why } => assert_eq!(why.field, Field::Iban),
        other => panic!("{other:?}"),
    }
    // The second account is right.
    let two = situation("DE", &[&[(Field::Iban, "DE88 3704 0044 0532 0130 00")], &[GERMAN]]);
    assert_eq!(about(&two, Standard::Epc).readiness, Readiness::Ready { account: 1 });
}

#[test]
fn what_is_still_missing_beyond_the_questions_is_asked_for() {
    let swiss = situation("FR", &[&[(Field::Iban, "CH58 0079 1123 0008 8901 2")]]);
    let epc = about(&swiss, Standard::Epc);
    assert_eq!(epc.readiness, Readiness::Needs { fields: vec![Field::Bic] });
}
