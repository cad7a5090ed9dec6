"""Number cells of flattened tables: what names them, which unit holds, which year, whose they are, parts of what."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import pytest

import unionie
from unionie.records import Extraction, Fact


class Cell(NamedTuple):
    """What is expected of one cell."""

    surface: str
    indicator: str
    value: str
    unit: str | None
    measure: str = "level"
    direction: str | None = None
    subject: str | None = None
    period: str | None = None
    total: str | None = None


def read(text: str) -> Extraction:
    return unionie.extract(text, published="2024-02-01")


def cells(text: str, *, subject: bool = False, period: bool = False) -> list[Cell]:
    """The facts of a text, without subject and period where a test does not speak of them."""
    extraction = read(text)
    by_id = {fact.id: fact for fact in extraction.facts}
    return [_cell(fact, by_id, subject=subject, period=period) for fact in extraction.facts]


def _cell(fact: Fact, by_id: dict[str, Fact], *, subject: bool, period: bool) -> Cell:
    year = fact.period.start[:4] if fact.period else None
    return Cell(
        fact.mentions[0].text,
        fact.indicator,
        format(fact.value.normalize(), "f"),
        fact.unit,
        fact.measure,
        fact.direction,
        fact.subject if subject else None,
        year if period else None,
        by_id[fact.part_of].mentions[0].text if fact.part_of else None,
    )


PRODUCTS = """表1　2023年主要农产品产量
指标\t单位\t产量\t比上年增长（%）
粮食\t吨\t186342\t2.4
 其中：小麦\t吨\t61250\t-1.3
  玉米\t吨\t98731\t5.0
苹果\t万吨\t18.65\t9.8
"""
PRODUCT_CELLS = [
    Cell("186342", "粮食产量", "186342", "吨"),
    Cell("2.4", "粮食产量", "2.4", "%", "change", "increase"),
    Cell("61250", "小麦产量", "61250", "吨", total="186342"),
    Cell("-1.3", "小麦产量", "1.3", "%", "change", "decrease"),
    Cell("98731", "玉米产量", "98731", "吨", total="186342"),
    Cell("5.0", "玉米产量", "5", "%", "change", "increase"),
    Cell("18.65", "苹果产量", "186500", "吨"),
    Cell("9.8", "苹果产量", "9.8", "%", "change", "increase"),
]


def test_unit_column_growth_column_and_parts() -> None:
    assert cells(PRODUCTS) == PRODUCT_CELLS


def test_cells_set_apart_by_spaces() -> None:
    """Where a converter wrote spaces for cell walls, the table is the same."""
    assert cells(PRODUCTS.replace("\t", "  ")) == PRODUCT_CELLS


def test_growth_is_measured_against_last_year() -> None:
    growth = [fact for fact in read(PRODUCTS).facts if fact.measure == "change"]
    assert {fact.baseline for fact in growth} == {"year_on_year"}


def test_mentions_are_the_bare_numbers() -> None:
    extraction = read(PRODUCTS)
    for fact in extraction.facts:
        (span,) = fact.mentions
        assert extraction.text[span.start : span.end] == span.text
        assert fact.evidence.text.strip().split("\t")[0] in PRODUCTS
        assert span.text in fact.evidence.text


def test_unit_in_the_header() -> None:
    text = """2023年财政收支情况
项目\t完成数（万元）\t增长（%）
一般公共预算收入\t103700\t6.8
 其中：税收收入\t74200\t9.3
政府性基金收入\t52600\t-18.4
"""
    assert cells(text) == [
        Cell("103700", "一般公共预算收入", "1037000000", "元"),
        Cell("6.8", "一般公共预算收入", "6.8", "%", "change", "increase"),
        Cell("74200", "税收收入", "742000000", "元", total="103700"),
        Cell("9.3", "税收收入", "9.3", "%", "change", "increase"),
        Cell("52600", "政府性基金收入", "526000000", "元"),
        Cell("-18.4", "政府性基金收入", "18.4", "%", "change", "decrease"),
    ]


def test_unit_in_the_caption() -> None:
    text = "2023年各项收入（单位：万元）\n项目\t完成数\n会费收入\t1,326.5\n补助收入\t208\n"
    assert cells(text) == [
        Cell("1,326.5", "会费收入", "13265000", "元"),
        Cell("208", "补助收入", "2080000", "元"),
    ]


def test_unit_in_the_label() -> None:
    text = "2023年主要指标\n指标\t完成数\n生产总值（亿元）\t198.6\n常住人口（万人）\t38.6\n城镇化率（%）\t53.8\n"
    assert cells(text) == [
        Cell("198.6", "生产总值", "19860000000", "元"),
        Cell("38.6", "常住人口", "386000", "人"),
        Cell("53.8", "城镇化率", "53.8", "%"),
    ]


def test_unit_of_the_label_under_a_general_header() -> None:
    text = "指标\t绝对额（亿元）\t比上年增长（%）\n出口\t287.91\t20.3\n实际使用外资（万美元）\t5 210\t-18.6\n"
    assert cells(text)[::2] == [
        Cell("287.91", "出口", "28791000000", "元"),
        Cell("5 210", "实际使用外资", "52100000", "美元"),
    ]


def test_unit_in_the_cell() -> None:
    text = "2023年各率\n指标\t2023年\t2022年\n入会率\t98.3%\t96.1%\n"
    assert cells(text, period=True) == [
        Cell("98.3%", "入会率", "98.3", "%", period="2023"),
        Cell("96.1%", "入会率", "96.1", "%", period="2022"),
    ]


def test_years_as_columns() -> None:
    text = "主要经济指标\n指标\t2021年\t2022年\t2023年\n生产总值（亿元）\t172.3\t186.1\t198.6\n"
    assert cells(text, period=True) == [
        Cell("172.3", "生产总值", "17230000000", "元", period="2021"),
        Cell("186.1", "生产总值", "18610000000", "元", period="2022"),
        Cell("198.6", "生产总值", "19860000000", "元", period="2023"),
    ]


def test_stocks_stand_at_the_end_of_their_year() -> None:
    text = (
        "资产（单位：千元）\n项目\t2022年\t2021年\n收入\t126\t112\n年末存款余额\t742\t655\n"
        "项目\t2022年末\t2021年末\n资产\t483\t439\n"
    )
    facts = [(str(fact.value), fact.period and fact.period.start[:4], fact.as_of) for fact in read(text).facts]
    assert facts == [
        ("126000", "2022", None),
        ("112000", "2021", None),
        ("742000", None, "2022-12-31"),
        ("655000", None, "2021-12-31"),
        ("483000", None, "2022-12-31"),
        ("439000", None, "2021-12-31"),
    ]


def test_years_as_labels() -> None:
    text = "历年情况（单位：人）\n年份\t发展会员\t培训骨干\n2021\t3200\t186\n2022\t4100\t204\n"
    assert cells(text, period=True) == [
        Cell("3200", "发展会员", "3200", "人", period="2021"),
        Cell("186", "培训骨干", "186", "人", period="2021"),
        Cell("4100", "发展会员", "4100", "人", period="2022"),
        Cell("204", "培训骨干", "204", "人", period="2022"),
    ]


def test_year_of_the_caption() -> None:
    years = {fact.period.start[:4] if fact.period else None for fact in read(PRODUCTS.replace("2023", "2019")).facts}
    assert years == {"2019"}


@pytest.mark.parametrize("row", ["粮食\t吨\t186342\t2.4", "粮食\t吨\t186342\t+2.4"])
def test_a_sign_gives_the_direction(row: str) -> None:
    text = f"2023年产量\n指标\t单位\t产量\t比上年±%\n{row}\n油菜籽\t吨\t2600\t-12.6\n"
    directions = [(fact.value, fact.direction) for fact in read(text).facts if fact.measure == "change"]
    assert directions == [(Decimal("2.4"), "increase"), (Decimal("12.6"), "decrease")]


def test_places_as_labels_are_subjects() -> None:
    text = """各县区完成情况
县区\t新建工会（家）\t发展会员（人）
东屏区\t126\t3260
临溪县\t98\t2745
全市\t224\t6005
"""
    assert cells(text, subject=True) == [
        Cell("126", "新建工会", "126", "家", subject="东屏区", total="224"),
        Cell("3260", "发展会员", "3260", "人", subject="东屏区", total="6005"),
        Cell("98", "新建工会", "98", "家", subject="临溪县", total="224"),
        Cell("2745", "发展会员", "2745", "人", subject="临溪县", total="6005"),
        Cell("224", "新建工会", "224", "家", subject="全市"),
        Cell("6005", "发展会员", "6005", "人", subject="全市"),
    ]


def test_labels_under_a_header_of_places_or_bodies_are_subjects() -> None:
    text = "站点\t床位（张）\t服务司机（万人次）\n黑山口\t16\t1.7\n白音桥\t12\t1.1\n合计\t28\t2.8\n"
    assert [(cell.subject, cell.indicator) for cell in cells(text, subject=True)][::2] == [
        ("黑山口", "床位"),
        ("白音桥", "床位"),
        (None, "合计床位"),
    ]


def test_a_column_of_ranks_only_numbers_the_teams_behind_it() -> None:
    text = "名次\t代表队\t领队\t总分（分）\n第一名\t云州市代表队\t唐永红\t367.4\n第二名\t青禾州代表队\t拥珍\t352.8"
    assert [(cell.indicator, cell.value, cell.subject) for cell in cells(text, subject=True)] == [
        ("总分", "367.4", "云州市代表队"),
        ("总分", "352.8", "青禾州代表队"),
    ]


def test_rows_that_add_up_to_a_row_of_sums_are_its_parts() -> None:
    text = "站点\t床位（张）\t服务司机（万人次）\n黑山口\t16\t1.7\n白音桥\t12\t1.1\n合计\t28\t2.9\n"
    facts = unionie.extract(text).facts
    totals = {fact.id: fact.value for fact in facts}
    assert [totals.get(fact.part_of) for fact in facts] == [28, None, 28, None, None, None]  # 1.7 and 1.1 are not 2.9


def test_a_list_of_donations() -> None:
    text = "爱心榜·捐款（单位：元）\n东屏区教育局\t12600\n岚溪县税务局\t8400\n云州机械有限公司\t50000\n"
    assert cells(text, subject=True) == [
        Cell("12600", "捐款", "12600", "元", subject="东屏区教育局"),
        Cell("8400", "捐款", "8400", "元", subject="岚溪县税务局"),
        Cell("50000", "捐款", "50000", "元", subject="云州机械有限公司"),
    ]


def test_scores_and_ranks() -> None:
    text = "考核结果\n县区\t得分（分）\t排名\n东屏区\t96.8\t1\n临溪县\t95.2\t2\n"
    assert cells(text, subject=True) == [
        Cell("96.8", "得分", "96.8", "分", subject="东屏区"),
        Cell("1", "排名", "1", "位", "rank", subject="东屏区"),
        Cell("95.2", "得分", "95.2", "分", subject="临溪县"),
        Cell("2", "排名", "2", "位", "rank", subject="临溪县"),
    ]


def test_shares_of_a_column() -> None:
    text = "2023年支出构成\n项目\t完成数（万元）\t占比（%）\n维权支出\t126.4\t32.5\n活动支出\t262.6\t67.5\n"
    assert cells(text) == [
        Cell("126.4", "维权支出", "1264000", "元"),
        Cell("32.5", "维权支出", "32.5", "%", "share"),
        Cell("262.6", "活动支出", "2626000", "元"),
        Cell("67.5", "活动支出", "67.5", "%", "share"),
    ]


def test_parts_end_with_the_next_total() -> None:
    text = """2023年会员情况（单位：人）
指标\t完成数
会员总数\t12600
其中：女会员\t5200
其中：农民工会员\t4100
退会\t320
"""
    assert [(cell.surface, cell.total) for cell in cells(text)] == [
        ("12600", None),
        ("5200", "12600"),
        ("4100", "12600"),
        ("320", None),
    ]


def test_a_table_of_words_states_nothing() -> None:
    assert cells("2023年先进名单\n序号\t姓名\t单位\n1\t李秋实\t东屏区教育局\n2\t王晓东\t岚溪县税务局\n") == []


def test_prose_around_a_table_is_read() -> None:
    text = "全年发展会员5600人。\n\n" + PRODUCTS + "\n会费收入326万元。\n"
    assert cells(text) == [
        Cell("5600人", "发展会员", "5600", "人"),
        *PRODUCT_CELLS,
        Cell("326万元", "会费收入", "3260000", "元"),
    ]


def test_numbers_without_a_unit_are_indices() -> None:
    text = "2023年价格（上年=100）\n指标\t完成数\n居民消费价格指数\t102.3\n"
    assert cells(text) == [Cell("102.3", "居民消费价格指数", "102.3", None)]


def test_a_long_table_is_read_to_its_end() -> None:
    rows = "".join(f"品种{number}\t吨\t{number + 1000}\t{number + 1}.4\n" for number in range(500))
    assert len(read("2023年产量\n指标\t单位\t产量\t增长（%）\n" + rows).facts) == 1000


def test_a_column_that_only_numbers_the_rows_is_no_label() -> None:
    table = "表1 各区捐款情况（单位：万元）\n序号\t单位\t捐款\n1\t东屏区总工会\t12.5\n2\t基层工会\t4.2\n"
    facts = [(f.subject, f.indicator, int(f.value)) for f in read("捐款报告\n" + table).facts]
    assert facts == [("东屏区总工会", "捐款", 125000), (None, "基层工会捐款", 42000)]


def test_an_empty_corner_and_a_unit_that_begins_with_its_currency() -> None:
    table = "主要收支（港币千元）\n2021/22\t2020/21\n收入\t1,200\t1,100\n"
    facts = read("港口统计\n" + table).facts
    assert [(f.indicator, int(f.value), f.unit, f.period.start) for f in facts] == [
        ("收入", 1200000, "港元", "2021-04-01"),
        ("收入", 1100000, "港元", "2020-04-01"),
    ]


def test_years_in_columns_leave_the_name_to_the_caption() -> None:
    table = "表2 常住人口（单位：万人）\n地区\t2023年\t2022年\n东屏区\t12.5\t—\n"
    facts = [(f.subject, f.indicator, int(f.value)) for f in read("人口公报\n" + table).facts]
    assert facts == [("东屏区", "常住人口", 125000)]


@pytest.mark.parametrize(
    "table",
    [
        "┌────┬───┬───┐\n│项目│支出│户数│\n├────┼───┼───┤\n│修路│530.00│718 │\n│改水　│8.80│58│\n└────┴───┴───┘\n",
        "| 项目 | 支出 | 户数 |\n|------|-----:|:----:|\n| 修路 | 530.00 | 718 |\n| 改水 | 8.80 | 58 |\n",
    ],
)
def test_a_table_drawn_with_lines(table: str) -> None:
    facts = read("帮扶资金公告\n　　一、支出（万元）。\n" + table).facts
    assert [(f.indicator, f.value, f.unit) for f in facts] == [
        ("修路支出", 5300000, "元"),
        ("修路户数", 718, "户"),
        ("改水支出", 88000, "元"),
        ("改水户数", 58, "户"),
    ]


def test_a_part_without_a_unit_takes_that_of_its_total() -> None:
    text = """2023年主要指标
指标\t1—9月\t增幅（%）
工业增加值（亿元）\t61.3\t8.9
 其中：装备制造业\t40.5\t-1.2
  食品工业\t9.1\t3.4
"""
    assert cells(text)[2:] == [
        Cell("40.5", "装备制造业", "4050000000", "元", total="61.3"),
        Cell("-1.2", "装备制造业", "1.2", "%", "change", "decrease"),
        Cell("9.1", "食品工业", "910000000", "元", total="61.3"),
        Cell("3.4", "食品工业", "3.4", "%", "change", "increase"),
    ]


def test_each_numbered_caption_has_its_own_unit() -> None:
    text = """2023年荣誉一览
表一　集体荣誉（单位：万元）
年份　荣誉名称　授予机关　奖金
2016　全国文明村　中央文明委　20
2017　省模范集体　省政府　15
表二　个人荣誉（单位：元）
年份　荣誉名称　获得者　奖金
2016　市道德模范　潘阿朵　5000
2017　省劳动模范　吴小越　30000
"""
    assert [(cell.surface, cell.value, cell.unit) for cell in cells(text)] == [
        ("20", "200000", "元"),
        ("15", "150000", "元"),
        ("5000", "5000", "元"),
        ("30000", "30000", "元"),
    ]


def test_a_line_of_units_stands_under_what_announces_the_table() -> None:
    text = """2023年预算执行
全县收入6.2亿元。部分乡镇收入完成情况见下表：
单位：万元
乡镇\t完成数\t比上年增长（%）
茶坪镇\t8764\t6.9
黄泥乡\t2815.6\t-4.1
"""
    assert cells(text)[1:] == [
        Cell("8764", "部分乡镇收入完成", "87640000", "元"),
        Cell("6.9", "部分乡镇收入完成", "6.9", "%", "change", "increase"),
        Cell("2815.6", "部分乡镇收入完成", "28156000", "元"),
        Cell("-4.1", "部分乡镇收入完成", "4.1", "%", "change", "decrease"),
    ]


def test_the_unit_that_ends_a_header_among_those_of_the_caption() -> None:
    text = """2023年医疗服务
各院服务见下表（单位：人次、%）：
机构\t门急诊人次\t比上年±%
东屏医院\t168402\t-9.6
南屏医院\t74915\t2.8
"""
    assert [(cell.surface, cell.unit) for cell in cells(text)] == [
        ("168402", "人次"),
        ("-9.6", "%"),
        ("74915", "人次"),
        ("2.8", "%"),
    ]


def test_money_of_a_caption() -> None:
    text = "2023年各项业务（百万港元）\n业务\t本年\n巴士\t2,586.4\n货运\t402.7\n"
    assert [(cell.value, cell.unit) for cell in cells(text)] == [("2586400000", "港元"), ("402700000", "港元")]


def test_a_name_set_apart_is_one_cell() -> None:
    text = """2023年科技奖励
等级　项目　完成人　产值（万元）
一等奖　水电站控制系统　季正华、陶　然、吴　越　51807
二等奖　茶叶烘干设备　端木青　8640
"""
    assert [(cell.surface, cell.indicator, cell.value) for cell in cells(text)] == [
        ("51807", "一等奖产值", "518070000"),
        ("8640", "二等奖产值", "86400000"),
    ]


def test_a_unit_for_each_column() -> None:
    text = """2023年人口情况
表2　人口年龄构成
单位：万人、%、百分点
年龄\t人口数\t比重\t比2020年
0—14岁\t2.19\t11.7\t-3.42
15—59岁\t10.11\t53.9\t-12.06
"""
    found = [(cell.value, cell.unit, cell.measure, cell.direction) for cell in cells(text)]
    assert found[:3] == [
        ("21900", "人", "level", None),
        ("11.7", "%", "share", None),
        ("3.42", "百分点", "change", "decrease"),
    ]
    assert [fact.baseline for fact in read(text).facts][2] == "2020年"


def test_what_came_and_went_is_counted_in_the_unit_of_its_row() -> None:
    text = """2023年民生账本
项目\t完成数\t比上年增减
养老床位（张）\t9620\t-180
新增就业（万人）\t3.14\t0.22
"""
    assert [(cell.value, cell.unit, cell.measure) for cell in cells(text)] == [
        ("9620", "张", "level"),
        ("180", "张", "change"),
        ("31400", "人", "level"),
        ("2200", "人", "change"),
    ]


def test_what_a_column_of_changes_is_compared_with() -> None:
    text = """2023年镇区人口
镇区\t人口（人）\t比六普增减（人）\t环比±%
城东镇\t68512\t-8316\t1.2
"""
    assert [fact.baseline for fact in read(text).facts] == [None, "六普", "previous_period"]


def test_cells_with_their_own_unit() -> None:
    rows = ("序号\t项目\t数量\t投入（万元）", "1\t爱心驿站\t20个\t64", "2\t职工疗休养\t600人\t90")
    facts = read("总工会2024年实事项目\n\n" + "\n".join(rows) + "\n").facts
    found = [(fact.mentions[0].text, fact.unit, fact.indicator) for fact in facts]
    assert ("20个", "个", "爱心驿站") in found
    assert ("600人", "人", "职工疗休养") in found


@pytest.mark.parametrize("when", ["2020年末", "10月", "1—10月", "上半年", "2021—2022学年"])
def test_a_header_that_only_says_when_names_nothing(when: str) -> None:
    found = unionie.extract(f"科目\t{when}\n资产总额（万元）\t2864.1\n负债总额（万元）\t12.1\n").facts
    assert [fact.indicator for fact in found] == ["资产总额", "负债总额"]


def test_branches_in_the_first_column_own_their_rows() -> None:
    rows = ("馆别　接待读者（万人次）　外借文献（万册次）", "总馆　102.4　88.7", "少儿分馆　35.1　61.2")
    text = "2014年总分馆服务情况\n市图书馆业务部编\n\n" + "\n".join(rows)
    assert [fact.subject for fact in unionie.extract(text).facts] == ["总馆", "总馆", "少儿分馆", "少儿分馆"]


BOUNDS = """三、核心指标
指标名称\t2022年\t2023年\t目标值
再手术率(%)\t0.31\t0.24\t≤0.30
手卫生依从率(%)\t71.8\t86.5\t≥80
使用强度(DDDs)\t41.7\t38.2\t≤40
"""


def test_a_bound_in_a_cell_is_read_with_its_number() -> None:
    facts = {fact.mentions[0].text: fact for fact in read(BOUNDS).facts}
    most, least = facts["≤0.30"], facts["≥80"]
    assert (most.precision, most.modality, most.indicator[:4]) == ("at_most", "target", "再手术率")
    assert (least.precision, least.value, least.unit) == ("at_least", Decimal(80), "%")
    assert (facts["41.7"].indicator, facts["41.7"].unit) == ("使用强度", None)


BY_YEAR = """图1　2021—2023年粮食产量及其增长速度
年份\t2021\t2022\t2023
万吨\t25.6\t25.9\t23.7
增长（%）\t7.4\t1.2\t-8.5
"""


def test_rows_that_only_name_a_unit_or_growth_are_of_what_the_caption_names() -> None:
    assert cells(BY_YEAR, period=True) == [
        Cell("25.6", "粮食产量", "256000", "吨", period="2021"),
        Cell("25.9", "粮食产量", "259000", "吨", period="2022"),
        Cell("23.7", "粮食产量", "237000", "吨", period="2023"),
        Cell("7.4", "粮食产量", "7.4", "%", "change", "increase", period="2021"),
        Cell("1.2", "粮食产量", "1.2", "%", "change", "increase", period="2022"),
        Cell("-8.5", "粮食产量", "8.5", "%", "change", "decrease", period="2023"),
    ]
