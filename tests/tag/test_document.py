"""What the whole text teaches: names again, short forms, levels, blocks."""

from __future__ import annotations

import pytest

from unionie.tag.awards import award_level
from unionie.tag.entities import find_entities

from .builders import entities, entity_texts, hand_made


def test_a_proven_name_is_a_name_everywhere() -> None:
    text = "主席冀爱国慰问职工。\n“一户一策”，冀爱国说得实在，大家都夸冀爱国。"
    assert entity_texts(text, "PERSON") == ["冀爱国"] * 3


def test_a_name_set_with_a_space_is_stored_without_it() -> None:
    (mention,) = entities("秘书长　李　昊", "PERSON")
    assert mention.attrs["name"] == "李昊"


def test_a_defined_short_form_is_an_organization_everywhere() -> None:
    text = "市职工互助保障服务中心（下称中心）成立。市帮扶中心另设。中心主任介绍，中心受理申请。"
    assert entity_texts(text, "ORG") == ["市职工互助保障服务中心", "中心", "市帮扶中心", "中心", "中心"]


def test_a_deictic_short_form_is_none() -> None:
    assert "本集团" not in entity_texts("港湾能源有限公司（下称“本集团”）公布业绩，本集团收益上升。", "ORG")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("柘溪县总工会开会。", "union"),
        ("县委宣传部发文。", "party"),
        ("县财政局拨款。", "government"),
        ("鸿瑞机械有限公司投产。", "company"),
        ("县第二小学开学。", "school"),
        ("县中医院义诊。", "hospital"),
        ("柘溪日报报道。", "media"),
        ("柘溪县人民法院结案。", "court"),
        ("柘溪县茶叶协会换届。", "other"),
        ("鸿瑞机械有限公司工会慰问。", "union"),
        ("县人民医院急诊科接诊。", "hospital"),
    ],
)
def test_the_type_of_an_organization(text: str, kind: str) -> None:
    (mention,) = entities(text, "ORG")
    assert mention.attrs["type"] == kind


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("全国工人先锋号", "national"),
        ("省工人先锋号", "province"),
        ("江西省五一劳动奖章", "province"),
        ("广西五一劳动奖章", "province"),
        ("自治区抗疫先进个人", "province"),
        ("桂江市最美职工", "city"),
        ("南昌市劳动模范", "city"),
        ("县劳动模范", "county"),
        ("清溪区文明单位", "county"),
        ("集团公司先进班组", "enterprise"),
        ("商界展关怀", None),
    ],
)
def test_the_level_of_an_honour(name: str, level: str | None) -> None:
    assert award_level(name) == level


def test_an_honour_tells_name_and_rank() -> None:
    (mention,) = entities("中心获省“工人先锋号”称号。", "AWARD")
    assert mention.attrs == {"name": "省工人先锋号", "rank": None, "level": "province"}
    (mention,) = entities("该项目获省科技进步奖二等奖。", "AWARD")
    assert (mention.attrs["name"], mention.attrs["rank"]) == ("省科技进步奖", "二等奖")


def test_a_shared_head_is_expanded() -> None:
    names = [mention.attrs["name"] for mention in entities("分别荣获市五一劳动奖状、奖章。", "AWARD")]
    assert names == ["市五一劳动奖状", "市五一劳动奖章"]


def test_an_advertisement_names_bodies_and_people_but_gives_no_honours() -> None:
    clean = hand_made("柘溪中医院院长鲁建国祝贺柘溪酒业获全国文明单位称号", kind="furniture")
    assert [mention.label for mention in find_entities(clean)] == ["ORG", "TITLE", "PERSON"]


def test_a_byline_block_names_people() -> None:
    clean = hand_made("边疆　芦花", kind="byline")
    assert [clean.text[mention.start : mention.end] for mention in find_entities(clean)] == ["边疆", "芦花"]


def test_a_roster_names_people() -> None:
    text = "姓名\t性别\t单位\n李建设\t男\t鸿瑞机械有限公司\n撒玉兰\t女\t利安市友谊商场"
    assert entity_texts(text, "PERSON") == ["李建设", "撒玉兰"]
