"""Every text has the room it needs, in our font and in a wider one, at every size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QListView

from kneegui.domain.settings import TEXT_PERCENTS
from kneegui.ui.pages.exercise_detail import ExerciseDetail
from kneegui.ui.theme import theme as theme_module
from kneegui.ui.widgets.scrolling import ColumnScroll
from tests.support.clipping import cut_off, shortened
from tests.support.shipped import exercise_ids, routine_keys
from tests.support.user import User, rows
from tests.ui.conftest import OpenProgram

OURS, WIDER = "Inter", "DejaVu Sans"
SIZES = [(800, 600), (1280, 800), (1920, 1080)]
PAGES = ["exercises", "routines", "settings"]


@pytest.fixture(params=["as installed", WIDER])
def font(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Has the program written in the font it takes here, or in one that runs wider."""
    if request.param == WIDER:
        if WIDER not in QFontDatabase.families():
            pytest.skip(f"needs {WIDER}")
        for families in ("_TEXT_FAMILIES", "_DISPLAY_FAMILIES"):
            monkeypatch.setattr(theme_module, families, [WIDER])
    theme_module._font.cache_clear()
    yield request.param
    theme_module._font.cache_clear()


@pytest.mark.parametrize(
    ("size", "percent"), [((1600, 900), 100), ((1600, 900), 150), ((800, 600), 200)]
)
def test_every_exercise_can_be_read_whole(
    font: str,
    open_at: OpenProgram,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    percent: int,
) -> None:
    user = open_at("exercises", size)
    user.parts.theme.set_text_percent(percent)
    dots = shortened(monkeypatch)
    found: dict[str, list[str]] = {}
    for exercise in exercise_ids():
        user.parts.exercises_page.show_exercise(exercise)
        user.settle()
        column = user.one(ColumnScroll).widget()
        assert column is not None
        dots.clear()
        column.grab()
        found[exercise] = cut_off(user.one(ExerciseDetail))
        found[exercise] += [f"{text!r} is shortened" for text in dots]

    assert {exercise: lines for exercise, lines in found.items() if lines} == {}


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_room_for_its_words(font: str, open_at: OpenProgram, page: str) -> None:
    user = open_at(page)
    found: dict[str, list[str]] = {}
    for percent in TEXT_PERCENTS:
        user.parts.theme.set_text_percent(percent)
        for width, height in SIZES:
            user.window.resize(width, height)
            user.settle()
            found[f"{width}x{height}, {percent} %"] = cut_off(user.window)

    assert {how: lines for how, lines in found.items() if lines} == {}


def test_names_and_doses_on_the_cards_are_not_shortened(
    font: str,
    open_at: OpenProgram,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user = open_at("exercises", (1280, 800))
    dots = shortened(monkeypatch)
    grid = user.one(QListView)
    for index in rows(grid)[::6]:
        grid.scrollTo(index)
        user.settle()
        grid.grab()

    assert sorted(set(dots)) == []


@pytest.mark.parametrize("view", ["Exercises", "Steps"])
def test_names_and_doses_of_routines_are_not_shortened(
    font: str, open_at: OpenProgram, monkeypatch: pytest.MonkeyPatch, view: str
) -> None:
    user = open_at("routines", (1280, 800))
    user.press_button(f"Show: {view}")
    dots = shortened(monkeypatch)
    for key in routine_keys():
        user.parts.routines_page.show_routine(key)
        user.settle()
        user.parts.routines_page.grab()

    assert sorted(set(dots)) == []


def test_the_wider_font_is_taken(font: str, user: User) -> None:
    assert family_of(user) == WIDER or font != WIDER


def family_of(user: User) -> str:
    """Gives the font the program is written in."""
    return QFontInfo(user.parts.theme.font(14)).family()
