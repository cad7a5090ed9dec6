"""When a fact holds: its own time, that of its paragraph, heading or report; stocks, flows, plans.

A case is a text and, for each fact in text order, ``period`` (a year, or first/last day), ``@day`` for a stock, both
for a cumulative flow; ``!`` marks a plan and ``-`` what has no date.
"""

from __future__ import annotations

import pytest

import unionie
from dating import REVIEW, TWO_PARTS, dates

OWN = {
    "year": ("2022年发展会员5600人。", ["2022"]),
    "a year for each": ("2022年发展会员5600人，2023年发展会员6100人。", ["2022", "2023"]),
    "month": ("2023年3月，走访职工286户。", ["2023-03-01/2023-03-31"]),
    "day": ("2023年6月15日，区总工会发放慰问金126万元。", ["2023-06-15"]),
    "quarter": ("2023年一季度，完成投资12亿元。", ["2023-01-01/2023-03-31"]),
    "three quarters": ("2023年前三季度，完成投资36亿元。", ["2023-01-01/2023-09-30"]),
    "half year": ("2023年上半年，完成投资24亿元。", ["2023-01-01/2023-06-30"]),
    "eleven months": ("2023年前11个月，完成投资31亿元。", ["2023-01-01/2023-11-30"]),
    "from year to year": ("2021年至2023年，培训职工1.2万人次。", ["2021-01-01/2023-12-31"]),
    "plan of five years": ("“十三五”时期，减贫2.3万人。", ["2016-01-01/2020-12-31"]),
    "last year": ("去年，帮扶职工5.4万人次。", ["2023"]),
    "the year before last": ("前年，帮扶职工4.8万人次。", ["2022"]),
    "this year so far": ("今年以来，发展会员5600人。", ["2024"]),
    "last five years": ("近五年，发表论文126篇。", ["2019-01-01/2023-12-31"]),
    "since a year": ("2019年以来，发放救助金860万元。", ["2019-01-01/2023-12-31"]),
    "since a congress": ("党的十八大以来，发放救助金860万元。", ["2012-11-08/2023-12-31"]),
    "some years ago": ("五年前，全区仅有会员1260人。", ["2019"]),
    "quarters behind another year": (
        REVIEW + "用电比2022年夏天多4.2万千瓦。前三季度停电2.9小时，较上年同期减少0.9小时。走访职工286户。",
        ["2023", "2023-01-01/2023-09-30", "2023-01-01/2023-09-30", "2023"],
    ),
    "the same span a year ago": (
        REVIEW + "6月18日，举办比赛3场。\n　　慰问职工633户；去年同期则为289户。走访职工286户。",
        ["2023-06-18", "2023", "2022", "2023"],
    ),
    "a day in passing": (REVIEW + "工作有序。6月15日，开会3场。走访职工286户。", ["2023-06-15", "2023"]),
    "since what was done on a day": (REVIEW + "工作有序。5月1日实行登记制以来，立案97件。", ["2023-05-01/2023-12-31"]),
    "after what happened on a day": (REVIEW + "工作有序。1月25日我县确诊首例病例后，走访职工286户。", ["2023"]),
    "the year reviewed": (REVIEW + "本年新签合同126份。", ["2023"]),
    "the year past in January": ("过去一年，发展会员5600人。", ["2023"]),
    "eighteen years": ("十八年来，资助学子6900余名。", ["2006-01-01/2023-12-31"]),
    "years of work": (REVIEW + "五年改造危房1628户。", ["2019-01-01/2023-12-31"]),
    "years of work and what it led to": (
        REVIEW + "县水务局三年投资3.7亿元，建供水工程286处，供水率达到96%。",
        ["2021-01-01/2023-12-31", "2021-01-01/2023-12-31", "2023"],
    ),
    "a campaign of years is a name": (REVIEW + "实施攻坚三年行动，投入资金126万元。", ["2023"]),
    "the digits of a year": (REVIEW + "水电站1998年投产以来累计发电386万千瓦时。", ["1998-01-01/2023-12-31"]),
    "the years reviewed": (
        "临溪县2016—2020年工作总结\n\n　　五年改造危房1628户。",
        ["2016-01-01/2020-12-31"],
    ),
    "since what was done in a year": (REVIEW + "评选2012年创办以来共评出131名。", ["2012-01-01/2023-12-31"]),
    "a season is of its year": ("2021年冬，县总工会投入156万元。", ["2021"]),
    "a season of the year before": (
        REVIEW + "在校生由上年秋季684人减到611人。",
        ["2022", "2023"],
    ),
    "now": (
        REVIEW + "科室2009年成立时有医护人员11人，如今医护人员47人。目前开放床位420张。",
        ["2009", "2023", "2023"],
    ),
    "each of a list": (
        REVIEW + "2021年、2022年、2023年分别收案712件、864件和1061件，办结2598件。",
        ["2021", "2022", "2023", "2023"],
    ),
    "each month of a list": (
        REVIEW + "全县4、5、6月用电增速分别为3.9%、0.4%和2.8%。",
        ["2023-04-01/2023-04-30", "2023-05-01/2023-05-31", "2023-06-01/2023-06-30"],
    ),
    "a month inside another clause": (
        REVIEW + "掘进一队7月份产煤14.6万吨；掘进二队产煤53.9万吨。",
        ["2023-07-01/2023-07-31", "2023"],
    ),
    "each quarter in turn": (
        REVIEW + "一至四季度依次走访职工36人、42人、51人和68人。",
        ["2023-01-01/2023-03-31", "2023-04-01/2023-06-30", "2023-07-01/2023-09-30", "2023-10-01/2023-12-31"],
    ),
    "each month from one to another": (
        REVIEW + "1至3月分别走访职工36人、42人和51人。",
        ["2023-01-01/2023-01-31", "2023-02-01/2023-02-28", "2023-03-01/2023-03-31"],
    ),
    "a quarter of Taiwan": (REVIEW + "2023年第四季失业率3.6%。", ["2023-10-01/2023-12-31"]),
    "the years of the plan named before": (
        REVIEW + "“十三五”圆满收官。五年间减贫2.3万人。",
        ["2016-01-01/2020-12-31"],
    ),
    "the year that a clause names": (REVIEW + "2021年创办食堂，当年就餐2.6万人次。", ["2021"]),
    "what a record is best of": (
        REVIEW + "一季度一队产煤14.6万吨，创36年来单月新高，回收率53.9%。",
        ["2023-01-01/2023-03-31", "2023-01-01/2023-03-31"],
    ),
    "a class": (REVIEW + "2022届毕业生去向落实率92.3%，比2021届高1.2个百分点。", ["2022", "2022"]),
    "a thing as it is built": (REVIEW + "全长1386米的白石隧道贯通；公路平均海拔3200米。", ["-", "-"]),
    "years of a list": (
        "党的十八大以来，五年累计投入138万元，新建工会642家，发展会员2.1万名。",
        ["2019-01-01/2023-12-31"] * 3,
    ),
    "past and coming five years": (
        "过去五年，累计发展会员5.6万人，入会率达到96%。今后五年，将新建驿站200座。",
        ["2019-01-01/2023-12-31", "2023", "!2024-01-01/2028-12-31"],
    ),
}
SAID_OF_LEVELS = {
    "a gap as its level": (
        "过去五年，累计发展会员5.6万人，入会率达到96%，比全市高4.6个百分点，居全市第二位。",
        ["2019-01-01/2023-12-31", "2023", "2023", "2023"],
    ),
    "a change from a year to the level": (
        "过去五年，累计发展会员5.6万人，入会率达到96%，比2018年提高5.1个百分点，会员比2018年末增加3100人。",
        ["2019-01-01/2023-12-31", "2023", "2023", "2019-01-01/2023-12-31"],
    ),
    "each of a list that stands at the end": (
        "过去五年，城乡居民收入分别达到34180元和15960元，累计投资126亿元。",
        ["2023", "2023", "2019-01-01/2023-12-31"],
    ),
    "a gap to a stock": (
        "截至2023年底，全区职工入会率94%，高于全市2个百分点。",
        ["@2023-12-31", "@2023-12-31"],
    ),
    "a share of what stands before": (
        "过去五年，累计投资56亿元，总装机容量达到5160万千瓦，占全省的58.4%。",
        ["2019-01-01/2023-12-31", "2023", "2023"],
    ),
}
FROM_TO = {
    "a list of starts": (
        REVIEW + "城乡低保标准分别从2020年的645元、431元提高到2023年的801元、722元。",
        ["2020", "2020", "2023", "2023"],
    ),
    "between two years is no plan": (REVIEW + "2020年到2023年，投资占比从17.9%提升到35.5%。", ["-", "2023"]),
    "years told by where they start and end": (
        "临溪县2021—2023年工作总结\n\n　　2020年到2023年，新增饭店16家。",
        ["2021-01-01/2023-12-31"],
    ),
}
CARRIED = {
    "the same time": (
        REVIEW + "工作有序。2021年，发展会员5600人；2022年，发展会员6100人。同期，举办比赛12场。",
        ["2021", "2022", "2022"],
    ),
    "a sentence without a time": ("2022年，全区工会扎实工作。发展会员5600人。建成驿站12座。", ["2022", "2022"]),
    "not what a year is": (
        "2022年是“十四五”第二年。近五年，全区工会扎实工作。\n　　发展会员5600人。",
        ["2019-01-01/2023-12-31"],
    ),
    "what somebody says": (
        "县总工会的材料显示，2022年，发展会员5600人。建成驿站12座。",
        ["2022", "2022"],
    ),
    "the lead of a news item": ("本报讯（记者米小禾）2022年，发展会员5600人。建成驿站12座。", ["2022", "2022"]),
    "not a year compared with": (REVIEW + "收入较2015年增长3.1%；全年出生4122人。", ["2023", "2023"]),
    "a feast holds for its own sentence": (
        REVIEW + "国庆节期间，接待游客86人。全年救助职工36人。",
        ["2023-10-01/2023-10-07", "2023"],
    ),
    "until the next time": (
        "2022年，全区工会扎实工作。发展会员5600人。\n　　2021年，建成驿站12座。救助职工86人。",
        ["2022", "2021", "2021"],
    ),
    "heading": (TWO_PARTS, ["2023", "!2024", "!2024"]),
    "headline: year": (REVIEW + "发展会员5600人。", ["2023"]),
    "headline: years": (
        "临溪县总工会2020—2022年工作综述\n\n　　发展会员5600人。",
        ["2020-01-01/2022-12-31"],
    ),
    "headline: half a year": ("临溪县总工会2023年上半年工作总结\n\n　　发展会员5600人。", ["2023-01-01/2023-06-30"]),
    "headline: school year": ("实验小学2018—2019学年度工作总结\n\n　　开设社团36个。", ["2018-09-01/2019-08-31"]),
    "headline: year of the Republic": ("勞工局112年度施政報告\n\n　　辦理訓練86班次。", ["2023"]),
    "month without a year": (REVIEW + "3月，走访职工286户。", ["2023-03-01/2023-03-31"]),
    "day without a year": (REVIEW + "9月15日，举办招聘会18场。", ["2023-09-15"]),
    "half year without a year": (REVIEW + "上半年培训1260人次。", ["2023-01-01/2023-06-30"]),
    "speech in the year behind": (
        "政府工作报告\n——2024年1月9日在临溪县第十八届人民代表大会第三次会议上\n\n　　过去一年，生产总值198.6亿元。",
        ["2023"],
    ),
}
STOCKS = {
    "end of a month": ("截至2023年11月底，全区在册会员12.6万人。", ["@2023-11-30"]),
    "end of a year": ("2023年末，常住人口38.6万人。", ["@2023-12-31"]),
    "until the end of a year": ("截止到2018年底，建成职工书屋126家。", ["@2018-12-31"]),
    "a day": ("截至2023年6月30日，贷款余额298.4亿元。", ["@2023-06-30"]),
    "end of the reviewed year": (REVIEW + "年末会员总数12.6万人。", ["@2023-12-31"]),
    "beginning of a year": (REVIEW + "年初应收账款17.9亿元。", ["@2023-01-01"]),
    "up to a semicolon": (REVIEW + "年末会员总数12.6万人；救助职工86人。", ["@2023-12-31", "2023"]),
    "but a topic holds on": (
        REVIEW + "2023年末，公路里程2163公里；学校124所。",
        ["@2023-12-31", "@2023-12-31"],
    ),
    "not a rate of the year": (REVIEW + "年末户籍人口59.6万人，出生率10.4‰。", ["@2023-12-31", "2023"]),
    "beside one": (
        REVIEW + "年末常住人口61.2万人，比上年末增加0.4万人；户籍人口59.6万人。全年出生0.6万人。",
        ["@2023-12-31", "2023", "@2023-12-31", "2023"],
    ),
    "what is reviewed ends": (
        REVIEW + "报告期末，贷款率1.18%；覆盖率386.4%。",
        ["@2023-12-31", "@2023-12-31"],
    ),
    "in a bracket": (REVIEW + "在职职工（截至12月31日）219人。当年引进3人。", ["@2023-12-31", "2023"]),
    "a bracket behind": (REVIEW + "优良路率由82.1%（2021年）提高到86.7%。", ["2021", "2023"]),
    "by kind": (
        REVIEW + "截至8月31日，全校就业率91.7%。分类型看，合同就业率63.4%。",
        ["@2023-08-31", "@2023-08-31"],
    ),
    "what is left is no part of what there was": (
        REVIEW + "困难职工由年初的214户减至9月底的156户，其中因病97户、其他59户。",
        ["@2023-01-01", "@2023-09-30", "@2023-09-30", "@2023-09-30"],
    ),
    "a cumulative flow has both": (
        "截至2023年11月底，累计发放救助金860万元。",
        ["2023-01-01/2023-11-30@2023-11-30"],
    ),
}
CHANGES = {
    "the first of from-to has no period": ("2023年，满意率由91.2%提高到96.7%。", ["-", "2023"]),
    "unless it is dated": ("2023年，满意率由2018年的91.2%提高到96.7%。", ["2018", "2023"]),
    "a level compared with": ("2023年接待观众87.4万人次，较2020年的71.9万人次增加21.6%。", ["2023", "2020", "2023"]),
    "over years": (REVIEW + "一般公共预算收入5年增长18.7%。", ["2019-01-01/2023-12-31"]),
    "no years over": (REVIEW + "满意率比2017年下降0.6个百分点。", ["2023"]),
    "a mean over the year": ("2023年，细颗粒物年均浓度为29微克/立方米。", ["2023"]),
    "a level of another year compared with": (
        REVIEW + "起诉46人，是2018年起诉人数的2.3倍；移送线索5条。",
        ["2023", "2023", "2023"],
    ),
    "from one place to another": (REVIEW + "总量由2022年第9位升至第7位。", ["2022", "2023"]),
    "the same span dates its own value": (
        REVIEW + "2023年前7个月住院7.4天，上年同期为8.1天；药占比24.8%。",
        ["2023-01-01/2023-07-31", "2022-01-01/2022-07-31", "2023-01-01/2023-07-31"],
    ),
    "from what is now": (
        "到2027年，林果产值要从眼下的21亿元做到30亿元。",
        ["2023", "!2027"],
    ),
    "what follows a level": ("2022年完成产值15.6亿元，增长7.3%，居全市第3位。", ["2022", "2022", "2022"]),
}
PLANS = {
    "deadline: end of a year": ("到2027年底，培育企业50家。", ["!2027"]),
    "a plan of years": ("临溪县“十四五”职工素质提升行动计划\n\n　　培训职工12万人次。", ["!2021-01-01/2025-12-31"]),
    "deadline: before a year": ("在2035年前，碳强度降低30%。", ["!2035"]),
    "deadline: end of a plan": (REVIEW + "到“十四五”末，司机之家要达到6个。", ["!2025"]),
    "a month of one of several plans": (
        REVIEW + "2024年，力争接待游客600万人次；游客中心8月建成，争取收入3000万元；新设分馆5个。",
        ["!2024", "!2024", "!2024"],
    ),
    "the year behind a school year": (
        "实验小学2022—2023学年度工作总结\n\n　　开设社团36个。\n\n二、下一步打算\n\n　　开设社团40个。",
        ["2022-09-01/2023-08-31", "!2023-09-01/2024-08-31"],
    ),
    "a heading that asks": (
        REVIEW + "发展会员5600人。\n\n第二部分　2024年怎么干\n\n　　发展会员6000人。",
        ["2023", "!2024"],
    ),
    "projects promised": ("临溪县2024年二十项民心工程\n\n　　改造楼区31个。", ["!2024"]),
    "the coming year": (REVIEW + "问题不少。来年计划新建驿站5间。", ["!2024"]),
    "deadline: year": ("到2025年，绿化覆盖率达到45%以上。", ["!2025"]),
    "the whole year of a plan": (TWO_PARTS + "\n　　全年新增就业5700人。", ["2023", "!2024", "!2024", "!2024"]),
    "a coming year": ("2025年，发展会员6000人。", ["!2025"]),
    "next year": ("明年，力争发展会员6000人。", ["!2025"]),
    "expected of the year just past": ("预计2023年完成生产总值198亿元。", ["2023"]),
    "a bracket with what was": ("力争2024年新增就业4000人（2023年为3850人）。", ["!2024", "2023"]),
    "a past plan of years is done": ("“十三五”期间，新建学校27所。", ["2016-01-01/2020-12-31"]),
}
DRAFT = """临溪县预算执行情况和预算草案的报告

一、2023年预算执行情况

　　收入12.6亿元。

二、2024年预算草案

　　收入安排13.1亿元，比上年执行数增加5000万元。
"""
PLANNED = {
    "each year of a plan": (
        "县总工会五年工作报告\n\n一、今后五年的目标\n\n　　到2028年底，会员突破6.5万人；每年培训不少于500人次。",
        ["!2028", "!2024-01-01/2028-12-31"],
    ),
    "what a meeting has settled": (
        "县总工会2023年工作会议纪要\n\n一、工作通报\n\n　　发展会员5600人。\n\n二、议定事项\n\n　　举办培训50期。",
        ["2023", "!2024"],
    ),
    "a draft budget": (DRAFT, ["2023", "!2024", "!2024"]),
    "a line that is no heading": (
        REVIEW + "发展会员5600人。\n■展望2024\n　　新建公寓2栋、床位1760张。",
        ["2023", "!2024", "!2024"],
    ),
    "the head of a paragraph": (
        REVIEW + "发展会员5600人。\n　　△2024年安排　北岭集团生产铁精矿580万吨。现有职工2.6万人。",
        ["2023", "!2024", "2023"],
    ),
    "an answer to what is asked": (
        REVIEW + "记者：去年情况怎样？\n　　米小禾：发展会员5600人。\n　　记者：今年有哪些实招？\n"
        "　　米小禾：新建驿站20座。\n　　【数读】\n　　会员总数9万人。",
        ["2023", "!2024", "2023"],
    ),
    "so far": (
        TWO_PARTS + "　　会馆基金目标3000万元，迄今已募得1126万元。\n",
        ["2023", "!2024", "!2024", "!2024", "2023"],
    ),
}
EXPECTED = {
    "in November": ("2023-11-21", "!2023"),
    "at the end of the year": ("2023-12-28", "2023"),
    "of the year past": ("2024-01-09", "2023"),
}
CASES = OWN | SAID_OF_LEVELS | FROM_TO | CARRIED | STOCKS | CHANGES | PLANS | PLANNED

FIVE_YEARS = """五年砥砺前行　谱写工会新篇

　　过去的五年，全市各级工会服务大局。五年来，新建工会1260家，发展会员26.8万人，职工入会率达到96%，较五年前提高6.2个百分点。
　　五年间，累计发放救助金3260万元。2022年，我市被确定为试点，建成驿站126座。
　　今后五年，发展会员30万人，入会率保持在98%以上。
"""
YEAR_AND_PLAN = """临溪县总工会2023年工作总结和2024年工作打算

　　2023年，临溪县总工会扎实工作。
　　一是组织建设有力。新建工会126家，发展会员5600人。
　　二是维权服务暖心。5月，举办劳模宣讲18场。
　　2024年，县总工会将重点做好以下工作：新建工会100家，发展会员5000人，建成驿站20座。
"""
HALF_A_YEAR = """临溪县人民法院2024年上半年工作情况

　　上半年，受理案件4260件，结案率90.6%，同比上升2.3个百分点。6月份，开展集中执行行动12次。
　　截至6月30日，未结案件400件。
"""
FIVE, HALF = "2018-01-01/2022-12-31", "2024-01-01/2024-06-30"
REPORTS = {
    "five years": (
        FIVE_YEARS,
        "2023-04-20",
        [FIVE, FIVE, "2022", FIVE, FIVE, "2022", "!2024-01-01/2028-12-31", "!2028"],
    ),
    "year and plan": (
        YEAR_AND_PLAN,
        "2024-01-20",
        ["2023", "2023", "2023-05-01/2023-05-31", "!2024", "!2024", "!2024"],
    ),
    "half a year": (HALF_A_YEAR, "2024-07-12", [HALF, HALF, HALF, "2024-06-01/2024-06-30", "@2024-06-30"]),
}


@pytest.mark.parametrize("name", REPORTS)
def test_whole_reports(name: str) -> None:
    text, published, expected = REPORTS[name]
    assert dates(text, published) == expected


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_expected_is_a_plan_until_the_year_is_nearly_over(name: str) -> None:
    published, expected = EXPECTED[name]
    assert dates("2023年，柳编出口1.2亿元，预计全年产值可达23亿元。", published)[1] == expected


@pytest.mark.parametrize("name", CASES)
def test_dates(name: str) -> None:
    text, expected = CASES[name]
    assert dates(text) == expected


def test_a_person_has_no_period_of_the_report() -> None:
    """What somebody did in a life is not dated by the report that tells it."""
    assert dates("最美职工\n\n　　◎张小北（女），乡邮员。投递邮件87万件。") == ["-"]
    assert dates("最美职工\n\n　　公司职工张小北投递邮件87万件。") == ["2023"]


SCHOOL = """实验小学2018—2019学年工作总结

　　全年开设社团36个。上学年辍学2人。新学年计划开设社团40个。
"""
FINANCIAL = """港灣聯合能源2023/24財政年度年報

　　本港營業額為港幣186億元，上年度為港幣172億元。
"""


def test_years_that_are_no_calendar_years() -> None:
    assert dates(SCHOOL, "2019-07-10") == ["2018-09-01/2019-08-31", "2017-09-01/2018-08-31", "!2019-09-01/2020-08-31"]
    assert dates(FINANCIAL, "2024-07-18") == ["2023-04-01/2024-03-31", "2022-04-01/2023-03-31"]


def test_parts_stand_where_their_total_stands() -> None:
    text = "五年砥砺前行\n\n　　五年来，规上企业由1027家增加到1695家，其中产值过百亿元的3家。五年来，救助职工86人。"
    assert dates(text)[1:3] == ["2023", "2023"]


def test_what_is_left_is_no_part_of_what_there_was() -> None:
    before, left = unionie.extract(REVIEW + "困难职工由年初的214户减至9月底的156户。", published="2024-02-01").facts
    assert (before.value, left.value, left.part_of) == (214, 156, None)


def test_without_any_date_nothing_is_dated() -> None:
    assert dates("发展会员5600人。", published=None) == ["-"]


def test_the_words_of_a_time_are_kept() -> None:
    first, second = unionie.extract("2022年发展会员5600人，“十三五”期间减贫2.3万人。").facts
    assert first.period is not None
    assert second.period is not None
    assert (first.period.text, second.period.text) == ("2022年", "“十三五”期间")


@pytest.mark.parametrize(
    ("published", "expected"), [("2024-02-01", "2023"), ("2019-12-30", "2018"), ("2021-06-01", "2020")]
)
def test_relative_years_are_read_against_the_day_of_publication(published: str, expected: str) -> None:
    assert dates("去年，帮扶职工5.4万人次。", published=published) == [expected]


def test_periods_are_whole_days_in_order() -> None:
    for text, _ in CASES.values():
        for fact in unionie.extract(text, published="2024-02-01").facts:
            if fact.period:
                assert fact.period.start <= fact.period.end
                assert len(fact.period.start) == len(fact.period.end) == len("2018-12-31")


def test_a_year_behind_an_address_carries_on() -> None:
    text = "临溪县政府工作报告（2020—2024）\n\n　　各位代表，刚刚过去的2023年，我们稳步前行。\n\n　　引进首店18家。\n"
    assert dates(text) == ["2023"]


@pytest.mark.parametrize("words", ["下午5点前", "过去两千年"])
def test_times_far_from_any_year_stop_no_report(words: str) -> None:
    text = f"县总工会2023年工作总结\n\n　　全年发展会员5人。{words}，检查3次。"
    assert dates(text, "2024-01-10")[0] == "2023"


def test_months_of_a_report_on_several_years_are_of_its_last() -> None:
    text = "五年工作报告（2017—2021）\n\n　　五年来建会214家。仅2020年就解困413户。前11个月，参保2.3万人。"
    assert dates(text, "2021-12-16") == ["2017-01-01/2021-12-31", "2020", "2021-01-01/2021-11-30"]


def test_the_days_of_a_meeting_just_before_publication_are_of_that_year() -> None:
    text = "2008年度总结大会\n\n　　1月13日至14日，大会在临溪举行，到会代表271名。"
    assert dates(text, "2009-01-15") == ["2009-01-13/2009-01-14"]


def test_what_there_is_at_the_end_of_several_years_is_of_the_last() -> None:
    text = "五年工作报告（2017—2021）\n\n　　五年来建会214家。现有分会27个、会员2318人，老校区只有2处。"
    assert dates(text, "2021-12-16") == ["2017-01-01/2021-12-31", "2021", "2021", "2021"]


def test_what_is_left_of_all_that_came_in_is_a_stock() -> None:
    assert dates(REVIEW + "11月末，医保基金累计结余6.9亿元。", "2024-02-01") == ["@2023-11-30"]


@pytest.mark.parametrize(
    "text", ["一、工作要求\n　　查处数量上升15%以上。", "一、情况\n　　四季度，要抓好18个项目施工。"]
)
def test_what_is_to_be_done_is_a_plan(text: str) -> None:
    (fact,) = unionie.extract(f"2023年通报\n\n　　{text}", published="2023-10-08").facts
    assert fact.modality == "target"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("元旦春节期间走访职工307户，慰问劳模19名。", ["2023", "2023"]),
        ("登记人数由上年的171人增至246人；全年捐献3人。", ["2022", "2023", "2023"]),
        ("到2012年底，茶园扩到1500亩。", ["@2012-12-31"]),
        ("2005年他接班。那一年，公司漏损率31.6%。", ["2005"]),
        ("年末有企业1063家，对外出口96.7亿元。", ["@2023-12-31", "2023"]),
        ("投资增长8.6%，两年平均增长6.1%。", ["2023", "2022-01-01/2023-12-31"]),
    ],
)
def test_words_of_time_that_mean_another(text: str, expected: list[str]) -> None:
    assert dates(REVIEW + text, "2024-02-01") == expected


def test_a_deadline_is_in_the_year_that_its_sentence_names() -> None:
    text = "2021年工作总结\n\n　　2022年，参保率稳定在98%以上，年底前新建代办点40个。"
    assert [date.lstrip("!") for date in dates(text, "2021-12-20")] == ["2022", "2022"]


@pytest.mark.parametrize(
    ("title", "published", "expected"),
    [
        ("2024年工作计划", "2023-12-18", ["!2024", "2023"]),
        ("2023年工作要点", "2023-02-08", ["!2023", "!2023"]),
        ("2022—2023学年第二学期工作计划", "2023-02-20", ["!2023-02-01/2023-07-31", "!2023"]),
        ("2023年工作小结和2024年打算", "2023-12-28", ["2023", "2023"]),
    ],
)
def test_a_plan_is_for_the_days_that_its_title_names(title: str, published: str, expected: list[str]) -> None:
    text = f"临溪县总工会{title}\n\n　　一、扩大覆盖。新建工会8家。\n\n　　2023年，新建工会6家。"
    assert dates(text, published) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "本季度营业收入14.2亿元。年初至报告期末，净利润1.8亿元。",
            "2022-10-26",
            ["2022-07-01/2022-09-30", "2022-01-01/2022-09-30"],
        ),
    ],
)
def test_a_report_on_a_quarter_speaks_of_it_and_of_the_year_so_far(
    text: str, published: str, expected: list[str]
) -> None:
    assert dates(f"甲公司2022年第三季度报告\n\n　　{text}", published) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("馆方预计，下半年客流30万人次。", "2023-05-19", ["!2023-07-01/2023-12-31"]),
        ("2月2日以来，抢修线路143条。", "2024-02-07", ["2024-02-02/2024-02-07"]),
        ("9月以来，降雨186毫米。", "2023-12-05", ["2023-09-01/2023-11-30"]),
        ("昨日8时至今日8时，降雨126毫米。", "2020-07-09", ["2020-07-08/2020-07-09"]),
        ("民宿由上年末的64家增至91家。", "2023-10-10", ["@2022-12-31", "2023"]),
        (
            "本报11月6日电　10月，该港完成吞吐量1482万吨；集装箱21.6万标箱。",
            "2023-11-06",
            ["2023-10-01/2023-10-31"] * 2,
        ),
        ("产量1.3亿吨，已超过去年全年的1.2亿吨。", "2023-11-06", ["2023", "2022"]),
        ("2月15日，残联发布2022年度情况。投入5230万元。", "2023-02-18", ["2022"]),
        (
            "截至10月31日，在册律师214名。上年同期，受理案件429件。",
            "2021-11-15",
            ["@2021-10-31", "2020-01-01/2020-10-31"],
        ),
    ],
)
def test_stretches_that_end_begin_or_return_with_the_report(text: str, published: str, expected: list[str]) -> None:
    assert dates(f"临溪快讯\n\n　　{text}\n\n　　去年工作有序。", published) == expected


def test_this_year_in_the_headline_of_january_is_the_year_before() -> None:
    assert dates("“三新”建会这一年\n\n　　全年新建工会76家。", "2024-01-18") == ["2023"]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("2018年搬迁作坊47家。今天，支部收到申请书9份。", "2021-07-01", ["2018", "2021-07-01"]),
        ("2020年3月，改造启动。当年更换管道9公里。", "2023-12-25", ["2020"]),
        ("自2020年1月环资庭成立到2022年12月，审结案件2290件。", "2023-06-05", ["2020-01-01/2022-12-31"]),
        ("本雪季从去年11月18日开板，至今年3月14日结束，接待24万人次。", "2023-03-15", ["2022-11-18/2023-03-14"]),
        ("议事厅去年10月开办，至今收集诉求92件。", "2023-07-14", ["2022-10-01/2023-07-31"]),
        ("“十四五”头三年，新建医院14家。", "2024-01-26", ["2021-01-01/2023-12-31"]),
        ("会议通报：1—9月，支出431万元；创效1.3亿元。", "2022-10-14", ["2022-01-01/2022-09-30"] * 2),
    ],
)
def test_stretches_told_by_their_ends(text: str, published: str, expected: list[str]) -> None:
    assert dates(f"临溪快讯\n\n　　{text}", published) == expected


def test_the_new_year_is_planned() -> None:
    text = "牧场2022年年报\n\n　　养殖产量8460吨。\n\n　　新一年，下水平台1座。"
    assert dates(text, "2023-01-17") == ["2022", "!2023"]


def test_what_stands_before_any_date_of_an_undated_text_has_none() -> None:
    text = "清溪村简介\n\n　　全村现有农户412户。\n\n　　2021年，黄桃产量410吨。2022年，收入56万元。"
    assert dates(text, None) == ["-", "2021", "2022"]


def test_a_census_in_a_report_on_more_dates_its_own_paragraph() -> None:
    text = (
        "青河乡2010年统计公报\n（2011年3月）\n\n　　全年粮食总产9200吨，工业总产值3.4亿元。\n"
        "　　第六次普查（以2010年11月1日零时为标准时点）登记常住人口15377人。"
    )
    assert dates(text, None) == ["2010", "2010", "@2010-11-01"]
