from __future__ import annotations

import csv
from functools import partial

import pandas as pd
import pytest

from parts import need
from unionie.io.write import write


@pytest.fixture
def run(run_command):
    """Run unionie series; return the exit code and what it printed."""
    return partial(run_command, "series")


@pytest.fixture(scope="module")
def records(panel_reports, tmp_path_factory):
    path = tmp_path_factory.mktemp("run") / "run.jsonl"
    write(panel_reports, path)
    return path


def test_a_table_of_years_and_bodies_with_small_charts(run, records):
    code, out, err = run(records, "--indicator", "GDP")
    assert (code, err) == (0, "")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "Level, 元 2021 2022 2023" in lines
    assert "临溟市 2,954.3亿 3,061.2亿! 3,287.4亿 ▁▃█" in lines
    assert "沱西市 7–7.5 约7 约6.5 ██▁" in lines
    assert "取3,061.2亿元" in "".join(out.split())  # folded anywhere: it names files by their paths
    assert all(len(line.encode("gb18030")) <= 100 for line in out.splitlines() if "─" not in line and "▁" not in line)


def test_reports_are_extracted_on_the_way(run, root, tmp_path):
    for name in ("tuoxi-2022.txt", "tuoxi-2023.txt"):
        (tmp_path / name).write_bytes((root / "corpora" / "panel" / name).read_bytes())
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    code, out, err = run(tmp_path, "-i", "城镇新增就业", "--measure", "level")
    assert code == 1
    assert "2.43万  2.37万  █▁" in out
    assert "bad.pdf" in err


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet"])
def test_every_figure_is_written(run, records, tmp_path, suffix):
    path = tmp_path / f"grain.{suffix}"
    assert run(records, "-i", "粮食产量", "-o", path)[0] == 0
    if suffix == "csv":
        rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
        assert rows[0]["value"] == "4810000"
        assert rows[0]["period_start"] == "2021-01-01"
        assert rows[0]["as_of"] == ""
    else:
        table = pd.read_excel(path) if suffix == "xlsx" else pd.read_parquet(path)
        assert len(table) == 9
        assert int(table["value"][0]) == 4_810_000


def test_a_chart_is_written(run, records, tmp_path):
    need("font")
    path = tmp_path / "growth.svg"
    assert run(records, "-i", "GDP", "--measure", "change", "--chart", path)[0] == 0
    assert "地区生产总值增速" in path.read_text("utf-8") or "<svg" in path.read_text("utf-8")
    assert run(records, "-i", "GDP", "--chart", path, "--year", "2022")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("nowhere", "-i", "GDP"), "nowhere: no such file or folder"),
        (("{records}", "-i", "无此指标"), "no record measures '无此指标'"),
        (("{records}", "-i", "GDP", "--measure", "growth"), "--measure is one of level, change"),
        (("{records}", "-i", "GDP", "--measure", "rank"), "GDP: no rank in"),
        (("{records}", "-i", "GDP", "-o", "a.txt"), "a.txt: figures are written as .csv"),
        (("{records}", "-i", "GDP", "--chart", "a.gif"), "a.gif: a chart is written as .png"),
        (("{records}",), "Missing option"),
    ],
)
def test_wrong_usage_is_one_line(run, records, arguments, reason):
    code, _, err = run(*(str(word).format(records=records) for word in arguments))
    assert code == 2
    assert reason in err
    assert err.count("\n") == 1
