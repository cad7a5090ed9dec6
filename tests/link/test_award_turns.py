import pytest

import unionie


def given(text: str) -> list[tuple[str, str, str | None]]:
    found = unionie.extract(text, published="2024-05-01").awards
    return [(award.recipient, award.award, award.rank) for award in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全省焊工技能大赛在云州落幕。云州锅炉厂焊工李建国夺得第一名，按规定由省总工会授予“省五一劳动奖章”。",
            [("李建国", "全省焊工技能大赛", "第一名"), ("李建国", "省五一劳动奖章", None)],
        ),
        (
            "县供电公司王小军、县医院张丽华分别获得全县职工技能大赛电工、护理第一名，县总工会授予以上2人“临溪县技术标兵”称号。",
            [("王小军", "临溪县技术标兵", None), ("张丽华", "临溪县技术标兵", None)],
        ),
        (
            "蓝鹰救援队队长李建国去年带队救援214次。省红十字会为此授予该队“红十字突出贡献奖”。",
            [("蓝鹰救援队", "红十字突出贡献奖", None)],
        ),
        (
            "“杰出导师奖”得主则有两位，分别是护士王小军和司机张丽华。",
            [("王小军", "杰出导师奖", None), ("张丽华", "杰出导师奖", None)],
        ),
        ("东岭村喜获“中国传统村落”金字招牌。", [("东岭村", "中国传统村落", None)]),
        ("县检察院未检科成为全州唯一的“全国巾帼文明岗”获得者。", [("县检察院未检科", "全国巾帼文明岗", None)]),
        (
            "首届“清源工匠”也在会上揭晓。云州锅炉厂焊工李建国、临溪纺织厂挡车工张丽华等10人当选。",
            [("李建国", "清源工匠", None), ("张丽华", "清源工匠", None)],
        ),
        (
            "2023年清源文学奖日前揭晓，长篇小说《渡口人家》、诗集《盐与灯》获奖。",
            [("《渡口人家》", "清源文学奖", None), ("《盐与灯》", "清源文学奖", None)],
        ),
    ],
)
def test_words_that_stand_for_those_who_were_named(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [each for each in given(text) if each in expected] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("轮驳公司“东山拖9”轮获评全国青年安全生产示范岗。", [("轮驳公司“东山拖9”轮", "全国青年安全生产示范岗", None)]),
        (
            "云州大学牵头完成的“冻土路基稳定技术”项目荣获国家科技进步奖二等奖。",
            [("冻土路基稳定技术", "国家科技进步奖", "二等奖")],
        ),
        (
            "东河庄供销社与临溪农业公司合作托管土地1.7万亩，被省供销社评为“全省百强基层社”。",
            [("东河庄供销社", "全省百强基层社", None)],
        ),
        (
            "法官邢雅琴当选“全国优秀法官”并荣立个人一等功。",
            [("邢雅琴", "全国优秀法官", None), ("邢雅琴", "个人一等功", None)],
        ),
        (
            "华岳集团召开表彰大会，授予铸造分公司“集团先进单位”称号。",
            [("铸造分公司", "集团先进单位", None)],
        ),
        (
            "【本报讯】学界游泳锦标赛昨日结束，港湾书院的叶小轩在男子组决赛夺得冠军。",
            [("叶小轩", "学界游泳锦标赛", "冠军")],
        ),
    ],
)
def test_names_end_where_they_should(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "王小军获颁“云州杰出中学生奖”及教育局“卓越学生嘉许状”。",
            [("王小军", "云州杰出中学生奖", None), ("王小军", "卓越学生嘉许状", None)],
        ),
        (
            "全县职工运动会上，县教体局代表队获拔河冠军，卫健系统代表队、青石镇代表队列第二、三名。",
            [("卫健系统代表队", "全县职工运动会", "第二名"), ("青石镇代表队", "全县职工运动会", "第三名")],
        ),
        (
            "《河湾里的灯》导演简介：葛天明，毕业于云州艺术学院。2018年获省青年文艺奖。",
            [("葛天明", "省青年文艺奖", None)],
        ),
        (
            "拖轮公司“东山拖9”轮、理货公司工会被省总工会命名为全省工人先锋号。",
            [("拖轮公司“东山拖9”轮", "全省工人先锋号", None), ("理货公司工会", "全省工人先锋号", None)],
        ),
        ("城南小学家长会获“善心团体奖”。", [("城南小学家长会", "善心团体奖", None)]),
        (
            "市总工会授予程立军、何秀兰市五一劳动奖章。",
            [("程立军", "市五一劳动奖章", None), ("何秀兰", "市五一劳动奖章", None)],
        ),
    ],
)
def test_honours_that_lists_and_labels_give(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [each for each in given(text) if each in expected] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "县医院护士姚小禾驰援外省31天，归来后被授予云州省三八红旗手称号。",
            [("姚小禾", "云州省三八红旗手", None)],
        ),
        (
            "东河镇返乡青年姚大禾办起养鸡场，被评为全市创业标兵。",
            [("姚大禾", "全市创业标兵", None)],
        ),
        (
            "姚大禾荣登“中国好人榜”，今年三月获得“全国绿化标兵”称号。",
            [("姚大禾", "中国好人榜", None), ("姚大禾", "全国绿化标兵", None)],
        ),
        ("姚大禾荣登中国好人榜。", [("姚大禾", "中国好人榜", None)]),
        (
            "诗人姚大禾的组诗《渡口》荣获第六届全国石油文学“白鹭奖”诗歌类一等奖。",
            [("《渡口》", "第六届全国石油文学白鹭奖诗歌类", "一等奖")],
        ),
        (
            "雲港客運企業工會9月間獲縣產業工會聯合會頒贈「組織發展獎」。",
            [("雲港客運企業工會", "組織發展獎", None)],
        ),
        ("姚大禾获云州市道德模范提名奖。", [("姚大禾", "云州市道德模范提名奖", None)]),
    ],
)
def test_who_a_clause_before_and_the_words_around_an_honour_name(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert given(text) == expected


def test_whom_a_line_gives_its_honour_by_what_they_receive() -> None:
    text = "下列同志荣获云州市优秀教师称号：\n姚小禾（柳湾镇中心小学）　　姚大禾（市第三中学）\n"
    assert given(text) == [("姚小禾", "云州市优秀教师", None), ("姚大禾", "云州市优秀教师", None)]


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("县粮食局驻村工作队获全省脱贫攻坚先进集体称号。", "县粮食局"),
        ("柳湾乡中心校语文教研组获县工人先锋号。", "柳湾乡中心校"),
        ("柳湾学区少先队大队获云州省红旗大队称号。", "柳湾学区"),
        ("云州远航造船有限公司总装三部分段车间获云州省工人先锋号。", "云州远航造船有限公司"),
    ],
)
def test_the_body_of_a_team_ends_before_its_own_name(text: str, affiliation: str) -> None:
    award = unionie.extract(text, published="2024-05-01").awards[0]
    assert award.affiliation == affiliation


def test_a_body_given_something_is_no_part_of_the_giver() -> None:
    text = "县公安局给青石派出所记集体三等功一次，给民警姚大禾记个人三等功一次。"
    award = unionie.extract(text, published="2024-05-01").awards[-1]
    assert (award.recipient, award.affiliation) == ("姚大禾", "县公安局")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "学校颁发“卓越教学奖”予数学系温洁仪及社会工作学系方德辉。",
            [("温洁仪", "卓越教学奖", None), ("方德辉", "卓越教学奖", None)],
        ),
        (
            "获评“先进单位”的企业包括云州锅炉厂、临溪纺织厂和恩慈医院。",
            [("云州锅炉厂", "先进单位", None), ("临溪纺织厂", "先进单位", None), ("恩慈医院", "先进单位", None)],
        ),
        ("李建国获省长嘉奖令。", [("李建国", "省长嘉奖令", None)]),
        ("会上，李建国获民政事务局局长嘉许状。", [("李建国", "民政事务局局长嘉许状", None)]),
        ("学校授予王小军“优秀教师”称号予以表彰。", [("王小军", "优秀教师", None)]),
    ],
)
def test_given_to_those_behind(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert given(text) == expected


def test_that_prizes_were_handed_over_names_no_honour() -> None:
    assert given("临溪县总工会表彰大会\n临溪县总工会举行表彰大会，市长李建国颁奖给68名劳模。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "学校把“校长奖”颁给了学生林晓，“最美教师”奖颁给了图书管理员周平。",
            [("林晓", "校长奖", None), ("周平", "最美教师", None)],
        ),
        ("“校长奖”授予林晓。", [("林晓", "校长奖", None)]),
        (
            "我区首设“区长质量奖”，首届奖授予天工精密、云栖茶业2家企业。",
            [("天工精密", "区长质量奖", None), ("云栖茶业", "区长质量奖", None)],
        ),
        ("终身成就奖由演员林晓夺得。", [("林晓", "终身成就奖", None)]),
        (
            "汉昌市第一人民医院2021年总结\n医院通过三甲评审，荣获“全国文明单位”称号。",
            [("汉昌市第一人民医院", "全国文明单位", None)],
        ),
    ],
)
def test_who_is_handed_what_its_own_clause_gives(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《长街》获最佳电影、最佳摄影两项大奖。", [("《长街》", "最佳电影", None), ("《长街》", "最佳摄影", None)]),
        ("林晓获国家科技进步二等奖。", [("林晓", "国家科技进步奖", "二等奖")]),
        (
            "《一碗面》荣获第三十一届中国新闻奖二等奖，实现了本报在中国新闻奖上零的突破。",
            [("《一碗面》", "第三十一届中国新闻奖", "二等奖")],
        ),
    ],
)
def test_names_without_counts_and_with_their_prize(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert given(text) == expected
