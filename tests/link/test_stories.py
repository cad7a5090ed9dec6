"""What stories and reviews say beside their figures: lengths of time that frame, leads of indicators, other scenes."""

from __future__ import annotations

import pytest

import unionie


def told(text: str) -> list[tuple[str, str]]:
    """Return the values of a sentence in a report, as written, with their indicators."""
    facts = unionie.extract(f"沙坪县总工会2023年工作总结\n{text}").facts
    return [(fact.mentions[0].text, fact.indicator) for fact in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("入会才三个月。", []),
        ("课程不到2小时即报满。", []),
        ("调解一起纠纷要跑半个月。", []),
        ("开馆三个月，接待5.7万人次。", [("5.7万人次", "接待")]),
        ("工程干到一半。", []),
        ("1826个日夜，帮扶职工3万人。", [("3万人", "帮扶职工")]),
        ("建会36家，发展会员200人，两项均超额完成。", [("36家", "建会"), ("200人", "发展会员")]),
        ("办理时限压缩到3天即可办结。", [("3天", "办理时限")]),
    ],
)
def test_what_only_frames_is_no_figure(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("该区将把周转金规模扩大到800万元。", ["周转金规模"]),
        ("把单次作业时间从90分钟压缩到35分钟。", ["作业时间", "作业时间"]),
        ("已建工会企业的签订率达90%。", ["已建工会企业的签订率"]),
        ("年底前线上办理率达到70%。", ["线上办理率"]),
        ("会员总数要达到620万人。", ["会员总数"]),
        ("[维权] 全县签订集体合同2.9万份。", ["签订集体合同"]),
        ("全学期开展演练12次。", ["开展演练"]),
        ("自启动以来累计建成36座。", ["累计建成"]),
        ("高速服务区覆盖率100%。", ["高速服务区覆盖率"]),
        ("平均年化利率4.3%。", ["平均年化利率"]),
        ("单独招生60人。", ["单独招生"]),
        ("不良贷款余额3.41亿元，不良率1.41%。", ["不良贷款余额", "不良率"]),
        ("拨付使用1.12亿元，拨付率58%。", ["拨付使用", "拨付率"]),
        ("招收新生280人，增加2个班。", ["招收新生", "班"]),
    ],
)
def test_an_indicator_begins_and_ends_with_what_it_names(text: str, indicators: list[str]) -> None:
    assert [indicator for _, indicator in told(text)] == indicators


def test_our_hospital_is_no_part_of_its_figures() -> None:
    facts = unionie.extract("桐山市中医院2022年工作总结\n我院门急诊总量60万人次。").facts
    assert [(fact.indicator, fact.subject) for fact in facts] == [("门急诊总量", "我院")]


def test_a_campaign_does_nothing() -> None:
    text = "沙坪县总工会2023年工作总结\n全县共有基层工会1147家。开展“县级工会加强年”活动，召开推进会3次。"
    assert [fact.subject for fact in unionie.extract(text).facts] == ["全县", "沙坪县总工会"]
