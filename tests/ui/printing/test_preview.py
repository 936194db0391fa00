"""Preview and printer: what takes the keyboard has a name, a printer that is gone is a sentence."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsView,
    QLineEdit,
    QPushButton,
    QToolBar,
    QToolButton,
    QWidget,
    QWidgetAction,
)
from pytestqt.qtbot import QtBot

from kneetree.errors import KneetreeError
from kneetree.model.tree import Answer
from kneetree.report.summary import summarise
from kneetree.ui.printing import preview
from kneetree.ui.style.theme import Theme
from kneetree.walk.walk import Walk
from tests import trees
from tests.full_disk import no_room_for


@pytest.fixture
def summary():
    return summarise(Walk.start(trees.small()).reply(Answer.YES))


def test_the_preview_opens_and_its_fields_have_names(qtbot: QtBot, qapp: QApplication, summary) -> None:
    names: list[str] = []
    words: list[str] = []

    def look() -> None:
        dialog = next(window for window in qapp.topLevelWidgets() if isinstance(window, QPrintPreviewDialog))
        words.extend(button.text().replace("&", "") for button in dialog.findChildren(QPushButton))
        names.extend(field.accessibleName() for field in dialog.findChildren(QLineEdit))
        dialog.reject()

    QTimer.singleShot(300, look)
    preview.show(None, summary)
    assert names
    assert all(names)
    assert "Print…" in words


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_tools_have_icons_in_the_colours_in_use(
    qtbot: QtBot, qapp: QApplication, theme: Theme, summary, mode: str
) -> None:
    theme.choose_mode(mode)
    found: dict[str, bool] = {}

    def look() -> None:
        dialog = next(window for window in qapp.topLevelWidgets() if isinstance(window, QPrintPreviewDialog))
        for action in dialog.findChild(QToolBar).actions():
            if action.isVisible() and not action.isSeparator() and not isinstance(action, QWidgetAction):
                image = action.icon().pixmap(32, 32).toImage()
                points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
                inked = [point for point in points if point.alpha() == 255]
                found[action.text().replace("&", "")] = bool(inked) and set(map(QColor.name, inked)) == {
                    theme.color("ink").name()
                }
        dialog.reject()

    QTimer.singleShot(300, look)
    preview.show(None, summary, theme)
    assert found == dict.fromkeys(
        ["Fit page", "Zoom out", "Zoom in", "Previous page", "Next page", "Page setup", "Print"], True
    )


def test_tab_comes_to_every_tool_in_the_order_in_which_they_are_seen(
    qtbot: QtBot, qapp: QApplication, theme: Theme, summary
) -> None:
    stops: list[QWidget] = []
    names: list[str] = []
    tools: list[str] = []
    places: list[tuple[bool, int]] = []

    def look() -> None:
        dialog = next(window for window in qapp.topLevelWidgets() if isinstance(window, QPrintPreviewDialog))
        bar, view = dialog.findChild(QToolBar), dialog.findChild(QGraphicsView)
        dialog.activateWindow()
        view.setFocus()
        while qapp.focusWidget() not in stops:
            stops.append(qapp.focusWidget())
            names.append(said_of(stops[-1]))
            corner = stops[-1].mapTo(dialog, QPoint(0, 0))
            places.append((bar.isAncestorOf(stops[-1]), corner.x()))
            qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Tab)
        tools.extend(
            action.text().replace("&", "")
            for action in bar.actions()
            if action.isVisible() and action.isEnabled() and isinstance(bar.widgetForAction(action), QToolButton)
        )
        dialog.reject()

    QTimer.singleShot(300, look)
    preview.show(None, summary, theme)
    assert set(tools) <= set(names)
    assert {"Page", "The pages", "Close", "Print…"} <= set(names)
    assert all(names)
    in_bar = [left for is_tool, left in places if is_tool]
    assert in_bar == sorted(in_bar)
    first = next(at for at, (is_tool, _) in enumerate(places) if is_tool)
    assert all(is_tool for is_tool, _ in places[first:]), "tools, then pages, then the buttons"


@pytest.mark.parametrize("single", [False, True], ids=["all below one another", "one at a time"])
def test_home_and_end_go_to_the_first_page_and_the_last(
    qtbot: QtBot, qapp: QApplication, theme: Theme, summary, single: bool
) -> None:
    seen: list[tuple[str, int, bool]] = []
    typed: list[int] = []

    def look() -> None:
        dialog = next(window for window in qapp.topLevelWidgets() if isinstance(window, QPrintPreviewDialog))
        pages, view = dialog.findChild(QPrintPreviewWidget), dialog.findChild(QGraphicsView)
        if single:
            pages.setSinglePageViewMode()
        bar, count = view.verticalScrollBar(), pages.pageCount()
        tool = next(tool for tool in dialog.findChildren(QToolButton) if tool.accessibleName() == "Zoom in")
        for stop in (view, tool, dialog.findChild(QPushButton)):
            stop.setFocus()
            for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
                qtbot.keyClick(stop, key)
                ends = (count, bar.maximum()) if key == Qt.Key.Key_End else (1, bar.minimum())
                seen.append((type(stop).__name__, key.name, (pages.currentPage(), bar.value()) == ends and count > 1))
        field = next(line for line in dialog.findChildren(QLineEdit) if line.accessibleName() == "Page")
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_End)
        typed.append(pages.currentPage())
        dialog.reject()

    QTimer.singleShot(300, look)
    preview.show(None, summary, theme)
    assert len(seen) == 6 and all(there for *_, there in seen), seen
    assert typed == [1], "in the field they go to the ends of its text"


def said_of(widget: QWidget) -> str:
    """What assistive technology says of a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).replace("&", "")


def test_enter_on_a_tool_presses_it_and_prints_nothing(qtbot: QtBot, qapp: QApplication, theme: Theme, summary) -> None:
    sizes: list[float] = []
    printed: list[bool] = []

    def look() -> None:
        dialog = next(window for window in qapp.topLevelWidgets() if isinstance(window, QPrintPreviewDialog))
        start = next(button for button in dialog.findChildren(QPushButton) if "Print" in button.text())
        start.clicked.disconnect()
        start.clicked.connect(lambda: printed.append(True))
        view = dialog.findChild(QPrintPreviewWidget)
        tool = next(tool for tool in dialog.findChildren(QToolButton) if tool.accessibleName() == "Zoom in")
        tool.setFocus(Qt.FocusReason.TabFocusReason)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            sizes.append(view.zoomFactor())
            qtbot.keyClick(tool, key)
        sizes.append(view.zoomFactor())
        dialog.reject()

    QTimer.singleShot(300, look)
    preview.show(None, summary, theme)
    assert len(set(sizes)) == 4
    assert printed == []


def test_the_head_of_each_page_is_black_in_a_dark_window_too(
    qtbot: QtBot, qapp: QApplication, theme: Theme, summary
) -> None:
    theme.choose_mode("dark")
    darkest: list[int] = []

    def look() -> None:
        dialog = next(window for window in qapp.topLevelWidgets() if isinstance(window, QPrintPreviewDialog))
        for page in dialog.findChild(QGraphicsView).scene().items():
            image = QImage(595, 842, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            painter.setPen(theme.color("ink"))  # as the widget has it
            page.scene().render(painter, QRectF(image.rect()), page.sceneBoundingRect())
            painter.end()
            head = [image.pixelColor(x, y).lightness() for x in range(62, 215) for y in range(58, 77)]
            darkest.append(min(head))
        dialog.reject()

    QTimer.singleShot(300, look)
    preview.show(None, summary, theme)
    assert darkest
    assert max(darkest) < 100


def test_pages_go_to_a_printer(qapp: QApplication, summary, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    preview.print_pages(summary, printer)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("between", "copies", "collated", "backwards", "drawn"), [
    (None, 1, True, False, [0, 1, 2]),
    ((2, 2), 1, True, False, [1]),
    ((2, 9), 1, True, False, [1, 2]),
    ((7, 9), 1, True, False, [0, 1, 2]),
    (None, 1, True, True, [2, 1, 0]),
    ((1, 2), 2, True, False, [0, 1, 0, 1]),
    ((1, 2), 2, False, True, [1, 1, 0, 0]),
])  # fmt: skip
def test_what_was_chosen_in_the_dialog_of_the_printer_is_drawn(
    qapp: QApplication, between: tuple[int, int] | None, copies: int, collated: bool, backwards: bool, drawn: list[int]
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    if between is not None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(*between)
    printer.setCopyCount(copies)
    printer.setCollateCopies(collated)
    if backwards:
        printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert preview.wanted(printer, 3) == drawn


@pytest.mark.parametrize(("between", "count"), [((1, 1), 1), ((2, 2), 1), ((1, 2), 2)])
def test_only_the_pages_that_were_chosen_are_printed(
    qapp: QApplication, summary, tmp_path: Path, between: tuple[int, int], count: int
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(*between)
    preview.print_pages(summary, printer)
    assert len(re.findall(rb"/Type /Page\b", (tmp_path / "printed.pdf").read_bytes())) == count


@pytest.mark.skipif(sys.platform == "win32", reason="this system limits no file")
def test_a_full_disk_is_a_sentence(qapp: QApplication, summary, tmp_path: Path) -> None:
    """Qt tells nobody that a page could not be written."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with no_room_for(2_000), pytest.raises(KneetreeError, match=r"printed.pdf .* Make room"):
        preview.print_pages(summary, printer)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_is_gone_is_a_sentence(qapp: QApplication, summary, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    with pytest.raises(KneetreeError, match="save the result as PDF"):
        preview.print_pages(summary, printer)


def test_the_size_of_the_pages_is_said_in_whole_numbers(qtbot: QtBot, qapp: QApplication, summary) -> None:
    said: list[str] = []

    def look() -> None:
        dialog = next(window for window in qapp.topLevelWidgets() if isinstance(window, QPrintPreviewDialog))
        field = next(field for field in dialog.findChildren(QLineEdit) if field.accessibleName() == "Zoom")
        said.append(field.text())
        field.selectAll()
        qtbot.keyClicks(field, "133.7")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        said.append(field.text())
        assert dialog.isVisible(), "Enter in a field presses no button"
        view = dialog.findChild(QPrintPreviewWidget)
        said.append(str(round(view.zoomFactor(), 3)))
        dialog.reject()

    QTimer.singleShot(300, look)
    preview.show(None, summary)
    assert re.fullmatch("[0-9]+%", said[0])
    assert said[1:] == ["134%", "1.34"]
