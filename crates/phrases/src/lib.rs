//! phrases.
