"""Honours of whoever says 我: the signer of a speech, the teller of a life, one who answers questions."""

from __future__ import annotations

import pytest

import unionie

SPEECH = "一根焊条的路\n——在全县劳模宣讲会上的发言\n青河机械厂焊工　池晓岚\n\n　　{}\n"
CASES = {
    "授予我": (SPEECH.format("2014年，县总工会授予我“县五一劳动奖章”。"), "池晓岚", "县五一劳动奖章"),
    "我被授予": (SPEECH.format("今年4月，我又被省政府授予“省劳动模范”称号。"), "池晓岚", "省劳动模范"),
    "our own name": ("宣讲稿\n\n大家好，我叫贺青山。\n2016年我获得“市技术能手”称号。\n", "贺青山", "市技术能手"),
    "told to another": (
        "老矿工的话\n口述：贺青山（原采煤工）\n整理：池晓岚\n\n1976年，我被评为省劳动模范。",
        "贺青山",
        "省劳动模范",
    ),
    "who reports": (
        "坚守一线三十年\n报告人：池晓岚\n\n2016年，我被授予“县劳动模范”称号。\n",
        "池晓岚",
        "县劳动模范",
    ),
    "an answer": (
        "对话焊工\n\n问：得过什么奖？\n贺青山：得过。2013年我被评为“全国技术能手”。\n",
        "贺青山",
        "全国技术能手",
    ),
}


@pytest.mark.parametrize(("text", "name", "honour"), CASES.values(), ids=CASES)
def test_whoever_says_i_receives(text: str, name: str, honour: str) -> None:
    awards = unionie.extract(text, published="2018-05-04").awards
    assert [(award.recipient, award.award) for award in awards] == [(name, honour)]


@pytest.mark.parametrize(
    "sentence",
    [
        "厂长说：“2014年，我被评为“省劳动模范”。”",
        "2014年，我带的徒弟们被评为“省劳动模范”。",
        "2014年，我省被评为“全国双拥模范省”。",
    ],
    ids=["quoted", "others of mine", "our province"],
)
def test_the_signer_is_not_every_i(sentence: str) -> None:
    awards = unionie.extract(SPEECH.format(sentence), published="2018-05-04").awards
    assert "池晓岚" not in {award.recipient for award in awards}
