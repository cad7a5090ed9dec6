"""Properties of find_times: dates written in any notation are read back, wherever and however they stand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unionie.values.times import find_times

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 30))
REFERENCES = st.none() | st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
DIGITS = "〇一二三四五六七八九"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
TRADITIONAL = str.maketrans("点两个周时", "點兩個週時")


def spelled(number: int) -> str:
    """Write 1 to 99 in characters: 21 → 二十一."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def year_spelled(year: int) -> str:
    return "".join(DIGITS[int(c)] for c in str(year))


NOTATIONS = {
    "han": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "no": lambda d: f"{d.year}年{d.month}月{d.day}号",
    "blanks": lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
    "broken": lambda d: f"{d.year}年{d.month}\n月{d.day}日",
    "padded": lambda d: f"{d.year}年{d.month:02}月{d.day:02}日",
    "wide": lambda d: f"{d.year}年{d.month}月{d.day}日".translate(WIDE),
    "spelled": lambda d: f"{year_spelled(d.year)}年{spelled(d.month)}月{spelled(d.day)}日",
    "zero": lambda d: f"{year_spelled(d.year).replace('〇', '零')}年{spelled(d.month)}月{spelled(d.day)}日",
    "iso": lambda d: d.isoformat(),
    "slash": lambda d: f"{d.year}/{d.month}/{d.day}",
    "dot": lambda d: f"{d.year}.{d.month:02}.{d.day:02}",
}


@pytest.mark.parametrize("notation", NOTATIONS)
@given(day=DAYS, reference=REFERENCES)
def test_a_day_is_read_back_from_each_notation(notation: str, day: date, reference: date | None) -> None:
    text = NOTATIONS[notation](day)
    (time,) = find_times(text, reference)
    assert (time.text, time.kind) == (text, "date")
    assert (time.from_, time.until) == (day.isoformat(), (day + timedelta(days=1)).isoformat())


@given(day=DAYS, other=DAYS)
def test_two_days_make_a_range(day: date, other: date) -> None:
    first, last = sorted((day, other))
    text = f"{NOTATIONS['han'](first)}至{NOTATIONS['han'](last)}"
    (time,) = find_times(text)
    assert (time.text, time.from_, time.until) == (text, first.isoformat(), (last + timedelta(days=1)).isoformat())


@given(st.integers(1000, 2999), st.integers(1, 12))
def test_a_month_is_read_back(year: int, month: int) -> None:
    until = f"{year + month // 12:04}-{month % 12 + 1:02}-01"
    for text in (f"{year}年{month}月", f"{year}年{month}月份", f"{year_spelled(year)}年{spelled(month)}月"):
        (time,) = find_times(text)
        assert (time.text, time.from_, time.until) == (text, f"{year}-{month:02}-01", until)


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_clock_time_is_read_back(hour: int, minute: int) -> None:
    for text in (f"{hour}时{minute}分", f"{hour:02}:{minute:02}", f"{hour}点{minute}分", f"{hour}：{minute:02}"):
        (time,) = find_times(text)
        assert (time.text, time.kind, time.from_) == (text, "time", f"{hour:02}:{minute:02}:00")


@given(
    st.integers(1, 99),
    st.sampled_from([("天", 86400), ("个月", 30 * 86400), ("小时", 3600), ("分钟", 60), ("周", 604800)]),
)
def test_a_duration_is_read_back(count: int, unit: tuple[str, int]) -> None:
    for text in (f"{count}{unit[0]}", f"{spelled(count)}{unit[0]}"):
        (time,) = find_times(text)
        assert (time.text, time.kind, time.seconds) == (text, "duration", count * unit[1])


@given(st.dates(date(1950, 3, 1), date(2050, 1, 1)), st.integers(-400, 400))
def test_relative_days_move_with_the_reference(reference: date, shift: int) -> None:
    moved = reference + timedelta(days=shift)
    for word in ("昨天", "后天", "大前天"):
        (here,), (there,) = find_times(word, reference), find_times(word, moved)
        starts = [date.fromisoformat(time.from_ or "") for time in (here, there)]
        assert starts[1] - starts[0] == timedelta(days=shift)


@given(st.dates(date(1950, 3, 1), date(2050, 1, 1)))
def test_weekdays_are_what_they_say(reference: date) -> None:
    monday = reference - timedelta(days=reference.weekday())
    for word, weeks in (("上周", -1), ("本周", 0), ("下周", 1)):
        for offset, name in enumerate("一二三四五六日"):
            (time,) = find_times(word + name, reference)
            assert time.from_ == (monday + timedelta(days=7 * weeks + offset)).isoformat()


PLAIN = st.sampled_from(["工会", "职工活动", "，", "。", "全区", "；", "ABC ", "【", "\n\n", "发展会员"])
TIMES = st.sampled_from(
    [
        "2018年12月3日", "二〇一八年", "去年", "上周五", "三年零两个月", "每周三", "截止到2018年底", "“十三五”期间",
        "上午9时30分", "近三年", "五一前夕", "2018-12-03", "13:20", "两周前", "1至11月", "未来三年",
    ]
)  # fmt: skip


@given(PLAIN, TIMES, PLAIN)
def test_neighbours_change_nothing(before: str, middle: str, after: str) -> None:
    (alone,) = find_times(middle, "2019-01-25")
    found = find_times(before + middle + after, "2019-01-25")
    assert [(t.text, t.start - len(before), t.from_, t.until, t.seconds) for t in found] == [
        (alone.text, 0, alone.from_, alone.until, alone.seconds)
    ]


@given(TIMES)
def test_width_and_script_change_nothing(text: str) -> None:
    for table in (WIDE, TRADITIONAL):
        (plain,), (other,) = find_times(text, "2019-01-25"), find_times(text.translate(table), "2019-01-25")
        assert (plain.start, plain.end, plain.from_, plain.until, plain.seconds) == (
            other.start, other.end, other.from_, other.until, other.seconds,
        )  # fmt: skip


PIECES = (
    "2018 年 月 日 号 时 点 分 秒 周 天 个 半 三 十五 〇八 第 每 隔 前 后 内 起 至 到 - — 、 从 截至 去年 今 上周 五 "
    "“五一” 十三五 期间 以来 近 未来 初 底 末 正月 农历 闰 廿 12:30 T 2018-12-03 季度 世纪 年代 多 几 零 国庆 节 前夕 "
    "下午 晚 周年 建党 民国 公元前 / . ： \n \t ( ) ” 99 0 31 学年 同期 上年 差 过 刻 整 Q1 春 止年度"
).split(" ")


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from([None, "2019-01-25", "2020-02-29"]))
def test_time_like_nonsense_never_raises_and_spans_hold(text: str, reference: str | None) -> None:
    end = 0
    for time in find_times(text, reference):
        assert end <= time.start < time.end
        assert text[time.start : time.end] == time.text == time.text.strip()
        end = time.end


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=60))
def test_arbitrary_text_never_raises(text: str) -> None:
    for time in find_times(text, "2019-01-25"):
        assert text[time.start : time.end] == time.text


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_bounds_are_ordered(text: str) -> None:
    for time in find_times(text, "2019-01-25"):
        if time.from_ and time.until and "-" in time.from_:
            assert time.from_ < time.until
