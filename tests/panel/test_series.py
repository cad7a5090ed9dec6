from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

import unionie
from unionie import InputError, extract
from unionie.io.write import write
from unionie.panel.points import Point
from unionie.run.export import make_views


def pick(panel, **wanted):
    """The rows of a panel with these cells, as (year, value, unit)."""
    for name, value in wanted.items():
        panel = panel[panel[name] == value]
    return list(panel[["year", "value", "unit"]].itertuples(index=False, name=None))


def test_one_row_a_figure_with_its_place_in_the_text(panel_reports):
    panel = unionie.series(panel_reports, indicator="GDP")
    assert list(panel.columns[:5]) == ["body", "region", "organization", "year", "value"]
    levels = pick(panel, body="岱东市", measure="level")
    assert levels == [
        (2021, Decimal(189_350_000_000), "元"),
        (2022, Decimal(197_960_000_000), "元"),
        (2023, Decimal(206_830_000_000), "元"),
    ]
    texts = {report.source: report.text for report in panel_reports}
    for row in panel.to_dict("records"):
        assert texts[row["report"]][row["mention_start"] : row["mention_end"]] == row["mention_text"]
        assert row["link"].endswith(f"/{row['fact']}")


def test_targets_stand_in_the_year_that_they_are_for(panel_reports):
    panel = unionie.series(panel_reports, indicator="地区生产总值")
    assert pick(panel, body="栖岭市", modality="target") == [
        (2022, Decimal(7), "%"),
        (2023, Decimal("6.5"), "%"),
        (2024, Decimal(6), "%"),
    ]
    assert panel.wide("change", modality="target").loc["沱西市"].tolist() == [7.0, 7.0, 6.5]


def test_decreases_are_negative_and_their_bounds_turn_round():
    panel = unionie.series(extract("2018年，清溪区税收下降3%以上。", published="2019-01-25"), "税收")
    assert panel[["value", "precision"]].values.tolist() == [[Decimal(-3), "at_most"]]


def test_units_come_to_the_most_frequent_where_they_convert(panel_reports):
    panel = unionie.series(panel_reports, indicator="粮食产量")
    assert set(panel["unit"]) == {"吨"}
    assert pick(panel, written_unit="斤", body="栖岭市") == [(2022, Decimal(1_855_000), "吨")]


@pytest.mark.parametrize(
    ("texts", "units"),
    [
        (("2017年出口额30亿元。", "2018年出口额5亿美元。"), {"元", "美元"}),
        (("2017年绿化面积30亩。", "2018年绿化面积2万平方米。"), {"亩"}),
        (("2017年发展会员30名。", "2018年发展会员40人。"), {"名"}),
        (("2017年培训职工30人。", "2018年培训职工40人次。"), {"人", "人次"}),
    ],
)
def test_other_money_and_other_things_stay_apart(texts, units):
    reports = [extract(f"清溪区总工会{text}", published="2019-01-25") for text in texts]
    words = {"出": "出口额", "绿": "绿化面积", "发": "发展会员", "培": "培训职工"}[texts[0][5]]
    assert set(unionie.series(reports, words)["unit"]) == units


def test_reports_that_agree_make_one_row_and_those_that_differ_two(panel_reports):
    panel = unionie.series(panel_reports, indicator="GDP")
    doubted = panel[panel["conflict"]]
    assert pick(doubted) == [(2022, Decimal(309_680_000_000), "元"), (2022, Decimal(306_120_000_000), "元")]
    assert doubted["chosen"].tolist() == [False, True]  # the later report's
    said = ("发展会员5600余人", "发展会员5612人", "发展会员5.6千人")
    reports = [extract(f"2018年，清溪区总工会{each}。", published=f"2019-0{n}-25") for n, each in enumerate(said, 1)]
    panel = unionie.series(reports, "发展会员")
    assert pick(panel) == [(2018, Decimal(5612), "人")]
    assert len(panel["sources"].iloc[0]) == 3


def test_the_whole_year_is_chosen_before_a_part_of_it():
    report = extract(
        "清溪区总工会2018年发展会员900人，其中农民工会员400人；2018年上半年发展会员500人。", published="2019-01-25"
    )
    panel = unionie.series(report, "发展会员")
    assert pick(panel, chosen=True) == [(2018, Decimal(900), "人")]
    assert len(panel) == 2


def test_a_region_has_one_name_however_the_reports_call_it():
    reports = [
        extract("2017年，全市常住人口52.1万人。", published="2018-01-20", region="江西省上洲市"),
        extract("2018年，我市常住人口52.6万人。", published="2019-01-20", region="上洲市"),
        extract("2019年，上洲市常住人口53万人。", published="2020-01-20", region="江西省上洲市"),
    ]
    panel = unionie.series(reports, "常住人口")
    assert panel["body"].tolist() == ["上洲市"] * 3
    assert panel["region"].tolist() == ["江西省上洲市"] * 3


@pytest.mark.parametrize("asked", ["union.new_members", "新增会员", "发展会员", "新发展会员"])
def test_an_indicator_is_asked_for_by_concept_or_any_of_its_words(asked):
    report = extract("2018年，清溪区总工会发展会员5600余人，新建工会36家。", published="2019-01-25")
    assert pick(unionie.series(report, asked)) == [(2018, Decimal(5600), "人")]


def test_words_without_a_concept_are_found_without_what_opens_and_closes_them():
    report = extract("2018年，清溪区总工会全年累计发放夜班津贴36万元。", published="2019-01-25")
    assert pick(unionie.series(report, "发放夜班津贴")) == [(2018, Decimal(360_000), "元")]


@pytest.mark.parametrize("kind", ["jsonl", "parquet", "folder", "duckdb"])
def test_what_a_run_wrote_gives_the_same_as_its_extractions(kind, panel_reports, tmp_path):
    expected = unionie.series(panel_reports, "城镇新增就业")
    place = tmp_path / "run.jsonl"
    if kind in ("folder", "duckdb"):
        place = tmp_path / "records"
        folder = tmp_path / "reports"
        folder.mkdir()
        for report in panel_reports:
            (folder / Path(report.source).name).write_text(report.text, encoding="utf-8")
        unionie.extract_archive(folder, place, workers=1, progress=False)
        if kind == "duckdb":
            make_views(place)
            place /= "records.duckdb"
    else:
        write(panel_reports, place if kind == "jsonl" else place.with_name("records"), kind)
        place = place if kind == "jsonl" else place.with_name("records")
    found = unionie.series(place, "城镇新增就业")
    same = ["body", "year", "value", "unit", "precision", "modality", "indicator", "published", "chosen"]
    pd.testing.assert_frame_equal(pd.DataFrame(found[same]), pd.DataFrame(expected[same]))


@pytest.mark.parametrize(
    ("records", "indicator", "reason"),
    [
        ("nowhere", "GDP", "nowhere: no such file or folder"),
        (Path(__file__).parent, "GDP", "holds no records; unionie archive"),
        ([], "GDP", "no record measures 'GDP'"),
        (["text"], "GDP", "records are Extractions or a path, not str"),
        ([], " ", "indicator is a concept"),
        ([], None, "indicator is a concept"),
    ],
)
def test_bad_input_is_one_line(records, indicator, reason):
    with pytest.raises(InputError, match=reason) as caught:
        unionie.series(records, indicator)
    assert "\n" not in str(caught.value)


def test_an_indicator_that_no_record_has_names_what_is_near():
    report = extract("2018年，清溪区总工会发展会员5600余人。", published="2019-01-25")
    with pytest.raises(InputError, match="no record measures '会员'; near: 发展会员"):
        unionie.series(report, "会员")


def test_a_failed_report_has_no_figures(panel_reports):
    failed = next(iter(unionie.extract_many([unionie.Report("", source="a.pdf", error="a scan")])))
    both = unionie.series([failed, *panel_reports], "GDP")
    assert len(both) == len(unionie.series(panel_reports, "GDP"))


def test_a_panel_stays_one_when_it_is_filtered(panel_reports):
    panel = unionie.series(panel_reports, "GDP")
    part = panel[panel["body"] == "沱西市"]
    assert part.wide().index.tolist() == ["沱西市"]
    assert not part.notices
    spread = {"period", "mention", "evidence"}
    parts = {f"{name}_{part}" for name in spread for part in ("start", "end", "text")}
    assert set(part.columns) == set(Point.__dataclass_fields__) - spread | parts
    with pytest.raises(InputError, match="measure is one of level, change"):
        panel.wide("growth")
