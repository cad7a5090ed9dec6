"""Whether who holds a post acts for the body that it is in: 县疾控中心主任|甲带队消杀, 累计消毒186万平方米.

Enters: text, the body named before a post, and where the name of its holder stands. Leaves: whether the figures behind
are the body's, the area's that it governs, or the holder's own. Next: ``clauses``.
"""

from __future__ import annotations

import re

from unionie.link.posts.home_table import leads

__all__ = ["acts_for_body", "governs"]

# Who leads a few people acts for the body where the text says that he takes them along.
_TAKES_ALONG = re.compile("[ 　]*(?:（[^（）\n]{1,12}）)?[^，。；：\n]{0,4}?(?:带|率|领|组织)(?!出|过)")
_POST = re.compile("[一-鿿、（）]{2,24}")
_ASIDE = re.compile("（[兼挂代专]职?）")
# What somebody does, wins or gives himself.
_OWN_DEED = (
    "荣[获膺立]|(?<![抓截缴破捕查收])获(?![悉知])|当选|被[授评命记]|夺|摘|一个?人|独自|独揽|捐|从事|坚守|值守|自掏|自费"
    "|[0-9几十]+[多余]?年(?![度内前末底初])|带徒|带[出过]|今年[0-9]+岁"
)
_ATTENDS = "(?:出席|宣读|到场|到会|参加|颁|为[^，。；：\n]{2,24}颁)"
_OF_HIMSELF = re.compile(
    "[ 　]*(?:（[^（）\n]{1,12}）)?"
    f"(?:[^。；：！？\n]{{0,24}}?(?:{_OWN_DEED})|(?:等[^，。；：\n]{{0,8}})?{_ATTENDS}|[^，。；：\n]{{0,10}}?以[^，。；：\n]{{0,8}}?[0-9])"
)
_ACTS = re.compile("[ 　]*(?:（[^（）\n]{1,12}）)?(?![的等和与及])[一-鿿]")
_GOVERNS = re.compile(
    "(?:[省市区县州旗盟镇乡]委|政府|[市省盟县区州旗]人大(?:常委会)?|政协|政法委|党委|组织部|宣传部|统战部|党工委|办事处)$"
)


def acts_for_body(text: str, body_end: int, start: int, end: int) -> bool:
    """Return whether the holder, whose name is at ``start:end``, leads the body and acts for it."""
    post = _ASIDE.sub("", text[body_end:start].strip(" 　"))
    if not _POST.fullmatch(post) or not _ACTS.match(text, end):
        return False
    led = leads(post)
    if led == "few":
        return _TAKES_ALONG.match(text, end) is not None and _OF_HIMSELF.match(text, end) is None
    return led == "body" and _OF_HIMSELF.match(text, end) is None


def governs(body: str) -> bool:
    """Return whether a body is that of an area's party or government, whose heads act for the area."""
    return _GOVERNS.search(body) is not None
