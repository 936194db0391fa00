"""Look for two people whose results differ more after an edit than was known, one of whom it sends elsewhere."""

from __future__ import annotations

from collections.abc import Generator

from kneetree.model.tree import Urgency
from kneetree.proof import monotone
from kneetree.proof.altered import Altered
from kneetree.proof.counterexamples import told
from kneetree.proof.formula import TooLarge
from kneetree.proof.lowering import Lowering
from kneetree.proof.safety_rules import Verdict
from kneetree.proof.solver import Contradiction, NotDecided
from kneetree.proof.two_people import Drop, Fall, TwoPeople

MOST_FALLS = 60
"""If an edit shows more people than these who fall further than is known, the rest is decided as in a new tree."""
MOST_CONFLICTS = 2_000
"""The budget of each question about many findings; if it does not suffice, the rest is decided as in a new tree."""

_LEVELS = sorted(Urgency, key=lambda level: level.rank)
"""The least urgent first."""


class MoreFalls:
    """What was known before an edit of findings and of rules about two people, and what two people now show beyond it.

    After ``look``, ``carried`` and ``stand`` hold what is certain for the tree as it is now.
    """

    def __init__(self, two: TwoPeople, edit: Altered, carried: dict[str, Lowering], stand: dict[str, Verdict]) -> None:
        self._tree = two.tree
        self._two = two
        self._edit = edit
        self._facts = frozenset(two.facts)
        self.carried = carried
        self.stand = stand
        self._nobody: set[tuple[str, Drop]] = set()
        self._untouched: set[str] = set()

    def look(self) -> Generator[None, None, None]:
        """Look for two people who show more than is known, until there are none or the budget ends.

        What they show goes into ``carried``; verdicts that they disprove are taken out of ``stand``.
        """
        try:
            for _ in range(MOST_FALLS):
                fall = (yield from self._further()) or (yield from self._breaking())
                if fall is None:
                    return
                self._learn(fall)
                yield None
        except (NotDecided, TooLarge):
            pass
        self.carried = {fact: one for fact, one in self.carried.items() if self._is_settled(one)}
        self.stand = {rule_id: verdict for rule_id, verdict in self.stand.items() if rule_id in self._untouched}

    def _further(self) -> Generator[None, None, Fall | None]:
        """Return two people who fall further than is known."""
        for drop, wanted in self._by_drop().items():
            fall = yield from self._two.fall(wanted, drop, None, self._edit, MOST_CONFLICTS)
            if fall is not None:
                return fall
            self._nobody |= {(fact, drop) for fact in wanted}
        return None

    def _breaking(self) -> Generator[None, None, Fall | None]:
        """Return two people who break a rule although it held, or who are less unusual than those who broke it."""
        for rule_id, verdict in self.stand.items():
            if rule_id in self._untouched:
                continue
            rule = self._tree.rules[rule_id]
            fewer = None if verdict.holds else verdict.unusual
            wanted, drop = rule.never_lowers or {}, monotone.drop_of(rule)
            fall = yield from self._two.fall(wanted, drop, rule.given, self._edit, MOST_CONFLICTS, fewer)
            if fall is not None:
                return fall
            self._untouched.add(rule_id)
        return None

    def _learn(self, fall: Fall) -> None:
        """Take in two people whom the solver has found, once they were walked and seen to show more than is known."""
        known = self.carried.get(fall.finding)
        same = known is not None and known.value is fall.value
        worse = known is not None and same and any(drop.happens(self._tree, fall) for drop in _worse(known))
        broken = [rule_id for rule_id, verdict in self.stand.items() if self._shows_more(fall, verdict)]
        if not (worse or broken) or not fall.differ_in_one(self._tree):
            raise Contradiction(f"The solver lets {fall} fall, who do not.")
        if worse:
            self.carried[fall.finding] = told(self._tree, fall)._replace(exact=True)
        for rule_id in broken:
            del self.stand[rule_id]

    def _shows_more(self, fall: Fall, verdict: Verdict) -> bool:
        """Return whether two people disprove a verdict, or show a smaller example of it."""
        return (verdict.holds is True or fall.unusual < verdict.unusual) and monotone.breaks(
            self._tree, self._tree.rules[verdict.rule_id], fall
        )

    def _by_drop(self) -> dict[Drop, dict[str, bool]]:
        """Return which falls are worse than what is known and were not looked for yet, and of which facts."""
        found: dict[Drop, dict[str, bool]] = {}
        for fact, one in self.carried.items():
            for drop in _worse(one) if fact in self._facts else ():
                if (fact, drop) not in self._nobody:
                    found.setdefault(drop, {})[fact] = one.value
        return found

    def _is_settled(self, one: Lowering) -> bool:
        """Return whether nobody falls further than is known of a finding."""
        return one.finding not in self._facts or all((one.finding, drop) in self._nobody for drop in _worse(one))


def weaker(one: Lowering, other: Lowering) -> bool:
    """Return whether one fall is less than another: from a lower level, or from the same one less far."""
    if one.high is None or one.low is None or other.high is None or other.low is None:
        return True
    return (one.high.rank, -one.low.rank) < (other.high.rank, -other.low.rank)


def _worse(known: Lowering) -> list[Drop]:
    """Return which falls are worse than what is known of a finding; all falls if it lowers nothing."""
    if known.high is None or known.low is None:
        return [Drop()]
    above = _LEVELS[_LEVELS.index(known.high) + 1 :][:1]
    further = [Drop(known.high, known.low)] if known.low is not _LEVELS[0] else []
    return [Drop(level) for level in above] + further
