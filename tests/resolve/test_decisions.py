"""Which headlines make a report the decision that gives its honours."""

from __future__ import annotations

import pytest

from marked import read_marked
from unionie.resolve.decisions import is_decision

DECISIONS = [
    "<title>关于表彰2023年度先进工会的决定",
    "<title>临溪县总工会¶<subtitle>关于命名“职工之家”的通报",
    "<title>云州市人民政府嘉奖令¶<subtitle>关于给县公安局记功的命令",
    "<title>2022年度科学技术奖励公报",
]
OTHERS = [
    "<title>临溪县总工会2023年工作总结",
    "<title>我县召开表彰大会",
    "<title>全县工作情况通报",
    "<title>工作总结¶关于表彰先进工会的决定见附件",
]


@pytest.mark.parametrize(("text", "expected"), [*((t, True) for t in DECISIONS), *((t, False) for t in OTHERS)])
def test_headline(text: str, expected: bool) -> None:
    assert is_decision(read_marked(text).clean) is expected
