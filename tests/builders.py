"""Records built by hand, for tests that need some without running the pipeline."""

from __future__ import annotations

import os
from decimal import Decimal
from typing import Any

from unionie import (
    Award,
    Entity,
    Extraction,
    Fact,
    Notice,
    Organization,
    Period,
    Person,
    Section,
    Span,
)

TEXT = """为湖滨高质量发展凝聚职工力量
发展会员5600余人，其中农民工会员4000多人，投保总金额达到109.67万元，协商建制率达85%以上，增长7.3%。
理赔总金额为507180.74元。青山区幼儿园周曼获云州市五一劳动奖章。力争2027年达到3.2亿元，帮助数十名职工。
"""
YEAR = Period(start="2018-01-01", end="2018-12-31", text="2018年")


def span(words: str, text: str = TEXT) -> Span:
    """The first place of ``words`` in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def make_fact(number: int, indicator: str, value: str, unit: str | None, mention: str, **fields: Any) -> Fact:
    """A fact of TEXT."""
    line = next(line for line in TEXT.splitlines() if mention in line)
    fields = {"period": YEAR, "mentions": (span(mention),), "evidence": span(line)} | fields
    return Fact(id=f"f{number}", indicator=indicator, value=Decimal(value), unit=unit, **fields)


def make_facts() -> tuple[Fact, ...]:
    """Facts with every mark that a table shows."""
    return (
        make_fact(1, "发展会员", "5600", "人", "5600余人", precision="over", subject="区总工会"),
        make_fact(2, "农民工会员", "4000", "人", "4000多人", precision="over", part_of="f1"),
        make_fact(3, "投保总金额", "1096700", "元", "109.67万元", unit_code="CNY"),
        make_fact(4, "协商建制率", "85", "%", "85%以上", precision="at_least", unit_code="%"),
        make_fact(5, "协商建制率", "7.3", "%", "7.3%", measure="change", direction="increase", baseline="year_on_year"),
        make_fact(6, "理赔总金额", "507180.74", "元", "507180.74元", as_of="2018-12-31", period=None),
        make_fact(7, "产值", "320000000", "元", "3.2亿元", modality="target"),
        make_fact(8, "帮助职工", "10", "名", "数十名", precision="vague"),
    )


def make_extraction(**fields: Any) -> Extraction:
    """An Extraction of TEXT with every kind of record; ``fields`` replace its own."""
    sentence = span("青山区幼儿园周曼获云州市五一劳动奖章。")
    own: dict[str, Any] = {
        "text": TEXT,
        "source": "reports/a.txt",
        "title": "为湖滨高质量发展凝聚职工力量",
        "authors": ("李昊", "欧阳文"),
        "publisher": "云州日报",
        "published": "2019-01-25",
        "region": "东江省云州市湖滨区",
        "period": YEAR,
        "sections": (Section(text="为湖滨高质量发展", span=span("为湖滨高质量发展"), level=1),),
        "facts": make_facts(),
        "awards": (
            Award(
                id="a1",
                recipient="周曼",
                recipient_type="person",
                affiliation="青山区幼儿园",
                award="云州市五一劳动奖章",
                level="city",
                year=2018,
                mentions=(span("云州市五一劳动奖章"),),
                evidence=sentence,
            ),
        ),
        "people": (
            Person(
                id="p1",
                name="周曼",
                organization="青山区幼儿园",
                titles=("园长", "教师"),
                role="awardee",
                mentions=(span("周曼"),),
            ),
        ),
        "organizations": (
            Organization(id="o1", name="青山区幼儿园", type="school", aliases=(), mentions=(span("青山区幼儿园"),)),
        ),
        "entities": (Entity(**span("周曼")._asdict(), label="PERSON", record="p1"),),
        "notices": (Notice(kind="repeat_disagrees", message="两处不一", evidence=(span("507180.74元"),)),),
    }
    return Extraction(**own | fields)


class DeadlyPage:
    """A page of a report that kills the worker process which receives it, as running out of memory would."""

    def __reduce__(self) -> tuple[Any, tuple[int]]:
        return os._exit, (1,)
