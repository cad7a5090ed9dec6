import logging

import jieba
import pytest
import rjieba
from hypothesis import given, settings
from hypothesis import strategies as st

from unionie.dictionary import plain_jieba
from unionie.errors import InputError, RuleError
from unionie.segment.words import Segmenter

HARD = [
    "2018年全区工会共有会员5.6万人，入会率86.4%",
    "PM_2.5平均浓度，5G-A超宽带，2026-02-03，旅游街区2-3家",
    "卡拉OK、T恤和B超 hello world 3,456.7\r\n\t元",
    "会会会会会 咯民咯民咯民 李莉莉冉冉升起",
    "李小福是创新办主任也是云计算方面的专家",
    "𠮷野家 ☺ \ud800 ㎡ 鿖",
]


@pytest.fixture(scope="module")
def python_engine():
    return Segmenter(engine="jieba")


@pytest.fixture(scope="module")
def segmenter():
    return Segmenter()


@pytest.mark.parametrize("text", HARD)
def test_the_compiled_engine_cuts_the_same_words(text, segmenter, python_engine):
    assert segmenter.cut(text) == python_engine.cut(text)


def test_the_compiled_engine_cuts_the_same_words_of_the_samples(segmenter, python_engine, samples):
    for path in samples.glob("*.txt"):
        text = path.read_text("utf-8")
        assert segmenter.cut(text) == python_engine.cut(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="人民工会发展一二百罔A恤T12.%+#&_-5GB股，。 \n", max_size=20))
def test_the_compiled_engine_cuts_the_same_words_of_any_mixture(segmenter, python_engine, text):
    assert segmenter.cut(text) == python_engine.cut(text)


@given(st.text())
def test_words_join_to_the_text(segmenter, text):
    assert "".join(segmenter.cut(text)) == text


def test_words_carry_jieba_tags(segmenter):
    assert segmenter.tag("工会获5600元和PM奖，") == [
        ("工会", "n"),
        ("获", "v"),
        ("5600", "m"),
        ("元", "m"),
        ("和", "c"),
        ("PM", "eng"),
        ("奖", "n"),
        ("，", "x"),
    ]


def test_user_words_from_a_list_and_a_file_are_cut_out(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("溪云驿站 20000 nz\n\n甲乙丙丁", "utf-8")
    words = ["新建", "溪云驿站", "三处", "甲乙丙丁"]
    for source in (path, str(path), ["溪云驿站 20000 nz", "甲乙丙丁"], [("溪云驿站", 20000, "nz"), ("甲乙丙丁",)]):
        segmenter = Segmenter(source)
        assert segmenter.cut("新建溪云驿站三处甲乙丙丁") == words
        assert segmenter.tag("溪云驿站") == [("溪云驿站", "nz")]
    assert Segmenter(path, engine="jieba").cut("新建溪云驿站三处甲乙丙丁") == words


def test_a_word_of_frequency_nought_is_never_cut_out():
    assert "总工会" not in Segmenter([("总工会", 0, None)]).cut("区总工会")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("溪云驿站 二十 n", "expected a frequency and a tag"),
        ("溪云驿站 -3", "negative"),
        ("a b c d", "expected a frequency"),
    ],
)
def test_a_wrong_line_is_named(tmp_path, line, reason):
    path = tmp_path / "words.txt"
    path.write_text(f"好词 3 n\n{line}\n", "utf-8")
    with pytest.raises(RuleError, match=rf"words\.txt, line 2: .*{reason}"):
        Segmenter(path)


@pytest.mark.parametrize("item", [(3, "a"), ("词", "多"), ("词", 1, "n", "x"), ("词", True), ()])
def test_a_wrong_tuple_is_named(item):
    with pytest.raises(RuleError, match="line 1"):
        Segmenter([item])


def test_a_file_that_is_no_dictionary_is_an_error_of_one_line(tmp_path):
    path = tmp_path / "words.txt"
    with pytest.raises(InputError, match="cannot be read"):
        Segmenter(path)
    path.write_bytes("词".encode("gb18030"))
    with pytest.raises(RuleError, match="must be UTF-8"):
        Segmenter(path)


def test_words_of_the_program_and_of_another_segmenter_do_not_reach_ours():
    before = plain_jieba().cut("溪云驿站旁")
    Segmenter(["溪云驿站"])
    rjieba.add_word("溪云驿站旁", 100_000, "n")
    assert plain_jieba().cut("溪云驿站旁") == before == Segmenter().cut("溪云驿站旁")
    assert before != ["溪云驿站旁"]


def test_nothing_global_is_touched(capfd, caplog, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = jieba.dt.initialized, len(jieba.dt.FREQ)  # other tests time jieba.lcut in the same process
    with caplog.at_level(logging.DEBUG):
        Segmenter(["溪云驿站"], engine="jieba").cut("会会会")
        Segmenter(["溪云驿站"]).cut("会会会")
    assert (jieba.dt.initialized, len(jieba.dt.FREQ)) == before
    assert capfd.readouterr() == ("", "")
    assert not caplog.records
    assert not list(tmp_path.iterdir())
