"""The evidence page as a file: what it holds, what it escapes, what its policy allows, how big it is."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import re
import zlib

import pytest

from evidence import TEXT, make_report, make_run
from unionie import Extraction
from unionie.io.rows import TABLES, get_columns
from unionie.view.layout import lay_out
from unionie.view.page import render_page
from unionie.view.words import load_words

HOSTILE = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"


def blocks_of(page):
    pattern = r'<script type="(application/json|text/plain)" id="(\w+)">(.*?)</script>'
    blocks = {}
    for kind, name, content in re.findall(pattern, page, flags=re.DOTALL):
        plain = content if kind == "application/json" else zlib.decompress(base64.b64decode(content))
        blocks[name] = json.loads(plain)
    return blocks


def records_of(blocks, name="r0"):
    schema = blocks["index"]["schema"]
    return {
        table: [dict(zip(fields, row, strict=True)) for row in blocks[name][table]] for table, fields in schema.items()
    }


def test_every_record_and_its_evidence_is_in_the_page():
    extraction = make_report()
    blocks = blocks_of(render_page([extraction]))
    assert blocks["r0"]["text"] == TEXT
    records = records_of(blocks)
    for kind in ("facts", "awards", "people", "organizations"):
        assert [row["id"] for row in records[kind]] == [record.id for record in getattr(extraction, kind)]
        for row, record in zip(records[kind], getattr(extraction, kind), strict=True):
            assert row["mentions"] == [[each.start, each.end] for each in record.mentions]
    assert records["facts"][1]["part_of"] == "whole"
    assert records["facts"][3]["value"] == "125000"
    assert records["facts"][0]["period"] == ["2018-01-01", "2018-12-31", "2018年"]
    assert records["facts"][0]["evidence"] == list(extraction.facts[0].evidence[:2])
    assert records["notices"][0]["message"] == "29 + 9 > 36"
    assert [row["record"] for row in records["entities"]] == ["he", None]


def test_text_of_reports_cannot_end_its_element():
    page = render_page([Extraction(text=f"一{HOSTILE}", title=HOSTILE, source=HOSTILE, publisher="<!--<script>")])
    assert "<img" not in page
    assert "<script>document" not in page
    assert "<!--" not in page
    assert page.count("<script") == page.count("</script>") == 3
    title = re.search(r"<title>(.*?)</title>", page)
    assert title is not None
    assert "&lt;script&gt;" in title[1]


@pytest.mark.parametrize("count", [1, 2])
def test_policy_allows_only_the_pages_own_script_and_style(count):
    page = render_page(make_run(count))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none';")
    assert "unsafe" not in policy[1]
    for name in ("script", "style"):
        content = re.search(rf"<{name}>(.*?)</{name}>", page, flags=re.DOTALL)
        assert content is not None
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy[1]
    assert not re.search(r'src="', page)
    assert re.findall(r'href="([^"]*)"', page) == ["#records"]
    assert not re.search(r'\son\w+="|\sstyle="', page)


def test_placeholders_in_reports_are_left_alone():
    page = render_page([Extraction(text="{{script}} 与 {{policy}}", title="{{style}}")])
    assert blocks_of(page)["r0"]["text"] == "{{script}} 与 {{policy}}"
    assert "<title>{{style}}</title>" in page


@pytest.mark.parametrize("text", ["", "  \n", "\ud800 半个 5 人", "\x00 5 人 \u2028", "一" * 20000, "\r\n5\r\n"])
@pytest.mark.parametrize("count", [1, 2])
def test_odd_texts_make_a_page_that_can_be_written(text, count):
    page = render_page([Extraction(text=text, title=text[:9] or None)] * count)
    page.encode("utf-8")
    assert blocks_of(page)["r0"].get("text", "") == text


def test_many_reports_and_none():
    failed = Extraction(text="", status="failed", error="not a text")
    blocks = blocks_of(render_page(iter([make_report(), failed, make_report()])))
    assert sorted(blocks) == ["index", "r0", "r1", "r2"]
    first, second, _ = blocks["index"]["reports"]
    assert (first["facts"], first["notices"], first["region"]) == (6, 1, "松坪区")
    assert (second["status"], second["error"], second["facts"]) == ("failed", "not a text", 0)
    assert blocks_of(render_page([]))["index"]["reports"] == []


def test_a_page_stays_small():
    small = len(render_page([make_report()]).encode())
    large = len(render_page(make_run(101)).encode())
    assert small < 120_000
    assert (large - small) / 100 < 2_000


def test_pieces_hold_every_character_that_is_not_space():
    pieces = lay_out(TEXT).pieces
    held = "".join(TEXT[piece.start : piece.end] for piece in pieces)
    assert "".join(held.split()) == "".join(TEXT.split())
    assert [piece.start for piece in pieces] == sorted(piece.start for piece in pieces)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("全区職工總數三百人，發展會員五十人。", "zh-Hant"),
        (TEXT, "zh-Hans"),
        ("", "zh-Hans"),
        ("著名作家发表作品三部。", "zh-Hans"),
    ],
)
def test_traditional_text_is_set_as_such(text, lang):
    assert lay_out(text).lang == lang


def test_every_column_and_value_has_its_words():
    words = load_words()
    for table in TABLES:
        for column in get_columns(table):
            assert column.name in words
            for choice in column.choices:
                assert f"{column.name}.{choice}" in words
    assert all(zh and en for zh, en in words.values())


def test_a_report_without_title_or_source_is_numbered():
    bare = dataclasses.replace(make_report(), source=None, title=None)
    assert "<title>unionie</title>" in render_page([bare])
