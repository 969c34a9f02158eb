"""Prints the name of the device sounds are played on: ``python -m kneegui.desktop.sound_device``.

In a process of its own, because Qt waits for a sound server that hangs as long as it hangs.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication


def main() -> int:
    """Gives 0 and prints the name, or gives 1 where there is no device."""
    from PySide6.QtMultimedia import QMediaDevices

    application = QCoreApplication(sys.argv[:1])
    device = QMediaDevices.defaultAudioOutput()
    sys.stdout.write(device.description() + "\n")
    del application
    return int(device.isNull())


if __name__ == "__main__":
    sys.exit(main())
