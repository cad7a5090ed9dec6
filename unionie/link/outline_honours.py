"""What the text around an outline calls the honours of it: in full, by grades, in its title, right above it.

Enters: the clean text and its honours. Leaves: mentions and full names. Next: ``award_outline`` puts them in force.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from unionie.frames import Mention
from unionie.link.award_heads import names_honour
from unionie.link.award_names import strip_marks
from unionie.link.contests import LEVEL
from unionie.link.outline_force import RULE
from unionie.link.outline_lines import Cell

__all__ = ["FOLLOWING", "Honours"]

# How a line gives an honour to those below it: 命名以下单位为“甲”：.
FOLLOWING = re.compile("(?:命名|授予|认定|确定|评定|评选|表彰)[^，。；“]{0,4}(?:以下|下列)(?=[^。]*(?:：|如下|。)$)")
_GRADED = re.compile("[”]?[特一二三]等奖$|[”]?[特一二三]等奖")
_JOINS = re.compile("[暨和与及、]")
_SHARES = re.compile("(?:[（(][^（）()]*[）)])?[和及与、暨]")
_PRAISED = re.compile("(?:表彰|表扬|命名)(?:[12][0-9]{3}年度?)?([^，。；：、和与及]{3,20}?)的(?:决定|通报|通知|公告)")
_LEVEL = re.compile("(?<=[为年度])((?:全[国省市区县州]|[一-鿿]{2,7}?[省市县区州镇乡旗]))“$")
_FAR = 3000  # characters back that an honour is named in full


class Honours(NamedTuple):
    """The honours of a stretch of the text up to ``end``, in text order."""

    text: str
    awards: Sequence[Mention]
    end: int

    def between(self, start: int, end: int) -> Honours:
        """Return those that begin in ``start:end``."""
        return Honours(self.text, [each for each in self.awards if start <= each.start < end], end)

    def has(self, words: str) -> bool:
        """Tell whether one is called so."""
        return any(strip_marks(self.text[each.start : each.end]) == words for each in self.awards)

    def only(self) -> Mention | None:
        """Return the one of a title, also one told by its form alone: 关于表彰2023年度|优秀通讯员|的通知."""
        if self.awards:
            return self.awards[0]._replace(rule=RULE) if len(self.awards) == 1 else None
        start = self.text.rfind("\n", 0, self.end) + 1
        praised = _PRAISED.search(self.text, start, self.end)
        if praised is None or not names_honour(praised[1]):
            return None
        return Mention(*praised.span(1), "AWARD", RULE, {})

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
        start = self.text.rfind("\n", 0, award.start) + 1
        to = FOLLOWING.search(self.text, start, self.end)
        if to is None or sum(to.end() <= each.start for each in self.awards) != 1:
            return None
        level = _LEVEL.search(self.text, start, award.start)
        name = {"name": level[1] + self.text[award.start : award.end]} if level else {}
        return award._replace(attrs={**name, **award.attrs})

    def in_full(self, at: Cell) -> dict[str, Any]:
        """Return the attributes of an honour that a label names, with the full name that the text before gives."""
        words = strip_marks(self.text[slice(*at)])
        for award in reversed(self.awards):
            name = strip_marks(str(award.attrs.get("name") or self.text[award.start : award.end]))
            fuller = name.endswith(words) and len(name) > len(words) and not _JOINS.search(name)
            if fuller and award.end <= at[0] and at[0] - award.start < _FAR:
                return {**award.attrs, "name": name}
        return self._shared(words, at[0])

    def _shared(self, words: str, before: int) -> dict[str, Any]:
        """Return the full name of an honour that shares the words before another: 全县先进集体和|先进个人."""
        for first, second in zip(self.awards, self.awards[1:], strict=False):
            if second.end > before:
                break
            between = self.text[first.end : second.start].strip("“”")
            if self.text[second.start : second.end] == words and _SHARES.fullmatch(between):
                name = self.text[first.start : first.end]
                shared, scope = name.find(words[:2]), LEVEL.match(name)
                stop = shared if shared > 0 else scope.end() if scope else 0
                return {"name": name[:stop] + words} if stop else {}
        return {}
