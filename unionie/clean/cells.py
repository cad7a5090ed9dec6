"""What the readers of flattened tables share: gaps between cells, and which cells are numbers.

Enters: nothing of its own. Leaves: ``Gap`` and the patterns of spaces and numbers. Next: ``tables``, ``narrow``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

NUMBER = re.compile(r"[≥≧≤≦]?[-+−]?\d[\d,]*(?: \d{3})*(?:\.\d+)?[%‰]?|[-—–…]{1,3}|\*")
WIDE = re.compile(r"[ \t\u3000]{2,}|[\t\u3000]")
SPACES = re.compile(r"[ \t\u3000]+")
CLAUSE = re.compile(r"[，。；！？]")  # spaces beside figures part no cells there: 签订合同 402 份，覆盖职工 4.1 万人


class Gap(NamedTuple):
    """The space between two cells, as offsets into the line, and what is written for it.

    A tab parts cells; an ideographic space leaves open whether the digits around it are one number.
    """

    start: int
    end: int
    mark: str = "\t"


OPEN = "\u3000"
