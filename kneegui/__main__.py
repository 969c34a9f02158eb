"""``python -m kneegui`` and the ``kneegui`` command."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from kneegui.arguments import FAILED, Asked, parse
from kneegui.domain.errors import KneeGuideError


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line asks for and gives the exit code: 0 done, 2 could not."""
    asked = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _do(asked)
        if asked.command is not None:
            sys.stdout.flush()
    except KneeGuideError as error:
        print(f"kneegui: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _do(asked: Asked) -> int:
    if asked.command == "list":
        from kneegui.cli import print_list

        print_list(asked.what, asked.format)
        return 0
    if asked.command == "export":
        from kneegui.data_commands import export_sessions

        export_sessions(
            asked.data_dir,
            asked.format,
            asked.out,
            os.environ,
            first=asked.first,
            last=asked.last,
            paper=asked.paper,
            notes=asked.notes,
        )
        return 0
    if asked.command == "import":
        from kneegui.data_commands import import_sessions

        import_sessions(asked.data_dir, asked.file, os.environ, dry_run=asked.dry_run)
        return 0
    if asked.command == "check":
        from kneegui.cli import print_checks

        return 0 if print_checks(asked.data_dir, os.environ) else 1
    # Nothing made while starting is garbage; looking for some would cost a twelfth of the time.
    gc.disable()
    from kneegui.desktop.source_reading import leave_sources_unread

    leave_sources_unread()
    from kneegui.app import run_window

    return run_window(
        asked.data_dir, asked.page, os.environ, routine=asked.routine, scale=asked.time_scale
    )


if __name__ == "__main__":
    sys.exit(main())
