"""``Walk``: a frozen value that holds a tree and what a person has answered, finding by finding.

Everything else about a walk is worked out from these by replay: the path, the open question, the leaves reached.
Going on, going back and changing an earlier answer each give a new walk with other answers.  *Not sure* follows both
branches, the Yes branch first, and asks each question once; a leaf that is an emergency ends the walk at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from kneetree.errors import CannotStart
from kneetree.model import knowledge
from kneetree.model.knowledge import UNKNOWN
from kneetree.model.scales import threshold
from kneetree.model.tree import Answer, Leaf, Tree, Urgency
from kneetree.walk.remaining import most_ahead

Answers = Mapping[str, bool | None]


@dataclass(frozen=True)
class Step:
    """A question on the path with its answer; ``known`` says that the answer followed from what was known before."""

    node: str
    answer: Answer
    known: bool


@dataclass(frozen=True)
class _Replay:
    path: tuple[Step, ...] = ()
    leaves: tuple[str, ...] = ()
    question: str | None = None
    pending: tuple[str, ...] = ()
    told: Answers = field(default_factory=dict)


@dataclass(frozen=True)
class Walk:
    """A walk through ``tree`` from ``origin`` with ``answers`` by finding: true, false, or ``None`` for not sure."""

    tree: Tree
    origin: str
    answers: Answers

    @classmethod
    def start(cls, tree: Tree, start: str | None = None, answers: Answers | None = None) -> Walk:
        """Return a walk from the root, or from the node ``start``, with what is known already.

        Raises ``CannotStart`` if there is no such node.
        """
        origin = tree.root if start is None else start
        if origin not in tree.nodes:
            raise CannotStart(f"There is no question {origin!r} to start from.")
        return cls(tree, origin, dict(answers or {}))

    # -- what it says ----------------------------------------------------------------------------

    @cached_property
    def _replay(self) -> _Replay:
        return _replayed(self.tree, self.origin, self.answers)

    @property
    def path(self) -> tuple[Step, ...]:
        """The questions passed so far, in the order in which they came."""
        return self._replay.path

    @property
    def question(self) -> str | None:
        """The id of the open question, or ``None`` if the walk is finished."""
        return self._replay.question

    @property
    def pending(self) -> tuple[str, ...]:
        """The first question or leaf of each open branch, the open question first."""
        return self._replay.pending

    @property
    def told(self) -> Answers:
        """The answers given to questions on the path, by finding, without earlier answers that no longer matter."""
        return self._replay.told

    @property
    def finished(self) -> bool:
        """Whether every branch has reached a leaf, or one branch an emergency."""
        return self._replay.question is None

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The ids of the leaves reached so far, the most urgent first and otherwise in the order reached."""
        return tuple(sorted(self._replay.leaves, key=lambda key: -self.tree.leaf(key).urgency.rank))

    @property
    def urgency(self) -> Urgency | None:
        """The highest urgency of the leaves reached so far, or ``None`` before the first."""
        return self.tree.leaf(self.leaves[0]).urgency if self.leaves else None

    @property
    def asked(self) -> int:
        """The number of questions that were asked and answered."""
        return sum(not step.known for step in self.path)

    @cached_property
    def at_most_more(self) -> int:
        """The most questions that can follow the open one if each is answered with yes or no.

        This is an upper bound, given all that is known.  Open branches are added up, and another *not sure* can raise
        the number.
        """
        replay = self._replay
        return max(
            0, most_ahead(self.tree.nodes, replay.pending, self.answers, (step.node for step in replay.path)) - 1
        )

    def answered(self, node: str) -> bool:
        """Return whether ``node`` is a question on the path that was asked, not one whose answer was known."""
        return any(step.node == node and not step.known for step in self.path)

    # -- another walk ----------------------------------------------------------------------------

    def answer(self, answers: Answers) -> Walk:
        """Return the walk with new or other answers to some findings; all others stay unless these contradict them."""
        return replace(self, answers=knowledge.with_answers(self.answers, answers))

    def reply(self, answer: Answer) -> Walk:
        """Return the walk with one answer to the open question; in a list all items not yet known get that answer.

        Raises ``CannotStart`` if the walk has ended, or if the question does not allow *not sure*.
        """
        if self.question is None:
            raise CannotStart("The walk has ended; there is no question to answer.")
        question = self.tree.question(self.question)
        if answer is Answer.UNSURE and not question.unsure:
            raise CannotStart(f"{question.text!r} can only be answered with yes or no.")
        return self.answer(knowledge.reply(question, answer, self.answers))

    def back(self) -> Walk:
        """Return the walk with the question that was asked last open again, or this walk if none was asked."""
        last = next((step for step in reversed(self.path) if not step.known), None)
        return self if last is None else self.without(last.node)

    def without(self, node: str) -> Walk:
        """Return the walk with the question ``node`` unanswered; what earlier questions told about it stays.

        Thresholds that were answered later and would decide it are removed too.
        """
        earlier: set[str] = set()
        for step in self.path:
            if step.node == node:
                break
            if not step.known:  # a question that was not asked has told nothing
                earlier.update(self.tree.question(step.node).findings)
        asked = set(self.tree.question(node).findings)
        scales = {limit[0] for limit in map(threshold, asked) if limit}
        gone = {
            finding
            for finding in self.answers.keys() - earlier
            if finding in asked or ((limit := threshold(finding)) and limit[0] in scales)
        }
        return replace(self, answers={key: value for key, value in self.answers.items() if key not in gone})

    def on(self, tree: Tree) -> Walk:
        """Return the walk with the same answers through another or altered tree.

        It begins at the root if this one did, or if the node where this one began is gone.
        """
        origin = self.origin if self.origin in tree.nodes and self.origin != self.tree.root else tree.root
        return Walk(tree, origin, self.answers)


def _replayed(tree: Tree, origin: str, answers: Answers) -> _Replay:
    path: list[Step] = []
    leaves: list[str] = []
    told: dict[str, bool | None] = {}
    seen: set[str] = set()
    stack = [origin]
    while stack:
        key = stack.pop()
        if key in seen:
            continue
        seen.add(key)
        node = tree.nodes[key]
        if isinstance(node, Leaf):
            leaves.append(key)
            if node.urgency is Urgency.EMERGENCY:
                return _Replay(tuple(path), tuple(leaves), told=told)
            continue
        answer = knowledge.outcome(node, told)
        known = answer is not None
        if answer is None:
            answer = knowledge.outcome(node, answers)
            known = not knowledge.said_of(node, answers)
        if answer is None:
            return _Replay(tuple(path), tuple(leaves), key, (key, *reversed(stack)), told)
        if not known:
            for finding in node.findings:
                value = knowledge.value_of(finding, answers)
                if value is not UNKNOWN:
                    told[finding] = value
        path.append(Step(key, answer, known))
        if answer is not Answer.YES:
            stack.append(node.no)
        if answer is not Answer.NO:
            stack.append(node.yes)
    return _Replay(tuple(path), tuple(leaves), told=told)
