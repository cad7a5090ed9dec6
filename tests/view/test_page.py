"""The evidence page: what it holds, what it escapes, what its policy allows."""

import base64
import dataclasses
import hashlib
import json
import re
import shutil
import subprocess
from decimal import Decimal

import pytest

from unionie.records import Award, Entity, Extraction, Fact, Notice, Organization, Period, Person, Span
from unionie.view.blocks import cut_pieces
from unionie.view.page import render_page

HOSTILE = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
TEXT = (
    "松坪区总工会 2018 年工作回眸\n\n"
    "　　2018年，区总工会新建工会 36 家，其中非公\n企业29家。何晓芸被授予“松坪区五一劳动奖章”😀。\n"
    f"　　{HOSTILE}职工 300 人。\n"
)


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def build():
    sentence = span("2018年，区总工会新建工会 36 家，其中非公\n企业29家。")
    total = Fact(
        id="total", indicator="新建工会", value=Decimal("36"), unit="家", subject="区总工会",
        period=Period(start="2018-01-01", end="2018-12-31", text="2018年"), mentions=(span("36 家"),),
        evidence=sentence,
    )  # fmt: skip
    part = dataclasses.replace(
        total, id="part", indicator="非公\n企业", value=Decimal("29"), part_of="total", mentions=(span("29家"),)
    )
    hostile = dataclasses.replace(
        total, id="hostile", indicator=HOSTILE, value=Decimal("300"), unit="人", mentions=(span("300 人"),),
        evidence=span(f"{HOSTILE}职工 300 人。"),
    )  # fmt: skip
    name = span("何晓芸")
    return Extraction(
        text=TEXT,
        source="a&b.txt",
        title=f"松坪区总工会{HOSTILE}",
        region="松坪区",
        facts=(total, part, hostile),
        awards=(
            Award(
                id="prize", recipient="何晓芸", recipient_type="person", award="松坪区五一劳动奖章", level="county",
                year=2018, mentions=(span("松坪区五一劳动奖章"),),
                evidence=span("何晓芸被授予“松坪区五一劳动奖章”😀。"),
            ),
        ),
        people=(Person(id="he", name="何晓芸", mentions=(name,)),),
        organizations=(Organization(id="union", name="区总工会", type="union", mentions=(span("区总工会"),)),),
        entities=(Entity(text=name.text, start=name.start, end=name.end, label="PERSON", record="he"),),
        notices=(Notice(kind="parts", message="29 < 36", evidence=(span("29家"),)),),
    )  # fmt: skip


def blocks_of(page):
    pattern = r'<script type="application/json" id="(\w+)">(.*?)</script>'
    return {name: json.loads(plain) for name, plain in re.findall(pattern, page, flags=re.DOTALL)}


def test_every_record_and_its_evidence_is_in_the_page():
    extraction = build()
    report = blocks_of(render_page([extraction]))["r0"]
    assert report["text"] == TEXT
    for kind in ("facts", "awards", "people", "organizations"):
        assert [row["id"] for row in report[kind]] == [record.id for record in getattr(extraction, kind)]
        for row, record in zip(report[kind], getattr(extraction, kind), strict=True):
            assert row["mentions"] == [[each.start, each.end] for each in record.mentions]
    assert report["facts"][1]["part_of"] == "total"
    assert report["facts"][0]["value"] == "36"
    assert report["facts"][0]["evidence"] == list(extraction.facts[0].evidence[:2])
    assert report["notices"][0]["message"] == "29 < 36"
    assert report["entities"] == [[extraction.entities[0].start, extraction.entities[0].end, "PERSON", "he"]]


def test_text_of_reports_cannot_end_its_element():
    page = render_page([build()])
    assert "<img" not in page
    assert "<script>document" not in page
    assert page.count("<script") == page.count("</script>") == 3
    title = re.search(r"<title>(.*?)</title>", page)
    assert title is not None
    assert "&lt;script&gt;" in title[1]


def test_policy_allows_only_the_pages_own_script_and_style():
    page = render_page([build()])
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none';")
    assert "unsafe" not in policy[1]
    for name in ("script", "style"):
        content = re.search(rf"<{name}>(.*?)</{name}>", page, flags=re.DOTALL)
        assert content is not None
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy[1]
    assert not re.search(r'(src|href)="', page)
    assert not re.search(r'\son\w+="', page)


def test_placeholders_in_reports_are_left_alone():
    page = render_page([Extraction(text="{{script}} 与 {{policy}}", title="{{style}}")])
    assert blocks_of(page)["r0"]["text"] == "{{script}} 与 {{policy}}"
    assert "<title>{{style}}</title>" in page


@pytest.mark.parametrize("text", ["", "  \n", "\ud800 半个 5 人", "\x00 5 人 \u2028", "一" * 20000, "\r\n5\r\n"])
def test_odd_texts_make_a_page_that_can_be_written(text):
    page = render_page([Extraction(text=text, title=text[:9] or None)])
    page.encode("utf-8")
    assert blocks_of(page)["r0"].get("text", "") == text


def test_many_reports_and_none():
    page = render_page([build(), Extraction(text="", status="failed", error="not a text"), build()])
    blocks = blocks_of(page)
    assert sorted(blocks) == ["index", "r0", "r1", "r2"]
    assert blocks["index"][1] == {
        "status": "failed",
        "error": "not a text",
        "facts": 0,
        "awards": 0,
        "people": 0,
        "notices": 0,
    }
    assert blocks["index"][0]["facts"] == 3
    assert blocks_of(render_page([]))["index"] == []


def test_a_page_stays_small():
    small = len(render_page([build()]).encode())
    large = len(render_page([build()] * 101).encode())
    assert small < 60_000
    assert (large - small) / 100 < 6_000


def test_pieces_hold_every_character_that_is_not_space():
    pieces = cut_pieces(TEXT)
    held = "".join(TEXT[piece.start : piece.end] for piece in pieces)
    assert "".join(held.split()) == "".join(TEXT.split())
    assert [piece.start for piece in pieces] == sorted(piece.start for piece in pieces)


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to open the page in")
def test_a_browser_shows_text_and_records_and_runs_nothing_else(tmp_path):
    (tmp_path / "page.html").write_text(render_page([build()]), encoding="utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    address = f"{(tmp_path / 'page.html').as_uri()}#part"
    done = subprocess.run(
        [*command, "--lang=zh-CN", "--dump-dom", address], capture_output=True, text=True, timeout=60, check=True
    )
    dom = done.stdout
    article = dom[dom.index("<article") : dom.index("</article>")]
    assert "<title>owned" not in dom
    assert "&lt;/script&gt;&lt;script&gt;" in article
    assert "<img" not in dom
    assert re.sub(r"<[^>]*>", "", article).count("其中非公企业29家") == 1
    assert '<span class="fact selected">29家</span>' in re.sub(
        r'class="([^"]*?) evidence( selected)?"', r'class="\1\2"', article
    )
    assert dom.count('data-id="') >= 7
    row = dom.index('data-id="part"')
    assert 'class="depth1"' in dom[row : row + 200]
    assert 'class="detail"' in dom[row:]
