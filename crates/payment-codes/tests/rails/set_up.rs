//! Set-up refuses at the question, in front of a treasurer, what would fail in front of a donor.

use groat_payment_codes::rails::{Account, questions};
use groat_payment_codes::{Field, Flaw, Request, Standard};

use crate::given::{DUITNOW, GIVEN, QRIS, given_of};

#[test]
fn each_missing_answer_is_refused_at_its_question() {
    for given in GIVEN {
        for question in questions(given.standard) {
            let without = given.try_with(&[(question.field, "")]);
            let blank = given.try_with(&[(question.field, " \t ")]);
            assert_eq!(without, blank, "{} {}", given.standard, question.field);
            match without {
                Err(refusal) => {
                    assert!(question.needed, "{}: {refusal}", given.standard);
                    assert_eq!(refusal.field, question.field, "{}", given.standard);
                    assert_eq!(refusal.flaw, Flaw::Missing, "{}", given.standard);
                }
                Ok(_) => assert!(!question.needed, "{} {}", given.standard, question.field),
            }
        }
    }
}

#[test]
fn blanks_around_an_answer_are_no_part_of_it() {
    for given in GIVEN {
        let spaced: Vec<(Field, String)> =
            given.answers.iter().map(|(field, text)| (*field, format!("  {text}\n"))).collect();
        let spaced: Vec<(Field, &str)> =
            spaced.iter().map(|(field, text)| (*field, text.as_str())).collect();
        assert_eq!(given.try_with(&spaced), Ok(given.account()), "{}", given.standard);
    }
}

#[test]
fn an_answer_that_nobody_asked_for_is_refused() {
    for given in GIVEN {
        let refusal = given.try_with(&[(Field::Amount, "5.00")]).unwrap_err();
        assert_eq!((refusal.field, refusal.flaw), (Field::Amount, Flaw::NotCarried));
    }
}

#[test]
fn a_choice_is_one_of_its_answers() {
    for given in GIVEN {
        let chosen = questions(given.standard).iter().filter(|one| !one.choices.is_empty());
        for question in chosen {
            let refusal = given.try_with(&[(question.field, "else")]).unwrap_err();
            assert_eq!(refusal.field, question.field);
            assert!(matches!(refusal.flaw, Flaw::NotOneOf { .. }), "{refusal}");
        }
    }
}

#[test]
fn each_wrong_answer_is_refused_at_its_question() {
    let long = "Verein zur Förderung der Freunde des Kinder- und Jugendheims am See e.V.";
    let offer =
        "lno1pgx9getnwss8vetrw3hhyuckyypwa3eyt44h6txtxquqh7lz5djge4afgfjn7k4rgrkuag0jsd5xvxx";
    for (standard, field, answer) in [
        (Standard::Epc, Field::PayeeName, long),
        (Standard::Epc, Field::PayeeName, "Verein\u{202e}"),
        (Standard::Epc, Field::Iban, "DE88 3704 0044 0532 0130 00"),
        (Standard::Epc, Field::Iban, "UA053052990000026000000000017"),
        (Standard::Epc, Field::Bic, "COBADE"),
        (Standard::SwissQrBill, Field::Iban, "DE89370400440532013000"),
        (Standard::SwissQrBill, Field::PayeeName, "Фонд"),
        (Standard::SwissQrBill, Field::PayeeZip, "12345678901234567"),
        (Standard::SwissQrBill, Field::PayeeCity, "Llanfairpwllgwyngyllgogerychwyrndrob"),
        (Standard::SwissQrBill, Field::PayeeCountry, "Ch"),
        (Standard::Spayd, Field::Iban, "DE89370400440532013000"),
        (Standard::Spayd, Field::PayeeName, "Nadace pro ochranu koček a jiných zvířat"),
        (Standard::PayBySquare, Field::Iban, "CZ6508000000192000145399"),
        (Standard::PayBySquare, Field::PayeeName, "Фонд"),
        (Standard::PayBySquare, Field::Bic, "TATR"),
        (Standard::UpnQr, Field::Iban, "SI57020170014356205"),
        (Standard::UpnQr, Field::PayeeStreet, "Zelo zelo zelo zelo dolga ulica 22"),
        (Standard::UpnQr, Field::PayeeName, "Фонд"),
        (Standard::Hub3, Field::PayeeName, "Udruga Hrana & voda"),
        (Standard::Hub3, Field::PayeeCity, "21230 Sinj na Cetini kod Splita"),
        (Standard::Hub3, Field::Iban, "SI56020170014356205"),
        (Standard::NbsIps, Field::Account, "265110031000001214"),
        (Standard::NbsIps, Field::Purpose, "89"),
        (Standard::NbsIps, Field::PayeeName, "Фондација"),
        (Standard::Zbp2d, Field::Account, "61102010260000042270201111"),
        (Standard::Zbp2d, Field::PayeeName, "Fundacja na rzecz psów"),
        (Standard::Zbp2d, Field::TaxId, "5260250275"),
        (Standard::NbuQr, Field::TaxId, "1234567"),
        (Standard::NbuQr, Field::Iban, "AT611904300234573201"),
        (Standard::UsingQr, Field::Account, "5050-1056"),
        (Standard::UsingQr, Field::OrganisationNumber, "802412"),
        (Standard::VirtualBarcode, Field::Iban, "DE89370400440532013000"),
        (Standard::Swish, Field::SwishNumber, "9990000017"),
        (Standard::Swish, Field::SwishNumber, "123"),
        (Standard::Pix, Field::Key, "11.222.333/0001-82"),
        (Standard::Pix, Field::PayeeName, "Associação Nossa Senhora da Paz"),
        (Standard::Pix, Field::City, "São José do Rio Preto"),
        (Standard::PayNow, Field::Proxy, "T08SS0123"),
        (Standard::PayNow, Field::Proxy, "+44 7911 123456"),
        (Standard::PromptPay, Field::Proxy, "0994"),
        (Standard::VietQr, Field::BankBin, "97043"),
        (Standard::VietQr, Field::Account, "0011 0098"),
        (Standard::Fps, Field::Proxy, "12345678901"),
        (Standard::Khqr, Field::AccountId, "devb"),
        (Standard::Khqr, Field::City, "Krong Preah Sihanouk"),
        (Standard::DuitNow, Field::BasePayload, QRIS),
        (Standard::DuitNow, Field::BasePayload, "000201"),
        (Standard::DuitNow, Field::BasePayload, "https://qr.tngdigital.com.my/m/abc"),
        (Standard::Qris, Field::BasePayload, DUITNOW),
        (Standard::Upi, Field::Vpa, "greenvalley"),
        (Standard::Upi, Field::Mcc, "83"),
        (Standard::Lnurl, Field::LightningAddress, "donate"),
        (Standard::Bolt12, Field::Lno, offer),
        (Standard::BitcoinUri, Field::Address, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"),
        (Standard::BitcoinUri, Field::Address, "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx"),
        (Standard::BitcoinUri, Field::PayeeName, "Verein\u{202e}"),
        (Standard::EthereumUri, Field::Address, "0xfb69"),
        (Standard::EthereumUri, Field::ChainId, "one"),
        (Standard::SolanaPay, Field::Recipient, "mvines9"),
        (Standard::SolanaPay, Field::SplToken, "USDC"),
        (Standard::MoneroUri, Field::Address, "888tNkZrPN6J"),
        (Standard::Links, Field::User, "Helfer Beispiel"),
        (Standard::Links, Field::User, "aaaaaaaaaaaaaaaaaaaaa"),
    ] {
        match given_of(standard).try_with(&[(field, answer)]) {
            Err(refusal) => assert_eq!(refusal.field, field, "{standard}: {refusal}"),
            Ok(account) => panic!("{standard} takes {answer}: {account:?}"),
        }
    }
}

#[test]
fn a_belgian_reference_needs_a_belgian_account() {
    let refusal = given_of(Standard::Epc).try_with(&[(Field::ReferenceType, "OGM")]).unwrap_err();
    assert_eq!(refusal.field, Field::ReferenceType);
    assert_eq!(refusal.flaw, Flaw::NotWith { other: Field::Iban });
}

#[test]
fn a_bank_outside_the_eea_has_to_be_named() {
    let swiss = [(Field::Iban, "CH58 0079 1123 0008 8901 2")];
    let refusal = given_of(Standard::Epc).try_with(&swiss).unwrap_err();
    assert_eq!((refusal.field, refusal.flaw), (Field::Bic, Flaw::Missing));
    let named = [swiss[0], (Field::Bic, "UBSWCHZH80A")];
    assert!(given_of(Standard::Epc).try_with(&named).is_ok());
}

#[test]
fn fifteen_digits_are_an_e_wallet_or_a_biller_and_have_to_be_told_apart() {
    let given = given_of(Standard::PromptPay);
    let digits = [(Field::Proxy, "012345678901234")];
    let refusal = given.try_with(&digits).unwrap_err();
    assert_eq!((refusal.field, refusal.flaw), (Field::ProxyType, Flaw::Missing));
    assert!(given.try_with(&[digits[0], (Field::ProxyType, "ewallet")]).is_ok());
    let refusal = given.try_with(&[(Field::ProxyType, "mobile")]).unwrap_err();
    assert_eq!(refusal.field, Field::Proxy);
}

#[test]
fn what_a_proxy_is_shows_in_its_form() {
    for (standard, typed, kind, kept) in [
        (Standard::Fps, "give@ngo.example", "email", "give@ngo.example"),
        (Standard::Fps, "7654321", "fps_id", "7654321"),
        (Standard::Fps, "165432109", "fps_id", "165432109"),
        (Standard::Fps, "+852 9123 4567", "mobile", "+852-91234567"),
        (Standard::Fps, "91234567", "mobile", "+852-91234567"),
        (Standard::PayNow, "t08ss0123a", "uen", "T08SS0123A"),
        (Standard::PayNow, "53012345D", "uen", "53012345D"),
        (Standard::PromptPay, "081-234-5678", "mobile", "0812345678"),
        (Standard::PromptPay, "+66 81 234 5678", "mobile", "0812345678"),
        (Standard::PromptPay, "0994000165501", "tax_id", "0994000165501"),
    ] {
        let account = given_of(standard).try_with(&[(Field::Proxy, typed)]);
        let account = account.unwrap_or_else(|refusal| panic!("{standard} {typed}: {refusal}"));
        assert_eq!(account.values().word(Field::ProxyType), Some(kind), "{typed}");
        assert_eq!(account.destination(), kept);
    }
}

#[test]
fn accounts_are_kept_in_the_form_of_the_standard() {
    for (standard, destination) in [
        (Standard::Epc, "DE89370400440532013000"),
        (Standard::PayBySquare, "SK3112000000198742637541"),
        (Standard::NbsIps, "265110031000001213"),
        (Standard::Zbp2d, "60102010260000042270201111"),
        (Standard::UsingQr, "5050-1055"),
        (Standard::Swish, "1230000017"),
        (Standard::Pix, "11222333000181"),
        (Standard::EthereumUri, "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"),
        (Standard::DuitNow, "PERTUBUHAN SUNGAI BERSIH, SELANGOR, MBBQR0000001"),
        (Standard::Qris, "Yayasan Sungai Bersih, BANDUNG, ID1026000000001"),
    ] {
        assert_eq!(given_of(standard).account().destination(), destination, "{standard}");
    }
    let swiss = given_of(Standard::SwissQrBill).account();
    assert_eq!(swiss.values().word(Field::PayeeCountry), Some("CH"));
    // The name stays as people write it.
    let czech = given_of(Standard::Spayd).account();
    assert_eq!(czech.payee_name(), "Verein Lichtblick");
}

/// A code with its checksum, from everything before that.
fn emv(text: &str) -> String {
    let text = format!("{text}6304");
    let sum = crc::Crc::<u16>::new(&crc::CRC_16_IBM_3740).checksum(text.as_bytes());
    format!("{text}{sum:04X}")
}

#[test]
fn an_issued_code_must_stay_and_leave_the_amount_to_the_donor() {
    let temporary = "00020101021126610014A000000615000101065887340212MBBQR000000103131767225600000520483985303\
                     4585802MY5924PERTUBUHAN SUNGAI BERSIH6008SELANGOR";
    let fixed = "00020101021126580014A000000615000101065887340212MBBQR000000103100000000000520483985303458\
                 540520.005802MY5924PERTUBUHAN SUNGAI BERSIH6008SELANGOR";
    let dynamic = "00020101021226610014COM.GO-JEK.WWW01189360091400000000010210G0000000010303URE51440014ID.CO.QRIS.WWW0215ID10260000000010303URE5204839853033605802ID5921Yayasan Sungai Bersih6007BANDUNG61054011162070703A01";
    for (standard, base, flaw) in [
        (Standard::DuitNow, emv(temporary), Flaw::OneTime),
        (Standard::DuitNow, emv(fixed), Flaw::NotWith { other: Field::Amount }),
        (Standard::Qris, emv(dynamic), Flaw::OneTime),
    ] {
        let refusal = given_of(standard).try_with(&[(Field::BasePayload, &base)]).unwrap_err();
        assert_eq!((refusal.field, refusal.flaw), (Field::BasePayload, flaw), "{base}");
    }
}

#[test]
fn a_standard_without_questions_has_no_accounts() {
    for standard in [Standard::MnbHct, Standard::Bolt11, Standard::Emv, Standard::Jpqr] {
        assert!(questions(standard).is_empty());
        let refusal = Account::new(standard, Request::new()).unwrap_err();
        assert_eq!((refusal.field, refusal.flaw), (Field::Payload, Flaw::NotCarried));
    }
}

#[test]
fn examples_of_questions_are_answers_where_they_are_whole() {
    for given in GIVEN {
        for question in questions(given.standard) {
            let example = question.example;
            assert!(example.chars().count() <= question.length_max, "{example}");
            let typed = given.answers().value(question.field).is_some();
            if example.is_empty() || example.ends_with('…') || !typed {
                continue;
            }
            let tried = given.try_with(&[(question.field, example)]);
            assert!(tried.is_ok(), "{} {}: {tried:?}", given.standard, question.field);
        }
    }
}
