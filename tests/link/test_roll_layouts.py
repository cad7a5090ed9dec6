"""Rolls of honours in the layouts that offices give them: each text with every honour that is read there."""

from __future__ import annotations

import pytest

import unionie

LAYOUTS = {
    "a heading that names an honour": (
        "2019年度柳溪乡环卫所先进名册\n先进班组\n　　清运一班　保洁二班\n优秀环卫工\n　　沈开山　鲍伟　柴建业",
        [
            ("清运一班", "先进班组"),
            ("保洁二班", "先进班组"),
            ("沈开山", "优秀环卫工"),
            ("鲍伟", "优秀环卫工"),
            ("柴建业", "优秀环卫工"),
        ],
    ),
    "items that numbers part": (
        "云岭煤矿2021年度表彰名单\n十佳员工\n①沈开山（机电队）②鲍伟（通风队）③柴建业（调度室）",
        [("沈开山", "十佳员工"), ("鲍伟", "十佳员工"), ("柴建业", "十佳员工")],
    ),
    "the word for an honour before it": (
        "云溪学院志愿服务表彰名单\n荣誉：优秀志愿者\n文学院　沈开山、鲍伟\n荣誉：优秀志愿团队\n理学院支教队",
        [("沈开山", "优秀志愿者"), ("鲍伟", "优秀志愿者"), ("理学院支教队", "优秀志愿团队")],
    ),
    "a framed table": (
        "清溪一中2022年表彰名单\n｜奖项｜姓名｜班级｜\n｜三好学生｜沈开山｜七年级（1）班｜\n｜优秀班干部｜鲍伟｜八年级（2）班｜",
        [("沈开山", "三好学生"), ("鲍伟", "优秀班干部")],
    ),
    "a count behind the closing bracket": (
        "关于表彰先进的决定\n附：表彰名单\n【五一劳动奖状】2个\n云岭乳业有限公司\t青石农场\n【工人先锋号】2个\n市供热公司抢修班\t青石农场机耕队",
        [
            ("云岭乳业有限公司", "五一劳动奖状"),
            ("青石农场", "五一劳动奖状"),
            ("市供热公司抢修班", "工人先锋号"),
            ("青石农场机耕队", "工人先锋号"),
        ],
    ),
    "areas before the names, and a note below the headline": (
        "“安康杯”竞赛优胜单位\n（排名不分先后）\n岚州市：岚州热力公司、柏渡钢厂\n汀溪市：汀溪煤矿掘进队",
        [
            ("岚州热力公司", "安康杯竞赛优胜单位"),
            ("柏渡钢厂", "安康杯竞赛优胜单位"),
            ("汀溪煤矿掘进队", "安康杯竞赛优胜单位"),
        ],
    ),
    "a column that says what its words are": (
        "文明户花名册\n户主　　　获评称号\n沈开山　　孝老爱亲星\n鲍伟　　勤劳致富星",
        [("沈开山", "孝老爱亲星"), ("鲍伟", "勤劳致富星")],
    ),
    "works above those who made them": (
        (
            "2020年岚州市教学成果奖获奖名单\n一等奖\n1　山乡儿童阅读课程\n　　岚州市第一小学　沈开山　鲍伟\n"
            "2　物理低成本实验\n　　柏渡县第二中学　柴建业"
        ),
        [("山乡儿童阅读课程", "岚州市教学成果奖"), ("物理低成本实验", "岚州市教学成果奖")],
    ),
    "works with their makers labelled": (
        "2021年度岚州市科学技术奖获奖名单\n二等奖\n稠油冷采关键技术　完成单位：柏渡化工研究院　主要完成人：沈开山",
        [("稠油冷采关键技术", "岚州市科学技术奖")],
    ),
    "persons before what they performed": (
        "岚州市职工演讲比赛获奖名单\n一等奖\n沈开山　市地震局　《脊梁》\n二等奖\n鲍伟　市草原站　《草绿了》",
        [("沈开山", "岚州市职工演讲比赛"), ("鲍伟", "岚州市职工演讲比赛")],
    ),
    "honours behind those who receive them": (
        "2018年度总结表彰大会颁奖名单\n炼焦厂维修工段　　　　模范集体\n沈开山（机修厂）　　　　劳动模范",
        [("炼焦厂维修工段", "模范集体"), ("沈开山", "劳动模范")],
    ),
    "a headline that quotes its honour": (
        "各班级2016年春学期“三好学生”名单\n一（1）班：沈开山 鲍伟\n一（2）班：柴建业 尤国栋",
        [("沈开山", "三好学生"), ("鲍伟", "三好学生"), ("柴建业", "三好学生"), ("尤国栋", "三好学生")],
    ),
    "entries one space apart": (
        "2015年度工会先进名单\n一、县优秀工会工作者（2名）：\n沈开山 县医院工会　　鲍伟 县一中工会",
        [("沈开山", "县优秀工会工作者"), ("鲍伟", "县优秀工会工作者")],
    ),
    "labels within a contest": (
        "2020年“安康杯”竞赛活动优胜名单\n优胜集体：\n县水厂净水车间、县公交公司二车队\n先进个人：\n沈开山（铜矿）、鲍伟（县热电厂）",
        [
            ("县水厂净水车间", "优胜集体"),
            ("县公交公司二车队", "优胜集体"),
            ("沈开山", "先进个人"),
            ("鲍伟", "先进个人"),
        ],
    ),
    "who is only named for one": (
        "关于推荐全国工人先锋号的说明\n现将推荐对象公布如下：\n1.岚州港务公司轮驳班\n2.岚州市第一水厂化验室",
        [],
    ),
    "results that a bulletin tells": (
        "第八届职工运动会成绩公报（第二号）\n男子100米\n第一名　沈开山　公路局　11秒82\n第二名　鲍伟　民政局　12秒03",
        [("沈开山", "第八届职工运动会男子100米"), ("鲍伟", "第八届职工运动会男子100米")],
    ),
    "a mark inside a bracket": (
        "我市下列同志受表彰名单：\n全国劳动模范\n　　沈开山（男，藏族）　农民\n全国先进工作者\n　　鲍伟　市医院医师",
        [("沈开山", "全国劳动模范"), ("鲍伟", "全国先进工作者")],
    ),
    "the honours of a school over the years": (
        "青石镇中心小学荣誉榜（2010—2020）\n2012.09　市德育先进校　　　市教育局\n2016.03　县平安校园　　　　县综治委",
        [("青石镇中心小学", "市德育先进校"), ("青石镇中心小学", "县平安校园")],
    ),
    "years and honours below a portrait": (
        (
            "把机器当伙伴——记岚州钢厂钳工沈开山\n\n　　沈开山1998年进厂，带出徒弟16名。\n　　荣誉是一年一年攒下的——\n"
            "　　2011　岚州市技术能手\n　　2015　省五一劳动奖章"
        ),
        [("沈开山", "岚州市技术能手"), ("沈开山", "省五一劳动奖章")],
    ),
}


@pytest.mark.parametrize(("text", "honours"), LAYOUTS.values(), ids=LAYOUTS)
def test_rolls_are_read(text: str, honours: list[tuple[str, str]]) -> None:
    read = {(award.recipient, award.award) for award in unionie.extract(text).awards}
    assert read == set(honours)


def test_rows_of_names_and_posts_side_by_side() -> None:
    text = (
        "云州市五一劳动奖章名单\n"
        "沈开山\t云州机床厂钳工\t鲍伟（女）\t云州市第二医院护师\n"
        "柴建业\t云州公交公司驾驶员\t尤国栋\t云州轴承厂车工\n"
        "潘伟\t云州农场农机手\t蓝金花\t云州林场瞭望员\n"
    )
    found = unionie.extract(text)
    assert {(award.recipient, award.affiliation) for award in found.awards} == {
        ("沈开山", "云州机床厂"),
        ("鲍伟", "云州市第二医院"),
        ("柴建业", "云州公交公司"),
        ("尤国栋", "云州轴承厂"),
        ("潘伟", "云州农场"),
        ("蓝金花", "云州林场"),
    }
    assert {(person.name, person.organization) for person in found.people} == {
        (award.recipient, award.affiliation) for award in found.awards
    }


def test_who_made_a_work_shares_its_prize() -> None:
    text = "2020年岚州市教学成果奖获奖名单\n一等奖\n1　山乡儿童阅读课程\n　　岚州市第一小学　沈开山　鲍伟\n"
    assert {person.role for person in unionie.extract(text).people} == {"awardee"}
