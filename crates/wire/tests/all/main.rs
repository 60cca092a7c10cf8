//! The command table, held from outside. Every file of this folder is a module of this
//! one program; a file that was forgotten here fails the first test.

#![cfg(test)]

mod accounts;
mod commands;
mod display;
mod given;
mod language;
mod office;
#[path = "../../../app/tests/all/phone.rs"]
mod phone;
mod rights;
mod safety;

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
