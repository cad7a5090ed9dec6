"""Parts against their total: too large, beyond it together, or with a share that does not fit; splits beyond 100%.

Enters: facts. Leaves: Notices. Next: ``audit``.

Parts that people make up may overlap (女会员, 农民工会员): their sum says nothing. Money, mass, area and the like are
added.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from unionie.records import Fact, Notice
from unionie.resolve.audit.figures import bounds, same_unit, say, words

__all__ = ["find_excess_parts", "find_excess_splits", "find_wrong_shares"]

_ADDED = re.compile(r"元|吨|公斤|千克|斤|亩|公顷|平方|立方|公里|千米|千瓦|度$|米$|升$")
_SPLITS = (
    ("第一产业", "第二产业", "第三产业"),
    ("一产", "二产", "三产"),
    ("男", "女"),
    ("城镇", "农村", "乡村"),
    ("公办", "民办"),
    ("线上", "线下"),
    ("国内", "国外", "境外"),
)
_DIVIDES = re.compile(r"[，；、（：\s]*其中[^，；。、]{0,20}$")
_POINT = Decimal("0.1")
_WHOLE = Decimal(100)


def find_excess_parts(facts: Sequence[Fact]) -> Iterator[Notice]:
    """Yield a notice for each part that is more than its total, and for parts that are together."""
    for total, parts in _families(facts):
        larger = [part for part in parts if bounds(part).low > bounds(total).high]
        for part in larger:
            message = f"{part.indicator}{words(part)}是{total.indicator}的一部分，却多于总数{words(total)}"
            yield _notice("parts_exceed_total", message, total, part)
        added = sum((bounds(part).low for part in parts), Decimal(0))
        if not larger and len(parts) > 1 and added > bounds(total).high and _are_disjoint(parts):
            sum_ = sum((part.value for part in parts), Decimal(0))
            listed = "、".join(words(part) for part in parts)
            message = f"{total.indicator}{words(total)}，所列各项{listed}合计{say(sum_, total.unit)}，超过总数"
            yield _notice("parts_exceed_total", message, total, *parts)

    for total, part in _unlinked(facts):
        message = f"{part.indicator}{words(part)}在“其中”之后，却多于前面的{total.indicator}{words(total)}"
        yield _notice("parts_exceed_total", message, total, part)


def _unlinked(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Yield what 其中 divides with a larger figure behind it, which for that reason is linked to no total."""
    total: Fact | None = None
    for last, part in pairwise(facts):
        if last.measure == "level" and not last.part_of:
            total = last
        if total is None or total.evidence != part.evidence or part.part_of or not _DIVIDES.match(_between(last, part)):
            continue
        comparable = _is_level(total) and _is_level(part) and total.modality == part.modality
        if comparable and total.unit == part.unit and bounds(part).low > bounds(total).high:
            yield total, part


def _between(one: Fact, other: Fact) -> str:
    """Return the words of the sentence between two figures."""
    start = other.evidence.start
    return other.evidence.text[max(0, one.mentions[0].end - start) : other.mentions[0].start - start]


def _is_level(fact: Fact) -> bool:
    exact = fact.measure == "level" and fact.precision == "exact" and fact.high is None
    return exact and fact.unit not in (None, "%", "分", "倍")


def _families(facts: Sequence[Fact]) -> Iterator[tuple[Fact, list[Fact]]]:
    """Yield each total with its parts in the same unit, where figures are levels that can be compared."""
    parts: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.part_of and fact.measure == "level" and fact.high is None and fact.precision in ("exact", "over"):
            parts[fact.part_of].append(fact)
    for total in facts:
        comparable = total.measure == "level" and total.precision in ("exact", "at_most", "under")
        if comparable and total.high is None and total.unit not in (None, "%", "分", "倍"):
            members = [part for part in parts[total.id] if same_unit(part, total) and part.modality == total.modality]
            if members:
                yield total, members


def _are_disjoint(parts: Sequence[Fact]) -> bool:
    """Tell whether parts can be added: money and the like, of which none is said to be a part of another."""
    if not all(part.unit and _ADDED.search(part.unit) for part in parts):
        return False
    names = [part.indicator for part in parts]
    return len(set(names)) == len(names) and all(part.evidence == parts[0].evidence for part in parts)


def find_wrong_shares(facts: Sequence[Fact]) -> Iterator[Notice]:
    """Yield a notice where a part, its total and the share that it has are all stated and do not fit."""
    totals = {fact.id: fact for fact in facts}
    for part, share in pairwise(facts):
        total = totals.get(part.part_of or "")
        if total is None or share.measure != "share" or share.unit != "%" or share.precision != "exact":
            continue
        levels = part.measure == total.measure == "level" and part.precision == total.precision == "exact"
        joined = share.part_of == total.id and share.evidence == part.evidence and same_unit(part, total)
        if not (levels and joined and total.value > 0 and share.high is None and part.high is None):
            continue
        low, high = bounds(part).low / bounds(total).high * 100, bounds(part).high / bounds(total).low * 100
        stated = bounds(share)
        if low - _POINT > stated.high or high + _POINT < stated.low:
            right = say(part.value / total.value * 100, "%", 1)
            message = f"{part.indicator}{words(part)}占{total.indicator}{words(total)}的{right}，文中为{words(share)}"
            yield _notice("share_contradicts_parts", message, total, part, share)


def find_excess_splits(facts: Sequence[Fact]) -> Iterator[Notice]:
    """Yield a notice where the percentages of one list that splits a whole come to more than 100."""
    run: list[Fact] = []
    for fact in (*facts, None):
        if fact is not None and run and _continues(run[-1], fact):
            run.append(fact)
            continue
        if len(run) > 1 and sum((bounds(share).low for share in run), Decimal(0)) > _WHOLE and _splits(run):
            listed = "、".join(share.indicator for share in run)
            sum_ = say(sum((share.value for share in run), Decimal(0)), "%", 1)
            yield _notice("split_exceeds_hundred", f"{listed}的占比合计{sum_}，超过100%", *run)
        run = [fact] if fact is not None and fact.measure == "share" and fact.unit == "%" and fact.high is None else []


def _continues(last: Fact, fact: Fact) -> bool:
    same = fact.measure == "share" and fact.unit == "%" and fact.high is None and fact.evidence == last.evidence
    return same and fact.part_of == last.part_of and fact.rule == last.rule == "facts.aligned"


def _splits(run: Sequence[Fact]) -> bool:
    """Tell whether the names are what one whole splits into, so that nothing is counted twice: 男职工, 女职工."""
    names = [fact.indicator for fact in run]
    for group in _SPLITS:
        found = [next((word for word in group if word in name), "") for name in names]
        rests = {name.replace(word, "", 1) for name, word in zip(names, found, strict=True)}
        if all(found) and len(set(found)) == len(names) and len(rests) == 1:
            return all(fact.precision == "exact" for fact in run)
    return False


def _notice(kind: str, message: str, *facts: Fact) -> Notice:
    return Notice(kind=kind, message=message, evidence=tuple(fact.mentions[0] for fact in facts))
