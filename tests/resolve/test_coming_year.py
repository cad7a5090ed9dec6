"""Plans of the year that begins within days of a report, and under headings that count questions."""

from __future__ import annotations

import unionie


def test_the_year_that_begins_in_two_days_is_planned() -> None:
    text = "甲社区2020年工作总结\n\n今年加装电梯5部。2021年物业覆盖率100%，新建驿站6个。\n"
    facts = unionie.extract(text, published="2020-12-30").facts
    assert {fact.mentions[0].text: fact.modality for fact in facts} == {
        "5部": "actual",
        "100%": "target",
        "6个": "target",
    }


def test_a_question_that_is_counted_is_no_problem() -> None:
    first, second = "第一个问题，2009年工作回顾\n木材产量13万立方米。\n", "第二个问题，2010年主要目标\n造林3000公顷。\n"
    text = f"在甲林业局工作会议上的报告\n\n{first}{second}"
    facts = unionie.extract(text, published="2010-01-15").facts
    assert {fact.mentions[0].text: fact.modality for fact in facts} == {"13万立方米": "actual", "3000公顷": "target"}
