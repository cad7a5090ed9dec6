"""Where the holder of a post works whose organization stands earlier: 该校教师甲, 某队获A，队长乙.

Enters: the clean text, its mentions and a post. Leaves: the stretch of the organization. Next: ``posts``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from unionie.frames import Mention
from unionie.link.posts.home_table import home_ends
from unionie.link.posts.words import Extent, whole_title

THAT = "(?:公司|集团|中心|合作社|车间|工会|(?:日|晚|都市)?报社?|[校院厂局队站所行矿段社馆园村庭部科室组班会处团](?!长))"
# 该校 and how the body ends that it means.
_MEANT = re.compile(f"该({THAT}|[村镇乡])的?(?:[0-9]{{2}}岁的)?$|(?<![一-鿿])(中心)$")
_ENDS = {
    "校": "(?:学校|[中大小]学|学院|校)",
    "公司": "(?:公司|集团)",
    "集团": "(?:公司|集团)",
    "行": "(?:银行|[一-鿿]行)",
}
# What a mention may leave out of the name of a unit behind its body: 某管理所|继|保一班.
_GAP = re.compile("[一-鿿]?(?<![和及与或的在由被驻对给为向将把让请从赴获])")
# What it may leave out of a department's: 某税务局|货物和|劳务税处.
_HALF = re.compile("[一-鿿]{2,4}(?<![处科股室部])和")
_DEPARTMENTS = ("处", "科", "股")
_OFFICES = ("局", "厅", "委", "委员会")
_FAR = 200
# What stands before a body that a visit or a scene brings in: 前往|仁爱小学, 走进|县博物馆.
_VISITED = re.compile(
    "(?:(?:前往|来到|走进|赶到|派到|派往)了?[^，。的]{1,8}的|派到|派往|前往|走进|来到|走访|到访|抵达|赶到|赴|探访|视察|考察|慰问|看望|家住|住在|位于|记者从)了?$"
)
# What may stand in a clause before the body that it is about: 12月, 此外, and 该院 of 该院儿科.
_LEADS = re.compile(
    "[^一-鿿]*(?:[一二三四五六七八九十]+[）、．.][^一-鿿]*)?(?:[^，。；被由经获受向对给以把将与和及跟从据按为]{0,8}[年月日天季度间后来])?"
    "(?:其中|此外|另外|而|同时|据了解|随后|还有)?(?:该[一-鿿]|[我本全][一-鿿])?"
)

# What ties a post to the body before it, with a word before the body or without: 来自某厂|的|车工, 某局|派来的|特派员.
_FROM = re.compile("(?:来自|出自|在|扎根|坚守|供职于?|就职于?|任职于?|效力于?|服务于)$")
_TIE_FROM = re.compile("[^，。；、的]{0,10}的")
_TIE = re.compile("(?:(?:下派|选派|派驻|派来|派出|派往|派到|委派|输送|选送|培养|引进|聘请)[^，。；、的]{0,10})?的")
# The words between who sends somebody and the village, and the posts of those whom 驻 alone tells to be sent.
_SENT = re.compile("(?:派驻|选派|下派|派往|派到|派至|委派|驻)(?:[到至在])?$")
_POSTED = re.compile("第一书记|驻村|工作队员|帮扶|特派员|队员|指导员|挂职")

# A trade, and where people have one: 某水文站获A，|勘测工|甲.
_TRADE = re.compile("[一-鿿]{2}(?<![职员义社女男民])工$")
_WORKS = ("车间", "公司", "厂", "矿", "站", "段", "场", "工区")


def meant_body(text: str, mentions: Sequence[Mention], at: int) -> Extent | None:
    """Return the body named earlier in the paragraph that 该校 before ``at`` means: 县二中排球队获A，该校教师甲…."""
    that = _MEANT.search(text, max(0, at - 10), at)
    if that is None:
        return None
    word = that.group(1) or that.group(2)
    ends = re.compile(".*" + _ENDS.get(word, word))
    index = bisect_left(mentions, that.start(), key=lambda mention: mention.start) - 1
    while index >= 0 and at - mentions[index].end <= _FAR and "\n" not in text[mentions[index].end : at]:
        body = ends.match(text, mentions[index].start, mentions[index].end) if mentions[index].label == "ORG" else None
        if body:
            return link_start(text, mentions, index), body.end()
        index -= 1
    return None


def find_home(text: str, mentions: Sequence[Mention], title: str, at: int, *, far: bool = False) -> Extent | None:
    """Return the body that the sentence before ``at`` is about, where such a post is held: 速裁庭获A，庭长顾盼….

    ``far`` looks for it in the whole paragraph, at last for any body that the post is at the head of by its name.
    """
    ends = ("",) if text[at - 1 : at] == "其" else _home_of(title)  # 其创办人: of whatever the sentence is about
    if ends is None:
        return None
    index = bisect_left(mentions, at, key=lambda mention: mention.start) - 1
    last: Extent | None = None
    while index >= 0 and at - mentions[index].end <= _FAR:
        mention = mentions[index]
        between = text[mention.end : at]
        if "\n" in between or ("。" in between and not far):
            break
        if _houses(text, mention) and text.endswith(ends, mention.start, mention.end):
            start = link_start(text, mentions, index)
            if _is_topic(text, start, mention.end):
                return start, mention.end
            named = title[-1] == "长" and text[mention.end - 1] in (title[-2], "社")
            if (mention.label == "ORG" or text[mention.end - 1] == "村") and (
                named or (_VISITED.search(text, max(0, start - 14), start) and far)
            ):
                last = last or (mention.start, mention.end)
        index -= 1
    return last if far else None


def _houses(text: str, mention: Mention) -> bool:
    return mention.label == "ORG" or (
        mention.label == "LOC" and text.endswith(("乡", "镇", "村", "社区"), mention.start, mention.end)
    )


def _is_topic(text: str, start: int, end: int) -> bool:
    """Tell whether a clause begins with the body, time and adverbs passed over, and goes on about it."""
    clause = max(text.rfind(mark, max(0, start - 40), start) for mark in "，。；：！？\n” 　\t") + 1
    return _LEADS.fullmatch(text, clause, start) is not None and text[end : end + 1] not in ("的", "）")


def _home_of(title: str) -> tuple[str, ...] | None:
    """Return how the names of the bodies end where such a post is held."""
    if title.endswith(("第一书记", "总书记")) or title.startswith(("退休", "离休")):
        return None  # sent from elsewhere, of the whole country; no longer there
    ends = home_ends(title)
    if not ends and _TRADE.search(title):
        return _WORKS
    if len(title) < 2 or title[-1] != "长" or len(title) > 5:
        return ends or None
    return (*ends, title[-2])


def link_start(text: str, mentions: Sequence[Mention], index: int) -> int:
    """Return where the organization begins, a place or parent organization right before it included."""
    start = mentions[index].start
    while (
        index > 0
        and mentions[index - 1].label in ("ORG", "LOC")
        and (
            _GAP.fullmatch(text, mentions[index - 1].end, start) or _is_half(text, mentions[index - 1], mentions[index])
        )
    ):
        index -= 1
        start = mentions[index].start
    return start


def _is_half(text: str, office: Mention, department: Mention) -> bool:
    """Tell whether a department is the second half of one whose name holds 和, of the office right before it."""
    return (
        office.label == department.label == "ORG"
        and text.endswith(_OFFICES, office.start, office.end)
        and text.endswith(_DEPARTMENTS, department.start, department.end)
        and _HALF.fullmatch(text, office.end, department.start) is not None
    )


def tie_of(text: str, start: int, stop: int, end: int) -> int | None:
    """Return where a title begins that words tie to the body ``start:stop`` before it: 某局派来的|特派员."""
    ties = _TIE_FROM if _FROM.search(text, max(0, start - 4), start) else _TIE
    tie = ties.match(text, stop, end)
    title = text[tie.end() : end] if tie else ""
    plain = whole_title(title, behind_organization=True) and not re.search("[和与及]", title)
    return tie.end() if tie and plain else None


def sender_of(text: str, mentions: Sequence[Mention], start: int, title: str) -> Extent | None:
    """Return who sent the holder of the title to the village that begins at ``start``: 某局|派驻|青竹村第一书记."""
    sent = _SENT.search(text, max(0, start - 4), start)
    if sent is None or (sent.group() == "驻" and not _POSTED.search(title)):
        return None
    index = bisect_left(mentions, sent.start(), key=lambda mention: mention.start) - 1
    if index < 0 or mentions[index].label != "ORG" or mentions[index].end != sent.start():
        return None
    return link_start(text, mentions, index), mentions[index].end
