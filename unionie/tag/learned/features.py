"""What the network reads of every character, as arrays: itself, the n-grams around it, the word that holds it.

Enters: clean text. Leaves: rows of ids, one a character. Next: ``tagger`` feeds them to the network.

Words and their tags are those of the compiled jieba with its own dictionary, never a user's: the model was trained on
them. All else is looked up in the model's tables; nothing here depends on the project's rules.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import repeat
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from unionie.dictionary import plain_jieba
from unionie.tag.learned.ngrams import LENGTHS, NgramTable, find_ngrams

__all__ = [
    "COLUMNS",
    "WORD_SHAPES",
    "Vocabulary",
    "encode",
    "find_begins",
    "fold_table",
    "read_features",
    "read_shapes",
    "word_rows",
]

Ids = npt.NDArray[np.int32]
Codes = npt.NDArray[np.uint32]
Shapes = npt.NDArray[np.uint8]

WORD_TAGS = (  # noqa: SIM905  a table, read as one
    "n nr ns nt nz nrt nrfg ng v vn vd vg vi vq a ad an ag m mq q t tg f s r rg rr rz d df dg p c u uj ul uz ug ud uv "
    "y e o i l j b k h z zg x eng g"
).split()
_TAG_IDS = {tag: number for number, tag in enumerate(WORD_TAGS, 1)}
_PLACES = 4  # in a word: alone, first, inside, last
WORD_SHAPES = (len(WORD_TAGS) + 1) * _PLACES

# The columns of ids: the character; the pair that begins and that ends there; longer n-grams that begin or end there;
# the word's tag with the place in the word; the word.
COLUMNS = ("char", "pair_on", "pair_off", "on3", "on4", "on5", "off3", "off4", "off5", "shape", "word")
_ON, _OFF = (1, 3, 4, 5), (2, 6, 7, 8)
_SURROGATES = re.compile("[\ud800-\udfff]")
_PLANE = 0x10000


class Vocabulary(NamedTuple):
    """What a model knows: the id of each code point below 65,536, and n-grams."""

    chars: npt.NDArray[np.uint16]
    ngrams: NgramTable


def read_features(text: str, vocabulary: Vocabulary) -> Ids:
    """Return the features of every character of ``text``: characters × COLUMNS."""
    size = len(text)
    codes = encode(text)
    begins = find_begins(codes, vocabulary)
    shapes = read_shapes(text)
    ids = np.zeros((len(COLUMNS), size), dtype=np.int32)
    ids[0] = vocabulary.chars[codes]
    for length, on, off, begin in zip(LENGTHS, _ON, _OFF, begins, strict=True):
        ids[on] = begin
        ids[off, length - 1 :] = begin[: max(0, size - length + 1)]
    ids[-2], ids[-1] = shapes, word_rows(shapes, begins)
    return np.ascontiguousarray(ids.T)


def encode(text: str) -> Codes:
    """Return the code points, those beyond 65,535 as 65,535."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return np.minimum(codes, _PLANE - 1)


def find_begins(codes: Codes, vocabulary: Vocabulary) -> Ids:
    """Return for each length of n-grams the row of the one that begins at each place."""
    return find_ngrams(vocabulary.ngrams, fold_table()[codes])


def read_shapes(text: str) -> Shapes:
    """Return for each character the tag of its word and its place in it, as one number below WORD_SHAPES."""
    tagged = plain_jieba().tag(_SURROGATES.sub("\ufffd", text))
    words, tags = zip(*tagged, strict=True) if tagged else ((), ())
    lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    kinds = np.fromiter(map(_TAG_IDS.get, tags, repeat(0)), dtype=np.uint8, count=len(words))
    several = lengths > 1
    ends = np.cumsum(lengths)
    shapes = np.repeat(kinds * np.uint8(_PLACES) + several * np.uint8(2), lengths)
    shapes[(ends - lengths)[several]] -= 1
    shapes[ends[several] - 1] += 1
    return shapes


def word_rows(shapes: Shapes, begins: Ids) -> Ids:
    """Return for each character the row of the word that holds it, 0 where the model does not know it."""
    starts = np.flatnonzero(shapes % _PLACES <= 1)
    lengths = np.diff(starts, append=len(shapes))
    fits = (lengths >= LENGTHS[0]) & (lengths <= LENGTHS[-1])
    rows = np.zeros(len(starts), dtype=np.int32)
    rows[fits] = begins[lengths[fits] - LENGTHS[0], starts[fits]]
    return np.repeat(rows, lengths)


@cache
def fold_table() -> Codes:
    """Return what each code point below 65,536 is in n-grams: every digit 0, every Latin letter small."""
    folds = np.arange(_PLANE, dtype=np.uint32)
    folds[ord("0") : ord("9") + 1] = ord("0")
    folds[ord("A") : ord("Z") + 1] = folds[ord("a") : ord("z") + 1]
    return folds
