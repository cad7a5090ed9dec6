"""A bar on the standard error while Extractions, or documents of an archive, pass by.

Enters: what is done. Leaves: the same, with the bar drawn where a person watches. Next: the caller.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from unionie.records import Extraction
    from unionie.run.inventory import Document

__all__ = ["show_documents", "show_progress"]

_PER_DOCUMENT = 500  # bytes' worth of work that even an empty document takes


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


def show_documents(
    done: Iterable[tuple[Document, bool]], missing: Sequence[Document]
) -> Iterator[tuple[Document, bool]]:
    """Yield documents with whether they failed; the bar shows rate, failures and time left, by bytes."""
    console = Console(stderr=True)
    if not console.is_terminal or not missing:
        yield from done
        return
    columns = (
        TextColumn("{task.fields[count]:,} of {task.fields[documents]:,} reports"),
        BarColumn(),
        TextColumn("{task.fields[rate]:.1f} a second"),
        TextColumn("{task.fields[failed]:,} failed"),
        TimeElapsedColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    start = time.monotonic()
    with Progress(*columns, console=console, transient=True, speed_estimate_period=300) as progress:
        total = sum(document.size + _PER_DOCUMENT for document in missing)
        task = progress.add_task("", total=total, count=0, documents=len(missing), rate=0.0, failed=0)
        count = failed = 0
        for document, is_failed in done:
            count, failed = count + 1, failed + is_failed
            rate = count / max(time.monotonic() - start, 0.1)
            progress.update(task, advance=document.size + _PER_DOCUMENT, count=count, rate=rate, failed=failed)
            yield document, is_failed
