"""The catalogue: search, filters, cards, and the chosen exercise beside them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kneegui.catalogue.filtering import ExerciseFilter, Facet
from kneegui.catalogue.search import ExerciseSearch
from kneegui.domain.content import Content
from kneegui.domain.exercise import Exercise
from kneegui.ui.delegates.exercise_delegate import ExerciseDelegate, card_height
from kneegui.ui.figures import Figures
from kneegui.ui.models.exercise_model import ExerciseFilterModel, ExerciseModel
from kneegui.ui.models.roles import EXERCISE_ROLE
from kneegui.ui.pages.exercise_detail import ExerciseDetail
from kneegui.ui.pages.filter_bar import FilterBar
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize
from kneegui.ui.widgets.empty_state import EmptyState
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.list_view import CardGrid
from kneegui.ui.widgets.search_box import SearchBox

_NARROW_BELOW = 1000 - 84
_MENUS_INSIDE_BELOW = 600
_CONTENT_MOST = 1450
"""A wider window gets wider margins: eyes need not travel further than this."""
_DETAIL_WIDTH = 384
_CARD_LEAST = 212


class ExercisesPage(QWidget):
    """All exercises; the detail stands beside the cards, or replaces them in a narrow window.

    Signals:
        routine_wanted: key of a routine the detail names.
    """

    routine_wanted = Signal(str)

    def __init__(
        self, theme: Theme, content: Content, figures: Figures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = content
        self._narrow = False
        self._search = ExerciseSearch(content.exercises)
        self._model = ExerciseFilterModel(ExerciseModel(content.exercises, self), self)
        self._box = SearchBox(theme, self.tr("Search exercises"), "Ctrl F", self)
        self._filters = FilterBar(theme, content, self)
        self._count = Label(theme, "", 13, 500, Role.TEXT_SECOND, parent=self)
        self._clear = Button(
            theme,
            self.tr("Clear filters"),
            kind=ButtonKind.LINK,
            size=ButtonSize.SMALL,
            parent=self,
        )
        self._grid = CardGrid(theme, self.tr("Exercises"), _CARD_LEAST, self)
        self._empty = EmptyState(
            theme,
            "magnifying-glass",
            self.tr("No exercise matches"),
            self.tr("Clear filters"),
            self,
        )
        self._detail = ExerciseDetail(theme, content, figures, self)
        self._back = Button(
            theme,
            self.tr("All exercises"),
            icon="arrow-left-bold",
            kind=ButtonKind.GHOST,
            parent=self,
        )
        self._grid.setModel(self._model)
        self._cards = ExerciseDelegate(theme, figures.stills, self._grid)
        self._grid.setItemDelegate(self._cards)
        figures.stills.arrived.connect(self._grid.viewport().update)
        self._lay_out()
        self._connect()
        self._on_theme_changed()
        self._apply(ExerciseFilter())
        # The cards are there at once; the detail and the pictures further down follow.
        QTimer.singleShot(0, self, self._fill_up)

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self._show_catalogue()
        self._box.take_focus()

    def search(self, text: str) -> None:
        """Searches for a few words as if they had been typed."""
        self._box.set_text(text)

    def show_exercise(self, exercise: str) -> None:
        """Shows one exercise, whatever was filtered before."""
        index = self._model.row_of(exercise)
        if not index.isValid():
            self._clear_filters()
            index = self._model.row_of(exercise)
        self._grid.setCurrentIndex(index)
        self._grid.scrollTo(index)
        self._open_detail()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_width()
        super().resizeEvent(event)

    def _fill_up(self) -> None:
        if not self._grid.currentIndex().isValid():
            self._grid.setCurrentIndex(self._model.index(0, 0))
        # Once the cards are painted, their size is known.
        QTimer.singleShot(0, self, self._read_ahead)

    def _read_ahead(self) -> None:
        ids = [exercise.id for exercise in self._content.exercises]
        self._cards.read_ahead(ids, self.devicePixelRatioF())

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(6, 0, 0, 0)
        header.addWidget(Label(self._theme, self.tr("Exercises"), 30, 700))
        header.addStretch(1)
        header.addWidget(self._box)
        counts = QHBoxLayout()
        counts.setContentsMargins(6, 0, 14, 0)
        counts.setSpacing(6)
        counts.addWidget(self._count)
        counts.addWidget(self._clear)
        counts.addStretch(1)
        counts.addWidget(self._filters.menus)
        self._results = QStackedWidget(self)
        self._results.addWidget(self._grid)
        self._results.addWidget(self._empty)
        cards = QVBoxLayout()
        cards.setSpacing(6)
        cards.addLayout(counts)
        cards.addWidget(self._results, 1)
        chips = QHBoxLayout()
        chips.setContentsMargins(6, 0, 0, 0)
        chips.addWidget(self._filters)
        self._body = QHBoxLayout()
        self._body.setSpacing(14)
        self._body.addLayout(cards, 1)
        self._catalogue = QWidget(self)
        column = QVBoxLayout(self._catalogue)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(header)
        column.addLayout(chips)
        column.addLayout(self._body, 1)
        self._single = QWidget(self)
        self._single_column = QVBoxLayout(self._single)
        self._single_column.setContentsMargins(6, 0, 6, 12)
        self._single_column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._views = QStackedWidget(self)
        self._views.addWidget(self._catalogue)
        self._views.addWidget(self._single)
        self._page = QVBoxLayout(self)
        self._page.addWidget(self._views)
        self._place_detail()

    def _connect(self) -> None:
        self._box.text_changed.connect(self._on_text_changed)
        self._box.left_down.connect(self._on_search_left)
        self._filters.choice_toggled.connect(self._on_choice_toggled)
        self._clear.clicked.connect(self._clear_filters)
        self._empty.action_wanted.connect(self._clear_filters)
        self._grid.selectionModel().currentChanged.connect(self._on_current_changed)
        self._grid.opened.connect(self._open_detail)
        self._detail.exercise_wanted.connect(self.show_exercise)
        self._detail.routine_wanted.connect(self.routine_wanted)
        self._back.clicked.connect(self._show_catalogue)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._single)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._show_catalogue)
        self._theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self._grid.set_cell_height(card_height(self._theme))
        self._fit_width()

    def _fit_width(self) -> None:
        narrow = self.width() < self._theme.length(_NARROW_BELOW)
        self._box.setFixedWidth(min(self._theme.length(300), self.width() * 11 // 24))
        self._filters.set_menus_inside(self.width() < self._theme.length(_MENUS_INSIDE_BELOW))
        spare = max(0, self.width() - self._theme.length(_CONTENT_MOST)) // 2
        margins = (14, 14, 8, 0) if narrow else (26 + spare, 22, 24 + spare, 0)
        self._page.setContentsMargins(*margins)
        self._detail.setMinimumWidth(0)
        self._detail.setMaximumWidth(16_777_215)
        if not narrow:
            self._detail.setFixedWidth(self._theme.length(_DETAIL_WIDTH))
        if narrow != self._narrow:
            self._narrow = narrow
            self._filters.set_narrow(narrow)
            self._place_detail()

    def _place_detail(self) -> None:
        """Puts the detail beside the cards, or onto a page of its own."""
        if self._narrow:
            self._single_column.addWidget(self._detail, 1)
        else:
            self._show_catalogue()
            self._body.addWidget(self._detail)
            self._body.setContentsMargins(0, 0, 0, 0)

    def _on_text_changed(self, text: str) -> None:
        found = self._search.find(text)
        self._apply(self._model.chosen.with_found(found))
        if found and self._detail.exercise is not None:
            # The best match is what was meant.
            self._grid.setCurrentIndex(self._model.index(0, 0))

    def _on_choice_toggled(self, facet: Facet, value: str, on: bool) -> None:
        self._apply(self._model.chosen.with_choice(facet, value, on))

    def _clear_filters(self) -> None:
        self._box.clear()
        self._apply(ExerciseFilter())

    def _apply(self, chosen: ExerciseFilter) -> None:
        self._model.set_filter(chosen)
        self._filters.show_filter(chosen, self._content.exercises)
        self._clear.setVisible(not chosen.is_empty)
        shown, total = self._model.rowCount(), len(self._content.exercises)
        text = (
            self.tr("{shown} of {total} exercises")
            if shown < total
            else self.tr("{total} exercises")
        )
        self._count.setText(text.format(shown=shown, total=total))
        self._results.setCurrentWidget(self._grid if shown else self._empty)
        if not shown:
            self._empty.say(self._why_empty())
        elif not self._grid.currentIndex().isValid() and self._detail.exercise is not None:
            self._grid.setCurrentIndex(self._model.index(0, 0))
        else:
            self._grid.scrollTo(self._grid.currentIndex())

    def _why_empty(self) -> str:
        text = self._box.text.strip()
        filtered = any(self._model.chosen.chosen.values())
        if text and filtered:
            return self.tr("Nothing fits “{text}” together with the filters.").format(text=text)
        if text:
            return self.tr("Nothing fits “{text}”.").format(text=text)
        return self.tr("No exercise has all that is chosen.")

    def _on_search_left(self) -> None:
        if self._model.rowCount():
            self._grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_current_changed(self, current: QModelIndex) -> None:
        exercise: Exercise | None = current.data(EXERCISE_ROLE)
        if exercise is not None:
            self._detail.show_exercise(exercise)

    def _open_detail(self) -> None:
        if self._narrow:
            self._views.setCurrentWidget(self._single)
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_catalogue(self) -> None:
        if self._views.currentWidget() is not self._catalogue:
            self._views.setCurrentWidget(self._catalogue)
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
