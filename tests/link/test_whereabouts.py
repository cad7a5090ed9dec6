"""Where a sentence is and tells of, whose house goes on, whom one serves, and whose firm it is."""

from __future__ import annotations

import pytest

import unionie


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("在青堰市，这样的服务队已有46支，志愿者1.3万人。", ["青堰市"] * 2),
        ("在四川，新增专列36趟。", ["四川"]),
        ("在青堰市，他捐款36万元。", [None]),
        ("张小北最拼。他所在的青鹭船务公司去年完成作业3.9万艘次。", ["青鹭船务公司"]),
        ("张小北最拼。他的团队有42人。", ["团队"]),
        ("县总工会引领全县12万名职工建功。", ["全县"]),
        ("宣讲覆盖全县269个村。", ["全县"]),
        ("县总工会建站36个，推动全县覆盖率提升5%以上。", ["县总工会", "全县"]),
        ("县总工会将力争全县建会率稳定在98%以上。", ["全县"]),
        ("县总工会向全县12万名职工发出倡议。", ["全县"]),
    ],
)
def test_what_a_sentence_tells_of(sentence: str, subjects: list[str | None]) -> None:
    facts = unionie.extract(f"沙坪县农业局2023年工作总结\n　　{sentence}").facts
    assert [fact.subject for fact in facts] == subjects


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("县中医医院迁建投用，床位增至320张；新增就业3600人。", ["县中医医院", "临溪县"]),
        ("县第二中学新校区在城东启用，新增学位2400个。", ["县第二中学", "临溪县"]),
        ("县中医医院迁建投用，新增就业3600人。", ["临溪县"]),
    ],
)
def test_a_house_goes_on_with_what_houses_have(sentence: str, subjects: list[str]) -> None:
    facts = unionie.extract(f"临溪县政府工作报告\n\n　　{sentence}", published="2024-02-01").facts
    assert [fact.subject.replace("新校区", "") for fact in facts if fact.subject] == subjects[: len(facts)]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            (
                "临溪县人民政府关于颁发2014年度临溪县科学技术奖的决定\n\n　　经县科技局审核，县人民政府决定："
                "授予青禾公司等3项成果科技进步奖一等奖，奖金各5万元。"
            ),
            "县人民政府",
        ),
        (
            "2017年度临溪县科学技术奖励公报\n\n　　经县政府第18次常务会议审定，授予7项成果科学技术进步奖。",
            "县政府",
        ),
        (
            (
                "残联工作简报\n临溪县残疾人联合会办公室编　　2013年7月10日\n\n我县残疾人工作实现“双过半”\n\n"
                "　　今年以来，县残联以“两个体系”建设为统揽，突出重点。\n　　一是康复扎实推进。"
                "免费手术326例。全县持证1.37万人。"
            ),
            "县残联",
        ),
    ],
)
def test_who_decides_or_reports(text: str, subject: str) -> None:
    assert unionie.extract(text).facts[0].subject == subject
