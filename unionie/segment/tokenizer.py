"""The tokenizer: jieba's words over the caller's own text.

Enters: the caller's text. Leaves: a Doc with ``doc.text == text`` that holds its CleanText. Next: the taggers.

Words are cut on the clean text and mapped back, so a word that a line end breaks is one token with the line end
inside. Numbers (12,846 · 9:30 · 2019-01-22 · 三千二百零五点六万) are never cut.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry

from unionie.clean import CleanText, clean_text
from unionie.doc import set_clean, storable
from unionie.segment.words import Engine, Segmenter

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

_NUMERALS = "零〇一二两三四五六七八九十百千万亿"
_NUMBER = re.compile(
    r"(?<!\d)(?:\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d+(?:[,:/.]\d+)+[%‰]?|\d+[%‰])"
    rf"|[{_NUMERALS}]+(?:点[{_NUMERALS}]+)?"
)


class JiebaTokenizer(DummyTokenizer):
    """A spaCy tokenizer that gives jieba's words; ``user_dict`` is a file or list in jieba's format."""

    def __init__(
        self, vocab: Vocab, user_dict: str | Path | Sequence[Any] | None = None, engine: Engine = "auto"
    ) -> None:
        self.vocab = vocab
        self.segmenter = Segmenter(user_dict, engine)

    def __call__(self, text: str) -> Doc:
        """Return the Doc of ``text``; a lone surrogate, which spaCy cannot hold, stands in it as U+FFFD."""
        held, surrogates = storable(text)
        clean = clean_text(held)
        words, spaces = _fill_gaps(held, self._word_spans(clean))
        doc = Doc(self.vocab, words=words, spaces=spaces)
        set_clean(doc, clean, surrogates)
        return doc

    def _word_spans(self, clean: CleanText) -> list[tuple[int, int]]:
        """Return the source spans of the words, in order, without white space."""
        offsets = clean.offsets
        spans: list[tuple[int, int]] = []
        end = 0
        for word in join_numbers(clean.text, self.segmenter.cut(clean.text)):
            start, end = end, end + len(word)
            if not word.isspace():
                spans.append((offsets[start], offsets[end - 1] + 1))
        return spans

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
    numbers = {match.start(): match.end() for match in _NUMBER.finditer(text)}
    joined: list[str] = []
    end = 0
    pending: list[str] = []  # the words of a number that has not ended yet
    until = 0
    for word in words:
        start, end = end, end + len(word)
        if pending:
            pending.append(word)
            if end >= until:
                run = "".join(pending)
                joined += [run[: until - end], run[until - end :]] if end > until else [run]
                pending = []
        elif numbers.get(start, 0) > end:
            pending, until = [word], numbers[start]
        else:
            joined.append(word)
    return joined + pending


def _fill_gaps(text: str, spans: list[tuple[int, int]]) -> tuple[list[str], list[bool]]:
    """Return the words of the spans and of what stands between them, with spaCy's flags for a single space."""
    words: list[str] = []
    spaces: list[bool] = []
    done = 0
    for start, end in [*spans, (len(text), len(text))]:
        if start > done:
            spaced = bool(words) and text[done] == " "
            if spaced:
                spaces[-1] = True
            if done + spaced < start:
                words.append(text[done + spaced : start])
                spaces.append(False)
        if end > start:
            words.append(text[start:end])
            spaces.append(False)
        done = end
    return words, spaces
