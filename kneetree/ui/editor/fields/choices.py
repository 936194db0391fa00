"""List what can be chosen in a form: the findings, conditions, sources and nodes of a tree, with their words."""

from __future__ import annotations

from kneetree.model.tree import Tree
from kneetree.ui.editor.labels import finding_name, title_of


class Choices:
    """The entries of the tree given last."""

    def __init__(self) -> None:
        self.tree: Tree | None = None
        self.but = ""

    def nodes(self) -> list[tuple[str, str]]:
        """Return all nodes by title, except ``but``."""
        tree = self.tree
        return [(key, title_of(tree, key)) for key in tree.nodes if key != self.but] if tree else []

    def findings(self) -> list[tuple[str, str]]:
        """Return all findings: those with an entry, then thresholds that some question asks."""
        tree = self.tree
        if tree is None:
            return []
        asked = {finding for _, question in tree.questions() for finding in question.findings}
        keys = [*tree.findings, *sorted(asked - tree.findings.keys())]
        return [(key, finding_name(tree, key)) for key in keys]

    def conditions(self) -> list[tuple[str, str]]:
        """Return all conditions by plain name."""
        tree = self.tree
        return [(key, tree.condition_name(key)) for key in tree.conditions] if tree else []

    def sources(self) -> list[tuple[str, str]]:
        """Return all sources by citation."""
        tree = self.tree
        return [(key, source.citation) for key, source in tree.sources.items()] if tree else []
