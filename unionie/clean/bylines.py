"""Bylines: who stands in them, in which role.

Enters: a stretch of the clean text. Leaves: names with places and roles. Next: ``front_matter``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from unionie.clean.names import name_pattern
from unionie.rules import load_table

BylineRole = Literal["reporter", "correspondent", "speaker", "editor"]
Found = list[tuple[int, int, BylineRole]]

_WORD = re.compile(r"[^\s\u3000、，；;,/／：:（）()【】|□■◇]+")
_PLAIN_NAME = re.compile(r"[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8}){1,3}|[\u3400-\u9fff]{2,4}")
_PLACES = re.compile(
    r"(?:报|网|社|台|会|局|院|校|室|部|站|处|公司|集团|中心|实习|提供|报导|报道|图片|照片|文字|整理|[\d一二三四五六七八九十]版)$"
)
_SPEAKER = re.compile(
    r"(?:主席|市长|省长|区长|县长|旗长|州长|镇长|乡长|院长|检察长|主任|书记|董事长|总经理|总裁|局长|会长|部长|校长|理事长"
    r"|行长|厂长|专员|盟长|秘书长|委员长|总监|所长|站长|主编|教授)[ \u3000]{1,4}"
)


@cache
def _role_cues() -> tuple[re.Pattern[str], dict[str, BylineRole]]:
    roles: dict[str, BylineRole] = {}
    for row in load_table("byline_roles"):
        for word in row["words"].split():
            roles[word] = row["role"]  # type: ignore[assignment]
    words = "|".join(sorted(map(re.escape, roles), key=len, reverse=True))
    return re.compile(
        rf"(?:^|(?<=[\s\u3000、，；（）()【〔［□■◇/／])|(?<=[报网社台]))(?:本报|本网|本刊|本台)?({words})(?![部室组])"
    ), roles


def read_byline(text: str, start: int, end: int) -> Found:
    """Return the people of a byline, in order; [] when the stretch names nobody in a role, or not only names."""
    pattern, roles = _role_cues()
    cues = list(pattern.finditer(text, start, end))
    first = cues[0].start() if cues else end
    before = _names(text, start, first, strict=True)
    if not cues:
        return [(*span, "reporter") for span in before] if _covers(text, start, end, before) else []
    found: Found = [(*span, "reporter") for span in before]
    role: BylineRole = "reporter"
    for cue, following in zip(cues, [*(cue.start() for cue in cues[1:]), end], strict=True):
        role = roles[cue.group(1)]
        found += [(*span, role) for span in _names(text, cue.end(), following, strict=False)]
    return found


def read_speaker(text: str, start: int, end: int) -> Found:
    """Return the speaker of a line like 某县人民政府县长　陆怀岳."""
    found: Found = []
    for match in _SPEAKER.finditer(text, start, end):
        name = _PLAIN_NAME.match(text, match.end(), end)
        if name is not None and (name.end() == end or text[name.end()] in " \u3000）)"):
            found.append((*name.span(), "speaker"))
    return found


def _names(text: str, start: int, end: int, *, strict: bool) -> list[tuple[int, int]]:
    """Return the words that are names; ``strict`` asks for a known surname, else any word of that length will do."""
    whole = name_pattern().fullmatch(text, start, end)
    if whole is not None and text[start:end].count("\u3000") == 1 and end - start <= 4:
        return [(start, end)]
    names = []
    for word in _WORD.finditer(text, start, end):
        if _PLACES.search(word.group()) or text[word.end() : word.end() + 1] in ("：", ":"):
            continue
        pattern = name_pattern() if strict else _PLAIN_NAME
        if pattern.fullmatch(text, *word.span()):
            names.append(word.span())
    return names


def _covers(text: str, start: int, end: int, names: list[tuple[int, int]]) -> bool:
    """Return whether the stretch is nothing but names, and offices that they write for."""
    words = [word for word in _WORD.finditer(text, start, end) if not _PLACES.search(word.group())]
    return bool(names) and sum(last - first for first, last in names) == sum(len(word.group()) for word in words)
