"""Honours and results laid out as outlines: decisions with attachments, results of contests, posts with lists."""

from __future__ import annotations

import pytest

import unionie
from unionie.link.rolls.lines import Columns, announces, is_prose, label_of, read_cells, read_columns

DECISION = """中共云溪县委　云溪县人民政府
关于表彰2018年度经济社会发展先进集体和先进个人的决定

　　县委、县政府决定，授予县农业局等3个单位“云溪县经济社会发展先进集体”称号，授予潘伟等2名同志“云溪县经济社会发展先进个人”称号。
　　希望受表彰的集体和个人再接再厉。

附件1
2018年度经济社会发展先进集体名单
（3个）
县农业局
城关镇人民政府
云溪县金岭茶业有限公司
附件2
2018年度经济社会发展先进个人名单
（2名，按姓氏笔画排列）
潘　伟　　县扶贫办主任科员
蓝金花（女，畲族）　竹坪村党支部书记

中共云溪县委　云溪县人民政府
2019年2月12日
"""
CONTEST = """关于公布云州市第六届职工技能大赛获奖名单的通知

各县（区）总工会：
　　云州市第六届职工技能大赛于9月举行，43家企业的312名选手参赛。现将获奖名单公布如下：
一、个人奖
（一）钳工组
1.一等奖（1名）
沈开山　云州重型机械有限公司
2.二等奖（2名）
鲍　伟　云州轴承厂
柴建业　市水泵集团公司
（二）焊工组
1.一等奖（空缺）
2.二等奖（1名）
尤国栋　云州造船有限责任公司
二、优秀组织奖
东屏县总工会　市机械冶金工会
　　希望获奖单位和个人珍惜荣誉。
云州市总工会
2022年10月18日
"""
RACES = """石舫区第十二届职工运动会成绩公告

　　石舫区第十二届职工运动会6月9日举行。各项前三名如下：

男子100米
名次　姓名　单位　成绩
1　高　飞　区税务局　11秒84
2　毛立冬　远景物流公司　12秒02
4×100米混合接力
第一名　区公安分局代表队
体育道德风尚奖：区城管局代表队、区检察院代表队
裁判长：凌志国
"""
TOTALS = """云州市第四十届田径运动会成绩公布

　　云州市第四十届田径运动会闭幕，1860名师生参赛。

学生男子团体总分前三名
1. 体育学院　　　　　312分
2. 土木工程学院　　　205分
3. 农学院　　　　　　160分
"""
POST = """柳荫镇表彰大会　这些村、这些户上榜啦！
柳荫发布　2024-02-06 18:30

2月5日，柳荫镇召开表彰大会，宣读了表彰决定。
🏆 先进村（社区）
① 大柳树村　② 东岭村
🏡 柳荫镇文明户
大柳树村：郗长河户、田玉芝户
（图文：林一　审核：马腾）
"""
WORKS = """关于第三届云州市职工微电影大赛结果的通报

　　第三届云州市职工微电影大赛评选结果如下：
奖次　作品　主创人员　报送单位
一等奖　《老杨的扳手》　谭江　市机械工会
二等奖　《信号灯下》　缪刚、席文　市铁路工会
"""
MERITS = """云溪县公安局2015年度立功受奖情况通报

　　经局党委研究，对下列集体和个人予以奖励：
　　1．记集体三等功
　　　刑侦大队
　　2．记个人二等功（1名）
　　　石英杰　刑侦大队大队长
　　3．优秀辅警
　　　曹东东（巡特警大队）
"""
PROPOSAL = """关于云溪县五一劳动奖章拟推荐人选的公示

　　现将拟推荐人选公示如下：
一、云溪县五一劳动奖章
屈　平　区园林所养护队队长
"""


def honours(text: str) -> set[tuple[str, str, str | None]]:
    found = unionie.extract(text, published="2024-05-01").awards
    return {(award.recipient, award.award, award.rank) for award in found}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            DECISION,
            {
                ("县农业局", "云溪县经济社会发展先进集体", None),
                ("城关镇人民政府", "云溪县经济社会发展先进集体", None),
                ("云溪县金岭茶业有限公司", "云溪县经济社会发展先进集体", None),
                ("潘伟", "云溪县经济社会发展先进个人", None),
                ("蓝金花", "云溪县经济社会发展先进个人", None),
            },
        ),
        (
            CONTEST,
            {
                ("沈开山", "云州市第六届职工技能大赛", "一等奖"),
                ("鲍伟", "云州市第六届职工技能大赛", "二等奖"),
                ("柴建业", "云州市第六届职工技能大赛", "二等奖"),
                ("尤国栋", "云州市第六届职工技能大赛", "二等奖"),
                ("东屏县总工会", "优秀组织奖", None),
                ("市机械冶金工会", "优秀组织奖", None),
            },
        ),
        (
            RACES,
            {
                ("高飞", "石舫区第十二届职工运动会男子100米", "第一名"),
                ("毛立冬", "石舫区第十二届职工运动会男子100米", "第二名"),
                ("区公安分局代表队", "石舫区第十二届职工运动会4×100米混合接力", "第一名"),
                ("区城管局代表队", "体育道德风尚奖", None),
                ("区检察院代表队", "体育道德风尚奖", None),
            },
        ),
        (
            TOTALS,
            {
                ("体育学院", "云州市第四十届田径运动会学生男子团体总分", "第一名"),
                ("土木工程学院", "云州市第四十届田径运动会学生男子团体总分", "第二名"),
                ("农学院", "云州市第四十届田径运动会学生男子团体总分", "第三名"),
            },
        ),
        (
            POST,
            {
                ("大柳树村", "先进村（社区）", None),
                ("东岭村", "先进村（社区）", None),
                ("郗长河户", "柳荫镇文明户", None),
                ("田玉芝户", "柳荫镇文明户", None),
            },
        ),
        (
            WORKS,
            {
                ("《老杨的扳手》", "第三届云州市职工微电影大赛", "一等奖"),
                ("《信号灯下》", "第三届云州市职工微电影大赛", "二等奖"),
            },
        ),
        (
            MERITS,
            {
                ("刑侦大队", "集体三等功", None),
                ("石英杰", "个人二等功", None),
                ("曹东东", "优秀辅警", None),
            },
        ),
        (PROPOSAL, set()),
    ],
)
def test_outlines(text: str, wanted: set[tuple[str, str, str | None]]) -> None:
    assert honours(text) == wanted


def test_the_employer_stands_in_the_row() -> None:
    found = {award.recipient: award.affiliation for award in unionie.extract(RACES).awards}
    assert found["高飞"] == "区税务局"


@pytest.mark.parametrize(
    ("line", "words", "top"),
    [
        ("（一）钳工组", "钳工组", False),
        ("【优秀员工】", "优秀员工", False),
        ("一、滨澜区优秀教师（6人）", "滨澜区优秀教师", False),
        ("2018年度先进集体名单", "先进集体", False),
        ("1．记个人二等功（1名）", "个人二等功", False),
        ("团体总分前三名", "团体总分", True),
    ],
)
def test_labels(line: str, words: str, top: bool) -> None:
    label = label_of(line)
    assert label is not None
    assert (line[label.start : label.end], label.top) == (words, top)


def test_lines_that_are_no_labels() -> None:
    assert label_of("　") is None
    assert label_of("县" * 60) is None
    assert is_prose("希望受表彰的集体再接再厉。全县干部要学习先进。")
    assert not is_prose("第一名：云台分局；第二名：沧源县公安局。")
    assert announces("关于公布第六届职工技能大赛结果的通知", title=True)
    assert not announces("三季度经济运行情况良好", title=True)
    assert announces("经研究，获奖名单如下：", title=False)


def test_cells_and_columns() -> None:
    line = "奖次　作品　主创人员　报送单位"
    assert read_columns(line, read_cells(line, 0, len(line))) == Columns(
        {"rank": 0, "work": 1, "other": 2, "unit": 3}, 4
    )
    row = "于　杰（女）　　检验科科长"
    assert [row[start:end] for start, end in read_cells(row, 0, len(row))] == ["于　杰（女）", "检验科科长"]


@pytest.mark.parametrize("head", ["先锋", "人物", "模范"])
def test_the_head_of_a_column_is_no_honour(head: str) -> None:
    assert not unionie.extract(f"沙坪县总工会工作简报\n【{head}】\n通讯员 李明\n县总工会慰问职工60人。").awards
