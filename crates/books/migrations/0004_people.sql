-- The people of the desk. Names stand beside the journal, behind a commitment, as all texts do.

CREATE TABLE person_text (
    commitment BLOB PRIMARY KEY CHECK (length(commitment) = 32),
    salt       BLOB NOT NULL CHECK (length(salt) = 32),
    name       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Folded from the journal.

CREATE TABLE person (
    id         BLOB PRIMARY KEY CHECK (length(id) = 16),
    role       TEXT NOT NULL CHECK (role IN ('volunteer', 'treasurer', 'admin')),
    commitment BLOB NOT NULL,
    removed    INTEGER NOT NULL CHECK (removed IN (0, 1)),
    enrolled   INTEGER NOT NULL CHECK (enrolled IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE four_eyes (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    required INTEGER NOT NULL CHECK (required IN (0, 1))
) STRICT;

-- Not folded: what the journal must not contain, and what has to be remembered between entries.

-- The stretched PIN of a volunteer. Passphrases leave no trace here: they open a slot or they do
-- not.
CREATE TABLE person_pin (
    person BLOB PRIMARY KEY CHECK (length(person) = 16),
    hash   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Wrong tries since the last right one, so that waiting cannot be cut short by a restart.
CREATE TABLE sign_in_attempts (
    person          BLOB PRIMARY KEY CHECK (length(person) = 16),
    failures        INTEGER NOT NULL CHECK (failures > 0),
    last_failure_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
