"""Which of the lines at the head of a report is its headline.

Enters: the lines that could be it, and what stands below each. Leaves: one of them. Next: ``front`` calls the others
subtitles.

Over a headline stand the name of a column, of a newspaper or of the body that speaks, a couplet or a fact; below it a
subtitle, a second fact. No single sign tells them apart, so each trait of a line has a weight, and the heaviest line
is the headline (a log-linear choice, `rules/data/headline.tsv`, fitted by ``unionie.evaluate.headlines``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from unionie.clean.types import BlockKind
from unionie.rules import load_table

__all__ = ["choose_headline", "find_traits", "label_length", "names_bodies", "names_digest", "names_genre"]

_GENRE = re.compile(
    r"(?:报告|公报|综述|总结|小结|回眸|纪实|决定|通报|通知|公告|意见|讲话|致辞|年报|概况|情况|方案|要点|计划|简报|白皮书|公示"
    r"|述职|巡礼|侧记|记录|纪要|实录)"
    r"(?:[（(《].{1,20}[）)》])?$"
)
_ASIDE = re.compile(r"[（(][^（）()]*[）)]$")
_BODY = (
    r"[\u3400-\u9fff（）()]{1,30}(?:委|政府|局|会|院|厅|部|室|办|公司|集团|中心|处|司|署|厂|校|学|队|科|股|所|社|站)"
)
_ISSUER = re.compile(rf"^(?!.*(?:召开|举[办行]|开展)){_BODY}(?:[ \t\u3000、]+{_BODY}){{0,3}}$")
_DIGEST = re.compile("(?:快讯|[简短]讯|要闻|速览|速递)$")
_LINES = 5  # that a headline is looked for in
_COLUMN = 3  # characters: 要闻 is no headline
_SHORT = 6  # characters of the name of a column: 民生速递
_COUPLET = re.compile(r"^([\u3400-\u9fff]{4,9})[ \t\u3000]+([\u3400-\u9fff]{4,9})$")
_PAPER = re.compile(
    r"^[\u3400-\u9fff]{2,12}(?:报(?:$|[ \t\u3000]*\d{4})|年鉴(?:$|[（(\d]))|^[\u3400-\u9fff]{0,12}新闻稿$"
    r"|^[\u3400-\u9fff]{2}(?:要闻|简讯|动态|消息|新闻|报[道导]|快讯|资讯|交流|园地|天地|之窗)$"
)
_LABEL = r"(?:名称|题名|题目|篇名|主?标题|主题)[：:]\s*"
_LABELLED = re.compile(rf"{_LABEL}|【[^】\n]{{2,8}}】(?=[^\n]{{6}})")
_TRAITS = {
    "genre": _GENRE,  # 综述, 报告
    "column": re.compile(r"^[◆■●★▲]?[\u3400-\u9fff\d]{2,12}(?:·[\u3400-\u9fff\d]{2,10})+$"),  # 劳模风采·人物专访
    "paper": _PAPER,
    "mark": re.compile(r"[【\[（(★◆■●▲◎※]"),
    "label": re.compile(rf"(?!{_LABEL})[\u3400-\u9fff \u3000]{{2,6}}[：:／/|｜]"),  # 地点：…
    "date": re.compile(r"(?:\d{2,4}年)?\d{1,2}月\d{1,2}日"),
    "exclaims": re.compile(r".*[！？]"),
    "quotes": re.compile(".*[“「]"),
    "phrases": re.compile(r"[^\s，。；：]{4,24}[ \t\u3000]+[^\s，。；：\d]{5,24}$"),  # one is said beside the other
    "gap": re.compile(r".*[ \t\u3000]"),
}


def label_length(text: str) -> int:
    """Return how many characters of a headline only say that it is one, or in which column: 标题：…, 【年终盘点】…."""
    label = _LABELLED.match(text)
    return label.end() if label else 0


def choose_headline(texts: Sequence[str], lines: Sequence[int], kinds: Sequence[BlockKind | None]) -> int | None:
    """Return which of the ``lines`` (places in ``texts``) is the headline; ``kinds`` are those known so far."""
    lines = [line for line in lines if len(texts[line]) > _COLUMN] or lines
    if len(lines) < 2:
        return lines[0] if lines else None
    weights = _weights()
    chosen = max(
        lines[:_LINES], key=lambda line: sum(weights.get(trait, 0.0) for trait in find_traits(texts, line, kinds))
    )
    return next(line for line in lines if texts[line].endswith(texts[chosen]))


def find_traits(texts: Sequence[str], line: int, kinds: Sequence[BlockKind | None]) -> set[str]:
    """Return what a line shows by its own words and by the line below it."""
    text = texts[line]
    found = {trait for trait, pattern in _TRAITS.items() if pattern.search(text)}
    couplet = _COUPLET.match(text)
    if couplet and len(couplet[1]) == len(couplet[2]):
        found.add("couplet")
    if names_bodies(_ASIDE.sub("", text)):
        found.add("issuer")
    if len(text) - text.count(" ") - text.count("\u3000") <= _SHORT:
        found.add("short")
    below = kinds[line + 1] if line + 1 < len(texts) else "paragraph"
    return found | {f"over {below}"} if below else found


@cache
def _weights() -> dict[str, float]:
    return {row["id"]: float(row["weight"]) for row in load_table("headline")}


def names_bodies(text: str) -> bool:
    """Return whether the line is nothing but names of bodies, as over a joint decision."""
    return _ISSUER.match(text) is not None


def names_genre(text: str) -> bool:
    """Return whether the line ends in what such a text is called: 报告, 公报, 综述."""
    return _GENRE.search(text) is not None


def names_digest(text: str) -> bool:
    """Return whether a headline is that of many pieces of news, each about something else: 国内联播快讯."""
    return _DIGEST.search(text) is not None
