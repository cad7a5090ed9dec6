"""The spaCy component of the learned tagger.

Enters: Docs, one or a stream. Leaves: the same with ``doc.ents`` and the group ``doc.spans["tagged"]``, whose
``attrs["scores"]`` are the probabilities of its spans. Next: ``unionie_entities`` merges them with what rules find.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import srsly
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import ensure_path

from unionie.doc import get_clean, set_plain, set_span_groups
from unionie.errors import UnionieError
from unionie.tag.learned.folder import FILES, read_parts
from unionie.tag.learned.tagger import Tagger, packaged_model

__all__ = ["TaggerComponent", "create_tagger"]

_BATCH = 60_000  # characters of documents that are tagged together


class TaggerComponent:
    """Tags Docs with a model; ``show`` sets spans and entities, else the mentions are only kept for later steps."""

    def __init__(self, name: str, tagger: Tagger, *, show: bool = True) -> None:
        self.name, self.tagger, self.show = name, tagger, show

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
        done = []
        for doc, clean, spans in zip(docs, cleaned, self.tagger.find_all([c.text for c in cleaned]), strict=True):
            set_plain(doc, "tagged", [list(span) for span in spans])
            if self.show:
                places = [clean.span(span.start, span.end) for span in spans]
                rows = [(at.start, at.end, span.label) for at, span in zip(places, spans, strict=True)]
                doc = set_span_groups(doc, {"tagged": rows}, rows)  # noqa: PLW2901  a Doc with tokens split anew
                doc.spans["tagged"].attrs["scores"] = [span.probability for span in spans]
            done.append(doc)
        return done

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
        return {"head": self.tagger.head, "words": [list(word) for word in self.tagger.words], "show": self.show}

    def _apply(self, files: Mapping[str, bytes], settings: Mapping[str, Any], source: str) -> TaggerComponent:
        self.tagger = _build(files, settings, source)
        self.show = settings["show"]
        return self


def _build(files: Mapping[str, bytes], settings: Mapping[str, Any], source: str) -> Tagger:
    words = [(word, tag) for word, tag in settings["words"]]
    return Tagger(read_parts(files, source), head=settings["head"], words=words)


def _rebuild(name: str, files: Mapping[str, bytes], settings: Mapping[str, Any]) -> TaggerComponent:
    return TaggerComponent(name, _build(files, settings, name), show=settings["show"])


@Language.factory(
    "unionie_tagger",
    assigns=["doc.ents", "doc.spans"],
    default_config={"model": None, "head": None, "words": [], "show": True},
)
def create_tagger(
    nlp: Language,  # noqa: ARG001  what a factory is called with
    name: str,
    model: str | None,
    head: str | None,
    words: list[list[str | None]],
    show: bool,
) -> TaggerComponent:
    """Return the component with the model in the folder ``model`` (the packaged one if None).

    ``words`` are a user's, each with a tag of jieba's or a label: ["清溪之星", "AWARD"]. Hard constraints.
    """
    parts = packaged_model() if model is None else None
    pairs = [(str(word), tag) for word, tag in words]
    tagger = Tagger.read(model, head=head, words=pairs) if model is not None else Tagger(parts, head=head, words=pairs)
    return TaggerComponent(name, tagger, show=show)
