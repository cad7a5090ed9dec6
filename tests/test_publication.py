"""When a report came out, and what that makes of its 今年 and 昨日."""

from __future__ import annotations

import pytest

from unionie import extract
from unionie.clean import clean_text
from unionie.publication import estimate_day, find_day

BODY = "\n\n　　今年，县总工会发展会员320人。\n"


@pytest.mark.parametrize(
    ("head", "foot", "day"),
    [
        ("县总工会工作总结\n2018年12月3日", "", "2018-12-03"),
        ("县总工会工作总结\n发布时间：2018-12-03 17:30　来源：县总工会", "", "2018-12-03"),
        ("发布机构：县总工会　成文日期：2018-11-18\n公开日期：2018-12-03\n县总工会工作总结", "", "2018-12-03"),
        ("县图书馆年报\n数据截止：2018年12月31日　公布：2019年1月15日", "", "2019-01-15"),
        ("县总工会联席会纪要\n时间：2018年12月3日14:30　地点：三楼会议室", "", "2018-12-03"),
        ("县总工会联席会纪要\n时间：2018年12月2日下午", "县总工会办公室整理　2018年12月3日", "2018-12-03"),
        ("市政府工作报告\n——2018年11月30日在市人民代表大会上\n来源：云州日报\n时间：2018-12-03", "", "2018-12-03"),
        ("县总工会工作总结", "二〇一八年十二月三日", "2018-12-03"),
        ("县总工会2018年工作总结\n（12月3日讨论稿）", "", "2018-12-03"),
        ("编制：流域管理局水资源处　　　　2018年12月3日\n水资源年报", "", "2018-12-03"),
        ("職工會務報告\n發布日期：107-12-03", "", "2018-12-03"),
        ("县总工会概况", "（作者系县总工会干部，文中数据截至2018年12月3日）", "2018-12-03"),
        ("善会年度报告\n（财政年度：2018年4月1日至2019年3月31日）", "", None),
        ("县总工会概况\n（数据截至2018年9月）", "", None),
        ("县总工会工作总结", "", None),
    ],
)
def test_the_day_that_a_report_says(head: str, foot: str, day: str | None) -> None:
    assert find_day(clean_text(head + BODY + foot)) == day


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("消防大队2018年接处警盘点", "2019-01-15"),
        ("县农商行召开2019年工作会议", "2019-01-15"),
        ("县消防大队救出三人", None),
        ("消防大队2018年一季度盘点", None),
    ],
)
def test_the_day_of_the_news_in_the_year_of_the_headline(title: str, day: str | None) -> None:
    clean = clean_text(f"{title}\n\n　　云州晚报1月15日讯（记者柳青青）去年，县里接警332次。")
    assert find_day(clean) is None
    assert estimate_day(clean) == day


def test_no_year_is_made_up_for_news_that_open_later() -> None:
    assert estimate_day(clean_text("消防大队2018年盘点\n\n　　云州晚报7月15日讯　去年，县里接警332次。")) is None


@pytest.mark.parametrize(
    "text",
    [
        "喜报\n2022-04-29 18:05　来源：云州工会\n\n　　去年，云州工会发展会员320人。",
        "工作例会纪要\n时间：2022年4月29日14:30\n地点：三楼\n\n　　去年，云州工会发展会员320人。",
        "云州工会侧记\n\n　　去年，云州工会发展会员320人。\n（本报记者　柳青青　2022年4月29日）",
    ],
)
def test_relative_times_are_read_against_the_day_wherever_it_stands(text: str) -> None:
    extraction = extract(text)
    (fact,) = extraction.facts
    assert extraction.published == "2022-04-29"
    assert fact.period is not None
    assert (fact.period.start, fact.period.end) == ("2021-01-01", "2021-12-31")
