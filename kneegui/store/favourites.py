"""The exercises the user likes to find first."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from kneegui.store.database import Database
from kneegui.store.tables import favourite_table


class Favourites:
    """The favourite exercises of one database, by their ids.

    Every method may raise the errors of ``Database.open``.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[str, ...]:
        """Gives them in the order in which they were chosen."""
        with self._database.reading() as transaction:
            return tuple(
                transaction.scalars(
                    select(favourite_table.c.exercise).order_by(favourite_table.c.id)
                )
            )

    def add(self, exercise: str) -> None:
        """Adds an exercise; one that is there keeps its place."""
        with self._database.writing() as transaction:
            transaction.execute(
                insert(favourite_table).values(exercise=exercise).on_conflict_do_nothing()
            )

    def remove(self, exercise: str) -> None:
        """Removes an exercise, if it is there."""
        with self._database.writing() as transaction:
            transaction.execute(
                delete(favourite_table).where(favourite_table.c.exercise == exercise)
            )
