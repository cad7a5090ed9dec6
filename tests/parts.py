"""Parts of the system that some tests need: .ci/run installs them; elsewhere the tests skip and say why."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

FONT = Path("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc")


def need(*parts: str) -> None:
    """Skip the test where a part is missing; fail in CI, where .ci/run should have installed it."""
    there = {
        "font": FONT.exists,
        "chromium": lambda: shutil.which("chromium") is not None,
        "soffice": lambda: shutil.which("soffice") is not None,
        "java": lambda: shutil.which("java") is not None,
    }
    missing = [part for part in parts if not there[part]()]
    if missing and os.environ.get("CI"):
        pytest.fail(f"{', '.join(missing)}: missing, though .ci/run installs it")
    if missing:
        pytest.skip(f"{', '.join(missing)}: not installed; .ci/run says which packages bring it")
