"""Which value is a part of which: announced, told by what became of those counted, or made up in sum."""

from __future__ import annotations

import pytest

import unionie


def totals(text: str) -> dict[str, str]:
    """Return, for each value that is a part, its total, both as written."""
    facts = unionie.extract(text, published="2022-01-20").facts
    said = {fact.id: fact.mentions[0].text for fact in facts}
    return {fact.mentions[0].text: said[fact.part_of] for fact in facts if fact.part_of}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "授予张三等11名职工“甲县五一劳动奖章”（其中一线职工8名、女职工4名）。",
            {"8名": "11名", "4名": "11名"},
        ),
        ("全院职工287人（护士151人，其中主管护师33人）。", {"151人": "287人", "33人": "151人"}),
        ("全局税收收入7.62亿元，增长9.8%。税收中，增值税3.15亿元。", {"3.15亿元": "7.62亿元"}),
        ("甲港完成货物吞吐量1.02亿吨，增长3%。吞吐量中，外贸货物3870万吨。", {"3870万吨": "1.02亿吨"}),
        (
            "全市法院共受理案件8万件，审执结7.5万件，分别上升6%和8%。其中市中院受理4215件、审执结4038件。",
            {"4215件": "8万件", "4038件": "7.5万件"},
        ),
        ("全县募集助学金61.4万元，比上年的47.5万元增加13.9万元，其中甲公司捐款20万元。", {"20万元": "61.4万元"}),
        ("全年接警6.1万起，日均167起，其中有效警情3.2万起。", {"3.2万起": "6.1万起"}),
        ("参保职工2.73万人，完成任务的136.5%，其中货车司机1.1万人。", {"1.1万人": "2.73万人"}),
        ("患者满意度95.7%，其中住院97.2%、门诊93.8%。", {}),
        ("人均生产总值48312元（按年平均汇率折算为7757美元）。", {}),
        ("会员12.5万名，其中快递员占六成，环卫工人占两成。", {"六成": "12.5万名", "两成": "12.5万名"}),
        ("市级决赛产生一等奖24人。在全省决赛中，我市5名选手参赛，3人获一等奖。", {}),
        ("建会98家（其中：联合工会22家，涵盖企业87家；独立工会76家）。", {"22家": "98家", "76家": "98家"}),
        ("接待观众187万人次，其中境外观众1.6万人次，单日最高1.1万人次。", {"1.6万人次": "187万人次"}),
        ("在岗职工由3100人减到1980人，分流安置870人，内退250人。", {}),
    ],
)
def test_what_is_announced_divides_the_whole_that_fits(text: str, expected: dict[str, str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“两癌”筛查2650人，阳性37人。", {"37人": "2650人"}),
        ("县局抽检食品326批次，检出不合格7批次。", {"7批次": "326批次"}),
        ("职代会征集提案84件，立案61件，已办结59件。", {"61件": "84件", "59件": "61件"}),
        ("全院教职工231人，专任教师187人。", {"187人": "231人"}),
        ("全院干警74人，法官31人，少数民族干警19人。", {"31人": "74人", "19人": "74人"}),
        ("全县有在校学生4.37万人，专任教师3012人。", {}),
        ("工作室攻关32项，9项获国家专利。", {"9项": "32项"}),
        ("全县14个乡镇11个受灾。", {"11个": "14个"}),
        ("技能大赛1240人参赛，86人获得奖金。", {}),
    ],
)
def test_some_of_those_counted_are_parts(text: str, expected: dict[str, str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("代表团获金牌8枚、银牌9枚、铜牌3枚，奖牌总数20枚。", {"8枚": "20枚", "9枚": "20枚", "3枚": "20枚"}),
        (
            "全区常住人口为487263人。\n　　一、性别。男性247105人、女性240158人。",
            {"247105人": "487263人", "240158人": "487263人"},
        ),
        (
            "全年支出15万元。\n1. 助学支出7万元；\n2. 助医支出6万元；\n3. 助困支出2万元。",
            {"7万元": "15万元", "6万元": "15万元", "2万元": "15万元"},
        ),
        ("文体活动12场、讲座9场、培训21场。", {}),
    ],
)
def test_what_adds_up_to_a_value_is_part_of_it(text: str, expected: dict[str, str]) -> None:
    assert totals(text) == expected


def test_columns_that_add_up_to_what_the_text_says_are_its_parts() -> None:
    table = "车间\t提出（条）\t采纳（条）\n一车间\t41\t16\n二车间\t38\t15\n三车间\t20\t9"
    found = totals(f"全年职工提出建议99条，采纳40条。各车间情况：\n{table}")
    assert [found[cell] for cell in ("41", "38", "20")] == ["99条"] * 3
    assert [found[cell] for cell in ("16", "15", "9")] == ["40条"] * 3


def test_columns_that_add_up_to_something_else_by_chance_are_no_parts() -> None:
    table = "街道\t引进项目（个）\n甲街道\t3\n乙街道\t1\n丙街道\t2"
    assert not totals(f"全县设调解室6个。各街道情况：\n{table}")


def test_a_line_that_opens_with_among_these_divides_what_the_line_above_told() -> None:
    facts = unionie.extract("全县出口120亿元。\n\n其中，机器人出口6.5亿元。\n\n纺织品出口3亿元。").facts
    assert [fact.part_of is not None for fact in facts] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全县生产总值90亿元，增长5%。其中，一产20亿元；二产45亿元，增长6%，其中工业40亿元；三产24亿元。",
            {"20亿元": "90亿元", "45亿元": "90亿元", "40亿元": "45亿元", "24亿元": "90亿元"},
        ),
        (
            "财政收入96亿元。其中，税收48亿元，其中增值税22亿元；非税收入20亿元。",
            {"48亿元": "96亿元", "22亿元": "48亿元", "20亿元": "96亿元"},
        ),
    ],
)
def test_a_part_is_divided_itself_and_the_total_before_goes_on_behind_it(text: str, expected: dict[str, str]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "外资企业168个。内资企业中，国有企业占0.3%。",
        "双职工最高额度60万元。缴存职工中，国有企业占12.1%。",
        "工业总产值12.9亿元；零售总额2.2亿元；存款余额从3.1亿元增长到7.6亿元。",
        "脱贫户36户（128人）。",
    ],
)
def test_what_is_counted_otherwise_is_no_whole(text: str) -> None:
    assert not totals(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("接待观众187万人次，其中学生40万人次，单日最高2.1万人次。", {"40万人次": "187万人次"}),
        ("公路总里程2.19万公里，其中高速628公里，公路密度每百平方公里141公里。", {"628公里": "2.19万公里"}),
        ("脱贫户36户（128人），其中监测户12户（41人）。", {"12户": "36户"}),
    ],
)
def test_means_extremes_and_other_counts_of_the_same_are_no_parts(text: str, expected: dict[str, str]) -> None:
    assert totals(text) == expected


def test_numbered_lines_below_a_total_that_is_divided_are_its_parts() -> None:
    lines = "其中：\n1.职工医保收入30亿元，支出22亿元。\n2.居民医保收入20亿元，支出15亿元。"
    assert totals(f"医保收入60.5亿元。{lines}") == {"30亿元": "60.5亿元", "20亿元": "60.5亿元"}
    assert not totals(f"医保收入40亿元。{lines}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("报销比例82.4%，其中三级医院79.6%。", ["报销比例", "三级医院报销比例"]),
        (
            "脱贫户36户（128人），其中监测户12户（41人）。",
            ["脱贫户", "脱贫户", "监测户", "监测户"],
        ),
    ],
)
def test_a_part_keeps_its_own_name_or_that_of_the_mean(text: str, expected: list[str]) -> None:
    assert [fact.indicator for fact in unionie.extract(text).facts] == expected
