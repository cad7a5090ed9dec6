"""The evidence page in a real browser: hostile text, accessibility, small screens, large runs."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from evidence import make_report, make_run, quote
from unionie import Extraction, Fact, Span

HOSTILE = (
    "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    "<svg onload=alert(1)><a href='javascript:alert(1)'>点</a><!--<style>*{display:none}</style>&lt;"
)
LARGE = 500


def make_hostile():
    text = f"标题{HOSTILE}\n\n　　{HOSTILE}职工 300 人，\u202e逆向\u202c与\ud83d半个字\x00符{{{{script}}}}。\n"
    figure = Span(text.index("300 人"), text.index("300 人") + 5, "300 人")
    sentence = quote(text.split("\n\n")[1].strip(), text)
    fact = Fact(
        id=HOSTILE, indicator=HOSTILE, value=Decimal(300), unit=HOSTILE, subject=HOSTILE, baseline=HOSTILE,
        mentions=(figure,), evidence=sentence, rule=HOSTILE,
    )  # fmt: skip
    return Extraction(text=text, title=HOSTILE, source=HOSTILE, publisher=HOSTILE, facts=(fact,), error=HOSTILE)


def accessibility(page):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [(each["id"], each["nodes"][0]["html"][:160], each["nodes"][0]["failureSummary"]) for each in found]


@pytest.mark.parametrize("count", [1, 2])
def test_hostile_text_is_shown_and_never_run(show, count):
    page = show(*[make_hostile()] * count)
    page.locator("#text .fact").click()
    assert page.title() == HOSTILE
    assert page.locator("#card h2").inner_text().startswith("</script>")
    assert HOSTILE in page.locator("#text").inner_text()
    assert page.locator("#text :is(script, img, svg, a, style)").count() == 0
    assert page.locator("body :is(img, svg, iframe, [onerror], [onload])").count() == 0
    assert page.locator("#panel th .open").first.inner_text().startswith(HOSTILE[:20])
    link = page.locator("#card .link").get_attribute("href")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#paper :is(script, img, svg)").count() == 0
    again = show(*[make_hostile()] * count, anchor=link)
    assert again.locator("#text .selected").inner_text() == "300 人"


def test_text_that_runs_right_to_left_stays_in_its_place(show):
    page = show(make_hostile())
    box, mark = page.locator("#text").bounding_box(), page.locator("#text .fact").bounding_box()
    assert box["x"] <= mark["x"] < box["x"] + box["width"]
    assert "半个字" in page.locator("#text").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("count", [1, 3])
def test_axe_finds_nothing(show, scheme, count):
    page = show(*make_run(count), color_scheme=scheme)
    assert accessibility(page) == []
    page.locator("#layers label").last.click()
    page.locator("#text .fact").first.click()
    page.locator("#query").fill("工会")
    assert accessibility(page) == []
    page.keyboard.press("Escape")
    page.locator("#help-button").click()
    assert accessibility(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_a_phone(show, scheme):
    page = show(
        *make_run(2), viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, color_scheme=scheme
    )
    fits = "document.documentElement.scrollWidth <= innerWidth && document.body.scrollWidth <= innerWidth"
    assert page.evaluate(fits)
    assert accessibility(page) == []
    page.locator("#panel").get_by_role("button", name="第2号报告").tap()
    page.locator("#text .fact").first.tap()
    card, mark = page.locator("#card").bounding_box(), page.locator("#text .selected").first.bounding_box()
    assert mark["y"] + mark["height"] <= card["y"]
    assert card["y"] + card["height"] <= 740
    assert page.evaluate(fits)
    assert accessibility(page) == []
    page.locator("#switch").get_by_role("button", name="记录").tap()
    page.locator("#scope").get_by_label("本篇").tap()
    page.locator("#panel").get_by_role("button", name="社会组织").tap()
    assert page.locator("#text .selected").inner_text() == "9 家"


def test_a_failed_report_says_why(show):
    page = show(Extraction(text="", source="x.pdf", status="failed", error="x.pdf: 没有文字"), make_report())
    assert page.locator("#panel small.failed").inner_text() == "未能读取: x.pdf: 没有文字"
    assert "没有文字" in page.locator("#text").inner_text()
    page.keyboard.press("]")
    page.wait_for_selector("#text h2")


def test_a_page_of_no_report_says_so(show):
    page = show()
    assert page.locator(".note").inner_text() == "没有记录"


@pytest.fixture(scope="module")
def large():
    return make_run(LARGE)


def test_a_large_run_builds_only_the_rows_that_are_seen(show, large):
    page = show(*large)
    assert page.locator("#tab-facts").inner_text() == "数据3,000"
    page.get_by_role("tab", name="数据").click()
    page.wait_for_selector("table.facts")
    rows = page.locator("#panel tbody tr:not([aria-hidden])")
    assert rows.count() < 300
    page.locator("#panel").evaluate("node => { node.scrollTop = node.scrollHeight; }")
    page.wait_for_selector("tr[aria-rowindex='3001']")
    assert page.locator("tr[aria-rowindex='3001'] .c-reports").inner_text() == "第500号报告"
    page.locator("#panel").evaluate("node => { node.scrollTop = 0; }")
    page.wait_for_selector("tr[aria-rowindex='2']")
    expect(page.locator("tr[aria-rowindex='3001']")).to_have_count(0)
    assert rows.count() < 300


def test_a_record_of_a_run_is_one_click_from_its_words(show, large):
    page = show(*large)
    page.get_by_role("tab", name="数据").click()
    page.wait_for_selector("table.facts")
    page.locator(".filter").get_by_label("数值").fill("437")
    page.locator("#panel").get_by_role("button", name="新建工会").click()
    page.wait_for_selector("#text .selected")
    assert page.locator("#name").inner_text() == "第437号报告"
    assert page.locator("#number").inner_text() == "437 / 500"
    assert page.url.endswith("#run%2F437.txt/whole")
    page.keyboard.press("]")
    expect(page).to_have_title("第438号报告")


def test_words_of_a_run_lead_to_the_records_of_their_report(show, large):
    page = show(*large[:3])
    page.locator("#text .fact").first.click()
    expect(page.locator("#panel tr.selected .c-value")).to_have_text("1")
    assert page.locator("#scope :checked").get_attribute("value") == "one"


def test_links_into_a_run_lead_to_report_and_record(show, large):
    page = show(*large, anchor="#run%2F250.txt/groups")
    page.wait_for_selector("#text .selected")
    assert page.locator("#name").inner_text() == "第250号报告"
    assert page.locator("#text .selected").inner_text() == "9 家"
    assert page.locator("#scope :checked").get_attribute("value") == "one"
    page.evaluate("location.hash = '#7'")
    expect(page).to_have_title("第7号报告")


def test_a_run_is_searched_in_all_its_texts(show, large):
    odd = dataclasses.replace(make_report(), text="独一无二的句子。", title="另一篇", facts=(), awards=(), people=(),
                              organizations=(), entities=(), notices=(), sections=())  # fmt: skip
    page = show(*large[:20], odd)
    page.locator("#query").fill("独一无二")
    expect(page.locator("#panel tbody tr")).to_have_count(1)
    page.locator("#panel").get_by_role("button", name="另一篇").click()
    expect(page).to_have_title("另一篇")
    assert page.locator("#hits").inner_text() == "1 处"
