"""What unionie keeps on a spaCy Doc: the only place that names its keys.

Enters: a Doc and what the stages made. Leaves: the same, typed. Next: every component reads and writes its Doc through
these functions.

Values are kept as they are and become plain when spaCy writes the Doc (``to_bytes``, ``nlp.pipe(n_process=2)``), by an
encoder registered with its serializer; who reads them afterwards gets them rebuilt.

A component that sets spans returns the Doc that it was given back: where a span starts or ends inside a token,
that is a new Doc with the token split (``doc = set_spans(doc, ...)``).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain, groupby, pairwise
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
import srsly
from spacy.tokens import Doc, Span
from spacy.tokens.span_group import SpanGroup
from spacy.util import filter_spans

from unionie.clean import CleanText, clean_text
from unionie.frames import AwardFrame, FactFrame, Head, Mention, PersonFrame
from unionie.records import Extraction
from unionie.values.types import Quantity, Time

T = TypeVar("T")

_CLEAN = "unionie_clean"
_SURROGATES = "unionie_surrogates"
_MENTIONS = "unionie_mentions"
_EXTRACTION = "unionie_extraction"

_QUANTITIES = "unionie_quantities"
_TIMES = "unionie_times"

# What the linker made for Docs in this process, for its resolver.
_frames: WeakKeyDictionary[Doc, Frames] = WeakKeyDictionary()


class Frames(NamedTuple):
    """What linking found, for the resolver of the same process."""

    facts: list[FactFrame]
    awards: list[AwardFrame]
    people: list[PersonFrame]
    heads: list[Head]


Offsets: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.int64]]"
Bounds: TypeAlias = "tuple[Offsets, Offsets]"
CharSpan: TypeAlias = "tuple[int, int, str]"  # a stretch of the Doc's text in characters, with a label


def storable(text: str) -> tuple[str, list[list[int]]]:
    """Return ``text`` as a Doc can hold it, lone surrogates as U+FFFD, and where they stood: [[place, code], ...]."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        lone = [[place, ord(char)] for place, char in enumerate(text) if "\ud800" <= char <= "\udfff"]
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text), lone
    return text, []


def get_source(doc: Doc) -> str:
    """Return the caller's text: the Doc's, with the lone surrogates that a Doc cannot hold."""
    lone = doc.user_data.get(_SURROGATES)
    if not lone:
        clean = doc.user_data.get(_CLEAN)
        return clean.source if isinstance(clean, CleanText) else str(doc.text)
    characters = list(doc.text)
    for place, code in lone:
        characters[place] = chr(code)
    return "".join(characters)


def get_clean(doc: Doc) -> CleanText:
    """Return the repaired text of the Doc; one whose tokenizer made none is cleaned now."""
    clean = doc.user_data.get(_CLEAN)
    if not isinstance(clean, CleanText):
        clean = clean_text(str(doc.text)) if clean is None else CleanText.from_plain(get_source(doc), clean)
        doc.user_data[_CLEAN] = clean
    return clean


def set_clean(doc: Doc, clean: CleanText, surrogates: list[list[int]] | None = None) -> None:
    """Keep the repaired text; ``surrogates`` are those that ``storable`` took out of the Doc's text."""
    doc.user_data[_CLEAN] = clean.to_plain() if surrogates else clean  # rebuilt upon the text with its surrogates
    if surrogates:
        doc.user_data[_SURROGATES] = surrogates


def get_mentions(doc: Doc) -> list[Mention]:
    """Return the mentions found so far, in clean offsets."""
    return _get_list(doc, _MENTIONS, Mention, lambda plain: Mention(*plain))


def set_mentions(doc: Doc, mentions: Iterable[Mention]) -> None:
    """Keep the mentions, in clean offsets, instead of those found before."""
    doc.user_data[_MENTIONS] = list(mentions)


def get_quantities(doc: Doc) -> list[Quantity]:
    """Return the quantities found so far, in clean offsets."""
    return _get_list(doc, _QUANTITIES, Quantity, _read_quantity)


def set_quantities(doc: Doc, quantities: Iterable[Quantity]) -> None:
    """Keep the quantities, in clean offsets."""
    doc.user_data[_QUANTITIES] = list(quantities)


def get_times(doc: Doc) -> list[Time]:
    """Return the times found so far, in clean offsets."""
    return _get_list(doc, _TIMES, Time, lambda plain: Time(**plain))


def set_times(doc: Doc, times: Iterable[Time]) -> None:
    """Keep the times, in clean offsets."""
    doc.user_data[_TIMES] = list(times)


def blocked_spans(doc: Doc) -> list[tuple[int, int]]:
    """Return where quantities and times stand, in clean offsets, sorted: what no name may cross."""
    values = [(quantity.start, quantity.end) for quantity in get_quantities(doc)]
    return sorted(values + [(time.start, time.end) for time in get_times(doc)])


def _get_list(doc: Doc, key: str, kind: type[T], read: Callable[[Any], T]) -> list[T]:
    """Return a copy of the list kept under ``key``; of a Doc that was written and read again it is rebuilt first.

    A list is written as a whole, so that its first value tells for all.
    """
    kept = doc.user_data.get(key, ())
    if kept and not isinstance(kept[0], kind):
        kept = doc.user_data[key] = [read(value) for value in kept]
    return list(kept)


def _read_quantity(plain: Mapping[str, Any]) -> Quantity:
    high = plain["high"]
    return Quantity(**{**plain, "value": Decimal(plain["value"]), "high": None if high is None else Decimal(high)})


@srsly.msgpack_encoders("unionie")  # type: ignore[untyped-decorator]
def _to_plain(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Return the plain form of what is kept on a Doc; srsly asks for whatever it cannot write itself."""
    if isinstance(value, Quantity | Time):
        return {name: getattr(value, name) for name in value.__slots__}
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, CleanText):
        return value.to_plain()
    if isinstance(value, Extraction):
        return value.to_dict() | {"text": storable(value.text)[0]}
    return value if chain is None else chain(value)


def get_frames(doc: Doc) -> Frames:
    """Return what linking found, empty if no linker ran in this process."""
    return _frames.get(doc, Frames([], [], [], []))


def set_frames(doc: Doc, frames: Frames) -> None:
    """Keep what linking found until the resolver reads it."""
    _frames[doc] = frames


def get_plain(doc: Doc, key: str) -> Any:
    """Return the plain value that a stage kept under ``key``, None if it kept none."""
    return doc.user_data.get(f"unionie_{key}")


def set_plain(doc: Doc, key: str, value: Any) -> None:
    """Keep a stage's plain value (lists, dicts, strings, numbers) under ``key``."""
    doc.user_data[f"unionie_{key}"] = value


def get_extraction(doc: Doc) -> Extraction | None:
    """Return the records of the Doc, None before they are made; ``doc._.extraction`` is this."""
    extraction = doc.user_data.get(_EXTRACTION)
    if extraction is not None and not isinstance(extraction, Extraction):
        extraction = doc.user_data[_EXTRACTION] = Extraction.from_dict(extraction)
    return extraction


def set_extraction(doc: Doc, extraction: Extraction) -> None:
    """Keep the records."""
    doc.user_data[_EXTRACTION] = extraction


def set_spans(doc: Doc, key: str, spans: Iterable[CharSpan]) -> Doc:
    """Return the Doc with ``doc.spans[key]`` set to the labelled character spans (start, end, label)."""
    return set_span_groups(doc, {key: spans})


def set_span_groups(
    doc: Doc,
    groups: Mapping[str, Iterable[CharSpan]],
    ents: Iterable[CharSpan] | None = None,
    cuts: Iterable[int] = (),
) -> Doc:
    """Return the Doc with several span groups set, and ``doc.ents`` where ``ents`` is given, in one pass.

    Of entities that overlap the longest stays in ``doc.ents``; span groups keep all. Entities of other components, and
    a user's, stay: new ones go where there is room. At ``cuts`` tokens are split too.
    A Doc without a token to split is returned itself, else a new one with all that the old one had.
    """
    wanted = {key: list(spans) for key, spans in groups.items()}
    named = list(ents or ())
    others = [] if ents is None else _find_others(doc, wanted)
    bounds = _bounds(doc)
    rows = [*chain(*wanted.values())]
    shared = named == rows  # as where all of one group are entities: found once
    rows += () if shared else named
    rows += ((cut, cut, "") for cut in cuts)  # no span, as nothing is inside
    spots = _find_spots(bounds, [row[0] for row in rows], [row[1] for row in rows])
    if inner := _inner_edges(bounds, spots):
        doc, bounds = _split_tokens(doc, bounds, inner, anew=wanted, ents=ents is None)
        spots = _find_spots(bounds, spots.starts, spots.ends)
    found = _make_spans(doc, bounds, spots, [row[2] for row in rows])
    done = 0
    for key, spans in wanted.items():
        doc.spans[key] = SpanGroup(doc, name=key, spans=[*filter(None, found[done : done + len(spans)])])
        done += len(spans)
    if ents is not None:
        start = 0 if shared else done
        doc.ents = _make_room(doc, others, filter_spans(filter(None, found[start : start + len(named)])))
    return doc


def _find_others(doc: Doc, groups: Container[str]) -> list[Span]:
    """Return the entities that did not come from these groups of spans."""
    ours = {(span.start, span.end, span.label) for key, group in doc.spans.items() if key in groups for span in group}
    return [span for span in doc.ents if (span.start, span.end, span.label) not in ours]


def _make_room(doc: Doc, others: list[Span], spans: list[Span]) -> list[Span]:
    """Return the other entities, in this Doc, and the spans that do not touch them."""
    if not others:
        return spans
    kept = [
        doc.char_span(span.start_char, span.end_char, span.label, span.kb_id, span_id=span.id) or span
        for span in others
    ]
    taken = {token for span in kept for token in range(span.start, span.end)}
    return [*kept, *(span for span in spans if taken.isdisjoint(range(span.start, span.end)))]


def _bounds(doc: Doc) -> Bounds:
    """Return where the tokens start and where they end."""
    rows = doc.to_array(["IDX", "LENGTH"]).astype("int64")
    return rows[:, 0], rows[:, 0] + rows[:, 1]


class _Spots(NamedTuple):
    """Stretches of characters, and the tokens in which their first and last characters stand (-1: before all)."""

    starts: Offsets
    ends: Offsets
    first: Offsets
    last: Offsets


def _find_spots(bounds: Bounds, starts: Sequence[int] | Offsets, ends: Sequence[int] | Offsets) -> _Spots:
    starts, ends = np.asarray(starts, dtype="int64"), np.asarray(ends, dtype="int64")
    first = np.searchsorted(bounds[0], starts, side="right") - 1
    return _Spots(starts, ends, first, np.searchsorted(bounds[0], ends, side="left") - 1)


def _make_spans(doc: Doc, bounds: Bounds, spots: _Spots, labels: Sequence[str]) -> list[Span | None]:
    """Return the spans, None for those that do not start and end where tokens do."""
    if not len(doc):
        return [None] * len(labels)
    starts, ends, first, last = spots
    fits = (first >= 0) & (bounds[0][first] == starts) & (last >= first) & (bounds[1][last] == ends)
    return [
        Span(doc, start, end + 1, label=label) if fit else None
        for label, start, end, fit in zip(labels, first.tolist(), last.tolist(), fits.tolist(), strict=True)
    ]


def _inner_edges(bounds: Bounds, spots: _Spots) -> list[int]:
    """Return where stretches start or end inside tokens, sorted."""
    begins, stops = bounds
    if not len(begins):
        return []
    starts, ends, first, last = spots
    cut = (first >= 0) & (starts > begins[first]) & (starts < stops[first])
    cut_behind = (last >= 0) & (ends < stops[last])
    return sorted({*starts[cut].tolist(), *ends[cut_behind].tolist()})


def _split_tokens(
    doc: Doc, bounds: Bounds, edges: list[int], *, anew: Container[str] = (), ents: bool = True
) -> tuple[Doc, Bounds]:
    """Return a new Doc with tokens cut at ``edges``, offsets inside tokens, sorted; and where its tokens stand.

    The groups of spans ``anew``, and the entities without ``ents``, are set next: they are not carried over.
    """
    rows = doc.to_array(["ORTH", "SPACY"])
    old_words, old_spaces = rows[:, 0].tolist(), (rows[:, 1] == 1).tolist()
    places = np.searchsorted(bounds[0], edges, side="right")
    words: list[Any] = []  # a Doc takes ids of words too, sooner than strings
    spaces: list[bool] = []
    done = 0
    for owner, group in groupby(zip((places - 1).tolist(), edges, strict=True), key=itemgetter(0)):
        token, first = doc[owner].text, int(bounds[0][owner])
        cuts = [0, *(edge - first for _, edge in group), len(token)]
        words += old_words[done:owner]
        words += [token[start:end] for start, end in pairwise(cuts)]
        spaces += old_spaces[done:owner] + [False] * (len(cuts) - 2) + [old_spaces[owner]]
        done = owner + 1
    new = Doc(doc.vocab, words=words + old_words[done:], spaces=spaces + old_spaces[done:], user_data=doc.user_data)
    olds = np.arange(len(doc) + 1)
    _carry(doc, new, olds + np.searchsorted(places, olds, side="right"), anew, ents=ents)
    begins, stops = (np.sort(np.concatenate((old, edges))) for old in bounds)
    return new, (begins, stops)


def _carry(doc: Doc, new: Doc, moved: Offsets, anew: Container[str], *, ents: bool) -> None:
    """Give the new Doc what the old one had besides its tokens; ``moved`` are the new places of the old tokens."""
    new._context = doc._context
    new.cats = doc.cats
    if doc in _frames:
        _frames[new] = _frames[doc]
    places = moved.tolist()
    for key, group in doc.spans.items():
        if key not in anew:
            new.spans[key] = SpanGroup(new, name=key, spans=_move_spans(new, group, places))
    if ents and (named := doc.ents):
        new.ents = _move_spans(new, named, places)
    if doc.has_annotation("SENT_START"):
        values = np.full((len(new), 1), -1, dtype="int64")
        values[moved[np.flatnonzero(doc.to_array("SENT_START") == 1)]] = 1
        new.from_array(["SENT_START"], values.view("uint64"))  # type: ignore[arg-type]  # spaCy's stub names thinc's array type


def _move_spans(new: Doc, spans: Iterable[Span], moved: Sequence[int]) -> list[Span]:
    """Return the spans in the new Doc; ``moved`` are the new places of the old tokens."""
    return [
        Span(new, moved[span.start], moved[span.end], span.label, kb_id=span.kb_id, span_id=span.id) for span in spans
    ]


if not Doc.has_extension("extraction"):
    Doc.set_extension("extraction", getter=get_extraction)
