"""``unionie info``: versions, the models and what their cards say, and where things are.

Enters: arguments. Leaves: a table, or JSON, on standard output.
"""

from __future__ import annotations

import json as json_format
import platform
import re
import sys
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer

__all__ = ["info"]

_NAME = re.compile(r"[A-Za-z0-9_.-]+")


def info(json: Annotated[bool, typer.Option("--json", help="Write it as JSON.")] = False) -> int:
    """Show versions, what the model cards say, and where things are."""
    known = {"versions": _list_versions(), "models": _list_models(), "paths": _list_paths()}
    if json:
        sys.stdout.write(json_format.dumps(known, ensure_ascii=False, indent=1) + "\n")
    else:
        _print(known)
    return 0


def _list_versions() -> dict[str, str]:
    """Return the versions of unionie, Python and every dependency, in the order of pyproject.toml."""
    import unionie

    versions = {"unionie": unionie.__version__, "python": platform.python_version()}
    for requirement in metadata.requires("unionie") or ():
        name = _NAME.match(requirement)
        if name is None or re.search(r"extra *== *.dev", requirement):
            continue
        try:
            versions[name[0]] = metadata.version(name[0])
        except metadata.PackageNotFoundError:
            versions[name[0]] = "not installed"
    return versions


def _list_models() -> dict[str, dict[str, Any]]:
    """Return for each model what its card says first, its metrics and its size in bytes."""
    models: dict[str, dict[str, Any]] = {}
    for card in sorted(_find_models().glob("*/MODEL_CARD.md")):
        title, about = (" ".join(part.split()) for part in card.read_text("utf-8").split("\n\n")[:2])
        size = sum(path.stat().st_size for path in card.parent.iterdir() if path.is_file())
        models[card.parent.name] = {
            "title": title.lstrip("# "),
            "about": about.split(". ")[0].rstrip(".") + ".",
            "bytes": size,
            "path": str(card),
        }
        metrics = card.parent / "metrics.json"
        if metrics.is_file():
            models[card.parent.name]["metrics"] = json_format.loads(metrics.read_text("utf-8"))
    return models


def _find_models() -> Path:
    package = Path(str(files("unionie")))
    carried = package / "_models"  # in a wheel; in a checkout they stand beside the package
    return carried if carried.is_dir() else package.parent / "models"


def _list_paths() -> dict[str, str]:
    package = Path(str(files("unionie")))
    return {"package": str(package), "rules": str(package / "rules" / "data"), "models": str(_find_models())}


def _print(known: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(overflow="fold")
    for name, version in known["versions"].items():
        table.add_row(name, version)
    for name, model in known["models"].items():
        table.add_row("")
        table.add_row(f"model {name}", Text(f"{model['title']} ({model['bytes'] / 1000:,.0f} KB)"))
        table.add_row("", Text(model["about"], "dim"))
        for part, figures in _flatten(model.get("metrics", {})):
            table.add_row("", Text(f"{part}: {figures}"))
    table.add_row("")
    for name, path in known["paths"].items():
        table.add_row(name, path)
    console = Console(highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(table)
    sys.stdout.writelines(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _flatten(metrics: dict[str, Any]) -> list[tuple[str, str]]:
    """Return for each text that the model was scored on its F1 by label, as one line."""
    return [
        (
            name.replace("-", " "),
            "F1 " + ", ".join(f"{label} {tally['f1']:.3f}" for label, tally in part["scores"].items()),
        )
        for name, part in metrics.items()
    ]
