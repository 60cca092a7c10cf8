//! The commands about donors who gave a name.

use groat_app::{Fault, NewDonor};

use crate::desk::{Desk, Host};
use crate::views::{
    DonorList, DonorListView, DonorNote, DonorView, ExportView, Nothing, OfDonor, count,
};

/// The most donors that are answered at once.
const LIST_MAX: u32 = 500;

pub(crate) async fn donor_note(desk: &Desk, _: &impl Host, args: DonorNote) -> Result<(), Fault> {
    let new = NewDonor {
        name: args.name,
        contact: args.contact,
        message: args.message,
        may_show: args.message_may_show,
        tax_number: args.tax_number,
    };
    desk.app.note_donor(desk.gift_id(&args.gift)?, &new).await?;
    Ok(())
}

pub(crate) async fn donor_list(
    desk: &Desk,
    _: &impl Host,
    args: DonorList,
) -> Result<DonorListView, Fault> {
    let limit = args.limit.min(LIST_MAX);
    Ok(desk.app.donors(&args.search, limit, args.offset).await?.into())
}

pub(crate) async fn donor_forget(
    desk: &Desk,
    _: &impl Host,
    args: OfDonor,
) -> Result<DonorView, Fault> {
    Ok(desk.app.forget_donor(desk.app.donor_id(&args.donor)?).await?.into())
}

pub(crate) async fn donor_export(
    desk: &Desk,
    host: &impl Host,
    _: Nothing,
) -> Result<ExportView, Fault> {
    let Some(path) = host.choose_save_path("groat-donors.csv").await else {
        return Ok(ExportView { saved: None, gifts: 0 });
    };
    let donors = desk.app.export_donors(&path).await?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    Ok(ExportView { saved: Some(name.to_string_lossy().into_owned()), gifts: count(donors) })
}
