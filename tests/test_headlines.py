"""The choice of the headline, fitted to annotated reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from unionie.clean import clean_text
from unionie.clean.headline import choose_headline, find_traits
from unionie.corpora import GoldReport
from unionie.evaluate.headlines import find_choices, fit_headline, main
from unionie.rules import load_table, parse_table

BODY = "\n\n　　2018年，全市各级工会新建基层组织36家，发展会员5600余人。\n"
HEADS = {
    "民生速递\n北山县账本怎么样": "北山县账本怎么样",
    "基层动态\n九台区工会走进车间": "九台区工会走进车间",
    "“铁牛”下地忙\n南川县备耕见闻": "“铁牛”下地忙",
}


def make_reports() -> list[GoldReport]:
    return [GoldReport(id=head[:4], text=head + BODY, split="train", title=title) for head, title in HEADS.items()]


def test_the_fit_weighs_what_tells_headlines_apart() -> None:
    choices = find_choices([*make_reports(), GoldReport(id="x", text="唯一的标题" + BODY, title="唯一的标题")])
    assert len(choices) == 3  # where one line stands alone there is nothing to choose
    weights = fit_headline(choices)
    assert weights["short"] < 0 < weights["quotes"]


@pytest.mark.parametrize(("head", "title"), HEADS.items())
def test_the_packaged_weights_choose(head: str, title: str) -> None:
    texts = head.split("\n")
    assert texts[choose_headline(texts, [0, 1], [None, None]) or 0] == title
    assert clean_text(head + BODY).read_headlines("title") == [title]


def test_every_weight_is_one_of_a_trait() -> None:
    lines = [
        "路虽远",
        "大河日报",
        "经济·要闻",
        "关于表彰的决定",
        "【快讯】！",
        "地点：“三楼”",
        "3月8日讯",
        "北山　家在旁",
    ]
    lines += ["前路多风雨　后方有工会", "北山县人民政府"]
    words = {trait for line in range(len(lines)) for trait in find_traits(lines, line, [None] * len(lines))}
    stands = {f"over {kind}" for kind in ("byline", "dateline", "furniture", "paragraph", "subtitle")}
    assert {row["id"] for row in load_table("headline")} <= words | stands


def test_main_writes_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"id": each.id, "title": each.title, "text": each.text} for each in make_reports()]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (tmp_path / "train.jsonl").write_text(lines, encoding="utf-8")
    main(tmp_path)
    table = parse_table(capsys.readouterr().out, source="headline.tsv")
    assert "short" in {row["id"] for row in table}
