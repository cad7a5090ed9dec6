"""What is done up to a day has a period and the day; what stands then the day alone; yardsticks make no plans."""

from __future__ import annotations

import pytest

from dating import dates

HEAD = "东禾县2019年工作总结\n"
SUMMED = "2019-01-01/2019-11-30@2019-11-30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至11月底，全县城镇新增就业6842人，失业人员再就业1207人。", [SUMMED, SUMMED]),
        ("截至11月底，我局新建厕所38座、培训农民450人次、拨付资金86万元。", [SUMMED, SUMMED, SUMMED]),
        ("截至11月底，建成站点31个，会员达到2800人。", ["@2019-11-30", "@2019-11-30"]),
        ("增速高于年初目标0.1个百分点，位居全市第3。", ["2019", "2019"]),
        ("完成投资12亿元，占任务104%。", ["2019", "2019"]),
        ("力争新建公园3个，改造小区12个。", ["!2019", "!2019"]),
    ],
)
def test_done_by_a_day(text: str, expected: list[str]) -> None:
    assert dates(HEAD + text, published=None) == expected


def test_the_half_year_behind_the_one_reviewed_is_ahead() -> None:
    text = "东禾县2022年上半年工作总结\n上半年新建公园2个。下半年，新建充电桩120个。"
    assert dates(text, published=None) == ["2022-01-01/2022-06-30", "!2022-07-01/2022-12-31"]
