"""Which clause a time dates: what is in brackets behind a season, a record since a year, a term of several years."""

from __future__ import annotations

import pytest

from dating import dates

YEAR = "东禾县2022年工作总结\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平均气温17.3℃，为1961年以来第2高；降水量1486毫米。", ["2022", "2022"]),
        ("平均气温17.3℃，为1961年以来最高；降水量1486毫米。", ["2022", "2022"]),
        ("1961年以来第三次大修水库，投入430万元。", ["1961-01-01/2022-12-31"]),
        ("汛期（4月至9月），发布预警263次。", ["2022-04-01/2022-09-30"]),
        ("暑期活动（7月至8月）参加学童785名。", ["2022-07-01/2022-08-31"]),
        ("“护苗行动”（6月至9月）查处案件21起。", ["2022-06-01/2022-09-30"]),
        ("购买设备（6月验收）21台。", ["2022"]),
    ],
)
def test_seasons_and_records(text: str, expected: list[str]) -> None:
    assert dates(YEAR + text, published=None) == expected
