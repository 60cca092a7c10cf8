//! What set-up asks about an account, standard by standard.

use super::links::PROVIDERS;
use crate::{Field, Standard};

/// One thing that set-up asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub field: Field,
    /// Whether there is no code without an answer.
    pub needed: bool,
    /// The longest answer, in characters.
    pub length_max: usize,
    /// A made-up answer of the right form; the language of people is added by those who show it.
    pub example: &'static str,
    /// The answers there are, where they are few.
    pub choices: &'static [&'static str],
}

const fn needed(field: Field, length_max: usize, example: &'static str) -> Question {
    Question { field, needed: true, length_max, example, choices: &[] }
}

const fn wanted(field: Field, length_max: usize, example: &'static str) -> Question {
    Question { field, needed: false, length_max, example, choices: &[] }
}

/// The choice that leaves an answer to the country of the account, as no answer does.
pub(super) const USUAL: &str = "usual";

/// One of a few answers, the likeliest first; the account tells it where none is given.
const fn choice(field: Field, choices: &'static [&'static str]) -> Question {
    Question { field, needed: false, length_max: 20, example: "", choices }
}

const fn iban(example: &'static str) -> Question {
    needed(Field::Iban, 42, example)
}

const fn name(length_max: usize) -> Question {
    needed(Field::PayeeName, length_max, "")
}

/// A code that an issuer gave out, and the name where it is another than the code has.
const ISSUED: &[Question] =
    &[needed(Field::BasePayload, 512, "000201…"), wanted(Field::PayeeName, 70, "")];

/// Returns what set-up asks about an account of a standard, in the order to ask it. Empty where no
/// account of this standard can be set up: codes that need a date, or that only their issuer has.
#[must_use]
pub fn questions(standard: Standard) -> &'static [Question] {
    use Field as F;
    use Standard as S;
    match standard {
        S::Epc => {
            const {
                &[
                    name(70),
                    iban("DE89 3704 0044 0532 0130 00"),
                    wanted(F::Bic, 11, "COBADEFFXXX"),
                    choice(F::ReferenceType, &[USUAL, "TEXT", "RF", "OGM"]),
                ]
            }
        }
        S::SwissQrBill => {
            const {
                &[
                    name(70),
                    iban("CH58 0079 1123 0008 8901 2"),
                    wanted(F::PayeeStreet, 70, "Seeweg"),
                    wanted(F::PayeeHouseNo, 16, "7"),
                    needed(F::PayeeZip, 16, "6003"),
                    needed(F::PayeeCity, 35, "Luzern"),
                    wanted(F::PayeeCountry, 2, "CH"),
                ]
            }
        }
        S::Spayd => const { &[name(35), iban("CZ65 0800 0000 1920 0014 5399")] },
        S::PayBySquare => {
            const { &[name(70), iban("SK31 1200 0000 1987 4263 7541"), wanted(F::Bic, 11, "TATRSKBX")] }
        }
        S::UpnQr => {
            const {
                &[
                    name(33),
                    iban("SI56 0201 7001 4356 205"),
                    needed(F::PayeeStreet, 33, "Pohorska ulica 22"),
                    needed(F::PayeeCity, 33, "2000 Maribor"),
                ]
            }
        }
        S::Hub3 => {
            const {
                &[
                    name(25),
                    iban("HR12 1001 0051 8630 0016 0"),
                    needed(F::PayeeStreet, 25, "Alkarski prolaz 13B"),
                    needed(F::PayeeCity, 27, "21230 Sinj"),
                ]
            }
        }
        S::NbsIps => {
            const {
                &[
                    name(70),
                    needed(F::Account, 20, "265110031000001213"),
                    wanted(F::Purpose, 3, "289"),
                ]
            }
        }
        S::Zbp2d => {
            const {
                &[
                    name(20),
                    needed(F::Account, 34, "60 1020 1026 0000 0422 7020 1111"),
                    wanted(F::TaxId, 13, "5261040828"),
                ]
            }
        }
        S::NbuQr => {
            const {
                &[
                    name(140),
                    iban("UA053052990000026000000000017"),
                    needed(F::TaxId, 10, "12345678"),
                ]
            }
        }
        S::UsingQr => {
            const {
                &[
                    name(255),
                    needed(F::OrganisationNumber, 11, "802412-3453"),
                    Question { needed: true, ..choice(F::AccountType, &["BG", "PG"]) },
                    needed(F::Account, 9, "5050-1055"),
                ]
            }
        }
        S::VirtualBarcode => const { &[name(70), iban("FI79 4405 2020 0360 82")] },
        S::Swish => const { &[name(70), needed(F::SwishNumber, 13, "123 000 00 17")] },
        S::Pix => {
            const {
                &[
                    name(25),
                    needed(F::Key, 77, "doe@riolimpo.example"),
                    needed(F::City, 15, "Sao Paulo"),
                ]
            }
        }
        S::PayNow => const { &[name(25), needed(F::Proxy, 16, "T08SS0123A")] },
        S::PromptPay => {
            const {
                &[
                    name(25),
                    choice(F::ProxyType, &["tax_id", "mobile", "ewallet", "biller"]),
                    needed(F::Proxy, 20, "0-9940-00165-50-1"),
                ]
            }
        }
        S::VietQr => {
            const {
                &[
                    name(25),
                    needed(F::BankBin, 6, "970436"),
                    needed(F::Account, 19, "0011009876543"),
                ]
            }
        }
        S::Fps => {
            const {
                &[
                    name(25),
                    choice(F::ProxyType, &["fps_id", "mobile", "email"]),
                    needed(F::Proxy, 60, "7654321"),
                ]
            }
        }
        S::Khqr => {
            const { &[name(25), needed(F::AccountId, 32, "ngo@devb"), wanted(F::City, 15, "Phnom Penh")] }
        }
        S::DuitNow | S::Qris | S::QrPh | S::LankaQr | S::NepalPay | S::Raast | S::LaoQr => ISSUED,
        S::GhQr | S::Argentina | S::BreB | S::Yape => ISSUED,
        S::Upi => {
            const { &[name(70), needed(F::Vpa, 256, "greenvalley@okaxis"), wanted(F::Mcc, 4, "8398")] }
        }
        S::Lnurl => const { &[name(70), needed(F::LightningAddress, 320, "donate@ngo.example")] },
        S::Bolt12 => const { &[name(70), needed(F::Lno, 2000, "lno1…")] },
        S::BitcoinUri => const { &[name(70), needed(F::Address, 90, "bc1q…")] },
        S::EthereumUri => {
            const { &[name(70), needed(F::Address, 42, "0x…"), wanted(F::ChainId, 20, "1")] }
        }
        S::SolanaPay => {
            const { &[name(70), needed(F::Recipient, 44, ""), wanted(F::SplToken, 44, "")] }
        }
        S::MoneroUri => const { &[name(70), needed(F::Address, 106, "8…")] },
        S::Links => {
            const {
                &[
                    name(70),
                    Question { needed: true, ..choice(F::Provider, PROVIDERS) },
                    needed(F::User, 200, ""),
                ]
            }
        }
        _ => &[],
    }
}
