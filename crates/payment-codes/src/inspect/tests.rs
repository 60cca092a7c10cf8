//! Real disguises are found, and ordinary names are not.

mod posters;

use super::*;
use crate::{Options, decode};

fn found(text: &str) -> Vec<(Field, Oddity)> {
    crate::reading::found(&decode(text, Options::default()).unwrap())
}

fn epc(name: &str, text: &str) -> String {
    let payload = format!("BCD\n002\n1\nSCT\n\n{name}\nDE89370400440532013000\n\n\n\n{text}");
    payload.trim_end().to_owned()
}

fn lookalikes(name: &str) -> Vec<(usize, char, char)> {
    let found = found(&epc(name, "")).into_iter();
    let found = found.filter_map(|(_, oddity)| match oddity {
        Oddity::Lookalike { at, found, like } => Some((at, found, like)),
        _ => None,
    });
    found.collect()
}

#[test]
fn letters_of_another_alphabet_in_a_word_are_found() {
    for (name, expected) in [
        ("Cаritas Linz", vec![(1, 'а', 'a')]),
        ("Rеd Crоss", vec![(1, 'е', 'e'), (6, 'о', 'o')]),
        ("Verein Lichtbliсk e.V.", vec![(15, 'с', 'c')]),
        ("UNICΕF", vec![(4, 'Ε', 'E')]),
        ("Ꮯaritas", vec![(0, 'Ꮯ', 'C')]),
        ("Ѕave the Children", vec![(0, 'Ѕ', 'S')]),
        ("Ｓpenden für Οxfam", vec![(12, 'Ο', 'O')]),
        ("Фoнд Приклад", vec![(1, 'o', 'о')]),
        ("ΕΛΠIΔΑ", vec![(3, 'I', 'Ι')]),
        ("Նոր Հoւյս", vec![(5, 'o', 'օ')]),
        ("Cаrе", vec![(1, 'а', 'a'), (3, 'е', 'e')]),
        // Which of both is meant shows in the rest of the name.
        ("СOPE Verein", vec![(0, 'С', 'C')]),
        ("СOPE Благодійний", vec![(1, 'O', 'О'), (2, 'P', 'Р'), (3, 'E', 'Е')]),
        // A whole word that is not what it seems.
        ("СОРЕ Foundation", vec![(0, 'С', 'C'), (1, 'О', 'O'), (2, 'Р', 'P'), (3, 'Е', 'E')]),
        ("F0ndation", vec![(1, '0', 'o')]),
        ("F0NDATI0N AIDE", vec![(1, '0', 'O'), (7, '0', 'O')]),
        ("Lichtb1ick", vec![(6, '1', 'l')]),
    ] {
        assert_eq!(lookalikes(name), expected, "{name}");
    }
}

#[test]
fn ordinary_names_of_every_script_are_not() {
    for name in [
        "Ελπίδα",
        "ΕΛΠΙΔΑ",
        "Φιλανθρωπικό Σωματείο «Ελπίδα»",
        "Ίδρυμα ΑΝΝΑ",
        "БО Фонд",
        "БО \"Фонд Приклад\"",
        "Благотворительный фонд «СОС»",
        "ФОНД HOPE",
        "БФ UNICEF Україна",
        "IT-школа",
        "Удружење Чачак",
        "Фондация Ӱ",
        "Fondation ΑΓΑΠΗ",
        "Fondation ΑΓΑΠΗ ΖΩΗ",
        "Stiftung Дом № 5",
        "Help с Надеждой",
        "Quỹ Hy vọng",
        "Hội Chữ thập đỏ Việt Nam",
        "Quy\u{303} Hy vo\u{323}ng",
        "Łódzkie Towarzystwo Opieki nad Zwierzętami",
        "Příspěvek na péči z.s.",
        "Þjóðkirkjan Íslands",
        "Türkiye Kızılay Derneği",
        "Azərbaycan Qızıl Aypara",
        "Kɔfi Ɛnyɛ Fekuw",
        "Verein für Straßenkinder",
        "Հայ Օգնության Միություն",
        "ᏣᎳᎩ ᎠᏰᎵ",
        "საქველმოქმედო ფონდი",
        "جمعية الأمل",
        "עמותת תקווה",
        "清水基金会",
        "希望プロジェクトABC",
        "희망재단",
        "มูลนิธิความหวัง",
        "आशा फाउंडेशन",
        "ទឹកស្អាត",
        "Ωmega Verein",
        "α-Gruppe",
        "ЯRUS",
        "Web3 Hilfe",
        "H2O e.V.",
        "Route 101",
        "B1 Sportverein",
        "100Prozent Hilfe",
        "Covid19 Hilfe",
        "4you2help",
        "Förderverein Klasse1a",
    ] {
        assert_eq!(lookalikes(name), [], "{name}");
    }
}

#[test]
fn a_second_code_in_a_text_is_found() {
    let second = |text: &str| {
        let found = found(&epc("Verein", text)).into_iter();
        let mut found = found.filter_map(|(_, oddity)| match oddity {
            Oddity::SecondCode { standard } => Some(standard),
            _ => None,
        });
        found.next()
    };
    for (text, standard) in [
        ("https://evil.example/pay", Standard::Links),
        ("Spende: HTTP://evil.example", Standard::Links),
        ("Danke! (https://evil.example)", Standard::Links),
        ("siehe paypal.me/evil/50EUR", Standard::Links),
        ("wxp://f2f0abc", Standard::Links),
    ] {
        assert_eq!(second(text), Some(standard), "{text}");
    }
    for text in [
        "LB-2K7Q-94 Spende Winterhilfe",
        "Zweck: Hilfe / Bildung",
        "1.2.2026/Mitglied",
        "http: nicht gemeint",
        "bitcoin: nein danke",
        "lnbc ist kein Code",
        "000201 Mitglied",
        "a@verein.example",
    ] {
        assert_eq!(second(text), None, "{text}");
    }
}

#[test]
fn hosts_are_looked_at_wherever_they_stand() {
    let looks = |text: &str| -> Option<(Field, &'static str)> {
        found(text).into_iter().find_map(|(field, oddity)| match oddity {
            Oddity::HostLooksLike { like, .. } => Some((field, like)),
            _ => None,
        })
    };
    for (text, expected) in [
        ("https://paypal.me.evil.example/x", (Field::Link, "paypal.me")),
        ("https://paypa1.me/Helfer/5EUR", (Field::Link, "paypal.me")),
        ("https://venmо.com/helper", (Field::Link, "venmo.com")),
        ("https://xn--venm-85d.com/helper", (Field::Link, "venmo.com")),
        ("https://paypal.me@evil.example/x", (Field::Link, "paypal.me")),
        ("paypa1.me/Helfer/5EUR", (Field::Link, "paypal.me")),
        ("http://paypa1.me/Helfer/5EUR", (Field::Link, "paypal.me")),
    ] {
        assert_eq!(looks(text), Some(expected), "{text}");
    }
    let text = epc("Verein", "Mehr:https://paypa1.me/x");
    assert_eq!(looks(&text), Some((Field::Message, "paypal.me")));
    assert_eq!(looks("https://paypal.me/Helfer/5EUR"), None);
    assert!(found("http://paypa1.me/x").contains(&(Field::Link, Oddity::NotHttps)));
}

#[test]
fn codes_behind_a_link_or_inside_it_are_found() {
    let second = (Field::Payload, Oddity::SecondCode { standard: Standard::Links });
    assert!(found("https://paypal.me/Helfer https://evil.example/x").contains(&second));
    assert!(found("https://paypal.me/Helfer\nhttps://evil.example/x").contains(&second));
    let inside = (Field::OtherKeys, Oddity::SecondCode { standard: Standard::Links });
    let text = "https://paypal.me/Helfer?next=https%3A%2F%2Fevil.example";
    assert!(found(text).contains(&inside));
    let note = (Field::Message, Oddity::SecondCode { standard: Standard::Links });
    let text = "https://venmo.com/helper?txn=pay&note=https%3A%2F%2Fevil.example%2Fx";
    assert!(found(text).contains(&note));
    let text = "https://venmo.com/helper?txn=pay&note=LB7";
    assert_eq!(found(text), []);
}

#[test]
fn signs_that_turn_a_text_are_found_in_every_standard() {
    let text = "https://venmo.com/helper?txn=pay&note=a%E2%80%AEb";
    let turned = found(text).into_iter().filter(|(field, oddity)| {
        *field == Field::Message
            && matches!(
                oddity,
                Oddity::ForeignSign { at: 1, why: Some(ForeignSign::Direction), .. }
            )
    });
    assert_eq!(turned.count(), 1);
}

#[test]
fn letters_in_a_key_are_found() {
    let text = "https://monzo.me/h%D0%B5lper";
    let letter = Oddity::Lookalike { at: 1, found: 'е', like: 'e' };
    assert!(found(text).contains(&(Field::User, letter)));
}
