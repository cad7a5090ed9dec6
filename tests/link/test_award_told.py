"""Honours told in running text: recipients far away, meant by a word, or between other names."""

from __future__ import annotations

import pytest

import unionie


def given(text: str) -> list[tuple[str, str, str | None]]:
    found = unionie.extract(text, published="2022-05-01").awards
    return [(award.recipient, award.award, award.rank) for award in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "柏渡医院2021年工作总结\n医院先后荣获“柏渡市文明单位标兵”等荣誉称号。",
            [("柏渡医院", "柏渡市文明单位标兵", None)],
            id="collective-model",
        ),
        pytest.param(
            "青柳街小学：秋天里的喜讯\n　　开学典礼上掌声不断。该校被区政府评为“教育工作先进集体”。",
            [("青柳街小学", "教育工作先进集体", None)],
            id="that-school",
        ),
        pytest.param(
            "截至10月底，乐水社区登记志愿者412人。此前，该社区已获得嘉阳市“绿色社区”称号。",
            [("乐水社区", "嘉阳市绿色社区", None)],
            id="that-community",
        ),
        pytest.param(
            "一条河与一群人\n——江源航道局铁牛滩航道站纪事\n　　这支队伍常年住在趸船上。老人退休后仍义务巡河。"
            "接力棒交到年轻人手里。在大家努力下，该站于2018年成功摘取“全国工人先锋号”。",
            [("江源航道局铁牛滩航道站", "全国工人先锋号", None)],
            id="that-body-of-the-headline",
        ),
        pytest.param(
            "乐水社区榜上有名，被授予“四川省和谐示范社区”。",
            [("乐水社区", "四川省和谐示范社区", None)],
            id="place-on-the-list",
        ),
        pytest.param(
            "柏渡县也因茶闻名，荣获“全国重点产茶县”称号。", [("柏渡县", "全国重点产茶县", None)], id="place-too"
        ),
        pytest.param(
            "何巧云、田金花家庭分别摘得“全国五好家庭”和“全国最美家庭”桂冠。",
            [("何巧云", "全国五好家庭", None), ("田金花家庭", "全国最美家庭", None)],
            id="two-households",
        ),
        pytest.param(
            "村党支部被县委评为先进基层党组织，今年“七一”前夕更是获得了“全省先进基层党组织”的殊荣。",
            [("村党支部", "先进基层党组织", None), ("村党支部", "全省先进基层党组织", None)],
            id="eve-of-a-feast",
        ),
        pytest.param(
            "省公共交通协会授予集团公司“企业文化示范单位”。",
            [("集团公司", "企业文化示范单位", None)],
            id="given-to-a-house",
        ),
        pytest.param(
            "柏渡公交公司2021年工作总结\n2021年，县政府授予公司“纳税大户”称号。",
            [("柏渡公交公司", "纳税大户", None)],
            id="given-to-the-own-house",
        ),
        pytest.param(
            "计量室《降低集中器离线率》QC成果获得全国优秀质量管理小组成果二等奖。",
            [("《降低集中器离线率》", "全国优秀质量管理小组成果", "二等奖")],
            id="kind-of-work",
        ),
        pytest.param(
            "她主持的“LNG船殷瓦钢焊接工艺”获得黑龙江省科技进步三等奖。",
            [("LNG船殷瓦钢焊接工艺", "黑龙江省科技进步奖", "三等奖")],
            id="name-inside-a-work",
        ),
        pytest.param("明年，全区将力争创成1个国家级青年文明号。", [], id="striven-for-in-a-row"),
        pytest.param(
            "柏渡机务段先后被评为湖南省文明单位、铁道部“文明机务段”，并于2006年获得全国五一劳动奖状。",
            [
                ("柏渡机务段", "湖南省文明单位", None),
                ("柏渡机务段", "全国五一劳动奖状", None),
            ],
            id="giver-in-a-list",
        ),
        pytest.param(
            "柏渡航道站先后荣获湖南省“工人先锋号”、长江水系“文明航道站”等荣誉。",
            [("柏渡航道站", "湖南省工人先锋号", None), ("柏渡航道站", "长江水系文明航道站", None)],
            id="system-in-a-list",
        ),
        pytest.param(
            "县救护大队荣获全国救援技术竞赛冠军。在全市文艺调演中，小品《井口的灯》夺魁。",
            [("县救护大队", "全国救援技术竞赛", "冠军"), ("《井口的灯》", "全市文艺调演", "第一名")],
            id="shows-are-contests",
        ),
        pytest.param(
            "在柏渡市第八届运动会上，龙舟队获得男子200米第三名，李强荣获男单冠军，女单选手甄敏惜败，获亚军。",
            [
                ("龙舟队", "柏渡市第八届运动会男子200米", "第三名"),
                ("李强", "柏渡市第八届运动会男单", "冠军"),
                ("甄敏", "柏渡市第八届运动会女单", "亚军"),
            ],
            id="event-of-singles",
        ),
        pytest.param(
            "谢雨、龙腾两位同学在市中学生田径运动会上各获金牌一枚。",
            [("谢雨", "市中学生田径运动会", "金牌"), ("龙腾", "市中学生田径运动会", "金牌")],
            id="one-medal",
        ),
        pytest.param("县代表团在省运会上获金牌一枚、银牌两枚。", [], id="medals-counted"),
        pytest.param(
            "教师李敏在全省语文教学竞赛中夺得特等奖第一名。",
            [("李敏", "全省语文教学竞赛", "特等奖第一名")],
            id="place-within-a-prize",
        ),
    ],
)
def test_who_receives_what(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert given(text) == expected


def test_a_seat_in_an_assembly_is_no_employer() -> None:
    text = "柏渡供电公司2021年工作总结\n配电工闫丽娟当选柏渡市人大代表，并获市“五一劳动奖章”。"
    assert [award.affiliation for award in unionie.extract(text).awards] == ["柏渡供电公司"]


def test_a_household_works_for_no_federation() -> None:
    text = "柏渡县妇联2021年工作总结\n何巧云、田金花家庭分别摘得“全国五好家庭”和“全国最美家庭”桂冠。"
    assert [award.affiliation for award in unionie.extract(text).awards] == [None, None]


def test_rescue_in_mines_is_of_no_mine() -> None:
    text = "柏渡救护大队荣获第十一届国际矿山救援技术竞赛冠军。"
    assert [award.level for award in unionie.extract(text).awards] == [None]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        (
            "柏渡区法院：2012年荣誉盘点\n在全市法院第三届“调解能手”竞赛中，应丽君荣获第一名，柏渡区法院荣获优秀组织奖。",
            ["city", "city"],
        ),
        (
            "柏渡区法院：2012年荣誉盘点\n院办公室被评为全市法院信息工作先进集体，信息员葛青荣获先进个人。",
            ["city", "city"],
        ),
        (
            "西区分会通讯\n岭洲市总工会日前发文，对2016年度工会工作进行表彰，其中西区分会获“先进基层工会”。",
            ["city"],
        ),
        (
            "我局被退役军人事务部评为“全国先进单位”，这是继2022年我局荣获北京市“双拥工作先进单位”、2023年摘得首都文明单位之后的又一突破。",
            ["national", "province", "province"],
        ),
        ("徒弟田野在市“技能状元”大赛中夺魁，苗青则拿下国际焊接大赛气保焊项目优胜奖。", ["city", None]),
    ],
)
def test_level_told_before(text: str, levels: list[str | None]) -> None:
    head = "柏渡区退役军人局2024年工作总结\n" if text.startswith("我局") else ""
    assert [award.level for award in unionie.extract(head + text).awards] == levels


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "2016年柏渡市城建项目获奖情况通报\n今年，我市再上台阶。市民文化中心工程荣获中国建设工程鲁班奖。",
            [2016],
        ),
        ("在日前揭晓的2019年度国家科学技术奖励名单中，“深海钻机”项目荣获国家科技进步奖二等奖。", [2019]),
        ("柏渡物业公司通讯\n回望2015年，公司曾获市“模范职工小家”。早在2011年，公司就曾获全国百强企业。", [2015, 2011]),
    ],
)
def test_year_told_before(text: str, years: list[int]) -> None:
    assert [award.year for award in unionie.extract(text).awards] == years


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("由曹一凡、刘思源、饶欣组成的代表队勇夺全国职业院校技能大赛一等奖。", ["曹一凡", "刘思源", "饶欣"]),
        ("12路“雷锋线”被授予省级“工人先锋号”。", ["12路“雷锋线”"]),
        ("社区“四点半课堂”被团市委评为优秀青少年服务项目。", ["社区“四点半课堂”"]),
        ("龙头企业雪峰茶业有限公司获省文明单位。", ["雪峰茶业有限公司"]),
        ("海纳股份有限公司董事会工作报告\n2020年9月，公司被认定为“国家级示范企业”。", ["海纳股份有限公司"]),
    ],
)
def test_how_a_recipient_is_called(text: str, recipients: list[str]) -> None:
    assert [award.recipient for award in unionie.extract(text).awards] == recipients


@pytest.mark.parametrize(("organ", "house"), [("院党组", "柏渡县人民检察院"), ("校党委", "校党委")])
def test_party_committee_of_the_own_house(organ: str, house: str) -> None:
    text = f"柏渡县人民检察院2022年工作总结\n{organ}书记石邦智被省委授予“人民满意的公务员”称号。"
    assert [award.affiliation for award in unionie.extract(text).awards] == [house]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "石榴湾村变形记\n石榴湾村全村312户。\n这些年，村里的牌子越挂越多：2017年获评省级美丽宜居示范村。",
            [("石榴湾村", "省级美丽宜居示范村", None)],
        ),
        (
            "在国际农产品交易会上，由勐朗县茶叶协会选送的“澜沧红”工夫红茶斩获金奖。",
            [("澜沧红", "国际农产品交易会", "金奖")],
        ),
        (
            "胡小军获全国技术能手，他还是代表；白凤祥被授予“省技术能手”，其创新工作室被省总工会命名为“示范性创新工作室”。",
            [("胡小军", "全国技术能手", None), ("白凤祥", "省技术能手", None)],
        ),
        (
            "团区委被表彰为“云南省五四红旗团委”。县域外，在沪务工青年刀文斌见义勇为，被青浦区授予“见义勇为先进分子”。",
            [("团区委", "云南省五四红旗团委", None), ("刀文斌", "见义勇为先进分子", None)],
        ),
    ],
    ids=["plates-in-the-village", "brand-that-is-sent", "his-studio", "works-elsewhere"],
)
def test_whom_a_sentence_is_about(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert given(text) == expected
