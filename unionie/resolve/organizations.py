"""The organizations that a text names, as records.

Enters: the clean text and the ``Directory`` of its bodies. Leaves: Organization records. Next: the Extraction.
"""

from __future__ import annotations

import re

from unionie.clean.types import CleanText
from unionie.records.models import Organization
from unionie.resolve.names.forms import Region, full_name, type_of
from unionie.resolve.names.identities import Directory, Group, record_id, written_as

__all__ = ["resolve_organizations"]

# A house and a part of it, as one name: 县司法局|青石司法所, 某公司|动力车间, 市总工会|职工服务中心.
_PART_OF_HOUSE = re.compile(
    "(?P<house>[一-鿿（）()]{2,}(?:公司|集团|大学|学院|学校|[中小]学|医院|法院|检察院|研究[院所]|工会(?!工作|委员会)|银行|联合会"
    "|(?<![布邮])局|[厂厅]|(?<!采)矿(?![业务区山泉])|图书馆|博物馆|文化馆|[省市县区旗州盟]委(?!员会?)))"
    "(?P<part>(?:[一-鿿0-9“”（）]{0,14})(?:[科处室部队组班所站庭股段]|车间|分[厂院校馆局行社公]司?|支行|支部|党委|团委|工会|委员会|办公室|中心|系))"
)


def resolve_organizations(directory: Directory, clean: CleanText) -> list[Organization]:
    """Return the Organization records, in the order of their first mentions."""
    named = [group for group in directory.groups.values() if group.mentions]
    named.sort(key=lambda group: group.mentions[0].start)
    names = {form: group for group in named for form in group.names}
    script = written_as(clean)
    return [
        Organization(
            id=record_id("org", group.key),
            name=group.name,
            full_name=_written_full(group, directory.region, script),
            type=group.given.get("type") or type_of(group.key),
            aliases=tuple(dict.fromkeys(form for form in group.names.values() if form != group.name)),
            parent=_parent(group, names, directory),
            mentions=tuple(clean.span(mention.start, mention.end) for mention in group.mentions),
        )
        for group in named
    ]


def _written_full(group: Group, region: Region, script: dict[int, str]) -> str | None:
    """Return the full name, with the divisions before it that the text itself gives: 天水麦积区… stays whole."""
    full = group.given.get("name") or full_name(group.key, region)
    full = full.translate(script) if full else None
    return group.name if full and group.name.endswith(full) else full


def _parent(group: Group, names: dict[str, Group], directory: Directory) -> str | None:
    """Return the name of the organization that the longest proper head of the name names.

    It need not stand alone in the text: a house before a part of one is it, 县司法局|青石司法所.
    """
    for form in sorted(group.names, key=len, reverse=True):
        for length in range(len(form) - 1, 1, -1):
            owner = names.get(form[:length]) or directory.groups.get(directory.aliases.get(form[:length], ""))
            if owner is not None and owner is not group:
                return owner.name
    for form in sorted(group.names, key=len, reverse=True):
        part = _PART_OF_HOUSE.fullmatch(form)
        if part is not None:
            house = directory.group(part["house"])
            return group.names[form][: part.end("house")] if house in (None, group) else house.name
    return None
