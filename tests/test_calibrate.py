"""Confidence fitted to annotated reports: weights, reliability, the command's file."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from builders import TEXT, make_fact
from unionie import Fact
from unionie.corpora import write_reports
from unionie.evaluate import calibrate
from unionie.evaluate.calibrate import cross_validate, fit_weights, reliability_table, weights_table
from unionie.evaluate.tally import DocumentScore, Rated, Scores
from unionie.rules import parse_table


def make_scores() -> Scores:
    """Twenty reports: facts of one rule are right nine times in ten, of the other three times."""
    chance = random.Random(0)
    fact = make_fact(1, "发展会员", "5600", "人", "5600余人")
    documents = []
    for number in range(20):
        document = DocumentScore(str(number), "union", TEXT)
        for rule, share in (("good", 0.9), ("bad", 0.3)):
            for _ in range(20):
                document.rate(replace(fact, rule=rule, confidence=0.6), chance.random() < share)
        documents.append(document)
    return Scores(documents)


def test_weights_tell_good_rules_from_bad_ones() -> None:
    rated = make_scores().rated
    weights = fit_weights(rated)
    assert weights["fact rule=good"] > 1 > 0 > weights["fact rule=bad"]
    assert fit_weights(rated[:3]) == {}
    rows = parse_table(weights_table(weights, "corpora/x"), source="confidence.tsv")
    assert {row["id"]: float(row["weight"]) for row in rows} == weights


def test_reliability_is_measured_on_unseen_reports() -> None:
    unseen = cross_validate(make_scores())
    means = {rule: sum(one.confidence for one in unseen if one.record.rule == rule) / 400 for rule in ("good", "bad")}
    assert means["good"] == pytest.approx(0.9, abs=0.05)
    assert means["bad"] == pytest.approx(0.3, abs=0.07)


def test_the_table_compares_expected_and_right() -> None:
    def rated(confidence: float, right: bool) -> Rated:
        fact: Fact = make_fact(1, "发展会员", "5600", "人", "5600余人", confidence=confidence)
        return Rated(fact, confidence, right)

    table = reliability_table([rated(0.96, True), rated(0.98, False), rated(0.4, False)])
    assert table.splitlines() == [
        "facts by confidence        records  expected     right",
        "0.00–0.50                        1     0.400     0.000",
        "0.95–1.00                        2     0.970     0.500",
        "off by, on average                               0.447",
        "at least 0.80, keeps 67%         2     0.970     0.500",
        "at least 0.90, keeps 67%         2     0.970     0.500",
        "at least 0.95, keeps 67%         2     0.970     0.500",
        "at least 0.97, keeps 33%         1     0.980     0.000",
    ]
    assert reliability_table([]) == ""


def test_the_command_keeps_the_weights(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "新建工会36家，发展会员12人，慰问职工8人，培训职工9人，走访企业4家，办结案件7件。"
    facts = []
    for words, unit in (("36家", "家"), ("12人", "人"), ("8人", "人"), ("9人", "人"), ("4家", "家"), ("7件", "件")):
        start = text.index(words)
        number = int(words[: -len(unit)])
        facts.append({"start": start, "end": start + len(words), "value": number, "unit": unit, "indicator": "x"})
    write_reports([{"id": "one", "text": text, "facts": facts}], tmp_path / "dev.jsonl")
    assert calibrate(tmp_path, split="dev", output=tmp_path / "confidence.tsv") == 0
    assert "facts by confidence" in capsys.readouterr().out
    rows = parse_table((tmp_path / "confidence.tsv").read_text("utf-8"), source="confidence.tsv")
    assert "fact" in {row["id"] for row in rows}
