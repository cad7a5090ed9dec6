import pytest

import unionie

Given = list[tuple[str, str, str | None]]
PRIZE = "第三十届省新闻奖揭晓。"


def given(text: str) -> Given:
    return [(award.recipient, award.award, award.rank) for award in unionie.extract(text).awards]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "3个班组获州工人先锋号，分别是县医院产科、烟草站烘烤班、县一中高三年级组。",
            [
                ("县医院产科", "州工人先锋号", None),
                ("烟草站烘烤班", "州工人先锋号", None),
                ("县一中高三年级组", "州工人先锋号", None),
            ],
        ),
        (
            "全市2人获省五一劳动奖章，他们是市一中教师林晓和市公安局民警何静。",
            [("林晓", "省五一劳动奖章", None), ("何静", "省五一劳动奖章", None)],
        ),
        ("1人荣获全国五一巾帼标兵，她是营业员林晓。", [("林晓", "全国五一巾帼标兵", None)]),
        ("林晓获全国五一巾帼标兵，她是县医院护士。", [("林晓", "全国五一巾帼标兵", None)]),
        (
            "继续保留“全国文明单位”荣誉称号的（2个）：汉昌海关、汉昌市税务局。",
            [("汉昌海关", "全国文明单位", None), ("汉昌市税务局", "全国文明单位", None)],
        ),
        (
            PRIZE + "获二等奖的作品有：消息《远山》、评论《近水》。",
            [("《远山》", "第三十届省新闻奖", "二等奖"), ("《近水》", "第三十届省新闻奖", "二等奖")],
        ),
        (
            "对荣获先进集体的市公安局、市水利局进行了表彰。",
            [("市公安局", "先进集体", None), ("市水利局", "先进集体", None)],
        ),
        ("荣获“省文明单位”的市公安局介绍了经验。", [("市公安局", "省文明单位", None)]),
    ],
)
def test_who_is_named_behind_a_count_or_a_description(text: str, expected: Given) -> None:
    assert given(text) == expected


def test_each_giver_of_a_list_gives_its_own() -> None:
    text = "市公安局获公安部“先进集体”、省公安厅“优秀单位”、市委“文明机关”称号。"
    found = [(award.award, award.grantor, award.level) for award in unionie.extract(text).awards]
    assert found == [
        ("先进集体", "公安部", "national"),
        ("优秀单位", "省公安厅", "province"),
        ("文明机关", "市委", "city"),
    ]
