"""Whose people and households a roll names: bodies that label several entries of a line, and dashes behind honours."""

from __future__ import annotations

import pytest

import unionie

ROLLS = {
    "several bodies with their people on a line": (
        (
            "云岭热力公司2012年度表彰通知\n一、劳动模范（4名）\n"
            "检修部：鲍建忠    输煤分场：沈良才    燃料部：柴开山、石小满"
        ),
        [
            ("鲍建忠", "检修部", "劳动模范"),
            ("沈良才", "输煤分场", "劳动模范"),
            ("柴开山", "燃料部", "劳动模范"),
            ("石小满", "燃料部", "劳动模范"),
        ],
    ),
    "schools by their short names": (
        "汀溪县教育局关于表彰的决定\n一、优秀教师（3名）\n一中：沈开山    实验小学：鲍娜    二中：柴敏",
        [
            ("沈开山", "一中", "优秀教师"),
            ("鲍娜", "实验小学", "优秀教师"),
            ("柴敏", "二中", "优秀教师"),
        ],
    ),
    "households below their village": (
        "柳溪镇2021年表彰名单\n（一）好媳妇\n上坪村：沈桂香  鲍二妹\n（二）文明户\n上坪村：沈贵生户  柴小军户",
        [
            ("沈桂香", "上坪村", "好媳妇"),
            ("鲍二妹", "上坪村", "好媳妇"),
            ("沈贵生户", "上坪村", "文明户"),
            ("柴小军户", "上坪村", "文明户"),
        ],
    ),
    "those who are commended": (
        (
            "附件：表彰名单\n一、汀溪县劳动模范（1名）\n沈开山\n二、嘉奖人员（3名）\n"
            "县委办：鲍建华  罗  琴\n县财政局：石  勇"
        ),
        [
            ("沈开山", None, "汀溪县劳动模范"),
            ("鲍建华", "县委办", "嘉奖"),
            ("罗琴", "县委办", "嘉奖"),
            ("石勇", "县财政局", "嘉奖"),
        ],
    ),
    "honours before dashes, lines of a column's width": (
        (
            "汀溪市总工会2020年“光荣榜”\n湖南省五一劳动奖状——湘滨船舶重工有限公司、市疾病预防控制中心\n"
            "湖南省五一劳动奖章——沈爱国（市自来水公司管网所）、鲍丽君（市一中）\n湖南省芙蓉标兵岗——市妇幼保健院产房\n"
            "湖南省芙蓉百岗明星——柴红艳（农商行营业部）\n湖南省模范职工之家——市烟草专卖局工会\n湖南省优秀工会工作者——石建设"
        ),
        [
            ("湘滨船舶重工有限公司", None, "湖南省五一劳动奖状"),
            ("市疾病预防控制中心", None, "湖南省五一劳动奖状"),
            ("沈爱国", "市自来水公司管网所", "湖南省五一劳动奖章"),
            ("鲍丽君", "市一中", "湖南省五一劳动奖章"),
            ("市妇幼保健院产房", "市妇幼保健院", "湖南省芙蓉标兵岗"),
            ("柴红艳", "农商行营业部", "湖南省芙蓉百岗明星"),
            ("市烟草专卖局工会", None, "湖南省模范职工之家"),
            ("石建设", None, "湖南省优秀工会工作者"),
        ],
    ),
}


@pytest.mark.parametrize("roll", ROLLS)
def test_rolls_name_bodies(roll: str) -> None:
    text, expected = ROLLS[roll]
    found = [(award.recipient, award.affiliation, award.award) for award in unionie.extract(text).awards]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_a_line_with_a_year_alone_is_no_unit_of_an_honour() -> None:
    text = "汀溪县医院简介\n2018年\n★国家级母婴友好医院\n★“汀溪市文明单位标兵”\n2020年\n★产科荣获全国巾帼文明岗"
    assert "2020年" not in [award.recipient for award in unionie.extract(text).awards]


def test_results_are_of_the_year_of_their_date() -> None:
    text = (
        "柳溪小学第十二届春季田径运动会成绩公告（第3号）\n\n"
        "一年级女子60米　第一名　沈小满（一3班）　第二名　鲍一诺\n校体育组\n2018年4月20日"
    )
    assert {award.year for award in unionie.extract(text).awards} == {2018}


YEARS_ABOVE = (
    "汀溪市妇幼保健院简介（节选）\n医院创建于1952年，是集保健、医疗、科研于一体的专科医院，现有职工1086人，开放床位620张。\n"
    "所获荣誉\n2016年\n★全国妇幼健康服务先进集体\n2018年\n★“汀溪市文明单位标兵”\n2021年\n★产科荣获全国巾帼文明岗\n"
    "★检验科沈志雄　市五一劳动奖章\n2022年\n★省抗击疫情先进集体"
)


def test_years_stand_above_the_honours_of_a_house() -> None:
    found = [(award.recipient, award.award, award.year) for award in unionie.extract(YEARS_ABOVE).awards]
    assert found == [
        ("汀溪市妇幼保健院", "全国妇幼健康服务先进集体", 2016),
        ("汀溪市妇幼保健院", "汀溪市文明单位标兵", 2018),
        ("产科", "全国巾帼文明岗", 2021),
        ("沈志雄", "市五一劳动奖章", 2021),
        ("汀溪市妇幼保健院", "省抗击疫情先进集体", 2022),
    ]


def test_months_open_the_lines_of_a_wall_of_honour() -> None:
    text = (
        "云岭轴承股份有限公司　荣誉资质一览\n2017.05　浙江省五一劳动奖状　浙江省总工会\n"
        "2018.12　绍越市市长质量奖　绍越市人民政府\n2021.04　热处理车间“淬火先锋”班　全国工人先锋号　中华全国总工会\n"
        "2022.04　首席技师沈大勇　全国五一劳动奖章　中华全国总工会"
    )
    found = [(award.recipient, award.award, award.year) for award in unionie.extract(text).awards]
    assert sorted(found) == [
        ("云岭轴承股份有限公司", "浙江省五一劳动奖状", 2017),
        ("云岭轴承股份有限公司", "绍越市市长质量奖", 2018),
        ("沈大勇", "全国五一劳动奖章", 2022),
        ("热处理车间“淬火先锋”班", "全国工人先锋号", 2021),
    ]


def test_own_crew_is_the_one_named_before_and_no_person_is_a_workshop() -> None:
    text = (
        "我们这个班\n——记龙羊峡机械厂造型三班\n造型三班现有职工14人。本班组2016年被评为厂“红旗班组”。\n"
        "班里人人有绝活。副班长沈宝林是全省铸造工技能大赛第三名。该车间也因此连续三年获评厂先进车间。"
    )
    found = {(award.recipient, award.award) for award in unionie.extract(text).awards}
    assert found == {("造型三班", "厂红旗班组"), ("沈宝林", "全省铸造工技能大赛")}


def test_paragraphs_that_list_people_with_their_posts() -> None:
    text = (
        "市人民政府命名一九八七年度劳动模范\n（本报讯）市人民政府最近发出决定，命名下列同志为一九八七年度汀溪市劳动模范：\n"
        "工交战线　棉纺一厂细纱挡车工陈秋菊（女），柴油机厂铸工向家万，搬运公司装卸班长雷长庚。\n"
        "财贸战线　百货大楼营业员熊丽华（女）、蔬菜公司门市部主任万国富。\n政法战线　公安局治安科民警严正。"
    )
    found = [award.recipient for award in unionie.extract(text).awards]
    assert found == ["陈秋菊", "向家万", "雷长庚", "熊丽华", "万国富", "严正"]


def test_a_paragraph_that_tells_of_people_is_no_list_of_them() -> None:
    text = (
        "汀溪市总工会命名下列同志为汀溪市劳动模范：\n王小菊\n"
        "会后，棉纺一厂厂长陈秋菊，柴油机厂铸工向家万，搬运公司班长雷长庚作了发言。"
    )
    assert {award.recipient for award in unionie.extract(text).awards} <= {"王小菊"}


def test_areas_over_those_of_them_and_labels_without_a_name() -> None:
    text = (
        "附件2\n全国交通运输系统先进个人拟表彰对象\n（已于公示期满后发文表彰）\n北京市\n"
        "秦宝山  北京市首通集团第三客运分公司驾驶员\n辽宁省\n关　涛  辽宁省锦东公路段养护工\n"
        "全国交通运输系统先进集体\n天津市\n天津津沽港务公司固机队"
    )
    found = [award.recipient for award in unionie.extract(text).awards]
    assert sorted(found) == sorted(["秦宝山", "关涛", "天津津沽港务公司固机队"])
    vacant = "柳溪镇2021年表彰名单\n好婆婆\n上坪村：李六娘  赖三妹\n墟镇社区：无"
    assert [award.recipient for award in unionie.extract(vacant).awards] == ["李六娘", "赖三妹"]


def test_merits_of_an_order_are_of_the_level_of_the_bureau() -> None:
    text = (
        "汀溪市公安局立功授奖命令\n现发布命令：\n记个人二等功（1名）：沈剑辉（特警支队）；\n局长　徐国栋\n2012年1月20日"
    )
    assert [award.level for award in unionie.extract(text).awards] == ["city"]
