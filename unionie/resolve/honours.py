"""Award frames made records: recipients named, levels and years told, repeats merged.

Enters: AwardFrames, people and the directory. Leaves: Award records. Next: ``pipeline`` puts them in the Extraction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from unionie.clean.characters import fold_name
from unionie.clean.types import CleanText
from unionie.frames import AwardFrame
from unionie.records.models import Award, AwardLevel, Person, RecipientType
from unionie.records.spans import Span
from unionie.resolve.honour_years import year_of
from unionie.resolve.levels import level_of
from unionie.resolve.names.forms import type_of
from unionie.resolve.names.identities import Directory, is_body_word, record_id
from unionie.resolve.persons import clear_organization

_OUTER = re.compile("(.{2,}(?:公司|集团|局|院|厂|矿|学校|[大支]队|站|段)).{1,8}?(?:中队|[班组科室队部]|车间|工区)")
_PLACED = re.compile("[省市区县州旗盟校]|[一-鿿]{2,4}[省市区县]")
_MAKERS = ("company", "school", "hospital", "other")
_SHORT = re.compile("[省市区县州旗盟](?:总|院|法院|检察院|中院|高院)$")
_BARE_WORDS = ("公司", "集团", "学校", "医院", "学院", "街道", "社区")
_HOUSES = ("公司", "集团", "学校", "医院", "学院")  # no words for an area or its government
_GOVERNMENT = re.compile("政府$")
# Honours that no area receives as such, though its report boasts of them; and those that only areas receive.
_NO_AREA = re.compile(
    "梅花奖|文华|五个一|群星奖|荷花奖|飞天奖|金鹰奖|金鸡奖|文学奖|新闻奖|企业奖|科[学技].{0,4}奖|工厂$|企业$|个人$|工作者$|标兵$|楷模$"
)
_AREA_ONLY = re.compile("(?:文明|模范|卫生|园林|森林|双拥)(?:城市?|县城?)$")
_AREAL = re.compile("委$|委员会|管委会|人大|政协|街道|[镇乡村区县市]$")
# Bodies of other types whose reports are of their own people, and how they call their own teams: 校队, 院篮球队.
_HOUSE = re.compile("(?:研究[院所]|中心|厂|矿|段|馆|站|银行|支行)$")
_OWN_TEAM = re.compile("[校院厂所段站矿](?!办)")
# A part of the report's own body: a team of it belongs to the body.
_PART = re.compile("[一-鿿]{2,6}(?:分厂|车间|中心|大队|工区)")
_UNION = re.compile("(?<=[一-鿿]{3})工会(?:委员会)?$")
# The committee of a term, whose report is the body's own: 某妇女联合会|第九届执委会.
_TERM = re.compile("(?<=[一-鿿]{4})第[一二三四五六七八九十]{1,3}届[一-鿿]{2,6}$")
# Bodies of members, whose reports name many who work elsewhere.
_MASS = re.compile("(?:妇联|联合会|总工会)$")
# Words for the body whose union reports: 我局 in the report of 某供电局工会.
_HOUSE_WORD = re.compile("[我本全](?:局|厂|矿|段|院|校|所|公司|集团|行|站)")
_HOUSE_UNION = re.compile("(?<=[局厂矿段院校所司团行站])工会(?:委员会)?$")
_BRANCH = re.compile("[一-鿿]{2,8}(?:分公司|支行|分厂|分院|项目部|(?<![俱乐总])部|处|(?<!服务)中心)")
# What is a part of any such body and no body by itself: 机电工程系, 护理部.
_UNIT_OF = re.compile(
    "[一-鿿（）0-9]{1,8}(?:系|科|室|(?<!家)庭|车间|团总支|护理部|馆|合唱团|(?<=[一-鿿]{2})[党团]支部)"
)
# An organ of any such body that is named by its kind alone: 校团委, 公司工会, 机关党支部.
_ORGAN = re.compile(
    "(?:[校院所局厂矿站段馆园社行]|公司|学校|医院|学院|机关)?"
    "(?:工会|团委|团总支|党委|党总支|党支部|妇委会|女工委|女职工委员会|少先队大队)"
)
# The same in a bureau, whose reports name others' people too.
_BUREAU = re.compile("(?:局|海关)$")
_SQUAD_OF = re.compile("[一-鿿]{2,4}(?:大队|中队)|[一-鿿]{2,6}服务厅|[一-鿿]{2,4}[一二三四五六0-9]?[科室股]")
_SORT = re.compile("(?:龙头|骨干|重点|民营)企业(?=[一-鿿（）]{3,}(?:公司|集团|厂)$)")  # before the name of a firm
_PARTY_OF = re.compile("([校院局厂]|公司|集团|学校|医院|学院)(?:党委|党组)")  # 院党组|书记、检察长
_KINDS_OF = {"校": "[校学]|中$", "司": "公司|集团", "团": "公司|集团"}
_BOARD = re.compile("(?<=公司)(?:董事会|监事会)$")  # whose report is the company's own
_SEATED = re.compile("(?:人大|政协|人民代表大会)$")
_HEADS = re.compile("主[席任]|长$|书记|科员|干部|职工|调研员")
_UNNAMED_BODY = re.compile("中心|[本我](?!们)[一-鿿]{1,3}")


@dataclass(slots=True)
class _Draft:
    frame: AwardFrame
    recipient: str
    kind: RecipientType
    affiliation: str | None
    level: AwardLevel | None
    year: int | None
    spans: list[Span] = field(default_factory=list)


def resolve_awards(
    frames: Sequence[AwardFrame],
    clean: CleanText,
    people: Sequence[Person],
    directory: Directory,
    *,
    report_year: int | None = None,
    published_year: int | None = None,
    new_year: bool = False,
    last_year: int | None = None,
) -> list[Award]:
    """Return one Award for each recipient and honour, in text order.

    ``report_year`` is the year that the report reviews and dates undated honours; ``published_year`` explains
    今年, 去年 and 日前. Both may be None. ``new_year`` tells that the report appeared in January or February, when
    ceremonies give the honours of the year before; ``last_year``, the last of several years that it reviews. Frames of
    the report's own body are left out when no body is known.
    """
    working = {person.name: person.titles for person in people if person.titles and person.organization is None}
    employers = {person.name: person.organization for person in people if person.organization and not _has_seat(person)}
    seats = {person.name: person.organization for person in people if _has_seat(person)}
    drafts: dict[tuple[str, str, str | None], _Draft] = {}
    local = _own_bodies(frames, directory)
    alumni = any("校友" in line for line in clean.read_headlines())
    dated: dict[int, int | None] = {}
    for frame in frames:
        named = _recipient(frame, directory)
        if named is None:
            continue
        recipient, kind = named
        kind = "team" if kind == "organization" and _is_unit(recipient, directory) else kind
        words = clean.surface[frame.sentence.start : frame.sentence.end]
        near = all(title in words for title in working.get(recipient, ()))
        here, employer = local.get(frame.award.start) if near else None, employers.get(recipient)
        affiliation = _affiliation(frame, kind, recipient, employer=employer, here=here, directory=directory)
        if kind == "person" and affiliation not in (None, employer) and affiliation == seats.get(recipient):
            affiliation = employer or _own_house(directory)
        if alumni and kind == "person":
            affiliation = affiliation if frame.affiliation else employer
        if affiliation and affiliation.endswith(recipient):  # 二中队 of 某救护大队二中队
            outer = _OUTER.fullmatch(affiliation)
            affiliation = outer.group(1) if outer else None
        draft = _Draft(
            frame,
            recipient,
            kind,
            affiliation,
            level_of(frame, clean, directory),
            year_of(frame, clean, report_year, published_year, new_year=new_year, last_year=last_year),
        )
        if frame.rule == "award.carried" and frame.time is None:
            draft.year = draft.year or dated.get(frame.sentence.start)
        dated.setdefault(frame.sentence.start, draft.year)
        span = clean.span(frame.award.start, frame.award.end)
        key = (recipient, _by_own_area(frame.name, directory), frame.rank)
        known = drafts.setdefault(key, draft)
        if span not in known.spans:
            known.spans.append(span)
        told = frame.affiliation is not None and known.frame.affiliation is None
        known.affiliation = (affiliation if told else None) or known.affiliation or affiliation
        if known.year is None or (frame.time is not None and known.frame.time is None and draft.year is not None):
            known.year = draft.year  # a headline has no year of its own: 记全国五一劳动奖章获得者
    return [_record(draft, draft.frame.name, clean) for draft in drafts.values()]


def _by_own_area(name: str, directory: Directory) -> str:
    """Return an honour's name with the report's own area as 全县 says it: one honour, whichever word it opens with."""
    own = directory.region.last
    return f"全{own[-1]}{name.removeprefix(own)}" if own and name.startswith(own) and name != own else name


def _has_seat(person: Person) -> bool:
    """Tell whether somebody only sits in the body of the record: 当选市人大|代表, 县政协|委员."""
    body = person.organization
    return body is not None and _SEATED.search(body) is not None and not any(map(_HEADS.search, person.titles))


def _record(draft: _Draft, name: str, clean: CleanText) -> Award:
    frame = draft.frame
    return Award(
        id=record_id("award", draft.recipient, name, frame.rank),
        recipient=draft.recipient,
        recipient_type=draft.kind,
        affiliation=draft.affiliation,
        award=name,
        rank=frame.rank,
        level=draft.level,
        grantor=frame.grantor,
        year=draft.year,
        mentions=tuple(draft.spans),
        evidence=clean.span(frame.sentence.start, frame.sentence.end),
        rule=frame.rule,
    )


def _recipient(frame: AwardFrame, directory: Directory) -> tuple[str, RecipientType] | None:
    """Return the recipient's name and type; None for the body of a report that names none."""
    kind = cast(RecipientType, frame.recipient_type)
    if kind in ("person", "work"):
        return frame.recipient, kind
    sort = _SORT.match(frame.recipient)
    if sort:
        return frame.recipient[sort.end() :], kind
    group = directory.group(frame.recipient)
    if not frame.recipient and group is not None and _GOVERNMENT.search(group.key):
        area = directory.region.last
        return (area, kind) if area and frame.rank is None and not _NO_AREA.search(frame.name) else None
    if not frame.recipient and group is not None and _AREA_ONLY.search(frame.name) and not _AREAL.search(group.key):
        return None
    areal = group is not None and (_AREAL.search(group.key) or _GOVERNMENT.search(group.key)) is not None
    if areal and frame.recipient in _HOUSES:
        return None
    if group is not None and (not frame.recipient or _is_short(frame.recipient, directory)):
        own = _BOARD.sub("", _TERM.sub("", group.name))
        return _HOUSE_UNION.sub("", own) if _HOUSE_WORD.fullmatch(frame.recipient) else own, kind
    if not frame.recipient:
        return None
    area = directory.full_name(frame.recipient) if re.match("[我全本][省市区县州旗盟]$", frame.recipient) else None
    if area and not area.startswith("省"):  # 获|省平安县称号
        return area, kind
    if is_body_word(frame.recipient) or frame.recipient in _BARE_WORDS:
        return None
    return frame.recipient, kind


def _is_short(name: str, directory: Directory) -> bool:
    """Tell whether the name only stands for the body or another name: 本集团, 区总, 区法院; 县妇联 is a name itself."""
    plain = fold_name(name)
    if is_body_word(plain) or plain in _BARE_WORDS:
        return True
    group = directory.group(plain)
    return group is directory.body and _SHORT.search(plain) is not None


def _own_bodies(frames: Sequence[AwardFrame], directory: Directory) -> dict[int, str]:
    """Return for award places the report's own body that an earlier honour of the same sentence names.

    It is the employer of people and units named after it without one, until another organization comes between.
    """
    found: dict[int, str] = {}
    current: tuple[int, str] | None = None
    for frame in frames:
        if current and current[0] != frame.sentence.start:
            current = None
        if current:
            found[frame.award.start] = current[1]
        if frame.recipient_type == "person":
            continue
        named = _recipient(frame, directory)
        own = named and (
            directory.group(frame.recipient) is directory.body
            if directory.body
            else _UNNAMED_BODY.fullmatch(frame.recipient) is not None
        )
        if frame.recipient_type == "organization" and named:
            current = (frame.sentence.start, named[0]) if own else None
        elif current and (_PLACED.match(frame.recipient) or frame.affiliation not in (None, current[1])):
            current = None
    return found


def _affiliation(
    frame: AwardFrame,
    kind: RecipientType,
    recipient: str,
    *,
    employer: str | None,
    here: str | None,
    directory: Directory,
) -> str | None:
    if kind == "work":
        made_here = directory.body is not None and type_of(directory.body.key) in _MAKERS
        return frame.affiliation or (directory.body.name if made_here and directory.body else None)
    house = _own_house(directory)
    if kind == "organization" and house and _BRANCH.fullmatch(recipient) and not _PLACED.match(recipient):
        return house
    if kind != "person" and _ORGAN.fullmatch(recipient) and _named_once(recipient, directory):
        return house or _bureau(directory)
    if kind not in ("person", "team"):
        return None
    if kind == "team" and frame.affiliation is None and _is_unit(recipient, directory):
        return house or _bureau(directory)
    if kind == "team" and frame.affiliation and house and _PART.fullmatch(frame.affiliation):
        return house
    if frame.affiliation and len(frame.affiliation) > 1:
        party = _house_of_party(frame.affiliation, directory) if kind == "person" else None
        return party or clear_organization(frame.affiliation, directory)
    if kind == "person":
        employer = (_house_of_party(employer, directory) if employer else None) or employer
        return employer or (None if here and _MASS.search(here) else here) or house
    if _OWN_TEAM.match(recipient) and len(recipient) <= 8:
        return house or here
    family = recipient.endswith("家庭") or frame.name.endswith("家庭")
    bare = len(recipient) <= 10 and not _PLACED.match(recipient) and not family
    if not bare:
        return None
    if (
        here is None
        and directory.body is not None
        and type_of(directory.body.key) != "media"
        and not directory.body.key.endswith(("政府", "委员会", "市委", "县委", "区委", "省委"))
    ):
        return house or directory.body.name
    return here


def _is_unit(recipient: str, directory: Directory) -> bool:
    """Tell whether a name is that of a part of the report's own school, hospital, court, company or bureau."""
    if _PLACED.match(recipient):
        return False
    if _own_house(directory) is not None:
        return _UNIT_OF.fullmatch(recipient) is not None
    return _SQUAD_OF.fullmatch(recipient) is not None and _bureau(directory) is not None


def _named_once(recipient: str, directory: Directory) -> bool:
    """Tell whether the text names a body only here, and no one that reports or acts by itself: 校工会."""
    group = directory.group(recipient)
    return group is None or (group is not directory.body and len(group.mentions) == 1)


def _bureau(directory: Directory) -> str | None:
    """Return the report's own body where it is a bureau."""
    body = directory.body
    return body.name if body is not None and _BUREAU.search(body.key) else None


def _house_of_party(organ: str, directory: Directory) -> str | None:
    """Return the report's own body whose party committee is named by its kind alone: 院党组|书记、检察长."""
    party = _PARTY_OF.fullmatch(organ)
    house = (_own_house(directory) or _bureau(directory)) if party else None
    kind = _KINDS_OF.get(party.group(1)[-1], party.group(1)[-1]) if party else ""
    return house if house and re.search(kind, fold_name(house)) else None


def _own_house(directory: Directory) -> str | None:
    """Return the report's own body where whoever it honours works there: a school, hospital, court or company.

    Of a union of such a body, it is the body.
    """
    body = directory.body
    if body is None:
        return None
    name = _BOARD.sub("", _UNION.sub("", body.name))
    key = _BOARD.sub("", _UNION.sub("", body.key))
    house = type_of(key) in ("school", "hospital", "court", "company") or _HOUSE.search(key)
    return name if house and len(name) > 1 else None
