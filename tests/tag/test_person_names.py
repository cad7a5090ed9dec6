"""Names of people made whole."""

from __future__ import annotations

import pytest

from unionie.frames import Mention
from unionie.tag.person_names import make_persons_whole


@pytest.mark.parametrize(
    ("text", "found", "names"),
    [
        ("理事尤岚尼.伊岚卡（布农族）", ["尤岚尼", "伊岚卡"], ["尤岚尼.伊岚卡"]),
        ("理事尤岚尼.伊岚卡（布农族）", ["尤岚尼"], ["尤岚尼.伊岚卡"]),
        ("外教John Smith获奖", ["John", "Smith"], ["John Smith"]),
        ("John Smith 李青", ["John Smith", "李青"], ["John Smith", "李青"]),
        ("李青 王岚", ["李青", "王岚"], ["李青", "王岚"]),
        ("护士马岚也、王青获奖", ["马岚", "王青"], ["马岚也", "王青"]),
        ("李青也到了，", ["李青"], ["李青"]),
        ("那岚满都拉就喊", ["那岚满"], ["那岚满都拉"]),
        ("李满都拉着手", ["李满"], ["李满"]),
        ("所长李青岚则说", ["李青岚则"], ["李青岚"]),
        ("所长李青则说", ["李青则"], ["李青则"]),
        ("所长欧阳青岚也表示", ["欧阳青岚也"], ["欧阳青岚"]),
    ],
)
def test_the_parts_of_a_name_are_one(text: str, found: list[str], names: list[str]) -> None:
    mentions = [Mention(text.index(name), text.index(name) + len(name), "PERSON", "learned", {}) for name in found]
    assert [text[m.start : m.end] for m in make_persons_whole(text, mentions)] == names


def test_a_name_is_whole_wherever_it_stands() -> None:
    text = "护士马岚也、王青到场。马岚也被授予称号"
    mentions = [Mention(2, 4, "PERSON", "learned", {}), Mention(11, 13, "PERSON", "learned", {})]
    assert [text[m.start : m.end] for m in make_persons_whole(text, mentions)] == ["马岚也", "马岚也"]
