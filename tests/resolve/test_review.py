"""The days that a report reviews: by its head, its headings, the dates of its figures and the month of publication."""

from __future__ import annotations

import pytest

import unionie


def reviewed(text: str, published: str | None = None) -> tuple[str, str] | None:
    period = unionie.extract(text, published=published).period
    return None if period is None else (period.start, period.end)


BODY = "\n\n　　全县新建工会36家，发展会员5600人。"


@pytest.mark.parametrize(
    ("head", "published", "period"),
    [
        ("柏川县2019年国民经济和社会发展统计公报", None, ("2019-01-01", "2019-12-31")),
        ("2020年上半年工作总结", None, ("2020-01-01", "2020-06-30")),
        ("2018—2022年工作总结", None, ("2018-01-01", "2022-12-31")),
        ("“两周年成绩单”（2020.4—2022.4）", "2022-04-22", ("2020-04-01", "2022-04-30")),
        ("前十月全县经济稳中有进", "2023-11-21", ("2023-01-01", "2023-10-31")),
        ("县总工会“十三五”工作回眸", "2021-03-15", ("2016-01-01", "2020-12-31")),
        ("这五年，数字里的答卷", "2022-02-24", ("2017-01-01", "2021-12-31")),
        ("我们的2019，一起长高", "2020-01-08", ("2019-01-01", "2019-12-31")),
        ("2018—2019学年第一学期工作总结", "2019-01-20", ("2018-09-01", "2019-01-31")),
        ("县总工会召开2016年工作会议", "2016-02-18", ("2015-01-01", "2015-12-31")),
        ("县总工会2014年二十项民心工程", "2014-01-22", ("2014-01-01", "2014-12-31")),
        ("临溪年鉴（2024）　司法　·53·", "2024-06-20", ("2023-01-01", "2023-12-31")),
        ("建功立业“十四五”", "2021-12-24", ("2021-01-01", "2021-12-31")),
        ("临溪县“十四五”工会工作规划", "2021-12-24", ("2021-01-01", "2025-12-31")),
        ("政府工作报告", "2024-01-09", ("2023-01-01", "2023-12-31")),
        ("最美职工", "2021-05-06", ("2021-01-01", "2021-12-31")),
        ("职工之家", "2021-12-26", ("2021-01-01", "2021-12-31")),
        ("云州机械有限公司2023年半年度业绩公告", "2023-08-26", ("2023-01-01", "2023-06-30")),
        ("云州机械有限公司2023年中期业绩", "2023-08-26", ("2023-01-01", "2023-06-30")),
        ("云商贸〔2024〕36号\n云州市上半年外贸情况通报", "2024-07-12", ("2024-01-01", "2024-06-30")),
    ],
)
def test_the_head_or_the_month_tells(head: str, published: str | None, period: tuple[str, str]) -> None:
    assert reviewed(head + BODY, published) == period


@pytest.mark.parametrize(
    ("text", "published", "year"),
    [
        ("工会的账本\n\n　　2023年，县总工会新建工会36家。全年发展会员560人。", "2024-03-08", "2023"),
        ("表彰大会召开\n\n　　4月30日，表彰大会在临溪召开，去年受理案件36件，去年新建工会2家。", "2024-05-02", "2024"),
        ("温暖送到家\n\n　　今年县总工会走访职工36户。2月3日，又走访86户。", "2024-02-08", "2024"),
        ("工会的账本\n\n　　一、2022年工作回顾\n　　新建工会36家。", "2023-05-08", "2022"),
        ("工会的账本\n\n　　刚刚过去的2021年，新建工会36家。", "2022-06-08", "2021"),
    ],
)
def test_the_dates_of_the_figures_tell(text: str, published: str, year: str) -> None:
    assert reviewed(text, published) == (f"{year}-01-01", f"{year}-12-31")


def test_several_years_that_the_text_looks_back_on() -> None:
    text = "工作报告\n\n　　五年来，新建工会36家。\n　　五年累计发展会员5600人。"
    assert reviewed(text, "2023-01-10") == ("2018-01-01", "2022-12-31")


def test_years_since_one_that_opens_the_report() -> None:
    text = "法院工作报告\n\n各位代表：\n　　2018年以来，受理案件2637件。"
    assert reviewed(text, "2022-12-10") == ("2018-01-01", "2022-12-31")


@pytest.mark.parametrize(
    ("opening", "published", "years"),
    [
        ("各位代表：现在，我报告过去五年的工作，请予审议。", "2022-01-10", ("2017-01-01", "2021-12-31")),
        ("各位代表：请予审议。\n　　2019年以来，我院受理案件2637件。", "2022-01-10", ("2019-01-01", "2021-12-31")),
        ("2011年至2015年的五年，是临溪极不平凡的五年。", "2016-06-18", ("2011-01-01", "2015-12-31")),
        ("“十三五”的五年，是临溪加快发展的五年。", "2021-01-14", ("2016-01-01", "2020-12-31")),
        ("“十三五”的五年，是临溪加快发展的五年。", "2018-01-14", ("2017-01-01", "2017-12-31")),
        ("2021年，工会建会36家。\n　　“十四五”这五年，发展会员560人。", "2026-01-20", ("2025-01-01", "2025-12-31")),
    ],
)
def test_several_years_that_the_opening_names(opening: str, published: str, years: tuple[str, str]) -> None:
    assert reviewed(f"临溪县工作报告\n\n　　{opening}\n　　新建工会36家。", published) == years


def test_five_years_since_the_last_congress() -> None:
    text = "校工会工作报告\n\n　　上次大会以来的五年，依靠职工。\n　　一、五年工作回顾\n　　征集提案217件。"
    assert reviewed(text, "2021-12-17") == ("2017-01-01", "2021-12-31")


def test_years_of_the_headline_count_as_said() -> None:
    text = "法院发布三年审判白皮书\n\n　　三年来，受理案件2637件。"
    assert reviewed(text, "2023-04-28") == ("2020-01-01", "2022-12-31")


def test_the_days_that_the_opening_makes_known() -> None:
    text = "青年在一线\n\n　　团县委昨日公布，1月26日至3月15日，全县招募志愿者2700人。\n　　捐款3.8万元。"
    assert reviewed(text, "2020-03-18") == ("2020-01-26", "2020-03-15")


def test_a_meeting_of_january_that_hears_a_report_is_of_the_year_before() -> None:
    opening = "职代会召开\n\n　　1月13日至14日，职代会在临溪举行，董事长唐立本作了题为《保生存》的报告。"
    text = opening + "2008年，产钢56万吨。1月走访职工36户。1月8日，又走访86户。"
    assert reviewed(text, "2009-01-15") == ("2008-01-01", "2008-12-31")


def test_a_decision_is_of_its_own_year() -> None:
    text = "关于表彰先进集体的决定\n\n　　2022年，新建工会36家。去年发展会员560人。\n　　每个奖励1000元。"
    assert reviewed(text, "2023-02-26") == ("2023-01-01", "2023-12-31")


@pytest.mark.parametrize("words", ["记者昨日获悉，22时，", "2019年度报告（截至22时止），", "五年（22时），"])
def test_a_time_of_day_is_no_period(words: str) -> None:
    assert reviewed(f"夜间接警\n\n　　{words}全市接警12起。", "2019-06-10") == ("2019-01-01", "2019-12-31")


def test_a_text_that_stops_inside_a_term() -> None:
    assert reviewed("工会工作\n\n　　五年（2014年9月", "2019-12-10") == ("2019-01-01", "2019-12-31")


def test_nothing_tells() -> None:
    assert reviewed("职工活动。新建工会36家。") is None


def test_who_is_honoured_in_spring_is_told_of_now() -> None:
    text = (
        "临溪县表彰劳模先进\n\n　　4月28日，大会举行。2021年，张小北攻关36项。"
        "2021年，培训工人126人，革新8项。\n　　每人奖励5万元。"
    )
    assert reviewed(text, "2022-04-29") == ("2022-01-01", "2022-12-31")


def test_year_that_has_just_passed_is_the_one_before_publication() -> None:
    text = "柳河县医院盘点成绩\n　　在刚刚过去的一年里，柳河县医院骨科获评市级巾帼文明岗。\n"
    found = unionie.extract(text, published="2020-01-15")
    assert found.period
    assert found.period.start == "2019-01-01"
    assert [award.year for award in found.awards] == [2019]


@pytest.mark.parametrize(("words", "year"), [("过去一年", 2020), ("2021年", 2021)])
def test_government_report_without_a_day_reviews_the_year_before_its_own(words: str, year: int) -> None:
    text = f"柳河县2021年政府工作报告\n　　{words}，我县荣获全国文明县城。\n"
    assert [award.year for award in unionie.extract(text).awards] == [year]


def test_who_closes_the_year_in_january_speaks_of_the_one_before() -> None:
    text = "年终访谈\n\n　　记者：请报报2021年的总账。\n　　局长：新建工会36家。今年的服务站已启用8座。"
    assert reviewed(text, "2022-01-06") == ("2021-01-01", "2021-12-31")


def test_news_that_speaks_of_today_again_and_again_tells_of_now() -> None:
    text = """江湾联播　2月14日

欧陆去年12月工业产值环比下降1.1%，去年全年下降2%。
今天，青川大桥合龙，全长1200米。
记者今天从水务局了解到，汛前检修泵站32座。
今天开幕的展会吸引参展商210家。
海宁港昨天迎来首航，装载集装箱480个。
"""
    facts = {fact.mentions[0].text: fact for fact in unionie.extract(text, published="2025-02-14").facts}
    assert facts["32座"].period is not None
    assert facts["32座"].period.start.startswith("2025")


@pytest.mark.parametrize(
    ("told", "year"),
    [
        ("全年投入3亿元，全年培训教师900人，全年招生1200人，全年资助学生560人。", "2023"),
        ("完成全年任务的65%，培训教师900人。", "2024"),
    ],
)
def test_figures_of_a_whole_year_that_is_not_over_are_of_the_one_before(told: str, year: str) -> None:
    assert reviewed(f"临溪教育数字看\n\n　　{told}\n", "2024-09-09") == (f"{year}-01-01", f"{year}-12-31")
