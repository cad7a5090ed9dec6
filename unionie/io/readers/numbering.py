"""The numbers that Word makes for list paragraphs and headings, which stand nowhere in their text.

Enters: a python-docx document. Leaves: labels like 一、 （二） 3. in the order in which paragraphs are asked for.
Next: ``readers.docx`` writes them before the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from docx.oxml.ns import qn

__all__ = ["Numbering", "chinese_number"]

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_SMALL = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def chinese_number(number: int) -> str:
    """Return 1 to 9999 as 一 … 十 十一 … 九千九百九十九."""
    if not 0 < number < 10_000:
        return str(number)
    words, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("〇" if gap and words else "") + _DIGITS[digit] + name
        gap = not digit
    return words.removeprefix("一") if 10 <= number < 20 else words


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    text = ""
    for value, digits in _ROMAN + _ROMAN_SMALL:
        text += digits * (number // value)
        number %= value
    return text


def _circled(number: int) -> str:
    return chr(0x245F + number) if 0 < number <= 20 else f"({number})"


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "chineseCounting": chinese_number,
    "chineseCountingThousand": chinese_number,
    "japaneseCounting": chinese_number,
    "ideographDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    "taiwaneseCountingThousand": chinese_number,
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}


class Numbering:
    """Counts the list paragraphs of one document."""

    def __init__(self, document: Any) -> None:
        self._levels, self._lists = _read_definitions(document)
        self._styles = {style.style_id: style for style in document.styles}
        self._counts: dict[str, list[int | None]] = {}

    def make_label(self, paragraph: Any) -> str:
        """Return the label of the next paragraph, "" for one that has none or only a bullet."""
        number, level = self._find_list(paragraph)
        abstract = self._lists.get(number)
        if abstract is None or (abstract, level) not in self._levels:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        before = counts[level]
        counts[level] = self._levels[abstract, level].start if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return self._format(abstract, level, counts)

    def _format(self, abstract: str, level: int, counts: list[int | None]) -> str:
        definition = self._levels[abstract, level]
        if definition.format not in _FORMATS:  # bullets, or numbers we cannot write
            return ""

        def write(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            shown = self._levels.get((abstract, other), definition)
            name = "decimal" if definition.legal else shown.format
            count = counts[other]
            return _FORMATS.get(name, str)(shown.start if count is None else count)

        return _PLACE.sub(write, definition.text)

    def _find_list(self, paragraph: Any) -> tuple[str, int]:
        """Return the list and level of a paragraph: its own, or those of its style and the styles that is based on."""
        properties = paragraph.find(qn("w:pPr"))
        style = None if properties is None else properties.find(qn("w:pStyle"))
        style_id = None if style is None else style.get(qn("w:val"))
        level: str | None = None
        for _ in range(_LEVELS + 1):
            numbers = None if properties is None else properties.find(qn("w:numPr"))
            if numbers is not None:
                level = level or _get(numbers, "w:ilvl")
                number = _get(numbers, "w:numId")
                if number is not None:
                    return number, min(int(level), _LEVELS - 1) if level and level.isdigit() else 0
            found = self._styles.get(style_id)
            if found is None:
                break
            properties = found.element.find(qn("w:pPr"))
            style_id = _get(found.element, "w:basedOn")
        return "0", 0


class _Level:
    """How one level of a list is written."""

    def __init__(self, element: Any) -> None:
        start = _get(element, "w:start") or "1"
        self.start = int(start) if start.isdigit() else 1
        self.format = _get(element, "w:numFmt") or "decimal"
        self.text = _get(element, "w:lvlText") or ""
        self.legal = element.find(qn("w:isLgl")) is not None


def _read_definitions(document: Any) -> tuple[dict[tuple[str, int], _Level], dict[str, str]]:
    """Return the levels of every abstract list, and the abstract list of every list."""
    levels: dict[tuple[str, int], _Level] = {}
    lists: dict[str, str] = {}
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):  # the document has no lists
        return levels, lists
    for abstract in root.iterchildren(qn("w:abstractNum")):
        name = abstract.get(qn("w:abstractNumId"))
        for level in abstract.iterchildren(qn("w:lvl")):
            place = level.get(qn("w:ilvl"), "0")
            if place.isdigit():
                levels[name, int(place)] = _Level(level)
    for number in root.iterchildren(qn("w:num")):
        lists[number.get(qn("w:numId"))] = _get(number, "w:abstractNumId") or ""
    return levels, lists


def _get(parent: Any, name: str) -> str | None:
    element = parent.find(qn(name))
    return None if element is None else element.get(qn("w:val"))
