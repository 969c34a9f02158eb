"""Settings that belong to the data rather than to the window: texts by their keys."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from kneegui.store.database import Database
from kneegui.store.tables import setting_table


class StoredSettings:
    """The settings of one database; what a value means is for its reader to know.

    Every method may raise the errors of ``Database.open``.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, str]:
        """Gives every value by its key."""
        with self._database.reading() as transaction:
            rows = transaction.execute(select(setting_table).order_by(setting_table.c.key))
            return {row.key: row.value for row in rows}

    def get(self, key: str) -> str | None:
        """Gives a value; None where it was never set."""
        with self._database.reading() as transaction:
            return transaction.scalar(
                select(setting_table.c.value).where(setting_table.c.key == key)
            )

    def set(self, key: str, value: str) -> None:
        """Stores a value in place of the one before."""
        statement = insert(setting_table).values(key=key, value=value)
        with self._database.writing() as transaction:
            transaction.execute(
                statement.on_conflict_do_update(index_elements=["key"], set_={"value": value})
            )

    def remove(self, key: str) -> None:
        """Forgets a value, if there is one."""
        with self._database.writing() as transaction:
            transaction.execute(delete(setting_table).where(setting_table.c.key == key))
