"""To whom a figure belongs: the head of its clause, and how far that reaches."""

from __future__ import annotations

import pytest

import unionie

CASES = {
    "what is counted itself": ("重组实验室13家，省创新实验室达8家。国家现代农业产业园达到21个。", ["县总工会"] * 3),
    "an area behind what was finished in it": (
        "岭州地铁东线、北沙高速等建成通车，全县奋力。蓝天烷烃生产基地投产，工业投资增长6.1%。",
        ["县总工会"],
    ),
    "what was the first of its kind in an area": (
        "截获种子32种，其中全国首次截获2种。全市率先建站3个。",
        ["县总工会"] * 3,
    ),
    "who takes part in a contest": ("学生参加全国职业技能大赛获奖1项。", ["县总工会"]),
    "a verb before what it does": ("启动镇区污水处理厂二期，人均收入1.2万元。", ["县总工会"]),
    "two places": ("两地还将共建试点50个。", ["两地"]),
    "behind 而": ("城东镇工会发展会员126人，而河口镇工会仅有36人。", ["城东镇工会", "河口镇工会"]),
    "a unit of the body's own": ("所辖河口镇工会服务职工1800人。", ["河口镇工会"]),
    "listed with what a bracket tells": (
        "入选名单：李湾村（人口1860人）、梅岗村（人口2310人）。",
        ["李湾村", "梅岗村"],
    ),
    "a feast before the area": ("河口景区接待游客18万人次；假期全县接待游客134万人次。", ["河口景区", "全县"]),
    "our community": ("张小北说：“我们社区有居民6200户。”", ["我们社区"]),
    "the games": ("本届运动会总投入180万元。", ["本届运动会"]),
    "one of the crowd by name": ("司机张小北获奖2000元。走访职工86人。", [None, "县总工会"]),
    "an official for himself": ("理事长张小北个人捐款20万元。", [None]),
    "whose body it is": ("返乡青年张小北创办的青禾合作社有社员58名。", ["青禾合作社"]),
    "a herders' village": ("县总工会帮扶白音苏木。哈日嘎查新建棚圈26座。", ["哈日嘎查"]),
    "a village within a town": ("该镇李湾村供餐45份。", ["李湾村"]),
    "behind words that describe": ("坐落在山脚的凤栖古镇接待游客12.6万人次。", ["凤栖古镇"]),
    "one just spoken of": ("这家联合会有会员126人。", ["这家联合会"]),
    "not those given to": (
        "向河口镇、城东镇52名困境儿童发放助学金10.4万元。",
        ["县总工会", "县总工会"],
    ),
    "one alone of many": ("搬迁群众412户，仅梅岗村就搬了137户。", ["县总工会", "梅岗村"]),
    "a county by its people's word": ("县里今年安排46万元。", ["县里"]),
    "a treasury that puts money in": ("市财政投2000万元，县林场投500万元。", ["市财政", "县林场"]),
    "not the first of those counted, later on": (
        "城东镇工会、河口镇工会等7家基层工会受到表彰，走访职工86人。",
        ["县总工会", "县总工会"],
    ),
    "ourselves behind others": (
        "县财政安排200万元，我们自己再挤30万元。",
        ["县财政", "县总工会"],
    ),
    "not the several who hold it": (
        "\n　　由云州市妇女联合会、云州市人力资源和社会保障局主办的第五届竞赛在云州举行，26支代表队的298名选手到场。",
        ["县总工会", "县总工会"],
    ),
    "our area, which others do something to": ("市总工会抽审全县报表200份。", ["全县"]),
    "what others give elsewhere": ("县红十字会下拨563万元；海外捐赠214万元。", ["县红十字会", "县总工会"]),
    "an area, once something is built": (
        "河口景区占地160亩，建成后全县人均绿地增加到4.6平方米。",
        ["河口景区", "全县"],
    ),
    "who makes a result known": (
        "县农业农村局昨日公布去年产销成果。全年出口茶叶216吨。",
        ["县总工会"],
    ),
    "a team that is sent": ("组织医疗队赴9个乡镇义诊16场。", ["县总工会", "县总工会"]),
    "a section under somebody's guidance": ("外科在省里专家指导下，开展新手术86例。", ["外科"]),
    "a list of bodies and their values is over with its sentence": (
        "投稿最勤的，城东镇工会126篇、河口镇工会98篇。走访职工86人。",
        ["城东镇工会", "河口镇工会", "县总工会"],
    ),
    "what has just been spoken of": (
        "这套机器人可连续作业12小时，误差0.2毫米；该品种推广47万亩。",
        ["这套机器人", "这套机器人", "该品种"],
    ),
    "somebody's team": ("张小北是县林场的职工。他的团队有42人。", ["团队"]),
    "the middle of a town": ("走访职工86人；中心城区污水处理率达到97%。", ["县总工会", "中心城区"]),
    "a project": ("双江二期完成投资21.3亿元。", ["双江二期"]),
    "a treasury": ("县财政累计投入462万元。", ["县财政"]),
    "a unit that does something": ("儿科引进新技术3项，铸锻公司交付主轴860根。", ["儿科", "铸锻公司"]),
    "units one after the other": (
        "血透中心收治患者412例；各卫生院接诊病人3千人次；爱心基金资助学生41名。",
        ["血透中心", "各卫生院", "爱心基金"],
    ),
    "a unit of which something is told": ("县财政收入达到3.2亿元；服务中心达到12个。", ["县总工会", "县总工会"]),
    "names in a list, their values beside": (
        "征集建议1200条，其中城东镇工会420条、河口镇工会388条。",
        ["县总工会", "城东镇工会", "河口镇工会"],
    ),
    "what was taken part in": ("2023临溪马拉松报名2.9万人。", ["2023马拉松"]),
    "not what was won": ("全省职工技能大赛上，选派选手36名。", ["县总工会"]),
    "who speaks of plans": ("县妇联主席张小北说，明年将慰问妇女30名。", ["县妇联"]),
    "who speaks of others": ("县妇联主席张小北说，走访妇女30名。", ["县总工会"]),
    "who speaks of his own": ("青禾合作社理事长张小北说，去年卖出蘑菇38.5吨。", ["青禾合作社"]),
    "who speaks of the whole": ("青禾合作社理事长张小北说，全县去年卖出蘑菇38.5吨。", ["全县"]),
    "what one of several does goes on": (
        "入户走访8600户，其中城东镇工会走访1200户，办结诉求310件；慰问职工86人。",
        ["县总工会", "城东镇工会", "城东镇工会", "县总工会"],
    ),
    "what one of several gives does not": (
        "投入126万元，其中城东镇工会补助20万元，建成驿站12个。",
        ["县总工会", "城东镇工会", "县总工会"],
    ),
    "a body behind a person": ("张小北是县林场的职工。该场造林460亩。", ["该场"]),
    "not one of those counted": ("城东镇工会、河口镇工会等7家基层工会完成换届。", ["县总工会"]),
    "a unit that is counted": ("建成职工食堂36个。", ["县总工会"]),
    "all of a kind": ("各级工会筹集资金638万元。", ["各级工会"]),
    "a bare word for a body": ("协会走访职工86人。", ["协会"]),
    "a contest": ("大赛设18个工种。", ["大赛"]),
    "whoever holds a contest by name": ("“青禾杯”劳动竞赛吸引8700人参赛。", ["县总工会"]),
    "an event for whoever comes": ("云溪马拉松吸引2.6万人报名。", ["云溪马拉松"]),
    "not where it is": ("县上投入46万元。", ["县总工会"]),
    "not a committee of the party": ("河口镇党委组织培训36场。", ["县总工会"]),
    "not whoever counts it": ("县统计局统计，培训职工236人。", ["县总工会"]),
    "a zone, up to the semicolon": ("岚溪经济开发区新入驻企业31家；发展会员126人。", ["岚溪经济开发区", "县总工会"]),
    "what is counted is no subject": ("技能大赛3场。", ["县总工会"]),
    "one of several, up to the comma": (
        "县总工会投入316万元，其中市总工会补助120万元，自筹196万元。",
        ["县总工会", "市总工会", "县总工会"],
    ),
    "behind a semicolon, up to the next": (
        "县总工会慰问职工86人；县妇联走访妇女36人；帮扶职工12人。",
        ["县总工会", "县妇联", "县总工会"],
    ),
    "not who decides": ("县委、县政府决定表彰集体6个。", ["县总工会"]),
    "not who was honoured": ("县第一中学荣获全国文明校园称号。走访职工86人。", ["县总工会"]),
    "who is spoken of": ("她一年走访职工86人。", [None]),
    "not who speaks": ("张小北扳着指头算：走访职工86人。", ["县总工会"]),
    "a person, up to the semicolon": ("张小北走访职工86人；发展会员126人。", [None, "县总工会"]),
    "a hotline's centre": ("119指挥中心接警2160起。", ["119指挥中心"]),
    "a section that is one word": ("户政科换发证件3.6万张。", ["户政科"]),
    "a numbered section": ("第三检察部立案36件。", ["第三检察部"]),
    "a unit of our own": ("我院诉讼服务中心接待来访216人次。", ["我院诉讼服务中心"]),
    "a definite unit": ("该工作室累计节约96万元。", ["该工作室"]),
    "a noun for what is done": ("热电分公司发电6.3亿度。", ["热电分公司"]),
    "behind what tells of it": ("园区内的青禾服饰公司添置设备21台。", ["青禾服饰公司"]),
    "no unit in a longer word": ("大学本科以上的36人；硬化路通组率96.3%。", ["县总工会", "县总工会"]),
    "no word of its own behind the semicolon": (
        "各服务站接待来访3215人次；去年上半年1936人次。",
        ["各服务站", "各服务站"],
    ),
    "a unit that wins, up to the comma": ("乒乓球队获第三名，惠及职工216人。", ["县总工会"]),
    "a speaker with two posts": ("县委常委、县妇联主席张小北说，今年将慰问妇女30名。", ["县妇联"]),
    "what is counted in an area": ("全县工会组织覆盖单位3610家。全县工会组织共有3160个。", ["全县工会组织", "全县"]),
    "who gives in between": (
        "县总工会投入156万元，市总工会补助40万元，建起驿站3个。",
        ["县总工会", "市总工会", "县总工会"],
    ),
    "gifts in brackets": (
        "县总工会投入资金860万元（市总工会拨付320万元、县财政配套300万元）。",
        ["县总工会", "市总工会", "县财政"],
    ),
    "an honour is no area": ("惠及劳模203人，其中全国劳模3人。", ["县总工会", "县总工会"]),
    "an honour in quotation marks is no area": (
        "荣获“全国模范职工之家”，走访职工86人。",
        ["县总工会"],
    ),
    "behind the topic in brackets": ("【走访】县妇联走访妇女36人。", ["县妇联"]),
    "at the end of the year": ("年末全段共有职工3610人。", ["全段"]),
    "a sentence about others": ("张小北家访36户。另有15名民警受到嘉奖。", [None, "县总工会"]),
    "no further than the sentence": ("会上，张小北谈体会。走访职工86人。", ["县总工会"]),
    "a unit behind its head's name": ("内科主任张小北带队，该科完成手术36例。", ["该科"]),
    "sections in a list": ("平均住院7.2天，其中骨科8.9天、产科4.1天。", ["县总工会", "骨科", "产科"]),
    "what a company has": ("腊肉合作社产值2160万元。", ["腊肉合作社"]),
    "our team": ("我县代表队21名队员摘得金牌6枚。", ["我县代表队", "我县代表队"]),
    "a name each": (
        "县妇联、县残联也设点，分别办理业务732件、调解纠纷29起。",
        ["县妇联", "县残联"],
    ),
    "a name each, again and again": (
        "县妇联、县残联分别走访216人和96人，发放补助36万元、12.5万元，前者比上年多6万元。",
        ["县妇联", "县残联", "县妇联", "县残联", "县妇联"],
    ),
    "names that only guide": ("在县妇联、县残联指导下，走访职工和农民分别多2个和3人次。", ["县总工会", "县总工会"]),
    "who wins, up to the semicolon": (
        "县妇联荣获全国先进集体称号；县林场等4个集体获评县先进集体。",
        ["县总工会"],
    ),
    "a new item": ("又讯 长岭机械厂工会慰问职工20名。", ["长岭机械厂工会"]),
    "what is measured of a body": (
        "县林场的造林合格率由86%升至96%，抚育幼林460亩。",
        ["县林场", "县林场", "县林场"],
    ),
    "a body behind who founded it": ("张小北（女）创办的青禾服饰公司添置设备21台。", ["青禾服饰公司"]),
    "where somebody works": ("他所在的装配车间共有职工43人。", ["装配车间"]),
    "a body behind what it is": ("子公司青禾服饰公司添置设备21台。", ["青禾服饰公司"]),
    "a body that belongs to another": ("所属青禾服饰公司添置设备21台；本府布建站点12处。", ["青禾服饰公司", "本府"]),
    "a body that belongs to ours": ("我会所属青禾服饰公司添置设备21台。", ["青禾服饰公司"]),
    "a body inside another": ("河口产业园引进企业22家，园内青禾服饰公司用工286人。", ["河口产业园", "青禾服饰公司"]),
    "a body behind a person in its clause": ("张小北在场，县林场今年造林3215亩，合格率97%。", ["县林场", "县林场"]),
    "a body of which somebody tells": ("县妇联主席张小北通报，县林场今年造林3215亩。", ["县林场"]),
    "an area behind a deadline": ("县林场新建苗圃3个，至6月底全县苗圃达41个。", ["县林场", "全县"]),
    "the thing that is pointed at": ("青禾服饰公司研制新机器。该样机每小时裁布420米。", ["该样机"]),
    "what a unit has": ("分析测试中心对外服务收入97万元。", ["分析测试中心"]),
    "a park": ("大学生创业园孵化项目45个。", ["大学生创业园"]),
    "a chamber in brackets": ("改判案件63件（民二庭29件，婚姻家庭12件）。", ["县总工会", "民二庭", "县总工会"]),
    "numbered units": ("一所满员；二所清运垃圾630吨；三所清运垃圾29吨。", ["二所", "三所"]),
    "what is counted by one": ("新建托育中心一所，走访职工86人，新建养老院三所。", ["县总工会"] * 2),
    "an honour of an area is no area": ("昨日被授予“全县先进集体”称号，走访职工86人。", ["县总工会"]),
    "behind a topic": ("\n▲走访　县妇联走访妇女36人。", ["县妇联"]),
    "units that label lines": (
        "\n1.财会系（张小北）：培训学员36人。就业率96%。\n2.机电系（李晓东）：培训学员28人。",
        ["财会系", "财会系", "机电系"],
    ),
    "short sections that label lines": (
        "\n儿科：接诊病人36人。\n河坪院区：接诊病人28人。\n本科：录取新生96人。",
        ["儿科", "河坪院区", "县总工会"],
    ),
    "a line alone that looks labelled": ("\n所属街道：走访职工86人。", ["县总工会"]),
    "a speaker who labels a line": (
        "\n县林场工会主席张小北：走访职工86人。慰问困难职工16人。",
        ["县林场工会", "县林场工会"],
    ),
    "names that label lines": (
        "\n【城东镇】新建驿站3个。走访职工86人。\n【河口镇】新建驿站2个。",
        ["城东镇", "城东镇", "河口镇"],
    ),
    "lines between labels": (
        "\n【县林业局】新建苗圃3个。\n　　造林460亩。\n【县残联】适配器具12件。\n　　走访职工86人。",
        ["县林业局", "县林业局", "县残联", "县总工会"],
    ),
    "units that are headings": (
        "\n○儿科　张小北\n接诊4.6万人次。\n○检验科　李晓东（主任）\n质检37项。",
        ["儿科", "检验科"],
    ),
    "one of several, no further": (
        "\n发放资金26万元，其中县妇联6万元。走访职工86人。",
        ["县总工会", "县妇联", "县总工会"],
    ),
    "the last of several, up to the semicolon": (
        "县林场造林158亩，其中河口镇61亩，双河镇完成44亩；走访职工86人。",
        ["县林场", "河口镇", "双河镇", "县林场"],
    ),
    "who gives, no further": ("\n市总工会补助40万元。走访职工86人。", ["市总工会", "县总工会"]),
    "a village that a paragraph is about": ("\n河口村有436户。2018年村集体收入不到5万元。", ["河口村", "河口村"]),
    "a unit that a paragraph is about": (
        "\n工作室现有成员28人。2011年以来累计立项143项。",
        ["工作室", "工作室"],
    ),
    "who does something with our figures": (
        "\n提出建议86条，县林场采纳12条，采纳率93%；帮扶职工26人。慰问职工30人。",
        ["县总工会", "县林场", "县林场", "县总工会", "县总工会"],
    ),
    "numbered items": (
        "\n1.全县共有驿站36个。\n2.河口镇建成驿站12个。\n（3）县林场造林460亩。",
        ["全县", "河口镇", "县林场"],
    ),
    "behind the label of an item": ("\n△走访　县妇联走访妇女36人。", ["县妇联"]),
    "no area in the name of a contest": ("全国射箭锦标赛：派出选手12人。", ["县总工会"]),
    "who reports under a heading": (
        "\n一、县妇联主席张小北通报情况\n　　走访妇女36人。\n二、县林业局局长李晓东汇报\n　　造林460亩。走访12户。",
        ["县妇联", "县林业局", "县林业局"],
    ),
    "what a treasury gives to our figures, up to the comma": (
        "\n安排奖金63万元，县财政列支42万元，惠及职工26人。州财政投入16万元，建成驿站3个。",
        ["县总工会", "县财政", "县总工会", "州财政", "州财政"],
    ),
    "where a part of the money comes from": (
        "\n投入资金186万元，其中县财政补助40万元，市总工会补助12万元。",
        ["县总工会", "县总工会", "市总工会"],
    ),
    "an area that is served": ("县妇联带领全镇5600名妇女创业，建会率居全市第3。", ["全镇", "县妇联"]),
    "parts of a school": ("到账经费96万元，其中焊接系31万元、海洋学院12万元。", ["县总工会", "焊接系", "海洋学院"]),
    "a word for one of ours": ("县林场造林460亩。该嘎查有牧户86户，我处占12户。", ["县林场", "该嘎查", "我处"]),
    "a list of people that a value counts": (
        "\n张小北、李晓东等9人获得县级表彰。张小北走访职工86人。",
        ["县总工会", None],
    ),
    "who publishes": (
        "\n云州网消息（晚间新闻）：走访职工86人。\n县统计局数据显示，走访职工96人。慰问职工12人。",
        ["县总工会", "县总工会", "县总工会"],
    ),
    "an area while something is held": ("大赛期间全县接待游客86人次。", ["全县"]),
    "a level by its people": ("\n州里新建驿站16个。", ["州里"]),
    "the last word of a name before": (
        "建成河口镇职工服务站。服务站占地260平方米；服务站职工36人。",
        ["服务站", "县总工会"],
    ),
    "not behind an honour": ("张小北荣获县劳动模范称号。发展会员126人。", ["县总工会"]),
}


@pytest.mark.parametrize("name", CASES)
def test_subjects(name: str) -> None:
    body, expected = CASES[name]
    text = f"临溪县总工会2023年工作总结\n\n　　县总工会扎实工作。\n　　组织建设有力。{body}"
    facts = unionie.extract(text, published="2024-02-01").facts
    found = [None if fact.subject is None else fact.subject.replace("临溪", "") for fact in facts]
    assert found == expected


def test_a_government_owns_what_others_do_in_its_report() -> None:
    text = "临溪县政府工作报告\n\n　　云州机械有限公司建成投产，固定资产投资增长5.6%。新增就业3600人。"
    assert [fact.subject for fact in unionie.extract(text, published="2024-02-01").facts] == ["临溪县", "临溪县"]


def test_a_body_that_opens_its_sentence_goes_on_in_the_report_of_a_government() -> None:
    text = "临溪县政府工作报告\n\n　　县医院新增床位160张，门诊28.6万人次；新增就业3600人。"
    found = [fact.subject for fact in unionie.extract(text, published="2024-02-01").facts]
    assert found == ["县医院", "县医院", "临溪县"]


def test_a_short_name_in_brackets_heads_clauses() -> None:
    text = "临溪县政府工作报告\n\n　　园区全称河口抹茶园（以下简称“园区”）。2023年园区产值17.3亿元，出口2860万美元。"
    found = [fact.subject for fact in unionie.extract(text, published="2024-02-01").facts]
    assert found == ["园区", "园区"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("职工互助基金累计筹集186万元。", [None]),
        ("县职代会审议通过合同，人均月收入7820元。", [None]),
        ("事后，云州市政府奖励二中队10万元。", ["云州市政府"]),
    ],
)
def test_money_and_meetings_own_nothing(text: str, expected: list[str | None]) -> None:
    assert [fact.subject for fact in unionie.extract(f"　　2023年。{text}", published="2024-02-01").facts] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("▲县医院团委7月份义诊6场。", ["县医院团委"]),
        ("户政窗口换发证件3.6万张。走访职工86人。", ["户政窗口", None]),
        ("结对帮扶的云州市先后选派干部143人。", ["云州市"]),
        ("资金268.3万元（含省红十字会下拨80万元）。", [None, "省红十字会"]),
        ("北山职业学院承办的第五届全县技能大赛昨日决出名次。来自各地的246名选手比拼。", ["全县"]),
        ("“菜篮子”工程二期全面完工，完成投资2.4亿元。", ["“菜篮子”工程二期"]),
        ("全国首个登记中心落地运行，登记船舶82艘。", [None]),
        ("全国综合改革试点县启动建设，兑付资金64.5万元。", [None]),
    ],
)
def test_who_heads_a_clause(text: str, expected: list[str | None]) -> None:
    assert [
        fact.subject for fact in unionie.extract(f"　　2023年。\n　　{text}", published="2024-02-01").facts
    ] == expected


def test_news_begin_behind_the_mark_of_the_paper() -> None:
    text = "县总工会为骑手送保险\n\n　　本报讯 县总工会出资65万元，投保4300份。"
    assert [(fact.indicator, fact.subject) for fact in unionie.extract(text).facts] == [
        ("出资", "县总工会"),
        ("投保", "县总工会"),
    ]


def test_an_indicator_begins_behind_its_subject() -> None:
    text = "临溪县总工会2023年工作总结\n\n　　假期全县共接待游客134万人次。单笔最大的一项由河口公司以1500万元买下。"
    assert [fact.indicator for fact in unionie.extract(text).facts] == ["接待游客", "单笔最大的一项由河口公司以买下"]


def test_a_year_of_the_republic_is_no_part_of_a_name() -> None:
    text = "甲禾縣總工會開大會\n\n　　理事長許文彬指出，104年度總工會開辦課程32班。"
    assert [fact.subject for fact in unionie.extract(text, published="2016-03-27").facts] == ["總工會"]


def test_who_speaks_for_a_house_is_the_house() -> None:
    text = "甲湾医院求诊回落\n\n　　甲湾医院公布，求诊78,615人次。\n　　院方现有护士1,263名。"
    assert [fact.subject_full for fact in unionie.extract(text).facts] == ["甲湾医院", "甲湾医院"]


def test_the_first_of_several_villages_owns_no_later_sentence() -> None:
    text = "甲镇情况\n\n　　全镇改水310户。\n　　白鹭村、新河村收入分别达到680万元、412万元。整治投入1800万元。"
    assert [fact.subject for fact in unionie.extract(text).facts] == ["全镇", "白鹭村", "新河村", "全镇"]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("我国完成交通投资3486亿元。", ("我国", "中国")),
        ("山东投入财政资金4.8亿元。", ("山东", "山东省")),
        ("安徽4300多万亩冬小麦抽穗。", ("安徽", "安徽省")),
        ("江苏籍职工有86人。", (None, None)),
        ("我国首个油田日产原油86吨。", (None, None)),
    ],
)
def test_the_country_and_provinces_by_their_short_names(sentence: str, subject: tuple[str | None, str | None]) -> None:
    facts = unionie.extract(f"见闻\n\n　　{sentence}", published="2024-02-01").facts
    assert [(fact.subject, fact.subject_full) for fact in facts] == [subject]
