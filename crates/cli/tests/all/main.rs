//! The terminal as people and scripts meet it: the real program, on folders that are thrown away.
//! Every file of this folder is a module of this one program; a file that was forgotten here fails
//! the first test.

#![cfg(test)]

mod accounts;
mod advise;
mod bank_codes;
mod codes;
mod demo;
mod exits;
mod given;
mod people;
#[path = "../../../app/tests/all/phone.rs"]
mod phone;
mod pictures;
mod posters;
mod refusals;
mod standards;
mod story;
mod together;

#[test]
fn every_file_of_this_folder_is_run() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/all");
    let listed = include_str!("main.rs");
    for file in std::fs::read_dir(folder).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let module = name.trim_end_matches(".rs");
        assert!(module == "main" || listed.contains(&format!("mod {module};")), "{name}");
    }
}
