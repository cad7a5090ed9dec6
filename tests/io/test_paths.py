from __future__ import annotations

import pytest

import unionie
from unionie import InputError
from unionie.io.paths import as_path, check_output
from unionie.io.write import write


@pytest.mark.parametrize("given", ["", "a" * 5000, "a\0b.txt", None, 5, b"a.txt"])
def test_what_is_no_path_is_one_line(given):
    for call in (as_path, unionie.read):
        with pytest.raises(InputError) as caught:
            call(given)
        assert "\n" not in str(caught.value)
        assert len(str(caught.value)) < 200


def test_nothing_is_written_to_an_empty_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("csv", "parquet", "jsonl"):
        with pytest.raises(InputError, match="the path is empty"):
            write([], "", name)
    assert not list(tmp_path.iterdir())


@pytest.fixture
def places(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in (
        "d/a.txt",
        "d/old.jsonl",
        "d/page.html",
        "a.zip",
        "out.csv",
        "records/reports.parquet",
        "records/p.html",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    (tmp_path / "link.txt").symlink_to("d/a.txt")
    return tmp_path


@pytest.mark.parametrize(
    ("output", "inputs", "taken"),
    [
        ("d/a.txt", ["d/a.txt"], True),
        ("link.txt", ["d/a.txt"], True),
        ("d/a.txt", ["link.txt"], True),
        ("d/../d/a.txt", ["out.csv", "d"], True),
        ("d/page.html", ["d"], True),
        ("a.zip", ["a.zip/union/a.docx"], True),
        ("records/reports.parquet", ["records"], True),
        ("records/p.html", ["records"], False),
        ("d/old.jsonl", ["d"], False),
        ("d/new.html", ["d"], False),
        ("out.csv", ["-", "missing", "d"], False),
    ],
)
def test_an_output_that_is_an_input_is_refused(places, output, inputs, taken):
    if taken:
        with pytest.raises(InputError, match=r": is also an input"):
            check_output(as_path(output), inputs)
    else:
        check_output(as_path(output), inputs)
    if output.endswith(".jsonl"):
        with pytest.raises(InputError):
            check_output(as_path(output), inputs, suffixes=(".jsonl",))
