"""Years that stand alone before what happened in them."""

from __future__ import annotations

import pytest

import unionie
from dating import dates

LINES = ("【{}】　改水改厕286户。", "{}　改水改厕286户。", "{}　起步\n　　改水改厕286户。", "★{}｜改水改厕286户。")


@pytest.mark.parametrize("line", LINES)
def test_a_chronicle_dates_what_its_years_head(line: str) -> None:
    text = "一个山村的十年\n\n　　村口有面墙。\n\n" + "\n\n".join(line.format(year) for year in (2012, 2015, 2019))
    assert dates(text, "2020-06-18") == ["2012", "2015", "2019"]


def test_two_years_or_years_out_of_order_are_no_chronicle() -> None:
    for years in ((2015, 2019), (2015, 2012, 2019)):
        text = "一个山村的十年\n\n　　村口有面墙。\n\n" + "\n\n".join(f"【{year}】　改水改厕286户。" for year in years)
        assert set(dates(text, "2020-06-18")) == {"2020"}


ALONE = """甲县共青团大事记
2013年
5月4日　新团员168名宣誓。
年底　全县团员1.1万名。
2014年
3月　植树60亩。当年募款23万元。
"""


def test_days_beneath_years_alone_on_their_lines_are_of_these_years() -> None:
    assert dates(ALONE, None) == ["2013-05-04", "@2013-12-31", "2014-03-01/2014-03-31", "2014"]
    assert dates(ALONE, "2016-03-01") == ["2013-05-04", "@2013-12-31", "2014-03-01/2014-03-31", "2014"]


@pytest.mark.parametrize("gap", ["　", "6月　", "6月8日　"])
def test_a_dated_entry_dates_the_honours_of_its_later_sentences(gap: str) -> None:
    text = (
        f"青河机械公司大事记\n\n1999年{gap}新线投产。公司被县政府评为“重合同守信用企业”。\n\n"
        f"1999年{gap}食堂开张。\n\n2008年{gap}厂房落成。9月，装配车间荣获市“工人先锋号”。"
    )
    awards = unionie.extract(text, published="2021-05-06").awards
    assert [(award.award, award.year) for award in awards] == [("重合同守信用企业", 1999), ("市工人先锋号", 2008)]
