"""The person of a case: what is said, what is usual, and the numbers, in one mapping."""

from __future__ import annotations

from collections.abc import Mapping

from kneetree.model.case_numbers import numbers_of
from kneetree.model.knowledge import Said
from kneetree.model.scales import threshold_of
from kneetree.model.tree import Tree
from kneetree.model.values import Case


def person_of(tree: Tree, case: Case, usual: Mapping[str, Said] | None = None) -> dict[str, Said]:
    """Return everything about the person of a case, by finding and by scale.

    A finding that is not mentioned has its usual value, and a number that is not given is *not sure*.  ``usual`` is
    ``usual_person(tree)``, for a caller that has many cases.
    """
    return {**(usual_person(tree) if usual is None else usual), **case.findings, **numbers_of(case, tree.scales)}


def usual_person(tree: Tree) -> dict[str, Said]:
    """Return the usual value of each finding of a tree; one that is not described is usually false."""
    values: dict[str, Said] = {finding: entry.usual for finding, entry in tree.findings.items()}
    for asked in tree.all_asked():
        for finding in asked.findings:
            if finding not in values and not threshold_of(finding, tree.scales):
                values[finding] = False
    return values
