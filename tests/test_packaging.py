"""The wheel, the metadata and the pinned versions."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from importlib.metadata import entry_points

import pytest

import unionie


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, root]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_rules_models_types_and_nothing_else(wheel, root):
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (root / "unionie").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(root).as_posix() in names
    for path in (root / "models").rglob("*"):
        if path.is_file():
            assert f"unionie/_models/{path.relative_to(root / 'models').as_posix()}" in names
    assert "unionie/py.typed" in names
    assert any(name.startswith("unionie/rules/data/") for name in names)
    assert {name.split("/")[0] for name in names} == {"unionie", f"unionie-{unionie.__version__}.dist-info"}
    assert not [name for name in names if name.endswith((".pyc", ".orig", "~"))]


def test_the_wheel_works_where_only_its_dependencies_are(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = f"""
import sys
sys.path.insert(0, {str(tmp_path)!r})
import unionie
assert unionie.__file__.startswith({str(tmp_path)!r}), unionie.__file__
extraction = unionie.extract("2018年，全区新组建工会36家，发展会员5600余人。")
print([str(fact.value) for fact in extraction.facts])
"""
    command = [sys.executable, "-I", "-W", "ignore", "-c", code]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)
    assert (done.stdout.strip(), done.stderr) == ("['36', '5600']", "")


def test_every_dependency_has_bounds_a_reason_and_a_pinned_version(root):
    project = (root / "pyproject.toml").read_text("utf-8")
    block = re.search(r"^dependencies = \[\n(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert block
    pinned = {line.split("==")[0].lower() for line in (root / "constraints.txt").read_text("utf-8").splitlines()}
    for line in block[1].splitlines():
        match = re.fullmatch(r'  "([a-z0-9-]+)>=[\d.]+,<[\d.]+(?:; [^"]+)?",\s+# .{10,}', line)
        assert match, line
        assert match[1] in pinned


def test_versions_agree(root):
    assert f'\nversion = "{unionie.__version__}"\n' in (root / "pyproject.toml").read_text("utf-8")
    assert f"## [{unionie.__version__}]" in (root / "CHANGELOG.md").read_text("utf-8")


def run_python(code: str) -> str:
    """What a fresh process prints, warnings being errors except jieba's own."""
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=False, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout.strip()


def test_plain_spacy_finds_the_components_and_loads_nothing_for_them():
    names = {point.name for point in entry_points(group="spacy_factories") if point.name.startswith("unionie")}
    assert names == set(unionie.load().pipe_names)
    heavy = "import sys, spacy; spacy.blank('en'); print({'pandas', 'datasets', 'jieba'} & set(sys.modules))"
    assert run_python(heavy) == "set()"


def test_a_component_works_alone_in_plain_spacy():
    code = """
import spacy
nlp = spacy.blank("zh")
nlp.add_pipe("unionie_quantities")
doc = nlp("发展会员5600余人，投保109.67万元。")
print([span.text for span in doc.spans["quantities"]])
"""
    assert run_python(code) == "['5600余人', '109.67万元']"


def test_a_saved_pipeline_is_loaded_by_plain_spacy(tmp_path):
    unionie.load().to_disk(tmp_path / "saved")
    code = f"""
import spacy
doc = spacy.load({str(tmp_path / "saved")!r})("2018年，全区发展会员5600余人。")
print([str(fact.value) for fact in doc._.extraction.facts])
"""
    assert run_python(code) == "['5600']"
