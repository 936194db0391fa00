"""The entry: the one place where the command line and the window meet.

Each function imports its part of the window only when it is asked for: if Qt is missing, the rest of the program works,
and the window itself waits for nothing that it does not show.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kneetree import collector
from kneetree.cli import arguments, screen
from kneetree.cli.qt_functions import QtFunctions
from kneetree.errors import KneetreeError, NoWindow

if TYPE_CHECKING:
    from kneetree.model.tree import Tree
    from kneetree.report.summary import Summary


def _window(tree: Path | None) -> int:
    try:
        with collector.paused():  # it would look through Qt's classes again and again: 3 ms of the first page
            from kneetree.ui.window.app import open_window  # noqa: PLC0415 - see above
    except ImportError as error:
        raise NoWindow(str(_without_qt(error))) from error
    return int(open_window(tree))


def _report_pdf(summary: Summary, path: Path) -> None:
    _check_offscreen()
    try:
        from kneetree.ui.printing.pdf import write_report  # noqa: PLC0415 - see above
    except ImportError as error:
        raise _without_qt(error) from error
    write_report(summary, path)


def _picture(tree: Tree, path: Path, paper: str) -> None:
    _check_offscreen()
    try:
        from kneetree.ui.printing import map_image  # noqa: PLC0415 - see above
    except ImportError as error:
        raise _without_qt(error) from error
    map_image.write(tree, path, paper)


def _check_offscreen() -> None:
    screen.offer_libraries(offscreen=True)
    why = screen.why_no_window(offscreen=True)
    if why:
        raise KneetreeError("PDF and PNG cannot be made here. {why}", why=why)


def _without_qt(error: ImportError) -> KneetreeError:
    return KneetreeError(
        "Qt cannot be loaded ({error}). Type: pip install PySide6-Essentials. Everything but the "
        "window, PNG and PDF works without it.",
        error=error,
    )


def main() -> int:
    """Do what was typed and return the exit status."""
    return arguments.run(sys.argv[1:], QtFunctions(_window, _report_pdf, _picture))


if __name__ == "__main__":
    sys.exit(main())
