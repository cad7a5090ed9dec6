"""Why a stretch of a report became a record, or none: what ``unionie explain`` and ``Extraction.explain`` tell."""

from unionie.explain.ask import explain
from unionie.explain.reasons import Explanation, Part, Reason

__all__ = ["Explanation", "Part", "Reason", "explain"]
