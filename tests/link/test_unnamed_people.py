"""Figures of people whom a clause is about without their names."""

from __future__ import annotations

import pytest

import unionie

HEAD = "青禾合作社见闻\n\n　　青禾合作社有社员126人。\n"


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("　　“我家种了18亩桃。”她笑着说。", [None]),
        ("　　“我们社员去年分红6300元。”她说。", ["青禾合作社"]),
        ("　　“我为乡亲出个主意”活动收到建议86条。", ["青禾合作社"]),
        ("　　“我刚来时，社员只有16人。”", ["青禾合作社"]),
    ],
)
def test_who_speaks_of_himself(text: str, subjects: list[str | None]) -> None:
    assert [fact.subject for fact in unionie.extract(HEAD + text).facts][1:] == subjects


def test_whom_a_portrait_describes() -> None:
    text = (
        "云州好人\n\n★助人为乐　张小北\n　　男，1956年生，云州市第一纺织厂退休工人。修路63公里，架桥8座。\n"
        "★见义勇为　李大江\n　　青石镇梅岗村村民。救出群众27人。"
    )
    assert {fact.subject for fact in unionie.extract(text).facts} == {None}
