use super::*;

/// Adds the checksum to a text.
fn sealed(text: &str) -> String {
    let mut text = text.to_owned();
    tlv::push_checksum(&mut text);
    text
}

fn oddities(text: &str) -> Vec<(Field, Oddity)> {
    let sealed = sealed(text);
    let code = Code::read(&sealed).unwrap();
    code.findings.into_iter().map(|finding| (finding.field, finding.oddity)).collect()
}

fn flaw(text: &str) -> (Field, Flaw) {
    let refusal = Code::read(text).unwrap_err();
    (refusal.field, refusal.flaw)
}

#[test]
fn tags_and_sub_tags_are_found_by_number() {
    let text = sealed("00020126270015org.example.pay010442425802FR6000");
    let code = Code::read(&text).unwrap();
    assert_eq!(code.value(58), Some("FR"));
    assert_eq!(code.sub(26, 1), Some("4242"));
    assert_eq!((code.value(60), code.has(60), code.has(59)), (None, true, false));
    assert_eq!((code.subs(26).len(), code.subs(58).len()), (2, 0));
    assert_eq!(code.sub(26, 9), None);
}

#[test]
fn the_first_tag_is_00_and_the_last_is_63() {
    let place = |text: &str| match flaw(text) {
        (Field::Payload, Flaw::Broken { place }) => place,
        other => panic!("{other:?}"),
    };
    assert_eq!(place(&sealed("5802FR000201")), "00");
    assert_eq!(place("0002015802FR"), "63");
    assert_eq!(place("0002016303123"), "63");
    assert_eq!(place("0002016304XYZW"), "63");
    assert_eq!(place(&format!("{}5802FR", sealed("000201"))), "63");
    assert_eq!(place("0002015944AIDE63041234"), "59");
}

#[test]
fn a_wrong_checksum_is_refused_and_told() {
    let right = sealed("0002015802FR");
    let (found, computed) = ("0000".to_owned(), right[right.len() - 4..].to_owned());
    let wrong = format!("{}0000", &right[..right.len() - 4]);
    assert_eq!(flaw(&wrong), (Field::Payload, Flaw::Checksum { found, computed }));
}

#[test]
fn other_texts_are_of_another_standard() {
    for text in ["", " ", "x", "https://example.org", "BCD\n002", "00é2"] {
        assert_eq!(flaw(text), (Field::Payload, Flaw::OtherStandard), "{text}");
    }
}

#[test]
fn no_tag_stands_twice_at_one_level() {
    assert_eq!(flaw(&sealed("0002015802FR5802FR")), (Field::Country, Flaw::Repeated));
    assert_eq!(flaw(&sealed("00020162100501A0501B")), (Field::Additional, Flaw::Repeated));
    assert_eq!(flaw(&sealed("00020126150001a0101b0101c")), (Field::Accounts, Flaw::Repeated));
}

#[test]
fn what_banks_really_print_is_read_with_a_finding() {
    assert_eq!(oddities("0002015802FR5903Aid"), []);
    assert_eq!(oddities("0002015903Aid5802FR"), [(Field::Payload, Oddity::OutOfOrder)]);
    assert_eq!(oddities("00020126100101b0001a"), [(Field::Accounts, Oddity::OutOfOrder)]);
    assert_eq!(oddities("0002015200"), [(Field::Mcc, Oddity::Empty)]);
    let unknown = |field, key: &str| [(field, Oddity::Unknown { key: key.to_owned() })];
    assert_eq!(oddities("00020162050001h"), unknown(Field::Additional, "62-00"));
    assert_eq!(oddities("0002013904abcd"), unknown(Field::Opaque, "39"));
    let hash = "0004aaaabbbbccccddddeeeeffff0000";
    assert_eq!(oddities(&format!("0002018232{hash}")), unknown(Field::Opaque, "82"));
}

#[test]
fn blanks_and_a_small_checksum_are_told() {
    let text = format!("\u{feff} {}\n", sealed("0002015802FR").to_ascii_lowercase());
    assert!(Code::read(&text).is_err(), "the country is small too");
    let right = sealed("0002015802FR5904Ruth");
    let small = format!("{}{}", &right[..24], right[24..].to_ascii_lowercase());
    let text = format!("\u{feff} {small}\n");
    let code = Code::read(&text).unwrap();
    let oddities: Vec<_> = code.findings.iter().map(|finding| finding.oddity.clone()).collect();
    let odd = [Oddity::ByteOrderMark, Oddity::BlanksAround, Oddity::SmallLetterChecksum];
    assert_eq!(oddities, odd, "{text}");
}

#[test]
fn a_damaged_template_is_no_bare_value() {
    // The letter O in a sub-length, as in a public Indian fixture.
    let damaged = sealed("00020127340010A000000524O116MNUTAAi0WYeMqrv2");
    assert_eq!(flaw(&damaged).1, Flaw::Broken { place: "27-O1".to_owned() });
    let account = |value: &str| sealed(&format!("00020126{:02}{value}", value.len()));
    for (damaged, place) in
        [("0099org.example.pay", "26-00"), ("001Oorg.example", "26-00"), ("0003abc01044", "26-01")]
    {
        let place = Flaw::Broken { place: place.to_owned() };
        assert_eq!(flaw(&account(damaged)), (Field::Payload, place), "{damaged}");
    }
    assert_eq!(flaw(&account("0103abc")), (Field::Accounts, Flaw::Missing));
    // A message of TrueMoney in UTF-16, a number, and a token of Yape.
    for bare in ["00480069", "0012345678", "00AUOUHH8sSyMnW2MTDK4Kz39zx0n6qhY78AfFg1sCE="] {
        let text = account(bare);
        assert_eq!(Code::read(&text).unwrap().value(26), Some(bare));
    }
    assert_eq!(flaw(&sealed("0002016204abcd")).1, Flaw::Broken { place: "62-ab".to_owned() });
}

/// Compares a tag with a published tree; its templates may go one level deeper than ours.
fn assert_same(value: &str, expected: &serde_json::Value) {
    let Some(tree) = expected.as_object() else {
        return assert_eq!(Some(value), expected.as_str());
    };
    let subs = tlv::part(value, "").unwrap();
    assert_eq!(subs.len(), tree.len(), "{value}");
    for sub in subs {
        assert_same(sub.value, &tree[&format!("{:02}", sub.id)]);
    }
}

#[test]
fn published_codes_part_into_their_published_trees() {
    let mut trees = 0;
    for file in [
        "argentina",
        "bharat_qr",
        "bre_b",
        "duitnow",
        "emv",
        "fps",
        "ghqr",
        "jpqr",
        "khqr",
        "lankaqr",
        "laoqr",
        "nepalpay",
        "paynow",
        "pix",
        "promptpay",
        "qr_ph",
        "qris",
        "raast",
        "vietqr",
        "yape",
    ] {
        let path = format!("{}/../../tests/vectors/{file}.json", env!("CARGO_MANIFEST_DIR"));
        let vectors = std::fs::read_to_string(path).unwrap();
        let vectors: Vec<serde_json::Value> = serde_json::from_str(&vectors).unwrap();
        for vector in vectors.iter().filter(|vector| vector["valid"] == true) {
            let code = Code::read(vector["payload"].as_str().unwrap()).unwrap();
            let Some(tree) = vector["tlv"].as_object() else { continue };
            for (id, expected) in tree {
                assert_same(code.value(id.parse().unwrap()).unwrap(), expected);
            }
            assert_eq!(code.parts().len(), tree.len() + 1, "all but the checksum");
            trees += 1;
        }
    }
    assert!(trees > 100, "{trees}");
}
