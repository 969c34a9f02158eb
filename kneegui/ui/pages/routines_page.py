"""The programmes: what they hold, how long they take, what they need, where they come from."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.content import Content
from kneegui.domain.exercise import Goal
from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.routine import Routine
from kneegui.domain.session import Side
from kneegui.player.duration import planned_seconds
from kneegui.player.timeline import compile_timeline
from kneegui.ui.delegates.routine_delegate import RoutineDelegate
from kneegui.ui.models.roles import ROUTINE_ROLE
from kneegui.ui.models.routine_model import RoutineModel
from kneegui.ui.pages.routine_plan import RoutinePlan
from kneegui.ui.pictures import Pictures
from kneegui.ui.theme.goal_roles import GOAL_SOLID
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize
from kneegui.ui.widgets.card import Card
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.list_view import ThemedListView
from kneegui.ui.widgets.note import Note, NoteKind
from kneegui.ui.widgets.scrolling import Column, ColumnScroll
from kneegui.ui.widgets.segment_bar import SegmentBar
from kneegui.ui.widgets.share_legend import ShareLegend
from kneegui.ui.words import clock, equipment_line, goal_word, minutes

_LIST_WIDTH = 236
_LIST_WIDTH_NARROW = 204
_NARROW_BELOW = 1000 - 84
_CONTENT_MOST = 860
_SIDE = 26


class RoutinesPage(QWidget):
    """The list of programmes and, beside it, the chosen one.

    Signals:
        exercise_wanted: id of an exercise in the routine that was pressed.
        start_wanted: key of the routine that is to be played.
    """

    exercise_wanted = Signal(str)
    start_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        content: Content,
        pictures: Pictures,
        pace: PlayerSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = content
        self._pace = pace
        self._model = RoutineModel(content, pace, self)
        self._list = ThemedListView(theme, self.tr("Routines"), self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(RoutineDelegate(theme, self._list))
        self._title = Label(theme, "", 26, 700, wrap=True, parent=self)
        self._summary = Label(theme, "", 14, 400, Role.TEXT_SECOND, wrap=True, parent=self)
        self._total = Label(theme, "", 30, 700, tabular=True, parent=self)
        self._total_note = Label(theme, "", 13, 500, Role.TEXT_SECOND, wrap=True, parent=self)
        self._bar = SegmentBar(theme, 12, self)
        self._legend = ShareLegend(theme, self)
        self._needs = Label(theme, "", 14, 500, Role.TEXT_SECOND, wrap=True, parent=self)
        self._plan = RoutinePlan(theme, content, pictures, self)
        self._source = Label(theme, "", 13, 400, Role.TEXT_SECOND, wrap=True, parent=self)
        self._routine: Routine | None = None
        self._start = Button(
            theme,
            self.tr("Start"),
            icon="play-fill",
            kind=ButtonKind.PRIMARY,
            size=ButtonSize.LARGE,
            parent=self,
        )
        self._start.clicked.connect(self._on_start_clicked)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._notes = QVBoxLayout()
        self._note: Note | None = None
        self._left = QWidget(self)
        self._lay_out()
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._plan.exercise_wanted.connect(self.exercise_wanted)
        self._plan.row_reached.connect(self._on_row_reached)
        theme.changed.connect(self._fit)
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._fit()

    def show_routine(self, key: str) -> None:
        """Shows a routine by its key."""
        for row, routine in enumerate(self._content.programmes):
            if routine.key == key:
                self._list.setCurrentIndex(self._model.index(row, 0))

    def set_pace(self, pace: PlayerSettings) -> None:
        """Tells how long everything takes at another pace."""
        self._pace = pace
        self._model.set_pace(pace)
        if self._routine is not None:
            self._show_times(self._routine)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        left = QVBoxLayout(self._left)
        left.setContentsMargins(16, 20, 6, 12)
        left.setSpacing(2)
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 0, 8)
        head.setSpacing(10)
        head.addWidget(Label(self._theme, self.tr("Routines"), 26, 700))
        head.addWidget(Label(self._theme, self.tr("Built in"), 12.5, 600, Role.TEXT_THIRD))
        left.addLayout(head)
        left.addWidget(self._list, 1)
        inner = Column()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_SIDE, 22, _SIDE, 24)
        column.setSpacing(12)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._start, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._head)
        column.addWidget(self._summary)
        column.addWidget(self._time_card())
        column.addWidget(self._needs)
        self._notes.setSpacing(8)
        column.addLayout(self._notes)
        column.addWidget(self._plan)
        column.addWidget(self._source)
        column.addStretch(1)
        self._inner = inner
        middle = Card(self._theme, line=False, margins=(0, 0, 0, 0), radius=0, parent=self)
        self._scroll = ColumnScroll(self._theme, inner, middle)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle.column.addWidget(self._scroll)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(middle, 1)

    def _time_card(self) -> Card:
        card = Card(
            self._theme, fill=Role.INSET, line=False, margins=(18, 12, 18, 14), gap=9, parent=self
        )
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._total)
        line.addWidget(self._total_note, 1)
        card.column.addLayout(line)
        card.column.addWidget(self._bar)
        card.column.addWidget(self._legend)
        return card

    def _fit(self) -> None:
        narrow = self.width() < self._theme.length(_NARROW_BELOW)
        width = self._theme.length(_LIST_WIDTH_NARROW if narrow else _LIST_WIDTH)
        self._left.setFixedWidth(min(width, max(160, self.width() * 2 // 5)))
        self._inner.setMaximumWidth(self._theme.length(_CONTENT_MOST))
        # Start stands below the title where the line is too short for both.
        room = self.width() - self._left.width() - 2 * _SIDE - self._head.spacing()
        room -= self._scroll.verticalScrollBar().sizeHint().width()
        wish = self._title.minimumSizeHint().width() + self._start.sizeHint().width()
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if wish <= room else direction.TopToBottom)

    def _on_start_clicked(self) -> None:
        if self._routine is not None:
            self.start_wanted.emit(self._routine.key)

    def _on_current_changed(self, current: QModelIndex) -> None:
        routine: Routine | None = current.data(ROUTINE_ROLE)
        if routine is not None:
            self._show(routine)

    def _on_row_reached(self, place: QRect) -> None:
        row = place.translated(self._plan.pos())
        self._scroll.ensureVisible(row.center().x(), row.center().y(), 0, row.height())

    def _show(self, routine: Routine) -> None:
        self._routine = routine
        self._scroll.setAccessibleName(routine.title)
        self._title.setText(routine.title)
        self._summary.setText(routine.summary.text)
        self._needs.setText(equipment_line(routine, self._content.exercise_by_id))
        self._source.setText(self._source_words(routine))
        self._show_notes(routine)
        self._show_times(routine)
        self._fit()
        self._scroll.verticalScrollBar().setValue(0)

    def _show_times(self, routine: Routine) -> None:
        exercises = self._content.exercise_by_id
        # The side that Start on this page begins with.
        timeline = compile_timeline(routine, exercises, self._pace, Side.LEFT)
        seconds = [segment.seconds for segment in timeline.segments]
        goals = [exercises[item.exercise].goal for item in routine.items]
        shares = {
            goal: sum(s for s, g in zip(seconds, goals, strict=True) if g is goal)
            for goal in Goal
            if goal in goals
        }
        self._total.setText(clock(timeline.total))
        self._total_note.setText(self._total_words(routine, timeline.total))
        legend = [(GOAL_SOLID[g], goal_word(g), clock(s)) for g, s in shares.items()]
        self._legend.set_shares(legend)
        told = ", ".join(f"{word} {time}" for _, word, time in legend)
        segments = [(GOAL_SOLID[g], s) for g, s in zip(goals, seconds, strict=True)]
        self._bar.set_segments(segments, told)
        self._plan.show_routine(routine, timeline)

    def _total_words(self, routine: Routine, seconds: int) -> str:
        words = self.tr("with getting ready, rests and changes of side")
        exercises = self._content.exercise_by_id
        target = sum(planned_seconds(routine.built_up(), exercises, self._pace))
        if target != seconds:
            return self.tr("{words}; {time} once built up").format(
                words=words, time=minutes(target)
            )
        return words

    def _source_words(self, routine: Routine) -> str:
        articles = [self._content.article_by_id[source] for source in routine.sources]
        if not articles:
            return self.tr("Put together by us: {reason}").format(
                reason=routine.summary.basis.reason or ""
            )
        named = "; ".join(f"{art.id}, {art.author}: “{art.title}”" for art in articles)
        return self.tr("From {articles}").format(articles=named)

    def _show_notes(self, routine: Routine) -> None:
        if self._note is not None:
            self._notes.removeWidget(self._note)
            self._note.hide()
            self._note.deleteLater()
            self._note = None
        if routine.notes:
            lines = (note.text for note in routine.notes)
            heading = self.tr("Good to know")
            self._note = Note(self._theme, NoteKind.TIP, heading, *lines, parent=self._inner)
            self._notes.addWidget(self._note)
