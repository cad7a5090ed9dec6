"""Who gives an honour: the body between 被 and its verb, or between the verb and the honour.

Enters: the scene of an honour. Leaves: the stretch of the giver's name, or None. Next: ``awards``.
"""

from __future__ import annotations

from unionie.link.honours import cues
from unionie.link.honours.topics import Scene
from unionie.link.posts.words import Extent

_LEVELS = frozenset({"国家", "省", "自治区", "自治州", "州", "盟", "市", "区", "县", "旗"})


def named_grantor(scene: Scene, start: int, end: int) -> Extent | None:
    """Return the authority between the verb and the honour: 获劳动部“绩优单位”."""
    text = scene.clean.text
    words = text[start:end].rstrip("“‘「『")
    for recipient in scene.recipients:
        if recipient.start == start and recipient.end == start + len(words) and words[-1:] in "部局厅委会府院办":
            return recipient.name
    return None


def grantor_of(scene: Scene, start: int, end: int) -> Extent | None:
    """Return the stretch of the body that stands between 被 and its verb."""
    text = scene.clean.text
    words = cues.ADVERB.sub("", text[start:end])
    for cut in ("联合", "共同", "决定"):
        if words.endswith(cut):
            words = words[: -len(cut)]
    if words.removesuffix("里") in _LEVELS:
        return start, start + len(words)  # 被|自治区|继续评为
    if not 2 <= len(words) <= 30:
        return None
    named = [
        r.name for r in scene.recipients if start <= r.start and r.end <= start + len(words) and r.kind != "person"
    ]
    if named and named[0][0] == start:
        return start, named[-1][1]
    return (start, start + len(words)) if words[-1] in "会院部局委办府厅联署社厂司团校心首" else None
