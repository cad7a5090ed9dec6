"""Names on one line of a roll: 甲、乙、丙; 张三　某厂钳工; 某局：办结案件30件; a row of a table.

Enters: a stretch of clean text below a head, and the mentions. Leaves: ``Recipient`` tuples; none where the line is no
list of names. Next: ``outline`` and the readers of rows make frames of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from unionie.frames import Mention
from unionie.link.honours.headings import LEAD, PLACING, labels_other
from unionie.link.honours.recipients import SCHOOLS, Recipient, find_recipients, team_of
from unionie.link.posts.name_forms import ORG_END, employer_in, looks_like_name
from unionie.link.posts.words import Extent, bare_title, title_kind, whole_title

# A name set with a space, or what stands between the marks of a list, with its brackets.
_CHUNK = re.compile(
    "(?<![一-鿿])[一-鿿][ 　]{1,3}[一-鿿](?![一-鿿])(?:[（(][^（）()\n]*[）)])?"
    "|(?:[^、，；。：\\s　\t（）()]|[（(][^（）()\n]*[）)])+"
)
_UNIT_BEHIND = re.compile("([一-鿿·]{2,10})[（(][^（）()\n]*[）)]([一-鿿]{4,40})")  # 杨生贵（回族）黄羊滩乡中心学校
_PART = re.compile("(?:[（(][^（）()\n]*[）)]|[^；;（(])+")
# Who guided the winner, behind it: 　指导教师：赖建华.
_GUIDED = re.compile("[　 ，,；;]+(?:指导|辅导|带队|领队)(?:教师|老师|员)?[：:]?[一-鿿　、 ]{2,24}$")
_BRACKET = re.compile("[（(]([^（）()\n]*)[）)]")
_NO_NAME = re.compile(
    "[男女]|机关|[一-鿿]{1,6}(?:战线|系统)|性别|姓名|民族|序号|单位|(?:工作|所在|获奖|参赛|选送|推荐)单位.*|职务|备注|职称|岗位|名次|奖次|奖项|等级|[一-鿿]{1,4}族"
    f"|(?:{PLACING}|名单|如下|以下|排名不分先后|按姓氏笔画.*)"
)
_UNIT_NAME = re.compile("[一-鿿]{2,3}[班组科室队厂局处]")
_PERSON = re.compile("[一-鿿·]{2,10}")
_SCHOOL = re.compile(f"[一-鿿]{{0,4}}(?:{SCHOOLS})")
_PUPIL = re.compile("([1-7][A-Z])([一-鿿]{2,4})")  # of a class: 3B林咏诗
_HOUSEHOLD = re.compile("([一-鿿·]{2,10})(?:户|家庭|一家|夫妇)")
_HAN = re.compile("[一-鿿·“”]+")

# A work of a list: a title in its marks, or a long phrase with its maker in brackets; and the bracket behind it.
_WORK = re.compile(
    "(?P<title>《[^《》\\n]{1,40}》)|(?:(?<=[、；;。：:\\s　.．])|(?<=^))"
    "(?P<plain>[^、；;，。：:（）()《》\\s　]{6,40})(?=[（(][^（）()\\n]{2,30}[）)])"
)
_CREW = re.compile("(?:团队|小组|战队|代表队|突击队|工作室)$")
_MAKER = re.compile("[^、；;。（）()《》\\n]{0,16}[（(](?!含)(?:[男女][，,])?([^（）()\\n]{2,40})[）)]")
_SENT = re.compile(
    "[^；;。《》\\n]{0,40}?(?:选送|报送|推荐|申报|完成|参赛|所在)单位[：:][\\s　]*([^\\s　，；。、（）]{2,30})"
)
_PLACED = re.compile(f"{PLACING}[一-鿿]")  # a placing and its winner, no name: 一等奖儿科
_YEAR = re.compile("[12][0-9]{3}年度?")
# A label that says where those behind it are: 吴忠市：, 省直机关：, 中央驻宁单位：.
_AREA = re.compile("[省市县区州盟旗镇乡]$|街道$|^[省市县区州]直|直属|^中央")
_AREA_COLUMN = re.compile("^[一-鿿]{1,5}[省市区县州盟旗]$|^[省市区县州]直[一-鿿]{0,4}$|系统$")
_TWO = 2
_CELL = re.compile("(?:（[^（）]*）)?[　\t][^、，；：　\t]+[　\t]")  # of a body between two names
_LAST_CELL = re.compile("(?:（[^（）]*）)?[　\t]+([^、，；：　\t]+)$")
_VERBAL = re.compile("[的了是把被将]|表示|开展|组织|召开|出席|负责|牵头|按照|希望")


def read_entries(text: str, mentions: Sequence[Mention], start: int, end: int, *, row: bool = False) -> list[Recipient]:
    """Return the recipients that ``start:end`` lists in text order; an empty list where it is no list of names."""
    line = _GUIDED.sub("", text[start:end].rstrip(" 　。；;，,"))
    lead = LEAD.match(line)
    begin = start + (lead.end() if lead else 0)
    end = start + len(line)
    begin -= text[begin - 1 : begin] == "“" and text.count("”", begin, end) > text.count("“", begin, end)
    label = _colon(text, begin, end)
    stop = text.find("。", begin, end)
    end = stop if label is not None and label < stop else end  # behind the list: 三人全年….
    if begin >= end or "。" in text[begin:end] or end - begin > 1500:
        return []
    found = [_within(r, end) for r in find_recipients(text, mentions, begin, end) if r.kind != "deictic"]
    if row:
        return _row_recipient(text, found, start, end)
    works = _works(text, [r for r in found if r.kind == "person"], begin, end)
    if works:
        return works
    found = [r for r in found if r.kind != "work"]
    return _grouped(text, found, begin, end)


def _within(recipient: Recipient, end: int) -> Recipient:
    """Return a recipient without a body that only the next entry names: 甲部：乙|　丙部：丁."""
    owner = recipient.affiliation
    return recipient._replace(affiliation=None, end=min(recipient.end, end)) if owner and owner[1] > end else recipient


def _grouped(text: str, found: list[Recipient], start: int, end: int) -> list[Recipient]:
    """Return the recipients of a line, group by group: 急诊科：甲、乙；手术室：丙."""
    parts = [part.span() for part in _PART.finditer(text, start, end)]
    if len(parts) < 2 or _colon(text, *parts[0]) is None:
        parts = [(start, end)]
    names: list[Recipient] = []
    for first, last in parts:
        inside = [r for r in found if first <= r.start < last]
        colon = _colon(text, first, last)
        here = _listed(text, inside, first, last) if colon is None else _labelled(text, inside, first, last, colon)
        if not here:
            return []
        names += here
    return names


def _works(text: str, people: Sequence[Recipient], start: int, end: int) -> list[Recipient]:
    """Return the works of a line that opens with one: 《甲》（某校）、《乙》（某厂）; 甲的工艺（某公司）."""
    found: list[Recipient] = []
    for match in _WORK.finditer(text, start, end):
        if not found and (match.start() - start > 12 or any(r.name[1] < match.start() for r in people)):
            return []
        name = match.span("title") if match.group("title") else match.span("plain")
        maker = _maker(text, match.end(), end)
        if match.group("plain") and (maker is None or any(name[0] <= r.name[0] < name[1] for r in people)):
            return []
        kind = "team" if match.group("plain") and _CREW.search(text, *name) else "work"
        found.append(Recipient(name[0], match.end(), name, kind, maker))
    return found


def _maker(text: str, start: int, end: int) -> Extent | None:
    """Return the body behind a work, in a bracket or by its label: （某校）, ，作者甲（某校）, 　选送单位：某校."""
    sent = _SENT.match(text, start, end)
    if sent:
        return sent.span(1)
    bracket = _MAKER.match(text, start, end)
    return employer_in(text, *bracket.span(1)) if bracket else None


def _colon(text: str, start: int, end: int) -> int | None:
    """Return where the first colon outside brackets stands."""
    for at in range(start, min(end, start + 60)):
        if text[at] in "：:" and text.count("（", start, at) == text.count("）", start, at):
            return at
    return None


def _labelled(text: str, found: list[Recipient], start: int, end: int, colon: int) -> list[Recipient]:
    """Return the recipients of 某局：张三、李四 (the people, who work there) and 某局：办结案件30件 (the office)."""
    label = text[start:colon].strip(" 　")
    if labels_other(label):
        return []
    head = _listed(text, [r for r in found if r.end <= colon], start, colon)
    right = _listed(text, [r for r in found if r.start > colon], colon + 1, end)
    if len(head) == 1 and head[0].kind != "person" and right and all(r.kind == "person" for r in right):
        return [r if r.affiliation else r._replace(affiliation=head[0].name) for r in right]
    if head and not right:
        return head
    if right and head:
        return [r._replace(affiliation=r.affiliation or head[0].name) for r in right]
    if right and (_AREA.search(label) or _YEAR.fullmatch(label)):
        return right
    school = _SCHOOL.fullmatch(label)
    if school and right and all(each.kind == "person" for each in right):
        at = (text.index(label, start), text.index(label, start) + len(label))
        return [each._replace(affiliation=each.affiliation or at) for each in right]
    grouped = _HAN.fullmatch(label) and len(label) <= 10 and not _VERBAL.search(label)
    return right if grouped and (len(right) > 1 or (right and right[0].affiliation)) else []


def _listed(text: str, found: Sequence[Recipient], start: int, end: int) -> list[Recipient]:
    """Return the recipients of a list or of one entry; an empty list where most of the words are something else."""
    names: list[Recipient] = []
    read = total = 0
    before: re.Match[str] | None = None
    post: Extent | None = None
    for chunk in _CHUNK.finditer(text, start, end):
        covering = [r for r in found if r.start < chunk.end() and chunk.start() < r.end and r not in names]
        gap = text[before.end() : chunk.start()] if before else ""
        beside = bool(names) and gap != "" and not any(mark in gap for mark in "、；;")
        one = _chunk(text, covering, chunk.start(), chunk.end())
        size = chunk.end() - chunk.start()
        known = any(r.start <= chunk.start() and chunk.end() <= r.end for r in names)
        whole = bool(one) and one[0].kind == "person" and one[0].affiliation is not None  # a name and its body
        known = known or (not whole and any(r.kind == "person" and chunk.end() <= r.name[0] for r in covering))
        total += size
        known = known or (beside and _belongs(text, names, one, chunk.span()))
        if known:
            read += size
        elif one:
            read += size
            if post and one[0].kind == "person" and not gap.strip(" 　\t"):
                owner = one[0].affiliation or employer_in(text, *post)
                one[0] = one[0]._replace(start=post[0], affiliation=owner)
                read += post[1] - post[0]
            names.extend(one)
        post = None if one or known or _BRACKET.search(chunk.group()) else chunk.span()
        post = post if post and employer_in(text, *post) else None
        before = chunk
    names = without_area(text, _settled(_employed(text, _named_first(text, _couple(text, names), end))))
    return names if 10 * read >= 6 * total else []


def _couple(text: str, names: list[Recipient]) -> list[Recipient]:
    """Return the names, those of a couple as the household that they are: 甲、乙家庭."""
    if len(names) != _TWO or names[0].kind != "person" or names[0].affiliation or names[1].kind != "team":
        return names
    one, two = names
    joint = text[one.name[1] : two.name[0]] in ("、", "和") and _HOUSEHOLD.fullmatch(text, *two.name)
    return [two._replace(start=one.start, name=(one.name[0], two.name[1]))] if joint else names


def _named_first(text: str, names: list[Recipient], end: int) -> list[Recipient]:
    """Return the names, each with the body behind it where the first has none before it: 甲　某医院　乙　某卫生院."""
    gaps = [text[one.name[1] : two.name[0]] for one, two in pairwise(names)]
    bodies = [each.affiliation for each in names[1:]]
    alone = names and names[0].kind == "person" and names[0].affiliation in (None, bodies[0] if bodies else None)
    if not bodies or not alone or not all(_CELL.fullmatch(gap) for gap in gaps):
        return names
    between = zip(names, bodies, names[1:], strict=False)
    if not all(body and one.name[1] <= body[0] < two.name[0] for one, body, two in between):
        return names
    behind = _LAST_CELL.match(text, names[-1].name[1], end)
    last = employer_in(text, *behind.span(1)) if behind else None
    return [each._replace(affiliation=body) for each, body in zip(names, [*bodies, last], strict=True)]


def without_area(text: str, names: list[Recipient]) -> list[Recipient]:
    """Return the names without the area that stands apart before those of it: 云溪市　云溪电机厂、县医院."""
    if len(names) < _TWO or names[0].kind != "organization":
        return names
    area, first = (text[slice(*each.name)] for each in names[:2])
    apart = names[0].end < names[1].start and not text[names[0].end : names[1].start].strip(" 　\t")
    return names[1:] if apart and _AREA_COLUMN.search(area) and not _AREA_COLUMN.search(first) else names


def _employed(text: str, names: Sequence[Recipient]) -> list[Recipient]:
    """Return the names, those set behind the first of their body given it too: 某县一中　甲　乙　丙."""
    done: list[Recipient] = []
    shared = names[-1].affiliation if len(names) > 1 and "（均" in text[names[-1].name[1] : names[-1].end + 2] else None
    for each in names:
        owner = each.affiliation or shared
        last = done[-1] if done else None
        if owner is None and last is not None and last.kind == each.kind == "person" and last.affiliation is not None:
            leads = last.affiliation[1] <= last.name[0] and not text[last.end : each.start].strip(" 　、")
            owner = last.affiliation if leads else None
        done.append(each._replace(affiliation=owner))
    return done


def _belongs(text: str, names: list[Recipient], one: Sequence[Recipient], chunk: Extent) -> bool:
    """Give a person the organization or post set beside the name, or the organization before it its person."""
    last = names[-1]
    if last.kind == "person" and not any(each.kind == "person" for each in one):
        if last.affiliation is None:
            unit = one[0].name if one else employer_in(text, *chunk)
            if unit is None and not whole_title(text[slice(*chunk)], behind_organization=True):
                return False
            names[-1] = last._replace(end=chunk[1], affiliation=unit)
        return True
    if last.kind in ("organization", "team") and len(one) == 1 and _is_person(text, one[0]):
        if text[last.end : one[0].start].strip(" 　\t"):
            return False
        owner = one[0].affiliation or last.name
        names[-1] = one[0]._replace(start=last.start, kind="person", affiliation=owner)
        return True
    return False


def _is_person(text: str, one: Recipient) -> bool:
    """Tell whether it is a person, marked or, beside a body, by the form of the name: 农商银行　花想容."""
    rare = one.kind == "unsure" and looks_like_name(text[slice(*one.name)], rare=True)
    return one.kind == "person" or rare


def _chunk(text: str, covering: Sequence[Recipient], start: int, end: int) -> list[Recipient]:
    """Return what one chunk names: the marked people in it, else an organization or a name by its form."""
    if (behind := _UNIT_BEHIND.fullmatch(text, start, end)) and looks_like_name(behind.group(1)):
        unit = employer_in(text, *behind.span(2)) or (behind.span(2) if _is_body(behind.group(2)) else None)
        if unit:
            return [Recipient(start, end, behind.span(1), "person", unit)]
    if _PLACED.match(text, start, end):
        return []
    household = _HOUSEHOLD.fullmatch(text, start, end)
    if household and looks_like_name(household.group(1)):
        return [Recipient(start, end, (start, end), "team", None)]
    pupil = _PUPIL.fullmatch(text, start, end)
    if pupil and looks_like_name(pupil.group(2), rare=True):
        return [Recipient(start, end, pupil.span(2), "person", pupil.span(1))]
    people = [r for r in covering if r.kind == "person" and text[r.name[1] : r.name[1] + 1] != "的"]
    if people and not (len(people) == 1 and _UNIT_NAME.fullmatch(text, start, end)):
        return _shared([r for r in people if start <= r.name[0] < end])
    word = text[start:end]
    bracket = _BRACKET.search(word) if word[-1] in "）)" else None
    bare = word[: bracket.start()] if bracket else word
    stop = start + len(bare)
    if _NO_NAME.fullmatch(bare) or not bare:
        return []
    inside = (bracket.start(1) + start, bracket.end(1) + start) if bracket else None
    if looks_like_name("".join(bare.split())) and title_kind(bare) is None and not ORG_END.search(bare[2:]):
        return [Recipient(start, end, (start, stop), "person", employer_in(text, *inside) if inside else None)]
    if _is_body(bare):
        kind, affiliation = team_of(bare, start)
        if kind == "team" and inside and affiliation is None:
            affiliation = employer_in(text, *inside)
        return [Recipient(start, end, (start, stop), kind, affiliation)]
    if covering and covering[0].start == start and not bare_title(bare):
        return [covering[0]] if covering[0].name[1] >= stop - 2 else []
    if _PERSON.fullmatch(bare) and title_kind(bare) is None and (inside or len(bare) <= 4 or "·" in bare):
        return [Recipient(start, end, (start, stop), "unsure", employer_in(text, *inside) if inside else None)]
    return []


def _shared(people: list[Recipient]) -> list[Recipient]:
    """Return the people of one chunk, all with the body in the bracket behind the last: 甲与乙（某厂）."""
    owner = people[-1].affiliation if people else None
    if owner is None or owner[0] < people[-1].name[1]:
        return people
    return [each._replace(affiliation=each.affiliation or owner) for each in people]


def _is_body(words: str) -> bool:
    """Tell whether words have the form of the name of an organization, unit or community."""
    if len(words) == 2:
        return words[1] == "科" and words[0] not in "本专全学各"
    if len(words) == 3:
        return words[2] in "镇乡村局厂矿校院系班组科室队处庭股部办所站" and words[1] != "干"
    return 3 < len(words) <= 40 and ORG_END.search(words) is not None and not _VERBAL.search(words)


def _settled(names: Sequence[Recipient]) -> list[Recipient]:
    """Keep names of rare form only among people, or with an employer; all others are told by their form."""
    sure = any(r.kind == "person" for r in names)
    settled = []
    for each in names:
        if each.kind != "unsure":
            settled.append(each)
        elif sure or each.affiliation:
            settled.append(each._replace(kind="person"))
    return settled


def _row_recipient(text: str, found: Sequence[Recipient], start: int, end: int) -> list[Recipient]:
    """Return the recipient of a table row: its person, marked or told by the form of a cell, else its organization."""
    people = [each for each in found if each.kind == "person"]
    if people:
        return people[:1]
    position = start
    for cell in text[start:end].split("\t"):
        name = cell.strip(" 　")
        if looks_like_name(name.replace("　", "").replace(" ", "")) and not _NO_NAME.fullmatch(name):
            at = position + cell.index(name)
            owner = next((each.name for each in found if each.start > at), None)
            return [Recipient(at, at + len(name), (at, at + len(name)), "person", owner)]
        position += len(cell) + 1
    position = start
    for cell in text[start:end].split("\t"):
        name = cell.strip(" 　")
        if _is_body(name) and not _NO_NAME.fullmatch(name):
            at = position + cell.index(name)
            kind, affiliation = team_of(name, at)
            return [Recipient(at, at + len(name), (at, at + len(name)), kind, affiliation)]
        position += len(cell) + 1
    return list(found[:1])
