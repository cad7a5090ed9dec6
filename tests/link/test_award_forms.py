"""Forms in which sentences, lists and notices give honours: whom each names, and what it is."""

import pytest

import unionie

HEAD = "云溪县总工会2020年工作总结\n\n　　2020年，全县职工奋发有为。\n"


def honours(text: str) -> set[tuple[str, str, str | None]]:
    found = unionie.extract(text, published="2021-01-10").awards
    return {(award.recipient, award.award, award.rank) for award in found}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("截至年末有会员3万人。2019年我会被命名为全省模范职工之家。", {("云溪县总工会", "全省模范职工之家", None)}),
        ("神经内科主任金成哲主持的课题获省科技进步奖三等奖。", {("金成哲", "省科技进步奖", "三等奖")}),
        (
            "金成哲2018年获全市技术能手称号，2019年在全省焊接技能大赛中获焊工组第一名。",
            {("金成哲", "全市技术能手", None), ("金成哲", "全省焊接技能大赛焊工组", "第一名")},
        ),
        ("“岚江”牌圆锥滚子轴承被评为“云溪名牌产品”。", {("“岚江”牌圆锥滚子轴承", "云溪名牌产品", None)}),
        (
            "市医院屠海峰、市中医院周彩凤、市妇幼保健院马骁三人获“云溪名医”称号。",
            {(name, "云溪名医", None) for name in ("屠海峰", "周彩凤", "马骁")},
        ),
        (
            "评选“院级服务之星”30名。上述“院级服务之星”名列前茅者为：许丹、高洪涛。",
            {("许丹", "院级服务之星", None), ("高洪涛", "院级服务之星", None)},
        ),
        (
            "◇全省脱贫攻坚先进集体——县农村信用联社；县水务局驻村工作队（领队　郑文斌）",
            {
                ("县农村信用联社", "全省脱贫攻坚先进集体", None),
                ("县水务局驻村工作队", "全省脱贫攻坚先进集体", None),
            },
        ),
        (
            "◇机修公司王根柱、县医院护士长田玉兰等20人——全县劳动模范",
            {("王根柱", "全县劳动模范", None), ("田玉兰", "全县劳动模范", None)},
        ),
        ("◇全县朗诵大赛一等奖：县第二中学教师　夏晓岚", {("夏晓岚", "全县朗诵大赛", "一等奖")}),
    ],
)
def test_forms(line: str, wanted: set[tuple[str, str, str | None]]) -> None:
    assert honours(f"{HEAD}　　{line}\n　　2021年，我会将继续努力。\n") == wanted


def test_whom_a_body_will_honour_is_named_in_its_notice() -> None:
    text = """关于云溪县先进集体拟表彰对象的公示

　　现将拟表彰的云溪县河湖管护工作先进集体公示如下，接受社会监督。

　　◆ 拟表彰先进集体
　　1．县水务局　治理河道46公里，清理乱占问题113处。
　　2．城关镇人民政府　断面水质达标率由83%提高到100%。
"""
    assert {recipient for recipient, _, _ in honours(text)} == {"县水务局", "城关镇人民政府"}


def test_the_area_of_a_column_receives_nothing() -> None:
    text = """附：获奖名单

云溪省五一劳动奖状
岚江市　岚江电机有限公司、东港区清洁站
省直机关　省水文勘测大队
"""
    assert {recipient for recipient, _, _ in honours(text)} == {
        "岚江电机有限公司",
        "东港区清洁站",
        "省水文勘测大队",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("文学院、化学学院、图书馆三个分工会获“模范职工小家”称号。", ["文学院", "化学学院", "图书馆"]),
        ("刑侦支队荣立集体二等功1次。", ["刑侦支队"]),
        ("刑侦支队荣立集体二等功3次。", []),
        ("智能油气采排成套装备获“创新杯”大赛一等奖。", ["智能油气采排成套装备"]),
        ("馆里的“海上生明月”特展荣获省优秀展览奖。", ["海上生明月"]),
    ],
)
def test_counted_lists_merits_and_things_receive(text: str, expected: list[str]) -> None:
    assert [award.recipient for award in unionie.extract(text).awards] == expected
