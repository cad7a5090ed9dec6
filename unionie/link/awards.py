"""Honours linked to those who receive them.

Enters: the clean text, its sentences, mentions and times. Leaves: an ``AwardFrame`` for each recipient and honour:
lists (甲、乙获A), aligned lists (甲、乙分别获A、B), passives with their grantor, honours given to a list of names, and
honours whose recipient stands earlier. A frame with an empty recipient belongs to the report's own body, which
``resolve`` knows. Next: ``resolve.honours``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from unionie.clean.types import CleanText
from unionie.frames import AwardFrame, Mention, Sentence
from unionie.link.honours import cues
from unionie.link.honours.contests import in_force
from unionie.link.honours.counted import list_start
from unionie.link.honours.first_person import read_self
from unionie.link.honours.frames import compact
from unionie.link.honours.grantors import grantor_of, named_grantor
from unionie.link.honours.holders import own_holders
from unionie.link.honours.meant import find_named
from unionie.link.honours.mentions import complete_awards, uncovered_by, without_subjects
from unionie.link.honours.names import Honour, group_honours
from unionie.link.honours.nearest import link_nearest
from unionie.link.honours.objects import AS, read_objects, read_taken
from unionie.link.honours.placings import find_placings
from unionie.link.honours.recipient_lists import comma_list, list_back, list_forward
from unionie.link.honours.recipients import Recipient, names_of
from unionie.link.honours.times import aligned_times, governing_time, own_time
from unionie.link.honours.topics import (
    PRONOUN,
    Given,
    Scene,
    Turn,
    carry_topic,
    deictic,
    explain_deictic,
    fit_carried,
    opens_with_earlier,
    persons_meant,
    read_since,
    tells_of_person,
)
from unionie.link.honours.turns import (
    handed_by,
    read_again,
    read_among,
    read_behind,
    read_copula,
    read_holders,
    read_own_unit,
    read_pronoun,
    taken_before,
    with_him,
)
from unionie.link.honours.unmarked import read_unmarked
from unionie.link.honours.verb_subjects import Subject, clause_start, find_subject
from unionie.link.posts.words import Extent
from unionie.link.rolls.given import Outline
from unionie.link.rolls.lists import link_lists, only_proposes
from unionie.link.rolls.outline import link_outlines
from unionie.link.rolls.results import link_results
from unionie.trace import note
from unionie.values.types import Time

CONFIDENCE = {
    **dict.fromkeys(("list", "aligned", "passive"), 0.97),
    "given": 0.95,
    "carried": 0.85,
    "implicit": 0.85,
    "owner": 0.8,
    "holder": 0.8,
}
_UNSURE = ("award.announced", "award.implicit")  # the lines below may tell it better
_FAR_AWAY = ("award.portrait",)  # what a line stands right below tells it better than a headline
_REACH = 400  # how far from an honour its words are sought
_LONG = 3000  # the longest sentence read as a whole
_UNREAD: list[Recipient] = []
_BEFORE_VERB = re.compile("(?:给予?|向|为|将|把)([^，。；：给向将把]{2,24})$")
_FOR_HIM = re.compile("[为向给](?:其|[他她]们?|(该[一-鿿]{1,3})|([二两三四五]人))(?:分别|[各均都])?$")


def link_awards(
    clean: CleanText, sentences: Sequence[Sentence], mentions: Sequence[Mention], times: Sequence[Time]
) -> list[AwardFrame]:
    """Return a frame for each recipient and honour, in text order; all arguments are sorted and of ``clean.text``."""
    mentions = without_subjects(clean.text, mentions)
    settings = list(in_force(clean.text, sentences, mentions))
    results = link_results(clean, settings, mentions)
    reached = {frame.award.start: frame.award for frame in results}
    placed = [each for each in find_placings(clean.text, settings, mentions) if each.start not in reached]
    marked = [mention for mention in mentions if mention.label == "AWARD"]
    awards = complete_awards(clean.text, marked, sorted([*placed, *reached.values()], key=lambda each: each.start))
    awards = [award for award in awards if award.start not in reached]
    starts = [award.start for award in awards]
    frames: list[AwardFrame] = []
    judged: set[int] = set()  # honours that a verb gives, or refuses
    for number, sentence in enumerate(sentences):
        here = awards[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if here:
            first = number
            while first > max(0, number - 12) and sentences[first - 1].block == sentence.block:
                first -= 1
            scene = _scene(clean, sentence, mentions, times, list(sentences[first:number]))
            frames.extend(_link_sentence(scene, here, judged))
    sure = [frame.award.start for frame in frames if frame.rule not in _UNSURE]
    proposed = only_proposes(clean)
    listed = [] if proposed else link_lists(clean, settings, mentions, awards, times, linked=sure)
    given = {frame.award.start for frame in listed}
    frames = [frame for frame in frames if frame.rule not in _UNSURE or frame.award.start not in given]
    read = Outline() if proposed else link_outlines(clean, settings, mentions, awards)
    outline = read.without([*(frame for frame in listed if frame.rule not in _FAR_AWAY), *results])
    frames, listed, results = (outline.beside(each) for each in (frames, listed, results))
    lines = {frame.sentence.block for frame in listed}
    frames += [frame for frame in results if frame.sentence.block not in lines]
    frames += [*listed, *outline.frames]
    linked = sorted({(frame.award.start, frame.award.end) for frame in frames})
    rest = uncovered_by(linked, outline.left(clean, [each for each in awards if each.start not in judged]))
    frames += link_nearest(clean, sentences, mentions, rest, times, known=starts)
    return sorted(frames, key=lambda frame: frame.award.start)


def _scene(
    clean: CleanText,
    sentence: Sentence,
    mentions: Sequence[Mention],
    times: Sequence[Time],
    earlier: list[Sentence],
) -> Scene:
    if sentence.end - sentence.start > _LONG:
        return Scene(clean, sentence, _UNREAD, [], list(times), earlier, mentions)
    recipients = find_named(clean.text, mentions, sentence.start, sentence.end)
    first = bisect_left(times, sentence.start, key=lambda time: time.start)
    last = bisect_right(times, sentence.end, key=lambda time: time.start)
    verbs = cues.find_verbs(clean.text, sentence.start, sentence.end, names_of(recipients))
    return Scene(clean, sentence, recipients, verbs, list(times[first:last]), earlier, mentions)


def _link_sentence(scene: Scene, awards: list[Mention], judged: set[int]) -> list[AwardFrame]:
    """Return the frames of one sentence, group by group; ``judged`` takes the honours that it decides about."""
    frames: list[AwardFrame] = []
    text = scene.clean.text
    zone = scene.sentence.start
    last: Given | None = None
    starts = [award.start for award in awards]
    people = {each.start for each in scene.recipients if each.kind == "person"}
    groups = group_honours(text, awards, people)
    for number, group in enumerate(groups):
        end = group[-1].mention.end
        tail = cues.TAIL.match(text, end)
        stop = tail.end() if tail else end
        near = _near(scene, max(zone, group[0].mention.start - _REACH), min(scene.sentence.end, stop + _REACH))
        until = groups[number + 1][0].mention.start if number + 1 < len(groups) else scene.sentence.end
        turn = Turn(group, max(zone, group[0].mention.start - _REACH), stop, last, until)
        given = (
            read_among(near, turn)
            if cues.NOT_GIVEN.match(text, end)
            else _given(near, turn, awards[bisect_left(starts, turn.zone) : bisect_left(starts, stop)])
        )
        given = read_self(near, turn, given)
        if given is not None:
            given = fit_carried(given, group, text)
            judged.update(honour.mention.start for honour in group)
        if given is None or not given.recipients:
            note("award.refused", group[0].mention.start, end, why="not_given" if given is None else "no_recipient")
        if given is not None and given.recipients:
            frames.extend(_frames(near, group, given))
            again = read_again(near, stop, until)
            frames.extend(_frames(near, group, given._replace(recipients=again)) if again else ())
            last = given
            zone = max(stop, given.recipients[-1].end if given.rule == "owner" else stop)
        elif given is not None:
            last = given
            zone = stop
    return frames


def _near(scene: Scene, start: int, end: int) -> Scene:
    """Return the scene with the recipients and verbs of ``start:end`` only, where the sentence is very long."""
    if scene.recipients is not _UNREAD:
        return scene
    text = scene.clean.text
    return scene._replace(
        recipients=find_named(text, scene.mentions, start, end), verbs=cues.find_verbs(text, start, end)
    )


def _given(scene: Scene, turn: Turn, inside: Sequence[Mention]) -> Given | None:
    """Return who receives the group of honours, or None when the text does not say that they are given."""
    group, zone, stop, last, until = turn
    text = scene.clean.text
    start, end = group[0].mention.start, group[-1].mention.end
    short = any(len(honour.name(text, text)) < 3 and not honour.parts for honour in group)
    lost = cues.LOST.search(text, clause_start(text, zone, start), end)
    if (short and text[start:end] != "嘉奖") or (lost and lost.end() >= start):
        return Given([], "refused", None, start)
    holders = read_holders(scene, turn)
    if holders is not None:
        return holders
    owners = cues.OWNERS.match(text, end)
    if owners:
        behind = own_holders(list_forward(text, scene.recipients, owners.end(), 2), until)
        return (None if behind else read_copula(scene, zone, start)) or Given(behind, "owner", None, start)
    verbs = [
        v
        for v in scene.verbs
        if zone <= v.start and v.end <= start and not any(a.start <= v.start < a.end for a in inside)
    ]
    verb = verbs[-1] if verbs else None
    between = text[verb.end : start].removeprefix("：") if verb else ""
    named = read_copula(scene, zone, start) if verb is None or verb.start < clause_start(text, zone, start) else None
    if named:
        return named
    apart = verb is not None and "，" in between and (verb.kind == "get" or handed_by(scene, stop) is not None)
    if verb is None or apart or any(mark in between for mark in "。；：\n"):
        return read_behind(scene, turn)
    unsure = cues.NOT_YET.search(text, clause_start(text, zone, verb.start), verb.start)
    if unsure and unsure.group() in ("为", "对", "向") and cues.RELATIVE.match(text, stop):
        unsure = None  # 为, 对, 向获得市工人先锋号的|甲班…
    ahead = cues.AHEAD.search(text[scene.sentence.start : verb.start])
    if ahead or (unsure and not any(r.name[0] <= unsure.start() < r.name[1] for r in scene.recipients)):
        return Given([], "refused", None, verb.start)
    listed = list_start(text, end, stop)
    if listed is not None:
        return Given(list_forward(text, scene.recipients, listed, 3), "owner", None, verb.start)
    if verb.kind == "get":
        given = text.find("被", clause_start(text, zone, verb.start), verb.start)
        if given >= 0:
            return _received(scene, zone, given, last, grantor_of(scene, given + 1, verb.start))
        return _received(scene, zone, verb.start, last, named_grantor(scene, verb.end, start))
    return _conferred(scene, turn, verb)


def _conferred(scene: Scene, turn: Turn, verb: cues.Verb) -> Given | None:
    """Return the recipients of 授予, 评为, 命名…为: the subject of a passive, else the object."""
    group, zone, stop, last, _ = turn
    text = scene.clean.text
    start = group[0].mention.start
    clause = clause_start(text, zone, verb.start)
    if verb.kind == "name" and not AS.search(text, verb.end, start):
        return None
    taken_up = taken_before(scene, verb)
    if taken_up:
        return _received(scene, zone, taken_up[0], last, grantor_of(scene, taken_up[1], verb.start))
    objects = [r for r in scene.recipients if verb.end <= r.start and r.end <= start]
    words = text[verb.end : start].rstrip("“‘「『")
    for_him = _FOR_HIM.search(text, clause, verb.start)
    if PRONOUN.fullmatch(words) or for_him:
        if for_him and for_him.group(2):
            return Given(persons_meant(scene, for_him.group(2), verb.start), "list", None, verb.start)
        if for_him and for_him.group(1):
            return explain_deictic(scene, Subject([deictic(for_him.span(1))], "found"), None, verb.start)
        return read_pronoun(scene, verb, last if zone > scene.sentence.start else None, words)
    passive = None
    for match in cues.PASSIVE.finditer(text, clause, verb.start):
        passive = match
    agents = [r for r in scene.recipients if zone <= r.start and r.end <= verb.start]
    if passive and not objects:
        grantor = grantor_of(scene, passive.end(), verb.start)
        return _received(scene, zone, passive.start(), last, grantor)
    taken = read_taken(text, agents, clause)
    givers = [r for r in agents if r.kind == "organization" and r not in taken]
    goes_on = last.grantor if last is not None and last.rule == "given" and zone > scene.sentence.start else None
    together = list_back(text, givers) if givers else []
    grantor = (together[0].name[0], together[-1].name[1]) if together else goes_on
    if taken:
        return Given(taken, "given", grantor, verb.start)
    before = _BEFORE_VERB.search(text, clause, verb.start)
    named_before = read_unmarked(text, before.start(1), before.end(1)) if before and not objects else None
    if named_before:
        return Given(named_before, "given", grantor, verb.start)
    if objects:
        return Given(read_objects(text, objects, verb.end, start), "given", grantor, verb.start)
    if verb.kind == "both" or text[verb.start] == "记":
        return _received(scene, zone, verb.start, last, None)
    named = text[verb.end : start].rstrip("“‘「『为以 ")
    read = read_unmarked(text, verb.end, verb.end + len(cues.COUNTED.sub("", named))) if named else None
    if read:
        return Given(read, "given", grantor, verb.start)
    giver = givers[-1] if givers and givers[-1].end == verb.start else None  # 甲获A，县总工会|授予“B”称号
    lead = text[zone : giver.start if giver else verb.start]
    if not named and last is not None and not cues.ADVERB.sub("", lead).strip("，并和"):
        return Given(last.recipients, "given", grantor or last.grantor, verb.start)
    listed = list_forward(text, scene.recipients, stop, 3)
    if listed and text[stop : stop + 1] in ("：", "给"):
        return Given(listed, "given", grantor, verb.start)
    return Given([], "refused", None, verb.start)


def _received(scene: Scene, zone: int, position: int, last: Given | None, grantor: Extent | None) -> Given:
    """Return the subject that stands before ``position`` as the recipient."""
    text = scene.clean.text
    rule = "passive" if grantor else "list"
    since = opens_with_earlier(text, clause_start(text, zone, position), position)
    if since is not None and not any(r.name[0] <= since < r.name[1] for r in scene.recipients):
        return read_since(scene, zone, since, last, grantor)
    own_unit = read_own_unit(scene, zone, position, grantor)
    if own_unit:
        return own_unit
    subject = find_subject(text, scene.recipients, zone, position)
    if subject.status == "refused" and text.startswith("其", clause_start(text, zone, position)):
        return Given([], "refused", None, position)  # 甲获A，|其创新工作室|被命名为B
    if subject.status == "found":
        people = [r for r in subject.recipients if r.kind != "deictic"]
        if people:
            return Given(with_him(scene, subject.recipients), rule, grantor, position)
        return explain_deictic(scene, subject, grantor, position)
    if tells_of_person(scene, position) and (subject.status == "refused" or (last is not None and not last.recipients)):
        return carry_topic(scene, grantor, position)
    if subject.status == "refused":
        return Given([], "refused", None, position)
    if last is not None and zone > scene.sentence.start:
        turn = text.rfind("；", zone, position)
        others = turn >= 0 and any(
            turn < r.start and r.end <= position and r.kind == "person" for r in scene.recipients
        )
        if not last.recipients or others or (turn >= 0 and find_subject(text, (), turn, position).status != "missing"):
            return Given([], "refused", None, position)
        return Given(last.recipients, last.rule if last.rule == "carried" else rule, grantor, position)
    return carry_topic(scene, grantor, position)


def _frames(scene: Scene, group: list[Honour], given: Given) -> list[AwardFrame]:
    """Return the frames of a group: aligned one to one where the text says so, else everyone gets everything."""
    pairs: list[tuple[Recipient, Honour]]
    text = scene.clean.text
    people = given.recipients
    each = cues.EACH.search(text, people[-1].end, group[0].mention.start) is not None
    rule = given.rule
    if each and 0 < len(people) < len(group):
        people = comma_list(text, scene.recipients, people, len(group))
    if len(group) > 1 and (each or (len(people) > 1 and len(people) == len(group))):
        if len(people) != len(group):
            return []
        pairs = list(zip(people, group, strict=True))
        rule = "aligned" if rule == "list" else rule
    else:
        pairs = [(person, honour) for person in people for honour in group]
    frames = [_frame(scene, person, honour, given, rule) for person, honour in pairs]
    times = aligned_times(text, scene.times, scene.sentence.start, given.verb, len(group))
    if not times:
        return frames
    by_honour = {honour.mention.start: time for honour, time in zip(group, times, strict=True)}
    return [replace(frame, time=by_honour[frame.award.start]) for frame in frames]


def _frame(scene: Scene, recipient: Recipient, honour: Honour, given: Given, rule: str) -> AwardFrame:
    surface = scene.clean.surface
    return AwardFrame(
        recipient=compact(surface[slice(*recipient.called)]),
        recipient_type="organization" if recipient.kind == "deictic" else recipient.kind,
        affiliation=compact(surface[slice(*recipient.affiliation)]) if recipient.affiliation else None,
        award=honour.mention,
        name=honour.name(scene.clean.text, surface),
        rank=honour.placing(scene.clean.text, surface),
        level=honour.mention.attrs.get("level"),
        grantor=compact(surface[slice(*given.grantor)]) if given.grantor else None,
        time=own_time(scene.clean.text, scene.times, recipient.start, recipient.name)
        or governing_time(scene.clean.text, scene.times, scene.sentence.start, given.verb, honour.mention),
        sentence=scene.sentence,
        rule=f"award.{rule}",
        confidence=CONFIDENCE.get(rule, 0.8),
    )
