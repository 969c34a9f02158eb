"""What stands beside the check-in once there are sessions: the week, and the pain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.progress.days import first_recent_day
from kneegui.progress.pain_trend import pain_course
from kneegui.ui.session_line import SessionLine, local_day
from kneegui.ui.session_words import pain_change, short_day, weekday, weekday_letter
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.trend_words import course_ends, course_verdict
from kneegui.ui.widgets.card import Card
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.pain_disc import PainDisc
from kneegui.ui.widgets.pain_trend import PainRow, PainTrend
from kneegui.ui.widgets.week_strip import DayMark, WeekDay, WeekStrip

_SIDE_BY_SIDE_FROM = 620
_EARLIER_SHOWN = 4


class TodayAside(QWidget):
    """Two cards, below each other or side by side; each is there only with something to show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._week = WeekStrip(theme)
        self._days = Label(theme, "", 13, 500, Role.TEXT_SECOND)
        self._disc = PainDisc(theme, 46)
        self._trend = Label(theme, "", 14, 600, wrap=True)
        self._last = Label(theme, "", 13, 450, Role.TEXT_SECOND, wrap=True)
        self._ends = Label(theme, "", 13, 450, Role.TEXT_SECOND, wrap=True)
        self._earlier = PainTrend(theme)
        self._week_card = self._card(self.tr("This week"), self._days)
        self._week_card.column.addWidget(self._week)
        self._pain_card = self._card(self.tr("Pain after a session"))
        latest = QHBoxLayout()
        latest.setSpacing(14)
        latest.addWidget(self._disc)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._trend)
        words.addWidget(self._last)
        latest.addLayout(words, 1)
        self._pain_card.column.addLayout(latest)
        self._pain_card.column.addWidget(self._ends)
        self._pain_card.column.addWidget(self._earlier)
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(14)
        self._cards.addWidget(self._week_card, 1, Qt.AlignmentFlag.AlignTop)
        self._cards.addWidget(self._pain_card, 1, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._fit)

    def show_sessions(self, today: date, sessions: Sequence[SessionLine]) -> bool:
        """Shows the week and the pain of these sessions; gives False if there is none at all."""
        done = {local_day(session) for session in sessions if session.done_steps}
        self._week_card.setVisible(bool(done))
        if done:
            self._show_week(today, done)
        answered = [session for session in sessions if session.pain_after is not None]
        answered.sort(key=lambda session: session.started_at.utc)
        self._pain_card.setVisible(bool(answered))
        if answered:
            self._show_course(today, answered)
            self._show_pain(answered[: -_EARLIER_SHOWN - 2 : -1])
        return bool(done or answered)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        wide = self.width() >= self._theme.length(_SIDE_BY_SIDE_FROM)
        direction = QBoxLayout.Direction
        self._cards.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _card(self, title: str, at_end: QWidget | None = None) -> Card:
        card = Card(self._theme, margins=(20, 16, 20, 16), gap=12, parent=self)
        head = QHBoxLayout()
        head.addWidget(Label(self._theme, title, 15, 650), 1)
        if at_end is not None:
            head.addWidget(at_end)
        card.column.addLayout(head)
        return card

    def _show_week(self, today: date, done: set[date]) -> None:
        days = week_of(today, done)
        self._week.set_days([self._week_day(day, mark, today) for day, mark in days])
        count = sum(mark is DayMark.DONE for _, mark in days)
        text = self.tr("{n} day") if count == 1 else self.tr("{n} days")
        self._days.setText(text.format(n=count) if count else "")

    def _week_day(self, day: date, mark: DayMark, today: date) -> WeekDay:
        told = {
            DayMark.DONE: self.tr("{day} done"),
            DayMark.MISSED: self.tr("{day} no session"),
            DayMark.AHEAD: self.tr("{day} ahead"),
            DayMark.BEFORE: self.tr("{day} before the first session"),
        }[mark]
        if day == today:
            told = self.tr("today done") if mark is DayMark.DONE else self.tr("today open")
        return WeekDay(
            letter=weekday_letter(day),
            told=told.format(day=weekday(day)),
            mark=mark,
            is_today=day == today,
        )

    def _show_course(self, today: date, oldest_first: Sequence[SessionLine]) -> None:
        told = ((local_day(session), session.pain_after) for session in oldest_first)
        first = first_recent_day(today)
        course = pain_course((day, pain) for day, pain in told if day >= first)
        self._trend.setVisible(course is not None)
        self._ends.setVisible(course is not None)
        if course is not None:
            self._trend.setText(course_verdict(course, today))
            self._ends.setText(course_ends(course))

    def _show_pain(self, latest_first: Sequence[SessionLine]) -> None:
        latest = latest_first[0]
        assert latest.pain_after is not None
        self._disc.set_pain(latest.pain_after, pain_change(None, latest.pain_after))
        if latest.pain_before is None:
            text = self.tr("After {after}, {day}")
        else:
            text = self.tr("Before {before}, after {after}, {day}")
        self._last.setText(
            text.format(
                before=latest.pain_before,
                after=latest.pain_after,
                day=short_day(local_day(latest)),
            )
        )
        self._earlier.set_rows(
            [
                PainRow(
                    day=short_day(local_day(session)),
                    before=session.pain_before,
                    after=session.pain_after,
                )
                for session in latest_first[1:]
            ]
        )


def week_of(today: date, done: set[date]) -> list[tuple[date, DayMark]]:
    """Gives the days of this week, Monday first, and how each stands.

    Args:
        today: the user's local day.
        done: the days with a session, of this week and before.
    """
    monday = today - timedelta(days=today.weekday())
    return [(day, _mark(day, today, done)) for day in (monday + timedelta(n) for n in range(7))]


def _mark(day: date, today: date, done: set[date]) -> DayMark:
    if day in done:
        return DayMark.DONE
    if day >= today:
        return DayMark.AHEAD
    return DayMark.MISSED if day > min(done) else DayMark.BEFORE
