"""What kind of statement a value makes: a level, a change, a gap, a share or a rank.

Enters: the masked words to the left of a value, and the value. Leaves: a Reading that says where those words
stop naming the indicator. Next: ``facts`` takes the indicator from what is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from unionie.link.figures.clauses import TIME
from unionie.link.figures.cues import (
    BASELINE,
    CHANGE_TAIL,
    RANK_TAIL,
    SHARE_TAIL,
    STANDARD,
    find_comparison,
    find_gap,
    words,
)
from unionie.values.marks import not_after
from unionie.values.types import Quantity

RELATIVE_UNITS = frozenset(["%", "百分点", "倍", "番", "基点", "个百分点", "位次"])
_ADVERBS = re.compile(
    r"(?:也|又|还|共|(?<![人户日月笔亩村校班单例次平生师床科件案院])均|则|就|约|近|再|更|微|都|年均|(?<![国省市区县州旗盟])(?<!多年)平均|累计|首次|合计|分别|分別|各|大幅度?|明显|显著|略有?|小幅|稍有?|同步|连续|逐年|持续|进一步|每年|由此|共计|实现|预期|预计|力争|有所|逆势|双双|止跌|企稳|总体|整体|历史性|(?<!人口)自然|偏|名义|实际|快速|较快|稳步|平稳|强劲|恢复性|但|仍|却|而)+$"
)
_WORKS = frozenset(
    ["提升", "扩大", "改善", "延长", "拓宽", "压缩"]
)  # works done on what stands behind: 提升310公里公路
_WORKED = re.compile("(?:改造|巩固|优化|治理|整治|修缮|新建|改扩建|维护|维修|恢复)$")  # 改造提升|12所
_OF_THOSE = re.compile(r"占[比到]?$|的(?:有|达到?)$")  # 超过10小时的占, 超过20年的有: what bounds those who are counted
_OF_RATES = frozenset(["成长", "衰退"])  # of trade by so many per cent; people grow otherwise
_EMPHASIS = frozenset("再又净均各")  # 会员再增5000人
_RATE_NARROWS = re.compile(r"[降跌减]幅(?:[可将再进一步]|预计|有望)*$")  # 降幅收窄到|1.9%
_NOUN_BEFORE = re.compile(r"(?:款|收入|支出|资产|利润|余额|职工|人数|产量|投资|产值)$")
_MOVES = re.compile(r"(?:[进退]步|前移|后移|上升|下降|前进|后退|提升|跃升|进|退|升|降)了?$")
_PLACES = re.compile(  # of a rank, not people: 比上届前进|3位, 较上年退|两位
    r"(?:前移|后移|前进|后退|(?:[比较][^，；、]{1,8}?|位次|名次|排名)(?:上升|下降|提升|跃升|[进退升降]))了?$"
)
_FALLS = re.compile(r"退步了?$|[退降后]移?了?$|下[降滑移]了?$")
_MORE = re.compile(
    r"(?:同比(?:[又却也还再]|反而)?|(?<!同)[比较](?P<object>[^，；、]{1,12}?))(?P<way>[多少][一-鿿]{1,2}|[超欠短][产运收交缴销供发]|[增减扩缩][招购聘派编员收支盈亏利]|成长|[进退]步)$"
)  # 同比多缴, 比计划少发, 同比增收, 較上年減招, 较上年进步
_MORE_ALONE = re.compile(
    rf"[，、{TIME}]*(?:反而|却|还)?(?P<way>[多少](?![达为有是至于亏数种重])[一-鿿]了?)"
)  # 利润1.4亿元，多挣了2100万元
_AHEAD = re.compile(r"(?P<ahead>领先|落后|超前|滞后)(?:于)?(?P<object>[^，；、]{0,12}?(?<!产能))(?:了|约)?$")
_MARKS = frozenset(["", "，", "、", "；", "。", "（"])
_YEARS = re.compile(
    r"(?<![\d〇零一二三四五六七八九])(?:\d{1,2}|[一二三四五六七八九十两]{1,2})年[来间]?$"
)  # 财政收入|5年|增长
_CHANGED_THING = re.compile(r"[再又还]?(?:净增加?|增加|净减少?|减少)(?=[一-鿿]{2})(?![到至为]|值)")
_RATE_OF_CHANGE = re.compile(r"增长|上涨|[增降减涨跌升][幅速]|幅度")
GROWTH_BEHIND = re.compile(
    r"的?(?:速度|幅度)?(?:年均|平均|预期|较快|正|名义|实际)*(?:经济)?(?P<verb>增速|增长|增幅|涨幅|降幅|跌幅|递增)(?:速度|率|目标)?(?:$|[，、；。：（\x02与和是为])"
)  # 保持5%以上|的年均增速, 保持10%以上|增长
_RATE_THEN = re.compile(
    r"(?P<verb>增速|增幅|涨幅|降幅|跌幅)(?:年均|平均|始终|连续|分别|依次|却|则|也|仍|都|均)+(?:保持在?|超过?|达到?|为|在)?$"
)
_DROPPED = re.compile("(?<![卖扔拆吃用丢花砍删甩退改关拔])掉了?$")  # 订单掉了|四分之一
_SOONER = re.compile("(?:提前|提早|推迟|延后|延期)了?$")  # 提前|41天|贯通: no change of the time that it took
_CUT = re.compile(
    r"(?:^|平均|[、，])(?:压减|缩减|压缩|精简|节约|减少?)(?:办[理事]|申[请报])?"
    r"(?=(?:时间|材料|环节|跑动|次数|时限|成本|表单)[^，；]{0,2}$)"
)  # 平均压减时间|58%、材料|52%
_VERB_OBJECT = re.compile(r"(?P<way>[降减跌加涨增])(?:薪|价|费|重|碳|亏|息)$")  # 高管降薪|三成
HARM = re.compile(r"浓度|PM|排放|能耗|污染|失业|综合指数")  # what improves by falling
_RATE = re.compile(r"率(?:控制在|保持在|稳定在|为|达到?|在)?$")
_FRACTION = re.compile(r"[成半]|分之")
_TIMES_OF = re.compile(r"(?:是|为|达到?|相当于)(?P<object>[^，；：]{1,20}?)的?$")
_ADJECTIVE = re.compile(
    r"[比较](?P<object>[^，；：、比较]{1,16}?)(?:要|还|仍|更|再|偏)?(?:(?P<up>高|多|长|重|晚|贵|慢|大|丰)|(?P<down>低|少|短|枯|轻|早|便宜|快|小|年轻|节约|节省|省))"
    r"(?:出|了|于)?$"
)
_RATIO_OF = re.compile(
    r"(?:[仅只]?相当(?:于|(?=\x01))|只有|仅有|[仅只]为|[仅只]及|(?<![一二三四五六七八九十])[为是]|不到|不足|[完达]成了?|恢复[到至])(?P<object>[^，；：、占]{1,16})的(?:约|近|超过?)?$"
)  # 完成年计划的103.9%, 只有平原的60%, 不到去年的一半
_OF_PLAN = re.compile(  # 完成年计划|51.9%
    r"完成了?(?P<object>(?:年度?|全年|季度|半年|[省市县区局]?下达|年初)[^，；：、占]{0,6}(?:计划|任务|目标|预算))数?$"
)
_QUALIFIED = re.compile(r"(?<=[长增降升涨])（[^（）\x01\x02]{1,10}）$")  # 增长（同口径）|5%
_IN_STEP = re.compile(
    r"(?:增长|增速)?(?:与|和|同|跟)(?:经济|地区生产总值|生产总值|GDP)[^，；：]{0,8}(?:同步|持平|相适应|匹配)$"
)  # 收入与经济增长同步、增长|5%
# What names an earlier state of the thing itself: 上届, 五年前, 改造前, 接手时, 高峰期, 首期.
_EARLIER = re.compile(
    r"[上去往旧原昨]|前(?!.*(?:企业|单位|[市县区镇乡村厂店户])$)|(?:[年月季日天次届期轮批初末底]|(?<!序)时|周(?![边围]))|历史|过去|当初|起初|开始|最[高低多少]|峰|疫情|预期"
)
_YEAR_AGO = re.compile(
    r"(?:(?:(?:去|上一?个?|前一个?)(?:财政|会计|学)?年度?)?同期|(?:去|上一?个?|前一个?)(?:财政|财务|会计|学)?年度?(?:的?这个?时候|此时)?|[一1]年前)"
)

_PERIOD_AGO = re.compile(r"(?:上|前)一?个?(?:季度?|月|旬|周)")
_BESIDES = re.compile(r"(?:分别|分別|同比|双双|轻微|都|也|均|的|却|又|还|仍)+$")
_AND = re.compile("[、和与及]")
_ALSO = re.compile("(?:分别|分別|[又却还仍])+$")  # 较预算分别节约
_PLANNED = re.compile(r"(?:预算|计划|目标|任务|指标|要求|标准)[值数]?$")
_RATE_OR_PLAN = re.compile(f"{_PLANNED.pattern}|[增降]幅$|增速$|平均$")
_SHORT_OF = re.compile(  # 距三级医院标准还差3个百分点
    r"[，、]?(?:距离?|离(?!开|婚|职|退|任))(?P<object>[^，；]{1,16}?)(?:还|尚|仍)(?:差|有)$"
)
_PAST_PLAN = re.compile(
    "[比较](?P<object>[^，；：、比较]{0,6}(?:预算|计划|目标|任务|定额|预期)[数值]?)(?:分别|均|都)?超$"
)
_STILL_SHORT = re.compile(  # 距85%的目标|还差3个百分点; 目标1200人，实际1100人，|差100人
    r"^的?[^，；0-9]{0,4}(?P<object>目标|任务|计划|要求|标准|指标)[数值]?(?:还|尚|仍|相)(?:差|有)$|^[，、]?(?:还|尚|仍)?(?:差|欠)$"
)
_THOSE_WHO = re.compile("的(?:[只仅]?有|[只仅]|共)?$")  # 快于序时进度的|8项: how many are
_BEYOND = re.compile(
    r"超(?:出|过)?(?P<object>[^，；、：]{0,12}(?:任务|计划|目标|指标|(?:警戒|保证|汛限|设防)(?:水位)?))数?$"
)  # 超市里下达任务|27.6%
_IN_EXCESS = re.compile("超额(?:完成)?了?$")  # 完成改造225户，超额完成|45户
_MARK = re.compile("(?:警戒|保证|汛限|设防)(?:水位)?$")
_OVER = re.compile("超标$")  # 总磷|超标|0.2倍
_HIGH = re.compile("(?<!最)(?:一度|仍然?|却|竟)*高达[了到约近]*$")  # how high it is, no change
_FOR_EACH = re.compile(f"(?<=[到至为])每[人户名亩吨](?:每?[年月日天]|{TIME})*$")  # 低保标准提高到|每人每月|800元
_LAST_YEARS = ("上年", "去年", "上一年")  # 比上年预算压减|3%
_LONG_RUN = re.compile("常年|多年|历年|均值")  # 较常年同期偏少
_EDGE = re.compile(
    rf"(?:整整|(?<=[长降升加少跌减涨])(?:均|都|皆|双双)|[{TIME}\x02、，超逾\u3000\t]|(?<![附邻])近|(?<![传下抵表发雷直送])达|(?<!标)的"
    rf"|(?<![{not_after('约')}])约)+$"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a value is to be read; ``head_end`` is where the words before it stop naming the indicator."""

    measure: str
    head_end: int
    direction: str | None = None
    baseline: str | None = None
    destination: bool = False  # the second value of a from-to statement: 提高到, 降至


def read_measure(phrase: str, surface: str, quantity: Quantity, after: str) -> Reading:
    """Return how the value after ``phrase`` is to be read; ``surface`` is the same phrase unmasked."""
    phrase = _FOR_EACH.sub("", phrase)
    if (high := _HIGH.search(phrase)) and not find_comparison(phrase[: high.start()]):
        phrase = phrase[: high.start()]
    if match := _PAST_PLAN.search(phrase):
        named = surface[match.start("object") : match.end("object")]
        return Reading("gap", _head_before(phrase[: match.start()]), "above", named)
    edge = _EDGE.search(phrase)
    body = phrase[: edge.start()] if edge and TIME not in edge.group() else phrase
    if qualified := _QUALIFIED.search(body):
        body = body[: qualified.start()]
    if quantity.unit in ("位", "名") and quantity.text.startswith("第"):
        return _read_rank(body)
    of_those = quantity.dimension == "count" and _THOSE_WHO.search(phrase)
    if (match := find_gap(body)) and match["object"] and not of_those and not _OF_THOSE.search(match["object"]):
        return _read_gap(body, surface, match)
    if quantity.unit == "番" or quantity.text.startswith(("翻", "减")):
        return _read_doubling(body, surface, quantity)
    if quantity.unit in ("位次", "个位次") or (quantity.unit in ("位", "名") and _PLACES.search(body)):
        return _read_move(body, surface)
    if match := _SHORT_OF.search(body):
        named = surface[match.start("object") : match.end("object")]
        return Reading("gap", _head_before(body[: match.start()]), "below", named)
    if match := _STILL_SHORT.search(body):
        return Reading("gap", 0, "below", match["object"])
    if match := _MORE.search(body):
        return _read_more(body, surface, match)
    if match := _MORE_ALONE.fullmatch(body):
        return Reading("change", 0, "increase" if match["way"][0] == "多" else "decrease")
    if beyond := _read_beyond(body, surface, quantity):
        return beyond
    if (
        quantity.dimension in ("duration", "time")
        and (sooner := _SOONER.search(body))
        and not find_comparison(body[: sooner.start()])
    ):
        return Reading("level", sooner.start())
    if match := CHANGE_TAIL.search(body):
        reading = _read_change(body, surface, match, quantity, after)
        if reading:
            return reading
    elif match := _ADJECTIVE.search(body):
        return _read_adjective(body, surface, match)
    if quantity.unit == "%" and (match := _RATE_THEN.search(body)):
        falls = words("change")[match["verb"]] == "decrease"
        return Reading("change", match.start(), "decrease" if falls else "increase")
    if quantity.unit == "%" and (match := _VERB_OBJECT.search(body)):
        return Reading("change", len(body), "increase" if match["way"] in "加涨增" else "decrease")
    if quantity.unit == "%" and (dropped := _DROPPED.search(body)):
        return Reading("change", dropped.start(), "decrease")
    if quantity.unit == "%" and _CUT.search(body):
        return Reading("change", len(body), "decrease")
    if match := _CHANGED_THING.match(body.lstrip("，、" + TIME)):
        return Reading("change", len(body), "increase" if match.group().endswith(("增", "加")) else "decrease")
    if quantity.unit == "百分点" and (growth := GROWTH_BEHIND.match(after)):
        falls = words("change").get(growth["verb"]) == "decrease"
        return Reading("change", len(body), "decrease" if falls else "increase")
    if quantity.unit == "%" and (reading := _read_percent(phrase, body, surface, quantity, after)):
        return reading
    if quantity.unit == "倍" and (match := _TIMES_OF.search(body)):
        named = surface[match.start("object") : match.end("object")]
        return Reading("level", match.start(), None, _part_of_what(named.rstrip("的")))
    return Reading("level", len(body))


def _read_percent(phrase: str, body: str, surface: str, quantity: Quantity, after: str) -> Reading | None:
    """Return how a percentage is read that no verb before it explains: 64%的增速, 与…之比为64%, 占比64%, 64%的职工."""
    if match := GROWTH_BEHIND.match(after):
        falls = words("change").get(match["verb"]) == "decrease"
        return Reading("change", len(body), "decrease" if falls else "increase")
    if match := _RATIO_OF.search(phrase) or _OF_PLAN.search(phrase):
        named = surface[match.start("object") : match.end("object")].lstrip("于")
        return Reading("level", match.start(), None, _part_of_what(named) or None)
    if match := SHARE_TAIL.search(body):
        return Reading("share", match.end("whole") if match["whole"] else match.start() + _keeps(match.group()))
    if (after.startswith("的") and not _RATE.search(body)) or (not body.strip("，、" + TIME) and after.strip("，、")):
        return Reading("share", len(body))
    if _FRACTION.search(quantity.text) and not re.search(r"[率例价额]|面$", body[-8:]) and not body.endswith("补贴"):
        return Reading("share", len(body))
    return None


def _read_beyond(body: str, surface: str, quantity: Quantity) -> Reading | None:
    """Return the reading of what is ahead or behind (领先|48秒) or above a mark: 超警戒水位|2.32米."""
    if (match := _AHEAD.search(body)) and quantity.unit not in ("位", "名"):
        way = "above" if match["ahead"] in ("领先", "超前") else "below"
    elif (match := _BEYOND.search(body)) and (quantity.unit == "%" or _MARK.search(match["object"])):
        way = "above"
    elif quantity.unit in ("倍", "%") and (over := _OVER.search(body)):
        return Reading("gap", _head_before(body[: over.start()]), "above")
    elif excess := _IN_EXCESS.search(body):
        return Reading("gap", _head_before(body[: excess.start()]), "above")
    else:
        return None
    named, head = surface[match.start("object") : match.end("object")], body[: match.start()]
    if not named and (found := find_comparison(head)):  # 较预定|超前|3个百分点
        named, head = surface[found.start("object") : found.end("object")], head[: found.start()]
    return Reading("gap", _head_before(head), way, named or None)


def _keeps(tail: str) -> int:
    """Return how much of a share's cue belongs to the indicator: 占比 and 比重 do, the link verbs behind do not."""
    for noun in ("占比重", "占比例", "占比", "比重", "比例", "份额", "承担", "负担"):
        if tail.startswith(noun):
            return len(noun)
    return 1 if tail.startswith("占") else 0


def _read_rank(body: str) -> Reading:
    match = RANK_TAIL.search(body)
    return Reading("rank", match.start() if match else len(body))


def _read_gap(body: str, surface: str, match: re.Match[str]) -> Reading:
    above = match["above"] is not None
    named = surface[match.start("object") : match.end("object")]
    if (TIME in match["object"] and not _RATE_OR_PLAN.search(named)) or named in ("上年", "去年", "同期"):
        return Reading("change", match.start(), "increase" if above else "decrease", name_baseline(named))
    return Reading(
        "gap", _head_before(body[: match.start()]), "above" if above else "below", named.rstrip("的") or None
    )


def _read_move(body: str, surface: str) -> Reading:
    """Return the reading of 较上年前移|3个位次."""
    direction = "decrease" if _FALLS.search(body) else "increase"
    before = _MOVES.sub("", body)
    if found := find_comparison(before):
        named = surface[found.start("object") : found.end("object")]
        return Reading("change", _head_before(before[: found.start()]), direction, name_baseline(named))
    return Reading("change", _head_before(before), direction)


def _read_more(body: str, surface: str, match: re.Match[str]) -> Reading:
    more = match["way"][0] in "多增成超扩进"
    if match["object"] is None:
        return Reading(
            "change", _head_before(body[: match.start()]), "increase" if more else "decrease", "year_on_year"
        )
    named = surface[match.start("object") : match.end("object")]
    if _at_one_time(named, match["object"]):
        return Reading("gap", _head_before(body[: match.start()]), "above" if more else "below", named)
    return Reading(
        "change", _head_before(body[: match.start()]), "increase" if more else "decrease", name_baseline(named)
    )


def _read_adjective(body: str, surface: str, match: re.Match[str]) -> Reading:
    """Return the reading of 比全市均值短|5.1天, 较上年年轻|1.1岁."""
    up = match["up"] is not None
    named = surface[match.start("object") : match.end("object")]
    head = _head_before(body[: match.start()])
    if _at_one_time(named, match["object"]):
        return Reading("gap", head, "above" if up else "below", named)
    return Reading("change", head, "increase" if up else "decrease", name_baseline(named))


def _at_one_time(named: str, masked: str) -> bool:
    """Return whether what a figure is compared with stands beside it (一车间, 市场价), not before it in time."""
    if (_PLANNED.search(named) and not named.startswith(_LAST_YEARS)) or _LONG_RUN.search(named):
        return True  # 超出年初预算
    return TIME not in masked and (STANDARD.search(named) is not None or not _EARLIER.search(named))


def _read_doubling(body: str, surface: str, quantity: Quantity) -> Reading:
    direction = "decrease" if quantity.text.startswith("减") else "increase"
    if found := find_comparison(body):
        named = surface[found.start("object") : found.end("object")]
        return Reading("change", _head_before(body[: found.start()]), direction, name_baseline(named))
    return Reading("change", _head_before(body), direction)


def _read_change(body: str, surface: str, match: re.Match[str], quantity: Quantity, after: str) -> Reading | None:
    verb, to, held = match["verb"], match["to"] or "", match["held"]
    if held and (quantity.unit not in RELATIVE_UNITS or not ("目标" in held or _RATE_OF_CHANGE.search(verb + held))):
        return None  # 占比提升，稳定在30%: where it has come to
    before = body[: match.start()]
    if quantity.unit == "%" and (rate := _RATE_NARROWS.search(before)) and verb in ("收窄", "扩大", "缩小"):
        return Reading("change", _head_before(before[: rate.start()]), "decrease")
    direction = "decrease" if verb == "改善" and HARM.search(before) else words("change")[verb]
    if verb in ("快", "慢") and quantity.dimension == "duration":  # so much less time
        direction = "decrease" if verb == "快" else "increase"
    if verb in ("增", "增长") and before.endswith("新"):
        before = before[:-1]
        if not find_comparison(before):  # 较年初新增|21亿元 is a change
            return None
    if verb in _OF_RATES and quantity.unit not in RELATIVE_UNITS:
        return None
    if (
        not to.startswith("达")
        and any(mark in to for mark in "到至为成")
        and "幅" not in to
        and verb not in ("增速", "增幅", "降幅", "涨幅")
    ):
        return Reading("level", _head_before(before), destination=True)
    end = len(before)
    while match_adverb := _ADVERBS.search(before[:end]):
        end = match_adverb.start()
    if (found := find_comparison(body[:end])) and len(found["object"]) > 0:
        named = re.sub(r"（[^（）]*）?", "", surface[found.start("object") : found.end("object")])
        if _at_one_time(named, found["object"]):
            return Reading(
                "gap",
                _head_before(body[: found.start()]),
                "above" if direction == "increase" else "below",
                _ALSO.sub("", named),
            )
        return Reading("change", _head_before(body[: found.start()]), direction, name_baseline(named))
    fixed = list(BASELINE.finditer(surface, 0, end))
    if fixed and not re.search(r"[，；]", body[fixed[-1].end() : end]) and end - fixed[-1].end() <= 8:
        last = fixed[-1]
        beside = [match for match in fixed[-2:-1] if _AND.fullmatch(surface, match.end(), last.start())]
        named = "、".join(words("baseline")[match.group()] for match in (*beside, last))  # 环比、同比分别增长…
        rest = body[last.end() : end].strip("，、" + TIME)
        head = end if rest else (*beside, last)[0].start()
        return Reading("change", _head_before(body[:head]), direction, named)
    # 每吨耗电降了|41千瓦时, 贷款增|6亿元
    plain = before[-1:] in _EMPHASIS or to.startswith("了") or (verb == "增" and _NOUN_BEFORE.search(before))
    alone = len(verb) == 1 and not plain
    if quantity.unit not in RELATIVE_UNITS and (
        alone or (verb in _WORKS and (after[:1] not in _MARKS or _WORKED.search(before)))
    ):
        return None
    return Reading("change", _head_before(before), direction)


def _head_before(text: str) -> int:
    """Return the end of ``text`` without the adverbs, times and marks at its end."""
    end = len(text)
    while True:
        before = end
        for pattern in (_ADVERBS, _EDGE, _YEARS, _IN_STEP):
            if match := pattern.search(text[:end]):
                end = match.start()
        if end == before:
            return end


def name_baseline(named: str) -> str:
    """Return the baseline for what a value is compared with: a fixed one, or the text's words."""
    named = _BESIDES.sub("", named)
    for prefix in ("比", "较", "与"):
        if (value := words("baseline").get(prefix + named)) or (
            value := words("baseline").get(prefix + named + "相比")
        ):
            return value
    if _YEAR_AGO.fullmatch(named):
        return "year_on_year"
    return "previous_period" if _PERIOD_AGO.fullmatch(named) else named


def _part_of_what(named: str) -> str:
    """Return the baseline of 是去年同期的3倍: a fixed one; that of 是上年的3倍 stays in the text's words."""
    return name_baseline(named) if named.endswith(("同期", "时候")) else named


__all__ = ["GROWTH_BEHIND", "HARM", "RELATIVE_UNITS", "Reading", "name_baseline", "read_measure"]
