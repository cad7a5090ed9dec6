"""Whose report it is, by who issues it and by what it calls itself."""

from __future__ import annotations

import pytest

import unionie

CASES = {
    "the letterhead of a union": (
        (
            "北江矿机集团工会委员会文件\n北工发〔2022〕8号\n\n关于冬季安全检查情况的通报\n\n各分厂工会：\n"
            "　　集团工会会同安环部进行了检查。全集团平稳。\n一、情况\n　　共检查班组86个。\n"
        ),
        "集团工会",
    ),
    "a notice of a contest's results": (
        (
            "临溪县总工会\n关于“迎新春”职工歌咏比赛结果的通报\n临工发〔2023〕6号\n\n各镇总工会：\n"
            "　　县总工会在县剧院举办了“迎新春”职工歌咏比赛。\n　　评出一等奖2个。\n"
        ),
        "县总工会",
    ),
    "the league as such": (
        (
            "奋力开创我市共青团工作新局面\n——在共青团云江市六届二次全委会议上的报告\n\n同志们：\n"
            "　　全市青年踊跃争先。\n　　新命名青年文明号16个。\n"
        ),
        "全市",
    ),
    "all procurators of the area": (
        (
            "云江市人民检察院工作报告\n云江市人民检察院检察长　柳青青\n\n各位代表：\n"
            "　　全市检察机关坚持司法为民。市检察院办案。市检察院听证。市检察院接访。\n　　一、维稳。批准逮捕486人。\n"
        ),
        "全市检察机关",
    ),
    "what a district of schools calls itself": (
        ("学年总结会纪要\n\n　　全学区稳步前进。青石小学争先。云溪县城西学区重视读书。\n　　购书8600册。\n"),
        "全学区",
    ),
    "who publishes": (
        "云江新区总工会　微信公众号\n\n第六届职工创新大赛结果出炉\n\n　　昨日落幕。\n　　共征集项目312个。\n",
        "第六届职工创新大赛",
    ),
}


@pytest.mark.parametrize(("text", "subject"), CASES.values(), ids=CASES)
def test_whose_report_it_is(text: str, subject: str) -> None:
    assert unionie.extract(text, published="2024-02-01").facts[-1].subject == subject
