"""What every chart can do: point by mouse and by key, tell it, and follow the theme."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kneegui.domain.settings import ThemeChoice
from kneegui.ui.charts.bar_plot import BarPlot
from kneegui.ui.charts.marks import Bar, BarPart, Stop
from kneegui.ui.charts.plot_items import AxisNames
from kneegui.ui.charts.scales import Period, count_scale
from kneegui.ui.theme.roles import Role
from tests.support.pixels import count, different, pixels
from tests.ui.stage import Stage

PERIOD = Period(first=date(2026, 8, 31), last=date(2026, 11, 22), by_weeks=True)
WEEKS = 12
RIGHT_MARGIN = 18
DOWN = QPoint(0, 60)
"""From the middle of a chart into its bars."""


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


def turn_wheel(plot: BarPlot) -> QWheelEvent:
    """Turns the wheel over a chart, and gives what became of it."""
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
    return turn


def test_the_wheel_scrolls_the_page(plot: BarPlot) -> None:
    assert not turn_wheel(plot).isAccepted()


def test_what_is_scrolled_away_from_the_pointer_is_not_pointed_at(
    plot: BarPlot, stage: Stage
) -> None:
    hover(plot, place(plot, 4))

    turn_wheel(plot)
    assert plot.at == -1

    plot.setFocus(Qt.FocusReason.TabFocusReason)
    stage.key(Qt.Key.Key_Home)
    hover(plot, place(plot, 4))
    turn_wheel(plot)
    assert plot.at == 0


def test_a_chart_asks_for_no_more_room_than_at_first(plot: BarPlot, stage: Stage) -> None:
    wanted = plot.sizeHint()

    stage.theme.set_text_percent(150)
    stage.resize(1100, 700)
    stage.theme.set_text_percent(100)
    stage.settle()

    assert plot.sizeHint() == wanted


def test_nothing_is_seen_through_a_pale_bar(plot: BarPlot) -> None:
    pale = BarPart(value=120.0, role=Role.PRIMARY, alpha=0.4)
    plot.show_bars([Bar(x=7 * 5 + 3.5, parts=(pale,), words="")], 7)
    plot.set_axes(PERIOD, count_scale(120))
    picture, middle = pixels(plot), place(plot, 5)

    colours = {picture.pixelColor(middle.x(), y).rgb() for y in range(80, 240)}

    assert len(colours) == 1


def test_the_number_of_the_bar_that_is_pointed_at_stays_readable(plot: BarPlot) -> None:
    parts = (BarPart(value=60.0, role=Role.PRIMARY, alpha=0.4),)
    bars = [Bar(x=7 * week + 3.5, parts=parts, words="60") for week in range(WEEKS)]
    plot.show_bars(bars, 7)
    plot.set_axes(PERIOD, count_scale(120))
    picture = pixels(plot)
    ink, bar = plot.theme.colour(Role.TEXT_SECOND), picture.pixelColor(place(plot, 5) + DOWN)
    inked, filled = count(picture, ink), count(picture, bar)

    plot.point(5)
    picture = pixels(plot)

    assert 0 < count(picture, ink) < inked
    # The bar keeps its colour, and the others have become paler.
    assert picture.pixelColor(place(plot, 5) + DOWN) == bar
    assert count(picture, bar) < filled / 6


def test_parts_side_by_side_stand_on_zero(plot: BarPlot) -> None:
    roles = (Role.RELEASE_SOLID, Role.STRETCH_SOLID)
    parts = [
        BarPart(value=value, role=role) for value, role in zip((120.0, 60.0), roles, strict=True)
    ]
    heights: dict[bool, list[int]] = {}
    for beside in (True, False):
        bar = Bar(x=7 * 5 + 3.5, parts=parts, words="", beside=beside)
        assert bar.value == (120 if beside else 180)
        plot.show_bars([bar], 7)
        plot.set_axes(PERIOD, count_scale(180))
        heights[beside] = [lowest(pixels(plot), plot.theme.colour(role)) for role in roles]

    assert heights[True][0] == heights[True][1]
    assert heights[False][0] > heights[False][1] + 30


def lowest(picture: QImage, colour: QColor) -> int:
    """Gives the lowest line with a colour in it."""
    columns, lines = range(picture.width()), range(picture.height())
    return max(y for y in lines for x in columns if picture.pixelColor(x, y).rgb() == colour.rgb())


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_first_day_that_is_named_has_its_month(
    plot: BarPlot, stage: Stage, monkeypatch: pytest.MonkeyPatch, percent: int
) -> None:
    painted: list[str] = []
    paint = AxisNames.drawPicture

    def listen(axis: AxisNames, p: Any, line: Any, ticks: Any, names: Any) -> None:
        painted[:] = [words for _, _, words in names]
        paint(axis, p, line, ticks, names)

    # A Monday on the second day: half of its name stands beyond the end of the axis.
    first = date(2026, 8, 23)
    monkeypatch.setattr(AxisNames, "drawPicture", listen)
    stage.theme.set_text_percent(percent)
    plot.set_axes(Period(first=first, last=first + timedelta(days=40)), count_scale(9))
    plot.resize(900, 300)
    stage.settle()

    pixels(plot)

    # Where there is less room, every other Monday is named.
    assert painted[0] in ("24 Aug", "31 Aug")


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
