"""Short names that no text defines: what they may leave out, and that they stand for one body only."""

from __future__ import annotations

import pytest

from unionie import extract
from unionie.resolve.names.short_names import find_wholes, is_short_of


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("教育局", "云南省东岭满族自治县教育局"),
        ("转炉一班", "岳华特钢炼钢厂转炉一班"),
        ("校工会", "巴岭科技大学工会"),
        ("矿工会", "龙溪煤矿工会"),
        ("集团工会", "晋岭煤业集团有限责任公司工会"),
        ("团县委", "共青团汀北县委"),
        ("团市委", "共青团江宁市委员会"),
        ("川南重装", "川南重型装备股份有限公司"),
        ("汝北法院", "汝北县人民法院"),
        ("海溪法院", "台岭市海溪区人民法院"),
        ("市院", "宁北市人民检察院"),
        ("县局", "宛北县市场监督管理局"),
        ("桐溪卫生院", "桐溪乡卫生院"),
        ("云阳区环卫处", "云阳区环境卫生管理处"),
        ("县文旅局", "特岭县文化体育广播电视和旅游局"),
        ("附一院", "附属第一医院"),
        ("柳溪所", "柳溪派出所"),
        ("阿雅合作社", "锦溪阿雅苗绣专业合作社"),
        ("黔溪公司", "黔溪水利工程有限公司"),
        ("皖溪股份", "皖溪新材料股份有限公司"),
        ("金鹭", "金鹭瓷业"),
        ("长岭动力", "长岭动力公司"),
    ],
)
def test_is_short_of(short: str, whole: str) -> None:
    assert is_short_of(short, whole)


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("县医院", "县中医院"),
        ("县医院", "县妇幼保健医院"),
        ("农业银行", "农业发展银行"),
        ("市人民医院", "市第一人民医院"),
        ("县人民医院", "县人民医院南院"),
        ("信息学院", "电子信息学院"),
        ("县农业局", "县农业机械管理局"),
        ("县妇联", "县妇联办公室"),
        ("县委", "共青团沅北县委"),
        ("上海公司", "上海电力公司"),
        ("综采队", "综采二队"),
        ("校团委", "全国高校团委"),
        ("海岭重工", "海岭重工工会"),
        ("第一小学", "第二小学"),
    ],
)
def test_two_bodies(short: str, whole: str) -> None:
    assert not is_short_of(short, whole)


def test_only_one_whole() -> None:
    unions = ["公司工会", "北塬供电公司工会", "甘岭省电力公司工会"]
    assert list(find_wholes(unions)) == []
    assert list(find_wholes(unions, "北塬供电公司工会")) == [("公司工会", "北塬供电公司工会")]
    assert list(find_wholes(["集团工会", "鲁岭纺织集团工会", "鲁岭纺织集团有限公司工会"])) == [
        ("鲁岭纺织集团工会", "鲁岭纺织集团有限公司工会"),
        ("集团工会", "鲁岭纺织集团有限公司工会"),
    ]


def test_records_of_one_body() -> None:
    report = extract(
        "东湖理工大学工会2023年工作总结\n2023年，东湖理工大学工会走访慰问教职工120人次。校工会还举办讲座6场，校工会委员会审议提案8件。"
    )
    union = next(body for body in report.organizations if body.name == "东湖理工大学工会")
    assert set(union.aliases) >= {"校工会"}
    assert {fact.subject_full for fact in report.facts} == {"东湖理工大学工会"}
