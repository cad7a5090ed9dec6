"""Sentences with the mentions they hold, one table a label."""

from __future__ import annotations

from pathlib import Path

import pytest

from .builders import entity_texts

_HERE = Path(__file__).parent


def _rows(name: str) -> list[tuple[str, list[str]]]:
    rows = []
    for line in (_HERE / f"{name}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, expected = line.partition("\t")
            rows.append((text, [part for part in expected.split(" | ") if part]))
    return rows


@pytest.mark.parametrize(("text", "expected"), _rows("organizations"))
def test_organizations(text: str, expected: list[str]) -> None:
    assert entity_texts(text, "ORG") == expected


@pytest.mark.parametrize(("text", "expected"), _rows("people"))
def test_people(text: str, expected: list[str]) -> None:
    assert entity_texts(text, "PERSON") == expected


@pytest.mark.parametrize(("text", "expected"), _rows("awards"))
def test_awards(text: str, expected: list[str]) -> None:
    assert entity_texts(text, "AWARD") == expected


@pytest.mark.parametrize(("text", "expected"), _rows("places"))
def test_places(text: str, expected: list[str]) -> None:
    assert entity_texts(text, "LOC") == expected


@pytest.mark.parametrize(("text", "expected"), _rows("titles"))
def test_titles(text: str, expected: list[str]) -> None:
    assert entity_texts(text, "TITLE") == expected


@pytest.mark.parametrize(("text", "expected"), _rows("works"))
def test_works_and_events(text: str, expected: list[str]) -> None:
    assert entity_texts(text, "WORK", "EVENT") == expected


@pytest.mark.parametrize(("text", "expected"), _rows("nothing"))
def test_nothing_named(text: str, expected: list[str]) -> None:
    assert entity_texts(text, "ORG", "PERSON", "AWARD", "LOC", "WORK", "EVENT") == expected
