"""Names at their own edges."""

from __future__ import annotations

import pytest

import unionie
from unionie.frames import Mention
from unionie.tag.trims import trim


@pytest.mark.parametrize(
    ("text", "found", "name"),
    [
        ("给向晚晴记三等功", "给向晚晴", "向晚晴"),
        ("影像科舒小亮获奖", "科舒小亮", "舒小亮"),
        ("选手孟小和分列二、三名", "孟小和分", "孟小和"),
        ("值长令狐平分获两奖", "令狐", "令狐平"),
        ("县长向晚作表态发言", "向晚作", "向晚"),
        ("社员向晚晴乐呵呵地说", "向晚晴乐", "向晚晴"),
        ("选举向晚为副主席", "向晚为", "向晚"),
        ("院长向晚率9人进驻", "向晚率", "向晚"),
        ("护士向真率真可爱", "向真率", "向真率"),
        ("匠人向晚手捧奖杯", "向晚手", "向晚"),
        ("工人买合提·阿布都（女）", "买合提·阿布", "买合提·阿布都"),
        ("工人买合提·阿布说，", "买合提·阿布", "买合提·阿布"),
        ("把志远到场", "把志远", "把志远"),
        ("来自勐青、勐岚两个农场", "来自勐", None),
        ("电工小秦因母亲住院", "秦因", None),
        ("电工秦因住院", "秦因", "秦因"),
        ("接受向副总统接见", "向副", None),
        ("喊司马师傅来", "司马师", None),
        ("队员为伍岳、林青", "为伍岳", "伍岳"),
        ("林青斩获第二名", "林青斩", "林青"),
        ("记者 向晚摄\n各位代表", "向晚摄", "向晚"),
        ("次年捧回奖章", "次年", None),
        ("时隔12年再夺冠军", "时隔", None),
        ("获局长嘉许状", "嘉许状", None),
        ("获何梁何利奖", "何利", None),
        ("记者向晚/青岚报导）", "青岚", "青岚"),
        ("分析师周一预测", "周一", None),
        ("向老师获奖", "向", None),
        ("老向获奖", "老向", None),
        ("向大姐获奖", "向大姐", None),
        ("控申科接访96批", "控申科", None),
        ("何爱科接访96批", "何爱科", "何爱科"),
        ("向阳立新　红旗招展\n工会工作", "向阳立新", None),
        ("记者　欧阳晚晴\n工会工作", "欧阳晚晴", "欧阳晚晴"),
        ("学习向晚思想、践行宗旨", "向晚", None),
        ("向晚主义者", "向晚", None),
        ("向晚思想活跃", "向晚", "向晚"),
        ("文/向晚晴图/欧阳栩", "向晚晴图", "向晚晴"),
        ("向晚图/欧阳栩", "向晚图", "向晚图"),
    ],
)
def test_trim(text: str, found: str, name: str | None) -> None:
    start = text.index(found)
    mention = trim(text, Mention(start, start + len(found), "PERSON", "learned", {}))
    assert (mention and text[mention.start : mention.end]) == name


@pytest.mark.parametrize(
    ("label", "text", "found", "name"),
    [
        ("TITLE", "向晚晴同志为局长", "同志", None),
        ("TITLE", "同志社大学向晚晴", "同志社大学", "同志社大学"),
        ("ORG", "与青岚县人民医院签订专科联盟协议", "青岚县人民医院签订专科联盟", "青岚县人民医院"),
        ("ORG", "青岚县总工会内设办公室、组织部", "青岚县总工会内设办公室", "青岚县总工会"),
        ("ORG", "第五届岭南外科国际论坛开幕", "岭南外科国际论坛", "第五届岭南外科国际论坛"),
        ("ORG", "岭南外科国际论坛秘书处", "岭南外科国际论坛秘书处", "岭南外科国际论坛秘书处"),
    ],
)
def test_no_posts_and_what_bodies_do(label: str, text: str, found: str, name: str | None) -> None:
    start = text.index(found)
    mention = trim(text, Mention(start, start + len(found), label, "learned", {}))
    assert (mention and text[mention.start : mention.end]) == name
    if name and name.startswith("第"):
        assert mention is not None
        assert mention.label == "EVENT"


def test_what_opens_the_line_under_a_headline_is_no_part_of_the_name() -> None:
    text = "——记云州矿务集团救护大队二中队"
    mention = trim(text, Mention(2, len(text), "ORG", "learned", {}))
    assert mention is not None
    assert text[mention.start : mention.end] == "云州矿务集团救护大队二中队"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("现任青石厂工会", "青石厂工会"),
        ("首任女工委", "女工委"),
        ("青石厂工会", "青石厂工会"),
        ("大专学历", None),
        ("全国重点实验室", None),
        ("青石全国重点实验室", "青石全国重点实验室"),
        ("平安青石建设", None),
        ("高质量办理人大", None),
        ("青石县2025年政府", None),
        ("中欧班列通达", "中欧班列"),
        ("但超集团公司", "集团公司"),
    ],
)
def test_body_without_when_its_post_was_held(text: str, name: str | None) -> None:
    mention = trim(text, Mention(0, len(text), "ORG", "learned", {}))
    assert (mention and text[mention.start : mention.end]) == name


@pytest.mark.parametrize(("text", "name"), [("市律协会长向晚到场", "市律协"), ("律师协会会长向晚到场", "律师协会")])
def test_a_body_whose_chair_stands_behind_it(text: str, name: str) -> None:
    mention = trim(text, Mention(0, text.index("会") + 1, "ORG", "learned", {}))
    assert mention is not None
    assert text[mention.start : mention.end] == name


def test_who_is_a_place() -> None:
    mention = trim("杨柳洲断面水质达标", Mention(0, 3, "PERSON", "learned", {}))
    assert mention is not None
    assert mention.label == "LOC"


def test_a_town_before_its_centre_is_whole() -> None:
    mention = trim("甲阳市中心城区空气良好", Mention(0, 2, "LOC", "learned", {}))
    assert mention is not None
    assert mention.end == 3


def test_what_is_built_is_no_honour() -> None:
    text = "推进甲区北部一体化高质量发展示范区建设，"
    assert trim(text, Mention(4, len(text) - 1, "AWARD", "learned", {})) is None


def test_a_township_with_a_surname_first_is_a_place() -> None:
    mention = trim("向集乡出了个劳模", Mention(0, 3, "PERSON", "learned", {}))
    assert mention is not None
    assert mention.label == "LOC"


@pytest.mark.parametrize(("words", "name"), [("孙女汪小晨", "汪小晨"), ("儿子陈晨", "陈晨"), ("孙女娥", "孙女娥")])
def test_who_somebody_is_to_another_is_no_part_of_the_name(words: str, name: str) -> None:
    mention = trim(words, Mention(0, len(words), "PERSON", "learned", {}))
    assert mention is not None
    assert words[mention.start : mention.end] == name


@pytest.mark.parametrize("words", ["抽屉里", "宣传处"])
def test_what_ends_as_a_place_and_has_no_surname_is_no_person(words: str) -> None:
    assert trim(words, Mention(0, len(words), "PERSON", "learned", {})) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("市妇幼保健院儿科先进事迹", "市妇幼保健院儿科"),
        ("省电力公司先进班组白石口供电所", "白石口供电所"),
        ("当中商学院", "商学院"),
    ],
)
def test_a_body_without_what_a_headline_says_of_it(words: str, name: str) -> None:
    mention = trim(words, Mention(0, len(words), "ORG", "learned", {}))
    assert mention is not None
    assert words[mention.start : mention.end] == name


def test_what_is_believed_in_is_no_honour() -> None:
    text = "在于先进思想科学指引。"
    assert trim(text, Mention(2, len(text) - 1, "AWARD", "learned", {})) is None


@pytest.mark.parametrize(("text", "name"), [("太阳能发电", None), ("太阳岛发电", "太阳")])
def test_the_sun_is_no_place_where_it_gives_power(text: str, name: str | None) -> None:
    mention = trim(text, Mention(0, 2, "LOC", "learned", {}))
    assert (mention and text[mention.start : mention.end]) == name


@pytest.mark.parametrize(
    ("text", "end", "name"),
    [("人社部门出动", 3, None), ("人社部发文", 3, "人社部"), ("青鹭纺织（本公司持股", 8, "青鹭纺织")],
)
def test_a_body_with_what_follows(text: str, end: int, name: str | None) -> None:
    mention = trim(text, Mention(0, end, "ORG", "learned", {}))
    assert (mention and text[mention.start : mention.end]) == name


@pytest.mark.parametrize(("text", "name"), [("云州都市圈经济总量", "云州都市圈"), ("云州经济总量", "云州")])
def test_a_place_has_what_says_that_it_is_a_region(text: str, name: str) -> None:
    mention = trim(text, Mention(0, 2, "LOC", "learned", {}))
    assert mention is not None
    assert text[mention.start : mention.end] == name


def test_where_a_report_is_wired_from_is_no_person() -> None:
    text = "记者向晚/青岚报导）"
    mention = trim(text, Mention(5, 7, "PERSON", "learned", {}))
    assert mention is not None
    assert mention.label == "LOC"


@pytest.mark.parametrize(("text", "found"), [("米质达部颁二级", None), ("财政部颁发证书", "财政部")])
def test_what_a_ministry_issues(text: str, found: str | None) -> None:
    end = text.index("部") + 1
    mention = trim(text, Mention(0, end, "ORG", "learned", {}))
    assert (mention and text[mention.start : mention.end]) == found


@pytest.mark.parametrize(
    ("text", "found", "name"),
    [
        ("对东盟出口增长", "东盟", "东盟"),
        ("对欧盟、东盟分别增长", "欧盟", "欧盟"),
        ("企业到岚川投资兴业", "岚川投资兴业", "岚川"),
        ("乡贤在武汉办汉青钢构", "武汉办汉青钢构", "武汉"),
    ],
)
def test_a_market_or_where_something_is_done_is_a_place(text: str, found: str, name: str) -> None:
    start = text.index(found)
    mention = trim(text, Mention(start, start + len(found), "ORG", "learned", {}))
    assert mention is not None
    assert (text[mention.start : mention.end], mention.label) == (name, "LOC")


@pytest.mark.parametrize(("text", "found"), [("东盟召开峰会", "东盟"), ("在岚川建筑公司", "岚川建筑公司")])
def test_a_body_that_acts_stays_one(text: str, found: str) -> None:
    start = text.index(found)
    mention = Mention(start, start + len(found), "ORG", "learned", {})
    assert trim(text, mention) == mention


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("龙岗矿业集团女职工家属协管安全工作纪实\n全集团有协管员320人。", ["龙岗矿业集团"]),
        ("望湖区总工会2022年工作总结\n走进宁海路工会驿站。", ["望湖区总工会"]),
    ],
)
def test_work_and_stations_are_no_bodies(text: str, names: list[str]) -> None:
    assert [entity.text for entity in unionie.extract(text).entities if entity.label == "ORG"] == names
