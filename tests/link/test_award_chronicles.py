import pytest

import unionie


def given(text: str) -> list[tuple[str, str, int | None]]:
    found = unionie.extract(text, published="2024-05-01").awards
    return [(award.recipient, award.award, award.year) for award in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "车工李建国是云州锅炉厂的老师傅。他的柜子里锁着一摞证书：2009年的临溪县劳动模范，2015年的全省五一劳动奖章。",
            [("李建国", "临溪县劳动模范", 2009), ("李建国", "全省五一劳动奖章", 2015)],
        ),
        (
            "云州锅炉厂焊工班有12名女工。\n这个班的光荣榜，王小军如数家珍：2011年，云州市巾帼文明岗；2018年，云州市工人先锋号。",
            [("云州锅炉厂焊工班", "云州市巾帼文明岗", 2011), ("云州锅炉厂焊工班", "云州市工人先锋号", 2018)],
        ),
    ],
)
def test_an_honour_beside_its_year_alone_goes_to_whom_the_paragraph_is_about(
    text: str, expected: list[tuple[str, str, int | None]]
) -> None:
    assert given(text) == expected


def test_who_only_recites_honours_receives_none() -> None:
    told = "三十年里得过多少荣誉？厂工会主席王小军扳着指头数：2011年是云州市工人先锋号。"
    assert all(name != "王小军" for name, _, _ in given(told))


def test_he_is_whom_the_headline_names_where_the_paragraph_names_nobody() -> None:
    text = (
        "一把焊枪三十年\n——记云州锅炉厂焊工李建国\n本报记者　张丽华\n\n"
        "　　李建国带出徒弟13名，其中周小满去年夺得全县焊工技能大赛冠军。\n"
        "　　奖状他不常拿出来。2016年，他被评为全省技术能手。"
    )
    assert ("李建国", "全省技术能手", 2016) in given(text)


def test_that_unit_may_be_named_in_the_paragraph_before() -> None:
    text = "王小军是临溪县医院心内科的护士。\n荣誉随之而来。2020年，该科被授予“云州市工人先锋号”。"
    assert given(text) == [("临溪县医院心内科", "云州市工人先锋号", 2020)]


def test_a_count_word_is_no_part_of_a_contest() -> None:
    text = "2019年，李建国参加全省钳工技能大赛，捧回个第二名。"
    assert [(a.recipient, a.award, a.rank) for a in unionie.extract(text).awards] == [
        ("李建国", "全省钳工技能大赛", "第二名")
    ]
