"""What changed between two reports of one body: indicators up, down, new and gone.

Enters: two Extractions. Leaves: a DataFrame, a row an indicator. Next: the user.

Of several figures that a report gives for one indicator, its latest year counts. What belongs to the body that most of
a report's figures belong to is compared with the same of the other report, so that two cities may be compared as well.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from unionie.errors import InputError
from unionie.io.frames import make_frame
from unionie.io.rows import get_columns_of, make_row
from unionie.panel.bases import sign, unify_units
from unionie.panel.bodies import find_bodies, name_bodies
from unionie.panel.gather import state
from unionie.panel.points import Point
from unionie.panel.reconcile import find_bounds, worth
from unionie.panel.series import make_point
from unionie.records import Extraction
from unionie.records.models import Measure, Modality, PrecisionMark
from unionie.resolve.concepts import core_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Change", "compare"]

Status = Literal["up", "down", "same", "new", "gone"]


@dataclass(slots=True, kw_only=True)
class Change:
    """An indicator in two reports; its fields are the columns of the table, in their order.

    ``body`` is whose figure it is, by the words of ``b`` where both have it. ``before`` and ``after`` are in ``unit``,
    decreases negative; ``change`` is their difference, ``growth`` the same in percent for levels. ``status`` is
    ``same`` where both can be one number (5600余 and 5,612). ``before_fact`` and ``after_fact`` are ids of facts.
    """

    indicator: str
    concept: str | None
    body: str | None
    measure: Measure
    modality: Modality
    unit: str | None
    before: Decimal | None
    after: Decimal | None
    change: Decimal | None
    growth: float | None
    status: Status
    before_year: int | None
    after_year: int | None
    before_precision: PrecisionMark | None
    after_precision: PrecisionMark | None
    before_fact: str | None
    after_fact: str | None


def compare(a: Extraction, b: Extraction) -> pd.DataFrame:
    """Return what changed from report ``a`` to report ``b`` of the same body, a row an indicator.

    Rows stand in the order of ``b``, those that are gone at the end. Columns are the fields of
    ``unionie.panel.compare.Change``. Raises InputError for anything but two Extractions that could be read.

    >>> import unionie
    >>> a = unionie.extract("2017年，清溪区总工会新建工会30家，发展会员5100人。", published="2018-01-20")
    >>> b = unionie.extract("2018年，清溪区总工会新建工会36家，救助困难职工80人。", published="2019-01-25")
    >>> changes = unionie.compare(a, b)
    >>> changes[["indicator", "before", "after", "status"]].astype(object).where(changes.notna(), None).values.tolist()
    [['新建工会', Decimal('30'), Decimal('36'), 'up'], ['救助困难职工', None, Decimal('80'), 'new'], ['发展会员', Decimal('5100'), None, 'gone']]
    """  # noqa: E501  what the example prints
    for report in (a, b):
        if not isinstance(report, Extraction):
            raise InputError(f"compare takes two Extractions, not {type(report).__name__}")
        if report.status == "failed":
            raise InputError(f"{report.source or 'report'}: could not be read: {report.error}")
    before, after = _choose(a, b)
    keys = dict.fromkeys([*after, *before])
    columns = get_columns_of(Change)
    return make_frame(columns, [make_row(_change(before.get(key), after.get(key)), columns) for key in keys])


def _choose(a: Extraction, b: Extraction) -> Iterator[dict[Hashable, Point]]:
    """Yield for each report the figure to compare of each indicator."""
    sides = [state(a), state(b)]
    statements = [each for side in sides for each in side]
    bodies = find_bodies(statements)
    labels = name_bodies(bodies)
    points = [sign(make_point(*each)) for each in zip(statements, bodies, labels, strict=True)]
    count = len(sides[0])
    owns = [_find_own(points[:count]), _find_own(points[count:])]
    keyed = [(_key(point, owns[index >= count]), index >= count, point) for index, point in enumerate(points)]
    groups: dict[Hashable, list[tuple[bool, Point]]] = defaultdict(list)
    for key, second, point in keyed:
        groups[key].append((second, point))
    chosen: tuple[dict[Hashable, Point], ...] = ({}, {})
    for key, group in groups.items():
        for (second, _), point in zip(group, unify_units([point for _, point in group]), strict=True):
            rival = chosen[second].get((key, point.unit))
            if rival is None or _rank(point) > _rank(rival):
                chosen[second][key, point.unit] = point
    yield from chosen


def _find_own(points: Sequence[Point]) -> str | None:
    """Return the body that most figures of a report belong to."""
    return max(Counter(point.body for point in points).items(), key=lambda item: item[1], default=(None, 0))[0]


def _key(point: Point, own: str | None) -> Hashable:
    """Return what two figures of two reports share that are of one indicator."""
    name = point.concept or core_of(point.indicator)
    body = None if point.body == own else point.body
    yearly = point.measure == "change" and point.baseline == "year_on_year"
    return name, body, point.measure, point.modality, None if yearly else point.baseline, point.part_of is not None


def _rank(point: Point) -> tuple[object, ...]:
    return point.year or 0, *worth(point)


def _change(before: Point | None, after: Point | None) -> Change:
    point = after or before
    assert point is not None  # noqa: S101  a key comes from one of them
    difference = after.value - before.value if before and after else None
    level = point.measure == "level" and before is not None and before.value > 0
    return Change(
        indicator=point.indicator,
        concept=point.concept,
        body=point.body,
        measure=point.measure,
        modality=point.modality,
        unit=point.unit,
        before=before.value if before else None,
        after=after.value if after else None,
        change=difference,
        growth=float(difference / before.value * 100) if before and difference is not None and level else None,
        status=_status(before, after),
        before_year=before.year if before else None,
        after_year=after.year if after else None,
        before_precision=before.precision if before else None,
        after_precision=after.precision if after else None,
        before_fact=before.fact if before else None,
        after_fact=after.fact if after else None,
    )


def _status(before: Point | None, after: Point | None) -> Status:
    if before is None or after is None:
        return "new" if before is None else "gone"
    said = (before.value, before.high) == (after.value, after.high)
    if said or (_is_measured(before) and _is_measured(after) and find_bounds(before).meets(find_bounds(after))):
        return "same"
    return "up" if _middle(after) > _middle(before) else "down"


def _is_measured(point: Point) -> bool:
    """Return whether the figure was measured and is told more or less exactly; aims and bounds are as they are."""
    return point.modality == "actual" and point.precision not in ("at_least", "at_most", "under", "range")


def _middle(point: Point) -> Decimal:
    return point.value if point.high is None else (point.value + point.high) / 2
