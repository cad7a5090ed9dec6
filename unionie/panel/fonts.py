"""A font of this machine that has Chinese characters, for charts.

Enters: the fonts that matplotlib finds. Leaves: a family's name. Next: ``chart``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from unionie.errors import DependencyError

__all__ = ["find_family"]

_KNOWN = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC", "Hiragino Sans GB",
    "Microsoft YaHei", "Heiti SC", "Heiti TC", "STHeiti", "SimHei", "DengXian", "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei", "Noto Sans CJK JP", "Noto Sans CJK TC", "Arial Unicode MS", "SimSun", "Songti SC",
    "Noto Serif CJK SC",
)  # fmt: skip
_NEEDED = "中国区县亿元，（"


@cache
def find_family() -> str:
    """Return the name of a font family that has Chinese characters; raise DependencyError, naming one, without any."""
    from matplotlib import font_manager  # optional and heavy

    listed = {entry.name: entry.fname for entry in font_manager.fontManager.ttflist}
    for name in _KNOWN:
        if name in listed and Path(listed[name]).is_file():
            return name
    found = font_manager.findSystemFonts()  # also what came since matplotlib made its list
    for path in sorted(found, key=_plain_first):
        if _has_chinese(path):
            font_manager.fontManager.addfont(path)
            return str(font_manager.FontProperties(fname=path).get_name())
    raise DependencyError(
        "no font here has Chinese characters: install one, apt-get install fonts-noto-cjk "
        "(Fedora: google-noto-sans-cjk-fonts; macOS and Windows bring one)"
    )


def _plain_first(path: str) -> tuple[bool, str]:
    """Return what sorts a family's plain face before its others."""
    return "Regular" not in Path(path).stem, path


def _has_chinese(path: str) -> bool:
    from matplotlib.ft2font import FT2Font  # as above

    try:
        font = FT2Font(path)
    except (OSError, RuntimeError):  # no font that FreeType can read
        return False
    return all(font.get_char_index(ord(character)) for character in _NEEDED)
