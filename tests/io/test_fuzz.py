"""Corrupted files: every reader gives text or one line, quickly, in bounded memory."""

from __future__ import annotations

import io
import random
import tracemalloc
from functools import cache
from pathlib import Path

import docx
import pytest

from packed import GOOD, make_mail, make_tar, make_zip
from papers import PAGE, PARAGRAPHS, ROWS, TITLE, make_pdf
from parts import need
from unionie import InputError
from unionie.io.find import find_files
from unionie.io.readers import read_document

SEEDS = range(40)
KINDS = ("text", "html", "docx", "pdf", "eml", "zip", "tar", "7z")
MOST_MEMORY = 200 * 2**20


@cache
def make_whole(kind: str) -> bytes:
    """A good file of the kind."""
    if kind == "pdf":
        need("font")
        return make_pdf(2, PARAGRAPHS * 2, rows=ROWS)
    if kind == "docx":
        document = docx.Document()
        document.add_heading(TITLE, 0)
        document.add_paragraph(PARAGRAPHS[0], style="List Number")
        document.add_table(rows=2, cols=2).cell(0, 0).text = PARAGRAPHS[1]
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()
    if kind == "7z":
        py7zr = pytest.importorskip("py7zr", reason="the extra unionie[7z]")
        stream = io.BytesIO()
        with py7zr.SevenZipFile(stream, "w") as archive:
            archive.writestr(GOOD * 50, "a.txt")
        return stream.getvalue()
    members = [(f"{number}.txt", (GOOD * 50).encode()) for number in range(3)]
    return {
        "text": lambda: (GOOD * 20).encode("gbk"),
        "html": lambda: PAGE.format(charset="gbk").encode("gbk"),
        "eml": lambda: make_mail(("a.txt", GOOD.encode()), html=True),
        "zip": lambda: make_zip(members),
        "tar": lambda: make_tar(members),
    }[kind]()


def corrupt(data: bytes, seed: int) -> bytes:
    """The file with bytes changed, cut out, doubled or cut off."""
    chance = random.Random(seed)
    broken = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        place = chance.randrange(len(broken))
        length = chance.choice((1, 1, 1, 4, 64))
        action = chance.randrange(5)
        if action < 2:
            broken[place : place + length] = chance.randbytes(length)
        elif action == 2:
            del broken[place : place + length]
        elif action == 3:
            broken[place:place] = broken[place : place + length]
        else:
            broken[place] ^= 1 << chance.randrange(8)
        if len(broken) < 100:
            break
    if seed % 4 == 0:
        del broken[chance.randrange(len(broken)) :]
    return bytes(broken)


def read_it(kind: str, data: bytes) -> str:
    """What a reader says against a file, "" where it reads it."""
    try:
        assert read_document(kind, data).text is not None
    except InputError as error:
        return str(error) or "\n"
    return ""


def open_all(path: Path, data: bytes) -> str:
    """What is said against the members of an archive."""
    path.write_bytes(data)
    said = ""
    for file in find_files(path):
        said += file.error or ""
        try:
            assert file.load is None or file.load() is not None
        except InputError as error:
            said += str(error)
    return said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.filterwarnings("ignore")  # what parsers say of broken files
def test_corrupted_files_give_text_or_one_line(tmp_path, kind):
    whole = make_whole(kind)
    for seed in SEEDS:
        data = corrupt(whole, seed)
        tracemalloc.start()
        said = open_all(tmp_path / f"a.{kind}", data) if kind in ("zip", "tar", "7z") else read_it(kind, data)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert "\n" not in said
        assert peak < MOST_MEMORY, seed
