"""Icons: glyphs of the Phosphor font that QtAwesome ships, painted in the colour of a role.

QtAwesome itself is not imported: it costs 0.2 to 0.3 s, more than the whole first window, because
it reads all its fonts. Its Phosphor font and the table of names are read alone in 8 ms.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter

_FONT_FILE = "phosphor-1.3.0.ttf"
_NAMES_FILE = "phosphor-charmap-1.3.0.json"


class IconFont:
    """Paints icons by their Phosphor name, such as ``"waves"``, ``"waves-bold"``.

    Raises:
        FileNotFoundError: QtAwesome is not installed or brings another Phosphor version.
    """

    def __init__(self) -> None:
        folder = _qtawesome_fonts()
        self._code_points: dict[str, str] = json.loads((folder / _NAMES_FILE).read_bytes())
        number = QFontDatabase.addApplicationFont(str(folder / _FONT_FILE))
        self._families = QFontDatabase.applicationFontFamilies(number)

    def paint(self, painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
        """Paints an icon centred in a box, as large as the box's shorter side."""
        painter.setFont(_icon_font(self._families[0], round(min(box.width(), box.height()))))
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.glyph(name))

    def glyph(self, name: str) -> str:
        """Gives the character of an icon.

        Raises:
            KeyError: there is no icon of that name.
        """
        return chr(int(self._code_points[name], 16))


def _qtawesome_fonts() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("QtAwesome is not installed")
    return Path(spec.origin).parent / "fonts"


@lru_cache(maxsize=32)
def _icon_font(family: str, pixels: int) -> QFont:
    font = QFont(family)
    font.setPixelSize(max(1, pixels))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
