"""ASCII punctuation among Chinese made Chinese, and digits' own marks made ASCII; lengths stay.

Enters: folded text without invisible characters. Leaves: a text of the same length. Next: ``lines``.
"""

from __future__ import annotations

import re

_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
# A mark is Chinese beside a Chinese character or mark; a comma or colon between two digits is the number's own.
_BESIDE = re.compile(
    r"[ \t,;:!?()](?:(?<=[\u3400-\u9fff\u3001\u3002\u300a-\u3011\u2018-\u201d\uff00-\uff1f%％].)"
    r"(?:(?<=[ \t])[,;:!?()]|(?<![ \t]))"
    r"|(?<![ \t])(?=[ \t]?[\u3400-\u9fff\u3001\u3002\u300a-\u3011\u2018-\u201d\uff00-\uff1f]))"
)
_QUOTED = re.compile(r'"([^"\n]{1,200})"')
_HAN = re.compile(r"[\u3400-\u9fff]")
_BETWEEN_DIGITS = re.compile(r"：(?<=\d：)(?=\d)")
_WIDE_GROUPS = re.compile(r"(?<![\d.,，:：])\d{1,3}(?:，\d{3})+(?=\.\d|[\u3400-\u9fff])(?![年月])")
_WIDE_GROUP = re.compile(r"，(?<=\d，)\d{3}")
# A circle for a zero in a year: 二○○八年, 一九九○年.
_ZERO = re.compile("○(?:(?<=[一二九○〇].)(?=[○〇零一二三四五六七八九年]))")
_ZERO_DIGIT = re.compile("(?<![0-9一二三四五六七八九十])(?:二[0〇○]|一九)[0〇○一二三四五六七八九]{2}(?=年)")  # 二0一0年
_URL = re.compile(r"https?://[!-~]+|www\.[!-~]+")
_WIDE_TO_ASCII = str.maketrans({wide: mark for mark, wide in _WIDE.items()})


def fold_punctuation(text: str) -> str:
    """Return ``text`` with , ; : ! ? ( ) and "" as Chinese marks where they stand among Chinese.

    Thousands separators, decimals, clock times and addresses keep theirs; 12，846件 and 9：30 get them, and 二○○八年
    gets its zeros.
    """
    urls = [(match.start(), match.group()) for match in _URL.finditer(text)]
    text = _pair_brackets(_BESIDE.sub(_widen, text))
    text = _QUOTED.sub(_curl, text)
    text = _BETWEEN_DIGITS.sub(":", text)
    text = _ZERO.sub("〇", _ZERO_DIGIT.sub(lambda match: match.group().replace("0", "〇"), text))
    if _WIDE_GROUP.search(text):
        text = _WIDE_GROUPS.sub(lambda match: match.group().replace("，", ","), text)
    for start, url in urls:
        kept = url.translate(_WIDE_TO_ASCII)
        text = text[:start] + kept + text[start + len(kept) :] if text[start : start + len(kept)] != kept else text
    return text


def _widen(match: re.Match[str]) -> str:
    mark = match.group()
    return mark[:-1] + _WIDE[mark[-1]]


def _curl(match: re.Match[str]) -> str:
    return f"“{match.group(1)}”" if _HAN.search(match.group(1)) else match.group()


_HALF_WIDE = re.compile(r"（([^（）()\n]{0,60})\)|\(([^（）()\n]{0,60})）")


def _pair_brackets(text: str) -> str:
    """Return ``text`` with the partner of a widened bracket widened too."""
    return _HALF_WIDE.sub(lambda match: f"（{match.group(1) or match.group(2) or ''}）", text)
