"""Whether a value is a plan or a result.

Enters: the words of a sentence before a value. Leaves: a yes or no. Plans that a whole section announces are
recognised in ``resolve``.
"""

from __future__ import annotations

import re

_TARGET = re.compile(
    r"力争|争取(?=在|到|实现|达|年|今|明|于|用)|要(?=再|新|继续|力争|达到|实现|完成|确保)|确保|预期目标|奋斗目标|主要目标|目标(?=[是为：\d])|(?<!完成)(?<!年度)(?<!超)(?<!全年)(?<![动持发养升增兴坚务助励才人生划育训设])计划(?=新|建|举办|走访|完成|投|实施|开展|培训|改造|引进|发展|组织|资助|安排|达到|增|招|用|年内|到|在|于|今|明|全年|总投|发放|选|派|推)|预期(?!寿命)|有望|今后|未来[一二三四五六七八九十\d]|"
    r"打算|即将|冲刺|瞄准|拟(?=[一-鿿])(?!议|定|合)|"
    r"(?<!必)(?<!即)将(?=新|再|达|实现|完成|投入|投资|建成|建设|继续|进一步|在|于|有|突破|超过|为[^了]|组织|开展|力争|培训|改造|增|减|降|提|举办|发放|发展|安排|启动|推|惠及|打造)|"
    r"(?<!截止)(?<!截至)到20\d\d年(?:底|末)?(?!的)，?(?!.*[已了])"
)
_DONE = re.compile(r"实施以来|累计|以来，")
_RESET = re.compile(r"[；]")


def is_target(before: str) -> bool:
    """Return whether the words of the sentence before a value announce it as a plan."""
    last = before.rsplit("；", 1)[-1] if _RESET.search(before) and not re.search(r"[：]", before) else before
    return bool(_TARGET.search(last)) and not _DONE.search(last)
