"""Scores as text for people: a table, the errors, gains and losses between two outputs.

Enters: Scores. Leaves: str, or plain JSON types. Next: ``run`` writes them.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from unionie.evaluate.calibrate import reliability_table
from unionie.evaluate.tally import DocumentScore, Outcome, Scores, Tally

_FOUND = (
    "facts found",
    "facts found, near places too",
    "quantity right",
    "quantity and indicator right",
    "all fields right",
    "repeats merged",
    "awards",
    "people",
    "organizations",
    "names merged",
    "entities",
)
_AROUND = 28  # characters of context on either side of a place


def table(scores: Scores) -> str:
    """Return the table of scores: found, accuracy per field, precision per linking rule, F1 by genre."""
    totals, spread = scores.totals(), scores.intervals()
    found = [*_FOUND, *sorted(name for name in totals if name.startswith("entities "))]
    lines = [f"{len(scores.documents)} reports", _row("", "P", "R", "F1", "95%", "right/gold")]
    for name in found:
        tally = totals.get(name, Tally())
        low, high = spread.get(name, (1.0, 1.0))
        shares = (f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1))
        lines.append(_row(name, *shares, f"{low:.2f}–{high:.2f}", f"{tally.right}/{tally.gold}"))
    lines += ["", _row("of those found", "", "", "right", "95%", "right/all")]
    for name, tally in sorted(totals.items()):
        if name not in found and not name.startswith("rule "):
            low, high = spread[name]
            lines.append(_row(name, "", "", f"{tally.f1:.3f}", f"{low:.2f}–{high:.2f}", f"{tally.right}/{tally.gold}"))
    lines += ["", _row("facts by linking rule", "", "", "core right", "", "right/all")]
    for name, tally in sorted(totals.items()):
        if name.startswith("rule "):
            lines.append(
                _row(name[5:] or "-", "", "", f"{tally.precision:.3f}", "", f"{tally.right}/{tally.predicted}")
            )
    lines += ["", reliability_table(scores.rated).rstrip()]
    lines += ["", _row("F1 by genre", "found", "core", "all", "awards", "people")]
    for genre in scores.genres():
        totals = scores.totals(genre)
        names = ("facts found", "quantity and indicator right", "all fields right", "awards", "people")
        lines.append(_row(genre or "-", *(f"{totals[name].f1:.3f}" for name in names)))
    return "\n".join(lines) + "\n"


def to_plain(scores: Scores) -> dict[str, Any]:
    """Return the scores as plain JSON types: in all, with intervals, and by genre."""
    spread = scores.intervals()
    return {
        "reports": len(scores.documents),
        "scores": {
            name: {**_plain_tally(tally), "low": spread[name].low, "high": spread[name].high}
            for name, tally in scores.totals().items()
        },
        "by_genre": {
            genre: {name: _plain_tally(tally) for name, tally in scores.totals(genre).items()}
            for genre in scores.genres()
        },
    }


def errors(scores: Scores) -> str:
    """Return what is missed, spurious or wrong, report by report, each with its place in the text."""
    lines = []
    for document in scores.documents:
        wrong = [outcome for outcome in document.outcomes if outcome.status != "right"]
        lines.append(f"== {document.id} ({document.genre}): {len(wrong)}")
        lines += [_line(document, outcome) for outcome in sorted(wrong, key=lambda each: (each.kind, each.start))]
    return "\n".join(lines) + "\n"


def changes(old: Scores, new: Scores) -> str:
    """Return gains and losses from ``old`` to ``new``, report by report, and how many there are of each."""
    lines, gains, losses = [], 0, 0
    before = {document.id: document for document in old.documents}
    for document in new.documents:
        was = {(o.kind, o.key): o for o in before[document.id].outcomes} if document.id in before else {}
        now = {(o.kind, o.key): o for o in document.outcomes}
        for key in sorted(was.keys() | now.keys()):
            then, this = was.get(key), now.get(key)
            if _worth(then) == _worth(this):
                continue
            gain = _worth(this) > _worth(then)
            gains, losses = gains + gain, losses + (not gain)
            verdict = f"{then.status if then else 'none'} → {this.status if this else 'none'}"
            place = _place(document, now[key] if key in now else was[key])
            lines.append(f"{'+' if gain else '-'} {document.id} {verdict}: {place}")
    return "\n".join([*lines, f"{gains} gains, {losses} losses"]) + "\n"


def _worth(outcome: Outcome | None) -> tuple[int, int]:
    status = "none" if outcome is None else outcome.status
    fields = 0 if outcome is None or status != "wrong" else outcome.detail.count(" ≠ ")
    return {"spurious": 0, "missed": 0, "wrong": 1, "none": 2, "right": 2}[status], -fields


def _line(document: DocumentScore, outcome: Outcome) -> str:
    return f"  {outcome.status:<8} {_place(document, outcome)}"


def _place(document: DocumentScore, outcome: Outcome) -> str:
    parts = [outcome.kind]
    if outcome.kind in ("award", "person"):
        parts.append(outcome.key)
    if outcome.end:
        parts.append(f"{outcome.start}:{outcome.end}")
    if outcome.detail:
        parts.append(outcome.detail)
    if outcome.end:
        parts.append(f"│ {_context(document.text, outcome.start, outcome.end)}")
    return " ".join(parts)


def _context(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return " ".join(f"{before}【{text[start:end]}】{after}".split())


def _row(name: str, *cells: str) -> str:
    width = sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in name)
    return name + " " * (30 - width) + "".join(f"{cell:>11}" for cell in cells)


def _plain_tally(tally: Tally) -> dict[str, float]:
    return {**tally._asdict(), "precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
