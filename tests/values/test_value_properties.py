"""Properties: every notation reads back exactly, wherever it stands; any text is read, in linear time."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionie.values import find_numbers, find_quantities, parse_number

PLAIN = "零一二三四五六七八九"
CAPITAL = "零壹贰叁肆伍陆柒捌玖"
WIDE = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789.%"}
TRADITIONAL = str.maketrans("万亿两个间余过约达数几项辆条户岁张", "萬億兩個間餘過約達數幾項輛條戶歲張")


def spoken(number: int, digits: str = PLAIN, scales: str = "十百千") -> str:
    """Write a whole number in Chinese characters, all scales said (一百一十, 三万零五)."""
    if number == 0:
        return digits[0]
    parts, gap = [], False
    for scale, name in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, "")):
        section, number = divmod(number, scale)
        if section == 0:
            gap = bool(parts)
            continue
        if parts and (gap or section < 1000):
            parts.append(digits[0])
        parts.append(_section(section, digits, scales) + name)
        gap = False
    return "".join(parts)


def _section(section: int, digits: str, scales: str) -> str:
    text, gap = "", False
    for place in (1000, 100, 10, 1):
        digit = section // place % 10
        if digit:
            text += (
                (digits[0] if gap and text else "")
                + digits[digit]
                + {1000: scales[2], 100: scales[1], 10: scales[0], 1: ""}[place]
            )
            gap = False
        else:
            gap = True
    return text


def grouped(number: int, separator: str) -> str:
    return f"{number:,}".replace(",", separator)


WHOLE = st.integers(min_value=1, max_value=10**12 - 1)
NOTATIONS = {
    "digits": str,
    "commas": lambda n: grouped(n, ","),
    "wide commas": lambda n: grouped(n, "，"),
    "spaces": lambda n: grouped(n, " "),
    "wide": lambda n: str(n).translate(WIDE),
    "spoken": spoken,
    "capitals": lambda n: spoken(n, CAPITAL, "拾佰仟"),
    "traditional": lambda n: spoken(n).translate(TRADITIONAL),
}
COUNTED = st.sampled_from(["家", "人", "元", "件", "户", "公里", "平方米", "人次", "吨", "名", "个"])
BEFORE = st.sampled_from([("", "exact"), ("约", "about"), ("近", "nearly"), ("超过", "over"), ("不足", "under"),
                          ("至少", "at_least"), ("不超过", "at_most"), ("逾", "over"), ("突破", "over")])  # fmt: skip
AFTER = st.sampled_from(
    [("", "exact"), ("以上", "at_least"), ("左右", "about"), ("以内", "at_most"), ("以下", "at_most")]
)


@pytest.mark.parametrize("notation", NOTATIONS)
@given(number=WHOLE)
def test_parse_reads_every_notation_back(notation: str, number: int) -> None:
    assert parse_number(NOTATIONS[notation](number)) == number


@pytest.mark.parametrize("notation", NOTATIONS)
@given(number=st.integers(min_value=11, max_value=10**12 - 1), unit=COUNTED, before=BEFORE, after=AFTER)
def test_quantities_read_every_notation_back(
    notation: str, number: int, unit: str, before: tuple[str, str], after: tuple[str, str]
) -> None:
    written = NOTATIONS[notation](number)
    phrase = before[0] + written + unit + (after[0] if not before[0] else "")
    text = f"共有{phrase}。"
    (found,) = find_quantities(text)
    assert (found.text, found.value, found.unit) == (phrase, number, unit)
    assert found.precision == (before[1] if before[0] else after[1])


@given(whole=st.integers(0, 9999), part=st.integers(0, 99), scale=st.sampled_from(["", "万", "亿", "万亿"]))
def test_decimals_with_scales(whole: int, part: int, scale: str) -> None:
    factor = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    number = Decimal(f"{whole}.{part:02d}")
    (found,) = find_quantities(f"达到{number}{scale}元，")
    assert found.value == number * factor
    assert "E" not in str(found.value)
    assert not str(found.value).endswith(".0")


@given(low=st.integers(1, 400), gap=st.integers(1, 300), to=st.sampled_from(["至", "到", "-", "—", "~", "～", "–"]),
       scale=st.sampled_from(["", "万"]), unit=st.sampled_from(["家", "元", "人", "%", "天"]))  # fmt: skip
def test_ranges_share_unit_and_scale(low: int, gap: int, to: str, scale: str, unit: str) -> None:
    scale = "" if unit == "%" else scale
    factor = 10**4 if scale else 1
    (found,) = find_quantities(f"补助{low}{to}{low + gap}{scale}{unit}。")
    assert (found.value, found.high) == (low * factor, (low + gap) * factor)
    assert (found.unit, found.precision) == (unit, "range")


@given(
    items=st.lists(st.integers(2, 9999), min_size=2, max_size=8), unit=st.sampled_from(["家", "名", "万元", "个百分点"])
)
def test_lists_share_the_unit(items: list[int], unit: str) -> None:
    text = "分别为" + "、".join(map(str, items)) + unit
    factor = 10**4 if unit == "万元" else 1
    found = find_quantities(text)
    assert [q.value for q in found] == [item * factor for item in items]
    assert len({q.unit for q in found}) == 1


SAMPLES = st.sampled_from(
    "约5600余人 20余万元 3至5家 八成以上 三分之二 1.4倍 3.2个百分点 半斤 两千三百余件 翻一番 一个半小时 ¥1,299.00 "
    "近2000名 六圈半 四五千元".split()
)
CONTEXT = st.text(alphabet="工会组织建设与职工服务活动，。；：！《》\n的是在", max_size=40)


def _shape(text: str, offset: int = 0) -> list[tuple[object, ...]]:
    return [(q.start - offset, q.text, q.value, q.high, q.unit, q.precision) for q in find_quantities(text)]


@given(sample=SAMPLES, before=CONTEXT, after=CONTEXT)
def test_position_and_neighbours_change_nothing(sample: str, before: str, after: str) -> None:
    head, tail = before + "，共", "。" + after
    assert _shape(head + sample + tail, len(head)) == _shape(sample)


@given(first=SAMPLES, second=SAMPLES)
def test_sentences_side_by_side_are_read_as_alone(first: str, second: str) -> None:
    one, two = f"共{first}。", f"计{second}。"
    assert _shape(one + two) == _shape(one) + [(s + len(one), *rest) for s, *rest in _shape(two)]


@given(number=st.integers(11, 99999), unit=st.sampled_from(["个", "户", "项", "辆", "条"]))
def test_script_changes_nothing_but_what_is_quoted(number: int, unit: str) -> None:
    text = f"共{spoken(number)}余{unit}。"
    (plain,), (folded,) = find_quantities(text), find_quantities(text.translate(TRADITIONAL))
    assert (plain.value, plain.precision, plain.start, plain.end) == (
        folded.value, folded.precision, folded.start, folded.end)  # fmt: skip
    assert folded.unit == unit.translate(TRADITIONAL)


@given(code=st.from_regex(r"[A-Z]{1,3}[-_]?[0-9]{1,4}(?![0-9])", fullmatch=True), unit=st.sampled_from("家人户"))
def test_digits_inside_codes_are_left_alone(code: str, unit: str) -> None:
    assert find_quantities(f"编号{code}{unit}") == []


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for find in (find_quantities, find_numbers):
        end = 0
        for found in find(text):
            assert text[found.start : found.end] == found.text
            assert end <= found.start < found.end
            end = found.end


@given(
    st.text(
        alphabet="0123456789零一二三十百千万亿两半几余多第个家%‰元角分之成折倍翻减年月"
        ".,，、-—~至到和 \n\t约近超以上/每又点下负¥$",
        max_size=60,
    )
)
def test_any_mixture_of_the_grammars_characters_is_read(text: str) -> None:
    for find in (find_quantities, find_numbers):
        assert all(text[found.start : found.end] == found.text for found in find(text))


@pytest.mark.parametrize("text", ["\ud800三家\udfff", "\x005家\x00", "👍3个👍", "5" * 400 + "家", ""])
def test_odd_characters_are_read(text: str) -> None:
    find_quantities(text)
    find_numbers(text)


@pytest.mark.parametrize(
    "unit",
    "1|.|1.|年|(|一|万|百分之|3、|3至|1 | 100|1\n|“三|-|约|半|3家、|一半|第3、| |\n|,000|1元/|3元5角|翻|余万|1/|又|"
    "三分之|3个、|0|9秒|几十".split("|"),
)
def test_time_is_linear(unit: str) -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        find_quantities(text)
        find_numbers(text)
        return time.process_time() - start

    seconds(unit * 100)
    small, large = unit * (5_000 // len(unit)), unit * (40_000 // len(unit))
    assert seconds(large) < 24 * seconds(small) + 0.3
