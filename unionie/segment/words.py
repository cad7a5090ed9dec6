"""Words as jieba cuts them, by the compiled engine where it gives the same words.

Enters: text. Leaves: words that join to the text, with tags on request. Next: ``tokenizer`` makes a Doc of them.

``rjieba`` shares jieba's dictionary and algorithm and differs in two places, both seen to here:
it keeps "2026-02-03" whole, and it breaks ties of its word model (会会会会) the other way
(left so in runs of thousands of unknown characters).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import numpy as np
import rjieba

from unionie.dictionary import plain_jieba
from unionie.segment.user_dictionary import UserWord, UserWords, read_user_dictionary

if TYPE_CHECKING:
    from jieba import Tokenizer

Engine = Literal["auto", "rjieba", "jieba"]

# jieba's own patterns: what it cuts with its dictionary, what stands between, and numbers and Latin words.
_BLOCKS = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]+)")
_SPACE = re.compile(r"(\r\n|\s)")
_LATIN = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")
_JOINED = re.compile(r"[-_.]")
_NO_BLOCK = re.compile(r"[^\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]")
_DOUBLED = re.compile(r"([\u4E00-\u9FD5]{1,2})\1")
# A decimal alone: both engines keep it whole. Only one word of the dictionary goes on from a figure, 1号店.
_DECIMAL = re.compile(r"\d(?<![a-zA-Z0-9+#&._%\-]\d)\d*\.\d+%?(?![a-zA-Z0-9+#&._%\-号])")
# Ideographs that the compiled engine takes for words, jieba for marks.
_BEYOND = re.compile("[\u3400-\u4dbf\u9fd6-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_FIRST_WORD, _LAST_WORD = 0x4E00, 0x9FD5  # the ideographs that both engines take for words
_LONGEST_EXACT = 2000  # characters unknown to the dictionary in a row
_NUMBER = re.compile(r"[.\d]+%?")
_ASCII_WORD = re.compile(r"[a-zA-Z0-9]+")


class Segmenter:
    """jieba's words through private dictionaries: nothing global is read, changed, logged or cached on disk.

    ``user_dict`` is a file in jieba's format (word, frequency, tag), or a list of words or tuples.
    ``engine`` "auto" and "rjieba" use the compiled engine, "jieba" the Python one; the words are the same.
    """

    def __init__(self, user_dict: UserWords = None, engine: Engine = "auto") -> None:
        self.words: tuple[UserWord, ...] = read_user_dictionary(user_dict)
        self.engine = engine
        self._python = _load_jieba(self.words) if engine == "jieba" else None
        self._compiled = rjieba.Jieba() if self.words else plain_jieba()
        self._tags = {word.text: word.tag for word in self.words if word.tag}
        self._split = frozenset(word.text for word in self.words if word.freq == 0)
        for word in self.words:
            self._compiled.add_word(word.text, _frequency(self._compiled, word), word.tag)
        self._tag = lru_cache(maxsize=50_000)(self._tag_word)

    def cut(self, text: str) -> list[str]:
        """Return the words of ``text``, in order; joined they are ``text``."""
        if self._python is not None or self._split or _BEYOND.search(text):
            return self._cut_blocks(text)
        words: list[str] = []
        done = 0
        for place in _hard_places(text, decimals=bool(self.words)):
            if place >= done:  # the compiled engine cuts a long text faster than many short ones
                start, end = _block_around(text, place, done)
                words += self._compiled.cut(text[done:start])
                words += self._cut_block(text[start:end])
                done = end
        return words + self._compiled.cut(text[done:])

    def _cut_blocks(self, text: str) -> list[str]:
        """Return the words of ``text``, cut block by block."""
        words: list[str] = []
        for index, block in enumerate(_BLOCKS.split(text)):
            words += self._cut_block(block) if index % 2 else _cut_between(block)
        return words

    def tag(self, text: str) -> list[tuple[str, str]]:
        """Return the words with jieba's tags: the dictionary's, m for numbers, eng for Latin words, else x."""
        return [(word, self._tag(word)) for word in self.cut(text)]

    def _cut_block(self, block: str) -> Iterable[str]:
        if self._python is not None:
            return self._split_forced(self._python.cut(block))
        if _DOUBLED.search(block):
            return self._cut_exactly(block)
        words = self._compiled.cut(block)
        if self._split or _JOINED.search(block):
            return self._split_forced(self._split_latin(words))
        return words

    def _split_latin(self, words: list[str]) -> Iterator[str]:
        for word in words:
            if word.isascii() and len(word) > 1 and _JOINED.search(word) and not self._compiled.has_word(word):
                yield from filter(None, _LATIN.split(word))
            else:
                yield word

    def _split_forced(self, words: Iterable[str]) -> Iterator[str]:
        """Yield the words, those that the user dictionary forbids (frequency 0) character by character."""
        for word in words:
            if word in self._split:
                yield from word
            else:
                yield word

    def _cut_exactly(self, block: str) -> Iterator[str]:
        """Yield jieba's words of a block in which its word model may meet a tie."""
        from jieba import finalseg  # its tables are large, and few texts need them

        loose = ""
        for word in [*self._split_forced(self._compiled.cut(block, hmm=False)), ""]:
            if word and (len(word) == 1 or (word.isascii() and not self._compiled.has_word(word))):
                loose += word
                continue
            if len(loose) > _LONGEST_EXACT:  # jieba's own model takes the square of the length
                yield from self._split_forced(self._compiled.cut(loose))
            elif len(loose) > 1 and not self._compiled.has_word(loose):
                yield from self._split_forced(finalseg.cut(loose))
            else:
                yield from loose
            loose = ""
            if word:
                yield word

    def _tag_word(self, word: str) -> str:
        if word in self._tags:
            return self._tags[word]
        if not _BLOCKS.fullmatch(word):
            return "x"
        tagged = self._compiled.tag(word, hmm=False)
        if len(tagged) == 1 and self._compiled.has_word(word):
            return str(tagged[0][1])
        if _NUMBER.fullmatch(word):
            return "m"
        return "eng" if _ASCII_WORD.fullmatch(word) else "x"


def _hard_places(text: str, *, decimals: bool) -> list[int]:
    """Return where stands what the two engines may cut differently: a doubled word, or a mark that joins.

    ``decimals`` says that the point of a decimal is such a mark too: a user's words may go on from a figure.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    one, two = codes[1:] == codes[:-1], codes[2:] == codes[:-2]
    doubled = one.copy()
    doubled[: max(0, len(two) - 1)] |= two[:-1] & two[1:]
    words = (codes >= _FIRST_WORD) & (codes <= _LAST_WORD)
    hard = set(np.flatnonzero(doubled & words[:-1]).tolist())
    hard.update(match.start() for match in _JOINED.finditer(text))
    if not decimals:
        hard.difference_update(text.index(".", match.start()) for match in _DECIMAL.finditer(text))
    return sorted(hard)


def _block_around(text: str, place: int, least: int) -> tuple[int, int]:
    """Return where the block begins and ends that holds a character; it does not begin before ``least``."""
    start = place
    while start > least and not _NO_BLOCK.match(text, start - 1):
        start -= 1
    behind = _NO_BLOCK.search(text, place)
    return start, behind.start() if behind else len(text)


def _cut_between(text: str) -> Iterator[str]:
    """Yield what stands between the blocks: white space and marks one by one."""
    for index, piece in enumerate(_SPACE.split(text)):
        if index % 2:
            yield piece
        else:
            yield from piece


def _frequency(compiled: rjieba.Jieba, word: UserWord) -> int:
    return compiled.suggest_freq(word.text) if word.freq is None else word.freq


def _load_jieba(words: tuple[UserWord, ...]) -> Tokenizer:
    """Return jieba's own tokenizer with its dictionary read directly: no cache file, no log line."""
    from jieba import Tokenizer  # reading its dictionary takes a second; only engine "jieba" does

    tokenizer = Tokenizer()
    with tokenizer.get_dict_file() as dictionary:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(dictionary)
    tokenizer.initialized = True
    for word in words:
        if word.freq == 0:
            tokenizer.FREQ[word.text] = 0
        else:
            tokenizer.add_word(word.text, word.freq, word.tag)
    return tokenizer
