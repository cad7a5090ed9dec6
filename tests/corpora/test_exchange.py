"""Annotated reports to annotation tools and back: nothing lost, and one line for what is broken or another tool's."""

from __future__ import annotations

import json
import random
import warnings
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import DocBin
from spacy.training import Example

from unionie import Extraction, InputError, extract
from unionie.corpora import check, export_reports, import_reports, load, load_gold, to_extraction, write_reports
from unionie.corpora.exchange import FORMATS
from unionie.evaluate import evaluate
from unionie.io.write import write

TEXT = (
    "𠮷安镇总工会\n2018年，镇总新建工会36家，其中非公企\n业29 家；建会率达85%以上。"
    "何晓\n芸获镇先进个人，主席赵长河颁奖。"
)
NAMES = {"spacy": "r.spacy", "brat": "brat", "label-studio": "r.json", "doccano": "r.jsonl"}


def place(words: str) -> dict[str, int]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def entity(words: str, label: str, **more: Any) -> dict[str, Any]:
    return {**place(words), "label": label, "text": words, **more}


def record() -> dict[str, Any]:
    union = {"unit": "家", "period": "2018", "must": ["工会|企"], "subject": "镇总", "subject_full": "𠮷安镇总工会"}
    return {
        "id": "one",
        "genre": "union",
        "hand": "X",
        "labels": ["ORG", "PERSON", "AWARD", "TITLE"],
        "title": "𠮷安镇总工会",
        "authors": [],
        "subject_aliases": {"𠮷安镇总工会": ["镇总"]},
        "facts": [
            {**place("36家"), "value": 36, "indicator": "新建工会", **union},
            {**place("29 家"), "value": 29, "indicator": "非公企业工会", "part_of": 0, **union},
            {
                **place("85%以上"),
                "value": 85,
                "unit": "%",
                "precision": "at_least",
                "indicator": "建会率",
                "must": ["率"],
                "must_not": ["企业"],
                "alt_value": 85.5,
                "optional": True,
            },
        ],
        "awards": [{"recipient": "何晓芸", "recipient_type": "person", "award": "镇先进个人", "year": 2018}],
        "people": [{"name": "何晓芸", "role": "awardee"}, {"name": "赵长河", "title": "主席"}],
        "entities": [
            entity("𠮷安镇总工会", "ORG"),
            entity("何晓\n芸", "PERSON"),
            entity("镇先进个人", "AWARD"),
            entity("主席", "TITLE", optional=True),
            entity("赵长河", "PERSON"),
        ],
    }


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.jsonl"
    write_reports([{**record(), "text": TEXT}], path)
    return path


def round_trip(source: Path, form: str, change: Callable[[Path], None] = lambda path: None) -> Any:
    there = source.parent / NAMES[form]
    assert export_reports(source, there, form) == 1
    change(there)
    return import_reports(there, form)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_is_lost_on_the_way_there_and_back(source: Path, form: str) -> None:
    rows, problems = round_trip(source, form)
    assert problems == []
    assert json.loads(json.dumps(rows, default=float)) == [{**record(), "text": TEXT}]
    write_reports(rows, source.parent / "back.jsonl")
    assert load_gold(source.parent / "back.jsonl") == load_gold(source)


@pytest.mark.parametrize("form", FORMATS)
def test_our_own_output_can_be_corrected_and_learned_from(tmp_path: Path, form: str) -> None:
    text = "清溪区总工会工作总结\n2018年，区总工会新建工会36家，其中非公企业29家。主席李昊获江西省五一劳动奖章。"
    extraction = extract(text, published="2019-01-25")
    (tmp_path / "records.jsonl").write_text(extraction.to_json() + "\n", "utf-8")
    rows, problems = round_trip(tmp_path / "records.jsonl", form)
    assert problems == []
    write_reports(rows, tmp_path / "mine.jsonl")
    assert check(tmp_path / "mine.jsonl") == []
    gold = load_gold(tmp_path / "mine.jsonl")
    scores = evaluate(gold, [extraction]).totals()
    for name in ("facts found", "all fields right", "awards", "people", "entities"):
        assert (scores[name].f1, scores[name].gold > 0) == (1, True), name
    assert to_extraction(gold[0]).facts[1].part_of is not None


def edit_json(path: Path, change: Callable[[Any], None]) -> None:
    plain = json.loads(path.read_text("utf-8"))
    change(plain)
    path.write_text(json.dumps(plain), "utf-8")


def edit_lines(path: Path, change: Callable[[list[str]], list[str]]) -> None:
    path.write_text("\n".join(change(path.read_text("utf-8").split("\n"))), "utf-8")


def test_a_tool_that_keeps_spans_alone_gives_moved_and_new_ones_back(source: Path) -> None:
    def correct(path: Path) -> None:
        def change(row: Any) -> None:
            moved, _, dropped, *entities = row["entities"]
            assert moved["start_offset"] == TEXT.index("36家") + 1  # UTF-16: 𠮷 counts two
            moved["start_offset"] -= 2
            start = TEXT.index("85%") + 1
            row["entities"] = [
                moved,
                *entities,
                dropped | {"id": 99, "start_offset": start, "end_offset": start + 3},
                {
                    "id": 98,
                    "label": "ORG",
                    "start_offset": TEXT.index("镇总新") + 1,
                    "end_offset": TEXT.index("镇总新") + 3,
                },
            ]
            row["relations"] = []

        edit_json(path, change)

    rows, problems = round_trip(source, "doccano", correct)
    assert problems == []
    first, second = rows[0]["facts"]
    assert (TEXT[first["start"] : first["end"]], first["value"], first["indicator"]) == ("工会36家", 36, "新建工会")
    assert (TEXT[second["start"] : second["end"]], second["indicator"], second["optional"]) == ("85%", "建会率", True)
    assert "镇总" in [entity["text"] for entity in rows[0]["entities"]]


def test_a_figure_marked_anew_is_read_and_asks_for_its_indicator(source: Path) -> None:
    def mark(path: Path) -> None:
        file = path / "one.ann"
        edit_lines(file, lambda lines: [line for line in lines if not line.startswith("#1\t")])

    rows, problems = round_trip(source, "brat", mark)
    assert (rows[0]["facts"][0]["value"], rows[0]["facts"][0]["unit"]) == (36, "家")
    assert problems == [f"{source.parent / 'brat' / 'one.ann'}: fact 0: no indicator"]


def test_spacy_can_be_trained_on_what_is_written(source: Path) -> None:
    export_reports(source, source.parent / "r.spacy", "spacy")
    nlp = spacy.blank("zh")
    nlp.add_pipe("ner")
    docs = list(DocBin().from_disk(source.parent / "r.spacy").get_docs(nlp.vocab))
    assert [(span.text, span.label_) for span in docs[0].spans["facts"]][:1] == [("36家", "FACT")]
    assert "主席" not in [span.text for span in docs[0].ents]
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in docs]
    random.seed(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # W033 and the like: a model of one document
        nlp.initialize(lambda: examples)
        losses = nlp.update(examples)
    assert losses["ner"] > 0
    assert set(nlp.get_pipe("ner").labels) == {"ORG", "PERSON", "AWARD"}  # type: ignore[attr-defined]


def test_brat_gets_what_it_asks_for(source: Path) -> None:
    export_reports(source, source.parent / "brat", "brat")
    lines = (source.parent / "brat" / "one.ann").read_text("utf-8").split("\n")
    start = TEXT.index("何晓")
    assert f"T5\tPERSON {start} {start + 2};{start + 3} {start + 4}\t何晓 芸" in lines
    assert "R1\tPart_of Arg1:T2 Arg2:T1" in lines
    assert "A1\tPrecision T3 at_least" in lines
    conf = (source.parent / "brat" / "annotation.conf").read_text("utf-8")
    assert "Precision\tArg:FACT, Value:exact|about" in conf


def test_label_studio_gets_predictions_of_our_own_output_and_an_interface(source: Path, tmp_path: Path) -> None:
    export_reports(source, tmp_path / "gold.json", "label-studio")
    assert set(json.loads((tmp_path / "gold.json").read_text("utf-8"))[0]) == {"data", "annotations"}
    (tmp_path / "ours.jsonl").write_text(extract("新建工会36家。").to_json(), "utf-8")
    export_reports(tmp_path / "ours.jsonl", tmp_path / "ours.json", "label-studio")
    assert set(json.loads((tmp_path / "ours.json").read_text("utf-8"))[0]) == {"data", "predictions"}
    assert '<Choice value="at_least"/>' in (tmp_path / "ours.xml").read_text("utf-8")


def test_an_indicator_that_was_corrected_is_what_evaluation_asks_for(tmp_path: Path) -> None:
    (tmp_path / "ours.jsonl").write_text(extract("新建工会36家。").to_json(), "utf-8")

    def reword(path: Path) -> None:
        def change(tasks: Any) -> None:
            named = (row for row in tasks[0]["predictions"][0]["result"] if row.get("from_name") == "indicator")
            next(named)["value"]["text"] = ["新组建工会"]

        edit_json(path, change)

    rows, problems = round_trip(tmp_path / "ours.jsonl", "label-studio", reword)
    assert problems == []
    assert rows[0]["facts"][0]["must"] == ["新组建工会"]


def test_the_last_annotation_that_stands_counts(source: Path) -> None:
    def annotate(path: Path) -> None:
        def change(tasks: Any) -> None:
            empty = {"result": []}
            tasks[0]["annotations"] += [{**empty, "was_cancelled": True}]
            tasks[0]["predictions"] = [empty]

        edit_json(path, change)

    rows, _ = round_trip(source, "label-studio", annotate)
    assert len(rows[0]["facts"]) == 3


BROKEN: list[tuple[str, Any, str]] = [
    ("brat", lambda lines: [*lines, "T99\tPERS 0 2\t𠮷安"], r"label 'PERS' is none of FACT, ORG"),
    ("brat", lambda lines: [*lines, "T99\tORG 0 2\t吉安"], r"line \d+: the text there is '𠮷安', not '吉安'"),
    ("brat", lambda lines: [*lines, "T99\tORG 900 905\t"], r"line \d+: the text there is|no such place"),
    ("brat", lambda lines: [*lines, "T99\tORG zero 2\t𠮷安"], r"line \d+: no entity of brat's"),
    ("brat", lambda lines: [*lines, "E1\tAward:T1"], r"line \d+: unionie reads entities"),
    ("brat", lambda lines: [*lines, "A9\tNegated T1"], r"line \d+: attribute 'Negated' is none of Precision"),
    ("brat", lambda lines: [*lines, "A9\tOptional T77"], r"line \d+: no mark 'T77'"),
    ("brat", lambda lines: [*lines, "R9\tOwns Arg1:T1 Arg2:T2"], "relation 'owns' is none of part_of, same_as"),
    ("brat", lambda lines: [*lines, "R9\tPart_of Arg1:T4 Arg2:T2"], "part_of joins no two facts"),
    ("brat", lambda lines: [*lines, "T99\tORG 1 4\t安镇总"], "entity 1 '安镇总' overlaps entity 0 '𠮷安镇总工会'"),
    ("doccano", lambda row: row.update(entities=[]) or row.pop("text"), "no doccano line"),
    ("doccano", lambda row: row["entities"][0].pop("label"), "an entity or relation is broken: KeyError 'label'"),
    ("doccano", lambda row: row["entities"][0].update(start_offset=1), "no such place in the text: 1:"),
    ("doccano", lambda row: row["entities"][-1].update(label="人名"), "label '人名' is none of"),
    ("doccano", lambda row: row["relations"][0].update(to_id=77), "an entity or relation is broken"),
    ("doccano", lambda row: row.update(unionie={"marks": 5}), "stored beside the text is broken"),
    ("label-studio", lambda tasks: tasks[0].pop("data"), "no task of Label Studio's"),
    ("label-studio", lambda tasks: tasks[0]["annotations"][0].pop("result"), "a result is broken: KeyError"),
    (
        "label-studio",
        lambda tasks: tasks[0]["annotations"][0]["result"][0]["value"].update(start=1),
        r"region m0: the text at 1:\d+ is",
    ),
    (
        "label-studio",
        lambda tasks: tasks[0]["annotations"][0]["result"].append({"type": "rating", "id": "m0"}),
        "unionie reads labels, choices, text areas and relations, not 'rating'",
    ),
    (
        "label-studio",
        lambda tasks: next(row for row in tasks[0]["annotations"][0]["result"] if row.get("from_name") == "value")[
            "value"
        ].update(text=["三十六"]),
        "value is no number: '三十六'",
    ),
]


@pytest.mark.parametrize(("form", "change", "reason"), BROKEN)
def test_broken_annotations_are_one_line_each(source: Path, form: str, change: Any, reason: str) -> None:
    def edit(path: Path) -> None:
        if form == "brat":
            edit_lines(path / "one.ann", change)
        else:
            edit_json(path, change)

    _, problems = round_trip(source, form, edit)
    assert len(problems) == 1
    with pytest.raises(AssertionError, match=reason):
        raise AssertionError(problems[0])
    assert "\n" not in problems[0]


@pytest.mark.parametrize(
    ("form", "name", "content", "reason"),
    [
        ("spacy", "r.spacy", b"nothing", "no DocBin that spaCy can read"),
        ("label-studio", "r.json", b"{", "not JSON"),
        ("label-studio", "r.json", b"{}", "a Label Studio export is a list of tasks"),
        ("doccano", "r.jsonl", "{}".encode("utf-16"), "utf-8"),
    ],
)
def test_files_of_other_tools(tmp_path: Path, form: str, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=reason):
        import_reports(tmp_path / name, form)
    with pytest.raises(InputError, match="no such file"):
        import_reports(tmp_path / "none", form)


def test_folders_without_annotations_and_unknown_formats(tmp_path: Path, source: Path) -> None:
    with pytest.raises(InputError, match=r"no \.ann files"):
        import_reports(tmp_path, "brat")
    with pytest.raises(InputError, match="no format is called 'conll'"):
        import_reports(tmp_path, "conll")
    with pytest.raises(InputError, match="no report of split 'dev'"):
        export_reports(source, tmp_path / "o.json", "doccano", split="dev")


def test_unsound_annotations_are_not_exported(tmp_path: Path) -> None:
    plain = {**record(), "text": TEXT}
    plain["facts"][0]["measure"] = "size"
    write_reports([plain], tmp_path / "source.jsonl")
    with pytest.raises(InputError, match="measure 'size' is none of"):
        export_reports(tmp_path / "source.jsonl", tmp_path / "o.jsonl", "doccano")
    assert not (tmp_path / "o.jsonl").exists()


def test_datasets_by_split_with_nested_types(tmp_path: Path) -> None:
    write_reports([{**record(), "text": TEXT}], tmp_path / "train.jsonl")
    write_reports([{**record(), "id": "two", "text": TEXT}], tmp_path / "dev.jsonl")
    dataset = load(tmp_path)
    assert {split: len(rows) for split, rows in dataset.items()} == {"train": 1, "dev": 1}
    row = dataset["train"][0]
    assert row["facts"][1]["part_of"] == 0
    assert row["facts"][0]["period"] == {"start": "2018-01-01", "end": "2018-12-31"}
    assert row["facts"][2]["alt_value"] == Decimal("85.5")
    assert row["facts"][2]["must_not"] == ["企业"]
    assert row["facts"][0]["high"] is None
    assert row["aliases"] == [["镇总", "𠮷安镇总工会"]]
    assert row["text"][row["entities"][0]["start"] : row["entities"][0]["end"]] == "𠮷安镇总工会"
    assert str(dataset["train"].features["facts"].feature["value"].dtype) == "decimal128(38, 10)"


def test_a_folder_of_records_is_exported_as_its_json_lines_are(tmp_path):
    run = [extract(TEXT), Extraction(text="", status="failed", error="x", source="x.txt")]
    write(run, tmp_path / "run.jsonl")
    write(run, tmp_path / "records", "parquet")
    for name in ("run.jsonl", "records"):
        assert export_reports(tmp_path / name, tmp_path / f"{name}.out", "doccano") == 1
    assert (tmp_path / "run.jsonl.out").read_bytes() == (tmp_path / "records.out").read_bytes()
