"""Encodings: detected, reported, never guessed wrong, and nothing replaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TEXT
from unionie import InputError, read
from unionie.io.decode import decode, decode_name

TRADITIONAL = "廣豐區總工會召開會議，發展會員的工作取得進展，維護職工權益，全年發展會員5600人。\n"
SHORT = "发展会员36人。"


@pytest.mark.parametrize(
    ("encoding", "named", "text"),
    [
        ("utf-8", "utf-8", TEXT),
        ("utf-8-sig", "utf-8", TEXT),
        ("utf-16", "utf-16-le", TEXT),
        ("utf-32", "utf-32-le", TEXT),
        ("utf-16-le", "utf-16-le", TEXT),
        ("utf-16-be", "utf-16-be", TEXT),
        ("utf-16-le", "utf-16-le", "发展会员的工作在全区各单位展开，有人说是大事。"),  # without a zero byte
        ("gb18030", "gb18030", TEXT),
        ("gbk", "gb18030", TEXT),
        ("gbk", "gb18030", TRADITIONAL),
        ("big5", "big5", TRADITIONAL),
        ("big5hkscs", "big5", TRADITIONAL * 30),
        ("gbk", "gb18030", SHORT),
        ("big5", "big5", "發展會員36人。"),
        ("ascii", "utf-8", "36 members\n"),
    ],
)
def test_encodings_are_found_and_named(tmp_path, encoding, named, text):
    path = tmp_path / "a.txt"
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    (report,) = read(path)
    assert report.text == text.replace("\n", "\r\n")
    assert (report.source, report.encoding, report.error) == (str(path), named, None)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("gb18030") + b"\xff\xff",
        b"\xff\xfe\x00",
        b"\xef\xbb\xbf\xff",
        "これは日本語の文章です。労働組合の報告書を読みます。".encode("shift-jis"),
        "노동조합은 회원을 늘리고 권익을 지키는 일을 하였습니다 그리고 회의를 열었습니다".encode("euc-kr"),
        "Les délégués ont voté la résolution générale à l’unanimité".encode("cp1252"),
        TEXT.encode()[:40] + TEXT.encode("gbk"),
        b"\x00\x01\x02\x03" * 30,
    ],
)
def test_undecodable_text_is_an_error_in_one_line_and_never_replaced(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"a\.txt: .*(UTF-8|no text)") as caught:
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
        text, encoding = decode(data)
    except InputError:
        return
    codec = {"big5": "big5hkscs"}.get(encoding, encoding)
    assert data.endswith(text.encode(codec)) or encoding == "gb18030" or encoding == "big5"


@pytest.mark.parametrize("samples_split", ["gb18030", "big5hkscs", "utf-16-be"])
def test_the_sample_reports_are_found_out_in_every_encoding(samples, samples_split):
    for path in sorted(samples.glob("*.txt")):
        text = path.read_text("utf-8")
        if samples_split == "big5hkscs":
            text = "".join(char for char in text if char.encode("big5hkscs", "ignore"))
            if not path.name.startswith(("tw-", "hk-", "mo-")):
                continue
        found, encoding = decode(text.encode(samples_split))
        assert (found == text, encoding) == (True, {"big5hkscs": "big5"}.get(samples_split, samples_split)), path.name


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "big5"])
def test_names_are_decoded_too(encoding):
    name = "工會/青山區報告.txt" if encoding == "big5" else "工会/二〇一八年总结.txt"
    assert decode_name(name.encode(encoding)) == name


def test_a_name_in_no_encoding_is_kept_readable():
    assert decode_name(b"a\xff\xff.txt") == "a\\xff\\xff.txt"


def test_the_mark_of_utf_32_is_not_that_of_utf_16():
    for encoding, mark in (("utf-32-le", b"\xff\xfe\0\0"), ("utf-32-be", b"\0\0\xfe\xff")):
        assert decode(mark + SHORT.encode(encoding)) == (SHORT, encoding)
    with pytest.raises(InputError, match="UTF-32"):
        decode(b"\xff\xfe\0\0" + SHORT.encode("utf-32-le")[:-1])


@pytest.mark.parametrize(
    ("name", "mixed", "read"),
    [
        ("一.txt".encode("gbk"), False, "\u04bb.txt"),  # valid UTF-8, by chance
        ("一.txt".encode("gbk"), True, "一.txt"),
        ("总结.txt".encode(), True, "总结.txt"),
        ("总结.txt".encode("gbk"), False, "总结.txt"),
        (b"a.txt", True, "a.txt"),
        ("\u04bb\u0458.txt".encode(), True, "\u04bb\u0458.txt"),
    ],
)
def test_names_beside_names_in_another_encoding(name, mixed, read):
    assert decode_name(name, mixed=mixed) == read
