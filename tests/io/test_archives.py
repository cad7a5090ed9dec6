"""Archives: names in any encoding, nesting, bombs, traversal, links, damage; nothing lost, nothing written."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from packed import GOOD, make_mail, make_tar, make_zip
from unionie import InputError, Report, read
from unionie.io.find import File, find_files
from unionie.io.limits import Limits


def read_bytes(folder: Path, name: str, data: bytes) -> list[Report]:
    (folder / name).write_bytes(data)
    return list(read(folder / name))


def tell(reports: list[Report], folder: Path) -> list[tuple[str, str | None]]:
    """The sources, below the folder, and texts; None for what could not be read."""
    prefix = f"{folder}/"
    assert all((report.source or "").startswith(prefix) for report in reports)
    return [((r.source or "").removeprefix(prefix), r.text if r.error is None else None) for r in reports]


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "cp437"])
def test_names_in_zip(tmp_path, encoding):
    name = "union/report.txt" if encoding == "cp437" else "二〇一八年/青山区总结.txt"
    member = name if encoding == "utf-8" else name.encode(encoding)
    reports = read_bytes(tmp_path, "a.zip", make_zip([(member, GOOD.encode("gbk"))]))
    assert tell(reports, tmp_path) == [(f"a.zip/{name}", GOOD)]
    assert reports[0].encoding == "gb18030"


def test_names_in_zip_are_decoded_together(tmp_path):
    names = ["一.txt", "青山区总结.txt", "a.txt"]
    reports = read_bytes(tmp_path, "a.zip", make_zip([(name.encode("gbk"), GOOD) for name in names]))
    assert [name for name, _ in tell(reports, tmp_path)] == [f"a.zip/{name}" for name in names]


@pytest.mark.parametrize(("mode", "suffix"), [("w", "tar"), ("w:gz", "tar.gz"), ("w:bz2", "tar.bz2"), ("w:xz", "txz")])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_names_in_tar(tmp_path, mode, suffix, encoding):
    data = make_tar([("总结/乙.txt", GOOD.encode()), ("总结/甲.md", GOOD.encode())], mode, encoding)
    name = f"a.{suffix}"
    reports = read_bytes(tmp_path, name if suffix != "txz" else "a.xz", data)
    base = name if suffix != "txz" else "a.xz"
    assert tell(reports, tmp_path) == [(f"{base}/总结/乙.txt", GOOD), (f"{base}/总结/甲.md", GOOD)]


def test_seven_zip(tmp_path):
    import py7zr

    with py7zr.SevenZipFile(tmp_path / "a.7z", "w") as archive:
        archive.writestr(GOOD.encode("gbk"), "总结/甲.txt")
        archive.writestr(b"\x89PNG", "a.png")
    reports = list(read(tmp_path / "a.7z"))
    assert tell(reports, tmp_path) == [("a.7z/总结/甲.txt", GOOD)]
    whole = (tmp_path / "a.7z").read_bytes()
    (report,) = read_bytes(tmp_path, "b.7z", whole[: len(whole) // 2])
    assert "damaged" in (report.error or "")


def test_archives_inside_are_opened_one_level_deep(tmp_path):
    third = make_zip([("c.txt", GOOD)])
    second = make_zip([("b.txt", GOOD), ("third.zip", third)])
    reports = read_bytes(tmp_path, "a.zip", make_zip([("a.txt", GOOD), ("in/second.zip", second)]))
    assert tell(reports, tmp_path) == [
        ("a.zip/a.txt", GOOD),
        ("a.zip/in/second.zip/b.txt", GOOD),
        ("a.zip/in/second.zip/third.zip", None),
    ]
    assert "unpack it first" in (reports[2].error or "")


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/etc/evil.txt", "C:\\x\\evil.txt", "..\\..\\evil.txt", "a/../../evil.txt", "./evil.txt"]
)
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_names_lead_nowhere_and_nothing_is_written(tmp_path, name, kind):
    inside = tmp_path / "deep" / "er"
    inside.mkdir(parents=True)
    data = make_zip([(name, GOOD)]) if kind == "zip" else make_tar([(name, GOOD.encode())])
    reports = read_bytes(inside, f"a.{kind}", data)
    ((source, text),) = tell(reports, inside)
    assert text == GOOD
    assert ".." not in source
    assert ":" not in source
    assert source.startswith(f"a.{kind}/")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [inside / f"a.{kind}"]


def test_two_members_of_one_name_are_both_there(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate"):
        data = make_zip([("a.txt", GOOD), ("a.txt", "2家"), ("./a.txt", "3家")])
    assert tell(read_bytes(tmp_path, "a.zip", data), tmp_path) == [
        ("a.zip/a.txt", GOOD),
        ("a.zip/a (2).txt", "2家"),
        ("a.zip/a (3).txt", "3家"),
    ]


def test_links_are_not_followed(tmp_path):
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    (report,) = read_bytes(tmp_path, "a.zip", make_zip([(link, "/etc/passwd")]))
    assert "symbolic link" in (report.error or "")
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        info = tarfile.TarInfo("link.txt")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)
        info = tarfile.TarInfo("twin.txt")
        info.type, info.linkname = tarfile.LNKTYPE, "link.txt"
        archive.addfile(info)
    soft, hard = read_bytes(tmp_path, "a.tar", stream.getvalue())
    assert "symbolic link" in (soft.error or "")
    assert "hard link" in (hard.error or "")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "up").symlink_to(tmp_path)
    (tmp_path / "folder" / "a.txt").write_text(GOOD, "utf-8")
    assert tell(list(read(tmp_path / "folder")), tmp_path) == [("folder/a.txt", GOOD)]


def find(tmp_path: Path, data: bytes, name: str = "a.zip", **limits: int) -> list[tuple[str, str]]:
    """What a file's loading says, by name."""
    (tmp_path / name).write_bytes(data)
    return [(file.name, load(file)) for file in find_files(tmp_path / name, limits=Limits(**limits))]


def load(file: File) -> str:
    try:
        return file.load().decode("utf-8", "replace")[:20] if file.load else file.error or ""
    except InputError as error:
        return str(error)


def test_a_bomb_is_not_unpacked_and_the_rest_goes_on(tmp_path):
    data = make_zip([("bomb.txt", b"0" * 2**25), ("good.txt", GOOD)])
    assert len(data) < 2**16
    (_, first), (_, second) = find(tmp_path, data)
    assert "unpacks to more than 200 times" in first
    assert second == GOOD


def test_a_bomb_of_archives_is_bounded(tmp_path):
    """Like 42.zip: every level holds many archives of the next one."""
    data = make_zip([("0.txt", b"0" * 2**24)])
    for _ in range(3):
        data = make_zip([(f"{number}.zip", data) for number in range(16)])
    found = find(tmp_path, data)
    assert len(found) == 256
    assert all("inside" in said for _, said in found)


@pytest.mark.parametrize(
    ("limits", "said"),
    [({"members": 3}, "more than 3 members"), ({"total_bytes": 60}, "more than 60 bytes")],
)
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_an_archive_that_holds_too_much_is_read_so_far(tmp_path, limits, said, kind):
    names = [f"{number}.txt" for number in range(9)]
    members = [(name, GOOD.encode()) for name in names]
    data = make_zip(members) if kind == "zip" else make_tar(members)
    found = find(tmp_path, data, f"a.{kind}", **limits)
    assert found[0] == (f"a.{kind}/0.txt", GOOD)
    assert said in found[-1][1]


def test_a_member_that_is_larger_than_it_says_is_stopped(tmp_path):
    data = make_zip([("a.txt", b"1" * 5_000)], method=8)
    data = data.replace((5_000).to_bytes(4, "little"), (50).to_bytes(4, "little"))
    ((_, said),) = find(tmp_path, data)
    assert "damaged" in said or len(said) <= 50


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_truncated_archives_give_what_is_whole_and_say_so(tmp_path, share):
    contents = [(f"{number}.txt", (GOOD * 500).encode()) for number in range(8)]
    whole = make_tar(contents, "w")
    found = find(tmp_path, whole[: int(len(whole) * share)], "a.tar")
    assert found[-1][0] == "a.tar" or "cut short" in found[-1][1]
    assert "cut short" in found[-1][1]
    assert all(said.startswith("全年") or "cut short" in said for _, said in found)
    assert sum(said.startswith("全年") for _, said in found) == {0.2: 1, 0.5: 4, 0.9: 7}[share]
    packed = make_tar(contents)
    assert "cut short" in find(tmp_path, packed[: int(len(packed) * share)], "a.tar.gz")[-1][1]
    squeezed = make_zip(contents)
    assert "damaged or cut short" in find(tmp_path, squeezed[: int(len(squeezed) * share)])[-1][1]


def test_a_damaged_member_fails_alone(tmp_path):
    data = bytearray(make_zip([("a.txt", GOOD * 99), ("b.txt", GOOD)], method=0))
    data[60] ^= 0xFF
    (_, first), (_, second) = find(tmp_path, bytes(data))
    assert "damaged" in first
    assert second == GOOD


def test_an_encrypted_member_says_so(tmp_path):
    data = make_zip([("a.txt", GOOD)])
    for head in (b"PK\x03\x04\x14\0", b"PK\x01\x02\x14\x03\x14\0"):
        data = data.replace(head + b"\0", head + b"\1")
    ((_, said),) = find(tmp_path, data)
    assert "encrypted" in said


def test_other_files_are_passed_over_and_named(tmp_path):
    names = ["a.txt", "b.png", "__MACOSX/._a.txt", "c/.DS_Store", "~$d.docx", "e.csv", "README"]
    (tmp_path / "a.zip").write_bytes(make_zip([(name, GOOD) for name in names]))
    ignored: list[str] = []
    found = [file.name for file in find_files(tmp_path / "a.zip", ignored=ignored.append)]
    assert found == ["a.zip/a.txt"]
    assert sorted(ignored) == sorted(f"a.zip/{name}" for name in names[1:])


@pytest.mark.parametrize("html", [True, False])
def test_mail_is_subject_and_text(tmp_path, html):
    (report,) = read_bytes(tmp_path, "a.eml", make_mail(html=html))
    assert report.text.splitlines() == ["青山区总工会2018年工作总结", GOOD]
    assert report.encoding == "gb18030"


def test_attachments_are_reports_of_their_own(tmp_path):
    mail = make_mail(("附件1.txt", GOOD.encode()), ("图.png", b"x"), ("b.zip", make_zip([("c.txt", GOOD)])))
    reports = read_bytes(tmp_path, "a.eml", mail)
    assert [name for name, _ in tell(reports, tmp_path)] == ["a.eml", "a.eml/附件1.txt", "a.eml/b.zip"]
    assert reports[1].text == GOOD
    (reports,) = [read_bytes(tmp_path, "z.zip", make_zip([("m.eml", mail)]))]
    assert [name for name, _ in tell(reports, tmp_path)][:2] == ["z.zip/m.eml", "z.zip/m.eml/附件1.txt"]


@pytest.mark.parametrize("data", [b"", b"no header here\n", b"From: a\nContent-Type: image/png\n\nx"])
def test_what_is_no_mail_is_an_error(tmp_path, data):
    with pytest.raises(InputError):
        read_bytes(tmp_path, "a.eml", data)


def test_the_source_of_a_report_is_a_path_to_read_it_again(tmp_path):
    inner = make_zip([("b.txt", "2家")])
    data = make_zip([("总结/a.txt", GOOD), ("in.zip", inner), ("m.eml", make_mail(("c.txt", b"3")))])
    for report in read_bytes(tmp_path, "a.zip", data):
        assert report.source is not None
        assert list(read(report.source)) == [report]
    with pytest.raises(InputError, match=r"none\.txt: a\.zip holds no such file"):
        list(read(tmp_path / "a.zip" / "none.txt"))


def test_a_truncated_zip_is_not_taken_for_the_zip_inside(tmp_path):
    inner = make_zip([("in.txt", GOOD)])
    outer = make_zip([("in.zip", inner), ("b.txt", GOOD)], method=zipfile.ZIP_STORED)
    (tmp_path / "a.zip").write_bytes(outer[: outer.rindex(b"PK\x03\x04")])
    found = list(find_files(tmp_path / "a.zip"))
    assert (found[-1].name, "cut short" in (found[-1].error or "")) == ("a.zip", True)
    (tmp_path / "b.zip").write_bytes(outer)
    assert [file.name for file in find_files(tmp_path / "b.zip")] == ["b.zip/in.zip/in.txt", "b.zip/b.txt"]


def test_an_archive_that_cannot_be_opened_is_not_called_empty(tmp_path):
    ignored: list[str] = []
    (tmp_path / "a.zip").write_bytes(make_zip([("a.txt", GOOD)])[:-1])
    (file,) = find_files(tmp_path / "a.zip", ignored=ignored.append)
    assert file.error is not None
    assert ignored == []


def test_attachments_that_a_library_fails_on_are_a_failure_of_their_own(tmp_path, monkeypatch):
    def explode(data):
        raise RuntimeError("a bug")

    monkeypatch.setattr("unionie.io.readers.eml.find_attachments", explode)
    reports = read_bytes(tmp_path, "a.eml", make_mail(("b.txt", GOOD.encode())))
    assert [report.error for report in reports] == [
        None,
        f"{tmp_path}/a.eml/attachments: cannot be read (RuntimeError)",
    ]
