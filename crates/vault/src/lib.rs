//! Keys, and who may hold them: passphrases, slots, sealing, one-time codes, PINs.
//!
//! Nothing here knows a clock, a disk, a network or dice: time and random bytes come in as
//! arguments, so that every act can be repeated in a test.
//!
//! # From what a person knows to what the disk holds
//!
//! ```text
//! what opens                               what it opens              what that opens
//!
//! passphrase ─ Argon2id ─┐
//!                        ├─ HKDF ─ key ──► Passphrase slot ─┐
//! keyring secret ────────┘                                  │         station key ─► station.db
//! recovery sheet ─────────── HKDF ─ key ─► Recovery slot  ──┼─ bundle office key  ─► office.db
//!                                                           │         office secret ─► sealed
//! passphrase ─ Argon2id ──── HKDF ─ key ─► Travel slot ─────┘                          notes
//! ```
//!
//! * The files are opened by random keys, never by a passphrase: changing a passphrase writes one
//!   slot anew and no books.
//! * A **Passphrase** slot needs the passphrase and the secret in this computer's keyring. Who
//!   copies the file alone cannot even begin to guess.
//! * The **Recovery** slot needs the printed sheet alone; 160 random bits cannot be guessed.
//! * A **Travel** slot needs the passphrase alone, so that a backup opens on a new computer. It
//!   can be guessed at, at the price of one Argon2id a try: it belongs into backups only.
//! * Every slot wraps the same [`KeyBundle`] with XChaCha20-Poly1305. Volunteers have no slot:
//!   their desk takes the station key from the keyring, and what they note about donors is
//!   [`sealed`] to the office, whose secret only the bundle holds.
//!
//! # What this does not do
//! One-time codes ([`factor`]), PINs and waiting times ([`attempts`]) are gates in our own
//! program, not locks: whoever holds the station key, or can change the program, walks round them.
//! What resists a thief is passphrase and keyring secret.

#![forbid(unsafe_code)]

mod aead;
pub mod attempts;
mod base32;
mod common;
pub mod factor;
mod kdf;
mod key;
mod passphrase;
mod pin;
mod recovery;
mod recovery_codes;
pub mod sealed;
mod slots;

pub use kdf::{Cost, CostError, OutOfMemory};
pub use key::Key;
pub use passphrase::{Passphrase, PassphraseError};
pub use pin::{Pin, PinError, PinHash, PinHashError};
pub use recovery::{RecoveryError, RecoveryKey};
pub use recovery_codes::{CodeHash, RecoveryCode, RecoveryCodeError, UnusedCodes};
pub use slots::{
    FORMAT_VERSION, KeyBundle, Keys, KeysError, OpenError, PutError, Slot, SlotKind, SlotRandom,
    VaultId,
};
