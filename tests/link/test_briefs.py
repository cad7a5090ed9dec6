"""News in brief: each piece tells of whom its own headline names."""

from __future__ import annotations

import unionie


def test_each_piece_below_the_headline_that_names_somebody() -> None:
    text = (
        "【工会短波】\n\n■云岭钢管：主意变效益\n　　本报讯　云岭钢管公司工会征集建议418条。（张小北）\n\n"
        "■青堰区：有了“娘家”\n　　本报讯　截至9月底，青堰区建会27个。全年讨回工钱231万元。（李大江）\n\n"
        "■河口镇卫生院\n　　夜校开讲\n　　本报讯　讲课52节，调解纠纷34起。（王小溪）"
    )
    facts = unionie.extract(text, published="2006-10-12").facts
    assert [fact.subject for fact in facts] == ["云岭钢管公司工会", "青堰区", "青堰区", "河口镇卫生院", "河口镇卫生院"]
