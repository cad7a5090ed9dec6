from __future__ import annotations

import itertools
import multiprocessing
import subprocess
import sys
from datetime import date

import pytest

from builders import TEXT, DeadlyPage
from unionie import InputError, Report, UnionieError, extract, extract_many, pipeline
from unionie.run.local import _make_batches
from unionie.run.worker import make_report

BAD = [None, float("nan"), b"bytes", 7, ["list"], object(), Report(None), Report(b"x"), Report("x", source=7)]


def make_texts(count: int) -> list[str]:
    return [f"今年第{n}组发展会员{n}人，比上年增长{n}.5%。" for n in range(1, count + 1)]


def test_order_is_kept_and_bad_items_are_failed_extractions():
    items = list(itertools.chain.from_iterable(zip(BAD, make_texts(len(BAD)), strict=True)))
    extractions = list(extract_many(items))
    assert [extraction.status for extraction in extractions] == ["failed", "ok"] * len(BAD)
    assert [extraction.text for extraction in extractions[1::2]] == make_texts(len(BAD))
    reasons = [extraction.error or "" for extraction in extractions[::2]]
    assert all(reason and "\n" not in reason for reason in reasons)
    assert "None" in reasons[0]
    assert "NaN" in reasons[1]
    assert "bytes" in reasons[2]


def test_a_report_that_could_not_be_read_keeps_its_source_and_reason():
    (extraction,) = extract_many([Report("", source="a.pdf", error="a.pdf: cannot read .pdf")])
    assert (extraction.status, extraction.source, extraction.error) == ("failed", "a.pdf", "a.pdf: cannot read .pdf")


def test_whatever_raises_is_one_failed_extraction(monkeypatch):
    def explode(report, **options):
        if report.text == "bad":
            raise RecursionError("too\ndeep")
        return extract(report, **options)

    def explode_together(reports, nlp):
        raise RecursionError("one of them")

    monkeypatch.setattr(pipeline, "extract", explode)
    monkeypatch.setattr(pipeline, "extract_together", explode_together)
    for first, second, third in (extract_many(["bad", TEXT, TEXT]), extract_many([TEXT, "bad", TEXT])):
        bad, good = (first, second) if first.text == "bad" else (second, first)
        assert (bad.status, bad.error, bad.text) == ("failed", "RecursionError: too deep", "bad")
        assert (good.status, third.status) == ("ok", "ok")


def test_items_are_taken_lazily():
    taken: list[int] = []

    def give():
        for number in itertools.count():
            taken.append(number)
            yield f"发展会员{number}人。"

    for extraction in itertools.islice(extract_many(give()), 3):
        assert extraction.status == "ok"
    assert len(taken) <= 4


def test_reports_read_together_give_what_each_gives_alone(monkeypatch):
    texts = [f"柘溪县总工会主席冀爱国慰问职工{number}人。" * (number + 1) for number in range(9)]
    sizes: list[int] = []
    together = pipeline.extract_together

    def watch(reports, nlp):
        sizes.append(len(reports))
        return together(reports, nlp)

    monkeypatch.setattr(pipeline, "extract_together", watch)
    found = [extraction.to_dict() for extraction in extract_many(texts)]
    assert sizes == [2, 4, 2]
    assert found == [extract(text).to_dict() for text in texts]


def test_two_workers_give_the_same_extractions_as_one():
    items = [*make_texts(70), None, "", TEXT * 30, Report(TEXT, source="a.txt", published="2019-01-25")]
    one = list(extract_many(items, published="2020-01-01"))
    two = list(extract_many(iter(items), workers=2, published="2020-01-01"))
    assert one == two
    assert len(one) == len(items)


def test_a_worker_that_dies_costs_its_report_not_the_run():
    items = [*make_texts(3), Report("x", source="deadly.txt", pages=(DeadlyPage(),)), *make_texts(70)]
    extractions = list(extract_many(items, workers=2))
    assert [extraction.status for extraction in extractions] == ["ok"] * 3 + ["failed"] + ["ok"] * 70
    assert "died" in (extractions[3].error or "")
    assert extractions[3].source == "deadly.txt"


def test_a_callers_own_types_change_nothing_and_what_cannot_be_sent_fails_alone():
    class Own(str):
        __slots__ = ()

        def __str__(self):
            return "other words"

    class OwnReport(Report):
        pass

    items = [
        *make_texts(3),
        Own(TEXT),
        Report(Own(TEXT), source=Own("a.txt")),
        OwnReport(TEXT, source="b.txt", published=date(2019, 1, 25)),
        *make_texts(70),
    ]
    one = list(extract_many(items))
    assert [extraction.text for extraction in one[3:6]] == [TEXT] * 3
    assert one[5] == extract(Report(TEXT, source="b.txt", published="2019-01-25"))
    assert all(type(extraction.text) is str for extraction in one)
    bad = Report("x", source="bad.txt", pages=(lambda: None,))
    two = list(extract_many([*items, bad, *make_texts(2)], workers=2))
    assert two[: len(items)] == one
    assert [extraction.status for extraction in two[len(items) :]] == ["failed", "ok", "ok"]
    assert (two[len(items)].error or "").startswith("cannot be sent to a worker process: ")


@pytest.mark.parametrize("workers", [1, 2])
def test_what_an_iterable_raises_comes_behind_the_answers(workers):
    def give():
        yield from make_texts(10)
        raise ZeroDivisionError("the caller's own")

    found = []
    extractions = extract_many(give(), workers=workers)
    with pytest.raises(ZeroDivisionError, match="the caller's own"):
        found.extend(extractions)  # what came is kept
    assert [extraction.text for extraction in found] == make_texts(10)


def test_a_daemon_process_is_told_to_work_alone(monkeypatch):
    monkeypatch.setitem(multiprocessing.current_process()._config, "daemon", True)
    with pytest.raises(UnionieError, match=r"a daemon process, .*: use workers=1"):
        next(extract_many(["甲"], workers=2))
    assert next(extract_many(["甲"])).status == "ok"


def test_a_worker_that_is_killed_from_outside_costs_nothing():
    def give():
        for number, text in enumerate(make_texts(150)):
            if number == 100:
                for child in multiprocessing.active_children():
                    child.kill()
            yield text

    assert list(extract_many(give(), workers=2)) == list(extract_many(make_texts(150)))


def test_a_run_that_is_left_early_ends_its_workers():
    extractions = extract_many(make_texts(200), workers=2)
    next(extractions)
    extractions.close()
    assert not multiprocessing.active_children()


def test_published_is_preferred_to_what_the_report_says():
    assert make_report("x", published="2019-01-25").published == "2019-01-25"
    assert make_report(Report("x", published="2018-01-01"), published="2019-01-25").published == "2019-01-25"
    assert make_report(Report("x", published="2018-01-01")).published == "2018-01-01"
    texts = ["去年发展会员36人。"]
    for published in ("2019-01-25", date(2019, 1, 25)):
        assert list(extract_many(texts, published=published)) == [extract(texts[0], published="2019-01-25")]


def test_batches_are_bounded_by_reports_and_characters():
    reports = [Report("字" * length) for length in [10] * 130 + [50_000, 10, 39_990, 20]]
    batches = list(_make_batches(reports))
    assert [report for batch in batches for report in batch] == reports
    assert [len(batch) for batch in batches] == [64, 64, 2, 1, 2, 1]


@pytest.mark.parametrize(
    ("items", "options"),
    [
        ("one text", {}),
        (b"bytes", {}),
        (7, {}),
        ([], {"workers": 0}),
        ([], {"workers": True}),
        ([], {"workers": 1.5}),
        ([], {"published": "25.1.2019"}),
        ([], {"published": 2019}),
    ],
)
def test_wrong_arguments_are_errors_at_once(items, options):
    with pytest.raises(InputError):
        extract_many(items, **options)


def test_progress_is_silent_where_nobody_watches(capfd):
    assert len(list(extract_many(make_texts(3), progress=True))) == 3
    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_a_script_without_a_main_guard_gets_one_clear_error(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "import unionie\nprint(len(list(unionie.extract_many(['甲'] * 3, workers=2))))\n", encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", script], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 1
    assert "worker processes cannot start" in done.stderr
    assert "__main__" in done.stderr
