"""Show every text of the tree beside its translation, and which are still to be translated.

The panel shows rows and one entry with all of its texts, and says by part and id what a person wants; it must not know
the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from kneetree.files.translation import Fault
from kneetree.model.texts import TextPart
from kneetree.ui.editor.fields.buttons import push, tool
from kneetree.ui.editor.fields.choice import Choice
from kneetree.ui.editor.fields.found_keys import IntoFound
from kneetree.ui.editor.fields.text_editors import Line as TextLine
from kneetree.ui.editor.panels import beside_table
from kneetree.ui.editor.panels.begin_language import BeginLanguage, language_name
from kneetree.ui.editor.panels.low_room import LowRoom
from kneetree.ui.editor.panels.table import Cell, Icon, Line, Table
from kneetree.ui.editor.panels.translation_form import Pair, TranslationForm
from kneetree.ui.style.button_row import ButtonRow

translate = QCoreApplication.translate

_FEW_LINES = 9
"""Below so many lines of height the panel says less, so that a text and its translation are in sight."""
TO_DO = (Fault.MISSING, Fault.STALE, Fault.INCOMPLETE)


@dataclass(frozen=True, slots=True)
class Row:
    """An entry with texts: what it is, its first text, the translation of that, and what is wrong with it."""

    part: TextPart
    key: str
    kind: str
    original: str
    translated: str
    fault: Fault | None

    @property
    def id(self) -> str:
        """The key of its line in the table."""
        return f"{self.part}/{self.key}"


class TranslationPanel(QWidget):
    """All texts in a table with a column for the chosen language, and the texts of the current entry beside it.

    Signals: ``language_chosen(str code)``; ``begin_wanted(str code)`` begin a language; ``remove_wanted()`` take the
    chosen one out; ``chosen(str part, str key)`` the entry to show; ``edited(str part, str key, str field, str text)``;
    ``confirmed(str part, str key)`` the translation fits; ``go(str part, str key)`` to the place of the entry;
    ``shown()`` the panel has come into view.
    """

    language_chosen = Signal(str)
    begin_wanted = Signal(str)
    remove_wanted = Signal()
    chosen = Signal(str, str)
    edited = Signal(str, str, str, str)
    confirmed = Signal(str, str)
    go = Signal(str, str)
    shown = Signal()

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, Row] = {}
        self.language = Choice()
        self.language.setAccessibleName(self.tr("Language to translate into"))
        self.language.setMinimumContentsLength(8)
        self.begin_button = push(self.tr("&Begin a language…"), "plus")
        self._begin_words = self.begin_button.text()
        self.remove_button = tool("delete", self.tr("Remove this language…"))
        self.only = QCheckBox(self.tr("Only &what is left"))
        self.find_line = TextLine()
        self.find_line.setPlaceholderText(self.tr("Find in both languages"))
        self.find_line.setAccessibleName(self.find_line.placeholderText())
        self.find_line.setClearButtonEnabled(True)
        self.find_line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
        self.count = QLabel()
        self.count.setObjectName("panelCount")
        self.back_button = tool("chevron_up", self.tr("Previous text to translate"))
        self.next_button = tool("chevron_down", self.tr("Next text to translate"))
        self.begin = BeginLanguage()
        self.trouble = beside_table.detail_label()
        self.trouble.setObjectName("refusal")
        self.trouble.hide()
        self.table = Table(
            self.tr("Texts and their translations"),
            [self.tr("State"), self.tr("Kind"), self.tr("Text"), self.tr("Translation")],
            icon,
        )
        self.table.set_widths(13, 12, 0, 0)
        self.table.setMinimumHeight(1)  # what is above it is never cut for its sake
        self.form = TranslationForm()
        self.setFocusProxy(self.table)
        self._build()
        self._connect()
        self.show_languages([], "")

    def _build(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        side = QWidget()  # the texts have the whole height beside it, which is little with large letters
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(6)
        top = ButtonRow()
        for widget in (
            self.language, self.begin_button, self.remove_button, self.only, self.find_line, self.count,
            self.back_button, self.next_button,
        ):  # fmt: skip
            top.add(widget)
        beside.addWidget(top)
        beside.addWidget(self.table, 1)
        parts = beside_table.next_to(side, self.form, (5, 3))
        parts.setSizes([625, 375])
        column.addWidget(self.begin)
        column.addWidget(self.trouble)
        column.addWidget(parts, 1)
        self.room = LowRoom(page, parts, top)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.room)

    def _connect(self) -> None:
        self.language.activated.connect(self._on_language)
        self.begin_button.clicked.connect(self.begin.ask)
        self.begin.wanted.connect(self.begin_wanted)
        self.remove_button.clicked.connect(self.remove_wanted)
        for button in (self.begin_button, self.remove_button):
            for keys in ("Return", "Enter"):
                pressed = QShortcut(QKeySequence(keys), button, context=Qt.ShortcutContext.WidgetShortcut)
                pressed.activated.connect(button.click)
        self.only.toggled.connect(self._show_lines)
        self.find_line.textChanged.connect(self._show_lines)
        IntoFound(self.find_line, self.table)
        self.table.picked.connect(self._on_row)
        self.table.opened.connect(self.form.begin)
        self.back_button.clicked.connect(self.previous)
        self.next_button.clicked.connect(self.next)
        self.form.edited.connect(self._on_edited)
        self.form.confirmed.connect(self._on_confirmed)
        self.form.go.connect(self._on_go)
        self.form.through.connect(self.next)
        for keys, do in (("Ctrl+Down", self.next), ("Ctrl+Up", self.previous), ("Ctrl+Return", self.done_and_next)):
            QShortcut(QKeySequence(keys), self, do, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        tip = self.tr("To the next text that is to be translated ({keys})")
        self.next_button.setToolTip(tip.format(keys="Ctrl+Down"))
        tip = self.tr("To the text before that is to be translated ({keys})")
        self.back_button.setToolTip(tip.format(keys="Ctrl+Up"))

    # -- values down -----------------------------------------------------------------------------

    def show_languages(self, codes: Sequence[str], chosen: str) -> None:
        """Show the languages that the tree has beside its own, and the chosen one; none if there is none yet."""
        if [self.language.itemData(at) for at in range(self.language.count())] != list(codes):
            self.language.clear()
            for code in codes:
                self.language.addItem(language_name(code), code)
        self.language.setCurrentIndex(self.language.findData(chosen))
        self.language.setVisible(bool(codes))
        self.count.setWordWrap(not codes)  # a sentence takes two lines rather than the room of a button
        for widget in (self.remove_button, self.only, self.find_line, self.back_button, self.next_button):
            widget.setEnabled(bool(codes))
            widget.setVisible(bool(codes))
        self._settle_words()
        if not codes:
            self.show_rows([])
            self.count.setMinimumWidth(0)
            self.count.setText(self.tr("The tree has one language. Begin another one to translate it."))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show all entries that have texts."""
        self._rows = {row.id: row for row in rows}
        to_do = sum(row.fault in TO_DO for row in rows)
        words = self.tr("All translated") if not to_do else self.tr("{n} of {all} left")
        told = words.format(n=to_do, all=len(rows))
        self.count.setText(told)
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance(told) + 4)  # a cut number is a wrong one
        self._show_lines()

    def show_entry(self, part: str, key: str, pairs: Sequence[Pair], fault: Fault | None) -> None:
        """Show the texts of one entry in both languages."""
        self.form.show_entry(part, key, pairs, fault)

    def refuse(self, sentence: str) -> None:
        """Say why something was not done, or what keeps the language from being used."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    @property
    def entry(self) -> tuple[str, str]:
        """Part and id of the current entry; both empty if there is none."""
        part, _, key = self.table.current_key().partition("/")
        return part, key

    def go_to(self, part: str, key: str) -> None:
        """Make an entry the current one, also one that the filter hides, and begin to write."""
        wanted = f"{part}/{key}"
        if wanted in self._rows and wanted not in self.table.ids():
            self.only.setChecked(False)
            self.find_line.clear()
        self.table.go_to(wanted)
        if self.table.current_key() == wanted:
            self.form.begin()

    def next(self) -> None:
        """Go to the next text that is to be translated, in this entry or another, after the last one to the first."""
        if not self.form.go_to_empty(1):
            self._go_on(1)

    def previous(self) -> None:
        """Go to the text before that is to be translated."""
        if not self.form.go_to_empty(-1):
            self._go_on(-1)

    def done_and_next(self) -> None:
        """Say that the translation fits if it was stale, and go to the next one to translate."""
        row = self._rows.get(self.table.current_key())
        if row is not None and row.fault is Fault.STALE:
            self.confirmed.emit(row.part, row.key)
        self.next()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is only needed in view."""
        super().showEvent(event)
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Save room where the panel is only a few lines high."""
        super().resizeEvent(event)
        self._settle_words()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in letters of another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.isVisible():
            self._settle_words()

    def _settle_words(self) -> None:
        short = self.language.count() > 0 and self.height() < _FEW_LINES * self.fontMetrics().lineSpacing()
        self.begin_button.setText("" if short else self._begin_words)
        self.begin_button.setAccessibleName(self._begin_words.replace("&", ""))
        self.begin_button.setToolTip(self._begin_words.replace("&", "") if short else "")

    # -- ids up ----------------------------------------------------------------------------------

    def _go_on(self, way: int) -> None:
        ids = self.table.ids()
        current = self.table.current_key()
        at = ids.index(current) if current in ids else (-1 if way > 0 else 0)
        around = [ids[(at + way * step) % len(ids)] for step in range(1, len(ids) + 1)]
        wanted = next((key for key in around if self._rows[key].fault in TO_DO), None)
        if wanted is not None:
            self.table.go_to(wanted)
            self.form.begin(last=way < 0)

    def _show_lines(self, *_: object) -> None:
        wanted = self.find_line.text().casefold().split()
        current = self.table.current_key()  # it stays while its own text is written, or it would go under the hand
        shown = [row for row in self._rows.values() if row.id == current or self._fits(row, wanted)]
        self.table.show_lines([self._line(row) for row in shown])
        if self.table.current_key() != current:
            self._on_row(self.table.current_key())

    def _fits(self, row: Row, wanted: Sequence[str]) -> bool:
        if self.only.isChecked() and row.fault not in TO_DO:
            return False
        words = f"{row.original} {row.translated} {row.key}".casefold()
        return all(word in words for word in wanted)

    def _line(self, row: Row) -> Line:
        cells = (Cell(row.kind), Cell(row.original), Cell(row.translated))
        return Line(row.id, (state_cell(row.fault), *cells))

    def _on_row(self, _key: str) -> None:
        self.chosen.emit(*self.entry)

    def _on_language(self, at: int) -> None:
        self.language_chosen.emit(self.language.itemData(at))

    def _on_edited(self, field: str, text: str) -> None:
        self.edited.emit(*self.form.entry, field, text)

    def _on_confirmed(self) -> None:
        self.confirmed.emit(*self.form.entry)

    def _on_go(self) -> None:
        self.go.emit(*self.form.entry)


def state_cell(fault: Fault | None) -> Cell:
    """Return the state of a translation as an icon and a word."""
    icon, role = _MARKS[fault]
    return Cell(state_word(fault), icon, role)


def state_word(fault: Fault | None) -> str:
    """Return the state of a translation in a word or two."""
    if fault is Fault.MISSING:
        return translate("TranslationPanel", "Missing")
    if fault is Fault.STALE:
        return translate("TranslationPanel", "Stale")
    if fault is Fault.INCOMPLETE:
        return translate("TranslationPanel", "Incomplete")
    return translate("TranslationPanel", "Translated")


_MARKS = {
    None: ("yes", "self_care"),
    Fault.MISSING: ("plus", "danger"),
    Fault.STALE: ("warning", "within_days"),
    Fault.INCOMPLETE: ("unsure", "within_days"),
}
