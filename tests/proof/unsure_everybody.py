"""Everybody in a small tree, *not sure* included, and what each of them need not be asked, by brute force."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

from kneetree.model import knowledge
from kneetree.model.knowledge import Said
from kneetree.model.scales import cuts, threshold_of
from kneetree.model.tree import Tree
from kneetree.proof.ahead import AsksWhatMatters
from kneetree.proof.arrays import Compiled
from kneetree.proof.nodes_ahead import what_is_ahead
from kneetree.walk.leaving_out import as_if_open, settled
from kneetree.walk.walk import Walk
from tests.proof.small_trees import findings_of
from tests.trees import ask, ask_items, collect, decide, leaf, make, number

MOST_PEOPLE = 4_000
"""Trees about which more people differ are not tried."""

Person = tuple[Said, ...]


class Everyone:
    """All people of a small tree, each fact true, false or not sure, with the leaves of the full walk."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        values = _values(tree)
        self.facts = list(values)
        self.size = math.prod(len(one) for one in values.values())
        if self.size <= MOST_PEOPLE:
            people = itertools.product(*values.values())
            self.leaves = {person: Walk.start(tree, answers=self.said(person)).leaves for person in people}

    def said(self, person: Person) -> dict[str, Said]:
        return dict(zip(self.facts, person, strict=True))

    def cannot_matter(self, walk: Walk) -> set[str]:
        """Return what the open question need not ask."""
        places = [(self.facts.index(fact), said) for fact, said in walk.told.items()]
        alike = [one for one in self.leaves if all(one[place] is said for place, said in places)]
        assert walk.question is not None
        wanted = knowledge.to_ask(self.tree.asked(walk.question), walk.told)
        return {fact for fact in wanted if self._is_idle(self.facts.index(fact), alike)}

    def _is_idle(self, at: int, alike: list[Person]) -> bool:
        ends: dict[Person, set[tuple[str, ...]]] = {}
        for person in alike:
            ends.setdefault((*person[:at], *person[at + 1 :]), set()).add(self.leaves[person])
        return all(len(found) == 1 for found in ends.values())


def _values(tree: Tree) -> dict[str, list[Said]]:
    names = findings_of(tree)
    numbers = cuts(names, tree.scales)
    asked = [fact for one in tree.all_asked() for fact in (*one.facts, *one.findings)]
    found: dict[str, list[Said]] = {}
    for fact in asked:
        limit = threshold_of(fact, tree.scales)
        scale = limit.scale if limit else fact
        if scale in tree.scales:
            found[scale] = [tree.scales[scale].least, *numbers[scale], None]
        else:
            found[fact] = [True, False, None]
    return found


def is_exact(tree: Tree) -> bool:
    """Return whether every decision surely knows all that it counts; without that more may be asked than need be."""
    compiled = Compiled(tree)
    sure = what_is_ahead(compiled, Walk.start(tree)).sure
    return all(
        compiled.fact(finding) in facts
        for node, facts in sure.items()
        for finding, _, _ in compiled.turn_of(node).terms
    )


def faults(everyone: Everyone, decided: AsksWhatMatters, *, exact: bool) -> Iterator[str]:
    """Yield each person who ends elsewhere, and each question that leaves out something it should not."""
    looked_at: set[object] = set()
    for person, leaves in everyone.leaves.items():
        walk = settled(Walk.start(everyone.tree, answers=everyone.said(person)), decided)
        if walk.leaves != leaves:
            yield f"{everyone.said(person)} comes to {walk.leaves} instead of {leaves}"
        for node, found in walk.left_out.items():
            before = as_if_open(walk, node)
            key = node, tuple(before.told.items())
            if key in looked_at:
                continue
            looked_at.add(key)
            idle = everyone.cannot_matter(before)
            if not idle.issuperset(found):
                yield f"{node} must ask {set(found) - idle} after {before.told}"
            elif exact and idle.difference(found):
                yield f"{node} need not ask {idle - set(found)} after {before.told}"


def hard_cases() -> list[Tree]:
    """Return trees in which what chance seldom brings decides whether it matters that it is hot."""
    twenty, forty, sixty = "age_at_least_20", "age_at_least_40", "age_at_least_60"

    def if_unsure(fact: str) -> dict[str, Any]:
        """Being hot swaps two leaves, but only for a person who is not sure of a fact."""
        return {
            "hot": ask("hot", "one", "other"),
            "one": decide({fact: 1}, 1, "knee", "calf"),
            "other": decide({fact: 1}, 1, "calf", "knee", false=(fact,)),
            "knee": leaf(),
            "calf": leaf(condition="cyst"),
        }

    ends = {"home": leaf("self_care"), "now": leaf("emergency"), "today": leaf("same_day")}
    begin = {"begin": collect(["hot"], "age"), "age": number("age", "young")}
    old_and_young = {
        **begin,
        "young": decide({twenty: 1}, 1, "now", "old"),
        "old": decide({forty: 1}, 1, "hot", "home"),
        "hot": ask("hot", "today", "home"),
        **ends,
    }
    half_sure = {**begin, "young": decide({forty: 1}, 1, "now", "hot"), **if_unsure(twenty), **ends}
    sure_and_not = {**begin, "young": decide({twenty: 1}, 1, "now", "hot"), **if_unsure(forty), **ends}
    sure_the_other_way = {
        **begin,
        "young": decide({twenty: 1}, 1, "now", "hot", false=(twenty,)),
        **if_unsure(sixty),
        **ends,
    }
    return [
        make(nodes) for nodes in (old_and_young, half_sure, sure_and_not, sure_the_other_way, *_orders(), *_passed())
    ]


def _orders() -> list[dict[str, Any]]:
    """Return trees in which leaves are told in another order only among other levels, or after an emergency."""
    leaves = {"knee": leaf(), "calf": leaf("same_day"), "back": leaf(condition="cyst"), "now": leaf("emergency"),
              "hip": leaf("same_day", "cyst")}  # fmt: skip
    swap = {
        "begin": collect(["hot", "red"], "hot"),
        "hot": ask("hot", "one", "other"),
        "one": ask("red", "knee", "calf"),
        "other": decide({"red": 1}, 1, "calf", "knee", false=("red",)),
    }
    other_levels = {
        "first": ask("stiff", "begin", "lump"),
        **swap,
        "lump": ask("lump", "back", "hip"),
        **leaves,
    }
    after_emergency = {
        "begin": collect(["hot", "red", "lump"], "lump"),
        "lump": ask("lump", "now", "again"),
        "again": ask("lump", "hot", "home"),
        "hot": ask("hot", "one", "other"),
        "one": ask("red", "knee", "back"),
        "other": decide({"red": 1}, 1, "back", "knee", false=("red",)),
        "home": leaf("self_care"),
        "knee": leaf(),
        "back": leaf(condition="cyst"),
        "now": leaf("emergency"),
    }
    return [other_levels, after_emergency]


def _passed() -> list[dict[str, Any]]:
    """Return trees in which a decision lacks a fact that is asked after a list that is passed, or on one way only."""
    rest = {
        "list": ask_items({"stiff": 1, "red": 1}, 1, "lacks", "home"),
        "lacks": decide({"red": 1}, 1, "home", "more"),
        "more": collect(["red"], "told"),
        "told": decide({"red": 1}, 1, "now", "hot2", false=("red",)),
        "hot2": ask("hot", "today", "week"),
        "home": leaf("self_care"),
        "now": leaf("emergency"),
        "today": leaf("same_day"),
        "week": leaf("within_days"),
    }
    hot_first = {"hot": collect(["hot"], "stiff"), "stiff": ask("stiff", "list", "home"), **rest}
    hot_last = {"stiff": ask("stiff", "hot", "home"), "hot": collect(["hot"], "list"), **rest}
    one_way_only = {
        "begin": ask("hot", "lacks", "more"),
        "more": ask("stiff", "lacks", "home"),
        "lacks": decide({"stiff": 1}, 1, "home", "today", false=("stiff",)),
        "home": leaf("self_care"),
        "today": leaf("same_day"),
    }
    asked_if_not_hot = {
        "stiff": collect(["stiff"], "begin"),
        "begin": collect(["hot"], "list"),
        "list": ask_items({"hot": 1, "red": 1}, 1, "lacks", "either"),
        "lacks": decide({"red": 1}, 1, "today", "either"),
        "either": decide({"stiff": 1}, 1, "today", "home"),
        "today": leaf("same_day"),
        "home": leaf("self_care"),
    }
    return [hot_first, hot_last, one_way_only, asked_if_not_hot]
