"""Find answers that lead to a node, for "try from here": those of a shortest way that some person can take.

The way and the person come from the exact search that also decides safety rules, over the tree cut off at the node.
Here the person is made simpler: of each list no more is ticked than the way needs.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable

from kneetree.errors import CannotStart
from kneetree.model import knowledge
from kneetree.model.scales import says, threshold
from kneetree.model.tree import Answer, Leaf, Question, Tree, Urgency
from kneetree.proof.arrays import Compiled, Knowledge
from kneetree.proof.search import Goal, shortest_way
from kneetree.walk.walk import Walk

Answers = dict[str, bool | None]


def answers_to(tree: Tree, target: str) -> Generator[None, None, Answers | None]:
    """Return the answers of a shortest way from the root to ``target``, and ``None`` if nobody can get there.

    The search works in slices of some milliseconds and yields between them; for a few nodes of a large tree it takes
    seconds.  Raises ``TooManyStates`` if it cannot be decided.
    """
    cut = Compiled({**tree.nodes, target: Leaf(condition="", urgency=Urgency.ROUTINE)}, tree.root)
    targets = bytearray(len(cut.ids))
    targets[cut.index[target]] = 1
    found = yield from shortest_way(cut, Goal(targets))
    if found is None:
        return None
    way = [tree.question(cut.ids[step.node]) for step in found.steps]
    answers = _said_on(way, found.person)
    _untick(way, answers)
    return answers


def walk_to(tree: Tree, node: str) -> Walk:
    """Return a walk from the root whose answers lead to ``node`` by a shortest way.

    A question whose answer follows from earlier ones on that way is on the path and not open.  Raises ``CannotStart``
    if no answers lead there, and ``TooManyStates`` if that cannot be decided.
    """
    slices = walk_to_in_slices(tree, node)
    while True:
        try:
            next(slices)
        except StopIteration as done:
            found: Walk = done.value
            return found


def walk_to_in_slices(tree: Tree, node: str) -> Generator[None, None, Walk]:
    """Do what ``walk_to`` does in slices of some milliseconds, so that a window can work between them."""
    if node not in tree.nodes:
        raise CannotStart(f"There is no question {node!r} to start from.")
    answers = yield from answers_to(tree, node)
    if answers is None:
        raise CannotStart(f"No answers lead to {node!r} from the first question.")
    return Walk.start(tree, answers=answers)


def _said_on(way: Iterable[Question], person: Knowledge) -> Answers:
    """Return what ``person`` says of each finding on the way; they do not have what is not known of them."""
    answers: Answers = {}
    for question in way:
        for finding in question.findings:
            if finding not in answers:
                person.learn(finding, False)  # keeps what is known
                answers[finding] = person.value(finding)
    return answers


def _untick(way: Iterable[Question], answers: Answers) -> None:
    """Untick lines of lists, those of fewest points first, as long as each question on the way comes out the same."""
    about: dict[str, dict[int, tuple[Question, Answer | None]]] = {}
    points: dict[str, int] = {}
    for place, question in enumerate(way):
        for finding in question.findings:
            about.setdefault(finding, {})[place] = question, knowledge.outcome(question, answers)
        for item in question.items:
            points.setdefault(item.finding, item.points)
    for finding in sorted(points, key=lambda name: -points[name])[::-1]:
        if answers[finding] and not _implied(finding, answers):
            answers[finding] = False
            if any(knowledge.outcome(question, answers) is not answer for question, answer in about[finding].values()):
                answers[finding] = True


def _implied(finding: str, answers: Answers) -> bool:
    """Return whether a threshold that somebody reaches follows from a higher one that they reach."""
    limit = threshold(finding)
    if limit is None:
        return False
    higher = (other for name, value in answers.items() if value and (other := threshold(name)))
    return any(other != limit and says(other, True, limit) for other in higher)
