"""What the READMEs show is what examples, commands and evaluation print, and the page as it looks now."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from parts import need

ROOT = Path(__file__).parent.parent


def test_readmes_are_current() -> None:
    need("font")  # one command draws a chart
    render = runpy.run_path(str(ROOT / ".ci" / "readme.py"))["render"]
    for name in ("README.md", "README.zh.md"):
        text = (ROOT / name).read_text("utf-8")
        assert render(text) == text, f"{name}: run: make readme"
        for path in re.findall(r"\]\((?!http)([^)#]+)\)", text):
            assert (ROOT / path).exists(), path
