"""A question with a scale below it, and the way to take the answer back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.button import Button, ButtonKind, ButtonSize
from kneegui.ui.widgets.effort_scale import EffortScale
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.pain_scale import PainScale


class Answer(QWidget):
    """One number or none.

    A number that the scale shows by a word for several stays as it was until another is chosen.
    """

    def __init__(
        self,
        theme: Theme,
        question: str,
        scale: PainScale | EffortScale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scale = scale
        self._value: int | None = None
        self._clear = Button(
            theme, self.tr("Clear"), kind=ButtonKind.LINK, size=ButtonSize.SMALL, parent=self
        )
        self._clear.setAccessibleName(self.tr("Clear: {question}").format(question=question))
        policy = self._clear.sizePolicy()
        # Its place is kept free, so that nothing moves when a number is chosen.
        policy.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(policy)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(theme, question, 14.5, 650, wrap=True, parent=self), 1)
        head.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(scale)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        scale.chosen.connect(self._on_chosen)
        self._clear.clicked.connect(self._on_clear)

    @property
    def value(self) -> int | None:
        """The number that holds."""
        return self._value

    @property
    def scale(self) -> PainScale | EffortScale:
        """What the number is chosen on."""
        return self._scale

    def set_value(self, value: int | None) -> None:
        """Makes a number hold, or none."""
        self._value = value
        self._scale.set_value(value)
        self._clear.setVisible(value is not None)

    def _on_chosen(self, value: int) -> None:
        self._value = value
        self._clear.show()

    def _on_clear(self) -> None:
        self.set_value(None)
        self._scale.setFocus()
