"""Bytes to text: which of the encodings that Chinese reports come in, and nothing replaced.

Enters: bytes. Leaves: the text and the name of its encoding. Next: the readers of text, HTML and mail.

A byte order mark decides; then strict UTF-8; then whichever of GB18030 (which contains GBK and GB2312), Big5 and
UTF-16 without a mark gives text whose characters are the common ones. Those encodings give characters to almost any
bytes, so the best must also look like Chinese: what is in none of them is an error, never text with wrong or
replacement characters in it.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from functools import cache

from unionie.errors import InputError

__all__ = ["decode", "decode_as", "decode_name", "is_utf8"]

_BOMS = (  # that of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_NAMES = {"big5hkscs": "big5", "cp950": "big5", "gbk": "gb18030", "gb2312": "gb18030"}  # what a reader knows it as
_FREQUENT = frozenset("的一是在和有人年大中上了不为会工作业市区县国发展全个以到职新，。、為會業區縣國發個職")
_FREQUENT_SHARE = 0.02  # Chinese prose has ten times that; what GB18030 makes of Shift-JIS, a quarter
_COMMON_SHARE = 0.85  # of wide characters in the first planes of GB2312 or Big5; wrong guesses have about half
_LEAST_SHARE = 0.6  # of them in any stretch of the text
_WINDOW = 16  # characters
_ENOUGH_CHARACTERS = 20
_SAMPLE = 20_000  # characters
_WIDE = "\u2fff"


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of ``data`` and the name of its encoding; raise InputError when it is in none we read."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return decode_as(data[len(mark) :], encoding), encoding
    if not data.count(b"\0"):
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    decoded = [(text, encoding) for encoding in _CANDIDATES if (text := _try(data, encoding)) is not None]
    scored = [(_score(text), text, encoding) for text, encoding in decoded]
    score, text, encoding = max(scored, key=lambda item: item[0], default=(0.0, "", ""))
    if score >= _COMMON_SHARE:
        return text, _NAMES.get(encoding, encoding)
    if b"\0" in data:
        raise InputError("holds zero bytes: it is no text")
    raise InputError("text is neither UTF-8, UTF-16, GB18030 nor Big5 throughout; save it as UTF-8")


def decode_as(data: bytes, encoding: str) -> str:
    """Return the text of ``data`` in the encoding that it names itself; raise InputError at the first wrong byte."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start} is not {encoding.upper()}; save the text as UTF-8") from error


def decode_name(name: bytes, *, mixed: bool = False) -> str:
    r"""Return the file name in UTF-8, GB18030 or Big5; bytes in none of them become ``\\x..``: a name is never lost.

    ``mixed`` says that names beside it are not in UTF-8: then strange characters in UTF-8 are common ones in another.
    """
    plain = _try(name, "utf-8")
    if plain is not None and (plain.isascii() or not mixed or _share_of_common(plain) > 0):
        return plain
    decoded = [text for encoding in ("gb18030", "big5hkscs") if (text := _try(name, encoding)) is not None]
    best = max(decoded, key=_share_of_common, default=name.decode("ascii", "backslashreplace"))
    return best if plain is None or _share_of_common(best) == 1 else plain


def is_utf8(name: bytes) -> bool:
    """Return whether a file name can be UTF-8."""
    return _try(name, "utf-8") is not None


def _try(data: bytes, encoding: str) -> str | None:
    """Return the text, None where it cannot be in this encoding."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _score(text: str) -> float:
    """Return the share of common characters, 0 for text that does not look like Chinese."""
    wide = [char for char in text[:_SAMPLE] if char > _WIDE]
    if not wide:
        return 1.0 if text.isascii() else 0.0
    if len(wide) >= _ENOUGH_CHARACTERS and sum(char in _FREQUENT for char in wide) < _FREQUENT_SHARE * len(wide):
        return 0.0
    shares = [_share_of_common("".join(window)) for window in _cut_windows(text)]
    return 0.0 if min(shares) < _LEAST_SHARE else _share_of_common(text[:_SAMPLE])


def _cut_windows(text: str) -> Iterator[list[str]]:
    """Yield the characters beyond ASCII in turns: a file put together from two encodings is wrong in some."""
    beyond = [char for char in text if char > "\x7f"]
    for start in range(0, len(beyond), _WINDOW):
        yield beyond[max(0, min(start, len(beyond) - _WINDOW)) : start + _WINDOW]


def _share_of_common(text: str) -> float:
    beyond = [char for char in text if char > "\x7f"]
    return sum(char in _common() for char in beyond) / len(beyond) if beyond else 1.0


@cache
def _common() -> frozenset[str]:
    """Return the symbols and the everyday characters: the first planes of GB2312 (3,755) and Big5 (5,401)."""
    trails = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    pairs = [("gb2312", lead, trails) for lead in (*range(0xA1, 0xA4), *range(0xB0, 0xD8))]
    pairs += [("big5", lead, trails) for lead in (*range(0xA1, 0xA4), *range(0xA4, 0xC7))]
    return frozenset("".join(bytes((lead, t)).decode(code, "ignore") for code, lead, ts in pairs for t in ts)) - set(
        map(chr, range(128))
    )
