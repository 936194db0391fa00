"""The shipped tree for tests, and small faults to seed in it: what an author could do wrong at the map.

A fault is a tree like the shipped one but for one edit.  For each safety rule ``faults`` offers such trees,
made from a person whom the rule protects; ``person_on`` makes a person for a path that breaks a rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from kneetree.analysis import cases
from kneetree.files import tree_files
from kneetree.model import knowledge
from kneetree.model.tree import Answer, Case, Leaf, Node, Question, Rule, Topic, Tree, Urgency
from kneetree.shipped import SHIPPED_TREE
from kneetree.walk.walk import Walk

Answers = dict[str, bool | None]


@cache
def shipped() -> Tree:
    """The tree that the package carries."""
    return tree_files.read_tree(SHIPPED_TREE).tree


class Fault(NamedTuple):
    """What was done to which node, and the tree that it gives."""

    kind: str
    node: str
    tree: Tree


def altered(tree: Tree, nodes: Mapping[str, Node], root: str | None = None) -> Tree:
    """``tree`` with some nodes as given."""
    return Tree(title=tree.title, root=root or tree.root, nodes={**tree.nodes, **nodes}, findings=tree.findings)


def faults(tree: Tree, rule: Rule, first: int) -> Iterator[Fault]:
    """Faults that may break ``rule``, kind by kind, beginning with the kind number ``first``."""
    if rule.questions_at_most is not None:
        yield _longer(tree, rule.questions_at_most)
    elif rule.asks is not None:
        for finding in rule.asks:
            yield from _unasked(tree, finding)
    else:
        for walk in _protected(tree, rule):
            kinds = (_rerouted, _item_dropped, _lowered, _taken_out, _threshold_raised)
            for number in range(len(kinds)):
                yield from kinds[(first + number) % len(kinds)](tree, rule, walk)


def protected_cases(tree: Tree, rule: Rule, off: int = 0) -> list[Case]:
    """The tree's cases who are as ``given`` says in all but ``off`` findings."""
    return [case for case in tree.cases.values() if _differs(tree, rule, case) == off]


def _differs(tree: Tree, rule: Rule, case: Case) -> int:
    given = rule.given or {}
    usual = {finding: known.usual if (known := tree.findings.get(finding)) else False for finding in given}
    person = knowledge.person(usual, case.findings, case.age, case.days)
    return sum(person[finding] is not value for finding, value in given.items())


def _protected(tree: Tree, rule: Rule) -> Iterator[Walk]:
    """The walks of people whom the rule protects: the tree's cases, those who are sure of all first."""
    people = sorted(protected_cases(tree, rule), key=lambda case: None in case.findings.values())
    yield from (cases.walk_of(tree, case) for case in people[:6])


def _mild(tree: Tree) -> str:
    return next(key for key, leaf in tree.leaves() if leaf.urgency is Urgency.SELF_CARE)


def _about(tree: Tree, rule: Rule, walk: Walk) -> list[tuple[str, Question, Answer]]:
    """The questions on a walk that ask for something given, those near the leaf first."""
    given = rule.given or {}
    passed = ((step.node, tree.question(step.node), step.answer) for step in reversed(walk.path))
    return [row for row in passed if row[2] is not Answer.UNSURE and given.keys() & set(row[1].findings)]


def _rerouted(tree: Tree, rule: Rule, walk: Walk) -> Iterator[Fault]:
    """The answer that the person gave leads to a harmless leaf."""
    mild = _mild(tree)
    for key, question, answer in _about(tree, rule, walk):
        if mild not in (question.yes, question.no):
            yield Fault("rerouted", key, altered(tree, {key: msgspec.structs.replace(question, **{answer: mild})}))


def _item_dropped(tree: Tree, rule: Rule, walk: Walk) -> Iterator[Fault]:
    """A list no longer asks for what is given."""
    for key, question, _ in _about(tree, rule, walk):
        items = tuple(item for item in question.items if item.finding not in (rule.given or {}))
        if items and sum(item.points for item in items) >= question.at_least:
            yield Fault("item dropped", key, altered(tree, {key: msgspec.structs.replace(question, items=items)}))


def _lowered(tree: Tree, rule: Rule, walk: Walk) -> Iterator[Fault]:
    """The person's leaf is less urgent than it must be."""
    assert rule.urgency_at_least is not None
    below = max((level for level in Urgency if level.rank < rule.urgency_at_least.rank), key=lambda level: level.rank)
    for key in walk.leaves:
        yield Fault("lowered", key, altered(tree, {key: msgspec.structs.replace(tree.leaf(key), urgency=below)}))


def _taken_out(tree: Tree, rule: Rule, walk: Walk) -> Iterator[Fault]:
    """A question is gone, and everybody goes where the person did not."""
    for key, question, answer in _about(tree, rule, walk):
        bypassed = _bypassed(tree, key, question.no if answer is Answer.YES else question.yes)
        if bypassed is not None:
            yield Fault("taken out", key, bypassed)


def _threshold_raised(tree: Tree, rule: Rule, walk: Walk) -> Iterator[Fault]:
    """A list wants more points."""
    for key, question, answer in _about(tree, rule, walk):
        if answer is Answer.YES and question.at_least < sum(item.points for item in question.items):
            more = msgspec.structs.replace(question, at_least=question.at_least + 1)
            yield Fault("threshold raised", key, altered(tree, {key: more}))


def _bypassed(tree: Tree, gone: str, target: str) -> Tree | None:
    nodes: dict[str, Node] = {}
    for key, question in tree.questions():
        yes, no = (target if end == gone else end for end in (question.yes, question.no))
        if yes == no:
            return None
        if (yes, no) != (question.yes, question.no):
            nodes[key] = msgspec.structs.replace(question, yes=yes, no=no)
    return altered(tree, nodes, target if tree.root == gone else None)


def _unasked(tree: Tree, finding: str) -> Iterator[Fault]:
    """``finding`` is dropped from the lists that ask for it, or its first question taken out."""
    lists: dict[str, Node] = {}
    for key, question in tree.questions():
        items = tuple(item for item in question.items if item.finding != finding)
        if items and len(items) < len(question.items) and sum(item.points for item in items) >= question.at_least:
            lists[key] = msgspec.structs.replace(question, items=items)
    without = altered(tree, lists)
    for key, question in tree.questions():
        if question.finding == finding and (bypassed := _bypassed(without, key, question.no)) is not None:
            yield Fault("taken out", key, bypassed)
    if lists:
        yield Fault("item dropped", next(iter(lists)), without)


def _longer(tree: Tree, most: int) -> Fault:
    """Small talk before the first question."""
    mild, nodes = _mild(tree), dict[str, Node]()
    for number in range(most):
        after = tree.root if number == most - 1 else f"talk_{number + 1}"
        nodes[f"talk_{number}"] = Question(
            topic=Topic.ACTIVITY, text="Do you like hills?", finding=f"hills_{number}", yes=mild, no=after
        )
    return Fault("longer", "talk_0", altered(tree, nodes, "talk_0"))


def person_on(tree: Tree, path: Sequence[tuple[str, str]], leaf: str, given: Mapping[str, bool]) -> Answers | None:
    """Somebody who is as ``given`` says and takes ``path`` to ``leaf``; ``None`` where nobody can be found."""
    ends = [key for key, _ in path[1:]] + [leaf]
    way = []
    for (key, _), end in zip(path, ends, strict=True):
        question = tree.question(key)
        assert end in (question.yes, question.no), f"{key!r} does not lead to {end!r}"
        way.append((question, Answer.YES if end == question.yes else Answer.NO))
    facts: Answers = dict(given)
    for question, answer in way:
        if question.finding:
            facts[question.finding] = answer is Answer.YES
        elif answer is Answer.NO and question.at_least == 1:
            facts |= dict.fromkeys(question.findings, False)
    if any(knowledge.value_of(finding, given) not in (value, knowledge.UNKNOWN) for finding, value in facts.items()):
        return None
    return _ticked([row for row in way if row[0].items], facts)


def _ticked(lists: Sequence[tuple[Question, Answer]], facts: Answers) -> Answers | None:
    for question, answer in lists:
        rest = {key: False for key in question.findings if knowledge.value_of(key, facts) is knowledge.UNKNOWN}
        if knowledge.outcome(question, {**facts, **rest}) is answer:
            continue
        for finding in rest if answer is Answer.YES else ():
            if (found := _ticked(lists, {**facts, finding: True})) is not None:
                return found
        return None
    for question, _ in lists:
        for key in question.findings:
            if knowledge.value_of(key, facts) is knowledge.UNKNOWN:
                facts = {**facts, key: False}
    return facts


def is_leaf(tree: Tree, key: str) -> bool:
    """Whether a walk ends at ``key``."""
    return isinstance(tree.nodes[key], Leaf)
