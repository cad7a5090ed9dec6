"""What a value rose or fell from: 由|15个工作日|缩短到…, 把原来的|23个|环节压减为….

Enters: the words before and behind a value. Leaves: whether it is the start of such a statement. Next: ``indicators``.
"""

from __future__ import annotations

import re

__all__ = ["FROM", "is_from", "without_from"]

FROM = re.compile(
    r"(?:(?:由|从|自(?=[每\x01]|$))[^由从，；]{0,14}|[把将](?:原来|原有|原先|过去|以前|此前|最初|现有)[^，；]{0,8})$"
)  # 由|23个, 把原来的|23个|环节压减为9个
_TO = re.compile(
    r"[^，；。]{0,10}(?:(?:到|至|为|(?<![组构合])成)了?[只仅]?剩?下?|跃居)(?:预计)?(?:最高|最低)?(?:每[一-鿿]{1,3})*[\x01的]*$|[^，；。\d]{0,4}[降减压掉归清][^，；。\d]{0,4}零"
)  # to nothing: 由|13.6%|降为零


def is_from(words: str, after: str) -> bool:
    """Return whether a value is the start of a from-to statement: 由|15个工作日|缩短到…"""
    return bool(FROM.search(words)) and bool(_TO.match(after.rstrip("约近超不足")))


def without_from(head: str, after: str) -> str:
    """Return the words before a value without 由 and 从 where it is what something rose or fell from."""
    match = FROM.search(head)
    if match is None or not is_from(head, after):
        return head
    return "" if match.group()[0] in "把将" else head[: match.start()]  # who does it names nothing
