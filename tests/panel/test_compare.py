from __future__ import annotations

from decimal import Decimal

import pytest

import unionie
from unionie import InputError, Report, extract

EARLIER = "2017年，清溪区总工会新建工会30家，发展会员5600余人，入会率下降2%；补助金100万元；绿化面积30亩。"
LATER = "2018年，清溪区总工会新建工会36家，发展会员5612人，入会率增长1.5%；困难职工80人；绿化面积1万平方米。"


def compare(earlier=EARLIER, later=LATER):
    table = unionie.compare(extract(earlier, published="2018-01-25"), extract(later, published="2019-01-25"))
    return table.set_index("indicator")


def test_up_down_same_new_and_gone():
    status = compare()["status"].to_dict()
    assert status == {
        "新建工会": "up",
        "发展会员": "same",
        "入会率": "up",
        "困难职工": "new",
        "绿化面积": "down",
        "补助金": "gone",
    }


def test_differences_are_exact_and_in_one_unit():
    table = compare()
    assert table.loc["新建工会", ["before", "after", "change", "growth"]].tolist() == [30, 36, 6, 20.0]
    assert table.loc["入会率", ["before", "after", "change"]].tolist() == [-2, Decimal("1.5"), Decimal("3.5")]
    assert table.loc["绿化面积", ["unit", "before", "after"]].tolist() == ["亩", 30, 15]
    assert table.loc["新建工会", ["before_year", "after_year"]].tolist() == [2017, 2018]


def test_facts_are_named_so_that_their_words_can_be_found():
    a, b = extract(EARLIER, published="2018-01-25"), extract(LATER, published="2019-01-25")
    table = unionie.compare(a, b).set_index("indicator")
    facts = {fact.id: fact for fact in (*a.facts, *b.facts)}
    assert facts[table.loc["新建工会", "before_fact"]].value == 30
    assert facts[table.loc["新建工会", "after_fact"]].value == 36


def test_an_aim_that_is_lowered_is_not_the_same():
    table = compare("今年力争税收增长7%以上。", "今年力争税收增长6.5%左右。")
    assert table["status"].tolist() == ["down"]


def test_of_several_years_the_latest_counts():
    table = compare(EARLIER, "2018年，清溪区总工会新建工会36家。2017年新建工会31家。")
    assert table.loc["新建工会", "after"] == 36


def test_governments_of_two_cities_can_be_compared(panel_reports):
    reports = {report.source.rpartition("/")[2]: report for report in panel_reports}
    table = unionie.compare(reports["qiling-2023.txt"], reports["linming-2023.txt"])
    jobs = table[(table["concept"] == "economy.new_jobs") & (table["modality"] == "actual")]
    assert jobs[["before", "after", "status"]].values.tolist() == [[35_800, 63_100, "up"]]


def test_the_same_report_differs_in_nothing(panel_reports):
    assert set(unionie.compare(panel_reports[0], panel_reports[0])["status"]) == {"same"}
    assert not len(unionie.compare(extract(""), extract("")))


def test_only_extractions_that_were_read_can_be_compared():
    failed = next(iter(unionie.extract_many([Report("", source="a.pdf", error="a scan")])))
    with pytest.raises(InputError, match=r"a\.pdf: could not be read"):
        unionie.compare(extract(""), failed)
    with pytest.raises(InputError, match="two Extractions, not str"):
        unionie.compare("a", extract(""))
