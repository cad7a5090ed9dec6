"""Words before a name that tell whose the figures behind it are."""

from __future__ import annotations

import pytest

import unionie


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("58岁的司机曹大勇是全队的“常青树”，献血183次，总量超过7万毫升。", [None, None]),
        ("今年26岁的女孩谢小满卖出茶叶320斤。", [None]),
        ("来自怀化的向德胜领到奖金5万元。", [None]),
        ("县农业局慰问83岁的老党员张小北，送去3000元。", ["县农业局"]),
        ("来自青堰市的青禾公司收购大豆320吨。", ["青禾公司"]),
        ("消防大队大队长曹大勇带队出动46次。", ["消防大队"]),
    ],
)
def test_whose_figures_words_before_a_name_tell(sentence: str, subjects: list[str | None]) -> None:
    facts = unionie.extract(f"沙坪县农业局2023年工作总结\n{sentence}").facts
    assert [fact.subject for fact in facts if fact.unit != "岁"] == subjects
