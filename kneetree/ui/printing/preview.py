"""The pages on screen before they are printed, in Qt's own preview; what takes the keyboard there gets a name."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMarginsF, QObject, QRegularExpression, QSizeF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPageLayout, QPainter, QPalette, QRegularExpressionValidator
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGraphicsView,
    QLineEdit,
    QPushButton,
    QToolBar,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from kneetree.errors import KneetreeError
from kneetree.files import whole_files
from kneetree.files.names import shown
from kneetree.report.summary import Summary
from kneetree.ui.language import told
from kneetree.ui.on_screen import room_on_screen
from kneetree.ui.printing.pages import Pages
from kneetree.ui.printing.pdf import page_size, usual_paper
from kneetree.ui.qt_access import layout_of
from kneetree.ui.style.theme import Theme

_TOOLS = {
    "Fit page": "fit", "Zoom out": "zoom_out", "Zoom in": "zoom_in", "Previous page": "chevron_up",
    "Next page": "chevron_down", "Page setup": "pdf", "Print": "print",
}  # fmt: skip
"""What is left of the tools of the preview by the word of Qt, and our icon for it: pages are upright, and few."""
_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?)%", re.ASCII)
_TYPED = QRegularExpression(r"[0-9]*\.?[0-9]*\s*%?")


def show(parent: QWidget | None, summary: Summary, theme: Theme | None = None) -> bool:
    """Show the preview, print when the person says so and return whether that was done.

    Raises ``KneetreeError`` if the printer fails.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(f"{summary.tree_title}: {summary.urgency_word}")
    printer.setPageSize(page_size(usual_paper()))
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    printer.setFullPage(True)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(QCoreApplication.translate("Preview", "Print the result"))
    _make_plain(dialog)
    if theme is not None:
        _dress_tools(dialog, theme)
    _reach_by_keys(dialog)
    failed: list[str] = []
    job = _Job(summary, failed)
    dialog.paintRequested.connect(job.paint)
    room = room_on_screen(dialog).size()
    dialog.resize(min(960, room.width() - 40), min(760, room.height() - 60))  # with its buttons on screen
    for pages in dialog.findChildren(QPrintPreviewWidget):
        pages.fitToWidth()  # a whole page would be too small to read
    printed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if failed:
        raise KneetreeError(failed[0])
    return printed


def _make_plain(dialog: QPrintPreviewDialog) -> None:
    """Add buttons with words: Qt's preview has only small pictures to press, and fields without a name."""
    for field in dialog.findChildren(QLineEdit):
        if isinstance(field.parentWidget(), QComboBox):
            field.setAccessibleName(QCoreApplication.translate("Preview", "Zoom"))
            field.setValidator(QRegularExpressionValidator(_TYPED, field))  # Qt's refuses a space before the sign
            field.textChanged.connect(_Percent(field).round)
        else:
            field.setAccessibleName(QCoreApplication.translate("Preview", "Page"))
    for view in dialog.findChildren(QGraphicsView):
        view.setAccessibleName(QCoreApplication.translate("Preview", "The pages"))
        view.setProperty("ring", False)
        view.setBackgroundBrush(dialog.palette().brush(QPalette.ColorRole.Midlight))
    buttons = QDialogButtonBox()
    buttons.setContentsMargins(16, 8, 16, 12)
    word = QCoreApplication.translate("QPrintPreviewDialog", "Print")
    action = next((action for action in dialog.findChildren(QAction) if action.text().replace("&", "") == word), None)
    if action is not None:
        start = buttons.addButton(
            QCoreApplication.translate("Preview", "&Print…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        start.setFocus()
        start.clicked.connect(action.trigger)
    close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
    close.clicked.connect(dialog.reject)
    layout_of(dialog).addWidget(buttons)


def _dress_tools(dialog: QPrintPreviewDialog, theme: Theme) -> None:
    """Give the tools icons in the colours in use: those of Qt can hardly be seen on a dark ground."""
    icons = {QCoreApplication.translate("QPrintPreviewDialog", word): icon for word, icon in _TOOLS.items()}
    for bar in dialog.findChildren(QToolBar):
        for action in bar.actions():
            icon = icons.get(action.text().replace("&", ""))
            if icon is not None:
                action.setIcon(theme.icon(icon))
            elif not action.isSeparator() and not isinstance(action, QWidgetAction):
                action.setVisible(False)


def _reach_by_keys(dialog: QPrintPreviewDialog) -> None:
    """Let Tab come to every tool, then to the pages and the buttons, in the order in which they are seen.

    Qt's own tools can only be pressed with the mouse.
    """
    stops: list[QWidget] = []
    for bar in dialog.findChildren(QToolBar):
        for widget in map(bar.widgetForAction, bar.actions()):
            if isinstance(widget, QToolButton):
                widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                widget.setAccessibleName(widget.text().replace("&", ""))
                widget.installEventFilter(_EnterPresses(widget))
                stops.append(widget)
            elif isinstance(widget, QComboBox):
                stops.append(widget)
            elif isinstance(widget, QWidget):
                stops += widget.findChildren(QLineEdit)
    stops += dialog.findChildren(QGraphicsView)
    for button in dialog.findChildren(QPushButton):
        button.setAutoDefault(False)
        button.installEventFilter(_EnterPresses(button))
        stops.append(button)
    dialog.installEventFilter(_EnterPresses(dialog))
    dialog.installEventFilter(_FirstAndLast(dialog))
    for first, then in pairwise(stops):
        QWidget.setTabOrder(first, then)


class _EnterPresses(QObject):
    """Presses what has the keyboard with Enter, and nothing if that is no button.

    The dialog would take it for one of its own buttons: Enter after the number of a page closed the preview.
    """

    def __init__(self, pressed: QAbstractButton | QDialog) -> None:
        super().__init__(pressed)
        self._pressed = pressed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the button once; a key that is held down presses nothing."""
        if not isinstance(event, QKeyEvent) or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return super().eventFilter(watched, event)
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if isinstance(self._pressed, QAbstractButton) and not event.isAutoRepeat():
            self._pressed.click()
        return True


class _FirstAndLast(QObject):
    """Goes to the first page with Home and to the end of the last with End, which Qt's preview does not know.

    It keeps no part of the preview, which would be deleted once more with it.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that nothing in the dialog has a use for: in a field they go to the ends of its text."""
        keys = (Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in keys:
            return super().eventFilter(watched, event)
        is_home = event.key() == Qt.Key.Key_Home
        for pages in watched.findChildren(QPrintPreviewWidget):
            pages.setCurrentPage(1 if is_home else pages.pageCount())
        for view in watched.findChildren(QGraphicsView):
            bar = view.verticalScrollBar()
            bar.setValue(bar.minimum() if is_home else bar.maximum())
        return True


class _Percent(QObject):
    """Shows in a field how large the pages are in whole numbers, where Qt writes ``107.1%``."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field

    def round(self, text: str) -> None:
        """Round what Qt has written."""
        written = _PERCENT.fullmatch(text)
        if written is not None:
            number = round(float(written[1]))
            self._field.setText(QCoreApplication.translate("Preview", "{number}%").format(number=number))


class _Job:
    def __init__(self, summary: Summary, failed: list[str]) -> None:
        self._summary = summary
        self._failed = failed

    def paint(self, printer: QPrinter) -> None:
        try:
            print_pages(self._summary, printer)
        except KneetreeError as error:
            self._failed.append(told(error))


def wanted(printer: QPrinter, count: int) -> list[int]:
    """Return which of ``count`` pages to draw one after the other, from 0: Qt leaves that to the program.

    All of them if none of those is there that were asked for.
    """
    pages = list(range(count))
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        pages = [page for page in pages if ranges.isEmpty() or ranges.contains(page + 1)] or pages
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    return pages * copies if printer.collateCopies() else [page for page in pages for _ in range(copies)]


def print_pages(summary: Summary, printer: QPrinter) -> None:
    """Draw the wanted pages on a printer; raise ``KneetreeError`` if it does not take them."""
    size = printer.pageLayout().fullRectPoints().size()
    pages = Pages(summary, QSizeF(size))
    painter = QPainter()
    if not painter.begin(printer):
        raise KneetreeError(
            QCoreApplication.translate(
                "Preview", "The printer does not answer. Nothing is lost: try again, or save the result as PDF."
            )
        )
    try:
        painter.scale(printer.resolution() / 72, printer.resolution() / 72)
        for turn, number in enumerate(wanted(printer, len(pages))):
            if turn and not printer.newPage():
                raise KneetreeError(
                    QCoreApplication.translate("Preview", "The printer has stopped. Save the result as PDF instead.")
                )
            # Or black is no change of pen, is not recorded, and the preview draws in the colour of the theme's text.
            painter.setPen(Qt.GlobalColor.white)
            pages.paint(painter, number)
    finally:
        painter.end()
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat and not _is_whole(printer.outputFileName()):
        words = QCoreApplication.translate(
            "Preview", "{name} could not be written to its end. Make room on the disk, or choose another folder."
        )
        raise KneetreeError(words.format(name=shown(Path(printer.outputFileName()).name)))


def _is_whole(name: str) -> bool:
    """Return whether a PDF has its end, since Qt tells of none that could not be written; no file has none to miss."""
    path = Path(name)
    if not whole_files.is_there(path):
        return True
    try:
        with path.open("rb") as file:
            file.seek(max(path.stat().st_size - 32, 0))
            return b"%%EOF" in file.read()
    except OSError:
        return False
