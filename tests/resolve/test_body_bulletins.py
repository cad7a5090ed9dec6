"""A text of many pieces of news from many provinces is about nobody, however often one of them names a body."""

from __future__ import annotations

import unionie

_PLACES = ("四川", "贵州", "云南", "广东", "海南")


def test_nobody_owns_what_each_piece_leaves_open() -> None:
    pieces = [
        f"　　云视网消息（晚间联播）：{where}迎来客流高峰。\n　　惠及旅客{number}万人。"
        for number, where in enumerate(_PLACES, 2)
    ]
    pieces += ["　　云视网消息（晚间联播）：青鹭海关通关提速。青鹭海关新设窗口。青鹭海关办理业务36件。"]
    facts = unionie.extract("《晚间联播》\n\n" + "\n".join(pieces)).facts
    assert {fact.subject for fact in facts if fact.unit == "人"} == {None}
    assert [fact.subject for fact in facts if fact.unit == "件"] == ["青鹭海关"]
