"""The spaCy component of the learned tagger.

Enters: Docs, one or a stream; what rules found on them, if ``unionie_entities`` ran before, speaks for their mentions.
Leaves: the same with ``doc.ents`` and the group ``doc.spans["entities"]``, whose ``attrs["scores"]`` are
probabilities. Next: ``link``. Alone it works on any Chinese pipeline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import srsly
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import ensure_path

from unionie.clean.types import CleanText
from unionie.doc import blocked_spans, get_clean, get_mentions, set_mentions, set_span_groups
from unionie.errors import UnionieError
from unionie.frames import Mention
from unionie.tag.join import LEAST, hints_of, join_mentions
from unionie.tag.learned.folder import FILES, read_parts
from unionie.tag.learned.tagger import Tagged, Tagger, packaged_model
from unionie.tag.whole import make_whole

__all__ = ["TaggerComponent", "create_tagger"]

_BATCH = 60_000  # characters of documents that are tagged together


class TaggerComponent:
    """Tags Docs with a model; mentions less likely than ``least`` are left out."""

    def __init__(self, name: str, tagger: Tagger, *, least: float = LEAST) -> None:
        self.name, self.tagger, self.least = name, tagger, least

    def __call__(self, doc: Doc) -> Doc:
        """Return the Doc with its entities tagged."""
        return self._tag([doc])[0]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Yield the Docs tagged; sentences of several are read together, which is twice as fast as one by one."""
        docs: list[Doc] = []
        size = 0
        for doc in stream:
            docs.append(doc)
            size += len(doc.text)
            if size >= _BATCH or len(docs) >= batch_size:
                yield from self._tag(docs)
                docs, size = [], 0
        yield from self._tag(docs)

    def _tag(self, docs: Sequence[Doc]) -> list[Doc]:
        cleaned = [get_clean(doc) for doc in docs]
        ruled = [get_mentions(doc) for doc in docs]
        found = self.tagger.find_all([clean.text for clean in cleaned], [hints_of(mentions) for mentions in ruled])
        return [self._show(*each) for each in zip(docs, cleaned, ruled, found, strict=True)]

    def _show(self, doc: Doc, clean: CleanText, ruled: Sequence[Mention], spans: Sequence[Tagged]) -> Doc:
        """Return the Doc with the mentions that stay, as entities and as a group of spans."""
        spans = make_whole(clean.text, spans)
        mentions = join_mentions(clean, ruled, spans, blocked_spans(doc), least=self.least)
        set_mentions(doc, mentions)
        rows = [(*clean.place(mention.start, mention.end), mention.label) for mention in mentions]
        doc = set_span_groups(doc, {"entities": rows}, rows)
        chances = {(span.start, span.end): span.probability for span in spans}
        doc.spans["entities"].attrs["scores"] = [chances.get((m.start, m.end), 1.0) for m in mentions]
        return doc

    def use(self, model: str | Path, *, head: str | None = None) -> TaggerComponent:
        """Tag with the model in a folder from now on; UnionieError where it is missing or broken."""
        self.tagger = Tagger.read(model, head=head, words=self.tagger.words)
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002  spaCy passes it
        """Return the model and the user's words."""
        return bytes(srsly.msgpack_dumps({"files": dict(self.tagger.parts.files), "settings": self._settings()}))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> TaggerComponent:  # noqa: ARG002
        """Take what ``to_bytes`` gave."""
        held = srsly.msgpack_loads(data)
        return self._apply(held["files"], held["settings"], self.name)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write the model's files and the settings into a folder."""
        folder = ensure_path(path)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, data in self.tagger.parts.files.items():
                (folder / name).write_bytes(data)
            srsly.write_json(folder / "settings.json", self._settings())
        except OSError as error:
            raise UnionieError(f"{folder}: the tagger cannot be written there ({error.strerror})") from error

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> TaggerComponent:  # noqa: ARG002
        """Read the folder that ``to_disk`` wrote."""
        folder = ensure_path(path)
        try:
            files = {name: (folder / name).read_bytes() for name in FILES}
            settings = srsly.read_json(folder / "settings.json")
        except (OSError, ValueError) as error:
            raise UnionieError(f"{folder}: no tagger can be read there ({error})") from error
        return self._apply(files, settings, str(folder))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the model's files: each process opens its own network."""
        return _rebuild, (self.name, dict(self.tagger.parts.files), self._settings())

    def _settings(self) -> dict[str, Any]:
        return {"head": self.tagger.head, "words": [list(word) for word in self.tagger.words], "least": self.least}

    def _apply(self, files: Mapping[str, bytes], settings: Mapping[str, Any], source: str) -> TaggerComponent:
        self.tagger = _build(files, settings, source)
        self.least = settings["least"]
        return self


def _build(files: Mapping[str, bytes], settings: Mapping[str, Any], source: str) -> Tagger:
    words = [(word, tag) for word, tag in settings["words"]]
    return Tagger(read_parts(files, source), head=settings["head"], words=words)


def _rebuild(name: str, files: Mapping[str, bytes], settings: Mapping[str, Any]) -> TaggerComponent:
    return TaggerComponent(name, _build(files, settings, name), least=settings["least"])


@Language.factory(
    "unionie_tagger",
    assigns=["doc.ents", "doc.spans"],
    default_config={"head": None, "words": [], "least": LEAST},
)
def create_tagger(
    nlp: Language,  # noqa: ARG001  what a factory is called with
    name: str,
    head: str | None,
    words: list[list[str | None]],
    least: float,
) -> TaggerComponent:
    """Return the component with the packaged model; ``use`` gives it another.

    ``words`` are a user's, each with a tag of jieba's or a label: ["清溪之星", "AWARD"]. Hard constraints.
    """
    pairs = [(str(word), tag) for word, tag in words]
    return TaggerComponent(name, Tagger(packaged_model(), head=head, words=pairs), least=least)
