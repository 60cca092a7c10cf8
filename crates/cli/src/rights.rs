//! What each call asks of whoever makes it.

use groat_app::Right;

use crate::args::{Account, Call, Drive, Person};

impl Call {
    /// What the person who calls must be allowed. A call without a right does not compile.
    pub fn right(&self) -> Right {
        match self {
            // Proving tells whether the books hold, and nothing that is in them; damaged books can
            // be signed in to by nobody. The other two touch no books of anybody.
            Call::Verify(_) | Call::Demo(_) | Call::Code(_) => Right::Always,
            // There are no people yet, or nobody who still has a passphrase.
            Call::Restore { .. } | Call::Recover { .. } => Right::Always,
            // Who is there stands on the locked screen too.
            Call::Person(Person::List) => Right::Always,
            Call::Account(Account::List) | Call::Drive(Drive::List) | Call::Report(_) => {
                Right::Look
            }
            Call::Ask(_) | Call::Record(_) | Call::Correct(_) => Right::Collect,
            Call::Init(_)
            | Call::Drive(Drive::Open(_) | Drive::Close { .. })
            | Call::Export(_)
            | Call::Refold
            | Call::Backup { .. } => Right::Office,
            Call::Account(Account::Add(_) | Account::Retire { .. }) => Right::Sensitive,
            Call::Person(Person::Add { .. } | Person::Role { .. } | Person::Remove { .. }) => {
                Right::Admin
            }
        }
    }
}
