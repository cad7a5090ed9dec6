"""Rolls and records as the clean stage leaves them: entries apart, cells parted, the first line the headline."""

from __future__ import annotations

import pytest

from unionie.clean import clean_text


def lines(text: str) -> list[tuple[str, str]]:
    clean = clean_text(text)
    return [(block.kind, clean.text[block.start : block.end]) for block in clean.blocks]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("姓名\t单位\n薛志远\t县水务局\n石国栋\t县教育局\n", "薛志远\t县水务局"),
        ("类别/先进集体/先进个人\n乡镇/柳河镇/薛志远\n机关/县水务局/石国栋\n", "乡镇\t柳河镇\t薛志远"),
    ],
)
def test_tables_that_name_whom_they_list(text: str, row: str) -> None:
    assert ("table_row", row) in lines(text)


def test_two_columns_without_such_a_name_and_slashes_of_dates_part_no_cells() -> None:
    pairs = "地点：\t三楼会议室\n主持：\t薛志远\n记录：\t石国栋\n"
    dates = "2019/4/28开幕\n2019/4/29比赛\n2019/4/30闭幕\n"
    assert all(kind != "table_row" for text in (pairs, dates) for kind, _ in lines(text))


@pytest.mark.parametrize(
    ("line", "parted"),
    [
        ("第1名 薛志远 县建筑公司 97.5分", "第1名　薛志远　县建筑公司　97.5分"),
        ("男子100米 冠军 薛志远", "男子100米　冠军　薛志远"),
        ("◆ 县公交公司 调度班", "◆县公交公司　调度班"),
        ("新组建工会 36 家，发展会员 5600 人。", "新组建工会36家，发展会员5600人。"),
    ],
)
def test_cells_one_space_apart(line: str, parted: str) -> None:
    text = f"县总工会公布结果\n\n　　近日，县总工会公布了结果，名单如下。\n{line}\n"
    assert lines(text)[-1][1] == parted


def test_entries_of_a_record_stand_alone() -> None:
    text = "劳模名录\n工作单位：青峰铝业公司\n2006年，县先进生产者\n2012年，市劳动模范\n主要事迹：\n"
    assert [words for _, words in lines(text)] == text.splitlines()


def test_a_note_in_brackets_stands_alone() -> None:
    text = (
        "青峰县劳动模范获得者名单\n（共4名，按姓氏笔画排序）\n石国栋　　县水务局泵站站长\n"
        "许桂兰　　县医院护士长\n常秀英　　青峰茶场茶艺师\n薛志远　　青峰铝业公司工人\n"
    )
    assert ("paragraph", "（共4名，按姓氏笔画排序）") in lines(text)


def test_a_placing_with_its_count_continues_no_line() -> None:
    text = (
        "比赛结果\n5月9日，比赛在县文化馆举行，比赛结果如下：\n一等奖（1名）：县医院 许桂兰\n"
        "二等奖（2名）：县水务局 薛志远，县税务局 石国栋\n三等奖（1名）：柳河镇中心校 常秀英\n"
    )
    assert sum("等奖" in words for _, words in lines(text)) == 3


def test_an_honour_with_its_count_is_a_headline_over_its_list() -> None:
    text = "县级文明班组（3个）\n青峰水厂制水二班\n县客运站售票组\n青峰茶场\n"
    assert [kind for kind, _ in lines(text)] == ["title", "paragraph", "paragraph", "paragraph"]


def test_names_with_a_space_go_on_in_a_printed_column() -> None:
    text = (
        "　　县总工会常务副主席郑　果掰着\n指头算：截至今年4月底，累计办班9\n4期，培训受灾职工和农民工4137人，\n"
        "2826人当月就上了岗，就业率68.3%，\n帮扶中心还送去了缝纫机和电焊机，\n没有一家掉队。\n"
    )
    assert any("掰着指头算" in words for _, words in lines(text))


def test_results_end_at_their_line() -> None:
    text = (
        "柳溪小学运动会成绩\n六年级女子垒球：沈可心（六1班）、鲍涵（六6班）、柴佳（六1班）分获前三名\n"
        "4×100米混合接力　三年级组冠军：三2班\n混双：冠军沈志强／鲍倩雯，亚军柴家豪／石少芬\n象棋\n"
        "公开组　冠军　沈振邦\n"
    )
    found = [words for _, words in lines(text)]
    assert "象棋" in found
    assert any(words.endswith("前三名") for words in found)
