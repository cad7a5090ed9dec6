"""Whether a value is a plan or a result.

Enters: the words of a sentence before a value. Leaves: a yes or no. Plans that a whole section announces are
recognised in ``resolve``.
"""

from __future__ import annotations

import re

from unionie.dictionary import plain_jieba
from unionie.link.figures.cues import TARGET

_DONE = re.compile(r"实施以来|累计|以来，|，实际")
_YARDSTICK = re.compile(
    r"(?:[高低多少快慢优]于|比|较|占|超过?)[^，。；\d]{0,6}(?:目标|任务)(?=\d)"
)  # 高于年初目标|0.1个百分点
# What a sentence opens with that lists plans to its end: 今年计划新建12所；改造30个；…
_LISTS = re.compile(
    r"(?:(?:下半年|[今明]年|下一?步|接下来|20\d\d年|年内|[二三四]季度|下学期)，)?[^，；：]{0,16}?(?:计划|力争|打算|拟|[将要])[^，；：\d]{0,20}[\d一二三四五六七八九十百千万]"
)
_RESULTS = re.compile(r"已|实际|[了过]|完成|累计|截[至止]|目前|现有|[去上前]年|以来|20\d\d年|由")
_STILL = re.compile("，(?:但|却|可)?(?:仍然?|依然|照样|照旧)(?=[一-鿿]{1,3}(?:着|了|有|在))")
# What will be done, not what something is made (将…提高到): 将|筹集30万元, 将陆续|招录6名, 将|把结案率提高到95%.
_WILL = re.compile(
    "(?:(?P<soon>(?:明年|下半年|下学期|下[周月]|下一?步|接下来|届时)将)(?![^，。；\\d]{1,12}(?:作为|列为|纳入))(?=[一-鿿]{2})"
    "|(?<![必即])将(?:还|也|又|陆续|分批|分别|同步|全面|统一|集中|着力)*(?=[一-鿿]{2})(?P<makes>把)?"
    "|(?:(?P<must>(?:今年|明年|年内|下半年|接下来|下一步|[年月]底前)[一-鿿]{0,10}?(?<![主重需必只次纪摘紧概扼简首想])要|(?<![一-鿿])还要)|还要)"
    "(?![求靠看花交付等走跑面有是比闻件素点自还缴])(?=[一-鿿‘“]{2}))"
)
# A plan by its name, and a standard that is passed: 西部计划|志愿者, 实施春蕾计划|资助…, 为年度目标130亿元的|106.3%.
_NAMED = re.compile(
    "(?:西部|春蕾|特岗|支一扶|[万千百]人|雨露|圆梦)计划|(?P<verb>实施|入选|依托|借助|参与|响应)[^，。；：\\d]{1,6}?计划(?!总?投|[新建改今明年在于到将]|完成)"
)
_PASSED = re.compile(
    "(?P<verb>[为是占]|相当于|达到?|完成)[^，。；：\\d]{0,8}(?:目标|任务)+值?[\\d.]+[^，。；：\\d]{1,6}的"
    "|(?P<over>超出|高于|低于)[^，。；：\\d]{0,6}(?:目标|预期)(?=\\d)"
)
_AIM = re.compile("目标|任务|计划|预期")  # one of which the yardsticks, names and standards above hold
_PASSES = re.compile("[超突破过逾达]+")
_VERBS = ("v", "vd")  # not vn, which 将 may take hold of: 将培训作为…
_WORDS_READ = 6  # characters


def passes(figure: str) -> str:
    """Return what a figure begins with that passes a level: 将|超过|73亿千瓦时."""
    mark = _PASSES.match(figure)
    return mark.group() if mark else ""


def is_target(before: str) -> bool:
    """Return whether the words of the sentence before a value announce it as a plan.

    A ； ends what an earlier clause announced, unless the sentence opened with it and tells no result since, or a ：
    says that a list of plans follows.
    """
    before = before[before.find("】") + 1 :]  # 【不足与打算】尚有3户…
    aims = _AIM.search(before) is not None
    before = _YARDSTICK.sub("", before) if aims else before
    before = _STILL.split(before)[-1]  # 明年就要退休，仍然带着两名徒弟
    before = _PASSED.sub(r"\g<verb>\g<over>", _NAMED.sub(r"\g<verb>", before)) if aims else before
    if "：" in before:
        last = before
    else:
        lists = _LISTS.match(before)
        if lists and not _RESULTS.search(before, lists.end()) and TARGET.search(lists[0]):
            return True
        last = before.rsplit("；", 1)[-1]
    return (TARGET.search(last) is not None or _will_be_done(last)) and not _DONE.search(last)


def _will_be_done(words: str) -> bool:
    """Return whether 今年要 says so, or 将 stands before a verb or 把."""
    if "将" not in words and "要" not in words:
        return False
    for match in _WILL.finditer(words):
        if (
            match["soon"]
            or match["makes"]
            or match["must"]
            or plain_jieba().tag(words[match.end() : match.end() + _WORDS_READ])[0][1] in _VERBS
        ):
            return True
    return False
