"""The cases of the shipped tree on which every form of a result is tried."""

from __future__ import annotations

from functools import cache

from kneetree.analysis.cases import walk_of
from kneetree.model.tree import Urgency
from kneetree.report.summary import Summary, summarise
from tests.shipped.in_languages import shipped_in

CASES = ("rt-mt-04", "rt-sa-06", "cs-02", *Urgency)
"""The longest, two with several results, and for each urgency the first case of the tree that has it."""


@cache
def case_of(which: str) -> str:
    """The id of a case that is named, or of the first that ends in an urgency."""
    tree = shipped_in("en")
    if which not in [*Urgency]:
        return which
    return next(key for key, case in tree.cases.items() if walk_of(tree, case).urgency == which)


def summary_of(which: str, language: str = "en") -> Summary:
    """The result of one of ``CASES``, or of any case of the tree."""
    tree = shipped_in(language)
    return summarise(walk_of(tree, tree.cases[case_of(which)]))
