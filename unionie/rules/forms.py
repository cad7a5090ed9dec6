"""A small grammar for variants of one phrase: ``{新,}{发展,吸收}会员`` reads 新发展会员, 发展会员, 吸收会员 …

Enters: a form of a table. Leaves: everything that it reads. Next: ``resolve.concepts`` looks indicators up in it.
"""

from __future__ import annotations

from unionie.errors import RuleError

__all__ = ["expand_form"]


def expand_form(form: str) -> list[str]:
    """Return everything that a form reads, in order; raise RuleError when its braces do not match.

    Braces hold alternatives separated by commas, empty ones too, and may be nested.

    >>> expand_form("{新,}{发展,增加}会员")
    ['新发展会员', '新增加会员', '发展会员', '增加会员']
    """
    names, at = _read(form, 0, inside=False)
    if at < len(form):
        raise RuleError(f"a brace closes nothing in {form!r}")
    return list(dict.fromkeys(names))


def _read(form: str, at: int, *, inside: bool) -> tuple[list[str], int]:
    """Return what is read from ``at`` to the closing brace (or the end of the form), and where that is."""
    done: list[str] = []
    names = [""]
    while at < len(form) and form[at] != "}":
        if form[at] == "{":
            parts, at = _read(form, at + 1, inside=True)
            if at == len(form):
                raise RuleError(f"a brace is not closed in {form!r}")
            names = [name + part for name in names for part in parts]
        elif form[at] == "," and inside:
            done, names = done + names, [""]
        else:
            names = [name + form[at] for name in names]
        at += 1
    return done + names, at
