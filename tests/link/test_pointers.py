"""What words mean that point to a body or place named before."""

from __future__ import annotations

import pytest

import unionie

HEAD = "柳河县总工会2023年工作综述\n柳河县总工会走访职工86人。\n"
CASES = {
    "in the village": ("梅岗村修了路。村里94户搬进新居。", "村里", "梅岗村"),
    "in the works": ("柳河水泵厂在山脚。厂里187名工人持证上岗。", "厂里", "柳河水泵厂"),
    "this bank": ("资金由青竹农商银行保障，该行发放贷款14.7亿元。", "该行", "青竹农商银行"),
    "a team of this company": (
        "甲河三建公司进了场。这家公司的援建队有640人。",
        "这家公司的援建队",
        "甲河三建公司",
    ),
    "a zone and its firms": ("柳枝童装产业园亮着灯。园区214家企业完成产值18.7亿元。", "园区", "柳枝童装产业园"),
    "the company of who speaks": (
        "青鹭纺织有限公司董事长张小北说，公司去年营收1.1亿元。",
        "公司",
        "青鹭纺织有限公司",
    ),
    "a centre told of by its age": (
        "冠军出自青竹市水上运动中心。这家成立不久的中心，有队员74人。",
        "这家成立不久的中心",
        "青竹市水上运动中心",
    ),
    "not who honours": (
        "青竹中学被县第二中学评为友好学校，该校去年招生640人。",
        "该校",
        "青竹中学",
    ),
}


@pytest.mark.parametrize(("text", "subject", "meant"), CASES.values(), ids=CASES)
def test_what_a_pointing_word_means(text: str, subject: str, meant: str) -> None:
    fact = unionie.extract(HEAD + text, published="2024-02-01").facts[-1]
    assert fact.subject == subject
    assert fact.subject_full is not None
    assert fact.subject_full.endswith(meant)


def test_a_firm_by_its_first_words() -> None:
    text = "附表\n企业\t产值（亿元）\n青鹭陶瓷\t6.4\n白沙陶瓷\t3.1\n青鹭不一样。这家公司窑长268米。去年出口陶瓷36万件。"
    facts = unionie.extract(HEAD + text, published="2024-02-01").facts
    assert [fact.subject_full or fact.subject for fact in facts[-2:]] == ["青鹭", "青鹭"]


def test_nothing_to_point_to() -> None:
    fact = unionie.extract(HEAD + "车间里187名工人持证上岗。", published="2024-02-01").facts[-1]
    assert fact.subject != "车间里"
