"""Settings: the look, and where the data is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneegui.domain.settings import TEXT_PERCENTS, Settings, ThemeChoice
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonSize
from kneegui.ui.widgets.card import Card, Rule
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.scrolling import Column, ColumnScroll
from kneegui.ui.widgets.segmented import Segmented
from kneegui.ui.widgets.setting_line import SettingLine

_MOVES, _STILLS = "moves", "stills"
_ON, _OFF = "on", "off"


class SettingsPage(QWidget):
    """Choices that hold at once and are kept.

    Signals:
        theme_chosen: the theme to show from now on.
        text_percent_chosen: the size of text to show from now on.
        moving_figures_chosen: whether figures move from now on.
        player_chosen: a setting of the player (``voice``, ``sounds``, ``slow_tempo``,
            ``own_pace``) and whether it holds from now on.
    """

    theme_chosen = Signal(ThemeChoice)
    text_percent_chosen = Signal(int)
    moving_figures_chosen = Signal(bool)
    player_chosen = Signal(str, bool)

    def __init__(
        self,
        theme: Theme,
        data_folder: Path,
        settings: Settings,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._data_folder = data_folder
        self._themes = Segmented(
            theme,
            self.tr("Theme"),
            {
                ThemeChoice.SYSTEM.value: self.tr("System"),
                ThemeChoice.LIGHT.value: self.tr("Light"),
                ThemeChoice.DARK.value: self.tr("Dark"),
            },
            theme.choice.value,
        )
        self._sizes = Segmented(
            theme,
            self.tr("Text size"),
            {str(percent): f"{percent} %" for percent in TEXT_PERCENTS},
            str(theme.text_percent),
        )
        self._figures = Segmented(
            theme,
            self.tr("Figure"),
            {_MOVES: self.tr("Moves"), _STILLS: self.tr("Two stills")},
            _MOVES if settings.moving_figures else _STILLS,
        )
        self._player = {
            "voice": self._switch(self.tr("Voice"), settings.voice),
            "sounds": self._switch(self.tr("Sounds"), settings.sounds),
            "slow_tempo": self._switch(
                self.tr("Tempo"), settings.slow_tempo, self.tr("Slow"), self.tr("Normal")
            ),
            "own_pace": self._switch(
                self.tr("Repetitions"), settings.own_pace, self.tr("Own pace"), self.tr("Paced")
            ),
        }
        for name, control in self._player.items():
            control.chosen.connect(
                lambda value, name=name: self.player_chosen.emit(name, value == _ON)
            )
        self._problem = Label(theme, "", 13, 500, Role.DANGER, wrap=True)
        self._problem.hide()
        self._lay_out()
        self._themes.chosen.connect(lambda value: self.theme_chosen.emit(ThemeChoice(value)))
        self._sizes.chosen.connect(lambda value: self.text_percent_chosen.emit(int(value)))
        self._figures.chosen.connect(lambda value: self.moving_figures_chosen.emit(value == _MOVES))
        theme.changed.connect(self._on_theme_changed)

    def show_problem(self, sentence: str) -> None:
        """Says why the settings could not be kept; an empty sentence takes it back."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _on_theme_changed(self) -> None:
        self._themes.set_value(self._theme.choice.value)
        self._sizes.set_value(str(self._theme.text_percent))

    def _lay_out(self) -> None:
        inner = Column()
        inner.setMaximumWidth(824)
        column = QVBoxLayout(inner)
        column.setContentsMargins(32, 22, 32, 20)
        column.setSpacing(14)
        column.addWidget(Label(self._theme, self.tr("Settings"), 30, 700))
        column.addWidget(self._problem)
        open_folder = Button(self._theme, self.tr("Open folder"), size=ButtonSize.SMALL)
        open_folder.clicked.connect(self._on_open_folder)
        words = {
            "voice": self.tr("Says the exercise, the side, cues and the last three seconds"),
            "sounds": self.tr("Count, go, half and done"),
            "slow_tempo": self.tr("Slow: lift 3, lower 3"),
            "own_pace": self.tr("At your own pace, Space ends each set"),
        }
        column.addWidget(
            self._group(
                self.tr("Player"),
                *(
                    SettingLine(self._theme, control.accessibleName(), words[name], control)
                    for name, control in self._player.items()
                ),
            )
        )
        column.addWidget(
            self._group(
                self.tr("Look"),
                SettingLine(
                    self._theme,
                    self.tr("Theme"),
                    self.tr("System follows your desktop"),
                    self._themes,
                ),
                SettingLine(
                    self._theme,
                    self.tr("Text size"),
                    self.tr("Ctrl + and Ctrl − change it too"),
                    self._sizes,
                ),
                SettingLine(
                    self._theme,
                    self.tr("Figure"),
                    self.tr("Two stills show the start and the end"),
                    self._figures,
                ),
            )
        )
        column.addWidget(
            self._group(
                self.tr("Data"),
                SettingLine(
                    self._theme, self.tr("Where it is kept"), str(self._data_folder), open_folder
                ),
            )
        )
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        scroll = ColumnScroll(self._theme, inner, self)
        scroll.setAccessibleName(self.tr("Settings"))
        row.addWidget(scroll)

    def _switch(self, name: str, on: bool, yes: str = "", no: str = "") -> Segmented:
        choices = {_OFF: no or self.tr("Off"), _ON: yes or self.tr("On")}
        return Segmented(self._theme, name, choices, _ON if on else _OFF)

    def _group(self, title: str, *lines: QWidget) -> Card:
        card = Card(self._theme, margins=(22, 14, 22, 10), gap=0)
        card.column.addWidget(Label(self._theme, title, 15, 650))
        card.column.addSpacing(4)
        for number, line in enumerate(lines):
            if number:
                card.column.addWidget(Rule(self._theme))
            card.column.addWidget(line)
        return card

    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data_folder)))
