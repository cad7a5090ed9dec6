"""Count what stands in the sample corpus: documents, characters and records by genre and split."""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
COLUMNS = ("documents", "characters", "facts", "optional", "awards", "people", "entities")


def count() -> dict[str, Counter[str]]:
    """Return the counts by genre, by split and in all."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(SAMPLES.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        with path.with_suffix(".txt").open(encoding="utf-8", newline="") as handle:
            text = handle.read()
        row = Counter(
            documents=1,
            characters=len(text),
            facts=len(record["facts"]),
            optional=sum(fact["optional"] for fact in record["facts"]),
            awards=len(record["awards"]),
            people=len(record["people"]),
            entities=len(record["entities"]),
        )
        for key in (f"genre {record['genre']}", f"split {record['split']}", "total"):
            counts[key].update(row)
    return dict(sorted(counts.items()))


if __name__ == "__main__":
    sys.stdout.write(" " * 24 + "".join(column.rjust(12) for column in COLUMNS) + "\n")
    for key, row in count().items():
        sys.stdout.write(key.ljust(24) + "".join(str(row[c]).rjust(12) for c in COLUMNS) + "\n")
