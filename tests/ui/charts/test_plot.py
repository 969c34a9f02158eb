"""What every chart can do: point by mouse and by key, tell it, and follow the theme."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kneegui.domain.settings import ThemeChoice
from kneegui.ui.charts.bar_plot import BarPlot
from kneegui.ui.charts.marks import Bar, BarPart, Stop
from kneegui.ui.charts.scales import Period, count_scale
from kneegui.ui.theme.roles import Role
from tests.support.pixels import count, different, pixels
from tests.ui.stage import Stage

PERIOD = Period(first=date(2026, 8, 31), last=date(2026, 11, 22), by_weeks=True)
WEEKS = 12
RIGHT_MARGIN = 18


@pytest.fixture
def plot(stage: Stage) -> BarPlot:
    """Gives twelve bars of 10 to 120 that can be pointed at, in a window of 600 by 300."""
    plot = BarPlot(stage.theme, "Minutes")
    bars = [
        Bar(
            x=7 * number + 3.5,
            parts=(BarPart(value=10.0 * (number + 1), role=Role.PRIMARY),),
            words="",
        )
        for number in range(WEEKS)
    ]
    plot.show_bars(bars, 7)
    plot.set_axes(PERIOD, count_scale(120))
    plot.set_stops([Stop(x=bar.x, words=f"Week {n}") for n, bar in enumerate(bars)])
    page = QWidget()
    QVBoxLayout(page).addWidget(plot)
    stage.show(page, (660, 300))
    return plot


def place(plot: BarPlot, week: float) -> QPoint:
    """Gives the point in the middle of a week's bar."""
    left = 4 + plot.theme.length(8) + 22
    across = (plot.width() - left - RIGHT_MARGIN) / WEEKS
    return QPoint(round(left + across * (week + 0.5)), plot.height() // 2)


def hover(plot: BarPlot, point: QPoint) -> None:
    """Moves the pointer there, wherever it was."""
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        plot.viewport().mapToGlobal(QPointF(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(plot.viewport(), move)


def told(plot: BarPlot) -> list[int]:
    numbers: list[int] = []
    plot.pointed.connect(numbers.append)
    return numbers


@pytest.mark.parametrize("week", [0, 5, 11])
def test_the_pointer_leads_to_the_nearest_point(plot: BarPlot, week: int) -> None:
    hover(plot, place(plot, week))

    assert plot.at == week


def test_beyond_the_ends_the_pointer_leads_to_the_first_and_last(plot: BarPlot) -> None:
    hover(plot, QPoint(1, 50))
    assert plot.at == 0

    hover(plot, QPoint(plot.width() - 2, 50))
    assert plot.at == WEEKS - 1


def test_a_press_points_as_well(plot: BarPlot) -> None:
    numbers = told(plot)

    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place(plot, 3))

    assert numbers == [3]


def test_each_point_is_told_once(plot: BarPlot) -> None:
    numbers = told(plot)

    for week in (2, 2.2, 3):
        hover(plot, place(plot, week))

    assert numbers == [2, 3]


def test_when_the_pointer_leaves_nothing_is_pointed_at(plot: BarPlot) -> None:
    hover(plot, place(plot, 4))
    numbers = told(plot)

    QApplication.sendEvent(plot, QEvent(QEvent.Type.Leave))

    assert numbers == [-1]
    assert plot.accessibleName() == "Minutes"


def test_a_chart_without_points_points_at_none(plot: BarPlot) -> None:
    plot.set_stops([])

    hover(plot, place(plot, 4))
    QTest.keyClick(plot, Qt.Key.Key_Left)

    assert plot.at == -1


def test_arrow_keys_go_from_point_to_point(plot: BarPlot, stage: Stage) -> None:
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    keys = Qt.Key
    visited: list[int] = []

    for key in (
        keys.Key_Left,
        keys.Key_Left,
        keys.Key_Right,
        keys.Key_Right,
        keys.Key_Home,
        keys.Key_Left,
        keys.Key_PageDown,
        keys.Key_PageDown,
        keys.Key_PageUp,
        keys.Key_End,
    ):
        stage.key(key)
        visited.append(plot.at)

    assert visited == [11, 10, 11, 11, 0, 0, 10, 11, 1, 11]


def test_a_key_tells_the_point_to_a_screen_reader(plot: BarPlot, stage: Stage) -> None:
    plot.setFocus(Qt.FocusReason.TabFocusReason)

    stage.key(Qt.Key.Key_Home)

    assert plot.accessibleName() == "Minutes: Week 0"


def test_what_a_key_led_to_stays_while_the_pointer_passes(plot: BarPlot, stage: Stage) -> None:
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    stage.key(Qt.Key.Key_Home)

    hover(plot, place(plot, 7))
    assert plot.at == 7
    QApplication.sendEvent(plot, QEvent(QEvent.Type.Leave))

    assert plot.at == 0


def test_without_the_keyboard_all_is_as_before(plot: BarPlot, stage: Stage) -> None:
    before = pixels(plot)
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    stage.key(Qt.Key.Key_Home)
    assert different(before, pixels(plot)) > 500

    plot.clearFocus()
    stage.settle()

    assert plot.at == -1
    assert plot.accessibleName() == "Minutes"
    assert different(before, pixels(plot)) == 0


def test_the_ring_is_only_there_for_the_keyboard(plot: BarPlot, stage: Stage) -> None:
    ring = stage.theme.colour(Role.FOCUS)

    plot.setFocus(Qt.FocusReason.MouseFocusReason)
    assert count(pixels(plot), ring) == 0

    plot.clearFocus()
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    assert count(pixels(plot), ring) > 500


def test_other_keys_are_left_to_the_page(plot: BarPlot) -> None:
    heard: list[Qt.Key] = []

    class Page(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            heard.append(Qt.Key(event.key()))

    page = Page()
    plot.setParent(page)
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    plot.setParent(None)
    page.deleteLater()
    plot.deleteLater()

    assert heard == [Qt.Key.Key_Escape]


def test_the_wheel_scrolls_the_page(plot: BarPlot) -> None:
    here = QPointF(100, 100)
    turn = QWheelEvent(
        here,
        here,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(plot.viewport(), turn)

    assert not turn.isAccepted()


def test_a_chart_follows_the_theme(plot: BarPlot, stage: Stage) -> None:
    light = stage.theme.colour(Role.PRIMARY)
    assert count(pixels(plot), light) > 5000

    stage.theme.choose(ThemeChoice.DARK)
    stage.settle()
    dark = pixels(plot)

    assert count(dark, light) == 0
    assert count(dark, stage.theme.colour(Role.PRIMARY)) > 5000
    assert count(dark, stage.theme.colour(Role.SURFACE)) > 20000


def test_fewer_days_are_named_where_text_is_larger(plot: BarPlot, stage: Stage) -> None:
    small = pixels(plot)

    stage.theme.set_text_percent(200)
    stage.settle()

    assert columns_of_words(small) == 6
    assert columns_of_words(pixels(plot)) <= 3


def test_more_days_are_named_in_a_wider_window(plot: BarPlot, stage: Stage) -> None:
    stage.resize(1100, 300)

    assert columns_of_words(pixels(plot)) == WEEKS


def columns_of_words(picture: QImage) -> int:
    """Counts the names of days, which are apart by more than their letters are."""
    lines = range(picture.height() - 16, picture.height())
    inked = [
        x
        for x in range(40, picture.width())
        if any(picture.pixelColor(x, y).lightness() < 160 for y in lines)
    ]
    return 1 + sum(right - left > 25 for left, right in pairwise(inked))


def test_another_name_is_told(plot: BarPlot) -> None:
    plot.set_name("Sessions")

    assert plot.accessibleName() == "Sessions"


def test_other_points_leave_nothing_pointed_at(plot: BarPlot) -> None:
    plot.point(4)

    plot.set_stops([Stop(x=3.5, words="One")])

    assert plot.at == -1
    assert [stop.words for stop in plot.stops] == ["One"]


def test_days_beyond_the_period_are_not_painted(plot: BarPlot) -> None:
    empty = Period(first=PERIOD.last + timedelta(days=1), last=PERIOD.last + timedelta(days=40))
    plot.set_axes(empty, count_scale(120))
    plot.show_bars([], 7)
    plot.set_stops([])

    assert count(pixels(plot), plot.theme.colour(Role.PRIMARY)) == 0
