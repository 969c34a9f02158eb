"""The History page in all its states: room for all words, longer ones and longer names too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QScrollArea
from typing_extensions import override

from kneegui.domain.session import Session, Side
from kneegui.domain.settings import ThemeChoice
from kneegui.ui.pages.history_head import Part
from kneegui.ui.session_filter import Ending
from kneegui.ui.theme import theme as theme_module
from kneegui.ui.widgets.chip import MenuChip
from kneegui.ui.widgets.heat_map import HeatMap
from kneegui.ui.widgets.search_box import SearchBox
from tests.support.clipping import cut_off, shortened
from tests.support.pixels import different, pixels
from tests.support.shipped import routine_keys
from tests.support.user import name_of
from tests.ui.pages.history_stage import Keeper
from tests.ui.some_sessions import broken_off, some_session, with_mishaps
from tests.ui.stage import Stage

pytestmark = pytest.mark.usefixtures("no_charts")

LOOKS = [
    ((800, 600), 100),
    ((800, 600), 150),
    ((800, 600), 200),
    ((1280, 720), 100),
    ((1920, 1080), 130),
]
WIDER = "DejaVu Sans"
SESSIONS = [
    with_mishaps(
        1,
        pain_side=Side.BOTH,
        pain_before=10,
        pain_worst=10,
        pain_after=10,
        pain_morning=10,
        effort=10,
    ),
    *(some_session(days, key) for days, key in enumerate(routine_keys(), start=2)),
    broken_off(20),
]


class German(QTranslator):
    """Words as long as German ones; days and months are German indeed."""

    FORMS: ClassVar = {
        "en": "de",
        "dddd d MMMM": "dddd, d. MMMM",
        "ddd d MMM": "ddd, d. MMM",
        "dddd d MMMM yyyy": "dddd, d. MMMM yyyy",
        "ddd d MMM yyyy": "ddd, d. MMM yyyy",
        "d MMMM": "d. MMMM",
        "MMMM yyyy": "MMMM yyyy",
    }

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        if sourceText in self.FORMS:
            return self.FORMS[sourceText]
        # What is very short stays as short in German too.
        words = sourceText.split(" ")
        grown = [_grown(word) if len(word) > 3 else word for word in words]
        return " ".join(grown)


def _grown(word: str) -> str:
    if "{" in word:
        return word
    return word + "e" * round(len(word) * 0.35)


@pytest.fixture(params=["as installed", WIDER, "German"])
def look(
    request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """Has the pages written in the font they take here, in one that runs wider, or in German."""
    german = German()
    if request.param == WIDER:
        if WIDER not in QFontDatabase.families():
            pytest.skip(f"needs {WIDER}")
        for families in ("_TEXT_FAMILIES", "_DISPLAY_FAMILIES"):
            monkeypatch.setattr(theme_module, families, [WIDER])
    if request.param == "German":
        qapp.installTranslator(german)
    theme_module._font.cache_clear()
    yield request.param
    qapp.removeTranslator(german)
    theme_module._font.cache_clear()


def overview(stage: Stage) -> Keeper:
    keeper = Keeper(stage, SESSIONS)
    keeper.show()
    return keeper


def all_sessions(stage: Stage) -> Keeper:
    keeper = overview(stage)
    keeper.page.focus_search()
    return keeper


def one_session(stage: Stage) -> Keeper:
    keeper = Keeper(stage, SESSIONS)
    keeper.show((800, 600))
    keeper.page.open_session(SESSIONS[0].id)
    return keeper


def one_day(stage: Stage) -> Keeper:
    keeper = overview(stage)
    (found,) = stage.seen(HeatMap)
    found.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Return):
        stage.key(key)
    return keeper


def nothing_found(stage: Stage) -> Keeper:
    keeper = all_sessions(stage)
    keeper.page.search("swimming")
    return keeper


def editing(stage: Stage) -> Keeper:
    keeper = overview(stage)
    keeper.page.edit_chosen()
    return keeper


def deleted(stage: Stage) -> Keeper:
    keeper = overview(stage)
    keeper.page.show_deleted(SESSIONS[0])
    return keeper


def nothing(stage: Stage) -> Keeper:
    keeper = Keeper(stage, [])
    keeper.show()
    return keeper


STATES = [overview, all_sessions, one_session, one_day, nothing_found, editing, deleted, nothing]


@pytest.mark.parametrize("make", STATES)
def test_every_word_has_its_room(
    look: str,
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Stage], Keeper],
) -> None:
    page = make(stage).page
    dots = shortened(monkeypatch)
    found: dict[str, list[str]] = {}
    for size, percent in LOOKS:
        stage.theme.set_text_percent(percent)
        stage.resize(*size)
        dots.clear()
        for area in stage.seen(QScrollArea):
            inner = area.widget()
            assert inner is not None
            inner.grab()
        page.grab()
        lines = [*cut_off(page), *(f"{text!r} is shortened" for text in dots)]
        found[f"{size[0]}x{size[1]}, {percent} %"] = sorted(set(lines))

    assert {how: lines for how, lines in found.items() if lines} == {}


@pytest.mark.parametrize("make", [overview, all_sessions, one_session, nothing])
def test_a_live_change_looks_like_a_fresh_page(
    stage: Stage, make: Callable[[Stage], Keeper]
) -> None:
    changed = make(stage).page
    stage.theme.choose(ThemeChoice.DARK)
    stage.theme.set_text_percent(115)
    stage.settle()
    size = changed.size()
    fresh = make(stage).page
    fresh.resize(size)
    stage.settle()
    for page in (changed, fresh):
        page.activateWindow()
        page.setFocus()
    # Qt smooths large letters a little differently the first time it paints them.
    pixels(changed)

    assert different(pixels(changed), pixels(fresh)) == 0
    changed.close()
    changed.deleteLater()


LONG = "Strengthening of the muscles behind and beside the knee for the evenings of the week"
"""A name of the user's own, longer than any of ours."""


def test_a_long_name_stays_within_its_place(stage: Stage) -> None:
    named = [rename(session) for session in SESSIONS[:2]]
    keeper = Keeper(stage, named)
    keeper.show()
    for size, percent in (((1280, 720), 100), ((800, 600), 150)):
        stage.theme.set_text_percent(percent)
        stage.resize(*size)
        keeper.page.open_session(named[0].id)
        stage.settle()

        assert cut_off(keeper.page) == []


def rename(session: Session) -> Session:
    steps = tuple(replace(step, title=LONG) for step in session.steps)
    return replace(session, title=LONG, note=3 * f"{LONG}. ", steps=steps)


def test_the_search_has_its_width_again_when_filters_are_cleared(stage: Stage) -> None:
    keeper = Keeper(stage)
    keeper.show()
    keeper.page.show_part(Part.SESSIONS)
    stage.settle()
    box = next(each for each in keeper.page.findChildren(SearchBox) if each.isVisible())
    before = box.width()
    ending = next(
        m for m in keeper.page.findChildren(MenuChip) if m.isVisible() and "Ending" in name_of(m)
    )
    ending.choice_toggled.emit(Ending.HURT, True)
    stage.settle()
    assert box.width() < before

    stage.press("Clear filters")
    stage.settle()
    assert box.width() == before
