"""``unionie explain``: why a place of a report became a record, or none.

Enters: arguments. Leaves: the explanation on standard output. Next: ``unionie.explain``.
"""

from __future__ import annotations

import json as json_format
import sys
from itertools import islice
from typing import Annotated

import typer

from unionie.cli.streams import read_input
from unionie.errors import InputError

__all__ = ["explain"]


def explain(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A file, or - for input.")],
    at: Annotated[int | None, typer.Option(metavar="OFFSET", help="Code point of the text, from 0.")] = None,
    text: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Words of the text instead: their first place.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="ISO date that anchors 去年, 今年以来 …; else the report's own.")
    ] = None,
    lang: Annotated[str, typer.Option(help="zh or en.")] = "en",
    json: Annotated[bool, typer.Option("--json", help="Write it as JSON.")] = False,
) -> int:
    """Tell which rules and model scores made the record at a place, or refused it, and what else was considered."""
    from unionie.explain.ask import explain as find_reasons
    from unionie.io.read import read, read_bytes
    from unionie.pipeline import extract

    if (at is None) == (text is None):
        raise InputError("say where: --at OFFSET or --text WORDS")
    given, others = (*islice(read_bytes(read_input()) if report == "-" else read(report), 2), None, None)[:2]
    if given is None or given.error:
        raise InputError(given.error if given and given.error else f"{report}: no report there")
    if others:
        raise InputError(f"{report}: holds several reports; name one of them, like {given.source}")
    start, end = _find(given.text, at, text, report)
    extraction = extract(given, published=published)
    explanation = find_reasons(extraction, start, end, lang=lang)  # type: ignore[arg-type]  # checked there
    if json:
        sys.stdout.write(json_format.dumps(explanation.to_dict(), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(f"{explanation}\n")
    return 0


def _find(whole: str, at: int | None, words: str | None, source: str) -> tuple[int, int]:
    """Return the stretch that is asked for."""
    if words is None:
        start = at or 0
        return start, start + 1
    start = whole.find(words) if words else -1
    if start < 0:
        raise InputError(f"{source}: does not hold {words!r}")
    return start, start + len(words)
