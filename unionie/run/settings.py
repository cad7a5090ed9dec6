"""What a run extracts with, besides the reports: a user's rules and the least confidence.

Enters: the caller's arguments. Leaves: Settings, plain values that travel to worker processes and into fingerprints.
Next: ``worker`` takes the Language for them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from unionie.errors import InputError
from unionie.rules.user import read_user_rules

__all__ = ["PLAIN", "Settings", "make_settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """``rules`` are a user's rows by table, as JSON; None where there are none."""

    rules: str | None = None
    min_confidence: float = 0.0


PLAIN = Settings()


def make_settings(user_rules: str | Path | None, min_confidence: float) -> Settings:
    """Return the settings; RuleError for a wrong file, InputError for a confidence that is none."""
    if isinstance(min_confidence, bool) or not isinstance(min_confidence, int | float) or not 0 <= min_confidence <= 1:
        raise InputError(f"min_confidence is a number from 0 to 1, not {min_confidence!r}")
    plain = None if user_rules is None else read_user_rules(user_rules).to_plain()
    return Settings(None if not plain else json.dumps(plain, ensure_ascii=False, sort_keys=True), float(min_confidence))
