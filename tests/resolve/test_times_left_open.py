"""Meetings named by a year, years in which somebody began, and what is left to do."""

from __future__ import annotations

import pytest

import unionie
from unionie import Fact

BULLETIN = "东禾县2022年国民经济和社会发展统计公报\n东禾县统计局\n2023年3月10日\n"


def find(text: str, value: str) -> Fact:
    return next(fact for fact in unionie.extract(text).facts if fact.mentions[0].text == value)


def dated(text: str, value: str) -> str | None:
    period = find(text, value).period
    return period and f"{period.start}..{period.end}"


@pytest.mark.parametrize("meeting", ["工作会", "工作会暨四届三次职代会", "年会", "职代会", "工作会议"])
@pytest.mark.parametrize("said", ["报告指出", "会议总结"])
def test_the_year_of_a_meeting_is_not_that_which_it_goes_over(meeting: str, said: str) -> None:
    text = f"桐山公司召开2021年{meeting}\n1月22日，桐山公司召开会议。{said}，2020年，公司产值98亿元。利润6亿元。"
    assert dated(text, "6亿元") == "2020-01-01..2020-12-31"


@pytest.mark.parametrize("value", ["1136场次", "15个"])
def test_the_year_in_which_somebody_began_has_no_later_quarters(value: str) -> None:
    text = "协管会成立于1988年，走访家庭3万户。前三季度，她们开展宣教1136场次。四季度，将新增网点15个。"
    assert dated(text, value) is None


def test_a_day_that_no_word_calls_planned_is_no_plan_where_nothing_says_when_the_text_was_written() -> None:
    fact = find("2020年7月，县总工会设立爱心基金，募集资金6万元。到2022年底，会员企业9家。", "9家")
    assert (fact.modality, fact.as_of) == ("actual", "2022-12-31")


@pytest.mark.parametrize("left", ["余下2所将于2023年6月前开工。", "剩余2所学校明年建成。"])
def test_what_is_left_to_do_is_planned(left: str) -> None:
    assert find(f"桐山县2022年工作总结\n全县重建学校300所，已完工280所。{left}", "2所").modality == "target"


@pytest.mark.parametrize("value", ["3%", "22亿元"])
def test_what_is_taken_out_dates_nothing(value: str) -> None:
    text = f"{BULLETIN}收入12亿元，扣除去年同期高基数影响后增长3%，税收收入22亿元。"
    assert dated(text, value) == "2022-01-01..2022-12-31"


def test_since_when_something_is_the_first_is_not_the_same_time() -> None:
    text = (
        "东禾县法院2023年上半年工作总结\n上半年，刑事案件下降11.6%，这是自2012年以来首次出现负增长。"
        "同期，委派调解案件3.16万件。"
    )
    assert dated(text, "3.16万件") == "2023-01-01..2023-06-30"


def test_the_end_of_the_year_is_of_the_year_that_its_sentence_plans() -> None:
    text = "桐山县2022年工作总结\n2023年，计划投资12亿元，确保云溪高速年底建成通车、里程突破700公里。"
    fact = find(text, "突破700公里")
    assert (fact.modality, dated(text, "突破700公里")) == ("target", "2023-01-01..2023-12-31")
