"""What side files and file names say of reports."""

from __future__ import annotations

import json

import pytest

from unionie import InputError, extract, read

TEXT = "青峦区总工会工作总结\n去年发展会员36人。\n"


@pytest.fixture
def archive(tmp_path):
    folder = tmp_path / "archive"
    (folder / "sub").mkdir(parents=True)
    for name in ("20190125_东江省云州市_甲.txt", "sub/乙.txt"):
        (folder / name).write_text(TEXT, "utf-8")
    return folder


def known(reports) -> list[tuple[str | None, str | None, str | None]]:
    return [(report.published, report.region, report.publisher) for report in reports]


@pytest.mark.parametrize("key", ["sub/乙.txt", "乙.txt", "乙", "sub\\乙.txt"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk"])
def test_a_csv_table_by_path_name_or_stem(archive, tmp_path, key, encoding):
    table = tmp_path / "side.csv"
    table.write_bytes(f"文件,发布日期,地区,publisher\n{key},2018年3月5日,东江省,云州日报\n".encode(encoding))
    assert known(read(archive, metadata=table)) == [(None, None, None), ("2018-03-05", "东江省", "云州日报")]


@pytest.mark.parametrize("shape", ["list", "object"])
def test_a_json_table(archive, tmp_path, shape):
    row = {"published": "2018-03-05", "region": None}
    content = [{"file": "乙.txt", **row}] if shape == "list" else {"乙.txt": row}
    (tmp_path / "side.json").write_text(json.dumps(content), "utf-8")
    assert known(read(archive, metadata=tmp_path / "side.json"))[1] == ("2018-03-05", None, None)


def test_names_by_a_pattern(archive):
    reports = list(read(archive, names=r"(?P<published>\d{8})_(?P<region>[^_]+)_"))
    assert known(reports) == [("2019-01-25", "东江省云州市", None), (None, None, None)]
    assert extract(reports[0]).facts[0].period.start == "2018-01-01"


def test_the_table_is_preferred_to_the_name(archive, tmp_path):
    (tmp_path / "side.csv").write_text("file,published\n20190125_东江省云州市_甲.txt,2017-01-01\n", "utf-8")
    reports = read(archive, metadata=tmp_path / "side.csv", names=r"(?P<published>\d{8})_(?P<region>[^_]+)_")
    assert known(reports)[0] == ("2017-01-01", "东江省云州市", None)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a,b\n1,2\n", "row 1 names no file"),
        ("file,published\na.txt,gestern\n", "row 1: published is a date"),
        ("file,published\na.txt,2019-02-30\n", "2019-02-30"),
        ('file,published\n"a.txt,2019-02-03\n', "row 1 is not CSV"),
        ("file,region\na.txt," + "江" * 200_000 + "\n", "row 1 is not CSV"),
        ("file,region\na.txt,甲县\nb.txt,乙县\na.txt,丙县\n", "row 3: a.txt has an earlier row"),
    ],
)
def test_a_wrong_table_is_one_line(archive, tmp_path, content, said):
    (tmp_path / "side.csv").write_text(content, "utf-8")
    with pytest.raises(InputError, match=said) as caught:
        list(read(archive, metadata=tmp_path / "side.csv"))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", ["{", "[1]", "7"])
def test_wrong_json_is_one_line(archive, tmp_path, content):
    (tmp_path / "side.json").write_text(content, "utf-8")
    with pytest.raises(InputError, match=r"side\.json"):
        list(read(archive, metadata=tmp_path / "side.json"))


@pytest.mark.parametrize("names", ["(", "no group", r"(?P<other>x)"])
def test_a_wrong_pattern_is_one_line(archive, names):
    with pytest.raises(InputError, match="pattern of names"):
        list(read(archive, names=names))


def test_a_missing_table_is_one_line(archive, tmp_path):
    with pytest.raises(InputError, match=r"none\.csv"):
        list(read(archive, metadata=tmp_path / "none.csv"))
