"""Find short forms of organizations: those the text defines (以下简称“区总”) and company names without their ending.

Enters: clean text and ORG mentions. Leaves: more ORG mentions. Next: ``merge``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.frames import Mention
from unionie.tag.words import Words, find_occurrences

__all__ = ["find_aliases"]

_DEFINED = re.compile(
    "（(?:以下|下文|后文|文中)?(?:简称|下称|统称|称)(?:为)?[：:]?[“「『]?([^“”「」『』（）\n]{2,12})[”」』]?(?:或[“「『]?([^“”「」『』（）\n]{2,12})[”」』]?)?）"
)
_DEICTIC = re.compile("^[本该我此]")
_COMPANY_END = re.compile("(?:集团|控股|实业)?(?:股份)?(?:有限责任公司|有限公司|股份公司|集团公司)$")


def find_aliases(words: Words, bodies: Sequence[Mention]) -> list[Mention]:
    """Return ORG mentions of the short forms wherever they stand in the text."""
    short: dict[str, str] = {}
    by_end = {body.end: body for body in bodies}
    for match in _DEFINED.finditer(words.text):
        body = by_end.get(match.start())
        for alias in match.groups():
            if alias and not _DEICTIC.match(alias) and body is not None:
                short[alias] = body.attrs.get("type", "other")
    for body in bodies:
        name = words.text[body.start : body.end]
        stem = _COMPANY_END.sub("", name)
        if stem != name and len(stem) > 3:
            short.setdefault(stem, "company")
    if not short:
        return []
    inside = {index for body in bodies for index in range(body.start, body.end)}
    return [
        Mention(start, end, "ORG", "org.alias", {"type": short[words.text[start:end]]})
        for start, end in find_occurrences(words.text, short)
        if start in words.edges and end in words.edges and start not in inside
    ]
