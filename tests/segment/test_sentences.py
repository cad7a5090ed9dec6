import pytest

from unionie.clean import clean_text
from unionie.segment.sentences import split_sentences


def sentences(text):
    clean = clean_text(text)
    return [clean.text[sent.start : sent.end] for sent in split_sentences(clean)]


@pytest.mark.parametrize(
    "expected",
    [
        ["新建工会36家；发展会员5600余人。", "投入30万元。"],
        ["“医保报完，工会又给了1.86万元！”", "11月15日，他领到补助金。"],
        ["他说：“努力干。”", "大家鼓掌。"],
        ["“四季送、全年帮，一个不落！”，他说。", "会议结束。"],
        ["受理案件486件（含旧存109件。其中刑事47件）。", "结案率93%。"],
        ["效果如何？", "职工说好！", "工作还在继续……", "明年再建10个。"],
        ["观看《厉害了！我的家》等影片。", "收看2场。"],
    ],
)
def test_sentences_end_where_readers_end_them(expected):
    assert sentences("".join(expected)) == expected


def test_headings_and_rows_are_sentences_of_their_own():
    text = (
        "一、工作回顾\n新建工会36家。投入30万元。\n年度　单位　金额\n201"
        "9　26　18.5\n2020　84　22.8\n二、工作打算\n再建10家。"
    )
    assert sentences(text) == [
        "一、工作回顾",
        "新建工会36家。",
        "投入30万元。",
        "年度\t单位\t金额",
        "2019\t26\t18.5",
        "2020\t84\t22.8",
        "二、工作打算",
        "再建10家。",
    ]
