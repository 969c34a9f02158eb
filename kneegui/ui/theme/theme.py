"""The look in force: colours by role, type, and the size of text; it tells when it changes."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from kneegui.domain.settings import ThemeChoice
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.roles import (
    DARK,
    HEAT_DARK,
    HEAT_LIGHT,
    LIGHT,
    PAIN_DARK,
    PAIN_LIGHT,
    Role,
)

_TEXT_FAMILIES = ["Inter", "Segoe UI", "SF Pro Text", "Cantarell", "Noto Sans", "sans-serif"]
_DISPLAY_FAMILIES = ["Inter Display", *_TEXT_FAMILIES]
_DISPLAY_FROM_PX = 22
_DISPLAY_TRACKING = -0.012

_PALETTE = {
    QPalette.ColorRole.Window: Role.WINDOW,
    QPalette.ColorRole.WindowText: Role.TEXT,
    QPalette.ColorRole.Base: Role.SURFACE,
    QPalette.ColorRole.AlternateBase: Role.INSET,
    QPalette.ColorRole.Text: Role.TEXT,
    QPalette.ColorRole.Button: Role.SURFACE,
    QPalette.ColorRole.ButtonText: Role.TEXT,
    QPalette.ColorRole.PlaceholderText: Role.TEXT_THIRD,
    QPalette.ColorRole.Highlight: Role.PRIMARY,
    QPalette.ColorRole.HighlightedText: Role.ON_PRIMARY,
    QPalette.ColorRole.Link: Role.LINK,
    QPalette.ColorRole.ToolTipBase: Role.TEXT,
    QPalette.ColorRole.ToolTipText: Role.WINDOW,
    QPalette.ColorRole.Mid: Role.LINE,
    QPalette.ColorRole.Light: Role.SURFACE,
    QPalette.ColorRole.Dark: Role.EDGE,
    QPalette.ColorRole.Accent: Role.PRIMARY,
}


class Theme(QObject):
    """Colours, fonts and lengths for everything that paints.

    Widgets read it whenever they paint, so that a change shows at once and no style sheet is
    needed.

    Signals:
        changed: the colours or the size of text are others now.
    """

    changed = Signal()

    def __init__(self, application: QApplication, icons: IconFont) -> None:
        super().__init__()
        self._application = application
        self._choice = ThemeChoice.SYSTEM
        self._text_percent = 100
        self._dark = False
        self._colours: dict[Role, QColor] = {}
        self.icons = icons
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._refresh()

    @property
    def choice(self) -> ThemeChoice:
        """What the user chose: light, dark, or as the system does."""
        return self._choice

    @property
    def text_percent(self) -> int:
        """The size of text, 100 the regular one."""
        return self._text_percent

    @property
    def is_dark(self) -> bool:
        """True while the dark colours are shown."""
        return self._dark

    def choose(self, choice: ThemeChoice) -> None:
        """Shows the light or the dark colours, or follows the system from now on."""
        self._choice = choice
        self._refresh()

    def set_text_percent(self, percent: int) -> None:
        """Shows all text at another size, 100 to 200 per cent."""
        self._text_percent = percent
        self._refresh()

    def colour(self, role: Role, alpha: float = 1.0) -> QColor:
        """Gives the colour of a role, translucent if wished (0 to 1)."""
        if alpha == 1.0:
            return self._colours[role]
        colour = QColor(self._colours[role])
        colour.setAlphaF(alpha)
        return colour

    def pain_colour(self, pain: int) -> QColor:
        """Gives the colour of a pain from 0 to 10."""
        return QColor((PAIN_DARK if self._dark else PAIN_LIGHT)[pain])

    def pain_ink(self, pain: int) -> QColor:
        """Gives the colour of a number on that ground: dark to 7, white from 8."""
        return QColor(LIGHT[Role.TEXT] if pain < 8 else LIGHT[Role.SURFACE])

    def heat_colour(self, level: int) -> QColor:
        """Gives the colour of a level of the heat map, 0 to 5."""
        return QColor((HEAT_DARK if self._dark else HEAT_LIGHT)[level])

    def length(self, pixels: float) -> int:
        """Gives a length that grows with the text, from its pixels at regular size."""
        return round(pixels * self._text_percent / 100)

    def font(self, pixels: float, weight: int = 400, *, tabular: bool = False) -> QFont:
        """Gives the font for a size in pixels at regular text size.

        Args:
            pixels: height of the font; from 22 up the display cut is taken.
            weight: 100 to 900.
            tabular: give every digit the same width, for numbers that change.
        """
        return _font(pixels, weight, tabular, self._text_percent / 100)

    def _on_system_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        system = self._application.styleHints().colorScheme()
        self._dark = self._choice is ThemeChoice.DARK or (
            self._choice is ThemeChoice.SYSTEM and system == Qt.ColorScheme.Dark
        )
        self._colours = {
            role: QColor(value) for role, value in (DARK if self._dark else LIGHT).items()
        }
        self._application.setPalette(self._palette())
        self._application.setFont(self.font(14))
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for palette_role, role in _PALETTE.items():
            palette.setColor(palette_role, self._colours[role])
        for palette_role in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.ButtonText,
        ):
            disabled = self._colours[Role.DISABLED]
            palette.setColor(QPalette.ColorGroup.Disabled, palette_role, disabled)
        return palette


@lru_cache(maxsize=256)
def _font(pixels: float, weight: int, tabular: bool, scale: float) -> QFont:
    font = QFont()
    display = pixels >= _DISPLAY_FROM_PX
    font.setFamilies(_DISPLAY_FAMILIES if display else _TEXT_FAMILIES)
    font.setPixelSize(max(1, round(pixels * scale)))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    if display:
        tracking = pixels * scale * _DISPLAY_TRACKING
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking)
    return font
