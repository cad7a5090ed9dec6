"""The evidence page: one self-contained HTML file.

Enters: Extractions. Leaves: the page that ``view.page`` renders.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO

from unionie.io.atomic import replaced_file
from unionie.records import Extraction
from unionie.view.page import render_page
from unionie.view.places import Places

__all__ = ["write"]


def write(
    extractions: Iterable[Extraction], target: Path | IO[str], places: Mapping[str, Places] | None = None
) -> None:
    """Write one page with all extractions; ``places`` as ``render_page`` takes them."""
    if not isinstance(target, Path):
        target.write(render_page(extractions, places))
        return
    with replaced_file(target) as path:
        page = render_page(extractions, places)
        path.write_text(page, encoding="utf-8", errors="xmlcharrefreplace", newline="\n")
