"""Whose figures follow where a feature presents a scene."""

from __future__ import annotations

import pytest

import unionie

HEAD = "柳河县总工会2023年工作综述\n柳河县总工会走访职工86人。\n"
CASES = {
    "downstairs": ("楼下就是巧手车间。一楼缝纫，平均工资2600元。", ["巧手车间"]),
    "further up": ("往上走21公里是梅岗村，原来的268户只剩41户。", ["梅岗村"] * 3),
    "at the mouth of a village": ("村口有一家青禾合作社。去年卖出蘑菇38.5吨。", ["青禾合作社"]),
    "what a text turns to": ("在青禾合作社的大棚里，16台水泵昼夜轮换。", ["青禾合作社"]),
    "what is in it": ("梅岗村里，夜校亮着灯。去年培训村民320人次。", ["梅岗村"]),
    "until something else heads a clause": (
        "隔壁是巧手车间。全县去年发展会员126人。",
        ["全县"],
    ),
    "until the province is told of": (
        "在青禾合作社的大棚里，16台水泵昼夜轮换。今年，河南计划培育企业100家。",
        ["青禾合作社", "县总工会"],
    ),
    "not where a meeting is": ("在梅岗村召开现场会，慰问职工320人。", ["县总工会"]),
    "an area whose figures an office gives": ("县林草局给出全县的数字：护林员312名，退耕还林11.8万亩。", ["全县"] * 2),
    "what an office did by its own count": ("据县人社局统计，共办培训班76期。", ["县人社局"]),
    "not what it counts of others": ("据县人社局统计，新增就业760人。", ["县总工会"]),
    "those who live where somebody does": (
        "梅岗村村民张小北领到钥匙。和他一起搬进新居的有62户。",
        ["梅岗村"],
    ),
    "a body behind what it is": ("子公司柳河饮片厂实现收入4.7亿元。", ["柳河饮片厂"]),
    "what harm an area took": ("暴雨造成全县直接经济损失1.2亿元。", ["全县"]),
    "what has most of it": ("雨量最大的是清坪镇，24小时降雨287毫米。", ["清坪镇"]),
    "where areas lie": ("下游三县转移群众1.6万人。", ["下游三县"]),
    "a marsh": ("青坪湿地接待游客8.7万人次。", ["青坪湿地"]),
    "a zone that a text looks at": ("柳枝产业园亮着灯。\n再看园区。入驻企业61家。", ["园区"]),
    "a shop with a name": ("家乐超市被投诉87次。", ["家乐超市"]),
    "of whom a meeting hears": ("会议听取了县工商联工作汇报。组织义诊3场。", ["县工商联"]),
    "until the meeting acts": ("会议听取了县工商联工作汇报。会议表彰先进12名。", ["县总工会"]),
    "not a contest that others win": ("职工技能大赛获省级奖28项。", ["县总工会"]),
    "who asks others": ("县应急局要求，8月前修复道路36公里。", ["县总工会"]),
}


@pytest.mark.parametrize(("text", "subjects"), CASES.values(), ids=CASES)
def test_whose_figures_follow_a_scene(text: str, subjects: list[str]) -> None:
    facts = unionie.extract(HEAD + text, published="2024-02-01").facts
    said = [fact.subject or "" for fact in facts if fact.mentions[0].start >= len(HEAD)]
    assert [name.replace("柳河县总", "县总") for name in said] == subjects
