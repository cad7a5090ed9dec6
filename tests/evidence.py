"""Reports with every kind of record, invented, for the tests of the evidence page."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

from unionie import Award, Entity, Extraction, Fact, Notice, Organization, Period, Person, Section, Span

TEXT = (
    "松坪区总工会 2018 年工作回眸\n\n"
    "一、基本情况\n"
    "　　一年来，全区各级工会主动作为，服务大局，各项工作取得新的成绩。2018年，区总工会新建工会 36 家，其中非公\n"
    "企业29家、社会组织 9 家。职工总数约 12.5 万人，同比增长7.3%。\n"
    "二、表彰\n"
    "　　何晓芸被授予“松坪区五一劳动奖章”😀。2019年力争新建工会 40 家以上。全区新建工会36家。\n"
)
YEAR = Period(start="2018-01-01", end="2018-12-31", text="2018年")


def quote(words: str, text: str = TEXT, behind: str = "") -> Span:
    """The first place of ``words`` in ``text`` behind the words ``behind``."""
    start = text.index(words, text.index(behind) if behind else 0)
    return Span(start, start + len(words), words)


def make_fact(name: str, indicator: str, value: str, unit: str, *mentions: Span, **fields: Any) -> Fact:
    """A fact of TEXT whose sentence is the line or sentence around its first mention."""
    sentences = [quote("2018年，区总工会新建工会 36 家，其中非公\n企业29家、社会组织 9 家。")]
    sentences += [quote(words) for words in ("职工总数约 12.5 万人，同比增长7.3%。", "2019年力争新建工会 40 家以上。")]
    evidence = next(each for each in sentences if each.start <= mentions[0].start < each.end)
    own: dict[str, Any] = {"subject": "区总工会", "subject_full": "松坪区总工会", "period": YEAR, "evidence": evidence}
    return Fact(id=name, indicator=indicator, value=Decimal(value), unit=unit, mentions=mentions, **own | fields)


def make_report(**fields: Any) -> Extraction:
    """An Extraction of TEXT: a total with two parts and a repeat, a change, a target, an award, names, a notice."""
    whole, again, name = quote("36 家"), quote("36家"), quote("何晓芸")
    union, place = quote("区总工会", behind="2018年，"), quote("松坪区", behind="被授予")
    own: dict[str, Any] = {
        "text": TEXT,
        "source": "a&b/松坪.txt",
        "title": "松坪区总工会 2018 年工作回眸",
        "region": "松坪区",
        "period": YEAR,
        "sections": (Section(text="一、基本情况", span=quote("一、基本情况"), level=1),),
        "facts": (
            make_fact(
                "whole", "新建工会", "36", "家", whole, again,
                concept="union.new_unions", rule="facts.left", confidence=0.96,
            ),
            make_fact("firms", "非公\n企业", "29", "家", quote("29家"), part_of="whole"),
            make_fact("groups", "社会组织", "9", "家", quote("9 家"), part_of="whole"),
            make_fact("staff", "职工总数", "125000", "人", quote("约 12.5 万人"), precision="about", subject="全区"),
            make_fact(
                "growth", "职工总数", "7.3", "%", quote("7.3%"),
                measure="change", direction="increase", baseline="year_on_year",
            ),
            make_fact(
                "target", "新建工会", "40", "家", quote("40 家以上"), precision="at_least", modality="target",
                period=Period(start="2019-01-01", end="2019-12-31", text="2019年"),
            ),
        ),
        "awards": (
            Award(
                id="prize", recipient="何晓芸", recipient_type="person", award="松坪区五一劳动奖章", level="county",
                year=2018, mentions=(quote("松坪区五一劳动奖章"),),
                evidence=quote("何晓芸被授予“松坪区五一劳动奖章”😀。"),
            ),
        ),
        "people": (Person(id="he", name="何晓芸", role="awardee", mentions=(name,)),),
        "organizations": (Organization(id="union", name="区总工会", type="union", mentions=(union,)),),
        "entities": (
            Entity(**name._asdict(), label="PERSON", record="he"),
            Entity(**place._asdict(), label="LOC"),
        ),
        "notices": (Notice(kind="parts_exceed_total", message="29 + 9 > 36", evidence=(whole, quote("29家"))),),
    }  # fmt: skip
    return Extraction(**own | fields)


def make_run(count: int) -> list[Extraction]:
    """A run of that many reports; each has its number in its title and in the value of its first fact."""
    report = make_report()
    whole, *others = report.facts
    return [
        dataclasses.replace(
            report,
            source=f"run/{number:03}.txt",
            title=f"第{number}号报告",
            facts=(dataclasses.replace(whole, value=Decimal(number)), *others),
        )
        for number in range(1, count + 1)
    ]
