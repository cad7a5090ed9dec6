"""Units and classifiers: which unit stands at a place of the text, and what it is.

Enters: folded text and a position. Leaves: the longest unit there, simple (元) or compound (微克/立方米).
Next: ``quantities``. The tables are ``rules/data/units.tsv``, ``unit_words.tsv`` and ``currencies.tsv``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from unionie.errors import RuleError
from unionie.rules import Row, load_table
from unionie.rules.ruleset import of_rules, rows_of
from unionie.values.folding import fold

__all__ = ["Unit", "UnitAt", "find_unit", "prefix_currency", "unit_after", "units_by_form"]


class Unit(NamedTuple):
    """A unit of the table; ``base`` and ``factor`` convert inside a dimension, ``shown`` replaces what is written."""

    form: str
    dimension: str
    base: str
    factor: Decimal | None
    code: str | None
    shown: str
    times: Decimal
    digits: bool
    noun: bool


class UnitAt(NamedTuple):
    """A unit that stands in the text up to ``end``."""

    end: int
    unit: Unit


_TAIL = re.compile(r"二氧化碳当量|标准煤|标煤")
_ELSE = re.compile(r"[年月日班股]|工(?![业程人作序地])|时(?![间段代候期刻点])|[da](?![A-Za-z0-9])")
_POINTS = re.compile(
    r"(?:\d\.\d{1,3}|(?:[增涨降升跌]幅|提高|上升|下降|回落|上涨|提升|降低|[涨降升跌高低])了?(?:约|近|超)?\d{1,2})$"
)
_MONTH = re.compile(r"月(?![底初末度份中旬日])")
_BRACKET = re.compile(r"\(([\u4e00-\u9fff]{1,2}(?:[、/][\u4e00-\u9fff]{1,2}){0,2})\)")
_UNTIMED = ("个", "名", "位", "届", "年", "代")
_MANY = re.compile("十?[百千万亿]+|10+[万亿]?")  # 121.6部/百人, 0.5吨标准煤/万元, 8升/100公里
_INSIDE = re.compile("[/·]")
_JOIN = re.compile(r"[/每]|·(?=[A-Za-z]|(?<=/[人户吨亩台件]·)[年月日天次班])")


def _unit(row: Row, form: str) -> Unit:
    return Unit(
        form,
        row["dimension"],
        row["base"],
        Decimal(row["factor"]) if row["factor"] else None,
        row["code"] or None,
        row["as"],
        Decimal(row["times"] or 1),
        row["needs"] == "digits",
        row["needs"] == "noun",
    )


@of_rules
def units_by_form() -> dict[str, Unit]:
    """Return the table of units by written form."""
    found: dict[str, Unit] = {}
    for row in rows_of("units"):
        for form in fold(row["written"]).split(" "):
            if form in found:
                raise RuleError(f"units.tsv, {row['id']}: {form} stands in another row already")
            found[form] = _unit(row, form)
    return found


@of_rules
def _lengths() -> dict[str, list[int]]:
    """Return by first characters how long the forms are that begin with them, the longest first."""
    found: dict[str, set[int]] = {}
    for form in units_by_form():
        found.setdefault(form[0], set()).add(len(form))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


@cache
def _words() -> dict[str, tuple[str, ...]]:
    return {row["unit"]: tuple(row["words"].split(" ")) for row in load_table("unit_words")}


@cache
def _units_after_all() -> tuple[str, ...]:
    return tuple(word for row in load_table("unit_words") for word in row["but"].split(" ") if word)


def find_unit(text: str, at: int) -> UnitAt | None:
    """Return the longest unit that begins at ``at``, or None where there is none or a word begins like one."""
    found = _simple(text, at)
    if found is None:
        return None
    end, unit = found
    if end < len(text):
        c = text[end]
        if c in "/每·" and (joined := _compound(text, found)):
            return joined
        if c in "二标" and unit.dimension == "mass" and (tail := _TAIL.match(text, end)):
            coal = UnitAt(tail.end(), unit._replace(form=unit.form + tail[0]))
            return _compound(text, coal) or coal
        if c in "次(" and unit.dimension in ("count", "area"):
            return _times(text, found) if c == "次" else _either(text, found)
    return found


def _times(text: str, found: UnitAt) -> UnitAt:
    """Return 台次, 亩次: what is counted each time."""
    unit = found.unit
    if unit.form.endswith("次") or unit.form in _UNTIMED or text.startswith(_words()["次"], found.end):
        return found
    return UnitAt(
        found.end + 1, unit._replace(form=f"{unit.form}次", dimension="count", base="", factor=None, code=None)
    )


def _either(text: str, found: UnitAt) -> UnitAt:
    """Return 件（套）, 台（套、件）, 架（艘/列）次: classifiers of which either counts."""
    bracket = _BRACKET.match(text, found.end)
    if bracket is None:
        return found
    for form in bracket[1].replace("/", "、").split("、"):
        other = units_by_form().get(form)
        if form != "次" and (other is None or other.dimension != "count"):
            return found
    end = bracket.end() + (text.startswith("次", bracket.end()) and not text.startswith(_words()["次"], bracket.end()))
    return UnitAt(end, found.unit._replace(form=text[found.end - len(found.unit.form) : end]))


def unit_after(text: str, at: int) -> UnitAt | None:
    """Return the unit at ``at``, where 月 after 个半 and 个多 means 个月."""
    if (month := _MONTH.match(text, at)) and text[at - 1] in "半多余":
        return UnitAt(month.end(), units_by_form()["个月"]._replace(shown="个月"))
    return find_unit(text, at)


def _simple(text: str, at: int) -> UnitAt | None:
    lengths = _lengths().get(text[at : at + 1])
    if lengths is None:
        return None
    units = units_by_form()
    for length in lengths:
        end = at + length
        form = text[at:end]
        unit = units.get(form)
        if unit is None or len(form) < length:
            continue
        if form[-1].isascii() and form[-1].isalpha():
            following = text[end : end + 1]
            if following.isascii() and (following.isalnum() or following == "_"):
                continue
        if form == "个点" and not _POINTS.search(text, max(0, at - 8), at):
            continue  # 设15|个点: places
        words = _words().get(form)
        if words is not None and text.startswith(words, at) and not text.startswith(_units_after_all(), at):
            continue
        return UnitAt(end, unit)
    return None


def _compound(text: str, first: UnitAt) -> UnitAt | None:
    """Return 元/千瓦时, 公里每小时, 元/(人·年): units joined by a stroke or 每; a code where all parts have one."""
    end, unit = first
    code, dimension = unit.code, unit.dimension
    whole: UnitAt | None = None
    opened = under = False
    for _ in range(3):
        join = (_INSIDE if opened else _JOIN).match(text, end)
        bracket = join is not None and join[0] == "/" and text.startswith("(", join.end())
        part = _part(text, join.end() + bracket) if join else None
        if join is None or part is None or (join[0] == "每" and text[part.end : part.end + 1] not in _CLOSERS):
            break
        opened, under = opened or bracket, under or join[0] != "·"
        sign = "/" if under else "."
        code = f"{code}{sign}{part.unit.code}" if code and part.unit.code and dimension != "money" else None
        dimension = _dimension(dimension, part.unit.dimension)
        end = part.end
        if opened and not text.startswith(")", end):
            continue
        end += opened
        opened = False
        form = text[first.end - len(unit.form) : end]
        whole = UnitAt(end, Unit(form, dimension, "", None, code, "", unit.times, unit.digits, unit.noun))
    return whole


def _part(text: str, at: int) -> UnitAt | None:
    """Return a unit of which a compound is made; without code where it is many: 升/百公里, 吨/万元."""
    part = _simple(text, at)
    if part is not None and text.startswith("²", part.end) and part.unit.code:
        return UnitAt(part.end + 1, part.unit._replace(code=f"{part.unit.code}2", dimension=""))
    if part is not None:
        return part
    many = _MANY.match(text, at)
    if many and (part := _simple(text, many.end())):
        return UnitAt(part.end, part.unit._replace(code=None))
    if calendar := _ELSE.match(text, at):
        known, kind = _CALENDAR.get(calendar[0]), "duration" if calendar[0] == "时" else ""
        return UnitAt(calendar.end(), Unit(calendar[0], kind, "", None, known, "", Decimal(1), False, False))
    return None


_CALENDAR = {"年": "a", "月": "mo", "日": "d", "时": "h", "d": "d", "a": "a"}
_CLOSERS = ("", *'每，。；、！？,;:：)（）(“”"\n\t …的')
_RATES = {
    ("length", "duration"): "speed",
    ("mass", "volume"): "concentration",
    ("money", ""): "price",
    ("amount", "volume"): "concentration",
    ("volume", "duration"): "flow",
    ("data", "duration"): "data rate",
    ("count", "area"): "density",
}


def _dimension(over: str, under: str) -> str:
    return "price" if over == "money" else _RATES.get((over, under), "rate")


class Currency(NamedTuple):
    """A mark or name of money that stands before its number."""

    form: str
    unit: str
    code: str


@cache
def _currencies() -> dict[str, list[Currency]]:
    index: dict[str, list[Currency]] = {}
    for row in load_table("currencies"):
        for form in row["written"].split(" "):
            index.setdefault(form[-1], []).append(Currency(form, row["unit"], row["code"]))
    for forms in index.values():
        forms.sort(key=lambda currency: -len(currency.form))
    return index


def prefix_currency(text: str, end: int, floor: int) -> Currency | None:
    """Return the currency mark or name that ends at ``end`` (¥, US$, 人民币, 港币), not reaching below ``floor``."""
    if end > floor + 1 and text[end - 1] == " " and "A" <= text[end - 2] <= "Z":  # USD 300
        named = prefix_currency(text, end - 1, floor)
        return named._replace(form=f"{named.form} ") if named and named.form.isalpha() else None
    for currency in _currencies().get(text[end - 1 : end], ()):
        start = end - len(currency.form)
        if start >= floor and text.startswith(currency.form, start):
            before = text[start - 1 : start]
            if before.isascii() and before.isalpha() and currency.form[0].isascii() and currency.form[0].isalpha():
                continue
            if before and (before.isdigit() or before in "百千万亿") and not currency.form[-1].isascii():
                continue  # 50美元一线: the money of the number before
            return currency
    return None
