"""What a tree always has: what it names is there, questions fit the nodes that ask them, there is no cycle.

Each function raises ``ShapeError`` with a sentence for the author.  What may be unfinished in a draft is the business
of the checks, not of this module.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from typing import Any, Protocol

from kneetree.errors import ShapeError, shortened
from kneetree.model import limits, pictures
from kneetree.model.backwards import Backwards
from kneetree.model.case_numbers import fault_of
from kneetree.model.change import Change, PartChange
from kneetree.model.nodes import Decision, Leaf, Node, QuestionNode
from kneetree.model.resolve import Library
from kneetree.model.rules import Rule
from kneetree.model.scales import number_named, threshold_of
from kneetree.model.values import MOST_OF_ID, Case, Question, Scale, is_id
from kneetree.words.sentences import sentence


class Parts(Library, Protocol):
    """The parts of a tree that its shape is about, beside its questions and what they ask."""

    root: str
    pictures: dict[str, str]
    rules: dict[str, Rule]
    cases: dict[str, Case]

    @property
    def backwards(self) -> Backwards:
        """Which nodes name what."""
        ...

    @property
    def parts(self) -> dict[str, dict[str, Any]]:
        """The values of each keyed part, by its name in a ``Change``."""
        ...


_WITH_IDS = (
    "picture", "scale", "finding", "source", "condition", "question", "advice", "warning", "node", "rule", "region",
)  # fmt: skip
"""The parts whose ids have the form that a file asks for; a case may be called anything."""
_CASE_KEYS = {"id", "story", "findings", "expect", "source"}


def check_whole(tree: Parts) -> None:
    """Check everything, as after a file was read."""
    for part in _WITH_IDS:
        _check_ids(part, tree.parts[part])
    _check_root(tree)
    _check_scales(tree)
    _check_pictures(tree, tree.pictures)
    for key, question in tree.questions.items():
        _check_question(tree, key, question)
    for key, node in tree.nodes.items():
        _check_node(tree, key, node)
    _check_rules(tree, tree.rules)
    _check_cases(tree, tree.cases)
    cycle = find_cycle(tree.nodes, tree.nodes)
    if cycle:
        raise ShapeError("The questions go round in a circle: {cycle}.", cycle=" -> ".join(cycle))


def _check_ids(part: str, keys: Iterable[str]) -> None:
    """Refuse an id that no file may have: what is saved must be read again."""
    for key in keys:
        if not is_id(key):
            raise ShapeError(
                "{key!r} cannot be the id of a {part}: it takes lower-case letters and digits, with _ or "
                "- between them, and at most {most} characters.",
                key=shortened(key),
                part=sentence(part),
                most=MOST_OF_ID,
            )


def check_change(tree: Parts, change: Change) -> None:
    """Check what ``change``, which was applied to ``tree`` just now, can have broken.

    A text breaks nothing if it is not too long, and what is broken is near what was altered: this must not take longer
    in a large tree.
    """
    limits.check_change(tree, change)
    for part in change.parts:
        if part.before is None and part.part in _WITH_IDS:
            _check_ids(part.part, [part.key])
    _check_root(tree)
    bounds = any(part.part == "scale" and _bounds(part.before) != _bounds(part.after) for part in change.parts)
    questions = [
        part.key for part in change.parts if part.part == "question" and _asked(part.before) != _asked(part.after)
    ]
    if bounds or change.touches("finding", "question"):
        _check_scales(tree)
    _check_pictures(tree, change.keys("picture"))
    for key in tree.questions if bounds else questions:
        if key in tree.questions:
            _check_question(tree, key, tree.questions[key])
    for key in tree.nodes if bounds else _concerned(tree, change.keys("node"), questions):
        if key in tree.nodes:
            _check_node(tree, key, tree.nodes[key])
    _check_rules(tree, tree.rules if bounds else change.keys("rule"))
    _check_cases(tree, tree.cases if bounds else change.keys("case"))
    starts = [part.key for part in change.parts if part.part == "node" and _leads_elsewhere(part)]
    if starts and _circle_there(tree, starts):
        cycle = find_cycle(tree.nodes, starts) or starts
        raise ShapeError("That would send the questions round in a circle: {cycle}.", cycle=" -> ".join(cycle))


def _bounds(scale: Scale | None) -> tuple[int, int] | None:
    return None if scale is None else (scale.least, scale.most)


def _asked(question: Question | None) -> tuple[str, tuple[str, ...]] | None:
    return None if question is None else (question.finding, question.lines)


def _concerned(tree: Parts, nodes: Iterable[str], questions: Iterable[str]) -> Iterator[str]:
    """Yield the nodes that were altered, those that lead to one that is gone, and those that ask these questions."""
    for key in nodes:
        yield key
        if key not in tree.nodes:
            yield from tree.backwards.leading_to(key)
    for key in questions:
        yield from tree.backwards.asking(key)


def _leads_elsewhere(part: PartChange) -> bool:
    """Return whether a node leads to another one to which it did not lead before."""
    before: Node | None = part.before
    after: Node | None = part.after
    led = {target for _, target in before.edges()} if before is not None else set()
    return after is not None and any(target not in led for _, target in after.edges())


def _check_root(tree: Parts) -> None:
    node = tree.nodes.get(tree.root)
    if node is None:
        raise ShapeError(
            "The first question, {root!r}, is not among the nodes; name one that is as `root`.", root=tree.root
        )
    if isinstance(node, Decision):
        raise ShapeError(
            "{root!r} is a decision; a tree begins with a question, so name one as `root`.", root=tree.root
        )


def _check_scales(tree: Parts) -> None:
    for scale in tree.scales:
        if scale in _CASE_KEYS:
            raise ShapeError("The scale {scale!r} has the name of a key of a case; give it another id.", scale=scale)
        for part, values in (("question", tree.questions), ("finding", tree.findings)):
            if scale in values:
                raise ShapeError(
                    "The id {scale!r} names both a scale and a {part}; give one of them another id.",
                    scale=scale,
                    part=sentence(part),
                )


def _check_pictures(tree: Parts, keys: Iterable[str]) -> None:
    for key in keys:
        fault = pictures.fault_of(tree.pictures[key]) if key in tree.pictures else None
        if fault:
            raise ShapeError("The picture {key!r} cannot be used: {fault}.", key=key, fault=fault)


def _check_cases(tree: Parts, keys: Iterable[str]) -> None:
    for key in keys:
        fault = fault_of(tree.cases[key], tree.scales) if key in tree.cases else None
        if fault:
            raise ShapeError(
                "Case {key!r} does not fit: `{path}`: {reason}.", key=key, path=fault.path[-1], reason=fault.reason
            )


def _check_question(tree: Parts, key: str, question: Question) -> None:
    for finding in question.findings:
        if number_named(finding, tree.scales):
            in_a_list = (
                "Question {key!r} holds {finding!r} in a list; ask the number in a node of its own, and count it in a "
                "decision."
            )
            as_a_finding = (
                "Question {key!r} holds {finding!r} in a `finding`; ask the number in a node of its own, and count it "
                "in a decision."
            )
            raise ShapeError(in_a_list if question.lines else as_a_finding, key=key, finding=finding)


def _check_rules(tree: Parts, keys: Iterable[str]) -> None:
    for key in keys if tree.scales else ():
        rule = tree.rules.get(key)
        for finding in rule.findings if rule is not None else ():
            if not (rule is not None and rule.asks and finding in tree.scales):
                _check_named(tree, finding, _RULE_NAMES, key)


_RULE_NAMES = (
    "Rule {key!r} names {finding!r}; name a threshold of that number, from `{scale}_at_least_{least}` to "
    "`{scale}_at_least_{most}`."
)
_DECISION_COUNTS = (
    "The decision {key!r} counts {finding!r}; name a threshold of that number, from `{scale}_at_least_{least}` to "
    "`{scale}_at_least_{most}`."
)


def _check_named(tree: Parts, finding: str, refusal: str, key: str) -> None:
    """Refuse what names a number itself, or a threshold outside of its bounds, where a fact is wanted."""
    scale_id = number_named(finding, tree.scales)
    if scale_id is not None and threshold_of(finding, tree.scales) is None:
        scale = tree.scales[scale_id]
        raise ShapeError(refusal, key=key, finding=finding, scale=scale_id, least=scale.least + 1, most=scale.most)


def _check_node(tree: Parts, key: str, node: Node) -> None:
    if isinstance(node, Leaf):
        return
    if isinstance(node, QuestionNode):
        _check_asks(tree, key, node)
    else:
        for term in node.terms if tree.scales else ():
            _check_named(tree, term.finding, _DECISION_COUNTS, key)
    for answer, target in node.edges():
        if target not in tree.nodes:
            raise ShapeError(
                "`{answer}` of {key!r} leads to {target!r}, which is not there.", answer=answer, key=key, target=target
            )


def _check_asks(tree: Parts, key: str, node: QuestionNode) -> None:
    question = tree.questions.get(node.asks)
    if question is not None and node.at_least == 1 and not node.points:
        return
    if question is not None and question.lines:
        for finding in node.points:
            if finding not in question.lines:
                raise ShapeError(
                    "`points` of {key!r} names {finding!r}, which is not in the list; take it out.",
                    key=key,
                    finding=finding,
                )
        if node.at_least > sum(node.points.get(finding, 1) for finding in question.lines):
            raise ShapeError(
                "`at_least` of {key!r} is more than all points of its list together; make it less.", key=key
            )
        return
    if question is None and node.asks in tree.scales:
        if not node.next:
            raise ShapeError(
                "{key!r} asks the number {asks!r} and names `yes` and `no`; name `next`, or ask a "
                "threshold such as `{asks}_at_least_{least}`.",
                key=key,
                asks=node.asks,
                least=tree.scales[node.asks].least + 1,
            )
        return
    if question is None and threshold_of(node.asks, tree.scales) is None:
        raise ShapeError(
            "{key!r} asks {asks!r}, which is no question, scale or threshold of a scale here; add "
            "it, or name one that is there as `asks`.",
            key=key,
            asks=node.asks,
        )
    if node.at_least > 1 or node.points:
        raise ShapeError("{key!r} has `at_least` or `points`, which go with a list; take them out.", key=key)


def _circle_there(tree: Parts, starts: Iterable[str]) -> bool:
    """Return whether a cycle goes through one of ``starts``, if there is none elsewhere.

    Such a cycle lies below a start as well as above it.  Both ways are searched by turns and the shorter one decides:
    below the first question lies everything, above the last ones a few.
    """
    starts = list(starts)

    def below(key: str) -> list[str]:
        node = tree.nodes.get(key)
        return [target for _, target in node.edges()] if node is not None else []

    searches = [_search(below, starts), _search(tree.backwards.leading_to, starts)]
    while True:
        for search in searches:
            try:
                next(search)
            except StopIteration as found:
                return bool(found.value)


def _search(onward: Callable[[str], Iterable[str]], starts: Iterable[str]) -> Generator[None, None, bool]:
    """Search for a cycle depth first, one node a step; return whether there is one."""
    finished: set[str] = set()
    for start in starts:
        on_path: set[str] = set()
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            key, leaving = stack.pop()
            if leaving:
                on_path.discard(key)
                finished.add(key)
            elif key in on_path:
                return True
            elif key not in finished:
                yield
                on_path.add(key)
                stack.append((key, True))
                stack += [(other, False) for other in onward(key)]
    return False


def find_cycle(nodes: Mapping[str, Node], starts: Iterable[str]) -> list[str] | None:
    """Return the ids of one cycle that can be reached from ``starts``, its first id again at the end, or ``None``.

    This is a depth-first search without recursion, linear in the nodes that are reached.
    """
    finished: set[str] = set()
    for start in starts:
        if start in finished:
            continue
        path: list[str] = []
        on_path: set[str] = set()
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            key, leaving = stack.pop()
            if leaving:
                path.pop()
                on_path.discard(key)
                finished.add(key)
                continue
            if key in on_path:
                return [*path[path.index(key) :], key]
            if key in finished:
                continue
            node = nodes.get(key)
            if node is None or isinstance(node, Leaf):
                continue
            path.append(key)
            on_path.add(key)
            stack.append((key, True))
            stack += [(target, False) for _, target in reversed(node.edges())]
    return None
