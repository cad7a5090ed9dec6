"""Words that only qualify the indicator before them: 占比, 人均, 增速, 总产量, 强度.

Enters: the words before a value and the indicator that the clauses before speak of. Leaves: the indicator written out,
or nothing. Next: ``indicators``.
"""

from __future__ import annotations

import re

from unionie.link.figures.measures import Reading
from unionie.values.types import Quantity

MODIFIER = re.compile(
    r"^(?:(?:单[笔项次件日月场一])?最[高低多少大小长短](?:每[人户天日月]|一[笔次天日])?|(?:[月日年]人|[人户生村班校床亩日月年周天件案笔台车店])均[月年]?"
    r"|平均(?:每[一-鿿（）]{1,7})?|每(?![周月年天日季旬]|[人户][拥占])[一-鿿]{1,3}|高峰[日期]|峰值)(?:的|达|为|是)*$"
)
_MODIFIER_TAIL = re.compile(r"(?:最[高低多少大小长短]|平均|[人户生村班校床亩件案笔台车店]均)$")
GENERIC = re.compile(r"^(?:增速|增幅|降幅|跌幅|涨幅|增长率|总量|增量|规模|总额)$")
# Of what is ranked, not what: 清积率93%，排名|全省第3.
OF_RANKED = re.compile(f"(?:{GENERIC.pattern}|^(?:数量|排名|位次|名次|人数|件数)$)")
_TOTAL = re.compile(
    r"^(?:全[国省市区县州旗盟镇乡村])?(?:总数|总量|总额|总规模|数量|存量|总里程|总面积)$"
)  # of what was counted before
_ADDED = re.compile(
    "^新(?:认定|增加?|建成?|组建|成立|发展|创建|评定?|授予?|登记|招[聘收录]?|引[进入]|培育|命名|注册|开[办设通工]?|办|设立?|入库|入驻|入会"
    "|安?装|聘用?|选聘|配[备置]?|购置?|添置?|投[用放运产]|铺设|布[设放]|改建|扩建|修建?|植|签约|落户|吸纳|上线|获批|立项)(?=..)"
)
_ADDED_BEHIND = re.compile("新增$")
_REACHED = re.compile(
    "[、，\x01]*(?:年末|年底|现|已|目前)?(?:(?:累计|总共|共有?|共计)|(?=[达突增升扩超]))(?:达到?|突破|增至|增加到|扩大到|升至|超过?)?[近约]?(?=[0-9])"
)
_SUCH_AS = re.compile("^.+等(?=..)")  # 甲、乙等|文明城市
_COUNT = re.compile(r"^(?:人数|户数|件数|总?数量?|金额|比重|占比|标准)$")  # 培训职工560人，人数比上年增长|8%
_SHARE_ONLY = re.compile(r"^(?:占比|比重|比例$|占(?!床))")
_OUTPUT = re.compile(r"^(?:总|年)?产[量值]$|^[单总]产$")  # 产量: of the crop whose area or capacity stands before
_AMOUNT = re.compile("增加值|总?产[值量]|(?:营业)?总?收入|利润(?:总额)?|(?:资产)?总额|总规模|税收")
_OWNER = re.compile(
    "(?P<who>[一-鿿]{0,8}?(?:(?<![企作毕就创开停行专])业|经济|平台|园区|集群|企业|粮食|油料|蔬菜|水果|茶叶|棉花))"
    "(?:生产|发展|建设|种植)?(?:支撑|引领|带动|主导)?(?:作用|活力|实力|效益|势头|动能|质量|规模)?"
    "(?:不断|持续|更加|进一步|日益|显著|明显|蓬勃|稳步|快速|再[获创上]|喜获|获得?|增强|壮大|做大|凸显|向好|提升|回升|加快|丰收)"
)
_CAPACITY = re.compile(r"(?P<thing>[一-鿿]{2,6}?)(?:[播种植养殖]{2}面积|面积|(?:综合)?(?:生产能力|产能)|单产)")
# What is always of something, and what is said of the same thing before: 机器人|产量增长35%、出口量….
_DEPENDENT = re.compile("^(?:总|年)?(?:产[量值]|保有量|销售?[量额]|[进出]口[量额]|占比|金额|市场份额)$")
_SAID_OF = re.compile(
    "(?P<thing>[^，；、]{2,14}?)(?:市场)?(?:总|年)?(?:产[量值]|面积|保有量|渗透率|成交额|销售?[量额]|[进出]口[量额]|普及率|装机)$"
)
_IN_WHOLE = re.compile("(?:占比|比重)$")


def without_added(topic: str) -> str:
    """Return what was added, without the verb of that: 新安装|路灯."""
    return _ADDED_BEHIND.sub("", _ADDED.sub("", topic))


def stock_of(topic: str, said: str) -> str:
    """Return what has come to so many in all by the words and the value behind them, "" if none was added.

    >>> stock_of("新建职工书屋", "，累计达到86家")
    '职工书屋'
    """
    thing = without_added(topic)
    return thing if thing != topic and _REACHED.match(said) else ""


def of_owner(phrase: str, spoken: str) -> str:
    """Return the trade or body of which a bare amount is told, named by the clause before: 粮食生产再获丰收，|总产量.

    >>> of_owner("增加值", "工业支撑作用更加明显")
    '工业'
    """
    found = _OWNER.match(spoken.lstrip("，、")) if _AMOUNT.fullmatch(phrase) else None
    return found["who"] if found else ""


def of_crop(phrase: str, spoken: str, topic: str) -> str:
    """Return the crop that a bare 产量 is of: 粮食播种面积1530万亩、总产量|124亿斤, 粮食生产能力提升，产量|130万吨.

    ``spoken`` is the clause before if it has no value, ``topic`` the indicator before.
    """
    if not _OUTPUT.match(phrase):
        return ""
    found = _CAPACITY.search(spoken) or _CAPACITY.search(topic)
    return found["thing"] if found else ""


def of_thing(phrase: str, topic: str) -> str:
    """Return a bare attribute with the thing that the one before is of: 机器人产量增长35%、|出口量 → 机器人出口量."""
    said = _SAID_OF.fullmatch(topic) if _DEPENDENT.match(phrase) else None
    return said["thing"] + phrase if said and said["thing"] + phrase != topic else ""


def qualify(topic: str, phrase: str, reading: Reading, quantity: Quantity) -> tuple[str, str] | None:
    """Return the indicator and its rule where the words before a value only qualify the topic: 占比, 人均, 增速."""
    if (reading.measure == "share" or quantity.unit == "%") and _SHARE_ONLY.match(phrase):
        return (topic.removesuffix("占") if phrase.startswith("占") else topic) + phrase, "share"
    if MODIFIER.match(phrase):
        return _MODIFIER_TAIL.sub("", topic) + phrase, "modifier"
    if phrase == "强度" and topic.endswith(("投入", "支出", "经费")):
        return topic + phrase, "generic"
    if (
        (reading.measure in ("change", "gap") and _COUNT.match(phrase))
        or (GENERIC.match(phrase) and reading.measure != "level")
        or (_TOTAL.match(phrase) and reading.measure == "level")
    ):
        topic = _IN_WHOLE.sub("", topic) if phrase == "规模" else topic
        whole = _SUCH_AS.sub("", without_added(topic)) if _TOTAL.match(phrase) else topic
        whole = whole.removesuffix(phrase[1:]) if phrase.startswith("总") else whole  # 铁路|里程|总里程
        return whole + phrase, "generic"
    return None
