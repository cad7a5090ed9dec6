"""The year that a time without one means: of notices, of terms, of texts that count from 1911, of 上年 and 新的一年."""

from __future__ import annotations

import pytest

import unionie
from dating import dates


def reviewed(text: str, published: str | None) -> tuple[str, str] | None:
    period = unionie.extract(text, published=published).period
    return (period.start, period.end) if period else None


def test_days_near_ahead_in_a_notice_are_of_its_year() -> None:
    text = "甲县停水通知\n\n　　9月18日对东门片停水；9月20日至21日更换阀门16台。"
    assert dates(text, "2022-09-14") == ["!2022-09-20/2022-09-21"]


def test_the_year_past_that_opens_a_paragraph_is_that_reviewed() -> None:
    text = "甲镇人民政府工作报告\n\n　　2021年工作回顾\n\n　　上年，我镇负重前行。新建驿站36座，比上年增加4座。"
    assert dates(text, "2022-02-18") == ["2021", "2021"]


def test_years_so_far_in_the_headline_are_the_year() -> None:
    assert reviewed("甲县总工会今年以来工作综述\n\n　　新建工会36家。", "2022-11-18") == ("2022-01-01", "2022-12-31")


def test_a_term_in_a_bracket_without_the_word_year() -> None:
    text = "甲市残联代表大会报告\n\n　　上次大会以来的五年（2014—2019），工作扎实。\n\n　　五年来，救助职工860人。"
    assert dates(text, "2019-09-18") == ["2014-01-01/2019-12-31"]


def test_a_report_that_makes_a_year_known_reviews_it() -> None:
    opening = "甲市职业安全概况\n\n　　市局今日公布2021年度安全年报，工伤率为2.1‰。"
    text = opening + "\n\n　　市局今年检查286场。\n\n　　死亡24人。"
    assert dates(text, "2022-05-18") == ["2021", "2022", "2021"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("112年全年接待讀者64萬人次，較111年增加23%。", ["2023", "2023"]),
        ("111年借閱圖書109萬冊。112年底藏書87萬冊。", ["2022", "@2023-12-31"]),
        ("112年度結餘860萬元。", ["2023"]),
    ],
)
def test_years_of_the_republic_without_its_name(text: str, expected: list[str]) -> None:
    assert dates(f"嵐溪圖書館業務概況\n\n　　{text}", None) == expected


def test_a_western_year_or_another_place_counts_no_republic() -> None:
    assert dates("嵐溪書院概況\n\n　　2019年辦理活動36場。建校112年，校友1260人。", None)[0] == "2019"
    assert dates("澳門甲校概況\n\n　　112年度結餘860萬元。", None) == ["-"]


def test_a_new_year_is_the_next() -> None:
    text = "甲院工作报告\n\n　　2021年，办案860件。新的一年，我院将走访学校36所。"
    assert dates(text, "2022-01-12") == ["2021", "!2022"]


def test_the_year_behind_one_named() -> None:
    text = "林场纪事\n\n　　2018年造林860亩。2019年底，林场有职工36名。翌年造林960亩。"
    assert dates(text, "2021-03-18") == ["2018", "@2019-12-31", "2020"]


def test_in_the_days_named_last() -> None:
    text = "甲城假日\n\n　　国庆假期（10月1日至7日），接待游客38万人次。6日入园4.2万人次。假期里，救援车辆126台。"
    assert dates(text, "2022-10-09")[-1] == "2022-10-01/2022-10-07"


def test_a_label_before_whose_month_it_is() -> None:
    text = "【简报】我院4月份接诊5.2万人次；出院2316人次。"
    assert dates(text, "2022-05-06") == ["2022-04-01/2022-04-30"] * 2


def test_what_there_is_on_a_day_is_a_stock_whatever_verb_names_it() -> None:
    text = "甲站2021年工作情况\n\n　　全年出动486次。2021年12月31日在编队员38名。到6月30日，管理率95.6%。"
    assert dates(text, "2022-01-12") == ["2021", "@2021-12-31", "@2021-06-30"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全县煤炭产能突破140万吨。", ["2021"]),
        ("高新产业增加值占比突破30%，研发投入强度2.4%。", ["2021", "2021"]),
        ("税收占地区生产总值的8.6%。", ["2021"]),
        ("港口年吞吐量60万吨。", ["2021"]),
        ("新增产能60万吨，建成驿站36座。", ["2017-01-01/2021-12-31"] * 2),
        ("受理案件860件，结案率98%。", ["2017-01-01/2021-12-31"] * 2),
    ],
)
def test_what_there_is_at_the_end_of_several_years_is_of_the_last(sentence: str, expected: list[str]) -> None:
    text = f"甲县政府工作报告\n\n　　一、过去五年工作回顾\n\n　　五年来，{sentence}"
    assert dates(text, "2022-01-18") == expected
