"""The look follows the user's choice, the system and the text size, at once and everywhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QImage, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QLabel, QListView

from kneegui.domain.settings import TEXT_PERCENTS, ThemeChoice
from kneegui.ui.theme.roles import DARK, LIGHT, Role
from tests.support.pixels import different, pixels
from tests.support.user import User
from tests.ui.conftest import OpenProgram

WIDE, NARROW = (1280, 800), (800, 600)
WIDE_WITH_LARGE_TEXT = (1920, 1080)


def _as_it_opens(_user: User) -> None:
    pass


def _filtered(user: User) -> None:
    user.parts.exercises_page.search("stretch")


def _empty(user: User) -> None:
    user.parts.exercises_page.search("swimming")


def _detail(user: User) -> None:
    user.parts.exercises_page.show_exercise("ball-quads")


def _routine(user: User) -> None:
    user.parts.routines_page.show_routine("gentle-five")


STATES: dict[str, tuple[str, tuple[int, int], Callable[[User], None]]] = {
    "exercises": ("exercises", WIDE, _as_it_opens),
    "exercises narrow": ("exercises", NARROW, _as_it_opens),
    "exercises filtered": ("exercises", WIDE, _filtered),
    "exercises empty": ("exercises", WIDE, _empty),
    "exercise": ("exercises", WIDE_WITH_LARGE_TEXT, _detail),
    "exercise narrow": ("exercises", NARROW, _detail),
    "routines": ("routines", WIDE, _routine),
    "routines narrow": ("routines", NARROW, _routine),
    "settings": ("settings", WIDE, _as_it_opens),
    "settings narrow": ("settings", NARROW, _as_it_opens),
}
"""Name -> page, size of the window, and what is done there before the look changes."""
_NOWHERE = QPoint(-5000, -5000)
"""Where no window is."""


class Opened:
    """A page, opened afresh in one look and brought into its state."""

    def __init__(
        self,
        open_at: OpenProgram,
        folder: Path,
        state: str,
        theme: ThemeChoice,
        percent: int = 100,
    ) -> None:
        page, size, prepare = STATES[state]
        look = {"theme": theme.value, "text_percent": percent}
        # Or a button is lit where another test has left the pointer.
        QCursor.setPos(_NOWHERE)
        # As it was kept at the last start: everything is made in this look, nothing is changed.
        (folder / "settings.json").write_text(json.dumps(look))
        self._user = open_at(page, size)
        prepare(self._user)
        self._user.settle()

    def change(self, theme: ThemeChoice, percent: int) -> None:
        self._user.parts.theme.choose(theme)
        self._user.parts.theme.set_text_percent(percent)
        self._user.settle()

    def painted(self) -> QImage:
        return pixels(self._user.window)

    def put_away(self) -> None:
        """Hides the window, so that another one has the keyboard."""
        self._user.window.hide()


@pytest.mark.parametrize("state", STATES)
def test_a_live_change_of_colours_equals_a_fresh_start(
    open_at: OpenProgram, data_folder: Path, state: str
) -> None:
    opened = Opened(open_at, data_folder, state, ThemeChoice.LIGHT)
    fresh_light = opened.painted()
    opened.change(ThemeChoice.DARK, 100)
    live_dark = opened.painted()
    opened.change(ThemeChoice.LIGHT, 100)
    live_light = opened.painted()
    opened.put_away()
    fresh_dark = Opened(open_at, data_folder, state, ThemeChoice.DARK).painted()

    assert different(fresh_light, fresh_dark) > fresh_dark.width() * fresh_dark.height() / 2
    assert different(live_dark, fresh_dark) == 0
    assert different(live_light, fresh_light) == 0


@pytest.mark.parametrize("state", STATES)
def test_a_live_change_of_text_size_equals_a_fresh_start(
    open_at: OpenProgram, data_folder: Path, state: str
) -> None:
    opened = Opened(open_at, data_folder, state, ThemeChoice.LIGHT, 100)
    fresh_regular = opened.painted()
    opened.change(ThemeChoice.LIGHT, 150)
    live_large = opened.painted()
    opened.put_away()
    fresh_large = Opened(open_at, data_folder, state, ThemeChoice.LIGHT, 150).painted()

    assert different(fresh_regular, fresh_large) > 0
    assert different(live_large, fresh_large) == 0


@pytest.mark.parametrize("page", ["exercises", "routines", "settings"])
def test_light_and_dark_are_painted_on_grounds_of_their_own(
    open_at: OpenProgram, page: str
) -> None:
    user = open_at(page, WIDE)
    for choice, ground in ((ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)):
        user.parts.theme.choose(choice)
        user.settle()
        corner = pixels(user.window).pixelColor(90, 5).name()

        assert corner == ground[Role.WINDOW]


class System:
    """The system's colour scheme, set by the test; the platform of the tests has none."""

    def __init__(self, application: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
        self._hints = application.styleHints()
        self._scheme = Qt.ColorScheme.Light
        monkeypatch.setattr(QStyleHints, "colorScheme", lambda _hints: self._scheme)

    def change(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self._hints.colorSchemeChanged.emit(scheme)


@pytest.fixture
def system(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> System:
    return System(qapp, monkeypatch)


def test_the_colours_follow_the_system(system: System, user: User) -> None:
    grounds: list[str] = []
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        system.change(scheme)
        user.settle()
        grounds.append(pixels(user.window).pixelColor(90, 5).name())

    assert grounds == [LIGHT[Role.WINDOW], DARK[Role.WINDOW], LIGHT[Role.WINDOW]]


def test_a_system_that_says_nothing_is_light(system: System, user: User) -> None:
    system.change(Qt.ColorScheme.Unknown)

    assert not user.parts.theme.is_dark


def test_a_chosen_theme_stays_when_the_system_changes(system: System, user: User) -> None:
    user.parts.theme.choose(ThemeChoice.LIGHT)
    user.settle()
    before = pixels(user.window)

    system.change(Qt.ColorScheme.Dark)
    user.settle()

    assert different(before, pixels(user.window)) == 0


def test_choosing_the_system_again_shows_what_it_says_now(system: System, user: User) -> None:
    user.parts.theme.choose(ThemeChoice.LIGHT)
    system.change(Qt.ColorScheme.Dark)

    user.parts.theme.choose(ThemeChoice.SYSTEM)

    assert user.parts.theme.is_dark


def test_what_qt_paints_itself_has_the_colours_too(qapp: QApplication, user: User) -> None:
    user.parts.theme.choose(ThemeChoice.DARK)
    role = QPalette.ColorRole

    shown = {name: qapp.palette().color(name).name() for name in (role.Window, role.Text)}

    assert shown == {role.Window: DARK[Role.WINDOW], role.Text: DARK[Role.TEXT]}


def test_all_words_grow_with_the_text_size(user: User) -> None:
    def heights() -> dict[int, int]:
        labels = user.window.findChildren(QLabel)
        return {id(label): label.fontInfo().pixelSize() for label in labels}

    regular = heights()
    for percent in TEXT_PERCENTS:
        user.parts.theme.set_text_percent(percent)
        user.settle()
        grown = heights()

        assert len(grown) > 20
        assert {
            name: (height, grown[name])
            for name, height in regular.items()
            if abs(grown[name] - height * percent / 100) > 1
        } == {}


def test_cards_grow_with_the_text_size(user: User) -> None:
    grid = user.one(QListView)
    heights: list[int] = []
    for percent in (100, 150, 200):
        user.parts.theme.set_text_percent(percent)
        user.settle()
        heights.append(grid.visualRect(grid.currentIndex()).height())

    assert heights == [206, 238, 270]


@pytest.mark.parametrize(
    ("key", "percent"),
    [(Qt.Key.Key_Plus, 115), (Qt.Key.Key_Equal, 115), (Qt.Key.Key_Minus, 100)],
)
def test_a_key_changes_the_text_size_one_step(user: User, key: Qt.Key, percent: int) -> None:
    user.press(key, Qt.KeyboardModifier.ControlModifier)

    assert user.parts.theme.text_percent == percent


def test_the_keys_stop_at_the_ends_and_go_back(user: User) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    seen: list[int] = []
    for key, times in ((Qt.Key.Key_Plus, 9), (Qt.Key.Key_Minus, 1), (Qt.Key.Key_0, 1)):
        user.press(key, control, times)
        seen.append(user.parts.theme.text_percent)

    assert seen == [200, 150, 100]
