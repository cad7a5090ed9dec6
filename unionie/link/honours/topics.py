"""Recipients that an honour's own sentence leaves out: the paragraph's topic, or the report's own body.

Enters: the scene of an honour. Leaves: ``Given``. Next: ``awards``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from unionie.clean.types import CleanText
from unionie.dictionary import plain_jieba
from unionie.frames import Mention, Sentence
from unionie.link.honours import cues
from unionie.link.honours.heroes import find_hero, goes_on_about, of_kin, tells_of_other
from unionie.link.honours.names import Honour
from unionie.link.honours.recipients import Recipient, find_recipients, usable
from unionie.link.honours.stand_ins import KIN_ENDS, kin_before, named_before, that_body, two_before, work_before
from unionie.link.honours.verb_subjects import Subject, clause_start, find_subject
from unionie.link.posts.words import Extent
from unionie.values.types import Time

# Words behind a verb of giving for somebody named before: 授予|其, 授予|该队, 授予|以上3人.
PRONOUN = re.compile(
    "[其他她]们?|该[一-鿿]{1,5}|这[支个家名位][一-鿿]{1,8}"
    "|(?:(?:以上|上述)(?:[0-9一二两三四五六七八九十]+[名位]?)?|[二两三四])(?:人|选手|同志|同学|职工)"
)
# A label before the one whom a portrait is of: 人物小传：甲，苗族，….
_LABEL = re.compile("[\\s　【◎●■★▲□◆○◇☆▶•·]*(?:《[^《》]{1,20}》)?[一-鿿]{2,8}[：】]")
_WORK_WORDS = "剧戏影片品歌曲蹈书画目程桥题果牌"  # how words for a work end: 这部剧, 该片
# What its giver takes in hand before an honour that 他 gets: 甲|将“乙”证书颁给了他.
_HANDS = re.compile("(?<![^，。；：一-鿿])(?:亲[手自])?(?:[将把][^，。；将把]*|[给为向][他她])$")
_PERSONS = "员师生手匠警"  # how words for a person end: 该选手, 这名教师
_UNITS = frozenset({"班组", "车队", "团队", "中队", "大队", "支队", "车间", "合作社"})
_NUMERALS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_PAIR = 2
_SPOKEN_OF = 300  # how far before a paragraph 他 may point
_HE = re.compile("[他她](?!们)")
_REPORTER = re.compile("记者|通讯员")
_SPEAKS = re.compile("[^，。；：“]{0,8}(?:[说道]|表示|告诉|介绍|回忆)[^，。；：]{0,6}[：，]")
# What closes a quotation: ”老书记|甲|笑着说。
_SAID = re.compile(
    "[^，。；：“”\n]{0,10}(?:[说道]|表示|感慨|感叹|回忆|介绍|告诉[^，。；：“”\n]{0,6})(?=[。，；：\n]|$)"
)
_QUOTED = re.compile("”[^。；：“”\n]{0,20}$")
_FAR = 24  # characters
# A clause about what there is in a body named before: 这些年，|村|里的牌子越挂越多：….
_WITHIN = re.compile("[\\s　]*(?:[^，。；：“”\n]{1,8}，)?([村镇乡校院厂队站]|社区)里的?(?:牌|荣誉|奖|喜|锦旗)")
_SINCE = re.compile("(?:年来|以来|期间|年[内底]?|月|日)$")
# A clause about an honour got before: 继|2018年获…之后，; and where the main clause begins.
_EARLIER = re.compile("继[^，。；获]{0,12}$")
_THIS_IS = re.compile("[这此](?:次)?(?:也|又|已)?是([该我本][一-鿿]{1,5})$")  # 这是|该所|继2019年获评…之后的又一荣誉
_THEN = re.compile("[”」]?(?:称号)?(?:之?后|以来)[，,]")
_OPENING = 150  # characters of an earlier sentence that are read for its topic


class Scene(NamedTuple):
    """A sentence with what is in it: possible recipients, verbs and times."""

    clean: CleanText
    sentence: Sentence
    recipients: list[Recipient]
    verbs: list[cues.Verb]
    times: list[Time]
    earlier: list[Sentence]
    mentions: Sequence[Mention]


class Given(NamedTuple):
    """The outcome of one group of honours: who gets them, how that was found, by whom and since which point."""

    recipients: list[Recipient]
    rule: str
    grantor: Extent | None
    verb: int


class Turn(NamedTuple):
    """One group of honours, where its words begin and end, what the group before gave, and where the next begins."""

    group: list[Honour]
    zone: int
    stop: int
    last: Given | None
    until: int


def fit_carried(given: Given, group: list[Honour], text: str) -> Given:
    """Return ``given`` with the report's own body in place of a carried recipient that the honour does not suit."""
    name = group[-1].name(text, text)
    if given.rule == "implicit" and not any(cues.suits(name, "organization", each) for each in ("公司", "县")):
        return given._replace(recipients=[], rule="refused")
    if cues.personal(name) and given.recipients and all(r.kind in ("organization", "work") for r in given.recipients):
        return given._replace(recipients=[], rule="refused")
    if given.rule != "carried" or all(cues.suits(name, r.kind, text[slice(*r.name)]) for r in given.recipients):
        return given
    if given.recipients[0].kind == "person":
        return given._replace(recipients=[], rule="refused")
    return given._replace(recipients=[own_body(given.verb)], rule="implicit")


def own_body(position: int) -> Recipient:
    """Return the recipient that stands for the report's own body."""
    return deictic((position, position))


def deictic(at: Extent) -> Recipient:
    """Return the recipient that a pronoun, or nothing, stands for at the place ``at``."""
    return Recipient(*at, at, "deictic", None)


def explain_deictic(scene: Scene, subject: Subject, grantor: Extent | None, position: int) -> Given:
    """Return the recipient that 她, 该公司, 班组 stands for where the paragraph tells; else keep the words."""
    words = scene.clean.text[slice(*subject.recipients[0].name)]
    if words[0] in "他她" and (people := people_meant(scene, position)):
        return Given(people[:1], "carried", grantor, position)
    if words[-1] in _WORK_WORDS:
        work = work_before(scene, position)
        return Given([work], "carried", grantor, position) if work else Given([], "refused", None, position)
    if words in ("前者", "后者"):
        two = two_before(scene, subject.recipients[0].start)
        return Given([two[words == "后者"]] if two else [], "list", grantor, position)
    if words[-1] in "人俩口":
        return Given(persons_meant(scene, words, position), "list", grantor, position)
    words = f"该{words[1:]}" if words[0] == "本" and words[1:] in _UNITS else words
    noun = words.removeprefix("这")[words[0] == "这" :].removeprefix("该")
    near = scene if words[0] in "这该" or words in _UNITS else scene._replace(earlier=scene.earlier[-1:])
    ends = KIN_ENDS.get(noun, noun) if words[0] in "这该" else noun
    if words[0] in "这该" and noun[-1:] in _PERSONS:
        people = people_meant(scene, position)
        return Given(people[:1], "carried" if people else "refused", grantor, position)
    named = named_before(near, ends, position, owners=words[0] in "这该") if words[0] not in "本我全它" else None
    if named is None and words[0] in "这该" and len(noun) > _PAIR:  # 这个小|山村
        ends = next((KIN_ENDS[noun[-size:]] for size in (2,) if noun[-size:] in KIN_ENDS), (noun[-2:], noun[-1]))
        named = named_before(near, ends, position)
    if named is None and words[0] in "这该" and len(scene.earlier) <= 1:
        named = kin_before(scene, ends)
    if named is None and words[0] == "该":
        named = that_body(scene, noun, ends, position)
    if named:
        return Given([named], "carried", grantor, position)
    if words[0] in "他她它其该这" or words in _UNITS:
        carried = carry_topic(scene, grantor, position)
        meant = carried.rule == "carried" and (words[0] in "他她其" or carried.recipients[0].kind != "person")
        return carried if meant else Given([], "refused", None, position)
    return Given(subject.recipients, "implicit", grantor, position)


def meant_by_pronoun(scene: Scene, verb: cues.Verb, last: Given | None, words: str = "") -> Given:
    """Return whom 授予其, 授予他 means: who got the honour before, or opens the sentence or an earlier one.

    ``words`` is what stands behind the verb; it may count them, or say of what kind they are: 以上3人, 该队.
    """
    position, text = verb.start, scene.clean.text
    if words[:1] in ("该", "这") and words != "该同志":
        at = (verb.end, verb.end + len(words))
        return explain_deictic(scene, Subject([deictic(at)], "found"), None, position)
    if last is not None and last.recipients:
        return last._replace(verb=position)
    if words and words[0] in "以上二两三四":
        counted = words[-2:-1] in _NUMERALS
        return Given(persons_meant(scene, words, position) if counted else [], "list", None, position)
    here = [r for r in scene.recipients if r.kind == "person" and r.end <= position]
    giver = _person_giving(scene, here, position)
    if giver is not None:
        others = [r for r in scene.recipients if r.name != giver.name]
        people = people_meant(scene._replace(recipients=others), position)
        return Given(people[:1], "carried" if people else "refused", None, position)
    carried = Given(here[:1], "carried", None, position) if here else carry_topic(scene, None, position)
    if carried.rule == "carried" and all(r.kind == "person" and usable(text, r) for r in carried.recipients):
        return carried
    begin = scene.earlier[0].start if scene.earlier else scene.sentence.start
    near = find_recipients(text, scene.mentions, begin, position)
    names = {text[slice(*r.name)] for r in near if r.kind == "person"}
    people = [r for r in near if r.kind == "person"] if len(names) == 1 else []
    return Given(people[:1], "carried" if people else "refused", None, position)


def _person_giving(scene: Scene, here: Sequence[Recipient], position: int) -> Recipient | None:
    """Return the person who hands the honour over, and so is not whom 他 means: 甲局长|将“乙”证书颁给了他."""
    text = scene.clean.text
    if not here:
        return None
    handed = _HANDS.search(text, scene.sentence.start, position)
    at = handed.start() if handed else position
    zone = (
        scene.sentence.start if handed and handed.group()[-1] not in "他她" else clause_start(text, here[0].start, at)
    )
    subject = find_subject(text, scene.recipients, zone, at)
    return next((r for r in subject.recipients if r in here), None)


def persons_meant(scene: Scene, words: str, position: int) -> list[Recipient]:
    """Return as many persons named before as 师徒三人, 他俩 say, a 他 among them; none where there are fewer."""
    count = _PAIR if words[-1] == "俩" else _NUMERALS.get(words[-2:-1], 0)
    if not count:
        return []
    people = [r for r in scene.recipients if r.kind == "person" and r.end <= position]
    first = people[0].start if people else position
    if len(people) == count - 1 and _HE.search(scene.clean.text, scene.sentence.start, first):
        people = [*people_meant(scene._replace(recipients=[]), position)[-1:], *people]
    for sentence in reversed(scene.earlier) if not people else ():
        named = find_recipients(scene.clean.text, scene.mentions, sentence.start, sentence.end)
        people = [r for r in named if r.kind == "person"]
        if people:
            return people if len(people) == count else []
    if not people and words[-1] in "俩口":
        people = _pair_before(scene)
    return people[-count:] if len(people) >= count else []


def _pair_before(scene: Scene) -> list[Recipient]:
    """Return the two persons of whom alone the lines before the paragraph tell: 夫妻俩, 老两口."""
    text = scene.clean.text
    first = scene.earlier[0].start if scene.earlier else scene.sentence.start
    named = {text[each.start : each.end]: each for each in reversed(_spoken_of(text, scene.mentions, first))}
    if len(named) != _PAIR:
        return []
    return [Recipient(m.start, m.end, (m.start, m.end), "person", None) for m in named.values()]


def people_meant(scene: Scene, position: int) -> list[Recipient]:
    """Return the persons whom the sentence names before a position, else those of the nearest sentence that does.

    A sentence with which somebody else only speaks up is passed over where the headlines name whom the text is about.
    """
    text = scene.clean.text
    people = [r for r in scene.recipients if r.kind == "person" and r.end <= position]
    turn = text.rfind("；", scene.sentence.start, position)
    people = [r for r in people if r.start > turn] or people
    if not people and of_kin(text, scene.sentence.start, position):
        return []
    hero = find_hero(scene.clean, scene.mentions) if not people else None
    called = text[slice(*hero.name)] if hero else ""
    other = hero is not None and tells_of_other(text, scene.sentence.start, position + 1)
    for sentence in reversed(scene.earlier) if not people else ():
        named = find_recipients(text, scene.mentions, sentence.start, sentence.end)
        people = [r for r in named if r.kind == "person" and usable(text, r)]
        own = [r for r in people if (text[slice(*r.name)] == called) is not other]
        people = own or ([] if hero and people and _SPEAKS.match(text, people[0].end) else people)
        people = [] if people and _HE.search(text, sentence.start, people[0].start) else people  # 他与同事|甲
        if people:
            break
    if not people and hero:
        people = [hero]
    if not people:
        last = _last_person(text, scene.mentions, scene.sentence.start)
        people = [Recipient(last.start, last.end, (last.start, last.end), "person", None)] if last else []
    return people


def _last_person(text: str, mentions: Sequence[Mention], end: int) -> Mention | None:
    """Return the person named last before a place, not too far from it; no reporter.

    Who only closes a quotation is passed over where somebody else is told of: “…。”牧民甲说。2012年，他….
    """
    people = _spoken_of(text, mentions, end)
    told = {text[each.start : each.end] for each in people if not _closes_speech(text, each)}
    return next((each for each in people if not told or text[each.start : each.end] in told), None)


def _spoken_of(text: str, mentions: Sequence[Mention], end: int) -> list[Mention]:
    """Return the persons named not too far before a place, the last one first; no reporters."""
    before = bisect_left(mentions, end, key=lambda mention: mention.start)
    near = takewhile(lambda mention: end - mention.end <= _SPOKEN_OF, reversed(mentions[:before]))
    people = (mention for mention in near if mention.label == "PERSON" and _in_prose(text, mention))
    return [each for each in people if not _REPORTER.search(text, max(0, each.start - 8), each.start)]


def _in_prose(text: str, mention: Mention) -> bool:
    """Tell whether a name stands on a line of sentences: not on that of a headline or a byline."""
    first, last = text.rfind("\n", 0, mention.start) + 1, text.find("\n", mention.end)
    return any(mark in text[first : last if last >= 0 else len(text)] for mark in "。！？，；")


def _closes_speech(text: str, person: Mention) -> bool:
    """Tell whether a name only says whose the quotation before it was: “…。”牧民|甲|说。"""
    behind = _SAID.match(text, person.end)
    return behind is not None and _QUOTED.search(text, max(0, person.start - _FAR), person.start) is not None


def tells_of_person(scene: Scene, position: int) -> bool:
    """Tell whether the sentence goes on about a person without the name: 1998年，他…; 这位小工|被…."""
    return goes_on_about(scene.clean.text, scene.sentence.start, position + 1)


def carry_topic(scene: Scene, grantor: Extent | None, position: int) -> Given:
    """Return the topic of the paragraph: whom or what an earlier sentence of it opens with; else the report's body."""
    text = scene.clean.text
    if tells_of_person(scene, position):
        people = people_meant(scene, position)
        return Given(people[:1], "carried" if people else "refused", grantor, position)
    if own := cues.OWN.match(text, scene.sentence.start, position):
        return explain_deictic(scene, Subject([deictic(own.span(1))], "found"), grantor, position)
    within = _WITHIN.match(text, scene.sentence.start, position)
    noun = within.group(1) if within else ""
    inside = that_body(scene, noun, KIN_ENDS.get(noun, noun), position) if noun else None
    if inside is not None:
        return Given([inside], "carried", grantor, position)
    opener = _opens_turn(scene, position)
    if opener is not None:
        return Given([opener], "carried", grantor, position)
    for sentence in reversed(scene.earlier) if not cues.TOPIC.match(text, scene.sentence.start, position) else ():
        end = min(sentence.end, sentence.start + _OPENING)
        label = _LABEL.match(text, sentence.start, end)
        begin = label.end() if label else sentence.start
        names = [r for r in find_recipients(text, scene.mentions, begin, end) if r.kind != "deictic"]
        if not names or names[0].kind == "work" or cues.PROJECT.match(text, names[0].end):
            continue
        if _REPORTER.search(text, sentence.start, names[0].name[0]):
            continue
        if _opens(text, sentence.start, names[0]) and usable(text, names[0]):
            return Given([names[0]], "carried", grantor, position)
    owned = any(r.kind == "person" and r.end <= position and text.startswith("的", r.end) for r in scene.recipients)
    if owned or _tells_of_another(text, scene.sentence.start, position):
        return Given([], "refused", grantor, position)
    return Given([own_body(position)], "implicit", grantor, position)


def _opens_turn(scene: Scene, position: int) -> Recipient | None:
    """Return whom or what the last turn of the sentence opens with, up to a semicolon: 甲队派出…；还捧回…."""
    text, start = scene.clean.text, scene.sentence.start
    end = text.rfind("；", start, position)
    while end > start:
        begin = max(text.rfind("；", start, end) + 1, start)
        names = [r for r in scene.recipients if begin <= r.start and r.end <= end and r.kind != "deictic"]
        if names and _opens(text, begin, names[0]) and usable(text, names[0]):
            return names[0]
        end = begin - 1
    return None


def _tells_of_another(text: str, start: int, verb: int) -> bool:
    """Tell whether an earlier clause of the sentence has another subject than the report's body: 书印了1.2万册，…获."""
    first = text[start:verb].strip(" 　◎●■★▲□◆○·—-、.．").partition("，")
    if not first[1] or _SINCE.search(first[0]) or cues.TOPIC.match(text, start, verb):
        return False
    clause = cues.ADVERB.sub("", first[0])
    word, tag = next(iter(plain_jieba().tag(clause)), ("", ""))
    return tag[:1] in {"n", "m"} or word[:1] in {"这", "那"}


def _opens(text: str, start: int, recipient: Recipient) -> bool:
    """Tell whether only marks, numbers and times stand before the recipient in its sentence."""
    label = _LABEL.match(text, start, recipient.start)
    start = label.end() if label else start
    lead = cues.ADVERB.sub("", text[start : recipient.start].strip(" 　◎●■★▲□◆○·—-，、.．（）()“”0123456789"))
    return not lead or (len(lead) <= 4 and lead[0] in "一二三四五六七八九十")


def opens_with_earlier(text: str, start: int, end: int) -> int | None:
    """Return where the words begin that set an honour got before: 甲|继2018年获评…; None where there are none."""
    match = _EARLIER.search(text, start, end)
    return match.start() if match else None


def read_since(scene: Scene, zone: int, since: int, last: Given | None, grantor: Extent | None) -> Given:
    """Return whose earlier honour a clause opens with: 甲继2018年获A后, 继去年获A之后，甲又获B; else the topic."""
    text = scene.clean.text
    that = _THIS_IS.search(text, clause_start(text, zone, since), since)
    if that:
        return explain_deictic(scene, Subject([deictic(that.span(1))], "found"), grantor, since)
    subject = find_subject(text, scene.recipients, zone, since)
    if subject.status != "found" and last is not None and last.recipients and zone > scene.sentence.start:
        return last._replace(grantor=grantor, verb=since)
    if subject.status != "found":
        then = _THEN.search(text, since, scene.sentence.end)
        verb = next((v for v in scene.verbs if then and v.start >= then.end()), None)
        subject = find_subject(text, scene.recipients, then.end(), verb.start) if then and verb else subject
    if subject.status != "found":
        return carry_topic(scene, grantor, since)
    if subject.recipients[0].kind == "deictic":
        return explain_deictic(scene, subject, grantor, since)
    return Given(subject.recipients, "passive" if grantor else "list", grantor, since)
