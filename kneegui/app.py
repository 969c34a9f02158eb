"""Start-up: makes the parts and joins them. Knows everyone and decides nothing.

The frame of the window is painted before the pages, and the content they show, are imported and
read: what is imported in a function here is not needed for the first paint.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kneegui.desktop.display import require_display
from kneegui.desktop.folders import data_folder
from kneegui.desktop.log_file import start_log
from kneegui.desktop.settings_file import SettingsFile
from kneegui.desktop.single_instance import SingleInstance
from kneegui.domain.errors import KneeGuideError
from kneegui.resource_files import resource_folder
from kneegui.ui.kept_settings import KeptSettings
from kneegui.ui.main_window import MainWindow, PageEntry
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.nav_rail import RailEntry, logo_icon

if TYPE_CHECKING:
    from kneegui.domain.content import Content
    from kneegui.domain.session import Moment
    from kneegui.player.clock import Clock
    from kneegui.store.store import Store
    from kneegui.ui.background import DatabaseWorker
    from kneegui.ui.data_flow import DataFlow
    from kneegui.ui.figures import Figures
    from kneegui.ui.loudspeaker import DesktopLoudspeaker
    from kneegui.ui.pages.exercises_page import ExercisesPage
    from kneegui.ui.pages.history_page import HistoryPage
    from kneegui.ui.pages.player_page import PlayerPage
    from kneegui.ui.pages.routines_page import RoutinesPage
    from kneegui.ui.pages.settings_page import SettingsPage
    from kneegui.ui.pages.summary_page import SummaryPage
    from kneegui.ui.pages.today_page import TodayPage
    from kneegui.ui.session_flow import SessionFlow

_log = logging.getLogger(__name__)


def run_window(
    data_dir: str | None,
    page: str,
    environment: Mapping[str, str],
    *,
    routine: str | None = None,
    scale: float = 1.0,
) -> int:
    """Opens the main window on a page and gives the exit code once it is closed.

    Args:
        data_dir: the data folder, if one was named.
        page: name of the page.
        environment: where a display and a data folder may be named.
        routine: key of a routine to start at once.
        scale: seconds of the player's clock in one real second.

    Raises:
        KneeGuideError: no display, no usable data folder, or damaged content.
    """
    require_display(environment)
    folder = data_folder(data_dir, environment)
    start_log(folder)
    # As an argument, because naming the style by a call makes all of QStyle known to Python, and
    # here, because later the platform's own would be made first.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("KneeGuide")
    application.setDesktopFileName("kneegui")
    instance = SingleInstance(folder)
    if not instance.claim(page, routine or "", listen=False):
        # The window that is open already came to the front.
        return 0
    parts = Parts(application, folder, scale)
    sys.excepthook = parts.on_unexpected
    instance.front_asked.connect(parts.on_second_start)
    parts.window.first_painted.connect(instance.listen)
    parts.open_window(page, routine)
    code = application.exec()
    instance.release()
    if parts.failure is not None:
        raise parts.failure
    return code


class Parts:
    """The window with its pages, joined to each other and to the stored settings."""

    def __init__(self, application: QApplication, folder: Path, scale: float = 1.0) -> None:
        self._scale = scale
        self._application = application
        self._folder = folder
        self._settings = KeptSettings(SettingsFile(folder))
        self.failure: KneeGuideError | None = None
        self.theme = Theme(application, IconFont())
        self.theme.set_text_percent(self._settings.now.text_percent)
        self.theme.choose(self._settings.now.theme)
        tr = application.tr
        self.window = MainWindow(
            self.theme,
            [
                PageEntry(
                    rail=RailEntry(name="today", text=tr("Today"), icon="sun-horizon"),
                    make=lambda: self.today_page,
                ),
                PageEntry(
                    rail=RailEntry(name="exercises", text=tr("Exercises"), icon="barbell"),
                    make=lambda: self.exercises_page,
                ),
                PageEntry(
                    rail=RailEntry(name="routines", text=tr("Routines"), icon="list-bullets"),
                    make=lambda: self.routines_page,
                ),
                PageEntry(
                    rail=RailEntry(name="history", text=tr("History"), icon="calendar"),
                    make=lambda: self.history_page,
                ),
                PageEntry(
                    rail=RailEntry(
                        name="settings", text=tr("Settings"), icon="gear-six", at_bottom=True
                    ),
                    make=lambda: self.settings_page,
                ),
            ],
        )
        self.window.restore_place(self._settings.now.window)
        self.window.closing.connect(self._on_closing)
        self.window.search_wanted.connect(self._on_search_wanted)
        self.window.text_percent_wanted.connect(
            lambda percent: self._settings.change("text_percent", percent)
        )
        self._settings.changed.connect(self._on_setting_changed)

    def open_window(self, page: str, routine: str | None = None) -> None:
        """Shows the frame at once, and the page as soon as the frame is painted."""
        self.window.announce_page(page)
        self.window.first_painted.connect(lambda: self._on_first_painted(page, routine))
        self.window.show()

    def on_second_start(self, page: str, routine: str) -> None:
        """Comes to the front because the program was started once more."""
        self.window.come_to_front()
        if not self.flow.is_playing:
            if page:
                self.window.show_page(page)
            if routine:
                self.flow.start(routine)

    def on_unexpected(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Logs an error nobody expected and says so; the program goes on."""
        from PySide6.QtWidgets import QMessageBox

        _log.critical("unexpected error", exc_info=(kind, error, trace))
        text = self._application.tr("Something went wrong. What happened stands in {file}.")
        text = text.format(file=self._folder / "kneegui.log")
        # One that was expected has its own sentence.
        said = str(error) if isinstance(error, KneeGuideError) else text
        QMessageBox.critical(self.window, "KneeGuide", said)

    @cached_property
    def content(self) -> Content:
        """What the program ships, read when a page first shows it."""
        from kneegui.catalogue.reader import read_content

        return read_content(resource_folder() / "exercises.json")

    @cached_property
    def exercises_page(self) -> ExercisesPage:
        """The catalogue."""
        from kneegui.ui.pages.exercises_page import ExercisesPage

        page = ExercisesPage(self.theme, self.content, self.figures)
        page.routine_wanted.connect(self._on_routine_wanted)
        return page

    @cached_property
    def routines_page(self) -> RoutinesPage:
        """The programmes."""
        from kneegui.ui.pages.routines_page import RoutinesPage

        page = RoutinesPage(self.theme, self.content, self.figures.stills, self._settings.pace)
        self._settings.pace_changed.connect(page.set_pace)
        page.start_wanted.connect(lambda key: self.flow.start(key))  # noqa: PLW0108  the flow is made then
        page.exercise_wanted.connect(self._on_exercise_wanted)
        return page

    @cached_property
    def settings_page(self) -> SettingsPage:
        """The settings."""
        from kneegui.ui.pages.settings_page import SettingsPage

        page = SettingsPage(self.theme, self._folder, self._settings.now)
        page.chosen.connect(self._settings.change)
        page.show_problem(self._settings.problem)
        self._settings.problem_changed.connect(page.show_problem)
        sound, loudspeaker = page.sound, self.loudspeaker
        sound.voices_wanted.connect(loudspeaker.find_voices)
        sound.retry_wanted.connect(loudspeaker.retry_voice)
        sound.voice_test_wanted.connect(loudspeaker.test_voice)
        sound.sound_test_wanted.connect(loudspeaker.test_sound)
        loudspeaker.voices_told.connect(sound.show_voices)
        return page

    @cached_property
    def today_page(self) -> TodayPage:
        """How the knee is, and what to do now."""
        from kneegui.ui.pages.today_page import TodayPage

        stills, pace = self.figures.stills, self._settings.pace
        page = TodayPage(self.theme, self.content, stills, pace, self.window)
        page.hide()
        page.routine_wanted.connect(self._on_routine_wanted)
        self._settings.pace_changed.connect(page.set_pace)
        # What stands on it comes from what is kept; the flow fills it as soon as it is made.
        QTimer.singleShot(0, page, lambda: self.flow)
        return page

    @cached_property
    def history_page(self) -> HistoryPage:
        """What was done."""
        from kneegui.ui.pages.history_page import HistoryPage

        page = HistoryPage(self.theme, self.content, self.figures.stills, self.window)
        page.hide()
        QTimer.singleShot(0, page, lambda: self._lead_from(page))
        return page

    @cached_property
    def flow(self) -> SessionFlow:
        """The way of a session through the window, and all that goes with it."""
        from kneegui.desktop.keep_awake import KeepAwake
        from kneegui.ui.kept_sessions import KeptSessions
        from kneegui.ui.session_flow import SessionFlow
        from kneegui.ui.session_runner import SessionRunner

        exercises = self.content.exercise_by_id
        clock, worker = self._clock, self.worker
        flow = SessionFlow(
            self.window,
            self.content,
            self.today_page,
            self._make_player,
            self._make_summary,
            SessionRunner(
                exercises, self.store, worker, self.loudspeaker, clock, self._scale, self.window
            ),
            KeptSessions(self.store, worker, self._now, self.window),
            self.loudspeaker,
            KeepAwake(parent=self.window),
            lambda: self._settings.pace,
            self.window,
        )
        flow.told.connect(self._on_told)
        # How long an interrupted session would still last depends on it.
        self._settings.pace_changed.connect(flow.refresh)
        flow.refresh()
        self.data.changed.connect(flow.refresh)
        self.data.begin()
        return flow

    @cached_property
    def data(self) -> DataFlow:
        """The ways of the data."""
        from kneegui.ui.data_flow import DataFlow

        data = DataFlow(
            self.theme, self.window, self.content, self.store, self.worker, self._now, self.window
        )
        data.told.connect(self._on_told)
        return data

    @cached_property
    def worker(self) -> DatabaseWorker:
        """The database's thread."""
        from kneegui.ui.background import DatabaseWorker

        return DatabaseWorker(self.window)

    @cached_property
    def store(self) -> Store:
        """What is kept; only the worker's thread looks into it."""
        from kneegui.store.store import Store

        return Store(self._folder, self.worker.relay(self._on_told), look_later=True)

    @cached_property
    def loudspeaker(self) -> DesktopLoudspeaker:
        """Voice and sounds, as the settings ask for."""
        from kneegui.ui.loudspeaker import open_loudspeaker

        loudspeaker = open_loudspeaker(resource_folder() / "sounds", self._settings, self.window)
        loudspeaker.failed.connect(self._on_told)
        return loudspeaker

    @cached_property
    def figures(self) -> Figures:
        """The drawn exercises, shared by all pages."""
        from kneegui.ui.figures import open_figures

        figures = open_figures(resource_folder())
        figures.frames.set_stills_only(not self._settings.now.moving_figures)
        return figures

    @cached_property
    def _clock(self) -> Clock:
        from kneegui.player.clock import ScaledClock, SystemClock

        return SystemClock() if self._scale == 1 else ScaledClock(self._scale, SystemClock())

    def _now(self) -> Moment:
        from kneegui.domain.session import Moment

        return Moment.of(self._clock.local_time())

    def _make_player(self) -> PlayerPage:
        from kneegui.ui.session_remote import open_player

        return open_player(self.theme, self.figures, self.content.exercise_by_id, self.window)

    def _make_summary(self) -> SummaryPage:
        from kneegui.ui.pages.summary_page import SummaryPage

        summary = SummaryPage(self.theme, self.window)
        summary.hide()
        return summary

    def _lead_from(self, history: HistoryPage) -> None:
        self.flow.lead_from(history)
        self.data.lead_from(history)

    def _on_first_painted(self, page: str, routine: str | None) -> None:
        try:
            self.window.show_page(page)
            if routine is not None:
                self.flow.start(routine)
            self._application.setWindowIcon(logo_icon(self.theme))
        except KneeGuideError as error:
            self.failure = error
            self._application.quit()
        # Switched off by the command until here.
        gc.enable()

    def _on_routine_wanted(self, key: str) -> None:
        self.window.show_page("routines")
        self.routines_page.show_routine(key)

    def _on_exercise_wanted(self, exercise: str) -> None:
        self.window.show_page("exercises")
        self.exercises_page.show_exercise(exercise)

    def _on_search_wanted(self) -> None:
        if self.window.shown_page == "history":
            self.history_page.focus_search()
            return
        self.window.show_page("exercises")
        self.exercises_page.focus_search()

    def _on_setting_changed(self, name: str) -> None:
        """Has the parts that are made follow a setting; the others ask when they are."""
        settings = self._settings.now
        match name:
            case "theme":
                self.theme.choose(settings.theme)
            case "text_percent":
                self.theme.set_text_percent(settings.text_percent)
            case "moving_figures":
                self.figures.frames.set_stills_only(not settings.moving_figures)
            case _:
                pass

    def _on_told(self, sentence: str) -> None:
        """Says what went wrong where the user looks, and logs it."""
        _log.warning("%s", sentence)
        self.window.show_note(sentence)

    def _on_closing(self) -> None:
        self._settings.change("window", self.window.place)
        if "flow" in self.__dict__:
            self.data.close()
            self.flow.close()
        if "loudspeaker" in self.__dict__:
            self.loudspeaker.close()
        if "figures" in self.__dict__:
            self.figures.turning.end()
            self.figures.stills.stop()
