"""The whole flow on one screen: a text through segment, tag, link and resolve to its records.

Enters: a text or Report. Leaves: an Extraction, or the spaCy Language that makes it. Next: ``run``, ``io``, ``view``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

# Importing a component module registers its factories.
import unionie.link.component
import unionie.resolve.component
import unionie.segment.component
import unionie.tag.component
import unionie.tag.learned.component  # noqa: F401
from unionie.doc import get_extraction, set_plain
from unionie.errors import InputError
from unionie.records import Extraction, Report, fail
from unionie.records.report import iso_date
from unionie.rules.ruleset import RuleSet
from unionie.rules.user import read_user_rules
from unionie.segment.tokenizer import JiebaTokenizer
from unionie.tag.learned.tagger import PACKAGED

COMPONENTS = (
    "unionie_segmenter",
    "unionie_quantities",
    "unionie_times",
    "unionie_entities",
    "unionie_tagger",
    "unionie_linker",
    "unionie_resolver",
)
RULED = frozenset(["unionie_quantities", "unionie_entities", "unionie_linker", "unionie_resolver"])


def load(
    *,
    user_dict: str | Path | Sequence[Any] | None = None,
    user_rules: str | Path | RuleSet | None = None,
    min_confidence: float = 0.0,
    model: str | Path = PACKAGED,
) -> Language:
    """Return the default spaCy Language: jieba's words and every step as a component, ending in ``doc._.extraction``.

    ``user_dict`` is a file or a list of words in jieba's formats. ``user_rules`` is a TOML or TSV file of your own
    units, organizations, honours, people, places, concepts and slogans (README), which hold for this Language alone.
    A wrong file raises RuleError, naming file, line and reason. Facts and awards that are less sure than
    ``min_confidence`` (0 to 1) are left out: with 0.95, of those that stay about 95% or more are right (README).
    ``model`` is the folder of a tagger that ``unionie train --from`` made, instead of the packaged one.
    """
    _check_confidence(min_confidence)
    if not isinstance(user_dict, str | Path | Sequence | None):
        raise InputError(f"user_dict is a file or a list of words, not {type(user_dict).__name__}")
    rules = user_rules if isinstance(user_rules, RuleSet | None) else read_user_rules(user_rules)
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "unionie.JiebaTokenizer.v1"}}})
    words: list[list[str | None]] = []
    if user_dict is not None:
        nlp.tokenizer = tokenizer = JiebaTokenizer(nlp.vocab, user_dict)
        words = [[word.text, word.tag] for word in tokenizer.segmenter.words]
    nlp.max_length = 10**8  # rules are linear: spaCy's limit guards its parser, which is not here
    for name in COMPONENTS:
        config: dict[str, Any] = {"rules": rules.to_plain()} if rules is not None and name in RULED else {}
        if name == "unionie_tagger":
            config["words"] = words
        if name == "unionie_resolver":
            config["min_confidence"] = min_confidence
        nlp.add_pipe(name, config=config)
    if model != PACKAGED:
        nlp.get_pipe("unionie_tagger").use(model)  # type: ignore[attr-defined]
    return nlp


@cache
def default(rules: str | None = None, min_confidence: float = 0.0) -> Language:
    """Return the Language that ``extract`` uses, made once a process; ``rules`` are a RuleSet's rows as JSON."""
    return load(user_rules=None if rules is None else RuleSet(json.loads(rules)), min_confidence=min_confidence)


def extract(
    text: str | Report,
    *,
    published: str | date | None = None,
    region: str | None = None,
    min_confidence: float = 0.0,
    nlp: Language | None = None,
) -> Extraction:
    """Return the records of one report.

    ``published`` (ISO date) anchors 去年, 今年以来 …; ``region`` (江西省上饶市广丰区) completes 区总工会, 我市.
    Both are preferred to what a Report says, and that to what the text says. ``min_confidence`` leaves out facts and
    awards that are less sure, as in ``load``. ``nlp`` is a Language of ``load``. A Report that could not be read
    becomes a failed Extraction. Raises InputError for anything but a str or Report, and for a date that is none.
    """
    if isinstance(text, Report) and isinstance(text.text, str) and text.error is not None:
        return fail(text, text.error)
    doc = process(text, published=published, region=region, min_confidence=min_confidence, nlp=nlp)
    extraction = get_extraction(doc)
    if extraction is None:
        raise InputError("the pipeline given has no unionie_resolver, which makes the records; see unionie.load")
    return extraction


def extract_together(reports: Sequence[Report], nlp: Language) -> list[Extraction]:
    """Return the records of several reports, those that ``extract`` gives; together they are tagged faster."""
    docs = [_make_doc(report, nlp, _known(report)) for report in reports]
    return [found for doc in nlp.pipe(docs) if (found := get_extraction(doc)) is not None]


def process(
    text: str | Report,
    *,
    published: str | date | None = None,
    region: str | None = None,
    min_confidence: float = 0.0,
    nlp: Language | None = None,
) -> Doc:
    """Return the Doc of one report after every step; arguments and errors are those of ``extract``."""
    _check_confidence(min_confidence)
    if isinstance(text, str):
        text = Report(text)
    if not isinstance(text, Report) or not isinstance(text.text, str):
        given = text.text if isinstance(text, Report) else text
        raise InputError(f"a report is a str or unionie.Report, not {type(given).__name__}")
    if not isinstance(region, str | None):
        raise InputError(f"region is a str like 江西省上饶市广丰区, not {type(region).__name__}")
    nlp = nlp or default()
    return nlp(_make_doc(text, nlp, _known(text, published, region, min_confidence)))


def _known(
    report: Report, published: str | date | None = None, region: str | None = None, min_confidence: float = 0.0
) -> dict[str, Any]:
    """Return what is known of a report besides its text; what is given is preferred to what it says."""
    return {
        "source": report.source,
        "published": iso_date(published or report.published),
        "region": region or report.region,
        "publisher": report.publisher,
        "min_confidence": min_confidence,
    }


def _make_doc(report: Report, nlp: Language, known: Mapping[str, Any]) -> Doc:
    """Return the Doc to begin with, where all components are unionie's with a Vocab of its own.

    A Vocab never forgets a word: one for all reports would grow with every new name. spaCy's ``memory_zone`` would
    free words that Docs of other threads still have.
    """
    tokenizer = nlp.tokenizer
    if (
        isinstance(tokenizer, JiebaTokenizer)
        and len(report.text) <= nlp.max_length
        and {*COMPONENTS}.issuperset(nlp.pipe_names)
    ):
        doc = tokenizer.make_doc(report.text, Vocab())
    else:
        doc = nlp.make_doc(report.text)
    set_plain(doc, "report", dict(known))
    return doc


def _check_confidence(least: float) -> None:
    if isinstance(least, bool) or not isinstance(least, int | float) or not 0 <= least <= 1:
        raise InputError(f"min_confidence is a number from 0 to 1, not {least!r}")
