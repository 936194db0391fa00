"""What a tree has to have before anybody can use it, in the order in which an author gets to it.

Unlike a problem, an item says what is there as well as what is missing, so that an author sees how far a new tree is.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kneetree import edits
from kneetree.checks import completeness
from kneetree.checks.codes import Place
from kneetree.checks.library import why_unwritten
from kneetree.model.change import PartName
from kneetree.model.tree import Finding, Leaf, QuestionNode, Tree


class Item(Struct, frozen=True):
    """One thing to have: its ``kind``, whether it is there, and the part, id and field where it is written.

    ``message`` is the sentence of the problem that it is, word for word as ``check`` tells it, empty if it is none.
    """

    kind: str
    done: bool
    part: Place
    key: str = ""
    field: str = ""
    message: str = ""


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
    told: set[tuple[str, str]] = set()
    questions = [
        item for key, node in tree.nodes.items() if isinstance(node, QuestionNode) for item in _asks(tree, key, told)
    ]
    yield from questions or [Item("questions", True, "node", tree.root, "text")]
    leaves = [item for key, node in tree.leaves() for item in _says(tree, key, node)]
    yield from leaves or [Item("leaves", True, "node", next((key for key, _ in tree.leaves()), tree.root))]


def _asks(tree: Tree, key: str, told: set[tuple[str, str]]) -> Iterator[Item]:
    """Yield what nobody has written of what a node asks; what several nodes ask is told at the first of them."""
    entry = edits.entry_at(tree, key)
    if entry is None or entry[1] not in tree.parts[entry[0]]:
        return
    asked = tree.asked(key)
    wanted: list[tuple[PartName, str, str, str]] = [(*entry, "text", "text")]
    if not asked.scale:
        field = "lines" if asked.is_list else "statement"
        wanted += [("finding", finding, "statement", field) for finding in asked.findings]
    for part, name, text, field in wanted:
        message = why_unwritten(part, tree.parts[part].get(name, Finding("")), text)
        if message and (part, name) not in told:
            told.add((part, name))
            yield Item(text, False, "node", key, field, message)


_KINDS = {
    "condition_not_chosen": "condition", "urgency_not_chosen": "urgency", "no_safety_net": "get_help_if",
    "no_emergency_warning": "get_help_if", "no_advice": "do", "no_reason": "reason",
}  # fmt: skip
"""What a leaf has to say before anybody can use it: the codes of these problems, and the field of each."""


def _says(tree: Tree, key: str, leaf: Leaf) -> Iterator[Item]:
    found = {_KINDS[one.code]: one for one in completeness.of_leaf(tree, key, leaf) if one.code in _KINDS}
    for kind in dict.fromkeys(_KINDS.values()):
        if kind in found:
            yield Item(kind, False, "node", key, kind, found[kind].message)


def _of_evidence(tree: Tree) -> Iterator[Item]:
    yield Item("source", bool(tree.sources), "source")
    yield Item("rule", bool(tree.rules), "rule")
    yield Item("case", bool(tree.cases), "case")
    yield Item("review", tree.review is not None, "review")
