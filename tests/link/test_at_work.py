"""Units named with the place or body that they work for, whose a bracket's figures are, levels and treasuries."""

from __future__ import annotations

import pytest

import unionie


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("横溪镇助残辅助性就业基地安置残疾人26名，人均月增收900元。", ["横溪镇助残辅助性就业基地"] * 2),
        ("石门乡安置点建有住房72套。", ["石门乡安置点"]),
        ("县人民法院破产审判庭审结案件18件，化解债务21亿元。", ["县人民法院破产审判庭"] * 2),
        ("县妇联信访窗口接待来访76件次，办结率97%。", ["县妇联信访窗口"] * 2),
        ("横溪镇新建基地带动农户36户。", ["横溪镇"]),
        ("横溪镇服务站增至12个。", ["沙坪县农业局"]),
        ("青禾粮油加工项目总投资8000万元，已完成投资3200万元。", ["青禾粮油加工项目"] * 2),
        ("驻村工作队（5人）帮助村里建棚36座。", ["驻村工作队"] * 2),
        ("胸痛中心自5月挂牌以来，收治患者212例。", ["胸痛中心"]),
        ("家庭医生团队签约1.9万人。", ["家庭医生团队"]),
        ("新桥社区党委有党员186名，划分为7个党支部。", ["新桥社区党委"] * 2),
        ("我厅联合省教育厅举办招聘会16场，提供岗位1.9万个。", ["我厅"] * 2),
        ("省本级征收保险费31.4亿元。", ["省本级"]),
        ("市级收入52.3亿元，增长4%。", ["市级"] * 2),
        ("县财政从2010年起每人每月补贴600元。", ["县财政"]),
        ("县财政将安排1500万元。", ["县财政"]),
        ("区属青禾养老公司运营3家敬老院。", ["青禾养老公司"]),
        ("工会依托的县人民医院，开放床位320张。", ["县人民医院"]),
        ("“春晖助学金”自2012年设立以来累计资助180人。", ["春晖助学金"]),
    ],
)
def test_who_is_named_with_a_place_or_body(sentence: str, subjects: list[str]) -> None:
    facts = unionie.extract(f"沙坪县农业局2023年工作总结\n　　{sentence}").facts
    assert [fact.subject for fact in facts] == subjects


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("白鹭湖游客中心（8600平方米）8月建成。", ["白鹭湖游客中心"]),
        ("县人民医院门诊楼（建筑面积5800平方米、床位80张）启用。", ["县人民医院"] * 2),
        ("新院区（建筑面积7.4万平方米）10月前搬迁。", ["沙坪县农业局"]),
    ],
)
def test_whose_size_a_bracket_tells(sentence: str, subjects: list[str]) -> None:
    facts = unionie.extract(f"沙坪县农业局2023年工作总结\n　　{sentence}").facts
    assert [fact.subject for fact in facts] == subjects
