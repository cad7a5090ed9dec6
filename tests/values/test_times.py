"""The specification in times.tsv, and what a table cannot say."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import groupby
from pathlib import Path
from time import process_time

import pytest

from unionie.errors import InputError
from unionie.values.times import find_times
from unionie.values.types import Time

SPEC = Path(__file__).with_name("times.tsv")


def _rows() -> list[list[str]]:
    lines = SPEC.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [row + [""] * (10 - len(row)) for row in rows[1:]]


def _unescaped(cell: str) -> str:
    return cell.replace("\\n", "\n").replace("\\t", "\t")


CASES = [
    pytest.param(_unescaped(text), reference, [row[2:] for row in rows if row[2]], id=f"{text}|{reference}")
    for (text, reference), rows in ((key, list(group)) for key, group in groupby(_rows(), key=lambda r: (r[0], r[1])))
]


def _cells(time: Time) -> list[str]:
    span = time.text.replace("\n", "\\n").replace("\t", "\\t")
    seconds = "" if time.seconds is None else str(time.seconds)
    also = " ".join("/".join(pair) for pair in time.also)
    marks = ["stock" if time.stock else "", "vague" if time.vague else ""]
    return [span, time.kind, time.from_ or "", time.until or "", seconds, *marks, also]


@pytest.mark.parametrize(("text", "reference", "expected"), CASES)
def test_specification(text: str, reference: str, expected: list[list[str]]) -> None:
    times = find_times(text, None if reference == "-" else reference)
    assert [_cells(time) for time in times] == expected
    assert all(text[time.start : time.end] == time.text for time in times)


def test_specification_is_large_and_says_each_text_once() -> None:
    keys = [key for key, _ in groupby(_rows(), key=lambda r: (r[0], r[1]))]
    assert len(keys) >= 500
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "reference", ["2019-01-25", date(2019, 1, 25), datetime(2019, 1, 25, 9, 30), "2019-01-25T09:30:00", " 2019-01-25 "]
)
def test_reference_may_be_a_date_a_datetime_or_their_iso_text(reference: str | date) -> None:
    assert find_times("昨天", reference)[0].from_ == "2019-01-24"


def test_reference_zone_is_passed_over() -> None:
    reference = datetime(2019, 1, 25, 23, 30, tzinfo=timezone(timedelta(hours=8)))
    assert find_times("昨天", reference)[0].from_ == "2019-01-24"


@pytest.mark.parametrize("reference", ["", "2019", "25.1.2019", "2019-02-30", "昨天", 2019])
def test_wrong_reference_is_named_in_one_line(reference: object) -> None:
    with pytest.raises(InputError, match="reference must be an ISO date") as caught:
        find_times("昨天", reference)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


def test_wrong_text_is_named() -> None:
    with pytest.raises(InputError, match="expected text, not int"):
        find_times(2018)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["今天", "去年3月", "三个月前", "近三年", "未来三年", "上世纪", "前年", "大前年"])
@pytest.mark.parametrize("reference", ["0001-01-01", "9999-12-31", "0002-03-01"])
def test_the_calendar_ends_without_an_error(text: str, reference: str) -> None:
    assert isinstance(find_times(text, reference), list)


@pytest.mark.parametrize(
    "text",
    [
        "10万年后", "一百万年前", "过去9999999年", "9999年12月31日", "0000年", "2999年", "99999999999年", "1亿年前",
        "3" * 5000 + "年", "一" * 5000 + "年", "1900年12月31日24时", "-1年", "2018年99月99日", "25时61分",
    ],
)  # fmt: skip
def test_numbers_beyond_the_calendar_do_not_raise(text: str) -> None:
    find_times(text, "2019-01-25")


HARD = [
    "1", "9.", "年", "2018年", "2018-", "3至", "一", "零", "2018年\n", "2018 ", "1,", "1:", "每", "截至", "去年",
    "三年零", "从3月至", "（", "“", "前三", "十三五", "“五一”", "T12:", "3月5日、", "初", "半", "个", "12:30-", "闰",
    "2018年1月至", "周一、", "每周一、", "2018、", "3、", "\n", " ", "２", "　", "差", "第", "上周",
]  # fmt: skip


@pytest.mark.parametrize("piece", HARD)
def test_hard_input_takes_linear_time(piece: str) -> None:
    find_times(piece * 50, "2019-01-25")
    started = process_time()
    find_times(piece * (30_000 // len(piece)), "2019-01-25")
    assert process_time() - started < 2


def test_a_year_far_behind_does_not_complete_a_month() -> None:
    far = find_times("2016年开工。" + "工会工作稳步推进。" * 100 + "5月完工", "2019-01-25")
    assert far[-1].from_ == "2019-05-01"
    assert find_times("2016年开工。" + "工会工作稳步推进。" * 100 + "5月完工")[-1].from_ == "2016-05-01"
