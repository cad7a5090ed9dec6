"""Texts with their mentions marked by hand: {O 区供电公司}获{A 全国工人先锋号}; ¶ ends a line."""

from __future__ import annotations

import re
from array import array
from typing import NamedTuple

from unionie.clean.types import Block, CleanText
from unionie.frames import Mention, Sentence
from unionie.segment.sentences import split_sentences
from unionie.values.types import Time

LABELS = {"O": "ORG", "P": "PERSON", "A": "AWARD", "W": "WORK", "L": "LOC", "E": "EVENT", "T": "TITLE"}
_MARK = re.compile(r"\{([OPAWLET]) ([^{}]+)\}")
_KIND = re.compile(r"^<(\w+)>")
_TIME = re.compile("(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?|去年|今年|前年|日前")


class Marked(NamedTuple):
    """What the linking functions read."""

    clean: CleanText
    sentences: list[Sentence]
    mentions: list[Mention]
    times: list[Time]


def read_marked(source: str) -> Marked:
    """The text without its marks, a block for each line (<heading> before it names its kind), and its mentions."""
    text = ""
    blocks: list[Block] = []
    mentions: list[Mention] = []
    for line in source.split("¶"):
        kind = _KIND.match(line)
        words = line[kind.end() :] if kind else line
        words = words.replace("⇥", "\t")
        start, position = len(text), 0
        for mark in _MARK.finditer(words):
            text += words[position : mark.start()]
            mentions.append(Mention(len(text), len(text) + len(mark[2]), LABELS[mark[1]], "hand", {}))
            text += mark[2]
            position = mark.end()
        text += words[position:] + "\n"
        blocks.append(Block(kind[1] if kind else "paragraph", start, len(text) - 1))  # type: ignore[arg-type]
    text = text[:-1]
    clean = CleanText(text, text, text, array("I", range(len(text))), tuple(blocks))
    return Marked(clean, split_sentences(clean), mentions, [_time(match) for match in _TIME.finditer(text)])


def _time(match: re.Match[str]) -> Time:
    year = match.group()[:4]
    known = {"from_": f"{year}-01-01", "until": f"{int(year) + 1}-01-01"} if year.isdigit() else {}
    return Time(text=match.group(), start=match.start(), end=match.end(), kind="date", **known)
