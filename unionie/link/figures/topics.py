"""What a value takes over from the values and clauses before it.

Enters: the phrase before a value and the Scope. Leaves: the indicator that the phrase alone does not name, or "".
Next: ``indicators``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from unionie.frames import FactFrame
from unionie.link.figures.parts import same_kind
from unionie.link.figures.phrases import (
    Tagger,
    ends_nominal,
    verb_prefix,
    without_verb,
)
from unionie.link.figures.planned import done_of_plan
from unionie.link.figures.qualifiers import stock_of
from unionie.link.figures.scope import Reader, Scope
from unionie.link.figures.units import KINDS_OF_HOME
from unionie.values.numerals import parse_number
from unionie.values.types import Quantity

# Its parts are means, too: 平均住院日7.2天，其中骨科|8.9天.
MEAN = re.compile(r"平均|[人户日床次]均|率$|价$|比[例重]?$|度$")
_MEASURED = re.compile(r"收入|支出|[额率量值价数]|面积|存款|贷款|工资|产值")
_SOURCE = re.compile(r"据.*(?:统计|了解|介绍|测算|悉|透露|核算|数据|显示)$|初步核算$")
# How a clause ends that says by what view, or who tells: 分产业看, 主席甲介绍.
_VIEWED = re.compile(
    "(?:[从按分].{1,8}[看分]|(?:(?<![小传])说|(?<!职业)介绍|表示|透露|坦言|指出|告诉(?:记者|笔者))[，：“\\s]*)$"
)
# A result by which somebody wins: 甲以|2分07秒36|夺得女子200米蝶泳冠军.
_WINS_WITH = re.compile("[0-9][^，。；]{0,8}?(?:[夺获摘斩赢]|[掷擲]下|拿下|问鼎|折桂)")
_TOGETHER = re.compile(
    r"[、，；\x01]*(?P<count>[两二三四五六七八九十])(?P<of>[一-鿿]{1,2})(?:合[计共]|[总共]计|共)(?P<did>[一-鿿]{0,6})"
)
_SHARE_IN_ALL = re.compile(
    "[，、\x01]*(?:合计|总计|共计)占(?P<whole>(?P<of>[一-鿿]{2})[一-鿿]{0,8}?)(?:的[约近超逾]?)?"
)
_BODY = re.compile(r"(?:[镇乡村市县州旗盟厂矿科]|(?<!自治)区|(?<![关联])系|[学医法书]院|公司|街道|车间|工会|项目部)$")
_NOTHING_BEHIND = ("", *"、，和及（")
_UNIT = re.compile(f"{_BODY.pattern}|(?:室|站|支?队|支行|分局|派出所|年级组?)$")  # 育种一室
NAMES_BODY = re.compile(f"(?:{_BODY.pattern}|(?:社区|小区|苏木|嘎查|[渠河湖厂矿校院站路所行])$)")
_KIND = re.compile(
    r"贫困|示范|重点|试点|先进|文明|特色|行政|自然|[公民国]有|民[营办]|公办|规[上模]|高新|基层|[各同全本]|级"
)
_GRADES = re.compile("(?:全国|国家|省部?|市厅?|[区县州校院]|世界|部)级")
_LEVELS = re.compile("中央(?:和省级)?|地方|自治区|省市|市县|[省市州县区旗盟]本级")  # that share in a fund
_OF_EACH = re.compile("^(?:各[级类])+")
_FUND = re.compile("(?:资金|经费|补助|投资)$")
_ABOVE = re.compile("^及?以上的?")
_NUMBER_OF = re.compile("总?[数量]量?$")  # 青年文明号总数
# What was just said, spoken of again.
_THE_SAME = re.compile(
    "(?:而|但)?(?:(?:这|该|此)[一个项]{0,2}(?:比例|比率|数字|数据|指标|占比|比重|水平|数值|金额|价格)"
    "|[此该这]类(?:案件|警情|事故|问题))[即还只仅才就]?"
)
_ATTRIBUTE = re.compile("自评|得分|奖金|造价|概算|定员|库容|(?:总|建筑|占地)?面积|(?:总|计划|概算)?投资")
_RATE_NAME = re.compile("[一-鿿]{2}率")
_REST = re.compile("(?:余下|剩余|剩下|其余|另外|余者)的?")
ANEW = re.compile(
    "[再又另增新续加]?[建装添配增设办开招引购植栽修改派聘打种购投选挖布训铺通]{1,2}|(?:累计|已)?建成"
)  # 再建, 增配, 改
_OWN_SUM = re.compile("(?:收入|支出|消费|费用?)$")
_PLANNED = re.compile("预算|任务数?|目标任务|指标")
_SAID = 6  # values among which the thing that is done again was counted
_OUT = frozenset(["支出", "总支出", "结余", "当期结余", "累计结余"])
_BODIES = frozenset("家个所处座")  # what counts bodies themselves
_NAME = 3
_LONGEST_SUM = 40
# When, where or how something came to a value: 汛末, 高峰时, 回到, 一路降, 才.
_WHEN = re.compile(
    "(?:[一-鿿]{0,4}(?:时|末|初|底|期间|前后|峰|谷|学期))?(?:[为是只仅才就]|最终|一路|逐步|进一步|[又再一])*"
    "(?:[回压降升涨跌减增提缩](?:[到至为]|[升落降]到?)?)?"
)
_EXTREME = re.compile("最[高低多少大小好差长短快慢]的")  # 最高的|下陈村
_SHORTEST = 2
_PART = 8
_VERB = 3
_LIMIT = 16


def says_verb_again(reader: Reader, scope: Scope, phrase: str, quantity: Quantity) -> bool:
    """Return whether a phrase is the bare verb of the topic, of the same unit: 发展会员986人，上半年又发展|523人."""
    if not 1 < len(phrase) <= _VERB or scope.topic == phrase or not scope.topic.startswith(phrase):
        return False
    near = [frame for frame in scope.frames[scope.block :] if frame.indicator == scope.topic]
    if near and quantity.unit not in {frame.quantity.unit for frame in near}:
        return False  # 参保单位60家；参保|1.9万人
    return not ends_nominal(phrase, reader.tag, strictly=True)


def counted_before(reader: Reader, scope: Scope, phrase: str, quantity: Quantity) -> str:
    """Return what the paragraph counted in the same unit, where the phrase says only that there is more, or the rest.

    现有工作室31家。今年|再建|9家; 在档困难职工420户，余下的|120户.
    """
    rest = _REST.fullmatch(phrase) is not None
    planned = _PLANNED.fullmatch(phrase) is not None
    counted = quantity.dimension in ("count", "area", "length") and (rest or ANEW.fullmatch(phrase))
    if not counted and not planned:
        return ""
    near = reversed(scope.frames[max(scope.block, len(scope.frames) - _SAID) :])
    alike = [f for f in near if f.quantity.unit == quantity.unit and f.measure == "level" and f.part_of is None]
    if rest:
        alike.sort(key=lambda frame: -frame.quantity.value)
    told = [frame.indicator for frame in alike]
    for indicator in told:
        thing = indicator if rest else indicator.removeprefix(verb_prefix(indicator, reader.tag))
        thing = thing if rest or planned else without_verb(thing, reader.tag)  # 高速公路|新开工
        if names_thing(thing, reader.tag):
            return thing + phrase.rstrip("的") if rest or planned else phrase + thing
    return told[0] + phrase.rstrip("的") if rest and told else ""


def of_the_same_fund(scope: Scope, indicator: str) -> str:
    """Return a bare 支出 or 结余 with what the income before it is of: 职工医保基金收入3.86亿元，|支出3.12亿元."""
    if indicator not in _OUT:
        return indicator
    last = next((frame for frame in reversed(scope.frames[scope.first :]) if not frame.aside), None)
    if last is None or not last.indicator.endswith(("收入", "支出")):
        return indicator
    return last.indicator[:-2].removesuffix("总") + indicator


def told_before(scope: Scope, phrase: str, words: str, quantity: Quantity, after: str) -> str:
    """Return what was told before where a phrase adds up, divides or points back to it, or says what was planned."""
    whole = (
        summed_up(scope, words, quantity)
        or of_body(scope, phrase, quantity, after)
        or reached_by(scope, phrase, quantity)
        or in_all(scope, phrase, words, quantity)
    )
    return whole or said_again(scope, phrase, quantity) or done_of_plan(scope, phrase, words, quantity, after)


def in_all(scope: Scope, phrase: str, words: str, quantity: Quantity) -> str:
    """Return what was added, without the verb of that, where there are more of it in all: 新建书屋12家，累计达|86家."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if phrase or last is None or last.indicator != scope.topic or last.quantity.unit != quantity.unit:
        return ""
    return stock_of(scope.topic, words + quantity.text) if quantity.value > last.quantity.value else ""


def reached_by(scope: Scope, phrase: str, quantity: Quantity) -> str:
    """Return what bodies reached that the clause only counts: 参保率93%，两个乡镇仍低于|90%; 11个村均突破|100万元."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if phrase or last is None or last.rule != "facts.right" or last.quantity.dimension != "count":
        return ""
    if last.quantity.unit == quantity.unit:
        return ""
    near = scope.frames[max(scope.block, len(scope.frames) - _SAID) :]
    alike = any(f.indicator == scope.clause_topic and f.quantity.unit == quantity.unit for f in near)
    return scope.clause_topic if alike and NAMES_BODY.search(last.indicator) else ""


def said_again(scope: Scope, phrase: str, quantity: Quantity) -> str:
    """Return what a phrase only points back to: 占比41.7%，上年这一比例为|38.2%; 此类案件次年即下降|四成."""
    last = scope.frames[-1] if len(scope.frames) > scope.block else None
    if last is None or not _THE_SAME.fullmatch(phrase):
        return ""
    if last.quantity.unit == quantity.unit:
        return last.indicator
    return (scope.topic or scope.before) if quantity.unit in ("%", "百分点") else ""


_WHOLE_RATE = re.compile("不良|拨付使用|[一-鿿]{2}(?:使用|发放|下达|到位)$")  # 不良贷款余额…，不良率|1.4%


def rate_of(scope: Scope, phrase: str, quantity: Quantity) -> str:
    """Return a rate with what it is of, where its name begins like what was done: 检出高血压120人，检出率|18.5%."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if last is None or quantity.unit not in ("%", "百分点") or not _RATE_NAME.fullmatch(phrase):
        return ""
    did, topic = phrase[:_SHORTEST], scope.topic
    if not _SHORTEST < len(topic) <= _LIMIT or last.quantity.unit == "%" or _WHOLE_RATE.match(topic):
        return ""
    if topic.endswith(did):
        return topic + phrase[_SHORTEST:]
    return topic[_SHORTEST:] + phrase if topic.startswith(did) and len(topic) > _NAME else ""


def name_attributes(frames: Sequence[FactFrame], named: str) -> None:
    """Let bare attributes in a bracket name what stands before it: 一等奖（奖金|600元|） → 一等奖奖金."""
    for frame in frames if len(named) >= _SHORTEST else ():
        if _ATTRIBUTE.fullmatch(frame.indicator):
            frame.indicator = named + frame.indicator


def tells_when(scope: Scope, phrase: str, quantity: Quantity) -> bool:
    """Return whether a phrase says only when or how the topic came to a value: 汛末|4.21亿立方米, 6月回到|8.8万."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if last is None or last.quantity.unit != quantity.unit:
        return False
    if _EXTREME.match(phrase):
        return NAMES_BODY.search(phrase) is not None
    return _WHEN.fullmatch(phrase) is not None


def of_grade(reader: Reader, scope: Scope, phrase: str) -> str:
    """Return the thing of which a part is named by its grade alone: 建有省级以上平台58个，其中|国家级|4个 → 平台."""
    fund = _LEVELS.fullmatch(phrase) and scope.total is not None and _FUND.search(scope.frames[scope.total].indicator)
    if scope.total is None or not (fund or _GRADES.fullmatch(phrase)):
        return ""
    whole = _NUMBER_OF.sub("", scope.frames[scope.total].indicator) or phrase
    if grade := _GRADES.search(whole):
        return _ABOVE.sub("", whole[grade.end() :])  # 新命名市级|青年文明号
    thing = _OF_EACH.sub("", whole.removeprefix(verb_prefix(whole, reader.tag)))
    if thing != whole and len(thing) <= _PART and names_thing(thing, reader.tag):
        return thing  # 建成|职工之家
    word, pos = reader.tag(whole)[-1]
    return word if pos.startswith("n") and len(word) > 1 else ""


def first_part_of(scope: Scope, quantity: Quantity) -> str:
    """Return what a nameless first part is of: 获批项目46项，经费2138万元，其中海洋学院|17项 → 获批项目."""
    if scope.total is None or scope.parts or not same_kind(scope.frames[scope.total].quantity, quantity):
        return ""
    whole, last = scope.frames[scope.total].quantity, scope.frames[-1]
    if whole.unit != quantity.unit and whole.value < quantity.value:
        return ""  # 监测户12户（|41人）
    again = last.indicator == scope.topic and last.quantity.unit == quantity.unit and len(scope.frames) > scope.first
    if again and scope.total < len(scope.frames) - 1 and MEAN.search(last.indicator):
        return ""  # 其中农民人均收入突破2万元、达到|20793元
    for index in range(scope.total, scope.block - 1, -1):  # 发送旅客87万人，单日3万人。分站看：甲站|41万人
        total = scope.frames[index]
        if total.measure == "level" and same_kind(total.quantity, quantity) and total.quantity.value >= quantity.value:
            scope.total = index
            return total.indicator
    return ""


def of_body(scope: Scope, phrase: str, quantity: Quantity, after: str = "") -> str:
    """Return what is divided where the phrase names only which body has its part: 其中焊接系|310万元, 镇南村占|两成."""
    share = "占" if phrase.endswith("占") else ""
    name = phrase.removesuffix("占")
    total = scope.frames[scope.total] if scope.total is not None else None
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if (
        len(name) < _NAME
        or name in KINDS_OF_HOME
        or name[:-1].endswith("的")
        or not _UNIT.search(name)
        or _KIND.search(name)
    ):
        return ""
    beside = total is None and last is not None and last.measure == "level" and last.quantity.unit == quantity.unit
    if (
        beside
        and not share
        and after[:1] in _NOTHING_BEHIND
        and quantity.unit not in _BODIES | {"支"}
        and len(name) <= _PART
    ):
        return scope.topic  # 骨科手术63台；妇产科|41台
    if not _BODY.search(name) and (share or total is None):
        return ""
    if total is not None and (quantity.unit == "%" if share else same_kind(total.quantity, quantity)):
        return "" if quantity.unit in _BODIES else total.indicator + share
    whole = scope.topic.removesuffix("占")
    return whole + share if share and whole and not _BODY.search(whole) else ""


def summed_up(scope: Scope, words: str, quantity: Quantity) -> str:
    """Return what is added up of the last few levels of the sentence: 拨款30万元，捐款2万元，两项合计|32万元."""
    match = _TOGETHER.match(words)
    if match is None:
        return _all_share(scope, words, quantity)
    count = int(parse_number(match["count"]))
    levels = [frame for frame in scope.frames[scope.first :] if frame.measure in ("level", "share")]
    alike = [frame for frame in levels if frame.quantity.unit == quantity.unit]
    rates = [frame for frame in levels if frame.quantity.unit == "%"] if quantity.unit == "百分点" else []
    named = [frame.indicator for frame in next((f for f in (alike, rates, levels) if len(f) >= count), [])[-count:]]
    whose = match["count"] + match["of"] if len(set(named)) == 1 and match["of"] not in ("项", "者") else ""
    did = re.sub("(?<=占).*|[达为有约近超]+$", "", match["did"])
    joined = whose + "、".join(dict.fromkeys(named))
    return joined + "合计" + did if joined and len(joined) <= _LONGEST_SUM else ""


def _all_share(scope: Scope, words: str, quantity: Quantity) -> str:
    """Return all that together are a share of what is named: 改判58件、发回重审29件，合计占审结数的|71.9%."""
    found = _SHARE_IN_ALL.fullmatch(words) if quantity.unit == "%" else None
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    if found is None or last is None:
        return ""
    named: list[str] = []
    sums = Decimal(0)
    for frame in reversed(scope.frames[scope.first :]):
        alike = frame.measure == "level" and frame.quantity.unit == last.quantity.unit
        if not alike or frame.part_of != last.part_of or found["of"] in frame.indicator:
            break
        if len(named) > 1 and frame.quantity.value > sums:
            return ""  # perhaps all of whom the others are some
        sums += frame.quantity.value
        named.append(frame.indicator)
    joined = "、".join(dict.fromkeys(reversed(named)))
    return f"{joined}合计占{found['whole']}" if len(set(named)) > 1 and len(joined) <= _LONGEST_SUM else ""


def mean_of_parts(scope: Scope, phrase: str, quantity: Quantity) -> str:
    """Return the mean that 其中 goes on to give for parts, where the phrase names only the part."""
    total = scope.frames[scope.divided] if scope.divided is not None else None
    if total is None or not MEAN.search(total.indicator) or MEAN.search(phrase) or _OWN_SUM.search(phrase):
        return ""  # 人均可支配收入2.7万元，其中|工资性收入|1.5万元
    return total.indicator if total.quantity.unit == quantity.unit and len(phrase) <= _PART else ""


def same_of_others(scope: Scope, phrase: str, quantity: Quantity) -> str:
    """Return the topic said of the phrase, where that names only whose it is: 城镇居民人均收入4万元，农村居民|2万元."""
    last = scope.frames[-1] if len(scope.frames) > scope.first else None
    before, shared, rest = scope.topic.partition(phrase[-_SHORTEST:])
    alike = last is not None and last.quantity.unit == quantity.unit and len(phrase) > _SHORTEST
    of_places = NAMES_BODY.search(phrase) and len(rest) >= _NAME
    return phrase + rest if alike and shared and before and (of_places or _MEASURED.search(rest)) else ""


def pointed_at(scope: Scope, word: str) -> str:
    """Return the indicator that 前者 or 后一项 stands for: of the last two levels of the sentence."""
    levels = [frame.indicator for frame in scope.frames[scope.first :] if frame.measure in ("level", "share")][-2:]
    return levels[0 if word.startswith("前") else -1] if levels else scope.topic


def names_thing(phrase: str, tag: Tagger) -> bool:
    """Return whether a phrase holds a noun at all: 先升后降 and 如今 name nothing."""
    if len(phrase) < _SHORTEST or _SOURCE.match(phrase):
        return False
    return phrase.endswith(("率", "收入", "支出")) or any(  # read as verbs, too
        pos.startswith(("n", "j", "l", "i", "vn", "an")) or pos == "eng" for _, pos in tag(phrase)
    )


def tells_view(clause: str) -> bool:
    """Return whether a clause without a value only says by what view it is told, or by whom."""
    return _VIEWED.search(clause) is not None


def without_winner(text: str, value: int, phrase: str) -> str:
    """Return the words before the result at ``value`` without who wins by it: 代表队以|总分|96.13分问鼎冠军."""
    return phrase.rpartition("以")[2] if _WINS_WITH.match(text, value) else phrase
