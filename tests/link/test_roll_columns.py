"""Rolls whose cells stand several spaces apart, results below their events, honours that a body lists of itself."""

from __future__ import annotations

import pytest

import unionie

Honoured = set[tuple[str, str | None, str | None, str | None]]

ROLLS: dict[str, tuple[str, Honoured]] = {
    "cells several spaces apart go on in no line": (
        (
            "青峰市总工会关于授予青峰市五一劳动奖章的决定\n\n"
            "    近年来，全市广大职工立足岗位、拼搏奉献，涌现出一批先进人物。"
            "为表彰先进，市总工会决定，授予以下同志青峰市五一劳动奖章。\n"
            "    希望受表彰的同志珍惜荣誉，在今后的工作中再接再厉，"
            "为全市经济社会发展作出新的更大的贡献，发挥示范作用。\n\n"
            "青峰市五一劳动奖章（3名）\n"
            "薛志远      青峰市自来水有限公司管网班班长\n"
            "许  兰（女）青峰市供电公司变电运维工\n"
            "石国栋      青峰市公共交通有限公司3路车驾驶员\n"
        ),
        {
            ("薛志远", "青峰市五一劳动奖章", None, "青峰市自来水有限公司管网班"),
            ("许兰", "青峰市五一劳动奖章", None, "青峰市供电公司"),
            ("石国栋", "青峰市五一劳动奖章", None, "青峰市公共交通有限公司"),
        },
    ),
    "names and bodies in turn, a rare name among them": (
        (
            "青峰县急救技能竞赛获奖名单\n\n二等奖  石晓莉  县医院        贝雪婷  仁和医院\n"
            "三等奖  薛志远  柳河镇卫生院    许兰  县医院    浦  江潮  县中医院\n"
        ),
        {
            ("石晓莉", "青峰县急救技能竞赛", "二等奖", "县医院"),
            ("贝雪婷", "青峰县急救技能竞赛", "二等奖", "仁和医院"),
            ("薛志远", "青峰县急救技能竞赛", "三等奖", "柳河镇卫生院"),
            ("许兰", "青峰县急救技能竞赛", "三等奖", "县医院"),
            ("浦江潮", "青峰县急救技能竞赛", "三等奖", "县中医院"),
        },
    ),
    "numbers place below the events of a meeting": (
        (
            "青峰县第九届运动会成绩公告\n\n    青峰县第九届运动会10月19日举行，现将各项目前三名公布如下：\n"
            "女子组\n800米\n1. 石晓莉（县一中） 2:31.40\n2. 许兰（柳河镇中学） 2:33.02\n"
            "铅球（4公斤）\n1. 柴小蕊（实验初中） 10.42米\n2. 鲍倩（县一中） 9.97米\n"
        ),
        {
            ("石晓莉", "青峰县第九届运动会800米", "第一名", "县一中"),
            ("许兰", "青峰县第九届运动会800米", "第二名", "柳河镇中学"),
            ("柴小蕊", "青峰县第九届运动会铅球", "第一名", "实验初中"),
            ("鲍倩", "青峰县第九届运动会铅球", "第二名", "县一中"),
        },
    ),
    "a short college before one name, a name that ends as a section does": (
        (
            "关于表彰优秀学生干部的决定\n\n优秀学生干部\n法学院：薛志远\n\n"
            "青峰市劳动模范\n伍登科　青峰县石门村党支部书记\n"
        ),
        {
            ("薛志远", "优秀学生干部", None, "法学院"),
            ("伍登科", "青峰市劳动模范", None, "青峰县石门村"),
        },
    ),
    "a couple is one household": (
        "青峰县妇联关于表彰最美家庭的决定\n\n青峰县“最美家庭”\n薛志远家庭（柳河镇）\n许兰、石国栋家庭（城关镇）\n",
        {
            ("薛志远家庭", "青峰县最美家庭", None, "柳河镇"),
            ("许兰、石国栋家庭", "青峰县最美家庭", None, "城关镇"),
        },
    ),
    "bodies right below a counted honour sign nothing": (
        (
            "青峰市征文大赛获奖名单\n\n一等奖（1名）\n薛志远\n\n"
            "优秀组织单位（2个）\n青峰建工集团工会　柳河区总工会\n2018年9月4日\n"
        ),
        {
            ("薛志远", "青峰市征文大赛", "一等奖", None),
            ("青峰建工集团工会", "优秀组织单位", None, None),
            ("柳河区总工会", "优秀组织单位", None, None),
        },
    ),
    "a body receives no honour of persons": (
        "青峰矿业公司2017年度光荣榜\n\n先进生产者\n掘进一队：全队安全生产\n",
        set(),
    ),
}


@pytest.mark.parametrize("case", ROLLS)
def test_rolls(case: str) -> None:
    text, wanted = ROLLS[case]
    assert {
        (each.recipient, each.award, each.rank, each.affiliation) for each in unionie.extract(text).awards
    } == wanted


OWN = {
    "a paragraph tells first": (
        (
            "青峰第一中学历年所获荣誉一览\n\n学校创建于1952年。"
            "近年来获得的主要荣誉有：\n2012年　全国群众体育先进单位（国家体育总局）\n"
            "2015年9月　省文明单位（省委、省政府）\n2019年，获省教育厅“教育系统先进集体”称号\n"
        ),
        {
            ("全国群众体育先进单位", 2012),
            ("省文明单位", 2015),
            ("教育系统先进集体", 2019),
        },
    ),
    "nothing heads the years": (
        (
            "青峰第一中学\n\n青峰第一中学创建于1952年，是省级示范性高中。"
            "\n2012年　全国群众体育先进单位（国家体育总局）\n"
            "2013年　省文明单位（省委、省政府）\n"
        ),
        {("全国群众体育先进单位", 2012), ("省文明单位", 2013)},
    ),
    "the years stand in brackets": (
        (
            "青峰第一中学\n\n青峰第一中学创建于1952年，是省级示范性高中。\n\n"
            "学校荣誉\n1. 全国群众体育先进单位（国家体育总局，2012年）\n"
            "2. 青峰市平安校园（2016年）\n"
        ),
        {("全国群众体育先进单位", 2012), ("青峰市平安校园", 2016)},
    ),
    "a verb heads them": (
        "青峰机械公司荣誉榜\n\n公司先后荣获：\n全国五一劳动奖状\n省文明单位\n",
        {("全国五一劳动奖状", None), ("省文明单位", None)},
    ),
}


@pytest.mark.parametrize("case", OWN)
def test_honours_that_a_body_lists_of_itself(case: str) -> None:
    text, wanted = OWN[case]
    found = unionie.extract(text).awards
    assert {(each.award, each.year) for each in found} == wanted
    assert {each.recipient for each in found} <= {"青峰第一中学", "青峰机械公司"}


def test_an_honour_by_its_area_and_by_its_level_word_is_one() -> None:
    text = (
        "中共青峰县委　青峰县人民政府\n关于表彰2022年度先进集体的决定\n\n"
        "　　县委、县政府决定，授予柳河镇等2个单位“青峰县高质量发展先进集体”称号。\n\n"
        "　　2023年2月3日\n\n附件\n2022年度全县高质量发展先进集体和先进个人名单\n\n"
        "一、先进集体（2个）\n柳河镇\n县税务局\n"
    )
    found = [each.award for each in unionie.extract(text).awards if each.recipient == "柳河镇"]
    assert found == ["青峰县高质量发展先进集体"]


def test_what_a_list_says_of_an_employer_counts_before_whose_report_it_is() -> None:
    text = (
        "青峰大学关于表彰三好学生标兵的决定\n\n各学院：\n"
        "　　学校决定授予薛志远等3名同学“三好学生标兵”荣誉称号。\n\n"
        "三好学生标兵\n材料学院：薛志远　石国栋\n法学院：许兰\n\n青峰大学\n2020年11月16日\n"
    )
    found = {each.recipient: each.affiliation for each in unionie.extract(text).awards}
    assert found == {"薛志远": "材料学院", "石国栋": "材料学院", "许兰": "法学院"}
