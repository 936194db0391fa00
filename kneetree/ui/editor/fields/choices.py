"""List what can be chosen in a form: the entries of a tree's library and its nodes, with their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kneetree import edits
from kneetree.edits import Use
from kneetree.model.change import PartName
from kneetree.model.scales import Threshold, cuts, id_of, threshold_of
from kneetree.model.tree import Decision, QuestionNode, Tree
from kneetree.ui.editor.entry_words import entry_text
from kneetree.ui.editor.fields.typed_numbers import example, typed_limit, unused_limits
from kneetree.ui.editor.labels import title_of, tr


class Choices:
    """The entries of the tree given last.

    ``uses`` and ``nodes_of`` say where an entry is used; give them if there is a faster way than a pass over the tree.
    """

    def __init__(self) -> None:
        self.tree: Tree | None = None
        self.but = ""
        self.uses: Callable[[PartName, str], Sequence[Use]] = self._uses
        self.nodes_of: Callable[[PartName, str], Sequence[str]] = self._nodes_of

    def nodes(self) -> list[tuple[str, str]]:
        """Return all nodes by title, except ``but``."""
        tree = self.tree
        return [(key, title_of(tree, key)) for key in tree.nodes if key != self.but] if tree else []

    def entries(self, part: PartName) -> list[tuple[str, str]]:
        """Return all entries of a part by their text."""
        tree = self.tree
        return [(key, entry_text(tree, part, key)) for key in tree.parts[part]] if tree else []

    def findings(self) -> list[tuple[str, str]]:
        """Return all findings by their statement."""
        return self.entries("finding")

    def conditions(self) -> list[tuple[str, str]]:
        """Return all conditions by plain name."""
        return self.entries("condition")

    def sources(self) -> list[tuple[str, str]]:
        """Return all sources by citation."""
        return self.entries("source")

    def asked(self) -> list[tuple[str, str]]:
        """Return all that a node can ask: questions, then numbers."""
        return self.entries("question") + self.entries("scale")

    def pictures(self) -> list[str]:
        """Return the ids of the pictures that the tree brings."""
        return list(self.tree.pictures) if self.tree else []

    def facts(self) -> list[tuple[str, str]]:
        """Return all findings, then the thresholds that are in use, and one of each number of which none is."""
        tree = self.tree
        if tree is None:
            return []
        used = self._used_limits(tree)
        limits = [*used, *unused_limits(tree, used)]
        return [*self.findings(), *((limit, tree.statement(limit)) for limit in limits)]

    def example(self) -> str:
        """Return the words of a threshold as an example of what can be typed, empty if there are no numbers."""
        return example(self.tree, self._used_limits(self.tree)) if self.tree is not None else ""

    @staticmethod
    def _used_limits(tree: Tree) -> list[str]:
        named = [node.asks for node in tree.nodes.values() if isinstance(node, QuestionNode)]
        named += [term.finding for node in tree.nodes.values() if isinstance(node, Decision) for term in node.terms]
        named += [fact for rule in tree.rules.values() for fact in rule.findings]
        return [
            id_of(Threshold(scale, number)) for scale, numbers in cuts(named, tree.scales).items() for number in numbers
        ]

    def facts_and_scales(self) -> list[tuple[str, str]]:
        """Return all that a rule can ask for: facts, then numbers themselves."""
        return self.facts() + self.entries("scale")

    def threshold(self, text: str) -> str:
        """Return the threshold that was typed, such as "age 60" or an id, or an empty text."""
        limit = typed_limit(self.tree, text) if self.tree is not None else None
        key = id_of(limit) if limit is not None and limit.number > 0 else ""
        return key if self.tree is not None and threshold_of(key, self.tree.scales) else ""

    def why_not_threshold(self, text: str) -> str:
        """Return within which numbers a threshold that was typed must be, or an empty text if none was typed."""
        limit = typed_limit(self.tree, text) if self.tree is not None else None
        if limit is None or self.tree is None or self.threshold(text):
            return ""
        scale = self.tree.scales[limit.scale]
        return tr("{number} is not possible here. Choose a number from {least} to {most}.").format(
            number=limit.number, least=scale.least + 1, most=scale.most
        )

    def statement(self, fact: str) -> str:
        """Return a finding, threshold or number in words."""
        tree = self.tree
        if tree is None:
            return fact
        return entry_text(tree, "scale", fact) if fact in tree.scales else " ".join(tree.statement(fact).split())

    def shelf(self, part: PartName) -> Shelf:
        """Return the entries of one part."""
        return Shelf(self, part)

    def _uses(self, part: PartName, key: str) -> Sequence[Use]:
        return edits.uses(self.tree, part, key) if self.tree else ()

    def _nodes_of(self, part: PartName, key: str) -> Sequence[str]:
        return edits.nodes_of(self.tree, part, key) if self.tree else ()


class Shelf:
    """The entries of one part, with their texts and the places that use them."""

    def __init__(self, choices: Choices, part: PartName) -> None:
        self._choices = choices
        self.part: PartName = part

    def options(self) -> list[tuple[str, str]]:
        """Return all entries by their text."""
        return self._choices.entries(self.part)

    def text(self, key: str) -> str:
        """Return the text of an entry as it is written."""
        tree = self._choices.tree
        value = tree.parts[self.part].get(key) if tree else None
        if value is None:
            return key
        return str(value.statement if self.part == "finding" else value.text)

    def count(self, key: str) -> int:
        """Return in how many places people meet an entry; the statement of a finding is counted by questions.

        Cases and rules are left out: they name a fact or a number, whatever its wording.
        """
        if self.part in ("question", "scale"):
            return len(self._choices.nodes_of(self.part, key))
        uses = self._choices.uses(self.part, key)
        return sum(1 for use in uses if use.part == "question") if self.part == "finding" else len(uses)

    def places(self, key: str) -> list[tuple[str, str]]:
        """Return the nodes where people meet an entry, by title."""
        tree = self._choices.tree
        return [(node, title_of(tree, node)) for node in self._choices.nodes_of(self.part, key)] if tree else []
