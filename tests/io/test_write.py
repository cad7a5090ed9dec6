from __future__ import annotations

import csv
import io
import json
import unicodedata
from decimal import Decimal

import openpyxl
import pyarrow.parquet as pq
import pytest

from builders import make_extraction, make_fact
from unionie import Extraction, InputError, Period, Span
from unionie.io.rows import TABLES, get_columns
from unionie.io.write import FORMATS, write
from unionie.view.figures import format_number, format_period, format_value

FAILED = Extraction(text="", status="failed", error="x.txt: no such file", source="x.txt")


def table_of(*extractions: Extraction) -> str:
    stream = io.StringIO()
    write(extractions, stream, "table")
    return stream.getvalue()


def test_jsonl_is_read_back_exactly(tmp_path, extraction):
    surrogate = Extraction(text="甲\ud800乙")
    write(iter([extraction, FAILED, surrogate]), tmp_path / "a.jsonl")
    lines = (tmp_path / "a.jsonl").read_text("utf-8").splitlines()
    assert [Extraction.from_json(line) for line in lines] == [extraction, FAILED, surrogate]


def test_csv_is_a_folder_of_tables_or_the_facts_alone(tmp_path, extraction):
    write([extraction, FAILED], tmp_path / "out", "csv")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(f"{table}.csv" for table in TABLES)
    with (tmp_path / "out" / "facts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == [column.name for column in get_columns("facts")]
    assert (rows[2]["value"], rows[2]["mentions"], rows[2]["period_start"]) == (
        "1096700",
        "109.67万元 [47:55]",
        "2018-01-01",
    )
    with (tmp_path / "out" / "reports.csv").open(encoding="utf-8-sig", newline="") as file:
        reports = list(csv.DictReader(file))
    assert [row["status"] for row in reports] == ["ok", "failed"]
    assert reports[0]["text"] == extraction.text
    assert json.loads(reports[0]["notices"])[0]["kind"] == "repeat_disagrees"
    write(extraction, tmp_path / "facts.csv")
    assert (tmp_path / "facts.csv").read_bytes() == b"".join(
        (tmp_path / "out" / "facts.csv").read_bytes().splitlines(keepends=True)
    )


@pytest.mark.parametrize(
    ("indicator", "cell"),
    [
        ("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"),
        ("@sum(A1)", "'@sum(A1)"),
        ("+1+cmd", "'+1+cmd"),
        ("-发展", "'-发展"),
        ("\t=1", "'\t=1"),
        ("-5.2%", "-5.2%"),
        ("发展=会员", "发展=会员"),
    ],
)
def test_csv_holds_no_formulas(indicator, cell):
    stream = io.StringIO()
    write(make_extraction(facts=(make_fact(1, indicator, "-5.2", "%", "7.3%"),)), stream, "csv")
    (row,) = csv.DictReader(io.StringIO(stream.getvalue()))
    assert (row["indicator"], row["value"]) == (cell, "-5.2")


def test_parquet_has_the_schema_of_the_datasets(tmp_path, extraction):
    write([extraction, FAILED], tmp_path / "out", "parquet")
    facts = pq.read_table(tmp_path / "out" / "facts.parquet")
    assert facts.num_rows == 8
    assert facts["value"][2].as_py() == Decimal(1096700)
    assert facts["mentions"][0].as_py() == [{"start": 19, "end": 25, "text": "5600余人"}]
    assert pq.read_table(tmp_path / "out" / "reports.parquet").num_rows == 2
    write([], tmp_path / "facts.parquet")
    assert pq.read_table(tmp_path / "facts.parquet").schema.equals(facts.schema)


def test_xlsx_has_a_sheet_a_table_and_no_formulas(tmp_path):
    long = "长" * 40_000
    fact = make_fact(1, "=1+1", "12345678901234567890", "#N/A", "3.2亿元", subject="控\x0b制", baseline=long)
    write(make_extraction(facts=(fact,)), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == list(TABLES)
    header, row = ([cell.value for cell in cells] for cells in book["facts"].iter_rows())
    cells = dict(zip(header, row, strict=True))
    assert cells["indicator"] == "=1+1"
    assert book["facts"].cell(2, header.index("indicator") + 1).data_type == "s"
    assert cells["value"] == "12345678901234567890"
    assert cells["subject"] == "控\ufffd制"
    assert cells["unit"] == "#N/A"
    assert len(cells["baseline"]) == 32_767
    assert cells["baseline"].endswith("…")
    assert "text" not in [cell.value for cell in next(book["reports"].iter_rows())]
    assert book["facts"].freeze_panes == "A2"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_to_a_path_whole_or_not_at_all(tmp_path, extraction, name):
    target = tmp_path / "out"
    write(extraction, target, name)
    before = sorted((path, path.read_bytes()) for path in tmp_path.rglob("*") if path.is_file())
    assert before

    def break_off():
        yield extraction
        raise OSError(28, "No space left on device")

    with pytest.raises(InputError, match="No space left"):
        write(break_off(), target, name)
    assert sorted((path, path.read_bytes()) for path in tmp_path.rglob("*") if path.is_file()) == before


@pytest.mark.parametrize("name", FORMATS)
def test_targets_that_cannot_be_written_are_errors_in_one_line(tmp_path, extraction, name):
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="file") as caught:
        write(extraction, tmp_path / "file" / "a" / "b", name)
    assert "\n" not in str(caught.value)
    if name not in ("csv", "parquet"):
        (tmp_path / "folder").mkdir()
        with pytest.raises(InputError, match="folder"):
            write(extraction, tmp_path / "folder", name)


def test_formats_that_do_not_exist_or_do_not_fit_are_errors(tmp_path, extraction):
    for target, name in [(tmp_path / "a.txt", "yaml"), (io.StringIO(), "xlsx"), (io.StringIO(), None)]:
        with pytest.raises(InputError):
            write(extraction, target, name)
    with pytest.raises(InputError, match="suffix"):
        write(extraction, tmp_path / "a.doc")


def test_table_shows_what_a_reader_wants(extraction):
    text = table_of(extraction)
    for words in (
        "为湖滨高质量发展凝聚职工力量",
        "东江省云州市湖滨区 · 2018年 · 云州日报 · 2019-01-25 · 李昊、欧阳文",
        "└─农民工会员",
        "5,600余",
        "109.67万",
        "≥85",
        "↑7.3",
        "507,180.74",
        "至2018年底",
        "3.2亿",
        "目标",
        "数十",
        "云州市五一劳动奖章",
        "园长、教师",
        "两处不一",
        "8 facts, 1 award, 1 person, 1 organization, 1 notice",
    ):
        assert words in text, words


def test_table_columns_line_up_and_fit(extraction):
    def width(line: str) -> int:
        return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)

    lines = table_of(extraction).splitlines()
    assert max(map(width, lines)) <= 100
    units = [line for line in lines if "  2018年" in line and " · " not in line]
    assert len(units) >= 7
    assert len({width(line[: line.index("2018年")]) for line in units}) == 1


def test_table_has_no_colours_or_control_characters_in_a_pipe():
    hostile = "标\x1b[31m题\u202e[bold]\ud800\0"
    text = table_of(make_extraction(title=hostile), FAILED)
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in text if char != "\n")
    assert "[bold]" in text
    assert "x.txt: no such file" in text


def test_parts_of_each_other_are_shown_once_and_do_not_hang():
    first = make_fact(1, "甲", "1", "人", "5600余人", part_of="f2")
    second = make_fact(2, "乙", "2", "人", "5600余人", part_of="f1")
    text = table_of(make_extraction(facts=(first, second)))
    assert text.count("甲 ") == text.count("乙 ") == 1


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0", "0"),
        ("5600", "5,600"),
        ("10000", "1万"),
        ("28670", "28,670"),
        ("2800000", "280万"),
        ("-15000", "-1.5万"),
        ("1200000000000", "1.2万亿"),
        ("66.6667", "66.6667"),
        ("9" * 40, "1.000000E+40"),
        ("1E+5", "10万"),
    ],
)
def test_numbers_are_short_and_exact(value, shown):
    assert format_number(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"precision": "about"}, "约5"),
        ({"precision": "range", "high": Decimal(7)}, "5–7"),
        ({"precision": "nearly"}, "近5"),
        ({"precision": "under"}, "<5"),
        ({"precision": "at_most"}, "≤5"),
        ({"measure": "rank"}, "第5"),
        ({"measure": "change", "direction": "decrease"}, "↓5"),
        ({"measure": "gap", "direction": "above"}, "高5"),
        ({"precision": "over", "unit": "%"}, ">5"),
    ],
)
def test_marks_of_precision_and_direction(fields, shown):
    mention = Span(0, 1, "x")
    fact = make_fact(1, "甲", "5", fields.pop("unit", "人"), "3.2亿元", **({"mentions": (mention,)} | fields))
    assert format_value(fact) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2018-01-01", "2018-12-31", "2018年"),
        ("2016-01-01", "2020-12-31", "2016–2020年"),
        ("2018-02-01", "2018-02-28", "2018年2月"),
        ("2018-01-01", "2018-06-30", "2018年1–6月"),
        ("2017-11-01", "2018-03-31", "2017年11月 – 2018年3月"),
        ("2018-05-04", "2018-05-04", "2018-05-04"),
        ("2018-05-04", "2018-06-04", "2018-05-04 – 2018-06-04"),
    ],
)
def test_periods_are_short(start, end, shown):
    assert format_period(Period(start=start, end=end)) == shown
