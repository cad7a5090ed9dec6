"""What was written is read back as the Extractions that it was."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from builders import make_extraction
from unionie import Extraction, InputError, extract_archive, series
from unionie.io.records import holds_records, read_places, read_records
from unionie.io.write import write

FAILED = Extraction(text="", status="failed", error="x.txt: byte 3 is not UTF-8", source="x.txt")


@pytest.mark.parametrize("name", ["out.jsonl", "out"])
def test_extractions_come_back_as_they_were_written(tmp_path, name):
    run = [make_extraction(), FAILED, make_extraction(source="b.txt", facts=(), period=None)]
    write(run, tmp_path / name, "jsonl" if name.endswith("l") else "parquet")
    assert holds_records(tmp_path / name)
    assert list(read_records(tmp_path / name)) == run


def test_tables_may_be_folders_of_files_in_any_order(tmp_path):
    run = [make_extraction(source=f"{number}.txt") for number in range(4)]
    write(run, tmp_path / "all", "parquet")
    for path in sorted((tmp_path / "all").glob("*.parquet")):
        table = pq.read_table(path)
        folder = tmp_path / "records" / path.stem
        folder.mkdir(parents=True)
        middle = len(table) // 2
        pq.write_table(table.slice(middle), folder / "a.parquet")
        pq.write_table(table.slice(0, middle), folder / "b.parquet")
    assert list(read_records(tmp_path / "records")) == run


def test_a_folder_of_an_archive_has_keys_pages_and_failures(tmp_path):
    run = [make_extraction(source="a/b.txt"), make_extraction(source="a.txt")]
    write(run, tmp_path / "all", "parquet")
    key = pa.array(["k1", "k0"])
    for path in sorted((tmp_path / "all").glob("*.parquet")):
        table = pq.read_table(path)
        table = table.set_column(0, "report", key.take(table["report"]))
        if path.stem == "reports":
            table = table.drop(["status", "error"])
        else:
            table = table.append_column("page", pa.array([3] * len(table)))
        (tmp_path / "records" / path.stem).mkdir(parents=True)
        pq.write_table(table, tmp_path / "records" / path.stem / "s1.parquet")
    failure = pa.table({"report": ["k2"], "source": ["x.txt"], "error": [FAILED.error], "sha256": ["0"]})
    (tmp_path / "records" / "failures").mkdir()
    pq.write_table(failure, tmp_path / "records" / "failures" / "s1.parquet")
    assert list(read_records(tmp_path / "records")) == [*run, FAILED]
    places = read_places(tmp_path / "records")
    assert set(places) == {"a.txt", "a/b.txt"}
    assert places["a.txt"].records["f1"].page == 3
    assert read_places(tmp_path / "all") == read_places(tmp_path) == {}


def test_tables_of_a_run_may_be_empty(tmp_path, warm_workers):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("会员5人。", "utf-8")
    extract_archive(tmp_path / "in", tmp_path / "one", workers=1)
    (one,) = read_records(tmp_path / "one")
    assert (one.source, one.awards) == ("a.txt", ())
    (tmp_path / "in" / "a.txt").write_text("大家好。", "utf-8")
    extract_archive(tmp_path / "in", tmp_path / "none", workers=1)
    assert [extraction.facts for extraction in read_records(tmp_path / "none")] == [()]
    with pytest.raises(InputError, match="no record measures 'GDP'"):
        series(tmp_path / "none", "GDP")
    (tmp_path / "in" / "a.txt").write_bytes(b"\xef\xbb\xbf\xff")
    extract_archive(tmp_path / "in", tmp_path / "failed", workers=1)
    assert holds_records(tmp_path / "failed")
    assert [extraction.status for extraction in read_records(tmp_path / "failed")] == ["failed"]
    assert read_places(tmp_path / "failed") == {}


def test_exact_numbers_come_back_plain(tmp_path):
    extraction = make_extraction()
    write(extraction, tmp_path / "out", "parquet")
    (back,) = read_records(tmp_path / "out")
    assert [str(fact.value) for fact in back.facts] == [str(fact.value) for fact in extraction.facts]


def test_what_holds_no_records_is_said_in_one_line(tmp_path):
    (tmp_path / "a.txt").write_text("发展会员36人。", encoding="utf-8")
    assert not holds_records(tmp_path)
    assert not holds_records(tmp_path / "a.txt")
    (tmp_path / "bad.jsonl").write_text(f"{FAILED.to_json()}\n\n{{}}\n", encoding="utf-8")
    (tmp_path / "old.jsonl").write_bytes("发展".encode("gb18030"))
    write(FAILED, tmp_path / "broken", "parquet")
    (tmp_path / "broken" / "reports.parquet").write_bytes(b"PAR1")
    write(FAILED, tmp_path / "part", "parquet")
    (tmp_path / "part" / "people.parquet").unlink()
    for name, words in {
        "bad.jsonl": "bad.jsonl, line 3: ",
        "old.jsonl": "not UTF-8 at byte 0",
        "none.jsonl": "No such file",
        "broken": "reports.parquet: cannot be read",
        "part": "no table 'people'",
    }.items():
        with pytest.raises(InputError) as caught:
            list(read_records(tmp_path / name))
        assert words in str(caught.value)
