"""Training the model of names on a few invented sentences."""

from __future__ import annotations

import json
import lzma

import pytest

from unionie.errors import InputError
from unionie.tag.name_model import TABLES, read_name_model
from unionie.train_names import count_names, main, read_tagged

NAMES = ("李建军", "王秀英", "张伟", "赵志强", "韩晓燕", "冯玉梅", "潘国平", "薛丽华")
TEMPLATES = ("大家都夸{}是热心人。", "主席{}讲话。", "{}说，要干好。")
OTHERS = ("全年石油产量稳定。", "方案于今年施行。", "高度重视安全生产。", "金属加工厂开工。")


def tagged(sentences: list[tuple[str, str]], separator: str = "\t", scheme: str = "BII") -> str:
    blocks = []
    for text, name in sentences:
        start = text.find(name) if name else len(text)
        marks = dict(zip(range(start, start + len(name)), scheme[:1] + scheme[1:2] * len(name), strict=False))
        if name:
            marks[start + len(name) - 1] = scheme[2] if len(name) > 1 else scheme[0]
        tags = [
            f"{marks[place]}-{'PER' if separator == chr(9) else 'NAME'}" if place in marks else "O"
            for place in range(len(text))
        ]
        blocks.append("\n".join(f"{char}{separator}{tag}" for char, tag in zip(text, tags, strict=True)))
    return "\n\n".join(blocks) + "\n"


@pytest.fixture
def data(tmp_path):
    sentences = [(text, "") for text in OTHERS] * 10
    sentences += [(template.format(name), name) for name in NAMES for template in TEMPLATES] * 3
    (tmp_path / "msra.bio.xz").write_bytes(lzma.compress(tagged(sentences * 2).encode()))
    (tmp_path / "more.bmes").write_text(tagged([("董事长孙立新，男。", "孙立新")] * 5, " ", "BME"), "utf-8")
    row = {"text": "记者钱小刚报道", "label": {"name": {"钱小刚": [[2, 4]]}, "position": {"记者": [[0, 1]]}}}
    (tmp_path / "more.json").write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    (tmp_path / "plain.txt").write_text("\n".join(OTHERS), "utf-8")
    (tmp_path / "names.txt").write_text("\n".join(NAMES * 3) + "\n", "utf-8")
    return tmp_path


def train(data, out: str) -> int:
    files = {name: str(data / name) for name in ("msra.bio.xz", "more.bmes", "more.json", "plain.txt", "names.txt")}
    options = ["--plain", files["plain.txt"], "--names", files["names.txt"], "--least", "3", "--precision", "0.5"]
    tagged_files = ["--msra", files["msra.bio.xz"], "--tagged", files["more.bmes"], files["more.json"]]
    return main(["train", *tagged_files, *options, "--out", str(data / out)])


def test_training_writes_a_model_that_reads_back_the_same_each_time(data, capsys) -> None:
    assert train(data, "one") == train(data, "two") == 0
    for name in ("config.json", "weights.json", "metrics.json"):
        assert (data / "one" / name).read_bytes() == (data / "two" / name).read_bytes()
    model = read_name_model(data / "one")
    assert len(model.tables) == len(TABLES)
    shapes = model.tables[TABLES.index("shape")]
    assert shapes["X3"] > 0
    shown = json.loads(capsys.readouterr().out.splitlines()[0])
    assert shown == json.loads((data / "one" / "metrics.json").read_text("utf-8"))["kept"]


def test_rare_keys_get_no_weight(data) -> None:
    train(data, "one")
    assert "钱" not in read_name_model(data / "one").tables[0]


def test_the_tagger_is_scored_on_a_tagged_file(data, capsys) -> None:
    assert main(["score", str(data / "msra.bio.xz")]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["names"] == 144
    assert figures["precision"] > 0.9
    assert figures["recall"] > 0.8


def test_the_formats_give_the_same_spans(data) -> None:
    assert read_tagged(data / "more.json")[0].names == {(2, 5)}
    assert {sentence.names for sentence in read_tagged(data / "more.bmes")} == {frozenset({(3, 6)})}


def test_a_wrong_line_is_named(tmp_path) -> None:
    (tmp_path / "bad.bio").write_text("李\tB-PER\n军\n", "utf-8")
    with pytest.raises(InputError, match=r"bad\.bio holds the line '军'"):
        read_tagged(tmp_path / "bad.bio")


def test_names_are_counted_by_character_and_place() -> None:
    surnames, one, first, second = count_names(["李建军", "王伟", "欧阳秀英", ""])
    assert surnames == {"李": 1, "王": 1, "复": 1}
    assert (one, first, second) == ({"伟": 1}, {"建": 1, "秀": 1}, {"军": 1, "英": 1})
