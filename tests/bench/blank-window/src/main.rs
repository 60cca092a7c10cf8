//! The smallest Tauri window, as large as ours: what the start of ours is measured against.

fn main() -> Result<(), tauri::Error> {
    tauri::Builder::default().run(tauri::generate_context!())
}
