"""What of a section on five years is of all of them, and what stands at their end: the form of the words decides."""

from __future__ import annotations

import pytest

from dating import dates

HEAD = "东禾县2026年政府工作报告\n\n一、过去五年工作回顾\n\n　　五年来，成绩显著。\n\n　　"
ALL = "2021-01-01/2025-12-31"


def _years(text: str) -> list[str]:
    return dates(HEAD + text, published="2026-01-16")


@pytest.mark.parametrize(
    "text",
    [
        "机构超过30家。",
        "机构拓展至30家。",
        "机构发展到30家。",
        "运营里程超过580公里。",
        "吞吐能力突破2亿吨。",
        "差距缩小到2000元。",
        "审批时间压缩至3天。",
        "成本压减到2万元。",
        "区域创新能力升至全国第二。",
        "出货量居全球第一。",
        "人均预期寿命79岁。",
        "住院报销比例70%。",
        "产值占全省比重50%。",
        "在岗教师7万人。",
        "驻地院士70位。",
        "网络辐射75个城市。",
        "年度赔付金额突破3000万元。",
        "每万名会员配备工会干部1.7名。",
    ],
)
def test_what_has_come_to_a_value_or_stands_is_of_the_last_year(text: str) -> None:
    assert _years(text) == ["2025"]


@pytest.mark.parametrize(
    "text",
    [
        "累计完成农业产值900亿元。",
        "累计发放贷款900亿元。",
        "实际利用外资累计达到150亿美元。",
        "贷款余额新增300亿元。",
        "服务职工超过3万人次。",
        "完成水利投资超1000亿元。",
        "发放贷款突破300亿元。",
    ],
)
def test_what_is_summed_up_or_added_is_of_all_years(text: str) -> None:
    assert _years(text) == [ALL]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建公园3个，绿地占比达到60%。", [ALL, "2025"]),
        ("城市绿地面积新增300亩、达到4500亩。", [ALL, "2025"]),
        ("建成各类站点1120座，总量居全省第二。", [ALL, "2025"]),
        ("建成高标准农田18.6万亩，累计达41.2万亩。", [ALL, "2025"]),
        ("事故起数、死亡人数比2020年分别下降65.3%、58.3%。", ["2025", "2025"]),
        ("群众安全感连续7年保持98%以上。", ["2019-01-01/2025-12-31"]),
    ],
)
def test_values_side_by_side_have_each_its_own_years(text: str, expected: list[str]) -> None:
    assert _years(text) == expected
