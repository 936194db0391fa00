"""Laying out, against Graphviz ``dot`` on the same graphs with the same box sizes in the same run.

Crossings are counted by geometry, for both alike: pairs of lines that cross between edges without a
common end.  Both draw the same edges: where ours ends in a stub beside its question, ``dot`` is given that stub.
They are also counted with every edge drawn to its end by ``dot``, which has no stubs of its own.

Run:  python -m benchmarks.bench_layout      (needs Graphviz)
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from itertools import pairwise

from benchmarks import made
from kneetree import layout
from kneetree.files import tree_files
from kneetree.layout import Placement, Point, Size
from kneetree.model.tree import Tree
from kneetree.shipped import SHIPPED_TREE

Line = tuple[str, str, list[Point]]
_STEPS = 8
_INCH = 72


def main() -> int:
    """Print the ratios; 1 where a limit was passed."""
    if shutil.which("dot") is None:
        print("needs Graphviz: apt install graphviz")
        return 1
    kept = [_crossings("shipped tree", tree_files.read_tree(SHIPPED_TREE).tree)]
    for sharing in (0.0, 0.05, 0.15, 0.3):
        for seed in (1, 2):
            name = f"500 nodes, {sharing:.0%} shared, seed {seed}"
            kept.append(_crossings(name, made.tree(500, sharing=sharing, seed=seed)))
    times = {}
    for nodes in (5_000, 50_000):
        for sharing in (0.0, 0.05):
            tree = made.tree(nodes, sharing=sharing)
            sizes = layout.measure(tree)
            times[nodes, sharing] = made.seconds(lambda tree=tree, sizes=sizes: layout.place(tree, sizes), 5)
            print(f"  {nodes:6} nodes, {sharing:.0%} shared: {overlaps(layout.place(tree, sizes))} overlaps")
            if nodes == 5_000:
                source = _dot_source(tree, sizes).encode()
                baseline = made.seconds(lambda source=source: _dot(source), 1)
                label = f"lay out 5,000 nodes, {sharing:.0%} shared, against dot"
                kept.append(made.report(label, times[nodes, sharing], baseline, 0.02))
    for sharing in (0.0, 0.05):
        label = f"lay out 50,000 nodes, {sharing:.0%} shared, against 5,000"
        kept.append(made.report(label, times[50_000, sharing], times[5_000, sharing], 25.0))
    return 0 if all(kept) else 1


def _crossings(name: str, tree: Tree) -> bool:
    sizes = layout.measure(tree)
    placement = layout.place(tree, sizes)
    mine = crossings(lines_of(placement))
    theirs = crossings(_dot_lines(_dot(_dot_source(tree, sizes, placement).encode())))
    without = crossings(_dot_lines(_dot(_dot_source(tree, sizes).encode())))
    covered = overlaps(placement)
    good = mine <= 1.2 * theirs and not covered
    print(
        f"{'ok  ' if good else 'FAIL'} {name}: {mine} crossings, dot {theirs} (limit 1.2 x), without stubs {without}; "
        f"{len(placement.stubs)} stubs of {len(placement.routes)} edges, {covered} overlaps"
    )
    return good


def lines_of(placement: Placement) -> list[Line]:
    """Return the edges as drawn, each with the names of its two ends."""
    return [
        (source, f"{source} {answer}" if route.stub else route.target, list(route.points))
        for (source, answer), route in placement.routes.items()
    ]


def crossings(lines: Iterable[Line]) -> int:
    """Return how often lines of edges without a common end cross."""
    parts = sorted(
        (min(a[1], b[1]), max(a[1], b[1]), min(a[0], b[0]), max(a[0], b[0]), a, b, source, target)
        for source, target, points in lines
        for a, b in pairwise(points)
    )
    found = 0
    for index, (_, low, left, right, a, b, source, target) in enumerate(parts):
        for other in range(index + 1, len(parts)):
            top, _, left2, right2, c, d, source2, target2 = parts[other]
            if top >= low:
                break
            if left2 > right or right2 < left or source == source2 or target == target2:
                continue
            found += _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0
    return found


def overlaps(placement: Placement) -> int:
    """Return how many pairs of boxes and stubs overlap."""
    boxes = [placement.rect(node_id) for node_id in placement.positions]
    boxes += [layout.rect_around(stub.position, stub.size) for stub in placement.stubs.values()]
    rows: dict[float, list[tuple[float, float]]] = {}
    for box in boxes:  # boxes of one row have their tops on one line, and rows lie apart
        rows.setdefault(box.top, []).append((box.left, box.right))
    beside = sum(a[1] > b[0] for row in rows.values() for a, b in pairwise(sorted(row)))
    tops = sorted((box.top, box.bottom) for box in boxes)
    lowest: dict[float, float] = {}
    for top, bottom in tops:
        lowest[top] = max(bottom, lowest.get(top, bottom))
    return beside + sum(above > top for (_, above), (top, _) in pairwise(lowest.items()))


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _dot_source(tree: Tree, sizes: dict[str, Size], placement: Placement | None = None) -> str:
    """Return the graph for ``dot``, with the stubs of a placement if one is given."""
    stubs = placement.stubs if placement is not None else {}
    ends = {f"{source} {answer}": stub.size for (source, answer), stub in stubs.items()}
    boxes = (f'"{key}" [width={w / _INCH:.3f}, height={h / _INCH:.3f}];' for key, (w, h) in (sizes | ends).items())
    edges = (
        f'"{source}" -> "{f"{source} {answer.value}" if (source, answer.value) in stubs else target}";'
        for source, node in tree.nodes.items()
        for answer, target in node.edges()
    )
    return "\n".join(["digraph {", 'node [shape=box, fixedsize=true, label=""];', *boxes, *edges, "}"])


def _dot(source: bytes) -> str:
    return subprocess.run(["dot", "-Tplain"], input=source, capture_output=True, check=True).stdout.decode()


def _dot_lines(plain: str) -> list[Line]:
    lines: list[Line] = []
    for row in plain.splitlines():
        fields = shlex.split(row)
        if fields[0] != "edge":
            continue
        count = int(fields[3])
        spots = [(float(fields[4 + 2 * i]), -float(fields[5 + 2 * i])) for i in range(count)]
        points = [spots[0]]
        for begin in range(0, count - 1, 3):
            points += [_bezier(spots[begin : begin + 4], step / _STEPS) for step in range(1, _STEPS + 1)]
        lines.append((fields[1], fields[2], points))
    return lines


def _bezier(spots: list[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return (
        sum(weight * x for weight, (x, _) in zip(weights, spots, strict=True)),
        sum(weight * y for weight, (_, y) in zip(weights, spots, strict=True)),
    )


if __name__ == "__main__":
    sys.exit(main())
