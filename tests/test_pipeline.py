"""The pipeline as spaCy users meet it: components alone and together, pipe, processes, bytes, options, errors."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

import unionie
from builders import TEXT
from unionie import Extraction, InputError, Report, RuleError, extract
from unionie.doc import set_plain
from unionie.pipeline import COMPONENTS, default
from unionie.run.local import extract_many

REPORT = """临溪县总工会2023年工作总结

　　2023年，临溪县总工会新组建工会 36 家，发展会员5600余
人，其中农民工会员4000多人。县总工会主席周国栋介绍，理赔总金额达到109.67万元。

　　东屏幼儿园周曼获云州市五一劳动奖章。
"""
TEXTS = (
    REPORT,
    TEXT,
    "",
    "\n\n",
    "發展會員5600餘人。",
    "👍发展会员36人。",
    "表1　2023年\n指标\t单位\t数量\n驿站\t座\t46\n",
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return unionie.load()


def test_components_stand_in_order(nlp: Language) -> None:
    assert tuple(nlp.pipe_names) == COMPONENTS
    assert nlp.lang == "zh"
    assert all(nlp.has_factory(name) for name in COMPONENTS)


def test_components_ask_only_for_what_comes_before(nlp: Language) -> None:
    analysis = nlp.analyze_pipes(pretty=False)
    assert not any(analysis["problems"].values())


def test_each_extract_is_a_doc_with_its_extraction(nlp: Language) -> None:
    doc = nlp(REPORT)
    assert isinstance(doc._.extraction, Extraction)
    assert doc._.extraction == unionie.extract(REPORT)


@pytest.mark.parametrize("text", TEXTS)
def test_the_text_is_kept(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert doc._.extraction.text == text


@pytest.mark.parametrize("text", TEXTS)
def test_every_span_ends_at_token_edges(nlp: Language, text: str) -> None:
    doc = nlp(text)
    starts = {token.idx for token in doc}
    ends = {token.idx + len(token) for token in doc}
    for span in [*doc.ents, *(span for group in doc.spans.values() for span in group)]:
        assert span.start_char in starts
        assert span.end_char in ends
    extraction = doc._.extraction
    for entity in extraction.entities:
        assert entity.start in starts
        assert entity.end in ends
        assert doc.char_span(entity.start, entity.end) is not None


def test_ents_are_the_entities_of_the_extraction(nlp: Language) -> None:
    doc = nlp(REPORT)
    listed = {(entity.start, entity.end, entity.label) for entity in doc._.extraction.entities}
    assert listed
    assert {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents} <= listed
    assert len(doc.spans["entities"]) == len(listed)


def test_span_groups_and_sentences(nlp: Language) -> None:
    doc = nlp(REPORT)
    assert set(doc.spans) >= {"sections", "quantities", "times", "entities"}
    assert [span.text for span in doc.spans["quantities"]][:2] == ["36 家", "5600余\n人"]
    assert {span.label_ for span in doc.spans["quantities"]} >= {"count", "money"}
    assert "2023年" in [span.text for span in doc.spans["times"]]
    assert any(sent.text.strip().endswith("奖章。") for sent in doc.sents)


@pytest.mark.parametrize("tokenizer", ["char", "jieba"])
def test_quantities_alone_in_a_blank_pipeline(tokenizer: str) -> None:
    """A component works alone, whatever tokens it meets: spaCy's own are characters."""
    config = {"nlp": {"tokenizer": {"@tokenizers": "unionie.JiebaTokenizer.v1"}}} if tokenizer == "jieba" else {}
    nlp = spacy.blank("zh", config=config)
    nlp.add_pipe("unionie_quantities")
    doc = nlp("发展会员 5600 余人，增长7.3%")
    assert [(span.text, span.label_) for span in doc.spans["quantities"]] == [
        ("5600 余人", "count"),
        ("7.3%", "ratio"),
    ]
    assert not doc.ents


def test_times_alone_in_a_blank_pipeline() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("unionie_times")
    doc = nlp("2018年3月5日走访，上午9时30分开会")
    assert [(span.text, span.label_) for span in doc.spans["times"]] == [
        ("2018年3月5日", "date"),
        ("上午9时30分", "time"),
    ]


def test_entities_alone_in_a_blank_pipeline() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("unionie_entities")
    doc = nlp("临溪县总工会主席周国栋介绍情况。")
    assert ("临溪县总工会", "ORG") in [(ent.text, ent.label_) for ent in doc.ents]
    assert ("周国栋", "PERSON") in [(ent.text, ent.label_) for ent in doc.ents]


def test_components_in_other_pipelines_leave_what_is_there() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "THING", "pattern": "会员"}])
    nlp.add_pipe("unionie_quantities")
    doc = nlp("发展会员5600余人。")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("会员", "THING")]
    assert [span.text for span in doc.spans["quantities"]] == ["5600余人"]


def test_pipe_gives_what_calls_give(nlp: Language) -> None:
    expected = [nlp(text)._.extraction for text in TEXTS]
    assert [doc._.extraction for doc in nlp.pipe(TEXTS)] == expected
    assert [doc._.extraction for doc in nlp.pipe(TEXTS, batch_size=1)] == expected


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # the other threads are pytest's
def test_pipe_over_processes_gives_the_same(nlp: Language) -> None:
    expected = [nlp(text)._.extraction for text in TEXTS]
    docs = list(nlp.pipe(TEXTS, n_process=2, batch_size=2))
    assert [doc._.extraction for doc in docs] == expected
    assert [doc.text for doc in docs] == list(TEXTS)


def test_pipe_with_contexts_keeps_them(nlp: Language) -> None:
    pairs = list(nlp.pipe([(REPORT, "a"), ("", "b")], as_tuples=True))
    assert [context for _, context in pairs] == ["a", "b"]


def test_docs_survive_bytes_and_pickle(nlp: Language) -> None:
    doc = nlp(REPORT)
    expected = doc._.extraction
    assert pickle.loads(pickle.dumps(doc))._.extraction == expected
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.extraction == expected
    (stored,) = DocBin(store_user_data=True, docs=[doc]).get_docs(nlp.vocab)
    assert stored._.extraction == expected


def test_the_language_survives_pickle_and_disk(nlp: Language, tmp_path: Path) -> None:
    expected = nlp(REPORT)._.extraction
    assert pickle.loads(pickle.dumps(nlp))(REPORT)._.extraction == expected
    nlp.to_disk(tmp_path / "nlp")
    assert spacy.load(tmp_path / "nlp")(REPORT)._.extraction == expected


def test_a_pipeline_without_a_resolver_is_named_in_the_error() -> None:
    blank = spacy.blank("zh")
    with pytest.raises(InputError, match="unionie_resolver"):
        unionie.extract(REPORT, nlp=blank)


def test_a_language_may_be_given(nlp: Language) -> None:
    assert unionie.extract(REPORT, nlp=nlp) == unionie.extract(REPORT)


def test_words_are_forgotten_with_their_report(nlp: Language) -> None:
    texts = [f"曲{name}县总工会主席欧阳{name}介绍，理赔金额达到109.67万元。" for name in "璐瑶琪琳瑜瑾瑛珂"]
    before = len(nlp.vocab.strings), len(nlp.vocab)
    shared = len(default().vocab.strings), len(default().vocab)
    for text in texts:
        assert unionie.extract(text, nlp=nlp).facts
    assert all(extraction.facts for extraction in extract_many(texts))
    assert (len(nlp.vocab.strings), len(nlp.vocab)) == before
    assert (len(default().vocab.strings), len(default().vocab)) == shared


def test_components_of_others_meet_the_words_of_their_language() -> None:
    language = unionie.load()
    language.add_pipe("sentencizer", name="of_others")
    assert unionie.pipeline.process(REPORT, nlp=language).vocab is language.vocab


def test_what_is_known_is_read_from_the_doc(nlp: Language) -> None:
    doc = nlp.make_doc("去年，发展会员5600人。")
    set_plain(doc, "report", {"published": "2019-01-25"})
    (fact,) = nlp(doc)._.extraction.facts
    assert fact.period is not None
    assert fact.period.start == "2018-01-01"


def test_user_words_are_tokens(tmp_path: Path) -> None:
    words = "东屏驿家 100 n\n"
    path = tmp_path / "words.txt"
    path.write_text(words, "utf-8")
    text = "建成东屏驿家36家。"
    assert "东屏驿家" not in [token.text for token in unionie.load()(text)]
    for given in (path, str(path), ["东屏驿家"], [("东屏驿家", 100, "n")]):
        nlp = unionie.load(user_dict=given)
        assert "东屏驿家" in [token.text for token in nlp(text)]
        assert nlp(text)._.extraction.facts


def test_user_words_leave_the_shared_pipeline_alone() -> None:
    unionie.load(user_dict=["东屏驿家"])
    assert "东屏驿家" not in [token.text for token in unionie.load()("建成东屏驿家36家。")]


def test_user_words_survive_pickle() -> None:
    nlp = pickle.loads(pickle.dumps(unionie.load(user_dict=["东屏驿家"])))
    assert "东屏驿家" in [token.text for token in nlp("建成东屏驿家36家。")]


def test_a_wrong_user_dictionary_is_an_error_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("东屏驿家 many n\n", "utf-8")
    with pytest.raises(RuleError) as caught:
        unionie.load(user_dict=path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("published", ["2019-01-25", date(2019, 1, 25), "2019-01-25T08:00:00"])
def test_published_anchors_relative_times(published: str | date) -> None:
    (fact,) = unionie.extract("去年，发展会员5600人。", published=published).facts
    assert fact.period is not None
    assert (fact.period.start, fact.period.end) == ("2018-01-01", "2018-12-31")


def test_what_the_caller_says_is_preferred_to_the_report() -> None:
    report = Report("去年，发展会员5600人。", source="a.txt", published="2010-01-01")
    assert unionie.extract(report).facts[0].period.start == "2009-01-01"  # type: ignore[union-attr]
    assert unionie.extract(report, published="2019-01-25").facts[0].period.start == "2018-01-01"  # type: ignore[union-attr]
    assert unionie.extract(report).source == "a.txt"


def test_region_completes_names() -> None:
    extraction = unionie.extract("区总工会发展会员5600人。", region="江西省上饶市广丰区")
    assert extraction.region == "江西省上饶市广丰区"
    assert extraction.facts[0].subject_full == "上饶市广丰区总工会"


@pytest.mark.parametrize(
    ("item", "named"),
    [(None, "NoneType"), (b"bytes", "bytes"), (7, "int"), (["a"], "list"), (Report(None), "NoneType")],  # type: ignore[arg-type]
)
def test_errors_name_what_was_given(item: object, named: str) -> None:
    with pytest.raises(InputError, match=named):
        unionie.extract(item)  # type: ignore[arg-type]


@pytest.mark.parametrize("published", ["2019", "25.1.2019", "2019-02-30", "gestern"])
def test_errors_name_the_wrong_date(published: str) -> None:
    with pytest.raises(InputError, match=published):
        unionie.extract("发展会员5600人。", published=published)


def test_one_bad_item_stops_nothing() -> None:
    found = list(extract_many(["发展会员5600人。", None, REPORT]))
    assert [one.status for one in found] == ["ok", "failed", "ok"]
    assert found[1].error
    assert found[2] == unionie.extract(REPORT)


def test_a_report_that_could_not_be_read_becomes_a_failed_extraction():
    report = Report("", source="a.pdf", error="a.pdf: is encrypted")
    assert extract(report) == next(extract_many([report]))
    assert (extract(report).status, extract(report).error) == ("failed", "a.pdf: is encrypted")


def test_entities_set_before_the_pipeline_stay():
    text = "清溪区总工会组织职工36人。"
    nlp = unionie.load()
    nlp.add_pipe("entity_ruler", first=True).add_patterns([{"label": "X", "pattern": "职工"}])
    assert [(ent.text, ent.label_) for ent in nlp(text).ents] == [("清溪区总工会", "ORG"), ("职工", "X")]
    assert extract(text, nlp=nlp) == extract(text)
    doc = nlp.make_doc(text)
    doc.ents = [Span(doc, 0, 1, "MINE")]
    assert ("MINE", 0) in [(ent.label_, ent.start) for ent in default()(doc).ents]


def test_arguments_of_other_types_are_one_line():
    with pytest.raises(InputError, match="region is a str"):
        extract("甲", region=5)
    with pytest.raises(InputError, match="user_dict is a file or a list"):
        unionie.load(user_dict=5)
