"""What a text calls itself, where that alone tells whose report it is."""

from __future__ import annotations

import pytest

import unionie


def subjects(text: str) -> list[str | None]:
    return [fact.subject for fact in unionie.extract(text, published="2024-02-01").facts]


@pytest.mark.parametrize("own", ["我行", "我馆", "我公司", "我中心"])
def test_what_a_house_calls_itself_in_its_headline(own: str) -> None:
    text = f"工作简报\n第14期\n——{own}上半年工作情况\n\n　　上半年，县口罩厂获贷500万元。\n　　累计让利2300万元。"
    assert subjects(text)[1:] == [own]


def test_a_company_however_it_is_called() -> None:
    text = (
        "四十周年大事记\n\n1999年　首台络筒机下线，出口64台。\n2001年　公司被评为守信企业。\n"
        "2014年　张小北卸任，李大江接任董事长兼总经理；5月，股份公司挂牌。\n2018年　用工减少38%。公司被评为示范企业。"
    )
    assert subjects(text) == ["公司", "公司"]


def test_an_area_that_a_text_speaks_of_where_bodies_are_named_once_each() -> None:
    text = (
        "劳动者站上领奖台\n\n　　昨天，全市表彰大会举行。300名劳模受到表彰。\n"
        "　　青禾集团荣获省五一劳动奖状。\n　　甲港集团吊桥班荣获省工人先锋号。"
    )
    assert subjects(text) == ["全市"]


def test_a_bracket_behind_papers_tells_no_writer() -> None:
    text = "上半年运行情况通报\n我院门诊量112万人次。\n平均住院日5.6天。发表论文203篇（中科院一区38篇、二区71篇）。"
    assert subjects(text)[:3] == ["我院"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "东禾市中级人民法院总结\n\n　　全年两级法院收案12843件。其中市中院收案1520件。\n　　结案率98%。",
            ["两级法院", "市中院", "两级法院"],
        ),
        (
            "东禾市人民检察院总结\n\n　　全市两级检察院批准逮捕1843人，其中市院120人。起诉盗窃犯罪610人。",
            ["全市两级检察院", "市院", "全市两级检察院"],
        ),
        (
            "东禾市中级人民法院总结\n\n　　全市法院收案12843件。人民法院调解平台委派调解案件3.16万件。",
            ["全市法院", "全市法院"],
        ),
        ("东禾县人民法院总结\n\n　　结案率高于两级法院平均水平。\n　　收案860件。", ["东禾县人民法院"]),
    ],
)
def test_all_courts_of_an_area(text: str, expected: list[str]) -> None:
    assert subjects(text) == expected


def test_a_town_whose_party_reports_and_the_county_that_it_is_set_beside() -> None:
    text = (
        "望城坪镇党委书记在镇党代会上的报告\n望城坪镇党政办\n完成产值12亿元。人均产值仅为全县平均的78%。新建道路5公里。"
    )
    assert subjects(text) == ["望城坪镇"] * 3


def test_who_tells_of_his_court() -> None:
    text = "法庭故事\n\n　　平湖人民法庭庭长向东来翻开台账：去年收案1126件。"
    assert subjects(text) == ["平湖人民法庭"]


def test_a_society_by_the_last_word_of_its_name() -> None:
    text = (
        "让罕见被看见\n\n　　云州春苗罕见病关爱基金会已满五岁。全年基金会收到捐赠4126万元。\n"
        "　　报告显示，接受救助的患儿已达5318名。\n　　云州医科大学附属医院接诊389例，西南儿童医学中心服务213人次。"
    )
    assert subjects(text)[:2] == ["基金会", "基金会"]
