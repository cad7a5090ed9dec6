import pytest

from unionie.clean import clean_text
from unionie.clean.front_matter import find_dateline, read_front_matter

BODY = "\n\n　　2018年，全市各级工会新建基层组织36家，发展会员5600余人。\n　　投入资金30万元，成效明显。\n"


def front(head, foot=""):
    return read_front_matter(clean_text(head + BODY + foot))


@pytest.mark.parametrize(
    ("head", "title", "authors"),
    [
        (
            "小互助化解大难题\n——某市医疗互助十年记\n本报通讯员　上官婉　钟离春",
            "小互助化解大难题",
            ["上官婉", "钟离春"],
        ),
        ("临溪县总工会2020年工作总结\n暨2021年工作思路", "临溪县总工会2020年工作总结暨2021年工作思路", []),
        ("在临溪县人民代表大会第五次会议上的\n政 府 工 作 报 告", "在临溪县人民代表大会第五次会议上的政府工作报告", []),
        ("关于某县2022年预算执行情况和\n2023年预算草案的报告", "关于某县2022年预算执行情况和2023年预算草案的报告", []),
        ("要闻\n骑手有了歇脚地\n2022-08-09 03:00", "骑手有了歇脚地", []),
        ("安全生产周报\n第27期（7月4日—7月10日）\n安全监察部　2016年7月11日", "安全生产周报", ["安全监察部"]),
        ("【法庭巡礼】\n临溪法庭：把官司化解在火塘边", "临溪法庭：把官司化解在火塘边", []),
        ("文件編號：DC 31/2023\n地區綠化工作進度匯報", "地區綠化工作進度匯報", []),
        ("服务大局　情系职工\n——工作回眸\n□ 徐少华　本报记者　欧阳倩", "服务大局　情系职工", ["徐少华", "欧阳倩"]),
        (
            "区人民法院工作报告（摘登）\n2021年1月20日在第六届人民代表大会第五次会议上\n区人民法院院长　韩肃之",
            "区人民法院工作报告（摘登）",
            ["韩肃之"],
        ),
        (
            "政府工作报告\n（甲省乙自治州临溪县）\n2024年1月9日在第三次会议上\n县人民政府县长　陆岳",
            "政府工作报告",
            ["陆岳"],
        ),
        ("政 府 工 作 报 告\n——2024年1月9日在第三次会议上\n县人民政府县长  陆 岳", "政府工作报告", ["陆岳"]),
        (
            "2012年全市工会工作综述\n来源：市总工会办公室　日期：2013-01-16　点击：482次",
            "2012年全市工会工作综述",
            ["市总工会办公室"],
        ),
        ("中共某市委　某市人民政府\n关于表彰先进集体的决定", "关于表彰先进集体的决定", ["中共某市委", "某市人民政府"]),
        ("上半年经济运行稳中向好\n鹤桥区统计局　2015年7月24日", "上半年经济运行稳中向好", ["鹤桥区统计局"]),
        (
            (
                "下载\n打印\n【字号：\n加大\n】\n2026年某省政府工作报告\n——2026年"
                "1月27日在第五次会议上\n来源：某某日报\n时间：2026-02-01\n省长 胡玉"
            ),
            "2026年某省政府工作报告",
            ["胡玉"],
        ),
        ("牧区新貌\n记者　艾力·买买提　文/图", "牧区新貌", ["艾力·买买提"]),
        ("喜讯传遍山乡　掌声响彻会场\n北山县八人受表彰\n本报记者　欧阳倩", "北山县八人受表彰", ["欧阳倩"]),
        ("劳模风采·人物专访\n背篓书记的十六年\n本报记者　欧阳倩", "背篓书记的十六年", ["欧阳倩"]),
        ("北山新报2010.9.10\n云端上的铃声\n本报记者　欧阳倩", "云端上的铃声", ["欧阳倩"]),
        ("北山特钢有限责任公司（下称北山特钢）\n争先创优通报会记录（整理稿）", "争先创优通报会记录（整理稿）", []),
        ("北山青年工作简报　第3期\n团县委的成绩单\n本报记者　欧阳倩", "团县委的成绩单", ["欧阳倩"]),
        ("新聞聯絡人：江佳蓉　科長\n北山縣職災連三降", "北山縣職災連三降", []),
        ("喜报！北山供电局三人两集体获奖\n来源：北山供电工会", "喜报！北山供电局三人两集体获奖", ["北山供电工会"]),
        ("北山县政府新闻稿\n北山县八人受表彰\n本报记者　欧阳倩", "北山县八人受表彰", ["欧阳倩"]),
        ("北山医院院报\n区二院交出成绩单\n本报记者　欧阳倩", "区二院交出成绩单", ["欧阳倩"]),
        ("北山开发区管委会\n经济运行分析会纪要\n第9期　2025年7月14日", "经济运行分析会纪要", ["北山开发区管委会"]),
        ("民生速递\n前三季度，北山县账本怎么样\n本报记者　欧阳倩", "前三季度，北山县账本怎么样", ["欧阳倩"]),
        ("【数说2023】\n北山法院这一年，都在数字里\n本报记者　欧阳倩", "北山法院这一年，都在数字里", ["欧阳倩"]),
        ("北山县茶业见闻\n“金叶子”鼓起“钱袋子”\n本报记者　欧阳倩", "“金叶子”鼓起“钱袋子”", ["欧阳倩"]),
        ("路虽远　家在旁\n北山县11个“司机之家”温暖货运路\n三年服务9.3万人次", "北山县11个“司机之家”温暖货运路", []),
        ("索 引 号：0115-2020　信息分类：奖励\n北山县关于表彰先进的通报", "北山县关于表彰先进的通报", []),
        ("索引号：0115-2020　信息分类：奖励\n北山县关于表彰先进的通报", "北山县关于表彰先进的通报", []),
        (
            "北山县教育工会\n新闻稿\n情暖教师节的山乡　义诊走进校园里\n2023年9月10日",
            "情暖教师节的山乡　义诊走进校园里",
            ["北山县教育工会"],
        ),
        (
            "北山省农信联合社\n北山农商银行工会\n把心暖起来　把家建起来\n（年终小结）",
            "把心暖起来　把家建起来",
            ["北山省农信联合社", "北山农商银行工会"],
        ),
        (
            "新闻稿\n发稿日期：113年3月5日\n发稿单位：北山市劳工局\n北山市办理安全观摩　百家单位派员参加",
            "北山市办理安全观摩　百家单位派员参加",
            [],
        ),
        ("内部资料　注意保存\n情况交流\n〔2020〕第22期\n县总工会两手抓", "县总工会两手抓", []),
        ("标题：北山县总工会2020年工作总结", "北山县总工会2020年工作总结", []),
        ("引题：科技下乡\n主题：小土豆种出大名堂", "小土豆种出大名堂", []),
        ("北山公司工会\n公司工会召开职工代表大会\n2024-01-26　来源：某某日报", "公司工会召开职工代表大会", []),
        ("关于开展2023年度“北山工匠”\n推荐选树工作的通知", "关于开展2023年度“北山工匠”推荐选树工作的通知", []),
        (
            "北山县总工会党组关于落实全面从严治党\n主体责任情况的报告\n2024年1月5日",
            "北山县总工会党组关于落实全面从严治党主体责任情况的报告",
            [],
        ),
        ("岗位送上门\n全媒体记者　丁　一　马　骏", "岗位送上门", ["丁一", "马骏"]),
    ],
)
def test_headline_and_authors(head, title, authors):
    found = front(head)
    assert found.title is not None
    assert found.title.name == title
    assert [author.name for author in found.authors] == authors


def test_editors_are_no_authors():
    found = front(
        "“最美职工”，最美在平凡\n某江晚报记者　农冠华　通讯员　覃雪梅　　编辑：陆一", "（责任编辑：白羽　校对：向阳）\n"
    )
    assert [(author.name, author.role) for author in found.authors] == [
        ("农冠华", "reporter"),
        ("覃雪梅", "correspondent"),
    ]
    assert [editor.name for editor in found.editors] == ["陆一", "白羽", "向阳"]
    assert found.publisher is not None
    assert found.publisher.name == "某江晚报"


def test_the_news_lead_names_its_authors_over_a_line_end():
    source = (
        "２版　要闻　　　某川晚报　　２０１６.２.４　星期四\n全市工会筹资"
        "2680万元送温暖\n惠及职工3.2万户　比去年增加310万元\n\n"
        "　　本报讯（记者 端木磊 通讯员 \n郝秀英 贺　军）记者昨日从市总工会获"
        "悉，\n今年“两节”期间，全市三级工会共筹集送\n温暖资金2680万元。\n"
    )
    clean = clean_text(source)
    found = read_front_matter(clean)
    assert found.title is not None
    assert found.title.name == "全市工会筹资2680万元送温暖"
    assert [author.name for author in found.authors] == ["端木磊", "郝秀英", "贺军"]
    assert found.publisher is not None
    assert found.publisher.name == "某川晚报"
    assert found.dateline is not None
    assert "2016.2.4" in clean.text[slice(*found.dateline)]


def test_places_of_the_names_are_in_the_clean_text():
    clean = clean_text("服务大局\n——工作回眸\n□ 徐少华　本报记者　欧阳倩" + BODY)
    for author in read_front_matter(clean).authors:
        assert clean.text[author.start : author.end] == author.name


def test_a_text_without_a_head_has_no_front_matter():
    found = read_front_matter(clean_text("2018年新建工会36家。投入30万元。"))
    assert (found.title, found.subtitle, found.authors, found.publisher, found.dateline) == (None, None, (), None, None)
    assert read_front_matter(clean_text("")).title is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("甲湖人气旺\n\n　　2月10日，接待游客860人次。（管理处　2024年2月18日）", "2024年2月18日"),
        ("甲湖人气旺\n\n　　去年，接待游客860人次。（据2022年1月17日《甲城报》）", "2022年1月17日"),
        ("账单送上门\n\n　　甲城新闻2018年6月4日讯　上月，走访企业137户。", "2018年6月4日"),
        ("甲湖人气旺\n\n　　接待游客860人次（截至2024年2月18日）", None),
        ("甲湖人气旺\n\n　　新规施行（自2024年2月18日起施行）", None),
    ],
)
def test_a_date_that_opens_the_news_or_closes_the_text(text: str, day: str | None) -> None:
    clean = clean_text(text)
    place = find_dateline(clean)
    assert (clean.text[slice(*place)] if place else None) == day


@pytest.mark.parametrize("brackets", ["【】", "〔〕", "（）"])
def test_a_byline_in_any_brackets(brackets: str) -> None:
    found = front(f"縣府表揚勞工\n{brackets[0]}記者許雅婷／青嵐報導{brackets[1]}縣府表揚勞工30人，今天舉行大會。")
    assert [author.name for author in found.authors] == ["許雅婷"]
