"""Reports made from reports: names swapped, places renamed."""

from __future__ import annotations

import random

from unionie.train.augment import Pools, swap_names
from unionie.train.score import Annotation
from unionie.train.sources import Sample


def renamed(text: str, *names: tuple[str, str]) -> str:
    spans = tuple(Annotation(text.index(name), text.index(name) + len(name), label) for name, label in names)
    sample = swap_names(Sample(text, spans), Pools({}, {}, places=1.0), random.Random(3))
    assert sample.spans == spans
    return sample.text


def test_a_place_and_the_bodies_named_after_it_change_together() -> None:
    text = renamed("柘溪县总工会在柘溪县开会，柘溪下了雪。", ("柘溪县总工会", "ORG"))
    base = text[:2]
    assert base != "柘溪"
    assert text == f"{base}县总工会在{base}县开会，{base}下了雪。"


def test_great_places_and_common_words_stay() -> None:
    text = "江西省总工会在江西和全国开会，自治区工会和高新区管委会参加。"
    assert renamed(text, ("江西省总工会", "ORG"), ("自治区工会", "ORG"), ("高新区管委会", "ORG")) == text
