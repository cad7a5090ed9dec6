from __future__ import annotations

import io
import json
import sys
from functools import partial

import pytest

TEXT = "2018年，清溪区总工会发展会员5600余人。"


@pytest.fixture
def run(run_command):
    """Run unionie explain; return the exit code and what it printed."""
    return partial(run_command, "explain")


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_by_offset_and_by_words(run, report):
    code, out, err = run(report, "--at", TEXT.index("5600"))
    assert (code, err) == (0, "")
    assert "the words before the value name it" in out
    assert run(report, "--text", "5600余人")[1] == out
    assert "数值之前的词命名指标" in run(report, "--text", "5600余人", "--lang", "zh")[1]
    assert json.loads(run(report, "--at", TEXT.index("5600"), "--json")[1])["parts"][0]["record"].startswith("fact-")


def test_standard_input(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert "发展会员" in run("-", "--text", "5600")[1]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("{report}",), "say where: --at OFFSET or --text WORDS"),
        (("{report}", "--at", "3", "--text", "会员"), "say where"),
        (("{report}", "--at", "999"), "a place lies between 0 and 23"),
        (("{report}", "--text", "无此"), "a.txt: does not hold '无此'"),
        (("{report}", "--at", "3", "--lang", "fr"), "lang is one of zh, en"),
        (("nowhere.txt", "--at", "3"), "nowhere.txt"),
    ],
)
def test_wrong_usage_is_one_line(run, report, arguments, reason):
    code, _, err = run(*(word.format(report=report) for word in arguments))
    assert code == 2
    assert reason in err
    assert err.count("\n") == 1
