"""What comes after an event is of no single day: 1月25日确诊首例病例后，全县….

Enters: the text behind a time. Leaves: whether the time only says since when. Next: ``link`` and ``resolve``.
"""

from __future__ import annotations

import re

__all__ = ["AFTER", "FOUNDED", "OPENED"]

AFTER = re.compile(r"(?!以|之)[^，。；：\d]{4,24}(?<![今此最先前])后，")
# Since when there is somebody: 1994年|成立的慈善会，现有分会73个; not 2023年成立的3家.
FOUNDED = re.compile(r"(?:成立|创[立建办]|始建|组建|设立|建[立校院厂会])的(?!\d)")
# What was opened then has since done what the clauses behind say: 6月|启用的流动车，至年底行驶2.1万公里.
OPENED = re.compile(
    r"[^，。；、\d]{0,4}(?:投用|挂牌|揭牌|并网|启动|投产|[开运][馆园业诊放营行]|上线|启用|通车|达产|引进|建成|推出)的(?!\d)"
)
