"""The dialogs of *File > Import*: which file, what only its author can tell, and what was found in it.

Text from a file is shown as plain text.  Nothing here knows the document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QScrollArea,
    QWidget,
)

from kneetree import importing
from kneetree.importing import Wanted
from kneetree.model.tree import Answer, Urgency
from kneetree.ui import long_text
from kneetree.ui.editor.labels import urgency_word
from kneetree.ui.language import told
from kneetree.ui.on_screen import resize_on_screen
from kneetree.ui.style import text_labels

_LETTERS, _LINES = 76, 26
"""How wide and how high a dialog may become, in letters and lines."""
translate = QCoreApplication.translate


def path(parent: QWidget | None) -> Path | None:
    """Ask which file to import; return ``None`` if the person chooses none."""
    kinds = {
        translate("Importing", "Tables and drawings"): " ".join(f"*.{ending}" for ending in importing.ENDINGS),
        translate("Importing", "Tables"): "*.csv *.tsv *.xlsx",
        "draw.io": "*.drawio *.xml *.svg", "yEd": "*.graphml", "Mermaid": "*.mmd *.mermaid *.md",
    }  # fmt: skip
    name, _ = QFileDialog.getOpenFileName(
        parent,
        translate("Importing", "Import a table or a drawn flow chart"),
        "",
        ";;".join(f"{kind} ({endings})" for kind, endings in kinds.items()),
    )
    return Path(name) if name else None


def tell(parent: QWidget | None, heading: str, sentences: Sequence[str], more: str = "") -> bool:
    """Show sentences that can be scrolled and copied; return whether the button ``more``, if any, was pressed."""
    title, text = translate("Importing", "Import"), "\n\n".join(sentences)
    return long_text.read(parent, title, text, more, heading=heading, lines=min(len(sentences) * 3 + 8, _LINES))


class AnswersDialog(QDialog):
    """Asks what only the author can tell, each with its choices; what may wait begins as left for later."""

    def __init__(self, wanted: Sequence[Wanted], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self._wanted = wanted
        self.boxes: dict[str, QComboBox] = {}
        inside = QWidget()
        rows = text_labels.column(inside, 4, 8)  # so that the ring around a box has room
        for one in wanted:
            words = _words(one)
            box = QComboBox()
            box.setAccessibleName(words)
            box.addItem(self.tr("Choose it later") if one.may_wait else self.tr("Choose…"), "")
            for value, word in one.choices:
                box.addItem(_choice(one, value, word), value)
            box.currentIndexChanged.connect(self._on_chosen)
            self.boxes[one.key] = box
            rows.addWidget(text_labels.label(words, "small"))
            rows.addWidget(box)
            rows.addSpacing(12)
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = text_labels.column(self, 12, 16)
        column.addWidget(text_labels.label(self.tr("The file does not say this, and nothing is guessed.")))
        column.addWidget(scroll, 1)
        column.addWidget(self.buttons)
        self._on_chosen()
        next(iter(self.boxes.values())).setFocus()
        _fit(self, min(len(wanted) * 4 + 9, _LINES))

    @property
    def said(self) -> dict[str, str]:
        """What was chosen, by the key of what was asked; empty for what waits."""
        return {key: str(box.currentData()) for key, box in self.boxes.items()}

    def _on_chosen(self) -> None:
        whole = all(one.may_wait or self.boxes[one.key].currentData() for one in self._wanted)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(whole)


def answers(parent: QWidget | None, wanted: Sequence[Wanted]) -> Mapping[str, str] | None:
    """Ask for ``wanted``; return the answers by key, or ``None`` if the person gives it up."""
    dialog = AnswersDialog(wanted, parent)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    said = dialog.said if agreed else None
    dialog.deleteLater()
    return said


def _words(wanted: Wanted) -> str:
    """Return the question in the language of the window."""
    words = {
        "page": translate("Importing", "Which page holds the questions?"),
        "sheet": translate("Importing", "Which sheet holds the questions?"),
        "label": translate("Importing", "{0} leads to {1} by {2}. Is that Yes or No?"),
        "arrow": translate("Importing", "{0} leads to {1} by an arrow without a label. Is that Yes or No?"),
        "urgency": translate("Importing", "How urgent is {0}?"),
    }[wanted.kind]
    return words.format(*map(told, wanted.names))


def _choice(wanted: Wanted, value: str, word: str) -> str:
    if wanted.kind in ("label", "arrow"):
        return translate("Importing", "Yes") if value == Answer.YES else translate("Importing", "No")
    return urgency_word(Urgency(value)) if wanted.kind == "urgency" else word


def _fit(dialog: QDialog, lines: int) -> None:
    letter = dialog.fontMetrics()
    resize_on_screen(dialog, letter.averageCharWidth() * _LETTERS, letter.lineSpacing() * lines)
