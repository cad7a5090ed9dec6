"""Places that the text itself proves."""

from __future__ import annotations

import pytest

from unionie.frames import Mention
from unionie.tag.place_repeats import add_proven


def proven(text: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    found = [Mention(text.index(name), text.index(name) + len(name), label, "learned", {}) for name, label in names]
    return [(text[mention.start : mention.end], mention.label) for mention in add_proven(text, found)]


@pytest.mark.parametrize(
    "text",
    [
        "岚川县开会。西青与岚川结对",
        "岚川县开会。输转岚川籍务工人员",
        "岚川县开会。\n岚川人编柳多年",
        "岚川县开会。腊月的岚川，雪厚",
        "岚川县开会。在岚川一带",
    ],
)
def test_an_area_named_once_with_what_it_is_is_one_always(text: str) -> None:
    assert proven(text, ("岚川县", "LOC"))[1:] == [("岚川", "LOC")]


def test_a_whole_name_is_a_place_where_no_longer_one_opens_with_it() -> None:
    assert proven("岚坪村党支部。修路至岚坪村公路", ("岚坪村党支部", "ORG"))[1:] == [("岚坪村", "LOC")]
    assert proven("岚川县开会。岚川县第三次代表大会", ("岚川县", "LOC")) == [("岚川县", "LOC")]


@pytest.mark.parametrize(
    "text", ["岚川县开会。“岚川大米”上市", "岚川县开会。岚川工〔2019〕6号", "岚川县开会。岚川人民"]
)
def test_a_short_name_in_another_word_is_none(text: str) -> None:
    assert proven(text, ("岚川县", "LOC")) == [("岚川县", "LOC")]


def test_the_members_of_a_list_are_what_it_says() -> None:
    text = "。巴金、坡岚两个集中安置点入住"
    assert proven(text, ("巴金", "PERSON")) == [("巴金", "LOC"), ("坡岚", "LOC")]
    text = "走遍青山苏木、那仁宝力格、浩青等7个边境嘎查"
    assert ("浩青", "LOC") in proven(text, ("浩青", "PERSON"))
    assert proven("。王岚、李青两个村干部", ("王岚", "PERSON"), ("李青", "PERSON")) == [
        ("王岚", "PERSON"),
        ("李青", "PERSON"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("小分队北上千青岗，南抵岚霞岭，", "千青岗"),
        ("将转向北岸、岚家台一带勘探", "岚家台"),
        ("1993年南下常熟，寄回", "常熟"),
        ("首次出国的她是延吉人，要去任教", "延吉"),
        ("；电白籍歌手", "电白"),
    ],
)
def test_where_only_a_place_can_stand(text: str, name: str) -> None:
    assert (name, "LOC") in proven(text)


@pytest.mark.parametrize("text", ["驰援保供电，", "北上陈情，", "；和平人，", "地处山区，", "一家人，"])
def test_another_word_there_is_none(text: str) -> None:
    assert proven(text) == []
