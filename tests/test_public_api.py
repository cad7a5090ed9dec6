"""What CONTRACT promises of the outside: names, import cost, silence, bad input, round trips, processes, threads."""

from __future__ import annotations

import copy
import dataclasses
import multiprocessing
import os
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unionie
from builders import TEXT, make_extraction, make_fact
from unionie import Extraction, InputError, Report, Span, UnionieError, extract, extract_many

NAMES = """
Award Entity Extraction Fact Notice Number Organization Period Person Quantity Report Section Span Summary Time
DependencyError InputError RuleError UnionieError
compare dataset_map extract extract_archive extract_many
find_numbers find_quantities find_times load parse_number read series to_dataset to_frames
""".split()

LONE = "\ud83d发展会员\udc0036人"
HOSTILE = {
    "empty": "",
    "blank": " \n\t\r\n　\u2028 ",
    "digits": "9" * 20_000,
    "dots": "1.2.3.4" * 3_000,
    "commas": "1,234," * 3_000,
    "one line": "发展会员5600余人，其中农民工会员4000多人；" * 500,
    "brackets": "（(“《" * 5_000,
    "percent": "%％‰" * 5_000,
    "separators": "、，,、" * 5_000,
    "numerals": "一二三四五六七八九十百千万亿" * 1_500,
    "units": "万元亿元人次" * 3_000,
    "newlines": "\n" * 20_000,
    "spaces": "会 员 " * 5_000,
    "nul": "发展会员\x0036人\x00。",
    "controls": "".join(map(chr, range(32))) * 50 + "发展会员36人",
    "surrogates": LONE,
    "emoji": "👩‍👩‍👧‍👦发展会员36人🎉" * 100,
    "right to left": "\u202e发展会员36人\u202c\u200f",
    "combining": "发展会员36人" + "\u0301" * 500,
    "noncharacters": "\ufffe\uffff\U0010ffff发展会员36人",
    "half an encoding": "å\x8f\x91å±\x95ä¼\x9aå\x91\x9836äºº",
    "latin": "The union had 3,600 members in 2018. " * 300,
    "tabs": "指标\t单位\t2018年\n会员\t人\t36\n" * 500,
    "byte order mark": "\ufeff发展会员36人。",
}


def check(extraction: Extraction, text: str) -> None:
    """The invariants of every Extraction."""
    assert extraction.text == text
    for fact in extraction.facts:
        for span in (*fact.mentions, fact.evidence):
            assert text[span.start : span.end] == span.text
            assert span.text
    for record in (*extraction.awards, *extraction.people, *extraction.organizations):
        assert all(text[span.start : span.end] == span.text for span in record.mentions)
    assert all(text[entity.start : entity.end] == entity.text for entity in extraction.entities)
    assert Extraction.from_json(extraction.to_json()) == extraction


def test_every_name_is_there_and_listed():
    assert set(NAMES) <= set(unionie.__all__) <= set(dir(unionie))
    for name in unionie.__all__:
        assert getattr(unionie, name) is not None
        if name[0].isupper() or name.islower():
            assert name == "__version__" or getattr(unionie, name).__doc__
    with pytest.raises(AttributeError, match="nonsense"):
        _ = unionie.nonsense


def test_import_loads_nothing_heavy_and_says_nothing():
    code = """
import logging, sys
before = (logging.root.handlers[:], logging.root.level)
import unionie
heavy = {"spacy", "pandas", "numpy", "datasets", "pyarrow", "jieba", "rjieba", "opencc", "typer", "rich"}
heavy |= {"pypdfium2", "docx", "lxml", "trafilatura", "duckdb", "psutil", "filelock", "pyspark"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
assert (logging.root.handlers, logging.root.level) == before
"""
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_values_need_no_pipeline():
    code = """
import sys, unionie
unionie.find_quantities("发展会员5600余人"), unionie.find_times("2018年"), unionie.parse_number("三千")
assert not {"spacy", "pandas", "datasets", "jieba"} & set(sys.modules)
"""
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_extract_is_silent_and_leaves_the_global_jieba_alone():
    code = """
import unionie
extraction = unionie.extract("发展会员5600余人。")
import jieba
assert not jieba.dt.initialized and not jieba.dt.user_word_tag_tab and jieba.dt.FREQ == {}
"""
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_gives_an_extraction(name):
    text = HOSTILE[name]
    extraction = extract(text)
    assert extraction.status == "ok"
    check(extraction, text)


@pytest.mark.parametrize("item", [None, float("nan"), b"bytes", 7, ["a"], object(), Report(None)])
def test_what_is_no_text_is_an_error_in_one_line(item):
    with pytest.raises(UnionieError) as caught:
        extract(item)
    assert str(caught.value)
    assert "\n" not in str(caught.value)
    (extraction,) = extract_many([item])
    assert (extraction.status, extraction.text) == ("failed", "")


@pytest.mark.parametrize(
    "published", ["2019", "25.1.2019", "gestern", 2019, "2019-02-30", "2019-01-25xyz", "2019-01-251", b"2019-01-25"]
)
def test_a_wrong_date_is_an_error_in_one_line(published):
    with pytest.raises(InputError) as caught:
        extract("发展会员5600余人。", published=published)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "published", ["2019-01-25", "2019-01-25T08:30:00+08:00", "2019-01-25 08:30", date(2019, 1, 25)]
)
def test_a_moment_is_a_date(published):
    assert extract("发展会员5600余人。", published=published).published == "2019-01-25"
    for report in (Report("甲", published=published), "甲"):
        (extraction,) = extract_many([report], published=published if isinstance(report, str) else None)
        assert extraction.published == "2019-01-25"


@given(st.text(alphabet=st.characters(), max_size=200))
def test_arbitrary_text_never_raises(text):
    check(extract(text), text)


@given(
    st.lists(
        st.sampled_from(list("发展会员人万元亿%0123456789.,，。、；：年月日第的其中(（)）“”《》获奖 \n\t余多以上")),
        max_size=80,
    )
)
def test_text_like_reports_never_raises(characters):
    text = "".join(characters)
    check(extract(text), text)


def test_round_trips_are_exact(extraction):
    fact = make_fact(9, "额", "12345678901234567890.123456789012345678901", "元", "3.2亿元")
    for one in (extraction, make_extraction(facts=(fact,)), Extraction(text=LONE), extract(TEXT)):
        assert Extraction.from_dict(one.to_dict()) == one
        for indent in (None, 2):
            json = one.to_json(indent=indent)
            assert Extraction.from_json(json) == one
            assert json.encode("utf-8")
        assert pickle.loads(pickle.dumps(one)) == one
        assert copy.deepcopy(one) == one


def test_plain_types_are_those_of_json(extraction):
    plain = extraction.to_dict()
    assert plain["facts"][0]["mentions"] == [{"start": 19, "end": 25, "text": "5600余人"}]
    assert plain["facts"][0]["value"] == 5600
    assert Decimal(str(plain["facts"][5]["value"])) == Decimal("507180.74")
    assert plain["period"] == {"start": "2018-01-01", "end": "2018-12-31", "text": "2018年"}


@pytest.mark.parametrize(
    "json",
    [
        *("", "[]", "null", "{}", "{", '{"text": 7}', '{"text": "a", "nonsense": 1}', '{"text": "a", "facts": [{}]}'),
        *('{"text": "a", "facts": 1}', '{"text": "a", "facts": [1]}', '{"text": "a", "status": "fine"}'),
        *(
            '{"text": "a", "period": {"start": 1}}',
            '{"text": "a", "notices": [{"kind": "k", "message": "m", "evidence": [{}]}]}',
        ),
        *('{"text": "a", "authors": [null]}', '{"text": "a", "facts": [{"value": "x"}]}'),
    ],
)
def test_json_that_is_no_extraction_is_an_input_error(json):
    with pytest.raises(InputError) as caught:
        Extraction.from_json(json)
    assert "\n" not in str(caught.value)


def test_records_cannot_be_changed(extraction):
    for record in (extraction, extraction.facts[0], extraction.awards[0], extraction.period, Report("x")):
        name = dataclasses.fields(record)[0].name
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, name, "other")
    assert hash(extraction) == hash(make_extraction())


def test_spans_that_do_not_quote_the_text_are_refused():
    fact = make_fact(1, "额", "1", "元", "3.2亿元")
    with pytest.raises(InputError, match="fact f1"):
        Extraction(text="短", facts=(fact,))
    wrong = dataclasses.replace(fact, mentions=(Span(0, 2, "不对"),))
    with pytest.raises(InputError, match="不对"):
        make_extraction(facts=(wrong,))


def test_the_same_text_gives_the_same_bytes(tmp_path, run_command):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    arguments = ["extract", str(tmp_path / "a.txt"), "--format", "jsonl"]
    command = [sys.executable, "-W", "ignore", "-m", "unionie", *arguments]
    outputs = {
        subprocess.run(command, capture_output=True, check=True, env=os.environ | {"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert run_command(*arguments)[1].encode() == outputs.pop()


def test_threads_give_what_one_thread_gives():
    texts = [text for text in (TEXT, *HOSTILE.values()) if len(text) < 5_000] * 2
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(extract, texts)) == [extract(text) for text in texts]


@pytest.mark.parametrize("method", ["spawn", "fork"])
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # the other threads are pytest's
def test_processes_give_what_one_process_gives(method):
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system cannot {method}")
    expected = extract(TEXT)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(method)) as pool:
        assert pool.submit(extract, TEXT).result(timeout=120) == expected
