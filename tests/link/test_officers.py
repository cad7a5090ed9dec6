"""Whose figures those are that stand behind the name of who leads a body."""

from __future__ import annotations

import pytest

import unionie

CASES = {
    "for the body": ("县农机局局长贺兰英带队下乡，检修农机312台，培训机手480人次。", ["县农机局", "县农机局"]),
    "as its deputy": ("青川第二医院副院长唐克勤率医疗队进驻，巡诊1260人次。", ["青川第二医院"]),
    "no further than the sentence": (
        "今年春早。县农机局局长贺兰英带队检修农机312台。走访职工86人。",
        ["县农机局", "县总工会"],
    ),
    "who leads a few and takes them along": (
        "城东修理厂一车间班长邢大勇带人攻关，废品率降到2.1%。",
        ["城东修理厂一车间"],
    ),
    "who leads a few, alone": ("城东修理厂一车间班长邢大勇检修机床312台。", [None]),
    "who wins": ("县图书馆馆长沈若兰获评读书人，奖金5000元。", [None]),
    "who has done so for years": ("县医院护士长苗翠芳从事护理31年，护理病人1.2万人次。", [None]),
    "a craft": ("县农机局工程师贺兰英检修农机312台。", [None]),
    "what they catch is no prize": ("城东派出所所长罗刚带队抓获嫌疑人71名。", ["城东派出所"]),
    "who governs acts for the area": ("县委书记马国良带队走访困难户86户。", ["县总工会"]),
    "what a speaker says": ("她说，全县今年新建书屋12个。", ["全县"]),
    "an officer is none of a crowd": ("城东派出所破案46起；教导员潘英组织宣传30场。", ["城东派出所", "城东派出所"]),
    "what somebody founded": ("社员吴桂兰（女）创办的晨曦合作社，去年收入260万元。", ["晨曦合作社"]),
}


@pytest.mark.parametrize("name", CASES)
def test_whose_figures(name: str) -> None:
    told, expected = CASES[name]
    text = f"临溪县总工会2023年工作总结\n\n　　县总工会扎实工作。\n　　{told}"
    facts = unionie.extract(text, published="2024-02-01").facts
    assert [fact.subject and fact.subject.replace("临溪", "") for fact in facts] == expected
