"""What the READMEs show is what the example, the command and the evaluation print."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_readme_is_current(name: str) -> None:
    render = runpy.run_path(str(ROOT / ".ci" / "readme.py"))["render"]
    text = (ROOT / name).read_text("utf-8")
    assert render(text) == text, "run: make readme"
