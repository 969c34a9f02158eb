"""It hurts: how much, where, how, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QHBoxLayout, QWidget
from typing_extensions import override

from kneegui.domain.guidance import StopScope
from kneegui.player.pain import STOP_AT, PainReport
from kneegui.ui.dialogs.sheet import Sheet
from kneegui.ui.theme.roles import Role
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.big_choice import BigChoice
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize
from kneegui.ui.widgets.choice_group import choose
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.note import IconView
from kneegui.ui.widgets.pain_scale import PainScale
from kneegui.ui.widgets.segmented import Segmented
from kneegui.ui.widgets.split_line import SplitLine


class WayOn(Enum):
    """What the user wants to do."""

    GO_ON = "go-on"
    EASIER = "easier"
    SKIP = "skip"
    END = "end"


_UNANSWERED = ""

_SIGN_ENDS = {
    _UNANSWERED: None,
    "ache": None,
    "sharp": StopScope.EXERCISE,
    "numb": StopScope.EXERCISE,
    "dizzy": StopScope.SESSION,
}


_LOW_BELOW = 680


class PainSheet(Sheet):
    """Asks while the clock stands still.

    Nothing is answered beforehand, and no way is chosen before it is known how it hurts. From 6 on,
    and with a sign such as sharp pain, the exercise ends: going on is not offered then.
    Escape, or saying that it does not hurt, leads back to where the clock stands.

    Signals:
        answered: the report, and what the user wants to do.
    """

    answered = Signal(object, WayOn)

    _offered: Sequence[WayOn] = ()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._easier_line = ""
        self._wanted: WayOn | None = None
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconView(theme, "hand-palm-fill", Role.DANGER, 32))
        head.addWidget(
            Label(theme, self.tr("Stopped. Ease out of the position."), 24, 700, wrap=True), 1
        )
        self.column.addLayout(head)
        self.column.addWidget(Label(theme, self.tr("How strong is it now?"), 16, 600))
        self._scale = PainScale(theme, self.tr("Pain now"), 50)
        self.column.addWidget(self._scale)
        self._place_choice = Segmented(
            theme,
            self.tr("Where"),
            {
                "front": self.tr("Kneecap"),
                "outer": self.tr("Outer side"),
                "muscle": self.tr("Muscle only"),
                "elsewhere": self.tr("Elsewhere"),
            },
            _UNANSWERED,
            wraps=True,
        )
        self._sign_choice = Segmented(
            theme,
            self.tr("What it is like"),
            {
                "ache": self.tr("An ache"),
                "sharp": self.tr("Sharp or giving way"),
                "numb": self.tr("Numb"),
                "dizzy": self.tr("Dizzy, chest"),
            },
            _UNANSWERED,
            wraps=True,
        )
        self._chosen_place = self._sign = _UNANSWERED
        for words, choice in (
            (self.tr("Where is it?"), self._place_choice),
            (self.tr("What is it like?"), self._sign_choice),
        ):
            self.column.addWidget(SplitLine(Label(theme, words, 14, 600), choice, gap=6))
        self._ways = {
            WayOn.GO_ON: BigChoice(
                theme, self.tr("Go on"), self.tr("When it has settled."), "play-bold"
            ),
            WayOn.EASIER: BigChoice(
                theme, self.tr("Carry on in an easier way"), "", "arrow-left-bold"
            ),
            WayOn.SKIP: BigChoice(
                theme,
                self.tr("Skip this exercise today"),
                self.tr("The rest of the routine stays as it is."),
                "skip-forward-bold",
            ),
            WayOn.END: BigChoice(
                theme,
                self.tr("End the session"),
                self.tr("What you did so far is saved."),
                "stop-bold",
            ),
        }
        self._group = QButtonGroup(self)
        self._grid = QGridLayout()
        for way in self._ways.values():
            self._group.addButton(way)
            self._grid.addWidget(way)
        self._grid.setSpacing(12)
        self.column.addLayout(self._grid)
        self._advice = Label(theme, "", 14, 500, Role.DANGER, wrap=True)
        self._continue = Button(
            theme, self.tr("Continue"), kind=ButtonKind.PRIMARY, size=ButtonSize.LARGE
        )
        back = Button(
            theme, self.tr("It does not hurt"), kind=ButtonKind.GHOST, size=ButtonSize.LARGE
        )
        self.foot.addWidget(self._advice, 1)
        self.foot.addWidget(back)
        self.foot.addWidget(self._continue)
        self._scale.chosen.connect(self._on_changed)
        self._place_choice.chosen.connect(self._on_place_chosen)
        self._sign_choice.chosen.connect(self._on_sign_chosen)
        # Not ``buttonClicked``: a screen reader toggles.
        self._group.buttonToggled.connect(self._on_way_toggled)
        self._continue.clicked.connect(self._on_continue)
        back.clicked.connect(self.cancelled)
        self.cancelled.connect(self.close_sheet)

    def ask(self, easier: str) -> None:
        """Opens the sheet.

        Args:
            easier: the easier way in words; empty where there is none.
        """
        self._easier_line = easier
        self._ways[WayOn.EASIER].set_explanation(easier)
        self._scale.set_value(None)
        self._place_choice.set_value(_UNANSWERED)
        self._sign_choice.set_value(_UNANSWERED)
        self._chosen_place = self._sign = _UNANSWERED
        self._wanted = None
        self._on_changed()
        self.open(self._scale.first_cell)

    @property
    def report(self) -> PainReport:
        """What the user has answered so far."""
        return PainReport(
            number=self._scale.value, place=self._chosen_place, ends=_SIGN_ENDS[self._sign]
        )

    @override
    def _place(self) -> None:
        """Sets the ways below each other, two in a row where the window is low."""
        columns = 2 if self._under.height() < self.theme.length(_LOW_BELOW) else 1
        for number, way in enumerate(self._offered):
            self._grid.addWidget(self._ways[way], *divmod(number, columns))
        # The grid does not tell the column about it before the next event.
        self.column.invalidate()
        super()._place()

    def _on_place_chosen(self, place: str) -> None:
        self._chosen_place = place

    def _on_sign_chosen(self, sign: str) -> None:
        self._sign = sign
        self._on_changed()

    def _on_way_toggled(self, choice: QAbstractButton, on: bool) -> None:
        if on:
            self._wanted = next(way for way, each in self._ways.items() if each is choice)
            self._continue.setEnabled(True)

    def _on_changed(self) -> None:
        """Offers what the answers allow; what the user wants holds, else what is likely."""
        report = self.report
        allowed = {
            WayOn.GO_ON: not report.stops_exercise,
            WayOn.EASIER: bool(self._easier_line) and report.allows_easier,
            WayOn.SKIP: not report.stops_session,
            WayOn.END: True,
        }
        self._offered = [way for way in self._ways if allowed[way]]
        for way, choice in self._ways.items():
            choice.setVisible(allowed[way])
        wanted = self._wanted if self._wanted in self._offered else self._likely(report)
        choose(self._group, None if wanted is None else self._ways[wanted])
        self._continue.setEnabled(wanted is not None)
        self._advice.setText(self._advice_words(report))
        self._place()

    def _likely(self, report: PainReport) -> WayOn | None:
        """Gives the safest of the likely ways, None before it is known how it hurts."""
        if report.stops_session:
            return WayOn.END
        if report.stops_exercise:
            return WayOn.SKIP
        if report.number is None:
            return None
        return WayOn.EASIER if report.number >= 3 and self._easier_line else WayOn.GO_ON

    def _advice_words(self, report: PainReport) -> str:
        if report.stops_session:
            return self.tr("End here. With chest symptoms call the emergency number.")
        if report.number is not None and report.number >= STOP_AT:
            return self.tr("At 6 and more this exercise ends for today.")
        if report.ends is StopScope.EXERCISE:
            return self.tr("With this sign the exercise ends for today.")
        return ""

    def _on_continue(self) -> None:
        way = next(way for way, choice in self._ways.items() if choice.isChecked())
        self.close_sheet()
        self.answered.emit(self.report, way)
