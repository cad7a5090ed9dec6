"""Count what annotated reports hold.

Enters: GoldReports. Leaves: counts by split and genre, as a table. Next: the corpora's README.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from unionie.corpora.gold import GoldReport

COLUMNS = ("documents", "characters", "facts", "optional", "awards", "people", "entities")


def count(reports: Sequence[GoldReport]) -> dict[str, Counter[str]]:
    """Return the counts in all, by split and by genre; facts are counted at every place that states them."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for report in reports:
        row = Counter(
            documents=1,
            characters=len(report.text),
            facts=len(report.facts),
            optional=sum(fact.optional for fact in report.facts),
            awards=len(report.awards),
            people=len(report.people),
            entities=len(report.entities),
        )
        for key in ("all", f"split {report.split or '-'}", f"genre {report.genre or '-'}"):
            counts[key].update(row)
    return {
        key: counts[key] for key in sorted(counts, key=lambda key: (key != "all", not key.startswith("split"), key))
    }


def count_table(reports: Sequence[GoldReport]) -> str:
    """Return the counts as a table to read."""
    lines = [" " * 22 + "".join(column.rjust(12) for column in COLUMNS)]
    lines += [key.ljust(22) + "".join(str(row[c]).rjust(12) for c in COLUMNS) for key, row in count(reports).items()]
    return "\n".join(lines) + "\n"
