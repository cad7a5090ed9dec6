"""What rules say of plain text reaches the teachers; a last stage learns what was kept; needs the extra [train]."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from unionie.tag.learned.chain import tag_names

from .builders import write_data

torch = pytest.importorskip("torch", reason="the extra [train] is not installed")
pytest.importorskip("onnx", reason="the extra [train] is not installed")

LABELS = ("ORG", "PERSON")
TEXT = "会上，柘溪县总工会主席冀爱国表示支持。"


def test_rules_speak_for_the_edges_of_their_mentions() -> None:
    from unionie.train.ruled import speak_of

    spoken = speak_of(TEXT, LABELS)
    names = tag_names(LABELS)
    said = {(place, names[tag]) for place, tag in enumerate(spoken.tags.tolist()) if tag}
    body, person = TEXT.index("柘溪县总工会"), TEXT.index("冀爱国")
    assert said == {(body, "B-ORG"), (body + 5, "E-ORG"), (person, "B-PERSON"), (person + 2, "E-PERSON")}
    assert (spoken.weights[spoken.tags > 0] > 0).all()
    assert not spoken.weights[spoken.tags == 0].any()


def test_what_rules_say_is_added_to_the_scores_of_its_tags(tmp_path: Path) -> None:
    from functools import partial

    from unionie.tag.learned.tagger import packaged_model
    from unionie.train.corpus import prepare, read_corpus, save_corpus
    from unionie.train.ruled import speak_of
    from unionie.train.sources import Sample

    speak = partial(speak_of, labels=LABELS)
    save_corpus(tmp_path / "corpus.npz", prepare([Sample(TEXT, ())], {}, {"ours": LABELS}, 150, speak))
    corpus = read_corpus(tmp_path / "corpus.npz", packaged_model().vocabulary)
    read = corpus.batch(np.arange(1))
    heard = corpus.hear(torch.zeros(len(TEXT), 1, len(tag_names(LABELS))), read.places)
    spoken = speak_of(TEXT, LABELS)
    for place, (tag, weight) in enumerate(zip(spoken.tags.tolist(), spoken.weights.tolist(), strict=True)):
        assert heard[place, 0, tag] == weight
    assert float(heard.sum()) == float(spoken.weights.sum())


def test_a_stage_learns_what_was_kept_only_where_the_recipe_says_so(tmp_path: Path) -> None:
    from dataclasses import replace

    from unionie.train import recipe
    from unionie.train.settings import read_settings
    from unionie.train.vocabulary import read_lexicon

    write_data(tmp_path)
    settings, work = read_settings(tmp_path / "recipe.toml"), recipe.Work(tmp_path / "work")
    recipe.prepare_all(settings, {root: tmp_path / root for root in ("data", "raw", "corpora")}, work)
    known = read_lexicon(work.vocabulary).vocabulary

    def characters(*, kept: bool) -> int:
        stages = {"learn-student": replace(settings.stages["learn-student"], kept=kept)}
        shares = recipe._shares(replace(settings, stages=stages), work, known, recipe.Machine(), "learn-student")
        return sum(share.corpus.characters for share in shares)

    kept = recipe.read_corpus(work.corpus("bio-dev"), known).characters  # the reports' own dev part never is
    assert kept > 0
    assert characters(kept=True) - characters(kept=False) == kept
