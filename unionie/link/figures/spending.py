"""What money went to that is said behind the sum: 总投资4300万元的|沿河工程.

Enters: the phrase before a sum and the words behind it. Leaves: an Indicator. Next: ``indicators``.
"""

from __future__ import annotations

import re

from unionie.link.figures.behind import FARED
from unionie.link.figures.clauses import ASIDE, Clause
from unionie.link.figures.phrases import Tagger, names_verbs, noun_prefix
from unionie.link.figures.scope import Indicator, Reader, Scope

# 投资4300万元的沿河工程
_SPENT = ("全长", "总长", "占地", "总投资", "投资", "耗资", "斥资", "总价值", "价值", "总造价", "造价")
_SIZES = ("总建筑面积", "建筑面积", "占地面积", "总面积", "面积", "总长度", "长度", "总里程")
_AND_SIZE = re.compile(f"、(?:{'|'.join(_SPENT + _SIZES)})[约近达为超]?")  # 新建3座|、面积|5000平方米|的市场
_OBJECT = re.compile("[一-鿿“”]{2,12}?(?:工程|项目)")  # 棚户区|改造工程
_LIMIT = 16
_SHORTEST = 2


def spent(reader: Reader, scope: Scope, phrase: str) -> str:
    """Return the verb of 投资4300万元的沿河工程、3800万元的道路: what follows is what the money went to."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if phrase in _SIZES:
        return phrase
    for verb in _SPENT:  # 推进总投资|4300万元|的沿河工程, 向灾区捐赠价值|120万元|的药品
        done = phrase.removesuffix(verb)
        if done != phrase and verb.endswith("价值"):
            return verb
        if (phrase and not done) or (done not in (phrase, "占") and _ends_in_verb(done, reader.tag)):
            return verb
    return next(
        (v for v in _SPENT if last and not phrase and last.indicator.endswith(v) and last.rule == "facts.spent"), ""
    )


def _ends_in_verb(phrase: str, tag: Tagger) -> bool:
    """Return whether what stands before the word for the sum is done to the thing: 推进, 强力推进."""
    return names_verbs(phrase, tag) or tag(phrase)[-1][1] == "v"


def spent_on(reader: Reader, clause: Clause, verb: str, after: str, used: int) -> Indicator:
    """Return what the thing behind cost or measures: 投资4300万元的|沿河工程 → 沿河工程投资."""
    thing = _thing(reader, after)
    end = used + 1 + len(thing)
    return Indicator(reader.phrase(used + 1, end, clause.depth) + verb, "spent", end)


def sized(reader: Reader, clause: Clause, phrase: str, after: str, used: int) -> Indicator | None:
    """Return the thing behind the size that follows a value: 新建|3座|、面积5000平方米的市场 → 新建市场."""
    size = next((q for q in clause.quantities if q.start >= used), None) if _AND_SIZE.fullmatch(after) else None
    behind = reader.words(size.end, clause.end, clause.depth) if size else ""
    named = (*_SPENT, *_SIZES)
    if (
        size is None
        or not behind.startswith("的")
        or (phrase not in named and phrase and not names_verbs(phrase, reader.tag))
    ):
        return None
    thing = reader.phrase(size.end + 1, size.end + 1 + len(_thing(reader, behind)), clause.depth)
    return Indicator(thing + phrase if phrase in named else phrase + thing, "left", used) if thing else None


def _thing(reader: Reader, after: str) -> str:
    """Return the noun behind 的."""
    thing = re.split(f"[、，{ASIDE}]", after[1:], maxsplit=1)[0][:_LIMIT]
    whole, fared = _OBJECT.match(thing), FARED.search(thing, _SHORTEST)
    size = max(noun_prefix(thing, reader.tag), whole.end() if whole else 0) or len(thing)
    return thing[: min(size, fared.start()) if fared else size]
