-- Donors who gave a name. Who they are stands in the office's file alone.

-- Folded from the journal.

CREATE TABLE named_donor (
    id         BLOB PRIMARY KEY CHECK (length(id) = 16),
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    erased     TEXT CHECK (erased IN ('asked', 'expired'))
) STRICT, WITHOUT ROWID;

CREATE TABLE donor_gift (
    donor     BLOB NOT NULL CHECK (length(donor) = 16),
    gift_desk INTEGER NOT NULL,
    gift_seq  INTEGER NOT NULL,
    PRIMARY KEY (donor, gift_desk, gift_seq)
) STRICT, WITHOUT ROWID;

-- Not folded.

-- What was noted while the office was closed: sealed, so that this file's key does not open it.
CREATE TABLE sealed_note (
    -- The donor it will be.
    id        BLOB PRIMARY KEY CHECK (length(id) = 16),
    gift_desk INTEGER NOT NULL,
    gift_seq  INTEGER NOT NULL,
    sealed    BLOB NOT NULL,
    at_ms     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The key that notes are sealed to. The file of keys names it too, and anybody can write that
-- file: where the two differ nothing is sealed.
CREATE TABLE office_public (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;
