"""Canonical indicators: 发展会员, 新发展会员 and 新增会员 are one concept.

Enters: an indicator in the text's words, its unit and measure. Leaves: the Concept that it is, or None: what is not
known stays as it is. Next: ``facts`` writes its id into the record.

The table is ``rules/data/concepts.tsv``. An indicator is matched as a whole, without the words that open or close any
indicator (全县…, …总数), and only with a unit that fits: 一产增加值 and 人均GDP are never GDP.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from unionie.clean.characters import fold_name
from unionie.rules import Row, load_table
from unionie.rules.forms import expand_form
from unionie.rules.ruleset import of_rules, rows_of

__all__ = ["Concept", "core_of", "find_concept", "list_concepts", "name_concepts", "share_class"]

_MARKS = str.maketrans("", "", "“”‘’\"'「」『』《》 \u3000\t\n")
_OPENING = re.compile(
    r"(?:[全我本该][省市区县州旗盟镇乡村院校厂局]|[\d.]+[万亿]元(?:及)?以上(?:的)?|(?:截至)?(?:年|月|期)[末底]|全年|累计|共计|合计|总计|[省市区县旗盟]本?级|区本级|共|现有|目前|已|实现|完成|达到)"
)
_CLOSING = re.compile(r"(?:总数|总量|共计|合计|总计|达到|达|为|共)$")
_GROWTH = re.compile(
    r"(?:同比|比上年|较上年)?(?:名义|实际)?(?:增长率|增长|增速|增幅|涨幅|降幅|下降|降低|提高)(?:速度|幅度)?$|(?:名义|实际)$"
)
_RELATIVE = ("change", "gap", "rank")
_COUNTED = {
    "people": frozenset("人名位个员口"),
    "visits": frozenset(["人次", "次", "人天"]),
    "households": frozenset("户家"),
    "bodies": frozenset("家个所户处间座支只站点"),
    "cases": frozenset(["件", "宗", "起", "例", "案", "件次", "个", "项"]),
}


class Concept(NamedTuple):
    """A canonical indicator: a stable id, labels, flow, stock or rate, and the units that fit."""

    id: str
    label: str
    label_en: str
    kind: str
    units: tuple[str, ...]


def find_concept(
    indicator: str,
    *,
    unit: str | None = None,
    dimension: str | None = None,
    measure: str = "level",
    subject: str | None = None,
) -> Concept | None:
    """Return the concept of an indicator, None where none is sure.

    ``unit`` and ``dimension`` are those of the figure, ``subject`` whose it is (鹤桥区常住人口 is 常住人口).

    >>> find_concept("新增会员", unit="人", dimension="count").id
    'union.new_members'
    """
    forms = _forms()
    for name in _readings(indicator, measure, subject):
        fitting = [concept for concept in forms.get(name, ()) if _fits(concept, unit, dimension, measure)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def name_concepts(words: str) -> tuple[Concept, ...]:
    """Return the concepts that words name whatever the unit: an id, a label in either language, or an indicator.

    >>> [concept.id for concept in name_concepts("GDP")]
    ['economy.gdp']
    """
    known = list_concepts()
    for named in ([each for each in known if each.id == words], [each for each in known if words in each[1:3]]):
        if named:
            return tuple(named)
    forms = _forms()
    return next((forms[name] for name in _readings(words, "change", None) if name in forms), ())


def core_of(indicator: str) -> str:
    """Return the words that two indicators share if they are the same: without 全年累计, 总数, 增长率."""
    *_, core = _readings(indicator, "change", None)
    return core


def list_concepts() -> list[Concept]:
    """Return the concepts of the table, in its order."""
    return list(dict.fromkeys(concept for concepts in _forms().values() for concept in concepts))


def _readings(indicator: str, measure: str, subject: str | None) -> Iterator[str]:
    """Yield the indicator as it stands, then with less of what opens and closes any indicator."""
    name = _plain(indicator)
    yield name
    if subject:
        name = name.removeprefix(_plain(subject)).removeprefix("的")
    while (opening := _OPENING.match(name)) is not None and opening.end() < len(name):
        yield name
        name = name[opening.end() :]
    yield name
    if measure in _RELATIVE:
        name = _GROWTH.sub("", name)
        yield name
    yield _CLOSING.sub("", name)


@lru_cache(maxsize=8192)  # the subject of every figure, and indicators that come back
def _plain(name: str) -> str:
    """Return the name in simplified characters of one width, without spaces and quotation marks."""
    return unicodedata.normalize("NFKC", fold_name(name)).translate(_MARKS)


def _fits(concept: Concept, unit: str | None, dimension: str | None, measure: str) -> bool:
    if measure == "rank":
        return True
    if measure in ("change", "gap") and (dimension in ("ratio", "points") or unit in ("倍", "番", "%")):
        return dimension != "points" or measure == "gap" or "ratio" in concept.units
    if measure == "share":
        return concept.kind == "rate" and dimension == "ratio"
    if dimension == "count":
        bare = unit or ""
        return "items" in concept.units or any(bare in _COUNTED.get(kind, ()) for kind in concept.units)
    return (dimension or "number") in concept.units


def share_class(unit: str, accepted: Iterable[str]) -> str | None:
    """Return the first of the ``accepted`` classes (people, visits, bodies …) that a counting unit belongs to.

    >>> share_class("名", ["people"]), share_class("人次", ["people"])
    ('people', None)
    """
    return next((kind for kind in accepted if unit in _COUNTED.get(kind, ())), None)


@of_rules
def _forms() -> dict[str, tuple[Concept, ...]]:
    """Return the concepts by all that their forms read; a user's form takes a packaged one over."""
    found: dict[str, tuple[Concept, ...]] = {}
    packaged = len(load_table("concepts"))
    for number, row in enumerate(rows_of("concepts")):
        concept = _concept(row)
        for form in row["forms"].split():
            for name in expand_form(_plain(form)):
                known = found.get(name, ()) if number < packaged else ()
                if concept not in known:
                    found[name] = (*known, concept)
    return found


def _concept(row: Row) -> Concept:
    return Concept(row["id"], row["label"], row["label_en"], row["kind"], tuple(row["unit"].split()))
