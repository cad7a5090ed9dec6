"""Notices: figures of one report that cannot all be right, each with the places that show it."""

from __future__ import annotations

import pytest

import unionie
from builders import make_fact, span
from unionie.records import Extraction, Notice
from unionie.resolve.audit import audit


def read(text: str) -> Extraction:
    return unionie.extract(text, published="2024-02-01")


def notices(text: str) -> list[Notice]:
    return list(read(text).notices)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "全年接待游客由200万人次增加到300万人次，增长30%。",
            ["200万人次", "300万人次", "30%"],
        ),
        ("合作社由40家发展到61家，增长12.5%。", ["40家", "61家", "12.5%"]),
        ("信访总量由800件次下降到600件次，下降40%。", ["800件次", "600件次", "40%"]),
        (
            "接待观众87.4万人次，较2020年的71.9万人次增加31.6%。",
            ["71.9万人次", "87.4万人次", "31.6%"],
        ),
    ],
)
def test_growth_that_the_levels_contradict(text: str, places: list[str]) -> None:
    (notice,) = notices(text)
    assert notice.kind == "growth_contradicts_levels"
    assert [place.text for place in notice.evidence] == places
    assert places[-1] in notice.message


@pytest.mark.parametrize(
    "text",
    [
        "游客由200万人次下降到150万人次，下降25%。",
        "合作社由40家发展到61家，增长52.5%。",
        "接待观众87.4万人次，较2020年的71.9万人次增加21.6%。",
        "接待观众87.4万人次，较2020年的71.9万人次增加约两成。",
        "满意率由91.2%提高到96.7%，提高5.5个百分点。",
        "合作社由40家发展到61家，社员增长12.5%。",
        "发展会员5600人，其中女会员2200人、男会员3400人。",
        "发展会员5600余人，其中农民工会员4000多人。",
        "发展会员5600人，增长7.3%。",
        "2022年发展会员5600人。\n2023年发展会员5800人。",
        "去年发展会员5600人。\n今年力争发展会员6000人。",
        "",
        "广大职工群众的获得感不断增强。",
    ],
)
def test_what_fits_gives_no_notice(text: str) -> None:
    assert notices(text) == []


REPEAT = """岚溪县总工会2023年工作总结

　　全年发展会员5600人，建成驿站126座。

　　一年来，发展会员5800人。
"""


def test_repeats_that_disagree() -> None:
    extraction = read(REPEAT)
    (notice,) = extraction.notices
    assert notice.kind == "repeat_disagrees"
    assert [place.text for place in notice.evidence] == ["5600人", "5800人"]
    members = [fact for fact in extraction.facts if fact.indicator == "发展会员"]
    assert [fact.value for fact in members] == [5600, 5800]


def test_repeats_of_other_bodies_may_differ() -> None:
    text = "东屏区总工会发展会员5600人。\n\n　　临溪县总工会发展会员5800人。"
    assert notices(text) == []


def test_evidence_stands_in_the_text() -> None:
    for text in (REPEAT, "合作社由40家发展到61家，增长12.5%。"):
        extraction = read(text)
        for notice in extraction.notices:
            assert notice.message
            for place in notice.evidence:
                assert extraction.text[place.start : place.end] == place.text


def test_parts_beyond_their_total() -> None:
    total = make_fact(1, "发展会员", "5600", "人", "5600余人")
    part = make_fact(2, "农民工会员", "6000", "人", "4000多人", part_of="f1")
    (notice,) = audit([total, part])
    assert notice.kind == "parts_exceed_total"
    assert notice.evidence == (span("5600余人"), span("4000多人"))
    assert "发展会员" in notice.message


@pytest.mark.parametrize(
    ("value", "unit", "precision"), [("5600", "人", "exact"), ("6000", "户", "exact"), ("6000", "人", "over")]
)
def test_parts_that_may_be_right(value: str, unit: str, precision: str) -> None:
    """Parts may fill a total; other units are not added; a rounded total (5600余) leaves room."""
    total = make_fact(1, "发展会员", "5600", "人", "5600余人", precision=precision)
    part = make_fact(2, "农民工会员", value, unit, "4000多人", part_of="f1")
    assert audit([total, part]) == ()


def test_shares_are_not_added() -> None:
    total = make_fact(1, "发展会员", "50", "%", "85%以上")
    part = make_fact(2, "农民工会员", "70", "%", "7.3%", part_of="f1", measure="share")
    assert audit([total, part]) == ()
