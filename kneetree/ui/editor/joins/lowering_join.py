"""Join the panel of what can lower a result with the document and its live verdicts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from kneetree.model.change import Change
from kneetree.proof.two_people import Fall
from kneetree.ui.background.task import Work
from kneetree.ui.document.document import Document
from kneetree.ui.editor.live.closer import smallest_person
from kneetree.ui.editor.live.threaded import Threaded
from kneetree.ui.editor.live.verdicts import Live
from kneetree.ui.editor.panels.lowering import LoweringPanel
from kneetree.ui.language import told

_REST_MS = 60
"""A person who goes through the rows with the arrow keys starts no work for each."""


class LoweringJoin(QObject):
    """Keeps the panel equal to what was found, and has the smallest person of the chosen finding looked for.

    Signals: ``paths_wanted(list, list, str)`` of pairs of node and answer for two people, and the node where they part.
    """

    paths_wanted = Signal(list, list, str)

    def __init__(self, document: Document, live: Live, panel: LoweringPanel) -> None:
        super().__init__(panel)
        self._document, self._live, self._panel = document, live, panel
        self._thread = Threaded(self, rest_ms=_REST_MS)
        self._thread.done.connect(self._on_smallest)
        live.lowerings_found.connect(self.show)
        document.opened.connect(self.show)
        document.changed.connect(self._on_changed)
        panel.picked.connect(self._on_picked)
        panel.paths_wanted.connect(self.paths_wanted)
        self.show()

    def show(self) -> None:
        """Show what is known."""
        live = self._live
        self._panel.show_lowerings(
            self._document.tree, live.lowerings, whole=live.lowerings_whole, trouble=told(live.lowerings_trouble)
        )
        if live.lowerings_whole:
            self._on_picked(self._panel.table.current_key())

    def _on_changed(self, change: Change) -> None:
        """Show what is told otherwise now; a finding of which nothing is known yet is in no line."""
        findings = {part.key for part in change.parts if part.part == "finding"}
        if change.touches("rule", "scale") or not findings.isdisjoint(self._live.lowerings):
            self.show()

    def _on_picked(self, finding: str) -> None:
        lowering = self._live.lowerings.get(finding)
        if lowering is None or lowering.fall is None or not self._live.lowerings_whole:
            self._thread.stop("smallest")
            return
        self._thread.start("smallest", self._work)

    def _work(self) -> Work[object]:
        lowering = self._live.lowerings.get(self._panel.table.current_key())
        if lowering is None:
            return partial(iter, ())
        return partial(smallest_person, self._document.tree.copy(), lowering)

    def _on_smallest(self, _job: str, found: list[object]) -> None:
        for fall in found:
            if isinstance(fall, Fall):
                self._panel.show_smallest(fall.finding, fall)
