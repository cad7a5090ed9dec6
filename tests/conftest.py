"""The only fixtures file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import sync_playwright

from builders import make_extraction
from parts import need
from unionie import Extraction, extract, read
from unionie.cli import main
from unionie.view.page import render_page
from warm import WarmCrew

settings.register_profile("unionie", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "unionie"))

ROOT = Path(__file__).resolve().parents[1]
OWN = ("file:", "data:image/png;")  # addresses that an evidence page may ask for: itself and pictures in it
CHROMIUM_FLAGS = """
--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update
--disable-sync
""".split()


def pytest_make_parametrize_id(val: object) -> str | None:
    """No test is called after its bytes: with the time in them, as gzip has it, workers collect different tests."""
    return f"{len(val)} bytes" if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def samples(root: Path) -> Path:
    """The bundled sample reports."""
    return root / "corpora" / "samples"


@pytest.fixture(scope="session")
def extraction() -> Extraction:
    """A small Extraction that has every kind of record, built by hand."""
    return make_extraction()


@pytest.fixture(scope="session")
def panel_reports(root: Path) -> list[Extraction]:
    """The government reports of four invented cities and three years."""
    return [extract(report) for report in read(root / "corpora" / "panel")]


@pytest.fixture
def warm_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the runs of a test take over the idle workers of others: for tests of something else than processes."""
    monkeypatch.setattr("unionie.run.crew.Crew", WarmCrew)


@pytest.fixture(autouse=True)
def _idle_workers_end(request: pytest.FixtureRequest) -> None:
    if "warm_workers" not in request.fixturenames:
        WarmCrew.dismiss()


@pytest.fixture
def run_command(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[Any, str, str]]:
    """Run the command line in this process: its exit code, what it printed and what it complained of."""

    def call(*arguments: object) -> tuple[Any, str, str]:
        with pytest.raises(SystemExit) as caught:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return caught.value.code, captured.out, captured.err

    return call


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless Chromium."""
    need("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open the evidence page of extractions; a script error, a message or a request of the page fails the test."""
    contexts, troubles = [], []

    def call(*extractions: Extraction, anchor: str = "", places: Any = None, path: Any = None, **options: Any) -> Any:
        if path is None:
            path = tmp_path / "page.html"
            path.write_text(render_page(extractions, places), encoding="utf-8")
        address = f"{path.as_uri()}{anchor}"
        settings = {"locale": "zh-CN", "viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"} | options
        context = chromium.new_context(**settings)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("console", lambda message: troubles.append(f"message: {message.text}"))
        page.on("request", lambda request: troubles.append(request.url) if not request.url.startswith(OWN) else None)
        page.goto(address)
        page.wait_for_selector("#panel table")
        return page

    yield call
    for context in contexts:
        context.close()
    assert not troubles
