"""What a tree has to have before anybody can use it, in the order in which an author gets to it.

Unlike a problem, an item says what is there as well as what is missing, so that an author sees how far a new tree is.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kneetree import edits
from kneetree.checks.codes import Place
from kneetree.model.tree import Finding, Leaf, QuestionNode, Tree, Urgency


class Item(Struct, frozen=True):
    """One thing to have: its ``kind``, whether it is there, and the part, id and field where it is written."""

    kind: str
    done: bool
    part: Place
    key: str = ""
    field: str = ""


def checklist(tree: Tree, untitled: str) -> list[Item]:
    """Return what the tree has to have; ``untitled`` is the title of a tree to which nobody has given one."""
    return [*_of_tree(tree, untitled), *_of_nodes(tree), *_of_evidence(tree)]


def _of_tree(tree: Tree, untitled: str) -> Iterator[Item]:
    about = tree.about
    yield Item("title", tree.title.strip() not in ("", untitled), "about", field="title")
    for field in ("intended_use", "not_for", "emergency", "call"):
        yield Item(field, about is not None and bool(getattr(about, field).strip()), "about", field=field)


def _of_nodes(tree: Tree) -> Iterator[Item]:
    """Yield what questions and leaves lack; for each of the two, one item says so when nothing is missing any more."""
    questions = [
        item for key, node in tree.nodes.items() if isinstance(node, QuestionNode) for item in _asks(tree, key)
    ]
    yield from questions or [Item("questions", True, "node", tree.root, "text")]
    leaves = [item for key, node in tree.leaves() for item in _says(tree, key, node)]
    yield from leaves or [Item("leaves", True, "node", next((key for key, _ in tree.leaves()), tree.root))]


def _asks(tree: Tree, key: str) -> Iterator[Item]:
    if edits.is_unwritten(tree, key):
        yield Item("text", False, "node", key, "text")
    asked = tree.asked(key)
    for finding in asked.findings if not asked.scale else ():
        if not tree.findings.get(finding, Finding("")).statement.strip():
            yield Item("statement", False, "node", key, "lines" if asked.lines else "statement")


def _says(tree: Tree, key: str, leaf: Leaf) -> Iterator[Item]:
    if edits.is_draft_condition(tree.conditions.get(leaf.condition)):
        yield Item("condition", False, "node", key, "condition")
    if not leaf.get_help_if.get(Urgency.EMERGENCY):
        yield Item("get_help_if", False, "node", key, "get_help_if")
    if not leaf.do:
        yield Item("do", False, "node", key, "do")
    if not leaf.reason.strip():
        yield Item("reason", False, "node", key, "reason")


def _of_evidence(tree: Tree) -> Iterator[Item]:
    yield Item("source", bool(tree.sources), "source")
    yield Item("rule", bool(tree.rules), "rule")
    yield Item("case", bool(tree.cases), "case")
    yield Item("review", tree.review is not None, "review")
