"""The numeral grammar: one written number, in digits, characters or both, to its exact value.

Enters: a numeral without spaces, folded (``folding.fold``). Leaves: ``Numeral``, or ``parse_number``'s Decimal.
Next: ``reading`` finds numerals in text with ``RUN`` and reads them here.

    number   = [sign] (digits | characters | both) ["点" digits] scales
    digits   = 12 846 | 12,846 | 1096700.5 | 1.5e10
    scales   descend (三千二百零五), 万 亿 multiply what stands before (三千二百零五万), a last digit may drop
             its scale (三万五 = 35000), two neighbours are a range (七八十), 几 数 多 余 leave the number open

A number that people write in two ways is none: 1亿2千 is 1.2亿 for most, 一亿零二千 by the rule.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal, localcontext
from functools import cache, lru_cache
from typing import NamedTuple

from unionie.errors import InputError
from unionie.values.folding import fold

__all__ = ["EXACT", "Numeral", "parse_number", "plain", "read_numeral", "read_scale"]

EXACT = Context(prec=60)
"""All arithmetic on values: wide enough to be exact for whatever people write, independent of the caller's context."""

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
DIGITS |= {c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")} | {"两": 2, "参": 3}
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
TENS = {"廿": 20, "卅": 30, "卌": 40}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_SPOKEN = {"俩": "两", "仨": "三"}
ZERO = Decimal(0)
MAX_LENGTH = 64  # no number that people write is longer; longer runs are codes or noise
MAX_DIGITS = 36  # keeps every step exact within EXACT

_LITERAL = re.compile(
    r"\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?(?:[eE][+-]?[0-2]?\d|[×xX*]10(?:\^\d{1,2}|[⁰¹²³⁴-⁹]{1,2}))?",
    re.ASCII,
)
_GROUPS = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:\s[0-9]{3})+(?![0-9])")
_PARTED = re.compile(r"[0-9]\s+(?=[0-9])")
_PLAIN = {ord(a): b for a, b in zip("⁰¹²³⁴⁵⁶⁷⁸⁹,，", [*"0123456789", "", ""], strict=True)}
_TIMES_TEN = re.compile(r"[×xX*]10\^?")
_OPEN = re.compile(r"(.*?)([余多来几])([百千万亿]*)")
_VAGUE = re.compile(r"好?[几数]([十百千万亿]+)")
_SOME = re.compile(r"(?<=[百千万亿])几(?=[十百千])")
_ONE_BY_ONE = re.compile(r"[〇零一二三四五六七八九]{2,}")
_PAIR = re.compile(r"一[二两]|[二两]三|三四|四五|五六|六七|七八|八九|三五")
_TENTHS = re.compile("(.+)成([一二三四五六七八九半])?")
_SCALES_END = re.compile(r"[百千万亿兆]+$")


class Numeral(NamedTuple):
    """A numeral that was read.

    ``high`` ends a range (七八十). ``mark`` is "", "over" (十多万), "about" (十来万) or "vague" (数十).
    ``scale`` is the multiplier at its end (3万 → 10000); ``bare`` says there is nothing but a multiplier (亿, 百).
    """

    value: Decimal
    high: Decimal | None = None
    mark: str = ""
    scale: Decimal = Decimal(1)
    bare: bool = False


class _Misfit(Exception):  # noqa: N818 - private control flow: where a numeral stops being one
    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def plain(value: Decimal) -> Decimal:
    """Return ``value`` without exponent and without zeros behind the point: 1.0967E+6 → 1096700."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1), context=EXACT) if value else ZERO
    return value.normalize(EXACT)


@lru_cache(maxsize=8192)
def read_numeral(run: str) -> Numeral | None:
    """Return what the folded numeral ``run`` says, or None where it is not one well-formed numeral."""
    if len(run) > MAX_LENGTH:
        return None
    run = _SPOKEN.get(run) or run.replace("个", "")  # 三个多亿
    try:
        if vague := _VAGUE.fullmatch(run):
            return Numeral(_value(vague[1]), mark="vague", scale=read_scale(run))
        if _SOME.search(run):
            return Numeral(_value(_SOME.sub("一", run)), mark="vague", scale=read_scale(run))
        if opened := _OPEN.fullmatch(run):
            return _read_open(opened)
        low = _value(run)
    except _Misfit as misfit:
        return _read_pair(run) if misfit.at else None
    if _PAIR.fullmatch(run):
        return _read_pair(run)
    return Numeral(low, scale=read_scale(run), bare=run[0] in "百千万亿兆")


def _read_open(opened: re.Match[str]) -> Numeral | None:
    head, letter, scales = opened.groups()
    if not head or (letter == "几" and head[-1] not in SMALL):
        return None
    mark = {"几": "vague", "来": "about"}.get(letter, "over")
    factor = _value(scales) if scales else Decimal(1)
    base = read_numeral(head)
    if base is None or base.mark or (scales and base.scale >= factor):
        return None
    high = None if base.high is None else plain(base.high * factor)
    return Numeral(plain(EXACT.multiply(base.value, factor)), high, mark, factor, base.bare)


def _read_pair(run: str) -> Numeral | None:
    """Read 七八十, 两三百, 二十五六, 三千五六百: two neighbours at one place are a range."""
    pairs = list(_PAIR.finditer(run))
    if not pairs or not any(c in DIGITS for c in run):
        return None
    for pair in reversed(pairs):
        before, after = run[: pair.start()], run[pair.end() :]
        if after.strip("十百千万亿拾佰仟"):
            continue
        try:
            low, high = _value(before + pair[0][0] + after), _value(before + pair[0][1] + after)
        except _Misfit:
            continue
        return Numeral(low, high, scale=read_scale(run))
    return None


def read_scale(run: str) -> Decimal:
    """Return the multiplier at the end of a numeral: 3千万 → 10000000."""
    end = _SCALES_END.search(run)
    if end is None:
        return Decimal(1)
    scale = 1
    for c in end[0]:
        scale *= SMALL.get(c) or BIG[c]
    return Decimal(scale)


def _value(run: str) -> Decimal:
    """Return the exact value of a whole folded numeral, or raise _Misfit at the first character that does not fit."""
    if _ONE_BY_ONE.fullmatch(run) and (len(run) > 2 or run[0] in "〇零" or run[1] in "〇零"):
        return Decimal("".join(str(DIGITS[c]) for c in run))
    with localcontext(EXACT):
        return _Scanner(run).scan()


def _decimal(literal: str) -> Decimal:
    mantissa, *power = (part.translate(_PLAIN) for part in _TIMES_TEN.split(literal))
    return EXACT.multiply(Decimal(mantissa), Decimal(f"1e{power[0]}")) if power else Decimal(mantissa)


class _Scanner:
    """Reads a numeral from left to right; ``total`` holds what 万 and 亿 closed, ``section`` what is below them."""

    def __init__(self, run: str) -> None:
        self.run = run
        self.total = self.section = ZERO
        self.current: Decimal | None = None  # a digit or literal that waits for its scale
        self.big, self.small = 10**17, 10**5  # the last scales seen: the next one must be smaller
        self.last = 1  # the scale directly before, for the dropped one (三万五)
        self.zero = self.begun = self.decimal = False
        self.unsaid = 0  # where a scale follows 亿 without 零, which 万 may yet follow: 1亿2千|万

    def scan(self) -> Decimal:
        at, run = 0, self.run
        while at < len(run):
            at += self._step(at)
        if not self.begun or (self.zero and self.current is None and run[-1] in "零〇" and len(run) > 1):
            raise _Misfit(max(len(run) - 1, 0))
        if self.unsaid:
            raise _Misfit(self.unsaid)
        return plain(self.total + self.section + self._rest(len(run)))

    def _step(self, at: int) -> int:
        c = self.run[at]
        width = 1
        if "0" <= c <= "9":
            width = self._literal(at)
        elif c in "零〇":
            self._naught(at)
        elif c in DIGITS:
            self._digit(at, Decimal(DIGITS[c]))
        elif c in TENS:
            self._tens(at, TENS[c])
        elif c in SMALL:
            self._small(at, SMALL[c])
        elif self.begun and self.run.startswith("万万", at):
            width = 2
            self._big(at, BIG["亿"])
        elif c in BIG:
            self._big(at, BIG[c])
        elif c == "点":
            width = self._point(at)
        else:
            raise _Misfit(at)
        self.begun = True
        return width

    def _literal(self, at: int) -> int:
        literal = _LITERAL.match(self.run, at)
        if literal is None or self.current is not None or self.decimal:
            raise _Misfit(at)
        if self.begun and literal[0][0] == "0" and literal[0][1:2].isdigit():
            raise _Misfit(at)  # 3万05
        if literal.end() - at > MAX_DIGITS or self.run.startswith((".", ","), literal.end()):
            raise _Misfit(literal.end() - 1 if literal.end() - at > MAX_DIGITS else literal.end())
        self.current = _decimal(literal[0])
        if self.last > 1 and self.current >= self.last:
            raise _Misfit(at)
        self.decimal = "." in literal[0]
        return literal.end() - at

    def _naught(self, at: int) -> None:
        if self.current is not None or self.zero:
            raise _Misfit(at)
        if not self.begun:
            self.current = ZERO
        self.zero = True

    def _digit(self, at: int, digit: Decimal) -> None:
        if self.current is not None or self.decimal:
            raise _Misfit(at)
        self.current = digit

    def _tens(self, at: int, tens: int) -> None:
        if self.current is not None or self.small <= 10:
            raise _Misfit(at)
        self.section += tens
        self.small = self.last = 10
        self.zero = False

    def _small(self, at: int, scale: int) -> None:
        if scale >= self.small or (scale == 10 and self.run[at - 1 : at] == "两"):
            raise _Misfit(at)
        if self.decimal and (scale == 10 or "点" in self.run[:at]):
            raise _Misfit(at)  # 三点二十 is a clock time
        if self.current is None:
            if scale != 10 and self.begun:
                raise _Misfit(at)
            self.current = Decimal(1)
        elif self.zero and (not self.current or scale * 10 == self.last < 10**4):
            raise _Misfit(at)  # 三百零五十 skips no place
        if self.last >= BIG["亿"] and not self.zero:
            self.unsaid = at
        self.section += self.current * scale
        self.current, self.zero = None, False
        self.small = self.last = scale

    def _big(self, at: int, scale: int) -> None:
        if self.current is None and not self.begun:
            self.current = Decimal(1)
        if self.current is not None and not self.zero and self.current * 10 < self.last and scale > self.big:
            raise _Misfit(at)  # 1万2亿
        part = self.section + (self.current or ZERO)
        if scale < self.big and (part or self.total == 0):
            self.total += part * scale
        elif self.total < 10**16 and scale > self.big:
            self.total = (self.total + part) * scale
        else:
            raise _Misfit(at)
        self.section, self.current, self.zero, self.unsaid = ZERO, None, False, 0
        self.big, self.small, self.last = scale, 10**5, scale

    def _point(self, at: int) -> int:
        end = at + 1
        while end < len(self.run) and self.run[end] in DIGITS and self.run[end] not in "两参":
            end += 1
        if end == at + 1 or not self.begun or self.decimal or (self.current is None and self.small == 10**5):
            raise _Misfit(min(end, len(self.run) - 1) if end == at + 1 and self.begun else at)
        tail = "".join(str(DIGITS[c]) for c in self.run[at + 1 : end])
        whole = self.current if self.current is not None else ZERO
        self.current = whole + Decimal(f"0.{tail}")
        self.decimal, self.zero = True, False
        return end - at

    def _rest(self, end: int) -> Decimal:
        """Return what a last digit without scale is worth: 三万五 → 5000, 三万零五 → 5, 3万5000 → 5000."""
        if self.current is None:
            return ZERO
        if self.zero or self.last <= 10 or self.decimal:
            return self.current
        if self.current < 10:
            return self.current * self.last / 10
        if self.current * 10 < self.last:
            raise _Misfit(end - 1)
        return self.current


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    over = re.compile(r"(?:(?P<whole>[^又分]+)又)?(?P<under>[^又分]+)分之(?P<over>.+)")
    slash = re.compile(r"(?P<over>\d+)/(?P<under>\d+)", re.ASCII)
    return over, slash


def parse_number(text: str) -> Decimal:
    """Return the value of ``text``, which must be one exact number and nothing else.

    Digits, characters, both, signs, fractions (三分之二 as a quotient of 28 digits) and percents (85% → 85).
    Raises InputError (a ValueError) that names the first character that does not fit and its position.
    """
    if not isinstance(text, str):
        raise InputError(f"parse_number: expected text, not {type(text).__name__}")
    folded = fold(text)
    kept = [(i, c) for i, c in enumerate(folded) if not c.isspace()]
    run = "".join(c for _, c in kept)
    if not run:
        raise InputError("parse_number: the text is empty; give one number")
    try:
        if parted := _PARTED.search(_GROUPS.sub(lambda group: "0" * len(group[0]), folded)):
            raise _Misfit(sum(i < parted.end() for i, _ in kept))
        return _whole(run)
    except _Misfit as misfit:
        at = kept[min(misfit.at, len(kept) - 1)][0]
        raise InputError(f"parse_number: {text[at]!r} at position {at} fits no number in {text[:60]!r}") from None


def _whole(run: str) -> Decimal:
    if len(run) > MAX_LENGTH:
        raise _Misfit(MAX_LENGTH)
    if run[0] in "-负":
        return -_shifted(run, 1)
    if run[0] == "+":
        return _shifted(run, 1)
    return _unsigned(run)


def _shifted(run: str, by: int) -> Decimal:
    if len(run) <= by:
        raise _Misfit(by - 1)
    try:
        return _unsigned(run[by:])
    except _Misfit as misfit:
        raise _Misfit(misfit.at + by) from None


def _unsigned(run: str) -> Decimal:
    for suffix, divisor in (("%", 1), ("‰", 10), ("‱", 100)):
        if run.endswith(suffix) and len(run) > 1:
            return plain(EXACT.divide(_value(run[:-1]), Decimal(divisor)))
    for prefix, divisor in (("百分之", 1), ("千分之", 10), ("万分之", 100)):
        if run.startswith(prefix) and len(run) > len(prefix):
            try:
                return plain(EXACT.divide(_value(run[len(prefix) :]), Decimal(divisor)))
            except _Misfit as misfit:
                raise _Misfit(misfit.at + len(prefix)) from None
    spoken, slash = _forms()
    if match := spoken.fullmatch(run) or slash.fullmatch(run):
        return _quotient(match)
    if run in ("半", "一半"):
        return Decimal("0.5")
    if tenths := _TENTHS.fullmatch(run):
        return plain(_value(tenths[1]) * 10 + (5 if tenths[2] == "半" else _value(tenths[2] or "零")))
    return _value(_SPOKEN.get(run, run))


def _quotient(match: re.Match[str]) -> Decimal:
    parts: dict[str, Decimal] = {}
    for name, part in match.groupdict().items():
        if part is not None:
            try:
                parts[name] = _value(part)
            except _Misfit as misfit:
                raise _Misfit(match.start(name) + misfit.at) from None
    if not parts["under"]:
        raise _Misfit(match.start("under"))
    quotient = Context(prec=28).divide(parts["over"], parts["under"])
    return plain(EXACT.add(parts.get("whole", ZERO), quotient))
