"""Which days a time means in its report: months of plans and of financial years, days alone, values put aside."""

from __future__ import annotations

import pytest

import unionie
from dating import REVIEW, dates


@pytest.mark.parametrize(
    ("head", "published", "period"),
    [
        ("全年营收36亿元\n甲城轴承集团\n——甲城轴承集团2022年经营综述", "2023-01-09", ("2022-01-01", "2022-12-31")),
        (
            (
                "甲城日报\n2023年12月29日　星期五\n农历癸卯年十一月十七　第5版·深度\n"
                "推行网格化建会的甲城样本\n三千条线，牵住一座城\n——2023年市总工会工作扫描"
            ),
            "2023-12-29",
            ("2023-01-01", "2023-12-31"),
        ),
        (
            "甲县防沙治沙工作情况\n\n县人大常委会：\n　　现将1至10月情况报告如下。",
            "2023-11-20",
            ("2023-01-01", "2023-10-31"),
        ),
    ],
)
def test_a_line_that_names_its_year_tells_what_is_reviewed(head: str, published: str, period: tuple[str, str]) -> None:
    told = unionie.extract(f"{head}\n\n　　新建工会36家。", published=published).period
    assert told is not None
    assert (told.start, told.end) == period


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("　　产粮11万吨，去年是12万吨。\n\n　　年末全县茶园16万亩。", "2023-12-27", ["2023", "2022", "@2023-12-31"]),
        ("　　大家定了下半年三件事：投120万元建冷库。", "2023-06-28", ["!2023-07-01/2023-12-31"]),
        (
            "　　新建工会36家。\n\n二、下半年计划\n　　四季度表彰职工26名。",
            "2023-07-10",
            ["2023", "!2023-10-01/2023-12-31"],
        ),
        ("　　新建工会36家。\n\n【2024，这样干】\n　　发展会员5600人。", "2024-01-22", ["2023", "!2024"]),
        ("　　7月下旬，转移群众4300人。", "2023-12-27", ["2023-07-01/2023-07-31"]),
        ("　　6月中旬至8月底，受旱21万亩。", "2023-12-27", ["2023-06-01/2023-08-31"]),
        (
            "　　今年上半年产值1.9亿元。\n\n　　截至4日20时，恢复供电5.6万户。",
            "2023-08-05",
            ["2023-01-01/2023-06-30", "@2023-08-04"],
        ),
    ],
)
def test_what_lies_ahead_is_to_come(text: str, published: str, expected: list[str]) -> None:
    assert dates(f"甲县2023年工作情况\n\n{text}", published) == expected


def test_months_lie_in_the_financial_year_and_the_day_of_a_resolution_heads_nothing() -> None:
    text = (
        "香港甲業協會二零二二／二三年度會務報告\n\n（二零二三年六月十九日第三十八屆會員大會通過）\n\n各位會員：\n"
        "　　截至三月底，本會有會員7,942人。\n　　談判16輪。"
    )
    assert dates(text, "2023-06-19") == ["@2023-03-31", "2022-04-01/2023-03-31"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("【招商】1至11月，新批项目23个；合同外资1.5亿美元。", ["2023-01-01/2023-11-30"] * 2),
        ("小学普及教育于2004年通过验收，入学率98.7%。", ["2023"]),
        ("人均年工资6.3万元，2021年是5.6万元，增长12.5%。", ["2023", "2021", "2023"]),
        ("净亏损3.3亿元，上年同期为盈利5.8亿元；亏损4.1亿元。", ["2023", "2022", "2023"]),
        ("二级公路8月底建成通车，行车时间缩短为50分钟。", ["2023"]),
        ("截至岁末，建会企业达3908家。", ["@2023-12-31"]),
        ("到6月末，支出8940万元。", ["2023-01-01/2023-06-30@2023-06-30"]),
        ("到6月末，支出率48%。", ["@2023-06-30"]),
        ("年末有会员5.8万人，比上年末净增2100人；女会员占23%。", ["@2023-12-31", "2023", "@2023-12-31"]),
    ],
)
def test_a_time_dates_its_own_clause(text: str, expected: list[str]) -> None:
    assert dates(REVIEW + "工作有序。" + text) == expected


def test_the_whole_year_is_that_which_opens_the_paragraph() -> None:
    text = "甲县总工会关于表彰2019年先进的决定\n\n　　2018年，建会稳步推进。全年新建工会36家。\n　　2019年4月28日"
    assert dates(text) == ["2018"]


@pytest.mark.parametrize("there", ["全县168个行政村中有126个通了公路。", "检察官11名，平均年龄36岁。"])
def test_who_is_there_at_the_end_of_several_years(there: str) -> None:
    assert dates(f"甲县检察院2019—2023年工作报告\n\n　　五年来发出督促令29封。{there}")[-1] == "2023"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "　　前三季度，新建工会36家。\n\n　　同期，走访职工86人。",
            "2023-12-27",
            ["2023-01-01/2023-09-30", "2023-01-01/2023-09-30"],
        ),
        (
            "　　7月至9月，新建工会36家。\n\n　　三个月里，走访职工86人。",
            "2023-10-09",
            ["2023-07-01/2023-09-30", "2023-07-01/2023-09-30"],
        ),
        ("　　截至11月30日，甲厂今年累计产钢36万吨。", "2023-12-11", ["2023-01-01/2023-11-30@2023-11-30"]),
        (
            "　　6月3日开秤，截至6月30日，累计收购小麦9.8万吨，付款1.2亿元。",
            "2023-07-02",
            ["2023-06-03/2023-06-30@2023-06-30", "2023-06-03/2023-06-30@2023-06-30"],
        ),
        (
            "　　五年来，减少贫困人口1.9万人，2019年全县脱贫；新建公路683公里。",
            "2023-02-03",
            ["2018-01-01/2022-12-31", "2018-01-01/2022-12-31"],
        ),
        ("　　大赛于6月8日在甲城开赛，132名选手参加。", "2023-06-10", ["2023-06-08"]),
        ("　　去年11月办班，头一个月就有36人上岗。", "2023-12-20", ["2022-11-01/2022-11-30"]),
        (
            "　　今年春运自1月24日起至3月2日止。期间，慰问职工86人次。",
            "2023-03-10",
            ["2023-01-24/2023-03-02"],
        ),
        ("　　活动9月1日启动、9日收官，筹款36万元。", "2023-09-13", ["2023-09-01/2023-09-09"]),
        (
            "　　9月2日，巡展开展，首日接待620人；至10月18日闭展，共接待1.8万人次。",
            "2023-10-21",
            ["2023-09-02", "2023-09-02/2023-10-18"],
        ),
        ("　　“五四”当天，326名团员宣誓。", "2023-05-10", ["2023-05-04"]),
        ("　　今年元旦、春节期间，筹集资金36万元。", "2023-02-12", ["2023"]),
        ("　　到2月10日已走访职工1.6万人。", "2023-02-12", ["2023-01-01/2023-02-10@2023-02-10"]),
        ("　　甲会2004年成立。截至2022年底，累计募款1.8亿元。", "2023-01-20", ["2004-01-01/2022-12-31@2022-12-31"]),
        ("　　1至6月，新建工会36家。\n\n　　半年来，走访职工86人。", "2023-07-09", ["2023-01-01/2023-06-30"] * 2),
        ("　　该处将于本年增聘24人。", "2023-02-16", ["!2023"]),
        ("　　按照计划，今年全县造林6万亩。", "2023-06-16", ["!2023"]),
        (
            "　　甲院昨日公布，今年1月至6月求诊7.8万人次；候诊时间由182分钟缩短至154分钟。",
            "2023-08-14",
            ["2023-01-01/2023-06-30", "-", "2023-01-01/2023-06-30"],
        ),
        ("　　新春走基层　2月26日上午，招聘会举行。126家企业设摊。", "2023-02-27", ["2023-02-26"]),
        ("　　去年建站36个。今年还要增设6个。", "2023-05-02", ["2022", "!2023"]),
        (
            "　　甲局了解到，10月1日至7日，接待游客18万人次；门票收入36万元。",
            "2023-10-08",
            ["2023-10-01/2023-10-07"] * 2,
        ),
    ],
)
def test_words_that_point_to_a_time(text: str, published: str, expected: list[str]) -> None:
    assert dates(f"甲县工会情况\n\n{text}", published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲部2014年工作总结\n\n　　办班4期。\n\n　　明年，计划办班9期。", ["2014", "!2015"]),
        ("甲厂2016年年度报告\n\n　　收入28亿元。\n\n　　2017年，把收入拉回到30亿元以上。", ["2016", "!2017"]),
        ("甲场二○○七年总结\n\n　　造林8200亩。\n\n　　二○○八年打算：造林1万亩。", ["2007", "!2008"]),
        (
            "甲局工会材料\n（2011年12月）\n\n　　三年来，投入36万元；今年改建小家9个。",
            ["2009-01-01/2011-12-31", "2011"],
        ),
        (
            "会务报告\n\n　　本年度（2017年4月1日至2018年3月31日），本会处理纠纷214宗。",
            ["2017-04-01/2018-03-31"],
        ),
        (
            "工具机展\n\n　　【甲社乙城2026年3月16日电】工具机展3月12日至15日举行。共有参展商612家。",
            ["2026-03-12/2026-03-15"],
        ),
    ],
)
def test_what_tells_the_year_without_a_day_of_publication(text: str, expected: list[str]) -> None:
    assert dates(text, None) == expected


def test_a_day_behind_last_year_is_of_this_one() -> None:
    text = "　　本报讯　昨天深夜，该会接收捐款118万元。去年全年只有207万元。\n\n　　2月1日至3日，出动志愿者860人次。"
    period = unionie.extract(f"甲县红十字会\n\n{text}", published="2020-02-06").period
    assert period is not None
    assert period.start == "2020-01-01"


@pytest.mark.parametrize(
    "plan",
    [
        "我局将牵头打造示范村8个",
        "县总将把宣讲办进30个班组",
        "县局还要建站点3个",
        "今年县局要栽“青年林”500亩",
        "死亡人数必须控制在285人以内",
    ],
)
def test_what_will_be_done_is_a_plan(plan: str) -> None:
    (fact,) = unionie.extract(f"甲县安全生产通报\n\n　　{plan}。", published="2023-07-10").facts
    assert fact.modality == "target"


@pytest.mark.parametrize("told", ["每天还要走30公里", "看病还要自付300元", "将服务延伸到30个村", "会议还要求办班4期"])
def test_what_is_done_is_no_plan(told: str) -> None:
    (fact,) = unionie.extract(f"甲县邮政情况\n\n　　投递员{told}。", published="2023-07-10").facts
    assert fact.modality == "actual"


def test_the_year_just_past_is_reviewed() -> None:
    text = "甲中心成绩\n\n　　昨天，甲中心开会，晒出过去一年的成绩单。\n　　新收住老人126名。"
    assert dates(text, "2017-01-11") == ["2016"]


def test_a_goal_that_may_be_reached_is_a_plan() -> None:
    (fact,) = unionie.extract("甲景区情况\n\n　　年初定下的全年200万人次目标有望实现。", published="2024-10-08").facts
    assert fact.modality == "target"


def test_the_size_that_classes_what_is_counted_is_no_fact() -> None:
    facts = unionie.extract("甲区情况\n\n　　全年15个超亿元项目竣工。").facts
    assert [str(fact.value) for fact in facts] == ["15"]


def test_what_was_done_up_to_a_day_is_of_its_year() -> None:
    (fact,) = unionie.extract("甲厂情况\n\n　　至6月30日，投入环保资金1350万元。", published="2010-07-15").facts
    assert fact.period is not None
    assert (fact.period.start, fact.period.end, fact.as_of) == ("2010-01-01", "2010-06-30", "2010-06-30")


def test_how_far_a_place_lies_is_of_no_year() -> None:
    (fact,) = unionie.extract("甲所情况\n\n　　甲村离法庭74公里。", published="2020-07-15").facts
    assert fact.period is None


def test_what_held_throughout_several_years_is_of_them_all() -> None:
    text = "甲县检察院2019—2023年工作报告\n\n　　发出督促令29封，整改率始终保持在96%以上。整改率达到98%。"
    assert dates(text) == ["2019-01-01/2023-12-31", "2019-01-01/2023-12-31", "2023"]


def test_vaccination_by_plan_is_no_plan() -> None:
    text = "甲县疾控中心2019年工作总结\n\n一、疾病监测\n　　报告病例36例。\n二、计划免疫\n　　接种5600人次。"
    assert [fact.modality for fact in unionie.extract(text).facts] == ["actual", "actual"]


def test_what_has_been_done_since_a_founding_runs_to_now() -> None:
    text = "工会的小屋\n\n　　自2011年挂牌，小屋已累计接待职工5600人次。2016年挂牌，接待职工860人次。"
    assert dates(text, "2019-10-12") == ["2011-01-01/2019-12-31", "2016"]


def test_what_a_meeting_resolves_is_a_plan_and_the_share_of_a_plan_is_none() -> None:
    text = "甲县会议纪要\n\n　　一季度建会36家。\n　　会议议定以下事项：\n　　一、由县总工会建站8座。"
    assert [fact.modality for fact in unionie.extract(text, published="2021-04-16").facts] == ["actual", "target"]
    table = "甲县计划执行情况\n\n指标\t年度计划\t1—6月完成\t占年度计划（%）\n就业（人）\t1200\t560\t46.7\n"
    modalities = [fact.modality for fact in unionie.extract(table, published="2021-07-16").facts]
    assert modalities == ["target", "actual", "actual"]


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        ("互助保障工作情况\n\n　　两年半来共补助患病职工954人次。", "2009-01-20", ("2006-07-20", "2009-01-19")),
        ("图书馆新馆\n\n　　今年日均接待860人，周末突破1000人。", "2004-12-28", ("2004-01-01", "2004-12-31")),
        (
            "老師傅的手藝\n記者甲乙／高雄報導　2018-05-01\n\n　　106年全市參加職業訓練的有931人。",
            "2018-05-01",
            ("2017-01-01", "2017-12-31"),
        ),
        ("甲社区一周工作动态（11.27—12.3）\n\n　　本周受理申请5户。", "2017-12-05", ("2017-11-27", "2017-12-03")),
    ],
)
def test_times_of_halves_weekends_weeks_and_the_republic(text: str, published: str, days: tuple[str, str]) -> None:
    period = unionie.extract(text, published=published).facts[-1].period
    assert period is not None
    assert (period.start, period.end) == days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年，全县落实“十四五”规划，全年发展会员5600人。", ["2023"]),
        ("2023年是“十四五”的第三年，全年发展会员5600人，建会120家。", ["2023", "2023"]),
        ("1994年成立的县慈善会，现有分会73个，全年募集善款86万元。", ["2023", "2023"]),
        ("成立于1994年的县慈善会，现有分会73个，职员26人。", ["2023", "2023"]),
        ("1994年成立的县慈善会在岗。发放善款86万元。", ["2023"]),
        ("发表论文3420篇，Q1区占比58.7%，高被引论文143篇。", ["2023", "2023", "2023"]),
        ("发表Q1论文320篇、Q2论文210篇，授权专利50件。", ["2023", "2023", "2023"]),
    ],
)
def test_what_dates_something_else_dates_no_figure(text: str, expected: list[str]) -> None:
    assert dates(REVIEW + text) == expected


def test_the_deadline_of_a_goal_is_no_year_past() -> None:
    assert dates("甲市“十三五”工作总结\n\n　　到2025年，全市研发投入年均增长12%以上。", None) == [
        "!2021-01-01/2025-12-31"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "碼頭工會\n2023/24年度報告\n\n現將2023年7月至2024年6月會務簡報如下：\n全年處理個案143宗。",
            "2023-07-01/2024-06-30",
        ),
        ("職業訓練局2023/24年度報告\n\n獲賽馬會捐助300萬元。", "2023-04-01/2024-03-31"),
        ("勞工處簡報\n\n在2025-26財政年度，撥款36萬元。", "2025-04-01/2026-03-31"),
        ("勞工處簡報\n\n在二零二五至二六財政年度，撥款36萬元。", "2025-04-01/2026-03-31"),
        ("县供热公司2021/22年度报告\n\n供热面积300万平方米。", "-"),
    ],
)
def test_years_that_begin_within_a_year(text: str, expected: str) -> None:
    assert dates(text, None) == [expected]


def test_the_year_that_something_equals_is_not_its_own() -> None:
    text = "2023年，接待游客5.3亿人次，相当于2019年同期的131.5%。"
    facts = {fact.mentions[0].text: fact for fact in unionie.extract(text, published="2024-01-20").facts}
    period = facts["131.5%"].period
    assert period is not None
    assert period.start == "2023-01-01"
