"""Where people work, and as what, by the words around the name: shared characters, columns, a life below the name."""

from __future__ import annotations

import pytest

import unionie

GIVEN = "市政府决定授予下列同志“青河市劳动模范”称号。\n\n"
CASES = {
    "a bureau that no mention covers": ("市民政局长贺青山到场。", "市民政局", ("局长",)),
    "a bureau that one covers": ("县文旅局长贺青山说，今年很好。", "县文旅局", ("局长",)),
    "a department of Hong Kong": ("勞工處長賀青山指出，失業率下降。", "勞工處", ("處長",)),
    "a bureau whole": ("县民政局局长贺青山到场。", "县民政局", ("局长",)),
    "sex between name and post": (
        GIVEN + "类别\t姓名\t性别\t单位及职务\n助人为乐\t贺青山\t男\t青河县柏渡乡卫生院院长\n",
        "青河县柏渡乡卫生院",
        ("院长",),
    ),
    "a life below the name": (
        "先进简介\n\n助人为乐模范　贺青山\n　　男，1951年生，青河陶瓷厂退休工人。义务修路63公里。",
        "青河陶瓷厂",
        ("退休工人",),
    ),
    "a clause on his work": ("贺青山今年68岁，他在青河纺织公司担任缝制组组长。", "青河纺织公司", ("缝制组组长",)),
    "employed": ("贺青山，任职于青河汽车客运公司，今年26岁。", "青河汽车客运公司", ()),
    "a journal in its marks": ("（《柏渡周刊》记者　贺青山）5月3日，青河市举行大会。", "柏渡周刊", ("记者",)),
    "a newspaper before its bracket": ("旧楼换新颜\n柏渡晚报（记者贺青山）12月29日，居民搬家。", "柏渡晚报", ("记者",)),
    "a special reporter": ("旧楼换新颜\n柏渡晚报特派记者　贺青山\n\n　　居民昨天搬家。", "柏渡晚报", ("特派记者",)),
    "an honour is no second post": ("青河电厂电工贺青山当选青河市技术能手，获奖金5000元。", "青河电厂", ("电工",)),
    "the committee of a town": ("柏渡镇党委书记贺青山到场。", "柏渡镇党委", ("书记",)),
    "a trade by its animals": (
        "致富带头人名单\n\n贺青山　柏渡镇红崖村养羊大户\n池晓岚　柏渡镇青崖村养鱼大户\n",
        None,
        ("养羊大户",),
    ),
    "a trade at sea": ("青河航运公司大管轮贺青山获第一名。", "青河航运公司", ("大管轮",)),
    "held beside another": ("青河县教育工会副主席（挂职）贺青山到场。", "青河县教育工会", ("副主席",)),
    "posted to another county": ("挂职青河县副县长的贺青山说，路修好了。", "青河县", ("副县长",)),
    "a people": ("青河县汉族司机贺青山说，路不好走。", None, ("司机",)),
    "how many": ("活动由8名志愿者贺青山等组织。", None, ("志愿者",)),
    "home of a worker": ("怀化籍农民工贺青山领到工资1.6万元。", None, ("农民工",)),
    "asked": ("院里没有书记员，再请老村长贺青山作证。", None, ("老村长",)),
    "age": ("88岁演员贺青山登台。", None, ("演员",)),
    "the firm's own": (
        "青河机械公司工作总结\n\n青河机械公司全年产值3亿元。公司总工程师贺青山获县五一劳动奖章。",
        "青河机械公司",
        ("总工程师",),
    ),
}


@pytest.mark.parametrize(("text", "organization", "titles"), CASES.values(), ids=CASES)
def test_where_somebody_works(text: str, organization: str, titles: tuple[str, ...]) -> None:
    person = unionie.extract(text).people[0]
    assert (person.organization, person.titles) == (organization, titles)


def test_a_name_above_a_life_signs_nothing() -> None:
    text = "先进简介\n\n贺青山\n男，1951年生，青河陶瓷厂退休工人。\n池晓岚\n女，汉族，市第二中学教师。"
    assert "author" not in {person.role for person in unionie.extract(text).people}
