"""The organizations that a text names, as records.

Enters: the clean text and the ``Directory`` of its bodies. Leaves: Organization records. Next: the Extraction.
"""

from __future__ import annotations

from unionie.clean.types import CleanText
from unionie.records.models import Organization
from unionie.resolve.names.forms import Region, full_name, type_of
from unionie.resolve.names.identities import Directory, Group, record_id, written_as

__all__ = ["resolve_organizations"]


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
            parent=_parent(group, names),
            mentions=tuple(clean.span(mention.start, mention.end) for mention in group.mentions),
        )
        for group in named
    ]


def _written_full(group: Group, region: Region, script: dict[int, str]) -> str | None:
    """Return the full name, with the divisions before it that the text itself gives: 天水麦积区… stays whole."""
    full = group.given.get("name") or full_name(group.key, region)
    full = full.translate(script) if full else None
    return group.name if full and group.name.endswith(full) else full


def _parent(group: Group, names: dict[str, Group]) -> str | None:
    """Return the name of the organization that the longest proper head of the name names."""
    for form in sorted(group.names, key=len, reverse=True):
        for length in range(len(form) - 1, 1, -1):
            owner = names.get(form[:length])
            if owner is not None and owner is not group:
                return owner.name
    return None
