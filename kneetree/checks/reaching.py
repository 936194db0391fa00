"""Find what definite people cannot reach, and the decisions that they reach with a fact missing.

Both are decided by the solver, exactly.  If it is not installed or gives up, that is told as a problem of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from kneetree.checks.codes import Problem, problem
from kneetree.errors import KneetreeError
from kneetree.model.tree import Tree
from kneetree.proof import reaching
from kneetree.proof.reaching import Lacking
from kneetree.words.sentences import sentence


def nobody_reaches(tree: Tree) -> Iterator[Problem | None]:
    """Yield a problem for each leaf that no person's answers lead to, and ``None`` now and then."""
    try:
        for key in reaching.unreachable(tree):
            message = "Ways lead here, but no person's answers can take one; mend the questions before it."
            yield None if key is None else problem("nobody_reaches", message, key)
    except KneetreeError as error:
        message = sentence("Whether somebody reaches every leaf is not known. {error}", error=error)
        yield problem("not_decided", message, part="tree")


def decisions_lacking(tree: Tree) -> Iterator[Problem | None]:
    """Yield a problem for each fact that somebody can lack at a decision, and ``None`` now and then."""
    try:
        for found in reaching.decisions_lacking(tree):
            yield None if found is None else problem("decision_lacks", _sentence(tree, found), found.decision)
    except KneetreeError as error:
        message = sentence("Whether decisions know what they count is not known. {error}", error=error)
        yield problem("not_decided", message, part="tree")


def _sentence(tree: Tree, found: Lacking) -> str:
    fact = tree.statement(found.finding)
    if not found.missed:
        return sentence(
            "It counts {fact!r}, which no question on the way here asks about; ask about it before.", fact=fact
        )
    text = tree.asked(found.missed[0]).text
    return sentence(
        "It counts {fact!r}, but somebody can come here without having been asked {text!r}; ask "
        "that on every way here.",
        fact=fact,
        text=text,
    )
