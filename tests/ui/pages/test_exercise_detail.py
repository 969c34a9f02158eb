"""Everything the content says about an exercise can be read in its pane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from kneegui.domain.basis import Basis
from kneegui.domain.dose import ArticleDose, Dose
from kneegui.domain.exercise import Exercise, Sides
from kneegui.ui import words
from kneegui.ui.pages.exercise_detail import ExerciseDetail
from kneegui.ui.widgets.dose_table import SILENT, DoseTable
from kneegui.ui.widgets.dose_tiles import DoseTiles
from kneegui.ui.widgets.feel_scale import FeelScale
from kneegui.ui.widgets.label import Label
from kneegui.ui.widgets.scrolling import ColumnScroll
from kneegui.ui.widgets.tag import LinkTag, Tag
from tests.support.shipped import exercise_ids, shipped_content
from tests.support.user import User, name_of

CONTENT = shipped_content()
NEIGHBOURS = [
    (exercise.id, heading, neighbour.exercise)
    for exercise in CONTENT.exercises
    for heading, neighbour in (("Easier", exercise.easier), ("Harder", exercise.harder))
    if neighbour is not None and neighbour.exercise is not None
]


@pytest.mark.parametrize("exercise_id", exercise_ids())
def test_the_pane_tells_all_that_is_known(user: User, exercise_id: str) -> None:
    # One opened program for all that is looked at: opening is what takes the time.
    exercise = CONTENT.exercise_by_id[exercise_id]
    user.parts.exercises_page.show_exercise(exercise_id)
    user.settle()

    all_words_can_be_read(user, exercise)
    what_is_painted_is_told_to_a_screen_reader(user, exercise)
    the_neighbours_are_named(user, exercise)
    every_article_has_its_own_dose_in_the_table(user, exercise)
    our_doses_stand_beside_them_with_their_reasons(user, exercise)
    sided_doses_say_so(user, exercise)
    all_routines_with_the_exercise_are_linked(user, exercise)


def pane(user: User) -> ExerciseDetail:
    return user.one(ExerciseDetail)


def table_rows(user: User) -> list[list[str]]:
    """Gives the cells of the dose table, row by row from left to right, as they stand there."""
    cells = user.all(Label, user.one(DoseTable))
    tops = sorted({cell.y() for cell in cells})
    return [
        [cell.text() for cell in sorted(cells, key=lambda cell: cell.x()) if cell.y() == top]
        for top in tops
    ]


def own_figures(dose: ArticleDose) -> list[str]:
    """Gives what an article prescribes as the table says it; a dash where it is silent."""
    return [
        words.number_range(dose.sets) if dose.sets else SILENT,
        words.number_range(dose.reps) if dose.reps else SILENT,
        words.duration_range(dose.hold_s) if dose.hold_s else SILENT,
        words.duration_range(dose.seconds) if dose.seconds else SILENT,
    ]


def our_figures(dose: Dose) -> list[str]:
    """Gives a dose of ours as the table says it."""
    return [
        str(dose.sets),
        SILENT if dose.reps is None else str(dose.reps),
        SILENT if dose.hold_s is None else words.duration(dose.hold_s),
        SILENT if dose.seconds is None else words.duration(dose.seconds),
    ]


def all_words_can_be_read(user: User, exercise: Exercise) -> None:
    read = user.texts(pane(user))

    wanted = [
        exercise.name,
        exercise.start_position.text,
        *(step.text for step in exercise.movement),
        *(cue.text for cue in exercise.cues),
        *(mistake.text for mistake in exercise.mistakes),
        exercise.caution.text,
        exercise.stop.text,
        exercise.purpose.text,
        f"Muscles: {', '.join(exercise.muscles)}",
    ]
    assert [text for text in wanted if text not in read] == []
    everything = "\n".join(read)
    assert [name for name in exercise.other_names if name not in everything] == []
    assert exercise.feel.text in everything
    assert f"{exercise.feel.low}–{exercise.feel.high} of 10" in everything
    assert exercise.one_rep.text in everything
    for thing in exercise.equipment:
        assert thing.text.rstrip(".") in everything
        for way in thing.alternatives:
            assert way.text[1:].rstrip(".") in everything

    # And what it does not say: nothing that another exercise says was left behind.
    titles = {other.name for other in CONTENT.exercises} - {exercise.name}
    assert titles.isdisjoint(read)


def what_is_painted_is_told_to_a_screen_reader(user: User, exercise: Exercise) -> None:
    tags = [name_of(tag) for tag in user.all(Tag, pane(user))]

    assert tags[0] == words.goal_word(exercise.goal)
    assert {words.area_word(area) for area in exercise.body_areas} <= set(tags)
    assert words.position_word(exercise.position) in tags
    assert f"{exercise.feel.low} to {exercise.feel.high} of 10" == name_of(user.one(FeelScale))
    tiles = name_of(user.one(DoseTiles)).split(", ")
    assert tiles[0].startswith(f"{exercise.start.sets} set")
    assert tiles[-1].endswith(" total")


def the_neighbours_are_named(user: User, exercise: Exercise) -> None:
    read = "\n".join(user.texts(pane(user)))
    buttons = user.buttons(pane(user))
    for heading, neighbour in (("Easier", exercise.easier), ("Harder", exercise.harder)):
        if neighbour is None:
            assert not any(button.startswith(f"{heading}:") for button in buttons)
            continue
        if neighbour.text is not None:
            assert neighbour.text in read
        if neighbour.exercise is not None:
            assert f"{heading}: {CONTENT.exercise_by_id[neighbour.exercise].name}" in buttons


def every_article_has_its_own_dose_in_the_table(user: User, exercise: Exercise) -> None:
    rows = table_rows(user)
    notes = [row[0] for row in rows if len(row) == 1]

    for dose in exercise.doses:
        article = CONTENT.article_by_id[dose.article]
        assert [f"{article.id}  {article.author}", *own_figures(dose)] in rows
        below = [note for note in notes if article.title in note]
        assert len(below) == 1
        assert (dose.note or "") in below[0]
    assert sum(len(row) == 5 for row in rows) == 1 + len(exercise.doses) + 1 + exercise.progresses


def our_doses_stand_beside_them_with_their_reasons(user: User, exercise: Exercise) -> None:
    rows = table_rows(user)
    ours = [("KneeGuide, start", exercise.start)]
    if exercise.progresses:
        ours.append(("KneeGuide, target", exercise.target))

    for name, dose in ours:
        at = rows.index([name, *our_figures(dose)])
        note = rows[at + 1][0]
        assert reasons_missing(note, dose.basis) == []


def reasons_missing(note: str, basis: Basis) -> list[str]:
    """Gives what a dose rests on and its note does not say."""
    wanted = [
        *basis.articles,
        *([basis.reason] if basis.reason else []),
        *(CONTENT.evidence_by_id[name].citation for name in basis.evidence),
    ]
    return [words for words in wanted if words not in note]


def sided_doses_say_so(user: User, exercise: Exercise) -> None:
    says_so = "count for each side" in "\n".join(user.texts(pane(user)))

    assert says_so == (exercise.sides is not Sides.BOTH)


def all_routines_with_the_exercise_are_linked(user: User, exercise: Exercise) -> None:
    links = [name_of(link) for link in user.all(LinkTag, pane(user))]

    assert links == [routine.title for routine in CONTENT.routines_with(exercise.id)]


def test_every_neighbour_leads_to_its_exercise(user: User) -> None:
    for start, heading, wanted in NEIGHBOURS:
        user.parts.exercises_page.show_exercise(start)
        user.settle()
        name = CONTENT.exercise_by_id[wanted].name

        user.press_button(f"{heading}: {name}")

        assert name in user.texts(pane(user))
        assert user.one(QListView).currentIndex().data() == name


def test_a_neighbour_that_the_filter_hides_is_shown_all_the_same(user: User) -> None:
    user.parts.exercises_page.search("couch")
    user.parts.exercises_page.show_exercise("couch-stretch")
    user.settle()

    user.press_button("Easier: Half-kneeling hip flexor stretch")

    assert "Half-kneeling hip flexor stretch" in user.texts(pane(user))
    assert "29 exercises" in user.texts()


def test_a_neighbour_is_reached_by_keyboard(user: User) -> None:
    user.parts.exercises_page.show_exercise("couch-stretch")
    user.settle()
    user.button("Easier: Half-kneeling hip flexor stretch").setFocus(Qt.FocusReason.TabFocusReason)

    user.press(Qt.Key.Key_Space)

    assert "Half-kneeling hip flexor stretch" in user.texts(pane(user))
    assert user.focused.isVisible()
    assert user.focused is not user.window


def test_used_in_leads_to_every_routine(user: User) -> None:
    for routine in CONTENT.programmes:
        user.parts.window.show_page("exercises")
        user.parts.exercises_page.show_exercise(routine.items[0].exercise)
        user.settle()

        user.press_button(routine.title)

        assert user.parts.window.shown_page == "routines"
        assert routine.summary.text in user.texts()


def test_the_next_exercise_is_shown_from_its_top(user: User) -> None:
    user.parts.exercises_page.show_exercise("couch-stretch")
    user.settle()
    bar = user.one(ColumnScroll).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 300

    user.click_row(user.one(QListView), 0)

    assert user.one(ColumnScroll).verticalScrollBar().value() == 0


def test_the_pane_scrolls_by_keyboard(user: User) -> None:
    area = user.one(ColumnScroll)
    area.setFocus(Qt.FocusReason.TabFocusReason)
    user.press(Qt.Key.Key_PageDown)

    assert area.verticalScrollBar().value() > 200
