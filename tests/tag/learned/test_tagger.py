"""The packaged tagger: names that no list knows, hints, users' words, bad text, threads and forks."""

from __future__ import annotations

import multiprocessing
import pickle
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from unionie.errors import UnionieError
from unionie.tag.learned.evidence import Hint
from unionie.tag.learned.tagger import PACKAGED, Tagger, find_model, packaged_model

TEXTS = [
    "柘溪县总工会主席冀爱国到鸿瑞机械有限公司慰问，市总工会授予该公司“五一劳动奖状”。",
    "县第二人民医院护士长丁兰芝说，综采二队今年没有事故。",
    "",
    "数据。\n\n同比增长3.5%。",
]


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(packaged_model())


def found(tagger: Tagger, text: str) -> set[tuple[str, str]]:
    return {(text[span.start : span.end], span.label) for span in tagger.find(text)}


def test_it_finds_bodies_people_and_posts(tagger: Tagger) -> None:
    assert {("柘溪县总工会", "ORG"), ("主席", "TITLE"), ("冀爱国", "PERSON")} <= found(tagger, TEXTS[0])


def test_spans_are_sorted_disjoint_and_likely(tagger: Tagger) -> None:
    for text, spans in zip(TEXTS, tagger.find_all(TEXTS), strict=True):
        edges = [edge for span in spans for edge in span[:2]]
        assert edges == sorted(edges)
        assert all(0 <= span.start < span.end <= len(text) and 0 < span.probability <= 1 for span in spans)


def test_many_texts_give_what_each_gives(tagger: Tagger) -> None:
    many = tagger.find_all(TEXTS * 40)
    for text, spans in zip(TEXTS * 40, many, strict=True):
        alone = tagger.find(text)
        assert [span[:3] for span in spans] == [span[:3] for span in alone]
        assert [span.probability for span in spans] == pytest.approx([span.probability for span in alone], abs=0.02)


def test_a_hint_makes_a_span_likelier(tagger: Tagger) -> None:
    text = "会上，云岫谷发布了新产品。"
    place = (3, 6, "ORG")
    plain = {span[:3]: span.probability for span in tagger.find(text)}
    hinted = {span[:3]: span.probability for span in tagger.find(text, [Hint(*place, 8.0)])}
    assert hinted[place] > plain.get(place, 0.0)


def test_a_sure_name_is_a_name_again(tagger: Tagger) -> None:
    text = "县总工会主席欧阳玥熹介绍了情况。\n欧阳玥熹来过。"
    assert [text[s.start : s.end] for s in tagger.find(text) if s.label == "PERSON"] == ["欧阳玥熹"] * 2


def test_a_users_words_are_found_whole() -> None:
    words = [("云岫谷之约", "AWARD"), ("清溪", "ns"), ("二队今年", None)]
    tagger = Tagger(packaged_model(), words=words)
    assert ("云岫谷之约", "AWARD") in found(tagger, "他去看了云岫谷之约的展板")
    assert ("清溪", "LOC") in found(tagger, "昨天清溪下雨了")
    assert not any(6 < edge < 10 for span in tagger.find("说，综采队的二队今年没有") for edge in span[:2])


def test_text_without_a_mark_is_read_in_windows(tagger: Tagger) -> None:
    text = "我们大家一起在这里努力工作" * 8_000 + "柘溪县总工会主席冀爱国"
    assert any(text[span.start : span.end] == "冀爱国" for span in tagger.find(text))


@pytest.mark.parametrize("text", ["\ud800王\udfff", "𠮷野家", "\n" * 50, "a" * 400, "，" * 400, "\u3000王　芳\u3000"])
def test_any_text_will_do(tagger: Tagger, text: str) -> None:
    assert all(text[span.start : span.end] for span in tagger.find(text))


def test_threads_share_it(tagger: Tagger) -> None:
    expected = tagger.find_all(TEXTS)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(tagger.find_all, [TEXTS] * 12)) == [expected] * 12


@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # pytest's own threads
def test_a_fork_opens_its_own_network(tagger: Tagger) -> None:
    expected = tagger.find_all(TEXTS)
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply(tagger.find_all, (TEXTS,)) == expected


def test_it_can_be_pickled(tagger: Tagger) -> None:
    assert pickle.loads(pickle.dumps(tagger)).find_all(TEXTS) == tagger.find_all(TEXTS)


def test_heads_answer_in_their_own_labels() -> None:
    assert set(Tagger(packaged_model(), head="msra").labels) == {"PER", "LOC", "ORG"}
    with pytest.raises(UnionieError, match=r"no head 'nose'; it has .*ours"):
        Tagger(packaged_model(), head="nose")


def test_models_are_named_by_folder() -> None:
    assert (find_model(PACKAGED) / "config.json").is_file()
    assert find_model("elsewhere/mine").parts == ("elsewhere", "mine")
