//! WeChat Pay in China: a code of the app or of a contract.
//!
//! Standard: none that is published. `wxp://<token>` of the app; `weixin://wxpay/bizpayurl?pr=…` of
//! a contract is paid once.
//!
//! # Limits
//! The token says nothing, and a personal code may not be used by an organisation. Read and shown
//! as it is.

use super::opened::Opened;
use super::{Provider, as_it_stands};
use crate::{Field, Oddity, Refusal};

pub(super) const PROVIDER: Provider = Provider {
    names: &["wechat"],
    hosts: &["payapp.wechatpay.cn", "wx.tenpay.com"],
    schemes: &["wxp", "weixin"],
    encode: |request| as_it_stands(request, Some(&PROVIDER)),
    decode,
};

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    opened.keep_as_issued();
    if opened.link.is_of("weixin") {
        opened.reading.find(Field::Link, Oddity::OneTime);
    }
    Ok(())
}
