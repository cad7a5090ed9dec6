"""What money went to that is said behind the sum: 总投资4300万元的|沿河工程.

Enters: the phrase before a sum and the words behind it. Leaves: an Indicator. Next: ``indicators``.
"""

from __future__ import annotations

import re

from unionie.link.clauses import ASIDE, Clause
from unionie.link.phrases import names_verbs, noun_prefix
from unionie.link.scope import Indicator, Reader, Scope

# 投资4300万元的沿河工程
_SPENT = ("全长", "总长", "占地", "总投资", "投资", "耗资", "斥资", "总价值", "价值", "总造价", "造价")
_LIMIT = 16


def spent(reader: Reader, scope: Scope, phrase: str) -> str:
    """Return the verb of 投资4300万元的沿河工程、3800万元的道路: what follows is what the money went to."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    for verb in _SPENT:  # 推进总投资|4300万元|的沿河工程, 向灾区捐赠价值|120万元|的药品
        done = phrase.removesuffix(verb)
        if done != phrase and verb.endswith("价值"):
            return verb
        if (phrase and not done) or (done not in (phrase, "占") and names_verbs(done, reader.tag)):
            return verb
    return next(
        (v for v in _SPENT if last and not phrase and last.indicator.endswith(v) and last.rule == "facts.spent"), ""
    )


def spent_on(reader: Reader, clause: Clause, verb: str, after: str, used: int) -> Indicator:
    """Return what the thing behind cost or measures: 投资4300万元的|沿河工程 → 沿河工程投资."""
    thing = re.split(f"[、，{ASIDE}]", after[1:], maxsplit=1)[0][:_LIMIT]
    thing = thing[: noun_prefix(thing, reader.tag) or None]
    end = used + 1 + len(thing)
    return Indicator(reader.phrase(used + 1, end, clause.depth) + verb, "spent", end)
