"""Lists of the honours of one body or person: the head or the record says whose, each line a year and an honour."""

from __future__ import annotations

import pytest

import unionie

Honoured = set[tuple[str, str, int | None]]

OWNERS: dict[str, tuple[str, Honoured]] = {
    "the body stands in the head": (
        "青峰路桥集团历年荣誉\n2011年　省五一劳动奖状\n2013年5月　全国工人先锋号\n2017年　省文明单位\n",
        {
            ("青峰路桥集团", "省五一劳动奖状", 2011),
            ("青峰路桥集团", "全国工人先锋号", 2013),
            ("青峰路桥集团", "省文明单位", 2017),
        },
    ),
    "the person stands in the record above": (
        (
            "劳模名录\n姓名：薛志远\n工作单位：青峰铝业公司\n所获荣誉：\n2006年，县先进生产者\n2012年，市劳动模范\n"
            "主要事迹：\n薛志远扎根一线二十年。\n"
        ),
        {("薛志远", "县先进生产者", 2006), ("薛志远", "市劳动模范", 2012)},
    ),
    "what only persons receive is none of a body": (
        "青峰路桥集团主要荣誉\n2011年　省五一劳动奖状\n2012年　全国劳动模范\n",
        {("青峰路桥集团", "省五一劳动奖状", 2011)},
    ),
    "a dated line without an honour gives none": (
        "青峰路桥集团荣誉墙\n2011年　省五一劳动奖状\n2012年　建成新厂区\n2013年　省文明单位\n",
        {("青峰路桥集团", "省五一劳动奖状", 2011), ("青峰路桥集团", "省文明单位", 2013)},
    ),
    "a line of something else ends the list": (
        "青峰路桥集团荣誉墙\n2011年　省五一劳动奖状\n集团地址：青峰路18号\n2013年　省文明单位\n",
        {("青峰路桥集团", "省五一劳动奖状", 2011)},
    ),
}


@pytest.mark.parametrize("case", OWNERS)
def test_lists_of_honours(case: str) -> None:
    text, wanted = OWNERS[case]
    found = unionie.extract(text, published="2021-03-02").awards
    assert {(each.recipient, each.award, each.year) for each in found} == wanted


def test_a_record_names_the_employer() -> None:
    (award, *_) = unionie.extract(OWNERS["the person stands in the record above"][0]).awards
    assert (award.recipient_type, award.affiliation) == ("person", "青峰铝业公司")


def test_a_life_is_no_list_of_honours() -> None:
    text = "薛志远同志简历\n姓名：薛志远\n单位：青峰铝业公司\n1998年　任车间主任\n2005年　任副总经理\n"
    assert not unionie.extract(text, published="2021-03-02").awards
