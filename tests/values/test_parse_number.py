"""parse_number: exact values, and errors that name the character that does not fit."""

from __future__ import annotations

from decimal import Decimal, getcontext, localcontext

import pytest

from unionie.errors import InputError
from unionie.values import parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三千二百零五点六万", "32056000"),
        ("三万五", "35000"),
        ("三万零五", "30005"),
        ("一百二", "120"),
        ("一百零二", "102"),
        ("十", "10"),
        ("一十五", "15"),
        ("廿二", "22"),
        ("二〇一八", "2018"),
        ("１２，８４６", "12846"),
        ("12 846", "12846"),
        ("1.2万亿", "1200000000000"),
        ("三万五千亿", "3500000000000"),
        ("3千5百", "3500"),
        ("1亿2000万", "120000000"),
        ("伍拾万零柒仟", "507000"),
        ("兩萬三千", "23000"),
        ("參拾", "30"),
        ("1.0967e6", "1096700"),
        ("1.5×10^8", "150000000"),
        ("-5", "-5"),
        ("负三点五", "-3.5"),
        ("85%", "85"),
        ("5‰", "0.5"),
        ("百分之三十", "30"),
        ("四分之三", "0.75"),
        ("一又二分之一", "1.5"),
        ("3/4", "0.75"),
        ("半", "0.5"),
        ("零", "0"),
        ("一万万", "100000000"),
        ("俩", "2"),
        ("仨", "3"),
        ("四万万五千万", "450000000"),
        ("一千零五十", "1050"),
        ("507180.74", "507180.74"),
        ("100.00", "100"),
        ("三成", "30"),
        ("八成五", "85"),
        ("两成半", "25"),
        ("一半", "0.5"),
        ("叄佰", "300"),
    ],
)
def test_value(text: str, value: str) -> None:
    assert str(parse_number(text)) == value


@pytest.mark.parametrize(
    ("text", "character", "position"),
    [
        ("三千x", "x", 2),
        ("三百千", "千", 2),
        ("1万2亿", "亿", 3),
        ("1.2.3", ".", 3),
        ("一百零", "零", 2),
        ("三 千 元", "元", 4),
        ("三千三千", "千", 3),
        ("x", "x", 0),
        ("12家", "家", 2),
        ("１２ａ", "ａ", 2),
        ("负x", "x", 1),
        ("百分之x", "x", 3),
        ("三分之零点x", "x", 5),
        ("3.5万5千", "5", 4),
        ("1.5万五千", "五", 4),
        ("3千05", "0", 2),
        ("3万05", "0", 2),
        ("三百零五十", "十", 4),
        ("1亿2千", "千", 3),
        ("一亿五百", "百", 3),
        ("1 2", "2", 2),
        ("3 1/2", "1", 2),
        ("12 34 567", "3", 3),
    ],
)
def test_error_names_the_character_and_its_position(text: str, character: str, position: int) -> None:
    with pytest.raises(InputError, match=f"'{character.replace('.', '[.]')}' at position {position} "):
        parse_number(text)


@pytest.mark.parametrize("text", ["", "  ", "\n", "三分之", "-", "%", "9" * 5000, "万" * 300, "\ud800", "\x00"])
def test_what_is_no_number_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match="parse_number"):
        parse_number(text)


def test_other_types_are_refused() -> None:
    with pytest.raises(InputError, match="not int"):
        parse_number(5)  # type: ignore[arg-type]


def test_values_do_not_depend_on_the_callers_decimal_context() -> None:
    with localcontext() as context:
        context.prec = 3
        assert parse_number("507180.74万") == Decimal("5071807400")
    assert getcontext().prec == 28
