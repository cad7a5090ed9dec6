"""What the text around an outline calls the honours of it: in full, by grades, in its title, right above it.

Enters: the clean text and its honours. Leaves: mentions and full names. Next: ``outline`` puts them in force.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from unionie.frames import Mention
from unionie.link.honours.contests import LEVEL
from unionie.link.honours.headings import names_honour
from unionie.link.honours.names import strip_marks
from unionie.link.rolls.force import RULE
from unionie.link.rolls.lines import Cell, label_of

__all__ = ["FOLLOWING", "Honours", "Line"]

# How a line gives an honour to those below it: 命名以下单位为“甲”：, 下列同志荣获甲：.
FOLLOWING = re.compile(
    "(?:命名|授予|认定|确定|评定|评选|表彰)[^，。；“]{0,4}(?:以下|下列)(?=[^。]*(?:：|如下|。)$)"
    "|(?:以下|下列)[^，。；：“]{2,12}?(?:荣?获(?:评为?|得)?|被?(?:授予|评为|命名为|表彰为)|当选为?)(?=[^。；]*：$)"
)
_GRADED = re.compile("[”]?[特一二三]等奖$|[”]?[特一二三]等奖")
_GRADES = re.compile("(?:(?:[特一二三四]、)+[特一二三四]|[特一二三四])等奖$")
_JOINS = re.compile("[暨和与及、]")
_SHARES = re.compile("(?:[（(][^（）()]*[）)])?[和及与、暨]")
# A second honour that no mention covers: 全县先进集体、|先进个人|名单.
_AGAIN = re.compile("[、和及与暨]((?:先进|优秀|模范)[一-鿿]{2,8}?)(?=名单|的|评选|称号|\n|$)")
_PRAISED = re.compile("(?:表彰|表扬|命名)(?:[12][0-9]{3}年度?)?([^，。；：、和与及]{3,20}?)的(?:决定|通报|通知|公告)")
_LEVEL = re.compile("(?<=[为年度])((?:全[国省市区县州旗盟]|[一-鿿]{2,7}?[省市县区州镇乡旗盟]))“$")
_LIST = re.compile("(?:名单|拟(?:表彰|命名|授予)对象)(?:[（(][^（）()]*[）)])?$")
_QUOTED = re.compile("“([^“”]{3,16})”$")
_LEVEL_WORDS = "省市县区州旗盟"
_BARE = 3  # characters of an honour without its level
_FAR = 3000  # characters back that an honour is named in full


class Honours:
    """The honours of a text, which are in text order."""

    def __init__(self, text: str, awards: Sequence[Mention]) -> None:
        self.text, self.awards = text, awards
        self.names = frozenset(strip_marks(text[each.start : each.end]) for each in awards)
        self.shared = dict(_shared_names(text, awards))

    def between(self, start: int, end: int) -> Line:
        """Return those of a line."""
        return Line(self.text, self._within(start, end), start, end)

    def _within(self, start: int, end: int) -> Sequence[Mention]:
        first, last = (bisect_left(self.awards, at, key=lambda award: award.start) for at in (start, end))
        return self.awards[first:last]

    def below(self, parent: str, words: str) -> dict[str, Any]:
        """Return the attributes of an honour that a heading names below another one: 甲市能手, and there 能手标兵."""
        level = LEVEL.match(parent)
        bare = parent[level.end() :] if level else ""
        nested = len(bare) >= _BARE and words.startswith(bare) and level is not None
        return {"name": level.group() + words} if nested and level else {}

    def in_full(self, at: Cell) -> dict[str, Any]:
        """Return the attributes of an honour that a label names, with the full name that the text before gives."""
        words = strip_marks(self.text[slice(*at)])
        own = LEVEL.match(words)
        if own and own.end() > 1 and names_honour(words[own.end() :]) and words in self.names:
            return {}
        for award in reversed(self._within(at[0] - _FAR, at[0])):
            name = _GRADES.sub("", strip_marks(str(award.attrs.get("name") or self.text[award.start : award.end])))
            if name.endswith(words) and len(name) > len(words) and not _JOINS.search(name):
                return {**award.attrs, "name": name}
        name, end = self.shared.get(words, ("", 0))
        if name and end <= at[0]:
            return {"name": name}
        placed = _of_area(words).search(self.text, max(0, at[0] - _FAR), at[0]) if words[0] in _LEVEL_WORDS else None
        return {"name": placed.group()} if placed else {}


def _of_area(words: str) -> re.Pattern[str]:
    """Return the pattern of an honour with the name of its area, as a regulation has it: 《|云溪市科技奖|励办法》."""
    return re.compile(f"(?<=[《“—　\n])[一-鿿]{{2,4}}{re.escape(words)}")


def _shared_names(text: str, awards: Sequence[Mention]) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield honours that share the words before another, each with its full name: 全县先进集体和|先进个人."""
    unmarked = ((award, again.span(1)) for award in awards if (again := _AGAIN.match(text, award.end)))
    marked = ((first, second[:2]) for first, second in pairwise(awards))
    for first, second in [*unmarked, *reversed(list(marked))]:
        if not _SHARES.fullmatch(text[first.end : second[0]].strip("“”")):
            continue
        name, words = text[first.start : first.end], text[slice(*second)]
        shared, scope = name.find(words[:2]), LEVEL.match(name)
        if not shared:
            continue  # 云溪市科技奖和“云溪工匠” share no word
        stop = shared if shared > 0 else scope.end() if scope else 0
        if stop:
            yield words, (name[:stop] + words, second[1])


class Line(NamedTuple):
    """The honours of one line, ``start:end`` of the text."""

    text: str
    awards: Sequence[Mention]
    start: int
    end: int

    def only(self) -> Mention | None:
        """Return the one of a title, also one told by its form alone: 关于表彰2023年度|优秀通讯员|的通知."""
        if self.awards:
            return self.awards[0]._replace(rule=RULE) if len(self.awards) == 1 else None
        praised = _PRAISED.search(self.text, self.start, self.end)
        if praised is None or not names_honour(praised[1]):
            return None
        return Mention(*praised.span(1), "AWARD", RULE, {})

    def listed(self) -> Mention | None:
        """Return the one that a title gives to all below it: 岚溪县三八红旗手|名单."""
        if not _LIST.search(self.text, self.start, self.end):
            return None
        label = label_of(self.text[self.start : self.end])
        at = (self.start + label.start, self.start + label.end) if label else (0, 0)
        quoted = _QUOTED.search(self.text, *at)
        if quoted and not LEVEL.match(self.text[slice(*at)]):
            at = quoted.span(1)  # 各班级2015年秋学期|“三好学生”
        words = self.text[slice(*at)]
        return Mention(*at, "AWARD", RULE, {}) if names_honour(words) and not _JOINS.search(words) else None

    def graded(self) -> Mention | None:
        """Return the last one whose grades are counted: 评出|优秀论文|一等奖2篇."""
        for award in reversed(self.awards):
            graded = _GRADED.search(self.text, award.start, award.end)
            if graded and graded.start() > award.start:
                return Mention(award.start, graded.start(), "AWARD", RULE, {})
            if _GRADED.match(self.text, award.end):
                return Mention(award.start, award.end, "AWARD", RULE, {})
        return None

    def following(self) -> Mention | None:
        """Return the one that a line gives to those below it, by its name with the level before the quotation mark."""
        if not self.awards:
            return None
        award = self.awards[-1]
        to = FOLLOWING.search(self.text, self.start, self.end)
        behind = sum(to.end() <= each.start for each in self.awards) if to else len(self.awards)
        if behind != 1 or not (to or self.text.endswith("：", self.start, self.end)):
            return None
        level = _LEVEL.search(self.text, self.start, award.start)
        name = {"name": level[1] + self.text[award.start : award.end]} if level else {}
        return award._replace(attrs={**name, **award.attrs})
