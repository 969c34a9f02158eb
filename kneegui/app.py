"""Start-up: makes the parts and joins them. Knows everyone and decides nothing."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kneegui.catalogue.reader import read_content
from kneegui.desktop.display import require_display
from kneegui.desktop.folders import data_folder
from kneegui.desktop.log_file import start_log
from kneegui.desktop.settings_file import SettingsFile
from kneegui.domain.content import Content
from kneegui.domain.errors import FolderError
from kneegui.domain.settings import Settings, ThemeChoice
from kneegui.resource_files import resource_folder
from kneegui.ui.main_window import MainWindow, PageEntry
from kneegui.ui.pages.exercises_page import ExercisesPage
from kneegui.ui.pages.routines_page import RoutinesPage
from kneegui.ui.pages.settings_page import SettingsPage
from kneegui.ui.pictures import Pictures
from kneegui.ui.theme.icons import IconFont
from kneegui.ui.theme.theme import Theme
from kneegui.ui.widgets.nav_rail import RailEntry

_log = logging.getLogger(__name__)


def run_window(data_dir: str | None, page: str, environment: Mapping[str, str]) -> int:
    """Opens the main window and gives the exit code once it is closed.

    Raises:
        KneeGuideError: no display, no usable data folder, or damaged content.
    """
    require_display(environment)
    folder = data_folder(data_dir, environment)
    start_log(folder)
    content = read_content(resource_folder() / "exercises.json")
    settings_file = SettingsFile(folder)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("KneeGuide")
    application.setDesktopFileName("kneegui")
    application.setStyle("Fusion")
    parts = Parts(application, content, settings_file, folder)
    parts.window.show_page(page)
    parts.window.show()
    return application.exec()


class Parts:
    """The window with its pages, joined to each other and to the stored settings."""

    def __init__(
        self, application: QApplication, content: Content, settings_file: SettingsFile, folder: Path
    ) -> None:
        self._content = content
        self._settings_file = settings_file
        self._folder = folder
        self._settings = settings_file.read()
        self.theme = Theme(application, IconFont())
        self.theme.set_text_percent(self._settings.text_percent)
        self.theme.choose(self._settings.theme)
        self._pictures = Pictures(resource_folder() / "images")
        tr = application.tr
        self.window = MainWindow(
            self.theme,
            [
                PageEntry(
                    rail=RailEntry(name="exercises", text=tr("Exercises"), icon="barbell"),
                    make=self._make_exercises,
                ),
                PageEntry(
                    rail=RailEntry(name="routines", text=tr("Routines"), icon="list-bullets"),
                    make=self._make_routines,
                ),
                PageEntry(
                    rail=RailEntry(
                        name="settings", text=tr("Settings"), icon="gear-six", at_bottom=True
                    ),
                    make=self._make_settings,
                ),
            ],
        )
        self.window.restore_place(self._settings.window)
        self.window.closing.connect(self._on_closing)
        self.window.search_wanted.connect(self._on_search_wanted)
        self.window.text_percent_wanted.connect(self._on_text_percent_chosen)

    def _make_exercises(self) -> ExercisesPage:
        page = ExercisesPage(self.theme, self._content, self._pictures)
        page.routine_wanted.connect(self._on_routine_wanted)
        return page

    def _make_routines(self) -> RoutinesPage:
        page = RoutinesPage(self.theme, self._content, self._pictures)
        page.exercise_wanted.connect(self._on_exercise_wanted)
        return page

    def _make_settings(self) -> SettingsPage:
        page = SettingsPage(self.theme, self._folder)
        page.theme_chosen.connect(self._on_theme_chosen)
        page.text_percent_chosen.connect(self._on_text_percent_chosen)
        return page

    def _on_routine_wanted(self, key: str) -> None:
        page = self.window.page("routines")
        assert isinstance(page, RoutinesPage)
        page.show_routine(key)
        self.window.show_page("routines")

    def _on_exercise_wanted(self, exercise: str) -> None:
        page = self.window.page("exercises")
        assert isinstance(page, ExercisesPage)
        self.window.show_page("exercises")
        page.show_exercise(exercise)

    def _on_search_wanted(self) -> None:
        page = self.window.page("exercises")
        assert isinstance(page, ExercisesPage)
        self.window.show_page("exercises")
        page.focus_search()

    def _on_theme_chosen(self, choice: ThemeChoice) -> None:
        self.theme.choose(choice)
        self._keep(replace(self._settings, theme=choice))

    def _on_text_percent_chosen(self, percent: int) -> None:
        self.theme.set_text_percent(percent)
        self._keep(replace(self._settings, text_percent=percent))

    def _on_closing(self) -> None:
        self._keep(replace(self._settings, window=self.window.place))

    def _keep(self, settings: Settings) -> None:
        """Stores the settings; where that fails they hold until the window closes."""
        self._settings = settings
        try:
            self._settings_file.write(settings)
            problem = ""
        except FolderError as error:
            _log.warning("%s", error)
            problem = str(error)
        page = self.window.page("settings")
        assert isinstance(page, SettingsPage)
        page.show_problem(problem)
