"""``EditBuilder``: an edit in the making, which is a ``ChangeBuilder`` that knows nodes, ends and ids.

It does what every edit needs and none should do in its own way: new ids, draft nodes, and the removal of a node with
all that depends on its id.  Nothing here alters a tree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from msgspec import structs

from kneetree.edits.drafts import (
    DRAFT_URGENCY,
    clash,
    draft_condition,
    is_draft,
    is_draft_condition,
    is_draft_finding,
    is_draft_question,
    numbered,
    quoted,
    slug_of,
    words_of,
)
from kneetree.edits.guards import check_finding_id
from kneetree.edits.references import Names, references
from kneetree.errors import KneetreeError, ShapeError
from kneetree.files import change_json
from kneetree.model.change import Change, PartName
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.scales import threshold_of
from kneetree.model.tree import (
    Answer,
    Decision,
    Finding,
    Leaf,
    Node,
    Position,
    Question,
    QuestionNode,
    Region,
    Topic,
    Tree,
)
from kneetree.model.values import can_stand


class EditBuilder(ChangeBuilder):
    """A collector of what one edit changes in ``tree``."""

    def __init__(self, tree: Tree) -> None:
        super().__init__(tree)
        self.tree = tree
        self.words = words_of(tree)
        self._given: dict[PartName, dict[str, Any]] = {}
        self._led_to: dict[str, dict[str, None]] = {}

    def set(self, part: PartName, key: str, value: Any, at: int | None = None) -> None:
        """Set a value as ``ChangeBuilder`` does, and keep account of what leads where."""
        super().set(part, key, value, at)
        if part == "node" and value is not None:
            for _, target in value.edges():
                self._led_to.setdefault(target, {})[key] = None

    def entries(self, part: PartName) -> Iterator[tuple[str, Any]]:
        """Iterate over a keyed part as it will be: what stays in file order, then what comes."""
        keys = dict.fromkeys(self.tree.parts[part]) | {key: None for name, key in self._after if name == part}
        for key in keys:
            value = self.get(part, key)
            if value is not None:
                yield key, value

    def parents(self, node_id: str) -> list[str]:
        """Return the questions and decisions that will lead to a node."""
        known = dict.fromkeys(self.tree.graph.pred[node_id] if node_id in self.tree.nodes else ())
        known |= self._led_to.get(node_id, {})
        found = []
        for parent in known:
            node = self.node(parent)
            if node is not None and any(target == node_id for _, target in node.edges()):
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
        taken = _Taken(self.tree, part, self._given.setdefault(part, {}))
        made = slug_of(text, taken, otherwise)
        taken.given[made] = None
        return made

    def free_id(self, part: PartName, key: str) -> str:
        """Return ``key``, or ``key`` with a number if it is taken, and keep it taken."""
        taken = _Taken(self.tree, part, self._given.setdefault(part, {}))
        made = numbered(key, taken)
        taken.given[made] = None
        return made

    def place_after(self, part: PartName, key: str) -> int | None:
        """Return the index at which an id comes right after ``key``, or ``None`` if that is not in the tree."""
        ids = list(self.tree.parts[part])
        return ids.index(key) + 1 if key in self.tree.parts[part] else None

    # -- making ------------------------------------------------------------------------------------

    def new_leaf(self, after: str, at: Position | None = None) -> str:
        """Add a draft leaf and return its id."""
        return self.new_node(self.draft_leaf(), "new_result", after, at)

    def draft_leaf(self) -> Leaf:
        """Return a leaf that nobody has written yet."""
        return Leaf(title=self.words.leaf, condition=self.no_condition(), urgency=DRAFT_URGENCY)

    def draft_question(self, topic: Topic) -> str:
        """Add a draft of a yes/no question with a finding of its own, and return its id."""
        key = self.new_id("question", "new_question", "new_question")
        finding = self.new_id("finding", key, "new_finding")
        self.set("finding", finding, Finding(""))
        self.set("question", key, Question(topic=topic, text=self.words.question, finding=finding))
        return key

    def new_node(self, node: Node, name: str, after: str, at: Position | None = None) -> str:
        """Add a node under an id like ``name``, and return that id."""
        node_id = self.new_id("node", name, "node")
        self.set("node", node_id, node, self.place_after("node", after))
        if at is not None and can_stand(at):
            self.set("layout", node_id, at)
        return node_id

    def no_condition(self) -> str:
        """Return the id of the condition that says that none is chosen yet; add it if the tree does not have it."""
        for key, condition in self.entries("condition"):
            if is_draft_condition(condition):
                return key
        key = self.free_id("condition", "unknown")
        self.set("condition", key, draft_condition(self.tree.language))
        return key

    # -- altering ----------------------------------------------------------------------------------

    def lead(self, source: str, answer: Answer, target: str) -> None:
        """Let an answer of a node lead to ``target``, which its other answer must not lead to."""
        node = self.node(source)
        assert isinstance(node, QuestionNode | Decision)
        self.set("node", source, structs.replace(node, **{answer.value: target}))

    def lead_all(self, ends: Mapping[tuple[str, Answer], str]) -> None:
        """Let several answers lead elsewhere at once, so that the two answers of a node may exchange their ends."""
        by_source: dict[str, dict[str, str]] = {}
        for (source, answer), target in ends.items():
            by_source.setdefault(source, {})[answer.value] = target
        for source, targets in by_source.items():
            node = self.node(source)
            assert isinstance(node, QuestionNode | Decision)
            led = dict(node.edges()) | {Answer(answer): target for answer, target in targets.items()}
            if len(set(led.values())) < len(led):
                raise ShapeError(
                    "Yes and No of {node} would both lead to {target}; delete that one too, or connect it "
                    "elsewhere first.",
                    node=quoted(self.tree, source),
                    target=quoted(self.tree, led[Answer.YES]),
                )
            self.set("node", source, structs.replace(node, **targets))

    def begin_at(self, node_id: str) -> None:
        """Let the walk begin at a node; raise ``ShapeError`` if it is a decision, or if there will be none."""
        node = self.node(node_id)
        if node is None:
            raise ShapeError("There is no such node; choose one that is on the map.")
        if isinstance(node, Decision):
            raise ShapeError(
                "A walk cannot begin with a decision, and {node} is one; choose a question to begin with first.",
                node=quoted(self.tree, node_id),
            )
        self.set("root", "", node_id)

    def remove(self, ids: Iterable[str]) -> None:
        """Remove nodes, their places on the map and in regions, and the drafts that ``forget`` removes."""
        gone = set(ids)
        for node_id in sorted(gone):
            self.set("node", node_id, None)
            self.set("layout", node_id, None)
        self.forget([self.tree.nodes.get(node_id) for node_id in sorted(gone)])
        for key in self.tree.regions:
            region: Region | None = self.get("region", key)
            if region is not None and not gone.isdisjoint(region.nodes):
                kept = tuple(node_id for node_id in region.nodes if node_id not in gone)
                self.set("region", key, structs.replace(region, nodes=kept))

    def drop_draft(self, node_id: str) -> None:
        """Remove a draft that nothing leads to any more."""
        if is_draft(self.tree.nodes.get(node_id)) and node_id != self.tree.root and not self.parents(node_id):
            self.remove([node_id])

    def forget(self, former: Iterable[Node | None]) -> None:
        """Remove what former nodes named if nobody has written it and nothing names it any more.

        These are questions, then findings, and the condition that says that none is chosen.
        """
        findings: dict[str, None] = {}
        drafts: dict[str, None] = {}
        conditions: dict[str, None] = {}
        for node in former:
            if isinstance(node, QuestionNode) and is_draft_question(self.get("question", node.asks)):
                drafts[node.asks] = None
            elif isinstance(node, Decision):
                findings |= dict.fromkeys(term.finding for term in node.terms)
            elif isinstance(node, Leaf):
                conditions |= dict.fromkeys(node.conditions)
        self.forget_conditions(conditions)
        still = {node.asks for _, node in self.entries("node") if isinstance(node, QuestionNode)} if drafts else set()
        for key in drafts:
            if key not in still:
                findings |= dict.fromkeys(self.get("question", key).findings)
                self.set("question", key, None)
        self.forget_findings(findings)

    def forget_findings(self, findings: Collection[str]) -> None:
        """Remove those of the findings that were never described and that nothing names any more."""
        drafts = [key for key in findings if is_draft_finding(self.get("finding", key))]
        if not drafts:
            return
        named = self._named("finding")
        for key in drafts:
            if key not in named:
                self.set("finding", key, None)

    def forget_conditions(self, conditions: Collection[str]) -> None:
        """Remove those of the conditions that only say that none is chosen, once nothing names them any more."""
        drafts = [key for key in conditions if is_draft_condition(self.get("condition", key))]
        named = self._named("condition") if drafts else frozenset()
        for key in drafts:
            if key not in named:
                self.set("condition", key, None)

    def declare(self, facts: Iterable[str], statements: Mapping[str, str] | None = None) -> None:
        """Add a finding for each of ``facts`` that is neither one nor a threshold; ``statements`` gives their words.

        Raises ``KneetreeError`` for what cannot be the id of a finding.
        """
        for key in facts:
            if threshold_of(key, self.tree.scales):
                continue
            finding: Finding | None = self.get("finding", key)
            said = (statements or {}).get(key)
            if finding is None:
                check_finding_id(self.tree, key)
                self.set("finding", key, Finding(said or ""))
            elif said is not None:
                self.set("finding", key, structs.replace(finding, statement=said))

    def _named(self, wanted: PartName) -> frozenset[str]:
        """Return the findings or conditions that questions, nodes, rules and cases will name."""
        names = Names(self.tree.questions, self.tree.scales)
        parts: tuple[PartName, ...] = ("question", "node", "rule", "case")
        return frozenset(
            key
            for part in parts
            for _, value in self.entries(part)
            if wanted == "condition" or not isinstance(value, Leaf)
            for kind, key in references(names, value)
            if kind == wanted
        )


class _Taken:
    """The ids that a new one of a part must differ from."""

    def __init__(self, tree: Tree, part: PartName, given: dict[str, Any]) -> None:
        self._tree = tree
        self._part = part
        self.given = given

    def __contains__(self, key: object) -> bool:
        assert isinstance(key, str)
        return (
            key in self.given or key in self._tree.parts[self._part] or clash(self._tree, self._part, key) is not None
        )


def cut_off(builder: EditBuilder, removed: Iterable[str], keep: Collection[str]) -> list[str]:
    """Return the nodes that nothing will lead to once ``removed`` are gone, with ``removed`` first.

    Nodes that nothing led to before are not among them, and neither are those in ``keep``.
    """
    gone = dict.fromkeys(removed)
    waiting = list(gone)
    for node_id in waiting:
        node = builder.node(node_id)
        for _, target in node.edges() if node else ():
            if target in gone or target in keep:
                continue
            if all(parent in gone for parent in builder.parents(target)):
                gone[target] = None
                waiting.append(target)
    return list(gone)
