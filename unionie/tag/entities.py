"""Find the named mentions of a report: ORG PERSON LOC AWARD WORK TITLE EVENT.

Enters: a ``CleanText`` and the spans of quantities and times. Leaves: mentions on ``CleanText.text``, sorted and
disjoint. Next: ``link`` joins recipients to honours and people to posts.
"""

from __future__ import annotations

from collections.abc import Sequence

from unionie.clean.types import CleanText
from unionie.frames import Mention
from unionie.tag.acting import name_acting
from unionie.tag.aliases import find_aliases
from unionie.tag.awards import find_awards
from unionie.tag.given import find_given
from unionie.tag.headings import find_headed_bodies
from unionie.tag.merge import merge_mentions
from unionie.tag.organizations import find_organizations
from unionie.tag.people import find_people
from unionie.tag.places import find_places
from unionie.tag.titles import find_titles
from unionie.tag.units import find_teams, find_units
from unionie.tag.words import cut_words
from unionie.tag.works import find_events, find_works

__all__ = ["find_entities"]


def find_entities(clean: CleanText, blocked: Sequence[tuple[int, int]] = ()) -> list[Mention]:
    """Return the entity mentions of ``clean.text``, sorted, none overlapping; none straddles a ``blocked`` span."""
    text = clean.text
    words = cut_words(text)
    places, kinds = find_places(words)
    organizations = find_organizations(words, kinds)
    aliases = find_aliases(words, organizations)
    if aliases:
        organizations = find_organizations(words, kinds, aliases)
    bylines = [(block.start, block.end) for block in clean.blocks if block.kind == "byline"]
    people = find_people(words, kinds, [*organizations, *places], bylines)
    organizations += find_units(words, kinds, organizations, people)
    organizations += find_teams(text, organizations, people)
    awards = find_awards(text, places)
    titles = find_titles(words, kinds, people, organizations)
    furniture = [(block.start, block.end) for block in clean.blocks if block.kind == "furniture"]
    events = find_events(text, [*places, *organizations])
    organizations += find_headed_bodies(text)
    found = [*places, *organizations, *people, *awards, *titles, *find_works(text), *events]
    covered = {at for mention in found for at in range(mention.start, mention.end)}
    found += [unit for unit in name_acting(text) if not covered & {unit.start, unit.end - 1}]
    mentions = merge_mentions(found, blocked, find_given(text))
    return [
        mention
        for mention in mentions
        if mention.label != "AWARD" or not any(start <= mention.start < end for start, end in furniture)
    ]
