import time

import pytest

from unionie.clean import clean_text
from unionie.clean.marks import heading_mark


def kinds(text):
    clean = clean_text(text)
    return [(block.kind, clean.text[block.start : block.end]) for block in clean.blocks]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("２０１８年，全区共有会员５．６万人，占８５％以上。", "2018年，全区共有会员5.6万人，占85%以上。"),
        (
            "新组建工会 36 家,发展会员 5600 余人;其中(含农民工)4000 多人。",
            "新组建工会36家，发展会员5600余人；其中（含农民工）4000多人。",
        ),
        ("受理案件12,846件,比值1:2.5,于9:30开庭。", "受理案件12,846件，比值1:2.5，于9:30开庭。"),
        ("受理案件12，846件，结案11，972件。", "受理案件12,846件，结案11,972件。"),
        ("发展会员 2 314 名，投入1 026 万元。", "发展会员2314名，投入1026万元。"),
        ("減少貧困戶3 106戶，獲「先進單位」稱號。", "减少贫困户3106户，获“先进单位”称号。"),
        ("下年度計畫與字畫展覽規畫。", "下年度计划与字画展览规划。"),
        ('授予"工人先锋号"称号', "授予“工人先锋号”称号"),
        ("详见 http://www.example.cn/a?b=1,2 。", "详见http://www.example.cn/a?b=1,2。"),
        ("\ufeff工\u200b会\x00共有\u202e36家。", "工会共有36家。"),
        ("建成 Hello World 中心 5 处。", "建成Hello World中心5处。"),
        ("⼯会⺠主管理。", "工会民主管理。"),
        ("☺ 获奖👍🏻。", "☺获奖👍🏻。"),
        ("青石县人民政府县长　尹　长　栩", "青石县人民政府县长\u3000尹长栩"),
        ("副　会　长：　丘栩", "副会长：丘栩"),
        ("联系人：尹　长　栩，县志办副主任", "联系人：尹长栩，县志办副主任"),
        ("公司董事长尹　长　栩被评为先进。", "公司董事长尹长栩被评为先进。"),
        ("成员：尹　栩　县委副书记", "成员：尹栩\u3000县委副书记"),
        ("作者贺若谷　尹　栩报道。", "作者贺若谷　尹　栩报道。"),
        ("—— 2 0 1 3 年 1 月 2 5 日在全体会议上", "——2013年1月25日在全体会议上"),
        ("人均收入达到 5 8 1 6 元。", "人均收入达到5816元。"),
        ("丘　岚　占　洁　纪小川", "丘岚\u3000占洁\u3000纪小川"),
        ("高　考　成　绩　公　布", "高考成绩公布"),
        ("河面平静。（尹栩 贺长庚）", "河面平静。（尹栩\u3000贺长庚）"),
        ("河面平静。（文/图 尹栩）", "河面平静。（文/图\u3000尹栩）"),
    ],
)
def test_characters_marks_and_spaces_are_repaired(source, text):
    assert clean_text(source).text == text


def test_the_surface_keeps_the_characters_of_the_report():
    clean = clean_text("榮獲「全國工人先鋒號」稱號，投入２８萬元。")
    assert clean.text == "荣获“全国工人先锋号”称号，投入28万元。"
    assert clean.surface == "榮獲「全國工人先鋒號」稱號，投入２８萬元。"


def test_simplified_text_with_one_odd_character_is_not_converted():
    assert clean_text("乾隆年间的著名藉口，於是瞭望。").text == "乾隆年间的著名藉口，於是瞭望。"


def test_a_span_quotes_the_source_with_what_stands_inside():
    source = "共筹集20余\r\n万元，发展 会员 2 314 名。"
    clean = clean_text(source)
    for quoted in ("20余\r\n万元", "2 314 名"):
        words = quoted.replace("\r\n", "").replace(" ", "")
        start = clean.text.index(words)
        assert clean.span(start, start + len(words)).text == quoted


def test_lines_broken_to_a_column_are_joined_and_paragraphs_kept():
    source = (
        "　　本报讯　记者昨日从市总工会获悉，今\n年“两节”期间，全市"
        "三级工会共筹集送温\n暖资金2680万元，其中市级专项20余\n"
        "万元，走访困难企业126家、困难职工3.\n2万户。\n　　据了解，"
        "截至1月底，全市在档困难职\n工3.86万户，因病致困的占到六成。\n"
    )
    texts = [text for _, text in kinds(source)]
    assert len(texts) == 2
    assert "共筹集送温暖资金2680万元，其中市级专项20余万元" in texts[0]
    assert "困难职工3.2万户。" in texts[0]
    assert texts[1].startswith("据了解")


def test_a_caption_wider_than_the_column_does_not_hide_it():
    lines = (
        "　　本报讯　记者昨日从市总工会获悉，\n今年“两节”期间，全市三级工会共筹集\n"
        "送温暖资金2680万元，走访困难职工3万户。\n"
    )
    caption = "图为柘溪县总工会的工作人员在岚溪口的工地上为建设者送去棉衣、手套和热茶，并且讲解权益。\n"
    texts = [text for _, text in kinds(lines * 7 + caption)]
    assert "今年“两节”期间，全市三级工会共筹集送温暖资金2680万元" in texts[0]


def test_a_paragraph_that_a_page_broke_goes_on_behind_the_blank_line():
    source = (
        "工作有序推进。2018年，全区新建阵地三处，职工精神\n\n文化生活更加丰富多彩。\n\n夯实基础　建好家园\n\n"
        "全年投入资金30万元，建成后服务职工三千多人次，效果良好。\n"
    )
    assert [kind for kind, _ in kinds(source)] == ["paragraph", "heading", "paragraph"]


def test_capital_numerals_mark_headings():
    assert heading_mark("壹、會務") == (1, 2)
    assert heading_mark("拾貳、其他".replace("貳", "贰")) == (1, 3)


def test_paragraphs_a_line_each_stay_apart():
    source = "2018年新建工会36家。\n发展会员5600余人。\n投入资金30万元。\n"
    assert [text for _, text in kinds(source)] == source.split()


def test_a_newspaper_page_is_taken_apart():
    source = (
        "某某日报　２０１９年１月２２日　星期二　Ａ３\n【广告】年货大集开市！\n\n服务大局添动力　情系职工暖人心\n"
        "——清溪区总工会 2018 年工作回眸\n□ 徐少华　本报记者　欧阳倩\n\n　　2018 年，区总工会新建工会 36 家。\n"
        "　　一、夯实基础\n　　投入资金 41.5 万元，建成职工书屋 9 个。\n（下转第4版）\n"
    )
    assert kinds(source) == [
        ("dateline", "某某日报\u30002019年1月22日\u3000星期二\u3000A3"),
        ("furniture", "【广告】年货大集开市！"),
        ("title", "服务大局添动力\u3000情系职工暖人心"),
        ("subtitle", "——清溪区总工会2018年工作回眸"),
        ("byline", "□徐少华\u3000本报记者\u3000欧阳倩"),
        ("paragraph", "2018年，区总工会新建工会36家。"),
        ("heading", "一、夯实基础"),
        ("paragraph", "投入资金41.5万元，建成职工书屋9个。"),
        ("furniture", "（下转第4版）"),
    ]


def test_a_line_with_digits_may_hold_fewer_characters():
    source = (
        "　　通关时间压缩到12.7小时，比上年同期缩\n短八成四；出口只要0.6小时，大户都说快\n"
        "得很。她所在的监管一科获评青\n年文明号，关员尹栩和康宁前不\n久又当选先进，口岸旺了，城也跟着旺。\n"
        "　　全市落地加工企业八十七家，进口葵籽、\n红花籽就地榨油十几万吨。"
    )
    first = kinds(source)[0][1]
    assert first.endswith("获评青年文明号，关员尹栩和康宁前不久又当选先进，口岸旺了，城也跟着旺。")


def test_a_table_of_words_is_one_where_tabs_part_all_rows():
    rows = ["等级\t项目名称\t完成单位", "一等\t苹果密植\t北山农科所", "二等\t黄牛改良\t河口畜牧站"]
    assert [kind for kind, _ in kinds("\n".join(["奖励名单如下", *rows]))][1:] == ["table_row"] * 3


def test_items_of_a_list_stand_alone():
    lines = [
        "书法作品评选结果揭晓了",
        "一等奖（2件）",
        "1.《春雨》甲乙（北山县邮政局）",
        "2.《秋声》丙丁（河口县运输公司）",
        "二等奖（1件）",
        "1.《冬日》戊己（河口县林业管理局）",
    ]
    assert [text for _, text in kinds("\n".join(lines))] == lines


def test_tables_have_cells_whatever_parts_them():
    rows = ["年度\t参保单位（家）\t补助金额（万元）", "2019\t1026\t1873.5", "2020\t1184\t2206.8"]
    for gap in ("　", "  ", "\t", " "):
        source = (
            f"参保情况如下。\n年度{gap}参保单位（家）{gap}补助金额（万元）\n2019{gap}"
            f"1 026{gap}1 873.5\n2020{gap}1 184{gap}2 206.8\n"
        )
        assert [text for kind, text in kinds(source) if kind == "table_row"] == rows, repr(gap)


def test_a_name_set_apart_is_one_cell():
    source = "序号　姓名　性别　单位\n1　马占山　男　第一煤矿\n2　孙　浩　男　中心医院\n3　黑　燕　女　疾控中心\n"
    assert [text.split("\t") for _, text in kinds(source)][2:] == [
        ["2", "孙浩", "男", "中心医院"],
        ["3", "黑燕", "女", "疾控中心"],
    ]


def test_names_set_apart_in_a_list_are_one_cell():
    rows = [
        "等级　项目　完成人　专利",
        "一等奖　甲工艺　季大华、孙　浩、黑　燕（回族）　14",
        "二等奖　乙工艺　周　莉　3",
        "三等奖　丙工艺　毛小平　2",
    ]
    cells = [text.replace("\u3000", "").split("\t")[2] for _, text in kinds("\n".join(rows) + "\n")]
    assert cells[1:] == ["季大华、孙浩、黑燕（回族）", "周莉", "毛小平"]


def test_a_table_caption_is_a_heading():
    source = "分产品看，产量增加。\n表1　主要产品产量\n粮食  吨  186342  2.4\n玉米  吨  98731  5.0\n"
    assert [kind for kind, _ in kinds(source)][1:] == ["heading", "table_row", "table_row"]


@pytest.mark.parametrize("source", ["", " \n\t\u3000\r\n", "\x00\u200b"])
def test_a_text_without_a_word_is_empty(source):
    clean = clean_text(source)
    assert (clean.text, clean.blocks, len(clean.offsets)) == ("", (), 0)


def test_cleaning_twice_changes_nothing(samples):
    for path in samples.glob("*.txt"):
        text = clean_text(path.read_text("utf-8")).text
        again = clean_text(text).text
        assert again.replace("\u3000", "") == text.replace("\u3000", ""), path.name


def test_a_million_characters_in_one_line_take_seconds():
    started = time.process_time()
    clean = clean_text("2018年，全区新建工会 36 家,发展会员（含农民工）5600余人" * 30_000)
    assert time.process_time() - started < 4
    assert len(clean.blocks) == 1


def test_newspaper_lines_with_spaces_beside_figures_are_no_table():
    lines = [
        "　　区总工会联手推行工资集体协商",
        "，要约企业 436 家，签订合同 4",
        "02 份，覆盖职工 4.1 万人（其中女职工 ",
        "1.7 万人），签约率提高到九成以",
        "上。",
    ]
    assert [kind for kind, _ in kinds("\n".join(lines))] == ["paragraph"]


def test_labels_of_two_characters_set_apart_are_one_cell():
    rows = ["粮　食　万吨　48.65　2.1", "稻谷　万吨　35.20　1.4", "油　料　万吨　7.93　3.6"]
    assert kinds("\n".join(["主要农产品产量", *rows]))[1][1] == "粮食\t万吨\t48.65\t2.1"


def test_a_line_that_opens_with_a_placing_continues_none():
    second = "二等奖（2项）：石斛仿野生栽培（完成单位：云溪县林科所）；窖泥功能菌选育（完成单位：云溪酒业公司）"
    third = "三等奖（1项）：山火预警系统（完成单位：云溪电力公司）；图谱数字化（完成单位：县医院）"
    assert [line for _, line in kinds(f"关于表彰的决定\n{second}\n{third}")][1:] == [second, third]


def test_a_short_line_that_opens_a_sentence_goes_on():
    lines = [
        "　　本报讯　昨日从区总工会获悉，截",
        "至八月底，全区会员超过一万人，比年",
        "初增加三千人，入会率高于全市平均水",
        "平六个百分点。",
        "　　去年，区总工会牵头成立",
        "区快递行业工会联合会，首批吸收企业十九家。",
    ]
    assert "去年，区总工会牵头成立区快递行业工会联合会" in clean_text("\n".join(lines) + "\n").text


def test_a_short_line_inside_a_paragraph_of_a_column_goes_on():
    lines = [
        "　　本报讯　昨日从区总工会获悉，截",
        "至八月底，全区会员超过一万人，比年",
        "初增加三千人，其中",
        "张小北",
        "所在的快递行业三百人，服务职工超过",
        "四千人次，职工满意。",
        "　　去年，区总工会牵头成立联合会，",
        "首批吸收企业十九家。",
    ]
    assert "其中张小北所在的快递行业三百人，服务职工超过四千人次" in clean_text("\n".join(lines) + "\n").text


def test_a_question_is_no_byline():
    source = "对话县医保局\n　　记者：去年参保情况怎样？\n　　局长：参保率达到百分之九十八，比上年提高一个百分点。\n"
    assert "byline" not in [kind for kind, _ in kinds(source)]


def test_a_tab_between_words_parts_cells() -> None:
    assert clean_text("青石乳业有限公司\t柏渡农场").text == "青石乳业有限公司　柏渡农场"
    assert clean_text("建成 36\t家。").text == "建成36家。"


def test_rows_that_tabs_part_are_no_broken_line() -> None:
    text = "先进集体名单\n青石乳业化验室\t柏渡农场机耕队\n汀溪煤矿综采队\t云岭电厂锅炉班\n岚州公路站\t县医院急诊科\n"
    assert len(clean_text(text).blocks) == 4


def test_placings_end_the_head() -> None:
    found = kinds("第六届职工运动会成绩公报\n第一名　沈开山　公路局\n第二名　鲍伟　民政局")
    assert [kind for kind, _ in found] == ["title", "paragraph", "paragraph"]


def test_circles_are_zeros_in_a_year_and_bullets_elsewhere() -> None:
    read = clean_text("二○○八年打算\n○一项，一九九○年")
    assert read.text == "二〇〇八年打算\n○一项，一九九〇年"
    assert read.surface == read.source


def test_where_and_when_a_feature_was_sent_is_no_part_of_its_headline() -> None:
    text = "新华社临江1月16日电　题：山里的新变化\n新华社记者　甲乙\n　　去年植树18万亩。"
    assert kinds(text)[:2] == [("dateline", "新华社临江1月16日电"), ("title", "山里的新变化")]
    clean = clean_text(text)
    assert all(clean.source[clean.offsets[i]] == c for i, c in enumerate(clean.surface) if c not in "\n")
