"""The moving figure: a frame shown, two faded, the first after a click, turning by hand, baking."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kneegui.app import Parts
from kneegui.figure.bake import Folders, bake_picture
from kneegui.resource_files import resource_folder
from kneegui.ui.figure_frames import FigureFrames, Request
from kneegui.ui.figure_turning import View
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.figure_view import FigureView
from tests.bench.measure import Measure, Reading
from tests.support.program import open_program

EXERCISE = "single-leg-bridge"
FRAME = QSize(800, 600)
TIMES = 200
CLICKS = ("clamshell", "roll-quads", "wall-sit", "couch-stretch", "toe-taps")
TURNING_S = 4.0
BEAT_MS = 2
BLOCKED_MS = 16.0


def frame_shown() -> Reading:
    """Gives the time to paint one frame of 800 x 600 without its stage."""
    return _frames_painted(0.0)


def frames_faded() -> Reading:
    """Gives the time to paint two frames of 800 x 600, half of each."""
    return _frames_painted(0.5)


def first_frame() -> Reading:
    """Gives the time from choosing an exercise until its first frame is painted."""
    with _program() as (application, parts):
        times: list[float] = []
        for exercise in CLICKS:
            started = time.perf_counter()
            parts.exercises_page.show_exercise(exercise)
            while (view := _view(parts.window)) is None or not view.has_frames:
                application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
            view.repaint()
            times.append((time.perf_counter() - started) * 1000)
            for _ in range(20):
                application.processEvents()
    return _reading(times)


def turning_gap() -> Reading:
    """Gives the longest time the window did not answer while the figure was turned by hand.

    The note tells how many pictures a second came.
    """
    with _program() as (application, parts):
        view = _view(parts.window)
        assert view is not None
        drawn: list[float] = []
        parts.figures.turning.drawn.connect(lambda *_: drawn.append(time.perf_counter()))
        # The process is started by the pointer, before the hand takes hold.
        parts.figures.turning.prepare(EXERCISE)
        while not drawn:
            application.processEvents()
        beats: list[float] = []
        heart = QTimer()
        heart.setTimerType(Qt.TimerType.PreciseTimer)
        heart.setInterval(BEAT_MS)
        heart.timeout.connect(lambda: beats.append(time.perf_counter()))
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
        heart.start()
        drawn.clear()
        started = time.perf_counter()
        while (passed := time.perf_counter() - started) < TURNING_S:
            QTest.mouseMove(view, QPoint(100 + int(120 * (passed % 1.0)), 100))
            until = time.perf_counter() + 0.016
            while time.perf_counter() < until:
                application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
        heart.stop()
        pictures = len(drawn) / TURNING_S
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(120, 100))
        gaps = [(b - a) * 1000 for a, b in pairwise(beats)]
    longest, blocked = max(gaps), sum(gap > BLOCKED_MS for gap in gaps)
    note = f"{pictures:.0f} pictures a second, {blocked} of {len(gaps)} waits above 16 ms"
    return Reading(value=longest, note=note)


def turning_interval() -> Reading:
    """Gives the time from one turned picture to the next when they are asked for in a row."""
    with _program() as (application, parts):
        drawn: list[float] = []
        turning = parts.figures.turning
        turning.drawn.connect(lambda *_: drawn.append(time.perf_counter()))
        count = 60
        for number in range(count):
            turning.draw(View(name=EXERCISE, pose=0.5, yaw=float(number)))
            while len(drawn) <= number:
                application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
        gaps = [(b - a) * 1000 for a, b in pairwise(drawn[1:])]
    return _reading(gaps)


def baked() -> Reading:
    """Gives the seconds to bake one exercise: 24 frames, two stills, one card, on one core."""
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        folders = Folders(poses=resource_folder() / "poses", images=Path(folder))
        started = time.perf_counter()
        bake_picture(folders, EXERCISE)
        seconds = time.perf_counter() - started
    return Reading(value=seconds, note=f"{EXERCISE}, one run on one core")


MEASURES = (
    Measure(name="figure: one frame, 800x600", unit="ms", goal=0.3, run=frame_shown),
    Measure(name="figure: two frames faded, 800x600", unit="ms", goal=0.6, run=frames_faded),
    Measure(name="figure: click until first frame", unit="ms", goal=60, run=first_frame),
    Measure(
        name="figure: between turned pictures, 400x300", unit="ms", goal=40, run=turning_interval
    ),
    Measure(name="figure: longest wait while turning", unit="ms", goal=16, run=turning_gap),
    Measure(name="figure: bake of one exercise", unit="s", goal=60, run=baked),
)


def _frames_painted(pose_between: float) -> Reading:
    application = QApplication.instance() or QApplication(["kneegui"])
    assert isinstance(application, QApplication)
    frames = FigureFrames(resource_folder() / "images")
    view = FigureView(Theme(application, IconFont()), FRAME.height())
    view.resize(FRAME.width() + 12, FRAME.height() + 8)
    times = (0.0, 1.0)
    view.set_figure(times, "", mirrored=False)
    read: list[int] = []

    def keep(_request: object, number: int, image: QImage) -> None:
        if number < len(times):
            view.set_frame(number, image)
            read.append(number)

    frames.frame_read.connect(keep)
    frames.set_stills_only(True)
    frames.read(Request(name=EXERCISE, size=FRAME))
    while len(read) < len(times):
        application.processEvents()
    view.set_pose(pose_between)
    ground = QImage(FRAME, QImage.Format.Format_RGB32)
    painter = QPainter(ground)
    taken: list[float] = []
    for _ in range(TIMES):
        started = time.perf_counter()
        view.paint_figure(painter, QRectF(0, 0, FRAME.width(), FRAME.height()))
        taken.append((time.perf_counter() - started) * 1000)
    painter.end()
    frames.wait()
    view.deleteLater()
    return _reading(taken)


@contextmanager
def _program() -> Iterator[tuple[QApplication, Parts]]:
    application = QApplication.instance() or QApplication(["kneegui"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        parts = open_program(application, Path(folder), "exercises", (1280, 800), moving=True)
        parts.exercises_page.show_exercise(EXERCISE)
        for _ in range(50):
            application.processEvents()
        yield application, parts
        parts.window.close()
        parts.window.deleteLater()
        application.processEvents()


def _view(window: QWidget) -> FigureView | None:
    views = [view for view in window.findChildren(FigureView) if view.isVisible()]
    return views[-1] if views else None


def _reading(times: list[float]) -> Reading:
    return Reading(value=statistics.median(times), note=f"at most {max(times):.2f} ms")
