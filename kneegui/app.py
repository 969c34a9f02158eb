"""Start-up: makes the parts and joins them. Knows everyone and decides nothing.

The frame of the window is painted before the pages, and the content they show, are imported and
read: what is imported in a function here is not needed for the first paint.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from kneegui.desktop.display import require_display
from kneegui.desktop.folders import data_folder
from kneegui.desktop.log_file import start_log
from kneegui.desktop.settings_file import SettingsFile
from kneegui.domain.errors import FolderError, KneeGuideError
from kneegui.domain.settings import Settings, ThemeChoice
from kneegui.resource_files import resource_folder
from kneegui.ui.main_window import MainWindow, PageEntry
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.nav_rail import RailEntry, logo_icon

if TYPE_CHECKING:
    from kneegui.domain.content import Content
    from kneegui.ui.figures import Figures
    from kneegui.ui.pages.exercises_page import ExercisesPage
    from kneegui.ui.pages.routines_page import RoutinesPage
    from kneegui.ui.pages.settings_page import SettingsPage

_log = logging.getLogger(__name__)


def run_window(data_dir: str | None, page: str, environment: Mapping[str, str]) -> int:
    """Opens the main window on a page and gives the exit code once it is closed.

    Raises:
        KneeGuideError: no display, no usable data folder, or damaged content.
    """
    require_display(environment)
    folder = data_folder(data_dir, environment)
    start_log(folder)
    # Before the application is made, or it makes the platform's own style first.
    QApplication.setStyle("Fusion")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("KneeGuide")
    application.setDesktopFileName("kneegui")
    parts = Parts(application, folder)
    sys.excepthook = parts.on_unexpected
    parts.open_window(page)
    code = application.exec()
    if parts.failure is not None:
        raise parts.failure
    return code


class Parts:
    """The window with its pages, joined to each other and to the stored settings."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application = application
        self._folder = folder
        self._settings_file = SettingsFile(folder)
        self._settings = self._settings_file.read()
        self._settings_problem = ""
        self.failure: KneeGuideError | None = None
        self.theme = Theme(application, IconFont())
        self.theme.set_text_percent(self._settings.text_percent)
        self.theme.choose(self._settings.theme)
        tr = application.tr
        self.window = MainWindow(
            self.theme,
            [
                PageEntry(
                    rail=RailEntry(name="exercises", text=tr("Exercises"), icon="barbell"),
                    make=lambda: self.exercises_page,
                ),
                PageEntry(
                    rail=RailEntry(name="routines", text=tr("Routines"), icon="list-bullets"),
                    make=lambda: self.routines_page,
                ),
                PageEntry(
                    rail=RailEntry(
                        name="settings", text=tr("Settings"), icon="gear-six", at_bottom=True
                    ),
                    make=lambda: self.settings_page,
                ),
            ],
        )
        self.window.restore_place(self._settings.window)
        self.window.closing.connect(self._on_closing)
        self.window.search_wanted.connect(self._on_search_wanted)
        self.window.text_percent_wanted.connect(self._on_text_percent_chosen)

    def open_window(self, page: str) -> None:
        """Shows the frame at once, and the page as soon as the frame is painted."""
        self.window.announce_page(page)
        self.window.first_painted.connect(lambda: self._on_first_painted(page))
        self.window.show()

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

        page = RoutinesPage(self.theme, self.content, self.figures.stills)
        page.exercise_wanted.connect(self._on_exercise_wanted)
        return page

    @cached_property
    def settings_page(self) -> SettingsPage:
        """The settings."""
        from kneegui.ui.pages.settings_page import SettingsPage

        page = SettingsPage(self.theme, self._folder, moving_figures=self._settings.moving_figures)
        page.show_problem(self._settings_problem)
        page.theme_chosen.connect(self._on_theme_chosen)
        page.text_percent_chosen.connect(self._on_text_percent_chosen)
        page.moving_figures_chosen.connect(self._on_moving_figures_chosen)
        return page

    @cached_property
    def figures(self) -> Figures:
        """The drawn exercises, shared by all pages."""
        from kneegui.ui.figures import open_figures

        figures = open_figures(resource_folder())
        figures.frames.set_stills_only(not self._settings.moving_figures)
        return figures

    def _on_first_painted(self, page: str) -> None:
        try:
            self.window.show_page(page)
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
        self.window.show_page("exercises")
        self.exercises_page.focus_search()

    def _on_theme_chosen(self, choice: ThemeChoice) -> None:
        self.theme.choose(choice)
        self._keep(replace(self._settings, theme=choice))

    def _on_text_percent_chosen(self, percent: int) -> None:
        self.theme.set_text_percent(percent)
        self._keep(replace(self._settings, text_percent=percent))

    def _on_moving_figures_chosen(self, moving: bool) -> None:
        self.figures.frames.set_stills_only(not moving)
        self._keep(replace(self._settings, moving_figures=moving))

    def _on_closing(self) -> None:
        self._keep(replace(self._settings, window=self.window.place))
        if "figures" in self.__dict__:
            self.figures.turning.end()

    def _keep(self, settings: Settings) -> None:
        """Stores the settings; where that fails they hold until the window closes."""
        self._settings = settings
        try:
            self._settings_file.write(settings)
            self._settings_problem = ""
        except FolderError as error:
            _log.warning("%s", error)
            self._settings_problem = str(error)
        if "settings_page" in self.__dict__:
            self.settings_page.show_problem(self._settings_problem)
