"""Everything the program knows about one exercise, in one column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneegui.domain.basis import Basis, Statement
from kneegui.domain.content import Content
from kneegui.domain.dose import ArticleDose, Dose
from kneegui.domain.exercise import Exercise, Neighbour, Sides
from kneegui.domain.timing import exercise_seconds
from kneegui.ui.figures import Figures
from kneegui.ui.pages.figure_panel import FigurePanel
from kneegui.ui.theme.goal_roles import GOAL_TEXT, GOAL_TINT
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.card import Card
from kneegui.ui.widgets.dose_table import SILENT, DoseTable
from kneegui.ui.widgets.dose_tiles import DoseTiles
from kneegui.ui.widgets.feel_scale import FeelScale
from kneegui.ui.widgets.flow_layout import FlowLayout
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.note import Note, NoteKind
from kneegui.ui.widgets.picture_tile import PictureTile
from kneegui.ui.widgets.scrolling import Column, ColumnScroll
from kneegui.ui.widgets.step_list import StepList
from kneegui.ui.widgets.tag import LinkTag, Tag
from kneegui.ui.words import (
    GOAL_ICON,
    area_word,
    clock,
    dose_line,
    duration,
    duration_range,
    equipment_word,
    goal_word,
    number_range,
    position_word,
    sides_word,
)


class ExerciseDetail(Card):
    """The pane beside the cards, or a page of its own where there is no room for both.

    Signals:
        exercise_wanted: id of the easier or harder exercise that was pressed.
        routine_wanted: key of the routine that was pressed.
    """

    exercise_wanted = Signal(str)
    routine_wanted = Signal(str)

    def __init__(
        self, theme: Theme, content: Content, figures: Figures, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, margins=(12, 10, 6, 4), gap=0, radius=16, parent=parent)
        self._content = content
        self._figures = figures
        self._exercise: Exercise | None = None
        self._scroll: ColumnScroll | None = None

    @property
    def exercise(self) -> Exercise | None:
        """The exercise that is shown."""
        return self._exercise

    def show_exercise(self, exercise: Exercise) -> None:
        """Shows another exercise from its top."""
        if exercise is self._exercise:
            return
        self._exercise = exercise
        column = Column()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(8, 8, 10, 20)
        layout.setSpacing(12)
        _DetailColumn(self, layout, self._content, self._figures).fill(exercise)
        layout.addStretch(1)
        old = self._scroll
        self._scroll = ColumnScroll(self.theme, column, self)
        self._scroll.setAccessibleName(exercise.name)
        self.column.addWidget(self._scroll)
        if old is not None:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()


class _DetailColumn:
    """Fills a column from top to bottom, one method a part."""

    def __init__(
        self, pane: ExerciseDetail, layout: QVBoxLayout, content: Content, figures: Figures
    ) -> None:
        self._pane = pane
        self._theme = pane.theme
        self._layout = layout
        self._content = content
        self._figures = figures
        self._tr = pane.tr

    def fill(self, exercise: Exercise) -> None:
        self._add_picture(exercise)
        self._add_tags(exercise)
        self._add_title(exercise)
        self._add_dose(exercise)
        self._add_feel(exercise)
        caution = self._tr("Take care")
        self._layout.addWidget(Note(self._theme, NoteKind.CAUTION, caution, exercise.caution.text))
        self._add_steps(exercise)
        self._add_cues(exercise)
        self._add_lines(self._tr("Common mistakes"), exercise.mistakes)
        stop = self._tr("When to stop")
        self._layout.addWidget(Note(self._theme, NoteKind.STOP, stop, exercise.stop.text))
        self._add_neighbours(exercise)
        self._add_purpose(exercise)
        self._add_equipment(exercise)
        self._add_sources(exercise)
        self._add_routines(exercise)

    def _add_picture(self, exercise: Exercise) -> None:
        panel = FigurePanel(self._theme, self._figures.frames, self._figures.turning)
        panel.show_exercise(exercise)
        self._layout.addWidget(panel)

    def _add_tags(self, exercise: Exercise) -> None:
        goal = Tag(
            self._theme,
            goal_word(exercise.goal),
            icon=GOAL_ICON[exercise.goal],
            ink=GOAL_TEXT[exercise.goal],
            tint=GOAL_TINT[exercise.goal],
        )
        words = [area_word(area) for area in exercise.body_areas]
        words += [equipment_word(thing.kind) for thing in exercise.equipment if not thing.optional]
        tags = [
            goal,
            *(Tag(self._theme, word) for word in (*words, position_word(exercise.position))),
        ]
        self._add_flow(tags)

    def _add_title(self, exercise: Exercise) -> None:
        box = QVBoxLayout()
        box.setSpacing(3)
        box.addWidget(Label(self._theme, exercise.name, 23, 700, wrap=True))
        if exercise.other_names:
            other = self._tr("Also called {names}").format(names=", ".join(exercise.other_names))
            box.addWidget(Label(self._theme, other, 13, 400, Role.TEXT_SECOND, wrap=True))
        self._layout.addLayout(box)

    def _add_dose(self, exercise: Exercise) -> None:
        tiles = DoseTiles(self._theme, self._tiles(exercise, exercise.start))
        self._layout.addWidget(tiles)
        if exercise.progresses:
            line = self._tr("Start here. Build up to {dose}: {time}.").format(
                dose=dose_line(exercise, exercise.target),
                time=clock(exercise_seconds(exercise, exercise.target)),
            )
        else:
            line = self._tr("Stay at this dose; it is not built up.")
        self._layout.addWidget(Label(self._theme, line, 13, 500, Role.TEXT_SECOND, wrap=True))
        if exercise.phases:
            pace = ", ".join(f"{phase.name.lower()} {phase.seconds} s" for phase in exercise.phases)
            text = self._tr("One repetition: {pace}").format(pace=pace)
            self._layout.addWidget(Label(self._theme, text, 13, 400, Role.TEXT_SECOND, wrap=True))

    def _tiles(self, exercise: Exercise, dose: Dose) -> list[tuple[str, str]]:
        sided = exercise.sides is not Sides.BOTH
        tiles = [(str(dose.sets), self._tr("set") if dose.sets == 1 else self._tr("sets"))]
        if dose.seconds is not None:
            tiles.append(
                (duration(dose.seconds), self._tr("a side") if sided else self._tr("a set"))
            )
        else:
            tiles.append((str(dose.reps), self._tr("reps a side") if sided else self._tr("reps")))
            if dose.hold_s is not None:
                tiles.append((duration(dose.hold_s), self._tr("hold")))
        if dose.sets > 1:
            tiles.append((duration(dose.rest_s), self._tr("rest")))
        tiles.append((clock(exercise_seconds(exercise, dose)), self._tr("total")))
        return tiles

    def _add_feel(self, exercise: Exercise) -> None:
        feel = exercise.feel
        self._add_heading(self._tr("How it should feel"))
        self._layout.addWidget(FeelScale(self._theme, feel.low, feel.high))
        text = self._tr("{low}–{high} of 10. {words}").format(
            low=feel.low, high=feel.high, words=feel.text
        )
        self._layout.addWidget(Label(self._theme, text, 13, 500, Role.TEXT_SECOND, wrap=True))

    def _add_steps(self, exercise: Exercise) -> None:
        self._add_heading(self._tr("Steps"))
        lines = [exercise.start_position.text, *(step.text for step in exercise.movement)]
        self._layout.addWidget(StepList(self._theme, lines))

    def _add_cues(self, exercise: Exercise) -> None:
        self._add_lines(self._tr("What the voice says"), exercise.cues)

    def _add_lines(self, heading: str, statements: tuple[Statement, ...]) -> None:
        self._add_heading(heading)
        lines = [statement.text for statement in statements]
        self._layout.addWidget(StepList(self._theme, lines, numbered=False))

    def _add_neighbours(self, exercise: Exercise) -> None:
        if exercise.easier is None and exercise.harder is None:
            return
        self._add_heading(self._tr("Easier and harder"))
        for neighbour, heading, icon in (
            (exercise.easier, self._tr("Easier"), "arrow-left-bold"),
            (exercise.harder, self._tr("Harder"), "arrow-right-bold"),
        ):
            if neighbour is not None:
                self._add_neighbour(neighbour, heading, icon)

    def _add_neighbour(self, neighbour: Neighbour, heading: str, icon: str) -> None:
        if neighbour.exercise is not None:
            name = self._content.exercise_by_id[neighbour.exercise].name
            tile = PictureTile(
                self._theme, self._figures.stills, neighbour.exercise, heading, icon, name
            )
            wanted = neighbour.exercise
            tile.clicked.connect(lambda: self._pane.exercise_wanted.emit(wanted))
            self._layout.addWidget(tile)
        if neighbour.text is not None:
            text = neighbour.text if neighbour.exercise else f"{heading}: {neighbour.text}"
            self._layout.addWidget(Label(self._theme, text, 13, wrap=True))

    def _add_purpose(self, exercise: Exercise) -> None:
        self._add_heading(self._tr("What it works on"))
        self._layout.addWidget(Label(self._theme, exercise.purpose.text, 14, wrap=True))
        muscles = self._tr("Muscles: {names}").format(names=", ".join(exercise.muscles))
        self._layout.addWidget(Label(self._theme, muscles, 13, 400, Role.TEXT_SECOND, wrap=True))

    def _add_equipment(self, exercise: Exercise) -> None:
        if not exercise.equipment:
            return
        self._add_heading(self._tr("Equipment"))
        lines: list[str] = []
        for thing in exercise.equipment:
            words = thing.text
            if thing.optional:
                words = self._tr("{thing} (if you like)").format(thing=words)
            if thing.alternatives:
                instead = "; ".join(_inside(way.text) for way in thing.alternatives)
                words = self._tr("{thing}. Instead: {instead}").format(
                    thing=words.rstrip("."), instead=instead
                )
            lines.append(words)
        self._layout.addWidget(StepList(self._theme, lines, numbered=False))

    def _add_sources(self, exercise: Exercise) -> None:
        self._add_heading(self._tr("From"))
        columns = [self._tr(word) for word in ("Source", "Sets", "Reps", "Hold", "Time")]
        rows = [self._article_row(dose) for dose in exercise.doses]
        start = self._tr("KneeGuide, start")
        rows.append((self._own_cells(start, exercise.start), self._reason(exercise.start.basis)))
        if exercise.progresses:
            target = self._tr("KneeGuide, target")
            cells = self._own_cells(target, exercise.target)
            rows.append((cells, self._reason(exercise.target.basis)))
        self._layout.addWidget(DoseTable(self._theme, columns, rows))
        counts = exercise.one_rep.text
        if sides_word(exercise.sides):
            counts = self._tr("{one_rep} Repetitions and times count for each side.").format(
                one_rep=counts
            )
        self._layout.addWidget(Label(self._theme, counts, 12.5, 400, Role.TEXT_SECOND, wrap=True))

    def _article_row(self, dose: ArticleDose) -> tuple[list[str], str]:
        article = self._content.article_by_id[dose.article]
        cells = [
            f"{article.id}  {article.author}",
            number_range(dose.sets) if dose.sets else SILENT,
            number_range(dose.reps) if dose.reps else SILENT,
            duration_range(dose.hold_s) if dose.hold_s else SILENT,
            duration_range(dose.seconds) if dose.seconds else SILENT,
        ]
        return cells, " ".join(filter(None, (f"“{article.title}”.", dose.note)))

    def _own_cells(self, name: str, dose: Dose) -> list[str]:
        return [
            name,
            str(dose.sets),
            str(dose.reps) if dose.reps is not None else SILENT,
            duration(dose.hold_s) if dose.hold_s is not None else SILENT,
            duration(dose.seconds) if dose.seconds is not None else SILENT,
        ]

    def _reason(self, basis: Basis) -> str:
        """Gives what a dose of ours rests on: articles, our reason, and the research."""
        parts: list[str] = []
        if basis.articles:
            parts.append(self._tr("As in {articles}.").format(articles=", ".join(basis.articles)))
        if basis.reason:
            own = (
                basis.reason
                if basis.articles
                else self._tr("Our default: {reason}").format(reason=basis.reason)
            )
            parts.append(own)
        cited = [self._content.evidence_by_id[name].citation for name in basis.evidence]
        if cited:
            parts.append(self._tr("See {citations}.").format(citations="; ".join(cited)))
        return " ".join(parts)

    def _add_routines(self, exercise: Exercise) -> None:
        routines = self._content.routines_with(exercise.id)
        if not routines:
            return
        self._add_heading(self._tr("Used in"))
        tags: list[QWidget] = []
        for routine in routines:
            tag = LinkTag(self._theme, routine.title)
            wanted = routine.key
            tag.clicked.connect(lambda _on=False, key=wanted: self._pane.routine_wanted.emit(key))
            tags.append(tag)
        self._add_flow(tags)

    def _add_heading(self, text: str) -> None:
        heading = Label(self._theme, text, 13, 650, Role.TEXT_SECOND)
        heading.setContentsMargins(0, 8, 0, 0)
        self._layout.addWidget(heading)

    def _add_flow(self, widgets: Sequence[QWidget]) -> None:
        host = QWidget()
        flow = FlowLayout(6, host)
        for widget in widgets:
            flow.addWidget(widget)
        self._layout.addWidget(host)


def _inside(sentence: str) -> str:
    """Gives a sentence as a part of another: no capital before, no full stop behind."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")
