"""Whose report it is: the subject of figures for which the text names none.

Enters: the clean text, its mentions, the heads of clauses and the directory of organizations. Leaves: a name as the
text has it, or None. Next: ``facts``.

Every body and area is a candidate: it is the likelier the more clauses it heads, and if the headline names it or its
head signs; what the text calls itself or its area (我院, 全县) also by how often it does. A government's figures
are those of its area, a high court's those of 全市法院. Who publishes, prints or convenes is never it, nor an area
above the report's own. Of several that are named once each it is none; so too in digests and in news of many provinces
of whoever is named in passing, while news that speak of 我国 again and again are about the country.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from unionie.clean.characters import fold_name
from unionie.clean.dispatch import skip_dispatch
from unionie.clean.headline import names_digest
from unionie.clean.types import CleanText
from unionie.frames import Head, Mention
from unionie.resolve.bodies.evidence import (
    AREA,
    OF_FIELD,
    OWNS,
    WHOLE,
    gather_names,
    is_above,
    list_bodies,
    read_headline,
)
from unionie.resolve.bodies.issuers import find_issuer
from unionie.resolve.bodies.openings import gather_openings
from unionie.resolve.names.forms import type_of
from unionie.resolve.names.identities import Directory
from unionie.resolve.places.divisions import names_many_provinces

_NO_BODY = re.compile(
    r"^共青团$|[省市区县州旗盟]工会$|政府$|(?:开发|高新|经开|园|新|产业|工业|示范|合作|保税|港)区(?:管委会|管理委员会)$|统计局$|调查队$|大会$|会议$|次会|新闻|发布$|研究室|办公[厅室]$|宣[教传]|人大|议会"
    r"|政协(?!常委会|常务委员会)|奖励委员会|国务院|^中共|^中央|^(?!.*团).*[省市区县州]委$|理事会|代表团$|^中国共产党$|督导组|行政中心$|会议中心$|(?:[镇乡村]|街道)党(?:工?委|支部)$"
)
_OURSELVES = re.compile("(?:全|我们?|咱们?|本)[镇乡村]")
# What a text calls a body that is no area and no court: 全学区, 全所, 研究所, 基金会.
_OWN_KIND = re.compile(
    "[全我本](?:学区|[厂矿站所馆社段队园校])|学区|研究[所院]|学校|车间|大队|支队|(?:基金|[协学商])会"
)
_OURS = re.compile("[全我本](?:[院校厂矿所站馆段行社局园]|公司|集团)")
_PART = re.compile("(?:车间|班组|分[店厂会]|工区|[甲乙丙丁]班)$")  # of a house, which is what its report is about
_TELLS_OF_SELF = re.compile("(?<![一-鿿])我叫[一-鿿·]{2,6}[，。]")  # a letter, a speech
_OF_UNION = re.compile(
    r"工会(?:(?:\d{4}年度?)?(?:工作)?(?:报告|总结|情况|小结|述要|回顾)|[一二三四五六七八九十]+届[^\n，。]{0,12}(?:全委|会议|大会))"
)
_FIRM = re.compile("[全本我]?(?:集团公司|股份公司|集团|公司)")  # words of a firm for itself
_INSTITUTION = re.compile("[全我本](?:院|校|厂|矿|站|所|馆|社|段|行|队|支队|大队)$")
_GOVERNMENT = re.compile(r"政府工作(?:报告|情况)|统计[公月]报|施政总?报告|国民经济|经济运行|科学技术奖公报")
_OF_FIRM = re.compile(r"(?:公司|集团|[厂矿])[^\s，。、—]{0,14}经济运行")  # how its business went
_ISSUES = 0.75  # the same of a union that issues a document
_OF_GOVERNMENT = 3
_BARE = 2  # characters
# News of the whole country are about nobody whom they name in passing.
_COUNTRY = ("全国", "中国", "我国")
_WHOLE_COUNTRY = "中国"  # in full
_CLEARLY, _AGAIN = 3, 2
_CONTEXT = 0.5
_ITEMS = 4  # of news, more than one paper has of one body


@dataclass(slots=True)
class _Candidate:
    area: bool
    score: float = 0
    names: Counter[str] = field(default_factory=Counter)

    def join(self, other: _Candidate) -> None:
        """Take over the score and the names of another way to call the same body."""
        self.score += other.score
        self.names.update(other.names)


def find_body(clean: CleanText, mentions: Sequence[Mention], heads: Sequence[Head], directory: Directory) -> str | None:
    """Return whose figures the report gives where it names nobody: 江澜市红十字会, 全县, 我院 … or None."""
    if _TELLS_OF_SELF.search(clean.text) or _is_bulletin(clean):
        return None
    headline = read_headline(clean)
    of_government = _GOVERNMENT.search(headline) is not None and _OF_FIRM.search(headline) is None
    candidates: dict[str, _Candidate] = {}
    named = gather_names(clean, mentions, heads, directory, of_government=of_government)
    said = len(named)
    for index, (name, label, worth) in enumerate([*named, *gather_openings(clean, mentions, heads, directory)]):
        folded = fold_name(name)
        if folded.startswith("该") and directory.full_name(name) is None:
            continue  # 该院 is whichever was named last
        area = label != "ORG" and AREA.search(folded) is not None
        if not name or (not area and label != "PLACE" and (label == "LOC" or of_government or _NO_BODY.search(folded))):
            continue
        if is_above(folded, directory) or type_of(folded) == "media":
            continue
        key = _WHOLE_COUNTRY if folded in _COUNTRY else directory.full_name(name) or name
        candidate = candidates.setdefault(key, _Candidate(area))
        candidate.score += worth
        candidate.names[name] += index < said  # an opening is no other way to call it
    union = find_issuer(clean, mentions)
    if union and (issuer := candidates.get(directory.full_name(union) or union)):
        issuer.score += _ISSUES
    if of_government:
        for key, candidate in candidates.items():
            own = directory.region.own in (None, key) or any(map(WHOLE.match, candidate.names))
            candidate.score += _OF_GOVERNMENT * own
    elif OF_FIELD.search(headline):
        for key, candidate in candidates.items():
            own = directory.region.own in (None, key) or any(map(WHOLE.match, candidate.names))
            candidate.score += OWNS * (own and candidate.area)
    if _OF_UNION.search(headline):
        for candidate in candidates.values():
            unions = [name for name in candidate.names if name.endswith("工会")]
            candidate.score += OWNS * bool(unions)
            candidate.names.update(unions + unions)  # a union reports on itself, 全集团 is whom it is for
    if any(each.score >= 1 and any(map(_INSTITUTION.search, each.names)) for each in candidates.values()):
        for candidate in candidates.values():
            candidate.score *= _CONTEXT if candidate.area else 1  # 全县 is only what 全院 is set beside
    _join_own(candidates, [directory.full_name(name) or name for name in list_bodies(clean, mentions)])
    _join_bare(candidates)
    _join_ours(candidates)
    chosen = _choose(clean, candidates)
    if chosen and WHOLE.match(fold_name(chosen)) and _portrays(clean, mentions):
        score = max(each.score for each in candidates.values() if chosen in each.names)
        return chosen if score >= _AGAIN else None
    return chosen


def _is_bulletin(clean: CleanText) -> bool:
    """Return whether a text has many pieces of news of many provinces, each with its own opening: 央视网消息：."""
    told = (block for block in clean.blocks if block.kind == "paragraph")
    items = sum(skip_dispatch(clean.text, block.start, block.end) > block.start for block in told)
    return items >= _ITEMS and names_many_provinces(clean.text)


def _portrays(clean: CleanText, mentions: Sequence[Mention]) -> bool:
    """Return whether the headlines name a person and nobody else: 全镇, said once, is only where that one lives."""
    lines = [(block.start, block.end) for block in clean.headlines()]
    named = {m.label for m in mentions for start, end in lines if start <= m.start < end}
    return "PERSON" in named and not named & {"ORG", "LOC", "EVENT"}


def _choose(clean: CleanText, candidates: dict[str, _Candidate]) -> str | None:
    """Return the name of the likeliest candidate, or None where the text is about none of them."""
    best = max(candidates.values(), key=lambda candidate: candidate.score, default=None)
    whole = candidates.get(_WHOLE_COUNTRY)
    country = whole.names.most_common(1)[0][0] if whole and whole.score >= _AGAIN else None
    headline = read_headline(clean)
    if best is None or (best.score <= 1 and sum(each.score >= best.score for each in candidates.values()) > 1):
        opens = (name for each in candidates.values() for name in each.names if headline.startswith(fold_name(name)))
        if titled := next(opens, None):
            return titled  # several, each named once
        if house := _house(candidates):
            return house
        return None if names_digest(headline) else country or _own_area(candidates)
    name = best.names.most_common(1)[0][0]
    folded = fold_name(name)
    if folded in headline:
        return name
    if best.score <= 1 and _PART.search(folded):
        return None
    if names_digest(headline):
        return name if WHOLE.match(folded) and folded not in _COUNTRY else None
    if best.score >= _CLEARLY or folded in _COUNTRY:
        return name
    return country or (None if names_many_provinces(clean.text) else name)


def _house(candidates: dict[str, _Candidate]) -> str | None:
    """Return the body of which all others are parts, 县医院 of 县医院急诊科, where each is named once."""
    bodies = sorted((name for each in candidates.values() if not each.area for name in each.names), key=len)
    parts = [name for name in bodies[1:] if name.startswith(bodies[0])]
    return bodies[0] if parts and len(parts) == len(candidates) - 1 else None


def _own_area(candidates: dict[str, _Candidate]) -> str | None:
    """Return what a text calls its area, 全市, where it speaks of one alone in that way."""
    own = [name for each in candidates.values() if each.area for name in each.names if WHOLE.match(fold_name(name))]
    return own[0] if own and len({fold_name(name)[-1] for name in own}) == 1 else None


def _join_bare(candidates: dict[str, _Candidate]) -> None:
    """Join a bare 工会 to the likeliest body that ends so: it is 校工会 of the report; 集团 and 公司 are one."""
    firms = [name for name in candidates if _FIRM.fullmatch(fold_name(name))]
    for firm in firms[1:]:
        candidates[firms[0]].join(candidates.pop(firm))
    _join_areas(candidates)
    for bare in [name for name in candidates if len(name) == _BARE]:
        whole = [body for name, body in candidates.items() if name != bare and name.endswith(bare) and not body.area]
        if whole:
            max(whole, key=lambda body: body.score).score += candidates.pop(bare).score


def _join_ours(candidates: dict[str, _Candidate]) -> None:
    """Join what a text calls its own house in several ways: 我所 and 全所."""
    for kind in {name[1:] for name in candidates if _OURS.fullmatch(fold_name(name))}:
        own = [name for name in candidates if name[1:] == kind and _OURS.fullmatch(fold_name(name))]
        best = max(own, key=lambda name: candidates[name].score)
        for name in own:
            if name != best:
                candidates[best].join(candidates.pop(name))


def _join_own(candidates: dict[str, _Candidate], bodies: Sequence[str]) -> None:
    """Join what a text calls its body to the only one whose name ends so: 全学区 to 城东学区."""
    for own in [name for name in candidates if _OWN_KIND.fullmatch(fold_name(name))]:
        kind = fold_name(own)[1:] if fold_name(own)[0] in "全我本" else fold_name(own)
        whole = {name for name in bodies if fold_name(name).endswith(kind) and len(name) > len(kind)}
        if len(whole) == 1 and (body := whole.pop()) != own:
            joined = candidates.pop(own)
            candidate = candidates.setdefault(body, _Candidate(area=False))
            candidate.join(joined)
            candidate.names.update(joined.names)  # the surer name: 城东学区 may be one of several forms


def _join_areas(candidates: dict[str, _Candidate]) -> None:
    """Join what a text calls one area: 全村 and 我们村 to 坳上村, where no other village heads a clause."""
    for level in "村乡镇":
        named = [name for name, each in candidates.items() if each.area and fold_name(name).endswith(level)]
        own = [name for name in named if _OURSELVES.fullmatch(fold_name(name))]
        others = [name for name in named if name not in own]
        if own and len(named) > 1 and len(others) <= 1:
            whole = max(own, key=lambda name: candidates[name].score)
            for name in named:
                if name != whole:
                    candidates[whole].join(candidates.pop(name))
