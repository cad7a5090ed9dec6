"""The same statement made again is one fact with several mentions; other statements of the same value are not."""

from __future__ import annotations

import pytest

import unionie
from unionie.records import Extraction, Fact


def read(text: str) -> Extraction:
    return unionie.extract(text, published="2024-02-01")


def mentions(text: str) -> list[list[str]]:
    return [[span.text for span in fact.mentions] for fact in read(text).facts]


NEWS = """岚溪县总工会筹资2680万元送温暖

　　本报讯（记者 李昊）记者从岚溪县总工会获悉，今年岚溪县总工会共筹集送温暖资金2680万元，走访困难职工3126户。

　　资金来自各方。岚溪县总工会筹集送温暖资金2680万元，是历年最多的一次。
"""


def test_headline_lede_and_body_are_one() -> None:
    extraction = read(NEWS)
    first, second = extraction.facts
    assert [span.text for span in first.mentions] == ["2680万元"] * 3
    assert [span.text for span in second.mentions] == ["3126户"]
    assert [span.start for span in first.mentions] == sorted(span.start for span in first.mentions)


def test_the_body_speaks_for_a_fact() -> None:
    """Indicator and evidence are those of the body, whose words are full, not of the headline."""
    fact = read(NEWS).facts[0]
    assert "送温暖资金" in fact.indicator
    assert fact.evidence.text.startswith("记者从岚溪县总工会获悉") or "共筹集" in fact.evidence.text


def test_name_and_classifier_of_people_merge() -> None:
    assert mentions("2023年慰问困难职工65名。\n　　2023年慰问困难职工65个。") == [["65名", "65个"]]


@pytest.mark.parametrize(
    "text",
    [
        "2022年，发展会员5600人。\n2023年，发展会员5600人。",
        "发展会员增长7.3%。\n发展会员占比7.3%。",
        "贷款余额增长7.3%。\n贷款余额下降7.3%。",
        "发展会员5600人。\n新建驿站5600座。",
        "发展会员5600人。\n栽种果树5600株。",
        "发展会员5600人。\n走访职工5600户。",
        "满意率为96%。\n贫困发生率为96%。",
        "发放慰问金126万元。\n投入救援设备126万元。",
        "截至2023年6月30日，在册会员5600人。\n截至2023年9月30日，在册会员5600人。",
        "建成5个国家技术创新中心。\n培育5个国家先进制造业集群。",
    ],
    ids=["years", "measures", "directions", "units", "plants", "households", "rates", "purposes", "days", "nouns"],
)
def test_what_differs_is_not_merged(text: str) -> None:
    assert [len(words) for words in mentions(text)] == [1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "云溪矿业集团技能大赛7月8日闭幕。236名选手角逐6个工种的名次。工会主席宣布，6个工种的第一名晋升技师。",
        "南平新添五块牌匾\n\n　　本报讯 全国文明村镇名单公布，南平市新添五块牌匾。",
    ],
)
def test_as_many_of_the_same_are_the_same(text: str) -> None:
    assert [len(spans) for spans in mentions(text) if len(spans) > 1] == [2]


def test_one_sentence_never_repeats_itself() -> None:
    """甲12人、乙12人 are two figures."""
    assert len(mentions("救助会员12人、培训会员12人。")) == 2


def test_numbers_written_otherwise_are_the_same() -> None:
    (fact,) = read("2023年，筹集送温暖资金2680万元。\n2023年，筹集送温暖资金26800000元。").facts
    assert [span.text for span in fact.mentions] == ["2680万元", "26800000元"]


def test_every_mention_stands_in_the_text() -> None:
    extraction = read(NEWS)
    for fact in extraction.facts:
        for span in (*fact.mentions, fact.evidence):
            assert extraction.text[span.start : span.end] == span.text


def ids(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.id for fact in facts]


def test_ids_are_unique_and_the_same_in_every_run() -> None:
    extraction = read(NEWS)
    assert len(set(ids(extraction.facts))) == len(extraction.facts)
    assert ids(read(NEWS).facts) == ids(extraction.facts)


def test_ids_say_what_a_fact_is_not_where_it_stands() -> None:
    text = "2023年，发展会员5600人，建成驿站126座。"
    moved = "2023年，救助职工86人。\n\n　　" + text
    assert set(ids(read(text).facts)) < set(ids(read(moved).facts))


def test_ids_differ_with_every_part_of_a_statement() -> None:
    texts = [
        "2023年发展会员5600人。",
        "2022年发展会员5600人。",
        "2023年发展会员5700人。",
        "2023年发展会员5600余人。",
        "2023年培训会员5600人。",
        "2023年发展会员5600名。",
        "2025年力争发展会员5600人。",
        "2023年发展会员增长5600人。",
    ]
    found = [read(text).facts[0].id for text in texts]
    assert len(set(found)) == len(texts)


def test_parts_point_to_the_merged_total() -> None:
    text = "2023年发展会员5600人。\n\n　　2023年，发展会员5600人，其中农民工会员4000人。"
    total, part = read(text).facts
    assert len(total.mentions) == 2
    assert part.part_of == total.id


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "授予北山乳业有限公司等6个集体临溪市五一劳动奖状。\n【五一劳动奖状】【6个】\n北山乳业有限公司　第四医院",
            ("临溪市五一劳动奖状", ["6个", "6个"]),
        ),
        ("临溪代表团揽46金\n\n　　第九届省运动会昨日闭幕。临溪代表团获得金牌46枚。", ("金牌", ["46金", "46枚"])),
        ("渔船触礁　八名船员获救\n\n　　昨晚，一艘渔船触礁，8名船员全部获救。", ("船员", ["八名", "8名"])),
        ("金牌总数增至41枚。\n代表团\t金牌\t银牌\n沙洲镇\t41\t33\n南屏镇\t36\t38", ("金牌", ["41枚", "41"])),
    ],
    ids=["a roll's heading", "gold in a headline", "few in a headline", "a cell"],
)
def test_said_again_in_fewer_words(text: str, wanted: tuple[str, list[str]]) -> None:
    word, places = wanted
    assert places in [[span.text for span in f.mentions] for f in read(text).facts if word in f.indicator]
