"""How likely a surname and one or two characters are a person, by learned weights of characters and context.

Enters: ``Words`` (and an offset). Leaves: a log-odds score, or the spans that pass the model's threshold.
Next: ``people`` takes them as one more kind of evidence. ``unionie.train_names`` makes the weights.

The model is a sum of weights, one looked up in each table: the surname, the given name by character and position, how
the dictionary cuts the candidate, the words and characters beside it. A key that no table holds adds nothing.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from unionie.errors import UnionieError
from unionie.tag.lexicon import name_parts
from unionie.tag.words import Words

__all__ = ["TABLES", "NameModel", "candidates", "features", "likely_names", "load_name_model", "name_score"]

TABLES = (
    "surname",  # 王; 复 for all of two characters
    "given_one",  # the only character of a given name
    "given_first",
    "given_second",
    "shape",  # kinds and lengths of the words that make up the candidate: x1X1X1, x1v2, X3
    "inside",  # the common word of two or more characters in it (高度, 于|今年)
    "before_word",
    "before_kinds",  # kinds of the two words before
    "after_word",
    "after_kinds",
    "before_char",
    "after_char_one",  # the character behind a candidate with one given character: may be its second
    "after_char_two",
    "beside",  # kinds of the words on both sides
    "list",  # which signs of a list stand beside it
)
_PACKAGE = Path(__file__).parents[1]
_SPACES = frozenset(" \u3000")
_IN_TITLE = re.compile("[“《][^，。！？；：\n“”《》]{2,14}[”》]")
_LIST_SIGNS = frozenset("、， \u3000\t\n和与及（）：")


@dataclass(frozen=True, slots=True)
class NameModel:
    """The weights, one dict a table of ``TABLES``, and the threshold above which a candidate counts as a name."""

    bias: float
    threshold: float
    tables: tuple[dict[str, float], ...]


def likely_names(words: Words) -> Iterator[tuple[int, int]]:
    """Yield the spans that score above the model's threshold, in text order, none overlapping."""
    model = load_name_model()
    reach, best, span = 0, model.threshold, (-1, 0)
    for index, family, end in candidates(words):
        start = words.starts[index]
        if start != span[0]:
            if span[1]:
                yield span
                reach = span[1]
            best, span = model.threshold, (start, 0)
        if start < reach or _IN_TITLE.match(words.text, start - 1) or _is_set_with_space(words, index, end):
            continue
        score = _score(model, features(words, index, family, end))
        if score > best:
            best, span = score, (start, end)
    if span[1]:
        yield span


def name_score(words: Words, start: int, end: int) -> float | None:
    """Return the log-odds that ``start:end`` is a person, None if the model knows no candidate there."""
    first = bisect_left(words.starts, start)
    for index, family, last in candidates(words, first, first + 1):
        if last == end and words.starts[index] == start:
            return _score(load_name_model(), features(words, index, family, end))
    return None


def _score(model: NameModel, keys: tuple[str, ...]) -> float:
    score = model.bias
    for table, key in zip(model.tables, keys, strict=True):
        if key in table:
            score += table[key]
    return score


def _is_set_with_space(words: Words, index: int, end: int) -> bool:
    """Tell whether a space cuts the candidate from the rest of a name (鲍思　齐, 古　拉斯)."""
    text, start = words.text, words.starts[index]
    if text[end : end + 1] in _SPACES and "\u4e00" <= text[end + 1 : end + 2] <= "\u9fff" and end - start < 3:
        return True
    alone = index > 1 and words.starts[index - 2] == start - 2
    return alone and text[start - 1] in _SPACES and text[start - 2] in name_parts().surnames


def candidates(words: Words, first: int = 0, last: int | None = None) -> Iterator[tuple[int, int, int]]:
    """Yield every span with the form of a name that begins with one of the words ``first:last``.

    The form: a surname and one or two characters, words ending at both ends, no common word of two characters in front.
    A span is the index of its first word, the length of its surname, its end.
    """
    parts, text, edges, starts, kinds = name_parts(), words.text, words.edges, words.starts, words.kinds
    openings = _openings()
    for index, start in enumerate(starts[first:last], first):
        if text[start : start + 1] not in openings:
            continue
        if kinds[index] != "X" and starts[index + 1] - start == 2 and text[start : start + 2] not in parts.compounds:
            continue
        family = 2 if text[start : start + 2] in parts.compounds else 1
        if family == 1 and text[start] not in parts.surnames:
            continue
        for end in (start + family + 1, start + family + 2):
            last_char = text[end - 1 : end]
            if not "\u4e00" <= last_char <= "\u9fff":
                break
            if end in edges and last_char not in parts.never and text[start] != text[start + 1]:
                yield index, family, end


@cache
def _openings() -> frozenset[str]:
    """Return the characters that open surnames."""
    return name_parts().surnames | {word[0] for word in name_parts().compounds}


def features(words: Words, index: int, family: int, end: int) -> tuple[str, ...]:
    """Return the key in each of ``TABLES`` of the candidate that begins with word ``index``; "" where none applies."""
    text, starts, kinds = words.text, words.starts, words.kinds
    start = starts[index]
    given = text[start + family : end]
    one = len(given) == 1
    shape = inside = ""
    last = index
    while starts[last] < end:
        size = starts[last + 1] - starts[last]
        shape += f"{kinds[last]}{size}"
        if size > 1 and kinds[last] != "X":
            inside = text[starts[last] : starts[last + 1]]
        last += 1
    before = text[starts[index - 1] : start] if index else "\n"
    after = text[end : starts[last + 1]] if last < len(kinds) else "\n"
    left = kinds[index - 1] if index else "."
    right = kinds[last : last + 1] or "."
    return (
        text[start] if family == 1 else "复",
        given if one else "",
        "" if one else given[0],
        "" if one else given[1],
        shape,
        inside,
        before,
        kinds[index - 2 : index] if index > 1 else left,
        after,
        kinds[last : last + 2] or right,
        before[-1],
        after[0] if one else "",
        "" if one else after[0],
        left + right,
        (before if before in _LIST_SIGNS else "-") + (after if after in _LIST_SIGNS else "-"),
    )


@cache
def load_name_model() -> NameModel:
    """Return the packaged model, read once; raise UnionieError when its files are missing or broken."""
    folder = next((path for path in (_PACKAGE / "_models", _PACKAGE.parent / "models") if path.is_dir()), None)
    return read_name_model((folder or _PACKAGE / "_models") / "names")


def read_name_model(folder: Path) -> NameModel:
    """Return the model in ``folder``: ``config.json`` and ``weights.json``."""
    try:
        config = json.loads((folder / "config.json").read_text("utf-8"))
        weights = json.loads((folder / "weights.json").read_text("utf-8"))
        tables = tuple({key: int(value) / 100 for key, value in weights[name].items()} for name in TABLES)
        return NameModel(float(config["bias"]), float(config["threshold"]), tables)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise UnionieError(
            f"the model of names in {folder} cannot be read ({reason}); install unionie again"
        ) from error
