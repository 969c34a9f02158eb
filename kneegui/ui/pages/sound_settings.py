"""The settings of what is heard: which voice, how fast, how loud."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from kneegui.domain.settings import VOLUMES, Settings, VoiceSpeed
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonSize
from kneegui.ui.widgets.drop_down import DropDown
from kneegui.ui.widgets.setting_group import SettingGroup

_ANY = ""
"""Stands for whichever voice the computer takes by itself."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings", text)


class SoundSettings(SettingGroup):
    """The card of voice and sounds; what belongs to one of them is shown while it is on.

    Signals:
        voices_wanted: the voice is on and on the screen; ``show_voices`` is to be called.
        retry_wanted: the voice failed and is to be tried again.
        voice_test_wanted: the voice is to be heard.
        sound_test_wanted: a sound is to be heard.
    """

    voices_wanted = Signal()
    retry_wanted = Signal()
    voice_test_wanted = Signal()
    sound_test_wanted = Signal()

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(theme, _tr("Voice and sounds"), parent)
        self._voice_on, self._sounds_on = settings.voice, settings.sounds
        self._name = settings.voice_name
        self._problem = ""
        self._names = DropDown(theme, _tr("Which voice"))
        self._test = Button(theme, _tr("Test"), size=ButtonSize.SMALL)
        self._retry = Button(theme, _tr("Try again"), size=ButtonSize.SMALL)
        switch = {False: _tr("Off"), True: _tr("On")}
        self.add_choice(
            "voice",
            _tr("Voice"),
            _tr("Says the exercise, the side, cues and the last three seconds"),
            switch,
            settings.voice,
        )
        self._which = self.add_line(_tr("Which voice"), "", self._voice_control())
        self._speed = self.add_choice(
            "voice_speed",
            _tr("Voice speed"),
            _tr("Test lets you hear it"),
            {
                VoiceSpeed.SLOW: _tr("Slow"),
                VoiceSpeed.NORMAL: _tr("Normal"),
                VoiceSpeed.FAST: _tr("Fast"),
            },
            settings.voice_speed,
        )
        self.add_choice(
            "sounds", _tr("Sounds"), _tr("Count, go, half and done"), switch, settings.sounds
        )
        self._volume = self.add_choice(
            "volume",
            _tr("Volume"),
            _tr("Of the sounds; the voice is as loud as the computer"),
            {percent: f"{percent} %" for percent in VOLUMES},
            settings.volume,
        )
        self.show_voices({}, "")
        self._names.chosen.connect(lambda name: self.choose("voice_name", name))
        self._test.clicked.connect(self.voice_test_wanted)
        self._retry.clicked.connect(self.retry_wanted)

    def show_voices(self, voices: Mapping[str, str], problem: str) -> None:
        """Offers the voices there are.

        Args:
            voices: for the name of each its words; empty while they are being looked for.
            problem: why nothing can be said, in a sentence; or empty.
        """
        self._problem = problem
        is_known = bool(voices) and not problem
        is_there = self._name in voices or self._name == _ANY
        choices = {_ANY: _tr("Automatic"), **voices}
        if not is_known and not is_there:
            choices[self._name] = self._name
        self._names.set_choices(choices, self._name if self._name in choices else _ANY)
        for control in (self._names, self._test):
            control.setEnabled(is_known)
            control.setVisible(not problem)
        self._retry.setVisible(bool(problem))
        if problem:
            words = problem
        elif not voices:
            words = _tr("Looking for the voices of this computer")
        elif is_there:
            words = _tr("Those of this computer for English")
        else:
            words = _tr("{name} is not there now; another one speaks.").format(name=self._name)
        self._which.set_explanation(words)
        self._show_lines()

    @override
    def choose(self, name: str, value: object) -> None:
        super().choose(name, value)
        match name:
            case "voice":
                self._voice_on = bool(value)
                self._show_lines()
                self._want_voices()
            case "voice_name":
                self._name = str(value)
            case "sounds":
                self._sounds_on = bool(value)
                self._show_lines()
            case "volume":
                self.sound_test_wanted.emit()
            case _:
                pass

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._want_voices()

    def _voice_control(self) -> QWidget:
        control = QWidget(self)
        control.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(control)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._names, self._test, self._retry):
            row.addWidget(widget)
        return control

    def _show_lines(self) -> None:
        self.show_line(self._which, shown=self._voice_on)
        self.show_line(self._speed, shown=self._voice_on and not self._problem)
        self.show_line(self._volume, shown=self._sounds_on)

    def _want_voices(self) -> None:
        if self._voice_on and self.isVisible():
            self.voices_wanted.emit()
