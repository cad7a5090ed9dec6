"""The words that give honours, and the marks around them, compiled once.

Enters: the table of award verbs. Leaves: regular expressions and the verbs of a sentence. Next: ``awards``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from unionie.rules import load_table


class Verb(NamedTuple):
    """An award verb in the text: its stretch and its kind (get, give, both, name)."""

    start: int
    end: int
    kind: str


# Verbs whose first character is rather the end of a name before some others: 梁育荣|获评, 龙再勇|夺得.
_WITH_NAME_END = frozenset({"荣获", "勇夺", "力夺"})
_MERITED = ("获记", "荣记")
_NOT_OWN = "(?![评授颁选得])"


@cache
def _verbs() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of award verbs, and their kinds; each has a character first: texts are searched fastest so."""
    kinds = {row["word"]: row["kind"] for row in load_table("award_verbs")}
    words = "|".join(word + _NOT_OWN * (word in _WITH_NAME_END) for word in sorted(kinds, key=len, reverse=True))
    merited = _each(("获记", "荣记"), "(?=(?:个人|集体)?(?:[特一二三]等功|嘉奖)|大功)")
    merit = (
        "记(?=(?:个人|集体)?(?:[特一二三]等功|嘉奖)|大功)|给予(?=[^，。；]{2,40}?(?:嘉奖|奖励))|授(?=“)"
        "|受到(?=[^，。；]{0,12}?嘉奖)"
    )
    won = (
        "夺(?=[冠魁](?!军)|[金银铜](?![牌奖]))|折(?=桂)|摘(?=[金银铜桂](?![牌奖冠]))|问(?=鼎[，。；、！])|登(?=顶[，。；、！])"
        "|捧(?=杯[，。；、！])|封(?=王[，。；、！])|称(?=雄[，。；、！])|" + _each(("力拔得?", "拔得?"), "(?=头筹)")
    )
    got = (
        "得(?<![获夺赢取摘捧领记]得)了?"
        "(?=(?:个|个人|团体|单项|集体)?(?:第[一二三四五六七八九十0-9]+名|[一二三特]等奖|[冠亚季]军|[金银铜][奖牌]|优[秀胜异]奖|鼓励奖))"
    )
    takes = "夺(?=[^，。；夺得取]{0,16}?(?:等奖|[金银铜][牌奖]|[冠亚季]军|第[一二三四五六]名|优[异胜秀]奖))"
    held = ("保持", "蝉联", "保留(?<!不[再予]保留)")
    keeps = _each(held, "(?=[^，。；“]{0,12}“[^“”]{2,20}”(?:荣誉|光荣)?称号)")
    keeps += "|卫(?<=[分秒环力功]卫)冕(?=冠军[，。；、])"
    carries = "收入囊中|[揽收纳]入(?:怀中|囊中|麾下)|[捧带抱领]回(?!来的)|[拿夺]下|[捧领拿]走|握在手中"
    brings = _each("将把", f"(?=[^，。；]{{2,40}}?(?:{carries}))")
    mounts = _each("登站走", "上了?(?=[^，。；]{3,30}?领奖[台席])")
    hands = "接过了?(?=[^，。；的]{2,24}(?:证书|奖[牌章状杯]|牌匾))"
    stands = (
        "列(?=[^，。；列]{2,14}?(?:项目|组)第[一二三四五六七八九十]名)"
        f"|{_each(('名列', '位列', '分列', '列(?<=[队团]列)'), '(?=[^，。；]{0,10}?第)')}"
    )
    return re.compile(
        f"(?:{merited}|{words}|{merit}|{won}|{got}|{takes}|{keeps}|{brings}|{mounts}|{hands}|{stands})(?!得?者|委|奖者|奖人|奖名单|奖情况|奖证|批准|悉|救|利|取信|知|准)"
    ), kinds


def _each(words: Iterable[str], behind: str) -> str:
    return "|".join(word + behind for word in words)


def find_verbs(text: str, start: int, end: int, names: Sequence[tuple[int, int]] = ()) -> list[Verb]:
    """Return the award verbs in ``start:end``, in text order; none is a part of a name or holds its last character.

    ``names`` is where names stand: 毛光荣|摘得, not 毛光|荣摘得; no verb in 荣立夏.
    """
    ends = {name[1] for name in names}
    pattern, kinds = _verbs()
    found = [
        Verb(
            *match.span(),
            kinds.get(
                match.group(),
                "get"
                if match.group()[-1] in "列夺折摘问登捧封称拔得了过到持留冕将把上" or match.group() in _MERITED
                else "give",
            ),
        )
        for match in pattern.finditer(text, start, end)
    ]
    return [
        verb._replace(start=verb.start + 1) if verb.start + 1 in ends and text[verb.start] in "荣勇力喜" else verb
        for verb in found
        if not any(first <= verb.start and verb.end <= last for first, last in names)
    ]


COUNTED = re.compile("等[0-9一二两三四五六七八九十百]*余?(?:名|个|位|家|人)?[一-鿿]{0,6}$|同志$")
# The year or session that may stand between the names and the honour: 授予甲2020年度…, 授予乙第二十届….
DATED = re.compile("同志?$|(?:(?:[12][0-9]{3}(?:[—~-][0-9]{2,4})?年?度?)|(?:第[一二三四五六七八九十0-9]+|首)届)$")
QUOTES = "“”‘’「」『』\"'《》〈〉"
# What may stand between two honours of one verb, and behind the last one.
JOINER = re.compile(
    "(?:[”」』]?（(?:19|20)[0-9]{2}年[^（）\n]{0,6}）)?[“”‘’「」『』、和及与以及暨并,，/\\s]*(?:和|及|与|以及|、)?[“”‘’「」『』]*(?:等|荣誉|称号|奖项|奖|的|光荣|两项|\\s)*[、，和及与以及暨“‘「『\\s]*"
)
TAIL = re.compile(
    "[”’」』》]?(?:（[^（）\n]{1,16}）)?(?:等)?(?:的(?=牌匾|奖牌|奖杯|金匾|锦旗|证书|称号|荣誉))?(?:[一二两三四五六七八九十多0-9]+[项个]?)?(?:国家级|省级|市级|区级|县级)?(?:光荣|荣誉)?(?:称号|荣誉|奖项|标志|牌匾|证书|奖牌|奖杯)*"
)
# What may stand between a verb and its honour besides names: years, ordinals, grades, quotation marks.
NOT_YET = re.compile(
    "(?:未能?|没有|没能|无缘|尚未|力争|争取|争创|有望|计划|拟|将(?!领)|如|凡|若|对|鼓励|向|推荐|申报|参评|冲刺|角逐|争夺|希望|可|应|予以|要|能够?|为了?|必须|即将|有资格|有机会|一旦|候选)$"
)
# What a sentence says before a verb that is still to come: 下一步，再夺一块…; 明年的目标：再添1个….
AHEAD = re.compile(
    "(?:^|[，。；：！\n　])(?:(?:下一?步|接下来|今后|往后)[，,]"
    "|(?:[明来]年|下一?步|今年|年内|下半年)?的?(?:工作|小|大)?(?:目标|打算)(?:是|为)?[：，])[^。；\n被]*$"
)
NOT_GIVEN = re.compile(
    "[”’」』]?(?:[^，。；、“（]{0,20}的)?提名(?!奖)|[”’」』]?(?:荣誉)?(?:称号|奖[项章杯牌]?)?(?:擦肩而过|失之交臂|无缘)|[”’」』]?(?:荣誉)?(?:军衔|学位|职称|头衔)|[”’」』]?(?:的?(?:评选|评比|评审|测评|创建|候选|人选|推荐|申报|揭晓|公示|选树|颁奖|表彰(?=[大会活决仪通名对典人])|颁授|奖金|奖励|资格|条件|标准|名额|获得情况|推荐对象|建设|管理|检查|复审|验收|巡回|事迹|精神|示范作用|称号获得者可)|活动(?!周)|[^，。；]{0,8}的[，；。])"
)
# What stands before the noun of an honour that its holders lose: 停止使用称号一年的|省级文明单位：….
LOST = re.compile(
    "(?:停止|暂停|取消|撤销|收回|剥夺|丧失|终止|注销|摘[牌除掉]|不再(?:保留|授予|具备|符合))[^，。；：“]{0,40}的[“]?"
)
OWNERS = re.compile(
    "[”’」』]?(?:荣誉)?(?:称号|奖章|奖)?的?(?:获得者|得主|荣获者|获奖者)(?:（?共?[0-9一二两三四五六七八九十]+[名个位家]）?)?(?:、|——|：|，)?"
)
RELATIVE = re.compile(
    "[”’」』]?(?:荣誉)?(?:称号|荣誉|奖)?的(?=[一-鿿《])(?!(?:决定|通报|通知|公告|命令|公示|(?:最高)?领奖[台席]|(?:最)?(?:好|优秀|优异|骄人|可喜|不俗|历史最[好佳])?(?:成绩|佳绩|战绩|名次)|消息|喜讯|喜报|基础上|同时|[当那][天晚年时]|那一[年天刻]|时候|情况下|前提下|背后|(?:荣誉)?(?:称号|牌匾|牌子|招牌|[金铜]牌|金字招牌|奖牌|奖杯|奖章|金匾|锦旗|证书|殊荣|美誉|荣誉|桂冠|头衔)))"
)
PASSIVE = re.compile("被|(?:荣?获|荣膺|获得|受到?)(?=[^，。；]{2,24}$)|由|经")
EACH = re.compile("分别|分获|依次|各自")
ADVERB = re.compile(
    "(?:按照?(?:有关|相关)?规定|(?:初次|首次|再次|第[一二三四五六七八九十]+次)(?:参赛|出战|亮相)|即|分别|先后|[先首]是|双双|继续|均|各|都|全部|同时|还|也|又|就|便|另|刚刚|(?<=[年月日周])刚|(?<![一-鿿])刚|此番|终于?|同样|首度|生前|连续|接连|当场|再次|再度|[两三四五多]度|再|(?:上世纪|20世纪)?[0-9一二三四五六七八九]{1,2}[0十]年代[初中末]?|曾经?|已经?|一举|成功|光荣|共同|首次|(?:连续|接连)[一二三四五六七八九十两多0-9第]+[年届次度]|多次|并且?|而|则|荣幸|有幸|"
    "由此|因此|此前|最终|累计|一并|相继|陆续|同时|分获|集体|个人|等|第[一二三四五六七八九十]+次|蝉联|一[同起道]|亦|(?:[“]?(?:五一|七一|十一|三八|五四|八一)[”]?|春节|国庆|元旦|中秋)(?:前夕|期间|前后)|更是|[于在]?今年|[于在]?去年|[一二两三四五六七八九十几数多]+年前|(?<=[”》])[两三四五]|[于在]?[本今上]年度|于?[前次翌同当]年|去年底|近日|日前|前不久|次年|翌年|同年|近年来|还先后|当年|昨天|昨日|今天|今日|当天|当日|另外|此外|其中|目前|上个?月|本月|上周|随即|"
    "随后|后来|后|火线|连年|率先|首批|高票|破格|顺利|强势|脱颖而出|期间|更|荣|喜|现已|至今|年[初中底末]|岁末|共|总计|两次|三次|多年|年年|[于在]?(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月[0-9]{0,2}日?|[0-9]{2,4}年度?[0-9]{0,2}月?[0-9]{0,2}日?)间?)+$"
)
# A first clause about the report's own body: 12月3日　|公司|通过复查，被授予….
OWN = re.compile(
    "[\\s　◎●■★▲□◆○·—]*(?:(?:[12][0-9]{3}年|[0-9]{1,2}月|[0-9]{1,2}日|[今去]年|日前|近日|同时)[，\\s　]*)*"
    "(公司|集团|医院|学校|学院|[我本全](?:公司|集团|[院校局厂矿站段所行]))(?![一-鿿]{0,4}[长员队组班科室])"
)
# A sentence whose topic is a field of work and not whom the sentence before names: 双拥工作取得新进展，被评为….
TOPIC = re.compile(
    "[一-鿿“”、]{2,14}?(?:工作|事业|建设|成效|水平|环境|改革|质量|治理|普法|创建|发展|保障)"
    "(?:取得|不断|持续|显著|全面|稳步|扎实|明显|有序|进一步|实现|位居|成效|深入|再|得到|有效|较好|顺利|成果)"
)
# Behind the name of a body that is not the subject: …急救中心项目开工, …公司的.
PROJECT = re.compile("(?:的|新?建设|项目|工程|开工|竣工|主体|二期|一期|搬迁|改造|扩建|迁建|建成|晋升|投入使用|投用)")
_AREA_HONOUR = re.compile("(?:[城县]|城市|[^校院厂园]区|示范市|先进市|模范市|文明市|百强市)(?:（[^）]*）)?$")
_AREA = re.compile(
    "(?:[省市区县州旗盟镇乡村]|街道|社区|政府|委员会|管委会|[市区县省]委|嘎查|苏木|开发区|园区|新区|景区)$"
)
_HOUSE_HONOUR = re.compile(
    "(?:工厂|企业|工作者|劳动模范|红旗手|标兵|工匠|先进个人|优秀个人|道德模范|青年|奖章|能手|英才|卫士|教师|医生|护士|警察|党员)$"
)


_OF_PLACE = re.compile("(?:[村镇乡]|街道|社区)$")
_COLLECTIVE = re.compile(
    "(?:(?:文明[号岗]|标兵岗|先锋号|奖状|之家)|(?:集体|单位|班组|科室|机关)(?:标兵)?|(?:校园|窗口|行业|家庭|村镇|岗|委|支部)标兵)$"
)
# Honours that only persons receive, whatever stands before them.
_PERSONAL = re.compile(
    "(?:劳动模范|(?:生产|工作)者|(?:先进|优秀)个人|教师|班主任|辅导员|医生|护士|法官|检察官|[民干]警|警察|党员|团员|团干部"
    "|公务员|企业家|(?:优秀|先进)(?:员工|职工|学生)|工匠|大师|传承人|能手|红旗手)$"
)


def personal(honour: str) -> bool:
    """Tell whether an honour goes to persons only: 全国优秀教师."""
    return _PERSONAL.search(honour) is not None


def suits(honour: str, kind: str, recipient: str) -> bool:
    """Tell whether an honour may go to the recipient: 双拥模范城 only to an area, 劳动模范 only to a person."""
    if _AREA_HONOUR.search(honour) and not honour.endswith(("社区", "园区", "景区")):
        return kind not in ("person", "team") and _AREA.search(recipient) is not None
    if _COLLECTIVE.search(honour) or _OF_PLACE.search(honour):
        return kind != "person"
    if _HOUSE_HONOUR.search(honour):
        return kind == "person" or (honour.endswith(("工厂", "企业")) and _AREA.search(recipient) is None)
    return True
