//! What a person can do, held from outside. Every file of this folder is a module of this
//! one program; a file that was forgotten here fails the first test.

#![cfg(test)]

mod accounts;
mod asking;
mod backups;
mod currencies;
mod days;
mod donors;
mod export;
mod given;
mod kill;
mod people;
mod phone;
mod refusals;
mod signing_in;
mod standards;

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
