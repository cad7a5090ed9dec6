"""A run that is killed loses nothing; the full measure is ``python tests/killing.py``."""

from __future__ import annotations

from killing import kill_and_resume


def test_a_run_killed_at_random_moments_gives_the_same_bytes(tmp_path):
    assert len(kill_and_resume(tmp_path, reports=100, kills=2, workers=1)) == 2  # with its workers and alone
