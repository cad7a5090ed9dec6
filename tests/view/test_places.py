"""Where records stand in a PDF: pages, rectangles, pictures, and all of them on the evidence page."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from papers import PARAGRAPHS, make_pdf
from parts import need
from unionie import InputError, Report, extract, read
from unionie.cli import main
from unionie.io.pdf.pictures import draw_pages
from unionie.view.places import find_places


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    need("font")
    path = tmp_path_factory.mktemp("paper") / "年报.pdf"
    path.write_bytes(make_pdf(1, PARAGRAPHS * 5))
    return path


@pytest.fixture(scope="module")
def report(paper):
    (report,) = read(paper)
    return report


def test_every_record_has_its_page_and_rectangles(report):
    extraction = extract(report)
    places = find_places(extraction, report).records
    assert set(places) >= {fact.id for fact in extraction.facts}
    assert {place.page for place in places.values()} <= {1, 2}
    assert all(place.rectangles for place in places.values())


def test_reports_without_pages_have_no_places(extraction):
    assert find_places(extraction, Report(extraction.text)).records == {}


def test_pages_are_drawn_where_the_places_say(paper, report):
    picture = draw_pages(paper.read_bytes(), [2])[2]
    image = Image.open(io.BytesIO(picture.png))
    assert image.mode == "L"
    assert image.width / image.height == pytest.approx(picture.width / picture.height, rel=0.01)
    start = report.text.rindex("318条")
    (place,) = report.locate(start, start + 4)
    scale = image.width / picture.width
    words = image.crop([round(edge * scale) for edge in place.rectangles[0]])
    assert place.page == 2
    assert words.getextrema()[0] < 100  # ink
    assert image.getpixel((2, 2)) == 255  # paper


def test_a_damaged_file_is_an_error():
    with pytest.raises(InputError, match="cannot be drawn"):
        draw_pages(b"%PDF-1.4 broken", [1])


def test_the_card_shows_the_place_on_its_page(paper, show, tmp_path):
    with pytest.raises(SystemExit) as caught:
        main(["view", str(paper), "-o", str(tmp_path / "page.html")])
    assert caught.value.code == 0
    page = show(path=tmp_path / "page.html")
    page.locator("#text .fact", has_text="109.67万元").first.click()
    assert page.locator("#card .kicker").inner_text() == "数据 · 第 1 页"
    picture, mark = page.locator("#card .picture"), page.locator("#card .picture i")
    assert picture.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth > 500)")
    frame, box = picture.bounding_box(), mark.first.bounding_box()
    assert frame["x"] <= box["x"]
    assert box["x"] + box["width"] <= frame["x"] + frame["width"]
    assert frame["y"] <= box["y"]
    assert box["y"] + box["height"] <= frame["y"] + frame["height"]
    page.set_viewport_size({"width": 390, "height": 800})  # a phone: the card leaves the words in view
    page.locator("#text .fact", has_text="12.5%").first.click()
    words, card = page.locator("#text .selected").first.bounding_box(), page.locator("#card").bounding_box()
    assert words["y"] + words["height"] <= card["y"]
    assert page.locator("#reading").bounding_box()["height"] <= card["y"]
