//! Everything that is tried in the real window.

mod barriers;
mod books;
mod keyboard;
mod rails;
mod scenario;
mod vault;
mod walls;
