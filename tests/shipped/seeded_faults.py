"""The shipped tree for tests, and small faults to seed in it: what an author could do wrong at the map.

A fault is a tree like the shipped one but for one edit.  For each safety rule ``faults`` offers such trees, made from
a person whom the rule protects.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import msgspec

from kneetree.analysis import cases
from kneetree.files import tree_files
from kneetree.model import knowledge
from kneetree.model.knowledge import Said
from kneetree.model.people import person_of
from kneetree.model.tree import (
    Answer,
    Asked,
    Branch,
    Case,
    Decision,
    Leaf,
    Node,
    Question,
    QuestionNode,
    Rule,
    Topic,
    Tree,
    Urgency,
)
from kneetree.shipped import SHIPPED_TREE
from kneetree.walk.walk import Walk


@cache
def shipped() -> Tree:
    """The tree that the package carries."""
    return tree_files.read_tree(SHIPPED_TREE).tree


@cache
def _people() -> dict[str, dict[str, Said]]:
    """The people of the shipped tree's cases, worked out once for all rules."""
    return {case.id: person_of(shipped(), case) for case in shipped().cases.values()}


class Fault(NamedTuple):
    """What was done to which node, and the tree that it gives."""

    kind: str
    node: str
    tree: Tree


def altered(tree: Tree, nodes: Mapping[str, Node], root: str | None = None, **parts: Any) -> Tree:
    """``tree`` with some nodes as given."""
    same = {"findings": tree.findings, "questions": tree.questions, "scales": tree.scales} | parts
    return Tree(title=tree.title, root=root or tree.root, nodes={**tree.nodes, **nodes}, **same)


def faults(tree: Tree, rule: Rule, first: int) -> Iterator[Fault]:
    """Faults that may break ``rule``, kind by kind, beginning with the kind number ``first``."""
    if rule.questions_at_most is not None:
        yield _longer(tree, rule.questions_at_most)
    elif rule.asks is not None:
        for finding in rule.asks:
            yield from _unasked(tree, finding)
        yield _cut_short(tree, rule)
    elif rule.never_lowers is not None:
        yield from _turned_round(tree, rule)
    else:
        for walk in _protected(tree, rule):
            kinds = (_rerouted, _line_dropped, _lowered, _taken_out, _threshold_raised)
            for number in range(len(kinds)):
                yield from kinds[(first + number) % len(kinds)](tree, rule, walk)


def protected_cases(tree: Tree, rule: Rule, off: int = 0) -> list[Case]:
    """The tree's cases who are as ``given`` says in all but ``off`` findings."""
    return [case for case in tree.cases.values() if _differs(tree, rule, case) == off]


def is_exempt(tree: Tree, rule: Rule, case: Case) -> bool:
    """Whether the person of ``case`` is outside ``rule`` for one of its exemptions."""
    person = _people()[case.id] if tree is shipped() else person_of(tree, case)
    return any(
        all(knowledge.value_of(finding, person) is value for finding, value in exemption.given.items())
        for exemption in rule.unless
    )


def _differs(tree: Tree, rule: Rule, case: Case) -> int:
    person = _people()[case.id] if tree is shipped() else person_of(tree, case)
    return sum(knowledge.value_of(finding, person) is not value for finding, value in (rule.given or {}).items())


def _protected(tree: Tree, rule: Rule) -> Iterator[Walk]:
    """The walks of people whom the rule protects: the tree's cases, those who are sure of all first."""
    inside = [case for case in protected_cases(tree, rule) if not is_exempt(tree, rule, case)]
    people = sorted(inside, key=lambda case: None in case.findings.values())
    yield from (cases.walk_of(tree, case) for case in people[:6])


def _mild(tree: Tree) -> str:
    return next(key for key, leaf in tree.leaves() if leaf.urgency is Urgency.SELF_CARE)


def _about(tree: Tree, rule: Rule, walk: Walk) -> list[tuple[Asked, Branch, Answer]]:
    """The branches on a walk that turn on something given, those near the leaf first."""
    given = rule.given or {}
    passed = ((tree.asked(step.node), tree.nodes[step.node], step.answer) for step in reversed(walk.path))
    return [
        (asked, node, answer)
        for asked, node, answer in passed
        if answer in (Answer.YES, Answer.NO) and given.keys() & set(asked.findings) and not isinstance(node, Leaf)
    ]


def _rerouted(tree: Tree, rule: Rule, walk: Walk) -> Iterator[Fault]:
    """The answer that the person gave leads to a harmless leaf."""
    mild = _mild(tree)
    for asked, node, answer in _about(tree, rule, walk):
        if mild not in (asked.yes, asked.no):
            other = msgspec.structs.replace(node, **{answer.value: mild})
            yield Fault("rerouted", asked.node, altered(tree, {asked.node: other}))


def _line_dropped(tree: Tree, rule: Rule, walk: Walk) -> Iterator[Fault]:
    """A list no longer asks for what is given."""
    for asked, node, _ in _about(tree, rule, walk):
        lines = tuple(line.finding for line in asked.lines if line.finding not in (rule.given or {}))
        if isinstance(node, QuestionNode) and (without := _shorter(tree, asked, node, lines)) is not None:
            yield Fault("line dropped", asked.node, without)


def _shorter(tree: Tree, asked: Asked, node: QuestionNode, lines: tuple[str, ...]) -> Tree | None:
    """The tree in which ``node`` asks a shorter list, if that can still come to its points."""
    points = {finding: worth for finding, worth in node.points.items() if finding in lines}
    if not lines or sum(points.get(finding, 1) for finding in lines) < node.at_least:
        return None
    question = msgspec.structs.replace(tree.questions[asked.entry], lines=lines)
    other = msgspec.structs.replace(node, asks="shorter_list", points=points)
    return altered(tree, {asked.node: other}, questions={**tree.questions, "shorter_list": question})


def _lowered(tree: Tree, rule: Rule, walk: Walk) -> Iterator[Fault]:
    """The person's leaf is less urgent than it must be."""
    assert rule.urgency_at_least is not None
    below = max((level for level in Urgency if level.rank < rule.urgency_at_least.rank), key=lambda level: level.rank)
    for key in walk.leaves:
        lower = msgspec.structs.replace(tree.leaf(key), urgency=below, get_help_if={})
        yield Fault("lowered", key, altered(tree, {key: lower}))


def _taken_out(tree: Tree, rule: Rule, walk: Walk) -> Iterator[Fault]:
    """A question is gone, and everybody goes where the person did not."""
    for asked, _, answer in _about(tree, rule, walk):
        bypassed = _bypassed(tree, asked.node, asked.no if answer is Answer.YES else asked.yes)
        if bypassed is not None:
            yield Fault("taken out", asked.node, bypassed)


def _threshold_raised(tree: Tree, rule: Rule, walk: Walk) -> Iterator[Fault]:
    """A list or a decision wants more points."""
    for asked, node, answer in _about(tree, rule, walk):
        if answer is Answer.YES and asked.at_least < sum(line.points for line in asked.lines):
            more = msgspec.structs.replace(node, at_least=asked.at_least + 1)
            yield Fault("threshold raised", asked.node, altered(tree, {asked.node: more}))


def _bypassed(tree: Tree, gone: str, target: str) -> Tree | None:
    nodes: dict[str, Node] = {}
    for asked in tree.all_asked():
        ends = {answer.value: target if end == gone else end for answer, end in asked.edges()}
        if len(set(ends.values())) < len(ends):
            return None
        if gone in dict(asked.edges()).values():
            nodes[asked.node] = msgspec.structs.replace(tree.nodes[asked.node], **ends)
    return altered(tree, nodes, target if tree.root == gone else None)


def _unasked(tree: Tree, finding: str) -> Iterator[Fault]:
    """``finding`` is dropped from the lists that ask for it, or its first question taken out."""
    without, first = tree, ""
    for asked in tree.all_asked():
        node = tree.nodes[asked.node]
        if isinstance(node, QuestionNode) and finding in tree.questions.get(asked.entry, _NONE).lines:
            lines = tuple(line.finding for line in asked.lines if line.finding != finding)
            points = {line: worth for line, worth in node.points.items() if line in lines}
            if lines and sum(points.get(line, 1) for line in lines) >= node.at_least:
                shorter = msgspec.structs.replace(tree.questions[asked.entry], lines=lines)
                name = f"{asked.entry}_shorter"
                other = msgspec.structs.replace(node, asks=name, points=points)
                without = altered(without, {asked.node: other}, questions={**without.questions, name: shorter})
                first = first or asked.node
    for asked in tree.all_asked():
        if finding in (asked.finding, asked.scale) and asked.node and not asked.lines:
            bypassed = _bypassed(without, asked.node, asked.no or asked.next)
            if bypassed is not None:
                yield Fault("taken out", asked.node, bypassed)
    if first:
        yield Fault("line dropped", first, without)


_NONE = Question(topic=Topic.SYMPTOM, text="", finding="none")


def _cut_short(tree: Tree, rule: Rule) -> Fault:
    """A No to the first question ends the walk at once."""
    assert rule.every_path_to is not None
    end = next(key for key, leaf in tree.leaves() if rule.every_path_to.matches(leaf))
    first = tree.nodes[tree.root]
    assert isinstance(first, QuestionNode)
    return Fault("cut short", tree.root, altered(tree, {tree.root: msgspec.structs.replace(first, no=end)}))


def _turned_round(tree: Tree, rule: Rule) -> Iterator[Fault]:
    """A decision about one fact sends on those who have it, and keeps those who do not."""
    for asked in tree.all_asked():
        node = tree.nodes[asked.node]
        if isinstance(node, Decision) and len(asked.findings) == 1 and asked.findings[0] in (rule.never_lowers or {}):
            other = msgspec.structs.replace(node, yes=node.no, no=node.yes)
            yield Fault("turned round", asked.node, altered(tree, {asked.node: other}))


def _longer(tree: Tree, most: int) -> Fault:
    """Small talk before the first question."""
    mild, nodes, questions = _mild(tree), dict[str, Node](), dict(tree.questions)
    for number in range(most):
        after = tree.root if number == most - 1 else f"talk_{number + 1}"
        questions[f"hills_{number}"] = Question(
            topic=Topic.ACTIVITY, text="Do you like hills?", finding=f"hills_{number}"
        )
        nodes[f"talk_{number}"] = QuestionNode(asks=f"hills_{number}", yes=mild, no=after)
    return Fault("longer", "talk_0", altered(tree, nodes, "talk_0", questions=questions))
