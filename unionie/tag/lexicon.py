"""What the taggers know of single words, read from the rule tables once.

Enters: ``rules/data`` (org_heads, org_words, tag_words, places, divisions, post_heads, names …).
Leaves: sets and tables of words. Next: ``words`` gives every word of a text its kind by them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from unionie.rules import load_table

__all__ = ["Lexicon", "NameParts", "lexicon", "name_parts", "table_words", "word_set"]


_LEVELS = {"prefecture": "city"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by the part that they play in names of places, organizations and posts."""

    heads: dict[str, str]
    """Head word of organizations → role: full, sub, self, formal or site."""
    types: dict[str, str]
    """Head word → type of organization: union, government, party, company, school, hospital, media, court, other."""
    descriptors: frozenset[str]
    brands: frozenset[str]
    generic: frozenset[str]
    stops: frozenset[str]
    not_heads: frozenset[str]
    places: dict[str, str]
    """Name of a place → level: country, region, province, city or county."""
    suffixes: dict[str, str]
    """Ending of names of places → level: province, city, county, township, village or street."""
    not_places: frozenset[str]
    posts: dict[str, str]
    """Head word of posts → official, profession or byline."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """Characters and syllables of personal names."""

    surnames: frozenset[str]
    compounds: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    weak: frozenset[str]
    syllables: frozenset[str]
    alone: frozenset[str]
    not_names: frozenset[str]
    address: frozenset[str]


def table_words(table: str, kind: str, column: str = "kind") -> list[str]:
    """Return the words of all rows of ``table`` whose ``column`` is ``kind``, in file order."""
    return [word for row in load_table(table) if row[column] == kind for word in row["words"].split()]


@cache
def word_set(kind: str) -> frozenset[str]:
    """Return the words of one kind of ``tag_words``: roads, levels, prefixes of posts."""
    return frozenset(table_words("tag_words", kind))


@cache
def lexicon() -> Lexicon:
    """Return the word tables of names of places, organizations and posts."""
    heads: dict[str, str] = {}
    types: dict[str, str] = {}
    for row in load_table("org_heads"):
        for word in row["words"].split():
            heads[word] = row["role"] if row["role"] == "self" else heads.get(word, row["role"])
            types.setdefault(word, row["type"])
    levels = {row["name"]: _LEVELS.get(row["level"], row["level"]) for row in load_table("divisions")}
    levels = {name: level for name, level in levels.items() if len(name) > 1}
    for row in load_table("places"):
        if row["kind"] == "name":
            levels |= dict.fromkeys(row["words"].split(), row["level"])
    suffixes = {
        word: row["level"] for row in load_table("places") if row["kind"] == "suffix" for word in row["words"].split()
    }
    return Lexicon(
        heads=heads,
        types=types,
        descriptors=frozenset(table_words("org_words", "descriptor")),
        brands=frozenset(table_words("org_words", "brand")),
        generic=frozenset(table_words("org_words", "generic")),
        stops=frozenset(table_words("org_words", "stop")),
        not_heads=frozenset(table_words("org_words", "not-head")),
        places=levels | _short_names(levels),
        suffixes=suffixes,
        not_places=frozenset(table_words("places", "not-place")),
        posts=dict.fromkeys(table_words("names", "cue"), "profession")
        | {row["word"]: row["kind"] for row in load_table("post_heads")},
    )


def _short_names(levels: dict[str, str]) -> dict[str, str]:
    """Return names without their ending (南昌市 → 南昌) for cities; those of counties are words too often."""
    ambiguous = frozenset(table_words("places", "ambiguous"))
    return {
        name[:-1]: level
        for name, level in levels.items()
        if level == "city" and name[-1] == "市" and name[:-1] not in ambiguous
    }


@cache
def name_parts() -> NameParts:
    """Return the characters and syllables that personal names are made of."""
    never = frozenset("".join(table_words("names", "never")))
    weak = frozenset("".join(table_words("names", "weak")))
    return NameParts(
        surnames=frozenset("".join(table_words("names", "surname"))),
        compounds=frozenset(table_words("names", "compound")),
        given=frozenset("".join(table_words("names", "given"))) - (never - weak),
        never=never - weak,
        weak=weak,
        syllables=frozenset(table_words("names", "given-word")),
        alone=frozenset(table_words("names", "alone")),
        not_names=frozenset(table_words("names", "not-name")),
        address=frozenset(table_words("names", "address")),
    )
