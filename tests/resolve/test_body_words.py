"""What a text calls itself, where that alone tells whose report it is."""

from __future__ import annotations

import pytest

import unionie


def subjects(text: str) -> list[str | None]:
    return [fact.subject for fact in unionie.extract(text, published="2024-02-01").facts]


@pytest.mark.parametrize("own", ["我行", "我馆", "我公司", "我中心"])
def test_what_a_house_calls_itself_in_its_headline(own: str) -> None:
    text = f"工作简报\n第14期\n——{own}上半年工作情况\n\n　　上半年，县口罩厂获贷500万元。\n　　累计让利2300万元。"
    assert subjects(text)[1:] == [own]


def test_a_company_however_it_is_called() -> None:
    text = (
        "四十周年大事记\n\n1999年　首台络筒机下线，出口64台。\n2001年　公司被评为守信企业。\n"
        "2014年　张小北卸任，李大江接任董事长兼总经理；5月，股份公司挂牌。\n2018年　用工减少38%。公司被评为示范企业。"
    )
    assert subjects(text) == ["公司", "公司"]


def test_an_area_that_a_text_speaks_of_where_bodies_are_named_once_each() -> None:
    text = (
        "劳动者站上领奖台\n\n　　昨天，全市表彰大会举行。300名劳模受到表彰。\n"
        "　　青禾集团荣获省五一劳动奖状。\n　　甲港集团吊桥班荣获省工人先锋号。"
    )
    assert subjects(text) == ["全市"]
