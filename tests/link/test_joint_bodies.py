"""Unions of several levels, and those that 该 points to: whole subjects, no part of what is counted."""

from __future__ import annotations

import pytest

import unionie


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "市、县两级工会走访企业612家，慰问职工2.1万人。",
            [("市、县两级工会", "走访企业"), ("市、县两级工会", "慰问职工")],
        ),
        ("集团公司两级工会累计投入1.8亿元。", [("集团公司两级工会", "累计投入")]),
        ("两级工会累计投入84万元。", [("两级工会", "累计投入")]),
        ("市总、区总两级每年投入30万元。", [("市总、区总两级", "投入")]),
        ("云溪省各级工会共受理案件6124件。", [("云溪省各级工会", "受理案件")]),
        ("各单位工会组织“金点子”活动，征集建议7825条。", [("各单位工会", "征集建议")]),
        ("该县总工会发放慰问金12万元。", [("该县总工会", "发放慰问金")]),
        ("县总工会、县纪委等部门组成3个检查组。", [("县总工会", "组成检查组")]),
    ],
)
def test_a_body_of_several_levels_is_one_subject(text: str, expected: list[tuple[str, str]]) -> None:
    facts = unionie.extract(f"沙坪县总工会2023年工作总结\n{text}").facts
    assert [(fact.subject, fact.indicator) for fact in facts] == expected


@pytest.mark.parametrize(
    ("text", "full"),
    [("该县建会12家。", "沙坪县"), ("该县总工会投入12万元。", "沙坪县总工会"), ("县、乡两级工会筹资30万元。", None)],
)
def test_what_they_are_in_full(text: str, full: str | None) -> None:
    (fact,) = unionie.extract(f"沙坪县总工会2023年工作总结\n{text}").facts
    assert fact.subject_full == full
