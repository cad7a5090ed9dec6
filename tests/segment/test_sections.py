from unionie.clean import clean_text
from unionie.segment.sections import Heading, find_sections

REPORT = """政府工作报告
——2024年1月9日在第三次会议上

　　一、2023年工作回顾
　　过去一年，全县生产总值198.6亿元，增长6.8%。
　　——产业筑基有新突破。粮食总产21.9万吨。
　　——城乡面貌有新变化。改造老旧小区18个。
　　（一）民生事业。发放贷款2.1亿元。
　　夯实阵地建设。2018年，建成书屋9个。
　　加强队伍建设。培训干部300人次。
　　增长6.8%。这是一个数字。
　　二、2024年工作安排
　　地区生产总值增长7%左右。
"""


def heading_at(headings: list[Heading], offset: int) -> Heading | None:
    """The innermost heading whose section holds the offset."""
    return next((each for each in reversed(headings) if each.start <= offset < each.until), None)


def test_headings_have_levels_and_ends():
    clean = clean_text(REPORT)
    headings = find_sections(clean)
    assert [(clean.text[heading.start : heading.end], heading.level) for heading in headings] == [
        ("一、2023年工作回顾", 1),
        ("——产业筑基有新突破", 4),
        ("——城乡面貌有新变化", 4),
        ("（一）民生事业", 2),
        ("夯实阵地建设", 5),
        ("加强队伍建设", 5),
        ("二、2024年工作安排", 1),
    ]


def test_the_innermost_heading_holds_an_offset():
    clean = clean_text(REPORT)
    headings = find_sections(clean)

    def section(words):
        heading = heading_at(headings, clean.text.index(words))
        return heading and clean.text[heading.start : heading.end]

    assert section("政府工作报告") is None
    assert section("198.6亿元") == "一、2023年工作回顾"
    assert section("21.9万吨") == "——产业筑基有新突破"
    assert section("2.1亿元") == "（一）民生事业"
    assert section("9个") == "夯实阵地建设"
    assert section("这是一个数字") == "（一）民生事业"
    assert section("7%左右") == "二、2024年工作安排"


def test_a_table_heading_ends_with_its_table():
    clean = clean_text(
        "统计公报\n\n一、综合\n分产品看，产量增加。\n主要产品产量\n粮食  吨  186342  2.4\n玉米  吨  98731  5.0\n"
        "全年接待游客486.3万人次。\n"
    )
    headings = find_sections(clean)
    found = [heading_at(headings, clean.text.index(words)) for words in ("98731", "486.3")]
    assert [heading and clean.text[heading.start : heading.end] for heading in found] == ["主要产品产量", "一、综合"]
