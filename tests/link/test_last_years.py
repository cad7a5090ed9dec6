"""Values in brackets beside others: of another time where the text says so, and no parts."""

from __future__ import annotations

import pytest

import unionie


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "主要指标（括号内为去年同期）：\n总产值 4.37亿元（3.98亿元）\n利税 3160万元（3490万元）",
            [("总产值", "2018"), ("总产值", "2017"), ("利税", "2018"), ("利税", "2017")],
        ),
        ("收入620万元（580万元），支出590万元（560万元）。", [("收入", "2018")] * 2 + [("支出", "2018")] * 2),
    ],
)
def test_a_bare_value_in_a_bracket_is_the_same_of_another_time(text: str, expected: list[tuple[str, str]]) -> None:
    facts = unionie.extract(f"甲县酒厂2018年上半年工作总结\n{text}").facts
    assert [(fact.indicator, fact.period and fact.period.start[:4]) for fact in facts] == expected
    assert not any(fact.part_of for fact in facts)


def test_two_values_side_by_side_are_of_one_thing() -> None:
    facts = unionie.extract("白内障手术 310例/326例，服药240人/240人。").facts
    assert [fact.indicator for fact in facts] == ["白内障手术"] * 2 + ["服药"] * 2


def test_what_stands_above_is_not_counted_again() -> None:
    facts = unionie.extract("人均补助1.2万元\n以上5项均已完成。").facts
    assert [fact.mentions[0].text for fact in facts] == ["1.2万元"]
