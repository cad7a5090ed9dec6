"""Years that stand alone before what happened in them."""

from __future__ import annotations

import pytest

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
