"""The heat map: its days by pointer and by keyboard, and as many weeks as there is room for."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kneegui.domain.settings import ThemeChoice
from kneegui.progress.days import PractisedDay
from kneegui.progress.heat_map import heat_map
from kneegui.ui.theme.roles import HEAT_DARK, HEAT_LIGHT, Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.heat_grid import HeatGrid
from kneegui.ui.widgets.heat_map import HeatMap
from tests.support.pixels import count, different, pixels

Key = Qt.Key
TODAY = date(2026, 11, 21)
"""A Saturday."""
MINUTES = {0: 45, 1: 5, 8: 15, 30: 25, 200: 35}
"""Days ago -> minutes."""


def day(days_ago: int) -> date:
    return TODAY - timedelta(days=days_ago)


class Watched(HeatMap):
    """A heat map that notes what is chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Days", lambda each: f"{each.day} {each.minutes} min")
        self.told_days: list[date | None] = []
        self.day_chosen.connect(self.told_days.append)

    def place(self, days_ago: int) -> QPoint:
        """Gives the middle of a day."""
        assert self.grid is not None
        return self.grid.cell(day(days_ago)).center().toPoint()

    def press(self, days_ago: int) -> None:
        """Clicks a day."""
        QTest.mouseClick(self, Qt.MouseButton.LeftButton, pos=self.place(days_ago))

    def keys(self, *keys: Qt.Key) -> None:
        """Presses keys one after the other."""
        for key in keys:
            QTest.keyClick(self, key)


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> Watched:
    shown = Watched(theme)
    qtbot.addWidget(shown)
    shown.resize(712, 120)
    days = {
        day(back): PractisedDay(sessions=1, seconds=minutes * 60)
        for back, minutes in MINUTES.items()
    }
    shown.show_weeks(heat_map(days, TODAY))
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.clearFocus()
    return shown


def test_without_days_there_is_nothing(theme: Theme, qtbot: QtBot) -> None:
    empty = Watched(theme)
    qtbot.addWidget(empty)
    empty.keys(Key.Key_Left)
    QTest.mouseClick(empty, Qt.MouseButton.LeftButton)

    assert (empty.grid, empty.chosen, empty.told) == (None, None, "")
    assert count(pixels(empty), theme.heat_colour(0)) == 0


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_each_level_has_its_colour(shown: Watched, theme: Theme, choice: ThemeChoice) -> None:
    theme.choose(choice)
    image = pixels(shown)

    for level in range(6):
        assert count(image, theme.heat_colour(level)) > 30, level


@pytest.mark.parametrize("ramp", [HEAT_LIGHT, HEAT_DARK])
def test_the_lightness_goes_one_way_for_every_eye(ramp: tuple[str, ...]) -> None:
    """Also seen without red, without green or without blue, by the matrices of Machado 2009."""
    eyes = [
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
        [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
        [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
    ]
    for eye in eyes:
        lights = [lightness(colour, eye) for colour in ramp]
        steps = [b - a for a, b in pairwise(lights)]

        assert all(step > 0.02 for step in steps) or all(step < -0.02 for step in steps), lights


def lightness(colour: str, eye: list[list[float]]) -> float:
    """Gives how light a colour is for an eye, as the cube root of its luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    seen = [max(0.0, sum(f * p for f, p in zip(row, linear, strict=True))) for row in eye]
    luminance = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]
    return luminance ** (1 / 3)


def test_today_is_marked(shown: Watched, theme: Theme) -> None:
    assert shown.grid is not None
    ink = theme.colour(Role.TEXT)

    def marked(days_ago: int) -> int:
        cell = shown.grid.cell(day(days_ago)) if shown.grid else None
        assert cell is not None
        around = cell.adjusted(-3, -3, 3, 3).toRect()
        return count(pixels(shown).copy(around), ink)

    assert marked(0) > 20
    assert marked(14) == 0


# --- room ---


def test_there_are_twelve_months_where_they_fit(shown: Watched) -> None:
    assert shown.grid is not None
    assert shown.grid.weeks == 52
    shown.resize(980, 120)
    assert shown.grid is not None
    assert shown.grid.weeks == 53
    assert shown.grid.first == date(2025, 11, 17)


def test_in_less_room_there_are_fewer_weeks_and_the_last_of_them_stays(
    shown: Watched, theme: Theme
) -> None:
    theme.set_text_percent(200)
    shown.resize(652, 300)
    grid = shown.grid

    assert grid is not None
    assert 20 <= grid.weeks <= 25
    assert grid.cell(TODAY).right() <= 652
    assert grid.cell(grid.first).left() >= grid.left
    assert shown.height() >= grid.bottom


def test_in_more_room_the_cells_grow_to_a_point(shown: Watched) -> None:
    sizes: list[int] = []
    for width in (700, 980, 2_000):
        shown.resize(width, 120)
        assert shown.grid is not None
        sizes.append(shown.grid.pitch)

    assert sizes == [13, 17, 19]


def test_the_keyboard_stays_on_a_day_that_is_shown(shown: Watched) -> None:
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    shown.keys(Key.Key_Home)
    assert shown.told.startswith("2025-11-24")

    shown.resize(300, 120)

    assert shown.grid is not None
    assert shown.told.startswith(str(shown.grid.first))


def test_a_place_belongs_to_a_day() -> None:
    grid = HeatGrid(first=date(2026, 11, 9), weeks=2, left=30, top=20, pitch=13, gap=3)

    assert grid.day_at(QPointF(30, 20)) == date(2026, 11, 9)
    # The gap belongs to the day before it.
    assert grid.day_at(QPointF(42.9, 32.9)) == date(2026, 11, 9)
    assert grid.day_at(QPointF(43, 33)) == date(2026, 11, 17)
    for outside in (QPointF(29, 25), QPointF(35, 19), QPointF(56, 25), QPointF(35, 111)):
        assert grid.day_at(outside) is None
    assert grid.cell(date(2026, 11, 17)).topLeft() == QPointF(43, 33)


# --- the pointer ---


def hover(shown: Watched, place: QPoint) -> None:
    QTest.mouseMove(shown, place)


def test_hovering_tells_the_day(shown: Watched, theme: Theme) -> None:
    before = pixels(shown)
    hover(shown, shown.place(8))

    assert shown.told == "2026-11-13 15 min"
    assert shown.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert different(before, pixels(shown)) > 500

    hover(shown, shown.place(9))
    assert shown.told == "2026-11-12 0 min"
    assert shown.cursor().shape() == Qt.CursorShape.ArrowCursor

    hover(shown, QPoint(5, 5))
    assert shown.told == ""
    hover(shown, shown.place(8))
    shown.leaveEvent(QEvent(QEvent.Type.Leave))
    assert shown.told == ""
    assert different(before, pixels(shown)) == 0


def test_a_day_that_is_still_to_come_tells_nothing(shown: Watched) -> None:
    assert shown.grid is not None
    hover(shown, shown.grid.cell(day(-1)).center().toPoint())

    assert shown.told == ""


def test_the_bubble_stays_within_the_map(shown: Watched, theme: Theme) -> None:
    ground = theme.colour(Role.TEXT)
    for days_ago in (0, 5, 350, 354):
        hover(shown, shown.place(days_ago))
        image = pixels(shown)
        assert count(image, ground) > 800
        assert count(edges(image), ground) < 30


def edges(image: QImage) -> QImage:
    return image.copy(0, 0, 1, image.height())


def test_other_weeks_do_not_tell_a_day_that_is_gone(shown: Watched) -> None:
    hover(shown, shown.place(350))
    shown.show_weeks(heat_map({}, TODAY + timedelta(weeks=60)))

    assert shown.told == ""
    assert shown.accessibleName() == "Days"
    pixels(shown)


def test_a_press_chooses_a_day_and_a_second_gives_it_back(shown: Watched) -> None:
    before = pixels(shown)
    shown.press(8)
    assert (shown.chosen, shown.told_days) == (day(8), [day(8)])
    # The other days step back.
    shown.leaveEvent(QEvent(QEvent.Type.Leave))
    assert different(before, pixels(shown)) > 5_000

    shown.press(30)
    shown.press(30)

    assert (shown.chosen, shown.told_days) == (None, [day(8), day(30), None])


def test_a_day_without_practice_cannot_be_chosen(shown: Watched) -> None:
    shown.press(9)
    QTest.mouseClick(shown, Qt.MouseButton.RightButton, pos=shown.place(8))
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))

    assert (shown.chosen, shown.told_days) == (None, [])


def test_a_day_without_practice_ends_the_choice(shown: Watched) -> None:
    shown.press(8)
    shown.press(9)

    assert (shown.chosen, shown.told_days) == (None, [day(8), None])


def test_keys_lead_on_from_a_day_that_was_pressed(shown: Watched) -> None:
    shown.press(8)
    hover(shown, shown.place(8))
    pressed = shown.told
    shown.keys(Key.Key_Right)

    assert shown.told != pressed


def test_a_day_can_be_chosen_without_a_signal(shown: Watched) -> None:
    shown.set_chosen(day(8))

    assert (shown.chosen, shown.told_days) == (day(8), [])


# --- the keyboard ---


@pytest.mark.parametrize(
    ("keys", "days_ago"),
    [
        ((), 0),
        ((Key.Key_Up,), 1),
        ((Key.Key_Left,), 7),
        ((Key.Key_Left, Key.Key_Down), 6),
        ((Key.Key_Left, Key.Key_Left, Key.Key_Right), 7),
        # Beyond the last day there is none.
        ((Key.Key_Right,), 0),
        ((Key.Key_Down,), 0),
        ((Key.Key_Home,), 362),
        ((Key.Key_Home, Key.Key_Left), 362),
        ((Key.Key_Home, Key.Key_Up), 362),
        ((Key.Key_Home, Key.Key_End), 0),
    ],
)
def test_the_arrows_go_from_day_to_day(
    shown: Watched, keys: tuple[Qt.Key, ...], days_ago: int
) -> None:
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    shown.keys(*keys)

    assert shown.told.split()[0] == str(day(days_ago))
    assert shown.accessibleName() == f"Days: {shown.told}"


def test_enter_chooses_the_day_and_gives_it_back(shown: Watched) -> None:
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    shown.keys(Key.Key_Up, Key.Key_Return)
    assert shown.chosen == day(1)

    shown.keys(Key.Key_Space, Key.Key_Up, Key.Key_Enter)
    assert (shown.chosen, shown.told_days) == (None, [day(1), None])


def test_where_the_keyboard_is_there_is_a_ring(shown: Watched, theme: Theme) -> None:
    ring = theme.colour(Role.FOCUS)
    assert count(pixels(shown), ring) == 0

    shown.setFocus(Qt.FocusReason.TabFocusReason)
    assert count(pixels(shown), ring) > 40

    shown.press(8)
    assert count(pixels(shown), ring) == 0

    shown.keys(Key.Key_Up)
    assert count(pixels(shown), ring) > 40
    shown.clearFocus()
    assert count(pixels(shown), ring) == 0


def test_another_key_is_left_to_others(shown: Watched) -> None:
    for key, taken in ((Key.Key_Escape, False), (Key.Key_X, False), (Key.Key_Up, True)):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        shown.keyPressEvent(event)

        assert event.isAccepted() is taken


def test_new_days_leave_the_keyboard_where_it_was(shown: Watched) -> None:
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    shown.keys(Key.Key_Left)
    shown.show_weeks(heat_map({}, TODAY))
    assert shown.told.startswith(str(day(7)))

    shown.show_weeks(heat_map({}, TODAY + timedelta(weeks=60)))
    assert shown.told.startswith(str(TODAY + timedelta(weeks=60)))
