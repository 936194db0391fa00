"""Safety rules, decided exactly over every walk that some definite person could take.

A person has one value for each finding, also where several questions share it, and one number for each scale.  No walk
is listed: one pass over the graph clears most rules (``quick_pass``), and clauses decide the rest (``clauses``).
The worst case is exponential and ends at a budget: then the rule is *not decided*, which says nothing of other rules.
All rules together have a budget too: those that take little are decided first, and the others share what is left.
"""

from __future__ import annotations

from collections.abc import Container, Generator, Iterable, Sequence

from msgspec import Struct

from kneetree.errors import KneetreeError
from kneetree.model.scales import threshold
from kneetree.model.tree import Rule, Tree
from kneetree.proof import monotone, solver
from kneetree.proof.arrays import Compiled
from kneetree.proof.clauses import Clauses, Person
from kneetree.proof.formula import TooLarge
from kneetree.proof.hazards import Harmed, Hazard, breaks, hazards
from kneetree.proof.people import Path, Step, walk
from kneetree.proof.purse import Purse
from kneetree.proof.quick_pass import Suspicion, likely_person, suspects
from kneetree.proof.solver import Contradiction, NoSolver, NotDecided
from kneetree.proof.two_people import Fall, LacksFacts, TwoPeople

__all__ = ["Compiled", "Verdict", "compiled", "contradicts_itself", "prove", "prove_all", "prove_steps"]

_FIRST = 5_000
"""What a rule may cost before the others have had their turn."""
_MORE = 4
"""How many times as much it may cost at its next turn."""
_LEAST = 50
"""What is not worth another turn."""


class Verdict(Struct, frozen=True):
    """Whether a rule holds; if it does not, the shortest way that breaks it, without its leaf.

    ``holds`` is ``None`` if the rule is not decided, and ``reason`` is then a sentence that says why.  ``path`` is
    ``((node, "yes"|"no"|"next", "asked"|"known"|"decided"), ...)`` and ``leaf`` is where it ends; ``answers`` are what
    the person says on it.  For a rule about two people, ``other_path`` and the like are of the person who comes out
    less urgent, ``parts_at`` is the last node that both pass before their ways part, and ``unusual`` is how many
    findings other than ``finding`` are away from their usual values.
    """

    rule_id: str
    holds: bool | None
    path: tuple[Step, ...] | None = None
    leaf: str | None = None
    answers: dict[str, bool | int] = {}
    other_path: tuple[Step, ...] | None = None
    other_leaf: str | None = None
    other_answers: dict[str, bool | int] = {}
    parts_at: str | None = None
    finding: str | None = None
    unusual: int = 0
    reason: str = ""

    @property
    def decided(self) -> bool:
        """Whether it is known if the rule holds."""
        return self.holds is not None

    @property
    def asked(self) -> int:
        """How many questions are asked on the way that breaks the rule."""
        return sum(how == "asked" for _, _, how in self.path or ())

    def goes_by_none(self, steps: Container[tuple[str, str]]) -> bool:
        """Return whether none of ``steps`` (see ``Path.goes_by_none``) is on a way that breaks the rule."""
        ways = (self.path, self.leaf), (self.other_path, self.other_leaf)
        return all(Path(path, leaf, {}).goes_by_none(steps) for path, leaf in ways if path is not None and leaf)

    @classmethod
    def of_fall(cls, rule: Rule, fall: Fall) -> Verdict:
        """Return the verdict on a rule about two people that ``fall`` breaks."""
        more, less = fall.without, fall.having
        less_urgent = less.steps, less.leaf, less.said, fall.parts_at, fall.finding, fall.unusual
        return cls(rule.id, False, more.steps, more.leaf, more.said, *less_urgent)


def compiled(tree: Tree) -> Compiled:
    """Return the tree as it is now, ready for many proofs; make it anew after an edit."""
    return Compiled(tree)


def contradicts_itself(rule: Rule) -> bool:
    """Return whether nobody can be as ``given`` says, so that the rule holds without saying anything.

    Thresholds of any scale are told by their ids: each by itself can be true and can be false.
    """
    limits = [(limit, value) for finding, value in (rule.given or {}).items() if (limit := threshold(finding))]
    reached = {limit.scale: limit.number for limit, value in sorted(limits) if value}
    return any(not value and limit.number <= reached.get(limit.scale, 0) for limit, value in limits)


def prove(tree: Tree, rule: Rule, arrays: Compiled | None = None) -> Verdict:
    """Decide one rule; ``arrays`` is ``compiled(tree)`` where that is at hand."""
    return next(verdict for verdict in prove_steps(tree, [rule], arrays) if verdict is not None)


def prove_all(tree: Tree, arrays: Compiled | None = None) -> list[Verdict]:
    """Decide every rule of the tree, in file order."""
    return [verdict for verdict in prove_steps(tree, arrays=arrays) if verdict is not None]


def prove_steps(
    tree: Tree,
    rules: Iterable[Rule] | None = None,
    arrays: Compiled | None = None,
    *,
    shortest: bool = True,
    one: Clauses | None = None,
    two: TwoPeople | None = None,
    purse: Purse | None = None,
) -> Generator[Verdict | None, None, None]:
    """Decide rules one by one (the tree's own if none are given), each in slices; yields ``None`` between two slices.

    Without ``shortest`` any way that breaks a rule will do, and any two people; that is several times as fast.  ``one``
    is this whole tree in clauses for one person, and ``two`` for two people with the findings of ``rules``, where these
    are at hand.  All is paid from ``purse``, out of which these were paid too.  The verdicts come in the order of the
    rules.  The tree may be altered meanwhile: they are of the tree as it was.
    """
    wanted = list(tree.rules.values() if rules is None else rules)
    if not solver.is_there():
        yield from (Verdict(rule.id, None, reason=NoSolver().sentence) for rule in wanted)
        return
    tree = tree.copy()
    purse = purse or Purse()
    proof = _Proof(tree, arrays or compiled(tree), wanted, shortest, (one, two), purse)
    yield from proof.look()
    yield from _in_turns(proof, wanted, purse)


def _in_turns(proof: _Proof, rules: Sequence[Rule], purse: Purse) -> Generator[Verdict | None, None, None]:
    """Decide all ``rules``, first those that cost little; a rule that costs more has another turn, with more to spend.

    If less than that is left for each, they share it, and what one of them does not need is left to the others.
    """
    left, verdicts, told = list(range(len(rules))), dict[int, Verdict](), 0
    cost = _FIRST if len(left) > 1 else purse.left
    while left:
        open_: list[int] = []
        for turn, place in enumerate(left):
            purse.was_short = False
            with purse.sharing(min(cost, purse.left / (len(left) - turn))):
                verdicts[place] = yield from _verdict(proof, rules[place])
            open_ += [place] if purse.was_short else []
            while told < place + 1 and told not in open_:
                yield verdicts[told]
                told += 1
        if purse.left <= len(open_) * _LEAST:
            break
        left, cost = open_, cost * _MORE
    yield from (verdicts[place] for place in range(told, len(rules)))


def _verdict(proof: _Proof, rule: Rule) -> Generator[None, None, Verdict]:
    try:
        return (yield from proof.decide(rule))
    except (NotDecided, TooLarge, LacksFacts, Contradiction) as error:
        return Verdict(rule.id, None, reason=error.sentence)


class _Proof:
    """The proof of several rules of one tree; clauses are made when the first rule needs them."""

    def __init__(
        self,
        tree: Tree,
        arrays: Compiled,
        rules: Sequence[Rule],
        shortest: bool,
        at_hand: tuple[Clauses | None, TwoPeople | None],
        purse: Purse,
    ) -> None:
        self._tree = tree
        self._arrays = arrays
        self._wants_shortest = shortest
        self._purse = purse
        self._listed = [hazard for rule in rules for hazard in hazards(rule)]
        self._suspected: dict[int, list[tuple[Hazard, Suspicion]]] = {id(rule): [] for rule in rules}
        self._clauses: Clauses | TooLarge | None = at_hand[0]
        self._named = [name for rule in rules if rule.never_lowers is not None for name in rule.findings]
        self._two: TwoPeople | KneetreeError | None = at_hand[1]

    def look(self) -> Generator[None, None, None]:
        """Look over the graph for what might be broken."""
        found = yield from suspects(self._arrays, self._listed)
        for hazard, suspicion in zip(self._listed, found, strict=True):
            if suspicion is not None:
                self._suspected[id(hazard.rule)].append((hazard, suspicion))

    def decide(self, rule: Rule) -> Generator[None, None, Verdict]:
        """Decide one rule; raise ``NotDecided`` or ``TooLarge`` if that takes too much."""
        if rule.never_lowers is not None:
            return (yield from self._decide_monotone(rule))
        suspected = self._suspected[id(rule)]
        if not suspected:
            return Verdict(rule.id, True)
        fewest = min(suspicion.fewest for _, suspicion in suspected)
        best: Path | None = None
        for hazard, suspicion in suspected:
            path = self._likely(hazard, suspicion)
            if path is not None and (best is None or path.asked < best.asked):
                best = path
        if best is None or (best.asked > fewest and self._wants_shortest):
            try:
                best = (yield from self._shortest(rule, fewest, best)) or best
            except (NotDecided, TooLarge):
                if best is None:
                    raise
        if best is None:
            return Verdict(rule.id, True)
        return Verdict(rule.id, False, best.steps, best.leaf, best.said)

    def _shortest(self, rule: Rule, fewest: int, best: Path | None) -> Generator[None, None, Path | None]:
        """Return the shortest way that breaks a rule by the clauses, ``None`` if none is shorter than ``best``."""
        clauses = yield from self._all_clauses()
        demanded = clauses.breaking(rule)
        if self._wants_shortest:
            found = yield from clauses.shortest(demanded, fewest, best)
        else:
            found = clauses.solution() if (yield from clauses.solver.holds(demanded)) else None
        return None if found is None else self._checked(rule, *found)

    def _decide_monotone(self, rule: Rule) -> Generator[None, None, Verdict]:
        two = yield from self._two_people()
        fall = yield from monotone.find_fall(two, rule, smallest=self._wants_shortest)
        if fall is None:
            return Verdict(rule.id, True)
        if not monotone.breaks(self._tree, rule, fall):
            raise Contradiction(f"The solver breaks {rule.id!r} with {fall}, who do not.")
        return Verdict.of_fall(rule, fall)

    def _two_people(self) -> Generator[None, None, TwoPeople]:
        """Return the clauses for two people; raise what stood in the way each time."""
        if self._two is None:
            two = TwoPeople(self._tree, self._arrays, purse=self._purse)
            try:
                with self._purse.for_all():
                    yield from two.encode(self._named)
                self._two = two
            except (NotDecided, TooLarge, LacksFacts) as error:
                self._two = error
        if isinstance(self._two, KneetreeError):
            raise self._two
        return self._two

    def _likely(self, hazard: Hazard, suspicion: Suspicion) -> Path | None:
        """Return the way of a likely person if it breaks the rule."""
        if suspicion.way is None:
            return None
        person = likely_person(self._arrays, suspicion.way, hazard.given)
        if person is None:
            return None
        path = walk(self._tree, person, {self._arrays.ids[node]: answer for node, answer in suspicion.way})
        return path if breaks(self._tree, self._arrays, hazard.rule, person, path) else None

    def _all_clauses(self) -> Generator[None, None, Clauses]:
        """Return the clauses of what leads to the leaves at which a suspected rule can be broken.

        Raises what stood in the way each time.
        """
        if self._clauses is None:
            clauses = Clauses(self._tree, self._arrays, self._purse)
            try:
                yield from clauses.encode(self._ends())
                self._clauses = clauses
            except TooLarge as error:
                self._clauses = error
        if isinstance(self._clauses, TooLarge):
            raise self._clauses
        return self._clauses

    def _ends(self) -> list[int]:
        """Return the leaves at which a suspected rule can be broken."""
        harmed = Harmed(self._arrays)
        rules = [hazard.rule for found in self._suspected.values() for hazard, _ in found]
        return sorted({node for rule in rules for node in harmed.leaves(rule)})

    def _checked(self, rule: Rule, person: Person, path: Path) -> Path:
        """Return a way that the solver has found, once it was walked and seen to break the rule."""
        if not breaks(self._tree, self._arrays, rule, person, path):
            raise Contradiction(f"The solver breaks {rule.id!r} with {person}, who does not.")
        return path
