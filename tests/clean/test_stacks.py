"""Tables copied cell by cell: each cell a line."""

from __future__ import annotations

import pytest

import unionie
from unionie.clean import clean_text

TABLE = """云州市2023年工作简报

附表　1—4月各县区工业增加值
地区
绝对数（万元）
同比±%
东屏区
214680
-15.2
临溪县
97345
6.0

　　全市工业增加值保持增长。
"""


def rows(text: str) -> list[str]:
    clean = clean_text(text)
    return [clean.text[block.start : block.end] for block in clean.blocks if block.kind == "table_row"]


def test_rows_are_joined() -> None:
    assert rows(TABLE) == ["地区\t绝对数（万元）\t同比±%", "东屏区\t214680\t-15.2", "临溪县\t97345\t6.0"]


def test_their_figures_are_facts_where_they_stand() -> None:
    facts = unionie.extract(TABLE, published="2023-05-20").facts
    told = [(fact.subject, fact.indicator, str(fact.value), fact.unit, fact.measure) for fact in facts]
    assert told == [
        ("东屏区", "工业增加值", "2146800000", "元", "level"),
        ("东屏区", "工业增加值", "15.2", "%", "change"),
        ("临溪县", "工业增加值", "973450000", "元", "level"),
        ("临溪县", "工业增加值", "6", "%", "change"),
    ]
    assert [TABLE[span.start : span.end] for fact in facts for span in fact.mentions] == [
        "214680",
        "-15.2",
        "97345",
        "6.0",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "办公室\n8123456\n财务科\n8123457\n",  # no header
        "部门\n电话\n办公室\n8123456\n财务科\n8123457\n工会\n8123458\n",
        "奖励名单\n一等奖\n2\n二等奖\n",
        "首页\n新闻\n工会动态\n2023\n通知公告\n",
    ],
)
def test_other_short_lines_are_no_table(text: str) -> None:
    assert rows(text) == []


def test_first_column_that_counts_the_rows() -> None:
    text = (
        "云州市先进工作者名单\n（共3名）\n\n序号\n姓名\n性别\n单位及职务\n1\n沈志远\n男\n云州市塞北国有林场管理处第三分场场长\n"
        "2\n鲍秀芬\n女\n云州市林业科技推广中心主任\n3\n柴小满\n女\n东屏区治沙站站长\n\n云州市人民政府\n2022年8月19日\n"
    )
    assert rows(text) == [
        "序号\t姓名\t性别\t单位及职务",
        "1\t沈志远\t男\t云州市塞北国有林场管理处第三分场场长",
        "2\t鲍秀芬\t女\t云州市林业科技推广中心主任",
        "3\t柴小满\t女\t东屏区治沙站站长",
    ]


def test_numbers_that_do_not_go_on_make_no_table() -> None:
    assert rows("云州市会议安排\n序号\n内容\n1\n开幕式在人民会堂举行。\n3\n闭幕式另行通知。\n") == []
