"""Where posts are held and which of them lead a body: the table that ``homes`` and ``officers`` read.

Enters: a title. Leaves: how the names of its bodies end; whether its holder leads the body, a few of its people, or
nobody.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from unionie.rules import load_table

__all__ = ["home_ends", "leads"]

_LONGEST = 6


@cache
def _homes() -> dict[str, tuple[str, ...]]:
    homes: dict[str, tuple[str, ...]] = {}
    for row in load_table("post_homes"):
        for title in row["titles"].split("|") if row["bodies"] else ():
            homes[title] = (*homes.get(title, ()), *row["bodies"].split("|"))
    return homes


@cache
def _leaders() -> dict[str, str]:
    rows = load_table("post_homes")
    return {title: row["leads"] for row in rows for title in row["titles"].split("|")}


def home_ends(title: str) -> tuple[str, ...]:
    """Return how the names of the bodies end where a post is held whose title ends with a word of the table.

    >>> home_ends("挂号处护士长")[:2]
    ('科', '室')
    """
    homes = _homes()
    sizes = range(min(_LONGEST, len(title)), 1, -1)
    return next((homes[title[-size:]] for size in sizes if title[-size:] in homes), ())


def leads(post: str) -> Literal["body", "few"] | None:
    """Tell whom the holder of a post leads: all of the body, a few people of it, or nobody.

    >>> leads("副主任"), leads("班长"), leads("班主任"), leads("校长")
    ('body', 'few', None, 'body')
    """
    leaders = _leaders()
    sizes = range(min(_LONGEST, len(post)), 1, -1)
    told = next((leaders[post[-size:]] for size in sizes if post[-size:] in leaders), "")
    if told in ("body", "few"):
        return "body" if told == "body" else "few"
    return "body" if told != "nobody" and post.endswith("长") and len(post) > 1 else None
