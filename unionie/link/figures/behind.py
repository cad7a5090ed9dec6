"""The words behind a value that name the thing counted.

Enters: a Reader and the clean offsets behind a value. Leaves: the phrase there, and where it ends.
Next: ``indicators``.
"""

from __future__ import annotations

import re

from unionie.link.figures.clauses import TIME
from unionie.link.figures.cues import LINK_TAIL
from unionie.link.figures.leads import LIMIT, PLACE
from unionie.link.figures.parts import OF_THESE
from unionie.link.figures.phrases import ends_nominal, last_predicate, noun_prefix, trim_left, trim_right, whole_words
from unionie.link.figures.scope import Reader
from unionie.values.types import Quantity

__all__ = ["ATTRIBUTE", "FARED", "JOINS", "OF_ALL", "find_behind", "sooner"]

_LAST_JOINT = re.compile("[、和及][^、和及]*$")
_COUNTS = re.compile(r"[、和及]\d+届")  # 举办|4届|博览会、3届论坛
_OF_THOSE = re.compile("[中里](?:[的，还仍已只仅也]|有)")  # 在编327人|中有正高46人
_SOONER = re.compile("(?P<way>提前|提早|推迟|延后|延期)[了约近]?$")
_DEED = re.compile(f"[一-鿿“”{TIME}]{{2,24}}")
OF_ALL = re.compile("(?<=[村镇乡县区市户家业])(?:全部|[均都])$")  # 11个|村均|突破100万元
_BODIES_OF = re.compile("[一-鿿]{0,6}?(?:[村镇乡县市区户]|街道|社区|企业)(?=的[一-鿿]{2})")  # 3个|村|的收入不足10万元
_WITHIN = re.compile("内(?![陆部河科资外墙地])")
_AND = re.compile("和(?![美平谐睦田顺])")  # 500个|和美乡村
# What is measured of those who are counted, behind their name.
ATTRIBUTE = re.compile(
    "(?:平均)?(?:年?(?:工业|农业)?(?:总?产值|增加值)|地区生产总值|(?:主营业务|营业|销售|经营性?|集体经济|人均(?:可支配|纯)?|总|年)?(?:收入|营收)"
    "|销售额|利润(?:总额)?|税收|[一-鿿]{2}率)$"
)
_MEAN = re.compile("[人户]均")
_OF_MEAN = re.compile("(?<=[一-鿿]{2})[人户]均(?=[一-鿿]{2})")  # 120户|脱贫户|户均增收3000元
_SHORTEST = 2  # characters
_LEAST_LONG = 6
FARED = re.compile(
    "顺利|全面|加快|有序|相继|陆续|扎实|稳步|如期|按期|圆满|落地实施|建成|开工|破土|动工|封顶|主体(?=[封已完])|投产|完工|投入使用|已经?(?=[一-鿿])|正在|全部"
)
_ALREADY = re.compile("(?<=[一-鿿]{2})(?:已经?|均已)")
_CHOSEN = re.compile("入选|入围|获评|跻身|列入|获批")  # 高职学校|入选第二轮国家“双高计划”
_LONG = 28  # characters
_DATED = re.compile(f"[^{TIME}]+(?={TIME})")
JOINS = ("和", "及", "与", "、")
_SHORT = 3  # characters of a deed that may read as a noun: 通车, 交货
_LONGEST_DEED = 14  # characters


def sooner(reader: Reader, quantity: Quantity, words: str, after: str) -> str:
    """Return what was done so much sooner or later, said behind the value: 提前|41天|贯通 → 提前贯通."""
    if quantity.dimension not in ("duration", "time"):
        return ""
    way, deed = _SOONER.search(words), _DEED.match(after)
    did = deed.group().replace(TIME, "").replace("“”", "") if deed else ""
    if way is None or not did:
        return ""
    if not (len(did) <= _SHORT or did.startswith("超额") or reader.tag(did)[0][1].startswith("v")):
        return ""
    return way["way"] + did[: whole_words(did, reader.tag, _LONGEST_DEED)]


def find_behind(reader: Reader, start: int, end: int, depth: int, *, last: bool) -> tuple[str, int]:
    """Return the phrase behind a value that names the thing counted, and where it ends."""
    words = _up_to_name(reader, reader.words(start, end, depth), start)
    if (
        words.startswith(("、", "及", "与", "（"))
        or _WITHIN.match(words)
        or _AND.match(words)
        or _OF_THOSE.match(words)
    ):
        return "", start
    if not last and (dated := _DATED.match(words)):
        words = words[: dated.end()]  # 13个|园区|2025年营业收入…
    low, high = trim_right(words, reader.tag)
    if counts := _COUNTS.search(words, low, high):
        high = counts.start()
    body = words[low:high]
    if not body:
        return "", start
    if not last and (within := OF_THESE.search(body)):
        return reader.phrase(start + low, start + low + within.start(), depth), start + low + within.start()
    if not last and words.endswith(("、", "和", "及")) and len(body) <= LIMIT:
        return reader.phrase(start + low, start + high, depth), start + high
    if not last and (bodies := _BODIES_OF.match(body)):
        return reader.phrase(start + low, start + low + bodies.end(), depth), start + low + bodies.end()
    if not last and (already := _ALREADY.search(body)) and ends_nominal(body[: already.start()], reader.tag):
        high = low + already.start() - body.endswith("中", 0, already.start())  # 16项|审计发现问题|已整改完成7项
        return reader.phrase(start + low, start + high, depth), start + high
    noun = noun_prefix(body, reader.tag)
    if not last and words.endswith("等") and (joint := _LAST_JOINT.search(body, 0, noun)):
        noun = joint.start()  # 14条|高速公路项目和北岭铁路等|4个铁路项目
    if not last and (mark := body.rfind("、", 0, noun)) > 0 and PLACE.search(body[mark + 1 :]):
        noun = mark  # 1万亩|节水灌溉、奋斗镇7000平方米…: where the next value is
    if last:
        if len(body) > LIMIT and noun and (tail := last_predicate(body, noun)) is not None:
            named = reader.phrase(start + low, start + low + noun, depth)
            return named + reader.phrase(start + low + tail, start + low + len(body), depth), end
        joined = body[noun : noun + 1] in JOINS  # 国有|及控股企业单独建立了…
        if len(body) <= LIMIT or (_CHOSEN.match(body, noun) and len(body) <= _LONG and noun):
            length = len(body)
        elif head := _long_head(reader, body):
            length = max(noun, head)
        else:
            length = (0 if joined else noun) or whole_words(body, reader.tag, LIMIT)
        return reader.phrase(start + low, start + low + length, depth), end
    if (mean := _OF_MEAN.search(body)) and _names_who(body[: mean.start()], reader):
        return reader.phrase(start + low, start + low + mean.start(), depth), start + low + mean.start()
    if noun:
        link = LINK_TAIL.search(body)
        measured = ATTRIBUTE.search(body, _SHORTEST, link.start() if link else len(body))
        noun = min(noun, measured.start()) if measured and not _MEAN.match(body) else noun  # 13家|企业|产值达5亿元
        return reader.phrase(start + low, start + low + noun, depth), start + low + noun
    inner, outer = trim_left(body, reader.tag)
    return reader.phrase(start + low + inner, start + low + outer, depth), start


def _names_who(words: str, reader: Reader) -> bool:
    """Return whether words are a noun: no verb of two characters stands in them but at the start (脱贫户)."""
    return not any(pos.startswith("v") and len(word) > 1 for word, pos in reader.tag(words)[1:])


def _up_to_name(reader: Reader, words: str, start: int) -> str:
    """Return the words behind a value without the name whose 的 says that it has them: 8组|道岔的|甲工务段."""
    of = words.find("的")
    if of < 1 or start + of + 1 not in reader.subjects or noun_prefix(words[:of], reader.tag) < of:
        return words
    return words[:of]


def _long_head(reader: Reader, body: str) -> int:
    """Return where a long noun ends before how it fared, 0 where nothing tells: 人居环境综合整治示范项目|顺利完工."""
    fared = FARED.search(body, _LEAST_LONG)
    if fared is None or body.count("“", 0, fared.start()) != body.count("”", 0, fared.start()):
        return 0
    return fared.start() if ends_nominal(body[: fared.start()], reader.tag) else 0
