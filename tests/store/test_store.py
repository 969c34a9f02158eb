"""The store makes its parts when they are asked for, and owes nothing when it is closed."""

from __future__ import annotations

from pathlib import Path

from kneegui.store.store import Store
from tests.store.programs import run_python
from tests.store.samples import session, step
from tests.store.test_database import turn_to_garbage


def test_the_store_is_made_without_what_it_needs_later(own_folders: Path) -> None:
    code = (
        "import pathlib, sys\n"
        "from kneegui.store.store import Store\n"
        "store = Store(pathlib.Path(sys.argv[1]) / 'data', print)\n"
        "store.close()\n"
        "print([name for name in ('sqlalchemy', 'msgspec', 'sqlite3') if name in sys.modules])\n"
    )

    printed = run_python(code, own_folders)

    assert printed == "[]\n"
    assert not (own_folders / "data").exists()


def test_the_parts_share_one_database(own_folders: Path) -> None:
    store = Store(own_folders, print)
    assert store.open() is None

    store.log.begin(session())
    store.settings.set("voice", "Anna")
    store.favourites.add("clamshell")

    assert store.sessions.get("first") == session()
    assert store.database.generation == 1
    assert [file.name for file in own_folders.glob("*.db")] == [store.path.name]
    store.close()
    assert [file.name for file in own_folders.glob("*.db-*")] == []


def test_opening_says_what_happened_once(own_folders: Path) -> None:
    turn_to_garbage(own_folders / "kneegui.db")
    store = Store(own_folders, print)

    notice = store.open()

    assert notice is not None
    assert "damaged" in notice
    assert store.open() is None
    store.close()


def test_closing_writes_what_is_owed(own_folders: Path) -> None:
    folder = own_folders / "data"
    folder.touch()
    store = Store(folder, lambda _: None)
    assert not store.log.begin(session())
    assert not store.log.add_step(step(1), 2)
    folder.unlink()
    store.close()

    again = Store(folder, print)
    assert again.sessions.get("first") == session(position=2, steps=(step(1),))
    again.close()
