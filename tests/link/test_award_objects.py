import pytest

import unionie


def given(text: str) -> list[tuple[str, str, str | None]]:
    return [(award.recipient, award.award, award.grantor) for award in unionie.extract(text).awards]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省政府命名青山县为“省级园林县城”。", [("青山县", "省级园林县城", "省政府")]),
        (
            "市委、市政府命名青山县、白水县为“平安县”。",
            [("青山县", "平安县", "市委、市政府"), ("白水县", "平安县", "市委、市政府")],
        ),
        (
            "团省委命名岭西机场旅检一科等40个集体为第19届“岭西省青年文明号”。",
            [("岭西机场旅检一科", "岭西省青年文明号", "团省委")],
        ),
        ("市总工会推选林晓为“江州工匠”。", [("林晓", "江州工匠", None)]),
        ("市总工会、市妇联印发决定，授予林晓“市劳动模范”称号。", [("林晓", "市劳动模范", "市总工会、市妇联")]),
        ("授予德国籍专家汉斯·韦伯省国际科学技术合作奖。", [("汉斯·韦伯", "省国际科学技术合作奖", None)]),
        ("2家单位获州五一劳动奖状：县邮政公司。", [("县邮政公司", "州五一劳动奖状", None)]),
    ],
)
def test_names_between_the_giver_and_the_honour(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert given(text) == expected


def test_honours_of_one_verb_are_paired_before_their_placings_are_read() -> None:
    text = "县红十字会专职副会长林晓、省血液中心主管护师周平分别获得“全国优秀红十字工作者”和“全国献血奉献奖金奖”。"
    found = [(award.recipient, award.award, award.rank) for award in unionie.extract(text).awards]
    assert found == [("林晓", "全国优秀红十字工作者", None), ("周平", "全国献血奉献奖", "金奖")]


def test_a_contest_holds_for_its_own_turn_of_a_list() -> None:
    text = "林晓获全国讲解员大赛金奖；周平、何静《海陵书话》获省社科优秀成果三等奖。"
    found = [(award.recipient, award.award, award.level) for award in unionie.extract(text).awards]
    assert found == [("林晓", "全国讲解员大赛", "national"), ("《海陵书话》", "省社科优秀成果", "province")]


def test_a_verb_is_no_part_of_whose_people_are_named() -> None:
    text = "城关支行获人民银行“先进单位”，客户经理林晓获“先进个人”。"
    assert [award.affiliation for award in unionie.extract(text).awards] == [None, "城关支行"]
    text = "我县获省平安县、省双拥模范县两项称号。"
    assert {award.recipient for award in unionie.extract(text).awards} == {"我县"}
