"""Structural checks and all safety rules over 50,000 nodes, against networkx doing the structural checks alone.

The baseline is what a programmer would call in networkx to make the same structural checks, on a graph
that is already built: ``is_directed_acyclic_graph``, ``find_cycle`` (to name the circle),
``descendants`` of the root (what cannot be reached), ``is_weakly_connected`` (pieces apart),
``topological_generations`` (the order, and how deep it goes), degrees (dead ends, starts).  Ours is
``safety_rules.compiled``, the structure part of ``checks`` and a verdict on each of 30 rules of all forms.

Memory is the peak of ``tracemalloc`` over the same work: twice the nodes may cost at most 2.2 times, and no more than
version 1 took.

Run:  python -m benchmarks.bench_core
"""

from __future__ import annotations

import contextlib
import sys
import tracemalloc

import networkx as nx
from msgspec import structs

from benchmarks import made
from kneetree.checks import structure
from kneetree.model.tree import Leaf, PathTo, Rule, Tree, Urgency
from kneetree.proof import safety_rules

MEMORY_OF_VERSION_1 = 17_100_000
"""Bytes at 50,000 nodes."""


def tree_with_rules(nodes: int, *, findings: int = 0, sharing: float = 0.05) -> Tree:
    """Return a made tree with 30 rules; with ``findings``, its questions ask about only so many, again and again."""
    tree = made.tree(nodes, sharing=sharing, rules=0)
    if findings:
        for number, (key, question) in enumerate(list(tree.questions.items())):
            tree.questions[key] = structs.replace(question, finding=f"f{number * 7919 % findings}")
    names = list(dict.fromkeys(finding for question in tree.questions.values() for finding in question.findings))
    for number in range(10):
        low, high = names[number * len(names) // 97], names[-1 - number * len(names) // 97]
        given = {low: bool(number % 2), high: True}
        to = PathTo(urgency=list(Urgency)[number % 5])
        for rule in (
            Rule(id=f"given-{number}", statement="s", given=given, urgency_at_least=list(Urgency)[number % 3]),
            Rule(id=f"asks-{number}", statement="s", every_path_to=to, asks=(names[0], low)),
            Rule(id=f"short-{number}", statement="s", every_path_to=to, questions_at_most=10 + number),
        ):
            tree.rules[rule.id] = rule
    return tree


def with_networkx(tree: Tree) -> None:
    """Run the structural checks by networkx's own functions."""
    graph = tree.graph
    nx.is_directed_acyclic_graph(graph)
    with contextlib.suppress(nx.NetworkXNoCycle):
        nx.find_cycle(graph, tree.root)
    graph.nodes - nx.descendants(graph, tree.root)
    nx.is_weakly_connected(graph)
    sum(1 for _ in nx.topological_generations(graph))
    [key for key, degree in graph.out_degree() if not degree and not isinstance(tree.nodes[key], Leaf)]
    [key for key, degree in graph.in_degree() if not degree]


def ours(tree: Tree) -> list[safety_rules.Verdict]:
    """Run the structural checks and decide every rule."""
    for _ in (*structure.reachability(tree), *structure.same_text_twice(tree)):
        pass
    return safety_rules.prove_all(tree)


def peak(nodes: int) -> int:
    """Return the most bytes that ``ours`` holds at once over a made tree."""
    tree = tree_with_rules(nodes)
    tracemalloc.start()
    ours(tree)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def main() -> int:
    """Print the ratios; 1 where a limit was passed."""
    kept = []
    for name, sharing in (
        ("no shared nodes", 0.0),
        ("5 % shared nodes", 0.05),
    ):
        tree = tree_with_rules(50_000, sharing=sharing)
        baseline = made.seconds(lambda tree=tree: with_networkx(tree), 5)
        measured = made.seconds(lambda tree=tree: ours(tree), 5)
        kept.append(made.report(f"structure and 30 rules, 50,000 nodes, {name}", measured, baseline, 0.3))
        broken = sum(not verdict.holds for verdict in ours(tree))
        print(f"     {broken} of 30 rules broken, each with its shortest path")
    again = tree_with_rules(5_000, findings=60, sharing=0.0)
    seconds = made.seconds(lambda: ours(again), 1)
    print(f"     5,000 nodes that ask about 60 findings again and again: {seconds * 1000:.0f} ms")
    half, whole = peak(25_000), peak(50_000)
    print(f"     memory: {half / 1e6:.1f} MB at 25,000 nodes, {whole / 1e6:.1f} MB at 50,000")
    kept.append(whole <= min(2.2 * half, MEMORY_OF_VERSION_1))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
