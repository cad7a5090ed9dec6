"""Score a collection: every report counted, the counts kept per report.

Enters: GoldReports and their Extractions. Leaves: Scores. Next: ``show``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from unionie.corpora import GoldReport
from unionie.errors import InputError
from unionie.evaluate.facts import count_facts
from unionie.evaluate.named import count_awards, count_entities, count_metadata, count_organizations, count_people
from unionie.evaluate.tally import DocumentScore, Scores
from unionie.records import Extraction


def evaluate(gold: Sequence[GoldReport], extractions: Iterable[Extraction]) -> Scores:
    """Return the scores of ``extractions``, given in the order of ``gold``.

    An entity label counts only in reports that annotate it; reports that do not say annotate what occurs among them.
    Raises InputError when a text is not the annotated one or one side is longer.
    """
    found = list(extractions)
    if len(found) != len(gold):
        raise InputError(f"{len(gold)} annotated reports, but {len(found)} extractions")
    usual = frozenset(entity.label for report in gold if report.labels is None for entity in report.entities)
    return Scores(
        [
            _score(report, extraction, usual if report.labels is None else report.labels)
            for report, extraction in zip(gold, found, strict=True)
        ]
    )


def _score(gold: GoldReport, extraction: Extraction, labels: frozenset[str]) -> DocumentScore:
    if extraction.text != gold.text:
        raise InputError(f"{gold.id}: the extraction is of another text")
    score = DocumentScore(gold.id, gold.genre, gold.text)
    count_facts(score, gold, extraction)
    count_awards(score, gold, extraction.awards)
    count_people(score, gold, extraction.people)
    count_organizations(score, gold, extraction.organizations)
    count_entities(score, gold, extraction.entities, labels)
    count_metadata(score, gold, extraction)
    return score
