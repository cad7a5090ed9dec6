"""The clean stage: a report's text repaired, with an exact way back to every character.

Enters: the caller's text. Leaves: ``CleanText`` (``clean_text``). Next: ``segment`` and all rule stages.
"""

from unionie.clean.repair import clean_text
from unionie.clean.types import Block, BlockKind, CleanText

__all__ = ["Block", "BlockKind", "CleanText", "clean_text"]
