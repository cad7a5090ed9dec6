"""One file, a folder: what comes, in which order, and what is said of what does not."""

from __future__ import annotations

import gzip
import hashlib
import io
import lzma
import os
import threading
import zipfile
from pathlib import Path

import pytest

from builders import TEXT
from packed import make_zip
from unionie import InputError, read
from unionie.io.kinds import guess_kind
from unionie.io.read import read_bytes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


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


def test_a_pipe_and_a_text_without_a_suffix_are_read_when_they_are_named(tmp_path):
    (tmp_path / "README").write_text("发展会员36人。", "utf-8")
    (tmp_path / "picture").write_bytes(b"\x89PNG\0\0")
    (report,) = read(tmp_path / "README")
    assert (report.text, report.error) == ("发展会员36人。", None)
    with pytest.raises(InputError, match="picture: holds zero bytes"):
        list(read(tmp_path / "picture"))
    assert not list(read(tmp_path))
    for data in ("发展会员36人。".encode("gbk"), make_zip([("a.txt", "发展会员36人。")])):
        os.mkfifo(tmp_path / "pipe")
        writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(data,))
        writer.start()
        (report,) = read(tmp_path / "pipe")
        writer.join()
        assert report.text == "发展会员36人。"
        (tmp_path / "pipe").unlink()


def test_bytes_without_a_path_may_be_an_archive():
    (report,) = read_bytes("发展会员36人。".encode())
    assert (report.text, report.source) == ("发展会员36人。", "-")
    reports = list(read_bytes(make_zip([("a.txt", "甲"), ("b/c.txt", "乙")])))
    assert [(report.source, report.text) for report in reports] == [("-/a.txt", "甲"), ("-/b/c.txt", "乙")]
    (report,) = read_bytes(make_zip([("a.txt", "甲")])[:40])
    assert report.source == "-"
    assert "damaged" in (report.error or "")


def make_deep_mail() -> bytes:
    part = b"Content-Type: message/rfc822\n\n"
    return b"Subject: x\n" + part * 2_000 + b"Subject: y\n\nz\n"


def make_locked_seven() -> bytes:
    py7zr = pytest.importorskip("py7zr", reason="the extra unionie[7z]")
    stream = io.BytesIO()
    with py7zr.SevenZipFile(stream, "w", password="x", header_encryption=True) as archive:
        archive.writestr(b"x", "a.txt")
    return stream.getvalue()


def make_nameless_zip(name: str) -> bytes:
    info = zipfile.ZipInfo("x")
    info.filename = name
    return make_zip([(info, "x"), ("b.txt", "甲")])


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("m.eml", make_deep_mail, "is a damaged mail (RecursionError)"),
        ("m.eml", lambda: b"", "is no mail: it has no header"),
        ("m.7z", make_locked_seven, "the archive is encrypted: unpack it with its password first"),
        ("m.zip", lambda: make_nameless_zip(""), None),
        ("m.zip", lambda: make_nameless_zip("\0x.txt"), None),
        ("m.txt", lambda: None, "is a device or pipe, not a file"),
        ("m", lambda: None, ""),
    ],
)
def test_one_bad_file_does_not_stop_a_folder(tmp_path, name, make, said):
    for other in ("a.txt", "z.txt"):
        (tmp_path / other).write_text("发展会员36人。", "utf-8")
    data = make()
    if data is None:
        os.mkfifo(tmp_path / name)
    else:
        (tmp_path / name).write_bytes(data)
    first, *middle, last = read(tmp_path)
    assert (first.error, last.error) == (None, None)
    assert (Path(first.source).name, Path(last.source).name) == ("a.txt", "z.txt")
    if said:
        assert [report.error for report in middle] == [f"{tmp_path / name}: {said}"]


def test_a_deep_tree_and_what_fails_in_a_way_of_its_own_do_not_stop_a_folder(tmp_path, monkeypatch):
    deep = tmp_path
    for _ in range(1_200):
        deep /= "d"
        deep.mkdir()
    (deep / "deep.txt").write_text("甲", "utf-8")
    (tmp_path / "a.zip").write_bytes(make_zip([("b.txt", "乙")]))
    (tmp_path / "z.txt").write_text("丙", "utf-8")
    assert [report.text for report in read(tmp_path)] == ["乙", "甲", "丙"]

    def explode(*_):
        raise RuntimeError("a\nbug")

    monkeypatch.setattr("unionie.io.archives.zip._make_member", explode)
    errors = [report.error for report in read(tmp_path)]
    assert errors == [f"{tmp_path / 'a.zip'}: is damaged (RuntimeError): not all of it was read", None, None]
    monkeypatch.setattr("unionie.io.read.read_document", explode)
    errors = [report.error or "" for report in read(tmp_path)]
    assert errors[1].endswith("deep.txt: is damaged (RuntimeError)")
    (deep / "deep.txt").unlink()
    while deep != tmp_path:  # pytest cannot
        deep.rmdir()
        deep = deep.parent


def make_office(part: str) -> bytes:
    return make_zip([("[Content_Types].xml", "<Types/>"), (f"{part}/document.xml", "<x/>")], method=0)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xlsx", make_office("xl"), "is an Excel file: save its text as .docx or .txt"),
        ("a.pptx", make_office("ppt"), "is a PowerPoint file: save it as PDF"),
        ("table", make_office("xl"), "is an Excel file: save its text as .docx or .txt"),
        (
            "a.docx",
            OLE + bytes(9_000) + "EncryptedPackage".encode("utf-16-le"),
            "is protected by a password: save it without one",
        ),
        ("a.docx", OLE + bytes(9_000), "is an old Word file; convert it first"),
        ("a.txt.gz", gzip.compress("发展会员36人。".encode()), "is one packed file, no archive: unpack it first"),
        ("a.xz", lzma.compress(b"x" * 2_000), "is one packed file, no archive: unpack it first"),
        ("a.txt.gz", gzip.compress("发展会员36人。".encode())[:-12], "the archive is damaged or cut short"),
        ("a.eml", b"", "is no mail: it has no header"),
    ],
)
def test_what_cannot_be_read_is_called_what_it_is(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    try:
        (report,) = read(tmp_path / name)
        error = report.error or ""
    except InputError as problem:
        error = str(problem)
    assert error.startswith(f"{tmp_path / name}: {said}")
    (tmp_path / "z.zip").write_bytes(make_zip([(name, data)]))
    errors = [report.error for report in read(tmp_path / "z.zip")]
    assert errors == ([] if name.endswith(("xlsx", "pptx")) else [error.replace(str(tmp_path), f"{tmp_path}/z.zip")])


def test_names_of_a_folder_that_was_unpacked_from_a_windows_zip_are_read(tmp_path):
    try:
        (tmp_path / os.fsdecode("总结.txt".encode("gbk"))).write_text("甲", "utf-8")
    except OSError:
        pytest.skip("this system takes no such names")
    (report,) = read(tmp_path)
    assert (report.source, report.text) == (str(tmp_path / "总结.txt"), "甲")
