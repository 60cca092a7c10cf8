-- Donors who gave a name: the only place where it stands. The journal knows id and commitment.

CREATE TABLE donor (
    id         BLOB PRIMARY KEY CHECK (length(id) = 16),
    -- What people call the donor once the name is gone.
    token      TEXT NOT NULL UNIQUE,
    -- Gone with the first value it covers: with it, what was erased could be found by trying.
    salt       BLOB CHECK (length(salt) = 32),
    commitment BLOB NOT NULL CHECK (length(commitment) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE donor_field (
    donor     BLOB NOT NULL REFERENCES donor (id) ON DELETE CASCADE,
    field     TEXT NOT NULL CHECK (field IN ('name', 'contact', 'message', 'tax_number')),
    purpose   TEXT NOT NULL CHECK (purpose IN ('tax', 'books', 'thanks', 'display')),
    -- UTF-8; a tax number is encrypted once more. NULL once it was erased.
    value     BLOB,
    -- A civil day; NULL where nothing says until when.
    delete_on TEXT,
    -- Whether a message may be shown.
    shown     INTEGER NOT NULL CHECK (shown IN (0, 1)),
    PRIMARY KEY (donor, field)
) STRICT, WITHOUT ROWID;
