"""Words for the present: 目前 means the time of the report, not the day on which it came out.

Enters: nothing. Leaves: the words. Next: ``link`` and ``resolve``.
"""

from __future__ import annotations

import re

__all__ = ["NOW", "PRESENT"]

PRESENT = re.compile(
    r"(?:(?<![出表体展实呈再兑变浮显发涌])现(?:有|已有|设|开设|拥有|存|辖|共有|在册|在岗|由|为|任|聘)|目前|如今|眼下)[^，；。：\n\d]{0,10}$"
)  # 厂里现有职工|1215人
NOW = frozenset(["如今", "现在", "目前", "眼下", "当前", "现今", "而今"])
