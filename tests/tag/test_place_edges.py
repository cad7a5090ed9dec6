"""Places at their own edges."""

from __future__ import annotations

import pytest

from unionie.frames import Mention
from unionie.tag.place_edges import at_edges


def edged(text: str, found: str, label: str = "LOC") -> tuple[str, str] | None:
    start = text.index(found)
    mention = at_edges(text, Mention(start, start + len(found), label, "learned", {}))
    return mention and (text[mention.start : mention.end], mention.label)


@pytest.mark.parametrize(
    ("text", "found", "name"),
    [
        ("居鲁西三市首位", "鲁西三市", "鲁西"),
        ("在鲁西三市十一县推广", "鲁西三市十一县", "鲁西"),
        ("往甘青宁三省区推介", "甘青宁三省区", "甘青宁"),
        ("青河、岚湖两区", "岚湖两区", "岚湖"),
        ("海南三亚市开会", "海南三亚市", "海南三亚市"),
        ("青河南岸的村子", "青河南岸", "青河"),
        ("开通喀什航线", "喀什航线", "喀什"),
        ("机场至岚峪直通车", "岚峪直通车", "岚峪"),
        ("青官河断面水质好转", "青官河断面", "青官河"),
        ("一号公路我县段", "一号公路我县", "一号公路"),
        ("菏泽市曹青县柳编业探访", "菏泽市曹青县柳编业", "菏泽市曹青县"),
        ("青他镇板栗成林", "青他镇板栗", "青他镇"),
        ("通青银耳获保护", "通青银耳", "通青"),
        ("县文庙保管", "县文庙保管", "县文庙"),
        ("北倚青山，南临青河，", "南临青河", "青河"),
        ("过青水、翻云青山，", "翻云青山", "云青山"),
        ("（位于青花路交汇处）主楼封顶", "青花路交汇处）主楼", "青花路"),
        ("济青高速岚山南出口临时管制", "济青高速岚山南", "济青高速岚山南出口"),
        ("G15沈青高速雷岚段畅通", "G15沈青高速雷岚", "G15沈青高速雷岚段"),
        ("至嘉兴南站通车", "嘉兴", "嘉兴南站"),
        ("嘉兴南站长", "嘉兴", "嘉兴"),
        ("青岛湾港全年吞吐", "青岛湾", "青岛湾港"),
        ("青川站站前广场动工", "青川站站", "青川站站前广场"),
        ("岚下寨村民端出腊肉", "岚下寨村", "岚下寨"),
        ("岚下寨村村民", "岚下寨村", "岚下寨村"),
        ("岚下寨村民宿", "岚下寨村", "岚下寨村"),
        ("靠岚村村党支部", "靠岚村村", "靠岚村"),
        ("国道312省道旁", "312省道", "312省道"),
    ],
)
def test_a_place_ends_where_its_name_does(text: str, found: str, name: str) -> None:
    assert edged(text, found) == (name, "LOC")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("参加中国式摔跤", "中国"),
        ("维吾尔、汉等七个民族", "维吾尔"),
        ("三大港区吞吐量", "大港区"),
        ("三家3A景区", "3A景区"),
        ("102路首班车", "102路"),
        ("病险水库除险", "病险水库"),
    ],
)
def test_what_is_counted_or_a_manner_is_no_place(text: str, found: str) -> None:
    assert edged(text, found) is None


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("青溪石化、岚化兴业三家", "青溪", ("青溪石化", "ORG")),
        ("青溪石化、岚化兴业三家", "青溪石化", ("青溪石化", "ORG")),
        ("小青楼酒业三户企业", "小青楼", ("小青楼酒业", "ORG")),
        ("青溪种业销售7600吨", "青溪", ("青溪种业", "ORG")),
        ("湖南机械行业订单", "湖南", ("湖南", "LOC")),
        ("青溪县水泥产量", "青溪县", ("青溪县", "LOC")),
        ("随中国（湖南）第24批援岚国医疗队出征", "中国", ("中国（湖南）第24批援岚国医疗队", "ORG")),
        ("滨江路公交加密", "滨江路", ("滨江路", "LOC")),
    ],
)
def test_a_trade_behind_a_name_makes_it_a_company(text: str, found: str, expected: tuple[str, str]) -> None:
    assert edged(text, found) == expected


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("办第七届青白山登山节、", "青白山登山节", ("第七届青白山登山节", "EVENT")),
        ("岚磨村半程山地马拉松的终点", "岚磨村", ("岚磨村半程山地马拉松", "EVENT")),
        ("岚阳出征全省职工邀请赛", "岚阳", ("岚阳", "LOC")),
        ("在岚阳举办音乐节", "岚阳", ("岚阳", "LOC")),
    ],
)
def test_what_is_held_there_is_named_after_it(text: str, found: str, expected: tuple[str, str]) -> None:
    assert edged(text, found) == expected
