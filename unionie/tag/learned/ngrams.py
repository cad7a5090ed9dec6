"""The n-grams that a model knows, as a table of hashes: which stand where in a text.

Enters: code points. Leaves: for every length and place the row of the n-gram that begins there, 0 where the model knows
none. Next: ``features``. The table holds fingerprints of 16 bits in sets of two slots, no text: one n-gram in some
ten thousand unknown ones passes for a known one. Rare n-grams share rows: all of which lexicons say the same have one.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["LENGTHS", "NgramTable", "build_table", "find_ngrams", "hash_ngrams", "list_shares", "read_table"]

Ints = npt.NDArray[np.int32]
Hashes = npt.NDArray[np.uint64]

LENGTHS = (2, 3, 4, 5)
_BASE = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xD6E8FEB86659FD93)
_WAYS = 2


class NgramTable(NamedTuple):
    """``slots``: fingerprints, two a set, 0 for empty. ``rows``: the row of each slot, 0 for none.

    Several n-grams may have one of the first ``shared`` rows; the others have one each, in the order of the slots.
    """

    slots: npt.NDArray[np.uint16]
    rows: Ints
    shared: int


def hash_ngrams(codes: npt.NDArray[np.uint32]) -> list[Hashes]:
    """Return for each of ``LENGTHS`` the hash of the n-gram that begins at each place where one fits."""
    value = codes.astype(np.uint64)
    hashes = []
    factor = 1
    for length in range(2, LENGTHS[-1] + 1):
        factor = factor * _BASE % 2**64
        value = value[:-1] + codes[length - 1 :].astype(np.uint64) * np.uint64(factor)
        mixed = (value ^ (value >> np.uint64(29))) * _MIX
        hashes.append(mixed ^ (mixed >> np.uint64(32)))
    return hashes


def find_ngrams(table: NgramTable, codes: npt.NDArray[np.uint32]) -> Ints:
    """Return an array of len(LENGTHS) × len(codes): the row of the n-gram that begins at a place, 0 for none."""
    found = np.zeros((len(LENGTHS), len(codes)), dtype=np.int32)
    for line, hashes in zip(found, hash_ngrams(codes) if len(codes) > 1 else (), strict=False):
        sets, prints = _locate(hashes, len(table.slots))
        for way in range(_WAYS):
            hit = table.slots[sets + way] == prints
            line[: len(hashes)][hit] = table.rows[sets[hit] + way]
    return found


def build_table(hashes: Hashes, shares: npt.NDArray[np.uint16], bits: int) -> tuple[NgramTable, npt.NDArray[np.intp]]:
    """Return a table of ``2**bits`` slots, and the row of each hash, 0 for one that found no place.

    The hashes that come first are placed first. ``shares``: the shared row of each, 0 for one with a row of its own.
    """
    slots = np.zeros(2**bits, dtype=np.uint16)
    sets, prints = _locate(hashes, len(slots))
    places = np.full(len(hashes), -1, dtype=np.int64)
    for number, (first, fingerprint) in enumerate(zip(sets.tolist(), prints.tolist(), strict=True)):
        for place in range(first, first + _WAYS):
            if slots[place] == fingerprint:
                break
            if slots[place] == 0:
                slots[place] = fingerprint
                places[number] = place
                break
    placed = places >= 0
    share_of = np.zeros(len(slots), dtype=np.uint16)
    share_of[places[placed]] = shares[placed]
    table = read_table(slots, share_of[slots != 0])
    return table, np.where(placed, table.rows[places], 0)


def read_table(slots: npt.NDArray[np.uint16], shares: npt.NDArray[np.uint16]) -> NgramTable:
    """Return the table with its rows counted; ``shares``: the shared row of each slot that is filled, 0 for its own."""
    filled = np.flatnonzero(slots)
    shared = int(shares.max(initial=0)) + 1
    rows = np.zeros(len(slots), dtype=np.int32)
    rows[filled] = np.where(shares == 0, shared - 1 + np.cumsum(shares == 0), shares)
    return NgramTable(slots, rows, shared)


def list_shares(table: NgramTable) -> npt.NDArray[np.uint16]:
    """Return what ``read_table`` takes beside the slots."""
    rows = table.rows[table.slots != 0]
    return np.where(rows < table.shared, rows, 0).astype(np.uint16)


def _locate(hashes: Hashes, slots: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint16]]:
    """Return the first slot of each hash's set and its fingerprint, which is never 0."""
    sets = (hashes & np.uint64(slots // _WAYS - 1)).astype(np.int64) * _WAYS
    prints = (hashes >> np.uint64(40)).astype(np.uint16)
    return sets, np.maximum(prints, np.uint16(1))
