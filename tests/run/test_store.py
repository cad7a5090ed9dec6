"""The folder of records: what spoils it, what is in its way, and what it never gives up."""

from __future__ import annotations

import shutil

import duckdb
import pytest

from batch import SMALL, read_bytes, run
from builders import TEXT
from unionie import InputError
from unionie.io import find
from unionie.run.export import read_rows

pytestmark = pytest.mark.usefixtures("warm_workers")


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


def test_two_runs_do_not_write_into_one_folder(archive, tmp_path):
    from filelock import FileLock

    (tmp_path / "records" / "_run").mkdir(parents=True)
    with FileLock(tmp_path / "records" / "_run" / "lock"), pytest.raises(InputError, match="another run"):
        run(archive, tmp_path / "records")


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
