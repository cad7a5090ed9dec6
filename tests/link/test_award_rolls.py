"""Rolls of honour that are all of a text, and what their heads are called in full."""

from __future__ import annotations

import pytest

import unionie

WITHOUT_PROSE = """江南省民政系统先进集体和先进工作者名单
先进集体（2个）
云州市民政局社会救助科
岚溪县福利院
先进工作者（2名）
王建军　云州市救助管理站站长
李秋菊（女）　岚溪县殡仪馆职工
"""
RESULTS = """全市职工技能大赛结果
电工
第一名　冯志强（市供电公司）
第二名　郑海波（云州钢铁公司）
焊工
第一名　蒋文明（云州造船厂）
优秀组织单位　云州钢铁公司　市供电公司
"""
FOR_THOSE_BELOW = """云州市总工会关于命名2022年度市级职工书屋示范点的决定
　　经评审，市总工会决定命名以下单位为2022年度“云州市职工书屋示范点”：
云州市自来水公司
云州市公交集团二分公司
"""
IN_A_ROW = """全县农村工作会议表彰名单
　　一、乡村振兴工作先进乡镇：青山镇
　　二、农业产业化龙头企业：岚溪县绿野茶业有限公司
　　三、种粮大户：赵有田
"""
GRADES = """关于表彰2023年度优秀通讯员的通知
各基层单位：
　　2023年，全体通讯员辛勤工作。根据稿件采用情况，公司决定对下列人员予以表彰奖励：
　　一等奖（1名，奖励2000元）：宋晓明
　　二等奖（2名，各奖励1000元）：曹丽娟、许大伟
　　希望受表彰的同志再接再厉。
"""
NUMBERED = """岚溪县第十届运动会部分成绩
一、田径
男子100米：第一名余海洋（城关镇）10秒98，第二名杜鹏（青山镇）11秒21
女子跳远：第一名夏雨（白水乡）5米12，第二名钟灵（城关镇）4米98
"""
TOTALS = """岚溪一中第38届校运动会圆满落幕
　　10月28日，岚溪一中第38届校运动会圆满落幕。比赛结果如下：
高一年级组团体总分前两名
1. 高一（3）班　156分
2. 高一（7）班　142分
精神文明班级：高一（2）班、高二（5）班
"""


def honours(text: str) -> set[tuple[str, str, str | None]]:
    return {(award.recipient, award.award, award.rank) for award in unionie.extract(text).awards}


UNDER_A_NOTE = """2022年度云州市五一劳动奖章获得者名单（排名不分先后）
姓名	工作单位	职务
贺青兰	云州市第二医院	护士长
冯亦农	云州公交公司	驾驶员
"""
BESIDE_A_BODY = """2021年度岚溪区表彰名单
一、区三八红旗手（2名）
岚溪农商银行　花想容
区税务局　贺青兰
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            UNDER_A_NOTE,
            {("贺青兰", "云州市五一劳动奖章", None), ("冯亦农", "云州市五一劳动奖章", None)},
        ),
        (
            BESIDE_A_BODY,
            {("贺青兰", "区三八红旗手", None), ("花想容", "区三八红旗手", None)},
        ),
        (
            WITHOUT_PROSE,
            {
                ("云州市民政局社会救助科", "江南省民政系统先进集体", None),
                ("岚溪县福利院", "江南省民政系统先进集体", None),
                ("王建军", "江南省民政系统先进工作者", None),
                ("李秋菊", "江南省民政系统先进工作者", None),
            },
        ),
        (
            RESULTS,
            {
                ("冯志强", "全市职工技能大赛", "第一名"),
                ("郑海波", "全市职工技能大赛", "第二名"),
                ("蒋文明", "全市职工技能大赛", "第一名"),
                ("云州钢铁公司", "优秀组织单位", None),
                ("市供电公司", "优秀组织单位", None),
            },
        ),
        (
            FOR_THOSE_BELOW,
            {
                ("云州市自来水公司", "云州市职工书屋示范点", None),
                ("云州市公交集团二分公司", "云州市职工书屋示范点", None),
            },
        ),
        (
            IN_A_ROW,
            {
                ("青山镇", "乡村振兴工作先进乡镇", None),
                ("岚溪县绿野茶业有限公司", "农业产业化龙头企业", None),
                ("赵有田", "种粮大户", None),
            },
        ),
        (
            GRADES,
            {
                ("宋晓明", "优秀通讯员", "一等奖"),
                ("曹丽娟", "优秀通讯员", "二等奖"),
                ("许大伟", "优秀通讯员", "二等奖"),
            },
        ),
        (
            NUMBERED,
            {
                ("余海洋", "岚溪县第十届运动会男子100米", "第一名"),
                ("杜鹏", "岚溪县第十届运动会男子100米", "第二名"),
                ("夏雨", "岚溪县第十届运动会女子跳远", "第一名"),
                ("钟灵", "岚溪县第十届运动会女子跳远", "第二名"),
            },
        ),
        (
            TOTALS,
            {
                ("高一（3）班", "第38届校运动会高一年级组团体总分", "第一名"),
                ("高一（7）班", "第38届校运动会高一年级组团体总分", "第二名"),
            },
        ),
    ],
)
def test_rolls(text: str, wanted: set[tuple[str, str, str | None]]) -> None:
    assert honours(text) == wanted


def test_a_roll_without_prose_has_a_body() -> None:
    assert unionie.extract(RESULTS).title == "全市职工技能大赛结果"
    assert {person.name for person in unionie.extract(RESULTS).people} >= {"冯志强", "蒋文明"}


def test_who_publishes_is_no_part_of_a_contest() -> None:
    text = "岚溪县教育局关于公布第六届中小学校园艺术节获奖名单的通知\n一等奖\n岚溪县第一小学\n"
    assert honours(text) == {("岚溪县第一小学", "第六届中小学校园艺术节", "一等奖")}


def test_an_area_in_the_headline_receives_nothing() -> None:
    text = "县里评出最美职工\n　　岚溪县2022年“最美职工”“最美班组”评选结果揭晓。\n　　最美职工\n　　赵红梅　护士\n"
    assert {name for name, *_ in honours(text)} == {"赵红梅"}


def test_last_cells_say_who_gave() -> None:
    text = (
        "2018年获奖情况\n岚溪县教育局　　全省教育系统先进单位　　省教育厅\n岚溪县第一中学　　全省文明校园　　省文明委\n"
    )
    wanted = {("岚溪县教育局", "全省教育系统先进单位", None), ("岚溪县第一中学", "全省文明校园", None)}
    assert honours(text) == wanted


def test_cells_of_name_body_and_placing() -> None:
    text = "全县护理技能大赛获奖名单\n王芳　县医院　一等奖\n李明　县中医院　二等奖\n"
    contest = "全县护理技能大赛"
    assert honours(text) == {("王芳", contest, "一等奖"), ("李明", contest, "二等奖")}


def test_a_committee_of_a_term_reports_of_its_body() -> None:
    text = (
        "云岭区妇女联合会第九届执委会工作报告\n过去五年，我会办实事30件。本会亦连续四年获全省妇联系统优秀单位称号。\n"
    )
    assert {recipient for recipient, *_ in honours(text)} == {"云岭区妇女联合会"}
