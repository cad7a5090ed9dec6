"""Honours that no verb links, and prose that is none."""

from __future__ import annotations

import unionie


def test_prose_beside_names_is_no_honour() -> None:
    thanks = "向各位人大代表、政协委员，向中央驻鲁单位，向人民解放军、武警官兵、公安干警，向港澳台同胞和国际友人，"
    text = f"某省政府工作报告\n\n　　过去一年，全省生产总值增长5.5%。在此，我代表省人民政府，{thanks}表示衷心感谢！"
    assert unionie.extract(text).awards == ()
