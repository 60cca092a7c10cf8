-- Entries are signed by their desk, and a file may hold the entries of more desks than one: books
-- that were restored from a backup go on under a new one.

-- The first programs did not sign.
ALTER TABLE journal ADD COLUMN signature BLOB
    CHECK (signature IS NULL OR length(signature) = 64);

-- Which desk this file belongs to.
CREATE TABLE own_desk (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    desk INTEGER NOT NULL REFERENCES desk (no)
) STRICT;

-- The secret half of the key this desk signs with. It leaves the file only inside a backup.
CREATE TABLE signer_secret (
    desk INTEGER PRIMARY KEY REFERENCES desk (no),
    seed BLOB NOT NULL CHECK (length(seed) = 32)
) STRICT;

-- Folded from the journal: the key each desk signs with now, and the entry that declared it.
CREATE TABLE signer (
    desk  INTEGER PRIMARY KEY,
    key   BLOB NOT NULL CHECK (length(key) = 32),
    since INTEGER NOT NULL
) STRICT;
