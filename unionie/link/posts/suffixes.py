"""What stands right behind a name without a mark: 甲|教授, 主任乙|老师.

Enters: the text and a person. Leaves: a title, or posts. Next: ``behind`` and ``posts``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionie.frames import Mention
from unionie.link.posts.words import Post

_SUFFIX = re.compile(
    "(?:副?主任医师|主治医师|副?主任护师|主管护师|副教授|高级工程师|总工程师|科员|处长|村支书|队员|驾驶员)|(?:副)?(?:总书记|书记|主席|主任|部长|局长|院长|庭长|厅长|处长|科长|校长|园长|所长|站长|行长|会长|社长|董事长|总经理|经理|总裁|"
    "省长|市长|县长|区长|州长|镇长|乡长|秘书长|检察长|教授|老师|医生|医师|护士长|大夫|律师|法官|检察官|院士|研究员|工程师|教练|队长|班长)"
)
# Ranks behind a name that somebody has beside a post, and the posts that tell them already.
_RANK = re.compile("(?:副?教授|研究员|院士|社工|老师|副?主任医师)(?![^，。；、\n]{0,2}[团队])")
_TEACHERS = ("教授", "老师", "教师", "研究员", "院士", "医师", "社工")


def suffix_title(text: str, person: Mention) -> str | None:
    """Return the title right behind the name: 王东书记, 李岚教授."""
    match = _SUFFIX.match(text, person.end)
    return match.group() if match else None


def rank_behind(text: str, person: Mention, items: Sequence[Post]) -> tuple[Post, ...]:
    """Return the rank right behind the name of who holds a post too: 主任|甲|教授."""
    rank = _RANK.match(text, person.end)
    if rank is None or any(text.endswith(_TEACHERS, post.start, post.end) for post in items):
        return ()
    return (Post(None, *rank.span()),)
