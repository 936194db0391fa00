"""Random small trees and rules, aimed at what a proof can get wrong.

Each answer leads to one of the next three nodes, so that ways part and meet again.  Few findings are shared by many
questions, so that what was answered above decides what is asked below.  Thresholds imply one another, lists give points
and take up findings that were asked before.  A tree that fails is made as small as it gets before it is reported.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from kneetree.model.knowledge import threshold
from kneetree.model.tree import Item, Leaf, Node, PathTo, Question, Rule, Tree, Urgency
from tests.trees import ask, ask_items, leaf, make

PLAIN = ["f0", "f1", "f2", "f3"]
THRESHOLDS = ["age_at_least_20", "age_at_least_40", "age_at_least_60", "days_at_least_7", "days_at_least_14"]
ELSEWHERE = ["never_asked", "age_at_least_50", "days_at_least_8"]
"""Findings that a rule may name although no question asks about them."""
CONDITIONS = ["strain", "dvt", "cyst"]
LEVELS = list(Urgency)

# -- trees ------------------------------------------------------------------------------------------


def random_tree(dice: random.Random) -> Tree:
    """Return a tree of 2 to 13 questions about 1 to 6 findings."""
    names, count = _names(dice), dice.randint(2, 13)
    share_of_lists = dice.choice([(0.0, 0.0), (0.2, 0.2), (0.5, 0.5), (0.9, 0.9)])  # above, below
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
        if dice.random() < share_of_lists[number > len(keys) // 3]:
            nodes[key] = _list(dice, names, yes, no)
        else:
            nodes[key] = ask(dice.choice(names), yes, no)
    return _reachable(nodes, keys[0])


def _names(dice: random.Random) -> list[str]:
    kind = dice.choice(["plain", "plain", "thresholds", "mixed", "mixed"])
    pool = {"plain": PLAIN, "thresholds": THRESHOLDS, "mixed": PLAIN + THRESHOLDS}[kind]
    return dice.sample(pool, dice.randint(1, min(6, len(pool))))


def _list(dice: random.Random, names: list[str], yes: str, no: str) -> Question:
    most = dice.choice([1, 2, 3])
    items = {name: dice.randint(1, most) for name in dice.sample(names, dice.randint(1, min(4, len(names))))}
    return ask_items(items, dice.randint(1, sum(items.values())), yes, no)


def _reachable(nodes: dict[str, Node], root: str) -> Tree:
    """Return the tree of what can be reached; ``nodes`` are in an order in which each comes before what it leads to."""
    reached = {root}
    for key, node in nodes.items():
        if key in reached and isinstance(node, Question):
            reached |= {node.yes, node.no}
    return make({key: node for key, node in nodes.items() if key in reached}, root)


def findings_of(tree: Tree) -> list[str]:
    """Return the findings that the tree asks about, each once."""
    return list(dict.fromkeys(finding for _, question in tree.questions() for finding in question.findings))


# -- rules ------------------------------------------------------------------------------------------


def random_rules(dice: random.Random, tree: Tree) -> list[Rule]:
    """Return rules of every form: each level, each finding asked for, and every number of questions from 0 to 6."""
    names = findings_of(tree)
    elsewhere = ELSEWHERE if dice.random() < 0.2 else []
    found: list[dict[str, object]] = [
        {"given": _facts(dice, names + elsewhere), "urgency_at_least": level} for level in LEVELS
    ]
    found += [{"every_path_to": _ends(dice), "asks": (name,)} for name in names + elsewhere]
    for _ in range(8):
        asks = tuple(dice.sample(names, dice.randint(min(2, len(names)), min(4, len(names)))))
        found += [{"every_path_to": _ends(dice), "asks": asks}]
    found += [{"every_path_to": _ends(dice), "questions_at_most": most} for most in range(7)]
    return [Rule(id=f"r{number}", statement="s", **form) for number, form in enumerate(found)]


def _facts(dice: random.Random, names: list[str]) -> dict[str, bool]:
    """Return facts that somebody has; sometimes any, which may contradict one another."""
    chosen = dice.sample(names, dice.randint(0, min(4, len(names))))
    if dice.random() < 0.1:
        return {name: dice.random() < 0.5 for name in chosen}
    numbers = {"age": dice.choice([0, 20, 40, 50, 60]), "days": dice.choice([0, 7, 8, 14])}
    facts = {}
    for name in chosen:
        limit = threshold(name)
        facts[name] = dice.random() < 0.5 if limit is None else numbers[limit[0]] >= limit[1]
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
    for name in [*(rule.given or {}), *(rule.asks or ())]:
        if rule.given is not None:
            less = replace(rule, given={key: value for key, value in rule.given.items() if key != name})
        else:
            less = replace(rule, asks=tuple(key for key in rule.asks or () if key != name))
        if fails(less):
            rule = less
    return rule


def _smaller_trees(tree: Tree) -> Iterator[Tree]:
    for key, question in tree.questions():
        for target in (question.yes, question.no):
            yield _without(tree, key, target)
    for key, question in tree.questions():
        for less in _smaller_lists(question):
            yield _reachable({**tree.nodes, key: less}, tree.root)


def _smaller_lists(question: Question) -> Iterator[Question]:
    items = question.items
    if len(items) == 1 and question.at_least == items[0].points:
        yield replace(question, items=(), at_least=1, finding=items[0].finding)
    for at, item in enumerate(items):
        if len(items) > 1:
            yield from _lists(question, (*items[:at], *items[at + 1 :]))
        if item.points > 1:
            yield from _lists(question, (*items[:at], replace(item, points=item.points - 1), *items[at + 1 :]))


def _lists(question: Question, items: tuple[Item, ...]) -> Iterator[Question]:
    most = min(question.at_least, sum(item.points for item in items))
    yield from (replace(question, items=items, at_least=least) for least in {most, max(1, most - 1)})


def _without(tree: Tree, gone: str, target: str) -> Tree:
    """Return the tree in which ``target`` has the place of ``gone``, less questions that no longer part anything."""
    now = {gone: target}
    nodes: dict[str, Node] = {}
    for key in reversed(tree.nodes):  # what a question leads to comes before the question
        node = tree.nodes[key]
        if isinstance(node, Question):
            yes, no = now.get(node.yes, node.yes), now.get(node.no, node.no)
            if key == gone:
                continue
            if yes == no:
                now[key] = yes
                continue
            node = replace(node, yes=yes, no=no)
        nodes[key] = node
    return _reachable(dict(reversed(nodes.items())), now.get(tree.root, tree.root))


def as_text(tree: Tree) -> str:
    """Return one line for each node: what it asks and where yes and no lead."""
    return "\n".join(f"  {key}: {_node_text(node)}" for key, node in tree.nodes.items())


def _node_text(node: Node) -> str:
    if isinstance(node, Leaf):
        return f"{node.urgency}, {node.condition}"
    asked = node.finding
    if node.items:
        asked = " + ".join(f"{item.points} {item.finding}" for item in node.items) + f" >= {node.at_least}"
    return f"{asked} ? {node.yes} : {node.no}"
