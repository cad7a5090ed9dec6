"""Rules and the learned tagger joined: who stays, with what attributes."""

from __future__ import annotations

from unionie.frames import Mention
from unionie.tag.attributes import attributes
from unionie.tag.join import hints_of, join_mentions
from unionie.tag.learned.tagger import Tagged

from .builders import hand_made

TEXT = "综采二队的丁兰芝说，《矿灯》写的是云岫集团工会"


def join(mentions: list[Mention], spans: list[Tagged], **given: object) -> list[tuple[str, str, str]]:
    joined = join_mentions(hand_made(TEXT, **given), mentions, spans)  # type: ignore[arg-type]
    return [(TEXT[m.start : m.end], m.label, m.rule) for m in joined]


def test_what_is_unlikely_goes_and_what_rules_found_keeps_their_attributes() -> None:
    ruled = [Mention(5, 8, "PERSON", "person.speaks", {"name": "丁兰芝"})]
    spans = [Tagged(0, 4, "ORG", 0.8), Tagged(5, 8, "PERSON", 0.9), Tagged(17, 23, "ORG", 0.3)]
    assert join(ruled, spans) == [("综采二队", "ORG", "learned"), ("丁兰芝", "PERSON", "person.speaks")]


def test_persons_and_places_that_no_rule_found_must_be_surer() -> None:
    spans = [Tagged(0, 4, "ORG", 0.5), Tagged(5, 8, "PERSON", 0.45)]
    assert join([], spans) == [("综采二队", "ORG", "learned")]
    ruled = [Mention(5, 8, "PERSON", "person.speaks", {"name": "丁兰芝"})]
    assert join(ruled, spans)[1:] == [("丁兰芝", "PERSON", "person.speaks")]


def test_a_mention_of_the_rules_that_the_tagger_refuses_goes() -> None:
    assert join([Mention(5, 8, "PERSON", "person.list", {"name": "丁兰芝"})], []) == []


def test_titles_in_book_marks_are_the_rules_own() -> None:
    work = Mention(10, 14, "WORK", "work.marks", {})
    assert join([work], [Tagged(11, 13, "ORG", 0.9), Tagged(15, 16, "WORK", 0.9)]) == [
        ("《矿灯》", "WORK", "work.marks")
    ]


def test_a_users_name_stays_unless_a_longer_one_holds_it() -> None:
    given = Mention(17, 21, "ORG", "given", {"name": "云岫集团"})
    assert hints_of([given])[0].weight > hints_of([given._replace(rule="org.head")])[0].weight
    assert join([given], []) == [("云岫集团", "ORG", "given")]
    assert join([given], [Tagged(17, 23, "ORG", 0.9)]) == [("云岫集团工会", "ORG", "learned")]
    assert join([given], [Tagged(17, 20, "PERSON", 0.9)]) == [("云岫集团", "ORG", "given")]


def test_the_rules_are_surer_of_a_body_with_its_part() -> None:
    part = Mention(0, 4, "ORG", "org.part", {})
    assert hints_of([part])[0].weight > hints_of([part._replace(rule="org.head")])[0].weight


def test_a_name_crosses_no_number() -> None:
    spans = [Tagged(0, 4, "ORG", 0.9)]
    assert [m.label for m in join_mentions(hand_made(TEXT), [], spans, [(2, 4)])] == ["ORG"]
    assert join_mentions(hand_made(TEXT), [], spans, [(2, 6)]) == []


def test_no_honour_stands_in_furniture() -> None:
    assert join([], [Tagged(0, 4, "AWARD", 0.9)], kind="furniture") == []


def test_attributes_are_those_of_the_finders() -> None:
    assert attributes("云岫集团工会", "ORG") == {"type": "union"}
    assert attributes("岚溪县", "LOC") == {"level": "county"}
    assert attributes("李　昊", "PERSON") == {"name": "李昊"}
    assert attributes("省“先锋杯”一等奖", "AWARD") == {"name": "省先锋杯", "rank": "一等奖", "level": "province"}
    assert attributes("主席", "TITLE") == {}


def test_nobody_is_called_like_an_area_of_the_text() -> None:
    text = "甲省曹青县林场造林。曹青人不怕苦，曹青打算再造林。"
    spans = [Tagged(0, 7, "ORG", 0.9), Tagged(10, 13, "PERSON", 0.9), Tagged(17, 19, "PERSON", 0.9)]
    joined = join_mentions(hand_made(text), [], spans)
    assert [(text[m.start : m.end], m.label) for m in joined] == [("甲省曹青县林场", "ORG"), ("曹青", "LOC")]


def test_persons_whom_nothing_but_the_tagger_tells_are_named_like_persons() -> None:
    text = "推进碳达峰，落实林长制；所长自学军到岗"
    clean = hand_made(text)
    peak, system = Tagged(2, 5, "PERSON", 0.65), Tagged(8, 11, "PERSON", 0.97)
    assert join_mentions(clean, [], [peak, system]) == []
    head = [Tagged(12, 14, "TITLE", 0.9), Tagged(14, 17, "PERSON", 0.65)]
    assert [text[m.start : m.end] for m in join_mentions(clean, [], head)] == ["所长", "自学军"]


def test_a_village_behind_its_township_is_one_address_with_it() -> None:
    text = "甲县乙水镇丙坪村，甲县丁江大桥"
    spans = [Tagged(0, 5, "LOC", 0.9), Tagged(5, 8, "LOC", 0.9), Tagged(9, 11, "LOC", 0.9), Tagged(11, 15, "LOC", 0.9)]
    joined = join_mentions(hand_made(text), [], spans)
    assert [text[m.start : m.end] for m in joined] == ["甲县乙水镇丙坪村", "甲县", "丁江大桥"]


def test_the_name_of_a_series_of_features_is_no_body() -> None:
    text = "【高质量发展调研行】甲城布局新产业"
    assert join_mentions(hand_made(text), [], [Tagged(1, 9, "ORG", 0.9)]) == []


def test_short_names_joined_over_a_mark_are_places() -> None:
    joined = join_mentions(hand_made("白水、青阳获评先进。"), [], [Tagged(0, 5, "ORG", 0.9)])
    assert [(m.start, m.end, m.label) for m in joined] == [(0, 2, "LOC"), (3, 5, "LOC")]
