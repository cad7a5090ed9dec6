"""Where people work whose sentence does not say: the report's own body, one near, a word for a body."""

from __future__ import annotations

import pytest

import unionie
from marked import read_marked
from unionie.link.people import link_people
from unionie.resolve.names.identities import build_directory
from unionie.resolve.persons import resolve_people


@pytest.mark.parametrize(
    ("source", "organization"),
    [
        ("<title>{O 云州机床有限公司}2018年工作总结¶总经理{P 尹栩}到场。", "云州机床有限公司"),
        (
            "<title>{O 清溪区总工会}2018年工作总结¶{O 清源药业公司}增产。车间整洁。总工程师{P 尹栩}到场。",
            "清源药业公司",
        ),
        ("<title>{O 清溪区总工会}2018年工作总结¶合作社理事长{P 尹栩}到场。", "合作社"),
        ("<title>{O 云州机床有限公司}2018年年报¶董事会秘书：{P 尹栩}", "云州机床有限公司"),
        ("<title>一户一策¶公司总经理{P 尹栩}到场。", "公司"),
        ("<title>一户一策¶车间主任{P 尹栩}到场。", None),
        ("<title>{O 县慈善总会}2018年工作总结¶退休工程师{P 尹栩}到场。", None),
        ("<title>{O 街道总工会}2018年工作总结¶{O 街道党工委}书记{P 尹栩}到场。", "街道"),
        ("<title>{O 养老院}2018年工作总结¶客人来到{O 夕阳红养老院}，院长{P 尹栩}到场。", "夕阳红养老院"),
        ("<title>{O 清溪县公安局}2018年工作总结¶{O 交警大队}查处酒驾。教导员{P 尹栩}到场。", "交警大队"),
        ("<title>{O 云州大学}2018年工作总结¶{O 材料学院}增收。院长{P 尹栩}到场。", "材料学院"),
        ("<title>{O 清溪区人民政府}2018年工作报告¶社区书记{P 尹栩}到场。", None),
        ("<title>{O 清溪县交通局}2018年工作总结¶副县长{P 尹栩}到场。", None),
        ("<title>走近{O 云岭道班}¶夜里，班长{P 尹栩}出门了。", "云岭道班"),
        ("<title>{O 云州农业科学院水稻研究所}2018年工作总结¶所长{P 尹栩}到场。", "云州农业科学院水稻研究所"),
        ("<title>{O 云江供电局工会}2018年工作总结¶副局长{P 尹栩}到场。", "云江供电局"),
        ("<title>表彰先进¶{O 云州银行}分设网点。{O 云州银行梧岭支行}增收。签发：行长{P 尹栩}", "云州银行梧岭支行"),
    ],
)
def test_organization(source: str, organization: str | None) -> None:
    marked = read_marked(source)
    directory = build_directory(marked.clean, marked.mentions, None)
    (person,) = resolve_people(link_people(marked.clean, marked.mentions, []), marked.clean, directory)
    assert person.organization == organization


def test_posts_rather_than_who_came() -> None:
    marked = read_marked("{O 云州集团}领导{P 尹栩}、{P 贺青山}出席。党委书记、董事长{P 尹栩}讲话。")
    directory = build_directory(marked.clean, marked.mentions, None)
    first, second = resolve_people(link_people(marked.clean, marked.mentions, []), marked.clean, directory)
    assert (first.organization, first.titles) == ("云州集团", ("党委书记", "董事长"))
    assert second.titles == ("领导",) or not second.titles


def test_last_part_of_a_name_with_dots_is_the_same_person() -> None:
    marked = read_marked("{O 代表团}团长{P 卡琳·延森}到访。{P 延森}说，这里安静。")
    directory = build_directory(marked.clean, marked.mentions, None)
    (person,) = resolve_people(link_people(marked.clean, marked.mentions, []), marked.clean, directory)
    assert (person.name, person.role, len(person.mentions)) == ("卡琳·延森", "speaker", 2)


def test_the_first_part_of_a_long_name_is_its_bearer() -> None:
    text = "救援站消防士尕藏扎西荣立二等功。消防士尕藏说，站长来过。民警阿力木·买买提获奖，民警阿力木说。\n"
    assert [person.name for person in unionie.extract(text).people] == ["尕藏扎西", "阿力木·买买提"]
