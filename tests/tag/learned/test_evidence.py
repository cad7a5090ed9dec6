"""Hints: where they lie in windows, what they add, what a name teaches elsewhere."""

from __future__ import annotations

import numpy as np
import pytest

from unionie.tag.learned.evidence import Hint, find_repeats, leave_parts_out, place_hints

LABELS = ("ORG", "PERSON")
ROWS = [(0, 0, 10), (0, 10, 20), (1, 0, 8)]


def test_hints_stand_in_the_row_that_holds_them_whole() -> None:
    hints = {0: [Hint(2, 5, "ORG", 4.0), Hint(8, 12, "ORG", 4.0), Hint(12, 13, "PERSON", 2.0)]}
    placed = place_hints(ROWS, hints, LABELS)
    assert [column.tolist() for column in placed] == [[0, 1], [2, 2], [4, 2], [0, 1], [4.0, 2.0]]


def test_a_label_that_the_model_has_not_says_nothing() -> None:
    assert not len(place_hints(ROWS, {0: [Hint(2, 5, "WORK", 4.0)]}, LABELS).row)


def test_half_a_weight_opens_and_half_closes() -> None:
    placed = place_hints(ROWS, {0: [Hint(2, 5, "PERSON", 4.0)], 1: [Hint(3, 4, "ORG", 6.0)]}, LABELS)
    scores = np.zeros((10, 2, 9), dtype=np.float32)
    placed.add_to(scores, np.array([2, 0]))  # rows as they stand in a batch
    added = {place: scores[place] for place in zip(*np.nonzero(scores), strict=True)}
    assert added == {(2, 1, 5): 2.0, (4, 1, 7): 2.0, (3, 0, 4): 6.0}  # B and E of PERSON, S of ORG twice


@pytest.mark.parametrize(("probability", "found"), [(0.95, [(9, 12)]), (0.6, [])])
def test_only_a_sure_name_teaches(probability: float, found: list[tuple[int, int]]) -> None:
    repeats = find_repeats("冀爱国同志说：慰问冀爱国", [(0, 3, "PERSON", probability)], 0.9, 3.0)
    assert [(hint.start, hint.end) for hint in repeats] == found


def test_what_was_found_is_no_repeat() -> None:
    spans = [(0, 3, "PERSON", 0.95), (4, 7, "PERSON", 0.5)]
    assert not list(find_repeats("冀爱国、冀爱国", spans, 0.9, 3.0))


def test_a_body_named_after_its_area_teaches_the_area() -> None:
    text = "柘溪县总工会说，柘溪下了雪，柘溪县总工会没有停工，柘溪县总面积不大。"
    spans = [(0, 6, "ORG", 0.95), (14, 20, "ORG", 0.5)]
    hints = list(find_repeats(text, spans, 0.9, 3.0))
    assert [(text[hint.start : hint.end], hint.label) for hint in hints] == [("柘溪", "LOC"), ("柘溪县", "LOC")]


def test_a_great_place_or_a_common_word_teaches_no_area() -> None:
    text = "江西省总工会、高新区管委会。江西和高新技术。"
    assert not list(find_repeats(text, [(0, 6, "ORG", 0.95), (7, 13, "ORG", 0.95)], 0.9, 3.0))


def test_what_rules_say_of_a_part_of_a_body_found_whole_is_left_out():
    whole = [(4, 12, "ORG", 0.6), (20, 28, "ORG", 0.3), (30, 38, "LOC", 0.9)]
    inside, same, sure, wider, unsure = (
        Hint(9, 12, "ORG", 7.0),
        Hint(4, 12, "ORG", 7.0),
        Hint(9, 12, "PERSON", 5.0),
        Hint(9, 14, "ORG", 7.0),
        Hint(24, 28, "ORG", 7.0),
    )
    place = Hint(30, 33, "LOC", 3.0)
    assert leave_parts_out([inside, same, sure, wider, unsure, place], whole, 0.5) == [same, sure, wider, unsure, place]
