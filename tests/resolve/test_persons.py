"""Where people work whose sentence does not say: the report's own body, one near, a word for a body."""

from __future__ import annotations

import pytest

from marked import read_marked
from unionie.link.people import link_people
from unionie.resolve.identities import build_directory
from unionie.resolve.persons import resolve_people


@pytest.mark.parametrize(
    ("source", "organization"),
    [
        ("<title>{O 云州机床有限公司}2018年工作总结¶总经理{P 尹栩}到场。", "云州机床有限公司"),
        (
            "<title>{O 清溪区总工会}2018年工作总结¶{O 清源药业公司}增产。车间整洁。总工程师{P 尹栩}到场。",
            "清源药业公司",
        ),
        ("<title>{O 清溪区总工会}2018年工作总结¶合作社理事长{P 尹栩}到场。", "合作社"),
        ("<title>一户一策¶公司总经理{P 尹栩}到场。", "公司"),
        ("<title>一户一策¶车间主任{P 尹栩}到场。", None),
        ("<title>{O 清溪区人民政府}2018年工作报告¶社区书记{P 尹栩}到场。", None),
    ],
)
def test_organization(source: str, organization: str | None) -> None:
    marked = read_marked(source)
    directory = build_directory(marked.clean, marked.mentions, None)
    (person,) = resolve_people(link_people(marked.clean, marked.mentions, []), marked.clean, directory)
    assert person.organization == organization
