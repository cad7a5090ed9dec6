"""Whose figures stand below a line that names who speaks, behind the name of a unit, or of a firm's first word."""

from __future__ import annotations

import pytest

import unionie

SOUND = "秋收到了\n\n（解说）全县收棉51万亩。\n\n【同期声】{}柳大江：\n今年签了7.2万亩作业合同。\n"
CASES = {
    "a body's head": (SOUND.format("柳河合作社理事长 "), ["全县", "柳河合作社"]),
    "the head of a department": (SOUND.format("柳河棉业质检科科长 "), ["全县", "柳河棉业"]),
    "the head of an office": (SOUND.format("县农业局局长 "), ["全县", "全县"]),
    "units that open their lines": (
        "研究院的账\n\n研究院立项96项。\n\n一、平台\n海藻平台。建成糖库1640种。\n微生物平台。保藏菌株5.8万株。\n",
        ["研究院", "海藻平台", "微生物平台"],
    ),
    "the first word of a firm": (
        "窑炉的账\n\n企业\t产量（吨）\n青鹭瓷业\t1240\n禾福卫浴\t860\n\n青鹭的难处在老窑。改一条窑花390万元。\n",
        ["青鹭瓷业", "禾福卫浴", "青鹭"],
    ),
}


@pytest.mark.parametrize(("text", "subjects"), CASES.values(), ids=CASES)
def test_whose_figure_it_is(text: str, subjects: list[str | None]) -> None:
    assert [fact.subject for fact in unionie.extract(text, published="2024-02-01").facts] == subjects
