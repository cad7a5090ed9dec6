"""PDF pages made by real producers: reading order, furniture, tables, places."""

from __future__ import annotations

import io
from functools import cache

import docx
import pytest
from docx.oxml.ns import qn

from papers import PARAGRAPHS, ROWS, TITLE, convert, make_pdf, render_html
from parts import need
from unionie import InputError, Report, read
from unionie.io.pdf.glyphs import Glyph, RawPage
from unionie.io.readers import Document, read_document
from unionie.io.readers.pdf import check_characters

TABLE = "指标\t单位\t2018年\t2017年\n会员\t人\t102000\t96400\n基层工会\t个\t684\t648\n职工之家\t个\t218\t—\n"
CSS = """
@page {size: A4; margin: 2.5cm; @bottom-center {content: '第 ' counter(page) ' 页 共 ' counter(pages) ' 页'}
       @top-left {content: '青峦日报'}}
body {font-family: 'WenQuanYi Zen Hei'; font-size: 10.5pt; line-height: 1.6; text-align: justify}
h1 {text-align: center; font-size: 20pt} p {text-indent: 2em; margin: 0}
table {border-collapse: collapse} td {border: 1px solid black; padding: 3px}
.box {border: 1px solid black; padding: 8px; margin: 12px 0}
.two {columns: 2; column-gap: 2em} .three {columns: 3; column-gap: 1.5em}
"""


def lines(*texts: str) -> str:
    return "".join(f"{text}\n" for text in texts)


@cache
def print_page(body: str) -> Document:
    """What is read of the PDF that weasyprint prints of a page; a second page gives its furniture away."""
    page = f"<html><head><meta charset='utf-8'><style>{CSS}</style></head><body>{body}"
    return read_document("pdf", render_html(f"{page}<p style='break-before: page'>完。</p></body></html>"))


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.fixture(autouse=True)
def font():
    need("font")


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("rotation", [0, 90, 180])
def test_flowing_text_by_reportlab(columns, rotation):
    document = read_document("pdf", make_pdf(columns, PARAGRAPHS * 9, rotation=rotation))
    assert document.text == lines(TITLE, *PARAGRAPHS * 9)
    assert len(document.pages) >= 2
    assert [page.furniture for page in document.pages][:2] == [
        ("青峦工会通讯 第7期", "— 1 —"),
        ("青峦工会通讯 第8期", "— 2 —"),
    ]


@pytest.mark.parametrize("columns", ["two", "three"])
def test_flowing_text_by_weasyprint(columns):
    document = print_page(f"<h1>{TITLE}</h1><div class={columns}>{paragraphs(*PARAGRAPHS * 3)}</div>")
    assert document.text == lines(TITLE, *PARAGRAPHS * 3, "完。")
    assert document.pages[0].furniture == ("青峦日报", "第 1 页 共 2 页")


def test_two_articles_with_different_columns_on_one_page():
    first = f"<h1>{TITLE}</h1><div class=two>{paragraphs(*PARAGRAPHS)}</div>"
    second = f"<h1>职工书屋建设见成效</h1><div class=three>{paragraphs(*PARAGRAPHS[::-1])}</div>"
    expected = lines(TITLE, *PARAGRAPHS, "职工书屋建设见成效", *PARAGRAPHS[::-1], "完。")
    assert print_page(first + second).text == expected


def test_a_boxed_article_is_read_whole():
    box = f"<div class=box><div class=two>{paragraphs(*PARAGRAPHS[2:4])}</div></div>"
    document = print_page(f"{paragraphs(*PARAGRAPHS[:2])}{box}{paragraphs(*PARAGRAPHS[4:])}")
    assert document.text == lines(*PARAGRAPHS, "完。")


@pytest.mark.parametrize("ruled", [True, False])
def test_tables_with_and_without_lines(ruled):
    document = read_document("pdf", make_pdf(1, PARAGRAPHS[:2], rows=ROWS, ruled=ruled, furniture=False))
    assert document.text == lines(TITLE, *PARAGRAPHS[:2]) + TABLE


def test_merged_cells_repeat_downwards_and_stand_once_across():
    head = "<tr><td rowspan=2>指标</td><td colspan=2>2018年</td></tr><tr><td>完成</td><td>增长（%）</td></tr>"
    row = "<tr><td>会员</td><td>102000</td><td>5.8</td></tr>"
    document = print_page(f"{paragraphs(PARAGRAPHS[0])}<table>{head}{row}</table>")
    assert document.text == lines(PARAGRAPHS[0], "指标\t2018年", "指标\t完成\t增长（%）", "会员\t102000\t5.8", "完。")


def test_cells_of_several_lines_are_one_cell():
    cell = "全年新组建工会三十六家，覆盖物流、家政、保安等行业"
    table = f"<table style='width: 8cm'><tr><td>项目<td>情况<td>数<tr><td>组建<td>{cell}<td>36</table>"
    assert print_page(table).text == lines("项目\t情况\t数", f"组建\t{cell}\t36", "完。")


def test_a_document_by_libreoffice(tmp_path):
    need("soffice")
    document = docx.Document()
    document.styles["Normal"].font.name = "WenQuanYi Zen Hei"
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "WenQuanYi Zen Hei")
    document.add_paragraph(TITLE).alignment = 1
    for text in PARAGRAPHS[:3]:
        document.add_paragraph(text).paragraph_format.first_line_indent = docx.shared.Pt(22)
    table = document.add_table(rows=len(ROWS), cols=4, style="Table Grid")
    for row, cells in enumerate(ROWS):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    document.save(tmp_path / "a.docx")
    (report,) = read(convert(tmp_path / "a.docx", "pdf"))
    assert report.text == lines(TITLE, *PARAGRAPHS[:3]) + TABLE


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_places_are_where_the_ink_is(rotation):
    import pypdfium2 as pdfium

    data = make_pdf(2, PARAGRAPHS * 8, rotation=rotation)
    document = read_document("pdf", data)
    report = Report(document.text, pages=document.pages)
    start = report.text.rindex("109.67万元")
    (place,) = report.locate(start, start + 8)
    page = document.pages[place.page - 1]
    assert page.number == place.page == report.find_page(start) > 1
    assert page.start <= start < page.end
    for box in place.rectangles:
        assert 0 <= box.left < box.right <= page.width
        assert 0 <= box.top < box.bottom <= page.height
    scale = 2
    with pdfium.PdfDocument(data) as opened:
        picture = opened[place.page - 1].render(scale=scale).to_pil().convert("L")
    for box in place.rectangles:
        dark = picture.crop(tuple(round(scale * edge) for edge in box)).histogram()
        assert sum(dark[:128]) > 0.05 * sum(dark)


def test_every_character_but_added_ones_has_a_place():
    document = read_document("pdf", make_pdf(2, PARAGRAPHS * 3, rows=ROWS))
    report = Report(document.text, pages=document.pages)
    for offset, char in enumerate(document.text):
        places = report.locate(offset, offset + 1)
        assert len(places) == (0 if char in "\n\t—" and not places else 1), (offset, char)
        assert char not in "\n\t" or not places


def test_a_span_over_two_pages_has_two_places():
    document = read_document("pdf", make_pdf(1, PARAGRAPHS * 9))
    report = Report(document.text, pages=document.pages)
    edge = document.pages[1].start
    assert [place.page for place in report.locate(edge - 5, edge + 5)] == [1, 2]


def test_a_scan_says_that_it_has_no_text():
    from PIL import Image

    stream = io.BytesIO()
    Image.new("L", (300, 400), 255).save(stream, "PDF")
    with pytest.raises(InputError, match=r"no text layer.*OCR"):
        read_document("pdf", stream.getvalue())


def test_a_protected_file_says_so():
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt="secret")
    canvas.drawString(100, 700, "36")
    canvas.save()
    with pytest.raises(InputError, match="password"):
        read_document("pdf", stream.getvalue())


@pytest.mark.parametrize("char", ["\ufffd", "\ue0a5"])
def test_fonts_that_name_no_characters_are_an_error_not_wrong_text(char):
    glyphs = [Glyph(char, 0, 0, 1, 1)] * 3 + [Glyph("会", 0, 0, 1, 1)] * 97
    with pytest.raises(InputError, match="fonts do not say"):
        check_characters([RawPage(1, 1, 1, glyphs, [], [], 0)])
