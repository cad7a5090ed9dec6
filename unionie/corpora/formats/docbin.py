"""spaCy's DocBin: entities in ``doc.ents``, facts in ``doc.spans["facts"]``, one character a token.

Enters: Sheets. Leaves: a ``.spacy`` file for ``spacy train``, or Sheets from one.

Characters as tokens put every edge at a token's edge. Optional entities, which are no example to learn from, stand in
``doc.spans["optional"]``. The other fields travel in ``doc.user_data["unionie"]``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span

from unionie.corpora.files import dump, parse_object
from unionie.corpora.formats.stored import restore_sheet, store_sheet
from unionie.corpora.sheets import FACT, Sheet, carry_details
from unionie.errors import InputError
from unionie.io.atomic import replaced_file

__all__ = ["find_items", "parse", "write"]

_KEY = "unionie"


def write(sheets: Sequence[Sheet], target: Path) -> None:
    """Write all reports as one DocBin."""
    vocab = spacy.blank("zh").vocab
    collection = DocBin(store_user_data=True)
    for sheet in sheets:
        doc = Doc(vocab, words=list(sheet.text), spaces=[False] * len(sheet.text))
        spans = {"ents": [], "facts": [], "optional": []}  # type: dict[str, list[Span]]
        for mark in sheet.marks:
            group = "facts" if mark.label == FACT else "optional" if mark.details.get("optional") else "ents"
            spans[group].append(Span(doc, mark.start, mark.end, label=mark.label))
        try:
            doc.ents = spans.pop("ents")
        except ValueError as error:
            raise InputError(f"{sheet.id}: entities overlap, which spaCy does not hold") from error
        doc.spans.update(spans)
        doc.user_data[_KEY] = dump(store_sheet(sheet))
        collection.add(doc)
    with replaced_file(target) as path:
        path.write_bytes(collection.to_bytes())


def find_items(path: Path) -> Iterator[tuple[str, Doc]]:
    """Yield (where, Doc) for each report."""
    try:
        docs = list(DocBin().from_bytes(path.read_bytes()).get_docs(spacy.blank("zh").vocab))
    except Exception as error:  # zlib, msgpack, numpy and spaCy each have errors of their own
        raise InputError(f"{path}: no DocBin that spaCy can read: {' '.join(str(error).split())}") from error
    yield from ((f"{path}, document {number}", doc) for number, doc in enumerate(docs, 1))


def parse(doc: Doc) -> Sheet:
    """Return the report of a Doc."""
    spans = [*doc.ents, *doc.spans.get("facts", ()), *doc.spans.get("optional", ())]
    places = sorted((span.start_char, span.end_char, span.label_) for span in spans)
    stored = doc.user_data.get(_KEY)
    known = parse_object(stored, "user_data") if isinstance(stored, str) else {}
    return carry_details(doc.text, places, restore_sheet(doc.text, known))
