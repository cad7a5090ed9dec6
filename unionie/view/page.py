"""The evidence page: reports and their records in one self-contained HTML file.

Enters: Extractions. Leaves: HTML that loads nothing and runs nothing but the script whose hash its own
Content-Security-Policy names. Text of reports travels as JSON and is set by the script as text, never as markup.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from unionie.records import Extraction
from unionie.view.payload import report_payload, report_summary

_SCRIPTS = ("words.js", "text.js", "tables.js", "page.js")
_SLOT = re.compile(r"\{\{(\w+)\}\}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def render_page(extractions: Iterable[Extraction]) -> str:
    """Return the evidence page of one report or of many, as the text of one HTML file."""
    reports = list(extractions)
    style, script = _asset("page.css"), "\n".join(_asset(name) for name in _SCRIPTS)
    title = (reports[0].title or reports[0].source or "unionie") if len(reports) == 1 else f"unionie ({len(reports)})"
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    )
    slots = {
        "policy": policy,
        "title": html.escape(_SURROGATE.sub("\ufffd", title)),
        "style": style,
        "script": script,
        "index": _data("index", [report_summary(report) for report in reports]),
        "reports": "\n".join(_data(f"r{number}", report_payload(report)) for number, report in enumerate(reports)),
    }
    return _SLOT.sub(lambda match: slots[match[1]], _asset("page.html"))


def _data(name: str, value: Any) -> str:
    """Return a data block: JSON in which nothing can end the element, and lone surrogates are escapes."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    plain = _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", plain)
    return f'<script type="application/json" id="{name}">{plain}</script>'


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@cache
def _asset(name: str) -> str:
    return (files("unionie.view") / "assets" / name).read_text(encoding="utf-8")
