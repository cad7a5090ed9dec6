"""An archive and the records of its undisturbed run, made once for each module that asks."""

from __future__ import annotations

import pytest

from batch import make_archive, run


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return make_archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def records(archive, tmp_path_factory):
    """The records of an undisturbed run with one worker."""
    out = tmp_path_factory.mktemp("records") / "records"
    run(archive, out)
    return out
