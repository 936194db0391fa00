"""Makes the pictures of the papers, in ``resources/screenshots``.  Run:  python -m resources.screenshots [NAME ...]

Drawn without a display from today's program, always with the same answers; needs no settings and leaves none.

- ``result-light`` and ``editor-light``: the window over the shipped tree;
- ``walk.png``: a walk that moves, for the README (an APNG: what cannot play it shows its first page);
- ``guide-…``: made while the guides are followed word by word, by what follows them in the tests.

With names, only the pictures whose names begin so are written.
"""

from __future__ import annotations

import os
import struct
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QBuffer, QIODevice, QSettings, QStandardPaths, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog

from kneetree.files import tree_files
from kneetree.model.tree import Answer
from kneetree.ui import dialogs
from kneetree.ui.printing.png_strips import chunk
from kneetree.ui.style.theme import Theme
from kneetree.ui.window import import_dialogs
from kneetree.ui.window.app import make_app
from kneetree.ui.window.main_window import MainWindow
from tests.papers.png import chunks
from tests.trees import small
from tests.ui.guides import following
from tests.ui.guides.newcomer import FOLLOWED, Newcomer, guide, pictures

FOLDER = Path(__file__).parent / "screenshots"
TICKED = ("pain_behind", "swelling_calf")
"""What is ticked in a list; every other answer is no."""
NUMBERS = {"age": 54, "days": 5}
"""The answer to each number."""
MOST = 25
OF_TREE = ("walk", "result-light", "editor-light")
"""The pictures of the shipped tree."""
SECONDS = 2.4
"""How long each page of the moving picture stays."""
TIMES = 3
"""How often the moving picture plays before it rests."""
LONGEST = 60.0


def settle(app: QApplication, seconds: float = 0.1) -> None:
    """Let everything find its place."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()


def wait_in(app: QApplication) -> Callable[[Callable[[], bool]], None]:
    """Return what waits until something is so."""

    def wait(happens: Callable[[], bool]) -> None:
        end = time.monotonic() + LONGEST
        while not happens():
            settle(app, 0.02)
            if time.monotonic() > end:
                raise TimeoutError("a guide says what does not come")

    return wait


def wanted(name: str) -> bool:
    """Return whether a picture is to be written."""
    return len(sys.argv) == 1 or any(name.startswith(one) for one in sys.argv[1:])


# -- the window over the shipped tree -------------------------------------------------------------


def write(window: MainWindow) -> None:
    """Write the answer to the open question, if it is not only a button."""
    node = window.view.wizard.node_shown
    page = window.view.wizard.question_page(node)
    if page.number is not None:
        page.number.show_number(NUMBERS[window.document.tree.asked(node).scale])
    for line in page.items.rows if page.items is not None else ():
        line.tick.setChecked(line.finding in TICKED)


def answer(window: MainWindow) -> None:
    """Give the open question its answer."""
    write(window)
    node = window.view.wizard.node_shown
    page = window.view.wizard.question_page(node)
    if page.number is None and page.items is None:
        page.answers.buttons[Answer.NO].click()
        return
    for _ in page.items.rows if page.items is not None else range(1):  # it reads on until all lines were on screen
        if window.view.wizard.node_shown == node:
            page.go_on.click()


def until(window: MainWindow, app: QApplication, done: Callable[[], bool], seen: Callable[[], None]) -> None:
    """Answer on until ``done``; each question is ``seen`` once, with its answer."""
    last = ""
    for _ in range(MOST):
        if done():
            return
        if window.view.wizard.node_shown != last:
            last = window.view.wizard.node_shown
            write(window)
            seen()
        answer(window)
        settle(app)


def shoot(window: MainWindow, app: QApplication, name: str, seconds: float = 0.3) -> None:
    """Take a picture of the window."""
    settle(app, seconds)
    if wanted(name):
        window.grab().save(str(FOLDER / f"{name}.png"))


def open_window(app: QApplication, theme: Theme, path: Path | None = None) -> MainWindow:
    """Return a window over the shipped tree, or over another one."""
    window = MainWindow(theme)
    window.resize(1180, 780)
    window.show()
    window.load(path)
    wait_in(app)(lambda: window.session is not None)
    window.wait_for_loader()
    return window


def close(window: MainWindow) -> None:
    """Take a window away."""
    window.document.stack.setClean()
    window.document.close()
    window.close()
    window.deleteLater()


def of_tree(app: QApplication, theme: Theme) -> None:
    """Walk the shipped tree and open it in the editor, and take the pictures of both."""
    theme.choose_mode("light")
    window = open_window(app, theme)
    pages: list[QImage] = []

    def keep() -> None:
        settle(app, 0.3)
        pages.append(window.grab().toImage())

    keep()
    window.start()
    wait_in(app)(lambda: window.session.walk is not None)
    until(window, app, lambda: window.session.walk.finished, keep)
    shoot(window, app, "result-light")
    keep()
    if wanted("walk"):
        (FOLDER / "walk.png").write_bytes(moving_picture(pages, SECONDS))
    if wanted("editor-light"):
        window.start_again()
        window.resize(1440, 900)
        window.show_edit()
        editor = window.editor
        editor.selection.select(window.document.tree.root)
        editor.tabs.setCurrentWidget(editor.panels.rules)
        for _ in range(2):
            editor.commands["zoom_out"].trigger()
        wait_in(app)(lambda: not editor.panels.live.busy)
        shoot(window, app, "editor-light", 2)
    close(window)


# -- a picture that moves -------------------------------------------------------------------------


def moving_picture(pages: Sequence[QImage], seconds: float) -> bytes:
    """Return an APNG that shows each page for so long, ``TIMES`` times over, and rests on the last one.

    Qt writes no pictures that move.  All pages share one palette of their most frequent colours.
    """
    colours: Counter[int] = Counter()
    for page in pages:
        colours.update(page.convertToFormat(QImage.Format.Format_RGB32).constBits().cast("I"))
    table = [colour for colour, _ in colours.most_common(256)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    found: list[bytes] = []
    number = 0
    for at, page in enumerate(pages):
        parts = _chunks(page.convertToFormat(QImage.Format.Format_Indexed8, table, flags))
        if at == 0:
            found += [chunk(name, data) for name, data in parts if name in (b"IHDR", b"PLTE")]
            found.append(chunk(b"acTL", struct.pack(">II", len(pages), TIMES)))
        size = (page.width(), page.height(), 0, 0, round(seconds * 1000), 1000, 0, 0)
        found.append(chunk(b"fcTL", struct.pack(">IIIIIHHBB", number, *size)))
        number += 1
        for name, data in parts:
            if name == b"IDAT" and at == 0:
                found.append(chunk(name, data))
            elif name == b"IDAT":
                found.append(chunk(b"fdAT", struct.pack(">I", number) + data))
                number += 1
    return b"".join([b"\x89PNG\r\n\x1a\n", *found, chunk(b"IEND", b"")])


def _chunks(page: QImage) -> list[tuple[bytes, bytes]]:
    """Return the chunks of the PNG that Qt makes of a page."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page.save(buffer, "PNG", 0)
    return chunks(buffer.data().data())


# -- the guides -----------------------------------------------------------------------------------


def of_guides(app: QApplication, theme: Theme, folder: Path) -> None:
    """Follow the guides and take the pictures that they ask for."""
    theme.choose_mode("light")

    def newcomer(name: str) -> Newcomer:
        start = folder / f"{name}.json"
        start.write_bytes(tree_files.encode_tree(small()))
        window = open_window(app, theme, start)
        window.resize(1440, 900)
        window.activateWindow()
        return Newcomer(window, "en", wait_in(app), lambda picture: shoot_front(app, window, picture))

    dialogs.save_path = lambda *_: folder / "stings.json"
    me = newcomer("first")
    with me.reading("2-first-tree"):
        following.first_tree(me)
    with me.reading("3-rules"):
        following.first_rule(me)
    with me.reading("6-reviewing"):
        following.reviewing(me)
    close(me.window)
    chart = folder / "cut.csv"
    following.write_down(guide("8-paper-chart", "en"), chart)
    import_dialogs.path = lambda _parent: chart
    dialogs.save_path = lambda *_: folder / "cut.json"
    me = newcomer("second")
    with me.reading("8-paper-chart"):
        following.paper_chart(me)
    close(me.window)


def shoot_front(app: QApplication, window: MainWindow, name: str) -> None:
    """Take a picture of the window, with the dialog that is open over it, if there is one."""
    settle(app, 1.5)
    if not wanted(name):
        return
    picture = window.grab()
    for dialog in app.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            picture = dialog.grab()
    picture.save(str(FOLDER / f"{name}.png"))


def main() -> int:
    """Make them all, or those that are named."""
    in_guides = [name for one in FOLLOWED for name in pictures(guide(one, "en")).values()]
    unknown = [begin for begin in sys.argv[1:] if not any(name.startswith(begin) for name in (*OF_TREE, *in_guides))]
    if unknown:
        print(f"No picture is called {' or '.join(unknown)}. There are: {', '.join((*OF_TREE, *in_guides))}.")
        return 2
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as settings:
        os.environ["HOME"] = settings  # unsaved work of a run that was killed would be offered, and waited for
        app = make_app([])
        QStandardPaths.setTestModeEnabled(True)
        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, settings)
        dialogs.leave_walk = lambda _parent, **_more: True
        dialogs.leave_result = lambda _parent: True
        theme = Theme(app)
        if any(wanted(name) for name in OF_TREE):
            of_tree(app, theme)
        if any(wanted(name) for name in in_guides):
            of_guides(app, theme, Path(settings))
    return 0


if __name__ == "__main__":
    sys.exit(main())
