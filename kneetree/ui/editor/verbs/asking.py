"""Ask the author the few questions of the editor, each in a small function, so that tests can replace them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kneetree.ui.editor.fields.found_keys import StepThroughFound
from kneetree.ui.editor.fields.text_editors import OneLine
from kneetree.ui.language import told
from kneetree.ui.on_screen import resize_on_screen

MOST_SHOWN = 300


translate = QCoreApplication.translate


def text(parent: QWidget, title: str, label: str, value: str, why_not: Callable[[str], str | None]) -> str | None:
    """Ask for one line of text; OK can be pressed when ``why_not`` has nothing against it."""
    dialog = _TextDialog(parent, title, label, value, why_not)
    return dialog.line.text().strip() if dialog.exec() == QDialog.DialogCode.Accepted else None


def node(
    parent: QWidget, title: str, nodes: Sequence[tuple[str, str]], why_not: Callable[[str], str | None]
) -> str | None:
    """Ask for one of ``nodes`` (id and words), found by typing; one that is refused says why and cannot be taken."""
    dialog = _NodeDialog(parent, title, nodes, why_not)
    return dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None


def choice(parent: QWidget, title: str, question: str, answers: Sequence[tuple[str, str]]) -> str | None:
    """Ask for one of ``answers`` (key and words of a button); return ``None`` if none was chosen."""
    dialog = _ChoiceDialog(parent, title, question, answers)
    return dialog.key if dialog.exec() == QDialog.DialogCode.Accepted else None


def entry(menu: QMenu, place: QPoint) -> QAction | None:
    """Return what was chosen from a menu at a place of the screen, or ``None``; the menu is gone then."""
    chosen = menu.exec(place)
    menu.deleteLater()
    return chosen


class _TextDialog(QDialog):
    def __init__(
        self, parent: QWidget, title: str, label: str, value: str, why_not: Callable[[str], str | None]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._why_not = why_not
        self.line = QLineEdit(value)
        self.line.setValidator(OneLine(self))
        self.line.setAccessibleName(label)
        self.line.selectAll()
        words = plain(label)
        words.setBuddy(self.line)
        self._reason = plain("")
        self._buttons = buttons(self)
        rows(self, words, self.line, self._reason, self._buttons)
        self.line.textChanged.connect(self._on_typed)
        self.setMinimumWidth(420)
        self._on_typed(value)

    def _on_typed(self, value: str) -> None:
        reason = told(self._why_not(value.strip()) or "")
        self._reason.setText(reason)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not reason)


class _NodeDialog(QDialog):
    def __init__(
        self, parent: QWidget, title: str, nodes: Sequence[tuple[str, str]], why_not: Callable[[str], str | None]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._nodes, self._why_not = nodes, why_not
        self.line = QLineEdit()
        self.line.setValidator(OneLine(self))
        self.line.setPlaceholderText(translate("Asking", "Type to find"))
        self.line.setAccessibleName(translate("Asking", "Find a node"))
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setWordWrap(True)  # the words that tell two of them apart may be the last
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setAccessibleName(title)
        self._reason = plain("")
        self._buttons = buttons(self)
        rows(self, plain(title), self.line, self.list, self._reason, self._buttons)
        self.line.textChanged.connect(self._fill)
        StepThroughFound(self.line, self.list)
        self.list.currentItemChanged.connect(self._on_current)
        self.list.itemActivated.connect(self._on_activated)
        letter = self.fontMetrics()
        resize_on_screen(self, letter.averageCharWidth() * 84, letter.lineSpacing() * 28)
        self._fill("")

    def chosen(self) -> str | None:
        """Return the id under the cursor."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None

    def _fill(self, wanted: str) -> None:
        self.list.clear()
        parts = wanted.lower().split()
        found = [
            (key, words) for key, words in self._nodes if all(part in words.lower() or part in key for part in parts)
        ]
        for key, words in found[:MOST_SHOWN]:
            item = QListWidgetItem(words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, key)
        self.list.setCurrentRow(0)
        self._on_current()

    def _on_current(self, *_: object) -> None:
        key = self.chosen()
        reason = told(self._why_not(key) or "") if key else translate("Asking", "Nothing has these words.")
        self._reason.setText(reason)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not reason)

    def _on_activated(self, _item: QListWidgetItem) -> None:
        if self._buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled():
            self.accept()


class _ChoiceDialog(QDialog):
    def __init__(self, parent: QWidget, title: str, question: str, answers: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.key: str | None = None
        made = []
        for key, words in answers:
            button = _AnswerButton(key, words)
            button.chosen.connect(self._on_chosen)
            made.append(button)
        cancel = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        cancel.rejected.connect(self.reject)
        rows(self, plain(question), *made, cancel)
        self.setMinimumWidth(420)

    def _on_chosen(self, key: str) -> None:
        self.key = key
        self.accept()


class _AnswerButton(QPushButton):
    """A button that says which answer it stands for.  Signals: ``chosen(str key)``."""

    chosen = Signal(str)

    def __init__(self, key: str, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self._key = key
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._key)


def plain(words: str) -> QLabel:
    """Return a label that never takes its text as markup."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def buttons(dialog: QDialog) -> QDialogButtonBox:
    """OK and Cancel."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def rows(dialog: QDialog, *widgets: QWidget) -> None:
    """Lay out the widgets one below the other."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 20, 20, 20)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
