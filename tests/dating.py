"""The dates of the facts of a text in a short notation, for tests of periods."""

from __future__ import annotations

import unionie
from unionie.records import Fact

REVIEW = "临溪县总工会2023年工作总结\n\n　　"
TWO_PARTS = """临溪县总工会工作报告

一、2023年工作回顾

　　发展会员5600人。

二、2024年工作安排

　　发展会员6000人，新建驿站20座。
"""


def when(fact: Fact) -> str:
    """The dates of a fact in the notation of the cases."""
    words = "!" if fact.modality == "target" else ""
    if fact.period:
        start, end = fact.period.start, fact.period.end
        whole = start[4:] == "-01-01" and end == f"{start[:4]}-12-31"
        words += start[:4] if whole else start if start == end else f"{start}/{end}"
    if fact.as_of:
        words += f"@{fact.as_of}"
    return words or "-"


def dates(text: str, published: str | None = "2024-02-01") -> list[str]:
    return [when(fact) for fact in unionie.extract(text, published=published).facts]
