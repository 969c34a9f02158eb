"""Today and the summary: room for all words, and changes that show at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kneegui.domain.exercise import Goal
from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.session import SessionStatus, Side
from kneegui.domain.settings import TEXT_PERCENTS, ThemeChoice
from kneegui.ui.pages.summary_page import SummaryPage
from kneegui.ui.pages.today_page import TodayPage
from kneegui.ui.player_screen import Segment
from kneegui.ui.theme import theme as theme_module
from tests.support.clipping import cut_off, shortened
from tests.support.pixels import different, pixels
from tests.support.shipped import shipped_content
from tests.ui.some_sessions import (
    TODAY,
    broken_off,
    shipped_routine,
    some_session,
)
from tests.ui.stage import Stage

SIZES = [(800, 600), (1000, 700), (1280, 720), (1920, 1080)]
WIDER = "DejaVu Sans"
REASON = "Your last routine, the same dose again: the pain was 2 afterwards, as it was before."


def today(stage: Stage) -> QWidget:
    page = TodayPage(stage.theme, shipped_content(), stage.pictures, PlayerSettings())
    recent = [some_session(days, pain_before=10, pain_after=10) for days in range(1, 8)]
    page.show_today(
        TODAY, recent, broken_off(3), shipped_routine("cool-down"), REASON, minutes_left=19
    )
    return page


def today_in_pain(stage: Stage) -> QWidget:
    page = TodayPage(stage.theme, shipped_content(), stage.pictures, PlayerSettings())
    page.show_today(TODAY, [], None, shipped_routine("runners-knee-four"), REASON, side=Side.BOTH)
    stage.show(page)
    stage.press("How is the knee right now? 10, Worst imaginable")
    return page


def summary(stage: Stage) -> QWidget:
    page = SummaryPage(stage.theme)
    ended = some_session(0, "runners-knee-four", status=SessionStatus.LEFT, pain_after=10)
    done = Segment(goal=Goal.RELEASE, seconds=60, share_done=1.0)
    page.show_summary(ended, [done] * 4, days_this_week=4)
    return page


PAGES = [today, today_in_pain, summary]


@pytest.fixture(params=["as installed", WIDER])
def font(
    request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """Has the pages written in the font they take here, or in one that runs wider."""
    if request.param == WIDER:
        if WIDER not in QFontDatabase.families():
            pytest.skip(f"needs {WIDER}")
        for families in ("_TEXT_FAMILIES", "_DISPLAY_FAMILIES"):
            monkeypatch.setattr(theme_module, families, [WIDER])
    theme_module._font.cache_clear()
    yield request.param
    theme_module._font.cache_clear()


@pytest.mark.parametrize("make", PAGES)
def test_every_word_has_its_room(
    font: str,
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Stage], QWidget],
) -> None:
    page = make(stage)
    stage.show(page)
    dots = shortened(monkeypatch)
    found: dict[str, list[str]] = {}
    for percent in TEXT_PERCENTS:
        stage.theme.set_text_percent(percent)
        for size in SIZES:
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


@pytest.mark.parametrize("make", PAGES)
def test_a_live_change_looks_like_a_fresh_page(
    stage: Stage, make: Callable[[Stage], QWidget]
) -> None:
    changed = make(stage)
    stage.show(changed)
    stage.theme.choose(ThemeChoice.DARK)
    stage.theme.set_text_percent(115)
    stage.settle()
    fresh = make(stage)
    stage.show(fresh)
    # Qt smooths large letters a little differently the first time it paints them.
    pixels(changed)

    assert different(pixels(changed), pixels(fresh)) == 0
    changed.close()
    changed.deleteLater()
