"""Honours in the reports of companies, schools and hospitals: whose they are, of which level and year."""

from __future__ import annotations

import pytest

import unionie


@pytest.mark.parametrize(
    "words",
    [
        "荣获学校“励志之星”",
        "成了公司的“金牌焊工”",
        "当选集团“年度人物”",
        "被评为校级“学习标兵”",
        "获得医院的“微笑天使”称号",
    ],
)
def test_honours_of_a_house_are_its_own(words: str) -> None:
    found = unionie.extract(f"年底，冯亦农{words}。").awards
    assert [award.level for award in found] == ["enterprise"]


def test_honour_that_a_college_gives_its_student_is_its_own() -> None:
    found = unionie.extract("柳州理工学院已给予该校学生冯亦农“校园道德之星”表彰。").awards
    assert [award.level for award in found] == ["enterprise"]


@pytest.mark.parametrize(("head", "recipients"), [("柏渡供电公司", ["柏渡供电公司"]), ("柏渡镇", [])])
def test_company_that_opens_a_sentence_is_the_body_of_a_company_s_report(head: str, recipients: list[str]) -> None:
    text = f"2019年{head}大事记\n3月8日　公司顺利通过复查，再次被省政府授予“最佳文明单位”。\n"
    assert [award.recipient for award in unionie.extract(text).awards] == recipients


def test_alumni_work_elsewhere() -> None:
    text = "校友风采：从柏渡职业学院走出的工匠\n　　同级的冯亦农办起五金店，被评为“诚信经营户”。\n"
    assert [award.affiliation for award in unionie.extract(text, published="2024-03-01").awards] == [None]


def test_second_honour_of_a_sentence_is_of_the_same_year() -> None:
    text = "在柏渡县首届瞭望比武中，瞭望员冯亦农摘得个人第一名，她还拿下双人组第二名。"
    assert [award.year for award in unionie.extract(text, published="2024-05-08").awards] == [2024, 2024]
