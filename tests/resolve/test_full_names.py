"""The full names of those whom figures belong to."""

from __future__ import annotations

import pytest

import unionie


def full(text: str) -> list[tuple[str | None, str | None]]:
    return [(fact.subject, fact.subject_full) for fact in unionie.extract(text, published="2024-02-01").facts]


@pytest.mark.parametrize(
    ("title", "sentence", "expected"),
    [
        ("青石师范大学工会2023年工作总结", "学校投入经费60万元。", ("学校", "青石师范大学")),
        ("青石师范大学工会2023年工作总结", "校工会走访教职工320人次。", ("校工会", "青石师范大学工会")),
        ("青石市第二人民医院工会2023年工作总结", "全院现有职工876人。", ("全院", "青石市第二人民医院")),
        ("青石市第二人民医院2023年工作总结", "院工会慰问职工86人。", ("院工会", "青石市第二人民医院工会")),
        ("青石县总工会2023年工作总结", "我厂慰问职工86人。", ("我厂", None)),
        ("云南省白水市法院工作总结", "全市法院审结案件860件。", ("全市法院", "白水市法院")),
        ("青石县总工会2023年工作总结", "白水镇发展会员86人。", ("白水镇", "白水镇")),
        ("雲濱縣政府2023年工作報告", "本縣舉辦講習36場。", ("本縣", "雲濱縣")),
    ],
)
def test_full_names(title: str, sentence: str, expected: tuple[str | None, str | None]) -> None:
    assert full(f"{title}\n\n　　{sentence}") == [expected]


def test_a_full_name_is_written_as_the_text_writes() -> None:
    text = "雲濱縣總工會2023年工作報告\n\n　　本會舉辦講習36場，會員3600人，發放獎學金60萬元。縣總工會慰問會員86人。"
    assert {name for _, name in full(text)} == {"雲濱縣總工會"}


def test_a_house_is_named_and_its_union_reports() -> None:
    text = "青石机械集团工会2023年工作总结\n\n　　集团在册职工2300人。\n\n　　走访职工86人。"
    assert full(text) == [("集团", "青石机械集团"), ("青石机械集团工会", "青石机械集团工会")]
