"""A player's page that plays by a clock the test moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.session import Side, StepKind
from kneegui.player.commands import Next
from kneegui.player.engine import Engine
from kneegui.player.states import State
from kneegui.player.timeline import compile_timeline
from kneegui.resource_files import resource_folder
from kneegui.ui.figures import Figures, open_figures
from kneegui.ui.pages.player_page import PlayerPage
from kneegui.ui.player_bridge import PlayerBridge
from kneegui.ui.theme.theme import Theme
from tests.support.manual_clock import ManualClock
from tests.support.shipped import shipped_content


@dataclass
class Player:
    """A page that plays by a clock the test moves."""

    page: PlayerPage
    bridge: PlayerBridge
    clock: ManualClock
    figures: Figures

    def pass_by(self, seconds: float) -> None:
        """Lets time pass, woken every second as the timer would."""
        while seconds > 0:
            part = min(1.0, seconds)
            self.clock.move(part)
            self.bridge.wake()
            seconds -= part

    def go_to(self, kind: StepKind) -> None:
        while self.bridge.engine.step.kind is not kind:
            assert self.bridge.handle(Next())

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.page, key)

    def button(self, name: str) -> QAbstractButton:
        found = [
            each
            for each in self.page.findChildren(QAbstractButton)
            if each.accessibleName() == name and each.isVisible()
        ]
        assert found, f"no button {name!r}"
        return found[0]

    @property
    def state(self) -> State:
        return self.bridge.engine.state


def player(
    qtbot: QtBot,
    theme: Theme,
    key: str = "strength-1",
    *,
    self_paced: bool = False,
    joined: Callable[[PlayerPage], object] | None = None,
) -> Player:
    """Gives a session that runs; ``joined`` is handed the page before it starts."""
    content = shipped_content()
    routine = next(each for each in content.programmes if each.key == key)
    figures = open_figures(resource_folder())
    figures.frames.set_stills_only(True)
    page = PlayerPage(theme, figures, content.exercise_by_id)
    qtbot.addWidget(page, before_close_func=lambda _page: figures.stills.stop())
    page.resize(1280, 720)
    page.show()
    timeline = compile_timeline(
        routine, content.exercise_by_id, PlayerSettings(self_paced=self_paced), Side.LEFT
    )
    if joined is not None:
        joined(page)
    clock = ManualClock()
    bridge = PlayerBridge(Engine(timeline), clock, parent=page)
    page.play(bridge, routine)
    return Player(page, bridge, clock, figures)
