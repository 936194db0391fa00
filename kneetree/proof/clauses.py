"""One tree as clauses with its solver: the shortest way of some person for whom something is true."""

from __future__ import annotations

from collections.abc import Generator, Iterable

from kneetree.errors import KneetreeError
from kneetree.model.tree import Rule, Tree
from kneetree.proof import encoding
from kneetree.proof.altered import Altered
from kneetree.proof.arrays import Compiled
from kneetree.proof.formula import FALSE, Formula, TooLarge
from kneetree.proof.hazards import Harmed
from kneetree.proof.people import Path, walk
from kneetree.proof.purse import Purse
from kneetree.proof.solver import FOR_BETTER, Contradiction, NotDecided, Solver

Person = dict[str, bool | int]


class LacksFacts(KneetreeError):
    """Somebody reaches a decision that lacks a fact."""

    def __init__(self, title: str) -> None:
        super().__init__(
            "The decision {title!r} can be reached with a fact missing; ask for it before, and this can be decided.",
            title=title,
        )


class Clauses:
    """A tree, or the part of it above some nodes, as a formula that many questions can be asked about."""

    def __init__(self, tree: Tree, compiled: Compiled, purse: Purse | None = None) -> None:
        """Begin a formula, whose questions ``purse`` pays; raise ``NoSolver`` if python-sat is not installed."""
        self.tree = tree
        self.compiled = compiled
        self.formula = Formula()
        self.solver = Solver(self.formula, purse)
        self.person = encoding.Person(compiled, self.formula)
        self.way = encoding.Way(compiled, self.person, self.formula)
        self.harmed = Harmed(compiled)
        self._more_than: list[int] = []

    def encode(self, targets: Iterable[int] | None = None) -> Generator[None, None, None]:
        """Put all nodes into clauses from which a way leads to ``targets``; all there are if none are given."""
        yield from self.way.encode(encoding.whole(self.compiled, targets))

    def encode_sure(self, edit: Altered | None = None) -> Generator[None, None, None]:
        """Put all nodes into clauses, for a tree in which no decision lacks a fact; raise ``LacksFacts`` if one can.

        If an ``edit`` is given, no decision lacked a fact before it, so only people whose way it altered are looked at.
        """
        compiled, formula, way = self.compiled, self.formula, self.way
        lacking = encoding.lacking_in_graph(compiled)
        if edit is not None:
            below = edit.below(compiled)
            lacking = frozenset([node for node in lacking if below[node]])
        yield from way.encode(compiled.order, lacking, follows_both=False)
        open_at = {node: is_open for node, is_open in way.open_at.items() if is_open != FALSE}
        if not open_at:
            return
        demanded = [formula.any_of(open_at.values())]
        if edit is not None:
            demanded.append(edit.goes_otherwise(way, formula))
        if (yield from self.solver.holds(demanded)):
            node = next(node for node, is_open in open_at.items() if self.solver.is_true(is_open))
            raise LacksFacts(self.tree.asked(compiled.ids[node]).text)

    def asked_more_than(self, most: int) -> int:
        """Return the literal that is true exactly if more than ``most`` questions are asked on the way.

        Raises ``TooLarge`` if that cannot be counted.
        """
        if most >= len(self._more_than):
            self._more_than = self.formula.counted(self.way.levels(), most + 1)
            self._more_than += [FALSE] * (most + 1 - len(self._more_than))
        return self._more_than[most]

    def breaking(self, rule: Rule) -> list[int]:
        """Return the literals that are true together exactly for those who break a rule about one person.

        The ways to all leaves at which it can be broken must be encoded.  Raises ``TooLarge`` if there are too many
        clauses.
        """
        formula, way, person = self.formula, self.way, self.person
        leaves = self.harmed.leaves(rule)
        demanded = [formula.any_of([way.reached[node] for node in leaves if node in way.reached])]
        if rule.given is not None:
            demanded += person.values(rule.given)
            demanded += [-formula.all_of(person.values(exemption.given)) for exemption in rule.unless]
        elif rule.asks is not None:
            demanded.append(formula.any_of([-way.met(self.compiled.fact(finding)) for finding in rule.asks]))
        else:
            demanded.append(self.asked_more_than(rule.questions_at_most or 0))
        return demanded

    def shortest(
        self, demanded: Iterable[int], fewest: int = 0, best: Path | None = None
    ) -> Generator[None, None, tuple[Person, Path] | None]:
        """Return somebody for whom all of ``demanded`` is true, on a way with the fewest questions, or ``None``.

        No way has fewer than ``fewest`` questions.  If ``best`` is given, only shorter ways are looked for.  Raises
        ``NotDecided`` if it is open whether there is anybody; if only a shorter way is open, the one that was found is
        returned.  All looking for shorter ways has one budget together.
        """
        demanded = list(demanded)
        found: tuple[Person, Path] | None = None
        left = None if best is None else FOR_BETTER
        while best is None or best.asked > fewest:
            try:
                bound = [] if best is None else [-self.asked_more_than(best.asked - 1)]
                before = self.solver.conflicts
                if not (yield from self.solver.holds([*demanded, *bound], left)):
                    break
                left = FOR_BETTER if left is None else left - (self.solver.conflicts - before)
            except (NotDecided, TooLarge):
                if best is None:
                    raise
                break
            found = self.solution()
            if best is not None and found[1].asked >= best.asked:
                raise Contradiction(f"The solver counts fewer questions than {found[1]} has.")
            best = found[1]
        return found

    def solution(self) -> tuple[Person, Path]:
        """Return the person of the solver's last solution, and the way that they take."""
        is_true = self.solver.is_true
        person = self.person.solved(is_true)
        choices = {self.compiled.ids[node]: is_true(self.way.says[node]) for node in self.way.open_at}
        return person, walk(self.tree, person, choices)
