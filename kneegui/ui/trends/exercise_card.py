"""One exercise over time: how much, how long held, at what effort."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.domain.session_head import SessionHead
from kneegui.progress.exercise_progress import ExercisePoint, Unit, best, longest_hold
from kneegui.progress.gaps import unbroken
from kneegui.ui.charts.library import ChartLibrary
from kneegui.ui.charts.marks import LineMark, Stop, Stretches
from kneegui.ui.charts.scales import count_scale
from kneegui.ui.models.number_model import NumberTable
from kneegui.ui.session_words import count_sessions, short_dated
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.trend_words import dose_told, exercise_told, hold_told
from kneegui.ui.trends.span import sessions_period
from kneegui.ui.trends.trend_card import TrendCard
from kneegui.ui.widgets.chart_legend import ChartLegend, Entry, Sign
from kneegui.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from kneegui.ui.charts.line_plot import LinePlot


class Measure(StrEnum):
    """What of an exercise is drawn."""

    AMOUNT = "amount"
    HOLD = "hold"
    EFFORT = "effort"


class ExerciseCard(TrendCard):
    """A dot for each session in which something of the exercise was done."""

    def __init__(
        self, theme: Theme, library: ChartLibrary | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, library, parent)
        self._plot: LinePlot | None = None
        self._points: Sequence[ExercisePoint] = ()
        self._heads: Mapping[str, SessionHead] = {}
        self._left_out: Sequence[ExercisePoint] = ()
        self._has_choice = False
        self._first = self._today = date.min
        self._measure = Measure.AMOUNT
        self._choice = Segmented(
            theme,
            self.tr("Show"),
            {
                Measure.AMOUNT: self.tr("Amount"),
                Measure.HOLD: self.tr("Hold"),
                Measure.EFFORT: self.tr("Effort"),
            },
            Measure.AMOUNT,
        )
        self._choice.chosen.connect(self._on_chosen)
        self._legend = ChartLegend(theme)
        self.set_head(self.tr("Exercise"), self._choice, self._legend)

    def show_exercise(
        self,
        title: str,
        points: Sequence[ExercisePoint],
        heads: Mapping[str, SessionHead],
        first: date,
        today: date,
        left_out: Sequence[ExercisePoint] = (),
    ) -> None:
        """Shows an exercise.

        Args:
            title: its name.
            points: its sessions, the oldest first.
            heads: session -> its head.
            first: the first day of the period.
            today: the user's local day.
            left_out: its sessions in which it was counted otherwise and cannot be compared.
        """
        self._points, self._heads, self._left_out = points, heads, left_out
        self._first, self._today = first, today
        self.set_title(title)
        has_hold = longest_hold(points) is not None
        offered = {
            # One hold a session is no amount: how long it was tells more.
            Measure.AMOUNT: not has_hold or any(point.done > 1 for point in points),
            Measure.HOLD: has_hold,
            Measure.EFFORT: any(heads[point.session_id].effort is not None for point in points),
        }
        for measure, is_offered in offered.items():
            self._choice.set_offered(measure, is_offered)
        self._has_choice = sum(offered.values()) > 1
        if not offered[self._measure]:
            self._measure = Measure.AMOUNT if offered[Measure.AMOUNT] else Measure.HOLD
            self._choice.set_value(self._measure)
        self.refresh()

    @override
    def refresh(self) -> None:
        self._legend.set_entries(self._entries())
        super().refresh()

    @override
    def show_view(self) -> None:
        super().show_view()
        if not self._has_choice:
            self._choice.hide()

    @override
    def make_plot(self, parent: QWidget) -> LinePlot:
        from kneegui.ui.charts.line_plot import LinePlot

        self._plot = LinePlot(self.theme, self.title, parent)
        return self._plot

    @override
    def draw(self) -> None:
        assert self._plot is not None
        period = sessions_period(self._first, self._points[0].day, self._today)
        values = [self._value(point) for point in self._points]
        shown = [
            (point, value)
            for point, value in zip(self._points, values, strict=True)
            if value is not None
        ]
        points = [point for point, _ in shown]
        routines = enumerate(self._by_routine(points))
        line_of = {number: line for line, numbers in routines for number in numbers}
        marks = [
            LineMark(
                x=period.place(point.day) + 0.5,
                y=value,
                hurt=point.stopped or bool(point.pain),
                line=line_of[number],
            )
            for number, (point, value) in enumerate(shown)
        ]
        joined = self._joined(points)
        highest = 10 if self._measure is Measure.EFFORT else max(mark.y for mark in marks)
        scale = count_scale(highest)
        self._plot.show_line(marks, joined, self._best(points), self._names(points))
        self._plot.set_axes(period, scale, room=(scale.high * 0.05, scale.high * 0.16))
        self._plot.set_stops(
            [
                Stop(x=mark.x, words=self._point_told(point))
                for mark, (point, _) in zip(marks, shown, strict=True)
            ]
        )

    @override
    def nothing(self) -> str:
        return "" if self._points else self.tr("Exercises show here after a session.")

    @override
    def told(self, number: int) -> str:
        if number >= 0:
            assert self._plot is not None
            return self._plot.stops[number].words
        return ", ".join(filter(None, (self._measure_told(), self._left_out_told())))

    def _measure_told(self) -> str:
        """Gives the whole of what is drawn in short; of an amount the longest hold too."""
        longest = longest_hold(self._points)
        hold = "" if longest is None else hold_told(longest.hold_s or 0)
        match self._measure:
            case Measure.AMOUNT:
                most = best(self._points)
                assert most is not None
                told = self.tr("Best {dose} on {day}").format(
                    dose=dose_told(most), day=short_dated(most.day, self._today)
                )
                more = self.tr("{told}, longest hold {hold}, the way in and out included")
                return more.format(told=told, hold=hold) if hold else told
            case Measure.HOLD:
                return self.tr("Longest hold {hold}, the way in and out included").format(hold=hold)
            case Measure.EFFORT:
                return self._effort_told()

    def _effort_told(self) -> str:
        """Gives between what the efforts are, and the latest; of none it is the best."""
        efforts = [effort for point in self._points if (effort := self._value(point)) is not None]
        low, high = min(efforts), max(efforts)
        if low == high:
            return self.tr("Effort {n}").format(n=low)
        text = self.tr("Effort {low} to {high}, the latest {latest}")
        return text.format(low=low, high=high, latest=efforts[-1])

    def _left_out_told(self) -> str:
        if not self._left_out:
            return ""
        if self._points[-1].unit is Unit.REPS:
            text = self.tr("not shown: {sessions} counted in seconds")
        elif _are_holds(self._left_out):
            text = self.tr("not shown: {sessions} counted in holds")
        else:
            text = self.tr("not shown: {sessions} counted in reps")
        return text.format(sessions=count_sessions(len(self._left_out)))

    @override
    def table(self) -> NumberTable:
        heads = (
            self.tr("Session"),
            self.tr("Done per side"),
            self.tr("Longest hold"),
            self.tr("Effort of the session"),
            self.tr("Pain"),
        )
        return NumberTable(heads=heads, rows=[self._row(point) for point in self._points])

    def _row(self, point: ExercisePoint) -> Sequence[str]:
        head = self._heads[point.session_id]
        session = self.tr("{day}, {title}").format(
            day=short_dated(point.day, self._today), title=head.title
        )
        pain = "–" if point.pain is None else str(point.pain)
        if point.stopped:
            pain = self.tr("{pain}, stopped").format(pain=pain)
        return (
            session,
            dose_told(point),
            "–" if point.hold_s is None else hold_told(point.hold_s),
            "–" if head.effort is None else str(head.effort),
            pain,
        )

    def _value(self, point: ExercisePoint) -> int | None:
        match self._measure:
            case Measure.AMOUNT:
                return point.done
            case Measure.HOLD:
                return point.hold_s
            case Measure.EFFORT:
                return self._heads[point.session_id].effort

    def _point_told(self, point: ExercisePoint) -> str:
        head = self._heads[point.session_id]
        return exercise_told(point, head.title, head.effort, self._today)

    def _joined(self, points: Sequence[ExercisePoint]) -> Stretches:
        """Gives what a line joins: sessions of one routine, since routines ask for other doses."""
        return [
            [numbers[place] for place in stretch]
            for numbers in self._by_routine(points)
            for stretch in unbroken(points[number].day for number in numbers)
        ]

    def _by_routine(self, points: Sequence[ExercisePoint]) -> Collection[Sequence[int]]:
        """Gives the numbers of the sessions of each routine."""
        routines: dict[str, list[int]] = {}
        for number, point in enumerate(points):
            routines.setdefault(self._heads[point.session_id].routine, []).append(number)
        return routines.values()

    def _names(self, points: Sequence[ExercisePoint]) -> Sequence[tuple[int, str]]:
        """Gives the last session of each routine with its title, where there are several."""
        routines = self._by_routine(points)
        if len(routines) == 1:
            return ()
        last = [numbers[-1] for numbers in routines]
        return [(number, self._heads[points[number].session_id].title) for number in last]

    def _best(self, points: Sequence[ExercisePoint]) -> tuple[int, str] | None:
        match self._measure:
            case Measure.AMOUNT:
                most = best(points)
                words = "" if most is None else dose_told(most)
            case Measure.HOLD:
                most = longest_hold(points)
                words = "" if most is None else hold_told(most.hold_s or 0)
            case Measure.EFFORT:
                most, words = None, ""
        return None if most is None else (points.index(most), words)

    def _entries(self) -> Sequence[Entry]:
        if not self._points:
            return ()
        words = {
            Measure.AMOUNT: self._amount_word(),
            Measure.HOLD: self.tr("seconds of the longest hold"),
            Measure.EFFORT: self.tr("effort of the whole session, 0 to 10"),
        }[self._measure]
        if len(self._by_routine(self._points)) > 1:
            words = self.tr("{measure}, a line for each routine").format(measure=words)
        entries: list[Entry] = [(Sign.DOT, Role.PRIMARY, words)]
        if any(point.stopped or point.pain for point in self._points):
            entries.append((Sign.RING, Role.DANGER, self.tr("it hurt")))
        return entries

    def _amount_word(self) -> str:
        if self._points[-1].unit is Unit.SECONDS:
            return self.tr("seconds per side")
        if _are_holds(self._points):
            return self.tr("holds per side")
        return self.tr("reps per side")

    def _on_chosen(self, value: str) -> None:
        self._measure = Measure(value)
        self.refresh()


def _are_holds(points: Sequence[ExercisePoint]) -> bool:
    return all(point.is_holds for point in points)
