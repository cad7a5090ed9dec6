from __future__ import annotations

import sys

import matplotlib.font_manager
import pytest

import unionie
from parts import need
from unionie import DependencyError, InputError, extract
from unionie.panel import fonts


@pytest.fixture
def panel(panel_reports):
    need("font")
    return unionie.series(panel_reports, "GDP")


def texts(figure):
    """Every text that a figure shows."""
    axes = figure.axes[0]
    legend = axes.get_legend()
    shown = [axes.get_title(loc="left"), axes.get_ylabel(), axes.get_xlabel(), *axes.get_yticklabels()]
    named = legend.get_texts() if legend else []
    return [getattr(text, "get_text", lambda text=text: text)() for text in [*shown, *named]]


def test_lines_over_years_in_the_size_that_people_say(panel):
    chart = panel.chart()
    axes = chart.figure.axes[0]
    assert set(texts(chart.figure)) >= {"地区生产总值", "亿元", "临溟市", "岱东市", "栖岭市", "沱西市"}
    lines = {line.get_label(): line for line in axes.get_lines()}
    assert lines["岱东市"].get_xdata().tolist() == [2021, 2022, 2023]
    assert lines["岱东市"].get_ydata().tolist() == [1893.5, 1979.6, 2068.3]


def test_growth_has_its_targets_beside_it(panel):
    chart = panel.chart("change")
    assert set(texts(chart.figure)) >= {"地区生产总值增速", "%", "目标"}


def test_a_missing_year_breaks_the_line():
    need("font")
    reports = [
        extract(f"{year}年，清溪区总工会新建工会{year - 2000}家。", published="2019-01-25") for year in (2015, 2017)
    ]
    (line,) = unionie.series(reports, "新建工会").chart().figure.axes[0].get_lines()
    assert line.get_ydata().tolist()[::2] == [15.0, 17.0]
    assert line.get_ydata()[1] != line.get_ydata()[1]


def test_one_year_is_drawn_as_bars_over_bodies(panel):
    axes = panel.chart("change", year=2022).figure.axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["沱西市", "临溟市", "岱东市", "栖岭市"]
    assert [bar.get_width() for bar in axes.patches] == [2.9, 3.4, 4.2, 5.1]
    one = panel[panel["year"] == 2021].chart().figure.axes[0]
    assert len(one.patches) == 4


@pytest.mark.parametrize(("suffix", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_a_chart_is_saved_the_same_each_time(panel, tmp_path, suffix, begins):
    for name in ("a", "b"):
        panel.chart().save(tmp_path / f"{name}.{suffix}")
    written = (tmp_path / f"a.{suffix}").read_bytes()
    assert written.startswith(begins)
    assert written == (tmp_path / f"b.{suffix}").read_bytes()
    assert panel.chart()._repr_png_().startswith(b"\x89PNG")


def test_what_cannot_be_drawn_is_one_line(panel, tmp_path):
    with pytest.raises(InputError, match=r"\.png, \.svg, \.pdf"):
        panel.chart().save(tmp_path / "a.gif")
    with pytest.raises(InputError, match="nothing to draw"):
        panel.chart("rank")
    with pytest.raises(InputError, match="kind is one of lines, bars"):
        panel.chart(kind="pie")


def test_without_a_chinese_font_one_line_says_which_package_to_install(panel, monkeypatch):
    latin = matplotlib.font_manager.findfont("DejaVu Sans")
    monkeypatch.setattr(matplotlib.font_manager.fontManager, "ttflist", [])
    monkeypatch.setattr(matplotlib.font_manager, "findSystemFonts", lambda: [latin])
    fonts.find_family.cache_clear()
    try:
        with pytest.raises(DependencyError, match="apt-get install fonts-noto-cjk"):
            panel.chart()
    finally:
        fonts.find_family.cache_clear()


def test_a_font_that_matplotlib_has_not_listed_is_found(monkeypatch):
    need("font")
    monkeypatch.setattr(matplotlib.font_manager.fontManager, "ttflist", [])
    fonts.find_family.cache_clear()
    try:
        assert fonts.find_family()
        assert "Bold" not in matplotlib.font_manager.fontManager.ttflist[-1].fname  # the plain face of the family
    finally:
        fonts.find_family.cache_clear()


def test_without_matplotlib_one_line_says_how_to_install_it(panel, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(DependencyError, match=r"unionie\[charts\]"):
        panel.chart()
