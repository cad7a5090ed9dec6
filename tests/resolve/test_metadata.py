"""Title, authors, publisher and date of a report."""

from __future__ import annotations

import pytest

import unionie
from marked import read_marked
from unionie.link.people import link_people
from unionie.resolve.metadata import Metadata, resolve_metadata


def about(source: str, published: str | None = None) -> Metadata:
    marked = read_marked(source)
    people = link_people(marked.clean, marked.mentions, [])
    return resolve_metadata(marked.clean, marked.mentions, people, published=published)


def test_newspaper_page() -> None:
    page = about(
        "<dateline>上洲日报　2019年1月22日　责编/{P 洪小亮}¶<title>服务大局添动力"
        "¶<subtitle>——清溪区总工会2018年工作回眸¶<byline>□{P 徐少华}　本报记者　{P 欧阳倩}¶2018年，工会工作有进步。"
    )
    assert page.title == "服务大局添动力"
    assert page.authors == ("徐少华", "欧阳倩")
    assert (page.publisher, page.published) == ("上洲日报", "2019-01-22")


def test_ornaments_before_a_headline_are_no_part_of_it() -> None:
    assert about("<title>★ 服务大局添动力¶2018年，工会工作有进步。").title == "服务大局添动力"


def test_caller_knows_better() -> None:
    assert about("<dateline>上洲日报　2019年1月22日", "2020-02-03").published == "2020-02-03"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("来源：柏川县统计局  发布时间：2020-04-16  浏览次数：3127", "2020-04-16"),
        ("汾川晚报　2016.2.4　星期四", "2016-02-04"),
        ("（2021年1月20日）", "2021-01-20"),
        ("2021年13月20日", None),
        ("2021年2月30日", None),
        ("二版　要闻", None),
    ],
)
def test_published(line: str, date: str | None) -> None:
    assert about(f"<title>工作总结¶<dateline>{line}").published == date


@pytest.mark.parametrize(
    ("source", "authors"),
    [
        ("<dateline>来源：柏川县统计局  发布时间：2020-04-16", ("柏川县统计局",)),
        ("<dateline>来源：柏川县人民政府网", ()),
        ("<dateline>县扶贫办　（2020年3月18日）", ()),
        ("<subtitle>{O 澄屿市统计局}　{O 澄屿调查队}", ()),
        ("<subtitle>○ {P 李昊}　{P 王芳}", ("李昊", "王芳")),
        ("<subtitle>队长　{P 李昊}", ("李昊",)),
        ("<subtitle>——{P 李昊}总经理在二届三次职代会上的工作报告", ("李昊",)),
        ("驻村三年，账本摊开。（{P 李昊}）", ("李昊",)),
        ("本行讯（办公室　{P 李昊}）全行召开年会。", ("李昊",)),
        ("参加会议的有先进工作者（{P 李昊}）等人。", ()),
        ("<byline>{O 区人民法院}院长　{P 韩肃之}", ("韩肃之",)),
        ("工作稳步推进。", ()),
        ("<subtitle>在县总工会第七次代表大会上的报告¶<dateline>2021年11月5日¶<subtitle>{P 李昊}", ("李昊",)),
        ("<byline>【记者{P 李昊}/{P 大坑}报导】", ("李昊",)),
        ("【乡讯社报讯】记者{P 李昊}报道：长者学用电话。", ("李昊",)),
        ("<byline>本报记者　{P 李昊}¶夜深了。（摄影　{P 王芳}）", ("李昊",)),
        ("<byline>记者　{P 李昊}¶1月12日，法院院长{P 王芳}向大会报告工作。", ("李昊",)),
        ("<byline>记者　{P 李昊}¶大会闭幕。（{P 王芳}）", ("李昊", "王芳")),
        ("特等奖：《远山》，作者{P 李昊}（实验小学）", ()),
        ("<subtitle>参会：党委书记{P 李昊}，副院长{P 王芳}", ()),
        ("<dateline>2022年1月18日¶<dateline>（联系人：{P 李昊}）", ()),
        ("<heading>一、医务科科长{P 李昊}汇报业务情况", ()),
        ("<heading>本报讯（记者{P 李昊}）", ("李昊",)),
        ("<byline>{O 青湖县统计局}　{O 国家统计局青湖调查队}", ("青湖县统计局", "国家统计局青湖调查队")),
        ("<byline>{O 青湖县教育局}", ()),
        ("<byline>签发：{P 李昊}", ()),
        ("<byline>审读：{P 李昊}", ()),
        ("<byline>调查组组长：{O 县安监局}副局长　{P 李昊}", ()),
        ("<subtitle>{P 李昊}出席并讲话　{P 王芳}主持", ()),
        ("<byline>本报记者　{P 李昊}　通讯员　{P 王芳}　摄", ()),
        ("<byline>文字：{P 李昊}（{O 县妇联}）{P 王芳}（{O 青石镇}）", ("李昊", "王芳")),
    ],
)
def test_authors(source: str, authors: tuple[str, ...]) -> None:
    assert about(f"<title>工作总结¶{source}").authors == authors


@pytest.mark.parametrize(
    ("source", "date"),
    [
        ("新北市甲區公所新聞稿\n發布日期：113年3月5日\n甲區公所表揚志工\n　　甲區公所今天舉行大會。", "2024-03-05"),
        ("苗栗縣藝文競賽登場\n　　各校學子同臺較勁，盼望開口說客語。\n（112/10/27）", "2023-10-27"),
        ("苗栗縣藝文競賽登場\n　　各校學子同臺較勁，盼望開口說客語。\n（112/13/27）", None),
        ("甲县艺文竞赛登场\n　　各校学子同台献艺。\n（112/10/27）", None),
    ],
)
def test_years_of_the_republic_without_its_name(source: str, date: str | None) -> None:
    assert unionie.extract(source).published == date


def test_nothing_known() -> None:
    assert about("职工活动。") == Metadata(None, (), None, None)


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("<title>澄屿市2024年统计公报[1]", "澄屿市2024年统计公报"),
        ("<title>澄屿市2024年统计公报〔1〕", "澄屿市2024年统计公报"),
        ("<title>某某省总工会文件¶<heading>关于表彰2015年先进集体的决定", "关于表彰2015年先进集体的决定"),
        ("<title>澄屿统计月报　2023年第11期¶<dateline>2023年11月21日¶<title>前十月经济稳中有进", "前十月经济稳中有进"),
        ("<title>本版编辑　李昊　电话 0999¶<title>板房里的“新手”", "板房里的“新手”"),
        ("<title>【数说2023】¶2023年，全年受理案件9件。", "【数说2023】"),
        ("<title>【年终盘点】小互助化解大难题", "小互助化解大难题"),
        ("<title>青湖县议会第20届第3次定期会¶<subtitle>县政府施政报告（摘要）", "县政府施政报告（摘要）"),
        ("<title>青湖县人民代表大会会议文件（12）¶<subtitle>青湖法院工作报告", "青湖法院工作报告"),
        ("<title>　小互助化解大难题 ", "小互助化解大难题"),
        ("职工活动。", None),
    ],
)
def test_title(source: str, title: str | None) -> None:
    assert about(source).title == title


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("<title>白鹭镇人民政府¶<subtitle>二〇一八年工作总结¶全镇稳定。", "二〇一八年工作总结"),
        ("<title>青湖县人民法院2024-01-08发表于河南¶<subtitle>青湖法院这一年¶全年办案。", "青湖法院这一年"),
        ("<title>白鹭镇人民政府工作报告¶<subtitle>二〇一八年¶全镇稳定。", "白鹭镇人民政府工作报告"),
    ],
)
def test_a_name_alone_is_no_headline(source: str, title: str) -> None:
    assert about(source).title == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("青湖市2019年国民经济和社会发展\n统计公报", "青湖市2019年国民经济和社会发展统计公报"),
        ("青湖市总工会召开2024年第一季度\n职工竞赛推进会", "青湖市总工会召开2024年第一季度职工竞赛推进会"),
        ("青湖市总工会召开2024年工作会议\n职工竞赛谋新篇", "青湖市总工会召开2024年工作会议"),
    ],
)
def test_a_headline_over_two_lines(head: str, title: str) -> None:
    report = unionie.extract(f"{head}\n2024年4月18日\n　　青湖市全年新建工会12家，竞赛场次增长5.5%。\n")
    assert report.title == title


@pytest.mark.parametrize(
    "head",
    [
        "主任：李　岚　市人社局局长\n副主任：王文洁　市总工会副主席\n成　员：赵小川　市妇联部长",
        "列席人员：区总工会副主席　王文洁，区审计局副局长　赵小川",
        "会　　长：　李文岚（青湖博物院馆长）\n秘 书 长：　王文洁（市文化馆副馆长）",
    ],
)
def test_nobody_in_the_roll_of_a_body_is_its_author(head: str) -> None:
    report = unionie.extract(f"青湖市职工技能竞赛组委会\n{head}\n")
    assert report.authors == ()
    assert {person.role for person in report.people} == {"official"}


def test_the_editor_of_a_traditional_report_is_no_author() -> None:
    report = unionie.extract("青湖縣表揚志工\n記者李文嵐／青湖報導\n\n縣長親自頒獎給三十六名志工。\n責任編輯：王文潔\n")
    assert report.authors == ("李文嵐",)
