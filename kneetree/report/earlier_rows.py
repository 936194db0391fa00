"""What the person said on a way that they left since, such as all that came before they went back to a danger sign.

It changes no result, but it is on the paper, so whoever said it has to see it and be able to take it back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kneetree import words
from kneetree.model.knowledge import Said
from kneetree.model.tree import Tree
from kneetree.report import facts


@dataclass(frozen=True)
class EarlierRow:
    """One thing that was said of a finding or scale: ``text`` is a line of its own.

    ``kind`` is ``"no"`` for what most people deny as well, which a result folds away.
    """

    fact: str
    text: str
    kind: Literal["said", "unsure", "no"]


def earlier_rows(tree: Tree, said: Mapping[str, Said]) -> tuple[EarlierRow, ...]:
    """Return a row for each thing that was ``said``, by finding and by scale, in the order in which it was said."""
    return tuple(_row(tree, fact, value) for fact, value in said.items())


def _row(tree: Tree, fact: str, value: Said) -> EarlierRow:
    if value is None:
        text = tree.scales[fact].text if fact in tree.scales else tree.statement(fact)
        return EarlierRow(fact, words.text(tree.language, "answer.not_sure", items=text), "unsure")
    usual = fact not in tree.scales and value is False and not (fact in tree.findings and tree.findings[fact].usual)
    return EarlierRow(fact, facts.line(tree, fact, value), "no" if usual else "said")
