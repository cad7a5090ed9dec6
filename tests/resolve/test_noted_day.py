"""The day that a note at the head of a profile names for what there is."""

from __future__ import annotations

import unionie

TEXT = "　　校舍建筑面积6.3万平方米，藏书36万册，教职工560人。全年培训86期，就业率96%。"


def days(head: str) -> list[str | None]:
    return [fact.as_of for fact in unionie.extract(f"{head}\n\n{TEXT}", published="2023-10-20").facts]


def test_what_there_is_takes_the_day_noted() -> None:
    assert days("甲城学院概况\n（数据截至2023年9月）") == ["2023-09-30"] * 3 + [None] * 2


def test_a_report_on_a_year_notes_no_day() -> None:
    assert days("甲城学院工作总结\n（数据截至2023年9月）") == [None] * 5
