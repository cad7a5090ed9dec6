"""User dictionaries in jieba's formats.

Enters: a file, or a list of words or tuples. Leaves: checked UserWords. Next: ``words``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from unionie.errors import InputError, RuleError

_LINE = re.compile(r"(.+?)(?:[ \t]+(-?\d+))?(?:[ \t]+([A-Za-z]+))?")


class UserWord(NamedTuple):
    """A word of the user's: its frequency (None: high enough to be cut out, 0: never cut out) and tag."""

    text: str
    freq: int | None = None
    tag: str | None = None


UserWords = str | Path | Sequence[str | Sequence[object]] | None


def read_user_dictionary(source: UserWords) -> tuple[UserWord, ...]:
    """Return the words of a file ("word frequency tag" lines), or of a list of words, lines or tuples.

    A wrong line raises RuleError naming file, line and reason; a file that cannot be read InputError.
    """
    if source is None:
        return ()
    if isinstance(source, str | Path):
        return _parse_lines(_read_lines(Path(source)), str(source))
    return tuple(
        _parse_line(item, "user dictionary", number) if isinstance(item, str) else _parse_tuple(item, number)
        for number, item in enumerate(source, 1)
    )


def _read_lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: a user dictionary must be UTF-8 ({error.reason} at byte {error.start})") from error
    except OSError as error:
        raise InputError(f"{path}: the user dictionary cannot be read: {error.strerror}") from error


def _parse_lines(lines: Iterable[str], source: str) -> tuple[UserWord, ...]:
    return tuple(_parse_line(line, source, number) for number, line in enumerate(lines, 1) if line.strip())


def _parse_line(line: str, source: str, number: int) -> UserWord:
    match = _LINE.fullmatch(line.strip())
    if match is None:
        raise RuleError(f"{source}, line {number}: not a word: {line!r}")
    text, freq, tag = match.groups()
    return _check(UserWord(text, None if freq is None else int(freq), tag), source, number)


def _parse_tuple(item: Sequence[object], number: int) -> UserWord:
    text, freq, tag = (*item, None, None, None)[:3]
    if len(item) > 3 or not isinstance(text, str) or not isinstance(tag, str | None):
        raise RuleError(f"user dictionary, line {number}: expected (word, frequency, tag), got {tuple(item)!r}")
    if isinstance(freq, bool) or not isinstance(freq, int | None):
        raise RuleError(f"user dictionary, line {number}: the frequency is no whole number: {freq!r}")
    return _check(UserWord(text, freq, tag), "user dictionary", number)


def _check(word: UserWord, source: str, number: int) -> UserWord:
    if not word.text:
        raise RuleError(f"{source}, line {number}: the word is empty")
    if any(char.isspace() for char in word.text):
        raise RuleError(f"{source}, line {number}: after the word expected a frequency and a tag: {word.text!r}")
    if word.freq is not None and word.freq < 0:
        raise RuleError(f"{source}, line {number}: the frequency of {word.text!r} is negative: {word.freq}")
    return word
