//! Which crate may lean on which, and who may use what from outside.

use serde_json::Value;

use crate::Outcome;
use crate::shell::{cargo, read};

/// The rooms from the ground up: a room leans only on rooms in lower rows.
const FLOORS: &[&[&str]] = &[
    &["groat-money", "groat-vault"],
    &["groat-payment-codes", "groat-bank-statements", "groat-packs", "groat-phrases"],
    &["groat-ledger"],
    &["groat-books", "groat-documents", "groat-hub"],
    &["groat-app"],
    &["groat-wire"],
    &["groat-donor-page", "groat-desktop", "groat-cli"],
];

/// The one arrow between rooms of the same floor.
const BESIDE: (&str, &str) = ("groat-hub", "groat-books");

/// What stands outside the house and may lean on any room.
const YARD: &[&str] = &["xtask", "groat-end-to-end", "groat-bench", "blank-window"];

/// Outer rooms reach the rules only through these.
const DOORS: &[(&str, &[&str])] = &[
    ("groat-desktop", &["groat-app", "groat-wire", "groat-donor-page"]),
    ("groat-cli", &["groat-app", "groat-wire", "groat-phrases"]),
    ("groat-donor-page", &["groat-app", "groat-wire", "groat-phrases"]),
];

/// What a room never uses from outside, by the beginning of its name.
const NEVER: &[(&str, &[&str])] = &[
    ("groat-money", &["serde", "sqlx", "tokio", "tauri"]),
    ("groat-payment-codes", &["serde", "sqlx", "tokio", "tauri"]),
    ("groat-vault", &["serde", "sqlx", "tokio", "tauri", "getrandom"]),
    ("groat-bank-statements", &["sqlx", "tokio", "tauri"]),
    ("groat-packs", &["sqlx", "tokio", "tauri"]),
    ("groat-phrases", &["sqlx", "tokio", "tauri"]),
    ("groat-ledger", &["serde", "sqlx", "tokio", "tauri"]),
    ("groat-books", &["tauri"]),
    ("groat-documents", &["sqlx", "tokio", "tauri"]),
    ("groat-hub", &["tauri"]),
    ("groat-app", &["tauri", "sqlx"]),
    ("groat-wire", &["tauri", "sqlx"]),
    ("groat-donor-page", &["tauri", "sqlx"]),
    ("groat-cli", &["tauri", "sqlx"]),
    ("groat-desktop", &["sqlx"]),
];

struct Lean {
    from: String,
    to: String,
}

/// Every arrow of ours that points up, sideways or through a wall.
pub fn between_rooms() -> Outcome<Vec<String>> {
    let breaches = leans()?.into_iter().filter(|lean| lean.to.starts_with("groat-"));
    Ok(breaches.filter_map(|lean| wrong(&lean.from, &lean.to)).collect())
}

/// Every use of something from outside in a room that must not know it.
pub fn from_outside() -> Outcome<Vec<String>> {
    let mut breaches = Vec::new();
    for Lean { from, to } in leans()? {
        let never =
            NEVER.iter().find(|(room, _)| *room == from).map_or(&[][..], |(_, never)| never);
        if never.iter().any(|name| to.starts_with(name)) {
            breaches.push(format!("{from} uses {to}"));
        }
    }
    Ok(breaches)
}

fn wrong(from: &str, to: &str) -> Option<String> {
    if YARD.contains(&from) || (from, to) == BESIDE {
        return None;
    }
    let Some(upper) = floor(from) else {
        return Some(format!("{from} has no place in the house yet: give it a floor here"));
    };
    if floor(to).is_none_or(|lower| lower >= upper) {
        return Some(format!("{from} leans on {to}"));
    }
    let door = DOORS.iter().find(|(room, _)| *room == from);
    door.filter(|(_, doors)| !doors.contains(&to))
        .map(|_| format!("{from} goes past its doors to {to}"))
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// What our packages use, tests left out.
fn leans() -> Outcome<Vec<Lean>> {
    let told = read(&mut cargo(&["metadata", "--format-version", "1", "--no-deps"]))?;
    let told: Value = serde_json::from_str(&told)?;
    let mut leans = Vec::new();
    for package in told.get("packages").and_then(Value::as_array).into_iter().flatten() {
        let name = text(package, "name");
        for used in package.get("dependencies").and_then(Value::as_array).into_iter().flatten() {
            if text(used, "kind") != "dev" {
                leans.push(Lean { from: name.to_owned(), to: text(used, "name").to_owned() });
            }
        }
    }
    if leans.is_empty() {
        return Err("cargo names no packages".into());
    }
    Ok(leans)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_point_down() {
        assert_eq!(wrong("groat-ledger", "groat-money"), None);
        assert!(wrong("groat-money", "groat-ledger").is_some());
        assert!(wrong("groat-phrases", "groat-packs").is_some());
        assert_eq!(wrong("groat-hub", "groat-books"), None);
    }

    #[test]
    fn outer_rooms_keep_to_their_doors() {
        assert!(wrong("groat-cli", "groat-books").is_some());
        assert_eq!(wrong("groat-cli", "groat-wire"), None);
        assert!(wrong("groat-new", "groat-money").is_some());
    }
}
