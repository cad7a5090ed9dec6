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


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("　　初三（2）班陈小树获市物理竞赛一等奖。课后服务开设课程84门。", ["柳溪中学"]),
        ("　　陈小树等48名同学受到表彰，其中女生31名。", ["柳溪中学", "柳溪中学"]),
        ("　　陈小树，校门卫，获市五一劳动奖章。巡夜2100次。", [None]),
    ],
    ids=["whose honour is told", "one of several", "whom a paragraph is about"],
)
def test_what_is_no_more_of_the_person_named(text: str, subjects: list[str | None]) -> None:
    report = unionie.extract("柳溪中学工作总结\n\n　　柳溪中学有学生1800人。\n" + text)
    assert [fact.subject for fact in report.facts][1:] == subjects
