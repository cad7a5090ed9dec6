"""The evidence page: reports and their records in one self-contained HTML file.

Enters: Extractions. Leaves: HTML that loads nothing and runs nothing but the script whose hash its own
Content-Security-Policy names. Text of reports travels as JSON and is set by the script as text, never as markup.
The JSON of a run is deflated, report by report: the page inflates a report when it shows it.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import zlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from unionie.records import Extraction
from unionie.view.payload import make_payload, make_schema, make_summary
from unionie.view.places import Places
from unionie.view.words import load_words, name_concepts

__all__ = ["render_page"]

_STYLES = ("page.css", "text.css", "records.css", "print.css")
_SCRIPTS = (
    "dom.js",
    "words.js",
    "figures.js",
    "report.js",
    "text.js",
    "columns.js",
    "filters.js",
    "table.js",
    "copy.js",
    "card.js",
    "paper.js",
    "search.js",
    "address.js",
    "shell.js",
    "events.js",
    "page.js",
)
_LEVEL = 3  # of compression: a tenth larger than the usual 6, in half the time
_SLOT = re.compile(r"\{\{(\w+)\}\}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def render_page(extractions: Iterable[Extraction], places: Mapping[str, Places] | None = None) -> str:
    """Return the evidence page of one report or of many, as the text of one HTML file.

    ``places`` says, by source, where records stand in files that have pages.
    """
    summaries, payloads, plain = [], [], ""
    concepts: set[str | None] = set()
    for extraction in extractions:
        concepts.update(fact.concept for fact in extraction.facts)
        summaries.append(make_summary(extraction))
        plain = _dump(make_payload(extraction, (places or {}).get(extraction.source or "")))
        payloads.append(_pack(plain))  # at once, so that memory holds no run as a whole
    packed = len(payloads) > 1
    if len(payloads) == 1:
        payloads = [plain]
    style, script = _join(_STYLES), _join(_SCRIPTS)
    index = {
        "packed": packed,
        "schema": make_schema(),
        "words": load_words() | name_concepts(concepts),
        "reports": summaries,
    }
    slots = {
        "policy": _make_policy(style, script),
        "title": html.escape(_SURROGATE.sub("\ufffd", _make_title(summaries))),
        "style": style,
        "script": script,
        "index": _element("index", "application/json", _dump(index)),
        "reports": "\n".join(
            _element(f"r{number}", "text/plain" if packed else "application/json", payload)
            for number, payload in enumerate(payloads)
        ),
    }
    return _SLOT.sub(lambda match: slots[match[1]], _read("page.html"))


def _make_title(summaries: list[dict[str, Any]]) -> str:
    if len(summaries) == 1:
        return str(summaries[0].get("title") or summaries[0].get("source") or "unionie")
    return f"unionie ({len(summaries)})"


def _make_policy(style: str, script: str) -> str:
    rules = {
        "default-src": "'none'",
        "script-src": _hash(script),
        "style-src": _hash(style),
        "img-src": "data:",  # pictures of pages of a PDF, drawn by unionie
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",  # no string ever becomes markup
        "trusted-types": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _dump(value: Any) -> str:
    """Return JSON in which nothing can end the element that holds it, and lone surrogates are escapes."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", plain)


def _pack(plain: str) -> str:
    return base64.b64encode(zlib.compress(plain.encode("utf-8"), _LEVEL)).decode("ascii")


def _element(name: str, kind: str, content: str) -> str:
    return f'<script type="{kind}" id="{name}">{content}</script>'


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@cache
def _join(names: tuple[str, ...]) -> str:
    return "\n".join(_read(name) for name in names)


@cache
def _read(name: str) -> str:
    return (files("unionie.view") / "assets" / name).read_text(encoding="utf-8")
