"""Web pages: main text in, navigation out, tables as lines."""

from __future__ import annotations

import pytest

from papers import PAGE
from unionie import InputError, extract, read
from unionie.io.readers import read_document

TEXT = """青峦区总工会2018年工作总结
发布时间：2019-01-25 来源：区总工会 浏览次数：356
2018年，青峦区总工会新组建工会36家，发展会员5600余人，其中农民工会员4000多人。
一、组织建设
全年共建立职工之家18个，职工书屋9个。
指标\t单位\t2018年
会员\t人\t102,000
基层工会\t个\t—
职工互助保障参保1.36万人，理赔63.8万元。
法律援助站接待来访143件次。
新建“司机之家”2个；
户外劳动者驿站20个。
"""


@pytest.mark.parametrize(
    ("charset", "encoding", "named"),
    [("gb2312", "gbk", "gb18030"), ("utf-8", "utf-8", "utf-8"), ("gb2312", "utf-8", "utf-8"), ("x", "gbk", "gb18030")],
)
def test_main_text_in_any_encoding_also_where_the_page_names_a_wrong_one(tmp_path, charset, encoding, named):
    path = tmp_path / "a.html"
    path.write_bytes(PAGE.format(charset=charset).encode(encoding))
    (report,) = read(path)
    assert (report.text, report.encoding) == (TEXT, named)


def test_the_date_line_dates_the_report(tmp_path):
    extraction = extract(read_document("html", PAGE.format(charset="utf-8").encode()).text)
    assert (extraction.title, extraction.published) == ("青峦区总工会2018年工作总结", "2019-01-25")
    assert {"发展会员", "新组建工会"} <= {fact.indicator for fact in extraction.facts}


def test_a_page_that_is_only_a_table_is_read_whole():
    page = "<table><tr><td>指标<td>2018年<tr><td>会员<td>36<tr><td>工会<td>5</table>"
    assert read_document("html", page.encode()).text == "指标\t2018年\n会员\t36\n工会\t5\n"


@pytest.mark.parametrize("page", [b"", b"<html></html>", b"<script>var a = 1;</script>", b"   ", b"<!-- x -->"])
def test_a_page_without_text_is_an_error(page):
    with pytest.raises(InputError, match="no text"):
        read_document("html", page)


def test_a_page_in_no_encoding_is_an_error():
    with pytest.raises(InputError, match="UTF-8"):
        read_document("html", PAGE.format(charset="gb2312").encode("gbk") + b"\xff\xff")


def test_a_page_in_another_encoding_is_read_where_it_says_so():
    page = '<html><head><meta charset="windows-1252"></head><body><p>36 délégués élus</p></body></html>'
    assert read_document("html", page.encode("cp1252")) == ("36 délégués élus\n", "windows-1252", ())


def test_deep_nesting_is_no_danger():
    page = "<div>" * 50_000 + "发展会员36人。" + "</div>" * 50_000
    try:
        text = read_document("html", page.encode()).text
    except InputError:
        return
    assert "36" in text
