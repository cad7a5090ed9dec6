"""What is written to: links, devices, pipes and private files stay what they are."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from unionie import Extraction, InputError
from unionie.io.atomic import replaced_file, replaced_files
from unionie.io.write import write

ONE = Extraction(text="发展会员36人。")


def test_a_link_is_followed(tmp_path):
    (tmp_path / "far").mkdir()
    for name in ("there", "missing"):
        (tmp_path / f"{name}.jsonl").symlink_to(tmp_path / "far" / f"{name}.jsonl")
    (tmp_path / "far" / "there.jsonl").write_text("old")
    for name in ("there", "missing"):
        write(ONE, tmp_path / f"{name}.jsonl")
        assert (tmp_path / f"{name}.jsonl").is_symlink()
        assert (tmp_path / "far" / f"{name}.jsonl").read_text("utf-8") == ONE.to_json() + "\n"
    (tmp_path / "facts.csv").symlink_to(tmp_path / "far" / "facts.csv")
    write(ONE, tmp_path, "csv")
    assert (tmp_path / "facts.csv").is_symlink()
    assert (tmp_path / "far" / "facts.csv").exists()


def test_permissions_are_kept(tmp_path):
    target = tmp_path / "a.jsonl"
    target.touch()
    target.chmod(0o640)
    write(ONE, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    write(ONE, tmp_path / "new.jsonl")
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new.jsonl").stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize("name", ["jsonl", "parquet", "xlsx"])
def test_a_pipe_gets_the_bytes_and_stays_a_pipe(tmp_path, name):
    write(ONE, tmp_path / f"file.{name}")
    pipe = tmp_path / f"pipe.{name}"
    os.mkfifo(pipe)
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    write(ONE, pipe)
    reader.join(20)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert found[0][:4] == (tmp_path / f"file.{name}").read_bytes()[:4]
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"file.{name}", f"pipe.{name}"]


def test_a_device_stays_a_device(tmp_path):
    write(ONE, os.devnull, "jsonl")
    assert Path(os.devnull).is_char_device()
    if Path("/dev/full").exists():
        with pytest.raises(InputError, match=r"^/dev/full: cannot write there: No space left on device$"):
            write(ONE, "/dev/full", "jsonl")


def test_what_breaks_off_leaves_nothing(tmp_path):
    def write_and_raise():
        with replaced_file(tmp_path / "a") as path:
            path.write_text("x")
            raise ZeroDivisionError

    def write_onto_a_folder():
        with replaced_files(tmp_path) as folder:
            (tmp_path / "b").mkdir()
            (folder / "b").write_text("x")

    with pytest.raises(ZeroDivisionError):
        write_and_raise()
    with pytest.raises(InputError, match="Is a directory"):
        write_onto_a_folder()
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
