"""How far a date carries, and where it stops: closing days, this year behind the last, what is there now, bullets."""

from __future__ import annotations

import pytest

from dating import REVIEW, dates

CARRIED = {
    "a month in a name dates nothing": (REVIEW + "打造“十月音乐季”，接待游客300万人次。", ["2023"]),
    "nor does the day by which something else is to be ready": (
        REVIEW + "一期确保2027年投用，二期完成投资2亿元。",
        ["!2024"],
    ),
    "but it does what there will be then": (
        REVIEW + "预计2025年底前完工，届时可提供8500个就业机会。",
        ["!2025"],
    ),
    "a contest is of its year, not of the day on which it closed": (
        "快讯\n\n　　1月28日，第九届农民运动会在云州落幕。临溪县派出选手47名。",
        ["2024"],
    ),
    "what is given at a meeting is of the day": (
        "快讯\n\n　　1月28日，表彰大会在县礼堂召开。会上，表彰先进47名。",
        ["2024-01-28"],
    ),
    "who are honoured far away are of the year": (
        "快讯\n\n　　1月28日，科学技术奖励大会在云州召开。我县获奖成果6项。",
        ["2024"],
    ),
    "what is there now is not of the months before": (
        REVIEW + "1至8月，该厂完成产值3.8亿元；厂里现有职工1215人。",
        ["2023-01-01/2023-08-31", "2023"],
    ),
    "nor of all the years since": (
        REVIEW + "走访职工286户。2021年以来，投入215万元，现开设社团62个。",
        ["2023", "2021-01-01/2023-12-31", "2023"],
    ),
    "but of the year that is named": (REVIEW + "2022年，全厂现有职工1215人。", ["2022"]),
    "a day behind a bullet opens its item": (
        REVIEW + "大事\n▲4月18日，学校建成联合实验室。市财政投入2000万元。",
        ["2023-04-18"],
    ),
    "a plan under a heading of its year at the head of a paragraph": (
        REVIEW + "走访职工286户。\n　　五、2024年打算。走访职工300户，新建工会15家。",
        ["2023", "!2024", "!2024"],
    ),
    "the hour at which a day ends": (
        REVIEW + "截至2023年12月31日24时，粉丝总数8640人，全年净增1268人。",
        ["@2023-12-31", "2023"],
    ),
    "within a year to come": (
        REVIEW + "走访职工286户。\n　　2024年是开局之年，新建工会36家。年内重点办好实事：新建驿站60个。",
        ["2023", "!2024", "!2024"],
    ),
    "what there is at the end of several years": (
        "临溪县残联“十三五”工作总结\n\n　　全县有残疾人2.9万人，就业率比全市低2.1个百分点。新增就业1053人。",
        ["2020", "2020", "2016-01-01/2020-12-31"],
    ),
    "what has been opened in a month has its figures since": (
        REVIEW + "走访职工286户。康复科10月挂牌，设床位20张。",
        ["2023", "2023"],
    ),
    "what has been so since it began": (
        REVIEW + "贷款投放4730万元；2012年实施以来累计投放4.1亿元。培训2960人次。",
        ["2023", "2012-01-01/2023-12-31", "2023"],
    ),
    "a bracket behind the name of a term": (
        REVIEW + "本届任期（2017—2021年）内，全县投入帮扶资金1860万元。",
        ["2017-01-01/2021-12-31"],
    ),
    "from a day to that of the paragraph": (
        REVIEW + "慰问职工86人。\n　　8月31日，募捐告一段落，自8月22日起累计收到217.6万元。",
        ["2023", "2023-08-22/2023-08-31"],
    ),
    "months that a later day has ended": (
        REVIEW + "4月至6月，集中建会，新建工会173家。截至12月底，有工会1042家。甲街道总工会走访商户412户。",
        ["2023-04-01/2023-06-30", "@2023-12-31", "2023"],
    ),
    "what several times something was, its value in a bracket": (
        REVIEW + "人均收入8126元，是2014年（2310元）的3.5倍，同比增长19.7%。",
        ["2023", "2014", "2023", "2023"],
    ),
}


@pytest.mark.parametrize("name", CARRIED)
def test_how_far_a_date_carries(name: str) -> None:
    text, expected = CARRIED[name]
    assert dates(text, "2024-02-01") == expected


def test_a_census_counts_at_its_hour() -> None:
    text = (
        "临溪县第七次全国人口普查公报\n\n　　2020年11月1日零时，全县常住人口18.4万人。\n　　一、户别\n"
        "　　家庭户7.3万户，比2010年增加1.2万户。\n　　普查期间，全县1268名普查员入户登记。"
    )
    assert dates(text, "2021-06-18") == ["@2020-11-01", "@2020-11-01", "2020", "2020"]


def test_last_year_is_over_when_this_year_has_been_named() -> None:
    text = "快讯\n\n　　今年，建成功能室14间。\n　　去年，学生获奖97项。县教育局今年拨款120万元。家委会募书1300册。"
    assert dates(text, "2023-06-02") == ["2023", "2022", "2023", "2023"]


def test_the_last_of_five_years_is_only_mentioned() -> None:
    text = (
        "甲县人民法院工作报告\n\n一、过去五年的工作\n　　2018年至2022年，我院履职尽责。\n"
        "　　五年审结案件2318件；去年审结502件。其中刑案416件。调解纠纷97件。"
    )
    assert dates(text, "2023-01-11") == ["2018-01-01/2022-12-31", "2022", "2022", "2018-01-01/2022-12-31"]


def test_that_year_is_the_one_of_which_a_story_has_told() -> None:
    text = "茶山上的账\n\n　　转机出现在2016年。甲社成立，当年种茶260亩。今年产茶11吨。"
    assert dates(text, "2019-11-15") == ["2016", "2019"]
