"""The spaCy component: alone, saved and loaded, in processes; tokens and entities agree."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import unionie
from unionie.errors import UnionieError

TEXT = "柘溪县总工会主席冀爱国到鸿瑞机械有限公司慰问。\n综采二队的丁兰芝获市五一劳动奖章。"


@pytest.fixture(scope="module")
def alone() -> Language:
    nlp = spacy.blank("zh")
    nlp.add_pipe("unionie_tagger")
    return nlp


def entities(nlp: Language, text: str = TEXT) -> list[tuple[str, str]]:
    return [(entity.text, entity.label_) for entity in nlp(text).ents]


def test_it_works_alone_on_any_chinese_pipeline(alone: Language) -> None:
    assert {("冀爱国", "PERSON"), ("柘溪县总工会", "ORG")} <= set(entities(alone))


def test_every_entity_stands_on_tokens_and_has_its_score(alone: Language) -> None:
    doc = alone(TEXT)
    group = doc.spans["entities"]
    assert [(span.start_char, span.end_char) for span in group] == [(e.start_char, e.end_char) for e in doc.ents]
    assert len(group.attrs["scores"]) == len(group)
    assert all(0 < score <= 1 for score in group.attrs["scores"])


def test_a_stream_gives_what_single_texts_give(alone: Language) -> None:
    texts = [TEXT, "", "没有。"] * 5
    assert [[e.text for e in doc.ents] for doc in alone.pipe(texts)] == [[e.text for e in alone(t).ents] for t in texts]


def test_probabilities_do_not_depend_on_what_is_read_together(alone: Language) -> None:
    texts = [f"{TEXT[:cut]}{'！' * cut}柘溪县{cut}中学" for cut in range(3, len(TEXT), 4)]
    for text, together in zip(texts, alone.pipe(texts), strict=True):
        scores = alone(text).spans["entities"].attrs["scores"]
        assert together.spans["entities"].attrs["scores"] == pytest.approx(scores, abs=5e-4)


def test_an_exported_pipeline_loads_again(alone: Language, tmp_path: Path) -> None:
    alone.to_disk(tmp_path / "pipeline")
    assert entities(spacy.load(tmp_path / "pipeline")) == entities(alone)


def test_the_whole_pipeline_keeps_its_words_through_a_folder(tmp_path: Path) -> None:
    nlp = unionie.load(user_dict=[("云岫谷之约", None, "AWARD")])
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    text = "他去看了云岫谷之约的展板。"
    assert ("云岫谷之约", "AWARD") in entities(again, text)
    assert entities(again, text) == entities(nlp, text)


def test_bytes_and_pickles_keep_everything(alone: Language) -> None:
    held = alone.to_bytes()
    nlp = spacy.blank("zh")
    nlp.add_pipe("unionie_tagger", config={"least": 0.99})
    assert entities(nlp.from_bytes(held)) == entities(alone)
    component = pickle.loads(pickle.dumps(alone.get_pipe("unionie_tagger")))
    assert [entity.text for entity in component(alone.make_doc(TEXT)).ents] == [text for text, _ in entities(alone)]


def test_mentions_less_likely_than_asked_for_are_left_out() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("unionie_tagger", config={"least": 1.1})
    assert not entities(nlp)


def test_a_folder_that_cannot_be_written_or_read(alone: Language, tmp_path: Path) -> None:
    component = alone.get_pipe("unionie_tagger")
    (tmp_path / "file").write_text("")
    with pytest.raises(UnionieError, match="cannot be written"):
        component.to_disk(tmp_path / "file")
    with pytest.raises(UnionieError, match="no tagger can be read"):
        component.from_disk(tmp_path / "nothing")


def test_a_model_of_ones_own(alone: Language, tmp_path: Path) -> None:
    alone.get_pipe("unionie_tagger").to_disk(tmp_path / "mine")
    nlp = unionie.load(model=tmp_path / "mine")
    assert entities(nlp) == entities(unionie.load())
    nlp.to_disk(tmp_path / "pipeline")
    shutil.rmtree(tmp_path / "mine")
    assert entities(spacy.load(tmp_path / "pipeline")) == entities(nlp)
    with pytest.raises(UnionieError, match="no tagger can be read"):
        unionie.load(model=tmp_path / "none")
