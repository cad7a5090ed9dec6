"""The batch run: every document once, resumable, the same bytes whatever happened on the way."""

from __future__ import annotations

import json
import os
import resource
import shutil
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pyarrow.parquet as pq
import pytest

from builders import TEXT
from packed import make_tar, make_zip
from unionie import InputError, Summary, extract, extract_archive
from unionie.io import find
from unionie.io.write import write
from unionie.run.export import export, make_views, read_rows
from unionie.run.tables import RUN_TABLES
from warm import WarmCrew

pytestmark = pytest.mark.usefixtures("warm_workers")

SMALL = 1_500  # bytes a shard, so that small archives have several


def make_text(number: int) -> str:
    return f"青山区第{number}小学总结\n今年招收学生{number + 100}人，比上年增长{number}.5%，投入资金{number}万元。\n"


def make_archive(folder: Path, count: int = 30) -> Path:
    """A folder of short reports, with some that cannot be read and files of other kinds."""
    for number in range(count):
        path = folder / f"{2015 + number % 3}" / f"{number:03d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make_text(number).encode("utf-8" if number % 2 else "gb18030"))
    (folder / "bad.txt").write_bytes(b"\xef\xbb\xbf\xff")
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def run(archive: Path, out: Path, **options: Any) -> Summary:
    return extract_archive(archive, out, **{"workers": 1, "shard_bytes": SMALL} | options)


def read_bytes(records: Path) -> dict[str, bytes]:
    """All files of the tables."""
    return {
        str(path.relative_to(records)): path.read_bytes()
        for table in RUN_TABLES
        for path in sorted((records / table).iterdir())
    }


def read_sources(records: Path, table: str) -> list[str]:
    return [row["source"] for row in read_rows(records, table)]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return make_archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def records(archive, tmp_path_factory):
    """The records of an undisturbed run with one worker."""
    out = tmp_path_factory.mktemp("records") / "records"
    run(archive, out)
    return out


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


def test_files_without_a_marker_do_not_count(archive, records, tmp_path):
    """What a killed run leaves: files without marker, a marker without files, half-written files."""
    out = tmp_path / "records"
    shutil.copytree(records, out)
    kept = {path.stem for path in (out / "reports").iterdir()}  # not the shard that holds failures alone
    markers = sorted(path for path in (out / "_run" / "done").iterdir() if path.stem in kept)
    markers[0].unlink()
    (out / "reports" / f"{markers[1].stem}.parquet").unlink()
    broken = out / "facts" / f"{markers[2].stem}.parquet"
    broken.write_bytes(broken.read_bytes()[:100])
    (out / "_run" / "new" / "half").write_bytes(b"PAR1")
    (out / "_run" / "new" / ".unionie-half").mkdir()
    (out / "_run" / "new" / ".unionie-half" / "records.duckdb").write_bytes(b"half")
    (out / ".unionie-half").mkdir()  # another command's, which may be running
    (out / "facts" / f"{'0' * 20}.parquet").write_bytes(b"PAR1")
    summary = run(archive, out)
    assert 3 <= summary.extracted < 32
    assert read_bytes(out) == read_bytes(records)
    assert not list((out / "_run" / "new").iterdir())
    assert (out / ".unionie-half").exists()


@pytest.mark.parametrize("damage", [b"", b"null", b"{}", b"[1]", b'{"id": "x"}', b"\xff"])
def test_a_marker_or_table_that_a_power_cut_spoiled_counts_as_missing(archive, records, tmp_path, damage):
    out = shutil.copytree(records, tmp_path / "records")
    marker = min((out / "_run" / "done").iterdir())
    marker.write_bytes(damage)
    table = max((out / "reports").iterdir())
    table.write_bytes(bytes(table.stat().st_size))
    summary = run(archive, out)
    assert 2 <= summary.extracted < 32
    assert read_bytes(out) == read_bytes(records)


def test_a_table_that_cannot_be_read_is_named(archive, records, tmp_path):
    out = shutil.copytree(records, tmp_path / "records")
    table = min((out / "facts").iterdir())
    table.write_bytes(bytes(table.stat().st_size - 4) + b"PAR1")
    with pytest.raises(InputError, match=f"{table.name}: is damaged; delete it and run again$"):
        run(archive, out)
    with pytest.raises(InputError, match=f"{table.name}: is damaged; delete it and run again$"):
        list(read_rows(out, "facts"))
    changed = shutil.copytree(archive, tmp_path / "changed")
    for path in changed.rglob("*3.txt"):
        path.write_text("今年招收学生7人。\n", "utf-8")
    with pytest.raises(InputError, match=f"{table.name}: is damaged; delete it and run again$"):
        run(changed, out, shard_bytes=10 * SMALL)  # other shards, which take over what they can
    table.unlink(missing_ok=True)
    (out / "_run" / "old" / "facts" / table.name).unlink(missing_ok=True)
    assert run(archive, out).extracted > 0
    assert read_bytes(out) == read_bytes(records)


@pytest.mark.parametrize("place", ["reports/thesis.docx", "people/list.xlsx", "facts/mine.parquet", "facts.parquet"])
@pytest.mark.parametrize("again", [False, True])
def test_nothing_that_a_run_did_not_write_is_removed(archive, records, tmp_path, place, again):
    out = shutil.copytree(records, tmp_path / "records") if again else tmp_path / "records"
    strange = out / place
    strange.parent.mkdir(parents=True, exist_ok=True)
    strange.write_bytes(b"the only copy")
    with pytest.raises(InputError, match=r"is in the way of the records and not of a run; give an empty folder$"):
        run(archive, out)
    assert strange.read_bytes() == b"the only copy"
    assert (out / "_run").exists() == again


def test_what_systems_leave_behind_is_left_alone(archive, records, tmp_path):
    out = shutil.copytree(records, tmp_path / "records")
    strange = [out / "facts" / ".DS_Store", out / "facts" / f"._{min((out / 'facts').iterdir()).name}"]
    for path in strange:
        path.write_bytes(b"x")
    assert run(archive, out).extracted == 0
    assert all(path.exists() for path in strange)
    with duckdb.connect(str(out / "records.duckdb"), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM facts").fetchone() == (len(list(read_rows(out, "facts"))),)


@pytest.mark.parametrize("inner", ["reports", "people/2018", "_run/x"])
def test_an_archive_does_not_lie_where_the_records_go(tmp_path, inner):
    folder = tmp_path / inner
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT, "utf-8")
    for source in (folder, folder / "a.txt"):
        with pytest.raises(InputError, match="lies where the records in"):
            run(source, tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [folder / "a.txt"]


@pytest.mark.parametrize("name", ["rec[2018]", "rec*", "it's", "{a,b}", "[!记录]"])
def test_views_work_in_a_folder_of_any_name(tmp_path, name):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.txt").write_text(TEXT, "utf-8")
    run(tmp_path / "a", tmp_path / name)
    with duckdb.connect(str(tmp_path / name / "records.duckdb"), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM reports").fetchone() == (1,)


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


def test_two_runs_do_not_write_into_one_folder(archive, tmp_path):
    from filelock import FileLock

    (tmp_path / "records" / "_run").mkdir(parents=True)
    with FileLock(tmp_path / "records" / "_run" / "lock"), pytest.raises(InputError, match="another run"):
        run(archive, tmp_path / "records")


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


def test_records_of_another_archive_do_not_make_room_by_themselves(archive, records, tmp_path):
    out = shutil.copytree(records, tmp_path / "records")
    before = read_bytes(out)
    other = tmp_path / "2019"
    other.mkdir()
    for said in ("has no reports whose records are", "has none of the reports whose records are"):
        with pytest.raises(InputError, match=rf"2019: {said} in .*, of {archive}; .* --replace") as caught:
            run(other, out)
        assert "\n" not in str(caught.value)
        assert read_bytes(out) == before
        (other / "new.txt").write_text(TEXT, "utf-8")
    assert run(other, out, replace=True).removed == 32
    (other / "new.txt").rename(other / "renamed.txt")
    assert run(other, out).removed == 1  # the same archive
    (other / "renamed.txt").unlink()
    with pytest.raises(InputError, match="2019: has no reports"):
        run(other, out)
    assert run(other, out, replace=True).removed == 1


def test_documents_of_a_folder_that_cannot_be_listed_stay(archive, records, tmp_path, monkeypatch):
    out = shutil.copytree(records, tmp_path / "records")
    list_folder = find._list

    def refuse(folder, *rest):
        if folder.name in hidden:
            raise PermissionError(13, "Permission denied")
        return list_folder(folder, *rest)

    monkeypatch.setattr(find, "_list", refuse)
    for hidden, failures in (["2016"], 3), ([archive.name], 4), ([], 2):  # each such folder is a failure
        summary = run(archive, out)
        assert (summary.reports, summary.failures) == (30, failures)
        assert summary.documents == 30 + failures
        assert summary.removed == (0 if hidden else 2)
        errors = {row["source"]: row["error"] for row in read_rows(out, "failures")}
        assert {errors.get(name if name != archive.name else ".") for name in hidden} == (
            {"the folder cannot be listed: Permission denied"} if hidden else set()
        )
    assert read_bytes(out) == read_bytes(records)
