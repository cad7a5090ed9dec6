"""What the READMEs show is what examples, commands and evaluation print, and the page as it looks now."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_readme_is_current(name: str) -> None:
    render = runpy.run_path(str(ROOT / ".ci" / "readme.py"))["render"]
    text = (ROOT / name).read_text("utf-8")
    assert render(text) == text, "run: make readme"
    for path in re.findall(r"\]\((?!http)([^)#]+)\)", text):
        assert (ROOT / path).exists(), path
