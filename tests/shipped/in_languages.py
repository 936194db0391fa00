"""The shipped tree in each language that it is translated into."""

from __future__ import annotations

from functools import cache

from kneetree.files import translation
from kneetree.model.tree import Tree
from kneetree.shipped import SHIPPED_TREE
from tests.shipped.seeded_faults import shipped


@cache
def shipped_in(language: str) -> Tree:
    """The shipped tree in ``language``."""
    tree = shipped()
    if language == tree.language:
        return tree
    return translation.translate(tree, translation.read(translation.languages(SHIPPED_TREE)[language]))
