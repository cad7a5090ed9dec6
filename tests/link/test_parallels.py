"""Whose figure it is where no mention covers the head of the clause."""

from __future__ import annotations

import pytest

import unionie

CASES = {
    "the same words again": ("青堰站发送旅客16万人次；城东客站发送旅客8万人次。", ["青堰站", "城东客站"]),
    "other words": ("青堰站发送旅客16万人次，累计发送旅客80万人次。", ["青堰站", "青堰站"]),
    "the same words in a list": ("其中青堰公司来了145人、沙洲公司来了260人。", ["青堰公司", "沙洲公司"]),
    "places by their short names": (
        "青堰市经济总量突破3000亿元，兰溪、石门经济总量突破2000亿元。",
        ["青堰市", "兰溪、石门"],
    ),
    "nothing but a value": ("全段发送旅客5万人；宁原站2.17万人，红柳站0.94万人。", ["全段", "宁原站", "红柳站"]),
    "what is set beside others": (
        "人均场地2.9平方米。雁滩区最高，为3.4平方米；老城区最低，仅1.8平方米。",
        ["雁滩区", "雁滩区", "老城区"],
    ),
    "what stands nearby": ("县医院接诊860人次。隔壁的柳枝饭店却只卖出盒饭40份。", ["县医院", "柳枝饭店"]),
    "what words and quotation marks name": (
        "柳河学会办讲座8场。同区另一机构“萤火会”也资助学生16名。",
        ["柳河学会", "萤火会"],
    ),
    "what stands under another": ("县残联培训310人。旗下柳枝中心接待求助者240人次。", ["县残联", "柳枝中心"]),
    "a company told of by what it is": ("县残联培训310人。爱心企业柳河服饰公司招工19名。", ["县残联", "柳河服饰公司"]),
    "what a brigade calls itself": ("我大队出动警力86人，全县平安。", ["我大队"]),
    "who acts alone": ("县图书馆外借图书8万册。读者柳青青去年一人借书326册。", ["县图书馆", None]),
    "who is in trade": ("县商务局举办展会8场。果商柳大江今年卖出脐橙36吨。", ["县商务局", None]),
}


@pytest.mark.parametrize(("text", "subjects"), CASES.values(), ids=CASES)
def test_whose_figure_it_is(text: str, subjects: list[str | None]) -> None:
    assert [fact.subject for fact in unionie.extract(text, published="2024-02-01").facts] == subjects
