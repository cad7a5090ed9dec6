"""Days counted from what was told last, and what is told since."""

from __future__ import annotations

import pytest

import unionie

HEAD = "沙坪县总工会2022年工作总结\n"
PAPER = "江城日报　2023年5月10日\n"


def dated(text: str, value: str) -> str | None:
    fact = next(fact for fact in unionie.extract(text).facts if fact.mentions[0].text == value)
    return fact.period and f"{fact.period.start}..{fact.period.end}"


def test_a_review_that_opens_with_a_day_is_of_its_own_year() -> None:
    assert dated(f"{HEAD}3月19日，县总工会为60名职工投保。", "60名") == "2022-03-19..2022-03-19"


@pytest.mark.parametrize(
    ("later", "day"),
    [("三天后", "2022-03-22"), ("3天后", "2022-03-22"), ("一周后", "2022-03-26"), ("半个月后", "2022-04-03")],
)
def test_days_count_from_the_day_told_last(later: str, day: str) -> None:
    text = f"{HEAD}3月19日，县总工会为职工投保。{later}，慰问职工61人。"
    assert dated(text, "61人") == f"{day}..{day}"


@pytest.mark.parametrize(("value", "days"), [("26家", "2019-03-01..2019-03-31"), ("5000人", "2020-03-01..2020-03-31")])
def test_years_count_from_the_month_told_last(value: str, days: str) -> None:
    text = f"{PAPER}热线纪实\n2018年3月设立热线，接听12人次。一年后，建会26家。两年后，会员增至5000人。"
    assert dated(text, value) == days


def test_what_followed_before_the_paper_came_out_is_no_plan() -> None:
    text = f"{PAPER}骑手互助纪实\n3月19日，骑手送餐途中摔伤。半个月后，他拿到了1.5万元。"
    assert dated(text, "1.5万元") == "2023-04-03..2023-04-03"
    assert unionie.extract(text).facts[0].modality == "actual"


@pytest.mark.parametrize(
    ("text", "value", "days"),
    [
        ("自2013年设立500万元应急周转金以来，已垫付46次。", "46次", "2013-01-01..2022-12-31"),
        ("自2013年设立500万元应急周转金以来，已垫付46次。", "500万元", "2013-01-01..2013-12-31"),
        ("从2015年设立3个站点至今，服务职工6万人次。", "6万人次", "2015-01-01..2022-12-31"),
    ],
)
def test_what_began_with_a_figure_is_told_since(text: str, value: str, days: str) -> None:
    assert dated(HEAD + text, value) == days


@pytest.mark.parametrize("year", ["二0二二年", "二〇二二年", "二○二二年"])
def test_a_year_in_words_may_have_a_digit_for_its_zero(year: str) -> None:
    assert dated(f"固城区总工会{year}工作情况汇报\n培训职工60人。", "60人") == "2022-01-01..2022-12-31"
