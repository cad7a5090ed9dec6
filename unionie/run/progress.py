"""A bar on the standard error while Extractions pass by.

Enters: Extractions. Leaves: the same, with the bar drawn where a person watches. Next: the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from unionie.records import Extraction

__all__ = ["show_progress"]


def show_progress(extractions: Iterable[Extraction], *, total: int | None) -> Iterator[Extraction]:
    """Yield the extractions; the bar is drawn only where the standard error is a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield from extractions
        return
    columns = (
        TextColumn("{task.fields[failed]}reports"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total, failed="")
        failed = 0
        for extraction in extractions:
            failed += extraction.status == "failed"
            progress.update(task, advance=1, failed=f"{failed} failed, " if failed else "")
            yield extraction
