"""The level of honours whose own names do not tell it, and the years above them."""

import pytest

import unionie


@pytest.mark.parametrize(
    ("text", "award", "level"),
    [
        ("云溪州总工会简报\n\n　　驾驶员马忠诚获云溪州劳动模范称号。\n", "云溪州劳动模范", "city"),
        ("青林盟总工会简报\n\n　　张小北获青林盟五一劳动奖章。\n", "青林盟五一劳动奖章", "city"),
        ("喜讯\n\n　　李晓彤获全国大学生规划大赛安徽赛区一等奖。\n", "全国大学生规划大赛安徽赛区", "province"),
        ("喜讯\n\n　　博士生高翊获岚江理工大学优秀论文奖。\n", "岚江理工大学优秀论文奖", "enterprise"),
        (
            "市医院颁奖大会\n\n　　随后揭晓的是市级奖项。赵可获评“最美基层医生”，李芳获“医师新星奖”。\n",
            "医师新星奖",
            "city",
        ),
        ("喜讯\n\n　　陶然在青州大运会上获得一枚铜牌。\n", "青州大运会", None),
        (
            "体育简讯\n\n　　在福建省第十六届运动会上，我队获金牌4枚。\n\n　　主教练蒋心怡获“最佳教练员”称号。\n",
            "最佳教练员",
            "province",
        ),
    ],
)
def test_levels(text: str, award: str, level: str | None) -> None:
    levels = {each.award: each.level for each in unionie.extract(text, published="2020-05-01").awards}
    assert levels[award] == level


def test_years_that_fall_head_a_wall_of_honour() -> None:
    text = """云溪轴承股份有限公司荣誉墙

　　公司始建于1968年，2002年改制。

2020
● 公司荣获“全国和谐劳动关系企业”称号
2018
● 获云溪省省长质量奖提名奖
2016
● 质检中心鹿晓静获“云溪市技术能手”称号
"""
    awards = unionie.extract(text, published="2020-12-31").awards
    assert [each.year for each in awards] == [2020, 2018, 2016]


def test_a_year_that_opens_the_name_is_that_of_the_honour() -> None:
    text = "會務報告\n\n　　表揚會上，黃秀鳳當選「102年全國模範勞工」。全年受理申訴1,183件，調解96場。\n"
    assert [award.year for award in unionie.extract(text, published="2013-05-18").awards] == [2013]
