"""Small invented data to train on: a recipe, annotated text, plain text."""

from __future__ import annotations

import json
import random
from pathlib import Path

NAMES = ["冀爱国", "丁兰芝", "欧阳玥", "栗文清", "苗建山", "滕一鸣"]
BODIES = ["柘溪县总工会", "鸿瑞机械有限公司", "县第二人民医院", "岚溪县教育局"]
RECIPE = """
[model]
name = "small"
default = "ours"
longest = 150
answered = ["ours"]
[heads]
ours = ["ORG", "PERSON"]
bio = ["PER"]
[vocabulary]
least_char = 1
least_pair = 2
least_word = 1
bits = 15
[student]
char = 16
ngram = 8
word_shape = 8
mixed = 32
hidden = 24
drop = 0.1
[teacher]
mixed = 64
layers = 1
[stages]
pretrain-student = { batch = 2000, rate = 3e-3, passes = 1.0 }
learn-student = { batch = 600, rate = 1e-2, passes = 25.0 }
distil-student = { batch = 600, rate = 3e-3, passes = 4.0, kept = true }
[run]
steps = ["pretrain-student", "learn-student", "answer", "distil-student"]
[tune]
batch = 600
rate = 5e-3
passes = 10.0
least = 60
[teachers]
stage = "learn-student"
seeds = [1, 2]
[lexicons]
[raw.plain]
files = ["plain.txt"]
soft = 0.5
ruled = true
licence = "ours"
[sources.bio]
files = ["people.bio.txt"]
dev = 0.1
head = "bio"
licence = "ours"
same = { PER = "PERSON" }
rest = ["ORG"]
[sources.reports]
root = "corpora"
files = ["train.jsonl"]
dev_files = ["dev.jsonl"]
copies = 1
licence = "ours"
same = { ORG = "ORG", PERSON = "PERSON" }
[swap]
rates = { PERSON = 0.5 }
labels = { PERSON = "PERSON" }
least = { PERSON = 2 }
[tests.dev]
root = "corpora"
files = ["dev.jsonl"]
[tests.dev-with-rules]
root = "corpora"
files = ["dev.jsonl"]
rules = true
"""


def sentence(rng: random.Random) -> tuple[str, list[tuple[int, int, str]]]:
    """Return an invented sentence with its names."""
    body, name = rng.choice(BODIES), rng.choice(NAMES)
    text, spans = "", []
    for part, label in (
        (rng.choice(["昨天，", "会上，", ""]), ""),
        (body, "ORG"),
        ("主席", ""),
        (name, "PERSON"),
        ("表示支持。", ""),
    ):
        if label:
            spans.append((len(text), len(text) + len(part), label))
        text += part
    return text, spans


def write_reports(path: Path, count: int, seed: int) -> None:
    """Write annotated reports as unionie's corpora are."""
    rng = random.Random(seed)
    rows = []
    for number in range(count):
        text, spans = sentence(rng)
        entities = [{"start": a, "end": b, "label": label, "text": text[a:b]} for a, b, label in spans]
        rows.append(
            {
                "id": f"{path.stem}-{number}",
                "text": text,
                "split": path.stem,
                "labels": ["ORG", "PERSON"],
                "entities": entities,
            }
        )
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def write_data(folder: Path) -> None:
    """Write everything that RECIPE names into folders data, raw and corpora."""
    rng = random.Random(0)
    for name in ("data", "raw", "corpora"):
        (folder / name).mkdir()
    (folder / "recipe.toml").write_text(RECIPE, encoding="utf-8")
    (folder / "raw" / "plain.txt").write_text("\n".join(sentence(rng)[0] + str(i) for i in range(60)), encoding="utf-8")
    lines = []
    for _ in range(40):
        text, spans = sentence(rng)
        ((start, end, _),) = [span for span in spans if span[2] == "PERSON"]
        tags = ["B-PER" if place == start else "I-PER" if start < place < end else "O" for place in range(len(text))]
        lines += [*(f"{char}\t{tag}" for char, tag in zip(text, tags, strict=True)), ""]
    (folder / "data" / "people.bio.txt").write_text("\n".join(lines), encoding="utf-8")
    write_reports(folder / "corpora" / "train.jsonl", 40, 1)
    write_reports(folder / "corpora" / "dev.jsonl", 25, 2)
