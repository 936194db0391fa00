"""Decide again after an edit whether rules hold and what can lower a result, the cheapest answers first.

1. The people who broke a rule, or whose result fell, are walked again unless the edit left their way alone.  If they
   still break it or fall, that is an answer already.
2. An edit changes nothing for people who do not come to what it altered (``altered``).  So the solver looks only for
   people among the rest who break a rule that held, or who break one by a shorter way than is known.  One query covers
   all rules about one person (``standing``).
3. In the same way it looks only for pairs of people of whom one ends elsewhere than before, and who show more than is
   known.  One query covers all findings that lower nothing, and one more covers each group of findings that lower
   results alike (``more_falls``).  Most edits need no other query.
4. Whatever is still not known is decided as in a new tree: new rules, rules that are broken in another way, findings
   whose known example no longer shows a fall, and whatever was not decided before.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kneetree.errors import KneetreeError
from kneetree.model.tree import Rule, Tree
from kneetree.proof import solver
from kneetree.proof.altered import altered, everything
from kneetree.proof.arrays import Compiled
from kneetree.proof.clauses import Clauses
from kneetree.proof.counterexamples import as_before, still_broken, still_falls
from kneetree.proof.formula import TooLarge
from kneetree.proof.lowering import Lowering, Lowerings, values_to_look_at
from kneetree.proof.more_falls import MoreFalls, weaker
from kneetree.proof.purse import Purse
from kneetree.proof.safety_rules import Verdict, prove_steps
from kneetree.proof.solver import Contradiction, NoSolver, NotDecided
from kneetree.proof.standing import standing
from kneetree.proof.two_people import Fall, LacksFacts, TwoPeople

MOST_NODES = 10_000
"""Two people in a larger tree are too much to be worked out after each edit: some 10 s and 300 MB at 50,000 nodes."""

_TROUBLES = (NoSolver, NotDecided, TooLarge, LacksFacts, Contradiction)


@dataclass(frozen=True, slots=True)
class Known:
    """All that was found of a tree: what an answer about the next tree can begin with.

    ``usual`` are the findings that are usually true.
    """

    arrays: Compiled
    usual: frozenset[str]
    rules: Mapping[str, Rule]
    verdicts: Mapping[str, Verdict]
    lowerings: Mapping[str, Lowering]


class News(NamedTuple):
    """What is known of a tree; ``verdicts`` and ``lowerings`` are ``None`` where nothing new is known.

    If ``whole`` is false, they cover only the rules that are still broken, the findings that still lower a result, or
    the rules decided so far.  ``trouble`` says why nothing is known of what lowers a result.  ``known`` comes last.
    """

    verdicts: Mapping[str, Verdict] | None = None
    lowerings: Mapping[str, Lowering] | None = None
    whole: bool = True
    trouble: str = ""
    known: Known | None = None


Steps = Generator[News | None, None, None]


def after_edit(tree: Tree, before: Known | None) -> Steps:
    """Yield what is known of ``tree``, in which nothing may be altered meanwhile; ``None`` comes between slices.

    ``before`` is what was found before the edit, or before several; ``None`` for another tree.
    """
    again = _Again(tree, before)
    yield None
    yield News(verdicts=again.still_broken(), whole=False)
    yield from again.fall_again()
    yield from again.decide()


class _Again:
    """The work after one edit."""

    def __init__(self, tree: Tree, before: Known | None) -> None:
        self._tree = tree
        self._arrays = Compiled(tree)
        self._purse = Purse()
        comparable = before is not None and before.arrays.scales == self._arrays.scales
        self._before = before if comparable else None
        self._broken: dict[str, Verdict] = {}
        self._known: dict[str, Lowering] = {}
        self._about_two = [rule for rule in tree.rules.values() if rule.never_lowers is not None]
        self._verdicts: dict[str, Verdict] = {}
        self._edit = altered(self._before.arrays, self._arrays) if self._before else everything(self._arrays)
        self._other_steps = self._edit.steps(self._arrays)
        self._same_usual = self._before is not None and self._before.usual == _usual(tree)
        self._one: Clauses | KneetreeError | None = None

    def still_broken(self) -> dict[str, Verdict]:
        """Return the verdicts on rules that somebody breaks who broke them before."""
        before = self._before
        for rule in self._tree.rules.values():
            verdict = before.verdicts.get(rule.id) if before else None
            if verdict is None or before is None:
                continue
            if before.rules[rule.id] != rule or not self._goes_as_before(verdict):
                verdict = still_broken(self._tree, self._arrays, rule, verdict)
            if verdict is not None and verdict.holds is False:
                self._broken[rule.id] = verdict
        return dict(self._broken)

    def fall_again(self) -> Steps:
        """Yield how far results still fall for the people for whom they fell before."""
        old = self._before.lowerings if self._before else {}
        for fact, value in values_to_look_at(self._tree, old).items():
            fall = old[fact].fall
            again = as_before if fall is not None and self._goes_as_before(fall) else still_falls
            lowering = again(self._tree, value, old[fact])
            if lowering is not None:
                self._known[fact] = lowering
            yield None
        yield News(lowerings=dict(self._known), whole=False)

    def _goes_as_before(self, who: Verdict | Fall) -> bool:
        """Return whether the edit left the ways alone that a verdict or a fall shows."""
        return not self._edit.is_all and who.goes_by_none(self._other_steps)

    def decide(self) -> Steps:
        """Yield all verdicts, those about one person first, and all that can lower a result."""
        about_one = [rule for rule in self._tree.rules.values() if rule.never_lowers is None]
        if self._before is not None:
            self._verdicts |= yield from self._standing(about_one)
        yield from self._prove([rule for rule in about_one if rule.id not in self._verdicts])
        yield News(verdicts=dict(self._verdicts), whole=not self._about_two)
        lowerings: dict[str, Lowering] = {}
        trouble = ""
        try:
            lowerings = yield from self._two_people()
        except _TROUBLES as error:
            trouble = error.sentence
            yield from self._prove([rule for rule in self._about_two if rule.id not in self._verdicts])
        if self._about_two:
            yield News(verdicts=dict(self._verdicts))
        known = None
        if not trouble:
            known = Known(self._arrays, _usual(self._tree), dict(self._tree.rules), self._verdicts, lowerings)
        yield News(lowerings=lowerings, trouble=trouble, known=known)

    def _standing(self, rules: list[Rule]) -> Generator[None, None, dict[str, Verdict]]:
        """Return those verdicts on rules about one person that still hold; the proof decides the other rules."""
        known = [(rule, verdict) for rule in rules if (verdict := self._may_stand(rule)) is not None]
        try:
            return (yield from standing((yield from self._in_clauses()), self._edit, known))
        except _TROUBLES:
            return {}

    def _in_clauses(self) -> Generator[None, None, Clauses]:
        """Return the tree in clauses for one person.

        If there can be none, raise the reason, each time again; the same reason rules out two people.
        """
        if self._one is None:
            try:
                if len(self._arrays.order) > MOST_NODES:
                    raise TooLarge("The tree is too large for two people to be compared at each edit.")
                if not solver.is_there():
                    raise NoSolver
                one = Clauses(self._tree, self._arrays, self._purse)
                yield from one.encode_sure(self._edit if self._before else None)
                self._one = one
            except _TROUBLES as error:
                self._one = error
        if isinstance(self._one, KneetreeError):
            raise self._one
        return self._one

    def _may_stand(self, rule: Rule) -> Verdict | None:
        """Return the verdict on an unchanged rule, if only people who come to what the edit altered can change it."""
        if self._before is None or self._before.rules.get(rule.id) != rule:
            return None
        before, now = self._before.verdicts[rule.id], self._broken.get(rule.id)
        if before.holds:
            return before
        if now is None:
            return None
        if rule.never_lowers is None:
            return now if now.asked <= before.asked else None
        return now if now.unusual <= before.unusual and self._same_usual else None

    def _two_people(self) -> Generator[News | None, None, dict[str, Lowering]]:
        """Return all that can lower a result, and take in the verdicts on rules about two people."""
        two = TwoPeople(self._tree, self._arrays, (yield from self._in_clauses()))
        yield from two.encode({name for rule in self._about_two for name in rule.findings})
        collected = [fact for fact in self._arrays.facts if fact not in self._arrays.scales]
        turning = _turning(self._arrays)
        of_tree = [fact for fact in two.facts if fact in turning]  # not what only rules name
        wanted = values_to_look_at(self._tree, dict.fromkeys([*of_tree, *collected]))
        stand = {rule.id: verdict for rule in self._about_two if (verdict := self._may_stand(rule)) is not None}
        more = MoreFalls(two, self._edit, self._carried(wanted), stand)
        yield from more.look()
        self._verdicts |= more.stand
        yield from self._prove([rule for rule in self._about_two if rule.id not in self._verdicts], two)
        if self._about_two:
            yield News(verdicts=dict(self._verdicts))
        found = more.carried
        rest = {fact: value for fact, value in wanted.items() if fact not in found}
        for one in Lowerings(self._tree, self._arrays).encoded_by(two).steps(rest) if rest else ():
            if one is None:
                yield None
            else:
                found[one.finding] = self._better(one)
        return found

    def _carried(self, wanted: Mapping[str, bool]) -> dict[str, Lowering]:
        """Return what is still known of findings: nobody falls further who comes to no altered node."""
        if self._before is None:
            return {}
        carried = {}
        for fact, value in wanted.items():
            old, now = self._before.lowerings.get(fact), self._known.get(fact)
            if old is None or (old.lowers is False and old.value is value):
                carried[fact] = Lowering(fact, value, False)  # where nothing turns on a fact, nobody falls by it
            elif now is not None and old.exact and not weaker(now, old):
                carried[fact] = now._replace(exact=True)
        return carried

    def _prove(self, rules: list[Rule], two: TwoPeople | None = None) -> Steps:
        """Take in the verdicts on ``rules``."""
        if not rules:
            return
        one = self._one if isinstance(self._one, Clauses) else None
        with self._purse.sharing(self._purse.left / 2):  # the rest is for what can lower a result
            for verdict in prove_steps(self._tree, rules, self._arrays, one=one, two=two, purse=self._purse):
                if verdict is None:
                    yield None
                else:
                    self._verdicts[verdict.rule_id] = verdict

    def _better(self, one: Lowering) -> Lowering:
        """Return what those who fell before show if nothing could be decided now."""
        return self._known.get(one.finding, one) if one.lowers is None else one


def _turning(arrays: Compiled) -> set[str]:
    """Return the findings and thresholds that some node turns on."""
    turns = (arrays.turn_of(node) for node in arrays.order if arrays.yes[node] >= 0)
    return {finding for turn in turns for finding, _, _ in turn.terms}


def _usual(tree: Tree) -> frozenset[str]:
    return frozenset([name for name, finding in tree.findings.items() if finding.usual])
