"""Spaces inside a line: which ones typesetting put there, and which separate things.

Enters: a line. Leaves: edits that drop a space or write it as one ideographic space. Next: ``repair`` makes them.
"""

from __future__ import annotations

import re

from unionie.clean.draft import Edit
from unionie.clean.names import (
    are_names,
    paired_names_pattern,
    spaced_name_pattern,
    wide_inside_pattern,
    wide_name_pattern,
)

_LONGEST_LINE = 120  # characters; a longer line shows nothing by its own words
_RUN = re.compile(r"[ \t\u3000\n]+")
# Thousands parted by spaces; beside a further number they are cells of a row: 820 796.5 97.1.
_GROUPED = re.compile(
    r"\d(?<![\d.,].)(?<![\d.,] .)(?:\n?\d){0,2}(?: (?:\n?\d){3}){1,3}(?!\n?[\d,])(?!(?:\.\d+)?[%‰]? [\d-])"
)
# Digits set wide in a date or before a unit: 2 0 1 3 年, 达到 5 8 1 6 元.
_DIGITS_APART = re.compile(
    r"(?<![\d.,])(?<![\d.,] )\d(?: \d(?!\d)){1,3} ?(?=[年月日])"
    r"|(?<=[\u3400-\u9fff]) ?\d(?: \d(?!\d)){2,8}(?= ?[\u3400-\u9fff])"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_MARKS = "，。、；：！？（）“”‘’《》【】〔〕…—·%"
_LETTERSPACED = re.compile(
    r"(?<![\u3400-\u9fff])[\u3400-\u9fff](?:[ \u3000]{1,2}[\u3400-\u9fff](?![\u3400-\u9fff])){3,}"
)
# A label of a line set wide: 副　会　长：.
_LABEL = re.compile(r"^[ \u3000]*([\u3400-\u9fff](?:[ \u3000]{1,4}[\u3400-\u9fff]){1,5})[：:]")
# The name of a column set wide: 单　位　及　职　务.
_COLUMN = re.compile(
    r"单(?<![\u3400-\u9fff].)[ \u3000]{0,2}位[ \u3000]{0,2}[及和与、]"
    r"[ \u3000]{0,2}职[ \u3000]{0,2}[务称](?![\u3400-\u9fff])"
)
# Three or more words of a name's length in a row: a list of names.
_NAMES = re.compile(
    r"(?<![^\s：:、，。（])[\u3400-\u9fff·]{2,4}(?: (?:[\u3400-\u9fff·]{2,4}|[\u3400-\u9fff]\u3000[\u3400-\u9fff])){2,}"
    r"(?![^\s、，。；）])"
)
# Entries side by side, a name and its body one space apart: 甲乙 某医院　　丙丁 某一中.
_BESIDE = re.compile(r"(?<![^\n])(?:[\u3400-\u9fff·]{2,4} [\u3400-\u9fff]{3,20}(?:[ ]{2,}|\u3000+|$)){2,}(?![^\n])")
# A bracket at the end or behind 讯 that holds names alone, or who wrote and who took the pictures:
# （甲乙 丙丁）, （文/图 甲乙）.
_SIGNED = re.compile(
    r"（(?:(?=[^（）\n]{4,30}）[ \u3000]*$)|(?<=讯（))"
    r"(?:[\u3400-\u9fff·]{2,4}(?: [\u3400-\u9fff·]{2,4}){1,3}|[^（）\n]*[文图摄][/／:：][^（）\n]*)）"
)
_AT_DIGITS = re.compile(r"(?<=\d) (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) (?=\d)")
# A line of results or of a roll whose cells stand one space apart: 第1名 甲 某厂 98.0分; ◆ 某公司 检修班.
_RESULT = re.compile(
    r"(?:[^\s，。；：]{2,12} )?"
    r"(?:第[\d一二三四五六七八九十]{1,2}名|[特一二三四]等奖|[冠亚季]军|[金银铜][奖牌]|优[秀胜]奖)[ ：][^，。；]{2,44}$"
)
_ENTRY = re.compile(
    r"(?:\d{1,3}[.．、）]|[（(]\d{1,2}[）)]|[◆●★■▲◎※·•])? ?"
    r"(?:[\u3400-\u9fff·][\u3400-\u9fff·\d]{1,13}|\d[\d×]*[\u3400-\u9fff]{1,8})(?: [\u3400-\u9fff（）“”]{3,20}){1,3}$"
)
_NEWS_LEAD = re.compile(
    r"(?:记者|通讯员|特派员)[ \u3000][^，。；]{1,40}"
    r"|^[ \u3000]*(?:本[报刊网台]|[\u3400-\u9fff]{2,10}[报刊网台])讯[ \u3000]"
)


def squeeze(text: str) -> str:
    """Return a short line without the spaces that typesetting put between digits and words, for its cues."""
    if len(text) > _LONGEST_LINE or not (" " in text or "\u3000" in text):
        return text
    return _LETTERSPACED.sub(lambda match: _RUN.sub("", match.group()), _AT_DIGITS.sub("", text))


def edit_spaces(text: str, start: int, *, display: bool) -> list[Edit]:
    """Return the edits for the spaces of one line whose first character stands at ``start``.

    ``display`` lines (headlines, bylines, datelines, headings) set things apart by single spaces too.
    """
    if not _RUN.search(text):
        return []
    closed = _run_starts(text, _GROUPED) | (_letterspaced_starts(text) if display else set())
    label = _LABEL.match(text)
    if label:
        closed |= {label.start(1) + run.start() for run in _RUN.finditer(label.group(1))}
    closed |= _run_starts(text, _COLUMN)
    closed |= {match.start(1) for match in spaced_name_pattern().finditer(text)}
    closed |= {match.start(group) for match in wide_name_pattern().finditer(text) for group in (1, 2)}
    closed |= {match.start(group) for match in wide_inside_pattern().finditer(text) for group in (1, 2, 3, 4)}
    closed |= _run_starts(text, _DIGITS_APART)
    closed -= {match.start(1) for match in paired_names_pattern().finditer(text)}
    open_ = (
        _run_starts(text, _NAMES)
        | _run_starts(text, _BESIDE)
        | _run_starts(text, _NEWS_LEAD)
        | _run_starts(text, _SIGNED)
    )
    display = display or _ENTRY.match(text) is not None
    placed = _RESULT.match(text) is not None
    edits = []
    for match in _RUN.finditer(text):
        first, last = match.span()
        before, after = text[first - 1], text[last]
        if first in closed:
            kept = ""
        elif before in _MARKS or after in _MARKS:
            kept = "\u3000" if _separates_marks(match.group(), before, after) else ""
        elif (
            placed
            or ("\n" not in match.group() and (last - first > 1 or match.group() == "\u3000"))
            or (match.group() == "\t" and _HAN.match(before) and _HAN.match(after))
        ):
            kept = "\u3000"
        else:
            kept = _keep_single(match.group(), before, after, display=display or first in open_)
        if kept != match.group():
            edits.append(Edit(start + first, start + last, kept))
    return edits


def _run_starts(text: str, pattern: re.Pattern[str]) -> set[int]:
    """Return where the runs of space inside the matches of ``pattern`` start."""
    return {match.start() + run.start() for match in pattern.finditer(text) for run in _RUN.finditer(match.group())}


def _letterspaced_starts(text: str) -> set[int]:
    """Return where the spaces inside words set wide start; of names set so, only those inside each: 丁　一　马　骏."""
    starts = set()
    for match in _LETTERSPACED.finditer(text):
        runs = [match.start() + run.start() for run in _RUN.finditer(match.group())]
        beside = text[: match.start()] + " " + text[match.end() :]
        starts.update(runs[::2] if are_names(_RUN.sub("", match.group()), beside) else runs)
    return starts


def _separates_marks(run: str, before: str, after: str) -> bool:
    """Return whether a wide gap beside a mark is a separator: before or after a closed bracket or quotation."""
    wide = "\n" not in run and (len(run) > 1 or run in "\u3000\t")
    return wide and before not in "，。、；：（《“【—" and after not in "，。、；：）》”】…—"


def _keep_single(run: str, before: str, after: str, *, display: bool) -> str:
    both_latin = before.isascii() and after.isascii()
    if both_latin:
        broken_number = "\n" in run and (before.isdigit() or before in ".,") and (after.isdigit() or after in ".,%")
        return "" if broken_number else " "
    if display and run != "\n" and _HAN.match(before) and _HAN.match(after):
        return "\u3000"
    return ""
