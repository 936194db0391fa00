"""Join the panel of the library with the document and the selection."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.change import Change, PartName
from kneetree.model.tree import Count, Decision, Leaf, QuestionNode, Tree, Urgency
from kneetree.ui.document.document import Document
from kneetree.ui.editor.entry_words import LIBRARY, entry_text, named, part_word, use_words, used_words
from kneetree.ui.editor.joins.attempt import attempt
from kneetree.ui.editor.joins.node_edits import askable
from kneetree.ui.editor.joins.translation_join import translation_cell
from kneetree.ui.editor.panels.library import LibraryPanel
from kneetree.ui.editor.panels.table import Cell, Line
from kneetree.ui.editor.selection import Selection
from kneetree.ui.editor.use_index import UseIndex
from kneetree.ui.language import told

_REST_MS = 60


class LibraryJoin(QObject):
    """Keeps the panel equal to the document and brings its edits there.

    Signals: ``use_wanted(str part, str id)`` go to what uses an entry; ``edit_wanted(str part, str id)`` edit it.
    """

    use_wanted = Signal(str, str)
    edit_wanted = Signal(str, str)

    def __init__(self, document: Document, selection: Selection, panel: LibraryPanel, index: UseIndex) -> None:
        super().__init__(panel)
        self._document, self._selection, self._panel, self._index = document, selection, panel, index
        self._language = ""
        self._soon = QTimer(self, interval=_REST_MS, singleShot=True)
        self._soon.timeout.connect(self.show)
        document.opened.connect(self.show)
        document.changed.connect(self._on_changed)
        selection.changed.connect(self._offer_use)
        panel.set_options(self._options)
        panel.shown.connect(self.show)
        panel.chosen.connect(self._on_chosen)
        panel.use_here.connect(self._on_use_here)
        panel.edit.connect(self.edit_wanted)
        panel.remove.connect(self._on_remove)
        panel.replace_wanted.connect(self._on_replace)
        panel.remove_unused.connect(self._on_remove_unused)
        panel.use_wanted.connect(self.use_wanted)

    def show(self) -> None:
        """Show all entries with their uses, if the panel is in view."""
        if self._panel.isVisible():
            tree = self._document.tree
            self._panel.show_entries(
                [
                    _line(tree, part, key, len(self._index.of(part, key)), self._language)
                    for part in LIBRARY
                    for key in tree.parts[part]
                ]
            )
            self._on_chosen(*self._panel.entry)

    def translate_in(self, language: str) -> None:
        """Show the translations of a language beside the texts; of none if it is empty."""
        self._language = language
        self._panel.show_translations(bool(language))
        self.show()

    def _on_changed(self, _change: Change) -> None:
        self._soon.start()

    def _options(self, part: PartName) -> list[tuple[str, str]]:
        tree = self._document.tree
        return [(key, entry_text(tree, part, key)) for key in tree.parts[part]]

    def _on_chosen(self, part: PartName, key: str) -> None:
        tree = self._document.tree
        if part not in LIBRARY or key not in tree.parts[part]:
            self._panel.show_uses("", [])
            return
        uses = self._index.of(part, key)
        self._panel.show_uses(
            used_words("" if part == "finding" else part, len(uses)),
            [(use.part, use.key, use_words(tree, use)) for use in uses],
        )
        self._offer_use()

    def _offer_use(self) -> None:
        part, key = self._panel.entry
        self._panel.offer_use(self._why_not_here(part, key) if key else None)

    def _why_not_here(self, part: str, key: str) -> str | None:
        if len(self._selection.nodes) != 1:
            return self.tr("Select the one node that is to use it.")
        try:
            use_here(self._document.tree, self._selection.nodes[0], part, key)
        except KneetreeError as error:
            return told(error)
        return None

    def _on_use_here(self, part: str, key: str) -> None:
        if len(self._selection.nodes) == 1:
            tree, node = self._document.tree, self._selection.nodes[0]
            text = self.tr("use {part} {name} at {node}").format(
                part=part_word(part), name=named(tree, part, key), node=edits.quoted(tree, node)
            )
            self._do(text, lambda: use_here(tree, node, part, key))

    def _on_remove(self, part: PartName, key: str) -> None:
        if key:
            name = named(self._document.tree, part, key)
            text = self.tr("delete {part} {name}").format(part=part_word(part), name=name)
            self._do(text, partial(remove_if_unused, self._document.tree, part, key))

    def _on_remove_unused(self) -> None:
        tree = self._document.tree
        unused = edits.unused(tree)
        text = self.tr("delete {n} unused entries").format(n=len(unused))
        self._do(text, lambda: edits.remove_unused(tree, unused))

    def _on_replace(self, part: PartName, old: str, new: str, remove: bool) -> None:
        tree = self._document.tree
        text = self.tr("use {part} {new} instead of {old}").format(
            part=part_word(part), new=named(tree, part, new), old=named(tree, part, old)
        )
        if self._do(text, lambda: edits.replace_entry(tree, part, old, new, remove=remove)):
            self.show()
            self._panel.go_to(part, new)

    def _do(self, text: str, edit: Callable[[], Change]) -> bool:
        return attempt(self._document, edit, text, self._panel.refuse)


def remove_if_unused(tree: Tree, part: PartName, key: str) -> Change:
    """Return the removal of an entry; raise ``KneetreeError`` if something uses it, a source included."""
    return edits.remove_unused(tree, [edits.Use(part, key)])


def use_here(tree: Tree, node_id: str, part: str, key: str) -> Change:
    """Return the edit that lets a node use an entry of the library; raise ``KneetreeError`` if it cannot."""
    node = tree.nodes.get(node_id)
    name = edits.quoted(tree, node_id)
    if isinstance(node, Leaf):
        return _use_at_leaf(tree, node_id, node, part, key)
    if isinstance(node, QuestionNode):
        return _use_at_question(tree, node_id, node, part, key)
    if isinstance(node, Decision) and part == "source":
        return _with_source(tree, node_id, node.sources, key)
    if isinstance(node, Decision) and part == "finding":
        if any(term.finding == key for term in node.terms):
            raise KneetreeError("{node} counts it already.", node=name)
        return edits.set_fields(tree, node_id, counts=(*node.terms, Count(key)))
    raise KneetreeError("{node} has no place for this; choose another node.", node=name)


def _use_at_leaf(tree: Tree, node_id: str, leaf: Leaf, part: str, key: str) -> Change:
    name = edits.quoted(tree, node_id)
    held = {"advice": (*leaf.do, *leaf.avoid), "warning": leaf.warnings, "condition": leaf.conditions}.get(part, ())
    if key in held:
        raise KneetreeError("{node} uses it already.", node=name)
    if part == "advice":
        return edits.set_fields(tree, node_id, do=(*leaf.do, key))
    if part == "condition":
        return edits.set_fields(tree, node_id, also=(*leaf.also, key))
    if part == "warning":
        now = leaf.get_help_if.get(Urgency.EMERGENCY, ())
        return edits.set_fields(tree, node_id, get_help_if={**leaf.get_help_if, Urgency.EMERGENCY: (*now, key)})
    if part == "source":
        return _with_source(tree, node_id, leaf.sources, key)
    raise KneetreeError("{node} is a leaf and has no place for this; choose a question.", node=name)


def _use_at_question(tree: Tree, node_id: str, node: QuestionNode, part: str, key: str) -> Change:
    name, asked = edits.quoted(tree, node_id), tree.asked(node_id)
    if part in ("question", "scale"):
        if asked.entry == key:
            raise KneetreeError("{node} asks it already.", node=name)
        return edits.ask(tree, node_id, askable(tree, node, key))
    if part == "finding":
        if key in asked.findings:
            raise KneetreeError("{node} asks about it already.", node=name)
        return (
            edits.ask_items(tree, node_id, (*asked.findings, key))
            if asked.is_list
            else edits.ask_finding(tree, node_id, key)
        )
    if part == "picture" and not asked.scale:
        return edits.set_fields(tree, node_id, picture=key)
    if part == "source":
        return _with_source(tree, node_id, asked.sources, key)
    raise KneetreeError("{node} is a question and has no place for this; choose a leaf.", node=name)


def _with_source(tree: Tree, node_id: str, sources: tuple[str, ...], key: str) -> Change:
    if key in sources:
        raise KneetreeError("{node} cites it already.", node=edits.quoted(tree, node_id))
    return edits.set_fields(tree, node_id, sources=(*sources, key))


def _line(tree: Tree, part: PartName, key: str, used: int, language: str) -> Line:
    kind = part_word(part)
    cells = (Cell(kind[:1].upper() + kind[1:]), Cell(entry_text(tree, part, key)), Cell(str(used)), Cell(key))
    return Line(f"{part}/{key}", (*cells, translation_cell(tree, language, part, key)))
