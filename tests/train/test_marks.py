"""What marks teach, scores, calibration, sources and recipe: the parts of training that need no torch."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import numpy as np
import pytest

from unionie.cli import main
from unionie.errors import InputError
from unionie.tag.learned.tagger import Tagged
from unionie.train.labels import Lesson, Marker
from unionie.train.score import Annotation, calibrate, score_spans
from unionie.train.settings import DEFAULT, read_settings
from unionie.train.sources import read_samples

LABELS = ["ORG", "LOC"]


def allowed(marker: Marker, size: int, *spans: Annotation, known: frozenset[str] | None = None) -> list[set[str]]:
    tags = ["O", *(f"{place}-{label}" for label in LABELS for place in "BIES")]
    codes = marker.mark(size, spans, known)
    return [{tags[index] for index in np.flatnonzero(marker.rows[code])} for code in codes]


def test_a_mark_that_is_ours_says_every_tag() -> None:
    marker = Marker(LABELS, Lesson({"ORG": "ORG"}))
    assert allowed(marker, 4, Annotation(0, 3, "ORG")) == [{"B-ORG"}, {"I-ORG"}, {"E-ORG"}, {"O"}]
    assert allowed(marker, 2, Annotation(1, 2, "ORG")) == [{"O"}, {"S-ORG"}]


def test_a_mark_of_another_meaning_leaves_open_what_it_is() -> None:
    marker = Marker(LABELS, Lesson({}, {"company": ["ORG"]}, ["LOC"]))
    either = {"O", "B-LOC", "I-LOC", "E-LOC", "S-LOC"}
    assert allowed(marker, 2, Annotation(1, 2, "company")) == [either, either | {f"{p}-ORG" for p in "BIES"}]


def test_a_mark_that_must_be_a_name_leaves_open_which_and_its_edges() -> None:
    marker = Marker(LABELS, Lesson({}, rest=["ORG"], must={"place": LABELS}))
    names = {f"{place}-{label}" for label in LABELS for place in "BIES"}
    unmarked = {"O"} | {f"{place}-ORG" for place in "BIES"}
    assert allowed(marker, 3, Annotation(1, 3, "place")) == [unmarked, names, names]


def test_labels_that_an_annotator_did_not_mark_stay_open() -> None:
    marker = Marker(LABELS, Lesson({"ORG": "ORG", "LOC": "LOC"}))
    (open_,) = allowed(marker, 1, known=frozenset({"ORG"}))
    assert open_ == {"O", "B-LOC", "I-LOC", "E-LOC", "S-LOC"}


def test_scores_count_spans_and_leave_optional_ones_out() -> None:
    marked = [Annotation(0, 2, "ORG"), Annotation(3, 5, "LOC"), Annotation(6, 9, "ORG", optional=True)]
    found = [Annotation(0, 2, "ORG"), Annotation(3, 4, "LOC"), Annotation(7, 9, "ORG")]
    tallies = score_spans([found], [marked])
    assert tallies["ORG"] == (1, 1, 1)
    assert tallies["LOC"] == (0, 1, 1)
    assert tallies["all"].f1 == 0.5


def test_scores_map_labels_of_both_sides() -> None:
    tallies = score_spans(
        [[Annotation(0, 2, "company")]], [[Annotation(0, 2, "government")]], {"company": "ORG", "government": "ORG"}
    )
    assert tallies["ORG"] == (1, 1, 1)


def test_calibration_makes_the_sure_less_sure() -> None:
    spans = [[Tagged(0, 2, "ORG", 0.99)]] * 100
    marks = [[Annotation(0, 2, "ORG")] if number % 10 < 7 else [] for number in range(100)]
    slope, shift = calibrate(spans, marks)["ORG"]
    odds = np.log(0.99 / 0.01) * slope + shift
    assert 1 / (1 + np.exp(-odds)) == pytest.approx(0.7, abs=0.03)


def test_sources_in_several_formats(tmp_path: Path) -> None:
    bio = tmp_path / "a.bio.txt.xz"
    bio.write_bytes(lzma.compress("清\tB-LOC\n溪\tI-LOC\n好\tO\n\n柘\tO\n".encode()))
    bmes = tmp_path / "b.bmes"
    bmes.write_text("清 B-LOC\n溪 E-LOC\n王 S-PER\n", encoding="utf-8")
    lines = tmp_path / "c.json"
    lines.write_text(json.dumps({"text": "清溪好", "label": {"address": {"清溪": [[0, 1]]}}}) + "\n", encoding="utf-8")
    assert [sample.spans for sample in read_samples(bio)] == [((0, 2, "LOC", False),), ()]
    assert read_samples(bmes)[0].spans == ((0, 2, "LOC", False), (2, 3, "PER", False))
    assert read_samples(lines)[0].spans == ((0, 2, "address", False),)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("none.txt", None, "no such file"),
        ("a.txt", b"\xff\xfe\xfd", "a.txt"),
        ("a.txt.xz", b"no xz", "a.txt.xz"),
        ("a.txt", "一\n".encode(), "is no character and tag"),
        ("a.json", b'{"label": {}}\n', "no sample of CLUENER"),
    ],
)
def test_sources_that_are_none(tmp_path: Path, name: str, data: bytes | None, message: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=message):
        read_samples(tmp_path / name)


def test_the_recipe_never_trains_on_what_it_scores() -> None:
    settings = read_settings()
    learned = {(source.root, name) for source in settings.sources for name in source.files}
    assert not learned & {(test.root, name) for test in settings.tests for name in test.files}
    assert not any("people_daily" in name or "boson" in name for _, name in learned)


def test_a_recipe_with_a_slip_names_it(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(DEFAULT.read_text("utf-8").replace("copies = ", "copys = "), encoding="utf-8")
    with pytest.raises(InputError, match="unknown key 'copys'"):
        read_settings(path)
    path.write_text("[model]\n", encoding="utf-8")
    with pytest.raises(InputError, match="no 'heads'"):
        read_settings(path)


def test_scoring_without_any_test_set_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["score", "--data", str(tmp_path), "--corpora", str(tmp_path)])
    assert caught.value.code == 2
    assert "none of the recipe's tests lies there" in capsys.readouterr().err
