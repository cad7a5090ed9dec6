"""The tokenizer: jieba's words over the caller's own text.

Enters: the caller's text. Leaves: a Doc with ``doc.text == text`` that holds its CleanText. Next: the taggers.

Words are cut on the clean text and mapped back, so a word that a line end breaks is one token with the line end
inside. Numbers (12,846 · 9:30 · 2019-01-22 · 三千二百零五点六万) are never cut.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry

from unionie.clean import CleanText, clean_text
from unionie.doc import set_clean, storable
from unionie.segment.words import Engine, Segmenter

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

Offsets: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.int64]]"

_MOST_IDS = 100_000
_NUMERALS = "零〇一二两三四五六七八九十百千万亿"
_NUMBER = re.compile(  # the first character by itself: for a set of them a text is searched fastest
    rf"[\d{_NUMERALS}](?:(?<=\d)(?<!\d\d)(?:\d{{3}}-\d{{1,2}}-\d{{1,2}}(?!\d)|\d*(?:[,:/.]\d+)+[%‰]?|\d*[%‰])"
    rf"|(?<!\d)(?:[{_NUMERALS}]+(?:点[{_NUMERALS}]+)?|点[{_NUMERALS}]+))"
)


class _Ids(dict[str, int]):
    """The vocabulary's ids of the words met so far: a Doc is made of ids several times sooner than of strings."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, word: str) -> int:
        number = self._vocab.strings.add(word)
        if not getattr(self._vocab, "in_memory_zone", False):  # its words are forgotten at its end
            if len(self) >= _MOST_IDS:
                self.clear()
            self[word] = number
        return number


class JiebaTokenizer(DummyTokenizer):
    """A spaCy tokenizer that gives jieba's words; ``user_dict`` is a file or list in jieba's format."""

    def __init__(
        self, vocab: Vocab, user_dict: str | Path | Sequence[Any] | None = None, engine: Engine = "auto"
    ) -> None:
        self.vocab = vocab
        self.segmenter = Segmenter(user_dict, engine)
        self._ids = _Ids(vocab)

    def __call__(self, text: str) -> Doc:
        """Return the Doc of ``text``; a lone surrogate, which spaCy cannot hold, stands in it as U+FFFD."""
        held, surrogates = storable(text)
        clean = clean_text(held)
        words, spaces = _fill_gaps(held, *self._word_spans(clean))
        ids: list[Any] = [self._ids[word] for word in words]  # spaCy's stub names strings alone
        try:
            doc = Doc(self.vocab, words=ids, spaces=spaces)
        except KeyError:  # the vocabulary was read anew, and words that it had are gone
            self._ids.clear()
            doc = Doc(self.vocab, words=words, spaces=spaces)
        set_clean(doc, clean, surrogates)
        return doc

    def _word_spans(self, clean: CleanText) -> tuple[Offsets, Offsets]:
        """Return where the words start and end in the source, in order, without white space."""
        words = join_numbers(clean.text, self.segmenter.cut(clean.text))
        offsets = np.frombuffer(clean.offsets, dtype=f"u{clean.offsets.itemsize}").astype("int64")
        ends = np.cumsum(np.fromiter(map(len, words), dtype="int64", count=len(words)))
        starts = np.append(0, ends[:-1])[: len(words)]
        solid = ~np.fromiter(map(str.isspace, words), dtype=bool, count=len(words))
        return offsets[starts[solid]], offsets[ends[solid] - 1] + 1

    def __reduce__(self) -> tuple[Callable[..., JiebaTokenizer], tuple[Any, ...]]:
        """Pickle by what made it: the compiled dictionaries are built anew."""
        return JiebaTokenizer, (self.vocab, list(self.segmenter.words), self.segmenter.engine)

    def to_bytes(self, **kwargs: Any) -> bytes:  # noqa: ARG002 - spaCy passes exclude
        """Return the settings and the user's words."""
        return json.dumps(self._settings()).encode()

    def from_bytes(self, data: bytes, **kwargs: Any) -> JiebaTokenizer:  # noqa: ARG002
        """Take the settings that ``to_bytes`` gave."""
        return self._apply(json.loads(data))

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:  # noqa: ARG002
        """Write the settings and the user's words to one JSON file."""
        Path(path).write_text(json.dumps(self._settings(), ensure_ascii=False), "utf-8")

    def from_disk(self, path: str | Path, **kwargs: Any) -> JiebaTokenizer:  # noqa: ARG002
        """Read the settings that ``to_disk`` wrote."""
        return self._apply(json.loads(Path(path).read_text("utf-8")))

    def _settings(self) -> dict[str, Any]:
        return {"engine": self.segmenter.engine, "user_dict": [list(word) for word in self.segmenter.words]}

    def _apply(self, settings: dict[str, Any]) -> JiebaTokenizer:
        self.segmenter = Segmenter(settings["user_dict"], settings["engine"])
        return self


def create_tokenizer(
    user_dict: str | list[Any] | None = None, engine: str = "auto"
) -> Callable[[Language], JiebaTokenizer]:
    """Return what makes the tokenizer for a Language, as spaCy's config asks."""

    def make(nlp: Language) -> JiebaTokenizer:
        return JiebaTokenizer(nlp.vocab, user_dict, engine)  # type: ignore[arg-type]  # the config holds a plain string

    return make


registry.tokenizers("unionie.JiebaTokenizer.v1", func=create_tokenizer)


def join_numbers(text: str, words: Iterable[str]) -> list[str]:
    """Return the words with every number whole that starts and ends at word edges."""
    given = list(words)
    ends = list(accumulate(map(len, given)))
    joined: list[str] = []
    done = 0  # words
    for match in _NUMBER.finditer(text):
        start, until = match.span()
        first = bisect_right(ends, start, done)
        if start != (ends[first - 1] if first else 0) or until <= ends[first]:
            continue
        last = bisect_left(ends, until, first)
        joined += given[done:first]
        joined.append(text[start:until])
        if ends[last] > until:
            joined.append(text[until : ends[last]])
        done = last + 1
    return joined + given[done:]


def _fill_gaps(text: str, starts: Offsets, ends: Offsets) -> tuple[list[str], list[bool]]:
    """Return the words of the spans and of what stands between them, with spaCy's flags for a single space."""
    found = [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    words: list[str] = []
    spaces: list[bool] = []
    before, behind = np.append(0, ends), np.append(starts, len(text))
    done = 0  # words
    for place in np.flatnonzero(behind > before).tolist():
        words += found[done:place]
        spaces += [False] * (place - done)
        done = place
        start, end = int(before[place]), int(behind[place])
        if words and text[start] == " ":
            spaces[-1] = True
            start += 1
        if start < end:
            words.append(text[start:end])
            spaces.append(False)
    return words + found[done:], spaces + [False] * (len(found) - done)
