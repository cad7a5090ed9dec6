"""The whole training in order: prepare, pretrain, teach, learn, package. Each step leaves a file; a rerun goes on.

Enters: ``Settings`` and the folders of data. Leaves: a work folder, in the end the model's folder.
Next: ``unionie.cli`` and ``__main__`` run it, whole or step by step.

Steps after ``prepare`` need torch and numpy alone, so the work folder can be carried to a machine with a GPU.
"""

from __future__ import annotations

import csv
import random
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from unionie.errors import InputError
from unionie.tag.learned.features import Vocabulary
from unionie.train.corpus import Corpus, prepare, read_corpus, save_corpus
from unionie.train.settings import Raw, Settings, Source, StagePlan
from unionie.train.vocabulary import read_lexicon, save_lexicon

__all__ = ["Machine", "Work", "prepare_all", "read_source", "run_all", "run_stage"]

_BEFORE = {"learn": ["pretrain"], "distil": ["learn", "pretrain"]}  # whose weights a stage begins with
_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Work:
    """A work folder: where each step leaves what it made."""

    folder: Path

    @property
    def vocabulary(self) -> Path:
        """Return where the vocabulary is."""
        return self.folder / "vocabulary.npz"

    def corpus(self, name: str) -> Path:
        """Return where a prepared corpus is; ``<source>-dev`` is what is kept for choices."""
        return self.folder / f"corpus-{name}.npz"

    def answers(self, name: str) -> Path:
        """Return where the teachers' answers on a corpus are."""
        return self.folder / f"answers-{name}.npz"

    def weights(self, stage: str, seed: int) -> Path:
        """Return where the network that a stage made is."""
        return self.folder / f"{stage}-{seed}.pt"

    def checkpoint(self, stage: str, seed: int) -> Path:
        """Return where a stage that was cut off goes on."""
        return self.folder / f"{stage}-{seed}.checkpoint"


def prepare_all(settings: Settings, roots: Mapping[str, Path], work: Work) -> None:
    """Make the vocabulary and the corpora of all sources, those that are not made yet.

    ``roots``: the folders ``data``, ``raw`` and ``corpora``. InputError names what is absent before anything is made.
    """
    from unionie.train.raw import read_paragraphs
    from unionie.train.vocabulary import build_lexicon, jieba_classes, rule_classes

    missing = [path for path in _all_files(settings, roots) if not path.exists()]
    if missing:
        raise InputError(f"{missing[0]}: no such training data ({len(missing)} files or folders are absent)")
    work.folder.mkdir(parents=True, exist_ok=True)
    raw = {each.name: list(read_paragraphs(_paths(each, roots))) for each in settings.raw if _wants(each.name, work)}
    marked = {each.name: read_source(each, roots) for each in settings.sources if _wants(each.name, work)}
    if not work.vocabulary.exists():
        _say("counting characters and n-grams")
        texts = [text for texts in raw.values() for text in texts]
        texts += [sample.text for train, _ in marked.values() for sample in train]
        lexicons = {name: _read_words(files, roots["data"]) for name, files in settings.lexicons.items()}
        classes = {**jieba_classes(), **rule_classes(), **lexicons}
        save_lexicon(work.vocabulary, build_lexicon(texts, classes, **settings.vocabulary))
    for each in settings.raw:
        if each.name in raw:
            _prepare_raw(each, raw[each.name], settings, work)
    for source in settings.sources:
        if source.name in marked:
            _prepare_source(source, marked, settings, work)


def _wants(name: str, work: Work) -> bool:
    return not work.corpus(name).exists() or not work.vocabulary.exists()


def _prepare_raw(raw: Raw, texts: Sequence[str], settings: Settings, work: Work) -> None:
    from unionie.train.ruled import speak_of
    from unionie.train.sources import Sample

    _say(f"preparing {raw.name}")
    speak = partial(speak_of, labels=settings.heads[settings.default]) if raw.ruled else None
    samples = [Sample(text, ()) for text in texts]
    save_corpus(work.corpus(raw.name), prepare(samples, {}, settings.heads, settings.model["longest"], speak))


def _prepare_source(source: Source, marked: Mapping[str, Any], settings: Settings, work: Work) -> None:
    from unionie.train.augment import Pools, pool_names, swap_names

    _say(f"preparing {source.name}")
    train, dev = marked[source.name]
    lessons = source.lessons(settings.heads, settings.default)
    if source.copies:
        every = [sample for samples, _ in marked.values() for sample in samples]
        names = pool_names(every, settings.swap["labels"], settings.swap["least"])
        pools, rng = Pools(names, settings.swap["rates"], settings.swap.get("places", 0.0)), random.Random(0)
        train = train + [swap_names(sample, pools, rng) for _ in range(source.copies) for sample in train]
    longest = settings.model["longest"]
    if dev:
        save_corpus(work.corpus(f"{source.name}-dev"), prepare(dev, lessons, settings.heads, longest))
    save_corpus(work.corpus(source.name), prepare(train, lessons, settings.heads, longest))


def read_source(source: Source, roots: Mapping[str, Path]) -> tuple[list[Any], list[Any]]:
    """Return the samples to learn from and those kept for choices."""
    from unionie.train.sources import read_samples

    root = roots[source.root]
    samples = [sample for name in source.files for sample in read_samples(root / name)]
    cut = round(len(samples) * (1 - source.dev))
    dev = [sample for name in source.dev_files for sample in read_samples(root / name)]
    return samples[:cut], samples[cut:] + dev


def _paths(raw: Raw, roots: Mapping[str, Path]) -> list[Path]:
    return [roots[raw.root] / name for name in raw.files]


def _all_files(settings: Settings, roots: Mapping[str, Path]) -> Iterator[Path]:
    for raw in settings.raw:
        yield from _paths(raw, roots)
    for source in settings.sources:
        yield from (roots[source.root] / name for name in (*source.files, *source.dev_files))
    for files in settings.lexicons.values():
        yield from (roots["data"] / name for name in files)


def _read_words(files: Iterable[str], root: Path) -> list[str]:
    """Return the words of lexicons: the cells of a CSV's column ``name``, else the first words of lines."""
    from unionie.train.sources import read_lines

    words: list[str] = []
    for name in files:
        lines = [part for line in read_lines(root / name) for part in line.split("\r")]
        if ".csv" in name:
            words += [row["name"] for row in csv.DictReader(lines)]
        else:
            cells = (cell for line in lines for cell in line.replace("/", "\t").split("\t"))
            words += [word for cell in cells if _HAN.search(word := cell.split(" ")[0].strip("\ufeff: "))]
    return words


@dataclass(frozen=True, slots=True)
class Machine:
    """Where to train: device (cpu, cuda), and the most minutes a stage may take there."""

    device: str = "cpu"
    minutes: float | None = None


def run_all(settings: Settings, seed: int, work: Work, machine: Machine) -> None:
    """Run the steps of the recipe in order; the one that makes the teachers once for each of them."""
    for stage in settings.steps:
        teaches = stage == settings.teachers.stage and "answer" in settings.steps
        for each in settings.teachers.seeds if teaches else [seed]:
            run_stage(stage, each, settings, work, machine)


def run_stage(stage: str, seed: int, settings: Settings, work: Work, machine: Machine) -> None:
    """Run one stage, unless its file is there: pretrain, learn, distil (teacher or student), or ``answer``."""
    if stage == "answer":
        _answer(settings, work, machine)
        return
    target = work.weights(stage, seed)
    if target.exists():
        return
    import torch

    from unionie.train.network import Network, Shape
    from unionie.train.stages import evaluate, learn, load_weights, pretrain

    torch.manual_seed(seed)
    lexicon = read_lexicon(work.vocabulary)
    kind, role = stage.split("-")
    given = settings.teacher if role == "teacher" else settings.student
    network = Network(Shape(**given), lexicon, settings.heads)
    if kind != "pretrain":
        load_weights(network, _first_existing(work, [f"{before}-{role}" for before in _BEFORE[kind]], seed))
    network.to_device(machine.device)
    plan = settings.stages[stage]
    network.forget = plan.forget
    checkpoint = work.checkpoint(stage, seed)
    if kind == "pretrain":
        read = [raw.name for raw in settings.raw] + [source.name for source in settings.sources if source.plain]
        corpora = [read_corpus(work.corpus(name), lexicon.vocabulary, machine.device) for name in read]
        size = sum(corpus.characters for corpus in corpora)
        pretrain(network, corpora, _plan(plan, size, seed, machine), plan.batch, checkpoint)
    else:
        shares = _shares(settings, work, lexicon.vocabulary, machine, stage)
        size = int(sum(share.corpus.characters * share.times for share in shares))
        learn(network, shares, _plan(plan, size, seed, machine), plan.batch, checkpoint, settings.default)
        for source in settings.sources:
            if work.corpus(f"{source.name}-dev").exists():
                kept = read_corpus(work.corpus(f"{source.name}-dev"), lexicon.vocabulary, machine.device)
                head = source.head or settings.default
                tallies = evaluate(network, kept, head)
                figures = ", ".join(f"{label} {tally.f1:.4f}" for label, tally in tallies.items())
                _say(f"{stage} {seed}: {source.name}, kept part: {figures}")
    weights = {name: value.cpu().half() for name, value in network.state_dict().items()}
    part = target.with_suffix(".part")
    torch.save(weights, part)
    part.replace(target)
    checkpoint.unlink(missing_ok=True)


def _plan(plan: StagePlan, size: int, seed: int, machine: Machine) -> Any:
    from unionie.train.fit import Plan

    seconds = None if machine.minutes is None else 60 * machine.minutes
    return Plan(plan.rate, max(1, round(plan.passes * size / plan.batch)), seed, seconds)


def _first_existing(work: Work, stages: Sequence[str], seed: int) -> Path:
    """Return the weights of this seed, or of the first seed: pretraining once serves several seeds."""
    paths = [work.weights(stage, each) for stage in stages for each in (seed, 1)]
    return next((path for path in paths if path.exists()), paths[-1])


def _shares(settings: Settings, work: Work, vocabulary: Vocabulary, machine: Machine, stage: str) -> list[Any]:
    """Return the marked corpora, and for a stage that distils the raw ones with the teachers' answers."""
    from unionie.train.stages import Share

    shares = []
    for source in settings.sources:
        kept = [f"{source.name}-dev"] if settings.stages[stage].kept and source.dev else []
        for name in (source.name, *kept):
            corpus = read_corpus(work.corpus(name), vocabulary, machine.device)
            shares.append(Share(corpus, source.times, source.head is None))
    for raw in settings.raw if stage.startswith("distil") else ():
        if raw.soft:
            corpus = _read_soft(raw, work, vocabulary, machine)
            corpus.read_answers(work.answers(raw.name))
            shares.append(Share(corpus))
    return shares


def _read_soft(raw: Raw, work: Work, vocabulary: Vocabulary, machine: Machine) -> Corpus:
    """Return the share of a raw corpus that the teachers label."""
    corpus = read_corpus(work.corpus(raw.name), vocabulary, machine.device)
    corpus.windows = corpus.windows[: round(raw.soft * len(corpus.windows))]
    return corpus


def _answer(settings: Settings, work: Work, machine: Machine) -> None:
    """Let the teachers label the raw text that is to be labelled."""
    from unionie.train.network import Network, Shape
    from unionie.train.stages import answer, load_weights

    lexicon = read_lexicon(work.vocabulary)
    stage = settings.teachers.stage
    shape = Shape(**(settings.teacher if stage.endswith("teacher") else settings.student))
    paths = [path for seed in settings.teachers.seeds if (path := work.weights(stage, seed)).exists()]
    if not paths:
        raise InputError(f"{work.weights(stage, settings.teachers.seeds[0])}: no teacher yet; run {stage}")
    empty = partial(Network, shape, lexicon, settings.heads)
    teachers = [load_weights(empty(), path).to_device(machine.device).eval() for path in paths]
    for raw in settings.raw:
        if raw.soft and not work.answers(raw.name).exists():
            corpus = _read_soft(raw, work, lexicon.vocabulary, machine)
            answer(teachers, corpus, settings.answered, settings.stages[stage].batch, settings.default)
            corpus.save_answers(work.answers(raw.name))


def _say(message: str) -> None:
    sys.stderr.write(f"unionie train: {message}\n")
