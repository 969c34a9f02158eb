"""The check-in, and the routine suggested now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.content import Content
from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.red_zone import RED_FROM, suggested_in_red_zone
from kneegui.domain.routine import Routine
from kneegui.domain.session import Side
from kneegui.player.duration import planned_seconds
from kneegui.ui.pictures import Pictures
from kneegui.ui.session_words import count_exercises, side_word
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize
from kneegui.ui.widgets.card import Card, Rule
from kneegui.ui.widgets.fact import Fact
from kneegui.ui.widgets.film_strip import FilmStrip, Frame
from kneegui.ui.widgets.flow_layout import FlowLayout
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.note import Note, NoteKind
from kneegui.ui.widgets.pain_scale import PainScale
from kneegui.ui.widgets.reason_line import ReasonLine
from kneegui.ui.widgets.segmented import Segmented
from kneegui.ui.widgets.split_line import SplitLine
from kneegui.ui.widgets.stage_picture import StagePicture
from kneegui.ui.words import dose_line, equipment_line, minutes

_PICTURE_FROM = 560
_PICTURE_SHARE = 0.44


class TodayHero(Card):
    """One card: how the knee is, what is suggested, and Start.

    Signals:
        start_wanted: Start was pressed.
        choose_wanted: another routine is to be chosen.
        suggested: key of the routine that is suggested now.
    """

    start_wanted = Signal()
    choose_wanted = Signal()
    suggested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        content: Content,
        pictures: Pictures,
        pace: PlayerSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, margins=(24, 16, 24, 18), gap=14, parent=parent)
        self._content = content
        self._pace = pace
        self._usual: Routine | None = None
        self._usual_reason = ""
        self._routine: Routine | None = None
        question = self.tr("How is the knee right now?")
        self._scale = PainScale(theme, question, parent=self)
        self._side: Side | None = None
        self._sides = Segmented(
            theme,
            self.tr("Which knee"),
            {side.value: side_word(side) for side in (Side.LEFT, Side.RIGHT, Side.BOTH)},
            "",
            self,
        )
        self._caution = Note(
            theme,
            NoteKind.CAUTION,
            self.tr("No strength or running today"),
            self.tr(
                "A pain of 6 or more before starting is in the red zone. An easy walk, gentle "
                "rolling away from the knee, or rest fits better today."
            ),
            self.tr("This is a suggestion. You decide."),
            parent=self,
        )
        self._caution.hide()
        self._title = Label(theme, "", 38, 750, wrap=True, parent=self)
        self._reason = ReasonLine(theme, "info-fill", self)
        self._needs = Label(theme, "", 14, 450, Role.TEXT_SECOND, wrap=True, parent=self)
        self._facts = QWidget(self)
        self._fact_row = FlowLayout(16, self._facts)
        self._start = Button(
            theme,
            self.tr("Start"),
            icon="play-fill",
            kind=ButtonKind.PRIMARY,
            size=ButtonSize.EXTRA_LARGE,
            parent=self,
        )
        self._choose = Button(
            theme,
            self.tr("Choose another"),
            kind=ButtonKind.GHOST,
            size=ButtonSize.LARGE,
            parent=self,
        )
        self._picture = StagePicture(theme, pictures, self)
        self._strip = FilmStrip(theme, pictures, self)
        self._lay_out(question)
        self._scale.chosen.connect(self._on_pain_chosen)
        self._sides.chosen.connect(self._on_side_chosen)
        self._start.clicked.connect(self.start_wanted)
        self._choose.clicked.connect(self.choose_wanted)

    @property
    def pain(self) -> int | None:
        """The pain that was chosen."""
        return self._scale.value

    @property
    def is_red(self) -> bool:
        """True while the pain that was chosen is in the red zone."""
        return self.pain is not None and self.pain >= RED_FROM

    @property
    def routine(self) -> Routine | None:
        """What is suggested now; None until something was."""
        return self._routine

    @property
    def side(self) -> Side | None:
        """The knee that was chosen."""
        return self._side

    def clear_pain(self) -> None:
        """Asks anew how the knee is."""
        self._scale.set_value(None)
        self._show_suggestion()

    def choose_side(self, side: Side) -> None:
        """Chooses a knee, as it was last time."""
        self._side = side
        self._sides.set_value(side.value)

    def set_pace(self, pace: PlayerSettings) -> None:
        """Tells how long the routine takes at another pace."""
        self._pace = pace
        if self._routine is not None:
            self._show_facts(self._routine)

    def show_routine(self, routine: Routine, reason: str) -> None:
        """Suggests a routine, and says why; at a pain in the red zone another one takes its place.

        Args:
            routine: what to do at a pain that allows it.
            reason: why just this one; empty to say nothing.
        """
        self._usual, self._usual_reason = routine, reason
        self._show_suggestion()

    def set_picture_height(self, pixels: int) -> None:
        """Gives the large picture at least so much height."""
        self._picture.setMinimumHeight(pixels)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _show_suggestion(self) -> None:
        """Shows what fits the pain that was told."""
        pain, red = self.pain, self.is_red
        self._caution.setVisible(red)
        if self._usual is None:
            return
        routine, reason = self._usual, self._usual_reason
        if red:
            exercises, programmes = self._content.exercise_by_id, self._content.programmes
            routine = suggested_in_red_zone(routine, programmes, exercises) or routine
            reason = self.tr("Pain {pain} now. From {red} on: gentle rolling at most, or rest.")
            reason = reason.format(pain=pain, red=RED_FROM)
        self._reason.set_text(reason)
        self._reason.setVisible(bool(reason))
        if routine is not self._routine:
            self._routine = routine
            self._show_routine(routine)
        self.suggested.emit(routine.key)

    def _show_routine(self, routine: Routine) -> None:
        exercises = self._content.exercise_by_id
        first = exercises[routine.items[0].exercise]
        self._title.setText(routine.title)
        self._show_facts(routine)
        self._needs.setText(equipment_line(routine, exercises))
        self._picture.show_exercise(first.id, first.name)
        self._strip.set_frames(
            [
                Frame(
                    exercise=exercise.id,
                    goal=exercise.goal,
                    name=exercise.name,
                    line=dose_line(exercise, item.dose),
                )
                for item in routine.items
                for exercise in (exercises[item.exercise],)
            ]
        )

    def _fit(self) -> None:
        margins = self.column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        self._picture.setVisible(room >= self.theme.length(_PICTURE_FROM))
        self._picture.setFixedWidth(max(0, round(room * _PICTURE_SHARE)))

    def _lay_out(self, question: str) -> None:
        theme = self.theme
        asked = Label(theme, question, 15, 650, wrap=False, parent=self)
        check_in = QVBoxLayout()
        check_in.setSpacing(10)
        check_in.addWidget(SplitLine(asked, self._sides, parent=self))
        check_in.addWidget(self._scale)
        self.column.addLayout(check_in)
        self.column.addWidget(self._caution)
        self.column.addWidget(Rule(theme, self))
        words = QVBoxLayout()
        words.setSpacing(0)
        suggested = Label(theme, self.tr("Suggested now"), 13, 600, Role.TEXT_SECOND, parent=self)
        words.addWidget(suggested)
        words.addWidget(self._title)
        words.addSpacing(6)
        words.addWidget(self._reason, 0, Qt.AlignmentFlag.AlignLeft)
        words.addSpacing(12)
        words.addWidget(self._facts)
        words.addSpacing(6)
        words.addWidget(self._needs)
        words.addStretch(1)
        words.addSpacing(14)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._start)
        buttons.addWidget(self._choose)
        buttons.addStretch(1)
        words.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(words, 1)
        row.addWidget(self._picture)
        self.column.addLayout(row)
        self.column.addWidget(self._strip)

    def _show_facts(self, routine: Routine) -> None:
        seconds = sum(planned_seconds(routine, self._content.exercise_by_id, self._pace))
        facts = (
            ("clock", minutes(seconds)),
            ("list-bullets", count_exercises(len(routine.items))),
        )
        while (item := self._fact_row.takeAt(0)) is not None:
            old = item.widget()
            assert old is not None
            old.hide()
            old.deleteLater()
        for icon, text in facts:
            self._fact_row.addWidget(Fact(self.theme, icon, text, self._facts))

    def _on_pain_chosen(self, _pain: int) -> None:
        self._show_suggestion()

    def _on_side_chosen(self, side: str) -> None:
        self._side = Side(side)
