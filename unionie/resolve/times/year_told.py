"""The year of a text that names no day: by its document number, its last line, or the Republic's year.

Enters: the clean text. Leaves: a year, or None. Next: ``component`` counts the honours of such a text from it, and
reads its times with it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from unionie.clean.republic import counts_from_republic
from unionie.clean.types import CleanText
from unionie.records.models import Period
from unionie.values.time_calendar import BEFORE_REPUBLIC
from unionie.values.times import find_times
from unionie.values.types import Time

__all__ = ["in_year", "in_year_reviewed", "year_told"]

# The line of a document's number, whose year is that of the document: 江工发〔2016〕88号　　签发人：甲.
_NUMBER = re.compile(
    r"^[ \u3000（(]*[一-鿿]{0,12}[〔［\[（(【]((?:19|20)\d\d)[〕］\])）】] ?第?\d{1,4} ?号(?=[ \u3000）)]|$)",
    re.MULTILINE,
)
# The issue of a bulletin, on a line of its own: 〔2010〕第8期, （2020年第3期）, 《某刊》2019年第6期.
_ISSUE = re.compile(
    r"^[^，。；\n]{0,16}?(?<!\d)[〔\[（]?((?:19|20)\d\d)(?:年|年?[〕\]）])[ \u3000]?(?:总?第)?\d{1,4}期"
    r"(?!\d)[^，。；\n]{0,24}$",
    re.MULTILINE,
)
# The line with which a text ends that has no day: （2023年12月）, （《某刊》2022年春季号　甲）.
_SIGNED = re.compile(
    "(?<![0-9])([12][0-9]{3})年(?:[0-9]{1,2}月|[春夏秋冬]季)(?:号|刊)?(?=[\\s　）]|$)|（([12][0-9]{3})年）$"
)
_PART_OF_YEAR = re.compile("月|季度|半年|年[末底初]|[今去前上明本全]年")
_RELATIVE = re.compile("[今去前上明本]年")  # counts from when the text was written, not from what it reviews
_LONGEST = 40  # characters of such a line
_REPUBLIC_YEAR = re.compile("(?<![0-9/.])(1[01][0-9])年度(?![0-9级届至—-])")
_HEAD = 300  # characters


def year_told(clean: CleanText) -> int | None:
    """Return the year of a text without a day: by its number, its last line, or the Republic's year."""
    year = _year_of_number(clean) or _year_signed(clean)
    if year is None and counts_from_republic(clean):
        named = {match.group(1) for match in _REPUBLIC_YEAR.finditer(clean.text, 0, _HEAD)}
        return BEFORE_REPUBLIC + int(named.pop()) if len(named) == 1 else None
    return year


def in_year_reviewed(time: Time, report: Period | None) -> Time:
    """Return a day or months without a year in that which the head reviews: 截至12月31日 in a text without a day."""
    if report is None or report.text is None or report.start[:4] != report.end[:4]:
        return time
    if _RELATIVE.match(time.text) and report.end.endswith("12-31"):
        return time  # what is written of a part of a year is written in it
    return in_year(time, report.end)


def in_year(time: Time, last: str, *, whole: bool = False) -> Time:
    """Return a day or months without a year in that of a day: 一季度 in minutes whose number is 〔2019〕第17号.

    ``whole``: whatever it is, 明年 too.
    """
    if time.from_ or time.until:
        return time
    if not (whole or _PART_OF_YEAR.search(time.text)) or time.kind not in ("date", "range"):
        return time
    read = find_times(time.text, last)
    if len(read) != 1 or read[0].text != time.text:
        return time
    return replace(time, from_=read[0].from_, until=read[0].until)


def _year_signed(clean: CleanText) -> int | None:
    """Return the year of the month or season that the last line of a text gives."""
    last = clean.blocks[-1] if clean.blocks else None
    if last is None or last.end - last.start > _LONGEST or clean.text[last.end - 1] in "。！？；":
        return None
    signed = _SIGNED.search(clean.text, last.start, last.end)
    return int(signed.group(1) or signed.group(2)) if signed else None


def _year_of_number(clean: CleanText) -> int | None:
    """Return the year that the number of a document gives, on a line of its own near the head: 江工发〔2016〕88号."""
    number = _NUMBER.search(clean.text, 0, _HEAD) or _ISSUE.search(clean.text, 0, _HEAD)
    return int(number.group(1)) if number else None
