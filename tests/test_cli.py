from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import unionie
from builders import TEXT
from unionie import Extraction
from unionie.cli import app as unionie_app
from unionie.cli import main
from unionie.cli.examples import EXAMPLES

FORMATS = {"run.jsonl": "jsonl", "records": "parquet"}


class Done:
    """What a command left behind."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(run_command):
    def call(*arguments: object) -> Done:
        return Done(*run_command(*arguments))

    return call


@pytest.mark.parametrize(("arguments", "left_out"), [(["info", "--help"], ["torch"]), (["train", "--help"], [])])
def test_the_command_does_without_torch_unless_it_trains(arguments, left_out, monkeypatch, capsys):
    calls = []
    monkeypatch.setattr("unionie.cli.leave_out", calls.append)
    monkeypatch.setattr("sys.argv", ["unionie", *arguments])
    with pytest.raises(SystemExit):
        main()
    assert calls == left_out
    with pytest.raises(SystemExit):
        main(arguments)  # in a process that is not the command's own
    assert calls == left_out
    assert capsys.readouterr().out


def list_commands(app=None, prefix=()):
    """Every command, as the words that call it."""
    app = app or unionie_app
    for command in app.registered_commands:
        yield (*prefix, command.name or command.callback.__name__)
    for group in app.registered_groups:
        yield from list_commands(group.typer_instance, (*prefix, group.name))


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_extract_prints_a_table(run, report):
    done = run("extract", report)
    assert (done.code, done.err) == (0, "")
    assert "5,600" in done.out
    assert "为湖滨高质量发展凝聚职工力量" in done.out


def test_extract_prints_json_lines(run, report):
    done = run("extract", report, report, "--format", "jsonl", "--published", "2019-01-25")
    assert done.code == 0
    extractions = [Extraction.from_json(line) for line in done.out.splitlines()]
    assert [extraction.text for extraction in extractions] == [TEXT, TEXT]
    assert extractions[0].source == str(report)


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "{report}", "-o", "{report}"],
        ["extract", "{folder}", "-o", "{report}", "--format", "jsonl"],
        ["extract", "{page}", "-o", "{page}"],
        ["view", "{report}", "{page}", "-o", "{page}"],
        ["view", "{run}", "-o", "{run}"],
        ["series", "{folder}", "-i", "发展会员", "-o", "{table}"],
        ["corpora", "export", "{run}", "--to", "doccano", "-o", "{run}"],
        ["corpora", "import", "{run}", "--from", "doccano", "-o", "{run}"],
        ["evaluate", "{run}", "--save", "{run}"],
        ["evaluate", "{folder}", "--save-floor", "{run}"],
    ],
)
def test_an_input_is_never_overwritten(run, report, tmp_path, arguments):
    places = {"report": report, "folder": tmp_path, "page": tmp_path / "p.html", "run": tmp_path / "r.jsonl"}
    places["table"] = tmp_path / "facts.parquet"
    places["page"].write_text(f"<html><body><p>{TEXT}</p></body></html>", "utf-8")
    if arguments[0] == "series":
        assert run("extract", report, "-o", tmp_path, "--format", "parquet").code == 0
    if "{run}" in arguments:
        assert run("extract", report, "-o", places["run"]).code == 0
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    done = run(*[argument.format(**places) for argument in arguments])
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(": is also an input, which would be lost; name another file with -o\n")
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("words", [["extract", ""], ["extract", "a.txt", "-o", ""], ["view", "a.txt", "--output="]])
def test_an_empty_argument_is_not_the_current_folder(run, report, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("unionie: an argument is empty")
    assert list(tmp_path.iterdir()) == [report]


@pytest.mark.parametrize("name", ["o.jsonl", "o.csv", "o.xlsx", "o.parquet", "o.html", "o.txt"])
def test_extract_writes_files_by_suffix(run, report, tmp_path, name):
    done = run("extract", report, "-o", tmp_path / name)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (tmp_path / name).stat().st_size > 100


def test_extract_reads_standard_input(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gb18030"))))
    done = run("extract", "-", "--format", "jsonl")
    assert done.code == 0
    assert json.loads(done.out)["text"] == TEXT


def test_inputs_that_fail_are_listed_and_the_rest_is_written(run, report, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\xef\xbb\xbf\xff")
    done = run("extract", tmp_path / "missing.txt", report, tmp_path / "bad.txt", "-o", tmp_path / "o.jsonl")
    assert done.code == 1
    first, second = done.err.splitlines()
    assert "missing.txt: no such file" in first
    assert "bad.txt" in second
    lines = (tmp_path / "o.jsonl").read_text("utf-8").splitlines()
    assert [Extraction.from_json(line).status for line in lines] == ["failed", "ok", "failed"]


def test_the_table_leaves_failures_to_the_standard_error(run, report):
    done = run("extract", "missing.txt", report)
    assert done.code == 1
    assert "missing.txt" not in done.out
    assert done.err.count("missing.txt") == 1


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["extract"], "REPORT"),
        (["extract", "{report}", "--format", "yaml"], "yaml"),
        (["extract", "{report}", "--format", "xlsx"], "xlsx"),
        (["extract", "{report}", "-o", "{folder}/o.doc"], "o.doc"),
        (["extract", "{report}", "-o", "{folder}/none/o.jsonl"], "none"),
        (["extract", "{report}", "-o", "{folder}", "--format", "jsonl"], "folder"),
        (["extract", "{report}", "--published", "2019"], "2019"),
        (["extract", "{report}", "--workers", "0"], "0"),
        (["extract", "{report}", "--workers", "two"], "--workers"),
        (["extract", "{report}", "--nonsense"], "--nonsense"),
        (["exract", "{report}"], "exract"),
        (["evaluate", "{folder}/none"], "none"),
        (["evaluate", "{folder}", "--against", "{folder}/gone"], "gone: no such file"),
        (["evaluate", "{folder}", "--floor", "{folder}/gone"], "gone: no such file"),
        (["bench", "{folder}/none"], "none"),
        (["view"], "REPORT_OR_RECORDS"),
        (["view", "{report}", "-o", "{folder}/none/o.html"], "none"),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(run, report, tmp_path, arguments, named):
    done = run(*[argument.format(report=report, folder=tmp_path) for argument in arguments])
    assert done.code == 2
    assert done.err.startswith("unionie: ")
    assert done.err.count("\n") == 1
    assert done.out == ""
    assert named in done.err or (named == "folder" and "is a folder" in done.err)


def test_info_names_versions_models_and_places(run):
    done = run("info")
    assert done.code == 0
    for name in ("unionie", "python", "spacy", "jieba", "model tagger", "rules"):
        assert f"\n{name} " in "\n" + done.out
    assert "msra test: F1 LOC 0." in done.out
    known = json.loads(run("info", "--json").out)
    assert known["versions"]["unionie"] == unionie.__version__
    assert "pytest" not in known["versions"]
    assert Path(known["models"]["tagger"]["path"]).is_file()
    assert all(Path(path).is_dir() for path in known["paths"].values())


@pytest.mark.parametrize("command", list(list_commands()), ids=" ".join)
def test_help_gives_examples_that_the_command_understands(run, command):
    done = run(*command, "--help")
    assert done.code == 0
    assert "Examples:" in done.out
    examples = EXAMPLES[" ".join(command)]
    for example in examples:
        assert example.split(" | ")[-1].startswith(f"unionie {' '.join(command)}")
        for option in re.findall(r" (--[a-z-]+)", example):
            assert option in done.out or f"--{option.removeprefix('--no-')}/{option}" in done.out


def test_view_writes_a_page_of_reports_and_of_records(run, report, tmp_path):
    done = run("view", report, "-o", tmp_path / "page.html")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{tmp_path / 'page.html'}: 1 report, ")
    assert "湖滨" in (tmp_path / "page.html").read_text("utf-8")
    for name in ("run.jsonl", "records"):
        assert run("extract", report, report, "-o", tmp_path / name, "--format", FORMATS[name]).code == 0
        done = run("view", tmp_path / name, report, "-o", tmp_path / "page.html")
        assert (done.code, done.err) == (0, "")
        assert "3 reports" in done.out


def test_view_lists_what_failed_and_shows_the_rest(run, report, tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xef\xbb\xbf\xff")
    done = run("view", "missing.txt", report, bad, "-o", tmp_path / "page.html")
    assert done.code == 1
    assert "8 facts" in done.out
    assert [line.split(": ")[1] for line in done.err.splitlines()] == ["missing.txt", str(bad)]
    done = run("view", "missing.txt", "-o", tmp_path / "none.html")
    assert (done.code, done.out) == (2, "")
    assert not (tmp_path / "none.html").exists()


def test_view_opens_the_page_in_the_browser_of_the_user(report, tmp_path):
    opener = tmp_path / "opener"
    opener.write_text(
        f"#!{sys.executable}\nimport sys, shutil\nshutil.copy(sys.argv[1][7:], {str(tmp_path / 'seen')!r})\n"
    )
    opener.chmod(0o755)
    environment = {**os.environ, "BROWSER": f"{opener} %s", "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", "unionie", "view", str(report)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    path = Path(done.stdout.split(": ")[0])
    assert path.parent.parent == tmp_path
    assert (tmp_path / "seen").read_bytes() == path.read_bytes()


def test_shells_complete_commands_and_options():
    script = Path(sys.executable).with_name("unionie")
    if not script.exists():
        pytest.skip("unionie is not installed as a script here")
    for words, found in (("unionie vi", "view"), ("unionie view --work", "--workers")):
        environment = {
            **os.environ,
            "_UNIONIE_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(words.count(" ")),
        }
        done = subprocess.run([script], env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.split() == [found]


def test_pipes_and_no_color_get_no_colours(report):
    for command in (["extract", str(report)], ["info"], ["--help"]):
        done = subprocess.run([sys.executable, "-m", "unionie", *command], capture_output=True, text=True, check=True)
        assert "\x1b" not in done.stdout


def test_help_without_arguments(run):
    done = run()
    assert done.code == 0
    assert "extract" in done.out


def test_the_module_is_the_command_and_a_closed_pipe_is_no_error(report, tmp_path):
    many = tmp_path / "many"
    many.mkdir()
    for number in range(30):
        (many / f"{number}.txt").write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "unionie", "extract", str(many), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith(b"{")
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_commands_start_quickly_without_the_pipeline():
    code = "import sys, unionie.cli; print([name for name in ('spacy', 'pandas', 'datasets') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_corpora_are_counted_checked_exported_and_imported(run, report, tmp_path):
    assert run("extract", report, "-o", tmp_path / "ours.jsonl").code == 0
    assert run("corpora", "export", tmp_path / "ours.jsonl", "--to", "doccano", "-o", tmp_path / "d.jsonl").code == 0
    done = run("corpora", "import", tmp_path / "d.jsonl", "--from", "doccano", "-o", tmp_path / "mine.jsonl")
    assert (done.code, done.out) == (0, f"1 reports → {tmp_path / 'mine.jsonl'}\n")
    assert run("corpora", "check", tmp_path / "mine.jsonl", "--slips").code == 0
    assert "documents  characters" in run("corpora", "count", tmp_path / "mine.jsonl").out
    assert run("evaluate", tmp_path / "mine.jsonl", "--output", tmp_path / "ours.jsonl", "--json").code == 0


def test_nothing_is_imported_when_something_is_broken(run, tmp_path):
    (tmp_path / "d.jsonl").write_text('{"text": "工会", "entities": [{"id": 1}]}\n{}\n', "utf-8")
    done = run("corpora", "import", tmp_path / "d.jsonl", "--from", "doccano", "-o", tmp_path / "mine.jsonl")
    assert done.code == 1
    assert done.err.count("\n") == 2
    assert all(line.startswith(f"unionie: {tmp_path / 'd.jsonl'}:") for line in done.err.splitlines())
    assert not (tmp_path / "mine.jsonl").exists()
    (tmp_path / "broken.jsonl").write_text("{}", "utf-8")
    done = run("corpora", "check", tmp_path / "broken.jsonl")
    assert (done.code, done.out) == (1, f"{tmp_path / 'broken.jsonl'}:1: no text\n")


def test_rules_and_a_least_confidence(run, report, tmp_path):
    (tmp_path / "ours.toml").write_text('ignore = ["三千里行动"]\n', "utf-8")
    done = run("extract", report, "--rules", tmp_path / "ours.toml", "--min-confidence", "1.0", "--format", "jsonl")
    assert (done.code, json.loads(done.out)["facts"]) == (0, [])
    (tmp_path / "ours.toml").write_text('[[unit]]\nname = "箩"\n', "utf-8")
    done = run("extract", report, "--rules", tmp_path / "ours.toml")
    assert done.code == 2
    assert done.err.startswith(f"unionie: {tmp_path / 'ours.toml'}, line 1: no section 'unit'")
