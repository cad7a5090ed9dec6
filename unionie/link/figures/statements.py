"""Which quantities state a fact, and which only look like one.

Enters: the clean text and a quantity. Leaves: a yes or no. Next: ``facts`` links those that do.

一项举措 and 一份答卷 are articles, 五项惠民措施 and 四个意识 name a policy: a small numeral in characters before an
abstract noun counts nothing that one could add up. Bare ages and numbered things are left to their own rules.
"""

from __future__ import annotations

import re
from functools import cache

from unionie.link.figures.cues import alternation, words
from unionie.trace import note
from unionie.values.types import Quantity

_ARTICLE = re.compile(r"一(?![\d一二三四五六七八九十百千万亿余多来]|成|半|番|倍|分之)")
_ON = re.compile("[一-鿿]{1,3}[到至][0-9两二三四五六七八九十]")  # 从一家|开到十一家
_COUNTED = re.compile(r"[^，。；：、\d]{0,10}?(?:有|共有?|为|达)?")
_YEARS = re.compile(r"年|学期")
# A length of time that only frames what is told: 入会才|三个月, 管|三天, 不到2小时|即报满, 开馆|三个月，接待5.7万人次.
_FRAMES = re.compile("(?:[一-鿿][才管]|要跑|(?:开[馆业园办]|入会|投用|上线|挂牌)(?:了|才|仅|满)?)$")
_HOW_LONG = re.compile("[时期][间限长]|[均压缩减短]")
_FRAMED = re.compile("[便即][一-鿿]")
_MIDWAY = re.compile("(?:送|干|做|走|跑|学|吃|讲|写|修|挖|施工|说)到$")  # 工程干到|一半
_NIGHTS = re.compile("日夜|日日夜夜|牵挂|期盼|感动")  # 1826个|日夜, 3500份|牵挂
# What is measured in years, and a value that it rose or fell from: 使用寿命由15年延长到|25年.
_LASTS = re.compile(
    r"(?:年限|寿命|工期|期限|[工教党军船机车厂]龄|周期|时长|平均(?!每)[一-鿿]{1,8})[^，。；\d]{0,6}"
    r"(?:[\d.]+(?:个月|年)[^，。；\d]{1,6})?$"
)
_SOONER = re.compile("提前[了约近]?$")  # 提前|一个月|完工
_TAKES = re.compile(r"[里内间]?(?!后|前)[一-鿿]{1,12}\d")  # 网上入会推行后，三个月|吸纳会员640人: how long that took
_PER_ONE = frozenset(["亩", "斤", "公斤", "台斤", "吨", "块", "块钱"])  # 一亩|能剩300元
_PRICED = re.compile("[^0-9，。；：、]{0,6}[0-9]")  # 1亩|收入600元
_RECKONED = re.compile("[两二三四五六七八九十]+笔[大小总新经济明白细良心]{0,4}账(?![款户单目期])")  # 算了|两笔|账
_YEARLY = re.compile("(?:[年日]产|[年日](?:处理|加工|生产)(?:能力)?)$")
_PLANT = re.compile("[一-鿿]{1,12}(?:项目|装置|工程|基地)")  # 年产20万吨|甲醇装置: its name, no output
# 700万吨|露天矿项目: its name, unless so much was built: 新增60万千瓦|光伏项目.
_SITE = re.compile("[一-鿿]{1,10}?(?:项目|装置|工程|基地|[煤铁铜金]矿|露天矿|机组)(?![一-鿿]{0,2}[个座处台])")
_MADE = re.compile("建|新增|完成|并网|投产|投运|开工|装机|形成|获批|达|推进|推动")
_MACHINE = re.compile("(?:首|[0-9])[台款套列辆艘架]$")  # 首台|8.2米|液压支架: what kind it is
_BROAD = re.compile("寸[一-鿿]{2}|(?:宽|水深)(?!的)[一-鿿]{2}")  # 8英寸|晶圆, 6米|宽农村公路
_COUNTED_KIND = re.compile("[0-9两三四五六七八九十][个款种]$")  # 3个|2类|新药
_MARK_BEFORE = frozenset(["", *"，；：。、“（\n\u3000"])
_MEAN_OF_HOURS = re.compile(
    "(?:滑动)?(?:平均值?)?(?:浓度)?的?第[0-9]+百分位|滑动平均"
)  # 臭氧日最大|8小时|第90百分位浓度
_CIRCLE = re.compile("[一-鿿]{0,6}(?:圈|免签)")  # 15分钟|健身圈, 240小时|过境免签
_SAYING, _SAYING_END = re.compile(r"“[^”\n]{0,8}$"), re.compile("[^”，。；\n]{0,12}”")  # “1小时”服务圈, “24小时”自助区
_ROUND_THE_CLOCK = 24
_SLOGAN, _SLOGAN_END = re.compile(r"“[\d两三四五六七八九十个大项]*$"), re.compile(r"[\d.万亿%]*”")  # “3个100万”
_BRAND, _BRAND_END = re.compile("“[一-鿿]{1,4}$"), re.compile("”[一-鿿]{2}")  # “渝味|360碗|”美食
_UNIT = re.compile(r"[一-鿿]{0,3}?[十百千万亿]+[元人吨户]")  # （港币千元）: the unit of a table
# 迈上4个|万亿元台阶 counts steps; 突破500亿元|大关，达到512亿元 is said by the value behind
_STEP = re.compile(r"[百千万亿]+元?级?的?新?(?:台阶|大关|关口|门槛)|的?新?(?:台阶|大关|关口)[，、](?:首次)?达")
_STEP_AGAIN = re.compile(
    r"[，、；](?:首次|再次|一举|成功|连续|顺利|[迈跨跃登站越突破冲上过])*$"
)  # 8612万元，首次|突破八千万元大关
_STEPS = re.compile(r"的?新?(?:台阶|大关|关口)")
_CLASS = re.compile(r"[一-鿿]{1,14}")
_OF_SIZE = re.compile(
    r"[一-鿿]{0,4}(?:项目|企业|产业|集群|园区|单品|订单|合作社|[镇乡村]|街道)(?:(?:由|从)(?:\d{4}年)?的?|达到?|已?有|增[至到]|共)?"
)  # 过亿元|项目|60个
# 建成5个|产值|超百亿元|园区: what those who are counted have
_SIZED = re.compile(
    r"(?:年|总|工业|年销售|销售|营业|主营业务)?(?:产值|产量|投资|市值|营收|收入|利润|税收|库容|产能|面积|规模|资产|价值)额?"
)
_HAS_SIZE = re.compile(r"的?[一-鿿]{2}")
_GROWS = re.compile(r"[一-鿿]{3,14}(?:增长|下降|增速为?|增速达到?)")  # 500万元以上|固定资产投资增长
_RATE = re.compile(r"[一-鿿]{2,14}率[一-鿿]{0,4}")  # 25人以上|企业建会率为
_SHARED = re.compile(r"的[一-鿿]{0,6}?[只仅就已也]?(?:占比?|占到|占了|达到?|有)[约近超逾]?|[只仅就已也]?占[约近超逾]?")
_RANGE_OF = re.compile(r"(?:的|之间的?)(?:共?有)?|占[约近]?")  # 3万人至5万人|的有5个, 90至144平方米|占69.5%
_CONTEST_BEFORE = re.compile(r"(?:[男女]子|混合|[甲乙丙]组|[男女][甲乙]?组|[A-Z]\d级)$")
_CONTEST_AFTER = re.compile(
    r"级|跳?板|台(?![阶账])|自由泳|[蛙仰蝶]泳|混合泳|接力|短跑|长跑|竞走|[跨中]?栏|障碍|速滑|个人|决赛|赛跑|[金银铜]牌|冠军|亚军|季军"
)
_NOUN = re.compile(r"[及和]?[一-鿿]")
_AGED = re.compile(r"[及和]?[一-鿿\d]")
_ALL = re.compile(
    r"[均都](?:已|超额|提前|全部|顺利|如期)*完成|合计|相加|加起|共|(?:指数|指标|数据)?(?:同比|环比|较上年)?[均都]?(?:分别|依次|[列居位][全第])"
)
_FEW = re.compile(r"[两二三四五六七八九十]+[一-鿿]?")
_FEW_IN_DIGITS, _EACH_HAS = re.compile(r"\d[个家类项]"), re.compile("[一-鿿]{0,10}?(?:分别|依次)")
_LISTED = re.compile(r"(?:[^，。；：、\n]{2,16}[、和与及])+[^，。；：、\n和与及\d]{2,16}$")  # 甲厂、乙厂|两家|企业分别…
_LONGEST_LIST = 80
_AND = re.compile("[、和与及]")
# People by their names, and how many they are: 王芳、李梅|两位|老师.
_PERSONS_LISTED = re.compile("(?<![一-鿿])(?:[一-鿿·]{2,4}[、和])+[一-鿿·]{2,4}$")
_EACH_OF = re.compile(
    "(?:[^，。；：]{0,8}?[最居较更][多大高]，)?[^，。；：]{0,12}?(?:分[别別获獲]|依次|合[计計共]|[均都各共])"
)
_POINTERS = ("前", "后", "上述", "以上", "这", "那")
_ABOVE = re.compile("(?:^|[，。；\n])(?:以上|上述)$")  # ⏎以上|5项均已完成
_SMALL = re.compile(
    r"[两二三四五六七八九十]+(?:项|大|个|种|条|类|方面|张|道|支|轮|件|双|根|块|篇|次|步|到|率|化|本|股|把|面|根|盘|杆|句)?$"
)
# A place that begins with a numeral: 六盘|县, 三台|县; 三个县 and 三家乡镇企业 are counts.
_NAMED_SO = re.compile("[一二三四五六七八九]{1,2}[^个家座所处支条名位项大类批人户万千百十][县市区镇乡村旗盟州屯寨]")
# A name of a road or village that begins with a numeral: 十八里|庙路, 五道|梁子村.
_ROAD_SO = re.compile("[庙店桥河铺沟坡湾屯堡营岭]路|[一-鿿]{1,2}(?:村(?![民级道里])|社区|街道)")
_NUMERAL_SO = re.compile("[一二三四五六七八九十]{1,3}[里道]")
_HALVES = re.compile("时间过半[、，]?任务[过超]半|双“?过半")  # is said of every July


def states_fact(text: str, quantity: Quantity) -> bool:
    """Return whether the quantity gives a figure for something."""
    return why_no_fact(text, quantity) is None


def why_no_fact(text: str, quantity: Quantity) -> str | None:
    """Return why the quantity gives no figure for anything, None where it does: a word that ``explain`` tells."""
    if quantity.dimension == "count" and text[quantity.start - 1 : quantity.start] == "每":
        return "each"
    if quantity.dimension in ("time", "duration"):
        return None if _is_measured(text, quantity) else "length_of_time"
    if quantity.unit in ("岁", "周岁") and (
        text[quantity.start - 1 : quantity.start] == "满"  # 年满|60岁|的老人
        or quantity.text.endswith(("以上", "以下", "以内"))
        or (quantity.high is not None and _AGED.match(text, quantity.end))  # 3至17岁|人群接种率
    ):
        return "class_of_age"
    if quantity.unit == "%" and _MIDWAY.search(text, max(0, quantity.start - 3), quantity.start):
        return "abstract"
    if _NIGHTS.match(text, quantity.end):
        return "abstract"
    if quantity.unit == "笔" and _RECKONED.match(text, quantity.start):
        return "abstract"
    if (
        quantity.dimension == "count"
        and _BRAND.search(text, max(0, quantity.start - 6), quantity.start)
        and _BRAND_END.match(text, quantity.end)
    ):
        return "slogan"
    if _SLOGAN.search(text, max(0, quantity.start - 4), quantity.start) and _SLOGAN_END.match(text, quantity.end):
        return "slogan"
    if quantity.text in ("过半", "超半") and _HALVES.search(text, max(0, quantity.start - 7), quantity.end + 5):
        return "slogan"
    if _names_event(text, quantity) or _names_plant(text, quantity):
        return "event"
    if _points_back(text, quantity):
        return "points_back"
    if _UNIT.fullmatch(quantity.text) and text[quantity.start - 1 : quantity.start] in ("（", "：", "("):
        return "unit_alone"
    if _is_step(text, quantity):
        return "step"
    if quantity.text.endswith("位") and text[quantity.end : quantity.end + 1] == "数":
        return "digits"
    if _NAMED_SO.fullmatch(quantity.text + text[quantity.end : quantity.end + 1]):
        return "place"
    if _NUMERAL_SO.fullmatch(quantity.text) and _ROAD_SO.match(text, quantity.end):
        return "place"
    if quantity.precision != "exact":
        return None
    if quantity.unit in _PER_ONE and quantity.text == f"1{quantity.unit}" and _PRICED.match(text, quantity.end):
        return "article"
    single = quantity.dimension in ("count", None) or quantity.unit in _PER_ONE
    if quantity.value == 1 and single and _ARTICLE.match(quantity.text):
        starts = text[quantity.start - 1 : quantity.start] in ("从", "由") and _ON.match(text, quantity.end)
        return None if starts else "article"
    abstract = _SMALL.fullmatch(quantity.text) and _abstract().match(text[quantity.end : quantity.end + 9])
    return "abstract" if abstract else None


def _is_step(text: str, quantity: Quantity) -> bool:
    """Return whether the figure counts thresholds, or is one that a level beside it has passed."""
    if _STEP.match(text, quantity.end):
        return True
    before = text[max(0, quantity.start - 8) : quantity.start]
    if quantity.dimension == "count" and before.endswith("元") and _STEPS.match(text, quantity.end):
        return True  # 5万亿元、6万亿元|两个|台阶
    return bool(_STEPS.match(text, quantity.end) and _STEP_AGAIN.search(before))


def _is_measured(text: str, quantity: Quantity) -> bool:
    """Return whether a length of time is a figure: 平均审理58天, 服务1.9万小时; years and 一个月 only tell when."""
    before = text[max(0, quantity.start - 20) : quantity.start]
    if _CIRCLE.match(text, quantity.end) or _MEAN_OF_HOURS.match(text, quantity.end):
        return False
    if _SOONER.search(before):
        return True
    if _YEARS.search(quantity.unit or ""):
        return "." in quantity.text or bool(_LASTS.search(before))
    if text[quantity.end : quantity.end + 1] == "内" and not before.endswith("均"):
        return False
    if _FRAMES.search(before) or (_FRAMED.match(text, quantity.end) and not _HOW_LONG.search(before)):
        return False
    if quantity.unit in ("天", "个月", "周") and before[-1:] in _MARK_BEFORE and _TAKES.match(text, quantity.end):
        return False
    alone = quantity.value == 1 and quantity.precision == "exact" and quantity.text[0] == "一"
    return not (alone or quantity.value == _ROUND_THE_CLOCK or _is_saying(text, quantity, before))


def _is_saying(text: str, quantity: Quantity, before: str) -> bool:
    """Return whether a length of time stands in a short quotation: “1小时”服务圈; no sentence that somebody says."""
    return _SAYING.search(before) is not None and _SAYING_END.match(text, quantity.end) is not None


def _names_event(text: str, quantity: Quantity) -> bool:
    """Return whether a size names a contest or a line: 男子100米, 88公斤级, 3000米接力, 220千伏线路."""
    if text[quantity.start - 1 : quantity.start] == "·" and text[max(0, quantity.start - 2)].isdigit():
        return True  # 5·8|人道公益日
    if quantity.unit in ("千伏", "kV"):
        return bool(_NOUN.match(text, quantity.end))
    if quantity.dimension not in ("length", "mass"):
        return False
    before, after = text[max(0, quantity.start - 4) : quantity.start], text[quantity.end : quantity.end + 3]
    return bool(_CONTEST_BEFORE.search(before) or _CONTEST_AFTER.match(after))


def _names_plant(text: str, quantity: Quantity) -> bool:
    """Return whether a size only names what is built: 年产30万吨|甲醇项目, 100兆瓦|级储能."""
    if text.startswith("级", quantity.end) and quantity.dimension not in ("count", None):
        return True
    if quantity.dimension == "length" and _BROAD.match(text, quantity.end - (quantity.unit == "英寸")):
        return True
    if quantity.unit == "类" and _COUNTED_KIND.search(text, max(0, quantity.start - 3), quantity.start):
        return _NOUN.match(text, quantity.end) is not None
    if _YEARLY.search(text, max(0, quantity.start - 6), quantity.start) and _PLANT.match(text, quantity.end):
        return True
    kind = quantity.dimension not in ("count", "money", "power", None) and _NOUN.match(text, quantity.end)
    if kind and _MACHINE.search(text, max(0, quantity.start - 3), quantity.start):
        return True
    if quantity.dimension not in ("mass", "power", "energy") or quantity.precision != "exact":
        return False
    made = _MADE.search(text, max(0, quantity.start - 4), quantity.start)
    return bool(not made and _SITE.match(text, quantity.end))


def _points_back(text: str, quantity: Quantity) -> bool:
    """Return whether the figure counts what has just been listed: 前两项分别增长…, 三项合计332万元, 四项指数分别…"""
    if quantity.dimension != "count" or quantity.precision != "exact":
        return False
    above = _ABOVE.search(text, max(0, quantity.start - 3), quantity.start)
    few = _FEW.fullmatch(quantity.text) or (
        _FEW_IN_DIGITS.fullmatch(quantity.text) and (above or _EACH_HAS.match(text, quantity.end))
    )
    if not few:
        return False
    before = text[max(0, quantity.start - 2) : quantity.start]
    behind = before[-1:] in ("，", "；", "。") and _ALL.match(text, quantity.end)
    if _SMALL.fullmatch(quantity.text) and (before.endswith(_POINTERS) or behind):
        return True
    if above:
        return True
    first = max(0, quantity.start - _LONGEST_LIST)
    persons = quantity.unit in ("位", "名") and _PERSONS_LISTED.search(text, first, quantity.start)
    listed = persons or _LISTED.search(text, first, quantity.start)
    each = persons or (listed and _EACH_OF.match(text, quantity.end))
    return bool(each and listed and len(_AND.findall(listed.group())) + 1 == quantity.value)


def without_thresholds(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities without those that bound what the next one counts: 投资|亿元以上|的9家."""
    kept: list[Quantity] = []
    for index, quantity in enumerate(quantities):
        if kept and _bounds_behind(text, kept[-1], quantity):
            note("fact.threshold", quantity.start, quantity.end, counted=kept[-1].text)
            continue
        follower = quantities[index + 1] if index + 1 < len(quantities) else None
        if follower is None or not _bounds(text, quantity, follower):
            kept.append(quantity)
        else:
            note("fact.threshold", quantity.start, quantity.end, counted=follower.text)
    return kept


def _bounds_behind(text: str, counted: Quantity, quantity: Quantity) -> bool:
    """Return whether a value bounds the things that the one before it counts: 70个|30亿元以上|项目."""
    over = quantity.precision == "over" and quantity.text[0] in "过超逾"  # 15个|超亿元|项目
    bounds = over or quantity.precision in ("at_least", "at_most")
    if not bounds or counted.dimension != "count":
        return False
    if counted.end == quantity.start:
        return quantity.dimension == "money" and _NOUN.match(text, quantity.end) is not None
    sized = _SIZED.fullmatch(text, counted.end, quantity.start)
    return sized is not None and _HAS_SIZE.match(text, quantity.end) is not None


def _bounds(text: str, quantity: Quantity, follower: Quantity) -> bool:
    if quantity.precision == "range" and quantity.dimension != "ratio" and quantity.unit != follower.unit:
        return _RANGE_OF.fullmatch(text, quantity.end, follower.start) is not None
    if quantity.precision not in ("at_least", "over", "under", "at_most"):
        return False
    if follower.unit == "%" and _of_those(text, quantity, follower):
        return True
    if follower.unit == "%" and quantity.dimension == "count" and not quantity.text.startswith(("超", "不")):
        return bool(_RATE.fullmatch(text[quantity.end : follower.start]))
    if follower.unit == "%":
        return quantity.dimension == "money" and bool(_GROWS.fullmatch(text[quantity.end : follower.start]))
    if follower.dimension != "count":
        return False
    if quantity.precision == "over" and quantity.text[0] not in "过超逾":
        return False
    between = text[quantity.end : follower.start]
    if quantity.text[0] in "过超逾" and quantity.dimension == "money" and _OF_SIZE.fullmatch(between):
        return True
    if between.startswith("的"):
        return bool(_COUNTED.fullmatch(between[1:]))
    if quantity.text.endswith(("以上", "以下", "以内")) and _CLASS.fullmatch(between):
        return not between.startswith(tuple(words("verb")))
    return not between and quantity.dimension != follower.dimension


def _of_those(text: str, quantity: Quantity, follower: Quantity) -> bool:
    """Return whether a share is of those whom a value bounds: 加班|超过10小时|的占12%, 收入|5万元以上|的村占六成."""
    spoken = quantity.precision != "over" or quantity.text[0] in "过超逾"
    return spoken and _SHARED.fullmatch(text, quantity.end, follower.start) is not None


@cache
def _abstract() -> re.Pattern[str]:
    """Return the pattern of a short phrase that ends in an abstract noun."""
    return re.compile(rf"“?[一-鿿]{{0,6}}?(?:{alternation('abstract')})”?")
