"""Random small trees and rules, aimed at what a proof can get wrong.

Each branch leads to one of the next three nodes, so that ways part and meet again.  Few findings are shared by many
questions, so that what was answered above decides what is asked below.  Thresholds imply one another, lists give points
and take up findings that were asked before, some lists and numbers only collect, and decisions count whatever they
like, so that facts can be missing at them.  A tree that fails is made as small as it gets before it is reported.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from kneetree.model.tree import (
    Count,
    Decision,
    Exemption,
    Finding,
    Leaf,
    Node,
    PathTo,
    Question,
    QuestionNode,
    Rule,
    Scale,
    Topic,
    Tree,
    Urgency,
)
from tests.trees import leaf

PLAIN = ["f0", "f1", "f2", "f3"]
THRESHOLDS = ["age_at_least_20", "age_at_least_40", "age_at_least_60", "pain_at_least_2", "pain_at_least_3"]
ELSEWHERE = ["never_asked", "age_at_least_50", "pain_at_least_4"]
"""Findings that a rule may name although no node turns on them."""
SCALES = {
    name: Scale(text=f"How much {name}?", unit="points", least=least, most=most, at_least="{n}", under="< {n}")
    for name, least, most in [("age", 0, 120), ("pain", 1, 4)]
}
CONDITIONS = ["strain", "dvt", "cyst"]
LEVELS = list(Urgency)

# -- trees ------------------------------------------------------------------------------------------


def random_tree(dice: random.Random) -> Tree:
    """Return a tree of 2 to 13 questions and decisions about 1 to 6 findings."""
    names, count = _names(dice), dice.randint(2, 13)
    share_of_lists = dice.choice([(0.0, 0.0), (0.2, 0.2), (0.5, 0.5), (0.9, 0.9)])  # above, below
    share_of_decisions, share_of_collecting = dice.choice([(0.0, 0.0), (0.2, 0.2), (0.5, 0.1), (0.4, 0.5)])
    share_of_leaves = dice.choice([0.1, 0.3])
    if dice.random() < 0.3:  # long lists first, then their lines again in different branches
        names, count, share_of_lists, share_of_leaves = PLAIN, dice.randint(6, 11), (1.0, 0.3), 0.1
    places = ["question"]
    for _ in range(count - 1):
        places += ["leaf"] * (dice.random() < share_of_leaves) + ["question"]
    keys = [f"{kind[0]}{number}" for number, kind in enumerate([*places, "leaf", "leaf", "leaf"])]
    nodes: dict[str, Node] = {}
    for number, key in enumerate(keys):
        if key.startswith("l"):
            nodes[key] = leaf(dice.choice(LEVELS), dice.choice(CONDITIONS))
            continue
        yes, no = dice.sample(keys[number + 1 : number + 4], 2)
        if number and dice.random() < share_of_decisions:
            nodes[key] = _decision(dice, names, yes, no)
        elif dice.random() < share_of_lists[number > len(keys) // 3]:
            collects = dice.random() < share_of_collecting
            nodes[key] = _list(dice, names, "" if collects else yes, "" if collects else no, yes if collects else "")
        else:
            nodes[key] = _question(dice, names, yes, no, share_of_collecting)
    usual = {name: Finding(name, usual=dice.random() < 0.3) for name in PLAIN}
    return _reachable(nodes, keys[0], usual)


def _names(dice: random.Random) -> list[str]:
    kind = dice.choice(["plain", "plain", "thresholds", "mixed", "mixed"])
    pool = {"plain": PLAIN, "thresholds": THRESHOLDS, "mixed": PLAIN + THRESHOLDS}[kind]
    return dice.sample(pool, dice.randint(1, min(6, len(pool))))


def _question(dice: random.Random, names: list[str], yes: str, no: str, share_of_collecting: float) -> QuestionNode:
    name = dice.choice(names)
    if dice.random() < share_of_collecting:
        return QuestionNode(asks=name.partition("_at_least_")[0], next=yes)
    return QuestionNode(asks=name, yes=yes, no=no)


def _list(dice: random.Random, names: list[str], yes: str, no: str, following: str) -> QuestionNode:
    most = dice.choice([1, 2, 3])
    plain = [name for name in names if name in PLAIN] or PLAIN[:2]
    points = {name: dice.randint(1, most) for name in dice.sample(plain, dice.randint(1, min(4, len(plain))))}
    if following:
        return QuestionNode(asks=list_id(points), next=following)
    least = dice.randint(1, sum(points.values()))
    return QuestionNode(asks=list_id(points), points=points, at_least=least, yes=yes, no=no)


def _decision(dice: random.Random, names: list[str], yes: str, no: str) -> Decision:
    most = dice.choice([1, 2, 3])
    chosen = dice.sample(names, dice.randint(1, min(4, len(names))))
    counts = tuple([Count(name, dice.randint(1, most), dice.random() < 0.7) for name in chosen])
    return Decision(
        title="t", counts=counts, at_least=dice.randint(1, sum(one.points for one in counts)), yes=yes, no=no
    )


def list_id(findings: dict[str, int]) -> str:
    return "-".join(["list", *findings])


def tree_of(nodes: dict[str, Node], root: str, findings: dict[str, Finding]) -> Tree:
    """Return the tree of ``nodes`` with the questions that they ask."""
    questions = {}
    for node in nodes.values():
        if isinstance(node, QuestionNode) and node.asks.partition("_at_least_")[0] not in SCALES:
            lines = tuple(node.asks.split("-")[1:])
            questions[node.asks] = Question(
                topic=Topic.SYMPTOM, text="?", finding="" if lines else node.asks, lines=lines
            )
    return Tree(title="Small", root=root, nodes=nodes, questions=questions, scales=SCALES, findings=findings)


def _reachable(nodes: dict[str, Node], root: str, findings: dict[str, Finding]) -> Tree:
    """Return the tree of what can be reached; ``nodes`` are in an order in which each comes before what it leads to."""
    reached = {root}
    for key, node in nodes.items():
        if key in reached:
            reached |= {target for _, target in node.edges()}
    return tree_of({key: node for key, node in nodes.items() if key in reached}, root, findings)


def findings_of(tree: Tree) -> list[str]:
    """Return the findings and thresholds on which the tree turns, each once."""
    return list(dict.fromkeys(finding for asked in tree.all_asked() for finding in asked.findings))


# -- rules ------------------------------------------------------------------------------------------


def random_rules(dice: random.Random, tree: Tree) -> list[Rule]:
    """Return rules of every form: each level, each finding asked for, and every number of questions from 0 to 6."""
    names = findings_of(tree)
    elsewhere = ELSEWHERE if dice.random() < 0.2 else []
    found: list[dict[str, object]] = [
        {
            "given": _facts(dice, names + elsewhere),
            "urgency_at_least": level,
            "unless": _exemptions(dice, names + elsewhere),
        }
        for level in LEVELS
    ]
    found += [{"every_path_to": _ends(dice), "asks": (name,)} for name in [*names, *elsewhere, "age"]]
    for _ in range(8):
        asks = tuple(dice.sample(names, dice.randint(min(2, len(names)), min(4, len(names)))))
        if asks:
            found += [{"every_path_to": _ends(dice), "asks": asks}]
    found += [{"every_path_to": _ends(dice), "questions_at_most": most} for most in range(7)]
    for below in (None, None, dice.choice(LEVELS)):
        chosen = dice.sample(names, min(len(names), dice.randint(1, 3))) or ["never_asked"]
        given = {name: value for name, value in _facts(dice, names + elsewhere).items() if name not in chosen}
        lowers = {name: dice.random() < 0.5 for name in chosen}
        found += [{"never_lowers": lowers, "below": below, "given": given if dice.random() < 0.5 else None}]
    return [Rule(id=f"r{number}", statement="s", **form) for number, form in enumerate(found)]


def _exemptions(dice: random.Random, names: list[str]) -> tuple[Exemption, ...]:
    facts = [_facts(dice, names) for _ in range(dice.choice([0, 0, 1, 2]))]
    return tuple([Exemption(one, "w") for one in facts if one])


def _facts(dice: random.Random, names: list[str]) -> dict[str, bool]:
    """Return facts that somebody has; sometimes any, which may contradict one another."""
    chosen = dice.sample(names, dice.randint(0, min(4, len(names))))
    if dice.random() < 0.1:
        return {name: dice.random() < 0.5 for name in chosen}
    numbers = {"age": dice.choice([0, 20, 40, 50, 60]), "pain": dice.choice([1, 2, 3, 4])}
    facts = {}
    for name in chosen:
        scale, _, number = name.partition("_at_least_")
        facts[name] = numbers[scale] >= int(number) if number else dice.random() < 0.5
    return facts


def _ends(dice: random.Random) -> PathTo:
    level, conditions = dice.choice(LEVELS), tuple(dice.sample(CONDITIONS, dice.randint(1, 2)))
    return dice.choice(
        [
            PathTo(),
            PathTo(conditions=conditions),
            PathTo(urgency=level),
            PathTo(urgency_below=level),
            PathTo(conditions=conditions, urgency_below=level),
        ]
    )


# -- what fails, as small as it gets ----------------------------------------------------------------


def smallest(tree: Tree, fails: Callable[[Tree], bool]) -> Tree:
    """Return a tree that still ``fails`` although every smaller one that is tried does not."""
    while True:
        for smaller in _smaller_trees(tree):
            if fails(smaller):
                tree = smaller
                break
        else:
            return tree


def smallest_rule(rule: Rule, fails: Callable[[Rule], bool]) -> Rule:
    """Return ``rule`` with as few facts or findings as it takes to fail."""
    for less in (replace(rule, unless=rule.unless[:at] + rule.unless[at + 1 :]) for at in range(len(rule.unless))):
        if fails(less):
            rule = less
            break
    for field in ("given", "asks", "never_lowers"):
        for name in list(getattr(rule, field) or ()):
            whole = getattr(rule, field)
            kept = [key for key in whole if key != name]
            if kept or field == "given":
                less = replace(
                    rule, **{field: {key: whole[key] for key in kept} if isinstance(whole, dict) else tuple(kept)}
                )
                if fails(less):
                    rule = less
    return rule


def _smaller_trees(tree: Tree) -> Iterator[Tree]:
    for key, node in tree.nodes.items():
        for target in dict.fromkeys(target for _, target in node.edges()):
            smaller = _without(tree, key, target)
            if not isinstance(smaller.nodes[smaller.root], Decision):
                yield smaller
    for key, node in tree.nodes.items():
        for less in _simpler(node):
            yield _reachable({**tree.nodes, key: less}, tree.root, tree.findings)


def _simpler(node: Node) -> Iterator[Node]:
    if isinstance(node, Decision):
        counts = node.terms
        for at, one in enumerate(counts):
            others = (*counts[:at], *counts[at + 1 :])
            for fewer in ((others,) if others else ()) + (
                ((*others, replace(one, points=1)),) if one.points > 1 else ()
            ):
                yield replace(node, counts=fewer, at_least=min(node.at_least, sum(term.points for term in fewer)))
    elif isinstance(node, QuestionNode) and node.asks.startswith("list-"):
        lines = node.asks.split("-")[1:]
        for line in lines if len(lines) > 1 else ():
            kept = [other for other in lines if other != line]
            points = {other: node.points.get(other, 1) for other in kept} if node.points else {}
            most = sum(points.get(other, 1) for other in kept)
            yield replace(node, asks="-".join(["list", *kept]), points=points, at_least=min(node.at_least, most))


def _without(tree: Tree, gone: str, target: str) -> Tree:
    """Return the tree in which ``target`` has the place of ``gone``, less questions that no longer part anything."""
    now = {gone: target}
    nodes: dict[str, Node] = {}
    for key in reversed(tree.nodes):  # what a question leads to comes before the question
        node = tree.nodes[key]
        if not isinstance(node, Leaf):
            targets = {str(answer): now.get(after, after) for answer, after in node.edges()}
            if key == gone:
                continue
            if len(targets) == 2 and len(set(targets.values())) == 1:
                now[key] = targets["yes"]
                continue
            node = replace(node, **targets)
        nodes[key] = node
    return _reachable(dict(reversed(nodes.items())), now.get(tree.root, tree.root), tree.findings)


def as_text(tree: Tree) -> str:
    """Return one line for each node: what it asks and where its branches lead."""
    return "\n".join(f"  {key}: {_node_text(node)}" for key, node in tree.nodes.items())


def _node_text(node: Node) -> str:
    if isinstance(node, Leaf):
        return f"{node.urgency}, {node.condition}"
    if isinstance(node, Decision):
        asked = " + ".join(f"{one.points} {'' if one.true else 'not '}{one.finding}" for one in node.terms)
        return f"decide {asked} >= {node.at_least} ? {node.yes} : {node.no}"
    if node.next:
        return f"collect {node.asks} -> {node.next}"
    points = f" {node.points} >= {node.at_least}" if node.points else ""
    return f"ask {node.asks}{points} ? {node.yes} : {node.no}"
