//! What the person at the desk may do.

use groat_ledger::Role;
use jiff::Timestamp;

use crate::session::{Approval, Session, SignedIn};
use crate::{App, Code, Fault};

/// What an act asks of the person at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Right {
    /// Nothing: also while the desk is locked.
    Always,
    /// To begin the office: only while the desk knows no people.
    Found,
    /// To read drives and gifts.
    Look,
    /// To ask, record and correct.
    Collect,
    /// To open and close drives and to export without names.
    Office,
    /// To change where money goes and to see personal data, with a fresh code.
    Sensitive,
    /// To say who may do what, with a fresh code.
    Admin,
}

/// That an act may be done, once. An approval by a second person is used up by it.
#[derive(Debug)]
#[must_use = "an act that was not done gives the approval back"]
pub struct Permit(Option<Approval>);

impl Right {
    /// Every right.
    pub const ALL: &[Right] = &[
        Right::Always,
        Right::Found,
        Right::Look,
        Right::Collect,
        Right::Office,
        Right::Sensitive,
        Right::Admin,
    ];

    /// What whoever is at the desk may do at all, with code and approval where they are needed.
    pub(crate) fn of(session: Session) -> Vec<Right> {
        let granted = |right: &&Right| match session {
            Session::Nobody => **right != Right::Admin,
            Session::Locked => **right == Right::Always,
            Session::SignedIn(signed_in) => right.is_of(signed_in.role),
        };
        Right::ALL.iter().filter(granted).copied().collect()
    }

    /// Whether a role has this right.
    fn is_of(self, role: Role) -> bool {
        match self {
            Right::Always | Right::Look | Right::Collect => true,
            Right::Found => false,
            Right::Office | Right::Sensitive => role >= Role::Treasurer,
            Right::Admin => role >= Role::Admin,
        }
    }

    /// Whether a fresh code is asked for, and a second person where two are needed.
    fn is_guarded(self) -> bool {
        self >= Right::Sensitive
    }
}

impl App {
    /// Refuses what the person at the desk may not do. Every face asks this before every act.
    ///
    /// # Errors
    /// [`Code::DeskLocked`], [`Code::RightMissing`], [`Code::CodeNeeded`],
    /// [`Code::ApprovalNeeded`], [`Code::OfficeMissing`], [`Code::OfficeExists`], the codes of
    /// books.
    pub async fn may(&self, right: Right) -> Result<Permit, Fault> {
        self.tick().await;
        if right == Right::Always {
            return Ok(Permit(None));
        }
        self.look_for_people().await?;
        let now = self.clock.now();
        self.presence.with(|state| match &mut state.session {
            Session::Nobody if right == Right::Admin => Err(Fault::new(Code::OfficeMissing)),
            Session::Nobody => Ok(Permit(None)),
            _ if right == Right::Found => Err(Fault::new(Code::OfficeExists)),
            Session::Locked => Err(Fault::new(Code::DeskLocked)),
            Session::SignedIn(signed_in) => {
                signed_in.active_at = now;
                permit(signed_in, right, state.four_eyes, now)
            }
        })
    }

    /// Gives back what an act did not use, because it was refused or called off.
    pub fn give_back(&self, permit: Permit) {
        self.presence.with(|state| {
            if let (Session::SignedIn(signed_in), Some(approval)) = (&mut state.session, permit.0)
                && signed_in.approval.is_none()
                && signed_in.person != approval.by
            {
                signed_in.approval = Some(approval);
            }
        });
    }
}

fn permit(
    signed_in: &mut SignedIn,
    right: Right,
    four_eyes: bool,
    now: Timestamp,
) -> Result<Permit, Fault> {
    if !right.is_of(signed_in.role) {
        return Err(Fault::new(Code::RightMissing));
    }
    if !right.is_guarded() {
        return Ok(Permit(None));
    }
    if !signed_in.is_fresh(now) {
        return Err(Fault::new(Code::CodeNeeded));
    }
    if !four_eyes {
        return Ok(Permit(None));
    }
    if !signed_in.is_approved(now) {
        return Err(Fault::new(Code::ApprovalNeeded));
    }
    Ok(Permit(signed_in.approval.take()))
}
