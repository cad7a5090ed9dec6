"""What is no number though it looks like one: words, codes, documents, clauses, quoted short forms.

Enters: folded text and where a numeral stands. Leaves: True, or the end of the word that holds it.
Next: ``quantities`` and ``numbers`` skip it. The words are ``rules/data/nonnumbers.tsv``.
"""

from __future__ import annotations

import re

from unionie.rules.ruleset import of_rules, rows_of
from unionie.values.folding import fold

__all__ = ["in_code", "in_slogan", "in_word", "is_paired", "is_quoted_form", "is_tail", "splits_word", "word_end"]

_NUMERAL = frozenset("零一二三四五六七八九十百千万亿两半几数双")
_ONE_BEFORE = frozenset("统唯专单同归划逐惟如每下上这那哪另某第任之其均万头前新")
_DAY_BEFORE = re.compile("(?:(?<![0-9一二两三四五六七八九十几])周|星期|礼拜|初)$")
_LENGTHS = ("年", "天", "个")  # 周三个班次, 年初三天
_COINS = re.compile("[0-9零一二三四五六七八九][0-9零一二三四五六七八九]?[角毛分]|钱")
_PRICED = re.compile("每[一-鿿]{1,3}$")
_BREAKS = frozenset(" \n\u00a0·•,")
_HEAD = re.compile(r"[一-鿿] ?[0-9]+ [.·•] $|[一-鿿][0-9][0-9.,·•]*(?:[·•,]|[ \u00a0]?[.·•,]?[ \n\u00a0]{1,2})$")
_PAIRED = re.compile(
    r"([一二两三四五六七八九十百千万])(?![元块毛角斤两米里年点成]|丈.尺|尺.寸)([\u4e00-\u9fff])(?<![零一二三四五六七八九十百千万至到和与及或])(?!百分)"
    r"([一二两三四五六七八九十百千万])(?![零一二三四五六七八九十百千万])[\u4e00-\u9fff]"
)
_OPENERS = frozenset('“"「『《〈‘【')
_CLOSER = re.compile(r"[^“”\"「」『』《》〈〉‘’【】，。；\n]{1,10}[”\"」』》〉’】]")

_OPENER = re.compile(r"[“「『《〈‘【][^“”「」『』《》〈〉‘’【】，。；：！？\n\t]*$")
_INNER_CLOSER = re.compile(r"[^“”「」『』《》〈〉‘’【】，。；：！？\n\t]{0,10}[”」』》〉’】]")
_NAMED = re.compile(r"(?:行动|工程|计划|活动|攻坚|攻坚战|工作法|模式|机制|项目|政策|新政|体系|格局)[”」』》〉’】]$")
_SHORT = 12  # characters of a quotation that may be a name
_PREFIX = 3


@of_rules
def _words() -> dict[str, list[tuple[str, int]]]:
    """Return the words by their numeral and the character behind it, or before it where none is behind."""
    index: dict[str, list[tuple[str, int]]] = {}
    for row in rows_of("nonnumbers"):
        for word in fold(row["words"]).split(" "):
            for at, c in enumerate(word):
                if (c in _NUMERAL or c.isdigit()) and not (at and word[at - 1] in _NUMERAL and word[at - 1] != "双"):
                    first = at if at + 1 < len(word) else max(0, at - 1)
                    index.setdefault(word[first : first + 2], []).append((word, at))
    for places in index.values():
        places.sort(key=lambda place: -len(place[0]))
    return index


def in_word(text: str, start: int) -> int:
    """Return where the word, idiom or slogan ends that holds the numeral at ``start``; 0 if there is none."""
    words = _words()
    for key in (text[start : start + 2], text[start - 1 : start + 1], text[start]):
        for word, at in words.get(key, ()):
            if start >= at and text.startswith(word, start - at):
                return start - at + len(word)
    return 0


def word_end(text: str, start: int) -> int:
    """Return where the word ends that holds the numeral; a mark before it (上万名), 分之 or a price frees it."""
    marked = start and text[start - 1] in "上近超逾过破约达" and not text.startswith("本线", start + 1)
    if marked or text.startswith(("分之", "分钟"), start + 1):
        return 0
    if text.startswith("元", start + 1) and (
        _COINS.match(text, start + 2) or _PRICED.search(text, max(0, start - 4), start)
    ):
        return 0
    return in_word(text, start)


def is_tail(text: str, start: int) -> bool:
    """Say whether digits go on from others: 12⏎|345万元, 7. |3%, 12·|5%; a mark of a list stands behind no word."""
    return start > 1 and text[start - 1] in _BREAKS and _HEAD.search(text, max(0, start - 24), start) is not None


def splits_word(text: str, start: int, run: str) -> bool:
    """Say whether the character before a Chinese numeral makes a word with it: 统一, 周三, 每一."""
    if not start or len(run) > 1:
        return False
    if run == "一" and text[start - 1] in _ONE_BEFORE:
        return True
    return bool(_DAY_BEFORE.search(text, max(0, start - 2), start)) and not text.startswith(_LENGTHS, start + 1)


def is_paired(text: str, start: int) -> bool:
    """Say whether one-and-one stands here: 一户一策, 三位一体, 五花八门."""
    pair = _PAIRED.match(text, start)
    if pair is not None:
        return True
    if start < 2:
        return False
    pair = _PAIRED.match(text, start - 2)
    before = text[start - 3 : start - 2]
    return pair is not None and before not in _NUMERAL and before != "第"


def is_quoted_form(text: str, start: int) -> bool:
    """Say whether a short quotation begins with the numeral: “四个意识”, “三品一标”."""
    return start > 0 and text[start - 1] in _OPENERS and _CLOSER.match(text, start) is not None


def in_slogan(text: str, start: int, end: int, *, digits: bool, unit: str) -> bool:
    """Say whether a short quotation is a name around the count ``start:end``: “土十条”, “新20条”, “安全百日行动”.

    A quoted count in ``digits`` at its end is a fact all the same (“理赔5万元”), unless it counts articles.
    """
    opener = _OPENER.search(text, max(0, start - _SHORT), start)
    closer = _INNER_CLOSER.match(text, end) if opener else None
    if opener is None or closer is None or closer.end() - opener.start() > _SHORT + 2:
        return False
    if not digits:
        return True
    articles = unit == "条" and start - opener.start() <= _PREFIX and closer.end() == end + 1
    return articles or bool(_NAMED.search(closer[0]))


_INDEXES = ("GDP", "CPI", "PPI", "PMI")  # what words name like others: 人均GDP13208元

# 300例/|326例: what was to be done and what was.
_AGAIN = re.compile(r"(?<=[0-9])([一-鿿]{1,2})/[0-9.]+\1")

# A figure called by capitals, with a unit that no code has: EVA|1.92亿元, ROE|7.9%.
_CAPITALS = re.compile(r"(?<![A-Za-z0-9_&.])(?!PM)[A-Z]{2,5}$")
_SUM_OR_RATE = re.compile(r"[0-9][0-9.,]{0,14}(?:[万亿]*(?:元|美元)|[万亿]+千瓦时|%)")
_ACRONYM, _DEVICES = re.compile("[一-鿿][A-Z]{3,5}$"), re.compile("[0-9]+余?[台套部具辆架]")  # 安装AED|85台


def in_code(text: str, start: int) -> bool:
    """Say whether digits end a longer token: A3, PM2.5, 8:30, 2019-01-25, 3比2, an address."""
    if not start:
        return False
    before = text[start - 1]
    if before == "/" and any(_AGAIN.match(text, max(0, start - size)) for size in (2, 3)):
        return False
    if before.isascii() and (before.isalnum() or before in "_/\\@#.*^&="):
        devices = _DEVICES.match(text, start) and _ACRONYM.search(text, max(0, start - _SHORT), start)
        named = _CAPITALS.search(text, max(0, start - _SHORT), start) and _SUM_OR_RATE.match(text, start)
        return not (devices or named or text.endswith(_INDEXES, 0, start))
    if before in "-+:：∶×比" and start > 1:
        further = text[start - 2]
        return further.isalnum() and further.isascii()
    return False
