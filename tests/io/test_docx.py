"""Word documents: everything a reader sees in the body, in its order."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from papers import PARAGRAPHS, ROWS, TITLE, convert
from parts import need
from unionie import InputError, read
from unionie.io.readers import read_document
from unionie.io.readers.numbering import chinese_number

TABLE = "指标\t单位\t2018年\t2017年\n会员\t人\t102000\t96400\n基层工会\t个\t684\t648\n职工之家\t个\t218\t—\n"


def make_document() -> docx.document.Document:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "青峦工会通讯"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    document.add_heading(TITLE, 0)
    document.add_paragraph(PARAGRAPHS[0])
    table = document.add_table(rows=len(ROWS), cols=4)
    for row, cells in enumerate(ROWS):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    document.add_paragraph(PARAGRAPHS[1])
    return document


EXPECTED = f"{TITLE}\n{PARAGRAPHS[0]}\n{TABLE}{PARAGRAPHS[1]}\n"


def save(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read_text(document: docx.document.Document) -> str:
    return read_document("docx", save(document)).text


def add_list(document: docx.document.Document, *levels: tuple[str, str, str]) -> str:
    """Define a numbered list with (format, text, start) by level; return its id."""
    numbering = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{name}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for place, (name, text, start) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{inner}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    return "77"


def add_item(document: docx.document.Document, text: str, number: str, level: int) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def test_paragraphs_and_tables_come_in_order_without_headers_and_footers():
    assert read_text(make_document()) == EXPECTED


def test_what_libreoffice_writes_reads_the_same(tmp_path):
    need("soffice")
    (tmp_path / "a.docx").write_bytes(save(make_document()))
    convert(tmp_path / "a.docx", "odt")
    (tmp_path / "a.docx").unlink()
    convert(tmp_path / "a.odt", "docx")
    (report,) = read(tmp_path / "a.docx")
    assert report.text == EXPECTED


def test_numbers_that_word_makes_are_written_out():
    document = docx.Document()
    number = add_list(
        document,
        ("chineseCountingThousand", "%1、", "1"),
        ("chineseCounting", "（%2）", "1"),
        ("decimal", "%3.", "3"),
        ("bullet", "·", "1"),
    )
    for text, level in (("甲", 0), ("乙", 1), ("丙", 2), ("丁", 2), ("戊", 1), ("己", 0), ("庚", 1), ("辛", 3)):
        add_item(document, text, number, level)
    assert read_text(document) == "一、甲\n（一）乙\n3.丙\n4.丁\n（二）戊\n二、己\n（一）庚\n辛\n"


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (105, "一百〇五"), (210, "二百一十"), (1003, "一千〇三")],
)
def test_chinese_numbers(number, words):
    assert chinese_number(number) == words


def test_merged_cells_repeat_downwards_and_stand_once_across():
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for (row, column), text in {(0, 0): "指标", (0, 1): "2018年", (1, 1): "完成", (1, 2): "增长（%）"}.items():
        table.cell(row, column).text = text
    for column, text in enumerate(("会员", "36", "5.8")):
        table.cell(2, column).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    assert read_text(document) == "指标\t2018年\n指标\t完成\t增长（%）\n会员\t36\t5.8\n"


def test_text_boxes_links_and_insertions_are_read_deletions_and_contents_not():
    document = docx.Document()
    paragraph = document.add_paragraph("发展会员")._p
    w = nsdecls("w")
    paragraph.append(parse_xml(f"<w:ins {w}><w:r><w:t>36</w:t></w:r></w:ins>"))
    paragraph.append(parse_xml(f"<w:del {w}><w:r><w:delText>35</w:delText></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:hyperlink {w}><w:r><w:t>人</w:t></w:r></w:hyperlink>"))
    box = "<w:txbxContent><w:p><w:r><w:t>框内5家</w:t></w:r></w:p></w:txbxContent>"
    paragraph.append(parse_xml(f"<w:r {w}><w:pict>{box}</w:pict></w:r>"))
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    inside = "<w:sdtContent><w:p><w:r><w:t>目录 1</w:t></w:r></w:p></w:sdtContent>"
    paragraph.addnext(parse_xml(f"<w:sdt {w}>{gallery}{inside}</w:sdt>"))
    control = "<w:sdt><w:sdtContent><w:p><w:r><w:t>控件内7户</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(1, parse_xml(control.replace("<w:sdt>", f"<w:sdt {w}>", 1)))
    assert read_text(document) == "发展会员36人\n框内5家\n控件内7户\n"


def test_tables_in_tables_are_read_once():
    document = docx.Document()
    outer = document.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "外"
    outer.cell(0, 1).add_table(rows=1, cols=2).cell(0, 0).text = "内36人"
    assert read_text(document).count("内36人") == 1


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"x" * 100])
def test_what_is_no_document_is_an_error(data):
    with pytest.raises(InputError, match="damaged"):
        read_document("docx", data)


def test_a_zip_that_is_no_document_is_an_error():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/x.xml", "<x/>")
    with pytest.raises(InputError, match="no Word document"):
        read_document("docx", stream.getvalue())


def test_a_document_that_is_a_bomb_is_refused():
    stream = io.BytesIO(save(make_document()))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/x.bin", b"\0" * 2**25)
    with pytest.raises(InputError, match="unpacks to more than"):
        read_document("docx", stream.getvalue())


def test_entities_are_not_expanded():
    source = io.BytesIO(save(make_document()))
    stream = io.BytesIO()
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {after} "{f"&{name};" * 10}">' for name, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace(b"?>", b"?>" + bomb.encode() + b"]>", 1).replace(TITLE.encode(), b"&i;")
            new.writestr(name, content)
    try:
        text = read_document("docx", stream.getvalue()).text
    except InputError:
        return
    assert len(text) < 10_000
