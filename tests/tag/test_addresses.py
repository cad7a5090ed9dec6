"""Places that lie in one another are one name."""

from __future__ import annotations

import pytest

from unionie.frames import Mention
from unionie.tag.addresses import join_addresses
from unionie.tag.hierarchy import find_chains


def joined(text: str, *names: str) -> list[str]:
    found = [Mention(text.index(name), text.index(name) + len(name), "LOC", "learned", {}) for name in names]
    return [text[mention.start : mention.end] for mention in join_addresses(text, found)]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("在青庄镇马桥建厂", ("青庄镇", "马桥"), ["青庄镇马桥"]),
        ("青机场T2航站楼", ("青机场", "T2航站楼"), ["青机场T2航站楼"]),
        ("深圳前海", ("深圳", "前海"), ["深圳前海"]),
        ("青关镇胜利路", ("青关镇", "胜利路"), ["青关镇", "胜利路"]),
        ("兰州黄河", ("兰州", "黄河"), ["兰州", "黄河"]),
        ("107国道丁家铺", ("107国道", "丁家铺"), ["107国道", "丁家铺"]),
        ("青山—岚河风景名胜区", ("青山", "岚河风景名胜区"), ["青山—岚河风景名胜区"]),
        ("青山—岚河", ("青山", "岚河"), ["青山", "岚河"]),
    ],
)
def test_a_place_goes_on_in_the_next(text: str, names: tuple[str, ...], expected: list[str]) -> None:
    assert joined(text, *names) == expected


def test_a_place_goes_on_with_what_lies_in_it() -> None:
    assert joined("驰援新乡卫辉，", "新乡") == ["新乡卫辉"]
    assert joined("与云南大理差距", "云南") == ["云南大理"]
    assert joined("云南大理石产量", "云南") == ["云南"]
    assert joined("湖北公安机关", "湖北") == ["湖北"]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("来自贵州桐梓的工人", ["贵州桐梓"]),
        ("莆田仙游、泉州", ["莆田仙游"]),
        ("河北保定涞水暴雨", ["河北保定涞水"]),
        ("四川凉山喜德县", ["四川凉山喜德县"]),
        ("内蒙古包头，", ["内蒙古包头"]),
        ("云南恩施", []),  # lies elsewhere
        ("广东新兴产业、甘肃合作社", []),
    ],
)
def test_areas_in_areas(text: str, chains: list[str]) -> None:
    assert [text[start:end] for start, end in find_chains(text)] == chains
