"""Find answers that lead to a node, for "try from here": those of a shortest way that some person can take.

The way and the person come from the clauses that also decide safety rules.  Here the person is made simpler: of each
list no more is ticked than the way needs, and a number is as low as it can be.
"""

from __future__ import annotations

from collections.abc import Generator

from kneetree.errors import CannotStart
from kneetree.model import knowledge
from kneetree.model.change import Change, PartChange
from kneetree.model.scales import threshold_of
from kneetree.model.titles import title_of
from kneetree.model.tree import Answer, Kind, Leaf, Tree, Urgency
from kneetree.proof.arrays import Compiled
from kneetree.proof.clauses import Clauses
from kneetree.proof.people import Path, walk
from kneetree.slices import result_of
from kneetree.walk.walk import Walk

Answers = dict[str, bool | int]

LONGEST = 300
"""The longest way, in steps, whose person is made simple; it takes a walk for each line that is ticked."""


def answers_to(tree: Tree, target: str) -> Generator[None, None, Answers | None]:
    """Return the answers of a way from the root to ``target`` with the fewest questions; ``None`` if nobody gets there.

    A way on which ``target`` is asked goes before one on which its answer is known already, and a way on which a
    decision lacks a fact is taken only if there is no other.  The search works in slices of some milliseconds and
    yields between them.  Raises ``NotDecided`` if it cannot be decided, and ``NoSolver`` without python-sat.
    """
    cut = tree.copy()
    end = Leaf(condition="", urgency=Urgency.ROUTINE)  # so that ways end there
    cut.apply(Change((PartChange("node", target, cut.nodes.get(target), end),)))
    compiled = Compiled(cut)
    node = compiled.index[target]
    clauses = Clauses(cut, compiled)
    yield from clauses.encode([node])
    reached = clauses.way.reached.get(node)
    if reached is None:
        return None
    sure = [-literal for literal in clauses.way.open_at.values()]
    facts = () if isinstance(tree.nodes[target], Leaf) else tree.asked(target).facts
    asked = [clauses.formula.any_of([-clauses.way.met(fact) for fact in facts])] if facts else []
    found = None
    for demanded in ([reached, *asked, *sure], [reached, *asked], [reached, *sure], [reached]):
        found = yield from clauses.shortest(demanded)
        if found is not None:
            return _simple(cut, found[1])
    return None


def walk_to(tree: Tree, node: str) -> Walk:
    """Return a walk from the root whose answers lead to ``node`` by a shortest way.

    A question whose answer follows from earlier ones on every way to it is on the path and not open.  Raises
    ``CannotStart`` if no answers lead there, and what ``answers_to`` raises.
    """
    return result_of(walk_to_in_slices(tree, node))


def walk_to_in_slices(tree: Tree, node: str) -> Generator[None, None, Walk]:
    """Do what ``walk_to`` does in slices of some milliseconds, so that a window can work between them."""
    if node not in tree.nodes:
        raise CannotStart("There is no question {node!r} to start from.", node=node)
    answers = yield from answers_to(tree, node)
    if answers is None:
        raise CannotStart("No answers lead to '{node}' from the first question.", node=title_of(tree, node) or node)
    return Walk.start(tree, answers=answers)


def _simple(tree: Tree, path: Path) -> Answers:
    """Return what the person says, with as little ticked and as low a number as the same way allows."""
    said = dict(path.said)
    if len(path.steps) > LONGEST:
        return said

    def same(trial: Answers) -> bool:
        return walk(tree, trial, path.choices).steps == path.steps

    known: Answers = {}
    for node, answer, how in path.steps:
        asked = tree.asked(node)
        facts = knowledge.to_ask(asked, known) if how == "asked" else ()
        if asked.kind is Kind.LIST and facts:
            few = said | knowledge.answers_for(asked, Answer(answer), known)
            if same(few):
                said = few
            for line in sorted(asked.lines, key=lambda line: line.points):
                less = said | {line.finding: False}
                if line.finding in facts and said[line.finding] and same(less):
                    said = less
        elif asked.kind is Kind.NUMBER and facts:
            numbers = [tree.scales[asked.scale].least, *_marks(tree, path, asked.scale)]
            lower = (said | {asked.scale: number} for number in sorted(numbers) if number < said[asked.scale])
            said = next((less for less in lower if same(less)), said)
        known |= {fact: said[fact] for fact in facts}
    return said


def _marks(tree: Tree, path: Path, scale: str) -> list[int]:
    """Return the numbers of the thresholds of a scale on which a way turns."""
    named = {finding for node, _, _ in path.steps for finding in tree.asked(node).findings}
    limits = [threshold_of(finding, tree.scales) for finding in named]
    return [limit.number for limit in limits if limit and limit.scale == scale]
