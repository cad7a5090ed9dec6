"""The only fixtures file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from builders import make_extraction
from unionie import Extraction

settings.register_profile("unionie", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "unionie"))

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def samples(root: Path) -> Path:
    """The bundled sample reports."""
    return root / "corpora" / "samples"


@pytest.fixture(scope="session")
def extraction() -> Extraction:
    """A small Extraction that has every kind of record, built by hand."""
    return make_extraction()
