"""The words for a place in a contest, of which every reader of placings builds its patterns.

Enters nothing. Leaves: parts of regular expressions. Next: ``placings``, ``award_names``, ``award_heads``.
"""

from __future__ import annotations

__all__ = ["NUMBER", "PLACE"]

NUMBER = "[一二三四五六七八九十0-9]{1,3}"
PLACE = (
    f"[特一二三四五]等奖|特优|优等奖?|[金银铜]质?[奖牌]|冠军|亚军|季军|殿军|头名|第{NUMBER}名"
    "|(?:优秀|优胜|优异|鼓励|提名|入围)奖"
)
