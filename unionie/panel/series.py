"""One indicator across reports: the flow of a series on one screen.

Enters: records and the words for an indicator. Leaves: a ``Panel``. Next: the user's own analysis, ``chart``.
"""

from __future__ import annotations

from unionie.panel.bases import sign, unify_units
from unionie.panel.bodies import Body, find_bodies, name_bodies
from unionie.panel.frame import Panel, make_panel
from unionie.panel.gather import Records, Statement, gather
from unionie.panel.points import Point
from unionie.panel.reconcile import reconcile

__all__ = ["make_point", "series"]


def series(records: Records, indicator: str) -> Panel:
    """Return every figure of one indicator in ``records`` as a tidy DataFrame, a row a figure.

    ``records`` are Extractions, or what a run wrote: JSON lines, a folder of ``unionie archive``, its
    ``records.duckdb``. ``indicator`` is a concept by id or label (``unionie.list_concepts()``), any of its forms
    (发展会员, 新增会员 …), or, where there is no concept, an indicator's words. Columns are the fields of
    ``unionie.panel.Point``. Raises InputError, naming what is near, where no record has it.

    >>> import unionie
    >>> report = unionie.extract("2018年，清溪区总工会发展会员5600余人。", published="2019-01-25")
    >>> panel = unionie.series(report, indicator="新增会员")
    >>> panel[["body", "year", "value", "unit", "precision"]].values.tolist()
    [['清溪区总工会', 2018, Decimal('5600'), '人', 'over']]
    """
    _, statements = gather(records, indicator)
    bodies = find_bodies(statements)
    labels = name_bodies(bodies)
    points = [make_point(*each) for each in zip(statements, bodies, labels, strict=True)]
    return make_panel(reconcile(unify_units([sign(point) for point in points])))


def make_point(statement: Statement, body: Body, label: str) -> Point:
    """Return the figure of a fact, whose body is known, before units and repeats are brought together."""
    fact, about = statement
    return Point(
        body=label,
        region=body.region,
        organization=body.organization,
        year=_find_year(statement),
        value=fact.value,
        high=fact.high,
        unit=fact.unit,
        unit_code=fact.unit_code,
        precision=fact.precision,
        measure=fact.measure,
        modality=fact.modality,
        direction=fact.direction,
        baseline=fact.baseline,
        indicator=fact.indicator,
        concept=fact.concept,
        subject=fact.subject,
        period=fact.period,
        as_of=fact.as_of,
        written_unit=fact.unit,
        sources=(about.report,),
        report=about.report,
        title=about.title,
        published=about.published,
        fact=fact.id,
        part_of=fact.part_of,
        confidence=fact.confidence,
        mention=fact.mentions[0] if fact.mentions else None,
        evidence=fact.evidence,
        link=about.address + fact.id,
    )


def _find_year(statement: Statement) -> int | None:
    """Return the year in which the figure held, None where it spans several or nothing says."""
    fact = statement.fact
    if fact.as_of:
        return int(fact.as_of[:4])
    if fact.period and fact.period.start[:4] == fact.period.end[:4]:
        return int(fact.period.start[:4])
    return None
