"""The notebook display: static, escaped, short."""

import copy
import dataclasses
import pickle
import re
from decimal import Decimal

import pytest

from builders import make_extraction
from unionie.records import Entity, Extraction, Fact, Notice, Period, Records, Span
from unionie.view.notebook import CHARACTERS, ROWS, render_extraction

TEXT = (
    "工会<script>alert(1)</script>\n\n"
    "　　一年来，在区委和市总工会的坚强领导下，全区各级工会主动作为，服务大局。区总工会发展会员5600\n"
    "余人，覆盖率85%以上。\n"
)


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def build():
    fact = Fact(
        id="f", indicator="发展会员", value=Decimal("5600"), unit="人", precision="over", subject="区总工会",
        period=Period(start="2018-01-01", end="2018-12-31"), mentions=(span("5600\n余人"),),
        evidence=span("区总工会发展会员5600\n余人"),
    )  # fmt: skip
    rate = dataclasses.replace(
        fact, id="g", indicator="覆盖率", value=Decimal("85"), unit="%", precision="at_least", direction="increase",
        period=None, as_of="2018-12-31", mentions=(span("85%以上"),),
    )  # fmt: skip
    name = span("区总工会")
    return Extraction(
        text=TEXT,
        title="工会<script>alert(1)</script>",
        source='a"b.txt',
        facts=(fact, rate),
        entities=(Entity(text=name.text, start=name.start, end=name.end, label="ORG"),),
        notices=(Notice(kind="repeat", message="5600 & 5700"),),
    )


def test_facts_values_and_evidence_are_shown():
    shown = render_extraction(build())
    for words in (
        "发展会员",
        ">5,600余</td>",
        ">人</td>",
        ">2018年</td>",
        "区总工会",
        ">↑≥85</td>",
        ">至2018年底</td>",
        "5600余人",
        "5600 &amp; 5700",
    ):
        assert words in shown, words
    assert re.search(r'<span style="[^"]*" title="发展会员 = 5,600余人 · 2018年 · 区总工会">5600余人</span>', shown)
    assert 'title="ORG">区总工会</span>' in shown


def test_it_is_static_and_escaped():
    shown = render_extraction(build())
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
    assert "<style" not in shown
    assert "<link" not in shown
    assert not re.search(r"\son\w+=", shown)
    assert "a&quot;b.txt" in shown


def test_tags_are_balanced():
    shown = render_extraction(build())
    for tag in ("div", "table", "tr", "td", "details", "p", "span"):
        assert len(re.findall(rf"<{tag}\b", shown)) == shown.count(f"</{tag}>"), tag


def test_long_reports_are_cut_and_counted():
    text = "全区职工5人。\n" * 1000
    mentions = [Span(start, start + 2, "5人") for start in range(4, len(text), 8)]
    facts = tuple(
        Fact(id=str(number), indicator="职工", value=Decimal(5), mentions=(each,), evidence=each)
        for number, each in enumerate(mentions)
    )
    shown = render_extraction(Extraction(text=text, facts=facts))
    assert f"… {1000 - ROWS} more" in shown
    assert "more characters" in shown
    assert len(shown) < 60 * CHARACTERS


@pytest.mark.parametrize("text", ["", "\ud800", "\x00", "5 人"])
def test_odd_and_failed_extractions_are_shown(text):
    shown = render_extraction(Extraction(text=text, status="failed", error="cannot <read>"))
    shown.encode("utf-8")
    assert "cannot &lt;read&gt;" in shown


def test_parts_stand_below_their_totals_and_exact_values_are_kept():
    shown = render_extraction(make_extraction())
    assert shown.index(">发展会员<") < shown.index("└&nbsp;</span>农民工会员")
    assert 'title="507180.74"' in shown
    assert ">109.67万<" in shown
    assert "target</span>" in shown


@pytest.mark.parametrize("table", ["facts", "awards", "people", "organizations", "entities", "notices"])
def test_records_of_one_kind_show_themselves(table):
    records = getattr(make_extraction(), table)
    shown = records._repr_html_()
    assert shown.count("<tr") == 1 + len(records)
    assert "<script" not in shown
    assert records[:0]._repr_html_() == "<code>()</code>"


def test_records_are_the_tuple_that_they_were():
    facts = make_extraction().facts
    plain = tuple(facts)
    assert facts == plain
    assert hash(facts) == hash(plain)
    assert isinstance(facts, tuple)
    assert type(plain) is tuple
    assert type(facts[1:3]) is Records
    assert facts[1:3] == plain[1:3]
    assert facts[-1] is plain[-1]
    assert type(copy.deepcopy(facts)) is type(pickle.loads(pickle.dumps(facts))) is Records
    assert type(make_extraction(facts=list(facts)).facts) is Records
    assert Records(fact for fact in facts if fact.unit == "%")._repr_html_().count("<tr") == 3
