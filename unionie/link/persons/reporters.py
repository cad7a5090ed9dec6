"""Who stands in a byline behind a word for it: 记者甲, 通讯员：乙, 文/图 丙（某文化馆）.

Enters: the clean text, its mentions and a PERSON mention. Leaves: where that word stands, then the person's frame.
Next: ``people`` keeps it among those of all persons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.clean.types import Block, CleanText
from unionie.frames import Mention, PersonFrame
from unionie.link.honours.frames import compact
from unionie.link.honours.names import strip_marks
from unionie.link.posts.behind import employer_behind
from unionie.link.posts.words import Extent

__all__ = ["EDITORS", "SHOT", "SHOWN", "find_label", "name_of", "of_byline"]

_LABEL = re.compile(
    "((?:本报|本网|本刊|本台|特约|特派|见习|实习|首席|驻[一-鿿]{2,4}|全媒体|融媒体|责任|值班|图片|文字|摄影|美术)*"
    "(?:记者|通讯员|编委|编辑|责编|美编|摄影|撰稿|撰文|作者|校对|版式|编审|审核|[一二三初复终]审|监制|策划|统筹|供稿|供图|实习生|制图|文[／/]图|图[／/]文|文字|图片|文|图))"
    "(?:[／/、和]?(?:文|图|摄影|摄|视频|图片|文字))*[／/:：|｜\\s　]*$"
)
SHOWN = re.compile("(?:本报|本网|本刊|本台)+")
# Behind the name of whoever took the picture: 本报记者 甲 摄.
SHOT = re.compile("(?:[\\s　、]+(?:通讯员[\\s　]*)?[一-鿿·]{2,4})?[\\s　]*[/／]?摄影?(?=[\\s　]*(?:[）。\\n0-9]|$))")
# Labels and names alone that end a paragraph: …。记者：甲　视频：乙, …。通讯员甲报道.
_SIGNED = re.compile(
    "[\\s　]*(?:[本特见实][报网刊台约习])*(?:记者|通讯员|撰稿|撰文|执笔|作者|文[/／]?图?[:：/／])"
    "[^，。；！？、“”（）\\n]{2,36}"
)
_SUPPLIED = re.compile("[一-鿿]供[图稿][\\s　]+$")  # behind who supplied it
_REACH = 44
EDITORS = re.compile(
    "编辑|主编|编委|责编|美编|校对|版式|编审|审核|[一二三初复终]审|监制|策划|统筹|摄影|供图|制图|(?<!文[/／])图(?![/／]文)"
)
_WIRED = re.compile(
    "([一-鿿]{2,8}(?:报|新闻网|通讯社)|新华社|中新社)(?<!本报)"
    "(?:(?:[一-鿿]{0,6}[0-9]{1,2}月[0-9]{1,2}日)?[讯电][（( 　]|[（(])[^（）()]{0,12}$"
    "|《([^《》\n]{2,16})》$"
)
_TRAINEES = frozenset(["实习生", "见习记者", "实习记者"])  # of the paper of whoever stands before them
_NO_POSTS = frozenset(
    ["作者", "撰文", "撰稿", "供稿", "审核", *(f"{one}审" for one in "一二三初复终")]
)  # words of a byline that say what somebody did
_BY = re.compile("（[^（）]*(?:记者|通讯员|作者|文[/／]|[/／]文)[^（）]*$|[【〔［](?:本报)?记者[^【】〔〕［］]*$")


def find_label(
    text: str, block: Block, person: Mention, previous: Mention | None, labels: dict[int, Extent]
) -> Extent | None:
    """Return where the byline's word for the person stands: 记者, 通讯员 …; names side by side share it."""
    lead = text[max(block.start, person.start - 24) : person.start]
    match = _LABEL.search(lead)
    if match and _SUPPLIED.search(lead):
        return None  # 某文化馆供图　甲摄
    if match and match.group(1) == "作者" and lead[: match.start()].endswith(("，", "》")):
        return None  # 一等奖：《…》，作者甲
    if match and (block.kind in ("byline", "dateline") or _in_byline(text, block, person.start)):
        offset = person.start - len(lead)
        return offset + match.start(1), offset + match.end(1)
    if previous is not None and previous.start in labels and previous.start >= block.start:
        between = text[previous.end : person.start]
        if re.fullmatch("(?:（[^（）\\n]{2,16}）)?[\\s　、，,和及/／]*", between):
            return labels[previous.start]
    return None


def _in_byline(text: str, block: Block, start: int) -> bool:
    """Tell whether the place is a byline inside a paragraph: （记者…）, or a line that is all names."""
    lead = text[max(block.start, start - 80) : start]
    if (
        _BY.search(lead)
        or _closes(text, block, start)
        or (start - block.start <= 40 and re.search("(?:[报网刊台社]讯|本报记者)[^）]*$", lead))
    ):
        return True
    return block.end - block.start <= 60 and "。" not in text[block.start : block.end]


def _closes(text: str, block: Block, start: int) -> bool:
    """Tell whether the paragraph ends with labels and names alone behind its last sentence: …。记者：甲　视频：乙."""
    last = max(text.rfind(mark, block.start, start) for mark in "。！？”）")
    rest = _SIGNED.fullmatch(text, last + 1, block.end) if start - last <= _REACH else None
    return last > block.start and rest is not None


def of_byline(
    clean: CleanText, mentions: Sequence[Mention], person: Mention, label: Extent, before: PersonFrame | None
) -> PersonFrame:
    """Return the frame of a person behind a byline's word, which is the post unless it says what somebody did."""
    title = clean.surface[slice(*label)]
    word = clean.text[slice(*label)]
    media = next((clean.surface[slice(*m[:2])] for m in mentions if m.label == "ORG" and m.end == label[0]), None)
    if media is None and "记者" in word:
        wired = _WIRED.search(clean.text, max(0, label[0] - 40), label[0])
        media = clean.surface[slice(*wired.span(wired.lastindex or 0))] if wired else None
    own = SHOWN.match(title)
    if own:
        title = title[own.end() :]
    colleague = own is None and word in _TRAINEES and before is not None and before.rule == "person.byline"
    if media is None and before is not None and colleague:
        media = before.organization
    shot = SHOT.match(clean.text, person.end) is not None
    role = "other" if shot or EDITORS.search(word) else "author"
    if media is None:
        media = employer_behind(clean, mentions, person)
    return PersonFrame(
        person=person,
        name=name_of(clean, person),
        organization=media,
        titles=[] if word[0] in "文图" or word in _NO_POSTS else [title],
        role=role,
        rule="person.byline",
    )


def name_of(clean: CleanText, person: Mention) -> str:
    """Return the name of a person as records have it: without the spaces that set it wide."""
    name = compact(clean.surface[person.start : person.end])  # a Latin name keeps its space
    return name if name.isascii() else strip_marks(name) or name
