"""The settings that make a routine longer or shorter."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kneegui.domain.settings import GET_READY_TIMES, REST_PERCENTS, SWITCH_TIMES, Settings
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.setting_group import SettingGroup
from kneegui.ui.words import duration


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings", text)


def pace_group(theme: Theme, settings: Settings) -> SettingGroup:
    """Gives the card with the tempo and the times between sets."""
    group = SettingGroup(theme, _tr("Pace"))
    group.add_choice(
        "slow_tempo",
        _tr("Tempo"),
        _tr("Slow: lift 3, lower 3"),
        {False: _tr("Normal"), True: _tr("Slow")},
        settings.slow_tempo,
    )
    group.add_choice(
        "own_pace",
        _tr("Repetitions"),
        _tr("At your own pace, Space ends each set"),
        {False: _tr("Paced"), True: _tr("Own pace")},
        settings.own_pace,
    )
    group.add_choice(
        "get_ready_s",
        _tr("Time to get ready"),
        _tr("5 s more for another position, other equipment, or a roller"),
        {seconds: duration(seconds) for seconds in GET_READY_TIMES},
        settings.get_ready_s,
    )
    group.add_choice(
        "switch_s",
        _tr("Time to change sides"),
        _tr("Before the set of the other side"),
        {seconds: duration(seconds) for seconds in SWITCH_TIMES},
        settings.switch_s,
    )
    group.add_choice(
        "rest_percent",
        _tr("Rests"),
        _tr("100 % is as long as the routine plans"),
        {percent: f"{percent} %" for percent in REST_PERCENTS},
        settings.rest_percent,
    )
    return group
