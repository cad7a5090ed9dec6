"""The recipe as typed values: what ``recipe.toml`` says, checked.

Enters: a TOML file. Leaves: ``Settings``; InputError names the key that is wrong. Next: ``recipe`` and ``stages``.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from unionie.errors import InputError
from unionie.train.labels import Lesson

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["DEFAULT", "Raw", "Settings", "Source", "StagePlan", "Teachers", "Test", "TunePlan", "read_settings"]

DEFAULT = Path(__file__).with_name("recipe.toml")


@dataclass(frozen=True, slots=True)
class Raw:
    """Plain text; ``soft``: share that the teachers label for the student; ``ruled``: the rules speak along there."""

    name: str
    files: Sequence[str]
    licence: str
    root: str = "raw"
    soft: float = 0.0
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Annotated text.

    ``dev``: share at its end kept for choices; ``copies`` with names swapped are added; ``times`` a pass reads it;
    ``plain``: pretraining reads its text too.
    """

    name: str
    files: Sequence[str]
    licence: str
    root: str = "data"
    dev: float = 0.0
    dev_files: Sequence[str] = ()
    head: str | None = None
    copies: int = 0
    times: float = 1.0
    plain: bool = False
    same: Mapping[str, str] = field(default_factory=dict)
    may: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rest: Sequence[str] = ()
    must: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def lessons(self, heads: Mapping[str, Sequence[str]], default: str) -> dict[str, Lesson]:
        """Return what it teaches each head: its own every label, the default one what the recipe says."""
        lessons = {default: Lesson(self.same, self.may, self.rest, self.must)}
        if self.head is not None and self.head != default:
            lessons[self.head] = Lesson({label: label for label in heads[self.head]})
        return lessons


@dataclass(frozen=True, slots=True)
class StagePlan:
    """``batch``: characters; ``rate``: peak rate of learning; ``passes`` over the text.

    ``forget``: share of n-grams that each step does without, so that names are not learned by heart. ``kept``: the
    shares of sources that were kept for choices are learned too, for nothing is chosen any more.
    """

    batch: int
    rate: float
    passes: float
    forget: float = 0.0
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Teachers:
    """Whose answers the student learns: the networks that a stage made, one a seed."""

    stage: str
    seeds: Sequence[int]


@dataclass(frozen=True, slots=True)
class TunePlan:
    """How a model is tuned on a user's documents; ``least``: steps in any case."""

    batch: int
    rate: float
    passes: float
    least: int


@dataclass(frozen=True, slots=True)
class Test:
    """Annotated text that only scores; ``names`` maps labels of both sides, what it does not name does not count.

    ``rules``: the rules speak along, as in the pipeline.
    """

    name: str
    files: Sequence[str]
    root: str = "data"
    head: str | None = None
    rules: bool = False
    names: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole recipe."""

    model: Mapping[str, Any]
    heads: Mapping[str, Sequence[str]]
    vocabulary: Mapping[str, int]
    student: Mapping[str, Any]
    teacher: Mapping[str, Any]
    stages: Mapping[str, StagePlan]
    teachers: Teachers
    lexicons: Mapping[str, Sequence[str]]
    raw: Sequence[Raw]
    sources: Sequence[Source]
    swap: Mapping[str, Any]
    tune: TunePlan
    steps: Sequence[str]
    tests: Sequence[Test]

    @property
    def answered(self) -> list[str]:
        """The heads for which the teachers label raw text."""
        return list(self.model["answered"])

    @property
    def default(self) -> str:
        """The head that answers in the convention of unionie's records."""
        return str(self.model["default"])


def read_settings(path: Path = DEFAULT) -> Settings:
    """Return the recipe in a TOML file; InputError says what is wrong in it."""
    table = _read_toml(path)
    try:
        return Settings(
            model=table["model"],
            heads=table["heads"],
            vocabulary=table["vocabulary"],
            student=table["student"],
            teacher=table["teacher"],
            stages={name: StagePlan(**_known(StagePlan, plan)) for name, plan in table["stages"].items()},
            teachers=Teachers(**_known(Teachers, table["teachers"])),
            lexicons=table["lexicons"],
            raw=[Raw(name=name, **_known(Raw, raw)) for name, raw in table["raw"].items()],
            sources=[Source(name=name, **_known(Source, source)) for name, source in table["sources"].items()],
            swap=table["swap"],
            tune=TunePlan(**_known(TunePlan, table["tune"])),
            steps=table["run"]["steps"],
            tests=[Test(name=name, **_known(Test, test)) for name, test in table["tests"].items()],
        )
    except KeyError as error:
        raise InputError(f"{path}: no {error}") from error
    except TypeError as error:
        raise InputError(f"{path}: {error}") from error


def _known(kind: Any, given: Mapping[str, Any]) -> Mapping[str, Any]:
    names = {each.name for each in fields(kind)}
    unknown = sorted(set(given) - names)
    if unknown:
        raise TypeError(f"unknown key {unknown[0]!r}; known are {', '.join(sorted(names))}")
    return given


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: {error}") from error
