"""A user's rules file: what it adds, to this Language alone, and what is wrong with a wrong one."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language

from unionie import (
    Extraction,
    InputError,
    RuleError,
    extract,
    extract_archive,
    extract_many,
    find_quantities,
    load,
)
from unionie.rules.user import read_user_rules

TOML = """\
# What this office knows.
ignore = ["三千里行动"]

[[units]]
name = "箩筐"

[[organizations]]
name = "蓝雁精密"
aliases = ["雁精"]
type = "company"

[[honours]]
name = "金雁之光"
level = "enterprise"

[[people]]
name = "钭某人"

[[places]]
name = "野鹤滩"

[[concepts]]
name = "ours.night_shifts"
label = "夜班津贴"
unit = ["money"]
forms = ["{发放,}夜班{津贴,补贴}"]

[[concepts]]
name = "union.new_members"
forms = ["拉新"]
"""
TSV = """\
section\tname\taliases\ttype\tlevel\tunit\tforms
ignore\t三千里行动
units\t箩筐
organizations\t蓝雁精密\t雁精\tcompany
honours\t金雁之光\t\t\tenterprise
people\t钭某人
places\t野鹤滩

# A concept of ours, and a form of a packaged one.
concepts\tours.night_shifts\t\t\t\tmoney\t{发放,}夜班{津贴,补贴}
concepts\tunion.new_members\t\t\t\t\t拉新
"""
TEXT = (
    "2018年，蓝雁精密在野鹤滩开展三千里行动，收梨320箩筐，发放夜班补贴12万元，拉新30人。"
    "雁精职工李明获“金雁之光”称号，钭某人到场。"
)


def write(folder: Path, text: str, name: str = "ours.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.fixture(scope="module")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Language:
    return load(user_rules=write(tmp_path_factory.mktemp("rules"), TOML))


def seen(extraction: Extraction) -> list[tuple[str, str]]:
    return [(entity.text, entity.label) for entity in extraction.entities]


def test_everything_that_the_file_says_holds(ruled: Language) -> None:
    extraction = extract(TEXT, nlp=ruled)
    assert [(str(fact.value), fact.unit, fact.concept) for fact in extraction.facts] == [
        ("320", "箩筐", None),
        ("120000", "元", "ours.night_shifts"),
        ("30", "人", "union.new_members"),
    ]
    names = {("蓝雁精密", "ORG"), ("雁精", "ORG"), ("金雁之光", "AWARD"), ("钭某人", "PERSON"), ("野鹤滩", "LOC")}
    assert names <= set(seen(extraction))
    (company,) = extraction.organizations
    assert (company.name, company.type, company.aliases) == ("蓝雁精密", "company", ("雁精",))
    (award,) = extraction.awards
    assert (award.recipient, award.award, award.level) == ("李明", "金雁之光", "enterprise")


def test_both_formats_say_the_same(tmp_path: Path) -> None:
    toml = read_user_rules(write(tmp_path, TOML)).to_plain()
    tsv = read_user_rules(write(tmp_path, TSV, "ours.tsv")).to_plain()
    for row in (*toml["concepts"], *tsv["concepts"]):
        row["label"] = ""
    assert toml == tsv


def test_rules_are_private_to_the_language(ruled: Language) -> None:
    def units(nlp: Language | None) -> list[str | None]:
        return [fact.unit for fact in extract(TEXT, nlp=nlp).facts]

    assert units(ruled) != units(None)
    with ThreadPoolExecutor(4) as pool:
        turns = [ruled, None] * 10
        assert list(pool.map(units, turns)) == [units(nlp) for nlp in turns]
    assert "箩筐" not in [quantity.unit for quantity in find_quantities("收梨320箩筐")]
    other = load(user_rules=None)
    assert units(other) == units(None)


def test_rules_are_saved_with_the_language(ruled: Language, tmp_path: Path) -> None:
    ruled.to_disk(tmp_path / "saved")
    expected = extract(TEXT, nlp=ruled)
    assert extract(TEXT, nlp=spacy.load(tmp_path / "saved")) == expected
    again = pickle.loads(pickle.dumps(ruled.get_pipe("unionie_entities")))
    assert again.rules.to_plain() == ruled.get_pipe("unionie_entities").rules.to_plain()  # type: ignore[attr-defined]


def test_a_longer_find_of_the_label_keeps_its_place(ruled: Language) -> None:
    assert ("蓝雁精密有限公司工会", "ORG") in seen(extract("蓝雁精密有限公司工会召开大会。", nlp=ruled))
    assert ("蓝雁精密", "ORG") in seen(extract("大家都说蓝雁精密了不起。", nlp=ruled))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[units]\n", "line 1: Expected"),
        ('\n[[units]]\nname = "箩筐\n', "line 3: "),
        ("[[unit]]\nname = '箩筐'\n", "line 1: no section 'unit'; there are units, ignore"),
        ("units = 5\n", "line 1: units is no list"),
        ("units = [5]\n", "line 1: an entry of units is a table or a name, not 5"),
        ("[[units]]\nname = '箩'\n\n[[units]]\nnam = '筐'\n", "line 4: units have no 'nam'; they have aliases, code"),
        ("[[units]]\naliases = ['箩']\n", "line 1: no name"),
        ("[[units]]\nname = 5\n", "line 1: name is a word, not 5"),
        ("[[units]]\nname = '箩 筐'\n", "line 1: a name holds no spaces"),
        ("[[units]]\nname = '箩'\naliases = '篾篓'\n", None),
        ("[[units]]\nname = '箩'\naliases = ['筐', '']\n", "line 1: aliases is a list of words"),
        ("[[units]]\nname = '千克'\n", "line 1: '千克' is a unit already"),
        ("[[units]]\nname = '箩'\ndimension = 'weight'\n", "line 1: dimension 'weight' is none of count"),
        ("[[units]]\nname = '箩'\n[[units]]\nname = '箩'\n", r"line 3: '箩' stands already in .*line 1"),
        ("ignore = ['大行动']\n", "line 1: '大行动' holds no numeral"),
        ("[[organizations]]\nname = '蓝雁'\ntype = 'firm'\n", "line 1: type 'firm' is none of union, government"),
        ("[[honours]]\nname = '光'\n", "line 1: one character is no name"),
        ("[[honours]]\nname = '金雁之光'\nlevel = 'world'\n", "line 1: level 'world' is none of national"),
        ("[[concepts]]\nname = 'a.b'\nunit = ['money']\n", "line 1: a concept needs forms"),
        ("[[concepts]]\nname = 'a.b'\nforms = ['夜班']\n", "line 1: a concept needs a unit"),
        ("[[concepts]]\nname = 'a.b'\nunit = ['gold']\nforms = ['夜班']\n", "line 1: unit 'gold' is none of people"),
        ("[[concepts]]\nname = 'a.b'\nunit = ['money']\nforms = ['{夜班']\n", "line 1: a brace is not closed"),
        ("[[concepts]]\nname = 'a.b'\nunit = ['money']\nforms = ['{夜,}班']\n", "reads '班', which is too short"),
        (
            "[[concepts]]\nname = 'a.b'\nunit = ['money']\nforms = ['夜班']\nkind = 'sum'\n",
            "kind 'sum' is none of flow",
        ),
    ],
)
def test_a_wrong_file_is_one_line(tmp_path: Path, text: str, reason: str | None) -> None:
    path = write(tmp_path, text)
    if reason is None:
        assert read_user_rules(path).tables["units"][1]["id"] == "篾篓"
        return
    with pytest.raises(RuleError, match=reason) as caught:
        load(user_rules=path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name\tsection\n", "line 1: the first columns are 'section' and 'name'"),
        ("section\tname\n\nunits\t箩\t筐\n", "line 3: 3 cells, but the header names 2"),
        ("section\tname\nthings\t箩\n", "line 2: no section 'things'"),
    ],
)
def test_a_wrong_table_is_one_line(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(RuleError, match=reason):
        read_user_rules(write(tmp_path, text, "ours.tsv"))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load(user_rules=tmp_path / "none.toml")
    with pytest.raises(InputError, match=r"ends in \.toml or \.tsv"):
        load(user_rules=write(tmp_path, "", "ours.yaml"))
    (tmp_path / "ours.toml").write_bytes("[[units]]\nname='箩'".encode("gb18030"))
    with pytest.raises(RuleError, match="must be UTF-8"):
        load(user_rules=tmp_path / "ours.toml")


def test_rules_hold_in_worker_processes(tmp_path: Path) -> None:
    path = write(tmp_path, TOML)
    expected = [extract(text, nlp=load(user_rules=path)) for text in (TEXT, "收梨9箩筐。")]
    for workers in (1, 2):
        assert list(extract_many([TEXT, "收梨9箩筐。"], workers=workers, user_rules=path)) == expected
    with pytest.raises(RuleError, match="line 1"):
        extract_many([], user_rules=write(tmp_path, "ignore = 5", "wrong.toml"))
    with pytest.raises(InputError, match="min_confidence"):
        extract_many([], min_confidence=2)


@pytest.mark.usefixtures("warm_workers")
def test_an_archive_is_extracted_anew_under_other_rules(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")

    def run(**settings: Any) -> tuple[int, int]:
        summary = extract_archive(tmp_path / "in", tmp_path / "out", workers=1, **settings)
        return summary.extracted, summary.rows["facts"]

    path = write(tmp_path, TOML)
    plain = run()
    assert run(user_rules=path) == (1, 3)
    assert run(user_rules=path) == (0, 3)
    assert run(min_confidence=1.0) == (1, 0)
    assert run() == plain
