//! Folds many entries with few statements: to the same tables as one by one.
//!
//! A statement a row spends most of its time on the way to SQLite and back. Gifts that begin, and
//! gifts that move on, are gathered until something else comes along or one gift moves twice.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use groat_ledger::journal::{Entry, Fact};
use groat_ledger::{GiftId, GiftState};
use sqlx::SqliteConnection;

use super::{BegunGift, begin_gift, fold};
use crate::BooksError;
use crate::error::damaged;
use crate::rows::{AT_ONCE, Desks, column, reason_word, rows_of, state_word};

static BEGIN: LazyLock<String> = LazyLock::new(|| {
    let columns = "desk, seq, drive_desk, drive_seq, number, rail, currency, amount, state, at_ms,
                   day, account_desk, account_seq";
    format!("INSERT INTO gift ({columns}) VALUES {}", rows_of(13))
});

/// A gift without a reason was promised; only a correction keeps what was before it.
static MOVE: LazyLock<String> = LazyLock::new(|| {
    format!(
        "WITH moved (desk, seq, state, reason) AS (VALUES {})
         UPDATE gift SET state_before = iif(moved.reason IS NULL, state_before, gift.state),
                         state = moved.state, reason = coalesce(moved.reason, gift.reason)
         FROM moved WHERE gift.desk = moved.desk AND gift.seq = moved.seq",
        rows_of(4)
    )
});

/// Folds entries in their order.
pub(crate) async fn fold_all(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
    entries: impl Iterator<Item = &Entry>,
) -> Result<(), BooksError> {
    let mut gathered = Gathered::default();
    for entry in entries {
        match &entry.fact {
            Fact::Asked { .. } | Fact::CashReceived { .. } => gathered.begun.push(entry),
            Fact::Promised { gift } | Fact::Corrected { gift, .. } => {
                if !gathered.moving.insert(*gift) {
                    gathered.fold(connection, desks).await?;
                    gathered.moving.insert(*gift);
                }
                gathered.moved.push(entry);
            }
            _ => {
                gathered.fold(connection, desks).await?;
                fold(connection, desks, entry).await?;
            }
        }
    }
    gathered.fold(connection, desks).await
}

/// Entries whose order among each other makes no difference, as long as gifts begin first.
#[derive(Default)]
struct Gathered<'a> {
    begun: Vec<&'a Entry>,
    moved: Vec<&'a Entry>,
    moving: BTreeSet<GiftId>,
}

impl Gathered<'_> {
    async fn fold(
        &mut self,
        connection: &mut SqliteConnection,
        desks: Desks<'_>,
    ) -> Result<(), BooksError> {
        let (many, rest) = self.begun.as_chunks::<AT_ONCE>();
        for entries in many {
            begin_gifts(connection, desks, entries).await?;
        }
        for entry in rest {
            begin_gift(connection, desks, entry).await?;
        }
        let (many, rest) = self.moved.as_chunks::<AT_ONCE>();
        for entries in many {
            move_gifts(connection, desks, entries).await?;
        }
        for entry in rest {
            fold(connection, desks, entry).await?;
        }
        self.begun.clear();
        self.moved.clear();
        self.moving.clear();
        Ok(())
    }
}

async fn begin_gifts(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
    entries: &[&Entry; AT_ONCE],
) -> Result<(), BooksError> {
    let mut query = sqlx::query(BEGIN.as_str());
    for entry in entries {
        let row = BegunGift::of(desks, entry)?;
        query = query
            .bind(row.desk)
            .bind(row.seq)
            .bind(row.drive_desk)
            .bind(row.drive_seq)
            .bind(row.number)
            .bind(row.rail)
            .bind(row.currency)
            .bind(row.amount)
            .bind(row.state)
            .bind(row.at_ms)
            .bind(row.day)
            .bind(row.account_desk)
            .bind(row.account_seq);
    }
    query.execute(connection).await?;
    Ok(())
}

async fn move_gifts(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
    entries: &[&Entry; AT_ONCE],
) -> Result<(), BooksError> {
    let mut query = sqlx::query(MOVE.as_str());
    for entry in entries {
        let (gift, state, reason) = match &entry.fact {
            Fact::Promised { gift } => (gift, GiftState::Promised, None),
            Fact::Corrected { gift, reason } => {
                (gift, GiftState::Corrected, Some(reason_word(*reason)))
            }
            _ => return Err(damaged("an entry that moves no gift")),
        };
        query = query
            .bind(desks.no(gift.desk)?)
            .bind(column(gift.seq)?)
            .bind(state_word(state))
            .bind(reason);
    }
    let moved = query.execute(connection).await?.rows_affected();
    // Each gift is named once, so every row must have hit one.
    let all = u64::try_from(entries.len()).unwrap_or(u64::MAX);
    if moved == all { Ok(()) } else { Err(damaged("an entry refers to nothing")) }
}
