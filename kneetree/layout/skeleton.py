"""From the graph to the tree that is drawn: layers, long edges, stubs, one parent for each node.

Every node stands one layer below its lowest parent.  A long edge passes the layers between through
*joints* (points of no size).  An edge to a far shared target ends in a *stub* instead.  Of several
parents one keeps the node as its child; the others are joined to it by *links*.  All of these are
whole numbers here: the nodes in file order, then joints and stubs.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from kneetree.tree import Question, Tree

FAR = 3
"""An edge over more layers than this ends in a stub."""

Edge = tuple[int, int]
"""A question's number, and 0 for its Yes or 1 for its No."""
Targets = list[tuple[int, int] | None]
"""For each question the numbers that its Yes and No lead to; ``None`` for a leaf."""


@dataclass(slots=True)
class Skeleton:
    """``chains[edge]`` holds the numbers from below the question to the edge's end."""

    ids: list[str]
    targets: Targets
    layer: list[int]
    children: list[list[int]]
    parent: list[int]
    links: list[tuple[int, int]] = field(default_factory=list)
    chains: dict[Edge, list[int]] = field(default_factory=dict)
    stubs: dict[int, Edge] = field(default_factory=dict)
    link_edges: list[Edge] = field(default_factory=list)
    roots: list[int] = field(default_factory=list)

    def end_of(self, edge: Edge) -> int:
        """The node that an edge leads to, also where it is drawn as a stub."""
        pair = self.targets[edge[0]]
        assert pair is not None
        return pair[edge[1]]

    def add(self, layer: int, parent: int) -> int:
        """A new joint or stub below ``parent``."""
        number = len(self.layer)
        self.layer.append(layer)
        self.parent.append(parent)
        self.children.append([])
        self.children[parent].append(number)
        return number


def targets_of(tree: Tree) -> tuple[list[str], Targets]:
    """The ids in file order, and the numbers that each question's Yes and No lead to."""
    ids = list(tree.nodes)
    number = {node_id: index for index, node_id in enumerate(ids)}
    return ids, [
        (number[node.yes], number[node.no]) if isinstance(node, Question) else None for node in tree.nodes.values()
    ]


def layers_of(targets: Targets, root: int) -> tuple[list[int], list[int], list[int]]:
    """Each number's layer by longest path, the numbers in topological order, and the roots (``root`` first)."""
    waiting = [0] * len(targets)
    for pair in targets:
        if pair:
            waiting[pair[0]] += 1
            waiting[pair[1]] += 1
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


def build(ids: list[str], targets: Targets, root: int, stubbed: Collection[Edge] = ()) -> Skeleton:
    """The skeleton of a graph; the edges in ``stubbed`` end in stubs wherever their target keeps a parent."""
    layer, order, roots = layers_of(targets, root)
    count = len(ids)
    shape = Skeleton(ids, targets, layer, [[] for _ in range(count)], [-1] * count, roots=roots)
    parent, children, links, chains = shape.parent, shape.children, shape.links, shape.chains
    for source in order:
        pair = targets[source]
        if not pair:
            continue
        below = layer[source] + 1
        for answer, target in enumerate(pair):
            edge = (source, answer)
            span = layer[target] - layer[source]
            if span == 1 and parent[target] < 0:
                parent[target] = source
                children[source].append(target)
                chains[edge] = [target]
            elif span > FAR or edge in stubbed:
                stub = shape.add(below, source)
                shape.stubs[stub] = edge
                chains[edge] = [stub]
            else:
                chain, above = [], source
                for between in range(below, layer[target]):
                    above = shape.add(between, above)
                    chain.append(above)
                links.append((above, target))
                shape.link_edges.append(edge)
                chains[edge] = [*chain, target]
    return shape
