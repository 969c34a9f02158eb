"""Settings and favourites are kept."""

from __future__ import annotations

from kneegui.store.database import Database
from kneegui.store.favourites import Favourites
from kneegui.store.stored_settings import StoredSettings


def test_a_setting_is_kept_changed_and_forgotten(database: Database) -> None:
    kept = StoredSettings(database)
    assert kept.get("voice") is None

    kept.set("voice", "Anna")
    kept.set("voice", "Bruno")
    kept.set("tempo", "slow")

    database.close()
    assert kept.get("voice") == "Bruno"
    assert kept.all() == {"tempo": "slow", "voice": "Bruno"}

    for _ in range(2):
        kept.remove("voice")

    assert kept.all() == {"tempo": "slow"}


def test_favourites_keep_the_order_of_choice(database: Database) -> None:
    kept = Favourites(database)
    for exercise in ("clamshell", "bridge", "clamshell", "wall-sit"):
        kept.add(exercise)

    assert kept.all() == ("clamshell", "bridge", "wall-sit")


def test_a_favourite_can_be_taken_back(database: Database) -> None:
    kept = Favourites(database)
    kept.add("clamshell")
    kept.add("bridge")

    for _ in range(2):
        kept.remove("clamshell")
    kept.add("clamshell")

    assert kept.all() == ("bridge", "clamshell")
