"""Scores of hand-made extractions against hand-made annotations."""

import dataclasses
import json
import re
import sys
import types
from decimal import Decimal
from pathlib import Path

import pytest

from unionie.corpora import check, load_gold, parse_period, to_extraction
from unionie.corpora.slips import find_slips
from unionie.errors import InputError
from unionie.evaluate import changes, errors, evaluate, run, table
from unionie.records import Entity, Extraction, Fact, Period, Span

TEXT = (
    "松坪区总工会新建工会36家\n"
    "2018年，区总工会新建工会 36 家，其中非公企业29家；建制率达85%以上，提高3.2个百分点，近三年未变。"
    "何晓芸被授予“松坪区五一劳动奖章”，主席赵长河颁奖。区总工会新发展会员5600余人。"
)


def place(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words)}


def record():
    base = {"precision": "exact", "measure": "level", "period": "2018", "as_of": None, "part_of": None}
    union = {**base, "value": 36, "unit": "家", "indicator": "新建工会", "must": ["工会"], "must_not": ["非公"]}
    rate = {**base, "indicator": "建制率", "must": ["建制率|覆盖率"], "must_not": [], "period": None}
    member = {**base, "indicator": "新发展会员", "must": ["会员"], "must_not": []}
    return {
        "id": "one",
        "genre": "union",
        "published": "2019-01-05",
        "title": "松坪区总工会新建工会36家",
        "authors": [],
        "region": "松坪区",
        "subject_aliases": {"松坪区总工会": ["区总工会"]},
        "facts": [
            {**union, **place("36家"), "subject": "松坪区总工会"},
            {**union, **place("36 家"), "subject": "区总工会", "same_as": 0},
            {
                **union,
                **place("29家"),
                "value": 29,
                "must": ["非公"],
                "must_not": [],
                "indicator": "非公企业",
                "part_of": 1,
            },
            {**rate, **place("85%以上"), "value": 85, "unit": "%", "precision": "at_least"},
            {
                **rate,
                **place("3.2个百分点"),
                "value": 3.2,
                "unit": "百分点",
                "measure": "change",
                "direction": "increase",
            },
            {**rate, **place("三年"), "value": 3, "unit": "年", "optional": True},
            {**member, **place("5600余人"), "value": 5600, "unit": "名", "unit_alt": ["人", "名"], "precision": "over"},
        ],
        "awards": [
            {
                "recipient": "何晓芸",
                "recipient_type": "person",
                "affiliation": None,
                "award": "松坪区五一劳动奖章",
                "rank": None,
                "level": "county",
                "year": 2018,
            }
        ],
        "people": [
            {"name": "何晓芸", "organization": None, "title": None},
            {"name": "赵长河", "organization": "区总工会", "title": "党组书记、主席"},
        ],
        "entities": [
            {**place("松坪区总工会"), "label": "ORG", "text": "松坪区总工会"},
            {**place("何晓芸"), "label": "PERSON", "text": "何晓芸", "optional": False},
            {**place("主席"), "label": "PERSON", "text": "主席", "optional": True},
        ],
    }


def write(folder, *records):
    for plain in records:
        (folder / f"{plain['id']}.txt").write_bytes(TEXT.encode())
        (folder / f"{plain['id']}.json").write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    return folder


@pytest.fixture
def gold(tmp_path):
    return load_gold(write(tmp_path, record()))[0]


def change_fact(extraction, number, **fields):
    facts = list(extraction.facts)
    facts[number] = dataclasses.replace(facts[number], **fields)
    return dataclasses.replace(extraction, facts=tuple(facts))


def totals(gold, extraction):
    return evaluate([gold], [extraction]).totals()


def test_annotations_against_themselves_score_one(gold):
    scores = evaluate([gold], [to_extraction(gold)])
    assert all(tally.precision == 1 == tally.recall for tally in scores.totals().values()), scores.totals()
    assert scores.totals()["facts found"].gold == 6
    assert scores.totals()["repeats merged"].gold == 1
    assert all(outcome.status == "right" for outcome in scores.documents[0].outcomes)


def test_an_empty_extraction_finds_nothing(gold):
    tallies = totals(gold, Extraction(text=gold.text, status="failed", error="x"))
    assert tallies["facts found"] == (0, 0, 6)
    assert tallies["facts found"].precision == 0
    assert tallies["awards"].recall == 0
    assert tallies["report title"].f1 == 0


def test_optional_annotations_count_neither_way(gold):
    whole = to_extraction(gold)
    without = dataclasses.replace(whole, facts=tuple(fact for fact in whole.facts if fact.unit != "年"))
    around = place("近三年")
    span = Span(around["start"], around["end"], "近三年")
    wider = change_fact(whole, next(i for i, f in enumerate(whole.facts) if f.unit == "年"), mentions=(span,))
    for extraction in (whole, without, wider):
        assert totals(gold, extraction)["facts found"] == (6, 6, 6)
    unlabelled = tuple(entity for entity in whole.entities if entity.text != "主席")
    assert totals(gold, dataclasses.replace(whole, entities=unlabelled))["entities"].f1 == 1


@pytest.mark.parametrize(
    ("fields", "right"),
    [
        ({"value": Decimal(37)}, "none"),
        ({"high": Decimal(40)}, "none"),
        ({"unit": "个"}, "none"),
        ({"precision": "over"}, "none"),
        ({"indicator": "会员"}, "quantity"),
        ({"indicator": "非公企业工会"}, "quantity"),
        ({"measure": "gap"}, "core"),
        ({"direction": "increase"}, "core"),
        ({"modality": "target"}, "core"),
        ({"period": None}, "core"),
        ({"period": Period(start="2018-01-01", end="2018-06-30")}, "core"),
        ({"as_of": "2018-12-31"}, "core"),
        ({"subject": "市总工会", "subject_full": None}, "core"),
        ({"subject": "区总", "subject_full": "松坪区总工会"}, "all"),
        ({"baseline": "year_on_year", "section": "一", "confidence": 0.1}, "all"),
    ],
)
def test_levels_of_rightness(gold, fields, right):
    tallies = totals(gold, change_fact(to_extraction(gold), 0, **fields))
    levels = ("quantity right", "quantity and indicator right", "all fields right")
    reached = {"none": 0, "quantity": 1, "core": 2, "all": 3}[right]
    # the first fact is stated twice, so that its fault counts twice
    assert [tallies[name].right for name in levels] == [6] * reached + [4] * (3 - reached)
    assert tallies["facts found"].f1 == 1


def test_either_accepted_indicator_unit_and_part_of(gold):
    whole = to_extraction(gold)
    numbers = {fact.unit: number for number, fact in enumerate(whole.facts)}
    assert totals(gold, change_fact(whole, numbers["%"], indicator="建会覆盖率"))["fact indicator"].f1 == 1
    assert totals(gold, change_fact(whole, numbers["名"], unit="人"))["fact unit"].f1 == 1
    assert totals(gold, change_fact(whole, 1, part_of=None))["fact part_of"].right == 5
    assert totals(gold, change_fact(whole, 1, part_of=whole.facts[2].id))["fact part_of"].right == 5


def test_a_repeat_may_use_another_classifier(tmp_path):
    plain = record()
    plain["facts"][1]["unit"] = "个"
    gold = load_gold(write(tmp_path, plain))[0]
    assert totals(gold, to_extraction(gold))["fact unit"].f1 == 1
    assert totals(gold, change_fact(to_extraction(gold), 0, unit="户"))["fact unit"].right == 4


def test_a_near_place_is_reported_apart(gold):
    whole = to_extraction(gold)
    number = next(i for i, fact in enumerate(whole.facts) if fact.unit == "%")
    spot = place("85%")
    near = change_fact(whole, number, mentions=(Span(spot["start"], spot["end"], "85%"),))
    tallies = totals(gold, near)
    assert tallies["facts found"] == (5, 6, 6)
    assert tallies["facts found, near places too"] == (6, 6, 6)
    other = change_fact(near, number, value=Decimal(84))
    assert totals(gold, other)["facts found, near places too"] == (5, 6, 6)


def test_repeats(gold):
    whole = to_extraction(gold)
    first = whole.facts[0]
    parts = tuple(
        dataclasses.replace(first, id=f"x{number}", mentions=(span,)) for number, span in enumerate(first.mentions)
    )
    linked = dataclasses.replace(whole.facts[1], part_of="x1")
    split = dataclasses.replace(whole, facts=(*parts, linked, *whole.facts[2:]))
    assert totals(gold, split)["repeats merged"] == (0, 0, 1)
    assert totals(gold, split)["all fields right"].f1 == 1
    glued = change_fact(whole, 0, mentions=(*first.mentions, *whole.facts[1].mentions))
    glued = dataclasses.replace(glued, facts=(glued.facts[0], *glued.facts[2:]))
    assert totals(gold, glued)["repeats merged"] == (1, 3, 1)


def test_awards_people_and_names(gold):
    whole = to_extraction(gold)
    quoted = dataclasses.replace(whole.awards[0], award="“松坪区五一劳动奖章”", year=2017, affiliation="区医院")
    tallies = totals(gold, dataclasses.replace(whole, awards=(quoted,)))
    assert (tallies["awards"].f1, tallies["award year"].f1, tallies["award affiliation"].f1) == (1, 0, 0)
    assert tallies["award level"].f1 == 1
    person = dataclasses.replace(whole.people[1], titles=("主席",), organization="松坪区总工会")
    tallies = totals(gold, dataclasses.replace(whole, people=(whole.people[0], person)))
    assert (tallies["person titles"].f1, tallies["person organization"].f1) == (1, 1)
    stranger = dataclasses.replace(person, name="区总工会", titles=())
    tallies = totals(gold, dataclasses.replace(whole, people=(whole.people[0], stranger)))
    assert tallies["people"] == (1, 2, 2)


def test_labels_that_are_not_annotated_do_not_count(gold):
    whole = to_extraction(gold)
    spot = place("2018年")
    date = Entity(text="2018年", label="DATE", **spot)
    assert totals(gold, dataclasses.replace(whole, entities=(*whole.entities, date)))["entities"].f1 == 1
    wrong = Entity(text="2018年", label="ORG", **spot)
    assert totals(gold, dataclasses.replace(whole, entities=(*whole.entities, wrong)))["entities ORG"] == (1, 2, 1)


def test_errors_and_changes_can_be_read(gold):
    whole = to_extraction(gold)
    worse = change_fact(whole, 0, unit="个", rule="tail")
    spot = place("2018")
    extra = Fact(
        id="x", indicator="瞎", value=Decimal(2018), mentions=(Span(spot["start"], spot["end"], "2018"),),
        evidence=whole.facts[0].evidence,
    )  # fmt: skip
    worse = dataclasses.replace(worse, facts=(*worse.facts[:-1], extra), awards=())
    old, new = evaluate([gold], [whole]), evaluate([gold], [worse])
    listing = errors(new)
    assert "unit 个 ≠ 家 [tail]" in listing
    assert "新建工会【36家】" in listing
    assert "missed   award 何晓芸 松坪区五一劳动奖章" in listing
    assert "spurious fact" in listing
    assert "right" not in listing
    assert changes(old, new).endswith("0 gains, 5 losses\n")
    assert changes(new, old).endswith("5 gains, 0 losses\n")
    assert changes(new, new) == "0 gains, 0 losses\n"


def test_table_intervals_and_genres(gold):
    half = change_fact(to_extraction(gold), 0, unit="个")
    other = dataclasses.replace(gold, id="two", genre="court")
    scores = evaluate([gold, other], [half, to_extraction(gold)])
    low, high = scores.intervals(resamples=200)["quantity right"]
    assert scores.intervals(resamples=200)["quantity right"] == (low, high)
    assert low == pytest.approx(4 / 6)
    assert high == 1
    assert scores.totals("court")["quantity right"].f1 == 1
    text = table(scores)
    assert "quantity and indicator right" in text
    assert re.search(r"gold +0\.833 +10/12\n", text)
    assert "court" in text


def test_other_texts_are_refused(gold):
    with pytest.raises(InputError, match="another text"):
        evaluate([gold], [Extraction(text="别的")])
    with pytest.raises(InputError, match="1 annotated reports, but 0"):
        evaluate([gold], [])


def test_run_writes_table_json_errors_and_changes(tmp_path, monkeypatch, capsys):
    folder = write(tmp_path, record())
    report = load_gold(folder)[0]
    asked = []

    def extract(text, *, published=None):
        asked.append(published)
        return to_extraction(report)

    monkeypatch.setitem(sys.modules, "unionie.pipeline", types.SimpleNamespace(extract=extract))
    kept = tmp_path / "kept.jsonl"
    assert run(folder, save=kept) == 0
    assert asked == ["2019-01-05"]
    assert "facts found" in capsys.readouterr().out
    assert run(folder, undated=True) == 0
    assert asked[1:] == [None]
    capsys.readouterr()
    assert run(folder, json=True) == 0
    assert json.loads(capsys.readouterr().out)["scores"]["awards"]["f1"] == 1
    assert run(folder, errors=True, against=kept) == 0
    assert capsys.readouterr().out == "== one (union): 0\n0 gains, 0 losses\n"
    kept.write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=r"kept\.jsonl:1: not JSON"):
        run(folder, against=kept)
    kept.write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="none of its extractions"):
        run(folder, against=kept)


def test_saved_output_is_scored_without_extracting(tmp_path, capsys):
    folder = write(tmp_path, record())
    right = to_extraction(load_gold(folder)[0])
    wrong = change_fact(right, 0, unit="个")
    for name, extraction in (("right", right), ("wrong", wrong)):
        (tmp_path / f"{name}.jsonl").write_text(extraction.to_json(), encoding="utf-8")
    assert run(folder, output=tmp_path / "wrong.jsonl", against=tmp_path / "right.jsonl", errors=True) == 0
    printed = capsys.readouterr().out
    assert "unit 个 ≠ 家" in printed
    assert "0 gains, 2 losses" in printed


def test_scores_below_the_committed_figures_fail(tmp_path, capsys):
    folder, floor = write(tmp_path, record()), tmp_path / "figures.txt"
    right = to_extraction(load_gold(folder)[0])
    (tmp_path / "right.jsonl").write_text(right.to_json(), encoding="utf-8")
    (tmp_path / "wrong.jsonl").write_text(change_fact(right, 0, indicator="会员").to_json(), encoding="utf-8")
    assert run(folder, output=tmp_path / "right.jsonl", save_floor=floor) == 0
    assert run(folder, output=tmp_path / "right.jsonl", floor=floor) == 0
    capsys.readouterr()
    assert run(folder, output=tmp_path / "wrong.jsonl", floor=floor) == 1
    said = capsys.readouterr().err
    assert "quantity and indicator right: F1 0.667 is more than 0.01 below the committed 1.000" in said
    assert "facts found" not in said
    floor.write_text(json.dumps({"margin": 0.4, "f1": {"quantity and indicator right": 1}}), encoding="utf-8")
    assert run(folder, output=tmp_path / "wrong.jsonl", floor=floor) == 0
    assert run(folder, output=tmp_path / "right.jsonl", save_floor=floor) == 0
    assert json.loads(floor.read_text(encoding="utf-8"))["margin"] == 0.4
    for broken in ("{", "{}", '{"margin": 0.1, "f1": {"luck": 1}}'):
        floor.write_text(broken, encoding="utf-8")
        with pytest.raises(InputError, match=r"figures\.txt: no"):
            run(folder, output=tmp_path / "right.jsonl", floor=floor)


def test_names_of_one_organization_and_roles(gold):
    whole = to_extraction(gold)
    union = gold.entities[0]
    short = dataclasses.replace(union, **place("区总工会", 1), text="区总工会")
    people = (dataclasses.replace(gold.people[0], role="awardee"), gold.people[1])
    both = dataclasses.replace(gold, entities=(*gold.entities, short), people=people)
    assert totals(both, to_extraction(both))["names merged"] == (1, 1, 1)
    assert totals(both, whole)["names merged"] == (0, 0, 1)
    assert totals(both, to_extraction(both))["person role"] == (1, 1, 1)
    assert totals(both, whole)["person role"] == (0, 1, 1)


def test_jsonl_holds_the_same(tmp_path, gold):
    rows = tmp_path / "dev.jsonl"
    rows.write_text(json.dumps({**record(), "text": TEXT}, ensure_ascii=False) + "\n", encoding="utf-8")
    assert load_gold(rows) == [dataclasses.replace(gold, split="dev")]
    assert check(rows) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2018", ("2018-01-01", "2018-12-31")),
        ("2018-02-02", ("2018-02-02", "2018-02-02")),
        ("2021-01/2021-10", ("2021-01-01", "2021-10-31")),
        ("2006/2016", ("2006-01-01", "2016-12-31")),
        ("2023-04/2024-02", ("2023-04-01", "2024-02-29")),
    ],
)
def test_periods(text, days):
    assert parse_period(text) == days


@pytest.mark.parametrize("text", ["", "18", "2018-13", "2018-02-30", "2019/2018", "去年"])
def test_wrong_periods(text):
    with pytest.raises(InputError):
        parse_period(text)


@pytest.mark.parametrize(
    ("where", "fields", "problem"),
    [
        ("facts", {"end": 9999}, "no such place"),
        ("facts", {"start": place("36 家")["start"] - 0, "end": place("36 家")["start"] + 3}, "space at the edge"),
        ("facts", {"precision": "ca"}, "precision 'ca' is none of"),
        ("facts", {"value": "36"}, "value is no number"),
        ("facts", {"high": 40}, "high without"),
        ("facts", {"direction": "increase"}, "does not fit measure"),
        ("facts", {"part_of": 99}, "part_of names no other fact"),
        ("facts", {"part_of": 0}, "part_of names no other fact"),
        ("facts", {"same_as": 1}, "itself a repeat"),
        ("facts", {"same_as": 2}, "another value"),
        ("facts", {"period": "2018-13"}, "no such month"),
        ("facts", {"as_of": "2018"}, "no single day"),
        ("facts", {"indicator": "会员"}, "lacks '工会'"),
        ("facts", {"indicator": "非公工会"}, "contains '非公'"),
        ("facts", {"indicator": ""}, "no indicator"),
        ("awards", {"level": "world"}, "level 'world' is none of"),
        ("awards", {"recipient": "无名氏"}, "does not stand in the text"),
        ("awards", {"year": "2018"}, "year is no year"),
        ("people", {"name": "无名氏"}, "does not stand in the text"),
        ("entities", {"text": "松坪"}, "not '松坪'"),
        ("entities", {"label": "THING"}, "label 'THING' is none of"),
    ],
)
def test_check_names_what_is_wrong(tmp_path, where, fields, problem):
    plain = record()
    assert check(write(tmp_path, plain)) == []
    plain[where][0].update(fields)
    problems = check(write(tmp_path, plain))
    assert len(problems) >= 1
    assert any(problem in line and "one.json" in line for line in problems), problems


@pytest.mark.parametrize(
    ("where", "number", "fields", "slip"),
    [
        ("facts", 3, {"value": 80}, "reads 85 None at_least, not 80"),
        ("facts", 3, {"unit": "个"}, "has the unit %, not 个"),
        ("facts", 0, {"subject": "雪原县"}, "the subject '雪原县' stands nowhere"),
        ("facts", 1, {"period": "2017"}, "dated ['2017'], but 2018年 stands before it"),
        ("facts", 1, {"period": None}, "undated behind"),
        ("facts", 1, {"value": 20}, "is more than its total"),
        ("facts", 4, {"direction": None}, "a change without direction"),
        ("people", 1, {"title": "书记、院长"}, "the title '院长' stands nowhere"),
        ("entities", 0, place("区总工会", 1) | {"text": "区总工会"}, "ORG '区总工会' is marked elsewhere"),
        ("awards", 0, {"award": "先进个人"}, "'先进个人' has no mark"),
    ],
)
def test_slips_are_places_to_look_at(tmp_path, where, number, fields, slip):
    plain = record()
    plain[where][number].update(fields)
    slips = find_slips(load_gold(write(tmp_path, plain))[0])
    assert [line for line in slips if slip in line], slips


def test_check_authors(tmp_path):
    assert check(write(tmp_path, {**record(), "authors": ["松坪区总工会办公室", "何晓芸"]})) == []
    assert "'无名氏' does not stand" in check(write(tmp_path, {**record(), "authors": ["无名氏"]}))[0]


CORPORA = Path(__file__).parent.parent / "corpora"


def test_the_corpora_of_the_project_are_sound():
    path = CORPORA / "reports"
    assert check(path) == []
    gold = load_gold(path)
    scores = evaluate(gold, [to_extraction(report) for report in gold]).totals()
    assert {name: tally for name, tally in scores.items() if (tally.precision, tally.recall) != (1, 1)} == {}
    assert {report.split for report in gold} == {"train", "dev", "test"}


@pytest.mark.parametrize(("file", "split", "all_fields"), [("second", "dev", 0.89), ("third", "test", 0.78)])
def test_others_marked_documents_of_the_corpus_again(file: str, split: str, all_fields: float):
    path = CORPORA / "agreement" / f"{file}.jsonl"
    again = {report.id: report for report in load_gold(path)}
    assert check(path) == []
    first = [report for report in load_gold(CORPORA / "reports") if report.id in again]
    assert {report.id: report.text for report in first} == {name: report.text for name, report in again.items()}
    assert {report.split for report in first} == {split}
    scores = evaluate(first, [to_extraction(again[report.id]) for report in first]).totals()
    assert round(scores["all fields right"].f1, 2) == all_fields  # as the datasheet says


def test_samples_are_texts_of_the_training_split():
    texts = {report.id: report.text for report in load_gold(CORPORA / "reports" / "train.jsonl")}
    samples = {path.stem: path.read_bytes().decode() for path in (CORPORA / "samples").glob("*.txt")}
    assert len(samples) == 12
    assert samples.items() <= texts.items()


def test_a_label_counts_only_where_it_is_annotated(gold):
    spare = Entity(**place("主席"), text="主席", label="TITLE")
    found = dataclasses.replace(to_extraction(gold), entities=(*to_extraction(gold).entities, spare))
    names = dataclasses.replace(gold, labels=frozenset(["ORG", "PERSON"]))
    titles = dataclasses.replace(gold, labels=frozenset(["ORG", "PERSON", "TITLE"]), entities=gold.entities[:2])
    assert "entities TITLE" not in totals(names, found)
    assert totals(titles, found)["entities TITLE"] == (0, 1, 0)


def test_check_ids_and_files(tmp_path):
    assert "no .jsonl files" in check(tmp_path)[0]
    assert "give a .jsonl file" in check(tmp_path / "none")[0]
    write(tmp_path, record())
    again = {**record(), "id": "one"}
    (tmp_path / "two.txt").write_bytes(TEXT.encode())
    (tmp_path / "two.json").write_text(json.dumps(again), encoding="utf-8")
    assert "id 'one' twice" in check(tmp_path)[0]
    (tmp_path / "two.json").write_text("[]", encoding="utf-8")
    assert "JSON object" in check(tmp_path)[0]
    (tmp_path / "two.txt").unlink()
    assert "two.txt is missing" in check(tmp_path)[0]


def test_broken_annotations_are_one_line(tmp_path):
    plain = record()
    del plain["facts"][0]["value"]
    with pytest.raises(InputError, match=r"one\.json.*value"):
        load_gold(write(tmp_path, plain))
    plain = record()
    plain["awards"][0]["colour"] = "red"
    with pytest.raises(InputError, match=r"one\.json.*colour"):
        load_gold(write(tmp_path, plain))
