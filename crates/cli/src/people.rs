//! The people of the desk: list, add, give roles, remove.

use groat_app::{App, Fault};
use groat_phrases::{Id, shown};
use groat_wire::views::{PersonView, Role};
use serde_json::{Value, json};

use crate::signing_in::Caller;
use crate::table::{Lean, lay_out};
use crate::terminal::Terminal;

type Answer = Result<Value, Fault>;

pub async fn list(terminal: &mut Terminal, app: &App) -> Answer {
    let people = app.people().await?;
    let views: Vec<PersonView> = people.iter().map(PersonView::from).collect();
    if views.is_empty() {
        terminal.say(Id::PersonListEmpty, &[]);
    }
    let rows: Vec<[String; 3]> = views
        .iter()
        .map(|view| {
            let removed = terminal.sentence(Id::PersonIsRemoved, &[]);
            let standing = if view.removed { removed } else { String::new() };
            [shown(&view.name), role_name(terminal, view.role), standing]
        })
        .collect();
    for line in lay_out([Lean::Left, Lean::Left, Lean::Left], &rows) {
        terminal.line(&format!("  {line}"));
    }
    Ok(json!({ "people": views }))
}

pub async fn add(
    terminal: &mut Terminal,
    app: &App,
    caller: &Caller,
    name: &str,
    role: Role,
) -> Answer {
    let secret = caller.new_secret(role)?;
    let id = app.add_person(name, role.into(), &secret).await?;
    let answer = person(terminal, app, &id.to_string(), Id::PersonAdded).await?;
    if role != Role::Volunteer {
        terminal.say(Id::PersonNext, &[]);
    }
    Ok(answer)
}

pub async fn give_role(
    terminal: &mut Terminal,
    app: &App,
    caller: &Caller,
    (name, role, new_secret): (&str, Role, bool),
) -> Answer {
    let found = app.find_person(name).await?;
    let secret = match new_secret || Caller::changes_secret(&found, role) {
        true => Some(caller.new_secret(role)?),
        false => None,
    };
    app.give_role(found.id, role.into(), secret.as_deref()).await?;
    person(terminal, app, &found.id.to_string(), Id::PersonRole).await
}

pub async fn remove(terminal: &mut Terminal, app: &App, name: &str) -> Answer {
    let found = app.find_person(name).await?;
    app.remove_person(found.id).await?;
    person(terminal, app, &found.id.to_string(), Id::PersonRemoved).await
}

/// Says what became of a person, and answers it.
async fn person(terminal: &mut Terminal, app: &App, id: &str, said: Id) -> Answer {
    let people = app.people().await?;
    let views: Vec<PersonView> = people.iter().map(PersonView::from).collect();
    let view = views.into_iter().find(|view| view.id == id);
    if let Some(view) = &view {
        let role = role_name(terminal, view.role);
        terminal.say(said, &[("name", view.name.as_str().into()), ("role", role.into())]);
    }
    Ok(json!({ "person": view }))
}

fn role_name(terminal: &Terminal, role: Role) -> String {
    let id = match role {
        Role::Volunteer => Id::RoleVolunteer,
        Role::Treasurer => Id::RoleTreasurer,
        Role::Admin => Id::RoleAdmin,
    };
    terminal.sentence(id, &[])
}

/// Gives somebody a new passphrase by the recovery sheet.
pub async fn recover(
    terminal: &mut Terminal,
    app: &App,
    caller: &Caller,
    name: &str,
) -> Result<Value, Fault> {
    let person = app.find_person(name).await?;
    let sheet = caller.sheet()?;
    let new = caller.new_secret(Role::Admin)?;
    app.recover(person.id, &sheet, &new).await?;
    terminal.say(Id::RecoverDone, &[("name", person.name.as_str().into())]);
    Ok(json!({ "person": person.name }))
}
