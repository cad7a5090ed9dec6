"""Plans of the year that begins within days of a report, and under headings that count questions."""

from __future__ import annotations

import unionie


def test_the_year_that_begins_in_two_days_is_planned() -> None:
    text = "甲社区2020年工作总结\n\n今年加装电梯5部。2021年物业覆盖率100%，新建驿站6个。\n"
    facts = unionie.extract(text, published="2020-12-30").facts
    assert {fact.mentions[0].text: fact.modality for fact in facts} == {
        "5部": "actual",
        "100%": "target",
        "6个": "target",
    }


def test_a_question_that_is_counted_is_no_problem() -> None:
    first, second = "第一个问题，2009年工作回顾\n木材产量13万立方米。\n", "第二个问题，2010年主要目标\n造林3000公顷。\n"
    text = f"在甲林业局工作会议上的报告\n\n{first}{second}"
    facts = unionie.extract(text, published="2010-01-15").facts
    assert {fact.mentions[0].text: fact.modality for fact in facts} == {"13万立方米": "actual", "3000公顷": "target"}


def modalities(text: str, published: str) -> dict[str, str]:
    return {fact.mentions[0].text: fact.modality for fact in unionie.extract(text, published=published).facts}


def test_main_points_of_the_coming_year_are_planned() -> None:
    text = (
        "甲县水务局2019年工作总结暨2020年工作要点\n\n一、2019年工作总结\n建成水窖120口。\n\n"
        "二、2020年工作要点\n灌溉面积稳定在3万亩，累计建成渠道60公里。\n"
    )
    told = modalities(text, "2020-01-20")
    assert told == {"120口": "actual", "3万亩": "target", "60公里": "target"}


def test_immunization_is_no_plan() -> None:
    text = "甲州疾控中心半年工作情况\n\n免疫规划\n适龄儿童报告接种率97.2%。\n"
    assert modalities(text, "2016-07-20") == {"97.2%": "actual"}


def test_what_there_is_now_is_no_plan() -> None:
    told = modalities("到2027年要建成省级平台30个，目前有22个。", "2025-07-20")
    assert told == {"30个": "target", "22个": "actual"}


def test_within_a_year_that_the_sentence_names_is_planned_for_it() -> None:
    text = "甲县农业局2018年工作总结\n\n收粮2万吨。\n2019年，计划种麦4.9万亩，收粮2.1万吨；年内新增合作社8家。\n"
    facts = unionie.extract(text, published="2018-12-25").facts
    told = {fact.mentions[0].text: (fact.modality, fact.period and fact.period.start) for fact in facts}
    assert told["2万吨"] == ("actual", "2018-01-01")
    assert told["8家"] == ("target", "2019-01-01")


def test_what_there_is_at_the_end_of_a_year_december_can_tell() -> None:
    text = "甲镇2023年工作总结\n\n全镇种麦4.8万亩。年末牛羊存栏8.4万头。\n"
    assert modalities(text, "2023-12-12") == {"4.8万亩": "actual", "8.4万头": "actual"}


def test_what_somebody_has_got_is_no_plan() -> None:
    told = modalities("工会今年替职工争取到赔偿80万元；争取到2030年建成驿站60个。", "2025-07-20")
    assert told == {"80万元": "actual", "60个": "target"}


def test_a_clause_that_turns_to_what_somebody_must_do_is_planned() -> None:
    text = "甲县总工会2025年工作要点\n\n办比赛12场。去年获得省劳动奖章的乙厂主任梁建平，要带徒弟10名。\n"
    assert modalities(text, "2025-02-21") == {"12场": "target", "10名": "target"}


def test_the_task_of_a_year_is_not_of_the_half_that_opens_its_paragraph() -> None:
    text = "甲县妇联2025年上半年工作报告\n\n上半年，办班14期。\n下半年，抓好筛查，全年任务8500人；新增家长学校30所。\n"
    facts = unionie.extract(text, published="2025-07-08").facts
    told = {fact.mentions[0].text: fact.period and fact.period.start for fact in facts}
    assert told == {"14期": "2025-01-01", "8500人": "2025-01-01", "30所": "2025-07-01"}


def test_what_the_second_half_demands_is_planned() -> None:
    text = "甲支队工作通报\n\n一、灭火\n1至6月救火86起。\n\n二、下半年要求\n配备水车2台。\n"
    assert modalities(text, "2021-07-08") == {"86起": "actual", "2台": "target"}


def test_a_section_that_goes_with_the_plan_goes_on_with_it() -> None:
    text = (
        "白水县政府工作报告\n\n一、2025年工作回顾\n\n　　新建公园2个。\n\n二、2026年工作安排\n\n　　改造小区12个。\n\n"
        "三、全面加强政府自身建设\n\n　　办好12件民生实事。"
    )
    facts = unionie.extract(text).facts
    assert [(fact.modality, fact.period and fact.period.start[:4]) for fact in facts] == [
        ("actual", "2025"),
        ("target", "2026"),
        ("target", "2026"),
    ]
