from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TEXT
from unionie import InputError, read
from unionie.io.read import decode


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
def test_encodings(tmp_path, encoding, named):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    (report,) = read(path)
    assert report.text == TEXT.replace("\n", "\r\n")
    assert (report.source, report.encoding, report.error) == (str(path), named, None)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("gb18030") + b"\xff\xff",
        b"\xff\xfe\x00",
        b"\xef\xbb\xbf\xff",
        "廣豐區總工會召開會議，發展會員的工作取得進展，維護職工權益。".encode("big5"),
        "これは日本語の文章です。労働組合の報告書を読みます。".encode("shift-jis"),
    ],
)
def test_undecodable_text_is_an_error_and_never_replaced(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"a\.txt: .*UTF-8") as caught:
        list(read(path))
    assert "\n" not in str(caught.value)


@given(st.text())
def test_utf8_is_read_as_written(text):
    data = text.encode("utf-8", "ignore")
    if not data.startswith((b"\xff", b"\xfe", b"\xef\xbb\xbf")) and "\0" not in text:
        assert decode(data) == (data.decode(), "utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_an_input_error(data):
    try:
        text, _ = decode(data)
    except InputError:
        return
    assert isinstance(text, str)


def test_a_folder_is_read_by_name_and_goes_on_after_bad_files(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text("乙", encoding="utf-8")
    (tmp_path / "a.md").write_text("甲", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"\xef\xbb\xbf\xff")
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "e.json").write_text("{}")
    (tmp_path / ".hidden.txt").write_text("x")
    reports = list(read(tmp_path))
    assert [report.text for report in reports] == ["甲", "乙", "", ""]
    assert [report.error is None for report in reports] == [True, True, False, False]
    assert "d.pdf: cannot read .pdf" in (reports[3].error or "")


@pytest.mark.parametrize("name", ["missing.txt", "a.pdf", "a", "a.docx"])
def test_one_file_that_cannot_be_read_is_an_error_in_one_line(tmp_path, name):
    if name != "missing.txt":
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(InputError, match=name) as caught:
        list(read(tmp_path / name))
    assert "\n" not in str(caught.value)
