"""Places that a report only passes are not where it is from."""

from __future__ import annotations

import pytest

import unionie

AID = "省总工会帮扶纪实\n记者从甘肃省职工互助保障中心获悉，全省参保187.6万人。"
COUNTY = "沙坪县总工会帮扶纪实\n2010年，县总工会走访职工60人。"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        (f"{AID}贵州籍职工蒋秀芬在毕节市七星关区务工，获助2万元。", "甘肃省"),
        (f"{AID}毕节市七星关区下岗职工蒋秀芬获助2万元。", "甘肃省"),
        (f"{COUNTY}在玉树地震发生后，全县职工捐款61.7万元。", "沙坪县"),
        (f"{COUNTY}东湖市第二中学教师裴文静获助2万元。", "沙坪县"),
        ("三江县2021年工作总结\n全县有组织输出到广州市天河区1036人。我县脱贫2万人。", "三江县"),
        ("团双桥县委2021年工作总结\n全县新建团组织30个。团县委培训青年60人。", "双桥县"),
        ("前三季度我省工会工作综述\n湖南省各级工会共受理案件6124件。全省已建立站点1863个。", "湖南省"),
        ("滨海经济技术开发区总工会（以下简称开发区总工会）2023年工作总结\n2023年，全区会员3万人。", None),
    ],
)
def test_where_a_report_is_from(text: str, region: str | None) -> None:
    assert unionie.extract(text).region == region
