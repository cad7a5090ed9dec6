r"""The text as value grammars read it: folded, without the spaces and line ends that split a value.

Enters: any raw text. Leaves: ``Reading`` with the joined text and the way back to the caller's offsets.
Next: ``quantities``, ``numbers``.

Joined are digit groups (2 314 名), a number and its unit (36 家, 20余\n万元), a mark and its number (近\n3000名).
Cells of tables (two spaces, a tab, an ideographic space), paragraphs and lines that hold only a number stay apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from unionie.values.folding import fold

__all__ = ["Reading", "read_layout"]

# Beside a further number such digits are cells of a row: 820 796.5 97.1.
_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,3}(?!\d)(?!(?:\.\d+)?[%‰]? \d)", re.ASCII)
# Digits set apart one by one, as letters are: 完成收入1 3 8 6 万元, 占任务的1 0 1 . 3 %.
_SPACED = re.compile(
    r"(?<=[\u4e00-\u9fff])\d(?: \d){1,7}(?: ?\. ?\d(?: \d)?)?(?= ?[\u4e00-\u9fff%‰])(?<=[\d.] \d)", re.ASCII
)
_FEWEST = 3  # digits: 附件1 2份 are two numbers
_SPACES = frozenset(" \u00a0\u2009\u202f")
# White space that parts neither cells nor paragraphs.
_GAP = re.compile("[ \n\r\u00a0\u1680\u2000-\u200a\u202f\u205f]+")
_NUMERAL = "0-9零一二三四五六七八九十百千万亿两〇几数壹贰叁肆伍陆柒捌玖拾佰仟廿卅卌"
_AFTER_NUMBER = re.compile(rf"[{_NUMERAL}余多来半成]")
_MARK_END = frozenset("第约近超逾过破足到于少多至达¥$€£元币-~～—–负下为有是")
_UNIT_START = re.compile(r"[\u4e00-\u9fff%‰℃°$¥A-Za-zμ/㎡㎥]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SPLIT_UNIT = re.compile(rf"[{_NUMERAL}][\u4e00-\u9fff/]{{1,5}}$")
_COUNT_END = re.compile(r"[0-9] ?[\u4e00-\u9fff]{1,2}$")
_BEFORE_NUMBER = re.compile(r"([^\s\d.,，])[\d.,，]*$", re.ASCII)
_GROUPED = re.compile(r"[\u4e00-\u9fff]\d{1,3}(?: \d{3})+(?:\.\d+)?$", re.ASCII)
_RANGE = frozenset("~～—–-至到")
_BOUNDS = ("以上", "以下", "以内", "左右", "上下")
_POINTS_BACK = re.compile("以[上下](?![，。；、）)的])")  # 23名⏎|以上工作均已完成


class Reading:
    """A text to read values from: ``text`` is folded and joined, ``source`` the same characters as the caller wrote."""

    __slots__ = ("_at", "_shift", "source", "text")

    def __init__(self, text: str, source: str, at: list[int], shift: list[int]) -> None:
        self.text = text
        self.source = source
        self._at = at
        self._shift = shift

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the caller's offsets of ``start:end``."""
        if not self._at:
            return start, end
        return self._back(start), self._back(end - 1) + 1

    def written(self, start: int, end: int) -> str:
        """Return ``start:end`` in the caller's script, with letters and signs in half width (brackets as written)."""
        words, source = self.text[start:end], self.source[start:end]
        if words == source:
            return source
        pairs = zip(words, source, strict=True)
        return "".join(read if read.isascii() and read not in "()" else wrote for read, wrote in pairs)

    def _back(self, index: int) -> int:
        place = bisect_right(self._at, index)
        return index + (self._shift[place - 1] if place else 0)


def read_layout(text: str) -> Reading:
    """Return ``text`` as the value grammars read it."""
    folded = fold(text)
    cuts = _cuts(folded)
    if not cuts:
        return Reading(folded, text, [], [])
    kept, source, at, shift = [], [], [], []
    last = gone = length = 0
    for start, end in cuts:
        kept.append(folded[last:start])
        source.append(text[last:start])
        length += start - last
        gone += end - start
        at.append(length)
        shift.append(gone)
        last = end
    kept.append(folded[last:])
    source.append(text[last:])
    return Reading("".join(kept), "".join(source), at, shift)


def _cuts(text: str) -> list[tuple[int, int]]:
    grouped: set[int] = set()
    if " " in text or "\u00a0" in text or "\u2009" in text or "\u202f" in text:
        for group in (*_GROUPS.finditer(text), *_spaced(text)):
            grouped.update(i for i in range(*group.span()) if text[i] in _SPACES)
    cuts = []
    for gap in _GAP.finditer(text):
        start, end = gap.span()
        if not start or end == len(text):
            continue
        if start in grouped or _joins(text, start, end):
            cuts.append((start, end))
    return cuts


def _spaced(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers of three digits or more that are set with a space behind each digit."""
    return (number for number in _SPACED.finditer(text) if sum(map(str.isdigit, number.group())) >= _FEWEST)


def _joins(text: str, start: int, end: int) -> bool:
    left, right = text[start - 1], text[end]
    lines = text.count("\n", start, end)
    if lines > 1 or end - start > lines + (3 if lines else 1):
        return False
    if lines:
        return _joins_lines(text, start, end)
    if right.isdigit() and right.isascii():
        return left in _MARK_END
    if _AFTER_NUMBER.match(left):
        return bool(_UNIT_START.match(right)) or (right in _RANGE and text[end + 1 : end + 2] in " 0123456789")
    if left == "个":
        return text.startswith(("百分点", "千分点"), end)
    if text.startswith(_BOUNDS, end):
        return left in "%‰" or _COUNT_END.search(text, max(0, start - 6), start) is not None
    return left == "第" or (left in "%‰" and right in _RANGE)


def _joins_lines(text: str, start: int, end: int) -> bool:
    left, right = text[start - 1], text[end]
    if left.isascii() and left.isdigit():
        before = _BEFORE_NUMBER.search(text, max(start - 24, 0), start)
        if (before is None or not _HAN.match(before[1])) and not _GROUPED.search(text, max(start - 24, 0), start):
            return False
        return bool(_UNIT_START.match(right)) and not (right.isascii() and right.isalpha())
    if right.isascii() and right.isdigit():
        return left in _MARK_END
    if not _HAN.match(right) or _POINTS_BACK.match(text, end):
        return False
    if _AFTER_NUMBER.match(left):
        return True
    return bool(_SPLIT_UNIT.search(text, max(start - 8, 0), start))
