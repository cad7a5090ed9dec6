"""Likely slips of an annotator: each is a place to look at, not an error.

Enters: a GoldReport. Leaves: one line per suspicion. Next: the annotator, by ``unionie corpora check --slips``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unionie.corpora.gold import GoldFact, GoldReport
from unionie.values import find_quantities, find_times

_CLAUSE = re.compile(r"(?<!年)[，,]|[；;。！？、（）\n\t]")  # 2018年，… is one clause
_DEICTIC = re.compile(
    r"(?<![安完健齐])(?:我|本|全|该|吾)(?:省|市|区|州|县|旗|镇|乡|村|街道|院|校|局|所|厂|站|会|馆|公司|集团|中心|学校|医院|社区|协会|学院|园区|系统|行|矿|段|队)"
)
_NOT_DEICTIC = re.compile(
    r"(?:我|本|全|该|吾)(?:市场|会议|行业|区域|厂房|队伍|校园|村民|局面|行车|部门)|安全|完全|健全|齐全"
)
_QUOTES = str.maketrans("", "", "“”‘’「」『』")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年(?!度?前|代)")
_YEARLY = re.compile(r"同比|比上年|较上年|比去年|较去年")
_REPEATED = {"ORG": 3, "PERSON": 2, "AWARD": 4, "LOC": 3, "WORK": 3, "EVENT": 5}  # shortest name looked for again


def find_slips(report: GoldReport) -> list[str]:
    """Return what looks like a slip in one annotated report, a line each; empty when nothing does."""
    return [
        *_unmarked_names(report),
        *_values(report),
        *_subjects(report),
        *_times(report),
        *_totals(report),
        *_changes(report),
        *_people(report),
        *_awards(report),
        *_deictics(report),
    ]


def _unmarked_names(report: GoldReport) -> Iterator[str]:
    spans = [(entity.start, entity.end) for entity in report.entities]
    names = {(entity.text, entity.label) for entity in report.entities if not entity.optional}
    for name, label in sorted(names):
        if len(name) < _REPEATED.get(label, 99):
            continue
        for match in re.finditer(re.escape(name), report.text):
            if not any(start < match.end() and match.start() < end for start, end in spans):
                yield f"{label} {name!r} is marked elsewhere, not in {_around(report, match.start(), match.end())}"


def _values(report: GoldReport) -> Iterator[str]:
    for index, fact in enumerate(report.facts):
        surface = report.text[fact.start : fact.end]
        found = find_quantities(surface)
        if len(found) != 1 or (found[0].start, found[0].end) != (0, len(surface)) or found[0].unit is None:
            continue
        units = {fact.unit, *fact.unit_alt}
        ours = (found[0].value, found[0].high, found[0].precision)
        if ours != (fact.value, fact.high, fact.precision) and found[0].value != fact.alt_value:
            theirs = f"{fact.value} {fact.high} {fact.precision}"
            yield f"fact {index} {surface!r} reads {' '.join(map(str, ours))}, not {theirs}"
        elif found[0].unit not in units:
            yield f"fact {index} {surface!r} has the unit {found[0].unit}, not {fact.unit}"


def _subjects(report: GoldReport) -> Iterator[str]:
    bare = "".join(report.text.split()).translate(_QUOTES)
    known = {name for group in report.aliases for name in group}
    for index, fact in enumerate(report.facts):
        if fact.subject and fact.subject not in known and "".join(fact.subject.split()).translate(_QUOTES) not in bare:
            yield f"fact {index} {_surface(report, fact)}: the subject {fact.subject!r} stands nowhere in the text"
    for group in report.aliases:
        for name in sorted(group):
            if "".join(name.split()).translate(_QUOTES) not in bare and len(group) == 1:
                yield f"alias {name!r} stands alone and nowhere in the text"


def _times(report: GoldReport) -> Iterator[str]:
    for index, fact in enumerate(report.facts):
        clause = _clause_before(report, fact)
        years = _YEAR.findall(clause)
        stated = {day[:4] for day in (*(fact.period or ()), fact.as_of or "") if day}
        compared = fact.base is not None or fact.measure in ("change", "gap") or fact.unit == "倍"
        if years and stated and years[-1] not in stated and not _between(fact, years[-1]) and not compared:
            yield f"fact {index} {_surface(report, fact)}: dated {sorted(stated)}, but {years[-1]}年 stands before it"
        if re.search(r"截[至止]", clause) and fact.as_of is None and fact.measure == "level" and find_times(clause):
            yield f"fact {index} {_surface(report, fact)}: no as_of behind {clause!r}"
        undated = fact.as_of is None and fact.period is None and fact.modality == "actual" and not fact.optional
        if undated and years:
            yield f"fact {index} {_surface(report, fact)}: undated behind {clause!r}"


def _between(fact: GoldFact, year: str) -> bool:
    return fact.period is not None and fact.period[0][:4] <= year <= fact.period[1][:4]


def _clause_before(report: GoldReport, fact: GoldFact) -> str:
    """Return the words between the value and the clause's beginning or the value before it."""
    before = report.text[max(0, fact.start - 40) : fact.start]
    last = max((other.end for other in report.facts if other.end <= fact.start), default=0)
    before = before[max(0, len(before) - (fact.start - last)) :]
    return _CLAUSE.split(before)[-1]


def _totals(report: GoldReport) -> Iterator[str]:
    for index, fact in enumerate(report.facts):
        if fact.part_of is None:
            continue
        total = report.facts[fact.part_of]
        if total.optional or fact.optional:
            continue
        if fact.measure == total.measure == "level" and fact.unit == total.unit and fact.value > total.value:
            yield f"fact {index} {_surface(report, fact)} is more than its total {_surface(report, total)}"
        if fact.part_of > index and report.text[fact.end : total.start].count("。") > 1:
            yield f"fact {index} {_surface(report, fact)}: its total stands far behind: {_surface(report, total)}"
        if total.measure == "change" and fact.measure == "level":
            yield f"fact {index} {_surface(report, fact)} is a part of a change: {_surface(report, total)}"


def _changes(report: GoldReport) -> Iterator[str]:
    for index, fact in enumerate(report.facts):
        if fact.measure in ("change", "gap") and fact.direction is None and fact.value and not fact.optional:
            yield f"fact {index} {_surface(report, fact)}: a {fact.measure} without direction"
        if fact.measure == "level" and fact.base is not None and fact.unit not in ("倍", "%") and not fact.optional:
            yield f"fact {index} {_surface(report, fact)}: a level with a baseline {fact.base!r}"
        clause = _clause_before(report, fact)
        if fact.measure == "change" and fact.base is None and _YEARLY.search(clause):
            yield f"fact {index} {_surface(report, fact)}: no baseline behind {clause!r}"
        if (
            fact.measure == "level"
            and re.search(r"(?:同比|环比|净)?(?:增长|下降|减少|降低)了?$", clause)
            and not fact.optional
        ):
            yield f"fact {index} {_surface(report, fact)}: a level behind {clause!r}"


def _people(report: GoldReport) -> Iterator[str]:
    marked = {"".join(entity.text.split()) for entity in report.entities if entity.label == "PERSON"}
    sure = {"".join(e.text.split()) for e in report.entities if e.label == "PERSON" and not e.optional}
    listed = {person.name for person in report.people}
    yield from (f"person {name!r} has no PERSON mark" for name in sorted(listed - marked))
    yield from (f"PERSON {name!r} is no person" for name in sorted(sure - listed))
    bare = "".join(report.text.split())
    for person in report.people:
        for title in (person.title or "").split("、"):
            if title and title not in bare:
                yield f"person {person.name}: the title {title!r} stands nowhere in the text"
    for author in report.authors:
        if author not in listed and len(author) <= 4:
            yield f"author {author!r} is no person"


def _awards(report: GoldReport) -> Iterator[str]:
    marked = {"".join(entity.text.split()).translate(_QUOTES) for entity in report.entities}
    named = (entity.text for entity in report.entities if entity.label in ("AWARD", "EVENT"))
    honours = "".join("".join(named).split()).translate(_QUOTES)
    for award in report.awards:
        if award.optional:
            continue
        names = {name.translate(_QUOTES) for name in report.names(award.recipient)}
        if award.recipient_type != "work" and not names & marked:
            yield f"award: recipient {award.recipient!r} has no mark"
        if award.award.translate(_QUOTES)[-3:] not in honours:
            yield f"award: {award.award!r} has no mark"
        if award.recipient_type == "person" and award.recipient not in {p.name for p in report.people}:
            yield f"award: {award.recipient!r} is no person of the report"


def _deictics(report: GoldReport) -> Iterator[str]:
    known = {name for group in report.aliases for name in group}
    kinds = {name[-1] for name in (*known, report.region) if name}
    for match in _DEICTIC.finditer(report.text):
        word = match.group()
        if word[-1] in kinds and word not in known and not _NOT_DEICTIC.match(report.text, match.start()):
            known.add(word)
            yield f"alias: {word!r} stands for nothing: {_around(report, match.start(), match.end())}"


def _surface(report: GoldReport, fact: GoldFact) -> str:
    return f"{fact.indicator} {report.text[fact.start : fact.end]!r}"


def _around(report: GoldReport, start: int, end: int) -> str:
    return repr(f"{report.text[max(0, start - 12) : start]}【{report.text[start:end]}】{report.text[end : end + 10]}")
