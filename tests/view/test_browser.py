"""The evidence page in a real browser: text and records light each other up, tables sort and filter, links hold."""

from __future__ import annotations

import csv
import dataclasses
import io
import json

from evidence import TEXT, make_report
from unionie import Extraction
from unionie.io.write import write
from unionie.records import Place
from unionie.view.places import Places


def cells(page, column):
    return [cell.strip() for cell in page.locator(f"#panel tbody .c-{column}").all_inner_texts()]


def words(page, selector):
    return "".join(page.locator(selector).all_inner_texts())


def choose(page, label, value):
    page.get_by_label(label, exact=True).and_(page.locator(".filter select")).select_option(value)


def test_text_is_set_as_a_person_reads_it(show):
    page = show(make_report())
    assert page.locator("#text h2").all_inner_texts() == ["松坪区总工会 2018 年工作回眸"]
    assert page.locator("#text h3").all_inner_texts() == ["一、基本情况", "二、表彰"]
    paragraphs = page.locator("#text p.paragraph").all_inner_texts()
    assert len(paragraphs) == 2
    assert "其中非公企业29家、社会组织" in paragraphs[0]
    assert page.locator("#text").evaluate("node => node.scrollWidth <= node.clientWidth")


def test_every_tab_is_in_view_beside_the_choice_of_scope(show):
    page = show(make_report(), make_report(), locale="en-US")
    assert page.get_by_role("tab").count() > 3
    assert page.locator("#tabs").evaluate("node => node.scrollWidth <= node.clientWidth")


def test_tables_in_the_text_are_set_as_tables(show):
    text = "关于各县情况的通报\n\n　　各县情况如下：\n\t2017年\t2018年\n东县\t36\t40\n西县\t5\t1,200\n"
    page = show(Extraction(text=text))
    rows = page.locator("#text tr")
    shown = [[cell.inner_text() for cell in row.locator("th, td").all()] for row in rows.all()]
    assert shown == [["", "2017年", "2018年"], ["东县", "36", "40"], ["西县", "5", "1,200"]]
    assert page.locator("#text th").count() == 2
    assert page.locator("#text td.number").count() == 4


def test_the_table_shows_figures_as_people_write_them(show):
    page = show(make_report())
    names = [name.split() for name in cells(page, "indicator")]
    assert ["".join(name) for name in names] == [
        "新建工会×2!",
        "其中非公企业!",
        "其中社会组织",
        "职工总数",
        "职工总数同比",
        "新建工会目标",
    ]
    assert cells(page, "value") == ["36", "29", "9", "约12.5万", "↑7.3", "≥40"]
    assert cells(page, "period") == ["2018年"] * 5 + ["2019年"]
    assert cells(page, "measure") == ["水平"] * 4 + ["变化", "水平"]
    english = show(make_report(), locale="en-GB")
    assert cells(english, "value") == ["36", "29", "9", "≈125,000", "↑7.3", "≥40"]
    assert english.locator("html").get_attribute("lang") == "en"
    assert english.locator("#tab-facts").inner_text().startswith("Facts")


def test_hovering_either_lights_up_the_other(show):
    page = show(make_report())
    page.locator("#panel tbody tr").nth(1).hover()
    assert words(page, "#text .lit") == "29家"
    page.locator("#text .fact", has_text="36 家").hover()
    assert words(page, "#text .lit") == "36 家36家"
    assert page.locator("#panel tr.lit .c-value").inner_text() == "36"
    assert page.locator("#tip").inner_text() == "新建工会 36家 · 2018年 · 区总工会"
    page.locator("#query").hover()
    assert page.locator(".lit").count() == 0
    assert page.locator("#tip").is_hidden()


def test_selecting_a_row_shows_its_words_sentence_and_details(show):
    page = show(make_report())
    page.locator("#panel").get_by_role("button", name="社会组织").click()
    assert words(page, "#text .selected") == "9 家"
    assert words(page, "#text .evidence") == "2018年，区总工会新建工会 36 家，其中非公企业29家、社会组织 9 家。"
    assert page.locator("#panel tr[aria-current]").count() == 1
    assert page.url.endswith("#groups")
    card = page.locator("#card")
    assert card.locator("h2").inner_text() == "社会组织 9家"
    assert card.locator("blockquote mark").inner_text() == "9 家"
    card.get_by_role("button", name="新建工会 36家").click()
    assert page.url.endswith("#whole")
    assert card.locator("dt", has_text="其中").locator("+ dd").get_by_role("button").count() == 2
    page.keyboard.press("Escape")
    assert card.is_hidden()
    assert page.locator(".selected, .evidence").count() == 0
    assert page.url.endswith("#")


def test_selecting_words_shows_their_row_and_again_what_stands_around_them(show):
    page = show(make_report())
    page.get_by_role("tab", name="人物").click()
    page.locator("#text .fact", has_text="40 家以上").click()
    assert page.get_by_role("tab", name="数据").get_attribute("aria-selected") == "true"
    assert page.locator("#panel tr.selected .c-value").inner_text() == "≥40"
    page.locator("#layers label", has_text="地名等").click()
    inner = page.locator("#text .other.award")
    inner.click()
    assert page.locator("#card h2").inner_text() == "松坪区"
    inner.click()
    assert page.locator("#card h2").inner_text() == "何晓芸：松坪区五一劳动奖章"


def test_every_mention_of_a_repeat_is_listed_and_shown(show):
    page = show(make_report(), anchor="#whole")
    places = page.locator("#card dt", has_text="出处").locator("+ dd").get_by_role("button")
    assert [place.locator("mark").inner_text() for place in places.all()] == ["36 家", "36家"]
    assert page.locator("#card dt", has_text="规范指标").locator("+ dd").inner_text() == "新建工会"
    places.nth(1).click()
    assert words(page, "#text .selected") == "36家"


def test_the_page_of_the_file_is_named_where_it_has_pages(show):
    page = show(make_report(), anchor="#growth", places={"a&b/松坪.txt": Places({"growth": Place(12, ())})})
    assert page.locator("#card .kicker").inner_text() == "数据 · 第 12 页"


def test_notices_lead_to_the_figures_that_they_quote(show):
    page = show(make_report())
    assert page.locator("#panel .tag.notice").count() == 2
    page.get_by_role("tab", name="提示").click()
    page.get_by_role("button", name="分项超过总数").click()
    assert words(page, "#text .selected") == "36 家29家"


def test_sorting_keeps_parts_below_their_totals(show):
    page = show(make_report())
    head = page.locator("#panel thead").get_by_role("button", name="数值")
    head.click()
    assert cells(page, "value") == ["↑7.3", "36", "9", "29", "≥40", "约12.5万"]
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("数值")
    head.click()
    assert cells(page, "value") == ["约12.5万", "≥40", "36", "29", "9", "↑7.3"]
    assert page.locator("#panel tbody .part").count() == 2


CONDITIONS = {
    ">30": ["36", "约12.5万", "≥40"],
    "≥４０家": ["≥40"],
    "9-36": ["36", "29", "9"],
    "12万-13万": ["约12.5万"],
    "12-13万": ["约12.5万"],
    "<10%": ["↑7.3"],
    "=9": ["9"],
}


def test_values_filter_by_conditions(show):
    page = show(make_report())
    box = page.locator(".filter").get_by_label("数值")
    for condition, shown in CONDITIONS.items():
        box.fill(condition)
        assert cells(page, "value") == shown, condition
        assert box.get_attribute("aria-invalid") is None
    box.fill("nonsense")
    assert len(cells(page, "value")) == 6
    assert box.get_attribute("aria-invalid") is not None


def test_filters_combine_and_clear(show):
    page = show(make_report())
    page.locator(".filter").get_by_label("指标").fill("新建")
    assert cells(page, "value") == ["36", "≥40"]
    choose(page, "时期", "2019")
    assert cells(page, "value") == ["≥40"]
    assert page.locator(".badge").inner_text() == "2"
    choose(page, "性质", "actual")
    assert page.locator(".note").inner_text() == "没有符合条件的记录"
    page.get_by_role("button", name="清除筛选").click()
    assert len(cells(page, "value")) == 6
    choose(page, "精度", "about")
    assert cells(page, "subject") == ["全区"]
    page.get_by_role("button", name="清除筛选").click()
    page.locator(".filter").get_by_label("指标").fill("社会组织")
    assert "新建工会 › 社会组织" in cells(page, "indicator")[0]


def test_search_finds_words_in_text_and_records(show):
    page = show(make_report())
    page.keyboard.press("/")
    page.keyboard.type("社会组织")
    assert page.locator("#hits").inner_text() == "1 处"
    assert cells(page, "value") == ["36", "29", "9"]  # their sentence has it
    page.locator("#query").fill("新建工会")
    assert page.locator("#hits").inner_text() == "3 处"
    for keys, shown in (("Shift+Enter", "3 / 3"), ("Enter", "1 / 3"), ("Enter", "2 / 3"), ("Shift+Enter", "1 / 3")):
        page.keyboard.press(keys)
        assert page.locator("#hits").inner_text() == shown
    assert page.evaluate("[...CSS.highlights.get('search')].map(String)") == ["新建工会"] * 3
    page.locator("#query").fill("無")
    assert page.locator("#hits").inner_text() == "没有找到"


def test_layers_can_be_turned_off(show):
    page = show(make_report())
    mark = page.locator("#text .fact").first
    shown = mark.evaluate("node => getComputedStyle(node).backgroundColor")
    page.locator("#layers label", has_text="数据").click()
    assert mark.evaluate("node => getComputedStyle(node).backgroundColor") != shown
    mark.click()
    assert page.locator("#card").is_hidden()
    page.locator("#layers").get_by_label("数据").press("Space")
    mark.click()
    assert page.locator("#card").is_visible()


def test_links_lead_to_the_record_and_say_when_there_is_none(show):
    page = show(make_report(), anchor="#growth")
    assert words(page, "#text .selected") == "7.3%"
    assert page.locator("#panel tr.selected .c-value").inner_text() == "↑7.3"
    assert page.locator("#card .link").get_attribute("href") == "#growth"
    page.evaluate("location.hash = '#prize'")
    page.wait_for_selector("#tab-awards[aria-selected=true]")
    assert page.locator("#card h2").inner_text() == "何晓芸：松坪区五一劳动奖章"
    lost = show(make_report(), anchor="#gone")
    assert lost.locator("#hits").inner_text() == "页内没有这条记录"


def test_a_link_brings_its_row_into_view(show):
    report = make_report()
    facts = [dataclasses.replace(report.facts[3], id=f"f{number}") for number in range(400)]
    page = show(dataclasses.replace(report, facts=tuple(facts)), anchor="#f333")
    row, panel = page.locator("#panel tr.selected"), page.locator("#panel")
    page.wait_for_selector("#panel tr.selected")
    assert row.get_attribute("aria-rowindex") == "335"
    top, frame = row.bounding_box()["y"], panel.bounding_box()
    assert frame["y"] <= top <= frame["y"] + frame["height"]


def test_what_is_copied_is_what_the_library_writes(show):
    report = make_report()
    page = show(report, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制 CSV").click()
    page.wait_for_selector("text=已复制")
    written = io.StringIO()
    write(report, written, "csv")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert list(csv.reader(io.StringIO(copied))) == list(csv.reader(io.StringIO(written.getvalue())))
    page.get_by_role("button", name="复制 JSON").click()
    page.wait_for_selector("text=已复制")
    assert json.loads(page.evaluate("navigator.clipboard.readText()")) == report.to_dict()["facts"]
    page.get_by_role("tab", name="荣誉").click()
    page.get_by_role("button", name="何晓芸").first.click()
    page.locator("#card").get_by_role("button", name="复制 JSON").click()
    page.wait_for_selector("text=已复制")
    assert json.loads(page.evaluate("navigator.clipboard.readText()")) == report.to_dict()["awards"][0]
    page.locator("#card").get_by_role("button", name="复制链接").click()
    assert page.evaluate("navigator.clipboard.readText()").endswith("page.html#prize")


def test_only_rows_shown_are_copied_and_formulas_are_quoted(show):
    report = make_report()
    page = show(report)
    page.locator(".filter").get_by_label("指标").fill("社会")
    assert page.evaluate("['=1+1', '-5', '-a', '@x', 'a,\"b'].map(toCell)") == ["'=1+1", "-5", "'-a", "'@x", '"a,""b"']


def test_the_keyboard_reaches_everything(show):
    page = show(make_report())
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.url.endswith("#firms")
    page.keyboard.press("k")
    assert page.url.endswith("#whole")
    page.locator("#text").focus()
    page.keyboard.press("ArrowRight")
    assert page.url.endswith("#firms")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert page.url.endswith("#union")
    page.locator("[role=tab][aria-selected=true]").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("[role=tab][aria-selected=true]").get_attribute("id") == "tab-notices"
    assert page.evaluate("document.activeElement.id") == "tab-notices"
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").is_hidden()
    page.locator("#divider").focus()
    width = page.locator("#records").bounding_box()["width"]
    page.keyboard.press("ArrowLeft")
    assert page.locator("#records").bounding_box()["width"] > width


def test_a_selection_is_said_to_screen_readers(show):
    page = show(make_report(), anchor="#growth")
    assert page.locator("#said").inner_text() == "数据 职工总数 ↑7.3% · 2018年 · 区总工会"


def test_on_paper_all_records_stand_below_the_text(show):
    page = show(make_report())
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#paper caption").all_inner_texts() == ["数据", "荣誉", "人物", "机构", "提示"]
    assert page.locator("#paper .facts tbody tr").count() == 6
    assert page.locator("#records").is_hidden()
    numbers = page.locator("#text [data-number]").evaluate_all(
        "nodes => nodes.map(n => n.textContent + n.dataset.number)"
    )
    assert numbers[:2] == ["36 家1", "29家2"]
    assert page.pdf().startswith(b"%PDF")


def test_offsets_count_code_points(show):
    page = show(make_report(), anchor="#target")
    assert TEXT.index("😀") < TEXT.index("40 家以上")
    assert words(page, "#text .selected") == "40 家以上"
