"""The whole training on a little invented text, through the command line; needs the extra [train]."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from unionie.cli import main
from unionie.tag.learned.folder import read_folder
from unionie.tag.learned.tagger import Tagger

from .builders import write_data

torch = pytest.importorskip("torch", reason="the extra [train] is not installed")
pytest.importorskip("onnx", reason="the extra [train] is not installed")

TEXT = "会上，柘溪县总工会主席欧阳玥表示支持。"


class Done(NamedTuple):
    code: int
    out: str
    err: str


def unionie(*arguments: object) -> Done:
    """Run the command line in this process: torch takes long to import."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as caught:
        main([str(argument) for argument in arguments])
    return Done(int(caught.value.code or 0), out.getvalue(), err.getvalue())


def train(folder: Path, *more: object) -> Done:
    roots = [part for name in ("data", "raw", "corpora") for part in (f"--{name}", folder / name)]
    return unionie("train", *roots, "--recipe", folder / "recipe.toml", "--work", folder / "work", *more)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("training")
    write_data(folder)
    done = train(folder, "-o", folder / "model")
    assert done.code == 0, done.err
    return folder


def names(model: Path, text: str = TEXT) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.label) for span in Tagger.read(model).find(text)]


def test_it_learns_from_data_to_a_model(trained: Path) -> None:
    assert names(trained / "model") == [("柘溪县总工会", "ORG"), ("欧阳玥", "PERSON")]
    figures = json.loads((trained / "model" / "metrics.json").read_text("utf-8"))
    assert figures["dev"]["scores"]["all"]["f1"] > 0.9
    assert set(json.loads((trained / "model" / "config.json").read_text("utf-8"))["heads"]["ours"]["calibration"]) == {
        "ORG",
        "PERSON",
    }


def test_a_rerun_does_nothing_again_and_gives_the_same_model(trained: Path) -> None:
    before = (trained / "work" / "learn-student-1.pt").stat().st_mtime_ns
    done = train(trained, "-o", trained / "again")
    assert (done.code, (trained / "work" / "learn-student-1.pt").stat().st_mtime_ns) == (0, before)
    assert (trained / "again" / "network.onnx").read_bytes() == (trained / "model" / "network.onnx").read_bytes()


def test_what_ships_computes_what_was_trained(trained: Path) -> None:
    from unionie.train.corpus import Corpus, prepare
    from unionie.train.labels import Lesson
    from unionie.train.restore import restore
    from unionie.train.sources import Sample

    parts = read_folder(trained / "model")
    network = restore(parts).eval()
    corpus = Corpus(
        prepare([Sample(TEXT, ())], {"ours": Lesson({})}, {"ours": ["ORG", "PERSON"]}, 150), parts.vocabulary
    )
    batch = corpus.batch(np.arange(1))
    with torch.no_grad():
        scores = network.heads["ours"].score(network.encode(batch.ids, batch.running)).numpy()
    tagger = Tagger(parts)
    (shipped,) = tagger._score([TEXT], *_rows(TEXT))
    assert np.abs(shipped.scores - scores).max() < 0.15 * np.abs(scores).max()  # activations in 8 bits


def test_what_a_text_gives_does_not_depend_on_the_texts_beside_it(trained: Path) -> None:
    from unionie.tag.learned.features import read_features

    tagger = Tagger.read(trained / "model")
    texts = [TEXT, "岚溪县教育局召开会议。", "苗建山，" * 20, "x"]
    lengths = np.array(sorted(map(len, texts), reverse=True), dtype=np.int32)
    rows = [read_features(text, tagger.parts.vocabulary) for text in sorted(texts, key=len, reverse=True)]
    ids = np.zeros((lengths[0], len(rows), rows[0].shape[1]), dtype=rows[0].dtype)
    for place, row in enumerate(rows):
        ids[: len(row), place] = row
    (together,) = tagger._session().run(None, {"ids": ids, "lengths": lengths})
    for place, row in enumerate(rows):
        (alone,) = tagger._session().run(None, {"ids": row[:, None], "lengths": lengths[place : place + 1]})
        assert (alone[:, :, 0] == together[: len(row), :, place]).all()


def _rows(text: str) -> tuple[list[object], list[object]]:
    from unionie.tag.learned.tagger import _Piece, _Row
    from unionie.tag.learned.windows import cut_windows

    windows = list(cut_windows(text, 150))
    return [_Piece(0, windows)], [_Row(0, window) for window in windows]


def test_a_run_that_was_cut_off_goes_on(tmp_path: Path) -> None:
    from unionie.train.fit import Plan, Step, Trainer

    def fit(steps: int, checkpoint: Path) -> list[float]:
        torch.manual_seed(0)
        line = torch.nn.Linear(2, 1)
        plan = Plan(1e-2, 1000, 1)

        def epoch(rng: object) -> object:
            for _ in range(steps):
                yield Step(lambda: (line(torch.ones(1, 2)) - 3).square().sum(), 1)
            raise KeyboardInterrupt

        trainer = Trainer({"line": line}, plan, checkpoint)
        try:
            trainer.run(epoch, lambda *_: None)  # type: ignore[arg-type]
        except KeyboardInterrupt:
            return []
        return [float(value) for value in line.weight.detach().flatten()]

    assert fit(700, tmp_path / "cut") == []  # stopped behind its checkpoint at 500
    assert fit(2000, tmp_path / "cut") == pytest.approx(fit(2000, tmp_path / "whole"), abs=1e-4)


def test_tuning_on_corrected_documents_helps(trained: Path, tmp_path: Path) -> None:
    reports = tmp_path / "mine.jsonl"
    rows = [json.loads(line) for line in (trained / "corpora" / "train.jsonl").read_text("utf-8").splitlines()]
    for row in rows:  # a house whose bodies are written in a way that the model has not met
        row["text"] = row["text"].replace("主席", "｜")
        row["entities"] = [
            {**entity, "start": at, "end": at + len(entity["text"])}
            for entity in row["entities"]
            for at in [row["text"].index(entity["text"])]
        ]
    reports.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    done = unionie(
        "train",
        "--from",
        trained / "model",
        reports,
        "--keep",
        0.3,
        "--recipe",
        trained / "recipe.toml",
        "-o",
        tmp_path / "tuned",
    )
    assert done.code == 0, done.err
    before, after = (float(value) for value in done.out.splitlines()[-1].split("F1 ")[1].split(" of ")[0].split(" → "))
    assert after >= before
    assert ("欧阳玥", "PERSON") in names(tmp_path / "tuned", "昨天，岚溪县教育局｜欧阳玥表示支持。")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--data", "nowhere", "-o", "model"], "no such training data"),
        ([], "say with -o"),
        (["mine.jsonl", "-o", "model"], "reports are given with --from"),
        (["--from", "nowhere", "mine.jsonl", "-o", "model"], "no tagger can be read there"),
        (["--from", "tagger", "mine.jsonl", "-o", "model"], "mine.jsonl"),
        (["--from", "tagger", "-o", "model"], "no entity of"),
        (["--recipe", "none.toml", "-o", "model"], "none.toml"),
    ],
)
def test_one_clear_line_where_something_is_missing(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = unionie("train", *arguments)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert message in done.err
