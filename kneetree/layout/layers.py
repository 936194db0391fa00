"""Turn the graph into the tree that is drawn: layers, long edges, stubs, one parent for each node.

Every node is one layer below its lowest parent.  A long edge passes the layers between through *joints* (points of no
size).  An edge to a far shared target ends in a *stub* instead.  Of several parents one keeps the node as its child;
the others are joined to it by *links*.  All of these are whole numbers here: the nodes in file order, then joints and
stubs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kneetree.model.tree import Tree

FAR = 3
"""An edge over more layers than this ends in a stub."""

_ANSWERS: tuple[tuple[str, ...], ...] = ((), ("next",), ("yes", "no"))

Edge = int
"""Twice the number of a question or decision, and one more for its No."""
Targets = list[tuple[int, ...]]
"""For each node the numbers that it leads to: Yes and No, or only what comes next; none for a leaf."""
Layered = tuple[list[int], list[int], list[int]]
"""Each number's layer, the numbers in topological order, and the roots."""


@dataclass(slots=True)
class Skeleton:
    """The tree that is drawn.

    ``below[edge]`` is what comes first below a question; ``onward[joint]`` is what follows a joint.  ``links`` holds,
    by edge, the last number of the edge and the node that it is joined to.
    """

    ids: list[str]
    targets: Targets
    layer: list[int]
    children: list[list[int]]
    parent: list[int]
    below: list[int]
    roots: list[int]
    onward: dict[int, int] = field(default_factory=dict)
    stubs: dict[int, Edge] = field(default_factory=dict)
    links: dict[Edge, tuple[int, int]] = field(default_factory=dict)
    turned: list[int] = field(default_factory=list)

    def end_of(self, edge: Edge) -> int:
        """Return the node that an edge leads to, also if it is drawn as a stub."""
        return self.targets[edge >> 1][edge & 1]

    def answer_of(self, edge: Edge) -> str:
        """Return the answer that an edge stands for."""
        return answers_of(self.targets[edge >> 1])[edge & 1]

    def add(self, layer: int, parent: int) -> int:
        """Add a new joint or stub as the last below ``parent``; return its number."""
        number = len(self.layer)
        self.layer.append(layer)
        self.parent.append(parent)
        self.children.append([])
        self.children[parent].append(number)
        return number

    def add_stub(self, edge: Edge) -> None:
        """Let an edge end beside its question."""
        source = edge >> 1
        self.below[edge] = stub = self.add(self.layer[source] + 1, source)
        self.stubs[stub] = edge

    def turn(self, node: int) -> None:
        """Let the two children of a node change places."""
        self.children[node].reverse()
        self.turned.append(node)

    def turn_back(self) -> None:
        """Take every ``turn`` back, so that Yes is on the left again."""
        for node in self.turned:
            self.children[node].reverse()
        self.turned.clear()

    def cut(self, edge: Edge) -> None:
        """Turn a link into a stub.  Its joints stay behind, unused."""
        del self.links[edge]
        source, first = edge >> 1, self.below[edge]
        if first >= len(self.ids):
            self.children[source].remove(first)
        self.add_stub(edge)
        if not edge & 1:
            self.children[source].reverse()


def targets_of(tree: Tree) -> tuple[list[str], Targets]:
    """Return the ids in file order, and the numbers of the nodes that each leads to."""
    ids = list(tree.nodes)
    number = {node_id: index for index, node_id in enumerate(ids)}
    return ids, [tuple([number[target] for _, target in node.edges()]) for node in tree.nodes.values()]


def answers_of(targets: Sequence[object]) -> tuple[str, ...]:
    """Return the answers of a node with that many ways on, in the order of its edges."""
    return _ANSWERS[len(targets)]


def layers_of(targets: Targets, root: int) -> Layered:
    """Return each number's layer by longest path, the numbers in topological order, and the roots (``root`` first)."""
    waiting = [0] * len(targets)
    for pair in targets:
        for target in pair:
            waiting[target] += 1
    roots = [root] if not waiting[root] else []
    roots += [number for number, count in enumerate(waiting) if not count and number != root]
    layer = [0] * len(targets)
    order = list(roots)
    for number in order:
        pair = targets[number]
        if pair:
            below = layer[number] + 1
            for target in pair:
                if layer[target] < below:
                    layer[target] = below
                waiting[target] -= 1
                if not waiting[target]:
                    order.append(target)
    return layer, order, roots


def build(ids: list[str], targets: Targets, root: int) -> Skeleton:
    """Return the skeleton of a graph, with stubs for the edges that are too long to draw."""
    layer, order, roots = layers_of(targets, root)
    count = len(ids)
    parent = [-1] * count
    children: list[list[int]] = [[] for _ in range(count)]
    below = [0] * (2 * count)
    shape = Skeleton(ids, targets, layer, children, parent, below, roots)
    for source in order:
        pair = targets[source]
        if not pair:
            continue
        next_layer = layer[source] + 1
        edge = 2 * source
        for target in pair:
            if layer[target] == next_layer and parent[target] < 0:
                parent[target] = source
                children[source].append(target)
                below[edge] = target
            elif layer[target] - next_layer >= FAR:
                shape.add_stub(edge)
            else:
                _link(shape, edge, target)
            edge += 1
    return shape


def _link(shape: Skeleton, edge: Edge, target: int) -> None:
    source = edge >> 1
    above = source
    for layer in range(shape.layer[source] + 1, shape.layer[target]):
        joint = shape.add(layer, above)
        if above == source:
            shape.below[edge] = joint
        else:
            shape.onward[above] = joint
        above = joint
    if above == source:
        shape.below[edge] = target
    else:
        shape.onward[above] = target
    shape.links[edge] = (above, target)
