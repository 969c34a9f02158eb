"""Settings: voice and sounds, the pace, the look, and where the data is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneegui.domain.settings import TEXT_PERCENTS, Settings, ThemeChoice
from kneegui.ui.pages.pace_settings import pace_group
from kneegui.ui.pages.sound_settings import SoundSettings
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonSize
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.scrolling import Column, ColumnScroll
from kneegui.ui.widgets.setting_group import SettingGroup


class SettingsPage(QWidget):
    """Choices that hold at once and are kept.

    Signals:
        chosen: name of a setting in ``domain.Settings``, and the value that holds from now on.
    """

    chosen = Signal(str, object)

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
        self._problem = Label(theme, "", 13, 500, Role.DANGER, wrap=True)
        self._problem.hide()
        self._look = self._look_group(settings)
        self.sound = SoundSettings(theme, settings)
        groups = (self.sound, pace_group(theme, settings), self._look, self._data_group())
        for group in groups:
            group.chosen.connect(self.chosen)
        self._lay_out(*groups)
        theme.changed.connect(self._on_theme_changed)

    def show_problem(self, sentence: str) -> None:
        """Says why the settings could not be kept; an empty sentence takes it back."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _on_theme_changed(self) -> None:
        # A key may have changed it.
        self._look.set_value("theme", self._theme.choice)
        self._look.set_value("text_percent", self._theme.text_percent)

    def _lay_out(self, *groups: SettingGroup) -> None:
        inner = Column()
        inner.setMaximumWidth(824)
        column = QVBoxLayout(inner)
        column.setContentsMargins(32, 22, 32, 20)
        column.setSpacing(14)
        column.addWidget(Label(self._theme, self.tr("Settings"), 30, 700))
        column.addWidget(self._problem)
        for group in groups:
            column.addWidget(group)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        scroll = ColumnScroll(self._theme, inner, self)
        scroll.setAccessibleName(self.tr("Settings"))
        row.addWidget(scroll)

    def _look_group(self, settings: Settings) -> SettingGroup:
        group = SettingGroup(self._theme, self.tr("Look"))
        group.add_choice(
            "theme",
            self.tr("Theme"),
            self.tr("System follows your desktop"),
            {
                ThemeChoice.SYSTEM: self.tr("System"),
                ThemeChoice.LIGHT: self.tr("Light"),
                ThemeChoice.DARK: self.tr("Dark"),
            },
            settings.theme,
        )
        group.add_choice(
            "text_percent",
            self.tr("Text size"),
            self.tr("Ctrl + and Ctrl − change it too"),
            {percent: f"{percent} %" for percent in TEXT_PERCENTS},
            settings.text_percent,
        )
        group.add_choice(
            "moving_figures",
            self.tr("Figure"),
            self.tr("Two stills show the start and the end"),
            {True: self.tr("Moves"), False: self.tr("Two stills")},
            settings.moving_figures,
        )
        return group

    def _data_group(self) -> SettingGroup:
        group = SettingGroup(self._theme, self.tr("Data"))
        open_folder = Button(self._theme, self.tr("Open folder"), size=ButtonSize.SMALL)
        open_folder.clicked.connect(self._on_open_folder)
        group.add_line(self.tr("Where it is kept"), str(self._data_folder), open_folder)
        return group

    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data_folder)))
