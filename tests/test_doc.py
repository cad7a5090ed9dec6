import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Span

from unionie.doc import (
    get_clean,
    get_extraction,
    get_mentions,
    set_extraction,
    set_mentions,
    set_span_groups,
    set_spans,
)
from unionie.frames import Mention
from unionie.segment.tokenizer import JiebaTokenizer

TEXT = "清溪区总工会新建组织36家，区总工会主席刘建平介绍。"


@pytest.fixture(scope="module")
def nlp():
    language = spacy.blank("zh")
    language.tokenizer = JiebaTokenizer(language.vocab)
    return language


def test_a_blank_doc_is_cleaned_when_asked():
    doc = spacy.blank("zh")("新建工会 36 家")
    assert get_clean(doc).text == "新建工会36家"
    assert get_clean(doc) is get_clean(doc)


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).filter(lambda s: s[0] < s[1])))
def test_no_span_is_ever_lost(nlp, spans):
    doc = set_spans(nlp(TEXT), "all", [(*span, "X") for span in spans])
    assert doc.text == TEXT
    assert [(span.start_char, span.end_char) for span in doc.spans["all"]] == spans


def test_a_doc_without_a_token_to_split_is_returned_itself(nlp):
    doc = nlp(TEXT)
    assert set_span_groups(doc, {"a": [(0, len(doc[0]), "X")]}, cuts=[0, len(doc[0])]) is doc


def test_tokens_are_split_at_cuts_too(nlp):
    doc = set_span_groups(nlp(TEXT), {}, cuts=[1])
    assert [token.idx for token in doc][:2] == [0, 1]
    assert doc.text == TEXT


def test_splitting_keeps_what_the_doc_had(nlp):
    doc = set_span_groups(nlp(TEXT), {"a": [(0, 6, "ORG")]}, ents=[(0, 6, "ORG"), (3, 6, "ORG")])
    doc.cats = {"union": 1.0}
    clean = get_clean(doc)
    other = set_spans(doc, "b", [(1, 4, "X"), (5, 8, "Y")])
    assert other.text == TEXT
    assert [(span.text, span.label_) for span in other.spans["a"]] == [("清溪区总工会", "ORG")]
    assert [ent.text for ent in other.ents] == ["清溪区总工会"]
    assert other.cats == {"union": 1.0}
    assert get_clean(other) is clean


def test_entities_of_others_stay(nlp):
    doc = nlp(TEXT)
    first = doc.char_span(0, 6, "OLD") or doc.char_span(0, len(doc[0]), "OLD")
    doc.ents = [Span(doc, first.start, first.end, "OLD", kb_id="Q1", span_id="mine")]
    for spans in ([(0, 6, "ORG"), (13, 17, "ORG")], [(13, 18, "ORG")]):  # the second time in place of the first
        doc = set_span_groups(doc, {"a": spans}, spans)
        old, new = doc.ents
        assert (old.text, old.label_, old.kb_id_, old.id_) == (first.text, "OLD", "Q1", "mine")
        assert (new.start_char, new.end_char, new.label_) == spans[-1]
        assert len(doc.spans["a"]) == len(spans)
    other = set_spans(doc, "b", [(1, 4, "X")])
    assert [(ent.label_, ent.kb_id_, ent.id_) for ent in other.ents] == [("OLD", "Q1", "mine"), ("ORG", "", "")]


def test_splitting_keeps_the_starts_of_sentences(nlp):
    doc = nlp("清溪区总工会建会。全区发展会员。")
    for token in doc:
        token.is_sent_start = token.i == 0 or token.text == "全区"
    other = set_spans(doc, "b", [(1, 4, "X")])
    assert len(other) > len(doc)
    assert [sent.text for sent in other.sents] == ["清溪区总工会建会。", "全区发展会员。"]


def test_mentions_and_records_survive_bytes(nlp, extraction):
    doc = nlp(extraction.text)
    mentions = [Mention(0, 3, "ORG", "union", {"type": "union"})]
    set_mentions(doc, mentions)
    set_extraction(doc, extraction)
    loaded = spacy.tokens.Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert get_mentions(loaded) == mentions
    assert get_extraction(loaded) == extraction
    assert loaded._.extraction == extraction
    assert get_clean(loaded) == get_clean(doc)
    assert nlp("").text == ""
    assert nlp("没有记录")._.extraction is None
