"""Which year or day a figure has by what its sentence, its heading or the text around it tells."""

from __future__ import annotations

import pytest

import unionie
from unionie.records import Fact

HEAD = "甲县总工会2021年工作总结\n（2022年1月10日）\n\n　　"


def _fact(text: str, value: str, published: str | None = "2022-01-10") -> Fact:
    facts = unionie.extract(text, published=published).facts
    return next(fact for fact in facts if any(value == mention.text for mention in fact.mentions))


def _days(fact: Fact) -> tuple[str, str] | None:
    return (fact.period.start, fact.period.end) if fact.period else None


@pytest.mark.parametrize("text", ["青河大桥总投资3亿元，年内完成投资1.2亿元。", "总投资3亿元的青河大桥工程进展顺利。"])
def test_what_a_thing_costs_in_all_is_of_no_year(text: str) -> None:
    assert _days(_fact(HEAD + text, "3亿元")) is None


def test_the_share_of_such_a_sum_has_the_date_of_what_was_done() -> None:
    fact = _fact(HEAD + "青河大桥今年完成投资1.2亿元，占总投资3亿元的40%。", "40%")
    assert _days(fact) == ("2022-01-01", "2022-12-31")


def test_what_the_projects_of_a_year_cost_is_of_that_year() -> None:
    assert _days(_fact(HEAD + "2021年新开工项目7个，总投资3亿元。", "3亿元")) == ("2021-01-01", "2021-12-31")


def test_a_part_of_a_length_is_of_no_year_either() -> None:
    assert _days(_fact(HEAD + "青河大桥全长8.6公里，其中隧道5.3公里。", "5.3公里")) is None


def test_an_average_begins_behind_the_year_compared_with() -> None:
    text = "2021年，全镇总产值31.7亿元，是2016年的1.6倍，年均增长9.9%。"
    assert _days(_fact(HEAD + text, "9.9%")) == ("2017-01-01", "2021-12-31")


def test_what_is_compared_with_the_years_before_is_of_all_years() -> None:
    text = "五年累计生产原煤1508万吨，上缴税费31.2亿元，分别比“十三五”增长18.6%和44.3%。"
    assert _days(_fact("青岭煤矿工作总结\n（2026年1月16日）\n\n　　" + text, "18.6%", "2026-01-16")) == (
        "2021-01-01",
        "2025-12-31",
    )


@pytest.mark.parametrize(
    "heading", ["三、为完成上述任务拟采取的措施\n　　", "第三，今年怎么干。我算笔细账。\n　　组建账："]
)
def test_headings_announce_plans(heading: str) -> None:
    fact = _fact(f"{HEAD}2021年，全县建会50家。\n　　{heading}新建工会180个，发展会员1.2万人。", "180个")
    assert (fact.modality, _days(fact)) == ("target", ("2022-01-01", "2022-12-31"))


def test_a_bare_year_heads_plans_where_no_day_is_told() -> None:
    text = (
        "2017，青河人读了多少书？\n\n【借书】\n全年外借92万册。\n\n【2018，再见面】\n立个小目标：外借量突破100万册！\n"
    )
    fact = _fact(text, "突破100万册", None)
    assert (fact.modality, _days(fact)) == ("target", ("2018-01-01", "2018-12-31"))


def test_a_day_without_a_year_is_of_that_which_the_head_reviews() -> None:
    text = "2017年青河图书馆账单\n\n　　全年外借92万册；截至12月31日，持证读者18.9万人。\n"
    assert _fact(text, "18.9万人", None).as_of == "2017-12-31"


def test_quoted_words_about_next_year_hold_for_what_follows() -> None:
    text = "青河工务段消灭失格\n\n　　全年优良率92.7%。\n　　“明年还要加把劲。”李立新说，目标是优良率95%以上。"
    assert _days(_fact(text, "95%以上", "2006-12-29")) == ("2007-01-01", "2007-12-31")


def test_what_people_were_born_in_dates_nothing_behind() -> None:
    text = "青河供电所的灯\n\n　　1987年出生的她，进所多年。所里有光伏电站一座。她带出了41名徒弟。"
    assert _days(_fact(text, "41名", "2026-03-08")) != ("1987-01-01", "1987-12-31")


def test_the_same_time_is_the_day_named_before() -> None:
    text = "青河县转移群众\n\n　　截至21日18时，全县转移470人。\n　　县应急局统计，截至同一时间，全县受灾人口13.9万人。"
    assert _fact(text, "13.9万人", "2020-07-22").as_of == "2020-07-21"


def test_a_stretch_from_last_december_to_this_april_ends_there() -> None:
    text = "青河县外销鲜果\n\n　　县农业局公布成绩：去年12月至今年4月，全县外销鲜果1.2万吨。"
    assert _days(_fact(text, "1.2万吨", "2019-12-05")) == ("2018-12-01", "2019-04-30")


def test_a_basis_dates_nothing_behind_it() -> None:
    text = "甲县总工会2025年工作要点\n\n　　参保人数在去年8460人的基础上增长15%；筛查女职工1800名。"
    assert _days(_fact(text, "1800名", "2025-02-21")) == ("2025-01-01", "2025-12-31")


def test_the_whole_year_is_that_which_the_speaker_opened_with() -> None:
    text = (
        "青河市召开再就业会议\n今年力争4万人上岗\n\n　　昨天上午，市里召开会议。王立在报告中说，2003年，任务完成。"
        "年末失业率为4.1%。全年核发优惠证5.1万本。今年计划新增岗位6万个。\n　　今年，安排资金320万元。"
    )
    assert _days(_fact(text, "5.1万本", "2004-02-14")) == ("2003-01-01", "2003-12-31")


def test_the_end_of_a_month_that_has_passed_is_of_the_new_year() -> None:
    text = "甲县总工会2008年工作总结\n（2009年2月17日）\n\n　　到1月底，全县登记返乡农民工2.3万人。"
    assert _fact(text, "2.3万人", "2009-02-17").as_of == "2009-01-31"


def test_a_half_year_says_when_one_of_several_plans_is_due() -> None:
    text = "一、2021年工作回顾\n　　建会50家。\n二、2022年工作安排\n　　抓好风巷上半年贯通、供热改造等工程，招35人。"
    assert _days(_fact(HEAD + "\n" + text, "35人")) == ("2022-01-01", "2022-12-31")


def test_a_coming_year_of_one_clause_is_not_that_of_what_still_is() -> None:
    fact = _fact(HEAD + "黄老师明年就要退休了，仍然带着12名徒弟。", "12名")
    assert (fact.modality, _days(fact)) == ("actual", ("2021-01-01", "2021-12-31"))


def test_a_sentence_that_breaks_down_a_total_has_its_days() -> None:
    text = "（一）接收。5月12日至12月31日，接收款物1.8亿元。按来源分：市内捐赠4500万元。"
    assert _days(_fact(HEAD + text, "4500万元")) == ("2021-05-12", "2021-12-31")


def test_a_column_of_ratios_to_last_year_is_of_this_year() -> None:
    text = (
        "2021年支出完成情况如下表：\n项目\t决算数（万元）\t为上年（%）\n基建支出\t1330\t92.6\n教育支出\t7964\t109.7\n"
    )
    fact = _fact(HEAD + text, "92.6")
    assert (_days(fact), fact.baseline) == (("2021-01-01", "2021-12-31"), "year_on_year")


def test_what_generic_projects_cost_has_the_year_of_the_plan() -> None:
    fact = _fact(HEAD + "2022年，面向社会推介重大项目总投资不低于20亿元。", "不低于20亿元")
    assert (_days(fact), fact.modality) == (("2022-01-01", "2022-12-31"), "target")


def test_years_go_on_to_the_items_of_a_list_that_they_lead_up_to() -> None:
    text = (
        "甲县人民政府工作报告\n\n　　过去的五年，是跨越发展的五年。地区生产总值达到46亿元。\n"
        "　　——脱贫攻坚取得胜利。累计投入扶贫资金3.8亿元。\n　　——城乡面貌改善。新改建农村公路867公里。\n"
        "　　刚刚过去的2021年，完成固定资产投资27亿元。\n"
    )
    assert _days(_fact(text, "867公里")) == ("2017-01-01", "2021-12-31")
    assert _days(_fact(text, "27亿元")) == ("2021-01-01", "2021-12-31")


def test_the_time_of_one_item_does_not_reach_the_next() -> None:
    text = (
        "甲县妇联2025年上半年工作情况\n\n　　举办培训班14期。\n"
        "　　下半年，一是抓好筛查，全年任务8500人，目前已完成4920人；二是新增妇女微家30个。"
    )
    fact = _fact(text, "30个", "2025-07-08")
    assert (_days(fact), fact.modality) == (("2025-07-01", "2025-12-31"), "target")


def test_news_of_the_work_of_several_years_are_of_these() -> None:
    text = (
        "甲县法院发布白皮书\n\n　　甲县人民法院4月27日召开发布会，通报2020年至2022年该院案件审判情况。\n"
        "　　从用工主体看，小微企业涉诉占七成以上。"
    )
    assert _days(_fact(text, "七成以上", "2023-04-28")) == ("2020-01-01", "2022-12-31")


def test_what_must_be_by_a_day_goes_on_in_its_sentence() -> None:
    text = "甲矿工会见闻\n\n　　他透露，年底前全矿创新工作室要增加到12个，全年建议采纳率不低于40%。"
    assert _fact(text, "不低于40%", "2024-08-09").modality == "target"


def test_the_days_before_a_feast_just_past_are_of_this_year() -> None:
    text = "甲县表扬劳模\n\n　　五一劳动节前夕，甲县总工会表扬劳模36名。去年，甲县就业24万人，工会受理调解1148件。"
    assert _days(_fact(text, "36名", "2023-04-29")) == ("2023-04-24", "2023-04-30")


def test_news_of_february_that_name_no_other_year_are_of_this_one() -> None:
    text = "节后旅游热度不减\n\n　　甲城网消息（甲城播报）：假期结束，票价回落。\n　　节后一周，景区接待游客3万人次。"
    later = text + "2月5日以来，订单8600件。"
    assert _days(_fact(later, "8600件", "2025-02-18")) == ("2025-02-05", "2025-02-18")
    assert (_days(_fact(text, "3万人次", "2025-02-18")) or ("",))[0][:4] == "2025"


def test_the_years_of_one_piece_of_a_digest_are_not_those_of_the_next() -> None:
    text = "国内快讯\n\n　　“十五五”期间，甲省将划定重点区21个。\n\n　　抽检结果公布\n\n　　全国共完成抽检229批次。"
    assert _days(_fact(text, "229批次", "2026-08-04")) == ("2026-01-01", "2026-12-31")


def test_months_of_a_text_without_a_day_are_of_the_year_of_its_number() -> None:
    text = "专题会议纪要\n〔2021〕第36号\n\n一季度经济运行分析会议纪要\n\n　　4月16日，会议召开。产值增长5.6%。"
    extraction = unionie.extract(text)
    assert extraction.period is not None
    assert (extraction.period.start, extraction.period.end) == ("2021-01-01", "2021-03-31")


def test_a_level_of_so_many_years_in_a_row_is_of_just_so_many() -> None:
    text = (
        "甲县政府工作报告\n\n　　一、过去五年工作回顾\n　　2019年至2023年，全县粮食总产量连续四年稳定在13亿斤以上，"
        "五年共新建学校12所。"
    )
    (grain,) = [fact for fact in unionie.extract(text, published="2024-01-20").facts if "粮食" in fact.indicator]
    assert grain.period is not None
    assert (grain.period.start, grain.period.end) == ("2020-01-01", "2023-12-31")


@pytest.mark.parametrize("line", ["（2023年9月）", "第86期　二〇二三年九月", "2023年9月号"])
def test_a_month_in_the_head_tells_when_a_text_was_written(line: str) -> None:
    text = f"甲厂工会通讯\n{line}\n\n　　去年走访职工53户。\n　　8月22日，慰问职工64人。\n"
    days = [_days(fact) for fact in unionie.extract(text).facts]
    assert days == [("2022-01-01", "2022-12-31"), ("2023-08-22", "2023-08-22")]


@pytest.mark.parametrize("line", ["乙教发〔2012〕9号", "（2012年第5期）", "〔2012〕第8期"])
def test_last_year_counts_from_the_year_of_a_number(line: str) -> None:
    text = f"乙市教育局文件\n{line}\n\n安全工作通报\n\n　　去年，全市排查隐患1463处。\n"
    assert [_days(fact) for fact in unionie.extract(text).facts] == [("2011-01-01", "2011-12-31")]


def test_years_so_far_in_a_text_without_a_day_end_with_the_year_reviewed() -> None:
    text = "甲县总工会2018年工作总结\n\n　　三年来，县总工会办案638件。近三年，走访职工860人。"
    facts = unionie.extract(text).facts
    assert [fact.period and (fact.period.start, fact.period.end) for fact in facts] == [
        ("2016-01-01", "2018-12-31")
    ] * 2
