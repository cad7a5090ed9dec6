"""Characters folded one to one: width, variants, traditional to simplified; and those that are nothing at all.

Enters: the source. Leaves: a text of the same length, and the edits that drop invisible characters.
Next: ``punctuation`` widens the marks that stand among Chinese.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from unionie.clean.draft import Edit
from unionie.rules import load_table

if TYPE_CHECKING:
    from opencc import OpenCC

# Marks that stay wide: among Chinese they are the ordinary ones.
_TO_PLAN = re.compile("(?<=[计规策企])画")  # 畫 is 划 in 計畫
# 当中 that opens a clause is 其中, unless it is the time at which 中国, 中央 … do something.
_AMONG = re.compile(
    "当中(?<=[，；。：（]当中)(?![国央心午年秋学小医华共铁石建东部西层选标等方班期级型原介外高考暑伏信行科间职欧日美俄非韩英法德文专联油银办企的])"
)
_WIDE_KEPT = "，；：！？（）～"
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\U000e0100-\U000e01ef\r]+"
)
_LINE_ENDS = dict.fromkeys(map(ord, "\v\f\x85\u2028\u2029"), "\n")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"), " ")
_WIDE_SPACES = dict.fromkeys(map(ord, "\u2002\u2003"), "\u3000")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_PLAIN = re.compile("[^\\x00-\\x7f\u4e00-\u9fff\u3000-\u3002\u2014\u2018-\u201d\u2026，；：！？（）《》【】]")


def fold_characters(source: str) -> str:
    """Return ``source`` in the characters that rules read, as long as before.

    Full-width digits and letters become half-width, spaces and line ends one kind each, radicals and
    compatibility forms the ordinary ideograph, 「」 “”, traditional characters simplified ones, 当中 before what is
    counted 其中.
    """
    text = _LONE_RETURN.sub("\n", source) if "\r" in source else source
    if _PLAIN.search(text):
        text = _fold(text)
    elif "\v" in text or "\f" in text:
        text = text.translate(_LINE_ENDS)
    text = _fold_traditional(text)
    return _AMONG.sub("其中", text) if "当中" in text else text


@lru_cache(maxsize=8192)
def fold_name(name: str) -> str:
    """Return a name, title or indicator as ``fold_characters`` reads it: the same few are asked for all through."""
    return fold_characters(name)


def _fold(text: str) -> str:
    """Return ``text`` with each character of the width table replaced; no character there is another's reading."""
    table, members = _width_table()
    for char in set(members.findall(text)):
        text = text.replace(char, table[char])
    return text


def drop_invisible(text: str) -> list[Edit]:
    """Return the edits that drop control, zero-width and direction characters, and the CR of CRLF."""
    return [Edit(match.start(), match.end(), "") for match in _INVISIBLE.finditer(text)]


@cache
def _width_table() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return how characters are folded, and the pattern of those that are."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _WIDE_KEPT}
    table |= _LINE_ENDS | _SPACES | _WIDE_SPACES
    for block in (range(0x2F00, 0x2FD6), range(0xF900, 0xFB00)):
        for code in block:
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code):
                table[code] = plain
    table |= {ord(row["id"]): row["folded"] for row in load_table("characters")}
    return {chr(code): folded for code, folded in table.items()}, _any_of(table)


def _any_of(codes: Iterable[int]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(map(chr, codes)))}]")


@cache
def _rare() -> re.Pattern[str]:
    """Return a pattern of the ideographs beyond GB 2312, which has those of ordinary simplified text."""
    rows = bytes(byte for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF) for byte in (row, cell))
    common = sorted(set(rows.decode("gb2312", "ignore")))
    between = (f"{chr(ord(a) + 1)}-{chr(ord(b) - 1)}" for a, b in pairwise(common) if ord(b) - ord(a) > 1)
    last = chr(ord(common[-1]) + 1)
    return re.compile(f"[\u3400-\u4dff{''.join(between)}{last}-\u9fff\U00020000-\U0003ffff]")


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC  # its dictionaries are read only when a text has traditional characters

    return OpenCC("t2s")


def _fold_traditional(text: str) -> str:
    rare = set(_rare().findall(text))
    if not rare or not _conversions(rare):
        return text
    return _TO_PLAN.sub("划", text.translate(_conversions(filter(_is_ideograph, set(text)))))


def _is_ideograph(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


def _conversions(characters: Iterable[str]) -> dict[int, str]:
    return {ord(char): to for char in characters if (to := _simple(char)) != char}


@lru_cache(maxsize=16_384)  # characters: the same few thousand in every text
def _simple(char: str) -> str:
    """Return what is read for a traditional character; itself for any other."""
    simple = _converter().convert(char)
    return simple if len(simple) == 1 else char
