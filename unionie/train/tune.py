"""Fine-tune a packaged model on a user's corrected documents: minutes on a CPU.

Enters: a model's ``Parts``, annotated reports. Leaves: the files of a new model. Next: ``unionie.load(model=…)``.

Tables of characters and n-grams stay as they are: few documents name few of them. Everything above learns on, slowly.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from unionie.errors import InputError
from unionie.tag.learned.folder import read_folder, read_parts
from unionie.tag.learned.tagger import Tagger
from unionie.train.corpus import Corpus, prepare
from unionie.train.export import export
from unionie.train.fit import Plan
from unionie.train.labels import Lesson
from unionie.train.restore import restore
from unionie.train.score import Tally, score_spans
from unionie.train.settings import TunePlan
from unionie.train.sources import Sample, read_samples
from unionie.train.stages import Share, learn

__all__ = ["Tuned", "tune", "write_files"]


class Tuned(NamedTuple):
    """The files of a tuned model; tallies of its labels on the kept samples, before and after."""

    files: dict[str, bytes]
    before: Mapping[str, Tally]
    after: Mapping[str, Tally]


def tune(source: Path, reports: Sequence[Path], plan: TunePlan, *, keep: float = 0.0, seed: int = 1) -> Tuned:
    """Return the model in ``source`` tuned on annotated reports; the last ``keep`` of them only tells how well.

    Raises InputError for reports that are missing or hold no entity that the model can learn.
    """
    parts = read_folder(source)
    samples = [sample for path in reports for sample in read_samples(path)]
    cut = len(samples) - round(keep * len(samples))
    learned, kept = samples[:cut], samples[cut:]
    head = parts.config["default"]
    labels = parts.heads[head].chain.labels
    if not any(span.label in labels for sample in learned for span in sample.spans):
        raise InputError(f"{', '.join(map(str, reports))}: no entity of {', '.join(labels)} to learn from there")
    network = restore(parts)
    for table in (network.char, network.ngram, network.word_shape, network.classes):
        table.requires_grad_(False)
    lesson = {head: Lesson({label: label for label in labels})}
    arrays = prepare(learned, lesson, {head: labels}, parts.config["longest"])
    corpus = Corpus(arrays, parts.vocabulary)
    steps = max(plan.least, round(plan.passes * corpus.characters / plan.batch))
    sys.stderr.write(f"unionie train: {len(learned)} reports, {corpus.characters:,} characters, {steps} steps\n")
    learn(network, [Share(corpus, own=True)], Plan(plan.rate, steps, seed), plan.batch, None, head)
    config = {name: parts.config[name] for name in ("default", "longest", "name")}
    calibration = {name: parts.config["heads"][name].get("calibration", {}) for name in parts.heads}
    files = export(network, parts.vocabulary, {**config, "tuned": True}, calibration)
    return Tuned(files, _score(parts.files, kept), _score(files, kept))


def _score(files: Mapping[str, bytes], samples: Sequence[Sample]) -> dict[str, Tally]:
    if not samples:
        return {}
    found = Tagger(read_parts(files, "the tuned model")).find_all([sample.text for sample in samples])
    return score_spans(found, [sample.spans for sample in samples])


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write a model's folder; InputError where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        raise InputError(f"{folder}: the model cannot be written there ({error.strerror})") from error
