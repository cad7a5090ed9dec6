"""How good a model is: scores on annotated text, how well its confidences fit, how fast it is.

Enters: a ``Tagger``'s folder, the recipe's tests, folders of data. Leaves: plain figures, a table. Next: ``package``
keeps them as metrics.json, ``unionie score`` shows them. Needs no torch.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from unionie.clean import clean_text
from unionie.clean.types import CleanText
from unionie.corpora import load_gold
from unionie.errors import InputError
from unionie.frames import Mention
from unionie.tag.entities import find_entities
from unionie.tag.join import hints_of, join_mentions
from unionie.tag.learned.folder import Parts
from unionie.tag.learned.tagger import Tagged, Tagger
from unionie.tag.whole import make_whole
from unionie.train.score import Annotation, Tally, score_spans
from unionie.train.settings import Settings, Test
from unionie.train.sources import Sample, read_samples, report_sample
from unionie.values import find_quantities, find_times

__all__ = ["Ruled", "find_ruled", "measure", "read_ruled", "table"]


def measure(parts: Parts, settings: Settings, roots: Mapping[str, Path]) -> dict[str, Any]:
    """Return for each test of the recipe precision, recall and F1 by label, and characters a second of one core.

    Tests whose files are absent are left out; InputError where all are.
    """
    figures: dict[str, Any] = {}
    for test in settings.tests:
        paths = [roots[test.root] / name for name in test.files]
        if all(path.exists() for path in paths):
            figures[test.name] = _run(test, paths, parts)
    if not figures:
        raise InputError(f"{roots['data']}, {roots['corpora']}: none of the recipe's tests lies there")
    return figures


def _run(test: Test, paths: Sequence[Path], parts: Parts) -> dict[str, Any]:
    tagger = Tagger(parts, head=test.head)
    if test.rules:
        ruled = read_ruled(paths)
        samples = [each.sample for each in ruled]
        found = [_annotations(join_mentions(each.clean, each.mentions, spans, each.blocked))
                 for each, spans in zip(ruled, find_ruled(tagger, ruled), strict=True)]  # fmt: skip
        speed = {}
    else:
        samples = [sample for path in paths for sample in read_samples(path)]
        started = time.process_time()
        found = [_annotations(spans) for spans in tagger.find_all([sample.text for sample in samples])]
        seconds = time.process_time() - started
        speed = {"characters_per_second": round(sum(len(sample.text) for sample in samples) / seconds)}
    tallies = score_spans(found, [sample.spans for sample in samples], test.names)
    scores = {label: _figures(tally) for label, tally in tallies.items() if tally.marked}
    return {"scores": scores, **speed}


def _annotations(spans: Iterable[Tagged | Mention]) -> list[Annotation]:
    return [Annotation(span.start, span.end, span.label) for span in spans]


def _figures(tally: Tally) -> dict[str, float]:
    return {
        "precision": round(tally.right / max(1, tally.found), 4),
        "recall": round(tally.right / max(1, tally.marked), 4),
        "f1": round(tally.f1, 4),
        "marked": tally.marked,
    }


class Ruled(NamedTuple):
    """An annotated report and what the pipeline knows of it when the tagger comes."""

    sample: Sample
    clean: CleanText
    mentions: list[Mention]
    blocked: list[tuple[int, int]]


def read_ruled(paths: Iterable[Path]) -> list[Ruled]:
    """Return annotated reports with the mentions of the rules, the quantities and the times in them."""
    ruled = []
    for report in (report for path in paths for report in load_gold(path)):
        clean = clean_text(report.text)
        values = [(quantity.start, quantity.end) for quantity in find_quantities(clean.text)]
        blocked = sorted(values + [(when.start, when.end) for when in find_times(clean.text)])
        ruled.append(Ruled(report_sample(report), clean, find_entities(clean, blocked), blocked))
    return ruled


def find_ruled(tagger: Tagger, ruled: Sequence[Ruled]) -> list[list[Tagged]]:
    """Return what the tagger finds where the rules speak along."""
    texts = [each.clean.text for each in ruled]
    found = tagger.find_all(texts, [hints_of(each.mentions) for each in ruled])
    return [make_whole(*each) for each in zip(texts, found, strict=True)]


def table(figures: Mapping[str, Any]) -> str:
    """Return the figures as lines of text."""
    lines = [f"{'':32}{'P':>8}{'R':>8}{'F1':>8}{'marked':>8}\n"]
    for name, test in figures.items():
        rate = test.get("characters_per_second")
        lines.append(f"{name}{f', {rate:,} characters a second' if rate else ''}\n")
        for label, score in test["scores"].items():
            values = "".join(f"{100 * score[key]:8.2f}" for key in ("precision", "recall", "f1"))
            lines.append(f"  {label:30}{values}{score['marked']:8,}\n")
    return "".join(lines)
