"""News of one event: what is undated there is of its days, and texts that tell of more."""

from __future__ import annotations

import pytest

from dating import dates

FLOOD = "关于“6·19”洪灾应急处置情况的报告\n\n　　6月19日凌晨，我县突降暴雨。现将截至6月30日的情况报告如下。\n\n"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "渔船触礁　船员获救\n\n　　8月5日21时，一艘渔船触礁。\n\n　　救助船出动3艘，救起船员8名。",
            "2022-08-07",
            ["2022-08-05", "2022-08-05"],
        ),
        (
            "经贸团欧洲行\n\n　　10月12日至24日，经贸团出访三国。\n\n　　此行签约4800万元。",
            "2023-10-27",
            ["2023-10-12/2023-10-24"],
        ),
        (FLOOD + "　　转移群众1.18万人，去年同期无此灾情。", "2010-07-02", ["2010-06-19/2010-06-30"]),
    ],
)
def test_what_is_undated_in_news_of_an_event_is_of_its_days(text: str, published: str, expected: list[str]) -> None:
    assert dates(text, published) == expected


@pytest.mark.parametrize(
    "text",
    [
        "渔船触礁　船员获救\n\n　　8月5日21时，一艘渔船触礁。今年以来险情不断。\n\n　　全县现有渔船286艘。",
        "关于救助情况的通报\n\n　　8月5日21时，一艘渔船触礁。\n\n　　全县现有渔船286艘。",
        "县渔政站访谈\n\n　　据8月5日统计，全县现有渔船286艘。目前，海况平稳。\n\n　　全县设有码头12座。",
    ],
)
def test_a_text_that_tells_of_more_is_of_its_year(text: str) -> None:
    assert dates(text, "2022-08-07")[-1] == "2022"
