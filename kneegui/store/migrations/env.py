"""What Alembic runs to migrate: it takes the connection and the transaction it is handed.

Alembic loads this file under the name ``env_py``. Imported under any other it does nothing.
"""

from __future__ import annotations

from alembic import context

from kneegui.store.tables import metadata


def _run() -> None:
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        # SQLite can alter little in place: tables are rebuilt.
        render_as_batch=True,
    )
    context.run_migrations()


if __name__ == "env_py":
    _run()
