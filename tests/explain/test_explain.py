from __future__ import annotations

import json
import re
from collections import Counter

import pytest

import unionie
from test_public_api import HOSTILE
from unionie import InputError, Report, extract, trace
from unionie.explain.words import load_sentences, speak

TEXT = (
    "2018年，清溪区总工会发展会员5600余人，其中农民工会员4000多人；会员比2017年增长7.3%。"
    "区总工会主席刘建平说，三位一体工作法写入PM2.5报告，“六个到位”已落实，平均每3人一套。\n"
    "区供电公司变电运维班荣获“江西省工人先锋号”称号。力争2019年发展会员6000人。"
)


@pytest.fixture(scope="module")
def extraction():
    return extract(TEXT, published="2019-01-25")


def find(extraction, words, **options):
    """The rules of the first part at the first place of some words, by verdict."""
    part = extraction.explain(extraction.text.index(words), **options).parts[0]
    rules: dict[str, list[str]] = {"chosen": [], "refused": [], "known": []}
    for reason in part.reasons:
        rules[reason.verdict].append(reason.rule)
    return part, rules


def test_a_fact_tells_how_each_field_came_about(extraction):
    part, rules = find(extraction, "4000多人")
    assert part.record == extraction.facts[1].id
    assert part.span == extraction.facts[1].mentions[0]
    assert rules["chosen"] == [
        "value.read",
        "facts.left",
        "measure.said.level",
        "modality.done",
        "time.sentence",
        "subject.head",
        "part.total",
        "concept.known",
        "confidence.sum",
    ]
    told = {reason.rule: reason for reason in part.reasons}
    assert told["subject.head"].span.text == "清溪区总工会"
    assert told["time.sentence"].span.text == "2018年"
    assert told["part.total"].span.text == "5600余人"
    assert "union.migrant_members" in told["concept.known"].text
    assert str(extraction.facts[1].confidence) in told["confidence.sum"].text


def test_weights_of_confidence_add_up(extraction):
    part, _ = find(extraction, "4000多人")
    *traits, total = (
        float(re.search(r"[+-]\d+\.\d\d", reason.text)[0])
        for reason in part.reasons
        if reason.rule.startswith("confidence.")
    )
    assert sum(traits) == pytest.approx(total, abs=0.05)
    assert len(traits) == 6


def test_a_time_that_is_compared_with_is_refused_with_its_reason(extraction):
    part, rules = find(extraction, "7.3%")
    assert rules["refused"] == ["time.compared"]
    refused = next(reason for reason in part.reasons if reason.verdict == "refused")
    assert refused.text == "“2017年” is what is compared with"
    assert "measure.said.change" in rules["chosen"]


def test_a_plan_tells_what_made_it_one(extraction):
    _, rules = find(extraction, "6000人")
    assert "modality.sentence" in rules["chosen"]


@pytest.mark.parametrize(
    ("words", "rule"),
    [("三位一体", "value.in_word"), ("2.5报告", "value.in_code"), ("六个到", "value.quoted")],
)
def test_a_numeral_that_is_no_value_tells_why(extraction, words, rule):
    part, rules = find(extraction, words)
    assert part.record is None
    assert rules["refused"][0] == rule


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("全年推出3项举措，一项项落实，每人10元。", "10元", None),
        ("平均每3人一套工具。", "3人", "value.each"),
        ("实施五项惠民举措。", "五项", "value.abstract"),
        ("召开第3次会议，3人缺席。", "3次", "value.ordinal"),
        ("新增投资亿元以上的项目9个。", "亿元以上", "value.threshold"),
        ("36家。", "36家", "value.nameless"),
    ],
)
def test_a_value_that_is_no_fact_tells_why(text, words, rule):
    extraction = extract(text, published="2019-01-25")
    _, rules = find(extraction, words)
    assert rules["refused"][:1] == ([rule] if rule else [])


def test_a_concept_whose_unit_does_not_fit_is_named():
    extraction = extract("2018年，清溪区总工会发展会员30万元。", published="2019-01-25")
    _, rules = find(extraction, "30万元")
    assert "concept.unit" in rules["refused"]


def test_a_time_tells_from_where_it_was_taken():
    text = "2018年工作总结\n2018年，全区新建工会30家。投入资金5万元。\n我们走访职工300人。"
    extraction = extract(text, published="2019-01-25")
    assert "time.carried" in find(extraction, "5万元")[1]["chosen"]
    assert {"time.report", "time.heading", "time.carried"} & set(find(extraction, "300人")[1]["chosen"])


def test_names_tell_rule_scores_record_and_what_was_refused(extraction):
    part, rules = find(extraction, "刘建平")
    assert part.record == extraction.people[0].id
    assert rules["chosen"][0] == "person.post-before"
    assert "name.likely" in rules["known"]
    part, rules = find(extraction, "江西省工人")
    assert part.record == extraction.awards[0].id
    assert "award.list" in rules["chosen"]
    assert "name.overlapped" in rules["refused"]


def test_an_honour_without_recipient_tells_so():
    extraction = extract("争创“江西省工人先锋号”，力争早日获得。")
    _, rules = find(extraction, "江西省工人先锋号")
    assert any(rule.startswith("award.refused.") for rule in rules["refused"])


def test_the_words_of_an_indicator_lead_to_its_fact(extraction):
    part, _ = find(extraction, "民工会员")
    assert part.record == extraction.facts[1].id


def test_a_time_and_a_place_without_anything_are_told(extraction):
    assert find(extraction, "2017年")[1]["chosen"] == ["time.result"]
    part, rules = find(extraction, "写入")
    assert rules["known"][0] == "nothing.text"
    assert part.record is None


def test_what_a_bound_on_confidence_left_out_is_told():
    extraction = extract(TEXT, published="2019-01-25", min_confidence=0.99)
    left = {fact.mentions[0].text for fact in extract(TEXT, published="2019-01-25").facts}
    left -= {fact.mentions[0].text for fact in extraction.facts}
    assert left
    part, rules = find(extraction, left.pop())
    assert part.record is None
    assert rules["refused"][0] == "value.unsure"


def test_rules_of_the_users_own_are_told_by_their_language(tmp_path):
    rules = tmp_path / "ours.toml"
    rules.write_text('[[units]]\nname = "箩筐"\n', encoding="utf-8")
    nlp = unionie.load(user_rules=rules)
    extraction = extract("全年采茶3箩筐。", nlp=nlp)
    assert find(extraction, "3箩筐", nlp=nlp)[0].record == extraction.facts[0].id


def test_it_reads_as_lines_in_both_languages(extraction):
    place = TEXT.index("5600")
    english, chinese = str(extraction.explain(place)), str(extraction.explain(place, lang="zh"))
    assert english.splitlines()[0] == "16-22 5600余人: 发展会员 5,600余人"
    assert "  subject     + “清溪区总工会” heads a clause and stands nearest" in english.splitlines()
    assert "  主体      + “清溪区总工会”居于句首，离它最近" in chinese.splitlines()
    assert "<pre>" in extraction.explain(place)._repr_html_()
    plain = extraction.explain(place).to_dict()
    assert json.loads(json.dumps(plain)) == plain


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_reason_has_words(samples, lang):
    for name in ("union-01.txt", "tw-101.txt"):
        text = (samples / name).read_text("utf-8")
        extraction = extract(text)
        explained = extraction.explain(0, len(text), lang=lang)
        records = {part.record for part in explained.parts}
        assert {fact.id for fact in extraction.facts} <= records
        for part in explained.parts:
            assert text[part.span.start : part.span.end] == part.span.text
            for reason in part.reasons:
                assert reason.text
                assert not re.search(r"[{}\x00-\x08]", reason.text)
                assert reason.text != reason.rule
                assert reason.rule in load_sentences()


@pytest.mark.parametrize(
    "text", [text for text in HOSTILE.values() if text], ids=[key for key in HOSTILE if HOSTILE[key]]
)
def test_no_text_breaks_it(text):
    text = text[:3000]
    explanation = extract(text).explain(0, len(text))
    assert explanation.parts
    assert str(explanation)


def test_sentences_fill_the_same_places_in_both_languages():
    for name, (chinese, english) in load_sentences().items():
        assert Counter(re.findall(r"{\w+", chinese)) == Counter(re.findall(r"{\w+", english)), name
    assert speak("en")("a.rule.of.yours") == "a.rule.of.yours"


def test_nothing_is_noted_while_nobody_asks(extraction):
    with trace.recording() as notes:
        extract("发展会员36人。")
    assert notes
    before = len(notes)
    extract("发展会员36人。")
    assert len(notes) == before
    assert not trace.is_recording()


def test_bad_input_is_one_line(extraction):
    failed = next(iter(unionie.extract_many([Report("", source="a.pdf", error="a scan")])))
    for call, reason in (
        (lambda: extraction.explain(len(TEXT)), "a place lies between 0 and"),
        (lambda: extraction.explain(-1), "a place lies between 0 and"),
        (lambda: extraction.explain(3, 2), "a place lies between 0 and"),
        (lambda: extraction.explain(3, lang="fr"), "lang is one of zh, en"),
        (lambda: unionie.extract("").explain(0), "a place lies between 0 and 0"),
    ):
        with pytest.raises(InputError, match=reason):
            call()
    with pytest.raises(InputError, match=r"a\.pdf: could not be read"):
        failed.explain(0)
