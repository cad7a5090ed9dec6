import pytest

import unionie

Given = list[tuple[str, str, str]]
COURT = "汉昌县人民法院2022年荣誉\n"


def given(text: str) -> Given:
    return [(award.recipient, award.recipient_type, award.award) for award in unionie.extract(text).awards]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (COURT + "西山人民法庭：全省“枫桥式人民法庭”", [("西山人民法庭", "team", "全省枫桥式人民法庭")]),
        (
            COURT + "县法院：省级文明单位（复查保留）；全省法院宣传工作先进单位",
            [
                ("汉昌县人民法院", "organization", "省级文明单位"),
                ("汉昌县人民法院", "organization", "全省法院宣传工作先进单位"),
            ],
        ),
        (
            COURT + "林晓：“全省办案标兵”，荣立个人二等功",
            [("林晓", "person", "全省办案标兵"), ("林晓", "person", "个人二等功")],
        ),
        (COURT + "办公室　林晓：个人嘉奖", [("林晓", "person", "个人嘉奖")]),
        (
            "第三届电视剧节获奖名单\n最佳男演员：霍震川《风雪驿》\n评委会特别奖：纪录片《候鸟》\n最佳电视剧：《巷口》",
            [
                ("霍震川", "person", "最佳男演员"),
                ("《候鸟》", "work", "评委会特别奖"),
                ("《巷口》", "work", "最佳电视剧"),
            ],
        ),
        (
            "第三届电视剧节获奖名单\n观众最喜爱的演员：祁连、殷素素",
            [("祁连", "person", "观众最喜爱的演员"), ("殷素素", "person", "观众最喜爱的演员")],
        ),
        (
            "省工人先锋号（2个）\n苍岩东收费站“杜鹃花”班组\n江州供电公司运维一班",
            [("苍岩东收费站“杜鹃花”班组", "team", "省工人先锋号"), ("江州供电公司运维一班", "team", "省工人先锋号")],
        ),
    ],
)
def test_lines_with_a_colon(text: str, expected: Given) -> None:
    assert given(text) == expected


def test_a_line_above_says_at_which_level_merits_are() -> None:
    found = unionie.extract("汉昌县人民法院荣誉\n★市级\n刑事审判庭：集体三等功").awards
    assert [award.level for award in found] == ["city"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "在省品管圈大赛中，消毒供应中心“洁净圈”获一等奖，检验科“精检圈”获二等奖。",
            [("消毒供应中心“洁净圈”", "team", "省品管圈大赛"), ("检验科“精检圈”", "team", "省品管圈大赛")],
        ),
        (
            "继续保留“全国文明村镇”荣誉称号的：琴台区石港镇、云亭县双溪村。",
            [("琴台区石港镇", "organization", "全国文明村镇"), ("云亭县双溪村", "organization", "全国文明村镇")],
        ),
    ],
)
def test_circles_and_villages(text: str, expected: Given) -> None:
    assert given(text) == expected


def test_a_prize_that_the_headline_makes_known_is_what_the_lines_below_give() -> None:
    text = (
        "第三十届北疆新闻奖揭晓\n\n日前，评选结果公布，本报选送的作品共有3件获奖。\n\n获二等奖的作品有：消息《远山》。"
    )
    (award,) = unionie.extract(text).awards
    assert (award.recipient, award.award, award.rank) == ("《远山》", "第三十届北疆新闻奖", "二等奖")
