"""The command line: ``unionie extract`` and ``bench``; the other commands in modules of their own.

Enters: arguments. Leaves: standard output, files, an exit code: 0 fine; 1 some inputs failed (listed on standard
error; the rest is written); 2 wrong usage. An error is one line. Commands import what they need when they run.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from unionie.cli import corpora
from unionie.cli.archive import archive
from unionie.cli.evaluate import calibrate, evaluate
from unionie.cli.examples import add_examples
from unionie.cli.explain import explain
from unionie.cli.info import info
from unionie.cli.series import series
from unionie.cli.streams import (
    complain,
    explain_failure,
    heed_termination,
    make_streams_safe,
    read_input,
    stop_writing,
)
from unionie.cli.train import score, train
from unionie.cli.view import view
from unionie.errors import InputError, UnionieError
from unionie.run.lean import leave_out

if TYPE_CHECKING:
    from unionie.records import Extraction, Report

__all__ = ["app", "main"]

app = typer.Typer(name="unionie", pretty_exceptions_enable=False)
_ArgumentError: Any = typer.BadParameter.__mro__[2]  # the parser's own error class, which typer does not name

_INTERRUPTED = 130
_EMPTY = re.compile(r"(?:--[a-z-]+=)?")


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line with ``arguments`` (those of the process if None) and exit."""
    given = sys.argv[1:] if arguments is None else arguments
    make_streams_safe()
    if arguments is None:
        heed_termination()
        if given[:1] != ["train"]:
            leave_out("torch")
    try:
        if any(_EMPTY.fullmatch(word) for word in given):
            raise InputError("an argument is empty: an unset variable? Write . for the current folder")
        code = app(given or ["--help"], standalone_mode=False)
        sys.stdout.flush()
        if code == _INTERRUPTED:  # typer's answer to Ctrl-C
            code = _end_interrupted()
    except _ArgumentError as error:
        code = complain(f"{error.format_message()} (see unionie --help)")
    except UnionieError as error:
        code = complain(str(error))
    except (KeyboardInterrupt, typer.Abort):
        code = _end_interrupted()
    except SystemExit as error:  # so end rich and typer where nobody reads on, as head when it has seen enough
        code = 0 if isinstance(error.__context__, BrokenPipeError) else error.code
    except OSError as error:
        code = _end_unwritten(error)
    sys.exit(code or 0)


@app.callback()
def describe() -> None:
    """Chinese work reports to structured records, with the characters that prove each."""


@app.command()
def extract(
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT...", help="Files, folders, archives, or - for input.")
    ],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="File or folder to write.")] = None,
    format: Annotated[  # noqa: A002  the option's name
        str | None,
        typer.Option(help="table, jsonl, csv, xlsx, parquet or html; by the suffix of -o if left out."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="ISO date that anchors 去年, 今年以来 …; else the report's own."),
    ] = None,
    workers: Annotated[int, typer.Option(help="Processes to work with.")] = 1,
    rules: Annotated[Path | None, typer.Option(metavar="FILE", help="Your own rules: .toml or .tsv.")] = None,
    min_confidence: Annotated[float, typer.Option(help="Leave out facts and awards that are less sure.")] = 0.0,
) -> int:
    """Turn reports into records: a table to read, or files."""
    from unionie.io.paths import check_output
    from unionie.io.write import guess_format, write
    from unionie.run.local import extract_many

    check_output(output, reports)
    chosen = format or ("table" if output is None else guess_format(output))
    progress = output is not None or not sys.stdout.isatty()
    failures: list[Extraction] = []
    extractions = extract_many(
        _read_all(reports),
        workers=workers,
        progress=progress,
        published=published,
        user_rules=rules,
        min_confidence=min_confidence,
    )
    watched = _set_aside_failures(extractions, failures, keep=chosen != "table")
    try:
        write(watched, sys.stdout if output is None else output, chosen)
        sys.stdout.flush()
    except BrokenPipeError:  # failures so far are told
        stop_writing()
    for extraction in failures:
        complain(explain_failure(extraction))
    return 1 if failures else 0


app.command()(archive)
app.command()(evaluate)
app.command()(calibrate)
app.command()(view)
app.command()(explain)
app.command()(series)
app.command()(train)
app.command()(score)
app.add_typer(corpora.app, name="corpora")


@app.command()
def bench(
    path: Annotated[Path, typer.Argument(help="Reports to time it on.")] = Path("corpora/samples"),
    json: Annotated[bool, typer.Option(help="Write the figures as JSON.")] = False,
    rounds: Annotated[int, typer.Option(help="Rounds whose medians count.")] = 5,
    archive_of: Annotated[
        int | None, typer.Option("--archive", metavar="REPORTS", help="Time a batch run over that many instead.")
    ] = None,
    tagger: Annotated[bool, typer.Option(help="Time the tagger beside jieba.posseg and a spaCy net instead.")] = False,
) -> int:
    """Time the pipeline side by side with jieba on the same text, or a batch run."""
    if archive_of is not None:
        from unionie.bench_archive import run_archive

        return run_archive(path, reports=archive_of, json=json)
    if tagger:
        from unionie.bench_tagger import run_tagger

        return run_tagger(path, json=json, rounds=rounds)
    from unionie.bench import run

    return run(path, json=json, rounds=rounds)


app.command()(info)
add_examples(app)


def _read_all(names: Iterable[str]) -> Iterator[Report]:
    """Yield the reports of every argument; one that cannot be read is a Report with its error."""
    from unionie.io.read import read, read_bytes
    from unionie.records import Report

    for name in names:
        empty = True
        try:
            for report in read_bytes(read_input()) if name == "-" else read(name):
                empty = False
                yield report
        except InputError as error:
            yield Report("", source=name, error=str(error))
        else:
            if empty:
                yield Report("", source=name, error=f"{name}: no reports there")


def _set_aside_failures(
    extractions: Iterable[Extraction], failures: list[Extraction], *, keep: bool
) -> Iterator[Extraction]:
    for extraction in extractions:
        failed = extraction.status == "failed"
        if failed:
            failures.append(extraction)
        if keep or not failed:
            yield extraction


def _end_unwritten(error: OSError) -> int:
    """Say in one line that the standard output, or a file, could not be written; return the exit code."""
    stop_writing()
    if isinstance(error, BrokenPipeError):  # the reader, like head, has seen enough
        return 0
    return complain(f"{error.filename or 'standard output'}: {error.strerror or error}")


def _end_interrupted() -> int:
    """Say so in one line; return the exit code.

    Python remembers a Ctrl-C that came while it ran code from text, as ``namedtuple`` does at imports, and under
    ``-m`` would end by the signal in spite of the exit code; running code from text once more makes it forget.
    """
    complain("interrupted")
    eval("None")  # noqa: S307
    return _INTERRUPTED
