"""Several placings on a line of results: numbers that place, what is competed in, grades in brackets."""

from __future__ import annotations

import pytest

import unionie

RESULTS = {
    "numbers behind an event": (
        (
            "云岭街坊体育会第十五届会庆杯赛果\n男子三人篮球\n冠军：工联队　亚军：青洲青年会\n乒乓球\n"
            "男单：①沈志强　②鲍家豪　③柴伟伦、石启贤（并列）\n女单：①沈倩雯（工联）②鲍玉莲（街总）"
        ),
        [
            ("工联队", "云岭街坊体育会第十五届会庆杯赛男子三人篮球", "冠军"),
            ("青洲青年会", "云岭街坊体育会第十五届会庆杯赛男子三人篮球", "亚军"),
            ("沈志强", "云岭街坊体育会第十五届会庆杯赛男单", "第一名"),
            ("鲍家豪", "云岭街坊体育会第十五届会庆杯赛男单", "第二名"),
            ("柴伟伦", "云岭街坊体育会第十五届会庆杯赛男单", "第三名"),
            ("石启贤", "云岭街坊体育会第十五届会庆杯赛男单", "第三名"),
            ("沈倩雯", "云岭街坊体育会第十五届会庆杯赛女单", "第一名"),
            ("鲍玉莲", "云岭街坊体育会第十五届会庆杯赛女单", "第二名"),
        ],
    ),
    "sums of money between the grades": (
        (
            "扶北县人民政府关于表彰奖励2010年度先进单位的通报\n2010年，全县生产总值完成41.3亿元。县政府决定予以通报表彰：\n"
            "目标管理考核一等奖：绛帐营镇、午井乡，各奖5万元；二等奖：杏林乡，奖3万元；三等奖2个，召首乡、南阳镇，各奖1万元。\n"
            "财政收入突出贡献奖：县国税局（一等奖）、县财政局（二等奖）。\n纳税十强企业依次为：新兴水泥厂、汀溪旅游公司。"
        ),
        [
            ("绛帐营镇", "目标管理考核", "一等奖"),
            ("午井乡", "目标管理考核", "一等奖"),
            ("杏林乡", "目标管理考核", "二等奖"),
            ("召首乡", "目标管理考核", "三等奖"),
            ("南阳镇", "目标管理考核", "三等奖"),
            ("县国税局", "财政收入突出贡献奖", "一等奖"),
            ("县财政局", "财政收入突出贡献奖", "二等奖"),
            ("新兴水泥厂", "纳税十强企业", None),
            ("汀溪旅游公司", "纳税十强企业", None),
        ],
    ),
    "records of a school": (
        (
            "聖彼得書院（九龍灣）\n2021-2022學年　學生校外得獎紀錄（節錄）\n第七十四屆香港學校朗誦節\n"
            "粵語獨誦（中三女子組）　冠軍　3B 沈詠詩\n英語獨誦　優良獎　2A 鮑卓琳、2C 石浩然\n"
            "香港數學競賽2022\n初級組個人賽　銀獎　2A 柴子謙"
        ),
        [
            ("沈詠詩", "第七十四屆香港學校朗誦節粵語獨誦（中三女子組）", "冠軍"),
            ("鮑卓琳", "第七十四屆香港學校朗誦節", "優良獎"),
            ("石浩然", "第七十四屆香港學校朗誦節", "優良獎"),
            ("柴子謙", "香港數學競賽2022", "銀獎"),
        ],
    ),
    "groups that go on in a line": (
        (
            "云岭公司2012年度表彰决定\n公司技能大赛优胜者\n"
            "装配钳工组第一名沈洋（总装二车间），第二名鲍春生（铸钢分厂）；电焊工组第一名柴英杰（热处理车间）"
        ),
        [
            ("沈洋", "公司技能大赛装配钳工组", "第一名"),
            ("鲍春生", "公司技能大赛装配钳工组", "第二名"),
            ("柴英杰", "公司技能大赛电焊工组", "第一名"),
        ],
    ),
}


@pytest.mark.parametrize("results", RESULTS)
def test_results_are_read_in_full(results: str) -> None:
    text, expected = RESULTS[results]
    found = [(award.recipient, award.award, award.rank) for award in unionie.extract(text).awards]
    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "云岭县目标管理考核通报\n2010年，县政府决定予以表彰。\n一等奖的评定标准：指标完成，群众满意；二等奖另行规定。",
        "云岭中学运动会筹备通知\n男子400米　1.检录在操场东侧进行 2.起跑器自备",
        "考核办法\n年度考核一等奖：由考核办提名，报县委审定；二等奖：由各乡镇推荐。",
    ],
)
def test_what_only_speaks_of_placings_gives_none(text: str) -> None:
    assert unionie.extract(text).awards == ()


def test_level_before_a_placing_and_a_house_before_what_it_judges() -> None:
    text = "在2022年全国高中数学联赛中，沈思源获省一等奖。"
    assert [(award.award, award.rank) for award in unionie.extract(text).awards] == [("全国高中数学联赛", "一等奖")]
    text = "沈艺芳是全省铸造工技能大赛第三名，她写的《冒口小改动》获得集团合理化建议二等奖。"
    assert [award.award for award in unionie.extract(text).awards] == ["全省铸造工技能大赛", "集团合理化建议"]
