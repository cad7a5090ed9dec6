"""The batch run: every document once, resumable, the same bytes whatever happened on the way."""

from __future__ import annotations

import json
import os
import resource
import shutil
from typing import Any

import duckdb
import openpyxl
import pyarrow.parquet as pq
import pytest

from batch import make_archive, make_text, read_bytes, read_sources, run
from builders import TEXT
from packed import make_tar, make_zip
from unionie import InputError, extract
from unionie.io.write import write
from unionie.run.export import export, make_views, read_rows
from unionie.run.tables import RUN_TABLES
from warm import WarmCrew

pytestmark = pytest.mark.usefixtures("warm_workers")


def test_every_document_is_in_reports_or_failures_once(archive, records):
    summary = json.loads((records / "run.json").read_text("utf-8"))
    assert (summary["documents"], summary["reports"], summary["failures"]) == (32, 30, 2)
    assert (summary["extracted"], summary["unchanged"], summary["ignored"]) == (32, 0, {".png": 1})
    assert summary["shards"] > 5
    sources = read_sources(records, "reports") + read_sources(records, "failures")
    expected = [path.relative_to(archive).as_posix() for path in archive.rglob("*.*") if path.suffix != ".png"]
    assert sorted(sources) == sorted(expected)
    errors = {row["source"]: row["error"] for row in read_rows(records, "failures")}
    assert errors["bad.txt"].startswith("byte 0 is not UTF-8")
    assert errors["old.doc"].startswith("is an old Word file")


def test_rows_are_those_of_extract(archive, records):
    rows = {row["source"]: row for row in read_rows(records, "reports")}
    facts = read_rows(records, "facts")
    by_source: dict[str, list[Any]] = {}
    for fact in facts:
        by_source.setdefault(fact["source"], []).append(fact)
    for number in (0, 7, 29):
        source = f"{2015 + number % 3}/{number:03d}.txt"
        extraction = extract(make_text(number))
        assert rows[source]["text"] == extraction.text
        assert rows[source]["encoding"] == ("utf-8" if number % 2 else "gb18030")
        assert (rows[source]["characters"], rows[source]["pages"]) == (len(extraction.text), None)
        assert [(fact["id"], fact["indicator"], fact["value"]) for fact in by_source[source]] == [
            (fact.id, fact.indicator, fact.value) for fact in extraction.facts
        ]
        assert {fact["report"] for fact in by_source[source]} == {rows[source]["report"]}


def test_workers_and_order_of_files_change_nothing(archive, records, tmp_path):
    summary = run(archive, tmp_path / "two", workers=2)
    assert summary.workers == 2
    assert read_bytes(tmp_path / "two") == read_bytes(records)


def test_a_second_run_does_nothing(archive, records, tmp_path):
    shutil.copytree(records, tmp_path / "records")
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "records").rglob("*.parquet")}
    summary = run(archive, tmp_path / "records")
    assert (summary.extracted, summary.unchanged, summary.removed) == (0, 32, 0)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "records").rglob("*.parquet")} == times


def test_only_what_changed_is_extracted_and_what_is_gone_leaves(archive, records, tmp_path):
    changed = tmp_path / "archive"
    shutil.copytree(archive, changed)
    shutil.copytree(records, tmp_path / "records")
    (changed / "2015" / "003.txt").write_text("今年招收学生7人。\n", "utf-8")
    (changed / "2016" / "004.txt").unlink()
    (changed / "2016" / "new.txt").write_text(make_text(77), "utf-8")
    (changed / "bad.txt").unlink()
    summary = run(changed, tmp_path / "records")
    assert (summary.extracted, summary.unchanged, summary.removed) == (2, 29, 2)
    assert (summary.reports, summary.failures) == (30, 1)
    run(changed, tmp_path / "fresh")
    assert read_bytes(tmp_path / "records") == read_bytes(tmp_path / "fresh")
    sources = read_sources(tmp_path / "records", "facts")
    assert "2016/004.txt" not in sources
    assert "2016/new.txt" in sources


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_an_archive_file_gives_the_same_records_as_its_folder(archive, records, tmp_path, kind):
    files = [(path.relative_to(archive).as_posix(), path.read_bytes()) for path in archive.rglob("*") if path.is_file()]
    data = make_zip(files) if kind == "zip" else make_tar(files)
    packed = tmp_path / f"a.{kind}"
    packed.write_bytes(data)
    summary = run(packed, tmp_path / "records")
    assert (summary.reports, summary.failures) == (30, 2)
    assert not (tmp_path / "records" / "_run" / "unpacked").exists()
    inside = [row["source"] for row in read_rows(tmp_path / "records", "facts")]
    assert inside == [f"a.{kind}/{source}" for source in read_sources(records, "facts")]
    assert run(packed, tmp_path / "records").extracted == 0


def test_selections_add_up_and_leave_the_rest_alone(archive, records, tmp_path):
    out = tmp_path / "records"
    first = run(archive, out, limit=4)
    assert (first.extracted, first.pending, first.reports) == (4, 28, 4)
    second = run(archive, out, include=["2016/*", "old.doc"])
    assert (second.extracted, second.unchanged, second.failures) == (11, 4, 1)
    os.utime(archive / "2017" / "002.txt", (0, 2**31 - 1))
    third = run(archive, out, since="2037-12-31")
    assert (third.extracted, third.unchanged) == (1, 15)
    last = run(archive, out)
    assert (last.extracted, last.pending) == (16, 0)
    assert read_bytes(out) == read_bytes(records)


def test_metadata_makes_reports_new(archive, tmp_path):
    (tmp_path / "side.csv").write_text("file,published,region\n001.txt,2019-01-25,东江省\n", "utf-8")
    run(archive, tmp_path / "records")
    summary = run(archive, tmp_path / "records", metadata=tmp_path / "side.csv")
    assert summary.extracted == 1
    rows = {row["source"]: row for row in read_rows(tmp_path / "records", "reports")}
    assert str(rows["2016/001.txt"]["published"]) == "2019-01-25"
    assert rows["2016/001.txt"]["region"] == "东江省"


def test_sql_works_at_once(records):
    with duckdb.connect(str(records / "records.duckdb"), read_only=True) as connection:
        found = connection.execute(
            "SELECT count(*), count(DISTINCT source) FROM facts JOIN reports USING (report, source)"
        ).fetchone()
        failures = connection.execute("SELECT count(*) FROM failures").fetchone()
    assert found == (len(list(read_rows(records, "facts"))), 30)
    assert failures == (2,)


@pytest.mark.parametrize("most", [100, 5_000])
def test_views_that_do_not_fit_the_disk_leave_the_old_ones(records, tmp_path, most):
    """A limit on the size of files stands for the disk."""
    folder = shutil.copytree(records, tmp_path / "records")
    before = (folder / "records.duckdb").read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        with pytest.raises(InputError, match=r"cannot write there: File too large$"):
            make_views(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (folder / "records.duckdb").read_bytes() == before
    assert not list(folder.glob("*.wal"))


def test_export(records, tmp_path):
    shutil.copytree(records, tmp_path / "records")
    folder = export(tmp_path / "records", "csv")
    lines = (folder / "facts.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 1 + len(list(read_rows(records, "facts")))
    book = openpyxl.load_workbook(export(tmp_path / "records", "xlsx"), read_only=True)
    assert book.sheetnames == list(RUN_TABLES)
    assert sum(1 for _ in book["facts"].rows) == len(lines)
    with pytest.raises(InputError, match="yaml"):
        export(tmp_path / "records", "yaml")
    with pytest.raises(InputError, match="holds no records"):
        export(tmp_path, "csv")


def test_datasets_and_pandas_read_the_tables(records, tmp_path):
    import datasets
    import pandas as pd

    loaded = datasets.load_dataset(
        "parquet", data_files=str(records / "facts" / "*.parquet"), cache_dir=str(tmp_path), split="train"
    )
    assert len(loaded) == len(pd.read_parquet(records / "facts")) == len(list(read_rows(records, "facts")))
    assert set(loaded[0]["mentions"][0]) == {"start", "end", "text"}


def test_failures_are_tried_again_only_when_asked(archive, records, tmp_path):
    out = tmp_path / "records"
    shutil.copytree(records, out)
    assert run(archive, out).extracted == 0
    assert run(archive, out, retry_failed=True).extracted == 2
    assert read_bytes(out) == read_bytes(records)


def test_a_report_that_takes_too_long_is_a_failure(tmp_path, archive):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.txt").write_text(TEXT * 20, "utf-8")
    WarmCrew.dismiss()  # a worker takes longest over its first report
    summary = run(tmp_path / "a", tmp_path / "records", timeout=0.001)
    assert summary.failures == 1
    (row,) = read_rows(tmp_path / "records", "failures")
    assert row["error"].startswith("took longer than")
    assert run(tmp_path / "a", tmp_path / "records", retry_failed=True).reports == 1


def test_pages_are_in_the_records(tmp_path):
    from papers import PARAGRAPHS, make_pdf
    from parts import need

    need("font")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.pdf").write_bytes(make_pdf(1, [*PARAGRAPHS[:2], *[PARAGRAPHS[0]] * 20, *PARAGRAPHS[2:]]))
    run(tmp_path / "a", tmp_path / "records")
    (report,) = read_rows(tmp_path / "records", "reports")
    assert (report["pages"], report["scanned_pages"]) == (2, 0)
    assert {row["page"] for row in read_rows(tmp_path / "records", "facts")} == {1, 2}


def test_the_tables_of_unionie_write_hold_the_same_records(archive, records, tmp_path):
    """One record, two ways to write it: ``extract -o x.parquet`` and a run."""
    extraction = extract(make_text(3))
    write([extraction], tmp_path / "one", "parquet")
    one = pq.read_table(tmp_path / "one" / "facts.parquet").to_pylist()
    two = [row for row in read_rows(records, "facts") if row["source"] == "2015/003.txt"]
    own = [name for name in one[0] if name not in ("report", "source")]
    assert [[row[name] for name in own] for row in one] == [[row[name] for name in own] for row in two]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"workers": 0}, "workers"),
        ({"workers": True}, "workers"),
        ({"engine": "ray"}, "ray"),
        ({"limit": 0}, "limit"),
        ({"since": "2019"}, "since"),
        ({"timeout": 0}, "timeout"),
        ({"memory": -1}, "memory"),
        ({"names": "("}, "pattern"),
        ({"metadata": "none.csv"}, "none.csv"),
    ],
)
def test_wrong_arguments_are_errors_in_one_line(archive, tmp_path, options, said):
    with pytest.raises(InputError, match=said) as caught:
        run(archive, tmp_path / "records", **options)
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "records").exists()


def test_places_that_cannot_be_used_are_errors_in_one_line(archive, tmp_path):
    with pytest.raises(InputError, match="no such file"):
        run(tmp_path / "none", tmp_path / "records")
    with pytest.raises(InputError, match="lies in the archive"):
        run(archive, archive / "records")
    with pytest.raises(InputError, match=r"a\?b: DuckDB keeps no file"):
        run(archive, tmp_path / "a?b")
    with pytest.raises(InputError, match="the path is empty"):
        run(archive, "")
    os.mkfifo(tmp_path / "pipe.zip")
    with pytest.raises(InputError, match="is a device or pipe"):
        run(tmp_path / "pipe.zip", tmp_path / "records")
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="cannot write records there"):
        run(archive, tmp_path / "file" / "records")


def test_an_empty_archive_gives_empty_records(tmp_path):
    (tmp_path / "a").mkdir()
    summary = run(tmp_path / "a", tmp_path / "records")
    assert (summary.documents, summary.reports, summary.rows) == (0, 0, {})
    with duckdb.connect(str(tmp_path / "records" / "records.duckdb"), read_only=True) as connection:
        assert connection.execute("SELECT count(*), max(value) FROM facts").fetchone() == (0, None)


def test_a_read_only_archive_is_left_as_it_is(tmp_path):
    folder = make_archive(tmp_path / "a", 3)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    for path in sorted(folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert run(folder, tmp_path / "records").reports == 3
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_one_pattern_may_be_a_string(archive, tmp_path):
    assert run(archive, tmp_path / "records", include="2016/*").extracted == 10
