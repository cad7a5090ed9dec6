"""Names of people as bylines set them: alone between spaces, or one character apart.

Enters: characters. Leaves: patterns over the ``names`` table. Next: ``spaces`` and ``front_matter`` use them.
"""

from __future__ import annotations

import re
from functools import cache

from unionie.rules import load_table

_HAN = "[\u3400-\u9fff]"


@cache
def _surnames() -> tuple[str, str]:
    """Return the character class of single surnames and the alternatives of double ones."""
    words: dict[str, list[str]] = {"surname": [], "compound": []}
    for row in load_table("names"):
        if row["kind"] in words:
            words[row["kind"]] += row["words"].split()
    return "[" + "".join(words["surname"]) + "]", "|".join(words["compound"])


@cache
def name_pattern() -> re.Pattern[str]:
    """Return the pattern of one whole name: 王小明, 欧阳倩, 李\u3000昊, 艾力·买买提."""
    single, double = _surnames()
    space = "[ \u3000]{0,2}"
    return re.compile(
        rf"(?:(?:{double}){space}{_HAN}{{1,2}}|{single}{space}{_HAN}{{1,2}}|{_HAN}{{1,8}}(?:·{_HAN}{{1,8}}){{1,3}})"
    )


@cache
def spaced_name_pattern() -> re.Pattern[str]:
    """Return the pattern of the space inside a name of two characters that stands alone: 李\u3000昊."""
    single, double = _surnames()
    return re.compile(
        rf"(?<![^\s\u3000、，：:（(□■])(?:{single}|{double})([ \u3000]{{1,3}}){_HAN}(?![^\s\u3000、，/）)\n])"
    )


def are_names(run: str, beside: str) -> bool:
    """Tell whether characters set apart are names of two each, where the line has another one: 丘榕占斌 and 纪耀祖."""
    single, _ = _surnames()
    return re.fullmatch(f"(?:{single}{_HAN})+", run) is not None and _name_alone().search(beside) is not None


@cache
def _name_alone() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\s\u3000：:]){_surnames()[0]}{_HAN}{{2}}(?![^\s\u3000（])")


@cache
def wide_name_pattern() -> re.Pattern[str]:
    """Return the pattern of the spaces inside a name of three characters that ends a line, alone or behind an office.

    区长\u3000林\u3000小\u3000满, but not 沈\u3000岩\u3000乔\u3000娜, who are two.
    """
    single, double = _surnames()
    before = rf"(?:^[ \u3000]*|{_HAN}{_HAN}[ \u3000]{{1,4}})"
    return re.compile(rf"{before}(?:{single}|{double})([ \u3000]{{1,3}}){_HAN}(\1){_HAN}(?=[ \u3000）)]*$)")


@cache
def wide_inside_pattern() -> re.Pattern[str]:
    """Return the pattern of the spaces inside a name of three characters in a sentence, or before a mark.

    董事长林\u3000小\u3000满被…, 联系人：林\u3000小\u3000满，; but not 林\u3000满\u3000县委书记, 林\u3000满\u3000男，.
    """
    single, double = _surnames()
    family, apart = f"(?:{single}|{double})", "[ \u3000]"
    told = rf"(?<={_HAN}[长任记席员师理事人手者士授官生]){family}(\u3000){_HAN}(\u3000){_HAN}(?={_HAN})"
    opens = rf"(?<![^\s\u3000、，：:（(])(?<![ \u3000：:]{_HAN}{apart})"
    listed = rf"{opens}{family}({apart}{{1,2}}){_HAN}(\3){_HAN}(?<![男女汉])(?=[，。；、（）()：:]|$)"
    return re.compile(f"{told}|{listed}")


@cache
def paired_names_pattern() -> re.Pattern[str]:
    """Return the pattern of the space between two such names, behind a word: 记者\u3000丁\u3000一\u3000马\u3000骏."""
    single, _ = _surnames()
    name = rf"{single}[ \u3000]{{1,3}}{_HAN}"
    return re.compile(rf"(?<={_HAN}{_HAN}[ \u3000]){name}([ \u3000]{{1,3}}){name}(?![^\s、，/）)\n])")
