"""What a person was not asked, for a clinician: a fact that is missing is not a fact that was denied.

By far the most of what is not asked could not matter for this person.  What might is named: the facts of the safety
rules that nothing said so far rules out, and that ask for help as soon as the result does or sooner.  The others are
counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kneetree.model import knowledge
from kneetree.model.knowledge import UNKNOWN, Said
from kneetree.model.scales import fact_of
from kneetree.model.tree import Rule
from kneetree.walk.walk import Walk


@dataclass(frozen=True)
class Unasked:
    """Statements that nobody asked about, and how many other facts were not asked either."""

    named: tuple[str, ...] = ()
    others: int = 0


def unasked(walk: Walk, elsewhere: Mapping[str, Said] | None = None) -> Unasked:
    """Return what a finished walk did not ask, and what was not answered ``elsewhere`` either."""
    tree, said = walk.tree, {**walk.said, **(elsewhere or {})}
    open_facts = {fact_of(fact, tree.scales) for rule in _open_rules(walk, said) for fact in rule.given or {}}
    missing = [fact for fact in (*tree.scales, *tree.findings) if fact not in said]
    named = [fact for fact in missing if fact in open_facts]
    texts = tuple(tree.scales[fact].text if fact in tree.scales else tree.statement(fact) for fact in named)
    return Unasked(texts, len(missing) - len(named))


def _open_rules(walk: Walk, said: Mapping[str, Said]) -> Iterator[Rule]:
    """Yield the rules that may hold for the person, as far as is known, and are not below the result."""
    for rule in walk.tree.rules.values():
        level, given = rule.urgency_at_least, rule.given
        if level is None or given is None or walk.urgency is None or level.rank < walk.urgency.rank:
            continue
        told = ((knowledge.value_of(fact, said), value) for fact, value in given.items())
        if all(known in (UNKNOWN, None, value) for known, value in told):
            yield rule
