"""Write into the READMEs what their example, command and evaluation print now: python .ci/readme.py."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = ("README.md", "README.zh.md")


def render(text: str) -> str:
    """Return the README with its first text and console blocks and its figures as they are now."""
    example = _block(text, "python")
    command = _block(text, "console").split("\n", 1)[0]
    text = _replace(text, "text", _run_example(example))
    text = _replace(text, "console", f"{command}\n{_run(command.removeprefix('$ ').split())}")
    measured = _figures(_run(["unionie", "evaluate", "corpora/reports", "--split", "test"]))
    row = re.compile(r"^(\| [^|\n]*`([a-zA-Z ]+)`[^|\n]* \|) [\d.]+ \| [\d.]+ \| [\d.]+ \|$", re.MULTILINE)
    return row.sub(lambda match: f"{match[1]} {' | '.join(measured[match[2]])} |", text)


def _block(text: str, language: str) -> str:
    match = re.search(rf"```{language}\n(.*?)```", text, re.DOTALL)
    assert match is not None, language
    return match[1]


def _replace(text: str, language: str, content: str) -> str:
    return text.replace(f"```{language}\n{_block(text, language)}```", f"```{language}\n{content}```", 1)


def _run_example(code: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code, {})
    return printed.getvalue()


def _run(command: list[str]) -> str:
    environment = {**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *command], check=True, capture_output=True, encoding="utf-8", cwd=ROOT, env=environment
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def _figures(table: str) -> dict[str, tuple[str, str, str]]:
    first = table.split("\n\n", 1)[0]  # by genre there is another row of awards
    rows = re.finditer(r"^([a-zA-Z ]+?) {2,}([\d.]+) +([\d.]+) +([\d.]+) ", first, re.MULTILINE)
    return {row[1].strip(): (row[2], row[3], row[4]) for row in rows}


if __name__ == "__main__":
    for name in FILES:
        path = ROOT / name
        path.write_text(render(path.read_text("utf-8")), "utf-8")
