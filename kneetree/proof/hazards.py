"""What safety rules forbid, as single things that must not happen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kneetree.model.tree import Leaf, PathTo, Rule, Tree, Urgency
from kneetree.proof.arrays import Compiled
from kneetree.proof.people import Path, Person, is_like


class Hazard(NamedTuple):
    """One thing that a rule forbids: a way to one of its leaves, past or without certain questions.

    ``without`` is a finding or scale that is never asked on the way, ``asked`` the number of questions that is too
    many.
    """

    rule: Rule
    given: Mapping[str, bool] = {}
    without: str | None = None
    asked: int = 0

    def harms(self, leaf: Leaf) -> bool:
        """Return whether coming to ``leaf`` like that breaks the rule."""
        return harms(self.rule, leaf)


def hazards(rule: Rule) -> list[Hazard]:
    """Return what must not happen for ``rule`` to hold; nothing for a rule about two people."""
    if rule.never_lowers is not None:
        return []
    if rule.given is not None:
        return [Hazard(rule, given=rule.given)]
    if rule.asks is not None:
        return [Hazard(rule, without=finding) for finding in dict.fromkeys(rule.asks)]
    return [Hazard(rule, asked=(rule.questions_at_most or 0) + 1)]


class Harmed:
    """The leaves of a tree at which rules can be broken; those of rules with equal ends are looked for once."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._found: dict[object, list[int]] = {}

    def leaves(self, rule: Rule) -> list[int]:
        """Return the leaves at which a way can break ``rule``."""
        key = ends(rule)
        if key not in self._found:
            compiled = self._compiled
            leaves = (node for node in compiled.order if compiled.yes[node] < 0)
            self._found[key] = [node for node in leaves if harms(rule, compiled.leaf(node))]
        return self._found[key]


def ends(rule: Rule) -> Urgency | PathTo | None:
    """Return what says which leaves ``harms`` is true for: rules with equal ends can be broken at the same leaves."""
    return rule.urgency_at_least or rule.every_path_to


def harms(rule: Rule, leaf: Leaf) -> bool:
    """Return whether ``leaf`` is one at which a way can break ``rule``."""
    if rule.urgency_at_least is not None:
        return leaf.urgency.rank < rule.urgency_at_least.rank
    return rule.every_path_to is not None and rule.every_path_to.matches(leaf)


def breaks(tree: Tree, compiled: Compiled, rule: Rule, person: Person, path: Path) -> bool:
    """Return whether a person who takes ``path`` breaks ``rule``."""
    if not harms(rule, tree.leaf(path.leaf)):
        return False
    if rule.given is not None:
        exempt = any(is_like(person, exemption.given, tree.scales) for exemption in rule.unless)
        return is_like(person, rule.given, tree.scales) and not exempt
    if rule.asks is not None:
        return any(compiled.fact(finding) not in path.said for finding in rule.asks)
    return path.asked > (rule.questions_at_most or 0)
