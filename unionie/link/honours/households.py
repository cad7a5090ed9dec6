"""Households among those who receive honours: 甲、乙家庭 is one unless 分别 parts it, 甲等3户 counts them.

Enters: the recipients of a sentence. Leaves: the same, persons of a household as its team. Next: ``meant``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.link.honours.recipients import Recipient

_EACH = re.compile("分别|分获|依次|各自")
_HOUSEHOLDS = re.compile("(?:、[一-鿿·]{2,4}){0,4}等[0-9]+余?户")


def at_home(text: str, found: Sequence[Recipient]) -> list[Recipient]:
    """Return the recipients, two persons of one household as one team: 甲、|乙家庭; 甲等3户|家庭 counts households."""
    whole: list[Recipient] = []
    for each in found:
        before = whole[-1] if whole else None
        pair = (
            before is not None
            and before.kind == "person"
            and text.endswith("家庭", *each.name)
            and text[before.end : each.name[0]] in ("、", "和")
            and text[before.start - 1 : before.start] not in ("、", "和")
        )
        if pair and before is not None and _EACH.match(text, each.end):
            whole[-1:] = [before._replace(kind="team"), each]
        elif pair and before is not None:
            whole[-1] = each._replace(start=before.start, name=(before.name[0], each.name[1]))
        elif each.kind == "person" and _HOUSEHOLDS.match(text, each.end):
            whole.append(each._replace(kind="team"))
        else:
            whole.append(each)
    return whole
