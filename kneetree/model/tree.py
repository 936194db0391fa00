"""``Tree``: a directed graph of questions, held by networkx behind a small interface.

Its values are defined in the modules beside this one and can be imported from here too.  This module knows neither
files nor walks; ``Tree.apply`` is the only thing that alters a tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from kneetree.errors import StaleChange
from kneetree.model import resolve, shape
from kneetree.model.asked import Asked, Kind, Line
from kneetree.model.backwards import Backwards
from kneetree.model.change import KEYED_PARTS, SINGLE_PARTS, Change, PartChange
from kneetree.model.nodes import Branch, Count, Decision, Leaf, Node, QuestionNode
from kneetree.model.rules import Exemption, PathTo, Rule
from kneetree.model.texts import Texts
from kneetree.model.values import (
    FORMAT,
    About,
    Advice,
    Answer,
    Case,
    Condition,
    Expect,
    Finding,
    Position,
    Question,
    Recovery,
    Region,
    Review,
    Scale,
    Slug,
    Source,
    Start,
    Topic,
    Urgency,
    WarningSign,
)
from kneetree.words.sentences import sentence

__all__ = [
    "FORMAT", "About", "Advice", "Answer", "Asked", "Branch", "Case", "Condition", "Count", "Decision", "Exemption",
    "Expect", "Finding", "Kind", "Leaf", "Line", "Node", "PathTo", "Position", "Question", "QuestionNode", "Recovery",
    "Region", "Review", "Rule", "Scale", "Slug", "Source", "Start", "Topic", "Tree", "Urgency", "WarningSign",
]  # fmt: skip


class Tree:
    """A tree of questions, with all the parts that its file has.

    ``parts`` maps each keyed part's name to its values by id, in file order; the single parts are attributes.
    ``translations`` are the texts in other languages, which lie in files of their own (``kneetree.model.translations``
    says under which keys); two trees are equal if their own files are.
    ``graph`` is the ``networkx.DiGraph`` of the questions: its nodes are the ids of ``nodes``, and each edge carries
    ``"answer"``, which is ``"yes"``, ``"no"`` or ``"next"``.

    Both ends of every edge exist, each question that is asked is there, and there is no cycle: the constructor and
    ``apply`` raise ``ShapeError`` rather than break this (see ``kneetree.model.shape``).
    """

    def __init__(
        self,
        *,
        title: str,
        root: str,
        nodes: Mapping[str, Node],
        version: str = "",
        language: str = "en",
        about: About | None = None,
        start: Start | None = None,
        review: Review | None = None,
        pictures: Mapping[str, str] | None = None,
        scales: Mapping[str, Scale] | None = None,
        findings: Mapping[str, Finding] | None = None,
        sources: Mapping[str, Source] | None = None,
        conditions: Mapping[str, Condition] | None = None,
        questions: Mapping[str, Question] | None = None,
        advice: Mapping[str, Advice] | None = None,
        warnings: Mapping[str, WarningSign] | None = None,
        rules: Mapping[str, Rule] | None = None,
        cases: Mapping[str, Case] | None = None,
        layout: Mapping[str, Position] | None = None,
        regions: Mapping[str, Region] | None = None,
        translations: Mapping[str, Texts] | None = None,
    ) -> None:
        self.title = title
        self.version = version
        self.language = language
        self.about = about
        self.start = start
        self.review = review
        self.root = root
        self.pictures: dict[str, str] = dict(pictures or {})
        self.scales: dict[str, Scale] = dict(scales or {})
        self.findings: dict[str, Finding] = dict(findings or {})
        self.sources: dict[str, Source] = dict(sources or {})
        self.conditions: dict[str, Condition] = dict(conditions or {})
        self.questions: dict[str, Question] = dict(questions or {})
        self.advice: dict[str, Advice] = dict(advice or {})
        self.warnings: dict[str, WarningSign] = dict(warnings or {})
        self.nodes: dict[str, Node] = dict(nodes)
        self.rules: dict[str, Rule] = dict(rules or {})
        self.cases: dict[str, Case] = dict(cases or {})
        self.layout: dict[str, Position] = dict(layout or {})
        self.regions: dict[str, Region] = dict(regions or {})
        self.translations: dict[str, Texts] = dict(translations or {})
        self._graph: nx.DiGraph[str] | None = None
        self._view: nx.DiGraph[str]
        self._backwards: Backwards | None = None
        self._asked: dict[str, Asked] = {}
        shape.check_whole(self)

    # -- looking ---------------------------------------------------------------------------------

    @property
    def graph(self) -> nx.DiGraph[str]:
        """The directed graph of the questions, as a view that follows the tree and cannot be altered."""
        if self._graph is None:
            self._graph = _graph_of(self.nodes)
            self._view = self._graph.copy(as_view=True)
        return self._view

    @property
    def backwards(self) -> Backwards:
        """Which nodes lead to a node, ask an entry or are named by a condition; it follows the tree."""
        if self._backwards is None:
            self._backwards = Backwards(self.nodes)
        return self._backwards

    @property
    def parts(self) -> dict[str, dict[str, Any]]:
        """The tree's own values of each keyed part, by its name in a ``Change``; callers never alter them."""
        return {name: self._keyed(name) for name in KEYED_PARTS}

    def asked(self, node_id: str) -> Asked:
        """Return what a node asks or decides; raise ``KeyError`` if there is no such node or if it is a leaf."""
        found = self._asked.get(node_id)
        if found is None:
            found = self._asked[node_id] = resolve.asked(self, node_id)
        return found

    def statement(self, finding: str, value: bool = True) -> str:
        """Return a finding or threshold as a person reads it; its id if it has no statement yet.

        ``value`` chooses the words of a threshold only.
        """
        return resolve.statement(self, finding, value)

    def leaf(self, node_id: str) -> Leaf:
        """Return the leaf with that id; raise ``KeyError`` if there is none."""
        node = self.nodes[node_id]
        if not isinstance(node, Leaf):
            raise KeyError(node_id)
        return node

    def all_asked(self) -> Iterator[Asked]:
        """Iterate over what all questions and decisions ask, in file order."""
        return (self.asked(key) for key, node in self.nodes.items() if not isinstance(node, Leaf))

    def leaves(self) -> Iterator[tuple[str, Leaf]]:
        """Iterate over all leaves with their ids, in file order."""
        return ((key, node) for key, node in self.nodes.items() if isinstance(node, Leaf))

    def parents(self, node_id: str) -> list[tuple[str, Answer]]:
        """Return the questions and decisions that lead to a node, each with the answer that does so."""
        return [(parent, Answer(data["answer"])) for parent, _, data in self.graph.in_edges([node_id], data=True)]

    def condition_name(self, condition_id: str) -> str:
        """Return the plain name of a condition, else its medical name, else its id."""
        condition = self.conditions.get(condition_id)
        return (condition.plain_name or condition.name) if condition else condition_id

    def copy(self, *, to_apply: bool = False) -> Tree:
        """Return a separate tree that shares the frozen values; this costs only a few dictionary copies.

        What was worked out from it is not copied, since parts of the copy may be replaced to make another tree.  If
        it will only be altered by changes that are applied (``to_apply``), it has an index of its own at once.
        """
        twin = object.__new__(Tree)
        for name in SINGLE_PARTS:
            setattr(twin, name, getattr(self, name))
        for name in KEYED_PARTS:
            setattr(twin, _ATTRIBUTE[name], dict(self._keyed(name)))
        twin.translations = dict(self.translations)
        twin._graph = None
        twin._backwards = self._backwards.copy() if to_apply and self._backwards is not None else None
        twin._asked = {}
        return twin

    def topological(self) -> list[str]:
        """Return all node ids, each before what it leads to."""
        return list(nx.topological_sort(self.graph))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Tree)
            and all(getattr(self, name) == getattr(other, name) for name in SINGLE_PARTS)
            and all(list(self._keyed(name).items()) == list(other._keyed(name).items()) for name in KEYED_PARTS)
        )

    __hash__ = None  # type: ignore[assignment]  # a tree changes, so it cannot be hashed

    # -- altering --------------------------------------------------------------------------------

    def apply(self, change: Change) -> None:
        """Alter the tree by ``change``, or leave it as it is and raise.

        Raises ``StaleChange`` if the tree does not hold what the change says was there *before*, and ``ShapeError`` if
        the result would break the shape that always holds.
        """
        done = 0
        try:
            while done < len(change.parts):
                done += self._insert_run(change.parts, done)
                if done < len(change.parts):
                    part = change.parts[done]
                    self._replace(part.part, part.key, part.before, part.after, part.at)
                    done += 1
            self._forget_asked(change)
            shape.check_change(self, change)
        except Exception:
            for part in reversed(change.parts[:done]):
                self._replace(part.part, part.key, part.after, part.before, part.at)
            self._graph = self._backwards = None
            self._asked = {}
            raise

    def _forget_asked(self, change: Change) -> None:
        """Forget what was put together of a node and its wording, as far as ``change`` can have altered it."""
        if change.touches("finding", "scale", "language"):
            self._asked = {}
            return
        for question in change.keys("question"):
            for key in self.backwards.asking(question):
                self._asked.pop(key, None)
        for key in change.keys("node"):
            self._asked.pop(key, None)

    def _replace(self, part: str, key: str, before: Any, after: Any, at: int | None) -> None:
        if part in SINGLE_PARTS:
            if getattr(self, part) != before:
                raise StaleChange("The {part} has changed meanwhile; this step no longer fits.", part=sentence(part))
            setattr(self, part, after)
            return
        values = self._keyed(part)
        if values.get(key) != before:
            raise StaleChange(
                "{part} {key!r} has changed meanwhile; this step no longer fits.", part=sentence(part), key=key
            )
        if after is None:
            values.pop(key, None)
        elif key in values or at is None or at >= len(values):
            values[key] = after
        else:
            entries = list(values.items())
            entries.insert(at, (key, after))
            values.clear()
            values.update(entries)
        if part == "node":
            if self._graph is not None:
                _update_graph(self._graph, key, after)
            if self._backwards is not None:
                self._backwards.replace(key, before, after)

    def _insert_run(self, parts: Sequence[PartChange], start: int) -> int:
        """Insert at once the run of parts from ``start`` on that are added to one mapping; return how many these are.

        Inserting them one by one copies the mapping each time: undoing the removal of 2,500 nodes took 9 seconds.
        """
        end, name = start, parts[start].part
        while end < len(parts) and parts[end].part == name and _comes_to_a_place(parts[end]):
            end += 1
        if end - start < 2 or name in SINGLE_PARTS:
            return 0
        values = self._keyed(name)
        keys, new = list(values), {part.key: part.after for part in parts[start:end]}
        if len(new) < end - start or not new.keys().isdisjoint(values):
            return 0
        for part in parts[start:end]:
            keys.insert(part.at or 0, part.key)
        new |= values
        values.clear()
        values.update((key, new[key]) for key in keys)
        for part in parts[start:end] if name == "node" else ():
            if self._graph is not None:
                _update_graph(self._graph, part.key, part.after)
            if self._backwards is not None:
                self._backwards.replace(part.key, None, part.after)
        return end - start

    def _keyed(self, part: str) -> dict[str, Any]:
        values: dict[str, Any] = getattr(self, _ATTRIBUTE[part])
        return values


_ATTRIBUTE = {
    "picture": "pictures", "scale": "scales", "finding": "findings", "source": "sources", "condition": "conditions",
    "question": "questions", "advice": "advice", "warning": "warnings", "node": "nodes",
    "rule": "rules", "case": "cases", "layout": "layout", "region": "regions", "translation": "translations",
}  # fmt: skip


def _comes_to_a_place(part: PartChange) -> bool:
    return part.before is None and part.at is not None


def _graph_of(nodes: Mapping[str, Node]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(nodes)
    yes, no, after = {"answer": "yes"}, {"answer": "no"}, {"answer": "next"}
    edges = []  # ``Node.edges`` says the same; filling 10,000 nodes with it takes 1.2 times as long
    for key, node in nodes.items():
        if isinstance(node, Leaf):
            continue
        if isinstance(node, QuestionNode) and node.next:
            edges.append((key, node.next, after))
        else:
            edges += [(key, node.yes, yes), (key, node.no, no)]
    graph.add_edges_from(edges)
    return graph


def _update_graph(graph: nx.DiGraph[str], key: str, node: Node | None) -> None:
    if node is None:
        # This also removes the edges into the node; they come back with their questions' own changes.
        graph.remove_node(key)
        return
    graph.add_node(key)
    graph.remove_edges_from(list(graph.out_edges(key)))
    for answer, target in node.edges():
        graph.add_edge(key, target, answer=answer.value)
