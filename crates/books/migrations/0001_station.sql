-- The journal is the truth; every table after it is folded from it in the same transaction and
-- can be dropped and folded again. Names stand beside the journal, behind a commitment.

CREATE TABLE desk (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16)
) STRICT;

-- `kind`, `at_ms` and `person` are copies of what the body says; `verify` compares them.
CREATE TABLE journal (
    desk   INTEGER NOT NULL REFERENCES desk (no),
    seq    INTEGER NOT NULL CHECK (seq >= 1),
    kind   TEXT NOT NULL,
    at_ms  INTEGER NOT NULL,
    person BLOB CHECK (person IS NULL OR length(person) = 16),
    body   BLOB NOT NULL,
    prev   BLOB NOT NULL CHECK (length(prev) = 32),
    hash   BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (desk, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_is_never_updated BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE (ABORT, 'the journal is only added to');
END;

CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN
    SELECT RAISE (ABORT, 'the journal is only added to');
END;

-- Without this, INSERT OR REPLACE would walk past the trigger above.
CREATE TRIGGER journal_is_only_appended BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal WHERE desk = NEW.desk)
    OR NEW.prev <> coalesce(
        (SELECT hash FROM journal WHERE desk = NEW.desk ORDER BY seq DESC LIMIT 1),
        zeroblob(32))
BEGIN
    SELECT RAISE (ABORT, 'the journal is only appended to');
END;

-- Texts that the journal only commits to.

CREATE TABLE organisation_text (
    commitment BLOB PRIMARY KEY CHECK (length(commitment) = 32),
    salt       BLOB NOT NULL CHECK (length(salt) = 32),
    name       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account_text (
    commitment BLOB PRIMARY KEY CHECK (length(commitment) = 32),
    salt       BLOB NOT NULL CHECK (length(salt) = 32),
    holder     TEXT NOT NULL,
    iban       TEXT NOT NULL,
    bic        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE drive_text (
    commitment BLOB PRIMARY KEY CHECK (length(commitment) = 32),
    salt       BLOB NOT NULL CHECK (length(salt) = 32),
    name       TEXT NOT NULL,
    purpose    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Folded from the journal.

CREATE TABLE organisation (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    commitment BLOB NOT NULL
) STRICT;

CREATE TABLE numbering (
    desk         INTEGER PRIMARY KEY,
    desk_number  INTEGER NOT NULL,
    first_serial INTEGER NOT NULL
) STRICT;

CREATE TABLE account (
    desk       INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    reference  TEXT NOT NULL CHECK (reference IN ('text', 'rf')),
    commitment BLOB NOT NULL,
    PRIMARY KEY (desk, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE drive (
    desk       INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    currency   TEXT NOT NULL,
    goal       INTEGER,
    -- Minor units, smallest first, parted by blanks.
    suggested  TEXT NOT NULL,
    zone       TEXT NOT NULL,
    opened_on  TEXT NOT NULL,
    closed_on  TEXT,
    commitment BLOB NOT NULL,
    PRIMARY KEY (desk, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE gift (
    desk         INTEGER NOT NULL,
    seq          INTEGER NOT NULL,
    drive_desk   INTEGER NOT NULL,
    drive_seq    INTEGER NOT NULL,
    number       TEXT,
    rail         TEXT NOT NULL CHECK (rail IN ('bank', 'cash')),
    currency     TEXT NOT NULL,
    amount       INTEGER CHECK (amount IS NULL OR amount > 0),
    state        TEXT NOT NULL CHECK (state IN ('asked', 'promised', 'in-hand', 'corrected')),
    state_before TEXT,
    reason       TEXT,
    at_ms        INTEGER NOT NULL,
    day          TEXT NOT NULL,
    PRIMARY KEY (desk, seq)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX gift_by_number ON gift (number) WHERE number IS NOT NULL;
CREATE INDEX gift_newest ON gift (drive_desk, drive_seq, seq);

-- Sums, kept by the triggers below: a standing must not read every gift there is.
CREATE TABLE summary (
    drive_desk INTEGER NOT NULL,
    drive_seq  INTEGER NOT NULL,
    day        TEXT NOT NULL,
    rail       TEXT NOT NULL,
    state      TEXT NOT NULL,
    count      INTEGER NOT NULL CHECK (count >= 0),
    -- How many of them have no amount: counted, never summed.
    open       INTEGER NOT NULL CHECK (open >= 0),
    sum        INTEGER NOT NULL CHECK (sum >= 0),
    PRIMARY KEY (drive_desk, drive_seq, day, rail, state)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER gift_enters_the_summary AFTER INSERT ON gift
BEGIN
    INSERT INTO summary (drive_desk, drive_seq, day, rail, state, count, open, sum)
    VALUES (NEW.drive_desk, NEW.drive_seq, NEW.day, NEW.rail, NEW.state,
            1, NEW.amount IS NULL, coalesce(NEW.amount, 0))
    ON CONFLICT DO UPDATE
    SET count = count + 1, open = open + excluded.open, sum = sum + excluded.sum;
END;

CREATE TRIGGER gift_moves_in_the_summary AFTER UPDATE OF state ON gift
BEGIN
    UPDATE summary
    SET count = count - 1,
        open = open - (OLD.amount IS NULL),
        sum = sum - coalesce(OLD.amount, 0)
    WHERE drive_desk = OLD.drive_desk AND drive_seq = OLD.drive_seq AND day = OLD.day
        AND rail = OLD.rail AND state = OLD.state;
    INSERT INTO summary (drive_desk, drive_seq, day, rail, state, count, open, sum)
    VALUES (NEW.drive_desk, NEW.drive_seq, NEW.day, NEW.rail, NEW.state,
            1, NEW.amount IS NULL, coalesce(NEW.amount, 0))
    ON CONFLICT DO UPDATE
    SET count = count + 1, open = open + excluded.open, sum = sum + excluded.sum;
END;

-- What the desk likes: not money, not in the journal.
CREATE TABLE preference (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
