"""Title, authors, publisher, date and period of a report."""

from __future__ import annotations

import pytest

from marked import read_marked
from unionie.link.people import link_people
from unionie.resolve.metadata import Metadata, resolve_metadata


def about(source: str, published: str | None = None) -> Metadata:
    marked = read_marked(source)
    people = link_people(marked.clean, marked.mentions, [])
    return resolve_metadata(marked.clean, marked.mentions, marked.times, people, published=published)


def test_newspaper_page() -> None:
    page = about(
        "<dateline>上洲日报　2019年1月22日　责编/{P 洪小亮}¶<title>服务大局添动力"
        "¶<subtitle>——清溪区总工会2018年工作回眸¶<byline>□{P 徐少华}　本报记者　{P 欧阳倩}¶2018年，工会工作有进步。"
    )
    assert page.title == "服务大局添动力"
    assert page.authors == ("徐少华", "欧阳倩")
    assert (page.publisher, page.published) == ("上洲日报", "2019-01-22")
    assert page.period is not None
    assert (page.period.start, page.period.end, page.period.text) == ("2018-01-01", "2018-12-31", "2018年")
    assert page.year == 2018


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
        ("<dateline>县扶贫办　（2020年3月18日）", ("县扶贫办",)),
        ("<subtitle>{O 澄屿市统计局}　{O 澄屿调查队}", ("澄屿市统计局", "澄屿调查队")),
        ("<byline>{O 区人民法院}院长　{P 韩肃之}", ("韩肃之",)),
        ("工作稳步推进。", ()),
    ],
)
def test_authors(source: str, authors: tuple[str, ...]) -> None:
    assert about(f"<title>工作总结¶{source}").authors == authors


@pytest.mark.parametrize(
    ("source", "published", "period"),
    [
        ("<title>柏川县2019年国民经济和社会发展统计公报", None, ("2019-01-01", "2019-12-31")),
        ("<title>2020年上半年工作总结", None, ("2020-01-01", "2020-06-30")),
        ("<title>2018—2022年工作总结", None, ("2018-01-01", "2022-12-31")),
        ("<title>政府工作报告¶<heading>一、2023年工作回顾", "2024-01-09", ("2023-01-01", "2023-12-31")),
        ("<title>政府工作报告", "2024-01-09", ("2023-01-01", "2023-12-31")),
        ("<title>全委会工作报告", "2011-02-22", ("2010-01-01", "2010-12-31")),
        ("<title>最美职工¶2018年，有进步。", "2019-01-09", ("2018-01-01", "2018-12-31")),
        ("<title>最美职工", "2021-05-06", ("2021-01-01", "2021-12-31")),
        ("<title>2023/24年度报告¶截至2024年3月31日止。", "2024-07-18", ("2023-04-01", "2024-03-31")),
    ],
)
def test_period(source: str, published: str | None, period: tuple[str, str]) -> None:
    found = about(source, published).period
    assert found is not None
    assert (found.start, found.end) == period


def test_nothing_known() -> None:
    assert about("职工活动。") == Metadata(None, (), None, None, None)


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("<title>澄屿市2024年统计公报[1]", "澄屿市2024年统计公报"),
        ("<title>某某省总工会文件¶<heading>关于表彰2015年先进集体的决定", "关于表彰2015年先进集体的决定"),
        ("<title>　小互助化解大难题 ", "小互助化解大难题"),
        ("职工活动。", None),
    ],
)
def test_title(source: str, title: str | None) -> None:
    assert about(source).title == title
