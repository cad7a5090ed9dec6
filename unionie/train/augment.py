"""More reports from few: the names in them swapped for others of their label.

Enters: Samples, pools of names. Leaves: Samples. Next: ``examples``.

A name keeps its replacement throughout a report, and a name set with a space (李　昊) keeps the space. People get
names of every make: common, two-character surnames, other peoples', transliterated. Places get names that no list
knows, in the bodies named after them too: 清溪县, 清溪 and 清溪县总工会 change together.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from unionie.tag.lexicon import lexicon, name_parts
from unionie.tag.places import GREAT, area_of
from unionie.train.sources import Annotation, Sample

__all__ = ["Pools", "pool_names", "swap_names"]

_SHORT = 2  # characters of a place that is named without its kind
_MADE = 0.7  # of the people's names are put together here, the others taken from the pool
_COMMON = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
)


@dataclass(frozen=True, slots=True)
class Pools:
    """Names by label, how often a name of each label is swapped, and how often a place is renamed."""

    names: Mapping[str, Sequence[str]]
    rates: Mapping[str, float]
    places: float = 0.0


def swap_names(sample: Sample, pools: Pools, rng: random.Random) -> Sample:
    """Return the sample with some of its places renamed and some of its names swapped."""
    sample = _rename_places(sample, pools.places, rng)
    chosen: dict[tuple[str, str], str] = {}
    parts: list[str] = []
    spans: list[Annotation] = []
    size = done = 0
    for span in sample.spans:
        name = sample.text[span.start : span.end]
        key = (span.label, name)
        if key not in chosen:
            swap = not span.optional and rng.random() < pools.rates.get(span.label, 0)
            chosen[key] = _choose(name, span.label, pools, rng) if swap else name
        parts += [sample.text[done : span.start], chosen[key]]
        size += span.start - done
        spans.append(span._replace(start=size, end=size + len(chosen[key])))
        size, done = size + len(chosen[key]), span.end
    return Sample("".join([*parts, sample.text[done:]]), tuple(spans), sample.known)


def _rename_places(sample: Sample, rate: float, rng: random.Random) -> Sample:
    """Return the sample with new names, as long as the old ones, for some of its places but the great ones."""
    bases = {base for span in sample.spans if (base := _base(sample.text[span.start : span.end], span.label))}
    chosen = {base: _make_place(len(base), rng) for base in sorted(bases) if rng.random() < rate}
    if not chosen:
        return sample
    text = re.sub("|".join(sorted(chosen, key=len, reverse=True)), lambda match: chosen[match[0]], sample.text)
    return sample._replace(text=text)


def _base(name: str, label: str) -> str | None:
    """Return the name of the place that a place or body is called by, None for great ones."""
    area = area_of(name) if label in {"LOC", "ORG"} else None
    short = area is None and label == "LOC" and len(name) == _SHORT and lexicon().places.get(name) not in GREAT
    return name if short else area and area[1]


def _make_place(size: int, rng: random.Random) -> str:
    """Return a name of places put together from the characters of real ones."""
    names = [name for name in sorted(lexicon().places) if len(name) == _SHORT and name[1] not in lexicon().suffixes]
    return "".join(rng.choice(names)[min(place, 1)] for place in range(size))


def _choose(name: str, label: str, pools: Pools, rng: random.Random) -> str:
    known = pools.names.get(label, ())
    if label == "PERSON" and (not known or rng.random() < _MADE):
        new = _make_name(rng)
    elif known:
        new = rng.choice(known)
    else:
        return name
    spaced = len(name) > 2 and name[1].isspace()
    return f"{new[0]}{name[1]}{new[1]}" if spaced and len(new) == 2 and label == "PERSON" else new


def _make_name(rng: random.Random) -> str:
    """Return a name put together from the rule table's surnames, given names and syllables."""
    parts = name_parts()
    chance = rng.random()
    if chance < 0.06:
        syllables = sorted(parts.syllables)
        return rng.choice(syllables) + rng.choice(syllables)
    if chance < 0.15:
        surname = rng.choice(sorted(parts.compounds))
    else:
        surname = rng.choice(_COMMON if chance < 0.85 else sorted(parts.surnames))
    given = sorted(parts.given)
    return surname + "".join(rng.choice(given) for _ in range(rng.choice((1, 2, 2, 2))))


def pool_names(samples: Iterable[Sample], labels: Mapping[str, str], least: Mapping[str, int]) -> dict[str, list[str]]:
    """Return the marked names of samples by our label; ``labels``: mark → label, ``least``: fewest characters."""
    names: dict[str, list[str]] = {}
    for sample in samples:
        for span in sample.spans:
            label = labels.get(span.label)
            if label is not None and not span.optional and span.end - span.start >= least.get(label, 2):
                names.setdefault(label, []).append(sample.text[span.start : span.end])
    return names
