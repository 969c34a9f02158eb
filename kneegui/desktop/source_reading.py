"""PySide reads the source of every module that is imported after it; here it is told not to."""

from __future__ import annotations


def leave_sources_unread() -> None:
    """Keeps PySide from reading the source of the modules imported from now on.

    It looks into each for its own name, because a module may ask it for other names of Qt's methods
    (``from __feature__ import snake_case``); no module here does. What it has read is kept in
    ``linecache`` for good: 18 MiB, most of it SQLAlchemy, and a twelfth of the time until the first
    paint. A PySide that does this in another way is left alone.
    """
    import PySide6.QtCore  # noqa: F401  only then there is such a part of it
    from shibokensupport import feature  # pyright: ignore[reportMissingImports]  inside PySide

    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False
