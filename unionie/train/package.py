"""A trained network as the model that ships: exported, its confidences fitted, its figures beside it.

Enters: a work folder in which ``learn-student`` or ``distil-student`` has left weights. Leaves: the model's folder.
Next: ``unionie.load``, ``unionie score``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from unionie.errors import InputError
from unionie.tag.learned.folder import Parts, read_parts
from unionie.tag.learned.tagger import Tagger
from unionie.train.export import export
from unionie.train.measure import find_ruled, measure, read_ruled
from unionie.train.network import Network, Shape
from unionie.train.recipe import Work, read_source
from unionie.train.score import calibrate
from unionie.train.settings import Settings
from unionie.train.stages import load_weights
from unionie.train.tune import write_files
from unionie.train.vocabulary import read_lexicon

__all__ = ["package"]

Calibration = dict[str, dict[str, tuple[float, float]]]


def package(settings: Settings, work: Work, seed: int, roots: Mapping[str, Path], output: Path) -> dict[str, Any]:
    """Write the model of the last step's weights into ``output``; return its figures, which it writes there too."""
    last = settings.steps[-1]
    lexicon = read_lexicon(work.vocabulary)
    config = {name: settings.model[name] for name in ("default", "longest", "name")} | {"seed": seed}

    def fill(path: Path) -> Network:
        if not path.exists():
            raise InputError(f"{path}: no trained weights; run unionie train without --package")
        return load_weights(Network(Shape(**settings.student), lexicon, settings.heads), path).eval()

    network = fill(work.weights(last, seed))
    raw = read_parts(export(network, lexicon.vocabulary, config), str(output))
    unspoilt = raw
    if settings.stages[last].kept and settings.teachers.stage == "learn-student":
        before = fill(work.weights("learn-student", settings.teachers.seeds[0]))  # it has not seen what was kept
        unspoilt = read_parts(export(before, lexicon.vocabulary, config), str(output))
    files = export(network, lexicon.vocabulary, config, _calibrate(raw, unspoilt, settings, roots))
    figures = measure(read_parts(files, str(output)), settings, roots)
    write_files({**files, "metrics.json": (json.dumps(figures, indent=1) + "\n").encode()}, output)
    return figures


def _calibrate(parts: Parts, unspoilt: Parts, settings: Settings, roots: Mapping[str, Path]) -> Calibration:
    """Return the calibration of every head on the kept part of its source; the default head's with the rules.

    ``unspoilt``: the model, or one much like it, that learned nothing of what was kept.
    """
    fitted: Calibration = {}
    for source in settings.sources:
        if source.head is None:
            ruled = read_ruled(roots[source.root] / name for name in source.dev_files)
            found, samples = find_ruled(Tagger(parts), ruled), [each.sample for each in ruled]
        else:
            samples = read_source(source, roots)[1]
            found = Tagger(unspoilt, head=source.head).find_all([sample.text for sample in samples])
        if samples:
            fitted[source.head or settings.default] = calibrate(found, [sample.spans for sample in samples])
    return fitted
