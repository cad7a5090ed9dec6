"""What is counted over a time beside what stands at its end: flows behind 年末, sums of all years, parts of a sum."""

from __future__ import annotations

import pytest

from dating import dates

HEAD = "东禾县2022年工作总结\n"
SUMMED = "2022@2022-12-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年末生猪存栏41.5万头，出栏62.3万头。", ["@2022-12-31", "2022"]),
        ("年末常住人口56万人，出生6521人。", ["@2022-12-31", "2022"]),
        ("年末拥有病床1200张，完成手术8600台。", ["@2022-12-31", "2022"]),
        ("年末拥有手术室12间，手术台18张。", ["@2022-12-31", "@2022-12-31"]),
        ("实现捐献14例，历年累计98例。", ["2022", "-"]),
        ("建会以来累计救助420人。", ["-"]),
        ("自2015年成立以来，累计救助420人。", ["2015-01-01/2022-12-31"]),
        ("截至12月31日，共接收款物8936万元，其中资金5217万元，物资折价3719万元。", [SUMMED, SUMMED, SUMMED]),
        ("建校舍12所，完工4所，余下8所将于2023年6月前开工。", ["2022", "2022", "!2023"]),
    ],
)
def test_flows_beside_stocks(text: str, expected: list[str]) -> None:
    assert dates(HEAD + text, published=None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("期末质量检测，优秀率61%。", "2021-02-01/2021-07-31"),
        ("期末评出三好学生86名。", "2021-02-01/2021-07-31"),
        ("期末，在册学生860名。", "@2021-07-31"),
    ],
)
def test_an_examination_is_no_day(text: str, expected: str) -> None:
    assert dates(f"东禾小学2020-2021学年度第二学期工作总结\n{text}", published=None) == [expected]
