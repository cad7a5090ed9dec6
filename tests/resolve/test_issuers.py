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
    "who opens the report with what it goes by": (
        "春风化雨润桑梓\n\n　　临溪县红十字会坚持人道宗旨。全县人民热心公益，全县志愿者行动。\n　　募集善款86万元。",
        "临溪县红十字会",
    ),
    "who opens the report with a figure": (
        "守夜人\n\n　　临溪县公安局2023年破案624起。全县安宁。城北派出所守夜。\n　　返还赃款210万元。",
        "临溪县公安局",
    ),
    "not whoever opens it from above": (
        "坚守初心办实事\n\n　　省总工会坚持把服务职工放在首位。我县积极响应。全县职工参加。\n　　慰问职工860人。",
        "我县",
    ),
    "whose work a report presents": (
        "汇报\n\n市委督导组：\n　　现将我中心2023年工作情况汇报如下：\n　　全市平稳，全市好。\n　　检测水样64份。",
        "我中心",
    ),
    "whose work a report presents by name": (
        "情况汇报\n\n　　现将县供销社2023年工作汇报如下：\n　　全县农资充足，全县丰收。\n　　销售化肥860吨。",
        "县供销社",
    ),
    "an office that inspects, below": (
        "工作小结\n\n　　全县形势向好。全县项目提速。\n　　查处案件86件。\n\n临溪县审计局\n2023年7月5日",
        "临溪县审计局",
    ),
    "an office of a field, below": (
        "工作小结\n\n　　全县形势向好。全县项目提速。\n　　新增就业860人。\n\n临溪县人力资源和社会保障局\n2023年7月5日",
        "全县",
    ),
    "an office that inspects, above": (
        "信访工作简报（第9期）\n临溪县信访局　　　　2023年10月15日\n\n我县信访形势平稳\n\n　　受理来信来访1042件次。",
        "临溪县信访局",
    ),
    "what a letter passes on": (
        "关于印发《青禾控股有限公司2023年工作总结》的通知\n\n　　路桥公司领先。置业公司争先。\n　　上缴税费3.9亿元。",
        "青禾控股有限公司",
    ),
    "whose area a report presents": (
        "总结\n\n市绿化办：\n　　现将我区2023年绿化总结报送如下：\n　　区园林局负责养护。\n　　新增绿地86公顷。",
        "我区",
    ),
    "an office of a field presents its area": (
        "临溪县民政局工作报告\n\n　　现将我局工作报告如下：\n　　全县安稳，全县好。\n　　发放低保金8万元。",
        "全县",
    ),
    "a house and a part of it": (
        "灯火\n\n　　临溪县人民医院急诊科灯火通明。\n　　临溪县人民医院很忙。\n　　开通绿色通道126次。",
        "临溪县人民医院",
    ),
    "not who comes last in a list below": (
        "关于授予先进集体的决定\n\n　　全县学习先进。全县看齐。\n　　发放奖金86万元。\n\n青石机械公司\n临溪酒厂",
        "全县",
    ),
}


@pytest.mark.parametrize(("text", "subject"), CASES.values(), ids=CASES)
def test_whose_report_it_is(text: str, subject: str) -> None:
    assert unionie.extract(text, published="2024-02-01").facts[-1].subject == subject
