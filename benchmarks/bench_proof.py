"""Safety rules, monotone verdicts and structure, each as a ratio to what networkx takes.

1. All rules of the shipped tree of version 1, converted (``tree_of_version_1.json``, texts left out), against
   ``networkx.transitive_closure`` of the same tree.  The search that version 1 had took 0.32 of that on its own tree
   (see ``OLD_SEARCH``); the proof may take a fifth of it.
2. For every finding of the shipped tree, whether it can lower a result and how far: one second.
3. Structure and 30 rules over 50,000 nodes against networkx's structural checks alone (see ``bench_core``).

Strength and the longest walk are printed without a limit.

Run:  python -m benchmarks.bench_proof
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import networkx as nx

from benchmarks import bench_core, made
from kneetree.files import tree_files
from kneetree.proof import safety_rules
from kneetree.proof.longest import longest_walk
from kneetree.proof.lowering import Lowerings
from kneetree.proof.strength import strengths
from kneetree.shipped import SHIPPED_TREE

OLD_SEARCH = 0.32
"""The state search at commit 45497e6, all 132 rules of its shipped tree (619 nodes): 119.2 ms, transitive closure of
that tree 374.4 ms; medians of nine, Python 3.11, two shared cores.  Two more rounds gave 0.24 and 0.44."""
OF_OLD = 0.2
SECONDS = 1.0


def drain(steps: Iterator[object]) -> None:
    """Do all of a piece of work."""
    for _ in steps:
        pass


def main() -> int:
    """Print the ratios and times; 1 where a limit was passed."""
    converted = tree_files.read_tree(Path(__file__).with_name("tree_of_version_1.json")).tree
    graph = converted.graph
    closure = made.seconds(lambda: nx.transitive_closure(graph), 9)
    rules = made.seconds(lambda: safety_rules.prove_all(converted), 9)
    kept = [made.report(f"{len(converted.rules)} rules of version 1", rules, closure, OLD_SEARCH * OF_OLD)]
    print(f"     {rules / closure / OLD_SEARCH:.2f} of the ratio of the old search ({OLD_SEARCH})")

    tree = tree_files.read_tree(SHIPPED_TREE).tree
    lowering = made.seconds(lambda: drain(Lowerings(tree).steps()), 5)
    kept.append(lowering <= SECONDS)
    print(f"{'ok  ' if kept[-1] else 'OVER'} what can lower a result: {lowering:.2f} s (at most {SECONDS:g} s)")
    print(f"     strength of all rules: {made.seconds(lambda: drain(strengths(tree)), 3):.2f} s")
    print(f"     longest walk: {made.seconds(lambda: drain(longest_walk(tree)), 3):.2f} s")

    large = bench_core.tree_with_rules(50_000)
    baseline = made.seconds(lambda: bench_core.with_networkx(large), 5)
    whole = made.seconds(lambda: bench_core.ours(large), 5)
    kept.append(made.report("structure and 30 rules, 50,000 nodes", whole, baseline, 0.3))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
