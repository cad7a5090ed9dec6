"""Which headlines make a report the decision that gives its honours."""

from __future__ import annotations

import pytest

import unionie
from marked import read_marked
from unionie.resolve.decisions import is_decision, tells_of_year

DECISIONS = [
    "<title>关于表彰2023年度先进工会的决定",
    "<title>临溪县总工会¶<subtitle>关于命名“职工之家”的通报",
    "<title>云州市人民政府嘉奖令¶<subtitle>关于给县公安局记功的命令",
    "<title>2022年度科学技术奖励公报",
]
OTHERS = [
    "<title>临溪县总工会2023年工作总结",
    "<title>我县召开表彰大会",
    "<title>全县工作情况通报",
    "<title>工作总结¶关于表彰先进工会的决定见附件",
]


@pytest.mark.parametrize(("text", "expected"), [*((t, True) for t in DECISIONS), *((t, False) for t in OTHERS)])
def test_headline(text: str, expected: bool) -> None:
    assert is_decision(read_marked(text).clean) is expected


@pytest.mark.parametrize(
    ("text", "told"),
    [("去年新建工会12家。", True), ("2021年新建工会12家。", True), ("授予薛志远等人县三八红旗手称号。", False)],
)
def test_what_tells_of_the_year_before(text: str, told: bool) -> None:
    assert tells_of_year(read_marked(text).clean, 2021) is told


@pytest.mark.parametrize(("lead", "year"), [("", 2022), ("2021年，全县妇联工作取得新成绩。", 2021)])
def test_honours_of_spring_are_of_the_year_before_only_in_a_review(lead: str, year: int) -> None:
    text = f"全县三八红旗手名单\n\n　　{lead}下列同志受到表扬：\n许桂兰（县水务局）、薛小英（县医院）\n"
    assert {award.year for award in unionie.extract(text, published="2022-03-08").awards} == {year}


@pytest.mark.parametrize(
    ("number", "year"),
    [("洛人社函〔2016〕88号\n", 2016), ("", None), ("根据《办法》（洛政办函〔2016〕88号），通报如下。\n", None)],
    ids=["its own number", "none", "another document's"],
)
def test_number_of_a_document_dates_its_honours(number: str, year: int | None) -> None:
    found = unionie.extract(f"关于技能竞赛结果的通报\n{number}洛州市人力资源社会保障局获优秀组织奖。\n")
    assert [award.year for award in found.awards] == [year]
    assert found.published is None


@pytest.mark.parametrize(
    ("last", "year"),
    [
        ("（2019年6月）", 2018),
        ("（《柳河文艺》2019年春季号　许青）", 2018),
        ("（2019年）", 2018),
        ("2019年6月的会议决定推广她的做法。", None),
        ("", None),
    ],
    ids=["month", "season", "year alone", "a sentence", "none"],
)
def test_month_that_signs_a_text_tells_which_year_was_last(last: str, year: int | None) -> None:
    text = f"柳河边的护士\n　　去年，柳河县医院护士陈小兰荣获市优秀护士称号。\n{last}\n"
    assert [award.year for award in unionie.extract(text).awards] == [year]


def test_year_of_the_republic_that_a_text_opens_with_is_its_own() -> None:
    text = "縣府表揚113年度績優志工，東林國小教師林淑芬獲頒績優志工獎。\n　　林淑芬去年獲教育部教學卓越獎。\n"
    assert [award.year for award in unionie.extract(text).awards] == [2024, 2023]
