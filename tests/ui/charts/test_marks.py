"""What stands on a chart: lines with honest gaps, bands, bars, plans, the best."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneegui.ui.charts.bar_plot import BarPlot
from kneegui.ui.charts.line_plot import LinePlot
from kneegui.ui.charts.marks import (
    Bar,
    BarPart,
    LineMark,
    MonthMark,
    PainBand,
    PainMark,
    Stop,
)
from kneegui.ui.charts.pain_plot import PainPlot
from kneegui.ui.charts.plot import Plot
from kneegui.ui.charts.scales import Period, Scale, count_scale
from kneegui.ui.theme.roles import Role
from tests.support.pixels import count, different, pixels
from tests.ui.stage import Stage

MONTH = Period(first=date(2026, 11, 1), last=date(2026, 11, 28))
PAINS = Scale(low=0, high=10, ticks=())


def put(stage: Stage, plot: Plot, width: int = 660) -> None:
    """Shows a chart in a window of its own."""
    page = QWidget()
    QVBoxLayout(page).addWidget(plot)
    stage.show(page, (width, 320))


def pain(stage: Stage, sessions: Sequence[PainMark], joined: Sequence[Sequence[int]]) -> PainPlot:
    plot = PainPlot(stage.theme, "Pain")
    plot.set_axes(MONTH, PAINS, room=(0.5, 0.5))
    plot.show_sessions(sessions, joined, None)
    put(stage, plot)
    return plot


def inked(plot: Plot, role: Role = Role.PRIMARY) -> int:
    return count(pixels(plot), plot.theme.colour(role))


FAR = [PainMark(x=2, before=None, after=5), PainMark(x=26, before=None, after=5)]


def test_a_line_joins_only_what_it_is_told_to(stage: Stage) -> None:
    plot = pain(stage, FAR, [[0], [1]])
    apart = inked(plot)

    plot.show_sessions(FAR, [[0, 1]], None)
    plot.set_stops([])

    # The line is as long as most of the chart.
    assert inked(plot) - apart > 400


def test_before_is_a_ring_and_after_a_dot(stage: Stage) -> None:
    before = pain(stage, [PainMark(x=14, before=6, after=None)], [])
    assert inked(before) == 0
    assert inked(before, Role.TEXT_THIRD) > 8
    stage.end_page()

    after = pain(stage, [PainMark(x=14, before=None, after=6)], [[0]])
    assert inked(after) > 30


def test_a_session_without_an_answer_leaves_the_chart_empty(stage: Stage) -> None:
    empty = pain(stage, [], [])
    picture = pixels(empty)
    empty.show_sessions([PainMark(x=14, before=None, after=None)], [], None)
    empty.set_stops([])

    assert different(picture, pixels(empty)) == 0


def test_the_band_lies_half_a_point_round_its_pains(stage: Stage) -> None:
    plot = pain(stage, [], [])
    bare = pixels(plot)

    plot.show_sessions([], [], PainBand(low=4, high=6))
    plot.set_stops([])

    rows = changed_rows(bare, pixels(plot))
    # Eleven points are 100 %: the band is three of them high.
    height = plot.height() - plot.theme.length(24) - plot.theme.length(6)
    assert len(rows) == pytest.approx(height * 3 / 11, abs=2)
    assert rows[0] - plot.theme.length(6) == pytest.approx(height * 4 / 11, abs=2)


def test_a_session_that_is_pointed_at_is_larger(stage: Stage) -> None:
    plot = pain(stage, FAR, [[0], [1]])
    plot.set_stops([Stop(x=mark.x, words="") for mark in FAR])
    small = inked(plot)

    plot.point(1)

    assert inked(plot) > small + 20


def test_many_sessions_are_drawn_smaller(stage: Stage) -> None:
    few = inked(pain(stage, [PainMark(x=14, before=None, after=5)], [[0]]))
    stage.end_page()
    crowd = [PainMark(x=0.2 * n, before=None, after=5) for n in range(140)]

    alone = pain(stage, crowd, [])
    many = inked(alone)

    assert many < 140 * few / 3


def months(stage: Stage, width: int = 660) -> PainPlot:
    plot = PainPlot(stage.theme, "Pain")
    plot.set_axes(Period(first=date(2026, 1, 1), last=date(2026, 12, 31)), PAINS, (0.5, 0.5))
    marks = [MonthMark(x=15 + 30 * n, middle=4) for n in range(12)]
    sessions = [PainMark(x=3.0 * n, before=1, after=8) for n in range(120)]
    plot.show_months(marks, sessions, [range(12)], None)
    plot.set_stops([Stop(x=mark.x, words="") for mark in marks])
    put(stage, plot, width)
    return plot


def test_months_have_every_session_behind_them(stage: Stage) -> None:
    plot = months(stage)
    picture = pixels(plot)
    height = plot.height() - plot.theme.length(30)

    at_eight = plot.theme.length(6) + round(height * (10.5 - 8) / 11)
    behind = [picture.pixelColor(x, at_eight) for x in range(60, plot.width() - 40)]
    faint = sum(colour.lightness() < 240 for colour in behind)

    assert faint > 200
    assert inked(plot) > 450


def test_the_month_that_is_pointed_at_is_larger(stage: Stage) -> None:
    plot = months(stage)
    small = inked(plot)

    plot.point(3)

    assert inked(plot) > small


def test_close_months_are_a_line_without_dots(stage: Stage) -> None:
    ink = stage.theme.colour(Role.PRIMARY)
    wide = dots_in(pixels(months(stage)), ink)
    stage.end_page()

    narrow = dots_in(pixels(months(stage, 180)), ink)

    assert wide >= 10
    assert narrow == 0


def dots_in(picture: QImage, ink: QColor) -> int:
    """Counts the places where a horizontal line is thicker than a line."""
    tall = [
        sum(picture.pixelColor(x, y) == ink for y in range(picture.height())) >= 4
        for x in range(picture.width())
    ]
    return sum(now and not before for before, now in zip([False, *tall], tall, strict=False))


def bars(stage: Stage, plan: float | None = None, words: str = "", width: int = 660) -> BarPlot:
    plot = BarPlot(stage.theme, "Minutes")
    parts = (
        BarPart(value=20, role=Role.RELEASE_SOLID),
        BarPart(value=40, role=Role.STRETCH_SOLID),
    )
    plot.set_axes(MONTH, count_scale(100), room=(0, 10))
    plot.show_bars(
        [Bar(x=3.5 + 7 * n, parts=parts, words=words, is_now=n == 3) for n in range(4)], 7, plan
    )
    plot.set_stops([Stop(x=3.5 + 7 * n, words="") for n in range(4)])
    put(stage, plot, width)
    return plot


def test_the_parts_of_a_bar_share_its_height(stage: Stage) -> None:
    plot = bars(stage)

    low, high = inked(plot, Role.RELEASE_SOLID), inked(plot, Role.STRETCH_SOLID)

    assert high / low == pytest.approx(2, abs=0.15)
    assert low > 4 * 30 * 30


def test_the_other_bars_fade_while_one_is_pointed_at(stage: Stage) -> None:
    plot = bars(stage)
    all_of_them = inked(plot, Role.RELEASE_SOLID)

    plot.point(2)

    assert inked(plot, Role.RELEASE_SOLID) == pytest.approx(all_of_them / 4, rel=0.1)


def test_a_plan_is_a_line_across(stage: Stage) -> None:
    plain = bars(stage)
    without = pixels(plain)
    stage.end_page()
    planned = bars(stage, plan=90)

    rows = changed_rows(without, pixels(planned))

    assert 1 <= len(rows) <= 4


def test_a_number_is_printed_where_there_is_room(stage: Stage) -> None:
    ink = stage.theme.colour(Role.TEXT)
    wide = count(pixels(bars(stage, words="60")), ink)
    stage.end_page()

    narrow = count(pixels(bars(stage, words="60", width=150)), ink)

    assert wide > 5
    assert narrow == 0


def test_a_bar_of_nothing_is_nothing(stage: Stage) -> None:
    plot = bars(stage)
    plot.show_bars([Bar(x=3.5, parts=(), words="")], 7)
    plot.set_stops([])

    assert inked(plot, Role.RELEASE_SOLID) == 0


def line(stage: Stage, *marks: LineMark, best: tuple[int, str] | None = None) -> LinePlot:
    plot = LinePlot(stage.theme, "Clamshell")
    plot.set_axes(MONTH, count_scale(20), room=(1, 3))
    plot.show_line(marks, [[number] for number in range(len(marks))], best)
    plot.set_stops([Stop(x=mark.x, words="") for mark in marks])
    put(stage, plot)
    return plot


def test_a_session_is_a_dot_and_one_that_hurt_has_a_ring(stage: Stage) -> None:
    plot = line(stage, LineMark(x=3, y=10), LineMark(x=20, y=12, hurt=True))

    assert inked(plot) > 60
    assert inked(plot, Role.DANGER) > 10


def test_a_line_joins_sessions(stage: Stage) -> None:
    plot = line(stage, LineMark(x=3, y=10), LineMark(x=20, y=10))
    apart = inked(plot)

    plot.show_line([LineMark(x=3, y=10), LineMark(x=20, y=10)], [[0, 1]])
    plot.set_stops([])

    assert inked(plot) > apart + 250


@pytest.mark.parametrize("x", [0.0, 14.0, 28.0])
def test_the_best_carries_its_words_inside_the_chart(stage: Stage, x: float) -> None:
    plain = line(stage, LineMark(x=x, y=10))
    without = pixels(plain)
    stage.end_page()

    named = pixels(line(stage, LineMark(x=x, y=10), best=(0, "2 × 10")))

    assert count(named, stage.theme.colour(Role.TEXT)) > count(
        without, stage.theme.colour(Role.TEXT)
    )
    ink = [x for x in range(named.width()) if has_changed(without, named, x)]
    assert 25 < ink[-1] - ink[0] < 60


@pytest.mark.parametrize("percent", [100, 200])
def test_the_names_of_lines_stand_beside_all_of_them(stage: Stage, percent: int) -> None:
    stage.theme.set_text_percent(percent)
    marks = [LineMark(x=x, y=10 + 0.2 * line, line=line) for x in (20, 28) for line in range(3)]
    plot = line(stage, *marks)
    names = [(3, "Cool-down"), (4, "Roll four"), (5, "A routine with quite a long name")]

    plot.show_line(marks, [[0, 3], [1, 4], [2, 5]], names=names)
    plot.set_stops([])
    stage.settle()
    picture = pixels(plot)

    across, down = inked_box(picture, plot.theme.colour(Role.TEXT_SECOND))
    assert across[0] > plot.box.right()
    assert across[1] < picture.width()
    # Each has a line of its own, though the values are nearly the same.
    assert down[1] - down[0] > 2 * stage.theme.length(16)


def inked_box(picture: QImage, colour: QColor) -> tuple[tuple[int, int], tuple[int, int]]:
    """Gives from where to where a colour is, across and down."""
    found = [
        (x, y)
        for y in range(picture.height())
        for x in range(picture.width())
        if picture.pixel(x, y) == colour.rgb()
    ]
    across, down = zip(*found, strict=True)
    return (min(across), max(across)), (min(down), max(down))


def changed_rows(one: QImage, other: QImage) -> list[int]:
    """Gives the lines of two pictures that differ in their middle."""
    x = one.width() // 2 - 20
    return [y for y in range(one.height()) if one.pixelColor(x, y) != other.pixelColor(x, y)] or [
        y for y in range(one.height()) if one.pixelColor(x + 9, y) != other.pixelColor(x + 9, y)
    ]


def has_changed(one: QImage, other: QImage, x: int) -> bool:
    return any(one.pixelColor(x, y) != other.pixelColor(x, y) for y in range(one.height()))
