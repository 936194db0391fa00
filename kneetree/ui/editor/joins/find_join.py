"""Join find and replace with the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from kneetree import edits
from kneetree.edits import Match
from kneetree.errors import KneetreeError
from kneetree.model.tree import Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor.entry_words import LIBRARY, field_word, part_word
from kneetree.ui.editor.labels import title_of
from kneetree.ui.editor.live.slices import Background
from kneetree.ui.editor.panels.find_bar import FindBar
from kneetree.ui.editor.use_index import UseIndex
from kneetree.ui.language import told

_REST_MS = 80


class FindJoin(QObject):
    """Looks for what the bar says, again after every edit, and replaces as one step.

    Signals: ``hits(object)`` the set of nodes found; ``node_wanted(str id, str field)`` show it while the focus
    stays; ``place_wanted(str part, str key, str field)`` go there to edit.
    """

    hits = Signal(object)
    node_wanted = Signal(str, str)
    place_wanted = Signal(str, str, str)

    def __init__(self, document: Document, bar: FindBar, index: UseIndex) -> None:
        super().__init__(bar)
        self._document, self._bar, self._index = document, bar, index
        self._background = Background(self, rest_ms=_REST_MS)
        self._background.done.connect(self._on_found)
        document.opened.connect(self.look)
        document.changed.connect(self.look)
        bar.query_changed.connect(self.look)
        bar.stepped.connect(self._on_step)
        bar.go.connect(self._on_go)
        bar.replace_wanted.connect(self._on_replace)
        bar.replace_all_wanted.connect(self._on_replace_all)

    def look(self, *_: object) -> None:
        """Look soon."""
        if self._bar.query().text or self._bar.table.ids():
            self._background.start("find", self._find)

    def _find(self) -> Iterator[object]:
        try:
            yield edits.find(self._document.tree, self._bar.query()) if self._bar.query().text else []
        except KneetreeError as error:
            yield error.sentence

    def _on_found(self, _job: str, found: list[list[Match] | str]) -> None:
        matches = found[0]
        if isinstance(matches, str):
            self._bar.show_matches([], {})
            self._bar.refuse(told(matches))
            self.hits.emit(frozenset())
            return
        tree = self._document.tree
        matches.sort(key=lambda match: match.part != "node")
        self._bar.show_matches(matches, {match: place_words(tree, match) for match in matches})
        self.hits.emit(frozenset(self._nodes(matches)))

    def _nodes(self, matches: list[Match]) -> set[str]:
        """Return the nodes where people meet what was found."""
        found = {match.key for match in matches if match.part == "node"}
        for part, key in {(match.part, match.key) for match in matches if match.part in LIBRARY}:
            found.update(self._index.nodes_of(part, key))
        return found

    def _on_step(self, match: Match) -> None:
        if match.part == "node":
            self.node_wanted.emit(match.key, _field(match))
        elif match.part in LIBRARY:
            nodes = self._index.nodes_of(match.part, match.key)
            if nodes:
                self.node_wanted.emit(nodes[0], _field(match))

    def _on_go(self, match: Match) -> None:
        self.place_wanted.emit(match.part, match.key, _field(match))

    def _on_replace(self, match: Match) -> None:
        self._replace([match])

    def _on_replace_all(self) -> None:
        self._replace(None)

    def _replace(self, only: list[Match] | None) -> None:
        query, tree = self._bar.query(), self._document.tree
        kept = ""
        try:
            try:
                change, count = edits.replace(tree, query, self._bar.instead.text(), only)
            except KneetreeError as error:
                others = [match for match in edits.find(tree, query) if match.part != "title"] if only is None else []
                if not others:
                    raise
                kept = self.tr("Not in the title of the tree: {reason}").format(reason=error)
                change, count = edits.replace(tree, query, self._bar.instead.text(), others)
            text = self.tr("replace '{text}' in {n} places") if count > 1 else self.tr("replace '{text}'")
            self._document.do(change, text.format(text=query.text[:40], n=count))
        except KneetreeError as error:
            self._bar.refuse(told(error))
            return
        done = self.tr("Replaced in 1 place.") if count == 1 else self.tr("Replaced in {n} places.").format(n=count)
        self._bar.report(f"{done} {kept}".strip())
        self.look()


def _field(match: Match) -> str:
    """Return the name of the field in a form; that of a field inside a recovery is its own."""
    names = re.sub(r"\[\d+\]", "", match.field).split(".")
    return names[-1] if names[0] == "recovery" else names[0]


def place_words(tree: Tree, match: Match) -> tuple[str, str]:
    """Return where a match is and in which field, in words."""
    field = field_word(_field(match))
    number = re.search(r"\[(\d+)\]", match.field)
    field += f" {int(number.group(1)) + 1}" if number else ""
    if match.part == "node":
        return title_of(tree, match.key), field
    where = part_word(match.part) if match.part in ("about", "start") or match.key else field_word(match.part)
    where = where[:1].upper() + where[1:]
    return (f"{where}: {edits.text_of(tree, match.part, match.key)}" if match.key else where), field
