"""Tables whose cells stand one space apart: a space parts cells, or the thousands of a number."""

import time

import pytest

from unionie.clean import clean_text


def rows(source: str) -> list[list[str]]:
    clean = clean_text(source)
    return [clean.text[b.start : b.end].split("\t") for b in clean.blocks if b.kind == "table_row"]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("甲县 640 512.5 80.1", ["甲县", "640", "512.5", "80.1"]),
        ("甲县 640 512 480", ["甲县", "640", "512", "480"]),
        ("甲县 640 1 512.5 80.1", ["甲县", "640", "1512.5", "80.1"]),
        ("甲县 12 640 1 512.5 80.1", ["甲县", "12640", "1512.5", "80.1"]),
        ("甲 县 640 512 80.1", ["甲县", "640", "512", "80.1"]),
        ("甲县 1,640 512 80.1%", ["甲县", "1,640", "512", "80.1%"]),
        ("甲县 640 - -", ["甲县", "640", "-", "-"]),
    ],
)
def test_the_header_says_how_many_cells_a_row_has(row, cells):
    source = f"各县认捐情况\n县区 认捐额 到账额 到账率(%)\n{row}\n乙县 75 60.5 80.7\n"
    assert rows(source)[1] == cells


@pytest.mark.parametrize("width", range(2, 9))
def test_rows_of_numbers_of_three_digits(width):
    heads = ["单位", *(f"{c}数" for c in "甲乙丙丁戊己庚")][:width]
    values = [
        ["一车间", *("312 405 518 623 734 845 956".split())],
        ["二车间", *("211 322 433 544 655 766 877".split())],
    ]
    wanted = [heads, *(row[:width] for row in values)]
    assert rows("\n".join(["情况如下。", *map(" ".join, wanted)])) == wanted


def test_one_row_under_its_header_in_the_middle_of_prose():
    source = "去年情况如下。\n街道 户数 人口 占比\n东门 312 845 12.5\n各街道都已建会，共1 235户。\n"
    assert rows(source) == [["街道", "户数", "人口", "占比"], ["东门", "312", "845", "12.5"]]
    assert "共1235户" in clean_text(source).text


def test_a_row_that_can_be_read_in_two_ways_has_no_numbers():
    read = rows("县区 甲种 乙种\n甲县 1 640 512\n乙县 75 60\n")
    assert read[1] == ["甲县", "1\u3000640\u3000512"]
    assert read[2] == ["乙县", "75", "60"]


def test_the_other_rows_tell_words_of_a_label_from_cells_of_words():
    read = rows("县区 组长 补助\n甲县 王一 12 640\n乙县 李二 75\n丙县 张三 90\n")
    assert read[1] == ["甲县", "王一", "12640"]


def test_a_unit_is_no_word_of_the_label():
    assert rows("指标 单位 产量 增长(%)\n粮食 吨 123 456 2.4\n油料 吨 98 731 5.0\n")[1] == [
        "粮食",
        "吨",
        "123456",
        "2.4",
    ]


def test_the_corner_over_the_labels_may_be_empty():
    read = rows("户数 金额 人数\n甲县 120 360 110\n乙县 101 303 96\n")
    assert read[1:] == [["甲县", "120", "360", "110"], ["乙县", "101", "303", "96"]]


def test_rows_without_a_header_that_agree_only_in_one_way():
    assert rows("甲县 640 512 7\n乙县 75 60 5\n丙县 88 61 6\n")[0] == ["甲县", "640", "512", "7"]
    assert rows("甲县 1 640 7 512\n乙县 75 60\n丙县 88 6 100\n")[0] == ["甲县", "1640", "7512"]


def test_rows_without_a_header_that_agree_in_two_ways_have_no_number():
    assert rows("甲县 640 512 7\n乙县 375 360 5\n丙县 288 261 6\n")[0] == ["甲县", "640\u3000512", "7"]


def test_a_narrow_header_over_wide_rows_and_a_wide_one_over_narrow_rows():
    wanted = [["县区", "应缴", "实缴"], ["甲县", "640", "512"], ["乙县", "375", "360"]]
    for head, gap in ((" ", "  "), ("　　", " ")):
        assert rows("\n".join([head.join(wanted[0]), *(gap.join(row) for row in wanted[1:])])) == wanted


def test_digits_beside_a_further_number_are_no_thousands():
    assert clean_text("甲县 640 512.5 80.1").text == "甲县640 512.5 80.1"
    assert clean_text("投入 12 640 元，惠及 1 204 人").text == "投入12640元，惠及1204人"


def test_many_rows_of_many_numbers_take_no_time():
    started = time.process_time()
    clean_text("甲 乙 丙 丁 戊 己 庚 辛 壬 癸 子 丑\n" + ("甲县" + " 123" * 24 + "\n") * 2000)
    assert time.process_time() - started < 5


def test_a_wide_space_among_narrow_ones_leaves_the_digits_open():
    read = rows("单位 甲数 乙数 丙数\n一车间 1 204 35\n二车间  1 310 42\n三车间 12 880 36 40\n")
    assert [len(row) for row in read] == [4, 4, 2, 4]
    assert rows("单位  甲数  乙数  丙数\n一车间  204  35  7\n二车间  1 310    42\n")[2] == [
        "二车间",
        "1\u3000310\u300042",
    ]


def test_a_row_of_open_digits_is_no_header():
    read = rows("县区 甲种 乙种\n甲县 1 640 512\n乙县 75 60\n")
    assert len(read) == 3


def test_a_line_set_with_spaces_heads_no_table():
    assert rows("工 会 简 讯\n第 12 期（总第 305 期）\n甲县总工会办公室\n") == []
