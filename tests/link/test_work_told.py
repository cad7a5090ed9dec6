"""Where somebody works by what a clause tells: 甲是某厂唯一的女焊工, 毕业后走进某厂, 作为某厂的一名焊工."""

from __future__ import annotations

import pytest

import unionie


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("个头不高的韩冬雪，是松江船舶公司唯一的女焊接高级技师。", "松江船舶公司"),
        ("韩冬雪是松江船舶公司里数一数二的挡车工。", "松江船舶公司"),
        ("作为松江船舶公司的一名焊工，韩冬雪从不迟到。", "松江船舶公司"),
        ("韩冬雪2001年进入松江船舶公司工作。", "松江船舶公司"),
        ("1991年，韩冬雪从技校毕业，走进松江船舶公司，一干就是三十年。", "松江船舶公司"),
        ("韩冬雪是松江船舶公司的老客户。", None),
        ("韩冬雪是松江船舶公司董事长王明的司机。", None),
        ("韩冬雪来到松江船舶公司，看望工人。", None),
        ("韩冬雪毕业后考入松江大学。", None),
    ],
)
def test_work_told(text: str, employer: str | None) -> None:
    found = unionie.extract(text + "2010年，她获得黑龙江省技术能手称号。")
    assert [person.organization for person in found.people if person.name == "韩冬雪"] == [employer]
    assert [award.affiliation for award in found.awards] == [employer]
