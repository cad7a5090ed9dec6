"""Choose what a model knows of text: its characters, its n-grams, and what lexicons say of each n-gram.

Enters: text to count in, and lexicons by class. Leaves: a ``Lexicon``. Next: ``network`` sizes its tables by it,
``export`` writes it. N-grams are known by hash alone: a model folder holds no list of words. What lexicons say goes
into the n-grams' embeddings (``network``), so the shipped model has nothing of the lexicons either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from unionie.errors import InputError
from unionie.tag.learned.features import Vocabulary, fold_table
from unionie.tag.learned.ngrams import LENGTHS, Hashes, build_table, hash_ngrams, list_shares, read_table

__all__ = ["JIEBA_CLASSES", "Lexicon", "build_lexicon", "jieba_classes", "read_lexicon", "rule_classes", "save_lexicon"]

_CHUNK = 2**20
JIEBA_CLASSES = {
    "nr": ("nr", "nrt", "nrfg"),
    "ns": ("ns",),
    "nt": ("nt",),
    "nz": ("nz",),
    "n": ("n", "an", "l", "s", "f", "j", "b"),
    "v": ("v", "vn", "vd", "vi", "vq", "i"),
}


class Lexicon(NamedTuple):
    """``patterns``: sets of classes that n-grams have, patterns × (lengths × classes). ``pattern_of``: that of a row.

    A class says one thing of a pair and another of four characters. The shared rows are the patterns themselves.
    """

    vocabulary: Vocabulary
    patterns: npt.NDArray[np.uint8]
    pattern_of: npt.NDArray[np.int32]


class Counted(NamedTuple):
    """Hashes of n-grams and how often each stands in the text."""

    hashes: Hashes
    counts: npt.NDArray[np.int64]


def jieba_classes() -> dict[str, list[str]]:
    """Return the words of jieba's dictionary by class of tag."""
    import jieba

    by_tag: dict[str, list[str]] = {}
    with jieba.Tokenizer().get_dict_file() as file:
        for line in file:
            word, _, tag = line.decode("utf-8").split()
            by_tag.setdefault(tag, []).append(word)
    classes = {name: [word for tag in tags for word in by_tag.pop(tag, [])] for name, tags in JIEBA_CLASSES.items()}
    return classes | {"other": [word for words in by_tag.values() for word in words]}


def rule_classes() -> dict[str, list[str]]:
    """Return the words of the project's own rule tables by what they are in names."""
    from unionie.tag.lexicon import lexicon, name_parts, table_words, word_set

    words, parts = lexicon(), name_parts()
    classes = {
        "compound": [*parts.compounds],
        "syllable": [*parts.syllables, *parts.alone],
        "descriptor": [*words.descriptors],
        "brand": [*words.brands],
        "generic": [*words.generic, *words.not_heads],
        "stop": [*words.stops],
        "place": [*words.places],
        "not-place": [*words.not_places],
        "place-ending": [*words.suffixes, *word_set("level"), *word_set("road")],
        "honour": [*table_words("honours", "core"), *table_words("honours", "weak"), *table_words("honours", "tail")],
        "honour-scope": table_words("honours", "scope"),
        "honour-rank": table_words("honours", "rank"),
    }
    for role in ("full", "sub", "self", "formal", "site"):
        classes[f"head-{role}"] = [word for word, kind in words.heads.items() if kind == role]
    for kind in ("official", "profession", "byline"):
        classes[f"post-{kind}"] = [word for word, known in words.posts.items() if known == kind]
    return classes


def build_lexicon(
    texts: Iterable[str],
    classes: Mapping[str, Sequence[str]],
    *,
    least_char: int,
    least_pair: int,
    least_word: int,
    bits: int,
) -> Lexicon:
    """Return the lexicon: characters, n-grams that are frequent enough, and the classes of each n-gram of a lexicon.

    A pair has a row of its own where it occurs ``least_pair`` times, a word of a lexicon where it occurs ``least_word``
    times; rarer words share the row of their pattern. ``bits``: the table of n-grams has ``2**bits`` places.
    """
    codes = np.concatenate([_codes(text + "\n") for text in texts])
    folded = fold_table()[np.minimum(codes, len(fold_table()) - 1)]
    member = _memberships(classes)
    known = [_known(folded, row, member[row], least_pair if row == 0 else 2**60) for row in range(len(LENGTHS))]
    hashes = np.concatenate([counted.hashes for counted in known])
    counts = np.concatenate([counted.counts for counted in known])
    lengths = np.repeat(np.arange(len(LENGTHS)), [len(counted.hashes) for counted in known])
    flags = np.zeros((len(hashes), len(LENGTHS) * len(classes)), dtype=bool)
    for place, (value, row) in enumerate(zip(hashes.tolist(), lengths.tolist(), strict=True)):
        flags[place, [row * len(classes) + number for number in member[row].get(value, ())]] = True
    patterns, pattern_of = _number_patterns(flags)
    own = counts >= np.where(lengths == 0, least_pair, least_word)
    order = np.lexsort((-counts, ~own))
    table, rows = build_table(hashes[order], np.where(own, 0, pattern_of)[order].astype(np.uint16), bits)
    of_rows = np.zeros(int(table.rows.max()) + 1, dtype=np.int32)
    of_rows[rows] = pattern_of[order]
    of_rows[0] = 0
    return Lexicon(Vocabulary(_char_ids(codes, least_char), table), patterns, of_rows)


def _number_patterns(flags: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """Return the different rows, first that of no class, and the number of each row."""
    packed = np.packbits(np.concatenate([np.zeros_like(flags[:1]), flags]), axis=1)
    views = packed.view(np.dtype((np.void, packed.shape[1]))).ravel()
    _, first, number = np.unique(views, return_index=True, return_inverse=True)
    patterns = np.unpackbits(packed[first], axis=1, count=flags.shape[1])
    return patterns, number.ravel()[1:]


def save_lexicon(path: Path, lexicon: Lexicon) -> None:
    """Write the lexicon, whole or not at all."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        np.savez_compressed(
            file,
            allow_pickle=False,
            chars=lexicon.vocabulary.chars,
            slots=lexicon.vocabulary.ngrams.slots,
            shares=list_shares(lexicon.vocabulary.ngrams),
            patterns=lexicon.patterns,
            pattern_of=lexicon.pattern_of,
        )
    part.replace(path)


def read_lexicon(path: Path) -> Lexicon:
    """Return the lexicon that ``save_lexicon`` wrote; InputError where there is none."""
    try:
        with np.load(path, allow_pickle=False) as file:
            vocabulary = Vocabulary(file["chars"], read_table(file["slots"], file["shares"]))
            return Lexicon(vocabulary, file["patterns"], file["pattern_of"])
    except (OSError, KeyError, ValueError) as error:
        raise InputError(
            f"{path}: no vocabulary of a training run ({error}); run unionie train from the start"
        ) from error


def _codes(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _char_ids(codes: npt.NDArray[np.uint32], least: int) -> npt.NDArray[np.uint16]:
    """Return the id of each code point: 0 for padding, 1 for a rare ideograph, 2 for any other rare character."""
    counts = np.bincount(np.minimum(codes, len(fold_table()) - 1), minlength=len(fold_table()))
    ids = np.full(len(counts), 2, dtype=np.uint16)
    ids[0x3400:0xA000] = 1
    known = np.flatnonzero(counts >= least)
    ids[known] = np.arange(3, 3 + len(known))
    return ids


def _memberships(classes: Mapping[str, Sequence[str]]) -> list[dict[int, list[int]]]:
    """Return for each length of n-grams: hash → numbers of the classes that hold the word."""
    found: list[dict[int, list[int]]] = [{} for _ in LENGTHS]
    for number, words in enumerate(classes.values()):
        for word in {word for word in words if len(word) in LENGTHS}:
            codes = fold_table()[np.minimum(_codes(word), len(fold_table()) - 1)]
            row = len(word) - LENGTHS[0]
            found[row].setdefault(int(hash_ngrams(codes)[row][0]), []).append(number)
    return found


def _known(codes: npt.NDArray[np.uint32], row: int, member: Mapping[int, object], least: int) -> Counted:
    """Return the n-grams of one length that the model is to know: those of lexicons, and frequent ones."""
    listed = np.array(sorted(member), dtype=np.uint64)
    length = LENGTHS[row]
    counts = np.zeros(len(listed), dtype=np.int64)
    parts: list[Hashes] = []
    for start in range(0, len(codes), _CHUNK):
        piece = codes[start : start + _CHUNK + length - 1]
        if len(piece) < length:
            continue
        hashes = hash_ngrams(piece)[row]
        places = np.searchsorted(listed, hashes)
        hit = np.append(listed, np.uint64(0))[places] == hashes
        counts += np.bincount(places[hit], minlength=len(listed))
        if least < 2**60:
            clean = _clear(piece, length)
            parts.append(hashes[clean & ~hit])
    if parts:
        values, numbers = np.unique(np.concatenate(parts), return_counts=True)
        often = numbers >= least
        listed, counts = np.concatenate([listed, values[often]]), np.concatenate([counts, numbers[often]])
    return Counted(listed, counts)


def _clear(codes: npt.NDArray[np.uint32], length: int) -> npt.NDArray[np.bool_]:
    """Tell of each place whether the n-gram there crosses no line end."""
    ends: npt.NDArray[np.bool_] = codes == ord("\n")
    clear = ~ends[: len(codes) - length + 1]
    for shift in range(1, length):
        clear = clear & ~ends[shift : len(codes) - length + 1 + shift]
    return clear
