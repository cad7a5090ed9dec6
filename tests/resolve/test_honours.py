"""Award and person records: names, levels, years, affiliations, repeats."""

from __future__ import annotations

import pytest

import unionie
from marked import read_marked
from unionie.link.awards import link_awards
from unionie.link.people import link_people
from unionie.records.models import Award, Person
from unionie.resolve.honours import resolve_awards
from unionie.resolve.levels import award_level
from unionie.resolve.names.forms import read_region
from unionie.resolve.names.identities import build_directory
from unionie.resolve.persons import employ, resolve_people


def resolve(source: str, region: str | None = None, year: int | None = 2018) -> tuple[list[Award], list[Person]]:
    marked = read_marked(source)
    frames = link_awards(*marked)
    directory = build_directory(marked.clean, marked.mentions, region)
    people = resolve_people(link_people(marked.clean, marked.mentions, frames), marked.clean, directory)
    awards = resolve_awards(frames, marked.clean, people, directory, report_year=year, published_year=2019)
    return awards, employ(people, awards)


@pytest.mark.parametrize(
    ("name", "region", "level"),
    [
        ("全国工人先锋号", None, "national"),
        ("中华技能大奖", None, "national"),
        ("国家科技进步奖", None, "national"),
        ("鲁班奖", None, "national"),
        ("江西省五一劳动奖状", None, "province"),
        ("省工人先锋号", None, "province"),
        ("广西五一劳动奖章", None, "province"),
        ("自治区抗疫先进个人", None, "province"),
        ("上海市文明社区", None, "province"),
        ("上洲市五一劳动奖章", None, "city"),
        ("市文明单位", "江西省上洲市清溪区", "city"),
        ("市模范集体", "上海市闵行区", "province"),
        ("市三八红旗手", "重庆市", "province"),
        ("全市先进集体", "江西省上洲市", "city"),
        ("清溪区先进集体", None, "county"),
        ("全区优秀教师", "广西壮族自治区青石县", "province"),
        ("全区优秀教师", "江西省上洲市清溪区", "county"),
        ("自治州技术能手", None, "city"),
        ("青原州劳动模范", None, "city"),
        ("彰化县模范劳工", None, "county"),
        ("全疆护理技能竞赛", None, "province"),
        ("全路技术能手", None, "national"),
        ("陇原最美护士", None, "province"),
        ("全省林区职工汇演", None, "province"),
        ("全区优秀工会", "江西省上洲市清溪区", "county"),
        ("全区检察业务竞赛", "内蒙古自治区宁川市", "province"),
        ("区级先进集体", "江西省上洲市清溪区", "county"),
        ("县十佳青年", "湖北省岚溪县", "county"),
        ("厂科技标兵", None, "enterprise"),
        ("院功勋设计师", None, "enterprise"),
        ("院士增选", None, None),
        ("市劳动模范", "浙江省金华市义乌市", "county"),
        ("义乌市劳动模范", "浙江省金华市义乌市", "county"),
        ("上洲青年五四奖章", "江西省上洲市清溪区", "city"),
        ("清溪青年五四奖章", "江西省上洲市清溪区", "county"),
        ("校级优秀教师", None, "enterprise"),
        ("公司级标兵", None, "enterprise"),
        ("厂红旗班组", None, "enterprise"),
        ("全局工务系统技能竞赛", None, "enterprise"),
        ("第十五届教职工运动会", None, "enterprise"),
        ("全省教职工羽毛球赛", None, "province"),
        ("最佳环境报告大奖", None, None),
        ("市场开拓奖", None, None),
        ("第五届上洲市职工技能大赛砌筑工", None, "city"),
        ("上洲第4届亚残运会", None, None),
        ("中国国际大学生创新大赛", None, "national"),
        ("全国城市绿化标兵", None, "national"),
        ("省分行业务技能比赛", None, "enterprise"),
    ],
)
def test_level(name: str, region: str | None, level: str | None) -> None:
    assert award_level(name, None, read_region(region)) == level


@pytest.mark.parametrize(
    ("grantor", "level"),
    [
        ("全国妇联", "national"),
        ("教育部", "national"),
        ("省总工会", "province"),
        ("山东省总工会", "province"),
        ("市政府", "city"),
        ("云州集团公司", "enterprise"),
        ("总行", "enterprise"),
        ("关中理工大学", "enterprise"),
    ],
)
def test_level_by_grantor(grantor: str, level: str) -> None:
    assert award_level("先进集体奖", grantor, read_region("江西省上洲市清溪区")) == level


def test_one_s_own_roll_says_its_level_and_year() -> None:
    text = "我厂2021年度“四星”评选结果如下，现予公布。\n质量之星：锻造车间　冯亦农\n服务之星：职工食堂　贺青兰\n"
    awards = unionie.extract(text).awards
    assert [(each.recipient, each.affiliation, each.level, each.year) for each in awards] == [
        ("冯亦农", "锻造车间", "enterprise", 2021),
        ("贺青兰", "职工食堂", "enterprise", 2021),
    ]


def test_repeats_are_one_award() -> None:
    awards, _ = resolve(
        "<title>{P 周曼曼}获{A 市五一劳动奖章}¶昨日，{O 区幼儿园}{P 周曼曼}获“{A 市五一劳动奖章}”。", "江西省上洲市"
    )
    (award,) = awards
    assert award.affiliation == "区幼儿园"
    assert len(award.mentions) == 2
    assert (award.level, award.year) == ("city", 2018)


def test_body_is_the_recipient_where_none_is_named() -> None:
    awards, _ = resolve("<title>{O 栖梧区人民法院}工作报告¶一年来，先后荣获“{A 全省优秀法院}”称号。")
    assert [award.recipient for award in awards] == ["栖梧区人民法院"]


@pytest.mark.parametrize(
    ("award", "recipient"),
    [
        ("全国双拥模范城", "清溪区"),
        ("国家节能考核优秀等次", "清溪区"),
        ("中国戏剧梅花奖", None),
        ("国家级绿色工厂", None),
    ],
)
def test_an_area_receives_what_its_government_reports(award: str, recipient: str | None) -> None:
    awards, _ = resolve(f"<title>{{O 清溪区人民政府}}工作报告¶今年荣获{{A {award}}}。", "江西省上洲市清溪区")
    assert [each.recipient for each in awards] == ([recipient] if recipient else [])


def test_no_body_no_award() -> None:
    assert resolve("一年来，先后荣获“{A 全省优秀法院}”称号。")[0] == []


@pytest.mark.parametrize("words", ["本院", "区法院", "我院"])
def test_words_for_the_body(words: str) -> None:
    mark = f"{{O {words}}}" if words == "区法院" else words
    awards, _ = resolve(f"<title>{{O 栖梧区人民法院}}工作报告¶今年有进步。{mark}获评“{{A 全省优秀法院}}”。", "栖梧区")
    assert [award.recipient for award in awards] == ["栖梧区人民法院"]


def test_the_house_of_a_union() -> None:
    awards, _ = resolve("<title>{O 榕江供电局工会}工作总结¶我局荣获{A 全国五一劳动奖状}。", "广东省")
    assert [award.recipient for award in awards] == ["榕江供电局"]


def test_a_body_of_members_employs_nobody_named_after_it() -> None:
    awards, _ = resolve("<title>{O 云岭县妇联}总结¶{O 云岭县妇联}获{A 全国先进集体}，{P 李秋实}获评{A 省三八红旗手}。")
    assert [award.affiliation for award in awards] == [None, None]


def test_area_is_named() -> None:
    awards, _ = resolve("<title>工作报告¶我市获评{A 全国文明城市}。", "江西省上洲市")
    assert [(award.recipient, award.level) for award in awards] == [("上洲市", "national")]


def test_name_of_its_own_is_kept() -> None:
    awards, _ = resolve("<title>{O 云岭县妇联}工作总结¶{O 县妇联}荣获{A 全国先进集体}。", "云岭县")
    assert [award.recipient for award in awards] == ["县妇联"]


def test_units_and_people_of_the_body() -> None:
    awards, people = resolve(
        "<title>{O 栖梧区人民法院}工作报告¶{O 区法院}获评“{A 全省优秀法院}”，"
        "{O 民事审判第一庭}被授予“{A 全国先进集体}”，"
        "{O 立案庭}副庭长{P 宋云舟}荣获“{A 全国办案标兵}”称号，{P 李秋实}获{A 全省办案能手}。",
        "栖梧区",
    )
    assert [award.affiliation for award in awards] == [
        None,
        "栖梧区人民法院",
        "立案庭",
        "栖梧区人民法院",
    ]
    assert [person.organization for person in people] == ["立案庭", "栖梧区人民法院"]


def test_people_keep_no_borrowed_employer() -> None:
    awards, _ = resolve(
        "<title>{O 江澜市红十字会}年报¶{O 市红十字会}获{A 全国先进集体}，{O 蓝豚救援队}获{A 广东省优秀组织}，"
        "{P 冼小凤}获{A 全国奉献奖章}。"
    )
    assert awards[-1].affiliation is None


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("{P 李秋实}获{A 市五一劳动奖章}。", 2018),
        ("2016年，{P 李秋实}获{A 市五一劳动奖章}。", 2016),
        ("{P 李秋实}去年获{A 市五一劳动奖章}。", 2018),
        ("{P 李秋实}今年获{A 市五一劳动奖章}。", 2019),
        ("日前，{P 李秋实}获{A 市五一劳动奖章}。", 2019),
        ("{P 李秋实}上月当选{A 市劳动模范}。", 2019),
        ("{P 李秋实}曾获{A 市五一劳动奖章}。", None),
        ("{P 李秋实}先后荣获{A 市五一劳动奖章}。", None),
        ("{O 北山厂}先后荣获{A 市五一劳动奖状}。", 2018),
        ("本报讯（记者{P 康宁}）会上宣读了决定，{P 李秋实}获{A 市五一劳动奖章}。", 2019),
    ],
)
def test_year(sentence: str, year: int | None) -> None:
    awards, _ = resolve(sentence)
    assert [award.year for award in awards] == [year]


def test_person_is_one_record() -> None:
    _, people = resolve("{O 市总工会}主席{P 冀爱国}走访。¶{P 冀爱国}说，要落实。")
    (person,) = people
    assert (person.organization, person.titles, person.role) == ("市总工会", ("主席",), "speaker")
    assert [span.text for span in person.mentions] == ["冀爱国", "冀爱国"]


def test_byline_organization_is_written_out() -> None:
    _, people = resolve("<title>{O 栖梧区人民法院}工作报告¶<byline>{O 区人民法院}院长　{P 韩肃之}", "栖梧区")
    assert [(person.organization, person.role) for person in people] == [("栖梧区人民法院", "author")]


def test_own_posts_belong_to_the_body() -> None:
    _, people = resolve("<title>{O 江澜市红十字会}年报¶{P 麦冠雄}当选会长，村民{P 李大年}到场。")
    assert [person.organization for person in people] == ["江澜市红十字会", None]


def test_level_by_the_signature_of_a_decision() -> None:
    source = "<title>关于记功奖励的决定¶给{P 康宁}记{A 个人二等功}。¶江西省公务员局¶2018年12月28日"
    awards, _ = resolve(source, "江西省")
    assert [(award.recipient, award.level) for award in awards] == [("康宁", "province")]


def test_people_of_a_house_work_there() -> None:
    awards, _ = resolve("<title>{O 北山研究院}工作总结¶{P 康宁}获{A 省先进工作者}，院篮球队获{A 市先进集体}。")
    assert [(award.recipient, award.affiliation) for award in awards] == [
        ("康宁", "北山研究院"),
        ("院篮球队", "北山研究院"),
    ]


def test_office_of_a_body_is_a_team() -> None:
    awards, _ = resolve("<title>简报¶{O 清溪区人民法院执行局}被评为{A 全国先进集体}。")
    assert [(award.recipient_type, award.affiliation) for award in awards] == [("team", "清溪区人民法院")]


@pytest.mark.parametrize(
    ("source", "level"),
    [
        ("在全省焊接大赛上，{O 北山厂}表现突出，获{A 优秀组织奖}。", "province"),
        ("<title>{O 北山煤业集团有限公司}关于表彰先进的通报¶{O 北山队}获{A 金牌班组}。", "enterprise"),
        ("<title>{O 清溪区总工会}工作总结¶{O 北山厂}获{A 要约行动先进单位}。", "county"),
        ("<title>{O 清溪区总工会}工作总结¶{P 康宁}荣立{A 个人二等功}。", None),
        ("首届清源省发展大会举行。短道速滑世界杯最后一站比赛落幕，{P 康宁}获{A 男子500米冠军}。", None),
        ("<title>{O 清溪区总工会}工作总结¶{O 北山剧团}获{A 文华剧目奖}。", None),
        ("省公安厅：给予{P 康宁}记{A 个人二等功}。", "province"),
        ("{P 康宁}荣立{A 个人二等功}。", None),
        ("{P 康宁}获{A 油田公司劳动模范}称号。", "enterprise"),
        ("{P 康宁}获特区政府颁授{A 荣誉勋章}。", "province"),
    ],
)
def test_level_by_the_setting(source: str, level: str | None) -> None:
    awards, _ = resolve(source, "清源省")
    assert [award.level for award in awards] == [level]


def test_part_of_a_house_belongs_to_the_house() -> None:
    awards, _ = resolve("<title>{O 北山重工有限公司}工作总结¶{O 电机分厂绕线班}获{A 全国工人先锋号}。")
    assert [(award.recipient, award.affiliation) for award in awards] == [("电机分厂绕线班", "北山重工有限公司")]


def test_a_decision_gives_its_honours_in_the_year_of_its_date() -> None:
    body = "¶2017年，全县职工作出贡献。授予{O 岚溪粮库}“{A 岚溪县工人先锋号}”称号。"
    awards, _ = resolve(f"<title>关于授予岚溪县工人先锋号的决定{body}", "云州省岚溪县", 2017)
    assert [award.year for award in awards] == [2019]
    awards, _ = resolve(f"<title>关于表彰2017年度先进集体的决定{body}", "云州省岚溪县", 2017)
    assert [award.year for award in awards] == [2017]


def test_branches_belong_to_the_house_and_people_of_its_union_to_it() -> None:
    awards, _ = resolve("<title>{O 岚溪农商银行}总结¶{O 普惠金融部}获{A 云州省巾帼文明岗}。")
    assert [award.affiliation for award in awards] == ["岚溪农商银行"]
    awards, _ = resolve("<title>{O 岚溪机械有限公司工会}总结¶{P 柳青青}获{A 云州省五一劳动奖章}。")
    assert [award.affiliation for award in awards] == ["岚溪机械有限公司"]


def test_units_of_a_company_belong_to_it_and_not_to_its_union() -> None:
    awards, _ = resolve("<title>{O 北山车桥有限公司工会}工作总结¶{O 热处理车间}获{A 市优胜班组}。")
    assert [(award.recipient, award.affiliation) for award in awards] == [("热处理车间", "北山车桥有限公司")]


def test_nobody_belongs_to_itself() -> None:
    text = "红队旗\n——记北山矿务集团救护大队二中队\n\n　　北山矿务集团救护大队二中队（简称二中队）组建于1984年。\n"
    (award,) = unionie.extract(text + "　　2015年，二中队被全国总工会授予“全国工人先锋号”。").awards
    assert (award.recipient, award.affiliation) == ("二中队", "北山矿务集团救护大队")


@pytest.mark.parametrize("words", ["这一年，", "刚刚过去的一年，"])
def test_year_of_a_review(words: str) -> None:
    text = f"清溪县总工会2018年工作掠影\n\n　　{words}清溪县青石公司职工尹栩获全国五一劳动奖章。"
    (award,) = unionie.extract(text, published="2019-01-20").awards
    assert award.year == 2018


def test_a_squad_belongs_to_the_bureau_that_reports() -> None:
    text = "云州市公安局2023年工作总结\n\n　　2023年，云州市公安局破案213起。刑侦大队被省公安厅授予“全省青年文明号”。"
    award = unionie.extract(text, published="2024-01-10").awards[0]
    assert (award.recipient, award.recipient_type, award.affiliation) == ("刑侦大队", "team", "云州市公安局")


def test_what_a_report_of_five_years_tells_of_the_last_is_of_that_year() -> None:
    text = (
        "2016—2020年云州县工作报告\n\n　　“十三五”以来，全县建成道路213公里，新增绿地12万平方米。\n"
        "　　一年来，云州县被评为“全国文明县城”，县水务局获得“全省先进集体”。"
    )
    assert {award.year for award in unionie.extract(text, published="2021-01-18").awards} == {2020}


def test_honours_of_a_review_of_five_years_have_no_year_of_their_own() -> None:
    text = (
        "宁川日报记者　尹栩\n宁川省政府工作报告\n一、2025年和“十四五”时期工作回顾\n"
        "五年来，地区生产总值年均增长5%。宁东镇荣获中国节水奖。\n二、2026年重点工作\n今年经济增长5%左右。\n"
    )
    found = unionie.extract(text, published="2026-02-03")
    assert [(award.recipient, award.award, award.year) for award in found.awards] == [("宁东镇", "中国节水奖", None)]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("云州市总工会近日通报表彰先进。青石机械厂获“优质服务先进集体”。", "city"),
        ("市教育局决定，授予青石小学“平安校园”称号，授予柏渡小学“校园安全先进单位”称号。", "city"),
        ("2024年全县产业发展表彰名单\n十强企业：青石陶瓷有限公司\n纳税贡献奖：柏渡水泥公司", "county"),
    ],
    ids=["who makes it known", "who gave the one before", "the headline of a roll"],
)
def test_level_of_who_tells(text: str, level: str) -> None:
    assert unionie.extract(text).awards[-1].level == level


def test_years_of_a_chronicle_date_its_honours() -> None:
    text = "青石研究所五年回望\n\n【2019】\n青石研究所获评省文明单位。\n\n【2021】\n青石研究所获评全国文明单位。\n"
    years = {award.award: award.year for award in unionie.extract(text).awards}
    assert years == {"省文明单位": 2019, "全国文明单位": 2021}


def test_honours_of_a_coming_feast_are_of_its_year() -> None:
    text = (
        "巾帼绽芳华\n“三八”国际妇女节前夕，表彰名单公布。县医院副院长池晓岚被授予江西省三八红旗手。"
        "2020年，全县妇女工作取得新成绩，新建妇女之家12个，培训妇女3600人。\n"
    )
    assert [award.year for award in unionie.extract(text, published="2021-03-05").awards] == [2021]


def test_branch_of_the_party_is_of_the_report_s_hospital() -> None:
    awards, _ = resolve("{O 青石县人民医院}获{A 省文明单位}。我院{O 感染科党支部}获评{A 县先进基层党组织}。")
    assert [(award.affiliation, award.recipient_type) for award in awards[1:]] == [("青石县人民医院", "team")]


def test_last_year_of_a_text_without_a_date_is_not_told() -> None:
    text = "滨海钢铁厂2007年工作总结\n去年，炼铁车间冯亦农获评市劳动模范。2007年，动力车间贺青山获评市劳动模范。\n"
    years = {award.recipient: award.year for award in unionie.extract(text).awards}
    assert years == {"冯亦农": None, "贺青山": 2007}


def test_a_ceremony_of_a_year_gives_honours_of_that_year() -> None:
    text = (
        "云州科技奖揭榜\n\n本报云州4月12日讯（记者　方小舟）今天上午，2005年度全省科学技术奖励大会在云州举行。\n"
        "冯亦农荣获全省科技进步奖一等奖。\n"
    )
    assert [award.year for award in unionie.extract(text, published="2006-04-13").awards] == [2005]


def test_what_an_autonomous_prefecture_gives_is_of_a_city_s_level() -> None:
    (award,) = unionie.extract("红柳镇被自治州命名为“民族团结进步示范镇”。").awards
    assert award.level == "city"


@pytest.mark.parametrize(
    ("source", "affiliations"),
    [
        ("<title>{O 青石县中学}工作总结¶{O 校团委}获{A 云州省五四红旗团委}。", ["青石县中学"]),
        ("<title>{O 青石县中学}总结¶{O 校工会}召开会议。{O 校工会}获{A 云州省模范职工之家}。", [None]),
    ],
)
def test_an_organ_named_by_its_kind_belongs_to_the_house(source: str, affiliations: list[str | None]) -> None:
    awards, _ = resolve(source)
    assert [award.affiliation for award in awards] == affiliations
