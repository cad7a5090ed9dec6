"""Figures of single persons: nobody else's, and named without the person."""

from __future__ import annotations

import pytest

import unionie


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("骑手曹大勇花去医药费2.3万元。", "花去医药费"),
        ("护士谢小满领到救助金1.8万元。", "领到救助金"),
        ("在长沙务工的怀化籍农民工向德胜领到1.6万元。", "领到"),
        ("职工蒋秀芬靠着1.2万元助学金读完大学。", "靠着助学金读完大学"),
    ],
)
def test_a_persons_figure_names_no_person_and_has_no_subject(text: str, indicator: str) -> None:
    (fact,) = unionie.extract(f"沙坪县总工会2023年工作总结\n{text}").facts
    assert (fact.indicator, fact.subject) == (indicator, None)


def test_who_does_it_for_a_body_is_no_part_of_what_is_done() -> None:
    (fact,) = unionie.extract("沙坪县总工会2023年工作总结\n镇总工会主席（兼）褚卫华慰问职工60人。").facts
    assert (fact.indicator, fact.subject) == ("慰问职工", "镇总工会")


def test_who_is_paid_has_won_nothing() -> None:
    text = "沙坪县总工会2023年工作总结\n职工李敏获赔1.5万元。教师裴文静获助2万元。"
    assert [person.role for person in unionie.extract(text).people] == ["other", "other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("镇总工会主席（兼）、镇党委副书记褚卫华到场。", [("镇党委", ("镇总工会主席", "镇党委副书记"), "official")]),
        ("县教育工会副主席（挂职）李敏到场。", [("县教育工会", ("副主席",), "official")]),
        ("怀化籍农民工向德胜说，拿到了钱。", [(None, ("农民工",), "speaker")]),
        ("万春兰2015年起任市中心医院工会主席。", [("市中心医院工会", ("主席",), "official")]),
        ("电工小秦因母亲住院获救助。", []),
    ],
)
def test_posts_of_those_told_of(text: str, expected: list[tuple[str | None, tuple[str, ...], str]]) -> None:
    people = unionie.extract(f"沙坪县总工会2023年工作总结\n{text}").people
    assert [(person.organization, tuple(person.titles), person.role) for person in people] == expected


@pytest.mark.parametrize("text", ["主任陈立到车间慰问职工60人。", "副主席李敏说，今年慰问职工60人。"])
def test_a_sentence_is_no_byline(text: str) -> None:
    extraction = unionie.extract(f"沙坪县总工会帮扶困难职工\n{text}")
    assert not extraction.authors
