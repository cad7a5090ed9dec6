"""Rolls whose items their layout tells: units, tables with empty cells, headings below headings, told items."""

from __future__ import annotations

import unionie
from unionie.link.rolls.items import each_headed, goes_to_bodies, read_units

ROLL = """关于表彰2019年度云州市工人先锋号、五一劳动奖章的决定

各县（区）总工会：
　　市总工会决定表彰一批先进集体和个人，名单如下：
甲、云州市工人先锋号（3个）
云州公交公司六路线（线长：乔　岩）
“晨露”茶艺坊
58路公交线　　云州港装卸一队
乙、云州市五一劳动奖章（2名）
1．乔　岩　云州公交公司驾驶员
2．秦月华（女，回族）　云州港医院护师
丙、追授云州市劳动模范
　　沈开山　生前系云州轴承厂钳工。从业31年，带出徒弟17名。
"""
TABLE = """云州市总工会关于公布2021年“云州工匠”评选结果的通报

　　现将“云州工匠”名单公布如下。

表一　“云州工匠”名单
序号\t姓名\t性别\t所在单位\t职务\t曾获荣誉
1\t沈开山\t男\t云州轴承厂\t钳工\t云州市五一劳动奖章（2017）
2\t秦月华\t女\t云州港医院\t\t云州市劳动模范（2019）
3\t鲍　伟\t男\t云州钢厂\t炉长\t
"""
NESTED = """关于命名2016年度安河县青年岗位能手的决定

　　团县委决定，授予鲍伟等4名青年“安河县青年岗位能手”称号。

附件
安河县青年岗位能手（4名）
【青年岗位能手标兵】
鲍　伟　安河水厂电工
【青年岗位能手】
秦月华（安河信用社）　沈　岩　乔　娜
"""


def found(text: str) -> set[tuple[str, str]]:
    return {(each.recipient, each.award) for each in unionie.extract(text, published="2021-05-01").awards}


def test_a_roll_gives_its_honour_to_every_item() -> None:
    given = found(ROLL)
    units = {"云州公交公司六路线", "“晨露”茶艺坊", "58路公交线", "云州港装卸一队"}
    assert {who for who, what in given if what == "云州市工人先锋号"} == units
    assert {who for who, what in given if what == "云州市五一劳动奖章"} == {"乔岩", "秦月华"}
    assert ("沈开山", "云州市劳动模范") in given


def test_cells_left_empty_keep_the_columns_apart() -> None:
    awards = unionie.extract(TABLE, published="2021-05-01").awards
    assert {(each.recipient, each.affiliation) for each in awards if each.award.endswith("云州工匠")} == {
        ("沈开山", "云州轴承厂"),
        ("秦月华", "云州港医院"),
        ("鲍伟", "云州钢厂"),
    }


def test_honours_of_earlier_years_keep_their_year() -> None:
    awards = unionie.extract(TABLE, published="2021-05-01").awards
    earlier = {(each.recipient, each.award, each.year) for each in awards if not each.award.endswith("云州工匠")}
    assert earlier == {("沈开山", "云州市五一劳动奖章", 2017), ("秦月华", "云州市劳动模范", 2019)}


def test_a_heading_below_another_takes_its_level() -> None:
    given = found(NESTED)
    assert ("鲍伟", "安河县青年岗位能手标兵") in given
    assert {("秦月华", "安河县青年岗位能手"), ("沈岩", "安河县青年岗位能手"), ("乔娜", "安河县青年岗位能手")} <= given


def test_units_are_items_that_are_no_names() -> None:
    line = "甲厂化验室（主任：乔岩）　乙港二线"
    assert [line[slice(*each.name)] for each in read_units(line, 0, len(line))] == ["甲厂化验室", "乙港二线"]
    for other in ("秦月华　乔岩", "全年完成产值3亿元，增长5%", "每个奖励5000元"):
        assert read_units(other, 0, len(other)) == []


def test_several_honours_head_one_line() -> None:
    line = "云州工匠：乔岩；安河工匠：沈岩、秦月华"
    assert [line[slice(*part)] for part in each_headed(line)] == ["云州工匠：乔岩", "安河工匠：沈岩、秦月华"]
    assert each_headed("云州工匠：乔岩；沈岩") == []


def test_honours_of_bodies() -> None:
    assert goes_to_bodies("县青年文明号")
    assert goes_to_bodies("先进班组标兵")
    assert not goes_to_bodies("县劳动模范")
