"""Rolls in the layouts that lists come in: who stands over whom, beside whom, in which column."""

from __future__ import annotations

import pytest

import unionie
from unionie.link.honours.contests import find_contests
from unionie.link.honours.headings import names_honour, names_unit
from unionie.link.rolls.lines import announces, is_detail, is_vacant

Winner = tuple[str, str, str | None, str | None]  # recipient, honour, placing, affiliation

LEAD = "青峰县召开表彰大会\n\n　　5月6日，青峰县召开表彰大会。会议号召全县职工向先进学习。\n\n"

LAYOUTS: dict[str, tuple[str, set[Winner]]] = {
    "an honour and its count are the first line": (
        "县级文明班组（3个）\n青峰水厂制水二班\n县客运站售票组\n青峰茶场\n县三八红旗手（2名）\n许桂兰　薛小英\n",
        {
            ("青峰水厂制水二班", "县级文明班组", None, "青峰水厂"),
            ("县客运站售票组", "县级文明班组", None, "县客运站"),
            ("青峰茶场", "县级文明班组", None, None),
            ("许桂兰", "县三八红旗手", None, None),
            ("薛小英", "县三八红旗手", None, None),
        },
    ),
    "the person behind a dash": (
        "省五一劳动奖章\n青峰造纸厂——薛志远\n青峰铝业公司——石国栋\n省工人先锋号\n青峰造纸厂——制浆乙班\n",
        {
            ("薛志远", "省五一劳动奖章", None, "青峰造纸厂"),
            ("石国栋", "省五一劳动奖章", None, "青峰铝业公司"),
            ("制浆乙班", "省工人先锋号", None, "青峰造纸厂"),
        },
    ),
    "a bullet, a body and its unit": (
        LEAD + "县工人先锋号（共2个）\n◆ 县公交公司 调度班\n◆ 雅苑酒店 餐饮部\n",
        {("调度班", "县工人先锋号", None, "县公交公司"), ("餐饮部", "县工人先锋号", None, "雅苑酒店")},
    ),
    "a table of two columns": (
        LEAD + "全县优秀工会工作者名单\n姓名\t单位\n薛志远\t县教育工会\n石国栋\t县水务局工会\n常秀英\t青峰镇总工会\n",
        {
            ("薛志远", "全县优秀工会工作者", None, "县教育工会"),
            ("石国栋", "全县优秀工会工作者", None, "县水务局工会"),
            ("常秀英", "全县优秀工会工作者", None, "青峰镇总工会"),
        },
    ),
    "a school over its teachers": (
        "全县优秀教师名单\n县实验中学：\n　　薛志远　石国栋\n青峰镇中心小学：\n　　常秀英\n",
        {
            ("薛志远", "全县优秀教师", None, "县实验中学"),
            ("石国栋", "全县优秀教师", None, "县实验中学"),
            ("常秀英", "全县优秀教师", None, "青峰镇中心小学"),
        },
    ),
    "a contest under a lead": (
        LEAD + "全县职工跳绳比赛成绩\n男子组\n第一名：县水务局代表队\n女子组\n第一名：县教育局代表队\n",
        {
            ("县水务局代表队", "全县职工跳绳比赛男子组", "第一名", "县水务局"),
            ("县教育局代表队", "全县职工跳绳比赛女子组", "第一名", "县教育局"),
        },
    ),
    "results of what has no word for a contest": (
        "全县职工健步走女子组成绩榜（前二名）\n名次\t姓名\t单位\t成绩\n1\t许桂兰\t县水务局\t41分2秒\n2\t薛小英\t县医院\t42分9秒\n",
        {
            ("许桂兰", "全县职工健步走女子组", "第一名", "县水务局"),
            ("薛小英", "全县职工健步走女子组", "第二名", "县医院"),
        },
    ),
    "cells one space apart": (
        "青峰县第三届职工技能大赛获奖名单\n【砌筑工】\n第1名 薛志远 县建筑公司 97.5分\n第2名 石国栋 县路桥公司 96分\n",
        {
            ("薛志远", "青峰县第三届职工技能大赛", "第一名", "县建筑公司"),
            ("石国栋", "青峰县第三届职工技能大赛", "第二名", "县路桥公司"),
        },
    ),
    "placings of works under a contest": (
        "全县职工剪纸大赛\n①金奖　《丰年》　柳河镇文化站\n②银奖　《喜鹊》　县妇联\n",
        {("《丰年》", "全县职工剪纸大赛", "金奖", None), ("《喜鹊》", "全县职工剪纸大赛", "银奖", None)},
    ),
    "kinds of works in a column": (
        "全县职工文学大赛获奖一览\n作品\t体裁\t作者\t等次\n《渡口》\t散文\t许桂兰\t一等奖\n《夜班》\t诗歌\t石国栋\t二等奖\n",
        {("《渡口》", "全县职工文学大赛", "一等奖", None), ("《夜班》", "全县职工文学大赛", "二等奖", None)},
    ),
    "a placing goes on where its cell is empty": (
        "全县工会公文竞赛获奖情况\n奖项\t姓名\t单位\n一等奖\t薛志远\t县总工会\n\t石国栋\t县教育工会\n二等奖\t常秀英\t柳河镇总工会\n",
        {
            ("薛志远", "全县工会公文竞赛", "一等奖", "县总工会"),
            ("石国栋", "全县工会公文竞赛", "一等奖", "县教育工会"),
            ("常秀英", "全县工会公文竞赛", "二等奖", "柳河镇总工会"),
        },
    ),
    "two that share a bracket, under a mark": (
        "集团公司表彰名单\n★技术标兵：薛志远（青峰铝业公司）\n★优秀师徒：石国栋与常青松（青峰造纸厂）\n",
        {
            ("薛志远", "技术标兵", None, "青峰铝业公司"),
            ("石国栋", "优秀师徒", None, "青峰造纸厂"),
            ("常青松", "优秀师徒", None, "青峰造纸厂"),
        },
    ),
    "an honour over one name is none of the line above": (
        (
            "荣誉榜\n省劳动模范\n薛志远（青峰铝业公司电解工）\n石国栋（青峰造纸厂钳工）\n"
            "县五一巾帼标兵\n常秀英（青峰茶场茶艺师）\n县工人先锋号\n青峰水厂化验班\n"
        ),
        {
            ("薛志远", "省劳动模范", None, "青峰铝业公司"),
            ("石国栋", "省劳动模范", None, "青峰造纸厂"),
            ("常秀英", "县五一巾帼标兵", None, "青峰茶场"),
            ("青峰水厂化验班", "县工人先锋号", None, "青峰水厂"),
        },
    ),
    "counted placings with their names, a line each": (
        (
            "青峰县第六届诵读比赛结果公布\n5月9日，青峰县第六届诵读比赛举行，比赛结果如下：\n"
            "一等奖（1名）：县医院 许桂兰\n二等奖（2名）：县水务局 薛志远，县税务局 石国栋\n三等奖：柳河镇 常秀英\n"
        ),
        {
            ("许桂兰", "青峰县第六届诵读比赛", "一等奖", "县医院"),
            ("薛志远", "青峰县第六届诵读比赛", "二等奖", "县水务局"),
            ("石国栋", "青峰县第六届诵读比赛", "二等奖", "县税务局"),
            ("常秀英", "青峰县第六届诵读比赛", "三等奖", "柳河镇"),
        },
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(layout: str) -> None:
    text, wanted = LAYOUTS[layout]
    found = unionie.extract(text, published="2023-05-08").awards
    assert {(each.recipient, each.award, each.rank, each.affiliation) for each in found} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "县总工会科室设置\n办公室：\n薛志远　石国栋\n财务部：\n常秀英\n",
        "全县工业经济成绩表\n名次\t乡镇\t产值\t增速\n1\t柳河镇\t120.5\t8.1\n2\t青峰镇\t98.3\t7.2\n",
        "第二届技能大赛裁判名单\n钳工组\n薛志远　青峰造纸厂\n焊工组\n石国栋　青峰铝业公司\n",
        "值班安排表\n姓名\t单位\n薛志远\t县水务局\n石国栋\t县教育局\n常秀英\t县医院\n",
    ],
)
def test_lists_that_honour_nobody(text: str) -> None:
    assert not unionie.extract(text, published="2023-05-08").awards


def test_words_of_lines() -> None:
    assert announces("全县职工健步走成绩榜（前六名）", title=True)
    assert announces("全县职工文学大赛获奖一览", title=True)
    assert names_unit("县档案馆工会小组")
    assert not names_honour("全县先进集体、先进个人")
    assert is_detail("评委：薛志远")
    assert is_vacant("一等奖空缺")
    text = "全县职工跳绳比赛成绩\n"
    assert [text[start:end] for start, end in find_contests(text, 0, len(text))] == ["全县职工跳绳比赛"]
