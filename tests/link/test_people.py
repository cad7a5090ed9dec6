"""What sentences say of people: ``name@organization=title、title/role``, people separated by ``;``.

``name@~organization`` is the body of the paragraph, which counts where nothing else tells.
"""

from __future__ import annotations

import pytest

import unionie
from marked import read_marked
from tables import read_cases
from unionie.frames import PersonFrame
from unionie.link.awards import link_awards
from unionie.link.people import link_people
from unionie.link.posts.name_forms import looks_like_name
from unionie.link.posts.words import bare_title, heads_government, title_kind

CASES = read_cases(__file__, "people.tsv")


def describe(frame: PersonFrame) -> str:
    """The frame in the notation of the table."""
    words = frame.name
    if frame.organization:
        words += f"@{frame.organization}"
    elif frame.near:
        words += f"@~{frame.near}"
    if frame.titles:
        words += "=" + "、".join(frame.titles)
    return f"{words}/{frame.role}"


@pytest.mark.parametrize(("source", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_people(source: str, expected: str) -> None:
    marked = read_marked(source)
    frames = link_people(marked.clean, marked.mentions, link_awards(*marked))
    assert ";".join(map(describe, frames)) == expected


@pytest.mark.parametrize(
    ("words", "kind"),
    [("副主任", "official"), ("挡车工", "profession"), ("记者", "byline"), ("挂图师", "profession"), ("上午", None)],
)
def test_title_kind(words: str, kind: str | None) -> None:
    assert title_kind(words) == kind


@pytest.mark.parametrize(
    ("words", "title"),
    [("据市总工会党组书记", "党组书记"), ("常务副区长", "常务副区长"), ("原主任", "原主任"), ("今天上午", None)],
)
def test_bare_title(words: str, title: str | None) -> None:
    assert bare_title(words) == title


def test_heads_government() -> None:
    assert heads_government("常务副区长")
    assert heads_government("市长")
    assert not heads_government("局长")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("余大妹", True),
        ("欧阳佩兰", True),
        ("单于兰", True),
        ("艾合买提·吐尔逊", True),
        ("公司", False),
        ("张说", False),
        ("急诊科", False),
        ("", False),
    ],
)
def test_looks_like_name(words: str, expected: bool) -> None:
    assert looks_like_name(words) is expected


@pytest.mark.parametrize(
    ("text", "organization", "titles"),
    [
        ("分别是清源化工检修班长姚大禾，以及县总工会主席姚小禾。", "清源化工检修班", ("班长",)),
        ("女足主教练姚大禾赛后说，队员们拼到了最后一秒。", None, ("女足主教练",)),
    ],
)
def test_words_before_a_post(text: str, organization: str | None, titles: tuple[str, ...]) -> None:
    person = unionie.extract(text).people[0]
    assert (person.name, person.organization, person.titles) == ("姚大禾", organization, titles)
