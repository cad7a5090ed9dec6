"""Text to the tokens of time expressions: numbers, words, written dates and clocks.

Enters: any text. Leaves: ``Token``s in order; a token of kind "" stands where the text between two tokens is more
than a little white space, so that no grammar rule reads across it. Next: ``time_points``, ``time_phrases``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from unionie.rules import load_table
from unionie.values.folding import Folds, fold, make_folds, replace_characters
from unionie.values.numerals import read_numeral

__all__ = ["GAP", "Token", "fold_times", "tokenize"]


class Token(NamedTuple):
    """A piece of a time expression; ``number`` is the value of a number, ``value`` what its word means.

    ``number`` of a word is what a bracket inside it notes: 28 in 昨（28）日.
    """

    kind: str
    value: str
    number: int
    start: int
    end: int


GAP = Token("", "", -1, -1, -1)
_NUMERIC = {"num", "han", "mixed"}
HAN = "零〇一二两三四五六七八九十百千万廿卅"
_DIGITS = "〇一二三四五六七八九两"
_DASH = r"\-~—–―－"
_WRITTEN = rf"""
 (?P<iso>(?:(?<![\d.\-/])|(?<=\d[\-~])(?=\d{{4}}[./]))[12]\d{{3}}(?P<sep>[-/.])(?:1[0-2]|0?[1-9])(?P=sep)(?:3[01]|[12]\d|0?[1-9])(?![\d%]|(?P=sep)\d))
|(?P<yearmonth>(?<![\d./])(?:[12]\d{{3}}[-/](?:1[0-2]|0[1-9])(?![\d.%/万亿元年财学号]|-\d)
   |[12]\d{{3}}\.(?:1[0-2]|0?[1-9])(?=\s?[{_DASH}至到]\s?(?:[12]\d{{3}}\.|至?今|[)〕\]]))
   |(?<=[{_DASH}至到(〔\[])[12]\d{{3}}\.(?:1[0-2]|0?[1-9])(?=[)〕\]\s，；。]|$)))
|(?P<clock>(?<![\d:.])(?<!比分)(?<!以)(?:[01]?\d|2[0-4])\s?:\s?[0-5]\d(?:\s?:\s?[0-5]\d(?:\.\d+)?(?:\s?(?:Z|[+-][01]\d:\d\d)(?![\w:]))?)?
   (?![\d:]|\.\d))
|(?P<dated>(?<=[(（“"])[12]\d{{3}}\s?[{_DASH}]{{1,2}}\s?[12]\d{{3}}(?=[)）”"])
   |(?<![\d.,])(?:19|20)\d\d\s?[{_DASH}]{{1,2}}\s?20\d\d(?=\s?(?:赛季|[冰冬]?雪季)))
|(?P<fiscal>(?<![\d.\-/])[12]\d{{3}}/(?:[12]\d{{3}}|\d\d)(?!\d)(?=\s?(?:年度|学年|财年|财政年度|会计年度|赛季)))
|(?P<plan>[“"「『]?十[一二三四五六七八九]五(?![{HAN}年月日号天点个分周]|时(?!期))[”"」』]?
   |[“"「『](?:[一二三四五六七八九]|十)五[”"」』]|(?:[一二三四五六七八九]|十)五(?=时期|期间|计划|规划))
"""
_NUMBERS = rf"""
|(?P<item>(?<![^\s；;（(])\d{{1,2}}\.(?=(?:19|20)\d\d年|\d{{1,2}}月))
|(?P<mixed>\d+(?:\.\d+)?[十百千万亿]+)
|(?P<num>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)*|\d+(?:\.\d+)*)
|(?P<han>[{HAN}]+几?|[几数][十百千万]*(?=[{HAN}个年天日周月分秒小星世刻])|多(?=[年天个日周]))
|(?P<parenday>[(（]\s?(?:星期|周|礼拜)[一二三四五六日天]\s?[)）])
|(?P<qsign>(?:(?<![A-Za-z\d一-鿿])|(?<=年))(?:[QH][1-4](?!区|论文|期刊|文章|[、和及]Q[1-4](?:区|论文|期刊))|[1-4]Q)(?![A-Za-z\d])|(?<=\d)[QH][1-4](?![A-Za-z\d]))
|(?P<t>(?<=\d)T(?=\d\d:\d\d))
|(?P<ampm>(?:[AaPp]\.?[Mm]\b\.?))
|(?P<code>[A-Za-z][A-Za-z0-9_.\-]*)
|(?P<open>[“"「『])
|(?P<close>[”"」』])
"""


# The day, month or year meant, in a bracket inside the word that says it: 昨（28）日, 去（110）年.
_NOTE = rf"(?:\s?[(（]\s?(?:\d{{1,4}}|[{HAN}]{{1,4}})\s?[)）]\s?)?"
_NOTED = re.compile(rf"[(（]\s?(\d{{1,4}}|[{HAN}]{{1,4}})\s?[)）]\s?")
_NOTED_KINDS = frozenset({"year", "month", "day", "ctxmonth", "ctxday"})

_FIRST = HAN + '几数多0-9A-Za-z(（“"「『”」』'


class _Lexicon(NamedTuple):
    first: re.Pattern[str]  # a character with which a token can begin
    pattern: re.Pattern[str]  # every token
    heads: dict[str, re.Pattern[str]]  # the tokens that begin with a character with which only words do
    words: dict[str, tuple[str, str]]
    folds: Folds


@cache
def _lexicon() -> _Lexicon:
    guards = {row["id"]: row["pattern"] for row in load_table("time_guards")}
    words: dict[str, tuple[str, str]] = {}
    around: dict[str, tuple[str, str]] = {}
    tables = ("time_words", "time_festivals", "time_names")
    for row in (row for table in tables for row in load_table(table)):
        for form in (form for cell in row["forms"].split() for form in _forms(cell)):
            words[form] = (row["kind"], row["value"])
            around[form] = (_guard(row.get("behind", ""), guards), _guard(row.get("ahead", ""), guards))
    pairs = (pair for row in load_table("time_folds") for pair in zip(row["written"], row["read"], strict=True))
    others = re.compile(f"[{_FIRST}]")
    branches = _branches(around, {form for form, (kind, _) in words.items() if kind in _NOTED_KINDS and len(form) == 2})
    heads = {head: branches.pop(head) for head in list(branches) if not others.match(head)}
    first = re.compile("[" + _FIRST + "".join(sorted(map(re.escape, heads))) + "]")
    # written dates, then words, then numbers: 五一劳动奖章 is a name before 五一 is a number
    pattern = _compile(_squeeze(_WRITTEN) + f"|(?P<word>{'|'.join(branches.values())})" + _squeeze(_NUMBERS))
    return _Lexicon(
        first, pattern, {head: _compile(f"(?P<word>{each})") for head, each in heads.items()}, words, make_folds(pairs)
    )


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


def _squeeze(pattern: str) -> str:
    """Drop the line ends and indents by which a pattern is laid out (blanks inside a line count)."""
    return "".join(line.strip() for line in pattern.splitlines())


def _forms(cell: str) -> list[str]:
    """Spell out braces: {上,下}{周,月} → 上周, 上月, 下周, 下月."""
    if "{" not in cell:
        return [cell]
    head, rest = cell.split("{", 1)
    inner, tail = rest.split("}", 1)
    return [head + part + end for part in inner.split(",") for end in _forms(tail)]


def _guard(cell: str, guards: dict[str, str]) -> str:
    return re.sub(r"\{([a-z]+)\}", lambda m: guards[m[1]], cell)


def _branches(words: dict[str, tuple[str, str]], noted: set[str]) -> dict[str, str]:
    """Return for each first character a pattern of its words, longest first, with what may not stand around each.

    ``noted`` are the words that may have a bracket inside.
    """
    heads: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        heads.setdefault(word[0], []).append(word)
    branches = {}
    for head, members in heads.items():
        inside = {w: _NOTE if w in noted else "" for w in members}
        tails = [inside[w] + re.escape(w[1:]) + _behind(w, words[w][0]) + _ahead(words[w][1]) for w in members]
        branches[head] = re.escape(head) + ("(?:" + "|".join(tails) + ")" if len(tails) > 1 or tails[0] else "")
    return branches


def _ahead(guard: str) -> str:
    return guard if guard.startswith("(?") else f"(?!{guard})" if guard else ""


def _behind(word: str, guard: str) -> str:
    if not guard:
        return ""
    if guard.startswith("(?"):
        return guard
    return "".join(f"(?<!{part}{re.escape(word)})" for part in guard.split("|") if part)


def fold_times(text: str) -> str:
    """Return ``text`` folded for this grammar, as long as it was."""
    folded = fold(text)
    return folded if folded.isascii() else replace_characters(folded, _lexicon().folds)


def tokenize(text: str) -> list[Token]:
    """Return the tokens of a folded text, with ``GAP`` where they do not touch, and at both ends.

    A number that no other token touches (36家) is left out: alone it is no time.
    """
    lexicon = _lexicon()
    words, heads, pattern = lexicon.words, lexicon.heads, lexicon.pattern
    tokens = [GAP]
    last = -9
    number: tuple[str, int, int] | None = None  # the last match, where it is a number behind a gap
    for first in lexicon.first.finditer(text):
        place = first.start()
        if place < last:
            continue
        match = heads.get(text[place], pattern).match(text, place)
        if match is None:
            continue
        start, end = match.span()
        touches = start == last or _touching(text, last, start)
        if number is not None:
            if touches:
                tokens.append(_number(*number))
            number = None
        elif not touches:
            tokens.append(GAP)
        group = match.lastgroup
        last = end
        if group == "word":
            note = None if match[0] in words else _NOTED.search(match[0])
            kind, value = words[match[0] if note is None else _bare(match[0])]
            if kind == "的":  # 2018年的五月 reads as 2018年五月
                continue
            tokens.append(Token(kind, value, _number(note[1], 0, 0).number if note else -1, start, end))
        elif group in _NUMERIC:
            if touches and _broken(text, tokens, match[0], start):  # 2018年1\n2月
                tokens[-1] = _number(text[start - 2] + match[0], start - 2, end)
            elif touches:
                tokens.append(_number(match[0], start, end))
            else:
                number = match[0], start, end
        else:
            tokens.append(Token(group or "", match[0], -1, start, end))
    tokens.append(GAP)
    tokens.append(GAP)
    return tokens


def _broken(text: str, tokens: list[Token], run: str, start: int) -> bool:
    """Tell whether a line end breaks the number of a month or day in two: its first digit ends the line before."""
    if not (len(run) == 1 and run.isdigit() and tokens[-1].end == start - 1 and text[start - 1] == "\n"):
        return False
    return (
        tokens[-1].kind == "num"
        and text[start - 2] in "123"
        and tokens[-2].kind in ("年", "月")
        and (tokens[-1].end - tokens[-1].start == 1)
    )


def _bare(word: str) -> str:
    """Return a word without the bracket inside it, and without white space."""
    return "".join(_NOTED.sub("", word).split())


def _number(run: str, start: int, end: int) -> Token:
    """Return a number token: num (a whole number), dec, approx (low end; -1 where nothing is said) or code."""
    if run[0] in "零〇" and len(run) == 2 and run[1] in _DIGITS:
        return Token("num", run, _DIGITS.index(run[1]) if run[1] != "两" else 2, start, end)
    if run[0] <= "9" and run[-1] <= "9":
        if "." in run:
            return Token("dec" if run.count(".") == 1 and len(run) < 12 else "code", run, -1, start, end)
        return Token("num" if len(run) < 8 else "code", run, int(run.replace(",", "")[:12]), start, end)
    if run in ("几", "数", "多"):
        return Token("approx", run, -1, start, end)
    numeral = read_numeral(run)
    if numeral is None:
        digits = "".join(str(_DIGITS.find(c) if c != "零" else 0) for c in run)
        read = len(run) == 2 and "-" not in digits and "两" not in run
        return Token("num" if read else "code", run, int(digits) if read else -1, start, end)
    kind = "approx" if numeral.high is not None or numeral.mark else "num"
    return Token(kind, run, int(numeral.value), start, end)


def _touching(text: str, last: int, start: int) -> bool:
    """Tell whether only a little white space, with at most one line end and no tab, stands between two tokens."""
    if last < 0 or start - last > 4:
        return False
    between = text[last:start]
    return between.isspace() and between.count("\n") <= 1 and "\t" not in between
