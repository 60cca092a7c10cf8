-- Accounts of every standard. The first form knew EPC accounts alone, with their holder, IBAN and
-- BIC in `account_text`; those stay where they are and are read as before.

-- What an added account's codes are made of, by the names of its parts. The commitment covers the
-- standard too.
CREATE TABLE account_salt (
    commitment BLOB PRIMARY KEY CHECK (length(commitment) = 32),
    salt       BLOB NOT NULL CHECK (length(salt) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_value (
    commitment BLOB NOT NULL REFERENCES account_salt (commitment),
    field      TEXT NOT NULL,
    text       TEXT NOT NULL,
    PRIMARY KEY (commitment, field)
) STRICT, WITHOUT ROWID;

-- Where the organisation is, two letters of ISO 3166; unknown where the first form named it. Where
-- it is known, the commitment covers it.
ALTER TABLE organisation_text ADD COLUMN country TEXT;

-- Folded from the journal: the account with its standard, and whether it is retired. `reference`
-- belongs to the accounts of the first form.
CREATE TABLE account_of_any_standard (
    desk       INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    standard   TEXT NOT NULL,
    reference  TEXT CHECK (reference IN ('text', 'rf')),
    retired    INTEGER NOT NULL CHECK (retired IN (0, 1)),
    commitment BLOB NOT NULL,
    PRIMARY KEY (desk, seq)
) STRICT, WITHOUT ROWID;

INSERT INTO account_of_any_standard (desk, seq, standard, reference, retired, commitment)
SELECT desk, seq, 'EPC', reference, 0, commitment FROM account;

DROP TABLE account;
ALTER TABLE account_of_any_standard RENAME TO account;

-- Folded from the journal: the account of an ask. The first form asked for the one account that
-- was declared last.
ALTER TABLE gift ADD COLUMN account_desk INTEGER;
ALTER TABLE gift ADD COLUMN account_seq INTEGER;

UPDATE gift
SET account_desk = desk,
    account_seq = (SELECT max(seq) FROM account WHERE account.desk = gift.desk
                       AND account.seq < gift.seq)
WHERE number IS NOT NULL;
