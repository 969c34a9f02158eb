"""The player: leads through a session, hands free."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kneegui.domain.exercise import Exercise
from kneegui.domain.routine import Routine
from kneegui.domain.session import Side, StepKind
from kneegui.player.commands import (
    AddSeconds,
    Back,
    Command,
    End,
    EndSet,
    GoOn,
    Hurt,
    JumpToItem,
    Leave,
    Next,
    Pause,
    Resume,
    SkipExercise,
    Start,
    SwapEasier,
    TakeBack,
)
from kneegui.player.events import Event, SessionFinished, SessionLeft
from kneegui.player.pain import PainReport
from kneegui.player.states import State
from kneegui.ui.dialogs.keys_sheet import KeysSheet
from kneegui.ui.dialogs.pain_sheet import PainSheet, WayOn
from kneegui.ui.dialogs.question_sheet import QuestionSheet
from kneegui.ui.figure_frames import Request
from kneegui.ui.figures import Figures
from kneegui.ui.pages.player_view import PlayerView, Press
from kneegui.ui.player_bridge import PlayerBridge
from kneegui.ui.player_presenter import PlayerPresenter
from kneegui.ui.theme.theme import Theme
from kneegui.ui.words import easier_words

_FRAME_MS = 33
_SIDE_DRAWN = {"L": Side.LEFT, "R": Side.RIGHT}


class PlayerPage(QWidget):
    """One session at a time; what happens in it is told by the bridge it is given.

    Signals:
        changed: whether the session goes on or stands still, and the exercise it is at.
        ended: the session is over or was left; nothing is shown any more.
        mute_toggled: voice and sounds are to be off, or on again.
        full_screen_wanted: the window is to fill the screen, or not any more.
    """

    changed = Signal(bool, str)
    ended = Signal()
    mute_toggled = Signal(bool)
    full_screen_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        figures: Figures,
        exercises: Mapping[str, Exercise],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._figures = figures
        self._exercises = exercises
        self._bridge: PlayerBridge | None = None
        self._presenter: PlayerPresenter | None = None
        self._shown: tuple[str, bool] = ("", False)
        self._told: tuple[bool, str] | None = None
        self._request: Request | None = None
        self._muted = False
        self._far = False
        self._view = PlayerView(theme, figures.stills, self)
        self._pain = PainSheet(theme, self)
        self._question = QuestionSheet(theme, self)
        self._keys = KeysSheet(theme, self)
        self._agreed: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._refresh)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._view.pressed.connect(self._on_pressed)
        self._view.item_wanted.connect(self._on_item_wanted)
        self._view.figure.size_changed.connect(self._read_frames)
        self._pain.answered.connect(self._on_pain_answered)
        self._pain.cancelled.connect(self._on_pain_taken_back)
        self._question.agreed.connect(self._on_agreed)
        self._question.declined.connect(self._on_declined)
        self._keys.cancelled.connect(self._view.focus_main)
        figures.frames.frame_read.connect(self._on_frame_read)

    @property
    def view(self) -> PlayerView:
        """The screen."""
        return self._view

    @property
    def is_playing(self) -> bool:
        """True from the start of a session to its end."""
        return self._bridge is not None

    @property
    def bridge(self) -> PlayerBridge | None:
        """What drives the session that runs."""
        return self._bridge

    def press(self, press: Press) -> None:
        """Does what a button of the player does; nothing while a sheet asks something."""
        if not self._asks:
            self._on_pressed(press)

    def go_on(self) -> None:
        """Lets a session that is paused go on; nothing while a sheet asks something."""
        if self._bridge is not None and not self._asks and self._bridge.allows(Resume()):
            self._bridge.handle(Resume())

    def pause(self) -> None:
        """Lets the clock stand still, if it goes."""
        if self._bridge is not None and self._bridge.allows(Pause()):
            self._bridge.handle(Pause())

    def show_note(self, sentence: str) -> None:
        """Says something for a while beside the times."""
        self._view.show_note(sentence)

    def play(self, bridge: PlayerBridge, routine: Routine) -> None:
        """Starts a session."""
        self._bridge = bridge
        self._presenter = PlayerPresenter(bridge.engine, routine)
        self._shown = ("", False)
        self._told = None
        bridge.happened.connect(self._on_happened)
        bridge.handle(Start())
        self._refresh()
        self._timer.start()
        self._view.focus_main()

    def leave(self) -> None:
        """Leaves the session, if one runs, as when the window closes."""
        if self._bridge is not None:
            self._bridge.handle(Leave())

    @property
    def _asks(self) -> bool:
        return any(sheet.isVisible() for sheet in (self._pain, self._question, self._keys))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._view.setGeometry(self.rect())
        super().resizeEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _CHORD:
            super().keyPressEvent(event)
            return
        press = _KEYS.get(Qt.Key(event.key()))
        if press is not None:
            if not event.isAutoRepeat() or press in (Press.PLUS, Press.MINUS):
                self._on_pressed(press)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        else:
            super().keyPressEvent(event)

    def _on_happened(self, event: Event) -> None:
        self._refresh()
        if isinstance(event, SessionFinished | SessionLeft):
            self._timer.stop()
            if self._bridge is not None:
                self._bridge.stop()
                self._bridge.happened.disconnect(self._on_happened)
            self._bridge = self._presenter = None
            self.ended.emit()

    def _refresh(self) -> None:
        if self._bridge is None or self._presenter is None:
            return
        if self._bridge.engine.state in (State.FINISHED, State.LEFT):
            return
        now = self._bridge.now
        self._view.show_screen(self._presenter.screen(now))
        exercise, side = self._presenter.exercise, self._presenter.side(now)
        self._show_figure(exercise, side)
        self._view.figure.set_pose(self._presenter.pose(now))
        moving = self._bridge.engine.state in (State.RUNNING, State.WAITING, State.RESUMING)
        if moving and not self._timer.isActive() and self.isVisible():
            self._timer.start()
        elif not moving:
            # Nothing changes while the clock stands still.
            self._timer.stop()
        told = (moving, exercise.name)
        if told != self._told:
            self._told = told
            self.changed.emit(*told)

    def _show_figure(self, exercise: Exercise, side: Side) -> None:
        picture = self._figures.frames.picture(exercise.id)
        drawn = _SIDE_DRAWN.get(picture.side) if picture is not None else None
        mirrored = drawn is not None and side is not Side.BOTH and side is not drawn
        if (exercise.id, mirrored) != self._shown:
            self._shown = (exercise.id, mirrored)
            times = self._figures.frames.times(exercise.id)
            movement = " ".join(step.text for step in exercise.movement)
            told = f"{exercise.start_position.text} {movement}"
            self._view.figure.set_figure(times, told, mirrored=mirrored)
            self._request = None
            self._read_frames()

    def _read_frames(self) -> None:
        name = self._shown[0]
        size = self._view.figure.frame_size
        if not name or self._bridge is None or size.isEmpty():
            return
        request = Request(name=name, size=size)
        if request != self._request:
            self._request = request
            self._figures.frames.read(request)

    def _on_frame_read(self, request: Request, number: int, image: QImage) -> None:
        if request == self._request:
            self._view.figure.set_frame(number, image)

    def _handle(self, command: Command) -> None:
        if self._bridge is not None:
            self._bridge.handle(command)

    def _on_pressed(self, press: Press) -> None:
        if self._bridge is None:
            return
        match press:
            case Press.MAIN:
                self._on_main()
            case Press.HURT:
                self._on_hurt()
            case Press.LEAVE:
                self._ask_to_leave()
            case Press.MUTE:
                self._muted = not self._muted
                self._view.set_muted(self._muted)
                self.mute_toggled.emit(self._muted)
            case Press.FAR_VIEW:
                self._far = not self._far
                self._view.set_far(self._far)
            case Press.KEYS:
                self.pause()
                self._keys.open(self._keys.close_button)
            case Press.FULL_SCREEN:
                self.full_screen_wanted.emit()
            case _:
                self._handle(_COMMANDS[press])

    def _on_main(self) -> None:
        assert self._bridge is not None
        engine = self._bridge.engine
        if engine.state is State.PAUSED:
            self._handle(Resume())
        elif engine.state is State.WAITING:
            self._handle(EndSet())
        else:
            ready = engine.step.kind in (StepKind.GET_READY, StepKind.SWITCH)
            going = engine.state is State.RUNNING
            self._handle(Next() if ready and going else Pause())

    def _on_enter(self) -> None:
        assert self._bridge is not None
        engine = self._bridge.engine
        waits = (StepKind.GET_READY, StepKind.SWITCH, StepKind.REST)
        if engine.state is State.RUNNING and engine.step.kind in waits:
            self._handle(Next())
        elif engine.state in (State.PAUSED, State.WAITING):
            self._on_main()

    def _on_hurt(self) -> None:
        assert self._bridge is not None
        assert self._presenter is not None
        if self._bridge.handle(Hurt()):
            self._pain.ask(easier_words(self._presenter.exercise.easier, self._exercises))

    def _on_pain_answered(self, report: PainReport, way: WayOn) -> None:
        assert self._presenter is not None
        match way:
            case WayOn.GO_ON:
                self._handle(GoOn(report))
            case WayOn.EASIER:
                exercise = self._presenter.exercise
                easier = exercise.easier
                if easier is not None and easier.exercise is not None:
                    exercise = self._exercises[easier.exercise]
                self._handle(SwapEasier(report, exercise=exercise, dose=exercise.start))
            case WayOn.SKIP:
                self._handle(SkipExercise(report))
            case WayOn.END:
                self._handle(End(report))
        self._view.focus_main()

    def _on_pain_taken_back(self) -> None:
        self._handle(TakeBack())
        self._view.focus_main()

    def _on_item_wanted(self, item: int) -> None:
        assert self._bridge is not None
        segments = self._bridge.engine.timeline.segments
        if item == self._bridge.engine.step.item:
            return
        self._ask(
            self.tr("Jump to {exercise}?").format(exercise=segments[item].title),
            self.tr("What lies between is noted as skipped. You can go back."),
            self.tr("Jump"),
            lambda: self._handle(JumpToItem(item)),
        )

    def _ask_to_leave(self) -> None:
        self._ask(
            self.tr("Leave the session?"),
            self.tr("What you did is saved. You can resume it from Today."),
            self.tr("Leave"),
            self.leave,
        )

    def _ask(self, title: str, sentence: str, yes: str, agreed: Callable[[], None]) -> None:
        self.pause()
        self._agreed = agreed
        self._question.ask(title, sentence, yes, self.tr("Stay"))

    def _on_agreed(self) -> None:
        agreed, self._agreed = self._agreed, None
        if agreed is not None:
            agreed()

    def _on_declined(self) -> None:
        self._agreed = None
        self._view.focus_main()


_COMMANDS: Mapping[Press, Command] = {
    Press.BACK: Back(),
    Press.NEXT: Next(),
    Press.PLUS: AddSeconds(10),
    Press.MINUS: AddSeconds(-10),
}

_CHORD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""Held down with a key it is another key; Shift is not, without which there is no ``?``."""

_KEYS: Mapping[Qt.Key, Press] = {
    Qt.Key.Key_Space: Press.MAIN,
    Qt.Key.Key_MediaPlay: Press.MAIN,
    Qt.Key.Key_MediaPause: Press.MAIN,
    Qt.Key.Key_MediaTogglePlayPause: Press.MAIN,
    Qt.Key.Key_Right: Press.NEXT,
    Qt.Key.Key_PageDown: Press.NEXT,
    Qt.Key.Key_MediaNext: Press.NEXT,
    Qt.Key.Key_Left: Press.BACK,
    Qt.Key.Key_PageUp: Press.BACK,
    Qt.Key.Key_MediaPrevious: Press.BACK,
    Qt.Key.Key_Up: Press.PLUS,
    Qt.Key.Key_Plus: Press.PLUS,
    Qt.Key.Key_Down: Press.MINUS,
    Qt.Key.Key_Minus: Press.MINUS,
    Qt.Key.Key_H: Press.HURT,
    Qt.Key.Key_M: Press.MUTE,
    Qt.Key.Key_T: Press.FAR_VIEW,
    Qt.Key.Key_Question: Press.KEYS,
    Qt.Key.Key_F11: Press.FULL_SCREEN,
    Qt.Key.Key_Escape: Press.LEAVE,
}
