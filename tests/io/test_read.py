"""One file, a folder: what comes, in which order, and what is said of what does not."""

from __future__ import annotations

import hashlib
import os

import pytest

from builders import TEXT
from unionie import InputError, read
from unionie.io.kinds import guess_kind


def test_a_report_knows_its_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode("gbk"))
    (report,) = read(path)
    assert report.sha256 == hashlib.sha256(TEXT.encode("gbk")).hexdigest()
    assert (report.encoding, report.pages, report.locate(0, 5), report.find_page(3)) == ("gb18030", (), (), None)


def test_a_folder_is_read_by_name_and_goes_on_after_bad_files(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text("乙", encoding="utf-8")
    (tmp_path / "a.md").write_text("甲", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"\xef\xbb\xbf\xff")
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "e.json").write_text("{}")
    (tmp_path / "f.png").write_bytes(b"\x89PNG")
    (tmp_path / "g.wps").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "~$open.docx").write_bytes(b"x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.md")
    reports = list(read(tmp_path))
    assert [report.text for report in reports] == ["甲", "乙", "", "", "", ""]
    assert [report.error is None for report in reports] == [True, True, False, False, False, False]
    errors = "\n".join(report.error or "" for report in reports)
    for part in ("d.pdf: is no PDF", "g.wps: is a WPS file", "link.txt: is a symbolic link"):
        assert part in errors


@pytest.mark.parametrize("name", ["missing.txt", "a.pdf", "a", "a.docx", "a.xyz", "a.zip", "a.html"])
def test_one_file_that_cannot_be_read_is_an_error_in_one_line(tmp_path, name):
    if name != "missing.txt":
        (tmp_path / name).write_bytes(b"\xff\xff\x01")
    with pytest.raises(InputError, match=name) as caught:
        list(read(tmp_path / name))
    assert "\n" not in str(caught.value)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", b"", "text"),
        ("a.MD", b"# x", "text"),
        ("a.htm", b"<p>x", "html"),
        ("a.txt", b"%PDF-1.4", "pdf"),
        ("a.doc", b"\xef\xbb\xbf<!DOCTYPE html><html>", "html"),
        ("a.doc", b"PK\x03\x04....[Content_Types].xml", "docx"),
        ("a.docx", b"PK\x03\x04", "docx"),
        ("a", b"PK\x03\x04", "zip"),
        ("a.tar.gz", b"\x1f\x8b\x08", "tar"),
        ("a.eml", b"From: x", "eml"),
        ("a.tar", b"\0" * 257 + b"ustar", "tar"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "7z"),
    ],
)
def test_content_comes_before_the_suffix(name, head, kind):
    assert guess_kind(name, head) == kind


@pytest.mark.parametrize(
    ("name", "head", "said"),
    [
        ("a.doc", OLE, "soffice --headless --convert-to docx"),
        ("a.docx", OLE, "old Word file"),
        ("a.wps", OLE, "WPS"),
        ("a.rtf", b"{\\rtf1", "RTF"),
        ("a.rar", b"Rar!\x1a\x07", "RAR"),
        ("a.pdf", b"hello", r"no \.pdf file inside"),
        ("a.ofd", b"PK\x03\x04", "OFD"),
        ("a.png", b"\x89PNG", r"cannot read \.png"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(name, head, said):
    with pytest.raises(InputError, match=said):
        guess_kind(name, head)


def test_odd_names_of_files_stay_one_line_and_apart(tmp_path):
    for name in (b"a\n.txt", b"a_.txt", b"\xb1\xa8\xb8\xe6.txt"):
        (tmp_path / os.fsdecode(name)).write_text("36人", encoding="utf-8")
    reports = list(read(tmp_path))
    sources = [report.source or "" for report in reports]
    assert len(set(sources)) == 3
    assert not any("\n" in source for source in sources)
    assert [report.text for report in reports] == ["36人"] * 3
    assert all(source.encode("utf-8") for source in sources)
