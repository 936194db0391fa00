"""The walk as one web page, in all languages that a tree holds."""

from __future__ import annotations

from kneetree.errors import KneetreeError
from kneetree.exchange.web.page import page
from kneetree.files import beside, translation
from kneetree.model.translations import languages_of
from kneetree.model.tree import Tree


def web_page(tree: Tree) -> bytes:
    """Return the page on which a person walks through ``tree``, in its language and in those it holds texts of."""
    return page([tree, *_translated(tree)])


def _translated(tree: Tree) -> list[Tree]:
    """Return the tree in each language in which somebody can walk; a language that lacks a warning is left out."""
    found = []
    for code in languages_of(tree):
        language = beside.language_of(tree, code)
        try:
            if language is not None:
                found.append(translation.translate(tree, language))
        except KneetreeError:  # `check` says why
            continue
    return found
