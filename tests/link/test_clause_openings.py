"""Where clauses begin, and what can head them."""

from __future__ import annotations

import pytest

import unionie

CASES = {
    "behind a heading on the same line": ("师资队伍　学校有教师126人。", ["学校"]),
    "a customs office": ("该关签发证书4873份。", ["该关"]),
    "the rest of several": ("青石站发送旅客41万人；其余各站合计26万人。", ["青石站", "其余各站"]),
    "a treasury that gives": ("全区有学校84所。区财政给教师发补助，最低的300元。", ["全区", "区财政"]),
    "a port": ("去年，港口完成货物吞吐量674万吨。", ["港口"]),
    "no area in an honour's name": ("建成驿站37个，其中全市最美驿站3个。", ["县总工会", "县总工会"]),
    "who reports to a meeting": ("市税务局书面汇报：减税1.46亿元。", ["县总工会"]),
    "no described place behind a preposition": (
        "从对口帮扶的青石县采购苹果86万元，人均300元。",
        ["县总工会", "县总工会"],
    ),
    "a described place that something is in": ("在对口支援的甲湾医院，全年派出专家26人次。", ["甲湾医院"]),
    "no earlier part": ("较上一期提高5个百分点，就业率75%。", ["县总工会"]),
    "no phase that something is for": ("拨款用于第二期计划，惠及职工300人。", ["县总工会"]),
    "who makes his plans known": ("市残联理事长张小北透露：2025年再建驿站5家。", ["市残联"]),
}


@pytest.mark.parametrize("name", CASES)
def test_the_head_of_a_clause(name: str) -> None:
    sentence, subjects = CASES[name]
    facts = unionie.extract(f"县总工会工作总结\n\n　　{sentence}", published="2024-02-01").facts
    assert [fact.subject for fact in facts] == subjects


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("青堰市妇联", "青堰市妇联2023年工作总结\n\n　　“青堰女声”公众号全年推送信息1380条，粉丝3.4万人。"),
        ("县妇联", "县妇联2023年工作总结\n\n　　把“青年扶贫车间”作为抓手，新建车间28个，吸纳妇女4860人。"),
    ],
)
def test_what_stands_in_quotation_marks_and_does_nothing(body: str, text: str) -> None:
    assert {fact.subject for fact in unionie.extract(text).facts} == {body}


def test_a_building_owns_its_sentence_and_not_the_paragraph() -> None:
    text = "县疾控中心工作总结\n\n　　总投资265万元的疾控大楼于6月竣工，面积2400平方米。现有职工47人。"
    assert [fact.subject for fact in unionie.extract(text).facts] == ["疾控大楼", "疾控大楼", "县疾控中心"]


def test_what_has_come_to_an_area_is_not_whom_a_paragraph_is_about() -> None:
    text = (
        "青岭省政府工作情况\n\n　　全省投资增长5%。\n　　更强。国家水电技术创新中心在青岭落地，实验室优化。投入12亿元。"
    )
    assert [fact.subject for fact in unionie.extract(text).facts] == ["全省", "全省"]
