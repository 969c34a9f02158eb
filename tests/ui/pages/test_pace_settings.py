"""The pace: what is promised on the other pages, and what the player then does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from kneegui.domain.player_settings import PlayerSettings, Tempo
from kneegui.player.duration import planned_seconds
from kneegui.ui import words
from kneegui.ui.models.roles import LINE_ROLE, TIME_ROLE
from kneegui.ui.widgets.fact import Fact
from kneegui.ui.widgets.scrolling import ColumnScroll
from kneegui.ui.widgets.segment_bar import SegmentBar
from tests.support.shipped import shipped_content
from tests.support.user import CTRL, User, name_of, rows
from tests.ui.conftest import OpenProgram

CONTENT = shipped_content()
STRENGTH = 2
"""Place of the routine with sets, rests and sides, on the page."""
SLOWER = PlayerSettings(get_ready_added_s=10, switch_added_s=4, rest_percent=200, tempo=Tempo.SLOW)


def promised(pace: PlayerSettings, place: int = STRENGTH) -> tuple[int, ...]:
    return planned_seconds(CONTENT.programmes[place], CONTENT.exercise_by_id, pace)


@pytest.fixture
def routines(open_at: OpenProgram, data_folder: Path) -> User:
    """Gives someone who looks at a routine, slows everything down, and comes back."""
    (data_folder / "settings.json").write_text('{"voice": false, "sounds": false}')
    user = open_at("routines", (1000, 700))
    user.click_row(user.one(QListView, "Routines"), STRENGTH)
    assert words.clock(sum(promised(PlayerSettings()))) in user.texts()
    user.press(Qt.Key.Key_5, CTRL)
    for choice in (
        "Tempo: Slow",
        "Time to get ready: 20 s",
        "Time to change sides: 12 s",
        "Rests: 200 %",
    ):
        button = user.button(choice)
        user.all(ColumnScroll)[0].ensureWidgetVisible(button)
        user.click(button)
    user.press(Qt.Key.Key_3, CTRL)
    return user


def test_the_routines_promise_the_times_of_the_new_pace(routines: User) -> None:
    routine, seconds = CONTENT.programmes[STRENGTH], promised(SLOWER)
    listed = routines.one(QListView, "Routines")
    items = routines.one(QListView, "Exercises of the routine")
    built_up = planned_seconds(routine.built_up(), CONTENT.exercise_by_id, SLOWER)

    assert listed.currentIndex().row() == STRENGTH
    assert routine.summary.text in routines.texts()
    assert words.clock(sum(seconds)) in routines.texts()
    assert f"{words.minutes(sum(built_up))} once built up" in "\n".join(routines.texts())
    assert [index.data(TIME_ROLE) for index in rows(items)] == [*map(words.clock, seconds)]
    assert words.clock(sum(seconds)) in name_of(routines.one(SegmentBar))
    for place, index in enumerate(rows(listed)):
        assert str(index.data(LINE_ROLE)).endswith(words.minutes(sum(promised(SLOWER, place))))


def test_the_player_then_takes_as_long_as_is_promised(routines: User) -> None:
    routines.parts.flow.start(CONTENT.programmes[STRENGTH].key)
    bridge = routines.parts.flow.player.bridge

    assert bridge is not None
    assert bridge.engine.timeline.total == sum(promised(SLOWER))


def test_today_promises_the_time_of_the_new_pace(open_at: OpenProgram, qtbot: QtBot) -> None:
    def minutes(user: User) -> str:
        return name_of(user.all(Fact)[0])

    user = open_at("today")
    qtbot.waitUntil(lambda: bool(user.all(Fact)))
    suggested = user.parts.flow._routine("")
    place = CONTENT.programmes.index(suggested)
    assert minutes(user) == words.minutes(sum(promised(PlayerSettings(), place)))

    user.press(Qt.Key.Key_5, CTRL)
    user.press_button("Time to get ready: 30 s")
    user.press(Qt.Key.Key_1, CTRL)

    slower = PlayerSettings(get_ready_added_s=20)
    promise = words.minutes(sum(promised(slower, place)))
    qtbot.waitUntil(lambda: minutes(user) == promise)
    stored = json.loads((user.folder / "settings.json").read_text("utf-8"))
    assert stored["get_ready_s"] == 30
