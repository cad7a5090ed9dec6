"""What comes after an event is of no single day: 1月25日确诊首例病例后，全县….

Enters: the text behind a time. Leaves: whether the time only says since when. Next: ``link`` and ``resolve``.
"""

from __future__ import annotations

import re

__all__ = ["AFTER", "FOUNDED"]

AFTER = re.compile(r"(?!以|之)[^，。；：\d]{4,24}(?<![今此最先前])后，")
# Since when there is somebody: 1994年|成立的慈善会，现有分会73个; not 2023年成立的3家.
FOUNDED = re.compile(r"(?:成立|创[立建办]|始建|组建|设立|建[立校院厂会])的(?!\d)")
