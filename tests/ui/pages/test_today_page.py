"""The Today page: check-in, suggestion, what was interrupted, the week and the pain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton

from kneegui.domain.exercise import Goal
from kneegui.domain.player_settings import PlayerSettings
from kneegui.domain.routine import RoutineItem
from kneegui.domain.session import Session, Side
from kneegui.domain.settings import ThemeChoice
from kneegui.ui.pages.today_aside import week_of
from kneegui.ui.pages.today_hero import TodayHero
from kneegui.ui.pages.today_page import TodayPage
from kneegui.ui.theme.roles import Role
from kneegui.ui.trends.pain_card import PainCard
from kneegui.ui.widgets.note import Note
from kneegui.ui.widgets.pain_disc import PainDisc
from kneegui.ui.widgets.pain_trend import PainTrend
from kneegui.ui.widgets.reason_line import ReasonLine
from kneegui.ui.widgets.stage_picture import StagePicture
from kneegui.ui.widgets.week_strip import DayMark, WeekStrip
from tests.support.as_stored import heads_of
from tests.support.builders import content, dose, exercise, routine
from tests.support.pixels import colours, count, different, pixels
from tests.support.shipped import shipped_content
from tests.ui.some_sessions import TODAY, broken_off, shipped_routine, some_session
from tests.ui.stage import Stage

QUESTION = "How is the knee right now?"
REASON = "Your last routine, the same dose again."
RECENT = [
    some_session(1, pain_before=3, pain_after=2),
    some_session(2, pain_before=4, pain_after=2),
    some_session(5, pain_before=None, pain_after=3),
    some_session(9, pain_before=5, pain_after=4),
]


class Heard(QObject):
    """Everything the page asked for."""

    def __init__(self, page: TodayPage) -> None:
        super().__init__()
        self.all: list[tuple[object, ...]] = []
        page.start_wanted.connect(lambda *what: self.all.append(("start", *what)))
        page.resume_wanted.connect(lambda *what: self.all.append(("resume", *what)))
        page.discard_wanted.connect(lambda *what: self.all.append(("discard", *what)))
        page.choose_wanted.connect(lambda: self.all.append(("choose",)))


@pytest.fixture
def page(stage: Stage) -> TodayPage:
    """Gives the page as it stands after a few sessions."""
    page = TodayPage(stage.theme, shipped_content(), stage.pictures, PlayerSettings())
    page.show_today(TODAY, RECENT, None, shipped_routine("after-run-five"), REASON)
    stage.show(page)
    return page


@pytest.fixture
def heard(page: TodayPage) -> Heard:
    return Heard(page)


def show(
    page: TodayPage,
    stage: Stage,
    interrupted: Session | None,
    minutes_left: int | None = None,
) -> None:
    suggested = shipped_routine("after-run-five")
    page.show_today(TODAY, RECENT, interrupted, suggested, REASON, minutes_left=minutes_left)
    stage.settle()


def choose_pain(stage: Stage, pain: int) -> None:
    cells = [b for b in stage.seen(QAbstractButton) if b.text() == str(pain)]
    stage.press(cells[0].accessibleName())


def test_the_suggestion_is_shown_with_its_reason_and_what_it_takes(
    page: TodayPage, stage: Stage
) -> None:
    texts, names = stage.texts(), stage.names()

    assert {"Saturday 21 November", "Today", "Suggested now", "After-run five"} <= set(texts)
    assert "You need: foam roller, ball, chair, plate or book." in texts
    assert {"8 min", "5 exercises", REASON} <= set(names)
    assert "Foam roll: quadriceps, 5 reps each side" in names


def test_there_is_one_primary_button_and_the_names_are_kept(page: TodayPage, stage: Stage) -> None:
    show(page, stage, broken_off())

    names = stage.names(QAbstractButton)
    assert [names.count(name) for name in ("Start", "Resume session", "Discard")] == [1, 1, 1]
    assert "Choose another" in names
    assert all(names)


def test_start_tells_what_was_chosen(stage: Stage, page: TodayPage, heard: Heard) -> None:
    stage.press("Start")
    choose_pain(stage, 3)
    stage.press("Which knee: Right")
    stage.press("Start")

    assert heard.all == [
        ("start", "after-run-five", None, None),
        ("start", "after-run-five", 3, Side.RIGHT),
    ]


def test_start_has_a_key(stage: Stage, page: TodayPage, heard: Heard) -> None:
    stage.button("Choose another").setFocus()
    stage.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert heard.all == [("start", "after-run-five", None, None)]


def test_the_keys_of_numbers_answer_the_question(stage: Stage, page: TodayPage) -> None:
    stage.button(f"{QUESTION} 0, No pain").setFocus()
    stage.key(Qt.Key.Key_4)

    assert page.findChildren(TodayHero)[0].pain == 4


def test_another_routine_can_be_wanted(stage: Stage, page: TodayPage, heard: Heard) -> None:
    stage.press("Choose another")

    assert heard.all == [("choose",)]


def test_a_knee_can_be_chosen_beforehand_and_is_not_chosen_again(
    stage: Stage, page: TodayPage, heard: Heard
) -> None:
    suggested = shipped_routine("after-run-five")
    page.show_today(TODAY, RECENT, None, suggested, REASON, side=Side.LEFT)
    stage.press("Which knee: Both")
    page.show_today(TODAY, RECENT, None, suggested, REASON, side=Side.LEFT)
    stage.press("Start")

    assert heard.all == [("start", "after-run-five", None, Side.BOTH)]


@pytest.mark.parametrize("pain", range(11))
def test_from_six_on_the_page_warns_and_suggests_what_the_rule_allows(
    stage: Stage, page: TodayPage, heard: Heard, pain: int
) -> None:
    page.show_today(TODAY, RECENT, None, shipped_routine("strength-1"), REASON)
    choose_pain(stage, pain)
    red = pain >= 6

    reason = f"Pain {pain} now. From 6 on: gentle rolling at most, or rest."
    assert ("No strength or running today" in stage.texts()) is red
    assert ("Strength level 1" in stage.texts()) is not red
    assert ("Roll four" in stage.texts()) is red
    assert any(name.startswith("Foam roll: calf") for name in stage.names()) is red
    assert [line.accessibleName() for line in stage.seen(ReasonLine)] == [reason if red else REASON]
    stage.press("Start")
    assert heard.all == [("start", "roll-four" if red else "strength-1", pain, None)]


def test_a_routine_the_rule_allows_stays(stage: Stage, page: TodayPage, heard: Heard) -> None:
    rolls = replace(shipped_routine("roll-four"), key="mine", title="My rolls")
    page.show_today(TODAY, RECENT, None, rolls, REASON)
    choose_pain(stage, 6)
    stage.press("Start")

    assert heard.all == [("start", "mine", 6, None)]
    assert REASON not in stage.names()


def test_the_warning_goes_with_a_lower_answer(stage: Stage, page: TodayPage) -> None:
    choose_pain(stage, 8)
    choose_pain(stage, 2)

    assert stage.seen(Note) == []
    assert "After-run five" in stage.texts()
    assert REASON in stage.names()


def test_the_answer_stays_until_another_day_or_a_session(
    stage: Stage, page: TodayPage, heard: Heard
) -> None:
    suggested = shipped_routine("after-run-five")
    choose_pain(stage, 7)
    show(page, stage, None)
    stage.press("Start")
    page.clear_check_in()
    stage.press("Start")
    choose_pain(stage, 7)
    page.show_today(TODAY + timedelta(days=1), RECENT, None, suggested, REASON)
    stage.press("Start")

    assert [what[1:3] for what in heard.all] == [
        ("roll-four", 7),
        ("after-run-five", None),
        ("after-run-five", None),
    ]
    assert stage.seen(Note) == []


def test_without_sessions_only_the_check_in_is_there(stage: Stage, page: TodayPage) -> None:
    page.show_today(TODAY, [], None, shipped_routine("short"), "")
    stage.settle()

    assert "This week" not in stage.texts()
    assert "Pain after a session" not in stage.texts()
    assert QUESTION in stage.texts()
    assert stage.seen(ReasonLine) == []


def test_sessions_without_answers_show_the_week_alone(stage: Stage, page: TodayPage) -> None:
    silent = some_session(0, pain_before=3, pain_after=None)
    page.show_today(TODAY, [silent], None, shipped_routine("short"), REASON)
    stage.settle()

    assert "This week" in stage.texts()
    assert "1 day" in stage.texts()
    assert "Pain after a session" not in stage.texts()


def test_a_session_in_which_nothing_was_done_marks_no_day(stage: Stage, page: TodayPage) -> None:
    page.show_today(TODAY, [broken_off(0, 0)], None, shipped_routine("short"), REASON)
    stage.settle()

    assert "This week" not in stage.texts()


def test_the_week_tells_each_day(stage: Stage, page: TodayPage) -> None:
    assert stage.seen(WeekStrip)[0].accessibleName() == (
        "Monday done, Tuesday no session, Wednesday no session, Thursday done, Friday done, "
        "today open, Sunday ahead"
    )
    assert "3 days" in stage.texts()


def test_the_pain_tells_where_it_came_from(stage: Stage, page: TodayPage) -> None:
    told = {
        "Lower since Thu 12 Nov",
        "Pain 4 after the first session, 2 after the latest",
        "Before 3, after 2, Fri 20 Nov",
    }
    assert told <= set(stage.texts())
    assert stage.seen(PainDisc)[0].accessibleName() == "Pain after 2"
    assert stage.seen(PainTrend)[0].accessibleName() == (
        "Thu 19 Nov: Pain before 4, after 2; Mon 16 Nov: Pain after 3; "
        "Thu 12 Nov: Pain before 5, after 4"
    )


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (6, "Higher since Thu 12 Nov"),
        (5, "About the same since Thu 12 Nov"),
        (4, "About the same since Thu 12 Nov"),
        (3, "About the same since Thu 12 Nov"),
    ],
)
def test_pain_that_does_not_fall_is_told_as_plainly(
    stage: Stage, page: TodayPage, last: int, words: str
) -> None:
    sessions = [some_session(1, pain_before=None, pain_after=last), RECENT[-1]]
    page.show_today(TODAY, sessions, None, shipped_routine("short"), REASON)
    stage.settle()

    assert words in stage.texts()
    assert f"After {last}, Fri 20 Nov" in stage.texts()


def test_one_answer_is_no_trend(stage: Stage, page: TodayPage) -> None:
    page.show_today(TODAY, RECENT[:1], None, shipped_routine("short"), REASON)
    stage.settle()

    assert [text for text in stage.texts() if "since" in text or "the first" in text] == []
    assert stage.seen(PainTrend) == []


def test_today_and_the_overview_say_the_same_of_pain(stage: Stage, page: TodayPage) -> None:
    pains = {1: 0, 3: 9, 5: 1, 8: 1, 20: 2, 30: 3, 40: 1, 50: 0, 60: 9}
    sessions = [some_session(ago, pain_after=pain) for ago, pain in pains.items()]
    card = PainCard(stage.theme)
    card.show_heads(heads_of(sessions), TODAY)

    page.show_today(TODAY, sessions, None, shipped_routine("short"), REASON)
    stage.settle()

    verdict, ends = card.told(-1).removesuffix(".").split(". ")
    assert {verdict, ends} <= set(stage.texts())
    assert verdict == "About the same since Fri 2 Oct"


def test_nothing_on_the_page_is_red(stage: Stage, page: TodayPage) -> None:
    show(page, stage, broken_off())

    image = pixels(page)
    danger = [Role.DANGER, Role.DANGER_SOLID, Role.DANGER_TINT]
    assert [count(image, stage.theme.colour(role)) for role in danger] == [0, 0, 0]


@pytest.mark.parametrize("width", [800, 1000, 1179])
def test_a_narrow_window_has_one_column(stage: Stage, page: TodayPage, width: int) -> None:
    stage.resize(width, 700)
    hero, week = stage.seen(TodayHero)[0], stage.seen(WeekStrip)[0]

    assert week.mapTo(page, week.rect().topLeft()).y() > hero.geometry().bottom()


@pytest.mark.parametrize("width", [1180, 1280, 1920])
def test_a_wide_window_has_two(stage: Stage, page: TodayPage, width: int) -> None:
    stage.resize(width, 800)
    hero, week = stage.seen(TodayHero)[0], stage.seen(WeekStrip)[0]

    assert week.mapTo(page, week.rect().topLeft()).x() > hero.geometry().right()
    assert week.mapTo(page, week.rect().topLeft()).y() < hero.geometry().center().y()


def test_at_1280x720_all_is_in_sight(stage: Stage, page: TodayPage) -> None:
    stage.resize(1280, 720)
    show(page, stage, broken_off())
    names = stage.names()
    last = next(w for w in stage.seen(StagePicture) if w.isVisible())
    strip = [name for name in names if name.startswith("Child's pose")]

    assert last.height() >= 200
    assert strip != []
    hero = stage.seen(TodayHero)[0]
    assert hero.mapTo(page, hero.rect().bottomLeft()).y() < 720


def test_pictures_are_painted(stage: Stage, page: TodayPage) -> None:
    assert colours(pixels(stage.seen(StagePicture)[0])) > 300


def test_the_theme_changes_live(stage: Stage, page: TodayPage) -> None:
    show(page, stage, broken_off())
    stage.theme.choose(ThemeChoice.DARK)
    stage.settle()
    changed = pixels(page)
    fresh = TodayPage(stage.theme, shipped_content(), stage.pictures, PlayerSettings())
    show(fresh, stage, broken_off())
    fresh.setAutoFillBackground(True)
    fresh.resize(page.size())
    fresh.show()
    stage.settle()

    assert different(changed, pixels(fresh)) == 0
    fresh.close()
    fresh.deleteLater()


def test_a_routine_of_one_s_own_may_be_called_anything(stage: Stage) -> None:
    name = "A very long name of an exercise that nobody would have thought of before"
    long = exercise(name=name, goal=Goal.STRETCH)
    items = [RoutineItem(exercise=long.id, dose=dose(sets=3, hold_s=30))] * 13
    own = routine(*items, title="The programme of my therapist for the weeks before the race")
    page = TodayPage(stage.theme, content(exercises=(long,)), stage.pictures, PlayerSettings())
    page.show_today(TODAY, [], None, own, REASON * 4)
    stage.show(page, (800, 600))

    assert "13 exercises" in stage.names()
    assert "You need no equipment." in stage.texts()


@pytest.mark.parametrize(
    ("today", "marks"),
    [
        (date(2026, 11, 16), "1......"),
        (date(2026, 11, 18), "1-....."),
        (date(2026, 11, 22), "1--1---"),
    ],
)
def test_days_of_the_week(today: date, marks: str) -> None:
    done = {date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 19)}
    done = {day for day in done if day <= today}
    letters = {DayMark.DONE: "1", DayMark.MISSED: "-", DayMark.AHEAD: ".", DayMark.BEFORE: " "}
    week = week_of(today, done)
    shown = "".join(letters[mark] for _, mark in week)

    assert week[0][0] == date(2026, 11, 16)
    # Sunday is today there, and open.
    assert shown == marks[:6] + ("." if today.day == 22 else marks[6])


def test_nothing_is_said_of_the_days_before_the_first_session() -> None:
    week = week_of(TODAY, {TODAY - timedelta(days=1)})

    assert [mark for _, mark in week][:5] == [DayMark.BEFORE] * 4 + [DayMark.DONE]
