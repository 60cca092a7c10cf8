//! What is odd about codes of every standard, and what is not: no published code is taken for a
//! disguise, and each kind of disguise is found in the standards that can carry it.
#![expect(clippy::unwrap_used, reason = "a test that fails here has found what it looks for")]

use std::fs;
use std::path::Path;

use groat_payment_codes::{
    Expected, Field, Flaw, Oddity, Options, Standard, Verdict, decode, inspect,
};
use serde_json::Value as Json;

fn is_disguise(oddity: &Oddity) -> bool {
    matches!(
        oddity,
        Oddity::Lookalike { .. } | Oddity::HostLooksLike { .. } | Oddity::SecondCode { .. }
    )
}

#[test]
fn no_published_code_is_taken_for_a_disguise() {
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let mut tried = 0;
    let mut wrong = Vec::new();
    for file in fs::read_dir(vectors).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let vectors: Json = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        for vector in vectors.as_array().unwrap() {
            let Some(payload) = vector["payload"].as_str() else { continue };
            let Ok(reading) = decode(payload, Options { check_address: false }) else { continue };
            tried += 1;
            let disguises = reading.findings.iter().filter(|finding| is_disguise(&finding.oddity));
            wrong.extend(disguises.map(|finding| format!("{payload:?}: {finding:?}")));
        }
    }
    assert!(tried > 300, "{tried}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn disguises(payload: &str) -> Vec<(Field, Oddity)> {
    let findings = decode(payload, Options::default()).unwrap().findings.into_iter();
    let disguises = findings.filter(|finding| is_disguise(&finding.oddity));
    disguises.map(|finding| (finding.field, finding.oddity)).collect()
}

fn upi(note: &str) -> String {
    let note: String = note.bytes().map(|byte| format!("%{byte:02X}")).collect();
    format!("upi://pay?pa=greenvalley@okaxis&pn=Green%20Valley%20Trust&cu=INR&tn={note}")
}

const PIX: &str = "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039\
                   865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D";

#[test]
fn a_second_code_is_found_in_the_text_of_every_standard() {
    let inner = [
        (upi("x"), Standard::Upi),
        ("SPD*1.0*ACC:CZ2806000000000168540115*CC:CZK".to_owned(), Standard::Spayd),
        (PIX.to_owned(), Standard::Pix),
        ("https://evil.example/pay".to_owned(), Standard::Links),
        ("paypal.me/evil".to_owned(), Standard::Links),
    ];
    for (inner, standard) in inner {
        for text in [inner.clone(), format!("Gift: {inner}")] {
            let second = [(Field::Message, Oddity::SecondCode { standard })];
            assert_eq!(disguises(&upi(&text)), second, "{text}");
        }
    }
    let spayd = "SPD*1.0*ACC:CZ2806000000000168540115*CC:CZK*MSG:https://evil.example";
    let second = Oddity::SecondCode { standard: Standard::Links };
    assert_eq!(disguises(spayd), [(Field::Message, second.clone())]);
    assert_eq!(disguises(&format!("{spayd}*X-URL:https://verein.example")).len(), 1);
    let ordinary = "SPD*1.0*ACC:CZ2806000000000168540115*CC:CZK*X-URL:https://verein.example";
    assert_eq!(disguises(ordinary), []);
    let bitcoin = "bitcoin:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4?message=\
                   https%3A%2F%2Fevil.example%2Fpay";
    assert_eq!(disguises(bitcoin), [(Field::Message, second)]);
}

#[test]
fn hosts_and_letters_are_looked_at_in_every_standard() {
    let host = |host: &str, like| Oddity::HostLooksLike { host: host.to_owned(), like };
    let url = "upi://pay?pa=greenvalley@okaxis&pn=Green%20Valley&url=https%3A%2F%2Fpaypa1.me%2Fx";
    assert_eq!(disguises(url), [(Field::Url, host("paypa1.me", "paypal.me"))]);
    let name = "upi://pay?pa=greenvalley@okaxis&pn=Gr%D0%B5en%20Valley";
    let letter = Oddity::Lookalike { at: 2, found: 'е', like: 'e' };
    assert_eq!(disguises(name), [(Field::PayeeName, letter)]);
    let spayd = "SPD*1.0*ACC:CZ2806000000000168540115*CC:CZK*RN:UTUL%D0%95K PRO PSY";
    let letter = Oddity::Lookalike { at: 4, found: 'Е', like: 'E' };
    assert_eq!(disguises(spayd), [(Field::PayeeName, letter)]);
}

fn verdict(payload: &str, key: &str) -> Verdict {
    let expected = Expected { keys: vec![key.to_owned()], ..Expected::default() };
    inspect(payload, &expected).verdict
}

#[test]
fn the_key_of_every_standard_is_compared() {
    for (payload, ours, other) in [
        (PIX, "123E4567-E12B-12D1-A456-426655440000", "123e4567-e12b-12d1-a456-426655440001"),
        (upi("x").as_str(), "GreenValley@OkAxis", "greenvaley@okaxis"),
        (
            "bitcoin:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        ),
        (
            "SPD*1.0*ACC:CZ2806000000000168540115*CC:CZK",
            "CZ28 0600 0000 0001 6854 0115",
            "CZ5855000000001265098001",
        ),
    ] {
        assert_eq!(verdict(payload, ours), Verdict::Ours, "{payload}");
        assert_eq!(verdict(payload, other), Verdict::NotOurs, "{payload}");
    }
}

#[test]
fn an_account_beside_ours_makes_a_code_not_ours() {
    let ours = "CZ2806000000000168540115";
    let spayd = format!("SPD*1.0*ACC:{ours}*ALT-ACC:CZ5855000000001265098001*CC:CZK");
    assert_eq!(verdict(&spayd, ours), Verdict::NotOurs);
    let both = Expected {
        keys: vec![ours.to_owned(), "CZ5855000000001265098001".to_owned()],
        ..Expected::default()
    };
    assert_eq!(inspect(&spayd, &both).verdict, Verdict::Ours);
}

#[test]
fn a_checksum_that_does_not_fit_is_told_as_one() {
    let changed = PIX.replace("Fulano", "Fulana");
    let inspection = inspect(&changed, &Expected::default());
    assert_eq!((inspection.verdict, inspection.standard), (Verdict::Damaged, Some(Standard::Pix)));
    assert!(matches!(inspection.read.unwrap_err().flaw, Flaw::Checksum { .. }));
}
