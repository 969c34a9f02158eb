"""Where the shipped files are: the content, the pictures."""

from __future__ import annotations

from pathlib import Path


def resource_folder() -> Path:
    """Gives the folder with ``exercises.json`` and ``images/``.

    An installed program carries it inside the package; a checkout has it beside the package.
    """
    package = Path(__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
