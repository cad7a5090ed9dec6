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
        ("宁北市院", "宁北市人民检察院"),
        ("汝岭县局", "汝岭县市场监督管理局"),
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
        ("汝岭县职工服务中心", "汝岭县总工会职工服务中心"),
        ("汝岭县交警大队", "汝岭县公安局交通警察大队"),
        ("县交通局", "汝岭县交通运输局"),
        ("县农业局", "汝岭县农业农村局"),
        ("汝岭电信", "中国电信股份有限公司汝岭分公司"),
        ("县邮政公司", "中国邮政集团有限公司汝岭县分公司"),
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
        ("宁北市院", "宁北市医院"),
        ("汝岭县急诊科", "汝岭县人民医院急诊科"),
        ("汝岭县刑侦大队", "汝岭县公安局交通警察大队"),
        ("汝岭银行", "中国银行股份有限公司汝岭分公司"),
        ("县交通局", "汝岭县交通运输综合行政执法局"),
        ("宁南市院", "宁北市人民检察院"),
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


def test_last_words_of_what_was_named() -> None:
    names = ["岭南海洋生物技术研究院", "研究院"]
    told, turned = ({name: place for place, name in enumerate(order)} for order in (names, names[::-1]))
    assert list(find_wholes(names, None, told)) == [(names[1], names[0])]
    assert list(find_wholes(names, None, turned)) == []
    for whole, short in (
        ("汝岭县中医院", "医院"),
        ("岭南第二支队", "支队"),
        ("共青团沅岭县委", "沅岭县委"),
    ):
        assert list(find_wholes([whole, short], None, {whole: 0, short: 1})) == []
    several = ["岭南材料研究院", *names]
    assert list(find_wholes(several, None, {name: place for place, name in enumerate(several)})) == []


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("东岭省语言文字工作委员会办公室", "省语委办"),
        ("东岭鹤岚数字科技有限公司", "鹤岚科技"),
        ("苏岭市昆亭经济开发区总工会", "昆亭总工会"),
    ],
)
def test_short_names_in_brackets(whole: str, short: str) -> None:
    report = extract(f"昨天，{whole}（{short}）召开座谈会，交流今年的工作。会后，{short}还走访了3家企业。")
    body = next(body for body in report.organizations if body.name == whole)
    assert short in body.aliases
    assert len(body.mentions) == 3


def test_owners_in_brackets_are_no_short_names() -> None:
    report = extract("昨天，东岭县总工会办公室（县总工会）召开座谈会，县总工会主席李文华出席。")
    assert not any({"东岭县总工会办公室", "县总工会"} <= {body.name, *body.aliases} for body in report.organizations)


def test_records_of_one_body() -> None:
    report = extract(
        "东湖理工大学工会2023年工作总结\n2023年，东湖理工大学工会走访慰问教职工120人次。校工会还举办讲座6场，校工会委员会审议提案8件。"
    )
    union = next(body for body in report.organizations if body.name == "东湖理工大学工会")
    assert set(union.aliases) >= {"校工会"}
    assert {fact.subject_full for fact in report.facts} == {"东湖理工大学工会"}
