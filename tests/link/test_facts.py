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


@pytest.mark.parametrize("before", ["青岚港建公司（以下简称港建公司）", "（一）"])
def test_a_bracket_before_the_indicator_is_no_part_of_it(before: str) -> None:
    assert [fact.indicator for fact in unionie.extract(f"{before}新签合同额3.2亿元。").facts] == ["新签合同额"]


@pytest.mark.parametrize(
    "text",
    ["入学率稳步提升，达到99%。", "入学率逐年提高，持续稳定在99%以上。", "入学率连续三年快速提高，成功突破99%。"],
)
def test_how_something_changed_is_no_part_of_it(text: str) -> None:
    assert [fact.indicator for fact in unionie.extract(text).facts] == ["入学率"]


def test_the_manner_of_reaching_names_nothing() -> None:
    text = "一般公共预算收入增加近100亿元，稳步达到300亿元以上。"
    assert [fact.indicator for fact in unionie.extract(text).facts] == ["一般公共预算收入"] * 2


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


@pytest.mark.parametrize("number", ["1.4　", "3.4 ", "2. ", "【青年】　"])
def test_the_number_of_a_paragraph_is_no_part_of_it(number: str) -> None:
    assert [fact.indicator for fact in unionie.extract(f"　　{number}建成青年之家63个。").facts] == ["建成青年之家"]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("县局把企业开办平均用时由8个工作日压减到5个工作日。", "企业开办平均用时"),
        ("明年底前要把工会覆盖面扩大到98%以上。", "工会覆盖面"),
        ("年底前让“青禾小屋”覆盖面达到98%。", "“青禾小屋”覆盖面"),
        ("一年让利71万元。", "让利"),
        ("手把手带出骨干21人。", "手把手带出骨干"),
    ],
)
def test_what_is_done_to_the_thing_measured_is_no_part_of_it(text: str, indicator: str) -> None:
    assert {fact.indicator for fact in unionie.extract(text).facts} == {indicator}


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("代表队以总分96.13分问鼎冠军。", "总分"),
        ("县总工会在乡镇建成驿站36家，使全县驿站总数达到58家。", "驿站总数"),
    ],
)
def test_what_a_result_is_measured_by(text: str, indicator: str) -> None:
    assert unionie.extract(text).facts[-1].indicator == indicator


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("三年内建成教师周转房240套。", "建成教师周转房"),
        ("一线员工流失率仍达14%。", "一线员工流失率"),
        ("内蒙古产量2万吨。", "产量"),
    ],
)
def test_when_and_still_are_no_part_of_it(text: str, indicator: str) -> None:
    assert [fact.indicator for fact in unionie.extract(text).facts] == [indicator]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("患者满意度97.8%，在全市县级中医医院排第一。", "患者满意度"),
        ("增长13.2%，增速在全省沿海港口中排名第2位。", "增速"),
        ("金牌数在全省28个参赛县（市、区）代表团中排名第5。", "金牌数"),
        ("县代表队列团体总分第4位。", "团体总分"),
        ("代表队以17枚金牌名列奖牌榜第四。", "奖牌榜"),
        ("在校生规模列全省第2位。", "在校生规模"),
        ("代表团夺得9枚金牌，在第十二届运动会上奖牌贡献率位居全市第5。", "奖牌贡献率"),
    ],
)
def test_where_something_ranks_is_not_what_ranks(text: str, indicator: str) -> None:
    assert unionie.extract(text).facts[-1].indicator == indicator


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
