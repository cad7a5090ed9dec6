"""What the lines of a text call the contests whose results they list.

Enters: the clean text and the contests of its sentences. Leaves: stretches of names. Next: ``outline`` puts them
in force.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.link.honours.contests import SCOPE, Setting
from unionie.link.honours.headings import names_contest
from unionie.link.honours.names import strip_marks
from unionie.link.rolls.lines import Cell, label_of

__all__ = ["Contests"]

_YEAR = re.compile("[“]?[12][0-9]{3}年")
_HEAT = re.compile("赛?(?:[男女]子)?(?:[全半]程)?")  # what goes on the name of a race
# How a line names whose results it heads where the name has no word for a contest: 全市职工健步走男子组|成绩榜.
_RESULTS = re.compile("(?:成绩|名次)(?:榜|表|公[告报布示]|揭晓|通报)?(?:（[^（）]*）)?$")
# What is held again and again, whatever it is called: 第七十四届香港学校朗诵节, 香港数学竞赛2022.
_TELLS = re.compile("结果|如下|名单|情况|通报|公[告示布]|[，。：]")
_EDITION = re.compile("第[一二三四五六七八九十百0-9]{1,4}届(?=.{4})|(?<=[赛展节])[12][0-9]{3}$")


class Contests:
    """The contests of a text, by the line that names them."""

    def __init__(self, clean: CleanText, settings: Sequence[Setting]) -> None:
        self.clean = clean
        self.lines: dict[int, list[Cell]] = {}
        for sentence, contests in settings:
            here = [(each[0], each[1]) for each in contests if sentence.start <= each[0] < sentence.end]
            self.lines.setdefault(sentence.block, []).extend(here)
        named = {cell: clean.text[slice(*cell)] for cells in self.lines.values() for cell in cells}
        whole = {cell for cell, name in named.items() if "\t" not in name and not _YEAR.match(name)}
        self.full = sorted(whole, key=lambda c: (c[0] - c[1], c))

    def of_line(self, number: int) -> list[Cell]:
        """Return those that a line names."""
        return self.lines.get(number, [])

    def name(self, contest: Cell) -> str:
        """Return the words of a name, without quotation marks."""
        return strip_marks(self.clean.text[slice(*contest)])

    def in_full(self, contest: Cell) -> Cell:
        """Return the longest name that the text gives a contest."""
        heat = _HEAT.match(self.clean.text, contest[1])
        contest = (contest[0], heat.end()) if heat else contest
        name = self.name(contest)
        return contest if _YEAR.match(name) else next((c for c in self.full if self.name(c).endswith(name)), contest)

    def headed(self, number: int) -> Cell | None:
        """Return the contest that a line is nothing but the name of, or whose results it says that it heads."""
        block = self.clean.blocks[number]
        line = self.clean.text[block.start : block.end]
        label = label_of(line)
        if label is None:
            return None
        at = (block.start + label.start, block.start + label.end)
        results = _RESULTS.search(line)
        at = (at[0], min(at[1], block.start + results.start())) if results else at
        if names_contest(self.name(at)):
            return next((self.in_full(cell) for cell in self.of_line(number) if cell[1] == at[1]), None)
        named = results and SCOPE.match(line, label.start)
        again = _EDITION.search(self.name(at)) and not _TELLS.search(line)
        return at if named or again else None
