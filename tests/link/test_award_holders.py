import pytest

import unionie

Given = list[tuple[str, str, str | None]]


def given(text: str) -> Given:
    return [(award.recipient, award.award, award.rank) for award in unionie.extract(text).awards]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“最美教师”林晓、“最美医生”周平、“最美护士”何静上台。",
            [("林晓", "最美教师", None), ("周平", "最美医生", None), ("何静", "最美护士", None)],
        ),
        (
            "省五一劳动奖章获得者林晓、省劳动模范周平先后发言。",
            [("林晓", "省五一劳动奖章", None), ("周平", "省劳动模范", None)],
        ),
        (
            "“见义勇为好人”外卖骑手李建国、“敬业奉献好人”乡村邮递员王小军上台。",
            [("李建国", "见义勇为好人", None), ("王小军", "敬业奉献好人", None)],
        ),
        ("省劳动模范林晓、周平先后发言。", [("林晓", "省劳动模范", None), ("周平", "省劳动模范", None)]),
    ],
)
def test_an_honour_before_a_name_is_of_that_name(text: str, expected: Given) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "推进云州与清江同城化发展，高质量建设湾区绿色一体化发展示范区。",
        "支持蓝天公司与白云公司重组，培育优秀企业。",
        "停止使用称号一年的省级文明单位：汉昌港务集团有限公司。",
        "不再保留称号的省级文明单位：市规划局。",
        "被取消资格的省级文明单位：汉昌港务集团有限公司、市二医院。",
        "2021年复查结果\n一、停止使用称号一年的省级文明单位\n汉昌港务集团有限公司\n二、不再保留称号的省级文明单位（2个）\n市规划局",
        "林晓与省五一劳动奖章擦肩而过。",
        "青山村获省级以上文明称号。",
        "我区获国家级荣誉称号。",
    ],
)
def test_what_is_sought_lost_or_only_called_a_level_is_nobodys(text: str) -> None:
    assert given(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "市总工会2019年小结\n市总工会获全省考核一等奖。明年的目标：再添1个全国模范职工之家。",
            [("市总工会", "全省考核", "一等奖")],
        ),
        (
            "授予12人“院长奖”，其中林晓、周平获“院长特别奖”。",
            [("林晓", "院长特别奖", None), ("周平", "院长特别奖", None)],
        ),
        ("林晓荣获“全省最美职工”提名奖。", [("林晓", "全省最美职工", "提名奖")]),
    ],
)
def test_what_a_sentence_gives_and_no_more(text: str, expected: Given) -> None:
    assert given(text) == expected
