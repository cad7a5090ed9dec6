"""Examples below the help of each command.

Enters: the app. Leaves: the same, each command with its epilog. A command without examples fails the tests.
"""

from __future__ import annotations

import typer

__all__ = ["EXAMPLES", "add_examples"]

EXAMPLES = {
    "extract": (
        "unionie extract report.txt",
        "unionie extract 2018/ -o records.jsonl --workers 4",
        "unionie extract report.txt -o page.html --published 2019-01-25",
        "cat report.txt | unionie extract - --format csv > facts.csv",
        "unionie extract 2018/ -o records.jsonl --rules ours.toml --min-confidence 0.95",
    ),
    "archive": (
        "unionie archive 2018.zip -o records",
        "unionie archive reports/ -o records --workers 4 --retry-failed",
    ),
    "view": ("unionie view report.txt", "unionie view records -o archive.html", "unionie view run.jsonl --no-open"),
    "explain": (
        "unionie explain report.txt --at 120",
        "unionie explain report.txt --text 5600余人 --lang zh",
    ),
    "series": (
        "unionie series records --indicator 发展会员",
        "unionie series records --indicator GDP --measure change --chart growth.png",
        "unionie series reports/ --indicator 粮食产量 -o grain.csv",
    ),
    "evaluate": (
        "unionie evaluate corpora/reports --split dev",
        "unionie evaluate corpora/reports --split dev --undated",
        "unionie evaluate corpora/reports --split dev --save before.jsonl",
        "unionie evaluate corpora/reports --split dev --against before.jsonl --errors",
    ),
    "calibrate": ("unionie calibrate corpora/reports --split dev",),
    "train": (
        "unionie train --from tagger mine.jsonl -o my-tagger",
        "unionie train --from tagger mine.jsonl --keep 0.2 -o my-tagger",
        "unionie train --data data --raw raw --corpora corpora -o models/tagger",
    ),
    "score": ("unionie score --data data --corpora corpora", "unionie score my-tagger --json"),
    "bench": ("unionie bench", "unionie bench corpora/reports --json", "unionie bench --tagger"),
    "info": ("unionie info", "unionie info --json"),
    "corpora check": ("unionie corpora check corpora/reports --slips",),
    "corpora count": ("unionie corpora count corpora/reports",),
    "corpora export": (
        "unionie corpora export corpora/reports --split train --to spacy -o train.spacy",
        "unionie corpora export records.jsonl --to label-studio -o tasks.json",
    ),
    "corpora import": ("unionie corpora import tasks.json --from label-studio -o mine.jsonl",),
}


def add_examples(app: typer.Typer, prefix: str = "") -> None:
    """Give every command of the app, and of the apps in it, its examples as epilog."""
    for command in app.registered_commands:
        callback = command.callback
        name = command.name or (callback.__name__ if callback is not None else "")
        lines = EXAMPLES.get(f"{prefix}{name}", ())
        if lines:
            command.epilog = "\n".join(["Examples:", *(f"  {line}" for line in lines)])
    for group in app.registered_groups:
        if group.typer_instance is not None:
            add_examples(group.typer_instance, f"{prefix}{group.name} ")
