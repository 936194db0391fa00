"""Random edits of small trees, of each kind that can make a verdict another one, and rules of all forms."""

from __future__ import annotations

import random
from collections.abc import Mapping

from msgspec.structs import replace

from kneetree.model.tree import (
    Decision,
    Finding,
    Leaf,
    Node,
    Question,
    QuestionNode,
    Rule,
    Topic,
    Tree,
    Urgency,
)
from tests.proof.small_trees import CONDITIONS, LEVELS, PLAIN, SCALES, random_rules
from tests.trees import leaf


def edited(dice: random.Random, tree: Tree) -> Tree:
    """Return a copy of a tree in which one or two things are another."""
    for _ in range(dice.choice([1, 1, 1, 2])):
        tree = tree.copy()  # each time, since what a node asks is kept once it was looked up
        dice.choice(_EDITS)(dice, tree)
    return tree


def _leaf(dice: random.Random, tree: Tree) -> None:
    key = dice.choice([key for key, node in tree.nodes.items() if isinstance(node, Leaf)])
    other = {"urgency": dice.choice(LEVELS)} if dice.random() < 0.5 else {"condition": dice.choice(CONDITIONS)}
    tree.nodes[key] = replace(tree.nodes[key], **other)


def _inner(dice: random.Random, tree: Tree) -> str:
    return dice.choice([key for key, node in tree.nodes.items() if not isinstance(node, Leaf)])


def _inserted(dice: random.Random, tree: Tree) -> None:
    """Put a question between a node and what it leads to; its Yes leads to a new leaf."""
    key = _inner(dice, tree)
    answer, target = dice.choice(tree.nodes[key].edges())
    new = f"new{len(tree.nodes)}"
    asks = dice.choice([*PLAIN, "pain_at_least_2", "age_at_least_40"])
    tree.nodes[f"{new}_leaf"] = leaf(dice.choice(LEVELS), dice.choice(CONDITIONS))
    tree.nodes[new] = QuestionNode(asks=asks, yes=f"{new}_leaf", no=target)
    tree.nodes[key] = replace(tree.nodes[key], **{str(answer): new})
    _ask(tree, asks)


def _ask(tree: Tree, asks: str) -> None:
    if asks in PLAIN:
        tree.questions.setdefault(asks, Question(topic=Topic.SYMPTOM, text="?", finding=asks))


def _target(dice: random.Random, tree: Tree) -> None:
    """Turn the two answers of a node, or lead one to another leaf."""
    key = _inner(dice, tree)
    node = tree.nodes[key]
    if isinstance(node, QuestionNode) and node.next:
        return
    leaves = [key for key, other in tree.nodes.items() if isinstance(other, Leaf) and key != node.no]
    turned = {"yes": node.no, "no": node.yes}
    tree.nodes[key] = replace(node, **(turned if dice.random() < 0.5 or not leaves else {"yes": dice.choice(leaves)}))


def _above(dice: random.Random, tree: Tree) -> None:
    """Put a node above the one that leads to it, which leads to a leaf instead."""
    upper = _inner(dice, tree)
    answer, lower = dice.choice(tree.nodes[upper].edges())
    node, below = tree.nodes[upper], tree.nodes[lower]
    if isinstance(below, Leaf) or not below.yes or not node.yes or upper == tree.root:
        return
    nodes = {
        key: other if isinstance(other, Leaf) else replace(other, **_led(other, upper, lower))
        for key, other in tree.nodes.items()
    }
    leaves = [key for key, other in tree.nodes.items() if isinstance(other, Leaf) and key not in (node.yes, node.no)]
    if leaves:
        nodes[upper] = replace(node, **{str(answer): dice.choice(leaves)})
        nodes[lower] = replace(below, **{dice.choice(["yes", "no"]): upper})
        if not _has_circle(nodes, tree.root):
            tree.nodes.update(nodes)


def _led(node: QuestionNode | Decision, before: str, now: str) -> dict[str, str]:
    ends = {str(answer): now if target == before else target for answer, target in node.edges()}
    return ends if len(set(ends.values())) == len(ends) else {}


def _has_circle(nodes: Mapping[str, Node], key: str, above: tuple[str, ...] = ()) -> bool:
    ends = [] if isinstance(nodes[key], Leaf) else [target for _, target in nodes[key].edges()]
    return key in above or any(_has_circle(nodes, target, (*above, key)) for target in ends)


def _points(dice: random.Random, tree: Tree) -> None:
    for key, node in tree.nodes.items():
        if isinstance(node, Decision) or (isinstance(node, QuestionNode) and node.points):
            most = sum(term.points for term in node.terms) if isinstance(node, Decision) else sum(node.points.values())
            tree.nodes[key] = replace(node, at_least=dice.randint(1, most))
            return


def _root(dice: random.Random, tree: Tree) -> None:
    key = _inner(dice, tree)
    if not isinstance(tree.nodes[key], Decision):
        tree.root = key


def _usual(dice: random.Random, tree: Tree) -> None:
    name = dice.choice(PLAIN)
    tree.findings[name] = Finding(name, usual=dice.random() < 0.5)


def _scale(dice: random.Random, tree: Tree) -> None:
    tree.scales["pain"] = replace(SCALES["pain"], most=dice.choice([4, 5]))


def _rule(dice: random.Random, tree: Tree) -> None:
    new = all_rules(dice, tree)
    for rule_id in dice.sample(sorted(new), 3):
        tree.rules[rule_id] = new[rule_id]


def _asks(dice: random.Random, tree: Tree) -> None:
    """Ask for another finding at a node."""
    plain = [key for key, node in tree.nodes.items() if isinstance(node, QuestionNode) and node.asks in PLAIN]
    if plain:
        key, asks = dice.choice(plain), dice.choice(PLAIN)
        tree.nodes[key] = replace(tree.nodes[key], asks=asks)
        _ask(tree, asks)


def all_rules(dice: random.Random, tree: Tree) -> dict[str, Rule]:
    """Return rules of all forms."""
    made = {rule.id: rule for rule in random_rules(dice, tree)}
    for number in range(5):
        lowers = {name: dice.random() < 0.7 for name in dice.sample(PLAIN, 2)}
        below = dice.choice([None, Urgency.SAME_DAY])
        made[f"two{number}"] = Rule(id=f"two{number}", statement="s", never_lowers=lowers, below=below)
    return made


_EDITS = [_leaf, _leaf, _inserted, _inserted, _target, _above, _points, _root, _usual, _usual, _scale, _rule, _asks]
