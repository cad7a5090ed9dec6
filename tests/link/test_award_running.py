"""Honours in running text: contests by whoever holds them, results praised, works and teams by marked names."""

from __future__ import annotations

import pytest

import unionie
from unionie.frames import Mention
from unionie.link.honours.mentions import without_subjects

_HEAD = "竹溪县总工会2022年工作总结\n一年来，各项工作取得新进展。\n"


def given(text: str) -> list[tuple[str, str, str | None]]:
    found = unionie.extract(f"{_HEAD}{text}", published="2023-01-10").awards
    return [(award.recipient, award.award, award.rank) for award in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "在全省叉车司机技能大赛中，装卸二班获得第四名的好成绩。",
            [("装卸二班", "全省叉车司机技能大赛", "第四名")],
            id="good-result",
        ),
        pytest.param(
            "在省护理学会举办的插管比武中，重症医学科“清流圈”获二等奖。",
            [("重症医学科“清流圈”", "插管比武", "二等奖")],
            id="short-contest-of-a-holder",
        ),
        pytest.param(
            "县文化馆合唱队参加市级展演，获得铜奖。", [("县文化馆合唱队", "市级展演", "铜奖")], id="contest-of-a-level"
        ),
        pytest.param(
            "“高边坡锚固台车”取得国家专利并获湖北省技术发明二等奖。",
            [("高边坡锚固台车", "湖北省技术发明奖", "二等奖")],
            id="work-that-a-place-opens",
        ),
        pytest.param(
            "“石榴嫂”巡逻队今年再获全国学雷锋示范点。",
            [("“石榴嫂”巡逻队", "全国学雷锋示范点", None)],
            id="marked-team-this-year",
        ),
        pytest.param(
            "“雾里青”牌绿茶去年在全国名优茶质量鉴评中荣获金奖。",
            [("“雾里青”牌绿茶", "全国名优茶质量鉴评", "金奖")],
            id="brand-last-year",
        ),
        pytest.param(
            "邓启文2003年获陈嘉言基金科学与技术成就奖。",
            [("邓启文", "陈嘉言基金科学与技术成就奖", None)],
            id="and-in-a-name",
        ),
        pytest.param("县妇联机关获评市级文明单位。", [("县妇联机关", "市级文明单位", None)], id="whole-body"),
        pytest.param(
            "职工食堂获市食品卫生示范食堂。", [("职工食堂", "市食品卫生示范食堂", None)], id="praise-inside-a-name"
        ),
        pytest.param(
            "柳琴获全市导游讲解大赛第一名。县旅游局苏敏的论文《山路》荣获省旅游科研成果二等奖。",
            [("柳琴", "全市导游讲解大赛", "第一名"), ("《山路》", "省旅游科研成果", "二等奖")],
            id="another-level-in-another-sentence",
        ),
        pytest.param(
            "《山茶轻简栽培技术》等4项成果获市科技进步一等奖。",
            [("《山茶轻简栽培技术》", "市科技进步奖", "一等奖")],
            id="first-of-several-works",
        ),
        pytest.param(
            "童雪团队完成的“低温储粮研究”等5项获市科技进步二等奖。",
            [("低温储粮研究", "市科技进步奖", "二等奖")],
            id="first-of-several-marked-works",
        ),
        pytest.param(
            "近日，省教育馆公布了全省学生创客实践活动获奖名单。苏敏的《未来书桌》荣获一等奖。",
            [("《未来书桌》", "全省学生创客实践活动", "一等奖")],
            id="activity-that-gives-prizes",
        ),
        pytest.param(
            "社区秧歌班参加全县社区文艺观摩赛荣获第三名。",
            [("社区秧歌班", "全县社区文艺观摩赛", "第三名")],
            id="takes-part-and-wins",
        ),
        pytest.param(
            "历史教研组也在去年被评为市先进教研组。", [("历史教研组", "市先进教研组", None)], id="in-last-year"
        ),
        pytest.param(
            "柳琴从老站长手中接过全国先进工作者证书。",
            [("柳琴", "全国先进工作者", None)],
            id="takes-the-certificate",
        ),
        pytest.param(
            "制壶师梁波，陶艺公司第四代传人，2020年被省工艺美术协会授予湖北省陶艺大师称号。",
            [("梁波", "湖北省陶艺大师", None)],
            id="who-somebody-is",
        ),
        pytest.param(
            "童雪去年在市里的急救技能竞赛中得了团体二等奖。",
            [("童雪", "市里的急救技能竞赛团体", "二等奖")],
            id="got-in-a-team",
        ),
        pytest.param(
            "她研制的“软体浮排”两获省级科技进步奖，2016年还拿下了日内瓦国际发明展金奖。",
            [("软体浮排", "省级科技进步奖", None), ("软体浮排", "日内瓦国际发明展", "金奖")],
            id="twice",
        ),
        pytest.param(
            "她的徒弟、现任棉纺三厂细纱车间主任的苏敏，五年前也获得了省五一劳动奖章。",
            [("苏敏", "省五一劳动奖章", None)],
            id="years-ago",
        ),
        pytest.param("外联部获校先进学生部门。", [("外联部", "校先进学生部门", None)], id="honour-of-a-school"),
        pytest.param(
            "童雪团队的“稻田除草研究”等8项获自然科学二等奖。",
            [("稻田除草研究", "自然科学奖", "二等奖")],
            id="bare-prize-of-science",
        ),
        pytest.param(
            "本会于本年度荣获全国优秀社团奖。",
            [("竹溪县总工会", "全国优秀社团奖", None)],
            id="own-body-this-year",
        ),
    ],
)
def test_who_gets_what(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "县长钱进和书记梁波代表县委，向获得“市五一劳动奖章”和荣誉称号的先进人物表示热烈祝贺。",
        "撤销原竹溪化工有限责任公司董事长钱某某2011年获得的“十堰市五一劳动奖章”。",
        "年内，全局荣立集体三等功2个、个人二等功1人。",
        "谢彩云的木雕，前年拿下了省工艺美术精品“争艳杯”金奖。",
        "柳琴获得日间金桥奖儿童节目杰出表演奖的提名。",
    ],
)
def test_nobody_gets_anything(text: str) -> None:
    assert given(text) == []


@pytest.mark.parametrize(("behind", "kept"), [("项目获市级奖", 0), ("等3项获市级奖", 0), ("获得者柳琴", 1)])
def test_what_wins_is_no_honour_itself(behind: str, kept: int) -> None:
    mention = Mention(1, 5, "AWARD", "learned", {})
    assert len(without_subjects(f"“溪边书屋”{behind}。", [mention])) == kept


def test_another_gift_begins_behind_the_first() -> None:
    text = "县政府关于给梁海波颁发“县长质量奖” 授予唐小杰“优秀经理”称号的决定"
    assert given(text) == [("梁海波", "县长质量奖", None), ("唐小杰", "优秀经理", None)]


def test_he_is_not_whoever_closes_a_quotation() -> None:
    text = "庭长朝鲁扎根牧区二十年。\n“他来了，牛羊就有了说法。”牧民其木格说。\n2012年，他被授予全省优秀法官称号。"
    assert given(text) == [("朝鲁", "全省优秀法官", None)]


def test_another_turn_is_of_whoever_it_names() -> None:
    text = "导游柳琴被评为全县青年岗位能手；“80后”巧娘苏敏的木雕，前年拿下了省工艺美术精品“争艳杯”金奖。"
    assert given(text) == [("柳琴", "全县青年岗位能手", None)]


def test_whoever_wrote_it_is_not_he() -> None:
    text = "山里的灯\n文／尤佳\n　　山道弯弯，一走三十年。\n　　2009年，村民推荐，他当选全国优秀乡村医生。"
    assert unionie.extract(text, published="2023-01-10").awards == ()


def test_the_year_behind_a_day_of_a_calendar() -> None:
    text = "校史上的五月\n12日 1998年，附属医院护理组获全国三八红旗集体。\n20日 2003年，校友会获省先进社团。"
    found = unionie.extract(text, published="2021-05-06").awards
    assert [award.year for award in found] == [1998, 2003]


def test_the_unit_of_whoever_was_named_before() -> None:
    text = "程健是竹溪县公安局特警大队一中队中队长。\n汛期，程健带队抢险，所在中队荣立集体三等功。"
    assert given(text) == [("竹溪县公安局特警大队一中队", "集体三等功", None)]


def test_a_pair_told_of_before() -> None:
    text = "丈夫程健在特警队，妻子温玉在户籍窗口，两人聚少离多。\n去年，夫妻俩双双获得“竹溪好人”称号。"
    assert given(text) == [("程健", "竹溪好人", None), ("温玉", "竹溪好人", None)]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("在市卫健委举办的急救技能比武中，李梅获第一名。", "city"),
        ("李梅获省“山花”舞蹈比赛一等奖、优秀组织奖。", "province"),
        ("县工会参加全市财会业务大比武，李梅、柳琴获第一、第二名，均被授予“业务能手”称号。", "city"),
        ("公司本部荣获中国中铁先进基层党组织。", "enterprise"),
        ("在全市科技奖励大会上，德国专家汉斯获国际科技合作奖。", "city"),
        ("许长贵同获农业部爱国丰产奖章。", "national"),
        ("何小杰勇夺全运会男子马拉松冠军。", "national"),
        ("第九届省运动会落幕。\n女子部，李梅夺得女子跳高冠军。", "province"),
    ],
)
def test_levels(text: str, level: str) -> None:
    found = unionie.extract(f"{_HEAD}{text}", published="2023-01-10").awards
    assert found
    assert {award.level for award in found} == {level}


@pytest.mark.parametrize(
    ("head", "level"),
    [("福建省榕南市总工会工作总结", "county"), ("广西浔南市总工会工作总结", "province")],
)
def test_whose_the_district_is(head: str, level: str) -> None:
    (award,) = unionie.extract(f"{head}\n柳琴被评为区优秀妇女工作者。", published="2023-01-10").awards
    assert award.level == level
