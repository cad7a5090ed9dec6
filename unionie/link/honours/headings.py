"""Lines that head a roll of honour, told by their form: 一、高质量发展先进乡镇（6个）, 一等奖（2名）：, （一）先进集体.

Enters: one line of clean text. Leaves: the honour that it names, the placing that it sets, its depth, and whether it
heads something that is not given (评委, 候选人, 公示). Next: ``rolls.outline`` reads the lines below it.
"""

from __future__ import annotations

import re
from functools import cache

from unionie.link.honours.ranks import PLACE
from unionie.rules import load_table

# Spaces and bullets of any shape, emoji too.
_MARKS = "[\\s　“【•※·—←-⯿☀-➿🌀-🫿️-]*"
# Numbers and bullets before the words of a line; the depth of its heading by the form of the number.
LEAD = re.compile(
    f"(?:附件?[0-9一二三四五]{{0,2}}[：:]?)?(?:〔[^〔〕\\n]{{1,14}}〕)?{_MARKS}"
    "(?:第[一二三四五六七八九十]{1,3}[章节部][分]?|[壹贰叁肆伍陆柒捌玖拾]{1,2}、|[甲乙丙丁戊己庚辛壬癸]、"
    "|表[0-9一二三四五六七八九十]{1,2}[：:\\s　]"
    "|[（(][一二三四五六七八九十0-9]{1,3}[）)][、.．]?"
    "|[一二三四五六七八九十]{1,3}[、.．]|[0-9]{1,3}[、.．）)]|[①-⑳]|0[1-9](?=[一-鿿]))?"
    f"{_MARKS}"
)
_DEPTHS = (
    re.compile(
        "附|第[一二三四五六七八九十]+[章节部]|[壹贰叁肆伍陆柒捌玖拾]{1,2}、|[甲乙丙丁戊己庚辛壬癸]、|表[0-9一二三四五六七八九十]"
    ),
    re.compile("[一二三四五六七八九十]{1,3}[、.．]"),
    re.compile("[（(][一二三四五六七八九十]{1,3}[）)]"),
    re.compile("[0-9]{1,3}[、.．）]"),
    re.compile("[（(][0-9]{1,3}[）)]|[①-⑳]"),
)
PLACING = f"(?:团体|个人)?(?:{PLACE})"
_BRACKET = "[（(][^（）()\n]{0,30}[）)]"
_COUNT = f"(?:{_BRACKET}|[\\s　]*(?:共|计)?[0-9一二两三四五六七八九十]{{1,4}}[名个家位户项人件篇幅部]){{0,2}}"
_RANK_LINE = re.compile(f"({PLACING})(?:获得者|获奖者|获奖名单|名单)?[】”]?{_COUNT}[】”]?[\\s　]*(?:[：:\t　 ]|$)")
_INLINE = re.compile(
    f"(?<=[：:，；、\\s　组])({PLACING})(?!空缺)(?:[0-9一二两三四五六七八九十]{{1,2}}[名个家项件]，)?"
    "[：:\\s　]{0,2}(?=[一-鿿《“]|[1-6][A-Z][一-鿿])"
)
# The group whose placings go on a line: 焊工组第一名甲；|电工组|第一名乙.
GROUP_TURN = re.compile("[；，、\\s　]([一-鿿]{1,10}组)$")
# What is competed in and the first placing of a line of several: 目标管理考核|一等奖：甲镇、乙镇；二等奖：丙镇.
_COMPETED = re.compile(f"([一-鿿“”0-9]{{3,16}}?)({PLACING})(?:{_BRACKET})?[：:]")
_NUMBERED = re.compile("[①-⑨]|(?<![0-9A-Za-z一-鿿.])[1-9][.．、](?![0-9])")
_LONGEST_LABEL = 12
_TWO = 2
_GROUP_LINE = re.compile(
    "(?:[一-鿿“”]{0,10}(?:集体|个人|单位|企业|[甲乙丙丁青成老年少幼中小高][一-鿿]?组|[一-鿿]组|类|系统|部分|奖项|项目|片区|赛区|战线))"
    f"{_COUNT}[】”]?[：:]?"
)
_PRAISE = (
    "先进|优秀|模范|示范|功勋|功臣|文明|杰出|十佳|十大|百大|十强|百强|百佳|最美|最佳|最有价值|最具|最受|明星|优胜|红旗|标杆|金牌|五星|卓越|突出贡献"
    "|达标|特色|创新|诚信|和谐|绩优|星级|标兵|绿色|平安|健康|信得过|[三四五]好"
)
_PRAISES = re.compile(_PRAISE)
_WHO = (
    "单位|集体|个人|农会|工会|劳工|青农|社|企业|乡镇|乡|镇|街道|社区|村|县|市|区|学校|校园|校|医院|科室|班组|车间|家庭|支部|党委|组织|军人|艺人|党员|团员|干部|工作者|教师|学生|班主任|护士|医生|医师|职工|员工|青年|团队|集体户"
    "|企业家|农民|农户|合作社|示范社|基地|窗口|岗|站|所|者|手|员|师|长|人物|家|队|园|店|户|之家|之友|客商|厂商|代表|作品|案例|论文|成果|节目|项目|志愿者|工|社员|民警|法官|检察官|楼长|河长|主任|书记|经理"
)
_HONOUR = re.compile(
    f"^最佳[一-鿿]{{2,5}}$|(?:(?:{_PRAISE})[一-鿿]{{0,8}}?(?:{_WHO})|(?<![获颁评中得等金银铜嘉领受抽开有设])奖|奖章|奖状|奖杯|奖牌|勋章|标兵|尖兵|能手|先锋|之星|明星|楷模|功臣|工匠|卫士"
    "|榜样|带头人|状元|名[医师匠家]|英雄|先锋号|文明号|(?<![一-鿿])流动红旗|标兵岗|文明岗|先锋岗|示范岗|人物|好人|模范|劳模|(?<=[一-鿿]{2})之友|红旗手|突击手|[特一二三]等功|嘉奖|十佳|十强|百强|百佳)$"
    "|(?:^|十[佳大]|最美|身边)好(?:媳妇|儿媳|婆婆|公婆|女婿|丈夫|妻子|妯娌|邻居|邻里|军嫂|家风|家庭)$"
)
_CONTEST = re.compile(
    "(?:考核|考评|评比|大赛|竞赛|比赛|比武|锦标赛|联赛|邀请赛|挑战赛|征文|展评|展演|[汇会调]演|运动会|演讲赛|知识赛|技能赛|巡回赛|公开赛)$"
)
# What a head of something not given holds, brackets left out; and what even its brackets may not hold.
_REFUSED = re.compile(
    "评委(?!会[一-鿿]{0,4}奖)|评审|评议|专家|裁判|候选|推荐|提名(?!奖)|入围(?!奖)|名额|分配|奖金|奖励|标准|条件|办法|申报|参评|报名|征集|组委会|领导小组|考核表|待遇"
    "|事迹|评选(?!结果)|创建|培育|建设|工作室|经验|大会|仪式|活动|颁奖|落选|取消|撤销|方案|范围|要求|说明|流程|程序|工作$"
)
# Whom the body that honours makes known before it does so (拟表彰, 公示) is named; whom others put forward is not yet.
_PROPOSED = re.compile("候选|推荐人?选?|征求|待定|参评|评委|裁判")
# A group of an organization: 实验小学语文组 is an entry, 钳工组 the label of a group.
_UNIT = re.compile(
    "(?:公司|集团|局|医院|学校|中学|小学|大学|学院|厂|中心|银行|工会|车间|社区|支行|[镇乡村矿院站段馆])[一-鿿“”]{2,10}组$"
)
# Labels of lines that name somebody for another reason.
_LABEL = re.compile(
    "联系|责任|牵头|撰稿|电话|评委(?!会[一-鿿]{0,4}奖)|主办|承办|协办|地点|时间|奖品|奖金|组长|成员|指导|主持|记者|通讯员|编辑|抄送|报送|主送|备注|说明"
    "|推荐|领奖|颁奖|监督|举报|来源|审核|签发|裁判|专家|候选|配合|负责|参加|参赛|出席|发言|工作人员|主管|协助|发送"
)
_LIKED = re.compile("最(?:受[一-鿿]{0,4}(?:欢迎|喜爱)|喜爱)的(?=[一-鿿]{2,4}$)")  # 观众最喜爱的|演员
_NO_NAME = re.compile(r"[和及与、](?:先进|优秀|个人|集体)|(?:的|了|是|颁奖)|[给为]\d")
_PLACED = re.compile(f"·?{PLACING}$")
_PRAISED_NAME = re.compile(f"(?:{_PRAISE})“[^“”]{{2,10}}$")
_GENERIC = frozenset(["先进集体和先进个人", "集体奖", "个人奖", "获奖", "大奖", "奖", "人物", "先锋", "模范", "榜样"])


@cache
def _words() -> re.Pattern[str]:
    """Return the pattern of the honours that the table names, at the end of a string."""
    words = {word for row in load_table("honours") if row["kind"] in ("core", "weak") for word in row["words"].split()}
    return re.compile("(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")$")


def names_honour(name: str) -> bool:
    """Tell whether ``name`` ends as the name of an honour does: 招商引资先进单位, 岚溪工匠, 突出贡献奖."""
    bare = name.strip("“”")
    if _LIKED.search(bare):
        return True
    if bare in _GENERIC or _NO_NAME.search(bare):
        return False
    bare = _PLACED.sub("", bare)
    if _PRAISED_NAME.search(bare):
        return True
    return _HONOUR.search(bare) is not None or _words().search(bare) is not None


def praises(name: str) -> bool:
    """Tell whether ``name`` holds a word of praise: 优秀, 先进, 最美."""
    return _PRAISES.search(name) is not None


def names_contest(name: str) -> bool:
    """Tell whether ``name`` ends as the name of a contest does."""
    return _CONTEST.search(name) is not None


def labels_other(label: str) -> bool:
    """Tell whether a label before a colon says that the names behind it receive nothing: 联系人, 责任单位, 评委."""
    return _LABEL.search(label) is not None


def names_unit(words: str) -> bool:
    """Tell whether words that end as a group do name a part of a body: 实验小学语文组, not 钳工组."""
    return _UNIT.search(words) is not None


def depth_of(line: str) -> int | None:
    """Return how deep the number before the line's words sets it: 一、 is 1, （一） 2, 1. 3; None without a number."""
    words = line.lstrip(" 　“【")
    return next((depth for depth, form in enumerate(_DEPTHS) if form.match(words)), None)


def refuses(line: str) -> bool:
    """Tell whether a line heads names that do not receive: judges, candidates, proposals, sums of money."""
    bare = re.sub(_BRACKET, "", line)
    return _REFUSED.search(bare) is not None or _PROPOSED.search(line) is not None


def is_proposal(line: str) -> bool:
    """Tell whether a title says that others only propose those whom it lists: 候选人, 拟推荐对象; not 拟表彰对象."""
    return _PROPOSED.search(line) is not None


def read_placing(line: str) -> tuple[int, int, int] | None:
    """Return the placing with which a line opens and where what follows begins: 一等奖（2名）：甲、乙."""
    lead = LEAD.match(line)
    match = _RANK_LINE.match(line, lead.end() if lead else 0)
    return (match.start(1), match.end(1), match.end()) if match else None


def read_placings(line: str, start: int = 0) -> list[tuple[int, int, int, int]]:
    """Return the placings that a line of results sets before names, each with the stretch of the names behind it.

    焊工：第一名甲（某厂），第二名乙、丙（某公司）. ``start`` is where one ends that opens the line.
    """
    found = list(_INLINE.finditer(line, start))
    if not found or (not start and len(line[: found[0].start()].strip(" 　")) > _LONGEST_LABEL):
        return []
    stop = line.find("。", found[-1].end()) % (len(line) + 1)  # what is told behind them
    groups = [GROUP_TURN.search(line, 0, match.start()) for match in found[1:]]
    ends = [group.start() if group else match.start() for match, group in zip(found[1:], groups, strict=True)]
    return [(*match.span(1), match.end(), end) for match, end in zip(found, [*ends, stop], strict=True)]


def read_competed(line: str) -> tuple[int, int, int, int] | None:
    """Return where what is competed in begins, its first placing and what follows: 考核|一等奖|：甲；二等奖：乙."""
    lead = LEAD.match(line)
    match = _COMPETED.match(line, lead.end() if lead else 0)
    return (match.start(1), match.end(1), match.end(2), match.end()) if match and names_contest(match[1]) else None


def read_numbers(line: str) -> list[tuple[int, int, int, int]]:
    """Return the places that numbers give in a line of results, as ``read_placings``: 男子400米　1.甲2.乙3.丙."""
    found = list(_NUMBERED.finditer(line))
    counted = [
        int(each.group()[0]) if each.group()[0].isascii() else ord(each.group()) - ord("①") + 1 for each in found
    ]
    if len(found) < _TWO or counted != list(range(1, len(found) + 1)) or not line[: found[0].start()].strip(" 　\t"):
        return []
    ends = [match.start() for match in found[1:]] + [len(line)]
    return [(match.start(), match.start() + 1, match.end(), end) for match, end in zip(found, ends, strict=True)]


def read_group(line: str) -> int | None:
    """Return where what follows begins, if a line opens with the label of a group: 集体（3个）, 钳工组：甲、乙."""
    lead = LEAD.match(line)
    match = _GROUP_LINE.match(line, lead.end() if lead else 0)
    if match is None or refuses(line[: match.end()]) or labels_other(match.group()) or names_unit(match.group()):
        return None
    rest = line[match.end() :]
    apart = rest[:1] in (" ", "　", "\t") and read_placing(rest) is not None
    return match.end() if not rest.strip() or apart or match.group().endswith(("：", ":")) else None
