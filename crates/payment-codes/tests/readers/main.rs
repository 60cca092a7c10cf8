//! Fifty different codes of every standard, drawn as on paper and on a screen, turned, blurred and
//! pale, and read by two readers that were written elsewhere: zbar (`zbarimg`) and `rxing`.
//!
//! Each code is seen once on paper and once on a screen, in one of five looks each; with
//! `GROAT_SOAK` set, in all ten. Without `zbarimg` on the machine its half is left
//! out, unless `GROAT_ZBARIMG` demands it.
#![expect(clippy::unwrap_used, reason = "a test that fails here has found what it looks for")]

mod codes;
mod looks;
mod phones;

use groat_payment_codes::Standard;
use groat_payment_codes::picture::{Symbology, draw};

use looks::{Look, PRINTS, SCREENS};

macro_rules! standards {
    ($($test:ident: $standard:ident;)*) => {
        $(
            #[test]
            fn $test() {
                super::read_all(Standard::$standard);
            }
        )*

        #[test]
        fn every_standard_is_read() {
            let read = [$(Standard::$standard),*];
            for standard in Standard::ALL {
                assert!(read.contains(standard), "{standard}");
            }
        }
    };
}

mod fifty_codes_are_read_of {
    use groat_payment_codes::Standard;

    standards! {
        epc: Epc;
        swiss_qr_bill: SwissQrBill;
        spayd: Spayd;
        pay_by_square: PayBySquare;
        mnb_hct: MnbHct;
        upn_qr: UpnQr;
        hub3: Hub3;
        nbs_ips: NbsIps;
        zbp_2d: Zbp2d;
        nbu_qr: NbuQr;
        swish: Swish;
        usingqr: UsingQr;
        virtual_barcode: VirtualBarcode;
        links: Links;
        emv: Emv;
        pix: Pix;
        paynow: PayNow;
        promptpay: PromptPay;
        vietqr: VietQr;
        duitnow: DuitNow;
        fps: Fps;
        khqr: Khqr;
        qris: Qris;
        qr_ph: QrPh;
        bharat_qr: BharatQr;
        lankaqr: LankaQr;
        nepalpay: NepalPay;
        raast: Raast;
        laoqr: LaoQr;
        ghqr: GhQr;
        jpqr: Jpqr;
        argentina: Argentina;
        bre_b: BreB;
        yape: Yape;
        upi: Upi;
        bitcoin_uri: BitcoinUri;
        bolt11: Bolt11;
        bolt12: Bolt12;
        lnurl: Lnurl;
        ethereum_uri: EthereumUri;
        solana_pay: SolanaPay;
        monero_uri: MoneroUri;
    }
}

/// A code in one look, and what a phone must read in it.
struct Shot {
    text: String,
    look: &'static Look,
    grey: looks::Grey,
}

fn read_all(standard: Standard) {
    let texts = codes::fifty(standard);
    assert_eq!(texts.len(), 50);
    let shots: Vec<Shot> = texts.iter().enumerate().flat_map(shots(standard)).collect();
    let mut unread: Vec<String> = shots.iter().filter_map(rxing_fails(standard)).collect();
    if phones::zbar_reads(standard) {
        unread.extend(phones::zbar_fails(&shots, standard));
    }
    assert!(unread.is_empty(), "{} not read\n{}", unread.len(), unread.join("\n"));
}

fn shots(standard: Standard) -> impl Fn((usize, &String)) -> Vec<Shot> {
    let all = std::env::var_os("GROAT_SOAK").is_some();
    move |(number, text)| {
        let picture = draw(Some(standard), text).unwrap();
        // The second five codes on paper meet the looks of the screen in another order.
        let turn = number + number / PRINTS.len();
        let chosen = |looks: &'static [Look], turn: usize| {
            let at = turn % looks.len();
            looks.iter().enumerate().filter(move |(place, _)| all || *place == at)
        };
        let shot = |(_, look): (usize, &'static Look)| Shot {
            text: phones::expected(standard, text),
            look,
            grey: look.of(&picture),
        };
        chosen(&PRINTS, number).chain(chosen(&SCREENS, turn)).map(shot).collect()
    }
}

fn rxing_fails(standard: Standard) -> impl Fn(&Shot) -> Option<String> {
    move |shot| {
        let why = match phones::rxing(&shot.grey, standard) {
            Ok(read) if read == shot.text => return None,
            Ok(read) => format!("read {read:?}"),
            Err(error) => error.to_string(),
        };
        Some(format!("rxing, {}: {:?}: {why}", shot.look.name, shot.text))
    }
}

fn symbology(standard: Standard) -> Symbology {
    standard.symbol().symbology()
}
