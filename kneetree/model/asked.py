"""``Asked``: a question or a decision as one node has it, its wording and its branches together.

The file keeps the wording of a question apart from the nodes that ask it.  Walking, proving and drawing a
tree takes both at once; ``Tree.asked`` returns them.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from kneetree.model.values import Answer, Topic


class Kind(StrEnum):
    """What a node asks, and how it can be answered."""

    YES_NO = "yes_no"
    LIST = "list"
    NUMBER = "number"
    DECISION = "decision"


class Line(Struct, frozen=True, gc=False):
    """A statement to tick, or a fact that is counted: its points count if the finding has the value ``true``."""

    finding: str
    text: str
    points: int = 1
    true: bool = True


class Asked(Struct, frozen=True, kw_only=True, gc=False):
    """What the node ``node`` asks or decides; ``entry`` is the id of its question or scale, ``""`` for a decision.

    ``finding`` is what a yes/no question asks, and the threshold on which a number branches.  ``scale`` is the scale
    whose number is asked.  ``text`` is the title of a decision.  ``next`` is set where it only collects.
    """

    node: str
    entry: str = ""
    kind: Kind
    topic: Topic = Topic.SYMPTOM
    text: str
    help: str = ""
    answer_rule: str = ""
    why: str = ""
    picture: str = ""
    unsure: bool = True
    finding: str = ""
    scale: str = ""
    lines: tuple[Line, ...] = ()
    at_least: int = 1
    yes: str = ""
    no: str = ""
    next: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""

    @property
    def findings(self) -> tuple[str, ...]:
        """The findings on which it turns: that of a yes/no question or a threshold, or those of the lines."""
        if self.lines:
            return tuple([line.finding for line in self.lines])
        return (self.finding,) if self.finding else ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids under which a person's answers are kept: findings, or the scale; none for a decision."""
        if self.kind is Kind.DECISION:
            return ()
        return (self.scale,) if self.scale else self.findings

    @property
    def is_list(self) -> bool:
        """Whether it is a list of statements to tick."""
        return self.kind is Kind.LIST

    @property
    def collects(self) -> bool:
        """Whether it only collects what is answered and goes on."""
        return bool(self.next)

    def edges(self) -> tuple[tuple[Answer, str], ...]:
        """Return the answers that lead on, each with the id of the node that it leads to."""
        if self.next:
            return ((Answer.NEXT, self.next),)
        return ((Answer.YES, self.yes), (Answer.NO, self.no))

    def target(self, answer: str) -> str:
        """Return the id of the node that ``"yes"``, ``"no"`` or ``"next"`` leads to."""
        return self.yes if answer == Answer.YES else self.no if answer == Answer.NO else self.next
