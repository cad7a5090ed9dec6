"""The frame of an honour that stands beside its recipient on a line, in a list or in a table, with no verb.

Enters: a recipient, an honour and their line. Leaves: an ``AwardFrame``. Next: ``awards`` adds it to the others.
"""

from __future__ import annotations

from unionie.clean.types import CleanText
from unionie.frames import AwardFrame, Sentence
from unionie.link.honours.names import Honour
from unionie.link.honours.recipients import Recipient
from unionie.values.types import Time

_CONFIDENCE = 0.9


def beside(
    clean: CleanText,
    recipient: Recipient,
    honour: Honour,
    sentence: Sentence,
    *,
    rank: str | None = None,
    time: Time | None = None,
) -> AwardFrame:
    """Return the frame; ``rank`` is a placing that stands elsewhere than the honour, ``time`` what dates the line."""
    return AwardFrame(
        recipient="".join(clean.surface[slice(*recipient.called)].split()),
        recipient_type="organization" if recipient.kind == "deictic" else recipient.kind,
        affiliation=clean.surface[slice(*recipient.affiliation)] if recipient.affiliation else None,
        award=honour.mention,
        name=honour.name(clean.text, clean.surface),
        rank=rank or honour.placing(clean.text, clean.surface),
        level=honour.mention.attrs.get("level"),
        grantor=None,
        time=time,
        sentence=sentence,
        rule="award.row",
        confidence=_CONFIDENCE,
    )


def compact(name: str) -> str:
    """Return the name without spaces set between its characters."""
    return "".join(name.split()) if not name.isascii() else name
