"""The marks that begin a heading or an item, with their levels.

Enters: a line. Leaves: its level and where its words begin. Next: ``lines``, ``blocks`` and the sections use them.
"""

from __future__ import annotations

import re

_NUMERAL = "[一二三四五六七八九十百]{1,4}"
_MARKS = re.compile(
    rf"(?P<l1>第{_NUMERAL}(?:章|部分|篇|编)[\s\u3000]*|{_NUMERAL}、|[壹贰叁参肆伍陆柒捌玖拾]{{1,2}}、)"
    rf"|(?P<l2>第{_NUMERAL}节[\s\u3000]*|（{_NUMERAL}）、?|\({_NUMERAL}\))"
    r"|(?P<l3>\d{1,2}[.、](?!\d)[\s\u3000]*)"
    r"|(?P<l4>（\d{1,2}）|\(\d{1,2}\)|[①-⑳])"
)


def heading_mark(text: str, start: int = 0) -> tuple[int, int]:
    """Return the level (1 to 4) of the mark at ``start`` and where it ends; (0, start) if there is none."""
    match = _MARKS.match(text, start)
    if match is None or match.lastgroup is None:
        return 0, start
    return int(match.lastgroup[1]), match.end()


def heading_level(text: str) -> int:
    """Return the level of the mark that begins ``text``, 0 without one."""
    return heading_mark(text)[0]
