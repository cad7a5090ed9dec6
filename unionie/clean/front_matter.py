"""What a report says of itself at its head and foot: headline, authors, publisher, date line.

Enters: CleanText. Leaves: FrontMatter, all places in clean offsets. Next: ``resolve`` dates and names the report by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from unionie.clean.bylines import BylineRole, read_byline, read_speaker
from unionie.clean.headline import label_length, names_bodies
from unionie.clean.types import Block, CleanText

_LEAD = re.compile(
    r"(?:[\u3400-\u9fff]{0,10}(?:讯|电|消息)[ \u3000]*)?（([^（）]{0,20}(?:记者|通讯员|特派员)[^（）]{1,60})）"
    r"|[【〔［]((?:本报)?记者[^【】〔〕［］\n]{1,40}?报[导道])[】〕］]"
    r"|[\u3400-\u9fff]{0,10}(?:讯|电|消息)[ \u3000]+((?:记者|通讯员)[ \u3000]*[^，。]{2,40}?)(?:报道|[ \u3000]*$)"
)
_FOOT = re.compile(r"（([^（）]{2,60})）$")
_YEAR = r"(?:\d{4}|[〇○零一二三四五六七八九]{4}|民国[\d〇○零一二三四五六七八九十]{1,4})"
_DATE = re.compile(rf"{_YEAR}[年.\-/]\s?[\d一二三四五六七八九十]{{1,3}}[月.\-/]")
_DISPATCHED = re.compile(rf"[ \u3000]*【?[\u3400-\u9fff]{{2,12}}?({_YEAR}年\d{{1,2}}月\d{{1,2}}日)[讯电]")
_CLOSING = re.compile(
    rf"（[^（）截至自从于在\n]{{0,24}}?({_YEAR}[年.\-/]\d{{1,2}}[月.\-/]\d{{1,2}}日?)"
    r"(?![起前后至到—-])[^（）\n]{0,20}）[ \u3000]*$"
)
_SOURCE = re.compile(r"(?:来源|稿源|文章来源|信息来源|发布机构)[：:]\s*([^\s\u3000]{2,30})")
_MEDIA = re.compile(
    r"[\u3400-\u9fff]{0,12}(?:日报|晚报|时报|早报|晨报|都市报|商报|工人报|周报|导报|快报|新闻网|客户端|电视台|通讯社|新华网|人民网|网|报|杂志|社)$"
)
_MASTHEAD = re.compile(
    r"(?<![\u3400-\u9fff])[\u3400-\u9fff]{2,10}(?:日报|晚报|时报|早报|晨报|都市报|商报|工人报|周报|导报|快报|新报|时讯)(?![\u3400-\u9fff])"
)
_OWN_PAPER = re.compile(
    r"([\u3400-\u9fff]{2,8}(?:日报|晚报|时报|早报|晨报|都市报|商报|周报|导报|快报|网))(?:全媒体|融媒体|首席|见习|实习|特约)?(?:记者|通讯员)"
)
_ORG_DATE = re.compile(
    r"(?<![\u3400-\u9fff])(?!中华民国)([\u3400-\u9fff]{2,24}?)[ \u3000]*[（(]?"
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4}|(?:中华)?民国[\d〇○零一二三四五六七八九十]{1,4})[年.-]"
)
_RED_HEAD = re.compile(r"([\u3400-\u9fff]{4,30})文件$")
_FOOTNOTE = re.compile(r"(?:\[\d{1,2}\]|[①-⑳])$")
_OPENING = 2  # paragraphs
_FOOT_LENGTH = 64  # characters
_ISSUERS = re.compile(r"[^\s\u3000、]+")


class Place(NamedTuple):
    """A name and where it stands in the clean text; the name is written without inner space."""

    name: str
    start: int
    end: int


class Author(NamedTuple):
    """Who wrote, gave or issued the report; ``start:end`` in the clean text, ``name`` without inner space."""

    name: str
    start: int
    end: int
    role: BylineRole | Literal["issuer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The head of a report.

    ``title`` is the main headline in its own characters, never the ``kicker`` above or the ``subtitle`` below it;
    ``authors`` are reporters, correspondents, speakers and issuing bodies, ``editors`` those who edited, checked
    or photographed. ``dateline`` is the line in which the date of publication or delivery stands.
    """

    title: Place | None
    subtitle: Place | None
    kicker: Place | None
    authors: tuple[Author, ...]
    editors: tuple[Author, ...]
    publisher: Place | None
    dateline: tuple[int, int] | None


def read_front_matter(clean: CleanText) -> FrontMatter:
    """Return headline, authors, editors, publisher and date line of the report, each None or empty if not stated."""
    blocks = clean.blocks
    title = next((index for index, block in enumerate(blocks) if block.kind == "title"), None)
    above = [block for block in blocks[: title or 0] if block.kind == "subtitle"]
    below = [block for block in blocks[(title or 0) + 1 : (title or 0) + 6] if block.kind == "subtitle"]
    people = _unique([*_byline_authors(clean), *_lead_authors(clean), *_issuers(clean)])
    return FrontMatter(
        title=None if title is None else _headline(clean, blocks[title]),
        subtitle=_place(clean, below[0].start, below[0].end) if below else None,
        kicker=_place(clean, above[-1].start, above[-1].end) if above else None,
        authors=tuple(author for author in people if author.role != "editor"),
        editors=tuple(author for author in people if author.role == "editor"),
        publisher=_publisher(clean),
        dateline=find_dateline(clean),
    )


def _place(clean: CleanText, start: int, end: int) -> Place:
    return Place(clean.surface[start:end], start, end)


def _headline(clean: CleanText, block: Block) -> Place:
    """Return the headline without a label before it and the number of a footnote behind it."""
    note = _FOOTNOTE.search(clean.text, block.start, block.end)
    start = block.start + label_length(clean.text[block.start : block.end])
    return _place(clean, start, block.end if note is None else note.start())


def _unique(authors: list[Author]) -> list[Author]:
    found: dict[str, Author] = {}
    for author in authors:
        found.setdefault(author.name, author)
    return list(found.values())


def _byline_authors(clean: CleanText) -> list[Author]:
    authors = []
    for index, block in enumerate(clean.blocks):
        if block.kind not in ("byline", "dateline", "subtitle"):
            continue
        if block.kind == "byline" and _is_issuer(clean, index):
            authors += [
                Author(match.group(), match.start(), match.end(), "issuer")
                for match in _ISSUERS.finditer(clean.text, block.start, block.end)
            ]
            continue
        found = read_speaker(clean.text, block.start, block.end)
        if not found and (block.kind == "byline" or "责" in clean.text[block.start : block.end]):
            found = read_byline(clean.text, block.start, block.end)
        authors += [
            Author(clean.surface[start:end].replace("\u3000", ""), start, end, role) for start, end, role in found
        ]
    return authors


def _is_issuer(clean: CleanText, index: int) -> bool:
    """Return whether the byline names the bodies that issued the report, not people."""
    block = clean.blocks[index]
    return names_bodies(clean.text[block.start : block.end])


def _lead_authors(clean: CleanText) -> list[Author]:
    """Return the authors that 本报讯（记者 …） names, or a bracket at the end of the last paragraph."""
    paragraphs = [block for block in clean.blocks if block.kind == "paragraph"]
    spans = []
    for block in paragraphs[:2]:
        match = _LEAD.match(clean.text, block.start, block.end)
        if match is not None:
            spans.append(match.span(match.lastindex or 0))
    for block in paragraphs[-2:]:
        match = _FOOT.search(clean.text, max(block.start, block.end - _FOOT_LENGTH), block.end)
        if match is not None:
            spans.append(match.span(1))
    return [
        Author(clean.surface[start:end].replace("\u3000", ""), start, end, role)
        for span in spans
        for start, end, role in read_byline(clean.text, *span)
    ]


def _issuers(clean: CleanText) -> list[Author]:
    """Return the bodies that a date line names as the source, or that sign it: not the media."""
    authors = []
    for block in _datelines(clean):
        match = (
            _SOURCE.search(clean.text, block.start, block.end)
            or _RED_HEAD.match(clean.text, block.start, block.end)
            or _ORG_DATE.search(clean.text, block.start, block.end)
        )
        if match is None or _MEDIA.search(match.group(1)) or _DATE.match(match.group(1)):
            continue
        if match.re is not _ORG_DATE or names_bodies(match.group(1)):
            authors.append(Author(clean.surface[match.start(1) : match.end(1)], *match.span(1), "issuer"))
    return authors


def _publisher(clean: CleanText) -> Place | None:
    for block in clean.blocks:
        if block.kind == "dateline":
            source = _SOURCE.search(clean.text, block.start, block.end)
            if source is not None and _MEDIA.search(source.group(1)):
                return _place(clean, *source.span(1))
            masthead = _MASTHEAD.search(clean.text, block.start, block.end)
            if masthead is not None:
                return _place(clean, *masthead.span())
        elif block.kind == "byline":
            paper = _OWN_PAPER.search(clean.text, block.start, block.end)
            if paper is not None:
                return _place(clean, *paper.span(1))
    return None


def _datelines(clean: CleanText) -> list[Block]:
    return [block for block in clean.blocks if block.kind == "dateline"]


def find_dateline(clean: CleanText) -> tuple[int, int] | None:
    """Return the line that dates the report: a date line before a session note, else a date that opens or closes it."""
    session = [block for block in clean.blocks[:40] if block.kind == "subtitle"]
    for block in _datelines(clean) + session:
        if _DATE.search(clean.text, block.start, block.end):
            return block.start, block.end
    return find_dispatched(clean)


def find_dispatched(clean: CleanText) -> tuple[int, int] | None:
    """Return the date with which news open or the text closes: 甲城2023年6月4日讯, （2024年1月23日）."""
    paragraphs = [block for block in clean.blocks if block.kind == "paragraph"]
    found = [_DISPATCHED.match(clean.text, block.start, block.end) for block in paragraphs[:_OPENING]]
    found += [
        _CLOSING.search(clean.text, max(block.start, block.end - _FOOT_LENGTH), block.end) for block in paragraphs[-1:]
    ]
    return next((match.span(1) for match in found if match), None)
