"""Where the makers of works work, and the works of rolls that name them."""

import pytest

import unionie

ROLL = """云溪市人民政府关于颁发2019年度云溪市科技奖的决定

　　云溪市科技奖获奖名单如下。
一、云溪市科技奖一等奖
1.山地茶园智能灌溉技术
　完成单位：市农业科学院
　完成人：谭文亮、石小芸
二、云溪市科技奖二等奖
2.竹材防霉处理工艺——覃大勇、孟庆——岚江竹业有限公司
3.急性卒中救治流程的优化研究（市第一医院；余海波、方晴）
"""
TABLE = """关于云溪市职工创新成果奖获奖项目的通报

附件　云溪市职工创新成果奖获奖项目
序号	成果名称	主要完成人	完成单位	等次
1	磨煤机密封快换装置	齐永宏、白生贵	云溪发电厂	一等奖
2	车间粉尘在线监测系统	柴玉琴	岚江水泥集团	二等奖
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            ROLL,
            {
                "谭文亮": "市农业科学院",
                "石小芸": "市农业科学院",
                "覃大勇": "岚江竹业有限公司",
                "孟庆": "岚江竹业有限公司",
                "余海波": "市第一医院",
                "方晴": "市第一医院",
            },
        ),
        (TABLE, {"齐永宏": "云溪发电厂", "白生贵": "云溪发电厂", "柴玉琴": "岚江水泥集团"}),
    ],
)
def test_makers_have_the_body_beside_them(text: str, wanted: dict[str, str]) -> None:
    people = {person.name: person.organization for person in unionie.extract(text, published="2020-01-10").people}
    assert people == wanted


def test_of_several_bodies_only_the_first_maker_has_one() -> None:
    text = "获奖成果\n\n1.山地茶园智能灌溉技术（市农业科学院、岚江大学；余海波、方晴）。\n"
    people = {person.name: person.organization for person in unionie.extract(text).people}
    assert people == {"余海波": "市农业科学院", "方晴": None}


def test_works_receive_and_makers_do_not() -> None:
    awards = unionie.extract(ROLL, published="2020-01-10").awards
    assert {(award.recipient, award.rank, award.affiliation) for award in awards} == {
        ("山地茶园智能灌溉技术", "一等奖", "市农业科学院"),
        ("竹材防霉处理工艺", "二等奖", "岚江竹业有限公司"),
        ("急性卒中救治流程的优化研究", "二等奖", "市第一医院"),
    }
