"""Whose figures a report gives where its sentences name nobody."""

from __future__ import annotations

import pytest

import unionie


def subjects(text: str) -> list[tuple[str | None, str | None]]:
    return [(fact.subject, fact.subject_full) for fact in unionie.extract(text, published="2024-02-01").facts]


HEADLINES = {
    "union": ("临溪县总工会2023年工作总结", "临溪县总工会", "临溪县总工会"),
    "union of a district": ("区总工会2023年工作总结", "区总工会", "区总工会"),
    "court": ("临溪县人民法院工作报告", "临溪县人民法院", "临溪县人民法院"),
    "red cross": ("临溪县红十字会2023年工作总结", "临溪县红十字会", "临溪县红十字会"),
    "women": ("临溪县妇联2023年工作总结", "临溪县妇联", "临溪县妇女联合会"),
    "hospital": ("临溪县人民医院2023年工作总结", "临溪县人民医院", "临溪县人民医院"),
    "school": ("云州市实验小学2023年工作总结", "云州市实验小学", "云州市实验小学"),
    "company": ("云州机械有限公司2023年度社会责任报告", "云州机械有限公司", "云州机械有限公司"),
}


@pytest.mark.parametrize("name", HEADLINES)
def test_the_organization_in_the_headline(name: str) -> None:
    headline, subject, full = HEADLINES[name]
    assert subjects(f"{headline}\n\n　　全年培训骨干236人。") == [(subject, full)]


def test_the_kind_in_the_headline() -> None:
    """全市工会 means the union that the text names."""
    text = "全市工会工作综述\n\n　　云州市总工会坚持服务职工。\n　　发展会员5600人。"
    assert subjects(text) == [("云州市总工会", "云州市总工会")]
    text = "法院工作报告\n\n　　2023年，临溪县人民法院坚持司法为民。\n　　受理案件8426件。"
    assert subjects(text) == [("临溪县人民法院", "临溪县人民法院")]


def test_figures_of_a_government_are_those_of_its_area() -> None:
    text = (
        "政府工作报告\n——2024年1月9日在临溪县第十八届人民代表大会第三次会议上\n\n"
        "　　过去一年，全县经济向好。\n　　完成生产总值198.6亿元。"
    )
    assert subjects(text) == [("全县", "临溪县")]


def test_figures_of_a_bulletin_are_those_of_the_place_in_its_headline() -> None:
    text = "临溪县2023年国民经济和社会发展统计公报\n\n　　粮食总产21.9万吨。"
    assert [subject for subject, _ in subjects(text)] == ["临溪县"]


BODIES = {
    "our own in the headline": (
        "我校首捧“青禾杯”创新大赛“优胜杯”\n\n　　“青禾杯”创新大赛昨日闭幕，共设12个赛项。\n　　培训学员236人。",
        "我校",
    ),
    "an honour names no system": (
        "工作通报\n\n　　我院一心为民，立案庭领先。河口法庭被命名为全市法院“枫林式人民法庭”。\n　　受理案件8426件。",
        "我院",
    ),
    "a year before the place": ("2023年临溪县国民经济和社会发展统计公报\n\n　　粮食总产21.9万吨。", "临溪县"),
    "a government names companies": (
        "政府工作报告\n——在临溪县人民代表大会上\n\n　　临溪盐业公司投产。\n　　完成产值198亿元。全县更美。",
        "全县",
    ),
    "an area below the region": (
        "白音旗政府工作报告\n\n　　锡林郭勒盟行署支持。\n　　牲畜存栏98.6万头。全旗上下一心。",
        "全旗",
    ),
    "all courts": ("云州市中级人民法院工作报告\n\n　　全市法院坚持司法为民。\n　　受理案件84260件。", "全市法院"),
    "a bureau reports on its area": (
        "云州市交通运输局2023年工作盘点\n\n　　全市路网更密。\n　　新改建公路236公里。我市和全市群众受益。全市看好。",
        "全市",
    ),
    "the head signs": ("在第十一次代表大会上的报告\n云州市总工会主席　方　远\n\n　　发展会员5600人。", "云州市总工会"),
    "a district of schools": (
        "城东简报\n\n　　全学区开学。\n　　录取新生286名。",
        "全学区",
    ),
    "where the correspondent works": (
        "医共体开新局\n通讯员　张小北（云州县中医院）\n\n　　2023年，各科奋进。\n　　门诊8.6万人次。",
        "云州县中医院",
    ),
    "the last word of its name": (
        "奋战汛期\n\n　　群众给蒲河消防救援大队送来锦旗。\n　　大队出动车辆126辆次。\n　　转移群众286人。",
        "蒲河消防救援大队",
    ),
    "an institution beside its area": (
        "年终盘点\n\n　　全县上下齐心，全县群众满意。我院门诊8.6万人次。\n　　开展手术860例。",
        "我院",
    ),
    "a newspaper": (
        "临溪晨报\n2023年8月30日\n\n健儿满载而归\n\n　　我县健儿载誉归来。\n　　夺得金牌37枚。",
        "我县",
    ),
    "a bare word for a body": (
        "在云州学院教代会上的工会工作报告\n校党委副书记、工会主席　张小北\n\n　　校工会尽职。\n　　慰问职工26户。",
        "校工会",
    ),
    "who writes": (
        "县公安局召开总结大会\n临溪公安简报　第2期（撰稿：政工科科员　张小北）\n\n　　立案36起。",
        "县公安局",
    ),
    "not where it took part": (
        "关于参加省第十四届运动会情况的通报\n\n　　我市健儿载誉归来。\n　　夺得金牌37枚。",
        "我市",
    ),
    "not who is to learn from others": (
        "中共云州市委关于表彰劳动模范的决定\n\n　　全市和衷共济。全市奋进。\n　　发放奖金26万元。全市各级工会要努力。",
        "全市",
    ),
    "a bureau calls its area": (
        "云州市邮政管理局通报运行情况\n\n　　今年，全市行业向好。\n　　完成业务742件。业内看好全市，来全市的多。",
        "全市",
    ),
    "a zone": (
        "江口高新区2023年上半年工作总结\n\n　　全区提速。\n　　星源光电投产。星源光电扩产。\n　　新入库企业14家。",
        "全区",
    ),
    "an event that is over": (
        "龙腾青湖\n——第七届云岭职工龙舟赛侧记\n\n　　县总工会到场。县总工会致辞。\n　　发放奖金12万元。",
        "第七届云岭职工龙舟赛",
    ),
    "a firm by two words": (
        "关于奖励先进的通报\n\n　　集团奋进。集团公司看好。检修公司争先。检修公司领先。\n　　发放奖金178万元。",
        "集团",
    ),
    "no correspondent in 风电": (
        "关于奖励先进的通报\n\n　　集团奋进。集团公司看好。\n　　表扬风电厂张小北（检修公司）。\n　　发放奖金17万元。",
        "集团",
    ),
    "a term of a body, under the name of a newsletter": (
        (
            "江澜工运　　2023年第1期（总第206期）\n\n五载奋进正当时\n"
            "——江澜市总工会第五届委员会工作回眸\n\n　　筹集资金7680万元。"
        ),
        "江澜市总工会",
    ),
    "characters of Hong Kong": ("會務報告\n\n　　本會服務工友。\n　　繳費會員38,452名。", "本會"),
}


@pytest.mark.parametrize("name", BODIES)
def test_whose_report_it_is(name: str) -> None:
    text, subject = BODIES[name]
    assert subjects(text)[-1][0] == subject


@pytest.mark.parametrize("own", ["我院", "我市", "我县", "本公司", "我校", "全镇"])
def test_the_words_for_oneself(own: str) -> None:
    text = f"年度总结\n\n　　{own}扎实推进各项工作。\n　　慰问职工286户。"
    assert [subject for subject, _ in subjects(text)] == [own]


def test_a_sentence_that_names_somebody_is_about_them() -> None:
    text = "临溪县总工会2023年工作总结\n\n　　全年发展会员5600人。东屏镇工会建成驿站12座。"
    assert [subject for subject, _ in subjects(text)] == ["临溪县总工会", "东屏镇工会"]


def test_short_names_are_resolved() -> None:
    text = "临溪县总工会2023年工作总结\n\n　　县总工会建成驿站12座。"
    assert subjects(text) == [("县总工会", "临溪县总工会")]


def test_our_hospital_is_the_one_of_the_headline() -> None:
    text = "临溪县人民医院2023年工作总结\n\n　　我院引进博士12人。"
    assert subjects(text) == [("我院", "临溪县人民医院")]


def test_a_text_that_names_several_once_is_about_none_of_them() -> None:
    text = "年度总结\n\n　　岚溪机械厂忙。\n　　云州酒厂闲。\n　　发展会员5600人。"
    assert subjects(text) == [(None, None)]


def test_a_short_name_of_a_province_is_whole() -> None:
    text = "年度总结\n\n　　贵州扎实推进各项工作。贵州、广西、贵州。\n　　贵州全力抓好落实。\n　　营造林266万亩。"
    assert subjects(text)[0][0] == "贵州"


def test_a_text_that_names_nobody_has_no_body() -> None:
    assert subjects("发展会员5600人。") == [(None, None)]


def test_figures_of_a_person_have_no_subject() -> None:
    assert subjects("最美职工张小北\n\n　　张小北走访群众3200户。") == [(None, None)]


def test_a_newspaper_is_not_the_body_of_its_reports() -> None:
    text = "云州日报\n\n　　本报讯（记者 李昊）发展会员5600人。"
    assert all(subject != "云州日报" for subject, _ in subjects(text))


def test_the_whole_area_of_an_autonomous_region() -> None:
    text = (
        "2024年广西壮族自治区政府工作报告\n\n　　自治区党委作出部署。柳州举办招聘会。全区上下团结奋斗，我区稳中有进。"
        "\n　　地区生产总值增长5%。"
    )
    assert subjects(text) == [("全区", "广西壮族自治区")]


def test_a_committee_has_no_gross_product() -> None:
    text = "临溪县2023年工作综述\n\n　　全县团结奋斗，全县稳中有进。县委坚强领导，生产总值增长5%，走访企业236家。"
    assert [subject for subject, _ in subjects(text)] == ["全县", "县委"]


def test_the_government_that_the_headline_names() -> None:
    text = "2024年省政府工作报告目标分解表\n\n　　杭州市增长5.6%。\n　　新增就业100万人。"
    assert subjects(text)[-1][0] == "全省"


def test_the_word_that_the_report_defines_for_itself() -> None:
    text = "清欠补短板\n\n　　2023年是云州重机有限公司（以下简称集团公司）最难的一年。完成收入38亿元。\n"
    assert subjects(text)[0][0] == "集团公司"


def test_an_honour_of_a_whole_system_is_not_its_report() -> None:
    text = "反渎职工作汇报\n\n　　县检察院立案19件。\n　　县检察院被评为全省检察机关先进集体。\n　　挽回损失612万元。"
    assert subjects(text)[-1][0] == "县检察院"


def test_a_committee_and_its_government_that_decide() -> None:
    text = "关于表彰先进集体的决定\n\n　　县委、县政府决定，表彰先进集体。\n　　临溪县第一中学。\n　　发放奖金2000元。"
    assert subjects(text)[-1][0] == "县委、县政府"


def test_an_event_that_the_headline_is_about() -> None:
    text = "临溪县第九届农牧民运动会收官\n\n　　本报讯（记者张小北）昨日落幕，437名运动员参加。"
    assert subjects(text)[-1][0] == "临溪县第九届农牧民运动会"


def test_who_decides_to_honour() -> None:
    text = (
        "关于授予临溪县五一劳动奖章的决定\n\n　　2023年，全县职工作出贡献，全县经济向好。"
        "县总工会决定授予柳青青“县五一劳动奖章”。"
        "\n　　每人发给奖金3000元。"
    )
    assert [subject for subject, _ in subjects(text)] == ["县总工会"]


def test_the_union_where_the_headline_is_that_of_its_report() -> None:
    text = (
        "凝心聚力建“家”\n——在云州科技大学第六届教代会上的工会工作报告\n\n　　校工会坚持服务教职工。"
        "\n　　征集提案58件。\n"
    )
    assert [subject for subject, _ in subjects(text)] == ["校工会"]


def test_the_village_of_a_name_with_all_above_it() -> None:
    text = "驻村一千天\n\n　　江西省临溪县黄坑乡梅岗村群山环抱。\n　　架便桥3座。\n"
    assert [subject for subject, _ in subjects(text)] == ["梅岗村", "梅岗村"]


def test_times_and_deictics_are_no_part_of_the_place_in_a_headline() -> None:
    text = "前三季度我区经济运行稳中向好\n\n　　全区生产总值386.1亿元。\n　　投资提速。固定资产投资增长9.8%。"
    assert {subject for subject, _ in subjects(text)} == {"全区"}
    text = "前三季度临浦区经济运行稳中向好\n\n　　投资提速。固定资产投资增长9.8%。"
    assert [subject for subject, _ in subjects(text)] == ["临浦区"]


def test_a_firm_whose_business_went_well_is_no_area() -> None:
    text = "海棠风电公司2025年上半年经济运行综述\n\n　　机组依山列阵。上半年，发电17.63亿千瓦时。\n　　营收5.08亿元。"
    assert {subject for subject, _ in subjects(text)} == {"海棠风电公司"}


def test_the_committee_of_a_town_is_not_its_report() -> None:
    text = "青禾镇2023年工作总结\n（12月22日镇党委会讨论稿）\n\n　　全镇上下一心。\n　　改厕386户。"
    assert [full for _, full in subjects(text)] == ["青禾镇"]


FIELDS = {
    "a bureau reports on its field": (
        "临溪县医疗保障局2023年工作总结\n\n　　2023年，我局服务提质。\n　　全县参保83万人。\n　　参保率98.5%。",
        "全县",
    ),
    "one that inspects on what it did": (
        "临溪县税务局2023年工作总结\n\n　　2023年，我局服务提质。\n　　全县企业83家。\n　　检查药店98家。",
        "我局",
    ),
    "what was named last is no report's own": (
        "科技快讯\n\n　　该院研制样机。该院获奖。该院再获专利。\n　　全县平稳，全县向好。\n　　取得专利98件。",
        "全县",
    ),
}


@pytest.mark.parametrize("name", FIELDS)
def test_whose_field_a_report_is_about(name: str) -> None:
    text, subject = FIELDS[name]
    assert subjects(text)[-1][0] == subject


def test_what_a_government_gives_is_its_own() -> None:
    text = (
        "云州人民政府关于表彰体育先进集体的决定\n\n　　2023年，全县获金牌31枚。\n"
        "　　为表彰先进，县人民政府决定：授予县少体校等3个单位“体育工作先进集体”称号，各奖励5万元。"
    )
    assert [subject for subject, _ in subjects(text)] == ["全县", "县人民政府", "县人民政府"]


def test_a_town_reports_on_itself() -> None:
    text = (
        "政府工作报告\n——2019年1月25日在江西省临溪县河口镇第三届人民代表大会第四次会议上\n"
        "河口镇人民政府镇长　张小北\n\n　　2018年，在县委、县政府领导下，我镇稳中有进。"
        "在全县11个乡镇里排第2。\n　　全镇粮食丰收。\n　　改造危房873户。"
    )
    assert subjects(text)[-1] == ("我镇", "河口镇")


def test_figures_of_a_zone_are_those_of_its_area() -> None:
    text = "临溪高新区管委会2023年工作总结\n\n　　全区经济向好。\n　　新签约项目37个。"
    assert [subject for subject, _ in subjects(text)] == ["全区"]


def test_whose_staff_meets() -> None:
    text = (
        "凝心聚力谱新篇\n——在北江矿山机械集团有限公司第七届职工代表大会第三次会议上的报告\n\n"
        "　　2023年是北江集团负重爬坡的一年。\n　　新增专利38件。"
    )
    assert [full for _, full in subjects(text)] == ["北江矿山机械集团有限公司"]


def test_a_concern_by_its_short_name() -> None:
    text = "　　2023年，北江矿山机械集团有限公司稳中有进。北江集团新增专利38件。"
    assert subjects(text) == [("北江集团", "北江矿山机械集团有限公司")]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("关于表彰先进工会的决定\n\n　　县总工会决定：授予8个单位“先进工会”称号。", "县总工会"),
        ("关于表彰先进的决定\n\n　　市司法局、市教育局决定：对8个单位予以通报表彰。", "市司法局"),
        (
            "云州省教育厅　云州省总工会\n关于表彰标兵的决定\n\n　　经研究，决定：\n　　一、命名15名教师为“标兵”。",
            "云州省教育厅",
        ),
        ("关于表彰先进的决定\n\n　　全县奋进。县委、县政府决定：授予12个单位“先进集体”称号。", "县委、县政府"),
    ],
)
def test_who_decides_owns_what_is_decided(text: str, subject: str) -> None:
    assert [found for found, _ in subjects(text)] == [subject]


def test_a_decision_with_a_long_name() -> None:
    honours = "2023年度“青禾杯”竞赛和技术创新、合理化建议、技术协作等活动先进集体、优秀组织单位、先进个人"
    text = f"临溪市总工会关于表彰{honours}的决定\n\n　　全市各级工会奋勇争先。\n　　推广先进操作法167项。"
    assert [subject for subject, _ in subjects(text)] == ["临溪市总工会"]


def test_what_a_diary_calls_its_village_is_one() -> None:
    text = (
        "【驻村手记】\n竹尖上的账本\n\n　　我们村山多田少。坳上笋竹专业合作社忙个不停。\n"
        "　　坳上笋竹专业合作社开了会。坳上村变了样。\n　　全村都来了。\n　　修竹山道23.5公里。"
    )
    assert [subject for subject, _ in subjects(text)] == ["全村"]


def test_a_union_that_meets_reports_on_itself() -> None:
    text = (
        "在集团工会三届五次全委会上的报告\n\n　　集团工会扎实工作。\n　　全集团同心协力。全集团上下一心。\n"
        "　　评出金牌班组50个。"
    )
    assert [subject for subject, _ in subjects(text)] == ["集团工会"]


def test_a_place_in_the_headline_that_is_no_area() -> None:
    text = "青岚口岸10月运行平稳\n\n　　全月进出口货运量12.6万吨。市商务局局长甘霖说，市商务局帮企业通关5600票。"
    assert [subject for subject, _ in subjects(text)] == ["青岚口岸", "市商务局"]


def test_who_tells_the_news_is_not_what_it_is_about() -> None:
    text = "各地就业平稳\n\n　　新华社关注民生。新华社走访企业。\n　　新增就业1256人。"
    assert [subject for subject, _ in subjects(text)] == [None]


def test_what_is_built_and_named_in_the_headline() -> None:
    """A bridge of which several clauses tell is what the report is about, not the town that is named in passing."""
    text = (
        "重大项目进行时\n\n梅屿跨海大桥主桥\n昨日合龙\n\n　　昨天，临溪县梅屿跨海大桥主桥合龙，误差仅3毫米。\n"
        "　　梅屿跨海大桥起于柳湾镇，止于梅屿岛，全长3.6公里。\n　　418片箱梁已架设387片。\n　　全镇年产茶叶216吨。"
    )
    assert [subject for subject, _ in subjects(text)][1:] == ["梅屿跨海大桥"] * 3 + ["全镇"]


def test_the_conference_of_an_area_by_its_full_name() -> None:
    head = "中国人民政治协商会议第九届临溪县委员会\n常务委员会工作报告\n\n"
    text = f"{head}　　2023年，县政协常委会认真履职。\n　　形成调研报告17篇。"
    extraction = unionie.extract(text, published="2024-02-01")
    assert extraction.title == "中国人民政治协商会议第九届临溪县委员会常务委员会工作报告"
    assert [fact.subject for fact in extraction.facts] == ["县政协常委会"]


def test_news_of_the_country_are_about_nobody_named_in_passing() -> None:
    text = "交通运输平稳恢复\n\n　　财政部安排资金。我国持续发力，我国投资增长。\n　　前两个月，投资增长5.3%。"
    assert subjects(text) == [("我国", "中国")]


def test_news_of_several_provinces_are_about_none_of_them() -> None:
    text = (
        "各地春耕有序推进\n\n　　山东投入资金4.8亿元。湖北1570万亩小麦长势良好。目前，辽宁省育秧面积3.2万亩。"
        "\n　　广西甘蔗开榨。\n　　新设备每小时施肥60亩。"
    )
    assert [subject for subject, _ in subjects(text)] == ["山东", "湖北", "辽宁省", None]


def test_a_digest_is_about_nobody() -> None:
    text = "国内快讯\n\n　　财政部投入资金4.8亿元。\n\n　　展览开幕\n\n　　共吸引参展企业1100家。"
    assert [subject for subject, _ in subjects(text)] == ["财政部", None]
