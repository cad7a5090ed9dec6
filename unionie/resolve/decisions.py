"""Whether a report is itself the decision that gives the honours in it, and whether it looks back on a year.

Enters: the clean text. Leaves: yes or no, by its headlines and by its words for the past. Next:
``levels``, ``honours`` (the year) and ``body`` (whose report it is), which read such a report otherwise.
"""

from __future__ import annotations

import re

from unionie.clean.republic import counts_from_republic
from unionie.clean.types import CleanText

_PASSED = re.compile("去年|[上前]年|上一年|一年|全年|年[度终报来]|总结|回顾|回眸|[〇○]|民国")
# The line of a document's number, whose year is that of the document: 江工发〔2016〕88号　　签发人：甲.
_NUMBER = re.compile(
    r"^[ \u3000（(]*[一-鿿]{0,12}[〔［\[（(【]((?:19|20)\d\d)[〕］\])）】] ?第?\d{1,4} ?号(?=[ \u3000）)]|$)",
    re.MULTILINE,
)
# The line with which a text ends that has no day: （2023年12月）, （《某刊》2022年春季号　甲）.
_SIGNED = re.compile(
    "(?<![0-9])([12][0-9]{3})年(?:[0-9]{1,2}月|[春夏秋冬]季)(?:号|刊)?(?=[\\s　）]|$)|（([12][0-9]{3})年）$"
)
_LONGEST = 40  # characters of such a line
_REPUBLIC_YEAR = re.compile("(?<![0-9/.])(1[01][0-9])年度(?![0-9级届至—-])")
_FIRST_OF_REPUBLIC = 1911  # the year before
_GOVERNMENT = re.compile("年(?:[县市区省州旗]|人民)*政府工作报告")
_SPOKEN_OF = re.compile("(?<![近每])过去的?一年(?![级度])")
_HEAD = 300  # characters
_DECISION = re.compile("(?:授予|表彰|表扬|命名|嘉奖|记功|奖励|获奖).{0,60}(?:决定|通报|通知|命令|公告|公报)")


def tells_of_year(clean: CleanText, year: int) -> bool:
    """Tell whether a text speaks of a year that has passed when it appears.

    One of January to March that does not is no review of the year before: what it gives it gives now.
    """
    return str(year) in clean.text or _PASSED.search(clean.text) is not None


def looks_back(clean: CleanText, headline: str) -> bool:
    """Tell whether a headline names a government's report by the year in which it speaks of the one that has passed."""
    return _GOVERNMENT.search(headline) is not None and _SPOKEN_OF.search(clean.text) is not None


def is_decision(clean: CleanText) -> bool:
    """Tell whether a headline says so: 关于表彰…的决定, 关于命名…的通报."""
    return any(map(_DECISION.search, clean.read_headlines()))


def year_told(clean: CleanText) -> int | None:
    """Return the year of a text without a day: by its number, its last line, or the Republic's year."""
    year = _year_of_number(clean) or _year_signed(clean)
    if year is None and counts_from_republic(clean):
        named = {match.group(1) for match in _REPUBLIC_YEAR.finditer(clean.text, 0, _HEAD)}
        return _FIRST_OF_REPUBLIC + int(named.pop()) if len(named) == 1 else None
    return year


def _year_signed(clean: CleanText) -> int | None:
    """Return the year of the month or season that the last line of a text gives."""
    last = clean.blocks[-1] if clean.blocks else None
    if last is None or last.end - last.start > _LONGEST or clean.text[last.end - 1] in "。！？；":
        return None
    signed = _SIGNED.search(clean.text, last.start, last.end)
    return int(signed.group(1) or signed.group(2)) if signed else None


def _year_of_number(clean: CleanText) -> int | None:
    """Return the year that the number of a document gives, on a line of its own near the head: 江工发〔2016〕88号."""
    number = _NUMBER.search(clean.text, 0, _HEAD)
    return int(number.group(1)) if number else None
