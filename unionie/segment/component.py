"""The spaCy component of segmentation: sentences and headings.

Enters: a Doc. Leaves: the same Doc with sentence starts and ``doc.spans["sections"]``. Next: ``tag``.
"""

from __future__ import annotations

import numpy as np
from spacy.attrs import SENT_START  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.language import Language
from spacy.tokens import Doc

from unionie.doc import align_tokens, get_clean, set_plain, set_spans
from unionie.segment.sections import find_sections
from unionie.segment.sentences import split_sentences


@Language.component("unionie_segmenter", assigns=["token.is_sent_start", "doc.spans"])
def segment_doc(doc: Doc) -> Doc:
    """Return the Doc with its sentences and the group ``sections`` set."""
    clean = get_clean(doc)
    sentences = split_sentences(clean)
    headings = find_sections(clean)
    set_plain(doc, "sentences", [list(sentence) for sentence in sentences])
    set_plain(doc, "sections", [list(heading) for heading in headings])
    starts = [clean.offsets[sentence.start] for sentence in sentences]
    doc = align_tokens(doc, [(start, start) for start in starts])
    _set_sentence_starts(doc, starts)
    return set_spans(doc, "sections", [(*clean.place(each.start, each.end), f"H{each.level}") for each in headings])


def _set_sentence_starts(doc: Doc, starts: list[int]) -> None:
    """Mark each token that starts a sentence; spaCy asks that the first token does."""
    places = doc.to_array("IDX")
    if len(places):
        values = np.full((len(places), 1), -1, dtype="int64").view("uint64")
        wanted = np.array(starts, dtype="uint64")
        found = np.searchsorted(places, wanted)
        values[found[places.take(found, mode="clip") == wanted]] = 1
        values[0] = 1
        doc.from_array([SENT_START], values)  # type: ignore[arg-type]  # spaCy's stub names thinc's array type
