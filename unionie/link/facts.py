"""Values linked to what they measure, sentence by sentence.

Enters: clean text, sentences, quantities, times and mentions. Leaves: FactFrames in text order.
Next: ``resolve`` gives them periods, subjects' full names and identities.

Each sentence is read clause by clause. The words to the left of a value name the indicator where they hold a noun;
a bare verb takes the noun behind the value (帮助|419名|农民工); an empty left side takes the words behind the value
(5600余人|参赛), the clause before, or the indicator of the value before it (增长7.3%). 分别 aligns a list of
indicators with a list of values, 其中 and brackets make parts of the value before them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from unionie.clean.types import CleanText
from unionie.frames import FactFrame, Mention, Sentence
from unionie.link.figures.alignment import align_run
from unionie.link.figures.bare_heads import complete
from unionie.link.figures.baselines import baseline_before, each_compared
from unionie.link.figures.became import mark_became
from unionie.link.figures.before import name_before, team_before
from unionie.link.figures.clauses import TIME, Clause, split_clauses
from unionie.link.figures.dividing import divide, divide_those
from unionie.link.figures.echoes import find_echoes
from unionie.link.figures.indicators import find_indicator
from unionie.link.figures.last_years import date_brackets, says_again
from unionie.link.figures.leads import without_examples
from unionie.link.figures.means import beyond_mean, mean_of
from unionie.link.figures.measures import Reading, read_measure
from unionie.link.figures.modality import is_target, passes
from unionie.link.figures.origins import is_from
from unionie.link.figures.parts import (
    BREAKDOWN,
    PART,
    among,
    completes,
    last_level,
    last_total,
    mark_aligned,
    mark_rest,
    mark_sums,
)
from unionie.link.figures.performances import event_of
from unionie.link.figures.phrases import Tagger, tells_action
from unionie.link.figures.ranked import ranks_among
from unionie.link.figures.runs import JOINED_VERB, find_runs, share_words
from unionie.link.figures.scope import Reader, Scope
from unionie.link.figures.statements import states_fact, without_thresholds
from unionie.link.figures.sums import mark_totals
from unionie.link.figures.tables import link_tables
from unionie.link.figures.times import governing_time, names_balance
from unionie.link.figures.told import (
    as_before,
    as_share,
    at_extreme,
    in_money,
    like_before,
    of_indicator,
    restated,
    with_doer,
    with_standard,
)
from unionie.link.figures.topics import name_attributes, of_the_same_fund
from unionie.link.figures.units import medal, of_honour, of_unit, over_threshold, with_unit
from unionie.link.figures.wholes import part_of
from unionie.trace import note
from unionie.values.types import Quantity, Time

# In a bracket: another figure, no part.
_BESIDE = re.compile(
    rf"[{TIME}]|目标|计划|任务|年度|上年|去年|同比|增|降|占|[^，]{{0,8}}折[合算]"
    "|[^，]{0,8}(?:标准|要求|红线|[上下]限|警戒线|平均|均值)[值数]?[为是]?(?:$|[^一-鿿])"
)
_ANNOUNCED = 200  # characters within which a plan is announced before its value
_start = attrgetter("start")
_UNLINKED = frozenset(["table_row", "furniture", "dateline", "byline"])


def link_facts(
    clean: CleanText,
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    times: Sequence[Time],
    mentions: Sequence[Mention],
    tag: Tagger,
) -> list[FactFrame]:
    """Return a frame for each quantity that states a fact, in text order; ``tag`` gives (word, part of speech)."""
    frames: list[FactFrame] = []
    dated = [t for t in times if t.kind not in ("duration", "set", "time") and (t.from_ is None or "-" in t.from_)]
    dated = [t for t in dated if not names_balance(clean.text, t)]
    scope = Scope(frames)
    block = -1
    for sentence in sentences:
        if clean.blocks[sentence.block].kind in _UNLINKED:
            continue
        stated = [q for q in _within(quantities, sentence) if states_fact(clean.text, q)]
        inside = without_thresholds(clean.text, stated)
        if not inside:
            continue
        scope.before = scope.spoken_of() if sentence.block == block else ""
        if sentence.block != block and not (block >= 0 and clean.text.startswith("其中", sentence.start)):
            scope.block = len(frames)  # 其中 divides what the line above told
        block = sentence.block
        scope.first, scope.topic, scope.bare = len(frames), "", None
        near_times = _within(dated, sentence)
        near_mentions = _within(mentions, sentence)
        masked, clauses = split_clauses(clean.text, sentence, inside, near_times, near_mentions)
        subjects = {m.start: m.end for m in near_mentions if m.label in ("ORG", "PERSON", "LOC")}
        honours = {m.start: m.end for m in near_mentions if m.label == "AWARD"}
        posts = {m.start: m.end for m in near_mentions if m.label == "TITLE"}
        _link_sentence(Reader(clean, sentence, masked, near_times, tag, subjects, honours, posts), clauses, scope)
    date_brackets(clean, frames, dated)
    return _in_text_order(clean.text, [*frames, *find_echoes(frames, scope.bare_values)], *link_tables(clean, times))


def _in_text_order(
    text: str, frames: list[FactFrame], cells: list[FactFrame], tables: list[list[list[int]]]
) -> list[FactFrame]:
    """Return both lists as one in text order, their references to totals kept, and what they make up in sum marked."""
    for cell in cells:
        cell.part_of = None if cell.part_of is None else cell.part_of + len(frames)
    joined = frames + cells
    order = sorted(range(len(joined)), key=lambda index: joined[index].quantity.start)
    place = {index: position for position, index in enumerate(order)}
    for frame in joined:
        frame.part_of = None if frame.part_of is None else place[frame.part_of]
    joined = [joined[index] for index in order]
    moved = [[[place[index + len(frames)] for index in column] for column in table] for table in tables]
    mark_totals(text, joined, moved)
    return joined


def _within(items: Sequence, sentence: Sentence) -> Sequence:  # type: ignore[type-arg]
    """Return the items, sorted by start, that start in the sentence."""
    low = bisect_left(items, sentence.start, key=_start)
    return items[low : bisect_left(items, sentence.end, low, key=_start)]


def _link_sentence(reader: Reader, clauses: list[Clause], scope: Scope) -> None:
    scope.total, scope.parts, scope.breakdown, scope.pending, scope.listed = None, [], False, False, []
    scope.divided = scope.outer = None
    for clause in clauses:
        if clause.opening == "；" and not scope.breakdown:
            scope.topic = scope.spoken_of()
            scope.total, scope.parts, scope.divided = None, [], None
        elif clause.opening == "；" and scope.outer is not None:
            (scope.total, scope.parts), scope.outer = scope.outer, None
        labelled = scope.bare is not None and reader.clean.text[scope.bare[0] - 1] == "；"
        if clause.opening == "：" and len(scope.frames) > scope.first and clause.quantities and not labelled:
            scope.total, scope.parts = last_total(scope.frames, scope.first), []
        if clause.quantities:
            _link_clause(reader, clause, scope)
            scope.bare = None
        else:
            _note_bare(reader, clause, scope)
    mark_sums(scope.frames, max(scope.block, scope.first - 6))
    mark_aligned(scope.frames, scope.first)
    mark_rest(scope.frames, scope.first)
    mark_became(reader.clean.text, scope.frames, scope.first)


def _note_bare(reader: Reader, clause: Clause, scope: Scope) -> None:
    """Keep a clause without a value: it may name what the next one measures, or announce a breakdown."""
    words = reader.words(clause.start, clause.end, clause.depth)
    if PART.fullmatch(words):
        scope.pending = True
    elif BREAKDOWN.search(words):
        scope.breakdown, scope.parts = True, []
        whole = last_total(scope.frames, scope.block)
        scope.total = last_level(scope.frames, scope.block) if whole is None else whole
    else:
        scope.bare = (clause.start, clause.end)
        if (whole := among(scope.frames, words)) is not None:
            scope.total, scope.parts, scope.breakdown = whole, [], True
    first = len(scope.frames)
    _link_asides(reader, clause.asides, scope, None, clause.start if scope.bare else None)
    if len(scope.frames) > first:
        named = name_before(reader, clause.start, clause.asides[0].start - 1, clause.depth)
        name_attributes(scope.frames[first:], named)


def _link_clause(reader: Reader, clause: Clause, scope: Scope) -> None:
    runs = find_runs(reader, clause)
    scope.consumed, scope.clause_topic = clause.start, scope.topic
    _link_first_asides(reader, clause, runs[0][0].start, scope)
    for index, run in enumerate(runs):
        last = index + 1 == len(runs)
        right = clause.end if last else runs[index + 1][0].start
        _link_run(reader, clause, scope, run, right, last=last)
        if scope.once:
            scope.total, scope.parts, scope.once = None, [], False
        if scope.topic != scope.clause_topic:
            scope.bare = None  # what this clause names speaks for its next values, not the clause before
        _link_asides(reader, [item for item in clause.asides if run[-1].end <= item.start <= right], scope, run[-1])
    share_words(reader, clause, scope.frames)
    if reader.words(runs[-1][-1].end, clause.end, clause.depth).endswith("中") and len(runs) == 1:
        scope.total, scope.parts = len(scope.frames) - 1 if len(scope.frames) > scope.first else None, []


def _link_first_asides(reader: Reader, clause: Clause, end: int, scope: Scope) -> None:
    """Link the values of brackets before the first value of a clause: of what they stand behind, 光伏电站（3座）."""
    kept = scope.topic
    for aside in clause.asides:
        if aside.start < end:
            named = name_before(reader, clause.start, aside.start - 1, clause.depth).strip("较比")
            unit = aside.quantities[0].unit if aside.quantities else None
            named = named or team_before(reader, aside.start - 1, unit)
            scope.topic = named or kept
            first = len(scope.frames)
            _link_asides(reader, [aside], scope, None)
            name_attributes(scope.frames[first:], named)
    scope.topic = kept


def _link_asides(
    reader: Reader, asides: list[Clause], scope: Scope, host: Quantity | None, said: int | None = None
) -> None:
    """Link the values of brackets: parts of the value that the bracket stands behind.

    Where their clause has no value of its own it begins at ``said``, and what stands right before speaks for them.
    """
    kept = scope.topic, scope.total, scope.parts, scope.consumed
    bare, silent = scope.bare, True
    for aside in asides:
        if said is not None and aside.opening == "（" and said < aside.start - 1:
            scope.bare = said, aside.start - 1
        said = None if said is None else aside.end + 1
        if aside.opening == "（":
            words = reader.words(aside.start, aside.end, aside.depth)
            near = host is not None and aside.start - host.end <= 1 and len(scope.frames) > scope.first
            adjacent = near and not _BESIDE.match(words)
            if adjacent and says_again(aside, host):
                adjacent, scope.topic = False, scope.frames[-1].indicator
            scope.total, scope.parts = len(scope.frames) - 1 if adjacent else None, []
        if aside.quantities:
            _link_clause(reader, aside, scope)
        silent = silent and scope.bare is not None
    if asides:
        scope.topic, scope.total, scope.parts, scope.consumed = kept
        scope.bare = bare if silent else None


def _link_run(reader: Reader, clause: Clause, scope: Scope, run: list[Quantity], right: int, *, last: bool) -> None:
    (start, parted), end = divide(reader, clause, scope, run[0]), run[0].start
    words = reader.words(start, end, clause.depth)
    after = reader.words(run[-1].end, right, clause.depth)
    divide_those(reader, scope, run[0])
    mean = mean_of(reader, scope, start, run[0], clause.depth) if len(run) == 1 else None
    if mean:
        scope.consumed = mean.end
        _add(reader, clause, scope, run[0], Reading("level", 0), mean.indicator, "compared", mean.whole)
        return
    reading = read_measure(words, reader.clean.text[start:end], run[0], after)
    topic = scope.topic or scope.before
    note("fact.words", run[0].start, run[-1].end, before=words, after=after, topic=topic, head_end=reading.head_end)
    if items := align_run(reader, scope, start, words, reading, run):
        position = end
        rule = "from" if reading.measure == "level" and is_from(words, after) else "aligned"
        for index, (quantity, (subject, indicator)) in enumerate(zip(run, items, strict=True)):
            if JOINED_VERB.match(between := reader.words(position, quantity.start, clause.depth)):
                reading = like_before(reading, read_measure(between, between, quantity, ""))
            each = replace(reading, baseline=each_compared(reading, len(run))[index])
            _add(reader, clause, scope, quantity, each, indicator, rule, subject)
            position = quantity.end
        scope.consumed = run[-1].end
        return
    reading = in_money(scope, words, run[0], beyond_mean(reader, scope, words, reading, run[0]))
    reading = restated(scope, clause, words, run[0], with_standard(reader, clause, scope, reading))
    found = find_indicator(reader, clause, scope, run, start, reading, right, last=last)
    named = complete(reader.clean.text, scope, of_the_same_fund(scope, found.text), run[0].start)
    indicator = without_examples(named, reader.tag)
    scope.consumed = found.consumed
    rule = found.rule
    if is_from(words, after):
        measure = "rank" if reading.measure == "rank" else "level"
        reading, rule = replace(reading, measure=measure, direction=None, baseline=None), "from"
    elif reading.measure == "level" and (rule == "inherited" or words.startswith("、")):
        reading = as_before(scope, run[0], reading, indicator)
    reading = as_share(scope, reading, run[0], indicator) if parted else reading
    if scope.once and rule == "right" and scope.total is not None:
        indicator = with_doer(reader, scope.frames[scope.total].indicator, indicator)
    for index, quantity in enumerate(run):
        between = reader.words(run[index - 1].end, quantity.start, clause.depth) if index else ""
        if JOINED_VERB.match(between):  # 分别增长2.7%、下降|6.5%和持平
            reading = like_before(reading, read_measure(between, between, quantity, ""))
        each = replace(reading, baseline=each_compared(reading, len(run))[index])
        _add(reader, clause, scope, quantity, each, of_unit(indicator, run[0], quantity), rule)


def _add(
    reader: Reader,
    clause: Clause,
    scope: Scope,
    quantity: Quantity,
    reading: Reading,
    indicator: str,
    rule: str,
    subject: str | None = None,
) -> None:
    """Append the frame of one value and let it stand for what later values leave unsaid."""
    event = "" if indicator.endswith("总成绩") else event_of(reader.clean.text, reader.sentence.start, quantity)
    indicator = medal(quantity) or event or of_honour(indicator)
    if not indicator:
        scope.bare_values.append((quantity, reader.sentence))
        note("fact.nameless", quantity.start, quantity.end)
        return
    reading, indicator = at_extreme(reading, quantity, indicator)
    reading = of_indicator(reading, quantity, indicator, reader.clean.text[reader.sentence.start : quantity.start])
    direction, baseline = reading.direction, reading.baseline
    total = scope.frames[scope.total].quantity if scope.total is not None else None
    total = total if total is not None and (clause.depth or total.value >= quantity.value) else None
    quantity = over_threshold(reader.clean.text, with_unit(quantity, indicator, total))
    if reading.measure == "change" and quantity.value < 0:
        quantity, direction = replace(quantity, value=-quantity.value), "decrease"
    if reading.measure == "change" and not baseline:
        said = reader.clean.text[reader.sentence.start : quantity.start]
        baseline = baseline_before(said, scope.frames[scope.first :], quantity)
    time = governing_time(reader.clean.text, reader.sentence, reader.times, quantity, clause.depth)
    planned = rule != "from" and reading.measure != "gap" and _is_announced(reader, clause, quantity)
    action = tells_action(indicator, reader.tag)
    qualified = rule not in ("to", "from") and reader.clean.text[quantity.start - 1] == "的"  # 减至9月底的156户
    frame = FactFrame(
        quantity=quantity,
        sentence=reader.sentence,
        indicator=indicator,
        measure=reading.measure,
        direction=direction,
        baseline=baseline,
        modality="target" if planned else "actual",
        subject=subject,
        times=[time] if time else [],
        part_of=part_of(
            reader.clean.text, scope, clause, quantity, reading, indicator, action=action, qualified=qualified
        ),
        aside=clause.depth > 0,
        action=action,
        rule=f"facts.{rule}",
    )
    scope.frames.append(frame)
    _go_on(reader, scope, frame, rule)


def _go_on(reader: Reader, scope: Scope, frame: FactFrame, rule: str) -> None:
    """Let the frame just appended stand for what later values leave unsaid: their topic, their total."""
    if frame.part_of is not None:
        scope.parts.append(len(scope.frames) - 1)
    if not ranks_among(reader, frame.quantity) and (
        frame.measure == "level" or (frame.measure == "share" and rule != "share") or rule in ("left", "rank", "from")
    ):
        scope.topic = frame.indicator
    if scope.total is not None and completes(scope.frames, scope.total, scope.parts):
        if len(scope.frames) - scope.parts[0] == len(scope.parts):  # no change stands between the parts
            scope.topic = scope.frames[scope.total].indicator
        scope.total, scope.parts = None, []


def _is_announced(reader: Reader, clause: Clause, quantity: Quantity) -> bool:
    """Return whether the words of the sentence or bracket before a value announce it as a plan."""
    begin = max(clause.start if clause.depth else reader.sentence.start, quantity.start - _ANNOUNCED)
    return is_target(reader.clean.text[begin : quantity.start] + passes(quantity.text))
