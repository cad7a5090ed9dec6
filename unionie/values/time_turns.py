"""Recurrences: 每年, 每周三, 每两周, 每隔三天, 每天上午9点, 每年春节, 每月底, 隔天, 天天.

Enters: a reader and a token index. Leaves: sets with the seconds of one turn. Next: ``time_phrases``.
"""

from __future__ import annotations

from unionie.values.time_clock import read_clock
from unionie.values.time_durations import LAST_DAY, read_length, seconds_of
from unionie.values.time_points import read_point
from unionie.values.time_ranges import Found, Phrase, read_range
from unionie.values.time_reader import NOWHERE, Reader
from unionie.values.time_relative import weekday_at

__all__ = ["read_turn", "read_turn_word"]

TURNS = {
    "年": "year", "年度": "year", "学年": "year", "财年": "year", "季度": "quarter", "季": "quarter", "月": "month",
    "周": "week", "天": "day", "日": "day", "工作日": "day", "小时": "hour", "分钟": "minute", "秒": "second",
}  # fmt: skip
INSIDE = {
    "half": "year", "yearpart": "year", "monthpart": "month", "quarterpart": "quarter", "weekend": "week",
    "part": "day", "xun": "month", "fest": "year",
}  # fmt: skip


def read_turn(r: Reader, i: int) -> Phrase | None:
    """Read 每年, 每周三, 每两周, 每隔三天, 每天上午9点, 每年春节, 每月底, 隔天."""
    at = i + 1
    counted = read_length(r, at)
    if counted is not None and r.kind(at) != "dur":
        length, end = counted
        return Found("set", NOWHERE, length.seconds, length.vague), _set_tail(r, end)
    if r.kind(i) == "隔":
        return None
    at += r.kind(at) == "个"
    unit = TURNS.get(r.kind(at))
    if r.kind(at) == "周" and read_point(r, at):
        return Found("set", NOWHERE, seconds_of("week")), _set_tail(r, at)
    if unit is not None:
        return Found("set", NOWHERE, seconds_of(unit)), _set_tail(r, at + 1)
    unit = INSIDE.get(r.kind(at))
    if unit is None:
        return None
    if unit == "day":
        clock = read_clock(r, at, dated=True)
        return Found("set", NOWHERE, seconds_of(unit)), clock[1] if clock else at + 1
    return Found("set", NOWHERE, seconds_of(unit)), _set_tail(r, at + 1)


def _set_tail(r: Reader, i: int) -> int:
    """Skip the point that says where in its turn a set lies: 每年3月, 每天上午9点至11点."""
    if r.kind(i) == "since":
        return i
    if r.kind(i) in ("last", "第") and r.kind(i + 2) == "个" and r.kind(i + 3) == "周" and weekday_at(r, i + 4):
        return i + 5  # 每月最后一个星期五
    tail = read_range(r, i)
    if tail is None or r.kind(i) in ("year", "ctxyear", "前", "now", "wholeyear"):
        return i
    end = tail[1]
    while r.kind(i) == "num" and r.kind(end) == "和" and 0 < r.number(end + 1) <= LAST_DAY:  # 每月5、15日
        other = read_range(r, end + 1)
        if other is None or r.kind(other[1] - 1) not in ("日", "号", "月", "num"):
            break
        end = other[1]
    if r.kind(i) == "周":
        while r.kind(end) == "和" and (r.kind(end + 1) == "周" or len(r.word(end + 1)) == 1):  # 每周一、三、五
            more = end + 1 + (r.kind(end + 1) == "周")
            if not (1 <= r.number(more) <= 6 or r.kind(more) == "日"):
                break
            end = more + 1
    return end


def read_turn_word(r: Reader, i: int) -> Phrase:
    """Read 隔天 and 天天."""
    seconds = int(r.tokens[i].value)
    return Found("set", NOWHERE, seconds or None), _set_tail(r, i + 1)
