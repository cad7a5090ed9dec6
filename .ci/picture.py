"""The picture of the evidence page in the READMEs: python .ci/picture.py takes it anew, where Chromium is installed.

It is stale when the page's own files have changed since, which its name tells: page-<digest of these files>.jpg.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
REPORT = ROOT / "corpora" / "samples" / "union-01.txt"
VIEW = ROOT / "unionie" / "view"


def name_picture() -> str:
    """Return the name of the picture of the page as it is now."""
    digest = hashlib.sha256()
    for path in [*sorted((VIEW / "assets").iterdir()), VIEW / "words.tsv"]:
        digest.update(path.read_bytes())
    return f"page-{digest.hexdigest()[:8]}.jpg"


def take_picture() -> None:
    """Take the picture, unless it is there, and remove older ones."""
    path = ROOT / ".ci" / name_picture()
    if path.exists():
        return
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("the picture of the evidence page is stale: apt-get install chromium fonts-noto-cjk")
    from playwright.sync_api import sync_playwright

    import unionie

    extraction = unionie.extract(REPORT.read_text("utf-8"))
    fact = next(fact for fact in extraction.facts if fact.part_of is None and _has_parts(extraction, fact))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_path = Path(folder) / "page.html"
        page_path.write_text(extraction.to_html(), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1360, "height": 850}, locale="zh-CN")
        page.goto(f"{page_path.as_uri()}#{fact.id}")
        page.wait_for_selector("#text .selected")
        page.wait_for_timeout(500)
        for old in path.parent.glob("page-*.jpg"):
            old.unlink()
        page.screenshot(path=path, type="jpeg", quality=82)
        browser.close()


def _has_parts(extraction: object, fact: object) -> bool:
    return any(part.part_of == fact.id for part in extraction.facts)  # type: ignore[attr-defined]


if __name__ == "__main__":
    take_picture()
