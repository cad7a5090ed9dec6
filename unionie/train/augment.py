"""More reports from few: the names in them swapped for others of their label.

Enters: Samples, pools of names. Leaves: Samples. Next: ``examples``.

A name keeps its replacement throughout a report, and a name set with a space (李　昊) keeps the space. People get
names of every make: common, two-character surnames, other peoples', transliterated.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from unionie.tag.lexicon import name_parts
from unionie.train.sources import Annotation, Sample

__all__ = ["Pools", "pool_names", "swap_names"]

_MADE = 0.7  # of the people's names are put together here, the others taken from the pool
_COMMON = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
)


@dataclass(frozen=True, slots=True)
class Pools:
    """Names by label, and how often a name of each label is swapped."""

    names: Mapping[str, Sequence[str]]
    rates: Mapping[str, float]


def swap_names(sample: Sample, pools: Pools, rng: random.Random) -> Sample:
    """Return the sample with some of its names swapped."""
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
