"""Filtering the catalogue with chips and menus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QMenu

from kneegui.domain.exercise import Goal
from kneegui.ui.theme.roles import Role
from kneegui.ui.widgets.chip import Chip, MenuChip
from kneegui.ui.widgets.empty_state import EmptyState
from tests.support.pixels import count, different, pixels
from tests.support.shipped import shipped_content
from tests.support.user import User, menu_choice, name_of, row_names

# The platform of the tests has no keyboard for a menu to take.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")

GOALS = {"Release": 10, "Stretch": 8, "Strengthen": 11}
CLEAR = "Clear filters"


def chip(user: User, text: str) -> QAbstractButton:
    """Gives the chip of these words, whatever its number is now."""
    return next(chip for chip in user.all(Chip) if chip.text() == text)


def numbers(user: User) -> dict[str, int]:
    """Gives what the chips that count say to a screen reader."""
    named = [name_of(chip).rsplit(", ", 1) for chip in user.all(Chip)]
    return {parts[0]: int(parts[1]) for parts in named if len(parts) == 2}


def shown(user: User) -> list[str]:
    return [name for grid in user.all(QListView) for name in row_names(grid)]


def choices(menu: QMenu) -> dict[str, str]:
    """Gives the choices of a menu with the numbers beside them."""
    return dict(action.text().split("\t") for action in menu.actions())


def test_the_chips_count_what_they_would_show(user: User) -> None:
    found = numbers(user)

    assert {goal: found[goal] for goal in GOALS} == GOALS
    assert found["Calves"] == sum("calves" in ex.body_areas for ex in shipped_content().exercises)


@pytest.mark.parametrize("goal", GOALS)
def test_a_goal_leaves_its_exercises(user: User, goal: str) -> None:
    user.click(chip(user, goal))
    wanted = Goal(goal.lower())

    assert shown(user) == [ex.name for ex in shipped_content().exercises if ex.goal is wanted]
    assert f"{GOALS[goal]} of 29 exercises" in user.texts()
    assert chip(user, goal).isChecked()


def test_the_numbers_of_other_chips_follow(user: User) -> None:
    user.click(chip(user, "Release"))
    found = numbers(user)

    assert {goal: found[goal] for goal in GOALS} == GOALS
    assert found["Trunk"] == 0

    user.click(chip(user, "Release"))
    assert numbers(user)["Trunk"] == 3


def test_two_goals_leave_the_exercises_of_both(user: User) -> None:
    user.click(chip(user, "Release"))
    user.click(chip(user, "Stretch"))

    assert len(shown(user)) == 18


def test_goal_and_area_must_both_fit(user: User) -> None:
    user.click(chip(user, "Release"))
    user.click(chip(user, "Calves"))

    assert shown(user) == ["Foam roll: calf", "Massage gun: thigh"]


def test_search_and_chip_must_both_fit(user: User) -> None:
    user.click(chip(user, "Stretch"))
    user.click(user.one(QLineEdit))
    user.type("calf")

    assert shown(user) == ["Calf stretch"]
    assert numbers(user)["Release"] > 0


def test_a_chip_works_by_keyboard(user: User) -> None:
    chip(user, "Stretch").setFocus(Qt.FocusReason.TabFocusReason)
    user.press(Qt.Key.Key_Space)

    assert len(shown(user)) == GOALS["Stretch"]


def test_a_chosen_chip_is_painted_in_its_colour(user: User) -> None:
    stretch = chip(user, "Stretch")
    tint = user.parts.theme.colour(Role.STRETCH_TINT)
    before = count(pixels(stretch), tint)
    user.click(stretch)

    assert before == 0
    assert count(pixels(stretch), tint) > 500


def test_chips_do_not_move_while_numbers_change(user: User) -> None:
    places = {chip.text(): chip.geometry() for chip in user.all(Chip)}
    user.click(chip(user, "Release"))

    assert {chip.text(): chip.geometry() for chip in user.all(Chip)} == places


def test_a_chosen_chip_that_shows_nothing_can_be_taken_back(user: User) -> None:
    user.click(chip(user, "Trunk"))
    user.click(chip(user, "Release"))
    assert shown(user) == []
    assert numbers(user)["Trunk"] == 0
    assert numbers(user)["Release"] == 0

    user.click(chip(user, "Trunk"))

    assert len(shown(user)) == GOALS["Release"]


def test_an_empty_chip_that_was_never_chosen_can_be_chosen_and_taken_back(user: User) -> None:
    user.click(chip(user, "Release"))
    user.click(chip(user, "Trunk"))
    assert shown(user) == []

    user.click(chip(user, "Trunk"))
    assert len(shown(user)) == GOALS["Release"]


def test_a_menu_stays_open_while_several_are_ticked(user: User) -> None:
    user.click_choices("Equipment", "Foam roller", "Ball")

    rolled = [ex for ex in shipped_content().exercises if _needs(ex.id, "roller", "ball")]
    assert shown(user) == [ex.name for ex in rolled]
    assert len(rolled) > 5


def test_a_menu_tells_what_is_chosen_in_it(user: User) -> None:
    user.click_choices("Equipment", "Foam roller")
    equipment = next(chip for chip in user.all(MenuChip) if "roller" in name_of(chip))
    assert (equipment.text(), name_of(equipment)) == ("Foam roller", "Equipment: Foam roller")

    user.click_choices("Equipment: Foam roller", "Ball", "Wall")
    assert equipment.text() == "Foam roller +2"
    assert name_of(equipment) == "Equipment: Foam roller, Ball, Wall"
    assert equipment.isChecked()

    user.click_choices("Equipment: Foam roller, Ball, Wall", "Foam roller", "Ball", "Wall")
    assert (equipment.text(), name_of(equipment)) == ("Equipment", "Equipment")
    assert not equipment.isChecked()


def test_looking_into_a_menu_chooses_nothing(user: User) -> None:
    user.in_menu("Source", lambda _menu: None)

    assert not user.button("Source").isChecked()
    assert len(shown(user)) == 29


def test_a_menu_shows_live_numbers(user: User) -> None:
    seen: list[dict[str, str]] = []
    user.in_menu("Equipment", lambda menu: seen.append(choices(menu)))
    user.click(chip(user, "Release"))
    user.in_menu("Equipment", lambda menu: seen.append(choices(menu)))

    assert seen[0]["Foam roller"] == seen[1]["Foam roller"] == "7"
    assert seen[0]["Strap"] != "0"
    assert seen[1]["Strap"] == "0"


def test_a_choice_that_would_show_nothing_cannot_be_ticked(user: User) -> None:
    user.click(chip(user, "Release"))

    def click_strap(menu: QMenu) -> None:
        strap = menu_choice(menu, "Strap")
        place = menu.actionGeometry(strap).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
        assert not strap.isChecked()

    user.in_menu("Equipment", click_strap)

    assert len(shown(user)) == GOALS["Release"]


def test_a_ticked_choice_that_shows_nothing_can_be_taken_back(user: User) -> None:
    user.click_choices("Equipment", "Strap")
    user.click(chip(user, "Release"))
    assert shown(user) == []

    user.click_choices("Equipment: Strap", "Strap")

    assert len(shown(user)) == GOALS["Release"]


def test_a_choice_is_ticked_by_keyboard(user: User) -> None:
    def press_down_and_enter(menu: QMenu) -> None:
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(menu, key)

    user.in_menu("Equipment", press_down_and_enter)

    assert name_of(user.all(MenuChip)[0]) == "Equipment: Foam roller"


def test_every_article_is_a_source(user: User) -> None:
    seen: list[dict[str, str]] = []
    user.in_menu("Source", lambda menu: seen.append(choices(menu)))

    articles = shipped_content().articles
    assert list(seen[0]) == [f"{article.id}  {article.author}" for article in articles]
    assert "0" not in seen[0].values()


def test_clear_is_offered_only_where_something_is_chosen(user: User) -> None:
    assert CLEAR not in user.buttons()

    user.click(chip(user, "Release"))
    assert CLEAR in user.buttons()

    user.click(chip(user, "Release"))
    assert CLEAR not in user.buttons()


def test_clear_takes_back_search_chips_and_menus(user: User) -> None:
    at_first = numbers(user)
    user.click(chip(user, "Stretch"))
    user.click_choices("Position", "Standing")
    user.click(user.one(QLineEdit))
    user.type("calf")
    assert len(shown(user)) == 1

    user.press_button(CLEAR)

    assert len(shown(user)) == 29
    assert numbers(user) == at_first
    assert user.one(QLineEdit).text() == ""
    assert [name_of(chip) for chip in user.all(Chip) if chip.isChecked()] == []
    assert [name_of(chip) for chip in user.all(MenuChip)] == ["Equipment", "Position", "Source"]


def test_nothing_found_with_filters_alone(user: User) -> None:
    user.click(chip(user, "Release"))
    user.click(chip(user, "Trunk"))

    assert "No exercise has all that is chosen." in user.texts(user.one(EmptyState))


def test_nothing_found_with_search_and_filters(user: User) -> None:
    user.click(chip(user, "Release"))
    user.click(user.one(QLineEdit))
    user.type("wall sit")

    words = "Nothing fits “wall sit” together with the filters."
    assert words in user.texts(user.one(EmptyState))


def test_the_empty_page_clears_the_filters(user: User) -> None:
    user.click(chip(user, "Release"))
    user.click(chip(user, "Trunk"))
    user.click(user.all(QAbstractButton, user.one(EmptyState))[0])

    assert len(shown(user)) == 29


def test_the_cards_are_painted_again(user: User) -> None:
    before = pixels(user.one(QListView))
    user.click(chip(user, "Strengthen"))

    assert different(before, pixels(user.one(QListView))) > 10_000


def test_a_narrow_window_has_the_areas_in_a_menu(narrow_user: User) -> None:
    assert [chip.text() for chip in narrow_user.all(Chip)] == [
        *GOALS,
        "Body area",
        "Equipment",
        "Position",
        "Source",
    ]

    narrow_user.click_choices("Body area", "Calves")

    assert "Foam roll: calf" in shown(narrow_user)
    assert len(shown(narrow_user)) == 3


def test_a_filter_holds_when_the_window_becomes_narrow(user: User) -> None:
    user.click(chip(user, "Calves"))
    user.window.resize(800, 600)
    user.settle()

    assert "Body area: Calves" in user.buttons()
    assert len(shown(user)) == 3


def _needs(exercise: str, *kinds: str) -> bool:
    equipment = shipped_content().exercise_by_id[exercise].equipment
    return any(thing.kind in kinds and not thing.optional for thing in equipment)
