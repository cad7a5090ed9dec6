"""What each value of a sentence measures: the table facts.tsv, read through the whole pipeline.

A row is a value; rows without id and text belong to the sentence above them, and a sentence's rows are all that is
found in it. ``indicator`` is exact, or behind ``~`` words that it must hold (``-word``: must not). A ``~`` before the
baseline means "holds", alone "any". An empty measure is ``level``, an empty modality ``actual``; ``total`` is the
value, as written, of which this one is a part.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pytest

import unionie
from tables import read_cases
from unionie.records import Extraction, Fact, Span

PUBLISHED = "2024-02-01"


class Expected(NamedTuple):
    """A row of the table behind its id and text."""

    surface: str
    indicator: str
    measure: str
    direction: str
    baseline: str
    modality: str
    total: str


def read_sentences() -> list[tuple[str, str, list[Expected]]]:
    sentences: list[tuple[str, str, list[Expected]]] = []
    for name, text, *cells in read_cases(__file__, "facts.tsv"):
        if name:
            sentences.append((name, text, []))
        if cells[0]:
            row = Expected(*cells)
            sentences[-1][2].append(row._replace(measure=row.measure or "level", modality=row.modality or "actual"))
    return sentences


SENTENCES = read_sentences()


def statements(extraction: Extraction) -> list[tuple[Span, Fact]]:
    """Every place that states a fact, in text order."""
    return sorted(
        ((span, fact) for fact in extraction.facts for span in fact.mentions), key=lambda stated: stated[0].start
    )


def describe(extraction: Extraction, fact: Fact, span: Span, expected: Expected) -> Expected:
    """The row that the fact gives; a cell of the table that only says what must be held stands for what holds it."""
    total = next((other.mentions[0].text for other in extraction.facts if other.id == fact.part_of), "")
    baseline = fact.baseline or ""
    wanted = expected.baseline.removeprefix("~")
    return Expected(
        span.text,
        expected.indicator if names(expected.indicator, fact.indicator) else fact.indicator,
        fact.measure,
        fact.direction or "",
        expected.baseline if expected.baseline.startswith("~") and wanted in baseline else baseline,
        fact.modality,
        total,
    )


def names(pattern: str, indicator: str) -> bool:
    if not pattern.startswith("~"):
        return pattern == indicator
    words = pattern[1:].split(" ")
    return all(word[1:] not in indicator if word[0] == "-" else word in indicator for word in words)


@pytest.mark.parametrize(
    ("text", "expected"), [(text, rows) for _, text, rows in SENTENCES], ids=[name for name, _, _ in SENTENCES]
)
def test_facts(text: str, expected: list[Expected]) -> None:
    extraction = unionie.extract(text, published=PUBLISHED)
    found = statements(extraction)
    assert [span.text for span, _ in found] == [row.surface for row in expected]
    rows = [describe(extraction, fact, span, row) for (span, fact), row in zip(found, expected, strict=True)]
    assert rows == expected


def test_sentences_are_distinct() -> None:
    ids = [name for name, _, _ in SENTENCES]
    texts = [text for _, text, _ in SENTENCES]
    assert len(set(ids)) == len(ids)
    assert len(set(texts)) == len(texts)


def test_a_sentence_is_read_alike_among_others() -> None:
    """Each sentence, a paragraph of one long report, gives the values that it gives alone."""
    text = "\n".join(text for _, text, _ in SENTENCES)
    starts = [0]
    for _, sentence, _ in SENTENCES:
        starts.append(starts[-1] + len(sentence) + 1)
    found = statements(unionie.extract(text, published=PUBLISHED))
    for (name, _, rows), (low, high) in zip(SENTENCES, pairwise(starts), strict=True):
        assert [span.text for span, _ in found if low <= span.start < high] == [row.surface for row in rows], name


@pytest.mark.parametrize("layout", ["{}", "　　{}", "{}\n", "工作报告\n\n　　{}\n", "\ufeff{}", "（一）组织建设\n{}"])
def test_layout_changes_nothing(layout: str) -> None:
    plain = "发展会员5600余人，其中农民工会员4000多人，同比增长7.3%。"
    facts = unionie.extract(layout.format(plain)).facts
    assert [(fact.indicator, fact.value, fact.measure) for fact in facts] == [
        ("发展会员", 5600, "level"),
        ("农民工会员", 4000, "level"),
        (facts[2].indicator, facts[2].value, "change"),
    ]
    assert facts[1].part_of == facts[0].id


@pytest.mark.parametrize(
    "text",
    [
        "发展会员5600余人，\n其中农民工会员4000多人。",
        "发展会员 5600 余人，其中农民工会员 4000 多人。",
        "发展会员５６００余人，其中农民工会员４０００多人。",
        "發展會員5600餘人，其中農民工會員4000多人。",
        "发展会员5600余人,其中农民工会员4000多人.",
    ],
)
def test_writing_changes_no_value(text: str) -> None:
    first, second = unionie.extract(text).facts
    assert (first.value, first.precision, second.value, second.precision) == (5600, "over", 4000, "over")
    assert second.part_of == first.id
    for fact in (first, second):
        (span,) = fact.mentions
        assert text[span.start : span.end] == span.text


def test_every_fact_names_its_rule() -> None:
    for _, text, _ in SENTENCES:
        for fact in unionie.extract(text, published=PUBLISHED).facts:
            assert fact.rule.startswith("facts.")
            assert 0 < fact.confidence <= 1


@pytest.mark.parametrize(
    "text", ["上半年，经济工作实现“双过半”。", "以“实现双过半”竞赛为牵引。", "实现“时间过半、任务超半”。"]
)
def test_slogans_of_halves_state_nothing(text: str) -> None:
    assert unionie.extract(text).facts == ()


def test_quotation_marks_stay_with_what_they_quote() -> None:
    (fact,) = unionie.extract("“闻姐茶话室”接访132宗。").facts
    assert (fact.indicator, fact.subject) == ("接访", "闻姐茶话室")
    first, second = unionie.extract("全县142所中小学“互联网+明厨亮灶”覆盖率100%。").facts
    assert (first.indicator, second.indicator) == ("中小学", "“互联网+明厨亮灶”覆盖率")


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("调撤率升至68.4%，青岚县法院、白塔区法院分别高达79.3%和75%。", "调撤率"),
        ("青岚分院、白塔分院门诊分别为2.6万人次、2.2万人次。", "门诊"),
        ("人均纯收入10215元，其中青岚镇、白塔苏木分别为11480元、9906元。", "人均纯收入"),
    ],
)
def test_bodies_that_share_what_is_measured(text: str, indicator: str) -> None:
    first, second = unionie.extract(text).facts[-2:]
    assert (first.indicator, second.indicator) == (indicator, indicator)
    assert (first.subject or "").startswith("青岚")
    assert (second.subject or "").startswith("白塔")
