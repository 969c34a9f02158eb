"""The filters of the catalogue: chips for goals and body areas, menus for the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from kneegui.catalogue.filtering import (
    NO_EQUIPMENT,
    ExerciseFilter,
    Facet,
    choice_counts,
    facet_options,
)
from kneegui.domain.content import Content
from kneegui.domain.exercise import BodyArea, EquipmentKind, Exercise, Goal, Position
from kneegui.ui.theme.goal_roles import GOAL_TEXT, GOAL_TINT
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.chip import Chip, MenuChip
from kneegui.ui.widgets.flow_layout import FlowLayout
from kneegui.ui.widgets.themed import PaintedWidget
from kneegui.ui.words import GOAL_ICON, area_word, equipment_word, goal_word, position_word


class FilterBar(QWidget):
    """A flowing row of chips; ``menus`` is a second row that may stand elsewhere.

    Signals:
        choice_toggled: a facet, a value of it, and whether it is chosen now.
    """

    choice_toggled = Signal(Facet, str, bool)

    def __init__(self, theme: Theme, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        exercises = content.exercises
        self._goals = {
            goal.value: Chip(
                theme,
                goal_word(goal),
                icon=GOAL_ICON[goal],
                ink=GOAL_TEXT[goal],
                tint=GOAL_TINT[goal],
            )
            for goal in Goal
        }
        areas = _areas(exercises)
        self._areas = {value: Chip(theme, words) for value, words in areas.items()}
        self._area_menu = MenuChip(theme, self.tr("Body area"), areas)
        self._menus = {
            Facet.BODY_AREA: self._area_menu,
            Facet.EQUIPMENT: MenuChip(theme, self.tr("Equipment"), _equipment(exercises)),
            Facet.POSITION: MenuChip(theme, self.tr("Position"), _positions(exercises)),
            Facet.SOURCE: MenuChip(theme, self.tr("Source"), _sources(content)),
        }
        self.menus = QWidget(self)
        self._lay_out(theme)
        self._connect()
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Shows the body areas as a menu, or as a chip each."""
        self._area_menu.setVisible(narrow)
        for chip in self._areas.values():
            chip.setVisible(not narrow)
        self.updateGeometry()

    def set_menus_inside(self, inside: bool) -> None:
        """Puts the menus among the chips, or into ``menus``."""
        for facet in (Facet.EQUIPMENT, Facet.POSITION, Facet.SOURCE):
            menu = self._menus[facet]
            (self._flow if inside else self._menu_row).addWidget(menu)
        self.menus.setVisible(not inside)
        # Where the chips break into rows it would stand at the end of one.
        self._divider.setVisible(not inside)
        self.updateGeometry()

    def show_filter(self, chosen: ExerciseFilter, exercises: Sequence[Exercise]) -> None:
        """Shows what is chosen, and at each choice how many exercises it would show."""
        for facet, chips in ((Facet.GOAL, self._goals), (Facet.BODY_AREA, self._areas)):
            counts = choice_counts(exercises, chosen, facet)
            values = chosen.chosen.get(facet, frozenset())
            for value, chip in chips.items():
                with QSignalBlocker(chip):
                    chip.setChecked(value in values)
                chip.set_count(counts[value])
        for facet, menu in self._menus.items():
            menu.set_chosen(chosen.chosen.get(facet, frozenset()))
            menu.set_counts(choice_counts(exercises, chosen, facet))

    def _lay_out(self, theme: Theme) -> None:
        self._flow = flow = FlowLayout(6, self)
        for chip in self._goals.values():
            flow.addWidget(chip)
        self._divider = _Divider(theme, self)
        flow.addWidget(self._divider)
        flow.addWidget(self._area_menu)
        for chip in self._areas.values():
            flow.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._menu_row = row = QHBoxLayout(self.menus)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for facet in (Facet.EQUIPMENT, Facet.POSITION, Facet.SOURCE):
            row.addWidget(self._menus[facet])

    def _connect(self) -> None:
        for facet, chips in ((Facet.GOAL, self._goals), (Facet.BODY_AREA, self._areas)):
            for value, chip in chips.items():
                # Not ``clicked``: a screen reader toggles.
                chip.toggled.connect(
                    lambda on, facet=facet, value=value: self.choice_toggled.emit(facet, value, on)
                )
        for facet, menu in self._menus.items():
            menu.choice_toggled.connect(
                lambda value, on, facet=facet: self.choice_toggled.emit(facet, value, on)
            )


class _Divider(PaintedWidget):
    """A short upright line between two groups of chips."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.follow(theme)

    @override
    def apply_theme(self) -> None:
        self.setFixedSize(1, self.theme.length(32))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box.adjusted(0, 6, 0, -6), self.theme.colour(Role.EDGE, 0.5))


def _areas(exercises: Sequence[Exercise]) -> Mapping[str, str]:
    options = facet_options(exercises, Facet.BODY_AREA)
    return {area.value: area_word(area) for area in BodyArea if area.value in options}


def _equipment(exercises: Sequence[Exercise]) -> Mapping[str, str]:
    options = facet_options(exercises, Facet.EQUIPMENT)
    kinds = [NO_EQUIPMENT, *(kind.value for kind in EquipmentKind)]
    return {kind: equipment_word(kind) for kind in kinds if kind in options}


def _positions(exercises: Sequence[Exercise]) -> Mapping[str, str]:
    options = facet_options(exercises, Facet.POSITION)
    return {place.value: position_word(place) for place in Position if place.value in options}


def _sources(content: Content) -> Mapping[str, str]:
    return {article.id: f"{article.id}  {article.author}" for article in content.articles}
