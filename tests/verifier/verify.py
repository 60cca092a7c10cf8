#!/usr/bin/env python3
"""Proves a journal of Groat without any code of Groat.

    python3 verify.py station.db < key

reads the key of the file as 64 hexadecimal digits, walks every desk's journal from its first entry,
and says what does not hold. It needs sqlcipher3 and cryptography. What it checks is written in
ARCHITECTURE.md, "The journal": the links, the hashes, the signatures, the copies beside each body,
the sums of each drive, and the digits of the checkpoint.
"""

import hashlib
import re
import sys
from collections import defaultdict

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlcipher3 import dbapi2 as sqlite


class Trouble(Exception):
    """One thing that does not hold."""


def cbor(data, at=0):
    """Reads one value of the little CBOR that bodies are made of (RFC 8949)."""
    major, short = data[at] >> 5, data[at] & 31
    at += 1
    if major == 7:
        return {20: False, 21: True, 22: None}[short], at
    if short < 24:
        number = short
    else:
        size = {24: 1, 25: 2, 26: 4, 27: 8}[short]
        number = int.from_bytes(data[at:at + size], "big")
        at += size
    if major == 0:
        return number, at
    if major == 1:
        return -1 - number, at
    if major in (2, 3):
        if at + number > len(data):
            raise Trouble("the body ends too early")
        text = data[at:at + number]
        return (text if major == 2 else text.decode()), at + number
    if major == 4:
        values = []
        for _ in range(number):
            value, at = cbor(data, at)
            values.append(value)
        return values, at
    if major == 5:
        pairs = {}
        for _ in range(number):
            key, at = cbor(data, at)
            pairs[key], at = cbor(data, at)
        return pairs, at
    raise Trouble("the body is no CBOR of ours")


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def digits(desk, seq, last):
    """The checkpoint as it is printed: thirty digits."""
    digest = sha256(b"groat/checkpoint/1", desk, seq.to_bytes(8, "big"), last)
    fives = (digest[at:at + 5] for at in range(0, 30, 5))
    return " ".join(f"{int.from_bytes(five, 'big') % 100_000:05}" for five in fives)


class Sums:
    """What the gifts come to: drive, day, rail and state."""

    def __init__(self):
        self.gifts = {}

    def take(self, desk, seq, kind, facts):
        if kind == "asked":
            amount = facts[4][0] if facts[4] else None
            self.gifts[desk, seq] = [tuple(facts[0]), facts[5], "bank", "asked", amount]
        elif kind == "cash-received":
            drive, money, day = facts
            self.gifts[desk, seq] = [tuple(drive), day, "cash", "in-hand", money[0]]
        elif kind in ("promised", "corrected"):
            self.gifts[tuple(facts[0])][3] = kind

    def summary(self):
        sums = defaultdict(lambda: [0, 0, 0])
        for drive, day, rail, state, amount in self.gifts.values():
            row = sums[drive, day, rail, state]
            row[0] += 1
            row[1] += amount is None
            row[2] += amount or 0
        return {key: tuple(row) for key, row in sums.items()}


def walk(desk, rows, sums):
    """Follows one desk from its first entry; answers how many are signed, and where it ends."""
    expected, last, signer, signed = 1, bytes(32), None, 0
    for seq, kind, at_ms, person, body, prev, stored, signature in rows:
        where = f"entry {seq}"
        if seq != expected:
            raise Trouble(f"entry {expected} is missing")
        if prev != last:
            raise Trouble(f"{where} does not follow the one before it")
        if stored != sha256(b"groat/entry/1", desk, seq.to_bytes(8, "big"), last, sha256(body)):
            raise Trouble(f"{where} was changed")
        entry, end = cbor(body)
        copies = (1, kind, [desk, seq], person, at_ms)
        if end != len(body) or tuple(entry[place] for place in range(5)) != copies:
            raise Trouble(f"{where} says something else than its copies")
        if kind == "signer-declared" and signer is None:
            signer = entry[6][0]
        if (signer is None) != (signature is None):
            raise Trouble(f"{where} is not signed as it should be")
        if signer is not None:
            try:
                Ed25519PublicKey.from_public_bytes(signer).verify(signature, stored)
            except InvalidSignature:
                raise Trouble(f"the signature of {where} is not the desk's") from None
            signed += 1
        if kind == "signer-declared":
            signer = entry[6][0]
        sums.take(desk, seq, kind, entry[6])
        expected, last = seq + 1, stored
    return signed, expected - 1, last


def prove(books):
    desks = dict(books.execute("SELECT no, id FROM desk"))
    (own,) = books.execute("SELECT desk FROM own_desk").fetchone()
    sums, entries, signed = Sums(), 0, 0
    for no, desk in sorted(desks.items()):
        rows = books.execute(
            "SELECT seq, kind, at_ms, person, body, prev, hash, signature FROM journal"
            " WHERE desk = ? ORDER BY seq", (no,))
        held, seq, last = walk(desk, rows, sums)
        entries, signed = entries + seq, signed + held
        if no == own:
            checkpoint = f"checkpoint {seq}: {digits(desk, seq, last)}"
    (stored,) = books.execute("SELECT count(*) FROM journal").fetchone()
    if stored != entries:
        raise Trouble(f"{stored - entries} entries belong to no desk")
    kept = {
        ((desks.get(desk), seq), day, rail, state): (count, unnamed, total)
        for desk, seq, day, rail, state, count, unnamed, total in books.execute(
            "SELECT drive_desk, drive_seq, day, rail, state, count, open, sum FROM summary"
            " WHERE count > 0")
    }
    if kept != sums.summary():
        raise Trouble("the sums are not those of the journal")
    print(f"{entries} entries, {signed} signed, {checkpoint}")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    key = sys.stdin.readline().strip()
    if not re.fullmatch("[0-9a-fA-F]{64}", key):
        sys.exit("the key is 64 hexadecimal digits")
    books = sqlite.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    books.execute(f"PRAGMA key = \"x'{key}'\"")
    try:
        prove(books)
    except Trouble as trouble:
        print(f"does not hold: {trouble}")
        sys.exit(1)
    except (sqlite.DatabaseError, KeyError, IndexError, TypeError, ValueError) as trouble:
        print(f"does not hold: the file cannot be read ({type(trouble).__name__})")
        sys.exit(1)


if __name__ == "__main__":
    main()
