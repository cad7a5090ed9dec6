"""Words that head clauses without being names, compiled once from ``clause_heads.tsv``.

Enters: the table. Leaves: what may stand before a head, and the patterns of deictics, of bodies of several levels and
of things. Next: ``heads.clauses``, ``phrases``.
"""

from __future__ import annotations

import re
from typing import Final

from unionie.rules import load_table

__all__ = ["DEICTIC", "JOINT", "LEAD", "THING"]


def _either(kind: str) -> str:
    """Return an alternation of the patterns of one kind, those of ``{system}`` and ``{unit}`` put in."""
    rows = load_table("clause_heads")
    found = "|".join(row["pattern"] for row in rows if row["kind"] == kind)
    for inner in ("system", "unit"):
        mark = f"{{{inner}}}"
        if mark in found:
            found = found.replace(mark, _either(inner))
    return found


LEAD: Final = re.compile(_either("lead"))
JOINT: Final = re.compile(_either("joint"))  # 市、县两级工会, 甲省各级工会
# A deictic, the bodies of its area behind it (全市|法院) and what they run (全县工会|法律援助中心).
DEICTIC: Final = re.compile(
    rf"(?:{_either('deictic')})"
    rf"(?:[一-鿿]{{2,6}}?(?:队伍|系统)|各?[一二三四五两]?级?(?:(?:总?工会|妇联)(?:组织|(?!组织))|{_either('system')})"
    r"(?!会员|干部|经费|工作|组建|主席|总?数|达|已达|共?有[0-9]|发展到|增))?"
    r"(?:(?:法律援助|帮扶|服务|维权|志愿){1,2}(?:律师团|中心|站|团|队)(?![的里内、和与及等]|建设)(?=[^0-9，、。]{2}))?"
)
# Behind a thing stands no number (that counts such things), no post and nothing that it would belong to.
THING: Final = re.compile(
    rf"(?:{_either('thing')})(?:（[^）\n]{{1,16}}）)?(?=[一-鿿“]|(?<=[里上政])[ 　]+[一-鿿“])"
    r"(?![的和与及等、主副党一二三四五六七八九十百千万数几两]|总(?!面积|投资|人口|产值|长)|建设|工作|负责|发展|管理|经济"
    r"|期间|[里内上中外站室区部])"
)
