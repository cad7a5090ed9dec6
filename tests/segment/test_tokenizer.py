import pickle

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from unionie.doc import get_clean, get_source
from unionie.segment.tokenizer import JiebaTokenizer


@pytest.fixture(scope="module")
def nlp():
    language = spacy.blank("zh")
    language.tokenizer = JiebaTokenizer(language.vocab)
    return language


def words(doc):
    return [token.text for token in doc]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_doc_holds_any_text(nlp, text):
    assert nlp(text).text == text


@given(st.text(alphabet="0123 ,.:\n\r\t\u3000\x00\u200b年月工会家，。“”A☺"))
def test_the_doc_holds_any_layout(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    assert get_clean(doc).source == text


def test_a_lone_surrogate_keeps_its_place(nlp):
    doc = nlp("工会\ud800会员36家")
    assert doc.text == "工会\ufffd会员36家"
    assert get_source(doc) == "工会\ud800会员36家"
    clean = get_clean(doc)
    assert clean.span(0, len(clean.text)).text == "工会\ud800会员36家"
    assert get_clean(pickle.loads(pickle.dumps(doc))).source == "工会\ud800会员36家"


def test_words_are_cut_on_the_repaired_text(nlp):
    text = (
        "　　今年两节期间，全市三级工会共筹集送\r\n温暖资金 2680 余\r\n万"
        "元，其中市级财政专项资金，各县\r\n级工会和企业，走访困难职工八百\r\n户。"
    )
    found = words(nlp(text))
    for word in ("送\r\n温暖", "2680", "县\r\n级"):
        assert word in found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("受理案件12,846件", "12,846"),
        ("金额507180.74元", "507180.74"),
        ("于2019-01-22召开", "2019-01-22"),
        ("上午9:30开始", "9:30"),
        ("占86.4%以上", "86.4%"),
        ("投入三千二百零五点六万元", "三千二百零五点六万"),
        ("发展会员2 314名", "2 314"),
        ("发展会员５６００余人", "５６００"),
        ("年度2023/24", "2023/24"),
    ],
)
def test_numbers_are_whole(nlp, text, number):
    assert number in words(nlp(text))


def test_a_single_space_is_a_flag_and_other_space_a_token(nlp):
    doc = nlp("新建 36 家\n\n　　投入")
    assert words(doc) == ["新建", "36", "家", "\n\n　　", "投入"]
    assert [token.whitespace_ for token in doc] == [" ", " ", "", "", ""]


def test_the_user_dictionary_survives_disk_bytes_and_pickle(tmp_path):
    language = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "unionie.JiebaTokenizer.v1"}}})
    language.tokenizer = JiebaTokenizer(language.vocab, [("溪云驿站", 20000, "nz")])
    language.to_disk(tmp_path / "model")
    loaded = spacy.load(tmp_path / "model")
    copied = JiebaTokenizer(language.vocab).from_bytes(language.tokenizer.to_bytes())
    for tokenizer in (language.tokenizer, loaded.tokenizer, copied, pickle.loads(pickle.dumps(copied))):
        assert words(tokenizer("新建溪云驿站三处")) == ["新建", "溪云驿站", "三处"]


def test_half_a_million_digits_and_numerals_take_no_longer_than_text(nlp):
    for text in ("5600" * 125_000, "一" * 500_000, "1,234" * 100_000):
        assert len(nlp.tokenizer(text).text) == len(text)


def test_words_of_a_memory_zone_are_words_behind_it_too():
    nlp = spacy.blank("zh")
    nlp.tokenizer = JiebaTokenizer(nlp.vocab)
    text = "蘑菇云朵桶NOUN"
    with nlp.memory_zone():
        words = [token.text for token in nlp(text)]
    assert [token.text for token in nlp(text)] == [token.text for token in nlp(text)] == words
