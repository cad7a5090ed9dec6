"""Notices: figures of one report that cannot all be right, each with the places that show it."""

from __future__ import annotations

from dataclasses import replace

import pytest

import unionie
from builders import make_extraction, make_fact, span
from unionie.records import Extraction, Notice
from unionie.resolve.audit import audit


def read(text: str) -> Extraction:
    return unionie.extract(text, published="2024-02-01")


def notices(text: str) -> list[Notice]:
    return list(read(text).notices)


def test_a_number_broken_by_a_line_end_is_read() -> None:
    found = read("全县有农户10万户，其中脱贫户4.\n62万户、低保户2万户。")
    assert [(fact.value, fact.part_of is None) for fact in found.facts] == [
        (100000, True),
        (46200, False),
        (20000, False),
    ]
    assert not found.notices


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
        "地区生产总值由583亿元增加到960亿元，增长31%。",
        "与上年的40家相比，合作社增加12家，增长30%。",
        "技能人才总量由2015年末的486万人增加到2020年末的702万人，年均增长7.6%。",
        "发放慰问金100万元，其中困难职工60万元、困难劳模30万元。",
        "",
        "广大职工群众的获得感不断增强。",
    ],
)
def test_what_fits_gives_no_notice(text: str) -> None:
    assert notices(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "技能人才总量由2015年末的486万人增加到2020年末的702万人，年均增长12%。",
            "技能人才总量由486万人到702万人，年均增长应为约7.6%，文中为12%",
        ),
        (
            "会员达到10.2万人，比上年增加1.2万人，增长21%。",
            "会员10.2万人，增加1.2万人，增幅应为约13.3%，文中为21%",
        ),
    ],
)
def test_growth_of_several_years_and_by_an_increase(text: str, message: str) -> None:
    assert [notice.message for notice in notices(text)] == [message]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "新建基层工会628家，其中非公企业710家。",
            "非公企业710家在“其中”之后，却多于前面的新建基层工会628家",
        ),
        (
            "进出口总值5.83亿美元，下降8.7%；其中出口6.96亿美元。",
            "出口6.96亿美元在“其中”之后，却多于前面的进出口总值5.83亿美元",
        ),
        (
            "发放慰问金100万元，其中困难职工80万元、困难劳模30万元。",
            "发放慰问金100万元，所列各项80万元、30万元合计110万元，超过总数",
        ),
    ],
)
def test_parts_that_exceed_their_total(text: str, message: str) -> None:
    assert [(notice.kind, notice.message) for notice in notices(text)] == [("parts_exceed_total", message)]


def test_parts_of_people_may_overlap() -> None:
    assert notices("发展会员100人，其中女会员70人、农民工会员60人。") == []


def test_a_headline_that_the_body_contradicts() -> None:
    text = "清溪区总工会新建工会36家\n\n　　2023年，清溪区总工会新建工会38家，走访企业12家。\n"
    (notice,) = notices(text)
    assert (notice.kind, notice.message) == ("repeat_disagrees", "标题中新建工会为36家，正文中为38家")
    assert notices(text.replace("38", "36")) == []
    assert notices(text.replace("38", "380")) == []


def test_a_rounded_figure_does_not_disagree() -> None:
    text = REPEAT.replace("5600人", "5.6万人").replace("5800人", "56231人")
    assert notices(text) == []


def shares(*rows: tuple[str, str, str]) -> list[Notice]:
    facts = [
        make_fact(number, indicator, value, "%", mention, measure="share", rule="facts.aligned", evidence=span(LINE))
        for number, (indicator, value, mention) in enumerate(rows, 1)
    ]
    return list(audit(facts))


LINE = "发展会员5600余人，其中农民工会员4000多人，投保总金额达到109.67万元，协商建制率达85%以上，增长7.3%。"


def test_a_split_beyond_a_hundred() -> None:
    (notice,) = shares(("男职工占比", "60", "85%"), ("女职工占比", "45", "7.3%"))
    assert (notice.kind, notice.message) == (
        "split_exceeds_hundred",
        "男职工占比、女职工占比的占比合计105%，超过100%",
    )
    assert shares(("男职工占比", "60", "85%"), ("女职工占比", "40", "7.3%")) == []
    assert shares(("党员占比", "60", "85%"), ("女职工占比", "45", "7.3%")) == []


def test_a_share_that_part_and_total_contradict() -> None:
    total = make_fact(1, "发展会员", "5600", "人", "5600余人")
    part = make_fact(2, "农民工会员", "4000", "人", "4000多人", part_of="f1")
    share = make_fact(3, "农民工会员占比", "60", "%", "7.3%", part_of="f1", measure="share")
    (notice,) = audit([total, part, share])
    assert (notice.kind, notice.message) == (
        "share_contradicts_parts",
        "农民工会员4000多人占发展会员5600余人的71.4%，文中为7.3%",
    )
    assert audit([total, part, replace(share, value=replace(share).value + 11)]) == ()


def test_awards_that_are_counted_but_not_listed() -> None:
    award = make_extraction().awards[0]
    listed = [replace(award, recipient=name, award="云州市劳动模范") for name in ("周曼", "李昊", "余安", "卜一")]
    counted = make_fact(1, "授予云州市劳动模范称号", "5", "名", "85%")
    (notice,) = audit([counted], listed)
    assert notice.kind == "awards_not_listed"
    assert notice.message == "文中称云州市劳动模范有85%，名单中只认出4个"
    for fact in (
        replace(counted, value=counted.value - 1),
        replace(counted, value=counted.value * 10),
        replace(counted, indicator="授予云州市劳动模范称号女职工"),
        replace(counted, unit="元"),
    ):
        assert audit([fact], listed) == ()
    assert audit([counted], listed[:2]) == ()


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
