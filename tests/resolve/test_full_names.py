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
        ("青石师范大学科研处2023年工作总结", "学校到账经费60万元。", ("学校", "青石师范大学")),
        ("青石师范大学教务处2023年工作简报", "我校获批项目18项。", ("我校", "青石师范大学")),
        ("青石港集团公司财务部工作总结", "集团完成产值3亿元。", ("集团", "青石港集团公司")),
        ("青石海洋生物研究所2023年工作要览", "研究所到位经费60万元。", ("研究所", "青石海洋生物研究所")),
        ("青石市总工会第九次代表大会文件\n财务部", "本会现有会员6842人。", ("本会", "青石市总工会")),
        ("青石市供销社第三次代表大会工作报告\n财务股", "本社现有社员6842人。", ("本社", "青石市供销社")),
        ("雲濱鎮農會第20屆第1次會員代表大會手冊\n會務股", "本會現有會員6842人。", ("本會", "雲濱鎮農會")),
        ("臺灣雲濱縣政府2023年工作報告", "縣政府補助20萬元。", ("縣政府", "雲濱縣政府")),
        ("臺灣雲濱縣政府2023年工作報告", "縣府補助20萬元。", ("縣府", "雲濱縣政府")),
        ("江西省青石县总工会2023年工作总结", "县府补助20万元。", ("县府", "青石县人民政府")),
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


def test_who_won_is_not_who_reports() -> None:
    text = "青石重机第38届职工运动会闭幕\n铸锻分厂蝉联团体总分第一\n"
    text += "张小北等12人被评为优秀裁判员。公司工会主席李大江说，工会投入320万元。"
    assert [name for name in full(text) if name[0] == "工会"] == [("工会", "公司工会")]
    assert [award.affiliation for award in unionie.extract(text).awards] == [None]
