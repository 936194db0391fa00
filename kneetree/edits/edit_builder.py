"""``EditBuilder``: an edit in the making, which is a ``ChangeBuilder`` that knows nodes, ends and ids.

It does what every edit needs and none should do in its own way: new ids, draft nodes, and the removal of a node with
all that depends on its id.  Nothing here alters a tree.
"""

from __future__ import annotations

import re
import unicodedata
from collections import ChainMap
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec import structs

from kneetree.errors import KneetreeError, ShapeError
from kneetree.files import change_json
from kneetree.model.change import Change, PartName
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.titles import title_of
from kneetree.model.tree import (
    Answer,
    Case,
    Condition,
    Finding,
    Leaf,
    Node,
    Position,
    Question,
    Region,
    Rule,
    Topic,
    Tree,
    Urgency,
)
from kneetree.model.values import SLUG_PATTERN, can_stand

ANSWERS = (Answer.YES, Answer.NO)
TITLE_LENGTH = 40
_SLUG = re.compile(SLUG_PATTERN)


@dataclass(frozen=True)
class _Words:
    question: str
    leaf: str
    condition: str


_DRAFTS = {
    "en": _Words("New question", "New result", "Not known yet"),
    "es": _Words("Pregunta nueva", "Resultado nuevo", "Aún no se sabe"),
}


def quoted(tree: Tree, node_id: str) -> str:
    """Return a node as it is named in a sentence: its title in quotes, shortened."""
    title = title_of(tree, node_id)
    return f"'{title}'" if len(title) <= TITLE_LENGTH else f"'{title[: TITLE_LENGTH - 1].rstrip()}…'"


def is_slug(text: str) -> bool:
    """Return whether a text may be an id."""
    return len(text) <= 100 and _SLUG.match(text) is not None


def slug_of(text: str, taken: Container[str], otherwise: str) -> str:
    """Return an id made of a text's words (of ``otherwise`` if it has none) that is not in ``taken``."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    base = "_".join(re.findall(r"[a-z0-9]+", plain)[:6])[:80].strip("_") or otherwise
    if base not in taken:
        return base
    number = 2
    while f"{base}_{number}" in taken:
        number += 1
    return f"{base}_{number}"


def is_draft(node: Node | None) -> bool:
    """Return whether a node was made to fill an end and nobody has written anything into it since."""
    return (
        isinstance(node, Leaf)
        and node.title in {words.leaf for words in _DRAFTS.values()}
        and not (node.also or node.reason or node.do or node.avoid or node.get_help_if or node.sources or node.note)
    )


def other(answer: str) -> Answer:
    """Return No for Yes, and Yes for No."""
    return Answer.NO if answer == Answer.YES else Answer.YES


def question_of(tree: Tree, node_id: str) -> Question:
    """Return the question with that id; raise ``ShapeError`` if there is none."""
    node = tree.nodes.get(node_id)
    if not isinstance(node, Question):
        raise ShapeError(f"{quoted(tree, node_id)} is not a question; choose one.")
    return node


def leaf_of(tree: Tree, node_id: str) -> Leaf:
    """Return the leaf with that id; raise ``ShapeError`` if there is none."""
    node = tree.nodes.get(node_id)
    if not isinstance(node, Leaf):
        raise ShapeError(f"{quoted(tree, node_id)} is not a result; choose one.")
    return node


def answer_of(answer: str) -> Answer:
    """Return ``answer`` as Yes or No; raise ``KneetreeError`` for anything else."""
    if answer not in ANSWERS:
        raise KneetreeError("An edge starts at Yes or at No.")
    return Answer(answer)


class EditBuilder(ChangeBuilder):
    """A collector of what one edit changes in ``tree``."""

    def __init__(self, tree: Tree) -> None:
        super().__init__(tree)
        self.tree = tree
        self._words = _DRAFTS.get(tree.language.partition("-")[0], _DRAFTS["en"])
        self._given: dict[PartName, dict[str, Any]] = {}
        self._led_to: dict[str, dict[str, None]] = {}

    def set(self, part: PartName, key: str, value: Any, at: int | None = None) -> None:
        """Set a value as ``ChangeBuilder`` does, and keep account of what leads where."""
        super().set(part, key, value, at)
        if part == "node" and isinstance(value, Question):
            for target in (value.yes, value.no):
                self._led_to.setdefault(target, {})[key] = None

    def parents(self, node_id: str) -> list[str]:
        """Return the questions that will lead to a node."""
        known = dict.fromkeys(self.tree.graph.pred[node_id] if node_id in self.tree.nodes else ())
        known |= self._led_to.get(node_id, {})
        found = []
        for parent in known:
            node = self.node(parent)
            if isinstance(node, Question) and node_id in (node.yes, node.no):
                found.append(parent)
        return found

    def change(self) -> Change:
        """Return the collected change; raise ``KneetreeError`` for text that no file can hold."""
        made = super().change()
        try:
            change_json.to_json(made)
        except UnicodeError as error:
            raise KneetreeError(
                "There is half a character in that text, which cannot be saved; type it again."
            ) from error
        return made

    def node(self, node_id: str) -> Node | None:
        """Return the node as it will be, or ``None`` if there will be none."""
        node: Node | None = self.get("node", node_id)
        return node

    def new_id(self, part: PartName, text: str, otherwise: str) -> str:
        """Return an id made of ``text`` that nothing in ``part`` has and that this edit has not given yet."""
        made = slug_of(text, ChainMap(self._given.setdefault(part, {}), self.tree.parts[part]), otherwise)
        self._given[part][made] = None
        return made

    def place_after(self, node_id: str) -> int | None:
        """Return the index at which a node comes right after ``node_id``, or ``None`` if that is not in the tree."""
        ids = list(self.tree.nodes)
        return ids.index(node_id) + 1 if node_id in self.tree.nodes else None

    # -- making ------------------------------------------------------------------------------------

    def new_leaf(self, after: str, at: Position | None = None) -> str:
        """Add a draft leaf and return its id."""
        return self.new_node(self.draft_leaf(), "new_result", after, at)

    def draft_leaf(self) -> Leaf:
        """Return a leaf that nobody has written yet; it is rather urgent, to be safe until somebody decides."""
        return Leaf(title=self._words.leaf, condition=self.some_condition(), urgency=Urgency.SAME_DAY)

    def new_question(self, topic: Topic, yes: str, no: str, after: str, at: Position | None = None) -> str:
        """Add a draft question with a finding of its own, and return its id."""
        node_id = self.new_id("node", "new_question", "new_question")
        finding = self.new_id("finding", node_id, "new_finding")
        self.set("finding", finding, Finding(means=""))
        question = Question(topic=topic, text=self._words.question, finding=finding, yes=yes, no=no)
        self._put(node_id, question, after, at)
        return node_id

    def new_node(self, node: Node, name: str, after: str, at: Position | None = None) -> str:
        """Add a node under an id like ``name``, and return that id."""
        node_id = self.new_id("node", name, "node")
        self._put(node_id, node, after, at)
        return node_id

    def some_condition(self) -> str:
        """Return the id of the tree's first condition; if it has none, add one that says it is not known."""
        if self.tree.conditions:
            return next(iter(self.tree.conditions))
        self.set("condition", "unknown", Condition(name=self._words.condition))
        return "unknown"

    def _put(self, node_id: str, node: Node, after: str, at: Position | None) -> None:
        self.set("node", node_id, node, self.place_after(after))
        if at is not None and can_stand(at):
            self.set("layout", node_id, at)

    # -- altering ----------------------------------------------------------------------------------

    def lead(self, source: str, answer: str, target: str) -> None:
        """Let an answer of a question lead to ``target``, which its other answer must not lead to."""
        node = self.node(source)
        assert isinstance(node, Question)
        self.set("node", source, replace_end(node, answer, target))

    def lead_all(self, ends: Mapping[tuple[str, Answer], str]) -> None:
        """Let several answers lead elsewhere at once, so that the two answers of a question may exchange their ends."""
        by_source: dict[str, dict[Answer, str]] = {}
        for (source, answer), target in ends.items():
            by_source.setdefault(source, {})[answer] = target
        for source, targets in by_source.items():
            node = self.node(source)
            assert isinstance(node, Question)
            yes, no = targets.get(Answer.YES, node.yes), targets.get(Answer.NO, node.no)
            if yes == no:
                raise ShapeError(
                    f"Yes and No of {quoted(self.tree, source)} would both lead to {quoted(self.tree, yes)}; "
                    "delete that question too, or connect it elsewhere first."
                )
            self.set("node", source, structs.replace(node, yes=yes, no=no))

    def remove(self, ids: Iterable[str]) -> None:
        """Remove nodes, their places on the map and in regions, and findings that ``forget_findings`` removes."""
        gone = set(ids)
        for node_id in sorted(gone):
            self.set("node", node_id, None)
            self.set("layout", node_id, None)
        for node_id in sorted(gone):
            self.forget_findings(self.tree.nodes.get(node_id))
        for key in self.tree.regions:
            region: Region | None = self.get("region", key)
            if region is not None and not gone.isdisjoint(region.nodes):
                kept = tuple(node_id for node_id in region.nodes if node_id not in gone)
                self.set("region", key, structs.replace(region, nodes=kept))

    def drop_draft(self, node_id: str) -> None:
        """Remove a draft that nothing leads to any more."""
        if is_draft(self.tree.nodes.get(node_id)) and node_id != self.tree.root and not self.parents(node_id):
            self.remove([node_id])

    def forget_findings(self, question: Node | None) -> None:
        """Remove the findings of a former question that were never described and that nothing names any more."""
        if not isinstance(question, Question):
            return
        for key in question.findings:
            finding: Finding | None = self.get("finding", key)
            if finding is not None and not finding.means and not self._names(key):
                self.set("finding", key, None)

    def _names(self, finding: str) -> bool:
        """Return whether a question, a rule or a case will name a finding."""
        parts: tuple[PartName, ...] = ("node", "rule", "case")
        return any(finding in findings_in(self.get(part, key)) for part in parts for key in self.tree.parts[part])


def findings_in(value: Any) -> Collection[str]:
    """Return the ids of the findings that a question, a rule or a case names; none for anything else."""
    if isinstance(value, Question | Case):
        return value.findings
    if isinstance(value, Rule):
        return {*(value.given or ()), *(value.asks or ())}
    return ()


def replace_end(question: Question, answer: str, target: str) -> Question:
    """Return the question with one answer leading elsewhere."""
    return structs.replace(question, yes=target) if answer == Answer.YES else structs.replace(question, no=target)


def cut_off(builder: EditBuilder, removed: Iterable[str], keep: Collection[str]) -> list[str]:
    """Return the nodes that nothing will lead to once ``removed`` are gone, with ``removed`` first.

    Nodes that nothing led to before are not among them, and neither are those in ``keep``.
    """
    gone = dict.fromkeys(removed)
    waiting = list(gone)
    for node_id in waiting:
        node = builder.node(node_id)
        if not isinstance(node, Question):
            continue
        for target in (node.yes, node.no):
            if target in gone or target in keep:
                continue
            if all(parent in gone for parent in builder.parents(target)):
                gone[target] = None
                waiting.append(target)
    return list(gone)
