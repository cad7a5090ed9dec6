"""The learned score of names: what it separates, where it abstains, what its files must be. All names invented."""

from __future__ import annotations

import json
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionie.errors import UnionieError
from unionie.tag.name_model import (
    TABLES,
    candidates,
    features,
    likely_names,
    load_name_model,
    name_score,
    read_name_model,
)
from unionie.tag.words import cut_words

from .builders import entity_texts


def score(text: str, name: str) -> float | None:
    start = text.index(name)
    return name_score(cut_words(text), start, start + len(name))


def likely(text: str) -> list[str]:
    return [text[start:end] for start, end in likely_names(cut_words(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("这天清晨，滕秀珍又来到车间。", "滕秀珍"),
        ("大家都夸冯建军是个热心人。", "冯建军"),
        ("在老伴眼里，潘玉梅总是闲不住。", "潘玉梅"),
        ("参加座谈的有韩志强、薛晓燕等人。", "薛晓燕"),
        ("这时，邹军对大家笑了笑。", "邹军"),
        ("经过抢救，欧阳秀兰脱险。", "欧阳秀兰"),
    ],
)
def test_a_name_without_other_evidence_scores_above_the_threshold(text: str, name: str) -> None:
    value = score(text, name)
    assert value is not None
    assert value > load_name_model().threshold
    assert name in likely(text)
    assert name in entity_texts(text, "PERSON")


@pytest.mark.parametrize(
    "text",
    [
        "全年完成投资2460万元，同比增长8.2%。",
        "经济高质量发展，方案于今年施行。",
        "安全生产形势向好，水利工程完工。",
        "金融服务实体经济，石油产量稳定。",
        "成立工作专班，严格落实责任制。",
        "和谐劳动关系更加稳固，常态化走访困难职工。",
        "于是大家决定任务分头完成。",
        "牢记殷殷嘱托，项目时间过半。",
    ],
)
def test_words_are_no_names(text: str) -> None:
    assert likely(text) == []


def test_the_same_characters_score_by_what_stands_beside_them() -> None:
    behind_post = score("总统李强讲话。", "李强")
    in_title = score("拟派发李强利。", "李强")
    assert behind_post is not None
    assert in_title is None or behind_post > in_title


def test_the_longer_or_the_shorter_name_wins_whole() -> None:
    assert likely("去年，徐海峰和妻子回到老家。") == ["徐海峰"]
    assert likely("去年，徐峰和妻子回到老家。") == ["徐峰"]


def test_a_name_in_the_title_of_a_work_or_room_is_left_alone() -> None:
    assert likely("“郭秀英劳模创新工作室”挂牌，《郭秀英画集》出版。") == []


def test_a_name_cut_by_a_space_is_left_to_the_rules() -> None:
    assert likely("冠军，鲍思　齐夺魁") == []


def test_no_score_for_what_has_not_the_form_of_a_name() -> None:
    words = cut_words("高度重视李建军同志的来信")
    assert name_score(words, 0, 2) is None
    assert name_score(words, 4, 5) is None
    assert name_score(words, 5, 7) is None
    assert name_score(words, 4, 99) is None


@given(st.text(alphabet=st.sampled_from("李王欧阳建军秀英的高、 ，\n“”·3A\ud800"), max_size=30))
def test_any_text_gives_disjoint_spans_with_scores(text: str) -> None:
    words = cut_words(text)
    spans = list(likely_names(words))
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all((name_score(words, *span) or 0) > load_name_model().threshold for span in spans)
    for index, family, end in candidates(words):
        assert len(features(words, index, family, end)) == len(TABLES)


def test_time_grows_with_the_text() -> None:
    words = cut_words("大家都夸冯建军是个热心人，于是高度重视。" * 10_000)
    began = time.process_time()
    assert sum(1 for _ in likely_names(words)) == 10_000
    assert time.process_time() - began < 5


def test_the_packaged_model_is_small_documented_and_measured(root) -> None:
    folder = root / "models" / "names"
    assert {path.name for path in folder.iterdir()} == {"config.json", "weights.json", "metrics.json", "MODEL_CARD.md"}
    assert sum(path.stat().st_size for path in folder.iterdir()) < 300_000
    card = (folder / "MODEL_CARD.md").read_text("utf-8")
    assert all(part in card for part in ("## Data", "licence", "## Figures", "limits", "unionie.train_names train"))
    kept = json.loads((folder / "metrics.json").read_text("utf-8"))["kept"]
    assert kept["precision"] >= 0.93
    assert 0 < kept["recall_of_names"] <= kept["recall_of_candidates"] <= 1
    assert kept["threshold"] == load_name_model().threshold


def test_weights_are_of_single_characters_and_words_never_of_full_names(root) -> None:
    weights = json.loads((root / "models" / "names" / "weights.json").read_text("utf-8"))
    assert list(weights) == sorted(TABLES)
    for table in ("surname", "given_one", "given_first", "given_second"):
        assert all(len(key) == 1 for key in weights[table])


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("weights.json", None),
        ("weights.json", "{"),
        ("weights.json", "[]"),
        ("weights.json", "{}"),
        ("weights.json", '{"surname": 3}'),
        ("weights.json", "\udcff"),
        ("config.json", None),
        ("config.json", '{"bias": "x", "threshold": 1}'),
        ("config.json", '{"bias": 1}'),
    ],
)
def test_a_missing_or_broken_file_is_one_clear_error(root, tmp_path, file, content) -> None:
    for name in ("config.json", "weights.json"):
        (tmp_path / name).write_bytes((root / "models" / "names" / name).read_bytes())
    assert read_name_model(tmp_path) == load_name_model()
    (tmp_path / file).unlink()
    if content is not None:
        (tmp_path / file).write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(UnionieError, match=r"model of names in .* cannot be read") as caught:
        read_name_model(tmp_path)
    assert "\n" not in str(caught.value)
