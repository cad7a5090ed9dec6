"""Figures in quotations: whose they are where the one who said so is named behind."""

from __future__ import annotations

import pytest

import unionie


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        (
            "“我们对外出口拉动明显，一季度出口额增加2300万元。今年再上两条线。”青禾轮胎公司负责人曹大勇说。",
            ["青禾轮胎公司"] * 2,
        ),
        (
            "“全年接诊11万人次。外地患者占三成。”沙坪县人民医院院长曹大勇介绍。全县新增岗位300个。",
            ["沙坪县人民医院", "沙坪县人民医院", "全县"],
        ),
        ("“去年卖茶600吨，“云雾”牌占三成。”青禾茶业公司董事长曹大勇说。", ["青禾茶业公司"] * 2),
        ("“全县有高中生3200人。”青禾教育集团总经理曹大勇介绍。", ["全县"]),
        ("“工业增加值增长8%。”县统计局局长曹大勇说。", ["沙坪县"]),
        ("县里拿出2600万元。”", ["县里"]),
    ],
)
def test_whose_figures_a_quotation_has(sentence: str, subjects: list[str]) -> None:
    facts = unionie.extract(f"沙坪县见闻\n\n　　沙坪县山多。{sentence}").facts
    assert [fact.subject for fact in facts] == subjects
