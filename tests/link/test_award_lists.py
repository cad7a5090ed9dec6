"""Honours in tables, in groups of a line, below contests, and of a person told of by a word."""

from __future__ import annotations

import unionie

TABLE = """云州市总工会关于授予五一劳动奖的通知

称号\t单位\t姓名\t职务
云州市五一劳动奖状\t云州轴承集团\t—\t—
\t临溪县农电局\t—\t—
云州市五一劳动奖章\t临溪县第三中学\t尹淑珍（女）\t语文教师
\t东屏区公交公司\t孙　丽（女）\t驾驶员
云州市工人先锋号\t云州轴承集团装配班\t（负责人：于长江）\t班长

云州市总工会
2024年4月26日
"""
NURSES = """临溪县人民医院关于表彰先进个人的决定

一、优秀护士（4名）
急诊医学科：白玉兰、周　婷；手术室：李秀芝；
骨科：余琼花
二、县属单位优秀职工（2名）
杨生贵（回族）临溪县第三中学　李桂芳（女）临溪县枸杞产业协会
"""
RESULTS = """关于公布第五届云州市中小学生机器人竞赛结果的通知

一、小学组
（一）虚拟仿真（个人）
一等奖　温雨桐　临溪县实验小学　指导教师：赖建华
二等奖　曾子墨　东屏区第三小学　指导教师：谢　敏

（二）机器人足球（团体）
冠军：东屏区第三小学（队员：邱浩然、李思齐；教练：谢敏）
"""
PROFILE = """炉火映红三十年
——记全国五一劳动奖章获得者、云州特钢公司转炉班班长丁玉柱

　　1993年，丁玉柱从技校毕业，进云州特钢公司当炉前工。1998年，他参加公司比武，同年被评为“公司青年岗位能手”。\
2003年他获“云州市技术标兵”称号，三年后又获“云州市五一劳动奖章”。2015年，他获全国五一劳动奖章。
"""


def awards(text: str) -> list[tuple[str, str | None, str, str | None, int | None]]:
    found = unionie.extract(text, published="2024-05-01").awards
    return [(award.recipient, award.affiliation, award.award, award.rank, award.year) for award in found]


def test_columns_of_honours_names_and_bodies() -> None:
    assert [(who, unit, honour) for who, unit, honour, _, _ in awards(TABLE)] == [
        ("云州轴承集团", None, "云州市五一劳动奖状"),
        ("临溪县农电局", None, "云州市五一劳动奖状"),
        ("尹淑珍", "临溪县第三中学", "云州市五一劳动奖章"),
        ("孙丽", "东屏区公交公司", "云州市五一劳动奖章"),
        ("云州轴承集团装配班", "云州轴承集团", "云州市工人先锋号"),
    ]


def test_groups_of_a_line_and_units_behind_names() -> None:
    assert [(who, unit, honour) for who, unit, honour, _, _ in awards(NURSES)] == [
        ("白玉兰", "急诊医学科", "优秀护士"),
        ("周婷", "急诊医学科", "优秀护士"),
        ("李秀芝", "手术室", "优秀护士"),
        ("余琼花", "骨科", "优秀护士"),
        ("杨生贵", "临溪县第三中学", "县属单位优秀职工"),
        ("李桂芳", "临溪县枸杞产业协会", "县属单位优秀职工"),
    ]


def test_results_with_labels_and_guides() -> None:
    contest = "第五届云州市中小学生机器人竞赛"
    assert [(who, unit, honour, rank) for who, unit, honour, rank, _ in awards(RESULTS)] == [
        ("温雨桐", "临溪县实验小学", contest, "一等奖"),
        ("曾子墨", "东屏区第三小学", contest, "二等奖"),
        ("东屏区第三小学", None, contest, "冠军"),
    ]


def test_a_person_told_of_by_a_word() -> None:
    """What a clause behind 他 says is not the body's; 三年后 is no year; the text dates the headline's honour."""
    told = {(who, honour): year for who, _, honour, _, year in awards(PROFILE)}
    assert told == {
        ("丁玉柱", "全国五一劳动奖章"): 2015,
        ("丁玉柱", "公司青年岗位能手"): 1998,
        ("丁玉柱", "云州市技术标兵"): 2003,
        ("丁玉柱", "云州市五一劳动奖章"): None,
    }


BY_PLACE = """云州市总工会关于表彰先进集体的决定

市总工会决定，授予云州轴承集团装配班等3个集体“云州市先进集体”称号。名单如下：
一、云州市先进集体（3个）
　　临溪县：临溪县黄羊滩乡人民政府
　　东屏区：东屏区供水有限公司抢修队
　　市直属单位：云州轴承集团装配班
"""


def test_labels_that_say_where_a_body_is() -> None:
    named = {who for who, _, honour, _, _ in awards(BY_PLACE) if honour == "云州市先进集体"}
    assert named == {"临溪县黄羊滩乡人民政府", "东屏区供水有限公司抢修队", "云州轴承集团装配班"}


MIXED = """院工会2023年工作总结

序号\t获奖单位/个人\t奖项\t等级
1\t高温合金团队\t江南省自然科学奖\t一等奖
2\t尹　朵（高分子系讲师）\t全省青年教师教学竞赛\t二等奖
3\t“熔光”学生团队\t中国国际大学生创新大赛\t银奖
"""
SHORT = """临溪县人民政府关于表彰脱贫攻坚先进集体的通报

县人民政府决定：授予县农牧局等3个单位“临溪县脱贫攻坚先进集体”称号。
一、先进集体（3个）
〔县直〕县农牧局　县医疗保障局
〔企业〕临溪农商银行
"""


def test_one_column_of_bodies_and_persons_and_one_of_placings() -> None:
    assert [(who, honour, rank) for who, _, honour, rank, _ in awards(MIXED)] == [
        ("高温合金团队", "江南省自然科学奖", "一等奖"),
        ("尹朵", "全省青年教师教学竞赛", "二等奖"),
        ("“熔光”学生团队", "中国国际大学生创新大赛", "银奖"),
    ]


def test_a_head_short_for_the_honour_before_it() -> None:
    assert {(who, honour) for who, _, honour, _, _ in awards(SHORT)} == {
        ("县农牧局", "临溪县脱贫攻坚先进集体"),
        ("县医疗保障局", "临溪县脱贫攻坚先进集体"),
        ("临溪农商银行", "临溪县脱贫攻坚先进集体"),
    }


def test_placings_in_columns_and_groups_in_rows() -> None:
    text = (
        "云州工匠擂台见高低\n第五届云州市职工技能大赛收官\n\n　　10月20日，第五届云州市职工技能大赛决出名次。\n"
        "　　赛项　　一等奖　　二等奖\n"
        "　　砌筑工　　海正军（临溪县宏基建筑公司）　　苏国宝（临溪县城乡建设公司）\n"
        "　　电焊工　　冶成龙（云州钢铁公司）　　柳　涛（东屏区汽修厂）\n"
    )
    contest = "第五届云州市职工技能大赛"
    assert {(who, unit, honour, rank) for who, unit, honour, rank, _ in awards(text)} == {
        ("海正军", "临溪县宏基建筑公司", f"{contest}砌筑工", "一等奖"),
        ("冶成龙", "云州钢铁公司", f"{contest}电焊工", "一等奖"),
        ("苏国宝", "临溪县城乡建设公司", f"{contest}砌筑工", "二等奖"),
        ("柳涛", "东屏区汽修厂", f"{contest}电焊工", "二等奖"),
    }


def test_what_an_honour_is_given_as_is_no_part_of_its_name() -> None:
    table = "奖项\t获奖单位\n“爱心企业”标志\t云州轴承厂\n“诚信商户”称号\t云州百货大楼\n"
    found = {(who, honour) for who, _, honour, _, _ in awards(f"云州市工商联2023年工作总结\n\n{table}")}
    assert found == {("云州轴承厂", "爱心企业"), ("云州百货大楼", "诚信商户")}


def test_tables_that_no_line_announces_give_by_their_own_columns() -> None:
    table = (
        "临溪县年鉴\n\n去年的荣誉见下表。\n\n获奖单位/个人\t所属单位\t奖项\t等级\n"
        "尹淑珍\t临溪县第三中学\t全省教师书法大赛\t一等奖\n"
        "接触网三工区\t北岭供电段\t铁路局标兵班组\t—\n"
    )
    assert [(who, unit, honour, rank) for who, unit, honour, rank, _ in awards(table)] == [
        ("尹淑珍", "临溪县第三中学", "全省教师书法大赛", "一等奖"),
        ("接触网三工区", "北岭供电段", "铁路局标兵班组", None),
    ]


def test_columns_set_by_wide_spaces_give_too() -> None:
    contests = (
        "临溪县体育工作总结\n\n二、参赛成绩\n"
        "姓名（集体）　班级　赛事　项目　名次\n"
        "尹淑珍　五（2）班　云州市中小学生运动会　女子200米　第二名\n"
        "女子篮球队　高中部　全省中学生篮球联赛　女子组　亚军\n"
    )
    assert [(who, honour, rank) for who, _, honour, rank, _ in awards(contests)] == [
        ("尹淑珍", "云州市中小学生运动会女子200米", "第二名"),
        ("女子篮球队", "全省中学生篮球联赛女子组", "亚军"),
    ]
    honours = "单位　荣誉名称　授予机关\n临溪县第一中学　全省文明校园　省文明委\n城关小学　全国健康学校　教育部\n"
    assert [(who, honour) for who, _, honour, _, _ in awards(honours)] == [
        ("临溪县第一中学", "全省文明校园"),
        ("城关小学", "全国健康学校"),
    ]
