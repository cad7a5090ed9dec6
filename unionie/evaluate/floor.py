"""Committed figures, and whether scores have fallen below them.

Enters: Scores and a figures file. Leaves: lines that name what fell, or the file written anew.
Next: ``run``, and through it ``make test``.
"""

from __future__ import annotations

import json
from pathlib import Path

from unionie.errors import InputError
from unionie.evaluate.tally import Scores

MARGIN = 0.01
KEPT = (
    "facts found",
    "quantity right",
    "quantity and indicator right",
    "all fields right",
    "awards",
    "people",
    "entities",
)


def write_figures(scores: Scores, path: Path, margin: float = MARGIN) -> None:
    """Write the F1 scores that must hold, and by how much they may fall; a file there keeps its own margin."""
    if path.exists():
        margin = _read(path)[0]
    totals = scores.totals()
    figures = {name: round(totals[name].f1, 4) for name in KEPT}
    plain = {"margin": margin, "reports": len(scores.documents), "f1": figures}
    path.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")


def find_falls(scores: Scores, path: Path) -> list[str]:
    """Return a line for each score that lies below its committed figure by more than the margin of the file."""
    margin, figures = _read(path)
    totals = scores.totals()
    lines = []
    for name, figure in figures.items():
        if name not in totals:
            raise InputError(f"{path}: no score is called {name!r}")
        if totals[name].f1 < figure - margin:
            lines.append(f"{name}: F1 {totals[name].f1:.3f} is more than {margin} below the committed {figure:.3f}")
    return lines


def _read(path: Path) -> tuple[float, dict[str, float]]:
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        return float(plain["margin"]), {str(name): float(figure) for name, figure in plain["f1"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        reason = f"no field {error}" if isinstance(error, KeyError) else str(error)
        raise InputError(f"{path}: no figures file: {reason}") from error
