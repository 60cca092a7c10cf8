//! Who is at the desk, for how long, and what is open because of it.

use std::sync::{Arc, Mutex, PoisonError};

use groat_books::{Author, FileKey, KnownPeople, Office};
use groat_ledger::{PersonId, Role};
use groat_vault::KeyBundle;
use jiff::{SignedDuration, Timestamp};

use crate::enrolment::Enrolment;
use crate::founding::Founding;
use crate::surroundings::zone_name;
use crate::{App, Fault, Right};

/// How long a code counts as fresh, and an approval for the next act.
const FRESH: SignedDuration = SignedDuration::from_mins(5);

/// How long the keys of an enrolment that nobody finishes stay in memory.
const ENROLMENT: SignedDuration = SignedDuration::from_mins(15);

/// Who is at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Session {
    /// The desk knows no people yet: whoever sits there may do what needs no office.
    Nobody,
    /// Nobody is signed in.
    Locked,
    /// Somebody is.
    SignedIn(SignedIn),
}

/// Somebody who is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub person: PersonId,
    /// What they are.
    pub role: Role,
    /// When the last act was.
    pub(crate) active_at: Timestamp,
    /// When the last code was accepted.
    pub(crate) code_at: Option<Timestamp>,
    /// Who approved the next sensitive act, and when.
    pub(crate) approval: Option<Approval>,
}

/// An approval by a second person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Approval {
    pub(crate) by: PersonId,
    pub(crate) at: Timestamp,
}

/// A session as it stands at an instant, for menus and the lock screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionStanding {
    /// Who is at the desk.
    pub session: Session,
    /// How many seconds the last code still counts as fresh.
    pub fresh_seconds: u32,
    /// Whether somebody else approved the next sensitive act.
    pub approved: bool,
    /// What the person may do, for menus; fresh codes and approvals are asked for at the act.
    pub rights: Vec<Right>,
}

/// The office while it is open: its file, and the keys of whoever opened it.
#[derive(Debug)]
pub(crate) struct OpenOffice {
    pub(crate) office: Office,
    pub(crate) bundle: KeyBundle,
}

/// What the program remembers of the people before it. Gone with the process.
#[derive(Debug)]
pub(crate) struct Presence {
    state: Mutex<State>,
    /// Tries to sign in wait here for each other, so that each is counted before the next begins.
    pub(crate) trying: tokio::sync::Mutex<()>,
    /// Acts on donors touch two files and wait here for each other.
    pub(crate) noting: tokio::sync::Mutex<()>,
}

#[derive(Debug)]
pub(crate) struct State {
    pub(crate) session: Session,
    pub(crate) open: Option<Arc<OpenOffice>>,
    /// Whether a sensitive act needs a second person.
    pub(crate) four_eyes: bool,
    /// An office that is being set up.
    pub(crate) founding: Option<Founding>,
    /// A phone that is being enrolled.
    pub(crate) enrolment: Option<Enrolment>,
}

impl Presence {
    pub(crate) fn of(known: &KnownPeople) -> Presence {
        let presence = Presence::locked();
        presence.with(|state| {
            state.four_eyes = known.people.four_eyes;
            if known.people.by_id.is_empty() {
                state.session = Session::Nobody;
            }
        });
        presence
    }

    pub(crate) fn locked() -> Presence {
        let (session, open, four_eyes) = (Session::Locked, None, false);
        let state = State { session, open, four_eyes, founding: None, enrolment: None };
        let (trying, noting) = Default::default();
        Presence { state: Mutex::new(state), trying, noting }
    }

    /// The state is whole whatever happened to a thread that held it: nothing in it is changed
    /// half.
    pub(crate) fn with<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        act(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn session(&self) -> Session {
        self.with(|state| state.session)
    }
}

impl State {
    /// Locks the desk; what was open comes back, to be closed.
    pub(crate) fn lock(&mut self) -> Option<Arc<OpenOffice>> {
        self.enrolment = None;
        if let Session::SignedIn(_) = self.session {
            self.session = Session::Locked;
        }
        self.open.take()
    }
}

impl SignedIn {
    /// How long the person may be away: those of the office have more to lose.
    fn patience(&self) -> SignedDuration {
        match self.role {
            Role::Volunteer => SignedDuration::from_mins(15),
            Role::Treasurer | Role::Admin => SignedDuration::from_mins(5),
        }
    }

    pub(crate) fn is_fresh(&self, now: Timestamp) -> bool {
        self.code_at.is_some_and(|at| since(at, now) < FRESH)
    }

    pub(crate) fn is_approved(&self, now: Timestamp) -> bool {
        self.approval.is_some_and(|approval| since(approval.at, now) < FRESH)
    }
}

/// The key of the office's file.
pub(crate) fn office_key(bundle: &KeyBundle) -> FileKey {
    FileKey::new(*bundle.office.expose())
}

/// How far two instants lie apart. A clock that was set back counts like one that went on: it must
/// make nothing last longer.
fn since(at: Timestamp, now: Timestamp) -> SignedDuration {
    now.duration_since(at).abs()
}

impl App {
    /// Who is at the desk now.
    pub async fn session(&self) -> Result<SessionStanding, Fault> {
        self.tick().await;
        self.look_for_people().await?;
        let (now, session) = (self.clock.now(), self.presence.session());
        let rights = Right::of(session);
        let (mut fresh_seconds, mut approved) = (0, false);
        if let Session::SignedIn(signed_in) = session {
            let left = signed_in.code_at.map(|at| FRESH - since(at, now));
            let left = left.map_or(0, |left| left.as_secs().max(0));
            fresh_seconds = u32::try_from(left).unwrap_or(0);
            approved = signed_in.is_approved(now);
        }
        Ok(SessionStanding { session, fresh_seconds, approved, rights })
    }

    /// Locks the desk where its person has been away too long; tells whether it did. To be called
    /// every few seconds, and before every act.
    pub async fn tick(&self) -> bool {
        let now = self.clock.now();
        let (locked, open) = self.presence.with(|state| {
            let stale = |enrolment: &Enrolment| since(enrolment.begun_at, now) >= ENROLMENT;
            if state.enrolment.as_ref().is_some_and(stale) {
                state.enrolment = None;
            }
            match state.session {
                Session::SignedIn(away) if since(away.active_at, now) >= away.patience() => {
                    (true, state.lock())
                }
                _ => (false, None),
            }
        });
        close(open).await;
        locked
    }

    /// Locks the desk. Where it knows no people, nothing is locked.
    pub async fn lock(&self) {
        close(self.presence.with(State::lock)).await;
    }

    /// Lets a person in, in the place of whoever was there.
    pub(crate) async fn seat(&self, signed_in: SignedIn, open: Option<OpenOffice>) {
        let open = open.map(Arc::new);
        let before = self.presence.with(|state| {
            state.session = Session::SignedIn(signed_in);
            state.enrolment = None;
            std::mem::replace(&mut state.open, open.clone())
        });
        close(before).await;
        if let Some(open) = open {
            // What cannot be settled now waits for the next time, and must keep nobody out: notes
            // that wait are counted on the screen.
            let _ = self.settle_donors(&open).await;
        }
    }

    /// Who writes an entry now.
    pub(crate) fn author(&self) -> Author {
        let person = match self.presence.session() {
            Session::SignedIn(signed_in) => Some(signed_in.person),
            Session::Nobody | Session::Locked => None,
        };
        Author { person, at: self.clock.now(), zone: zone_name(&self.clock.zone()) }
    }

    /// Books that somebody else writes may know people since they were opened.
    pub(crate) async fn look_for_people(&self) -> Result<(), Fault> {
        if self.is_writable() || self.presence.session() != Session::Nobody {
            return Ok(());
        }
        if !self.books.people().await?.people.by_id.is_empty() {
            self.presence.with(|state| state.session = Session::Locked);
        }
        Ok(())
    }
}

async fn close(open: Option<Arc<OpenOffice>>) {
    if let Some(open) = open {
        open.office.close().await;
    }
}
