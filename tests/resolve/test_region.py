"""Where reports are from, by the names and level words in them."""

from __future__ import annotations

from array import array

import pytest

import unionie
from marked import read_marked
from tables import read_cases
from unionie.clean.types import Block, CleanText
from unionie.resolve.places.divisions import above, by_name, read_place, short_name
from unionie.resolve.region import resolve_region

CASES = read_cases(__file__, "regions.tsv")


@pytest.mark.parametrize(("source", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_region(source: str, expected: str) -> None:
    marked = read_marked(source)
    assert (resolve_region(marked.clean, marked.mentions) or "") == expected


def test_given_region_is_kept() -> None:
    marked = read_marked("<title>绍兴市总工会工作总结¶我市工会。")
    assert resolve_region(marked.clean, marked.mentions, "云州省") == "云州省"


def test_a_county_of_taiwan_is_not_one_of_the_mainland_that_bears_its_name() -> None:
    text = "屏山縣產業總工會107年度工作報告\n\n　　本會會員總數2萬7,418人。"
    assert unionie.extract(text, published="2019-03-18").region == "臺灣屏山縣"


def test_a_county_of_taiwan_where_the_text_says_so() -> None:
    text = "東岳縣政府施政報告\n\n　　東岳縣位處臺灣東部。全縣設籍人口21萬3,406人。"
    assert unionie.extract(text, published="2024-05-06").region == "臺灣東岳縣"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("青屏縣政府施政報告\n\n　　全縣補助漁船46艘，支出新臺幣320萬元。", "臺灣青屏縣"),
        ("雲嘉市總工會113年度會務報告\n\n　　本會會員216人。", "臺灣雲嘉市"),
        ("白音河旗总工会2021年工作总结\n\n　　全旗新建工会12家。", "内蒙古自治区白音河旗"),
        ("甲河县总工会2021年工作总结\n\n　　全县新建工会12家。", "甲河县"),
    ],
)
def test_what_a_text_counts_by_or_its_area_is_called_says_where_that_lies(text: str, region: str) -> None:
    assert unionie.extract(text, published="2024-05-06").region == region


def test_who_decides_says_whose_region_it_is() -> None:
    text = (
        "甘肃省教育厅　甘肃省总工会\n关于表彰先进的决定\n\n　　全省教师奋进。经研究，决定：授予金昌市第二小学、"
        "金昌市第三小学“先进集体”称号。"
    )
    assert unionie.extract(text, published="2014-04-25").region == "甘肃省"


def test_hong_kong_by_its_money_in_traditional_text() -> None:
    text, surface = "全年收入港币三亿元。", "全年收入港幣三億元。"
    clean = CleanText(surface, text, surface, array("I", range(len(text))), (Block("paragraph", 0, len(text)),))
    assert resolve_region(clean, []) == "香港"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江西省上饶市广丰区总工会", ("江西省", "上饶市", "广丰区")),
        ("江西上饶市", ("江西省", "上饶市", None)),
        ("广西五一劳动奖章", ("广西壮族自治区", None, None)),
        ("清溪区总工会", (None, None, "清溪区")),
        ("上洲市清溪区", (None, "上洲市", "清溪区")),
        ("市总工会", (None, None, None)),
        ("区人民法院", (None, None, None)),
        ("全市先进集体", (None, None, None)),
        ("高新区管委会", (None, None, None)),
        ("社区卫生服务中心", (None, None, None)),
        ("内蒙古自治区呼和浩特市", ("内蒙古自治区", "呼和浩特市", None)),
        ("吉林市总工会", (None, "吉林市", None)),
        ("三八红旗手", (None, None, None)),
        ("青山县水利局", (None, None, "青山县")),
        ("山县", (None, None, None)),
        ("", (None, None, None)),
        ("团市委机关", (None, None, None)),
        ("赤峰市旗人民政府旗长", (None, "赤峰市", None)),
        ("黔东南州总工会", (None, "黔东南苗族侗族自治州", None)),
        ("城东学区", (None, None, None)),
        ("雾溪彝族自治县总工会", (None, None, "雾溪彝族自治县")),
        ("旗人民政府旗长", (None, None, None)),
        ("四川绵阳某厂", ("四川省", "绵阳市", None)),
        ("福建省晋州市浔岭区某局", ("福建省", "晋州市", "浔岭区")),
        ("四川庆阳某厂", ("四川省", None, None)),
    ],
)
def test_read_place(text: str, expected: tuple[str | None, str | None, str | None]) -> None:
    assert read_place(text)[:3] == expected


@pytest.mark.parametrize(
    ("name", "short"),
    [("江西省", "江西"), ("广西壮族自治区", "广西"), ("上饶市", "上饶"), ("内蒙古自治区", "内蒙古"), ("香港", "香港")],
)
def test_short_name(name: str, short: str) -> None:
    assert short_name(name) == short


def test_divisions_above() -> None:
    (district,) = by_name()["广丰区"]
    assert [each.name for each in above(district)] == ["江西省", "上饶市"]


@pytest.mark.parametrize(
    ("words", "city"),
    [("松原岭市总工会", "松原岭市"), ("松原市总工会", "松原市"), ("太原厂区", "太原市"), ("十县市", None)],
)
def test_a_longer_name_is_none_of_the_city_that_it_opens_with(words: str, city: str | None) -> None:
    assert read_place(words).city == city


def test_a_dateline_with_its_year_says_where_news_is_from() -> None:
    text = "苹果红了\n\n　　本报庆阳2012年10月18日　我市采摘苹果36万吨，果农高兴。"
    assert unionie.extract(text).region == "甘肃省庆阳市"


def test_the_only_address_is_the_region() -> None:
    text = "水电站发电量刷新纪录\n\n　　位于四川省甲纳县的雅甲水电站累计发电18亿千瓦时。"
    assert unionie.extract(text).region == "四川省甲纳县"


def test_where_news_is_sent_from_is_no_region_of_an_address() -> None:
    text = (
        "小将夺金\n（本报特派记者　甲乙丙　2013年8月3日发自郑州）\n\n　　云南省澜平县体校夺冠。澜平县体校在训学员74人。"
    )
    assert unionie.extract(text).region == "云南省澜平县"


def test_an_address_may_lie_in_a_prefecture_that_no_table_knows() -> None:
    text = "贡江县脱贫情况报告\n（云南省怒山州贡江县扶贫办公室）\n\n　　全县转移就业1.05万人，在珠海等地设立服务站。"
    assert unionie.extract(text).region == "云南省怒山州贡江县"


def test_a_session_opens_a_headline_behind_a_preposition() -> None:
    head = "在白鹭镇第二十届人民代表大会上的工作报告\n\n　　"
    text = f"{head}我代表江苏省通沙市沿港区白鹭镇人民政府报告工作。全镇改厕326户。"
    assert unionie.extract(text).region == "江苏省通沙市沿港区白鹭镇"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        (
            "政府工作报告\n——2016年11月8日在青坪镇第十七届人民代表大会第一次会议上\n\n各位代表：\n过去五年，全镇投资21.7亿元。",
            "青坪镇",
        ),
        (
            "百日行动交出答卷\n\n　　县公安局破获案件134起，全县发案31起。\n（2022年10月14日《岭溪县公安简报》）",
            "岭溪县",
        ),
        ("跑团成亮色\n\n云川日报4月14日讯　市总工会组织跑团38支，全市宾馆入住率93%。", "云川市"),
    ],
)
def test_who_writes_or_meets_says_whose_region_it_is(text: str, region: str) -> None:
    assert unionie.extract(text, published="2024-05-06").region == region


@pytest.mark.parametrize(
    ("sentence", "region"),
    [
        ("县总工会在东莞建立驻外工会联合会11家。", "沙坪县"),
        ("县总工会组织劳模赴四川省成都市疗休养，参加职工120人。", "沙坪县"),
        ("县总工会接待江苏省苏州市总工会考察团3批。", "沙坪县"),
    ],
)
def test_where_somebody_goes_or_comes_from_is_not_where_the_report_is_from(sentence: str, region: str) -> None:
    assert unionie.extract(f"沙坪县总工会2018年工作总结\n\n　　{sentence}").region == region
