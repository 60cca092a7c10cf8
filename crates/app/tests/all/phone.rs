//! A phone that shows codes, as an authenticator app makes them (RFC 6238).

use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha1::Sha1;

/// A phone that scanned or was typed a secret.
pub struct Phone(Vec<u8>);

impl Phone {
    /// From the text of the secret in groups.
    pub fn typed(text: &str) -> Phone {
        let plain: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
        Phone(data_encoding::BASE32_NOPAD.decode(plain.as_bytes()).unwrap())
    }

    /// The code it shows at an instant.
    pub fn shows(&self, at: Timestamp) -> String {
        let step = u64::try_from(at.as_second()).unwrap() / 30;
        let mut mac = Hmac::<Sha1>::new_from_slice(&self.0).unwrap();
        mac.update(&step.to_be_bytes());
        let hash = mac.finalize().into_bytes();
        let place = usize::from(hash[19] & 15);
        let four: [u8; 4] = hash[place..place + 4].try_into().unwrap();
        format!("{:06}", (u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000)
    }
}
