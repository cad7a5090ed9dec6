"""Bodies that a line opens with before its year or session."""

from __future__ import annotations

import pytest

from unionie.tag.headings import find_headed_bodies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("——望海运输及服务业工会联合会二零零九年度会务报告", ["望海运输及服务业工会联合会"]),
        ("临溪县残联2017年工作总结\n临溪县残联坚持服务。", ["临溪县残联"]),
        ("临溪县总工会第七次代表大会", ["临溪县总工会"]),
        ("关于临溪县残联2017年工作", []),
        ("今年，临溪县残联2017年工作", []),
    ],
)
def test_bodies_before_a_year(text: str, names: list[str]) -> None:
    assert [text[mention.start : mention.end] for mention in find_headed_bodies(text)] == names
