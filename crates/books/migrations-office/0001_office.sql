-- What only treasurers and admins may read. None of it can be folded again from the journal.
-- Table names differ from those of the station's file: queries of both are checked together.

CREATE TABLE second_factor (
    person      BLOB PRIMARY KEY CHECK (length(person) = 16),
    secret      BLOB NOT NULL CHECK (length(secret) = 20),
    -- The step of the newest code that was accepted: it and all before count no more.
    last_step   INTEGER NOT NULL,
    enrolled_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Codes for the day the phone is gone: 120 random bits each, so a plain hash hides them.
CREATE TABLE recovery_code (
    person  BLOB NOT NULL CHECK (length(person) = 16),
    hash    BLOB NOT NULL CHECK (length(hash) = 32),
    used_ms INTEGER,
    PRIMARY KEY (person, hash)
) STRICT, WITHOUT ROWID;

-- What opens the books on another computer with a passphrase alone. It leaves this file only
-- inside a backup.
CREATE TABLE travel_slot (
    person BLOB PRIMARY KEY CHECK (length(person) = 16),
    slot   BLOB NOT NULL
) STRICT, WITHOUT ROWID;
