"""Join the panel of translations with the document: texts down, translations up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal

from kneetree import edits
from kneetree.edits.translating import written
from kneetree.files import translation
from kneetree.files.texts import SECTION, original, originals
from kneetree.files.translation import fault_of, why_not_spoken
from kneetree.model.change import TRANSLATION, Change
from kneetree.model.texts import FIELDS, NOTHING, TextPart, Texts
from kneetree.model.translations import key_of, languages_of, place_of
from kneetree.model.tree import Tree
from kneetree.ui import dialogs, settings
from kneetree.ui.document.document import Document
from kneetree.ui.editor.entry_words import field_word, part_word
from kneetree.ui.editor.joins.attempt import attempt, may_alter
from kneetree.ui.editor.labels import title_of
from kneetree.ui.editor.panels.begin_language import language_name
from kneetree.ui.editor.panels.table import Cell
from kneetree.ui.editor.panels.translation import Row, TranslationPanel, state_cell
from kneetree.ui.editor.panels.translation_form import Pair

_REST_MS = 60
_SETTING = "editor/translate_into"


class TranslationJoin(QObject):
    """Keeps the panel equal to the document and brings translations there.

    Signals: ``language_changed(str code)`` another language is translated into, empty for none;
    ``go(str part, str key)`` to the place of an original.
    """

    language_changed = Signal(str)
    go = Signal(str, str)

    def __init__(self, document: Document, panel: TranslationPanel) -> None:
        super().__init__(panel)
        self._document, self._panel = document, panel
        self.language = ""
        self._soon = QTimer(self, interval=_REST_MS, singleShot=True)
        self._soon.timeout.connect(self.show)
        document.opened.connect(self._on_opened)
        document.changed.connect(self._on_changed)
        panel.shown.connect(self.show)
        panel.language_chosen.connect(self._on_language)
        panel.begin_wanted.connect(self._on_begin)
        panel.remove_wanted.connect(self._on_remove)
        panel.chosen.connect(self._on_chosen)
        panel.edited.connect(self._on_edited)
        panel.confirmed.connect(self._on_confirmed)
        panel.go.connect(self.go)
        self._on_opened()

    def show(self) -> None:
        """Show all texts, if the panel is in view."""
        self._settle_language()
        if self._panel.isVisible() and self.language:
            tree = self._document.tree
            rows = [_row(tree, self.language, part, key, texts) for part, key, texts in originals(tree)]
            self._panel.show_rows([row for row in rows if row.original or row.translated])
            self._on_chosen(*self._panel.entry)

    def choose(self, code: str) -> None:
        """Translate into a language from now on, if the tree has it."""
        if code in languages_of(self._document.tree) and code != self.language:
            self._on_language(code)

    def go_to(self, part: str, key: str) -> None:
        """Bring the translation of an entry in front of the author."""
        self.show()
        if part:
            self._panel.go_to(part, key)
        else:
            self._panel.table.setFocus()
            self._panel.next()

    def _on_opened(self) -> None:
        self.language = ""
        self._settle_language()
        self.language_changed.emit(self.language)
        self.show()

    def _settle_language(self) -> None:
        """Keep a language that the tree has, the one chosen last if it can be."""
        codes = languages_of(self._document.tree)
        before, last = self.language, settings.text(_SETTING)
        if before not in codes:
            self.language = last if last in codes else codes[0] if codes else ""
        self._panel.show_languages(codes, self.language)
        if before != self.language:
            self._panel.refuse(self._warning(self.language))
            self.language_changed.emit(self.language)

    def _warning(self, code: str) -> str:
        """Return what an author has to know of a language, or nothing."""
        if not code or why_not_spoken(code) is None:
            return ""
        words = self.tr(
            "You can translate into {name}, but nobody can be asked in it yet: kneetree itself has no words in it."
        )
        return words.format(name=language_name(code))

    def _on_language(self, code: str) -> None:
        self.language = code
        settings.keep(_SETTING, code)
        self._panel.refuse(self._warning(code))
        self.language_changed.emit(code)
        self.show()

    def _on_begin(self, code: str) -> None:
        tree, path = self._document.tree, self._document.path
        there = translation.languages(path) if path is not None and code not in languages_of(tree) else {}
        file = there.get(code)
        if file is not None and file not in self._document.watch.beside:  # else it goes at the next save
            words = self.tr("There is a file {name} already that cannot be used. Mend it or move it away first.")
            self._panel.refuse(words.format(name=file.name))
            return
        text = self.tr("begin the language {name}").format(name=language_name(code))
        if self._do(text, lambda: edits.begin_language(tree, code)):
            self._panel.begin.hide()
            self._on_language(code)
            self._panel.next()

    def _on_remove(self) -> None:
        if not may_alter(self._document, self._panel):
            return
        tree, code = self._document.tree, self.language
        name = language_name(code)
        texts = sum(place_of(key).language == code and bool(written(held)) for key, held in tree.translations.items())
        question = self.tr("Remove {name} from this tree?").format(name=name)
        words = self.tr(
            "All {n} translated texts are removed, and the problems found in them go too. Undo brings them back. When "
            "you save, the file of the language is moved to the earlier versions."
        )
        if dialogs.confirm(self._panel.window(), question, self.tr("Remove the language"), words.format(n=texts)):
            text = self.tr("remove the language {name}").format(name=name)
            self._do(text, lambda: edits.remove_language(tree, code))

    def _on_changed(self, change: Change) -> None:
        if change.touches(TRANSLATION):
            self._settle_language()
            self._on_chosen(*self._panel.entry)
        self._soon.start()

    def _on_chosen(self, part: str, key: str) -> None:
        tree = self._document.tree
        source = original(tree, cast("TextPart", part), key) if part and self.language else None
        if source is None:
            self._panel.show_entry("", "", [], None)
            return
        translated = tree.translations.get(key_of(self.language, cast("TextPart", part), key), NOTHING)
        fault = fault_of(source, None if translated == NOTHING else translated)
        self._panel.show_entry(part, key, _pairs(source, translated), fault)

    def _on_edited(self, part: TextPart, key: str, field: str, text: str) -> None:
        tree, language = self._document.tree, self.language
        name, _, at = field.partition("/")
        value: str | tuple[str, ...] = text
        if at:
            value = _with_one(tree, language, part, key, int(at), text)
        words = self.tr("translate {part} {name}").format(part=_kind(part), name=_quoted(tree, part, key))
        merge = f"translation/{language}/{part}/{key}/{field}"
        self._do(words, lambda: edits.translate(tree, language, part, key, **{name: value}), merge)

    def _on_confirmed(self, part: TextPart, key: str) -> None:
        tree, language = self._document.tree, self.language
        words = self.tr("keep the translation of {part} {name}").format(part=_kind(part), name=_quoted(tree, part, key))
        self._do(words, partial(edits.confirm_translation, tree, language, part, key))

    def _do(self, text: str, edit: Callable[[], Change], merge: str | None = None) -> bool:
        return attempt(self._document, edit, text, self._panel.refuse, merge)


def translation_cell(tree: Tree, language: str, part: str, key: str) -> Cell:
    """Return the translation of an entry of the library with the mark of its state; nothing if it has no texts."""
    named = cast("TextPart", part)
    source = original(tree, named, key) if language and named in SECTION else None
    if source is None or not written(source):
        return Cell("")
    row = _row(tree, language, named, key, source)
    mark = state_cell(row.fault)
    return Cell(row.translated or mark.text, mark.icon, mark.role)


def _row(tree: Tree, language: str, part: TextPart, key: str, source: Texts) -> Row:
    translated = tree.translations.get(key_of(language, part, key), NOTHING)
    fault = fault_of(source, None if translated == NOTHING else translated)
    name = (written(source) or written(translated) or ["text"])[0]
    return Row(part, key, _kind(part).capitalize(), _one_line(source, name), _one_line(translated, name), fault)


def _one_line(texts: Texts, name: str) -> str:
    value = getattr(texts, name)
    return " ".join((value if isinstance(value, str) else " / ".join(value)).split())


def _kind(part: str) -> str:
    return field_word("title") if part == "tree" else part_word(part)


def _quoted(tree: Tree, part: str, key: str) -> str:
    if part == "node":
        return f"'{title_of(tree, key)}'"
    return f"'{edits.text_of(tree, part, key)}'" if key else ""


def _pairs(source: Texts, translated: Texts) -> list[Pair]:
    """Return the texts that an entry has in either language, each exception of a rule by itself."""
    found = []
    for name in FIELDS:
        mine, theirs = getattr(source, name), getattr(translated, name)
        if isinstance(mine, tuple):
            many = max(len(mine), len(theirs))
            both = zip((*mine, *[""] * (many - len(mine))), (*theirs, *[""] * (many - len(theirs))), strict=True)
            found += [Pair(f"{name}/{at}", field_word(name), one, other) for at, (one, other) in enumerate(both)]
        elif mine or theirs:
            found.append(Pair(name, field_word(name), mine, theirs))
    return found


def _with_one(tree: Tree, language: str, part: TextPart, key: str, at: int, text: str) -> tuple[str, ...]:
    """Return the exceptions of a rule in another language with one of them written."""
    source = original(tree, part, key) or NOTHING
    old = tree.translations.get(key_of(language, part, key), NOTHING).unless
    many = max(len(source.unless), len(old), at + 1)
    texts = [*old, *[""] * (many - len(old))]
    texts[at] = text
    return tuple(texts)
