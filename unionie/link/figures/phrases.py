"""The words around a value, trimmed to the phrase that names what is measured.

Enters: masked text to the left or right of a value. Leaves: trimmed phrases and what part of speech they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from unionie.link.figures.clauses import ASIDE, TIME
from unionie.link.figures.cues import LEAD, LINK_TAIL, words
from unionie.link.figures.head_words import JOINT
from unionie.values.nouns import unit_of

Tagger = Callable[[str], list[tuple[str, str]]]

_TRAILING_PLACE = re.compile(r"(?:全[国省市区县州旗盟镇乡村院校厂局矿段站所队]|全公司|[我本][省市区县院校厂])$")
_TRAILING = re.compile(
    rf"(?:[、，的了等和及或并而{TIME}{ASIDE}\u3000\t]|以及|其中|基础之?上|(?<!参)与|(?<=..)(?<![集其空高初当途水期])中)+$"
)
_PLACE_SUBJECT = re.compile(
    r"^(?:(?:全国(?!重点|道德|文明|级)|全省|全市|全区|全县|全州|全旗|全盟|全镇|全乡|全村|全院|全校|全厂|全司|全公司|全所|全局|全矿|全关(?!键)|全馆|全支队|全大队|全系统|全集团|全行业|全社会(?=[共累已])|"
    r"[我本该](?:省|市|区|县|州|旗|盟|镇|乡|村|院|校|厂|司|所|局|会|集团|公司|行|站|中心|支队|大队|年度)|各地)"
    r"(?:[各一两三四五]级)?(?:工会组织|总?工会|政府(?![性债采]|购买|投资项目|投资基金|专项债|隐性)|法院|检察机关|检察院|妇联组织|妇联|团组织|公安机关)?(?:上下|范围内|内)?(?:共|计有)?|"
    r"各级(?:工会组织|工会)共?|等[一-鿿]{0,2}(?:部门|单位)(?=[一-鿿]{2})|我们|他们|她们|[他她](?![人引])|记者)"
)
_STILL = ("仍", "也")  # 流失率仍|达14%
_PAIRED = frozenset("“”‘’「」（）()")
_TWO = 2  # characters of a word
_RESULT = frozenset("出到起上下")
_OBJECT = 6  # a preposition's object alone is short; what is longer holds a verb that the tagger took for a noun
_NOW = frozenset(["目前", "如今", "现在", "眼下", "当前", "现今"]) | frozenset(
    ["今年", "去年", "明年", "当年", "上年", "近年", "近年来", "全年", "年内"]
)
_ENDS_BEFORE = re.compile("有效$|[我本]院$|\x01前$")
_WHOLE = re.compile(
    "已建(?:工会|会)[一-鿿]|先[一-鿿]{1,4}后[一-鿿]{2}|长期未|再(?:就业|生|贷款|保险|融资|利用|制造|教育|分配)|和[美谐平睦]|长期(?:租赁|护理|照护|照料|股权|借款|贷款)|就[近地](?:就业|化解|转化)|暂[停缓]|高速(?:公路|服务|收费)|单独招生|按期[一-鿿]{2,4}率"
)
_KEPT_ADVERBS = frozenset(
    [
        "新",
        "人均",
        "户均",
        "平均",
        "年均",
        "日均",
        "次均",
        "村均",
        "亩均",
        "班均",
        "校均",
        "最高",
        "最低",
        "重新",
        "首次",
        "初次",
        "再次",
        "正",
        "首发",
        "一次性",
        "轻度",
        "中度",
        "重度",
        "全程",
        "非",
        "不",
        "未",
        "自然",
        "实际",
        "急难",
    ]
)
_JOINT = re.compile(r"[、，]|等(?!级|次)|并(?!购|网)|从而|而(?!且)|来(?!访|电|信|自|华)|以便|用于")
_AND_SO_ON = re.compile("等(?:[一-鿿]{0,4}(?:工程|项目|工作|任务|活动|措施|内容|事项))?$")
_PASSED = re.compile(
    "(?:首次|首度|一举|成功|双双|连续)*(?:突破|跨越|[迈跨越跃][上过入]|[过破超])[十百千万亿]+元?(?:大关|台阶|关口)?$"
)
_SMALL_WORDS = frozenset(["d", "c", "p", "u", "y", "r", "ul", "uj", "ud", "uv", "x"])
_MANNER = frozenset(["a", "ad", "vd", "z"])
_WHICH = ("重点", "主要")  # say which of the things are meant
NOUNS = ("选手", "优胜", "提案", "独立")  # verbs to the tagger
_HOW = ("d", "ad", "vd")
_TOLD_HOW = 3  # words: 连续|三年|高速
_LAST = frozenset("仍还也又再均都已共中里内上下")  # may stand alone before a value
_NOMINAL = ("n", "j", "i", "l", "an", "vn", "s", "t", "b", "ORG")
_PREPOSITION = re.compile(
    r"对|向|给|为|由|把|将|从|在(?![岗校职建册档编籍读训院研编泊途办逃押审库线售租用产孕役营])|于|至|到(?![账位校货场访岗])|按|以|被|让|使|与|同|和"
)
_OF_CLAUSE = frozenset("使让被")  # what stands behind them does, or is done, something: 使全区驿站总数|达到58个
_TRADE = ("出口", "进口", "投资", "贸易", "总额", "总值", "贸易额")
_UNDER = re.compile(
    r"^(?:在|通过|经过|围绕|按照|根据|针对|随着|结合|依托|利用|借助)[^，]{1,30}?(?:方式|形式|途径|渠道|手段|中|上|下|里|内|期间|活动中|过程中|方面|基础上|后|来)(?=[一-鿿]{2})"
)
# What is done to the thing whose value is told: 县局把|平均用时|由8天压减到5天, 年底前让|覆盖面|达到98%.
_DONE_TO = re.compile(
    "(?:[^，、“]{0,14}?(?:(?<![手一火])把(?![手关握脉控守])|(?<![即必行主名干健老麻])将把?(?![军士领校来要至近于帅有]))"
    f"|(?:[^，、“]{{0,6}}?[要前内将来{TIME}])?[让使](?![利步座渡用命者馆]))(?=[一-鿿“]{{2}})"
)
_NOTE_MARK = re.compile(r"[［\[〔【]\d{1,2}[］\]〕】]|[①-⑳](?<=[一-鿿].)")  # of a footnote
_ALL = ("全部", "悉数", "全都")
# 11个|县（市、区）|全部|实现…
_ALL_OF_THEM = re.compile(f"(?<=[一-鿿）]{{2}})(?:已|已经|均|均已)?(?:{'|'.join(_ALL)})$")
_BRACKETED = re.compile("[（(][^（）()]*[）)][ \u3000]*(?=.)")  # （以下简称公司）|产煤, （一）|门急诊量
_AGAINST = re.compile(f"[与同跟][一-鿿{TIME}]{{0,8}}相比")  # 18类|食品合格率|与去年同期相比有所上升
_AFTER = re.compile(r"^.{2,}?(?<![先前最今其])后(?=[一-鿿]{2})")


def clean_phrase(phrase: str, surface: str) -> str:
    """Return the phrase as ``surface`` has it, without masks, edge punctuation and half quotations.

    A bracket before it says who is meant, or numbers it.
    """
    text = surface
    if TIME in phrase or ASIDE in phrase:
        text = "".join([own for mask, own in zip(phrase, surface, strict=True) if mask not in (TIME, ASIDE)])
    text = _NOTE_MARK.sub("", text)
    text = text.lstrip(" \u3000\t、，的").rstrip(" \u3000\t、，")
    text = text if text.endswith("标的") else text.rstrip("的")
    text = text[:-1] if text.endswith(_STILL) and len(text) > 2 else text
    for opening, closing in () if _PAIRED.isdisjoint(text) else ("“”", "‘’", "「」", "（）", "()"):
        if text.count(opening) != text.count(closing):
            text = text.strip(opening + closing)
    text = text.rstrip("…")
    text = _ALL_OF_THEM.sub("", text) if text.endswith(_ALL) else text
    bracket = _BRACKETED.match(text) if text.startswith(("（", "(")) else None
    return text[bracket.end() :] if bracket else text


def trim_left(phrase: str, tag: Tagger) -> tuple[int, int]:
    """Return the bounds, inside ``phrase``, of what names the indicator in the words before a value."""
    end = len(phrase)
    if match := LINK_TAIL.search(phrase):
        end = _within_word(phrase, match.start(), tag)
    if (match := _TRAILING_PLACE.search(phrase[:end])) and match.start():
        end = match.start()
    start = 0
    done = _DONE_TO.match(phrase, 0, end)
    thing = phrase[done.end() : end].removeprefix("单次") if done else ""
    if done and (phrase[done.end()] in "本该其" or noun_prefix(thing, tag)):
        start = done.end()
    while True:
        before = start
        rest = phrase[start:end]
        for pattern in (LEAD, JOINT, _PLACE_SUBJECT):
            if match := pattern.match(rest):
                start += _word_end(rest, match.end(), tag)
                rest = phrase[start:end]
        for pattern in (_UNDER, _AFTER):
            match = pattern.match(rest)
            if match and match.end() < len(rest) and not _ends_in_word(rest, match.end(), tag):
                start += match.end()
                rest = phrase[start:end]
        if start == before:
            break
    return start, end


def _ends_in_word(phrase: str, cut: int, tag: Tagger) -> bool:
    """Return whether the character before ``cut`` is part of a word: 查处酒后|驾驶, not 改革后|人均结案."""
    return any(start < cut - 1 < end or start < cut < end for start, end, _ in _tokens(phrase, tag))


def _word_end(phrase: str, cut: int, tag: Tagger) -> int:
    """Return the last word boundary up to ``cut``: a lead ends between words (现代|服务业, not 现|代服务业)."""
    if cut >= len(phrase) or not "一" <= phrase[cut - 1] <= "鿿" or not "一" <= phrase[cut] <= "鿿":
        return cut
    if _ENDS_BEFORE.search(phrase, max(0, cut - _TWO), cut) or phrase.startswith("政府", cut):
        return cut  # 全县|政府债务, 有效|应对, 我院|门急诊, 年底前|线上: read as 有|效应|对, 我|院门|急诊, 前线|上
    boundary = 0
    for _, end, _ in _tokens(phrase, tag):
        if end > cut:
            break
        boundary = end
    return boundary


def _within_word(phrase: str, cut: int, tag: Tagger) -> int:
    """Return the end of the word that ``cut`` splits (报|到, 签|约), else ``cut``: a tail begins between words."""
    if (
        not cut
        or phrase[cut] in "均拟"
        or phrase.startswith("率仅", cut - 1)
        or (phrase[cut] == "为" and phrase[cut - 1] in "数率额量值面")
        or phrase.endswith("比重", 0, cut)
        or not "一" <= phrase[cut - 1] <= "鿿"
        or not "一" <= phrase[cut] <= "鿿"
    ):
        return cut
    split = next(((start, end, pos) for start, end, pos in _tokens(phrase, tag) if start < cut < end), None)
    whole = split is not None and (split[1] - split[0] == _TWO or (split[2] == "n" and split[1] == cut + 1))
    return split[1] if split is not None and whole else cut


def skip_adverbs(phrase: str, tag: Tagger) -> int:
    """Return how many characters of leading adverbs, conjunctions and time words a phrase starts with."""
    skipped = 0
    for start, end, pos in _tokens(phrase, tag):
        if (
            not (pos in ("d", "c") or phrase[start:end] in _NOW)
            or phrase[start:end] in _KEPT_ADVERBS
            or _WHOLE.match(phrase, start)
            or (phrase[start] in "最非新" and phrase[start:end] != "最后")
            or phrase.startswith(("结余", "结转"), end)  # 上年|结余
            or (len(phrase) - end == 1 and phrase[end] not in _LAST)  # 同意|率, 下甫|乡
        ):
            break
        skipped = end
    return skipped if skipped < len(phrase) else 0


def shorten(phrase: str, limit: int) -> int:
    """Return where a phrase longer than ``limit`` is cut so that its last verb or noun phrase stays."""
    if len(phrase) <= limit:
        return 0
    cuts = [match.end() for match in _JOINT.finditer(phrase) if len(phrase) - match.end() >= 3]
    within = [cut for cut in cuts if len(phrase) - cut <= limit]
    return within[0] if within else (cuts[-1] if cuts else 0)


def trim_right(phrase: str, tag: Tagger) -> tuple[int, int]:
    """Return the bounds, inside ``phrase``, of what names the indicator in the words after a value."""
    match = LEAD.match(phrase)
    start = _word_end(phrase, match.end(), tag) if match else 0
    match = _TRAILING.search(phrase, start)
    end = match.start() if match else len(phrase)
    against = _AGAINST.search(phrase, start, end)
    return start, max(start, against.start() if against else end)


def noun_prefix(phrase: str, tag: Tagger) -> int:
    """Return how many characters of ``phrase`` belong to its leading noun phrase: 农民工|追回欠薪 → 3."""
    tokens = _tokens(phrase, tag)
    last = 0
    seen_noun = False
    for index, (start, end, pos) in enumerate(tokens):
        if not seen_noun and phrase[start:end] in _WHICH:
            continue
        if seen_noun and phrase[start:end] == "实际":
            break  # 21个|自贸区|实际使用外资…
        if pos.startswith(_NOMINAL) or pos in ("m", "q", "nr", "nz", "x"):
            seen_noun = True
            last = end
        elif pos in ("a", "u", "uj", "k", "f", "ag", "ng", "zg", "g", "z"):
            continue
        elif pos.startswith("v") and not seen_noun:
            follower = tokens[index + 1 :]
            if not follower or not follower[0][2].startswith(_NOMINAL):
                return 0
            if not any(item[2].startswith("v") for item in follower[1:]):
                return 0
        elif phrase[start:end] in ("和", "及", "与", "、", "或"):
            continue
        else:
            break
    quote = phrase.rfind("“", 0, last)
    return last if "”" in phrase[quote:last] or quote < 1 else quote  # 中小学|“互联网+明厨亮灶”


def whole_words(body: str, tag: Tagger, limit: int) -> int:
    """Return the length of the leading whole words of ``body`` that stay within the limit."""
    length = 0
    for word, _ in tag(body):
        if length + len(word) > limit:
            break
        length += len(word)
    return length


def last_predicate(body: str, noun: int) -> int | None:
    """Return where the last short predicate behind a noun starts: 职工|因意外伤害等原因而|获得互助保险理赔."""
    if _AND_SO_ON.search(body, noun):
        return None  # 回风巷贯通、|厂区改造等工程: another thing
    starts = [match.end() for match in _JOINT.finditer(body, noun) if 3 <= len(body) - match.end() <= 12]
    return starts[0] if starts else None


def ends_nominal(phrase: str, tag: Tagger, *, strictly: bool = False) -> bool:
    """Return whether the last word of the phrase is a noun; ``strictly``: not one that reads as a verb, too."""
    tokens = _tokens(phrase, tag)
    if not tokens:
        return False
    start, end, pos = tokens[-1]
    if phrase[start:end] in words("verb"):
        return False
    if pos == "vn" and strictly:
        return False
    if pos.startswith(("n", "j", "l", "i", "an", "vn", "s", "t")) or pos in ("x", "eng"):
        return True
    return len(tokens) > 1 and end - start == 1 and pos not in ("p", "v", "c", "d", "u", "uz", "ul")


def verb_prefix(phrase: str, tag: Tagger) -> str:
    """Return the leading verb of a phrase like 走访困难职工, or "" if it starts otherwise."""
    tokens = _tokens(phrase, tag)
    if len(tokens) > 2 and phrase[: tokens[0][1]] == "新" and tokens[1][2].startswith("v"):
        return phrase[: tokens[1][1]]  # 新培育|智能工厂
    if len(tokens) > 2 and tokens[0][2] == "v" and phrase[tokens[0][1]] in _RESULT and tokens[1][1] == _TWO:
        return phrase[:_TWO]  # 送出|西瓜
    if len(tokens) < 2 or not tokens[0][2].startswith("v") or tokens[0][2] == "vn" or phrase[tokens[0][1] :] == "率":
        return ""
    return phrase[: tokens[0][1]] if tokens[0][1] >= 2 else ""


def opens_with_verb(phrase: str, tag: Tagger) -> bool:
    """Return whether a phrase begins with a verb, or a word that mostly is one here: 发展会员, 培训职工."""
    tokens = _tokens(phrase, tag)
    if phrase.startswith("联合"):
        return False  # 新建独立工会8家、|联合工会|2家
    return len(tokens) > 1 and (verb_prefix(phrase, tag) != "" or phrase[: tokens[0][1]] in words("verb"))


def tells_how(phrase: str, tag: Tagger) -> bool:
    """Return whether a phrase holds only small words and the manner in which something is reached: 稳步, 成功, 持续."""
    return bool(phrase) and all(pos in _SMALL_WORDS or pos in _MANNER for _, _, pos in _tokens(phrase, tag))


def names_verbs(phrase: str, tag: Tagger) -> bool:
    """Return whether a phrase is nothing but verbs and small words: 加快推进, 启动, 举全区之力推进 is not."""
    tokens = _tokens(phrase, tag)
    return bool(tokens) and all(pos.startswith("v") or pos in ("d", "ad", "c") for _, _, pos in tokens)


def without_manner(phrase: str, tag: Tagger) -> str:
    """Return the noun of a clause that says how it changed, without that: 入学率|稳步(提升), 会员队伍|不断壮大."""
    if (passed := _PASSED.search(phrase)) and passed.start():
        return phrase[: passed.start()]
    tokens = _tokens(phrase, tag)
    hows = [
        index
        for index, (start, end, pos) in enumerate(tokens)
        if start and ((pos in _HOW and end - start > 1) or phrase.startswith("连续", start))
    ]
    return phrase[: tokens[hows[0]][0]] if hows and len(tokens) - hows[0] <= _TOLD_HOW else phrase


def lacks_object(phrase: str, tag: Tagger) -> bool:
    """Return whether a phrase is a verb that needs an object and has none: 去年新建了, 竣工, 全年发放."""
    verbs = [phrase[start:end] for start, end, pos in _tokens(phrase, tag) if pos not in _SMALL_WORDS and pos != "t"]
    return len(verbs) == 1 and verbs[0] in words("transitive")


def without_verb(phrase: str, tag: Tagger) -> str:
    """Return the phrase without the verbs at its end: 加装电梯开工, 加装电梯新开工 → 加装电梯."""
    tokens = list(_tokens(phrase, tag))
    while len(tokens) > 1 and (tokens[-1][2] in ("v", "ul", "d", "p") or phrase[slice(*tokens[-1][:2])] == "新开工"):
        tokens.pop()
    return phrase[: tokens[-1][1]] if tokens else ""


def tells_action(phrase: str, tag: Tagger) -> bool:
    """Return whether the phrase says that something was done (新建幼儿园), not only what there is (职工入会率)."""
    if phrase.startswith(("新", "累计", "完成", "获")):
        return True
    tokens, amount = _tokens(phrase, tag), words("amount")
    if len(tokens) > 1 and tokens[0][2] == "vn" and phrase[: tokens[0][1]] not in amount:
        return True
    return any(phrase[start:end] not in amount for start, end, pos in tokens if pos == "v")


def opens_with_preposition(phrase: str, tag: Tagger) -> bool:
    """Return whether the first word of the phrase is a preposition: 对, 为, 在."""
    return _PREPOSITION.match(phrase) is not None and _tokens(phrase, tag)[0][1] == 1


def is_governed(phrase: str, tag: Tagger, longest: int = _OBJECT) -> bool:
    """Return whether the phrase is a preposition and its object, without a verb: 为困难群众, 在上海."""
    if not opens_with_preposition(phrase, tag) or phrase[0] in _OF_CLAUSE or phrase.endswith(_TRADE):
        return False  # 对东盟出口
    rest = phrase[1:]
    return noun_prefix(rest, tag) >= len(rest) <= longest and not _ends_in_deed(rest, tag)


def _ends_in_deed(phrase: str, tag: Tagger) -> bool:
    """Return whether the last word, read as a noun, is a verb and its object behind another: 企业|挽回损失."""
    start, end, _ = _tokens(phrase, tag)[-1] if phrase else (0, 0, "")
    if not start or end - start != 2 * _TWO:
        return False
    verb, thing = phrase[start : start + _TWO], phrase[start + _TWO : end]
    return [pos for _, pos in tag(verb)] == ["v"] and tag(thing)[0][1] == "n" and not unit_of(thing)


@lru_cache(maxsize=4096)  # a phrase is asked for several times while its figure is linked
def _tokens(phrase: str, tag: Tagger) -> tuple[tuple[int, int, str], ...]:
    tokens = []
    position = 0
    for word, pos in tag(phrase):
        read = "v" if not position and word in words("deed") else "n" if word in NOUNS else pos
        tokens.append((position, position + len(word), read))
        position += len(word)
    return tuple(tokens)
