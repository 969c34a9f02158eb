"""What else can be done today: a few other programmes, where the window is high enough."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneegui.domain.content import Content
from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.routine import Routine
from kneegui.player.duration import planned_seconds
from kneegui.ui.pictures import Pictures
from kneegui.ui.session_words import count_exercises
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.routine_tile import RoutineTile
from kneegui.ui.words import minutes

_SHOWN = 4


class TodayOthers(QWidget):
    """The programmes beside the one that is suggested, the first of them.

    Signals:
        routine_wanted: key of the one that was pressed.
    """

    routine_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        content: Content,
        pictures: Pictures,
        pace: PlayerSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._pace = pace
        self._routines: list[Routine] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(theme, self.tr("Or choose one of these"), 15, 650))
        row = QHBoxLayout()
        row.setSpacing(14)
        self._tiles = [RoutineTile(theme, pictures, self) for _ in range(_SHOWN)]
        for place, tile in enumerate(self._tiles):
            row.addWidget(tile, 1)
            tile.clicked.connect(lambda _on, place=place: self._on_clicked(place))
        column.addLayout(row)

    def show_beside(self, suggested: str) -> None:
        """Shows the programmes without the one that is suggested, told by its key."""
        others = [each for each in self._content.programmes if each.key != suggested]
        self._routines = others[:_SHOWN]
        exercises = self._content.exercise_by_id
        for place, tile in enumerate(self._tiles):
            tile.setVisible(place < len(self._routines))
        for tile, routine in zip(self._tiles, self._routines, strict=False):
            time = minutes(sum(planned_seconds(routine, exercises, self._pace)))
            line = "  ·  ".join((time, count_exercises(len(routine.items))))
            tile.show_routine(routine.title, line, routine.items[0].exercise)

    def set_pace(self, pace: PlayerSettings, suggested: str) -> None:
        """Tells how long they take at another pace."""
        self._pace = pace
        self.show_beside(suggested)

    def _on_clicked(self, place: int) -> None:
        self.routine_wanted.emit(self._routines[place].key)
