"""Write into the READMEs what their examples, commands and evaluation print now: python .ci/readme.py."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from picture import name_picture, take_picture

ROOT = Path(__file__).parent.parent
FILES = ("README.md", "README.zh.md")


def render(text: str) -> str:
    """Return the README with every example and command as it prints now, its figures and its picture."""
    text = re.sub(r"```python\n(.*?)```\n\n```text\n.*?```", _render_example, text, flags=re.DOTALL)
    text = re.sub(r"```console\n(.*?)```", _render_console, text, flags=re.DOTALL)
    text = re.sub(r"\(\.ci/page-\w+\.jpg\)", f"(.ci/{name_picture()})", text)
    measured = _score()
    row = re.compile(r"^(\| [^|\n]*`([a-zA-Z ]+)`[^|\n]* \|) [\d.]+ \| [\d.]+ \| [\d.]+ \|$", re.MULTILINE)
    return row.sub(lambda match: f"{match[1]} {' | '.join(measured[match[2]])} |", text)


def _render_example(match: re.Match[str]) -> str:
    return f"```python\n{match[1]}```\n\n```text\n{_run_example(match[1])}```"


def _render_console(match: re.Match[str]) -> str:
    """Run the block's commands, one after the other, in an empty folder beside the corpora."""
    return f"```console\n{_run_commands(tuple(line for line in match[1].splitlines() if line.startswith('$ ')))}```"


@cache
def _run_commands(lines: tuple[str, ...]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "corpora").symlink_to(ROOT / "corpora")
        return "".join(f"{line}\n{_run(line.removeprefix('$ '), Path(folder))}" for line in lines)


@cache  # both READMEs show it
def _run_example(code: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code, {})
    return printed.getvalue()


def _run(command: str, folder: Path) -> str:
    environment = {**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1", "NO_COLOR": "1"}
    words = [sys.executable, "-m", *shlex.split(command)]
    done = subprocess.run(words, check=True, capture_output=True, encoding="utf-8", cwd=folder, env=environment)
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


@cache  # takes long, and both READMEs show it
def _score() -> dict[str, tuple[str, str, str]]:
    return _figures(_run("unionie evaluate corpora/reports --split test", ROOT))


def _figures(table: str) -> dict[str, tuple[str, str, str]]:
    first = table.split("\n\n", 1)[0]  # by genre there is another row of awards
    rows = re.finditer(r"^([a-zA-Z ]+?) {2,}([\d.]+) +([\d.]+) +([\d.]+) ", first, re.MULTILINE)
    return {row[1].strip(): (row[2], row[3], row[4]) for row in rows}


if __name__ == "__main__":
    take_picture()
    for name in FILES:
        path = ROOT / name
        path.write_text(render(path.read_text("utf-8")), "utf-8")
