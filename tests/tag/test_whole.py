"""The tagger's spans made whole: marks in pairs, places in chains."""

from __future__ import annotations

from itertools import pairwise

import pytest

from unionie.tag.learned.tagger import Tagged
from unionie.tag.whole import make_whole


def whole(text: str, *names: tuple[str, str]) -> list[str]:
    spans = [Tagged(text.index(name), text.index(name) + len(name), label, 0.9) for name, label in names]
    return [text[span.start : span.end] for span in make_whole(text, spans)]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("获省“匠心杯”称号", "省“匠心杯", "省“匠心杯”"),  # the last mark is missing
        ("获“匠心能手”称号", "匠心能手”", "匠心能手"),  # a mark too many behind
        ("获“匠心能手”称号", "“匠心能手", "匠心能手"),  # and before
        ("获“匠心杯”比武冠军", "匠心杯”比武冠军", "“匠心杯”比武冠军"),  # the first one is missing
        ("获“匠心能手”称号", "匠心能手", "匠心能手"),
        ("获省“匠心杯”一等奖", "省“匠心杯”一等奖", "省“匠心杯”一等奖"),
    ],
)
def test_an_honour_holds_both_marks_or_none(text: str, found: str, expected: str) -> None:
    assert whole(text, (found, "AWARD")) == [expected]


@pytest.mark.parametrize("text", ["👉兴岭站\n全国工人先锋号", "★兴岭站：市工人先锋号", "▲ 兴岭站 获评先进"])
def test_no_sign_stands_at_the_edge_of_a_name(text: str) -> None:
    before = text[: text.index("站") + 1]
    assert whole(text, (before, "ORG")) == ["兴岭站"]


def test_a_place_right_behind_the_one_that_holds_it_belongs_to_its_name() -> None:
    assert whole("来自江西上饶", ("江西", "LOC"), ("上饶", "LOC")) == ["江西上饶"]
    assert whole("来自江西柘溪", ("江西", "LOC"), ("柘溪", "LOC")) == ["江西柘溪"]


def test_a_contest_and_the_prize_right_behind_it_are_one_honour() -> None:
    assert whole("获全市瓦工大赛一等奖", ("全市瓦工大赛", "EVENT"), ("一等奖", "AWARD")) == ["全市瓦工大赛一等奖"]


def test_places_side_by_side_stay_two() -> None:
    assert whole("江西福建两省", ("江西", "LOC"), ("福建", "LOC")) == ["江西", "福建"]
    assert whole("江西、上饶", ("江西", "LOC"), ("上饶", "LOC")) == ["江西", "上饶"]


def test_what_is_mended_overlaps_nothing() -> None:
    text = "县“匠心杯”比武"
    spans = [Tagged(0, 2, "ORG", 0.9), Tagged(2, 8, "EVENT", 0.9)]
    found = make_whole(text, spans)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_name_that_ends_in_the_verb() -> None:
    assert whole("尹桂荣获评市劳动模范", ("尹桂", "PERSON")) == ["尹桂荣"]
    assert whole("尹桂荣获得市劳动模范", ("尹桂", "PERSON")) == ["尹桂荣"]
    assert whole("尹再勇夺得冠军", ("尹再", "PERSON")) == ["尹再勇"]
    assert whole("尹桂荣获市劳动模范", ("尹桂", "PERSON")) == ["尹桂"]
    assert whole("尹桂芳同获表扬", ("尹桂芳同", "PERSON")) == ["尹桂芳"]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("表彰大会在县文化馆召开", "县文化馆", "LOC"),
        ("把3600平方米的区工人文化宫翻修一新", "区工人文化宫", "LOC"),
        ("县职工活动中心（建筑面积3600平方米）开放", "县职工活动中心", "LOC"),
        ("县文化馆送戏下乡36场", "县文化馆", "ORG"),
        ("在县文化馆的指导下", "县文化馆", "ORG"),
    ],
)
def test_a_hall_where_something_is_held_is_a_place(text: str, name: str, label: str) -> None:
    start = text.index(name)
    assert [span.label for span in make_whole(text, [Tagged(start, start + len(name), "ORG", 0.9)])] == [label]


def test_a_place_by_the_road_is_whole() -> None:
    assert whole("货车停在东坝服务区歇脚", ("东坝", "LOC")) == ["东坝服务区"]
    assert whole("货车停在东坝服务区司机之家", ("东坝", "LOC")) == ["东坝"]


def test_a_verb_is_no_part_of_a_short_name() -> None:
    assert whole("市总会同市人社局开展比武", ("市总会", "ORG")) == ["市总"]
    assert whole("市总会同志参加", ("市总会", "ORG")) == ["市总会"]
