"""Which time of its sentence governs a value.

Enters: a sentence, its times and a value. Leaves: the time, or None. Next: ``resolve.periods``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from unionie.frames import Sentence
from unionie.trace import note
from unionie.values.aftermath import AFTER, FOUNDED, OPENED
from unionie.values.present import NOW
from unionie.values.types import Quantity, Time

# A year whose name belongs to what was left of it, or is left for it: |上年|结余, 结转|下年.
_LEFT_OVER = re.compile("(?:滚存)?结[余转存]")
_LEFT_FOR = re.compile("结转$")
_COMPARED = re.compile(r"(?:扣除|剔除|比|较|与|同|跟|相比于?|相当于|[高低快慢好优大小多少长短]于|超出|分别是|是|为)$")
_LOOKED_AT = 24  # times before a value
_BRACKET = 400  # characters: no bracket that matters is longer
_DATING = re.compile(
    r"[\d年月日号季周旬]|五[”’」]?[初末]|期间|以来|[去今昨前明后当]天|[一二两三四五六七八九十半]天[之以]?后|[昨今前当]日|半年|学期"
)  # a feast alone (春节返乡之际) dates nothing
_RESTORED = re.compile(r"(?:恢复到?|相当于|占|只有|不及|仅及|仅为|是|为)[^，；]{0,5}$")
_SHARE_OF = re.compile(r"(?:同期|水平)?的?(?:近|约|超)?[\d一二三四五六七八九.]+(?:成|倍|%)")
_OF_TOTAL = re.compile(r"[^，。；]{2,9}的")
_REPORTED = re.compile(r"[^，。；：\d]{0,24}(?:获悉|了解到|了解|得知|看到|见到|公布|透露)[，：]")
_WHOLE = re.compile(r"全年度?|年度|本年度?|年初")
_WITH = re.compile(r"[与同跟较比]$")
_THAN = re.compile("(?:[高低多少大小]于|超过|超出|不及)$")
_OWN_VALUE = re.compile(r"[^，。；\d]{2,16}的")  # 与2010年|第六次普查的|201人相比
_REACHES = re.compile(r"(?:[升降增减跃移退缩扩跌涨转变延拓]|提高)[^，。；\d]{0,3}[至到为居]")
_BEGINS = re.compile(r"起|开始|[至到]")  # 从今年起
_CHANGED_BY = re.compile("的(?:负?增长|下降|上升|增加|减少|上涨|下跌|回落)")
_LAST_YEARS = re.compile(r"[则仅只]?[为是有]?(?=\d)")
_ONLY = re.compile(r"[^，。；\d]{0,8}(?:只有|仅有?|才|不过|不[到足])")  # ，而2017年建站时|只有五成；全年收入…
_PART = re.compile(r"\d月|(?<!前)[一二三四]季度|学期$")
_FIRST_ITEM = re.compile("一是|（一）")
_ITEM = re.compile("；(?:[二三四五六七八九十]{1,2}是|（[二三四五六七八九十]{1,2}）)")
_OPENING = 4  # characters: a time behind them has its subject before it
_LABELLED = re.compile(
    r"[讯电](?:（[^（）\n]{1,40}）)?[ 　：，]*$|[：】][ 　]*$|(?:了解到|获悉|得知|[显表]示|介绍|公布|通报|发布|透露)，$"
)  # 本网11月6日电　10月，…; 会议通报：1—9月，…; 【招商】1至9月，…
_LABEL_BEFORE = re.compile(r"[ 　]*【[^】\n]{1,16}】[ 　]*")
_LABEL = re.compile("[止数]{0,2}）[约共为有]?")
# 创36年来|单月新高, 30年来|首次达标, 为1961年以来|第2高.
_RECORD = re.compile(
    r"[^，。；\d]{0,6}(?:最|新[高低]|首次|首度|第一次|第[\d一二三四五六七八九十]{1,2}[高低多少大小强热冷位名])"
)
# A feast that names what is held: 世界环境日|活动，植树300亩.
_FEAST_HELD = re.compile(r"[^，。；\d]{0,8}(?:活动|促销|仪式|晚会|宣传|展演|联欢|展销)[^，。；\d]{0,4}，")
_NAMES_DAYS = re.compile(r"\d|[年月季旬]|期间|当[天日]|前夕|来$|[今昨前]")
_OF_NAMED_DAY = re.compile("[一-鿿][日节]当[天日]$")  # 县气象日|当天|开放台站7个: not of the day named last
_COMING = ("明年", "来年", "后年")
_STILL = re.compile(r"[^，。；]*，(?:但|却|可)?(?:仍|依然|照样|照旧|目前)")
_ON_BASIS = re.compile(r"[^，。；：]{0,16}基础上")
_ASIDE = re.compile(r"（[^（）。\n]{1,16}）(?=的)")  # 是2014年（2310元）的|3.5倍
_OPENED = re.compile(
    r"[^，。；\d]{0,8}(?:投用|挂牌|揭牌|并网|启动|投产|开馆|开园|开业|开诊|运营|运行|上线|成立|启用|通车|达产)后?，"
)
_QUOTED_ON = re.compile("[^“”，。；\\d]{1,8}”")  # “十月|音乐季”
# When something is to be ready: 一期确保2027年|投用，二期完成投资2亿元.
_AIMED = re.compile("(?:确保|力争|争取|计划|预计|有望|可望|将)(?:于|在|到)?$")
_READY = re.compile(
    r"(?:[年月]?底|前|内)?[^，。；\d]{0,8}(?:投用|建成|完工|竣工|通车|通航|开工|投产|运营|启用|达产|并网|投入使用|交付|封顶)[，；](?!届时|屆時)"
)
_AT_FIRST = re.compile("最初|起初|当初|当时|之初|初期|那时|起步时")
_FOUNDED_IN = re.compile("(?:成立|创[立建办]|始建|组建|建[成立校院厂会]|设立)于$")
_HAPPENED = re.compile(r"(?<![订定])于$")
_THIS_YEAR = re.compile("今年(?:以来)?|本年度?|年内")
_FIRST_MONTH = ("头一个月", "头个月")  # since something began, hardly January
_YEARS = re.compile("(?<!一)年[来间里]|[一二三四五六七八九]五|时期|任期|年以来")
_OF_MONTH = re.compile("月(?:份|[底末初]|[上中下]旬)?$")
_UP_TO = re.compile(r"截|到|至")
_PLANNED = re.compile(r"的?(?:计划|目标|任务|预算|指标|预期)")
_HELD = re.compile(r"(?:召开|举行|举办|召开了|举行了)[^，。；]{0,12}$")
_NAMED_EVENT = re.compile(
    r"度?[^，。；\d]{0,24}?(?:会议?|大会|仪式|论坛|联赛|竞赛|比赛)(?=[，。；（])"
)  # 召开2008年度|总结表彰大会
_STRETCH = re.compile(
    "(?:任期|时期|期间|阶段|学年|学期|[供采暑汛旺淡赛]季|汛期|[暑寒][假期]|活动|行动|假期|长假|黄金周|除夕|春节|国庆|中秋|端午|清明)”?[内里中]?（$"
)
_OF_TIMES = re.compile(
    r"^的?[\d一二两三四五六七八九十.]+[个多]*倍|^[^，。；\d]{2,10}的[\d一二两三四五六七八九十.]+[个多]*倍|^(?:的|相比|同期相比|增|减|提|下|上升|多|少|高|低|翻|扩|加快|回)"
)


_WHOLE_YEARS = ("今年", "去年", "上年", "全年", "年内", "本年", "当年")
_RECURRING = ("周末", "双休日")  # how many come then, not of which time


def names_balance(text: str, time: Time) -> bool:
    """Return whether a year is part of the name of what is carried over: |上年|结转收入, 结转|下年|支出."""
    if time.text[:1] not in "上下" or not time.text.endswith(("年", "年度")):
        return False
    before = _LEFT_FOR.search(text, max(0, time.start - 2), time.start)
    return before is not None or _LEFT_OVER.match(text, time.end) is not None


def governing_time(text: str, sentence: Sentence, times: Sequence[Time], quantity: Quantity, depth: int) -> Time | None:
    """Return the nearest time before the value in its sentence that does not belong to a comparison.

    ``times`` are sorted; a few of them are looked at, so that a sentence of any length is read in linear time.
    """
    place = bisect_left(times, quantity.start, key=lambda time: time.start)
    for time in reversed(times[max(0, place - _LOOKED_AT) : place]):
        if time.text in _RECURRING:
            continue
        if time.text == "今天" and not (time.start == sentence.start and text.startswith("，", time.end)):
            return None  # what somebody did today, and what there is these days
        why = (
            "this_year"
            if _so_far(text, sentence, times, time)
            else _why_not(text, sentence, times, time, quantity, depth)
        )
        if why is None:
            return time
        note("time.refused", quantity.start, quantity.end, time=time, why=why)
    return None


def _why_not(
    text: str, sentence: Sentence, times: Sequence[Time], time: Time, quantity: Quantity, depth: int
) -> str | None:
    """Return why a time does not date the value, None where it does: a word that ``explain`` tells."""
    if time.kind not in ("date", "range", "datetime"):
        return "no_date"
    if depth and text[time.end : time.end + 1] == "（" and "）" not in text[time.end : quantity.start]:
        return None  # 是2014年（|2310元）的3.5倍
    if text[time.start - 1 : time.start] in ("由", "从") and _CHANGED_BY.fullmatch(text, time.end, quantity.start):
        return None  # 增速由一季度的下降|2.7%|转为增长1.8%
    if is_compared(text, sentence, time):
        before = text[max(sentence.start, time.start - 4) : time.start]
        if _THAN.search(before) and text[time.end : quantity.start] == "的" and quantity.unit not in ("倍", "成", "%"):
            return None  # 低于6月的|3.6万台
        own = quantity.unit not in ("倍", "成", "%") and _OWN_VALUE.fullmatch(text, time.end, quantity.start)
        return None if own and _WITH.search(text, max(0, time.start - 1), time.start) else "compared"
    if text[time.start - 1 : time.start] == "在" and _ON_BASIS.match(text, time.end, quantity.start):
        return "compared"  # 在去年62家的基础上新建50家
    if time.text in _COMING and _STILL.match(text, time.end, quantity.start):
        return "other_clause"  # 李老师明年退休，仍然带着两名徒弟
    if _of_other_item(text, sentence, time, quantity):
        return "other_clause"
    after = text[time.end : time.end + 30]
    if time.text in NOW:  # 由目前的42%提高到80%
        first = text[time.start - 1 : time.start] not in ("由", "从") or quantity.start <= time.end + 1
        return None if first else "own_value"
    if after[:1] == "的" and after[1:2].isdigit() and quantity.start > time.end + 1:
        return "own_value"  # 由上年末的931户减至年末的152户: each time dates its own value
    if _says_own_value(text, time, quantity) and not _goes_on(sentence, times, time):
        return "own_value"
    starts = text[time.start - 1 : time.start] in ("由", "从") and not _BEGINS.match(text, time.end)
    if starts and _REACHES.search(text, time.end, quantity.start):
        return "own_value"  # 由上年第九升至第七, 由上年下降6%转为增长4%；成本…
    if _PLANNED.match(after) and _WHOLE.fullmatch(time.text):
        return "planned"  # 完成全年计划的57.8%
    if time.stock and text[time.end : time.end + 1] != "，" and _ends_before(text, time, quantity):
        return "other_clause"  # 年末户籍人口44.72万人；人口出生率14.3‰
    opens = time.start < _start_of(text, sentence) + _OPENING or _LABELLED.search(text, sentence.start, time.start)
    inner = not time.stock and not opens and (_PART.search(time.text) or _within_years(sentence, times, time))
    if inner and "；" in text[time.end : quantity.start]:
        return "other_clause"  # 一队7月份产煤14.6万吨；二队回收率53.9%; 五年来，2019年脱贫；新建公路683公里
    if _READY.match(text, time.end, quantity.start) and _AIMED.search(text, max(0, time.start - 4), time.start):
        return "other_clause"
    happened = _HAPPENED.search(text, max(0, time.start - 2), time.start) and not (opens or time.stock or _is_day(time))
    opened = _OPENED.match(text, time.end) and _OF_MONTH.search(time.text) and time.text[0] not in "明来后"
    later = "，" in text[time.end : quantity.start] and not _AT_FIRST.search(text, time.end, quantity.start)
    if (happened or opened) and later:
        return "other_clause"  # 康复科10月挂牌，设床位20张; 此项始于2011年，现由60元提至100元
    if (later or time.stock) and time.text not in _WHOLE_YEARS and OPENED.match(text, time.end, quantity.start):
        return "other_clause"
    founded = FOUNDED.match(after) or (after[:1] == "的" and _FOUNDED_IN.search(text[: time.start][-4:]))
    if founded and later:
        return "other_clause"
    if unclear := _why_unclear(text, sentence, time):
        return unclear
    if time.stock and _LABEL.fullmatch(text[time.end : quantity.start]):
        return None  # 在职职工（截至12月31日）219人
    return "in_bracket" if not depth and _in_bracket(text, time, quantity) else None


def _why_unclear(text: str, sentence: Sentence, time: Time) -> str | None:
    """Return why the words of a time, or those beside it, date nothing: vague, of who reports, a name, an event."""
    after = text[time.end : time.end + 30]
    vague = time.vague and not time.stock and not _is_day(time) and not time.text.endswith(("年初", "同期"))
    vague = vague or time.text in _FIRST_MONTH
    if vague or not (time.stock or _DATING.search(time.text)):
        return "vague"
    if _REPORTED.match(after):
        return "reported"
    if _FEAST_HELD.match(after) and not _names_days(time) and time.start > sentence.start:
        return "other_clause"
    quoted = text[time.start - 1 : time.start] == "“" and _QUOTED_ON.match(text, time.end)
    if (
        quoted
        or _OF_NAMED_DAY.search(text, max(0, time.start - 2), time.end)
        or (AFTER.match(after) and not time.text.endswith("年"))  # 2018年工作队进村后，… is of that year
        or (time.text[-1] == "来" and _RECORD.match(after))
        or _names_event(text, sentence, time)
    ):
        return "vague"
    return None


def _names_days(time: Time) -> bool:
    """Return whether a time says its days, not only a feast: 6月5日, 国庆期间."""
    return _NAMES_DAYS.search(time.text) is not None


def _of_other_item(text: str, sentence: Sentence, time: Time, quantity: Quantity) -> bool:
    """Return whether a time stands in an earlier item of a list: 下半年，一是…，|目前|完成480人；二是新增驿站30个."""
    item = _ITEM.search(text, time.end, quantity.start)
    return item is not None and _FIRST_ITEM.search(text, sentence.start, time.start) is not None


def _so_far(text: str, sentence: Sentence, times: Sequence[Time], time: Time) -> bool:
    """Return whether 今年 only says since when something is counted up to a day: 截至11月底，集团|今年|累计完成…"""
    if not _THIS_YEAR.fullmatch(time.text):
        return False
    place = bisect_left(times, time.start, key=lambda other: other.start) - 1
    day = times[place] if place >= 0 and times[place].start >= sentence.start else None
    if day is None or not day.stock or not _UP_TO.search(text, max(0, day.start - 2), day.start + 2):
        return False
    return not re.search(r"[\d；]", text[day.end : time.start])


def _within_years(sentence: Sentence, times: Sequence[Time], time: Time) -> bool:
    """Return whether a year is named in a sentence that several years open: 五年来，…，|2019年|整县脱贫；…"""
    if time.start < sentence.start:
        return False
    first = times[bisect_left(times, sentence.start, key=lambda time: time.start)]
    return first.start - sentence.start < _OPENING and first is not time and bool(_YEARS.search(first.text))


def _start_of(text: str, sentence: Sentence) -> int:
    """Return where the words of a sentence start, behind its label: 【简报】|我院3月份…"""
    label = _LABEL_BEFORE.match(text, sentence.start)
    return label.end() if label else sentence.start


def _goes_on(sentence: Sentence, times: Sequence[Time], time: Time) -> bool:
    """Return whether a time follows the one before it in its sentence: 2月降至1.2万人，|3月|为1.3万人，增4%."""
    place = bisect_left(times, time.start, key=lambda other: other.start) - 1
    before = times[place] if place >= 0 and times[place].start >= sentence.start else None
    return before is not None and before.until is not None and before.until == time.from_


def _says_own_value(text: str, time: Time, quantity: Quantity) -> bool:
    """Return whether a time dates only the value behind it: 今年8天，去年同期为9天；药占比|24%, 上年是8吨，增|9%."""
    same = time.text.endswith("同期")
    if same and "；" in text[time.end : quantity.start]:
        return True
    inner = text[time.start - 1] in "，而"
    if inner and _ONLY.match(text, time.end) and "；" in text[time.end : quantity.start]:
        return True
    own = _LAST_YEARS.match(text, time.end)
    beside = own is not None and text[time.start - 1] == "，" and own.group() != ""
    return bool(own and (same or beside) and re.search("[，；]", text[own.end() : max(own.end(), quantity.start)]))


def _is_day(time: Time) -> bool:
    """Return whether a time lies within one day: 昨日上午."""
    return bool(time.from_ and time.until and time.from_[:10] == time.until[:10])


def _names_event(text: str, sentence: Sentence, time: Time) -> bool:
    """Return whether a year belongs to the name of a meeting: 1月8日，县局召开2008年度总结大会，260人参会."""
    held = _HELD.search(text, max(sentence.start, time.start - 16), time.start)
    return bool(held and "年" in time.text and "月" not in time.text and _NAMED_EVENT.match(text, time.end))


def _ends_before(text: str, time: Time, quantity: Quantity) -> bool:
    """Return whether a stock's time stops at a semicolon before the value; 截至 and 到 hold on."""
    return "；" in text[time.end : quantity.start] and not _UP_TO.search(text, max(0, time.start - 2), time.start + 1)


def is_compared(text: str, sentence: Sentence, time: Time) -> bool:
    """Return whether the time names what something is compared with: 比上年…, 是前年的1.2倍."""
    at = time.start + text.startswith("于", time.start)  # 相当|于2019年同期|
    before = text[max(sentence.start, time.start - 8) : at]
    bracket = _ASIDE.match(text, time.end)
    start = bracket.end() if bracket else time.end
    after = text[start : start + 10]
    if (_SHARE_OF.match(after) and _RESTORED.search(before)) or (
        before.endswith(("由", "从")) and after.startswith("的")
    ):
        return True
    if before.endswith("占") and _OF_TOTAL.match(after):
        return True  # 占上年总收入的87.6%
    if not (match := _COMPARED.search(before)):
        return False
    return match.group() not in ("是", "为", "分别是") or bool(_OF_TIMES.match(after))


def _in_bracket(text: str, time: Time, quantity: Quantity) -> bool:
    """Return whether a bracket closes behind the time that says nothing of the value: not 本届任期（2017—2021年）."""
    if text[time.end] == "）" and _STRETCH.search(text, max(0, time.start - 6), time.start):
        return False
    between = text[time.end : min(quantity.start, time.end + _BRACKET)]
    return between.count("）") > between.count("（")
