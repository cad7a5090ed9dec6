"""Cut a text into words and say of each what it may be in a name.

Enters: clean text. Leaves: ``Words``: start offsets and one letter a word. Next: the finders of places and
organizations match on the letters, the finder of people asks where words end.

Letters: P place · A ending of a place or word of level (市, 县) · G scope (全国) · I house word (厂, 校) · O ordinal ·
Q brand (国网) · H head of an organization · F formal head (有限公司) · B head of a part · b the same in one character ·
S organization by itself · D noun that describes · X proper material · x the same in one character that may be a verb ·
N generic noun · W profession · T post · Y byline word · R street ending · v verb or adjective · M number ·
E Latin letters · V word no name runs across · . punctuation.

Words unknown to the dictionary stay single characters here (no guessing by hidden Markov model): function words
keep their edges and strange names show themselves as runs of X.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from unionie.tag.lexicon import Lexicon, lexicon, table_words, word_set

if TYPE_CHECKING:
    import rjieba

__all__ = ["Words", "cut_words", "find_occurrences", "may_be_a_deed", "names_a_deed"]

_SURROGATES = re.compile("[\ud800-\udfff]")
_HEAD_ENDING = re.compile(
    "(?:(?<![布格结大全开变])局|[厅厂所站队社处馆]|[学程科]系|[^东西南北中内外上下全大各干]部|[^住入出小]院|公司|集团|中心|大学|学校|银行|委员会|协会|学会|商会|联合会)$"
)
_WORKS = re.compile("[开完竣复施动停加返罢打用招分上手化军]工$")
_PART_ENDING = re.compile("车间$|[^训修导夜航早晚轮值加习趣学]班$")
_FOREIGN = (
    "亚斯尔兰尼达拉特罗瓦利堡顿加维哥塔巴那姆比克多阿埃伊奥乌洛马纽约华盛诺里莫科"
    "伦敦柏林黎芬萨基佛芝费圣迪墨悉墨汉杜布贝鲁喀土穆安曼日内"
)
_NAMED_PLACE = re.compile(f"^.{{2,}}[省市县区镇乡村州旗盟岛山河湖江海洲洋峡湾]$|^[{_FOREIGN}]{{3,}}$")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两零〇几数多余")
_TAG_KINDS = {
    **dict.fromkeys(["nr", "nrt", "nrfg", "nz", "nt"], "X"),
    **dict.fromkeys(["n", "vn", "an", "j", "l", "b", "i", "s", "ng", "vg", "ag", "tg", "zg", "g", "h", "k"], "D"),
    **dict.fromkeys(["v", "vd", "vi", "vq", "a", "ad", "z"], "v"),
}
_FUNCTION_TAGS = frozenset(
    {"p", "c", "u", "uj", "ul", "uz", "ug", "ud", "uv", "r", "rr", "rz", "rg", "d", "df", "dg", "y", "e", "o", "q"}
    | {"mq", "t"}
)


class Words(NamedTuple):
    """The words of a text: ``starts[i]`` is where word i begins (one more at the end), ``kinds[i]`` its letter."""

    text: str
    starts: list[int]
    kinds: str
    edges: frozenset[int]

    def word(self, index: int) -> str:
        """Return the characters of a word."""
        return self.text[self.starts[index] : self.starts[index + 1]]


@lru_cache(maxsize=2)  # entities and acting units read the same text
def cut_words(text: str) -> Words:
    """Return the words of ``text`` with their kinds; any string will do, its length is kept."""
    safe = _SURROGATES.sub("\ufffd", text)
    words = _segmenter().cut(safe, hmm=False)
    kinds = list(map(_memo().__getitem__, words))
    starts = [0, *accumulate(map(len, words))]
    letters = "".join(kinds)
    if len(letters) > len(kinds):
        letters, starts = _split_kinds(kinds, starts)
    return Words(safe, starts, letters, frozenset(starts))


def _split_kinds(kinds: list[str], starts: list[int]) -> tuple[str, list[int]]:
    """Cut the dictionary words that hold a level, a body, a post: 市|委|常委 is "A1H1T2"."""
    letters: list[str] = []
    inner: list[int] = []
    done = 0
    for place in [place for place, kind in enumerate(kinds) if len(kind) > 1]:
        letters += kinds[done:place]
        inner += starts[done:place]
        position = starts[place]
        for letter, length in zip(kinds[place][::2], kinds[place][1::2], strict=True):
            letters.append(letter)
            inner.append(position)
            position += int(length)
        done = place + 1
    return "".join(letters + kinds[done:]), inner + starts[done:]


def find_occurrences(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans in ``text`` of any of the names, the longest at each place, in linear time."""
    known = frozenset(names)
    lengths = sorted({len(name) for name in known}, reverse=True)
    position = 0
    for start in sorted(place for first in {name[0] for name in known} for place in _places(text, first)):
        if start < position:
            continue
        for length in lengths:
            if text[start : start + length] in known and start + length <= len(text):
                position = start + length
                yield start, position
                break


def _places(text: str, character: str) -> Iterator[int]:
    """Yield where a character stands; to compile a pattern of several for each text takes longer."""
    place = text.find(character)
    while place >= 0:
        yield place
        place = text.find(character, place + 1)


def names_a_deed(word: str) -> bool:
    """Return whether the dictionary has a word that stands as a noun in names for what is done: 发电, 检测, 节约."""
    return _tag(word) in {"v", "vn"}


def may_be_a_deed(word: str) -> bool:
    """Return whether the dictionary has a word of two characters as a proper name that is no person's: 换发."""
    return len(word) == 2 and _tag(word) == "nz"


class _Kinds(dict[str, str]):
    """The kinds of the words met so far; of numbers and Latin words, which have no end, only those it can list."""

    def __missing__(self, word: str) -> str:
        tag = _tag(word)
        kind = _classify(word, tag)
        if (
            tag not in {"m", "eng", "x"}
            or len(word) == 1
            or (len(word) < 5 and word.isascii() and word.isdigit())
            or _segmenter().has_word(word)
        ):
            self[word] = kind
        return kind


@cache
def _memo() -> _Kinds:
    return _Kinds()


def _tag(word: str) -> str:
    """Return the dictionary's tag of a word that was cut out; m for digits, eng for other ASCII words, else x."""
    tagged = _segmenter().tag(word, hmm=False)
    if len(tagged) == 1:
        return str(tagged[0][1])
    ascii_ = [char for char in word if char.isascii() and char.isalnum()]
    return "x" if not ascii_ else "m" if all(char.isdigit() for char in ascii_) else "eng"


@cache
def _segmenter() -> rjieba.Jieba:
    import rjieba  # late: loads its dictionary

    segmenter = rjieba.Jieba()
    words = lexicon()
    for group in (
        words.heads,
        words.descriptors,
        words.brands,
        words.posts,
        words.places,
        words.not_places,
        words.not_heads,
    ):
        for word in group:
            if len(word) > 1 and not (len(word) > 2 and group is words.heads and _level_length(word)):
                segmenter.add_word(word, _frequency(word), "n")
    for word in words.generic:
        if len(word) > 2:
            segmenter.add_word(word, _frequency(word), "n")
    for word in words.stops:
        if len(word) > 1 and len(segmenter.cut(word, hmm=False)) > 1:
            segmenter.add_word(word, _frequency(word), "v")
    for kind in ("core", "weak"):
        for word in table_words("honours", kind):
            segmenter.add_word(word, _frequency(word), "n")
    return segmenter


def _frequency(word: str) -> int:
    """Return a count that lets a word win against its parts, the more surely the longer it is."""
    return 1500 if len(word) == 2 else 3000


def _classify(word: str, tag: str) -> str:
    words = lexicon()
    role = words.heads.get(word)
    if role is not None:
        if role == "self":
            level = _level_length(word)
            return f"A{level}H{len(word) - level}" if level else "S"
        if role == "formal":
            return "F"
        if role in {"full", "site"}:
            return "H"
        return "B" if len(word) > 1 else "b"
    if word in word_set("scope"):
        return "G"
    if word in word_set("level"):
        return "A"
    if word in words.not_places:
        return "V" if word[0] in "全我本该各外邻跨出进在" else "N"
    if word in words.brands:
        return "Q"
    if word in words.posts:
        return {"official": "T", "profession": "W"}.get(words.posts[word], "Y")
    if word in words.not_heads:
        return "N"
    if word in words.stops:
        return "V"
    if word in word_set("house"):
        return "I"
    if word in word_set("road"):
        return "R"
    return _classify_open(word, tag, words)


def _level_length(word: str) -> int:
    """Return the length of the word of level that opens 区总工会, 市委, 自治区党委; 0 for names without one."""
    for level in ("自治区", "省", "市", "区", "县", "州", "旗", "镇", "乡"):
        if word.startswith(level) and len(word) > len(level):
            return len(level)
    return 0


def _classify_open(word: str, tag: str, words: Lexicon) -> str:
    if word in words.generic:
        return "N"
    if word in words.descriptors:
        return "D"
    if word in words.places or (tag == "ns" and _NAMED_PLACE.search(word)):
        return "P"
    if tag in {"m", "eng", "x"}:
        return _classify_sign(word, tag)
    if len(word) > 2:
        split = _split_post(word, words) or _split_level(word, words)
        if split:
            return split
        if word[-1] == "兼" and word[:-1] in words.posts:
            return f"T{len(word) - 1}V1"
        if word.startswith("工会"):
            return f"H2N{len(word) - 2}"
        if len(word) > 3 and word.startswith(("中学", "小学")):
            return f"H2D{len(word) - 2}"
        if tag in {"n", "nz", "l"} and word[-1] in "员师工匠手者" and not _WORKS.search(word):
            return "W"
        if tag in {"n", "nt", "nz", "nr", "ns", "l", "vn"} and _HEAD_ENDING.search(word):
            return "H"
        if _PART_ENDING.search(word):
            return "B"
    if len(word) == 1:
        if word in "上下中":
            return "X"
        if tag in _FUNCTION_TAGS and tag not in {"d", "zg", "y", "e", "o"}:
            return "V"
        return "x" if tag in {"v", "d", "f", "vg"} else "X"
    if tag == "ns" and len(word) == 2:
        return "X"
    if tag in _FUNCTION_TAGS or tag in {"f", "i"}:
        return "V"
    return "v" if tag == "l" and len(word) > 3 else _TAG_KINDS.get(tag, "D")


def _classify_sign(word: str, tag: str) -> str:
    if tag == "m":
        if word[0] == "第" and len(word) > 1:
            return "V" if word[-1] in "条款章节项号代编卷辑位次批期轮季名集个" else "O"
        return "M" if len(word) > 1 or not word.isalpha() or word in _NUMERALS else "X"
    if tag == "eng":
        return "E"
    return "." if len(word) > 1 or not "\u4e00" <= word <= "\u9fff" else "X"


def _split_level(word: str, words: Lexicon) -> str | None:
    """Cut 县公安局, 校党委 into the word of level or the house and the body."""
    level = _level_length(word) or (1 if word[0] in "校院厂局" else 0)
    body = word[level:]
    if not level or words.heads.get(body) not in {"full", "sub"} or len(body) < 2:
        return None
    return f"{'I' if word[0] in '校院厂局' else 'A'}{level}{'H' if words.heads[body] == 'full' else 'B'}{len(body)}"


def _split_post(word: str, words: Lexicon) -> str | None:
    """Cut 市委常委, 工会主席, 副庭长 into pieces: letter and length of each."""
    for length in (4, 3, 2):
        body, post = word[:-length], word[-length:]
        if body and post in words.posts:
            letter = "T" if words.posts[post] == "official" else "W"
            if words.posts[post] == "byline":
                return "Y"
            if body[-1] == "副" and len(body) > 1:
                body = body[:-1]
            if body in words.heads:
                kind = _classify(body, "n")
                return f"{kind}{len(body) if len(kind) == 1 else ''}{letter}{len(word) - len(body)}"
            return letter
    return None
