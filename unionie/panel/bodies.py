"""Whose a figure is: a region, or an organization in it, by one name across reports.

Enters: statements. Leaves: for each its ``Body``, and labels that tell the bodies apart. Next: ``series``.

全市, 我市 and the city's own name are the report's region; the government of a region stands for it. A region for which
the reports name one organization only (区总工会, and 全区 beside it) is one body: its drift is noticed, not split.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from unionie.panel.gather import About, Statement
from unionie.records import Fact
from unionie.resolve.names.forms import read_region

__all__ = ["Body", "find_bodies", "name_bodies"]

_AREA = re.compile(r"(?:[省市区县州旗盟镇乡村国]|街道|社区|地区|新区|开发区)$")
_WHOLE = re.compile(r"[全我本该各]([国省市区县州旗盟镇乡村])(?:上下)?$")
_GOVERNMENT = re.compile(r"(?<=[省市区县州旗盟镇乡])(?:人民政府|政府|委、?政府|党委|委)$")
_YEARS = re.compile(r"[（(]?(?:19|20)?\d{2}(?:—|-|～|至)?(?:\d{2,4})?年?度?[）)]?")


class Body(NamedTuple):
    """Whose a figure is; None for what is not known. ``title`` stands in where nothing is."""

    region: str | None
    organization: str | None
    title: str | None = None


def find_bodies(statements: Sequence[Statement]) -> list[Body]:
    """Return the body of each statement, regions by their longest name in these reports."""
    found = [_find_body(fact, about) for fact, about in statements]
    longest = _join_regions(body.region for body in found)
    return [body._replace(region=longest.get(body.region or "") or body.region) for body in found]


def name_bodies(bodies: Sequence[Body]) -> list[str]:
    """Return a label for each body, the shortest that tells it from the others."""
    organizations: dict[str | None, set[str]] = defaultdict(set)
    for body in bodies:
        if body.organization is not None:
            organizations[body.region].add(body.organization)
    lone = {region: names.copy().pop() for region, names in organizations.items() if region and len(names) == 1}
    whole = [body._replace(organization=body.organization or lone.get(body.region or "")) for body in bodies]
    regions = _shorten({body.region for body in whole if body.region})
    several = len({body.region for body in whole}) > 1
    labels = {body: _label(body, regions, organizations[body.region], several=several) for body in set(whole)}
    shared = Counter(labels.values())
    return [labels[body] if shared[labels[body]] == 1 else _spell(body) for body in whole]


def _find_body(fact: Fact, about: About) -> Body:
    region = about.region
    name = fact.subject_full or fact.subject
    if name is None or fact.subject == region:
        return Body(region, None, None if region else _strip_years(about))
    level = _WHOLE.match(name)
    if level is not None:  # not resolved: the report's own level, or one above it
        own = read_region(region)
        if region and (own.last or "").endswith(level[1]):
            return Body(region, None)
        return Body(own.named(level[1]) or name, None) if region else Body(None, None, _strip_years(about))
    area = _GOVERNMENT.sub("", name)
    if _AREA.search(area):
        return Body(_spell_region(area, region), None)
    return Body(region, name)


def _spell_region(name: str, region: str | None) -> str:
    """Return the area's full name where it is one of the report's own divisions."""
    if region is None or name in ("全国", "我国"):
        return "全国" if name == "我国" else name
    at = region.find(name)
    return region[: at + len(name)] if at >= 0 else name


def _strip_years(about: About) -> str:
    return _YEARS.sub("", about.title or "").strip() or about.title or about.report


def _join_regions(regions: Iterable[str | None]) -> dict[str, str]:
    """Return for each region the longer name that ends in it, where there is one only: 清溪区 → 上洲市清溪区."""
    names = {region for region in regions if region}
    joined = {}
    for name in names:
        longer = [other for other in names if other != name and other.endswith(name)]
        longest = max(longer, key=len, default=name)
        joined[name] = longest if all(longest.endswith(other) for other in longer) else name
    return joined


def _shorten(regions: Iterable[str]) -> dict[str, str]:
    """Return the last part of each region's name where no other region shares it."""
    last = {region: read_region(region).last or region for region in regions}
    counts = Counter(last.values())
    return {region: name if counts[name] == 1 else region for region, name in last.items()}


def _label(body: Body, regions: dict[str, str], organizations: set[str], *, several: bool) -> str:
    region = regions.get(body.region or "", "")
    if body.organization is None or (several and len(organizations) == 1):
        return region or body.organization or body.title or ""
    return body.organization


def _spell(body: Body) -> str:
    return " ".join(filter(None, (body.region, body.organization, body.title)))
