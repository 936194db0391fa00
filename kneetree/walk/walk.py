"""``Walk``: a frozen value that holds a tree and what a person has answered, by finding and by scale.

Everything else about a walk is worked out from these by replay: the path, the open question, the leaves reached.
Going on, going back and changing an earlier answer each give a new walk with other answers.  *Not sure* follows both
branches, the Yes branch first, and visits each node once; a leaf that is an emergency ends the walk at once.

What was left out since it cannot change the result counts as *not sure*; ``leaving_out`` finds it, question by
question, and here it is only recorded.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from msgspec import Struct

from kneetree.errors import CannotStart
from kneetree.model import knowledge
from kneetree.model.knowledge import Answers, Said
from kneetree.model.tree import Answer, Kind, Leaf, Tree, Urgency
from kneetree.walk.remaining import most_ahead

How = Literal["asked", "known", "decided", "left_out"]


class Step(Struct, frozen=True, gc=False):
    """A node on the path with its answer, and how that came about.

    A question was *asked*, its answer was *known* from earlier ones, or all that it would ask was *left out*; a
    decision is *decided*.
    """

    node: str
    answer: Answer
    how: How

    @property
    def asked(self) -> bool:
        """Whether the person was asked."""
        return self.how == "asked"


@dataclass(frozen=True)
class _Replay:
    """How far a walk has come.  A walk that goes on from here copies ``told`` and ``seen``."""

    path: tuple[Step, ...] = ()
    leaves: tuple[str, ...] = ()
    question: str | None = None
    pending: tuple[str, ...] = ()
    told: Answers = field(default_factory=dict)
    seen: Set[str] = frozenset()


@dataclass(frozen=True)
class Walk:
    """A walk through ``tree`` from ``origin`` with ``answers`` by finding and by scale; ``None`` is *not sure*.

    ``left_out`` has the findings and scales that a question does not ask, for each question that was looked at.
    """

    tree: Tree
    origin: str
    answers: Answers
    left_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _begun: _Replay | None = field(default=None, repr=False, compare=False)
    """How far an earlier walk had come that was told the same until then; only what follows is replayed."""

    @classmethod
    def start(cls, tree: Tree, start: str | None = None, answers: Answers | None = None) -> Walk:
        """Return a walk from the root, or from the node ``start``, with what is known already.

        Raises ``CannotStart`` if there is no such node.
        """
        origin = tree.root if start is None else start
        if origin not in tree.nodes:
            raise CannotStart("There is no question {node!r} to start from.", node=origin)
        return cls(tree, origin, dict(answers or {}))

    # -- what it says ----------------------------------------------------------------------------

    @cached_property
    def _replay(self) -> _Replay:
        begun = self._begun or _Replay(pending=(self.origin,))
        return _replayed(self.tree, begun, self.answers, self.left_out)

    @property
    def path(self) -> tuple[Step, ...]:
        """The questions and decisions passed so far, in the order in which they came."""
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
        """The answers given to questions on the path, without earlier answers that no longer matter."""
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
        return sum(step.asked for step in self.path)

    @cached_property
    def at_most_more(self) -> int:
        """The most questions that can follow the open one if each is answered.

        This is an upper bound, given all that is known.  Open branches are added up, and another *not sure* can raise
        the number.
        """
        replay = self._replay
        passed = [step.node for step in replay.path]
        return max(0, most_ahead(self.tree, replay.pending, self.answers, replay.told, passed) - 1)

    def answered(self, node: str) -> bool:
        """Return whether ``node`` is a question on the path that was asked, not one whose answer was known."""
        return any(step.node == node and step.asked for step in self.path)

    def told_before(self, node: str) -> dict[str, Said]:
        """Return what the questions that were asked before ``node`` on the path were told."""
        told: dict[str, Said] = {}
        for step in self.path:
            if step.node == node:
                break
            if step.how in ("asked", "left_out"):
                told |= {fact: self.told[fact] for fact in self.tree.asked(step.node).facts if fact in self.told}
        return told

    @cached_property
    def _wanted(self) -> Mapping[str, tuple[str, ...]]:
        """What each question on the path that was not passed had to ask, with what was left out of it."""
        wanted, told = dict[str, tuple[str, ...]](), dict[str, Said]()
        for step in self.path:
            if step.how in ("asked", "left_out"):
                wanted[step.node] = knowledge.to_ask(self.tree.asked(step.node), told)
                told.update((fact, self.told[fact]) for fact in wanted[step.node])
        return wanted

    @cached_property
    def not_asked(self) -> frozenset[str]:
        """The findings and scales on the path that were left out."""
        wanted = self._wanted.items()
        return frozenset(fact for node, facts in wanted for fact in self.left_out.get(node, ()) if fact in facts)

    @property
    def said(self) -> dict[str, Said]:
        """What the person said on the path; what was left out they were not asked."""
        return {fact: value for fact, value in self.told.items() if fact not in self.not_asked}

    @property
    def elsewhere(self) -> dict[str, Said]:
        """What was answered but not on the path, such as on a way that the person has left since."""
        said = self.said
        return {fact: value for fact, value in self.answers.items() if fact not in said}

    def asked_of(self, node: str) -> dict[str, Said]:
        """Return what the person was asked at a node of the path and said there, less what was left out."""
        gone = self.left_out.get(node, ())
        return {fact: self.told[fact] for fact in self._wanted.get(node, ()) if fact not in gone}

    # -- another walk ----------------------------------------------------------------------------

    def answer(self, answers: Answers) -> Walk:
        """Return the walk with new or other answers to some findings or numbers; all others stay.

        What was left out after a question that is answered otherwise now has to be found again.
        """
        told = self._replay.told
        same = all(fact not in told or told[fact] is said for fact, said in answers.items())
        altered = {fact for fact, said in answers.items() if fact in told and told[fact] != said}
        return replace(
            self,
            answers={**self.answers, **answers},
            left_out=self._left_out_until(altered),
            _begun=self._replay if same else None,
        )

    def leave_out(self, node: str, facts: Iterable[str]) -> Walk:
        """Return the walk in which the question ``node`` does not ask ``facts``, since they cannot matter."""
        begun = self._replay if node == self.question else None
        return replace(self, left_out={**self.left_out, node: tuple(facts)}, _begun=begun)

    def _left_out_until(self, altered: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return what was left out up to the first question on the path that was asked one of ``altered``."""
        gone, kept = set(altered), dict[str, tuple[str, ...]]()
        if not self.left_out:
            return kept
        for node in [*(step.node for step in self.path), *([self.question] if self.question else [])]:
            if node in self.left_out:
                kept[node] = self.left_out[node]
            if not gone.isdisjoint(self.tree.asked(node).facts) and node != self.question and self.answered(node):
                break
        return kept

    def reply(self, answer: Answer) -> Walk:
        """Return the walk with one answer to the open question; in a list all lines not yet known get that answer.

        A number can only be answered *not sure* like this.  Raises ``CannotStart`` if the walk has ended, or if the
        question does not allow the answer.
        """
        if self.question is None:
            raise CannotStart("The walk has ended; there is no question to answer.")
        asked = self.tree.asked(self.question)
        if answer is Answer.UNSURE and not asked.unsure:
            raise CannotStart("{text!r} cannot be answered with not sure.", text=asked.text)
        if asked.kind is Kind.NUMBER and answer is not Answer.UNSURE:
            raise CannotStart("{text!r} is answered with a number.", text=asked.text)
        return self.answer(knowledge.reply(asked, answer, self.told))

    def back(self) -> Walk:
        """Return the walk with the question that was asked last open again, or this walk if none was asked."""
        last = next((step for step in reversed(self.path) if step.asked), None)
        return self if last is None else self.without(last.node)

    def without(self, node: str) -> Walk:
        """Return the walk with the question ``node`` unanswered; what earlier questions told about it stays."""
        return self.take_back(set(self.tree.asked(node).facts) - self.told_before(node).keys())

    def take_back(self, facts: Collection[str]) -> Walk:
        """Return the walk without what was said of ``facts``: the question that asked the first of them is open again.

        All other answers stay, also those to the other lines of that question.
        """
        answers = {key: value for key, value in self.answers.items() if key not in facts}
        return replace(self, answers=answers, left_out=self._left_out_until(facts), _begun=None)

    def stages(self, nodes: Container[str]) -> Iterator[Walk]:
        """Yield the walk as it was when each of ``nodes`` was the open question, in the order of the path.

        A walk with another answer to one of them goes on from there, instead of from the root.
        """
        stage = Walk(self.tree, self.origin, {})
        while stage.question is not None and stage.question != self.question:
            node = stage.question
            if node in self.left_out and node not in stage.left_out:
                stage = stage.leave_out(node, self.left_out[node])
                continue
            if node in nodes:
                yield stage
            facts = knowledge.to_ask(self.tree.asked(node), stage.told)
            stage = stage.answer({fact: self.told[fact] for fact in facts})

    def on(self, tree: Tree) -> Walk:
        """Return the walk with the same answers through another or altered tree.

        It begins at the root if this one did, or if the node where this one began is gone.
        """
        origin = self.origin if self.origin in tree.nodes and self.origin != self.tree.root else tree.root
        return Walk(tree, origin, self.answers)


def _replayed(tree: Tree, begun: _Replay, answers: Answers, left_out: Mapping[str, tuple[str, ...]]) -> _Replay:
    """Return how far a walk comes with ``answers``, of which those told up to ``begun`` were the same."""
    path, leaves = list(begun.path), list(begun.leaves)
    told: dict[str, Said] = dict(begun.told)
    seen = set(begun.seen)
    stack = list(reversed(begun.pending))
    # Python 3.11 calls a function for each member of an enum that is named, which took a quarter of a walk's time.
    decision, emergency, yes, no, collected = Kind.DECISION, Urgency.EMERGENCY, Answer.YES, Answer.NO, Answer.NEXT
    while stack:
        key = stack.pop()
        if key in seen:
            continue
        seen.add(key)
        node = tree.nodes[key]
        if isinstance(node, Leaf):
            leaves.append(key)
            if node.urgency is emergency:
                return _Replay(tuple(path), tuple(leaves), told=told, seen=seen)
            continue
        asked = tree.asked(key)
        how: How = "decided" if asked.kind is decision else "known"
        answer = knowledge.outcome(asked, told)
        if answer is None:
            wanted, gone = knowledge.to_ask(asked, told), left_out.get(key, ())
            if not all(fact in answers or fact in gone for fact in wanted):
                seen.discard(key)
                return _Replay(tuple(path), tuple(leaves), key, (key, *reversed(stack)), told, seen)
            told.update((fact, None if fact in gone else answers[fact]) for fact in wanted)
            answer = knowledge.outcome(asked, told)
            how = "left_out" if all(fact in gone for fact in wanted) else "asked"
            assert answer is not None  # all that it asks is answered
        path.append(Step(key, answer, how))
        if answer is collected:
            stack.append(asked.next)
            continue
        if answer is not yes:
            stack.append(asked.no)
        if answer is not no:
            stack.append(asked.yes)
    return _Replay(tuple(path), tuple(leaves), told=told, seen=seen)
